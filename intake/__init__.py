"""From paper to record: accept, read, classify, extract, keep."""
