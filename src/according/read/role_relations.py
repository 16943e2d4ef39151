"""A page in, drafts of offices out: "Anna Velin, head of the union", "its chairman, Anton Velin", "who works as a nurse". English.

A person's name or a pronoun that stands for one on one side, a noun that tells an office on the other; never a bare title ("President Velin").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.domain.passage import Span
from according.domain.statement import ActorKind, Polarity, Role
from according.language.lists import name_words
from according.read.actors import Actor
from according.read.appointments import find_appointments
from according.read.draft import Draft
from according.read.offices import REACH, STOPS, WORD, Office, is_office, read_office, role_draft, role_words
from according.read.page import Page, Sentence


def find_roles(page: Page) -> Iterator[Draft]:
    """Offices in no order; each of one person once."""
    seen: set[tuple[str, str]] = set()
    for draft in (*_beside_names(page), *find_appointments(page)):
        held = next((one.name for one in draft.participants if one.role is Role.HOLDER), "")
        told = draft.value.role.role.lower() if draft.value and draft.value.role else ""
        if (held, told) not in seen:
            seen.add((held, told))
            yield draft


def _beside_names(page: Page) -> Iterator[Draft]:
    for actor, sentence in page.named_people():
        yield from _behind(page, actor, sentence)
        before = _in_front(page, actor, sentence)
        if before is not None:
            yield before
        said = _predicate(page, actor, actor.end, sentence)
        if said is not None:
            yield said
    for sentence in page.sentences:
        for pronoun in _PRONOUN.finditer(page.plain, sentence.start, sentence.end):
            who = page.pronoun(pronoun.start())
            if who is not None and who.kind is ActorKind.PERSON and who.proper and _is_near(page, who, sentence):
                said = _predicate(page, who, pronoun.end(), sentence, pronoun.start())
                if said is not None:
                    yield said


def _is_near(page: Page, who: Actor, sentence: Sentence) -> bool:
    """Whether this sentence or the one before names the person, and the pronoun is not in somebody's mouth."""
    low = page.sentences[max(0, sentence.index - 1)].start
    named = any(one.name == who.name and one.proper for one in page.actors_in(low, sentence.end))
    return named and not any(quote.start <= sentence.start < quote.end for quote in page.quotes)


_PRONOUN = re.compile(r"\b[HhSs]h?e\b(?= (?:is|was|became|remains|has|had|serve|work|act))")
_AGE = re.compile(r",? \(?(?:aged )?\d{1,3}\)?(?=,)")
_CLOSED = re.compile(r"[ \u00a0]?(?:[,.;:)\n—–\"”]|$| and\b| who\b| which\b| whose\b)")


def _behind(page: Page, actor: Actor, sentence: Sentence) -> Iterator[Draft]:
    """ "Anna Velin, a lawyer for the miners and head of the union, said": the noun phrases behind the name and a comma."""
    text = page.plain
    aged = _AGE.match(text, actor.end, sentence.end)
    at = aged.end() if aged else actor.end
    if text[at : at + 2] not in (", ", " ("):
        return
    begin = at + 2
    stop = min(sentence.end, begin + REACH)
    office = read_office(page, begin, stop, by_ending=True)
    if office is None or not _CLOSED.match(text, office.end, sentence.end):
        return
    if not office.determined and office.body is None and not text[begin : begin + 1].islower():
        return  # "Velin, President Dorov": the next of a list
    if _is_listed(page, office, begin):
        return
    yield role_draft(page, "apposition", actor, office, actor.start, actor.end)
    second = _second(page, office, sentence)
    if second is not None:
        yield role_draft(page, "apposition", actor, second, actor.start, actor.end)
        office = second
    if text[office.end : office.end + 1] == ",":  # "Velin, a member of the board, is editor of"
        said = _predicate(page, actor, office.end + 1, sentence)
        if said is not None:
            yield said


def _second(page: Page, office: Office, sentence: Sentence) -> Office | None:
    """A further office of the same person behind "and"."""
    joined = _AND.match(page.plain, office.end, sentence.end)
    if joined is None:
        return None
    stop = min(sentence.end, joined.end() + REACH)
    second = read_office(page, joined.end(), stop, by_ending=False)
    if (
        second is None
        or not _CLOSED.match(page.plain, second.end, sentence.end)
        or _is_listed(page, second, joined.end())
    ):
        return None
    return second if second.body is not None or page.plain[joined.end() : joined.end() + 1].islower() else None


_AND = re.compile(r"[ \u00a0]and[ \u00a0](?:(?:also|current|currently|now)[ \u00a0])?", re.I)


def _is_listed(page: Page, office: Office, begin: int) -> bool:
    """Whether the phrase holds or leads another person's name: "Velin, the mayor Anton Dorov and others"."""
    following = page.plain[office.end : office.end + 2]
    if following[:1] in " \u00a0" and following[1:2].isupper():
        return True
    return any(
        one.proper and one.kind is ActorKind.PERSON and " " in one.text
        for one in page.actors_in(begin, office.head.end)
    )


