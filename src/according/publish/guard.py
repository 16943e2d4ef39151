"""Protected names and finished pages in, whether a name shows out: in markup, addresses, escapes, any script. Never says which."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from according.language.guard import Guard

_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"</?(?:a|b|i|u|em|strong|span|sup|sub|mark|small|wbr|tspan)(?:\s[^>]*)?>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"=\s*\"([^\"]*)\"|=\s*'([^']*)'")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@lru_cache(maxsize=4)
def guard_for(names: tuple[str, ...]) -> Guard:
    """The guard of these names, built once."""
    return Guard(names)


def find_leak(guard: Guard, text: str) -> bool:
    """Whether a protected name shows anywhere in a finished file, read every way a reader or machine might."""
    return any(guard.find(reading) for reading in readings_of(text))


def readings_of(text: str) -> list[str]:
    """What a reader sees of a file, then what stands in its attributes; escapes undone, invisible characters gone.

    Markup inside a word is taken out, markup between blocks becomes a space. Other files are read as they stand.
    """
    if "<" not in text:
        return _decoded(text)
    visible = _TAG.sub(" ", _INLINE.sub("", text))
    hidden = " \n ".join(m.group(1) or m.group(2) or "" for m in _ATTRIBUTE.finditer(text))
    notes = " \n ".join(_COMMENT.findall(text))
    return [*_decoded(visible), *_decoded(hidden), *([notes] if notes else [])]


def _decoded(text: str) -> list[str]:
    plain = html.unescape(text)
    if "\\u" in plain:
        joined = _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), plain)
        plain = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", plain))
    decoded = unquote(unquote(plain)) if "%" in plain else plain
    return [plain] if decoded == plain else [plain, decoded]
