"""Russian text in, its capitalised words out in groups that stand side by side, each word with what it may be in a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from according.language.givens import genders_of_given, listed_genders
from according.language.inflect import given_readings, is_known_word, parses
from according.language.lists import name_words, phrase_words
from according.language.transliterate import is_cyrillic

_CAPITAL = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
_TOKEN = re.compile(
    rf"(?<![\w\-])[{_CAPITAL}]\.|(?<!\w)[{_CAPITAL}][^\W\d_]*(?:[-‑'’](?:[^\W\d_])+)*"
    rf"|(?<=[ \u00a0])(?:аль|ал|ас|аз|ад|ар|ат|аш|ан|эль|эд|эс|эт)-[{_CAPITAL}][^\W\d_]+"
    r"|(?<=[ \u00a0])(?:улы|кызы|қызы|ұлы|оглы|фон|де|ван|дер|дель|ди|да|ду|дос|ду|ла|ле|аль|эль|ибн|бен|бин|бинт)(?=[ \u00a0])"
)
_SURNAME = re.compile(
    r"(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ою|ы|ых|ыми)?$|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$|(?:енко|чук|юк|швили|дзе|ко|их|ых)(?:а|у|ом|е)?$"
    r"|(?:[аяеу]ян|нян|чян|цян)(?:а|у|ом|е)?$|(?:баев|паев|беков|ханов|жанов|улин)[а-я]{0,3}$"
)
_PATRONYMIC = re.compile(
    r".{2,}(?:[оеь]вич|ьич|кузьмич|ильич)(?:а|у|ем|е)?$|.{2,}(?:овн|евн|ичн)(?:а|ы|е|у|ой|ою)$|.{2,}(?:ұлы|улы|қызы|кызы)$"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:;…\n•–—«\"“('])[\s«\"“('•\-–—]*$")
_GAP = re.compile(r"[ \u00a0]{0,2}")


@dataclass(slots=True)
class NameWord:
    """A capitalised word (or small link inside a name). `label`: I initial, G first name, P patronymic, S looks like a surname,

    U unknown to the dictionary, L place, A letters only, O another word of the dictionary, K small link, Q Latin word.
    """

    start: int
    end: int
    word: str
    label: str
    begins: bool  # a sentence, a line or a quotation: then the capital tells nothing


def word_groups(text: str) -> list[list[NameWord]]:
    """Words that stand side by side with nothing but a blank between them, all in one script."""
    groups: list[list[NameWord]] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        begins = _SENTENCE_BEFORE.search(text[max(0, match.start() - 4) : match.start()]) is not None
        if begins and word.lower() in name_words("ru").function_words:
            continue
        token = NameWord(match.start(), match.end(), word, label_word(word), begins)
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and _GAP.fullmatch(text, last.end, token.start)
            and (last.label == "Q") == (token.label == "Q")
        ):
            groups[-1].append(token)
        else:
            groups.append([token])
    for group in groups:
        for place in range(1, len(group) - 1):
            if group[place].word.lower() in _LINKS and group[place - 1].label in "GUSO":
                group[place].label = "K"  # «Хамад Аль Тани», «Ханс Ван Дейк»
    return groups


@lru_cache(maxsize=100_000)
def label_word(word: str) -> str:
    """The label of one word, told by the dictionary, the lists of first names and the ending."""
    if word.endswith(".") and len(word) == 2:
        return "I"
    if not is_cyrillic(word):
        return "A" if word.isupper() and len(word) > 1 else "Q"
    if word[0].islower():
        return "K" if "-" not in word else "S"
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


_LINKS = frozenset(
    {"аль", "эль", "бен", "бин", "ибн", "ван", "фон", "де", "дель", "ди", "да", "дос", "ла", "ле", "дер"}
)


def _label_hyphenated(word: str) -> str:
    labels = [label_word(half) for half in word.split("-") if half and half[0].isupper()]
    if len(labels) < 2:
        return "L" if word[0].isupper() and word.split("-")[-1][:1].islower() else "U"
    for label in ("L", "A", "O"):
        if label in labels and "S" not in labels and "G" not in labels:
            return "U" if label != "L" else "L"
    return "S" if "S" in labels else "G" if labels[0] == "G" else "U"


@lru_cache(maxsize=50_000)
def may_be_place(word: str) -> bool:
    """Whether the dictionary has the word as a place, whatever else it is («Израиль», «Вирджиния»)."""
    return any("Geox" in one[3] for one in parses(word.lower()))


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Whether the likeliest reading of the word is no name: then a capital at the beginning of a sentence tells nothing."""
    lower = word.lower()
    return is_known_word(lower) and not {"Name", "Surn", "Patr"} & parses(lower)[0][3]


def is_body_word(word: str) -> bool:
    """Whether the word heads the name of an organisation, or is a small word capitalised at a beginning."""
    normal = parses(word.lower())[0][1] if is_cyrillic(word) else word.lower()
    words = name_words("ru")
    return normal in words.organisation_heads or normal in words.function_words


def is_surname_ending(word: str) -> bool:
    """Whether a word ends as Russian and Caucasian surnames do, in any case."""
    return _SURNAME.search(word.lower()) is not None


def east_asian_length(words: list[NameWord]) -> int:
    """How many of the words are a name such as «Ли Пэн», or 0: a family name of one syllable comes first."""
    if len(words) < 2 or words[0].word.lower() not in phrase_words("ru", "east_asian_family_names"):
        return 0
    length = 1
    for token in words[1:3]:
        if (
            token.label not in "UGSOL"
            or len(token.word) > 8
            or is_body_word(token.word)
            or (token.label == "O" and len(token.word) > 4)
        ):
            break
        length += 1
    return length if length > 1 else 0
