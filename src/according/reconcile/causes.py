"""Words for a cause in; the kind of cause, out, the same for every wording and language its data file knows. Guesses nothing."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = tomllib.loads(files("according.reconcile").joinpath("causes.toml").read_text(encoding="utf-8"))
    return tuple(
        (kind, re.compile(rf"\b(?:{'|'.join(re.escape(stem) for stems in row.values() for stem in stems)})", re.IGNORECASE))
        for kind, row in rows.items()
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def find_cause(words: str) -> str | None:
    """The one kind of cause the words tell of; None where they tell of none or of several ("fell ill after a beating")."""
    found = [kind for kind, stems in _kinds() if stems.search(words)]
    return found[0] if len(found) == 1 else None
