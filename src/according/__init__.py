"""According: a source-critical case archive. Every fact says who says so."""

__version__ = "0.1.0"
