"""The attributions of single sentences in, those of the whole text out: quotations joined to whoever speaks them, over sentences and
paragraphs, and what is said inside somebody's words put under that somebody (paper, police, witness). It never names anybody the
sentences did not name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from according.domain.passage import Span
from according.read.attribution_parts import Attribution
from according.read.quotations import Quotation, find_quotations

_GOES_ON_SPEAKING = frozenset({"speech", "testimony", "allegation", "admission", "denial", "belief", "evidence"})
_BETWEEN = frozenset(" ,—–-\u00a0")


def join_quotations(
    text: str, sentences: Sequence[tuple[Span, Sequence[Attribution]]], quotations: Sequence[Quotation] | None = None
) -> list[Attribution]:
    """All attributions, flat and in order, with whole quotations as content."""
    found = [one for one in (quotations or find_quotations(text)) if one.is_speech(text)]
    flat = [one for _, inside in sentences for one in inside]
    home = [number for number, (_, inside) in enumerate(sentences) for _ in inside]
    if not found or not flat:
        return flat
    starts = [one.start for one in found]
    owner: dict[int, int] = {}
    outer: list[int] = []
    for k, one in enumerate(flat):
        around = _around(found, starts, one.cue.start)
        if around is None:
            outer.append(k)
        else:
            flat[k] = _clipped(one, found[around])
    for k in outer:
        flat[k] = _with_quoted_before(text, flat[k], k, found, starts, owner)
    for k in outer:
        flat[k] = _with_whole(flat[k], k, found, starts, owner)
    last_of: dict[int, int] = {}  # sentence -> who would go on speaking in the next one
    quoted = set(owner.values())
    for k in outer:
        if flat[k].source is None or flat[k].kind not in _GOES_ON_SPEAKING:
            continue
        before = last_of.get(home[k])
        if before is None or (k in quoted, not flat[k].shared) >= (before in quoted, not flat[before].shared):
            last_of[home[k]] = k
    spans = [span for span, _ in sentences]
    begins = [span.start for span in spans]
    for number, quotation in enumerate(found):
        if number in owner:
            continue
        speaker = _speaker_before(text, number, quotation, found, owner, spans, begins, last_of)
        if speaker is not None:
            owner[number] = speaker
            flat[speaker] = replace(flat[speaker], content=(*flat[speaker].content, *quotation.parts))
    return flat


def _around(found: Sequence[Quotation], starts: Sequence[int], offset: int) -> int | None:
    """Number of the quotation that holds the offset."""
    k = bisect_right(starts, offset) - 1
    return k if k >= 0 and found[k].holds(offset) else None


def _clipped(one: Attribution, quotation: Quotation) -> Attribution:
    """What somebody says inside a quotation ends with it."""
    kept = tuple(
        Span(max(span.start, quotation.start), min(span.end, quotation.end))
        for span in one.content
        if span.start < quotation.end and span.end > quotation.start
    )
    return replace(one, content=kept) if kept and kept != one.content else one


def _with_quoted_before(
    text: str, one: Attribution, number: int, found: Sequence[Quotation], starts: Sequence[int], owner: dict[int, int]
) -> Attribution:
    """The attribution with the whole quotation that ends right before its cue or source."""
    begin = min(one.cue.start, one.source.start) if one.source else one.cue.start
    before = bisect_right(starts, begin) - 1
    if before < 0 or before in owner or one.shared or not _touches(text, found[before], begin):
        return one
    owner[before] = number
    whole = found[before]
    first = whole.parts[0]
    led = next((span for span in one.content if span.start < first.start < span.end), None)
    if (
        led is not None and text[led.start : first.start].rstrip()[-1:] != ":"
    ):  # "They will choose whoever “has won,” he said"
        first = Span(led.start, first.end)
    after = [span for span in one.content if span.start >= whole.end]
    if one.weak or one.content[0].start > begin:
        # "“…,” she said in a letter": what was taken for content is only how she said it
        after = [span for span in after if _around(found, starts, span.start) is not None]
    return replace(one, content=(first, *whole.parts[1:], *after))


def _with_whole(
    one: Attribution, number: int, found: Sequence[Quotation], starts: Sequence[int], owner: dict[int, int]
) -> Attribution:
    """The attribution with every quotation that its content touches taken whole."""
    content = list(one.content)
    for place, span in enumerate(content):
        k = bisect_right(starts, span.end - 1) - 1
        if k >= 0 and span.start <= found[k].start < span.end and k not in owner:
            owner[k] = number
            if found[k].end > span.end:
                parts = found[k].parts
                content[place : place + 1] = [Span(span.start, max(span.end, parts[0].end)), *parts[1:]]
        k -= 1
        while k >= 0 and found[k].start >= span.start:  # in the middle of the content
            owner.setdefault(k, number)
            k -= 1
    return replace(one, content=tuple(content)) if tuple(content) != one.content else one


def _touches(text: str, quotation: Quotation, begin: int) -> bool:
    """Whether only a comma or a dash stands between the end of the quotation and the offset, and the quotation asks to go on."""
    if not 0 <= begin - quotation.end <= 4 or any(letter not in _BETWEEN for letter in text[quotation.end : begin]):
        return False
    inner = text[max(quotation.start, quotation.end - 4) : quotation.end].rstrip("\"”'’» ")
    return inner[-1:] in ",?!…—–-" or "," in text[quotation.end : begin]


def _speaker_before(
    text: str, number: int, quotation: Quotation, found: Sequence[Quotation], owner: dict[int, int], spans: Sequence[Span],
    begins: Sequence[int], last_of: dict[int, int],
) -> int | None:  # fmt: skip
    """Who speaks a quotation that no cue claims: whoever spoke in the sentence before it, or in the paragraph before it."""
    here = bisect_right(begins, quotation.start) - 1
    if here < 0 or quotation.start - spans[here].start > 2:
        return None  # it begins in the middle of a sentence
    if here == 0:
        return None
    same_paragraph = "\n" not in text[spans[here - 1].end : spans[here].start]
    if same_paragraph and number and found[number - 1].end > spans[here].start - 3 and number - 1 in owner:
        return owner[number - 1]
    if same_paragraph:
        return last_of.get(here - 1)
    if number and number - 1 in owner and _whole_paragraph(text, quotation, spans, begins):
        speaker = owner[number - 1]  # the paragraph before ends with his words, or with the cue behind them
        if found[number - 1].end >= spans[here - 1].start and last_of.get(here - 1, speaker) == speaker:
            return speaker
    return None


def _whole_paragraph(text: str, quotation: Quotation, spans: Sequence[Span], begins: Sequence[int]) -> bool:
    """Whether nothing follows the quotation in its paragraph."""
    last = bisect_right(begins, quotation.end - 1) - 1
    if spans[last].end > quotation.end:
        return False
    return last + 1 >= len(spans) or "\n" in text[spans[last].end : spans[last + 1].start]


def nest(flat: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those that the text itself makes, in order; what stands inside somebody's words is put `within` him."""
    above = _holders(flat)
    children: dict[int, list[int]] = {}
    for number, holder in above.items():
        children.setdefault(holder, []).append(number)

    def made(number: int, depth: int) -> Attribution:
        under = children.get(number, [])
        if not under or depth > _DEEPEST:
            return flat[number]
        return replace(flat[number], within=tuple(made(k, depth + 1) for k in under))

    return tuple(made(number, 0) for number in _by_cue(flat) if number not in above)


_DEEPEST = 8


def _by_cue(flat: Sequence[Attribution]) -> list[int]:
    return sorted(range(len(flat)), key=lambda k: flat[k].cue.start)


def _holders(flat: Sequence[Attribution]) -> dict[int, int]:
    """For each attribution whose cue stands in the content of another: the smallest such other, larger than itself."""
    pieces = sorted((span.start, -span.end, k) for k, one in enumerate(flat) for span in one.content)
    above: dict[int, int] = {}
    opened: list[tuple[int, int]] = []  # end of a piece, attribution
    at = 0
    for k in _by_cue(flat):
        cue = flat[k].cue
        while at < len(pieces) and pieces[at][0] <= cue.start:
            while opened and opened[-1][0] <= pieces[at][0]:
                opened.pop()
            opened.append((-pieces[at][1], pieces[at][2]))
            at += 1
        del opened[: -_DEEPEST * 4]
        size = (flat[k].size, -k)
        around = [
            (flat[other].size, -other) for end, other in opened if end >= cue.end and (flat[other].size, -other) > size
        ]
        if around:
            above[k] = -min(around)[1]
    return above
