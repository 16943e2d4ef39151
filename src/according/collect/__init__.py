"""Where reports come from: files, folders, standard input, web addresses. Out go bytes and how they were had; nothing is interpreted here."""

from according.collect.fetch import Limits, fetch, is_public_address
from according.collect.gather import Skipped, gather, is_address

__all__ = ["Limits", "Skipped", "fetch", "gather", "is_address", "is_public_address"]
