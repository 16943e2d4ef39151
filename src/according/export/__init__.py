"""Export: what the archive knows, told in the shapes others read. Nouns in, rows and lines out; reads no archive, writes no file."""
