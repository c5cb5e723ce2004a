"""Composition and command line: configuration, store, index, workers meet here and nowhere else."""
