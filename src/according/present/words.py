"""Words joined as a sentence joins them."""

from __future__ import annotations

from collections.abc import Iterable

from according.present.catalogue import find_messages


def join_words(items: Iterable[str], language: str = "en") -> str:
    """ "a", "a and b", "a, b and c"."""
    found = [item for item in items if item]
    if len(found) < 2:
        return "".join(found)
    word = find_messages(language).gettext("and")
    return f"{', '.join(found[:-1])} {word} {found[-1]}"
