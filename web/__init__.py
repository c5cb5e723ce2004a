"""The page: search, look and correct.

config, app      what the page is told, and how it is put together
serve            the page on a port
security         who asks, what a browser may do with the answer
language, formats, words   Italian and English, dates and amounts, states and events in words
sign_in, search, documents, inbox, account   the pages, one module each
"""
