"""A page in Russian in, drafts of offices and kin out: «прокурор области Вера Тулина», «стал главой МВД», «дочь Павла Дорова Анна».

The office by its lemma, the holder by name or by a pronoun that stands for one; never a bare title right before a name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Polarity, Role, RoleValue, Stance, Value
from according.language.cases import name_cases, word_cases
from according.language.inflect import parses
from according.language.lists import name_words, phrase_words
from according.language.words import one_of
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.page import Page, Sentence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PHRASE_END = re.compile(
    r"[,.;:!?()«»\"\n—–]|[ \u00a0](?:и|а|но|который|которая|которого|которую|что|сообщил|заявил|сказал)[^\w]"
)
_REACH = 120  # characters between an office and the name of who holds it


@dataclass(frozen=True, slots=True)
class _Words:
    offices: frozenset[str]
    member: frozenset[str]
    kin: frozenset[str]
    is_verb: re.Pattern[str]
    post: re.Pattern[str]
    appoint: frozenset[str]


@cache
def _words() -> _Words:
    table = tomllib.loads((files("according.read") / "data" / "ru" / "relations.toml").read_text("utf-8"))["roles"]
    kin = phrase_words("ru", "kin") - {"семья", "родитель", "родственница"}
    offices = frozenset(_plain(one) for one in (*name_words("ru").titles, *table["nouns"])) - kin
    return _Words(
        offices - frozenset(_plain(one) for one in table["never"]), frozenset(table["member"]), kin,
        re.compile(rf"(?<!\w)(?P<verb>{one_of(table['is_verb'])})(?!\w)", re.I),
        re.compile(rf"(?<!\w)(?P<verb>{one_of(table['holds'])}) (?:на )?(?:[а-яё]+ )?(?:{one_of(table['post'])}) ", re.I),
        frozenset(table["appoint"]),
    )  # fmt: skip


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


def find_russian_relations(page: Page) -> Iterator[Draft]:
    """Offices and kin in no order; each office of one person once."""
    seen: set[tuple[str, str, str]] = set()
    for draft in (*_beside_names(page), *_before_ranks(page), *_predicates(page), *_appointments(page)):
        holder = draft.participants[0].name
        told = (
            draft.value.role.role if draft.value and draft.value.role else draft.value.kin or "" if draft.value else ""
        )
        if (draft.type, holder, _plain(told)) not in seen:
            seen.add((draft.type, holder, _plain(told)))
            yield draft


def _beside_names(page: Page) -> Iterator[Draft]:
    """Nouns of office that the finder of names tied to a name beside them."""
    words = _words()
    for actor in page.mentions.actors:
        bearer = actor.mention
        if actor.proper or actor.kind is not ActorKind.PERSON or bearer is None or not actor.description:
            continue
        head = _plain(actor.head)
        if abs(bearer.start - actor.end) > _REACH and abs(actor.start - bearer.end) > _REACH:
            continue
        between = page.text[min(actor.end, bearer.end) : max(actor.start, bearer.start)]
        if re.search(r"[.;!?\n]", between) or _tells(between) or _is_adjective(page.text[bearer.start : bearer.end]):
            continue
        if head in words.kin:
            kin = _kinship(page, actor, bearer)
            if kin is not None:
                yield kin
        elif head in words.offices and _agrees(page, actor, bearer) and not _leads_another(page, actor, bearer):
            yield _role(page, actor, bearer)


def _tells(words: str) -> bool:
    """Whether a finite verb stands among the words: they are no one phrase."""
    for match in _WORD.finditer(words):
        found = parses(match[0].lower())[:2]
        if found and all(one[0] in ("VERB", "PRTS") for one in found):
            return True
    return False


def _is_adjective(name: str) -> bool:
    """Whether a lone "name" is rather an adjective of a place: «Московской»."""
    return " " not in name and any(one[0] == "ADJF" for one in parses(name.lower())[:2])


def _agrees(page: Page, actor: Actor, bearer: Span) -> bool:
    """Whether the noun of office, read as that noun, and the name may stand in one case."""
    lemma = _plain(actor.head)
    head = _head(page, actor.start, actor.end, lemma)
    readings = parses(page.text[head.start : head.end].lower())
    own = {one[2] for one in readings if _plain(one[1]) == lemma and "plur" not in one[3]}
    return bool(own & name_cases(page.text[bearer.start : bearer.end].split(), actor.name))


def _leads_another(page: Page, actor: Actor, bearer: Span) -> bool:
    """«… и актриса Кара Велин»: the office stands right before somebody else's name."""
    behind = [one for one in page.mentions.between(actor.end, actor.end + 60) if one.start <= actor.end + 2]
    return any(
        one.proper and one.kind is ActorKind.PERSON and one.start != bearer.start and not _is_adjective(one.text)
        for one in behind
    )


