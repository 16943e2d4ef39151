"""A place in a page in, the office told there out: "a lawyer for the miners", "head of the union": noun, phrase, body. English."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Role, RoleValue, Stance, Value
from according.language.givens import title_words
from according.language.lists import name_words
from according.language.words import one_of, read_table
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.page import Page

WORD = re.compile(r"[^\W_]+(?:[’'&.\-][^\W_]+)*[’']?|[,.;:()“”\"—–\n]|-")
REACH = 170  # characters an apposition may run


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of `relations.toml`, ready to ask."""

    nouns: frozenset[str]
    endings: re.Pattern[str]
    never: frozenset[str]
    openers: re.Pattern[str]
    former: frozenset[str]
    alleged: re.Pattern[str]
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
        re.compile(rf"\b(?:{one_of(table['alleged'])})\b", re.I),
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
    tokens = WORD.finditer(text, begin, stop)
    last: re.Match[str] | None = None
    body: Span | None = None
    owner: Span | None = None
    end = begin
    for count, token in enumerate(tokens):
        low = token[0].lower()
        if not low[0].isalnum() or low in STOPS or count > 12:
            break
        if low in words.of and last is not None:
            head = last
            body = read_body(page, token.end() + 1, stop)
            end = body.end if body else last.end()
            break
        if low in ("and", "or", "then") and last is not None:
            if is_office(last[0], words, by_ending):
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
    if head is None or not is_office(head[0], words, by_ending and opened is not None):
        return None
    determined = opened is not None or owner is not None
    return Office(Span(head.start(), head.end()), begin, end, body, owner, former, determined)


STOPS = frozenset(
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


def read_body(page: Page, start: int, stop: int) -> Span | None:
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


def is_office(word: str, words: RoleWords, by_ending: bool) -> bool:
    low = word.lower().rstrip("’'")
    if low in words.never or len(low) < 4:
        return False
    return low in words.nouns or (by_ending and words.endings.fullmatch(low) is not None)


def holder_of(actor: Actor, start: int, end: int) -> Participant:
    full = actor.mention or Span(actor.start, actor.end)
    return Participant(
        role=Role.HOLDER, name=actor.name, kind=actor.kind, start=start, end=end,
        mention=full if (full.start, full.end) != (start, end) else None, inferred=actor.inferred or start != actor.start,
    )  # fmt: skip


def role_draft(page: Page, how: str, actor: Actor, office: Office, start: int, end: int) -> Draft:
    text = page.text
    kind = "membership" if text[office.head.start : office.head.end].lower() in ("member", "members") else "role"
    draft = Draft(kind, office.head, f"en.{kind}.{how}", 0, Span(min(start, office.start), max(end, office.end)))
    draft.note(
        "type", f"{text[office.head.start : office.head.end]!r} tells an office", office.head.start, office.head.end
    )
    if role_words().alleged.search(page.plain, max(0, office.start - 16), office.head.start):
        draft.stance = Stance.ALLEGED
        draft.note("stance", "the teller keeps distance from the office")
    body, participant = _organisation(page, office)
    role = " ".join(text[office.start : office.head.end].split())
    if office.body is not None and (
        participant is None or participant.start is None or participant.start < office.body.start
    ):
        role = " ".join(text[office.start : office.end].split())
    draft.value = Value(role=RoleValue(role, body, office.former))
    draft.note("value", f"role {role!r}", office.start, office.end)
    draft.participants.append(holder_of(actor, start, end))
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
