"""Whether two documents are the same one: what is kept of each to compare them, where to look, and the verdict."""
