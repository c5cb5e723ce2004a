"""From words to structure: rows, cells, blocks, what stands beside and below what, tables.

sheet        rows and cells of a page, from words of any reader
neighbours   the cells right of and below a cell
blocks       cells that form one paragraph or address
tables       a header row and the rows below it, in columns
"""
