"""What is done to a picture before it is read, each step only where a cheap look at the page asks for it."""
