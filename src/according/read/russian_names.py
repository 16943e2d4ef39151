"""Russian text in, the people it names out, in the nominative and with full names where a surname stands alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from according.domain.passage import Span
from according.domain.statement import ActorKind
from according.language.cases import name_cases, word_cases
from according.language.givens import genders_of_given, listed_genders
from according.language.inflect import given_readings, is_known_word, nominative, parses, word_forms
from according.language.lists import name_words, phrase_words
from according.language.names import parse_name
from according.language.transliterate import is_cyrillic
from according.read.actors import Actor
from according.read.russian_bodies import body_actors, role_actors

_TOKEN = re.compile(
    r"(?<![\w\-])(?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]\.)|(?<![\w])[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][^\W\d_]*(?:[-‑'’](?:[^\W\d_])+)*|(?<=[ \u00a0])(?:улы|кызы|қызы|ұлы|оглы|фон|де|ван|дер|аль|ибн|бен|ди|да|ла|ле)(?=[ \u00a0])"
)
_SURNAME = re.compile(
    r"(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ою|ы|ых|ыми)?$|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$|(?:енко|чук|юк|швили|дзе|ко|их|ых)(?:а|у|ом|е)?$"
    r"|(?:[аяеу]ян|нян|чян|цян)(?:а|у|ом|е)?$|(?:баев|паев|беков|ханов|жанов|улин)[а-я]{0,3}$"
)
_PATRONYMIC = re.compile(
    r".{2,}(?:[оеь]вич|ьич|кузьмич|ильич)(?:а|у|ем|е)?$|.{2,}(?:овн|евн|ичн)(?:а|ы|е|у|ой|ою)$|.{2,}(?:ұлы|улы|қызы|кызы)$"
)
_ROLE_BEFORE = re.compile(r"((?:\d+-)?[а-яё][а-яё\-]+)[ \u00a0]$")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:;…\n•–—«\"“(])[\s«\"“(•\-–—]*$")
_GAP = re.compile(r"^[ \u00a0]{0,2}$|^[ \u00a0]?\n?$")
# Labels: I initial, G first name, P patronymic, S looks like a surname, U unknown to the dictionary, L place, A letters only,
# O another word of the dictionary, K small link, Q Latin word.
_WITH_PATRONYMIC = (
    "SGP",
    "UGP",
    "OGP",
    "QGP",
    "GPS",
    "GPU",
    "GPO",
    "GPG",
    "GPL",
    "GP",
    "IIS",
    "IIU",
    "IIG",
    "IIO",
    "IIL",
    "SII",
    "UII",
    "OII",
)
_WITH_INITIAL = ("IS", "IU", "IG", "IQ", "SI", "GIS", "GIU")
_NAME_WORDS = re.compile(r"[SUGQ](?:K?[SUGQ]){1,3}")
# Family names of East Asia written as a word of their own; the given name follows.
_EAST = phrase_words("ru", "east_asian_family_names")
_REGNAL = re.compile(r"[ \u00a0][IVX]{1,4}\b")
_PLACE_BEFORE = re.compile(r"(?:^|[\s(«])(?:в|во|на|из|под|возле|близ|около)[ \u00a0]$", re.IGNORECASE)


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    word: str
    label: str
    begins: bool


@dataclass(slots=True)
class _People:
    """Full names met in one text, by every form of their surname and first name."""

    by_surname: dict[str, list[tuple[str, int, int, str | None]]] = field(default_factory=dict)
    by_given: dict[str, list[tuple[str, int, int, str | None]]] = field(default_factory=dict)

    def add(self, name: str, start: int, end: int) -> None:
        """Note a full name in the nominative."""
        parts = parse_name(name)
        if not parts.surname or not (parts.given or parts.initials):
            return
        entry = (name, start, end, parts.gender)
        for form in _forms(parts.surname, parts.gender, True):
            self.by_surname.setdefault(form, []).append(entry)
        if parts.given:
            for form in _forms(parts.given, parts.gender, False):
                self.by_given.setdefault(form, []).append(entry)

    def find(self, word: str, place: int) -> tuple[str, int, int, str | None] | None:
        """The person a lone word stands for: by surname, else by first name when only one has it."""
        options = self.by_surname.get(word.lower(), [])
        if not options:
            options = self.by_given.get(word.lower(), [])
            if len({one[0] for one in options}) != 1:
                return None
        # of two bearers (mother and daughter) the one the text names more often, then first
        names = [one[0] for one in options]
        main = max(dict.fromkeys(names), key=names.count)
        options = [one for one in options if one[0] == main]
        before = [one for one in options if one[1] <= place]
        return before[-1] if before else options[0]


@lru_cache(maxsize=20_000)
def _forms(word: str, gender: str | None, surname: bool) -> frozenset[str]:
    return word_forms(word, gender, surname) if is_cyrillic(word) else frozenset({word.lower()})


@lru_cache(maxsize=100_000)
def _label(word: str) -> str:
    if word.endswith(".") and len(word) == 2:
        return "I"
    if not is_cyrillic(word):
        return "A" if word.isupper() and len(word) > 1 else "Q"
    if word[0].islower():
        return "K"
    if word.isupper() and 1 < len(word) < 7 and not given_readings(word):
        return "A"
    lower = word.lower()
    if len(lower) < 2:
        return "O"
    if _PATRONYMIC.match(lower):
        return "P"
    if "-" in lower:
        return _label_hyphenated(word)
    readings = parses(lower)
    known = is_known_word(lower)
    tags = frozenset().union(*(grammemes for _, _, _, grammemes in readings)) if known else frozenset[str]()
    if given_readings(lower) and not (known and readings[0][0] not in ("NOUN", "") and not listed_genders(lower)):
        return "G"
    if "Geox" in tags:
        return "S" if "Surn" in tags and _SURNAME.search(lower) else "L"
    if "Surn" in tags:
        return "S"
    if not known:
        if genders_of_given(lower):
            return "G"
        return "S" if _SURNAME.search(lower) and len(lower) > 4 else "U"
    return "O"


def _label_hyphenated(word: str) -> str:
    labels = [_label(half) for half in word.split("-") if half and half[0].isupper()]
    if len(labels) < 2:
        return "L" if word[0].isupper() and word.split("-")[-1][:1].islower() else "U"
    for label in ("L", "A", "O"):
        if label in labels and "S" not in labels and "G" not in labels:
            return "U" if label != "L" else "L"
    return "S" if "S" in labels else "G" if labels[0] == "G" else "U"


def russian_actors(text: str) -> list[Actor]:
    """Everybody a Russian text speaks of, in order: people first of all, then bodies, offices and groups."""
    people = _people(text)
    bodies = [body for body in body_actors(text) if not _crosses(body, people)]
    named = sorted([*people, *bodies], key=lambda one: one.start)
    roles, descriptions = role_actors(text, named)
    named = [
        replace(one, description=one.description or descriptions[one.start]) if one.start in descriptions else one
        for one in named
    ]
    return sorted([*named, *roles], key=lambda one: (one.start, -one.end))


def _crosses(actor: Actor, others: list[Actor]) -> bool:
    return any(one.start < actor.end and actor.start < one.end for one in others)


def _people(text: str) -> list[Actor]:
    groups = _groups(text)
    found: list[tuple[int, int, str, bool, str | None]] = []  # start, end, words, full, title
    for group in groups:
        found += _find_in(text, group)
    known = _People()
    names: dict[tuple[int, int], str] = {}
    for start, end, words, full, _ in found:
        if full:
            names[start, end] = nominative(words)
            known.add(names[start, end], start, end)
    out = []
    for start, end, words, full, title in found:
        actor = _actor(text, (start, end, words, full, title), names, known)
        if actor is not None:
            out.append(actor)
    return out


def _groups(text: str) -> list[list[_Token]]:
    """Tokens that stand side by side with nothing but a blank between them."""
    groups: list[list[_Token]] = []
    for match in _TOKEN.finditer(text):
        begins = _SENTENCE_BEFORE.search(text[max(0, match.start() - 4) : match.start()]) is not None
        token = _Token(match.start(), match.end(), match.group(), _label(match.group()), begins)
        if begins and token.word.lower() in name_words("ru").function_words:
            continue
        if (
            groups
            and _GAP.match(text[groups[-1][-1].end : token.start])
            and "\n" not in text[groups[-1][-1].end : token.start]
        ):
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _find_in(text: str, group: list[_Token]) -> list[tuple[int, int, str, bool, str | None]]:
    labels = "".join(token.label for token in group)
    first = group[0]
    title = _title_before(text, first.start)
    out: list[tuple[int, int, str, bool, str | None]] = []
    place = 0
    while place < len(group):
        length, full = _match_at(text, group, labels, place, title if place == 0 else None)
        if length:
            tokens = group[place : place + length]
            ordinal = _REGNAL.match(text, tokens[-1].end)
            end = ordinal.end() if ordinal and tokens[-1].label in "GU" else tokens[-1].end
            out.append((tokens[0].start, end, _joined(tokens), full, title if place == 0 else None))
            place += length
        else:
            place += 1
    return out


def _joined(tokens: list[_Token]) -> str:
    return " ".join(token.word for token in tokens)


def _match_at(text: str, group: list[_Token], labels: str, place: int, title: str | None) -> tuple[int, bool]:
    rest = labels[place:]
    for pattern in (*_WITH_PATRONYMIC, *_WITH_INITIAL):
        if rest.startswith(pattern) and _agrees(group[place : place + len(pattern)], pattern):
            return len(pattern), True
    east = _east_asian(group[place : place + 3])
    if east:
        return east, True
    if rest[:2] == "UG" and _PLACE_BEFORE.search(text[max(0, group[place].start - 8) : group[place].start]):
        return 0, False  # «в Старом Анна Петрова»: a place we do not know, then a name
    words = _NAME_WORDS.match(rest)
    if words and _is_full(group[place : place + words.end()], words.group(), title):
        longer = rest[words.end() :][:1] == "O" and words.end() == 1
        return words.end() + longer, True
    if rest[:2] in ("GO", "GL") and not group[place + 1].word.isupper() and _is_surname_like(group[place + 1]):
        return 2, True
    return _single(text, group[place], rest[0], title)


def _is_full(tokens: list[_Token], labels: str, title: str | None) -> bool:
    if len(labels) == 2 and not _agree_in_case(tokens[0].word, tokens[1].word):
        return False
    if "G" in labels[:-1] or title is not None:
        return True
    if labels in ("UG", "SG"):
        return not tokens[0].begins or labels == "SG"
    if "S" in labels[1:] or "G" in labels[1:]:
        return not (tokens[0].begins and labels[0] == "Q")
    return labels in ("UU", "UUU") and not any(token.word.isupper() for token in tokens)


def _agree_in_case(one: str, other: str) -> bool:
    """«дочь Соболевой Алия» are two: a genitive and a nominative."""
    first = set(word_cases(one)) | ({"nomn"} if listed_genders(one) else set())
    second = set(word_cases(other)) | ({"nomn"} if listed_genders(other) else set())
    if not re.search(r"(?:[оеё]в|[иы]н|ск|цк)(?:ой|ого)$", one.lower()):
        return True
    return not first or not second or bool(first & second)


def _east_asian(tokens: list[_Token]) -> int:
    """How many tokens are a name such as «Ли Пэн», or 0: a family name of one syllable before, or after a first name."""
    if len(tokens) < 2 or tokens[0].word.lower() not in _EAST:
        return 0
    length = 1
    for token in tokens[1:]:
        if (
            token.label not in "UGSOL"
            or len(token.word) > 8
            or _is_body(token.word)
            or (token.label == "O" and len(token.word) > 4)
        ):
            break
        length += 1
    return length if length > 1 else 0


def _single(text: str, token: _Token, label: str, title: str | None) -> tuple[int, bool]:
    quoted = text[token.start - 1 : token.start] in ("«", '"', "“") and text[token.end : token.end + 1] in (
        "»",
        '"',
        "”",
    )
    if quoted and title is None:
        return 0, False
    if title and label in "SUOQ" and not _is_body(token.word):
        return (1, False) if label != "O" or not is_known_word(token.word.lower()) else (0, False)
    if label == "G" and token.begins and _is_ambiguous(token.word):
        return 0, False
    return (1, False) if label in "SGUOLQ" else (0, False)


def _agrees(tokens: list[_Token], pattern: str) -> bool:
    """A word of the dictionary before a first name and patronymic is seldom the surname."""
    if pattern[:2] in ("SG", "UG", "OG") and _is_other_case(tokens[0].word.lower(), tokens[1].word.lower()):
        return False
    if pattern in ("OGP", "OII"):
        return not is_known_word(tokens[0].word.lower()) or not tokens[0].begins
    return True


def _is_other_case(surname: str, given: str) -> bool:
    """«Института Пушкина Виталий …»: a genitive before a man's first name in the nominative is another's name."""
    return listed_genders(given) == "m" and re.search(r"(?:[вн](?:а|у|ым|е)|ого|ому)$", surname) is not None


def _is_surname_like(token: _Token) -> bool:
    lower = token.word.lower()
    if _is_body(token.word) or lower in name_words("ru").titles:
        return False
    return not token.begins and (len(lower) <= 3 or parses(lower)[0][0] in ("NOUN", "ADJF", "ADJS", "VERB", ""))


def _is_body(word: str) -> bool:
    normal = parses(word.lower())[0][1] if is_cyrillic(word) else word.lower()
    return normal in name_words("ru").organisation_heads or normal in name_words("ru").function_words


def _is_ambiguous(word: str) -> bool:
    lower = word.lower()
    return is_known_word(lower) and "Name" not in parses(lower)[0][3]


def _title_before(text: str, start: int) -> str | None:
    found = _ROLE_BEFORE.search(text[max(0, start - 40) : start])
    if not found:
        return None
    word = found[1]
    if re.search(r"летн(?:ий|яя|его|ей|ему|юю|им|ем)$", word):
        return word
    titles = name_words("ru").titles
    if word in titles or any(normal.replace("ё", "е") in titles for _, normal, _, _ in parses(word)[:3]):
        return word
    return None


def _title_agrees(title: str, words: str, name: str) -> bool:
    """«адвокат Петрова» is she; «адвокат Петровой» is somebody else."""
    own = word_cases(title.split("-")[-1] if title[0].isdigit() else title)
    return not own or bool(own & name_cases(words.split(), name))


def _actor(
    text: str,
    item: tuple[int, int, str, bool, str | None],
    names: dict[tuple[int, int], str],
    known: _People,
) -> Actor | None:
    start, end, words, full, title = item
    if full:
        name, mention, inferred = names[start, end], None, False
        gender = parse_name(name).gender
    else:
        person = known.find(words, start)
        if person is not None:
            name, mention, inferred, gender = person[0], Span(person[1], person[2]), True, person[3]
        elif _is_lone_person(words, title):
            if title is None and _PLACE_BEFORE.search(text[max(0, start - 8) : start]):
                return None
            gender = _gender_by_case(text, words, start, end) or _gender_near(text, start, end)
            name, mention, inferred = nominative(words, gender), None, False
            gender = gender or parse_name(name).gender
        else:
            return None
    if title is not None and not _title_agrees(title, words, name):
        title = None
    return Actor(
        start, end, text[start:end], ActorKind.PERSON, name, mention, inferred, gender, False,
        parse_name(name).surname or name, title, False, None, True,
    )  # fmt: skip


def _is_lone_person(word: str, title: str | None) -> bool:
    label = _label(word)
    if label == "S":
        return _is_sure_surname(word, title)
    return label == "G" or (title is not None and label in "UQ")


def _is_sure_surname(word: str, title: str | None) -> bool:
    lower = word.lower()
    if title is not None:
        return True
    readings = parses(lower)
    if not is_known_word(lower):
        return re.search(r"(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ы|ых)?$|(?:енко|швили|дзе)$", lower) is not None
    return "Surn" in readings[0][3] or any("Surn" in one[3] and "Geox" not in one[3] for one in readings[:2])


_IN_U = re.compile(r"(?:[оеё]в|[иы]н)у$", re.IGNORECASE)
_IN_A = re.compile(r"(?:[оеё]в|[иы]н)а$", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"\b(?:предъяв|вмен|назнач|гроз[ия]|продл|отказ|присуд|да(?:л|ть|ли)|инкримин|запре|разреш|избра|смягч|помо|сообщ|угрож|стал|удал|пришл)\w*"
    r"|\b(?:к|по|благодаря|вопреки)[ \u00a0]$",
    re.IGNORECASE,
)
_WHOM = re.compile(
    r"\b(?:арест|задерж|осуд|приговор|обвин|освобо|отпуст|уби|застрел|ран[ия]|похи[тщ]|изби|допро|этапир|госпитализ|оштраф|увол|призн|пыта|выпуст)\w*"
    r"|\b(?:на|за|про|через)[ \u00a0]$",
    re.IGNORECASE,
)


def _gender_by_case(text: str, word: str, start: int, end: int) -> str | None:
    """«предъявили Соболеву» is to a man (dative), «арестовали Соболеву» is a woman (accusative): the nearest verb tells; a man where none does."""
    if _IN_A.search(word):
        noun = re.search(r"([а-яё]{3,})[ \u00a0]$", text[max(0, start - 30) : start])
        readings = parses(noun[1])[:1] if noun else ()
        owned = bool(readings) and readings[0][0] == "NOUN" and readings[0][2] == "gent"
        return (
            "m" if owned and "anim" not in readings[0][3] else None
        )  # «диктатуры Пинова»: the genitive of a man's name
    if not _IN_U.search(word):
        return None
    before = re.split(r"[.!?;,\n]", text[max(0, start - 50) : start])[-1]
    after = re.split(r"[.!?;,\n]", text[end : end + 50])[0]
    best, gender = 100, "m"
    for pattern, kind in ((_TO_WHOM, "m"), (_WHOM, "f")):
        hits = [len(before) - found.end() for found in pattern.finditer(before)]
        hits += [found.start() for found in pattern.finditer(after)]
        if hits and min(hits) < best:
            best, gender = min(hits), kind
    return gender


_FEMININE_VERB = re.compile(r"^[ \u00a0](?:также |уже |не |ранее )?[а-яё]+(?:ла|лась)\b|^[ \u00a0]была\b")
_MASCULINE_VERB = re.compile(
    r"^[ \u00a0](?:также |уже |не |ранее )?[а-яё]{2,}(?:[аеиыяу]л|[аеиыяу]лся|шёл|шел)\b|^[ \u00a0]был\b"
)


def _gender_near(text: str, start: int, end: int) -> str | None:
    """Gender as the verb beside a lone surname tells it: «Петрова заявила», «сказал Масалов»."""
    after = text[end : end + 30]
    before = text[max(0, start - 24) : start]
    if _FEMININE_VERB.match(after) or re.search(r"\b[а-яё]+(?:ла|лась)[ \u00a0]$", before):
        return "f"
    if _MASCULINE_VERB.match(after) or re.search(r"\b[а-яё]{2,}[аеиыяу](?:л|лся)[ \u00a0]$", before):
        return "m"
    return None
