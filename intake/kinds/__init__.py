"""What tells the kinds of papers apart: their words as data, the evidence on a page, the weighing of it."""
