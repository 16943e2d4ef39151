"""One Russian sentence in, its words with cases and the people and bodies with the cases they may stand in out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from according.domain.statement import ActorKind, Count
from according.language.cases import ALL_CASES, name_cases, number_case, word_cases
from according.language.inflect import parses
from according.read.actors import Actor
from according.read.page import Page, Sentence
from according.read.russian_lexicon import plain
from according.read.tokens import MARKS, Tokens

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|(?:[^\W\d_]\.){1,3}(?=[ \u00a0]?[А-ЯЁ])|[^\W\d_]+(?:[-–][^\W\d_]+)*|[^\w\s]")
_MARKS = MARKS | dict.fromkeys('«»"“”', "Q")
_PRONOUNS: dict[str, tuple[frozenset[str], str | None, bool]] = {
    "он": (frozenset({"nomn"}), "m", False), "она": (frozenset({"nomn"}), "f", False), "они": (frozenset({"nomn"}), None, True),
    "его": (frozenset({"accs", "gent"}), "m", False), "ее": (frozenset({"accs", "gent"}), "f", False), "их": (frozenset({"accs", "gent"}), None, True),
    "ему": (frozenset({"datv"}), "m", False), "ей": (frozenset({"datv", "ablt"}), "f", False), "им": (frozenset({"datv", "ablt"}), None, True),
    "него": (frozenset({"gent"}), "m", False), "нее": (frozenset({"gent"}), "f", False), "них": (frozenset({"gent"}), None, True),
    "я": (frozenset({"nomn"}), None, False), "меня": (frozenset({"accs", "gent"}), None, False), "мне": (frozenset({"datv"}), None, False),
    "мы": (frozenset({"nomn"}), None, True), "нас": (frozenset({"accs", "gent"}), None, True), "нам": (frozenset({"datv"}), None, True),
    "ними": (frozenset({"ablt"}), None, True), "нему": (frozenset({"datv"}), "m", False), "ней": (frozenset({"datv", "ablt"}), "f", False),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Somebody:
    """An actor of the sentence with the cases its words may stand in."""

    start: int
    end: int
    cases: frozenset[str]
    actor: Actor | None  # None: a bare number ("погибли 16")
    gender: str | None
    plural: bool
    count: Count | None = None
    pronoun: bool = False
    preposition: str | None = None  # right before it
    words: str = ""  # of a pronoun


@dataclass(slots=True)
class RussianClause:
    """One sentence on the desk. `tokens` has the shape the engine's speakers ask for."""

    page: Page
    sentence: Sentence
    tokens: Tokens
    people: list[Somebody] = field(default_factory=list)
    groups: list[object] = field(default_factory=list)

    @property
    def lexicon(self) -> object:
        """The language's plain tables."""
        return self.page.lexicon

    def segment(self, index: int) -> tuple[int, int]:
        """First and last token of the part between marks that holds token `index`."""
        first = last = index
        while first > 0 and self.tokens.tags[first - 1] not in ",;(-)":
            first -= 1
        while last + 1 < len(self.tokens) and self.tokens.tags[last + 1] not in ",;()-":
            last += 1
        return first, last


def open_clause(page: Page, sentence: Sentence) -> RussianClause:
    """Tokens and everybody in the sentence."""
    starts, ends, words = [], [], []
    for match in _TOKEN.finditer(page.text, sentence.start, sentence.end):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group())
        if len(words) >= 400:
            break
    tags = [_MARKS.get(word, "J" if word[0].isdigit() else "W") for word in words]
    tokens = Tokens(starts, ends, words, [plain(word) for word in words], tags, [False] * len(words))
    clause = RussianClause(page, sentence, tokens)
    clause.people = _people(page, sentence, tokens)
    return clause


