"""English text in, the people and bodies it speaks of without a name out: "a senior police officer", "prosecutors", "her daughter"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from according.domain.statement import ActorKind
from according.language.lists import name_words, phrase_words
from according.read.inflect import noun_forms

_WORD = re.compile(r"[A-Za-z][a-z]+(?:-[a-z]+)*")
_BLANKS = frozenset(" \u00a0\n\t\r")
_LEFT_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*[’']?")
_LEFT_TAIL = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*[’']?$")
_AGED = re.compile(r"(?:^|\D)(\d{1,3})(?:-|[ \u00a0])year(?:-|[ \u00a0])old")
_AGE_AFTER = re.compile(r"^,? (?:aged |age )(\d{1,3})\b")
_DETERMINERS = phrase_words("en", "determiners")
_NUMBERS = phrase_words("en", "numbers")
_MODIFIERS = phrase_words("en", "modifiers")
_SUFFIX = re.compile(r"(?:ish|ian|ese|ic|al|ive|ary|ous|ent|ant|ed)$")
_VERBS_LIKE = phrase_words("en", "verbs_like_adjectives")


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """One noun phrase without a name."""

    start: int
    end: int
    text: str
    head: str  # singular or plural as written, small letters
    kind: ActorKind
    gender: str | None
    plural: bool
    minor: bool
    age: int | None
    determiner: str | None  # "the", "her", "two" …
    possessor: tuple[int, int] | None = None  # span of a name or noun in "Petrova's daughter"


@cache
def _heads() -> dict[str, tuple[ActorKind, bool]]:
    """Forms of the nouns we know, each with kind and whether it is plural."""
    lists = tomllib.loads((files("according.read") / "data" / "en" / "nouns.toml").read_text(encoding="utf-8"))
    table: dict[str, tuple[ActorKind, bool]] = {}
    for key, one, many in (
        ("organisations", ActorKind.ORGANISATION, ActorKind.ORGANISATION),
        ("people", ActorKind.UNNAMED, ActorKind.GROUP),
        ("kin", ActorKind.UNNAMED, ActorKind.GROUP),
        ("minors", ActorKind.UNNAMED, ActorKind.GROUP),
        ("offices", ActorKind.OFFICE, ActorKind.GROUP),
        ("courts", ActorKind.ORGANISATION, ActorKind.GROUP),
        ("media", ActorKind.MEDIUM, ActorKind.MEDIUM),
    ):
        for noun in lists[key]:
            if " " in noun or noun in _NOT_HEADS:
                continue
            for number, form in enumerate(noun_forms(noun)):
                word = form[0] if isinstance(form, tuple) else form
                plural = number > 0 or (noun.endswith("s") and noun not in ("witness", "eyewitness", "boss"))
                table[word] = (many if plural else one, plural)
    for noun in (*lists["groups"], "authorities", "prosecutors", "troops", "families", "relatives"):
        if noun not in _NOT_HEADS and noun not in table:
            table[noun] = (ActorKind.GROUP, True)
    for noun in (
        "police",
        "government",
        "authorities",
        "prosecution",
        "regime",
        "administration",
        "army",
        "court",
        "parliament",
        "opposition",
    ):
        table[noun] = (ActorKind.ORGANISATION, noun in ("police", "authorities"))
    for noun in ("judge", "president", "mayor", "governor", "minister", "prosecutor", "ombudsman", "ambassador"):
        table[noun] = (ActorKind.OFFICE, False)
    for noun in (
        "people",
        "family",
        "youth",
        "couple",
        "gang",
        "crowd",
        "mob",
        "team",
        "band",
        "crew",
        "delegation",
        "public",
        "community",
        "population",
    ):
        table[noun] = (ActorKind.GROUP, True)
    for noun in ("eyewitness", "eyewitnesses", "witnesses", "witness", "sources", "source"):
        table[noun] = (ActorKind.UNNAMED, noun.endswith("es") or noun == "sources")
    return table


_NOT_HEADS = phrase_words("en", "no_heads")


@cache
def _kin() -> frozenset[str]:
    lists = tomllib.loads((files("according.read") / "data" / "en" / "nouns.toml").read_text(encoding="utf-8"))
    return frozenset(lists["kin"])


@cache
def _women_and_minors() -> tuple[frozenset[str], frozenset[str]]:
    lists = tomllib.loads((files("according.read") / "data" / "en" / "nouns.toml").read_text(encoding="utf-8"))
    return frozenset(lists["women"]), frozenset(lists["minors"])


@cache
def _spelled() -> dict[str, tuple[ActorKind, bool]]:
    """The nouns as `_WORD` can find them: in small letters, or with a capital in front."""
    table = {noun[:1].upper() + noun[1:]: known for noun, known in _heads().items() if noun.islower()}
    return table | _heads()


def names_somebody(noun: str) -> bool:
    """Whether a noun in small letters tells of people, an office or a body."""
    return noun in _heads()


def is_kin(head: str) -> bool:
    """Whether the noun names a relative or friend."""
    return head in _kin()


def role_phrases(text: str) -> Iterator[RolePhrase]:
    """Every phrase around a noun we know for people, offices and bodies, in order of the noun."""
    heads = _spelled()
    last_end = -1
    held: RolePhrase | None = None
    for match in [match for match in _WORD.finditer(text) if match[0] in heads]:
        word = match[0]
        if word[0].isupper() and not _begins(text, match.start()):
            continue
        phrase = _phrase(text, match.start(), match.end(), word.lower(), heads[word], last_end)
        if held is not None and phrase.start <= held.start:
            held = phrase  # "police" in "police officers": the last noun is the head
            continue
        if held is not None:
            yield held
            last_end = held.end
        held = phrase
    if held is not None:
        yield held


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"'“‘(")
    return not before or before[-1] in ".!?:;\n•*–—"


def _phrase(text: str, start: int, end: int, head: str, known: tuple[ActorKind, bool], floor: int) -> RolePhrase:
    kind, plural = known
    begin, determiner, possessor = _left_edge(text, start, floor)
    words = text[begin:end]
    women, minors = _women_and_minors()
    age = _AGED.search(words) or _AGE_AFTER.match(text[end : end + 12])
    years = int(age[1]) if age else None
    gender = (
        "f"
        if head in women
        else "m"
        if head in name_words("en").masculine or head.endswith(("man", "men")) or head in _MEN
        else None
    )
    minor = head in minors or (years is not None and years < 18) or "underage" in words
    if head in minors and determiner in ("his", "her", "their") and head in ("child", "children"):
        minor = False  # somebody's child may be grown up
    return RolePhrase(begin, end, words, head, kind, gender, plural, minor, years, determiner, possessor)


_MEN = phrase_words("en", "men")


def _words_before(text: str, low: int, start: int) -> list[tuple[int, str]]:
    """The words, parted by single blanks, that run up to `start`, with where each begins."""
    tokens: list[tuple[int, str]] = []
    end = start
    while end > low and text[end - 1] in " \u00a0":
        begin = end - 1
        while begin > low and text[begin - 1] not in _BLANKS:
            begin -= 1
        word = text[begin : end - 1]
        if _LEFT_WORD.fullmatch(word) is None:
            inner = _LEFT_TAIL.search(word)  # "(two workers": the part behind the mark
            if inner is not None and inner.end() > inner.start():
                tokens.append((begin + inner.start(), inner[0]))
            break
        tokens.append((begin, word))
        end = begin
    tokens.reverse()
    return tokens


def _left_edge(text: str, start: int, floor: int) -> tuple[int, str | None, tuple[int, int] | None]:
    """Where the phrase begins, going left over modifiers to a determiner, a number or a possessor."""
    tokens = _words_before(text, max(floor, start - 70, 0), start)
    if not tokens:
        return start, None, None
    begin, determiner = start, None
    peoples = name_words("en").peoples
    for place, (where, word) in enumerate(reversed(tokens)):
        bare = word.lower()
        if bare in _DETERMINERS:
            return where, bare, None
        if word.endswith(("'s", "’s", "s'", "s’")):
            return (
                _possessor_start(text, where),
                "possessive",
                (_possessor_start(text, where), where + len(word.rstrip("s")) - (0 if word[-1] in "'’" else 1)),
            )
        if bare in _NUMBERS or bare.isdigit() or _AGED.match(bare):
            begin, determiner = where, determiner or bare
        elif (
            bare in _MODIFIERS
            or bare in peoples
            or (word.isupper() and len(word) > 1)
            or (bare in _heads() and not word[0].isupper())
            or (
                _SUFFIX.search(bare)
                and bare not in _VERBS_LIKE
                and not (bare.endswith("ed") and place + 1 == len(tokens))
            )
        ):
            if word[0].isupper() and bare not in peoples and not word.isupper() and not _begins(text, where):
                break
            if (
                bare.endswith("ed")
                and bare not in _MODIFIERS
                and not _follows_determiner(tokens, len(tokens) - 1 - place)
            ):
                break
            begin = where
        else:
            break
    return begin, determiner, None


def _follows_determiner(tokens: list[tuple[int, str]], place: int) -> bool:
    return any(
        word.lower() in _DETERMINERS or word.lower() in _NUMBERS for _, word in tokens[max(0, place - 2) : place]
    )


def _possessor_start(text: str, where: int) -> int:
    """Where the name that ends at `where`'s word begins: capitals to the left, or an article."""
    if not text[where].isupper():
        before = re.search(r"(?:the|a|an|his|her|their) $", text[max(0, where - 6) : where])
        return where - len(before.group()) if before else where
    before = re.search(r"(?:[A-Z][\w\-]* ){1,3}$", text[max(0, where - 50) : where])
    return where - len(before.group()) if before else where
