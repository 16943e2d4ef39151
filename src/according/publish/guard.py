"""Protected names and finished pages in, whether a name shows out: in markup, addresses, escapes, any script. Never says which."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from according.language.guard import Guard

_TAG = re.compile(r"<[^>]*>")
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
    """The text as it stands; unescaped; without markup; with addresses decoded; without invisible characters."""
    plain = html.unescape(text)
    if "\\u" in plain:
        plain = (
            _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), plain)
            .encode("utf-16", "surrogatepass")
            .decode("utf-16", "replace")
        )
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", plain))
    readings = [plain]
    if "%" in plain:
        decoded = unquote(unquote(plain))
        if decoded != plain:
            readings.append(decoded)
    if "<" in plain:
        readings.append(_TAG.sub("", plain))
        readings.append(_TAG.sub(" ", plain))
    if re.search(r"[\w][-_+.][\w]", plain):
        readings.append(re.sub(r"[-_+./=]", " ", readings[1] if len(readings) > 1 and "%" in plain else plain))
    return readings