def _people(page: Page, sentence: Sentence, tokens: Tokens) -> list[Somebody]:
    out: list[Somebody] = []
    end = -1
    for actor in page.mentions.between(sentence.start, sentence.end):
        if actor.start < end:
            continue
        end = actor.end
        out.append(_as_somebody(page, actor))
    out += _bare_numbers(page, sentence, tokens, out)
    taken = [(one.start, one.end) for one in out]
    for k, low in enumerate(tokens.lows):
        known = _PRONOUNS.get(low)
        if known is None or (low in ("его", "ее", "их") and _is_possessive(tokens, k)):
            continue
        if any(a <= tokens.starts[k] < b for a, b in taken):
            continue
        actor_of = page.pronoun(tokens.starts[k])
        if actor_of is not None and known[1] and not known[2] and _is_several(actor_of.name):
            actor_of = None  # «он» is none of the two told of before
        out.append(
            Somebody(
                tokens.starts[k],
                tokens.ends[k],
                known[0],
                actor_of,
                known[1],
                known[2],
                None,
                True,
                _before(page.text, tokens.starts[k]),
                tokens.words[k],
            )
        )
    out.sort(key=lambda one: one.start)
    return [_with_preposition_of_role(page.text, out, k) for k in range(len(out))]


def _is_several(name: str) -> bool:
    first = name.split(" ", 1)[0].lower()
    return first != "один" and (first.isdigit() or parses(first)[0][0] == "NUMR")


def _with_preposition_of_role(text: str, people: list[Somebody], k: int) -> Somebody:
    """«с канцлером Германии Анной Ким»: the preposition before a role is also the one of the name behind it."""
    one = people[k]
    if one.preposition is not None or one.actor is None or not one.actor.proper or k == 0:
        return one
    for role in reversed(people[max(0, k - 2) : k]):
        if (
            role.actor is not None
            and not role.actor.proper
            and role.preposition is not None
            and role.actor.name == one.actor.name
        ):
            return replace(one, preposition=role.preposition)
    return one


def _bare_numbers(page: Page, sentence: Sentence, tokens: Tokens, known: list[Somebody]) -> list[Somebody]:
    """«ещё 64 получили ранения»: a count without its noun stands for people."""
    out = []
    for count in page.counts_in(sentence.start, sentence.end):
        if count.start is None or count.end is None or not _counts_people(count):
            continue
        start, end = count.start, count.end
        if any((one.start < end and start < one.end) or one.count is count for one in known):
            continue
        k = tokens.at(end)
        if (
            k < len(tokens)
            and tokens.tags[k] == "W"
            and parses(tokens.lows[k])[0][0] in ("NOUN", "ADJF", "PRTF", "NUMR")
        ):
            continue
        out.append(
            Somebody(start, end, frozenset({"nomn", "accs", "gent"}), None, None, True, count, False, _before(page.text, start))
        )  # fmt: skip
    return out


def _is_possessive(tokens: Tokens, k: int) -> bool:
    if k + 1 >= len(tokens) or tokens.tags[k + 1] != "W":
        return False
    return parses(tokens.lows[k + 1])[0][0] in ("NOUN", "ADJF", "PRTF") and not (
        k > 0 and tokens.lows[k - 1] in ("у", "на", "для", "против")
    )


def _as_somebody(page: Page, actor: Actor) -> Somebody:
    count = next(
        (
            one
            for one in page.counts_in(actor.start - 30, actor.end)
            if one.end is not None and one.end >= actor.start - 1 and _counts_people(one)
        ),
        None,
    )
    plural = actor.plural or (count is not None and count.max != 1)
    cases = actor_cases(actor, count is not None)
    if actor.proper and actor.kind is ActorKind.PERSON and "nomn" in cases and " " not in actor.text:
        noun = parses(_word_before(page.text, actor.start).lower())[:1]
        if noun and noun[0][0] == "NOUN" and noun[0][2] != "nomn" and "anim" not in noun[0][3] and noun[0][2] != "accs":
            cases = cases - {"nomn"}  # «диктатуры Пинова»: a name agrees with the noun in front or is its genitive
    if actor.text[:1] in '«"“':
        cases = (
            word_cases(_word_before(page.text, actor.start)) or cases
        )  # the kind word carries the case: «профсоюза "X"»
    before = _before(page.text, min(actor.start, count.start if count and count.start is not None else actor.start))
    if before is None and actor.proper and actor.kind is ActorKind.PERSON:
        before = _before_title(page.text, actor.start, cases)
    return Somebody(
        actor.start, actor.end, cases, actor, actor.gender, plural, count, False, before,
    )  # fmt: skip


