"""Documents in, shared passages out: which text copies which. Pure; nothing here decides how many voices that leaves."""

from according.compare.shared import shared_passages

VERSION = "1"  # raise when the same documents would give other passages

__all__ = ["VERSION", "shared_passages"]
