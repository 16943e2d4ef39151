"""A passage: exact words at an exact place in one text of one document (W3C selectors)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Start and end in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """`exact` is `content[start:end]` of the text with this digest, or there is no passage."""

    document: str
    digest: str  # sha256 of the text
    start: int
    end: int
    exact: str
    prefix: str = ""  # up to 32 code points before
    suffix: str = ""  # up to 32 code points after


def passage_at(document: str, digest: str, content: str, start: int, end: int) -> Passage:
    """The passage `content[start:end]`. Raises ValueError when the span is empty or outside the text."""
    if not 0 <= start < end <= len(content):
        raise ValueError(f"no passage at {start}:{end} in a text of {len(content)} code points")
    return Passage(
        document, digest, start, end, content[start:end],
        content[max(0, start - 32):start], content[end:end + 32],
    )  # fmt: skip