_TITLED = re.compile(r"([а-яё]+)[ \u00a0]([а-яё]+(?:-[а-яё]+)?)[ \u00a0]$")


def _before_title(text: str, start: int, cases: frozenset[str]) -> str | None:
    """«к министру Олегу Лаптеву»: the preposition of the title is the one of the name."""
    found = _TITLED.search(text[max(0, start - 50) : start].lower())
    if found is None or found[1] not in _PREPOSITIONS:
        return None
    titled = any(one[0] == "NOUN" and "anim" in one[3] and one[2] in cases for one in parses(found[2])[:3])
    return found[1] if titled else None


_NOT_PEOPLE = re.compile(
    r"год|лет|месяц|недел|сут|день|дня|дней|час|минут|процент|тенге|рубл|доллар|%|кг|км|метр|тонн|пуль|патрон"
)


def _counts_people(count: Count) -> bool:
    return not (count.unit and _NOT_PEOPLE.search(count.unit)) and not _NOT_PEOPLE.search(count.words)


_SAME = {"gen2": "gent", "loc2": "loct", "acc2": "accs"}


def _word_before(text: str, start: int) -> str:
    found = re.search(r"([а-яёА-ЯЁ]+)[ \u00a0]$", text[max(0, start - 40) : start])
    return found[1] if found else ""


def _before(text: str, start: int) -> str | None:
    found = re.search(
        r"([а-яё]+)[ \u00a0](?:[а-яё]+(?:ого|его|ой|ей|ому|ему|ым|им|ых|ом|ем|ую|юю)[ \u00a0])?$",
        text[max(0, start - 36) : start].lower(),
    )
    return found[1] if found and found[1] in _PREPOSITIONS else None


_PREPOSITIONS = frozenset(
    [
        "в",
        "во",
        "на",
        "у",
        "с",
        "со",
        "от",
        "из",
        "к",
        "ко",
        "по",
        "за",
        "под",
        "над",
        "о",
        "об",
        "при",
        "для",
        "без",
        "против",
        "между",
        "около",
        "возле",
        "среди",
        "перед",
        "после",
        "до",
        "про",
        "через",
        "вместо",
        "кроме",
        "насчет",
        "отношении",
    ]
)


def actor_cases(actor: Actor, counted: bool) -> frozenset[str]:
    """The cases a phrase may stand in: what its words agree on. A counted phrase stands where its number stands."""
    words = re.findall(r"[^\W\d_]+", actor.text)
    if counted or any(parses(word.lower())[0][0] == "NUMR" for word in words[:-1]):
        oblique = next((case for case in map(number_case, words) if case is not None), None)
        if oblique:
            return frozenset({oblique})
        numbers = [
            [one[2] for one in parses(word.lower()) if one[0] == "NUMR" or (one[0] == "ADJF" and one[1] == "один")]
            for word in words
        ]  # «одного человека» is no subject either
        if any(cases and "nomn" not in cases for cases in numbers):
            return frozenset({"accs", "gent"})  # «двух журналистов» are no subject
        return frozenset({"nomn", "accs", "gent"})
    if (
        actor.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM)
        and actor.proper
        and (actor.text[:1] in '«"“' or actor.text.isupper())
    ):
        return ALL_CASES
    if actor.kind is ActorKind.PERSON and actor.proper:
        return name_cases(words, actor.name)
    head = next(
        (
            word
            for word in reversed(words)
            if any(one[1].replace("ё", "е") == actor.head for one in parses(word.lower()))
        ),
        words[-1] if words else "",
    )
    # «политика» of somebody is the genitive of a man, not the nominative of his trade
    own = frozenset(
        one[2]
        for one in parses(head.lower())
        if one[1].replace("ё", "е") == actor.head
        and one[0] == "NOUN"
        and one[2]
        and (actor.plural or counted or "plur" not in one[3])
    )
    cases = word_cases(head)
    return (cases & frozenset(_SAME.get(one, one) for one in own) or cases) or ALL_CASES
