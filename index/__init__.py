"""Finding documents.

language       what a printed word is looked for by: elisions, accents, stems, numbers   (no engine)
query          what a person asks, as a value of our own; typed_query reads it from what was typed
search_index   the port: what an engine must do, and the values it takes and gives
snippet        the passage of a text that shows why it was found
whoosh_index   the engine: the only file that imports whoosh
indexer        keeps the index up with the store, and makes it again
"""
