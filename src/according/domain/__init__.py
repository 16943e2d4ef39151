"""The nouns. Frozen dataclasses, standard library only; each is defined here once and means one thing everywhere."""