_TRAILS = re.compile(
    r"(?:[ \u00a0]*(?:[—–-]|\d{1,3}-летн\w+|генерал(?:-\w+)?\w*|маршал\w*|полковник\w*|сэр\w*))+[ \u00a0]*$"
)
_DISTANCED = re.compile(r"(?<!\w)(?:предполагаем|якобы|подозреваем|мним|самопровозглаш)\w*", re.I)


def _before_ranks(page: Page) -> Iterator[Draft]:
    """«заместитель главы штаба генерал Павел Велин»: an office further left that agrees with the name."""
    words, actors = _words(), page.mentions.actors
    for number, actor in enumerate(actors):
        if not actor.proper or actor.kind is not ActorKind.PERSON or " " not in actor.text:
            continue
        cases = name_cases(actor.text.split(), actor.name)
        best: Actor | None = None
        for other in reversed(actors[max(0, number - 8) : number]):
            gap = page.text[other.end : actor.start]
            if len(gap) > _REACH or re.search(r"[,.;:!?\n]", gap) or (other.proper and other.kind is ActorKind.PERSON):
                break
            if other.proper or other.mention is not None or _plain(other.head) not in words.offices:
                continue
            head = _head(page, other.start, other.end, _plain(other.head))
            if word_cases(page.text[head.start : head.end]) & cases and gap.strip():
                best = other
        if best is not None:
            yield _role(page, replace(best, name=actor.name), Span(actor.start, actor.end))


_PUTS = re.compile(
    r"(?<!\w)(?P<verb>(?:пере)?(?:назнач|избр|избер|избира|утверд|утвержда|выдвин|выдвига|выбра|выбер)[а-яё]+)(?!\w)",
    re.I,
)


def _appointments(page: Page) -> Iterator[Draft]:
    """«президент назначил Веру Тулину прокурором», «выдвинул его на пост судьи»."""
    words = _words()
    for sentence in page.sentences:
        for found in _PUTS.finditer(page.text, sentence.start, sentence.end):
            speech = next((one for one in parses(found["verb"].lower()) if one[0] in ("VERB", "INFN")), None)
            if speech is None or speech[1] not in words.appoint or ("indc" not in speech[3] and speech[0] == "VERB"):
                continue
            behind = [one for one in page.actors_in(found.end(), min(sentence.end, found.end() + 90)) if one.proper]
            holder = next((one for one in behind if one.kind is ActorKind.PERSON), None)
            noun = _office_near(page, sentence, found, "ablt")
            if holder is None or noun is None or noun[0].start < found.end() or _is_adjective(holder.text):
                continue
            head, lemma = noun
            draft = _draft("role", Span(found.start("verb"), found.end("verb")), "appointed")
            end = min([_phrase_end(page, head.end), *(one for one in (holder.start,) if one >= head.end)])
            text = " ".join(page.text[head.start : end].split()).rstrip(" ,")
            draft.value = Value(
                role=RoleValue(_nominative(text, page.text[head.start : head.end], lemma), _body(page, head.end, end))
            )
            draft.clause = Span(found.start(), max(end, holder.end))
            draft.participants.append(_person(Role.HOLDER, holder.name, Span(holder.start, holder.end), holder))
            if "futr" in speech[3] or speech[0] == "INFN":
                draft.stance = Stance.EXPECTED
                draft.note("stance", "told in the future", found.start(), found.end())
            _settle_mood(page, sentence, found, draft)
            yield draft


def _role(page: Page, actor: Actor, bearer: Span) -> Draft:
    before = actor.start < bearer.start
    end = bearer.start if before else _phrase_end(page, actor.end)
    start, head = actor.start, _head(page, actor.start, actor.end, _plain(actor.head))
    draft = _draft(
        "membership" if _plain(actor.head) in _words().member else "role", head, "before" if before else "apposition"
    )
    trail = _TRAILS.search(page.text, head.end, end)
    end = trail.start() if trail else end
    if _DISTANCED.search(page.text, max(0, start - 18), head.start):
        draft.stance = Stance.ALLEGED
        draft.note("stance", "the teller keeps distance from the office")
    text = " ".join(page.text[start:end].split()).rstrip(" ,")
    draft.value = Value(
        role=RoleValue(
            _nominative(text, page.text[head.start : head.end], actor.head),
            _body(page, head.end, end),
            _is_former(page, start),
        )
    )
    draft.clause = Span(min(start, bearer.start), max(end, bearer.end))
    draft.participants.append(_person(Role.HOLDER, actor.name, bearer, actor))
    _add_body(page, draft, head.end, end)
    return draft


