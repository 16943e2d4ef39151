"""One English sentence in, drafts of what it says happened out: anchor word, voice, who did it to whom, how many. Values, speakers,
day and place come later.
"""

from __future__ import annotations

from according.read.clause import Clause
from according.read.draft import Draft
from according.read.lexicon import EventForm
from according.read.noun_events import read_noun
from according.read.state_events import read_adjective, read_attribute, read_described
from according.read.tokens import Tokens
from according.read.verb_events import read_verb


def find_drafts(clause: Clause) -> list[Draft]:
    """All drafts of one sentence, in the order of their anchors."""
    tokens, lexicon = clause.tokens, clause.lexicon
    drafts: list[Draft] = []
    taken = -1
    used: set[int] = set()
    here = frozenset(tokens.lows)
    for i, low in enumerate(tokens.lows):
        if i <= taken or i in used:
            continue
        for form in lexicon.events.get(low, ()):
            if form.rest and not form.needed <= here:
                continue  # most forms of several words: spares matching them
            plain = form.tag == "n" and not form.rest
            described = read_described(clause, i, form) if plain else None
            if described is not None:
                drafts.append(described)
                taken = i
                break
            if form.kind == "verb" and tokens.tags[i] not in "VbhdgC":
                continue  # not worth matching the rest
            last = _match(tokens, i, form)
            if last is None or not _allowed(tokens, i, last, form):
                continue
            draft = _read_form(clause, i, last, form)
            if draft is not None:
                drafts.append(draft)
                taken = i + (len(form.rest) if "..." not in form.rest and not form.row.shares else 0)
                if last > taken and not form.row.shares:
                    used.add(last)
                break
    return drafts


def _match(tokens: Tokens, i: int, form: EventForm) -> int | None:
    """Index of the last token of the form at `i`, or None. "..." and a leading preposition let up to seven words stand between."""
    if not form.rest:
        return i
    k = i
    for number, word in enumerate(form.rest):
        if word == "...":
            continue
        gap = form.rest[number - 1] == "..." if number else False
        if k + 1 < len(tokens) and tokens.lows[k + 1] == word:
            k += 1
        elif gap or (
            number == 0
            and word in _GAP_BEFORE
            and form.kind == "verb"
            and form.row.object != "addressee"
            and form.row.type != "visit"
        ):
            found = _find_ahead(tokens, k + 1, word)
            if found is None:
                return None
            k = found
        elif (
            form.kind == "verb"
            and k + 2 < len(tokens)
            and tokens.tags[k + 1] in "BDW"
            and tokens.lows[k + 2] == word
            and (
                tokens.tags[k + 1] == "B"
                or (
                    word in {"sentence", "sentences", "aid", "care", "treatment", "strike"}
                    and tokens.lows[k + 1] != "hunger"
                )
            )
        ):
            k += 2
        else:
            return None
    return k


_GAP_BEFORE = frozenset({"to", "with", "under", "into", "on", "in"})


def _find_ahead(tokens: Tokens, start: int, word: str) -> int | None:
    for k in range(start, min(len(tokens), start + 9)):
        if tokens.lows[k] == word:
            return k
        if tokens.tags[k] in "V;SRbhM" or (tokens.tags[k] == "," and k == start):
            return None
    return None


def _in_a_name(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised noun stands behind a capitalised word amid small ones: the name of a band, film or fund."""
    if i == 0 or not (tokens.words[i][:1].isupper() and tokens.words[i - 1][:1].isupper()):
        return False
    if tokens.words[i].isupper() or tokens.tags[i - 1] != "W":
        return False
    words = [word for word in tokens.words if word[:1].isalpha() and len(word) > 3]
    return sum(word[:1].islower() for word in words) > len(words) // 2  # else a headline in capitals


def _title_word(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised verb form stands before another capital amid small words: "state Appeals Court Judge"."""
    if i == 0 or i + 1 >= len(tokens) or not (tokens.words[i][:1].isupper() and tokens.words[i + 1][:1].isupper()):
        return False
    if tokens.tags[i - 1] in ";Q" or tokens.words[i].isupper():
        return False
    words = [word for word in tokens.words if word[:1].isalpha() and len(word) > 3]
    return sum(word[:1].islower() for word in words) * 3 > len(words)


def _allowed(tokens: Tokens, i: int, last: int, form: EventForm) -> bool:
    tag = tokens.tags[i]
    if form.kind == "verb" and (tag not in "VbhdgC" or _title_word(tokens, i)):
        return False
    if form.kind == "noun" and (tag == "V" or _in_a_name(tokens, i)):
        return False
    row = form.row
    goes = form.kind == "verb" and form.rest[-1:] == ("to",) and row.type in {"visit", "transfer"}
    if goes and last + 1 < len(tokens) and tokens.tags[last + 1] in "VB":
        return False  # "was travelling to spend time with": no place he went to
    if row.veto:
        left = range(max(0, i - 2), i)
        right = range(last + 1, min(len(tokens), last + 4))
        for k in (*left, *right):
            if tokens.lows[k] in row.veto and not any(tokens.tags[m] in ",;SR" for m in range(min(k, i), max(k, i))):
                return False
    if row.veto_next_number and last + 1 < len(tokens) and tokens.tags[last + 1] in "JX":
        return False
    around = tokens.lows
    if row.after and not row.after.intersection(around[i : last + 9]):
        return False
    if row.before and not row.before.intersection(around[max(0, i - 8) : i]):
        return False
    if row.near and not row.near.intersection(around[max(0, i - 14) : last + 10]):
        return False
    if row.after_or_before and not row.after_or_before.intersection(around[max(0, i - 6) : last + 7]):
        return False
    if row.context_veto and row.context_veto.intersection(around):
        return False
    return not (row.context and not row.context.intersection(around))


def _read_form(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    if form.kind == "verb":
        return read_verb(clause, i, last, form)
    if form.kind == "noun":
        return read_noun(clause, i, last, form)
    if form.kind == "participle":
        return read_attribute(clause, i, form)
    return read_adjective(clause, i, last, form)
