"""A page in, drafts of offices out: "Anna Velin, head of the union", "its chairman, Anton Velin", "was named a judge". English.

A person's name or a pronoun that stands for one on one side, a noun that tells an office on the other; never a bare title ("President Velin").
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Polarity, Role, RoleValue, Stance, Value
from according.language.givens import title_words
from according.language.lists import name_words
from according.language.words import one_of, read_table
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.page import Page, Sentence

_WORD = re.compile(r"[^\W_]+(?:[’'&.\-][^\W_]+)*[’']?|[,.;:()“”\"—–\n]|-")
_REACH = 170  # characters an apposition may run


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of `relations.toml`, ready to ask."""

    nouns: frozenset[str]
    endings: re.Pattern[str]
    never: frozenset[str]
    openers: re.Pattern[str]
    former: frozenset[str]
    of: frozenset[str]
    copula: re.Pattern[str]
    appoint: re.Pattern[str]
    appointed: re.Pattern[str]
    bodies: frozenset[str]
    dated: re.Pattern[str]  # a date behind the body


@cache
def role_words() -> RoleWords:
    """Read once."""
    table = tomllib.loads((files("according.read") / "data" / "en" / "relations.toml").read_text("utf-8"))["roles"]
    dates = read_table("en", "dates")
    between = f"(?:{one_of(table['between'])})"
    never = frozenset(table["never"])
    return RoleWords(
        (frozenset(table["nouns"]) | name_words("en").titles) - never,
        re.compile(rf"[a-z]{{3,}}(?:{one_of(table['endings'])})"),
        never,
        re.compile(rf"(?:(?:{one_of(table['openers'])})[ \u00a0])+", re.I),
        frozenset(table["former"]),
        frozenset(table["of"]),
        re.compile(rf",? (?P<verb>{one_of(table['copulas'])}) (?P<how>{between} )?(?=[\w])"),
        re.compile(rf"\b(?P<verb>{one_of(table['appoint'])}) (?=[A-Z]|her\b|him\b|them\b)"),
        re.compile(
            rf"\b(?P<aux>was|were|been|be|being|is|are|got) (?:\w+ly )?(?P<verb>{one_of(table['appoint'])})(?= [\w])"
        ),
        frozenset(table["bodies"]),
        re.compile(rf"[ \u00a0](?:in|on|since|from)[ \u00a0](?:\d|{one_of(one.title() for one in (*dates['month'], *dates['weekday']))})"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """One noun phrase that tells an office: the noun, the whole phrase without article, the words of the body."""

    head: Span
    start: int
    end: int
    body: Span | None
    owner: Span | None  # whose office: "the union's"
    former: bool
    determined: bool  # behind an article or possessive


def read_office(page: Page, start: int, stop: int, *, by_ending: bool) -> Office | None:
    """The office whose phrase begins at `start`, or None. `by_ending` trusts the ending of an unlisted noun."""
    words, text = role_words(), page.plain
    opened = words.openers.match(text, start, stop)
    begin = opened.end() if opened else start
    head: re.Match[str] | None = None
    former = False
    tokens = _WORD.finditer(text, begin, stop)
    last: re.Match[str] | None = None
    body: Span | None = None
    owner: Span | None = None
    end = begin
    for count, token in enumerate(tokens):
        low = token[0].lower()
        if not low[0].isalnum() or low in _STOPS or count > 12:
            break
        if low in words.of and last is not None:
            head = last
            body = _body(page, token.end() + 1, stop)
            end = body.end if body else last.end()
            break
        if low in ("and", "or", "then") and last is not None:
            if _is_office(last[0], words, by_ending):
                head = last
                end = last.end()
            break
        if low.endswith(("'s", "’s", "s'", "s’")):
            owner, begin, last = Span(begin, token.end()), token.end() + 1, None
            continue
        former |= low in words.former
        last = token
        end = token.end()
    head = head or last
    if head is None or not _is_office(head[0], words, by_ending and opened is not None):
        return None
    determined = opened is not None or owner is not None
    return Office(Span(head.start(), head.end()), begin, end, body, owner, former, determined)


_STOPS = frozenset(
    [
        "who", "which", "that", "where", "when", "said", "says", "told", "was", "were", "is", "are", "has", "had", "have", "after", "before",
        "while", "as", "but", "because", "by", "into", "by", "would", "will", "could", "may", "might", "also", "not",
    ]
)  # fmt: skip
_BODY = re.compile(
    r"(?:the[ \u00a0])?(?:[^\W_]+(?:[’'&.\-][^\W_]+)*[’']?[ \u00a0]?(?:(?:of|for|and|in)[ \u00a0](?:the[ \u00a0])?(?=[A-Z]))?){1,9}"
)
_BODY_ENDS = re.compile(
    r"[ \u00a0](?:who|which|that|where|when|said|says|told|was|were|is|are|has|had|after|before|while|as|but|since|and(?![ \u00a0][A-Z])|during|until|from|by|to|on)\b"
)


def _body(page: Page, start: int, stop: int) -> Span | None:
    text = page.plain
    found = _BODY.match(text, start, stop)
    if found is None or text[start].isdigit() or found[0].split()[0].lower().rstrip(".") in title_words().honorifics:
        return None
    cut = _BODY_ENDS.search(text, start, found.end())
    end = cut.start() if cut else found.end()
    dated = role_words().dated.search(text, start, end)
    if dated is not None:
        end = dated.start()
    while end > start and text[end - 1] in " \u00a0":
        end -= 1
    return Span(start, end) if end > start else None


def _is_office(word: str, words: RoleWords, by_ending: bool) -> bool:
    low = word.lower().rstrip("’'")
    if low in words.never:
        return False
    return low in words.nouns or (by_ending and words.endings.fullmatch(low) is not None)


def find_roles(page: Page) -> Iterator[Draft]:
    """Offices in no order; each of one person once."""
    seen: set[tuple[str, str]] = set()
    for draft in (*_beside_names(page), *_appointments(page)):
        held = next((one.name for one in draft.participants if one.role is Role.HOLDER), "")
        told = draft.value.role.role.lower() if draft.value and draft.value.role else ""
        if (held, told) not in seen:
            seen.add((held, told))
            yield draft


def _beside_names(page: Page) -> Iterator[Draft]:
    starts = [sentence.start for sentence in page.sentences]
    for actor in page.mentions.actors:
        if not actor.proper or actor.kind is not ActorKind.PERSON:
            continue
        number = bisect_right(starts, actor.start) - 1
        if number < 0 or actor.end > page.sentences[number].end:
            continue
        sentence = page.sentences[number]
        after = _behind(page, actor, sentence)
        if after is not None:
            yield after
        before = _in_front(page, actor, sentence)
        if before is not None:
            yield before
        said = _predicate(page, actor, actor.end, sentence)
        if said is not None:
            yield said
    for sentence in page.sentences:
        pronoun = _PRONOUN.match(page.plain, sentence.start, sentence.end)
        who = page.pronoun(pronoun.start(1)) if pronoun else None
        if pronoun is not None and who is not None and who.kind is ActorKind.PERSON and who.proper:
            said = _predicate(page, who, pronoun.end(1), sentence, pronoun.start(1))
            if said is not None:
                yield said


_PRONOUN = re.compile(r"[“\"]?(He|She)\b")
_AGE = re.compile(r",? \(?(?:aged )?\d{1,3}\)?(?=,)")
_CLOSED = re.compile(r"[ \u00a0]?(?:[,.;:)\n—–\"”]|$| and\b| who\b| which\b| whose\b)")


def _behind(page: Page, actor: Actor, sentence: Sentence) -> Draft | None:
    """ "Anna Velin, a lawyer for the miners, said": the noun phrase behind the name and a comma."""
    text = page.plain
    aged = _AGE.match(text, actor.end, sentence.end)
    at = aged.end() if aged else actor.end
    if text[at : at + 2] == ", " or text[at : at + 2] == " (":
        begin = at + 2
    else:
        return None
    stop = min(sentence.end, begin + _REACH)
    office = read_office(page, begin, stop, by_ending=True)
    if office is None or not _CLOSED.match(text, office.end, sentence.end):
        return None
    if not office.determined and office.body is None and not text[begin : begin + 1].islower():
        return None  # "Velin, President Dorov": the next of a list
    if _is_listed(page, office, begin):
        return None
    return _draft(page, "apposition", actor, office, actor.start, actor.end)


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
_DETERMINER = re.compile(
    r"(?:^|(?<=[\s(“\"]))(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}[’']s?)) "
)


def _in_front(page: Page, actor: Actor, sentence: Sentence) -> Draft | None:
    """ "the ambassador to Karn, Anna Velin", "union spokesman Anton Velin": the noun phrase before the name."""
    text = page.plain
    low = max(sentence.start, actor.start - 120)
    before = text[low : actor.start]
    if before.endswith(", "):
        return _before_comma(page, actor, low, before)
    left = _LEFT.search(before)
    if left is None:
        return None
    tokens = list(_WORD.finditer(before, left.start("np"), left.end("np")))
    words = role_words()
    if not tokens or not tokens[-1][0][0].islower() or not _is_office(tokens[-1][0], words, False):
        return None
    first = len(tokens) - 1
    stops = name_words("en").function_words | _STOPS | words.of
    while first > 0 and tokens[first - 1][0].lower() not in stops and not _is_verb(page, tokens[first - 1][0]):
        first -= 1
    head = Span(low + tokens[-1].start(), low + tokens[-1].end())
    former = any(token[0].lower() in words.former for token in tokens[first:])
    office = Office(head, low + tokens[first].start(), head.end, None, None, former, False)
    return _draft(page, "before", actor, office, actor.start, actor.end)


def _before_comma(page: Page, actor: Actor, low: int, before: str) -> Draft | None:
    """The nearest article or possessive whose phrase tells an office and runs up to the comma before the name."""
    for found in reversed(list(_DETERMINER.finditer(before))):
        if re.search(r"[,.;:()“”\"]", before[found.end() : -2]):
            return None
        start = low + (found.start("owner") if found["owner"] else found.end())
        office = read_office(page, start, actor.start - 2, by_ending=False)
        if office is not None and office.end >= actor.start - 2:
            return _draft(page, "front", actor, office, actor.start, actor.end)
    return None


def _is_verb(page: Page, word: str) -> bool:
    low = word.lower()
    return word.islower() and low in page.lexicon.verbs and low.endswith(("ed", "s", "ing"))


def _predicate(page: Page, actor: Actor, at: int, sentence: Sentence, start: int | None = None) -> Draft | None:
    """ "She was the head of the union", "who works as a nurse"."""
    found = role_words().copula.match(page.plain, at, sentence.end)
    if found is None:
        return None
    office = read_office(page, found.end(), min(sentence.end, found.end() + _REACH), by_ending=True)
    if office is None or (office.body is None and not _CLOSED.match(page.plain, office.end, sentence.end)):
        return None
    if not office.determined and office.body is None and "as" not in found["verb"]:
        return None  # "is president" alone may be any verb's complement
    draft = _draft(page, "predicate", actor, office, start if start is not None else actor.start, at)
    how = (found["how"] or "").strip()
    if how in ("not", "never"):
        draft.polarity = Polarity.DID_NOT_HAPPEN
        draft.note("polarity", f"because of {how!r}", found.start("how"), found.end("how"))
    return draft


_TO = re.compile(r" (?:as |to be |to serve as |to become )")
_TO_BODY = re.compile(r" (?:again )?to (?:the |a |its |his )?")
_MODAL = re.compile(
    r"\b(will|would|should|could|may|might|must|can|to|if|unless|cannot|not|never)\b[^,.;:]{0,30}$", re.I
)


def _appointments(page: Page) -> Iterator[Draft]:
    words = role_words()
    for sentence in page.sentences:
        for found in words.appointed.finditer(page.plain, sentence.start, sentence.end):
            who, start, end = _subject(page, sentence, found.start())
            draft = _appointed(page, sentence, found, who, start, end, found.end())
            if draft is not None:
                yield draft
        for found in words.appoint.finditer(page.plain, sentence.start, sentence.end):
            if words.appointed.search(page.plain, max(sentence.start, found.start() - 12), found.end() + 1):
                continue
            start = found.end()
            actor = next(
                (one for one in page.actors_in(start, start + 45) if one.start - start < 24 and one.proper), None
            )
            who = actor if actor is not None and actor.kind is ActorKind.PERSON else page.pronoun(start)
            end = actor.end if actor is not None else start + 3
            draft = _appointed(page, sentence, found, who, start, end, end)
            if draft is not None:
                yield draft


def _subject(page: Page, sentence: Sentence, at: int) -> tuple[Actor | None, int, int]:
    """The person named, or the pronoun, nearest before the verb."""
    actors = [one for one in page.actors_in(max(sentence.start, at - 60), at) if one.proper]
    near = actors[-1] if actors else None
    pronouns = list(re.finditer(r"\b([Hh]e|[Ss]he|[Ww]ho)\b", page.plain[max(sentence.start, at - 30) : at]))
    if pronouns and (near is None or near.end < max(sentence.start, at - 30) + pronouns[-1].start()):
        start = max(sentence.start, at - 30) + pronouns[-1].start()
        who = page.pronoun(start) if pronouns[-1][0].lower() != "who" else near
        return who, start, start + len(pronouns[-1][0])
    return (near, near.start, near.end) if near is not None and near.kind is ActorKind.PERSON else (None, at, at)


def _appointed(
    page: Page, sentence: Sentence, found: re.Match[str], who: Actor | None, start: int, end: int, at: int
) -> Draft | None:
    if who is None or not who.proper or who.kind is not ActorKind.PERSON:
        return None
    text, words = page.plain, role_words()
    led = _TO.match(text, at, sentence.end)
    begin = led.end() if led else at + 1 if text[at : at + 1] == " " else at
    office = read_office(page, begin, min(sentence.end, begin + _REACH), by_ending=led is not None)
    anchor = Span(found.start("verb"), found.end("verb"))
    if office is not None:
        draft = _draft(page, "appointed", who, office, start, end)
    else:
        to = _TO_BODY.match(text, at, sentence.end)
        body = _body(page, to.end(), min(sentence.end, to.end() + 80)) if to else None
        if body is None or not _names_office(text[body.start : body.end], words):
            return None
        draft = Draft("role", anchor, "en.role.appointed", 0, Span(found.start(), body.end))
        draft.value = Value(role=RoleValue(text[body.start : body.end], text[body.start : body.end]))
        draft.participants.append(_holder(who, start, end))
    draft.anchor = anchor
    draft.note("type", f"{text[anchor.start : anchor.end]!r} puts somebody in office", anchor.start, anchor.end)
    _settle_mood(page, sentence, found, draft)
    return draft


def _names_office(words_of_body: str, words: RoleWords) -> bool:
    return not words.bodies.isdisjoint(re.findall(r"[a-z]+", words_of_body.lower()))


def _settle_mood(page: Page, sentence: Sentence, found: re.Match[str], draft: Draft) -> None:
    before = _MODAL.search(page.plain[max(sentence.start, found.start() - 40) : found.start("verb")])
    if before is None:
        return
    word = before[1].lower()
    if word in ("not", "never", "cannot"):
        draft.polarity = Polarity.DID_NOT_HAPPEN
        draft.note("polarity", f"because of {word!r}")
    else:
        draft.stance = Stance.EXPECTED if word in ("will", "would", "to") else Stance.POSSIBLE
        draft.note("stance", f"because of {word!r}")


def _holder(actor: Actor, start: int, end: int) -> Participant:
    full = actor.mention or Span(actor.start, actor.end)
    return Participant(
        role=Role.HOLDER, name=actor.name, kind=actor.kind, start=start, end=end,
        mention=full if (full.start, full.end) != (start, end) else None, inferred=actor.inferred or start != actor.start,
    )  # fmt: skip


def _draft(page: Page, how: str, actor: Actor, office: Office, start: int, end: int) -> Draft:
    text = page.text
    draft = Draft("role", office.head, f"en.role.{how}", 0, Span(min(start, office.start), max(end, office.end)))
    draft.note(
        "type", f"{text[office.head.start : office.head.end]!r} tells an office", office.head.start, office.head.end
    )
    body, participant = _organisation(page, office)
    role = " ".join(text[office.start : office.head.end].split())
    if office.body is not None and (
        participant is None or participant.start is None or participant.start < office.body.start
    ):
        role = " ".join(text[office.start : office.end].split())
    draft.value = Value(role=RoleValue(role, body, office.former))
    draft.note("value", f"role {role!r}", office.start, office.end)
    draft.participants.append(_holder(actor, start, end))
    if participant is not None:
        draft.participants.append(participant)
    return draft


def _organisation(page: Page, office: Office) -> tuple[str | None, Participant | None]:
    """The body of the office: named behind it, before its noun, or as its possessor."""
    spans = [office.body] if office.body else []
    spans.append(Span(office.start, office.head.start))
    if office.owner is not None:
        spans.append(office.owner)
    named = next((actor for span in spans for actor in page.actors_in(span.start, span.end) if _is_body(actor)), None)
    begin = _capital_start(page, office.body)
    if named is not None and (begin is None or named.start <= begin):
        return named.name, Participant(
            role=Role.ORGANISATION, name=named.name, kind=named.kind, start=named.start, end=named.end,
            mention=named.mention, inferred=named.inferred,
        )  # fmt: skip
    if office.body is None:
        return None, None
    if begin is not None:
        name = " ".join(page.text[begin : office.body.end].split())
        return name, Participant(
            role=Role.ORGANISATION, name=name, kind=ActorKind.ORGANISATION, start=begin, end=office.body.end
        )
    return " ".join(page.text[office.body.start : office.body.end].split()), None


def _is_body(actor: Actor) -> bool:
    return actor.proper and actor.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM)


_CAPITAL = re.compile(r"(?:[Tt]he\b[ \u00a0]|THE\b[ \u00a0])?(?=[^\W\d_a-zа-я])")
_INNER_BODY = re.compile(r"[ \u00a0](?:at|in|of)[ \u00a0](?:the[ \u00a0])?(?=[A-Z])")


def _capital_start(page: Page, body: Span | None) -> int | None:
    """Where the name of the body begins, past "the" or past what it leads ("economics at the X Institute"); None where it has no name."""
    if body is None:
        return None
    found = _CAPITAL.match(page.plain, body.start, body.end) or _INNER_BODY.search(page.plain, body.start, body.end)
    return found.end() if found and found.end() < body.end else None
