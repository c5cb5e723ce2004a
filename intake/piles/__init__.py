"""Piles of paper: several documents in one scan.

codes       bar codes and QR codes on a page
blank       pages without anything on them
separator   sheets that say where a new document begins, and how they are printed
seen        what one page shows; evidence: what speaks for a beginning there
splitting   pages -> which of them are one document
cut         the pages of one document as a file of its own
interleave  the fronts and the backs of the same sheets as one file
"""
