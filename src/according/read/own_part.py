"""A draft told by a noun in, the same with its own part of the sentence out: the day and the place of another verb are not the noun's."""

from __future__ import annotations

from according.domain.passage import Span
from according.domain.types import get_type
from according.read.clause import Clause
from according.read.draft import Draft
from according.read.noun_verbs import is_light

_SAME_HAPPENING = frozenset({"violence", "protest"})


def part_from_verbs(clause: Clause, draft: Draft, first: int, last: int) -> None:
    """ "On Friday they condemned the killing of X in Velmar | and met in Solden": only what stands by the noun is its own.

    first, last: the tokens of the noun with what describes it.
    """
    tokens, span = clause.tokens, draft.clause
    before = [g for g in clause.groups if g.finite and g.main < first and tokens.starts[g.main] >= span.start]
    family = get_type(draft.type).family
    if before and not any(tag in ";S" for tag in tokens.tags[before[-1].main + 1 : first]):
        forms = clause.lexicon.events.get(tokens.lows[before[-1].main], ())
        one = family in _SAME_HAPPENING and any(_told_with(form.row.type, family) for form in forms)
        draft.told_of = not one  # "killed on Friday in an attack" is one happening
    later = next((g for g in clause.groups if g.finite and g.first > last and not is_light(clause, g.main)), None)
    begin = tokens.starts[first] if draft.told_of else span.start
    end = span.end
    if later is not None and tokens.tags[later.first - 1] not in "RS":
        end = min(end, tokens.ends[later.first - 1])
    if begin < end:
        draft.clause = Span(begin, end)


def _told_with(kind: str, family: str) -> bool:
    """Whether an event of the verb's type and one of the noun's family are one happening: police deployed at a rally."""
    return get_type(kind).family == family or kind == "deployment"
