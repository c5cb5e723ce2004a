"""`/api/v1`: what the page can do, for programs. `describe.py` says it in OpenAPI, and is served with it."""
