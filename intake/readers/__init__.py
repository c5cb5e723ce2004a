"""Readers: a file or a page image in, pages of words out."""