def _draft(kind: str, anchor: Span, how: str) -> Draft:
    draft = Draft(kind, anchor, f"ru.{kind}.{how}", 0, anchor)
    draft.note("type", "a noun of office or kin beside a name", anchor.start, anchor.end)
    return draft


def _head(page: Page, start: int, end: int, lemma: str) -> Span:
    """Where the noun itself stands in the phrase."""
    found = [
        m
        for m in _WORD.finditer(page.text, start, end)
        if any(_plain(one[1]) == lemma for one in parses(m[0].lower())[:4])
    ]
    return Span(found[-1].start(), found[-1].end()) if found else Span(start, end)


def _phrase_end(page: Page, at: int) -> int:
    found = _PHRASE_END.search(page.text, at, min(len(page.text), at + _REACH))
    return found.start() if found else at


def _nominative(words: str, head: str, lemma: str) -> str:
    """The phrase with its noun in the nominative where it stands first."""
    return lemma + words[len(head) :] if words.startswith(head) else words


def _is_former(page: Page, start: int) -> bool:
    before = page.text[max(0, start - 16) : start + 12].lower()
    return "бывш" in before or "экс-" in before


def _body(page: Page, start: int, end: int) -> str | None:
    """What the office is of: the named body, else the words behind the noun."""
    named = _named_body(page, start, end)
    if named is not None:
        return named.name
    words = " ".join(page.text[start:end].split()).strip(" ,")
    joined = words.startswith(("и ", "а ", "или "))
    return words if words and not joined and len(words) < 70 else None


def _named_body(page: Page, start: int, end: int) -> Actor | None:
    for actor in page.actors_in(start, end):
        if actor.proper and actor.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM):
            return actor
    return None


def _add_body(page: Page, draft: Draft, start: int, end: int) -> None:
    body = _named_body(page, start, end)
    if body is not None:
        draft.participants.append(_person(Role.ORGANISATION, body.name, Span(body.start, body.end), body))


def _person(role: Role, name: str, span: Span, actor: Actor) -> Participant:
    kind = actor.kind if role is not Role.HOLDER else ActorKind.PERSON
    return Participant(
        role=role,
        name=name,
        kind=kind,
        start=span.start,
        end=span.end,
        inferred=actor.inferred and not actor.proper and actor.mention is None,
    )


_PRONOUNS = re.compile(r"(?<!\w)(?P<whose>его|её|ее)[ \u00a0](?:[а-яё]+[ \u00a0])?$", re.I)


def _kinship(page: Page, actor: Actor, bearer: Span) -> Draft | None:
    """«дочь Павла Дорова Анна», «его жена Анна»: whose kin the one named is."""
    relative: Actor | None = None
    if actor.possessor:
        relative = next((one for one in page.mentions.actors if one.proper and one.name == actor.possessor), None)
    else:
        pronoun = _PRONOUNS.search(page.text[max(0, actor.start - 24) : actor.start + 4])
        at = max(0, actor.start - 24) + pronoun.start("whose") if pronoun else None
        whose = page.pronoun(at) if at is not None else None
        near = (
            at is not None
            and whose is not None
            and any(one.name == whose.name for one in page.actors_in(max(0, at - 160), at))
        )
        relative = whose if whose is not None and near and whose.proper else None
    if relative is None or relative.name == actor.name:
        return None
    draft = _draft("kinship", _head(page, actor.start, actor.end, _plain(actor.head)), "beside")
    draft.value = Value(kin=actor.head)
    draft.participants = [
        _person(Role.HOLDER, actor.name, bearer, actor),
        replace(
            _person(Role.RELATIVE, relative.name, Span(relative.start, relative.end), relative), kind=ActorKind.PERSON
        ),
    ]
    return draft


def _predicates(page: Page) -> Iterator[Draft]:
    """«стала главой МВД», «назначен прокурором», «займёт пост министра»."""
    words = _words()
    for sentence in page.sentences:
        for found in words.is_verb.finditer(page.text, sentence.start, sentence.end):
            yield from _told_by(page, sentence, found, "ablt")
        for found in words.post.finditer(page.text, sentence.start, sentence.end):
            yield from _told_by(page, sentence, found, "gent")


