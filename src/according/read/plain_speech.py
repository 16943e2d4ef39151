"""One sentence of a language told by data alone in, its attributions out: whose words, brought by which cue, saying what."""

from __future__ import annotations

from collections.abc import Iterator

from according.domain.passage import Span
from according.domain.statement import Stance
from according.read.attribution_parts import Attribution
from according.read.plain_clause import PlainClause, Somebody

_REACH = 7  # tokens between a cue and who speaks


def find_attributions(clause: PlainClause) -> list[Attribution]:
    """All attributions of one sentence, in the order of their cues."""
    found = [*_by_opener(clause), *_by_verb(clause)]
    found += [one for one in _by_nobody(clause) if not any(one.cue.start == other.cue.start for other in found)]
    return sorted(found, key=lambda one: (one.cue.start, one.cue.end))


def _at(clause: PlainClause, k: int, words: tuple[str, ...]) -> bool:
    return tuple(clause.tokens.lows[k : k + len(words)]) == words


def _span(clause: PlainClause, first: int, last: int) -> Span:
    return Span(clause.tokens.starts[first], clause.tokens.ends[last])


def _around(clause: PlainClause, first: int, last: int) -> tuple[Span, ...]:
    """What stands before token `first` and behind token `last`, marks at the seam left out."""
    tokens, n = clause.tokens, len(clause.tokens)
    while first > 0 and tokens.tags[first - 1] in ",;":
        first -= 1
    while last + 1 < n and tokens.tags[last + 1] in ",;":
        last += 1
    parts = [_span(clause, 0, first - 1)] if first > 1 else []
    return (*parts, _span(clause, last + 1, n - 1)) if last + 1 < n - 1 else tuple(parts)


def _by_opener(clause: PlainClause) -> Iterator[Attribution]:
    """ "Según la fiscalía, …", "…, según testigos"."""
    for k in range(len(clause.tokens)):
        words = next((one for one in clause.tables.according if _at(clause, k, one)), None)
        if words is None:
            continue
        last = k + len(words) - 1
        source = next((one for one in clause.people if last < one.first <= last + 3), None)
        if source is None or any(clause.tokens.tags[m] in ",;V" for m in range(last + 1, source.first)):
            continue
        content = _around(clause, k, source.last)
        if content:
            rule = f"{clause.page.language}.cue.according"
            yield Attribution(
                Span(source.start, source.end), _span(clause, k, last), content, "speech", Stance.ASSERTED, rule
            )


def _by_nobody(clause: PlainClause) -> Iterator[Attribution]:
    """ "presuntamente": nobody is named."""
    taken = -1
    for k in range(len(clause.tokens)):
        found = next((one for one in clause.tables.unnamed if k > taken and _at(clause, k, one[0])), None)
        if found is None:
            continue
        taken = k + len(found[0]) - 1
        content = _around(clause, k, taken)
        if content:
            rule = f"{clause.page.language}.cue.unnamed"
            yield Attribution(None, _span(clause, k, taken), content, "speech", Stance(found[1]), rule)


def _by_verb(clause: PlainClause) -> Iterator[Attribution]:
    """ "El ministro dijo que …", "…, dijo el ministro", "El ministro dijo: …"."""
    tokens = clause.tokens
    for k, low in enumerate(tokens.lows):
        form = next((one for one in clause.lexicon.cues.get(low, ()) if _at(clause, k + 1, one.rest)), None)
        if form is None or form.tag not in "ds" or tokens.tags[k] not in "V":
            continue
        last = k + len(form.rest)
        source = _speaker(clause, k, last)
        if source is None:
            continue
        content = _content(clause, k, max(last, source.last) if source.first > k else last, source)
        if content is None:
            continue
        negated = any(tokens.tags[m] == "N" for m in range(max(0, k - 2), k))
        yield Attribution(
            Span(source.start, source.end), _span(clause, k, last), (content,), form.row.name, Stance(form.row.stance),
            f"{clause.page.language}.cue.{form.row.name}", None, negated,
        )  # fmt: skip


def _speaker(clause: PlainClause, k: int, last: int) -> Somebody | None:
    """Who stands free right behind the cue where a comma or quotation mark stands before it, else the nearest before."""
    tokens = clause.tokens
    behind = next((one for one in clause.people if last < one.first <= last + 3), None)
    closes = k > 0 and tokens.tags[k - 1] in ",Q-"
    if (
        behind is not None
        and closes
        and _may_speak(clause, behind)
        and not _between(clause, last, behind.first, "V;,SR")
    ):
        return behind
    for one in reversed(clause.people):
        if one.last < k and k - one.last <= _REACH:
            if _between(clause, one.last, k, "V;SR(") or not _may_speak(clause, one):
                return None
            return one
    return behind if behind is not None and _may_speak(clause, behind) and k == 0 else None


def _between(clause: PlainClause, left: int, right: int, tags: str) -> bool:
    return any(clause.tokens.tags[m] in tags for m in range(left + 1, right))


def _may_speak(clause: PlainClause, one: Somebody) -> bool:
    return clause.is_free(one) and one.actor is not None


def _content(clause: PlainClause, k: int, last: int, source: Somebody) -> Span | None:
    """Behind "that", a colon or a quotation mark to the end; else what stands before the comma."""
    tokens, end = clause.tokens, len(clause.tokens) - 1
    for m in range(last + 1, min(end, last + 4)):
        if tokens.lows[m] in clause.tables.that:
            return _span(clause, m + 1, _stop(clause, m + 1))
        if tokens.words[m] == ":" or tokens.tags[m] == "Q":
            return _span(clause, m + 1, end)
        if tokens.tags[m] not in "BW":
            break
    edge = min(k, source.first)
    while edge > 0 and tokens.tags[edge - 1] in ",Q-":
        edge -= 1
    return _span(clause, 0, edge - 1) if edge > 2 and edge < min(k, source.first) else None


def _stop(clause: PlainClause, first: int) -> int:
    """The last token of what is said: to a semicolon outside a quotation, else to the end."""
    for m in range(first, len(clause.tokens)):
        if clause.tokens.words[m] == ";" and not clause.tokens.quoted[m]:
            return max(first, m - 1)
    return len(clause.tokens) - 1
