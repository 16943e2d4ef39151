"""An English text in, its attributions out: sentence by sentence, with quotations over sentences and paragraphs and voices inside
voices. The sentences of a cue that stands alone behind a quotation ("“Why?” she asked.") are read with the quotation's end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from according.domain.passage import Span
from according.language.sentences import iter_sentences
from according.read.attribution import find_attributions
from according.read.attribution_levels import join_quotations, nest
from according.read.attribution_parts import Attribution
from according.read.lexicon import Lexicon, get_lexicon
from according.read.quotations import Quotation, find_quotations
from according.read.tokens import tokenise
from according.read.verbs import verbs_of


def attributions_of(text: str) -> tuple[Attribution, ...]:
    """Who says what in an English text, in order; what somebody inside these words says stands `within`."""
    quotations = find_quotations(text)
    return nest(join_quotations(text, list(_by_sentence(text, quotations)), quotations))


def _by_sentence(text: str, quotations: Sequence[Quotation]) -> Iterator[tuple[Span, list[Attribution]]]:
    lexicon = get_lexicon("en")
    starts = [one.start for one in quotations]
    for span in _spans(text, lexicon, {one.end: one.start for one in quotations}):
        k = bisect_left(starts, span.start) - 1
        inside = k >= 0 and quotations[k].holds(span.start)
        tokens = tokenise(text, span.start, span.end, lexicon, inside=inside)
        yield span, find_attributions(tokens, verbs_of(tokens, lexicon), lexicon)


_ASKING = ("?”", "!”", '?"', '!"', "?''", "!''", "?»", "!»")
_NEAR = 8  # words between a quotation and its cue


def _spans(text: str, lexicon: Lexicon, quoted: dict[int, int]) -> Iterator[Span]:
    """Sentences; one that begins with a speaker and a cue right behind a quoted question is joined to it."""
    held: Span | None = None
    for span in iter_sentences(text, "en"):
        if held is not None:
            joins = text[held.end : span.start].strip(" \u00a0") == "" and _begins_with_cue(text, span, lexicon)
            if joins:
                yield Span(held.start, span.end)
                held = None
                continue
            yield held
        held = None
        if text.endswith(_ASKING, span.start, span.end) and quoted.get(span.end, span.end) <= span.start:
            held = span
        else:
            yield span
    if held is not None:
        yield held


def _begins_with_cue(text: str, span: Span, lexicon: Lexicon) -> bool:
    words = text[span.start : min(span.end, span.start + 90)].split()[:_NEAR]
    for word in words:
        forms = lexicon.cues.get(word.strip(".,:;").lower(), ())
        if any(form.row.name in {"speech", "testimony"} and not form.rest for form in forms):
            return True
    return False