def _told_by(page: Page, sentence: Sentence, found: re.Match[str], case: str) -> Iterator[Draft]:
    noun = _office_near(page, sentence, found, case)
    if noun is None:
        return
    head, lemma = noun
    holder = _holder(page, sentence, min(found.start(), head.start), max(found.end(), head.end), head)
    if holder is None:
        return
    end = _phrase_end(page, head.end)
    for stop in (holder.start, found.start()):
        if stop >= head.end:
            end = min(end, stop)
    anchor = Span(found.start("verb"), found.end("verb")) if case == "gent" or _is_change(found["verb"]) else head
    draft = _draft("membership" if lemma in _words().member else "role", anchor, "predicate")
    words = " ".join(page.text[head.start : end].split()).rstrip(" ,")
    draft.value = Value(
        role=RoleValue(_nominative(words, page.text[head.start : head.end], lemma), _body(page, head.end, end))
    )
    draft.clause = Span(min(found.start(), head.start), max(found.end(), end))
    draft.participants.append(_person(Role.HOLDER, holder.name, Span(holder.start, holder.end), holder))
    _add_body(page, draft, head.end, end)
    _settle_mood(page, sentence, found, draft)
    yield draft


def _is_change(verb: str) -> bool:
    return _plain(verb).startswith(("назнач", "избр", "переизбр", "утвержд", "выбр"))


def _office_near(page: Page, sentence: Sentence, found: re.Match[str], case: str) -> tuple[Span, str] | None:
    """The noun of office in the case the verb asks for, behind it or, with an instrumental, right before it."""
    words = _words()
    low = found.end() if case == "gent" else max(sentence.start, found.start() - 60)
    for match in _WORD.finditer(page.text, low, min(sentence.end, found.end() + 60)):
        if page.text[match.start() : match.start() + 1].isupper() and match.start() > sentence.start:
            continue
        between = page.text[min(match.start(), found.end()) : max(match.start(), found.end())]
        if re.search(r"[.;:!?,\n]", between):
            continue
        for speech, lemma, one_case, grammemes in parses(match[0].lower())[:4]:
            if speech == "NOUN" and one_case == case and _plain(lemma) in words.offices and "plur" not in grammemes:
                return Span(match.start(), match.end()), lemma
    return None


_WHO = re.compile(r"(?<!\w)(он|она)(?!\w)", re.I)


def _holder(page: Page, sentence: Sentence, start: int, end: int, head: Span) -> Actor | None:
    """The person named nearest before the predicate, a pronoun there, or the one named right behind."""
    before = [one for one in page.actors_in(sentence.start, start) if one.kind is ActorKind.PERSON and one.proper]
    pronouns = list(_WHO.finditer(page.text, sentence.start, start))
    if pronouns and (not before or pronouns[-1].start() > before[-1].end):
        who = page.pronoun(pronouns[-1].start())
        named = who is not None and who.proper and who.kind is ActorKind.PERSON
        return (
            replace(who, start=pronouns[-1].start(), end=pronouns[-1].end(), inferred=True)
            if who is not None and named
            else None
        )
    if before and start - before[-1].end <= 60:
        return before[-1]
    behind = [
        one for one in page.actors_in(end, min(sentence.end, end + 60)) if one.kind is ActorKind.PERSON and one.proper
    ]
    if behind and not re.search(r"[,.;:]", page.text[end : behind[0].start]):
        return behind[0]
    return None


def _settle_mood(page: Page, sentence: Sentence, found: re.Match[str], draft: Draft) -> None:
    low = page.text[max(sentence.start, found.start() - 24) : found.end()].lower()
    if re.search(r"(?<!\w)не (?:\w+ )?$", low[: -len(found[0])]) or low.startswith("не "):
        draft.polarity = Polarity.DID_NOT_HAPPEN
        draft.note("polarity", "because of «не»")
    if re.search(r"(?<!\w)(?:будет|станет|займёт|займет|назначит)(?!\w)", low):
        draft.stance = Stance.EXPECTED
        draft.note("stance", "told in the future")
    elif re.search(r"(?<!\w)(?:может|мог|могла|бы|если|хочет|хотел|хотела|намерен|намерена)(?!\w)", low):
        draft.stance = Stance.POSSIBLE
        draft.note("stance", "told as possible")
