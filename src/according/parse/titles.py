"""A single line in; whether it is a headline, a line that only parts, or the file name of a picture. Never looks at prose."""

from __future__ import annotations

import re

LONGEST = 300  # characters: a longer line is prose

_SEPARATOR = re.compile(r"([_*=~#—–⁂•·.+\-])(?:[ \t]*\1){2,}|⁂|❧|§|\* \*|~")
_CAPTION = re.compile(
    r"[\w-]{0,60}_[\w-]{1,60}|[\w.-]{1,80}\.(?:jpe?g|png|gif|webp|bmp)|(?:IMG|DSC|image|photo)[-_ ]?\d{1,8}", re.I
)


def is_separator(line: str) -> bool:
    """Whether a line only divides: `_____`, `*****`, `* * *`, `---`, `⁂`."""
    words = line.strip()
    return 0 < len(words) <= LONGEST and _SEPARATOR.fullmatch(words) is not None


def is_caption(line: str) -> bool:
    """Whether a line is the file name of a picture, left where the picture was."""
    return 3 <= len(line) <= 100 and _CAPTION.fullmatch(line) is not None


def is_title(line: str) -> bool:
    """Whether a line may be a headline: short, not ending as a sentence or a lead-in does."""
    if not 2 <= len(line) <= 200 or (line[-1] in ".,;:—–-" and not line.endswith("...")):
        return False
    if not (line[0].isalnum() or line[0] in "“\"«‘'„(¿¡[…#@"):
        return False
    return len(line.split()) <= 28 and any(char.isalpha() for char in line) and not is_separator(line)
