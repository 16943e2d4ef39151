"""What a reader sees: view nouns in, HTML and SVG parts out. Pure; nothing here reads an archive or decides what may be shown."""
