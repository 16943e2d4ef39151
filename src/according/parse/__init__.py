"""Bytes in, documents out: text, blocks, marks and what the page around them said. Never reads meaning, never fetches."""
