"""Finding documents.

language       what a printed word is looked for by: elisions, accents, stems, numbers   (no engine)
query          what a person asks, as a value of our own; typed_query reads it from what was typed, remarks says what it
               did not understand
search_index   the port: what an engine must do, and the values it takes and gives
columns        what each document is, for filters, facets and sorting; matching: what it says, with its score
segment_search a query against the segments of an index; facets counts what was found
snippet        the passage of a text that shows why it was found
whoosh_index   the engine; with whoosh_postings the only files that import whoosh
indexer        keeps the index up with the store, and makes it again
"""
