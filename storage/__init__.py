"""What a document is, and where it rests.

kinds, reading, document   values: what there is to know of a document
values                     canonical forms of dates, amounts and identifiers
store                      the door: documents, inbox items, users (SQLAlchemy), and the archive's files
"""