_LEFT = re.compile(r"(?:^|(?<=[\s(“\"]))(?P<np>(?:[^\W\d_]+(?:[’'&.\-][^\W\d_]+)*[’']?[ \u00a0]){1,9})$")
_OPINION = re.compile(r"\b(?:most|best|worst|greatest|biggest|next|only|real|true|[a-z]{3,}est)\b", re.I)
_TITLE_BEFORE = re.compile(r"(?<=, )(?:[A-Z][a-z]{1,9}\.?[ \u00a0])$")
_NAMED_SO = re.compile(r"(?: named| called) $")
_OWNER = re.compile(r"['’]s?$")
_FIELDS = frozenset(
    {
        "state",
        "defense",
        "defence",
        "staff",
        "police",
        "war",
        "justice",
        "interior",
        "labor",
        "labour",
        "education",
        "health",
    }
)
_BRINGS = frozenset({"named", "called"}) | _FIELDS


def _is_role_word(word: str) -> bool:
    return word[:1].islower() and is_office(word, role_words(), False)


_DETERMINER = re.compile(
    r"(?:^|(?<=[\s(“\"]))(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ff]ormer(?= )|(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}[’']s?)) "
)


def _in_front(page: Page, actor: Actor, sentence: Sentence) -> Draft | None:
    """ "the ambassador to Karn, Anna Velin", "union spokesman Anton Velin": the noun phrase before the name."""
    text = page.plain
    low = max(sentence.start, actor.start - 120)
    before = text[low : actor.start]
    if before.endswith((". ", ".\u00a0")) or before[-2:-1].islower():
        before = _TITLE_BEFORE.sub("", before)
    if before.endswith(", "):
        return _before_comma(page, actor, low, before)
    last = before[:-1].rpartition(" ")[2]
    if last not in _BRINGS and not _is_role_word(last):
        return None
    left = _LEFT.search(before)
    if left is None:
        return None
    named = _NAMED_SO.search(before)
    tokens = list(WORD.finditer(before, left.start("np"), named.start() if named else left.end("np")))
    if len(tokens) > 2 and tokens[-2][0] == "of" and tokens[-1][0].lower() in _FIELDS:
        tokens = tokens[:-2]  # "secretary of state Anna Velin"
    words = role_words()
    if not tokens or not tokens[-1][0][0].islower() or not is_office(tokens[-1][0], words, False):
        return None
    first = len(tokens) - 1
    stops = name_words("en").function_words | STOPS | words.of
    while (
        first > 0
        and tokens[first - 1][0].lower() not in stops
        and not _OWNER.search(tokens[first - 1][0])
        and not _is_verb(page, tokens[first - 1][0])
    ):
        first -= 1
    head = Span(low + tokens[-1].start(), low + tokens[-1].end())
    former = any(token[0].lower() in words.former for token in tokens[first:])
    office = Office(head, low + tokens[first].start(), head.end, None, None, former, False)
    return role_draft(page, "before", actor, office, actor.start, actor.end)


def _before_comma(page: Page, actor: Actor, low: int, before: str) -> Draft | None:
    """The nearest article or possessive whose phrase tells an office and runs up to the comma before the name."""
    for found in reversed(list(_DETERMINER.finditer(before))):
        if re.search(r"[,.;:()“”\"]", before[found.end() : -2]):
            return None
        start = low + (found.start("owner") if found["owner"] else found.end())
        stop = low + len(before) - 2
        office = read_office(page, start, stop, by_ending=False)
        if office is not None and office.end >= stop:
            return role_draft(page, "front", actor, office, actor.start, actor.end)
    return None


def _is_verb(page: Page, word: str) -> bool:
    low = word.lower()
    return word.islower() and low in page.lexicon.verbs and low.endswith(("ed", "s", "ing"))


def _predicate(page: Page, actor: Actor, at: int, sentence: Sentence, start: int | None = None) -> Draft | None:
    """ "She was the head of the union", "who works as a nurse"."""
    found = role_words().copula.match(page.plain, at, sentence.end)
    if found is None:
        return None
    office = read_office(page, found.end(), min(sentence.end, found.end() + REACH), by_ending=True)
    if office is None or (office.body is None and not _CLOSED.match(page.plain, office.end, sentence.end)):
        return None
    if not office.determined and office.body is None and "as" not in found["verb"]:
        return None  # "is president" alone may be any verb's complement
    if _OPINION.search(page.plain, found.end(), office.head.start):
        return None  # "is the most valuable player", "is our next president"
    draft = role_draft(page, "predicate", actor, office, start if start is not None else actor.start, at)
    how = (found["how"] or "").strip()
    if how in ("not", "never"):
        draft.polarity = Polarity.DID_NOT_HAPPEN
        draft.note("polarity", f"because of {how!r}", found.start("how"), found.end("how"))
    return draft
