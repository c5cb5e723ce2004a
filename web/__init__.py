"""The page: search, look and correct."""
