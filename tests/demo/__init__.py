"""The sample documents of `./faldone demo`: invented firms and people, typeset, then damaged as scanners do.

python -m tests.demo      makes app/samples and tests/samples/demo.json again, byte for byte
"""
