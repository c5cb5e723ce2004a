"""The schema's history, as Alembic keeps it: one file a change, applied in order when the store is opened."""
