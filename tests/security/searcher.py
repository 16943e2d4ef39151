"""A folder in, where a name shows out: a search of its own, written apart from the product's guard, that leans to finding too much."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

# One spelling for all: Cyrillic to Latin, look-alikes to what they look like, then what romanisations differ in taken out.
_CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", [
    "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c",
    "ch", "sh", "sh", "", "i", "", "e", "iu", "ia",
], strict=True)) | dict(zip("әғқңөұүһі", "agknouuhi", strict=True))  # fmt: skip
_LOOKALIKE = str.maketrans("ɑаеорсухіѕαεοιορνκτ", "aaeopcyxisaeoiopvkt")
_SAME = (
    ("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("ts", "c"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"),
    ("ja", "ia"), ("ye", "e"), ("ie", "e"), ("je", "e"), ("yo", "e"), ("jo", "e"), ("w", "v"), ("y", "i"), ("j", "z"), ("ii", "i"),
    ("q", "k"), ("x", "h"),
)  # fmt: skip


def flatten(text: str) -> str:
    """Letters only, in one alphabet."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    spelled = "".join(_CYRILLIC.get(letter, letter) for letter in plain)
    bare = "".join(c for c in unicodedata.normalize("NFKD", spelled) if c.isalpha() and not unicodedata.combining(c))
    for old, new in _SAME:
        bare = bare.replace(old, new)
    return re.sub(r"(.)\1", r"\1", bare)


def readings(content: str) -> Iterator[str]:
    """A file as it stands, unescaped, without tags, with what only attributes say; look-alikes read both ways."""
    told = html.unescape(html.unescape(content))
    told = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), told)
    for text in (
        told,
        re.sub(r"<[^>]*>", "", told),
        re.sub(r"<[^>]*>", " ", told),
        unquote(unquote(told)),
        re.sub(r"\n ", "", told),
    ):
        yield text
        yield text.casefold().translate(_LOOKALIKE)


def where_it_shows(folder: Path, stems: tuple[str, ...]) -> list[str]:
    """Files, in content or path, where one of the stems shows; a few letters around it."""
    wanted = {flatten(stem) for stem in stems}
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        texts = [name, *readings(name)]
        if path.is_file():
            texts += [*readings(path.read_bytes().decode("utf-8", "replace"))]
        for text in texts:
            flat = flatten(text)
            at = next((flat.find(stem) for stem in wanted if stem in flat), None)
            if at is not None:
                found.append(f"{name}: …{flat[max(0, at - 30) : at + 40]}…")
                break
    return found
