"""Fields from pages: candidates, scored by their evidence, chosen together."""
