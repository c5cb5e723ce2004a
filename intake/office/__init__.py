"""Office files: what they say as paragraphs and tables, and those printed on sheets."""
