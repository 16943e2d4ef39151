"""English text in, its capitalised names out, each told as a person, an organisation or neither. Nothing is resolved here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from according.language.givens import genders_of_given, is_common_word, listed_genders, title_words
from according.language.lists import name_words
from according.language.names import looks_like_surname
from according.language.words import one_of

_UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_LETTER = r"[^\W\d_]"
_WORD = rf"[{_UPPER}]{_LETTER}*(?:[’'\-‑]{_LETTER}+)*"
_INITIALS = rf"[{_UPPER}]\.(?:[ \u00a0]?[{_UPPER}]\.)*(?=[ \u00a0]?[{_UPPER}])"
_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|St|Rev|Hon)\."
_LINK = r"(?:uly|qyzy|kyzy|ogly|de|van|von|der|bin|ibn|al|el|da|di|du|del|ben)"
_RUN = re.compile(
    rf"(?<![\w@/.#])(?:{_ABBREVIATED}|{_INITIALS}|{_WORD})"
    rf"(?:[ \u00a0](?:{_LINK}[ \u00a0])?(?:{_ABBREVIATED}|{_INITIALS}|{_WORD})|(?<=\.)(?:{_WORD})|[ \u00a0](?:uly|qyzy|kyzy|ogly)\b|[ \u00a0]&[ \u00a0]{_WORD})*"
)
_TOKEN = re.compile(rf"[{_UPPER}]\.|[^\s\u00a0]+")
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_INNER_CAPITAL = re.compile(rf"^(?!Mc|Mac|De|Le|La|Di|O[’'])[{_UPPER}]{_LETTER}*[a-z][{_UPPER}]")
_ACRONYM = re.compile(rf"^[{_UPPER}]{{2,7}}s?$")
_AGE = re.compile(r"^(?:, (?:aged? )?(\d{1,3})\b(?=[,;.)]| and )| \((?:aged? )?(\d{1,3})\))")
_BEFORE_TITLE = re.compile(r"(?<![\w’'\-])((?:[a-z][\w\-]*[ \u00a0]){1,4})$")
_SPEECH_AFTER = re.compile(
    r"^,? (?:who|whose|said|says|told|added|wrote|told|testified|claimed|explained|admitted|declared|believes|noted|recalled|stated|argued|"
    r"was (?:arrested|killed|sentenced|detained|released|jailed|beaten|born|charged|convicted|fired|dismissed|shot|acquitted)|"
    r"has been (?:arrested|detained|released)|is (?:serving|married|a|the)|were (?:arrested|killed|detained|sentenced))\b"
)
_STRONG_ENDING = re.compile(r"..(?:[oey]va?|ski[iy]?|sk[iy]y?|skaya|enko|shvili|dze)$")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:;…\n•*–—\"“”‘(\[])[\"“”‘’'\s(\[•*\-–—]*$")


@dataclass(frozen=True, slots=True)
class Run:
    """A capitalised run after its titles and leading small words are off."""

    start: int
    end: int
    words: tuple[str, ...]  # possessive ending off the last
    kind: str  # person, organisation, medium, acronym, place, unknown
    title: str | None = None  # the role before the name, as written, with lower-case words
    title_start: int | None = None
    age: int | None = None
    begins_sentence: bool = False
    gender: str | None = None
    possessive: bool = False

    @property
    def name(self) -> str:
        """The run as one string with single spaces."""
        return " ".join(self.words)


def capital_runs(text: str) -> list[Run]:
    """Every capitalised run of an English text that may name somebody or something, in order."""
    out: list[Run] = []
    for match in _RUN.finditer(text):
        if _is_small_word(match[0]):
            continue
        for run in _split_run(text, match.start(), match.end()):
            typed = _classify(text, run)
            if typed is not None:
                out.append(typed)
    return _join_organisations(text, out)


@lru_cache(maxsize=20_000)
def _is_small_word(word: str) -> bool:
    """Whether a run is one word capitalised only because a sentence begins: "The", "He"."""
    return (
        " " not in word and "\u00a0" not in word and "." not in word and word.lower() in name_words("en").function_words
    )


def _split_run(text: str, start: int, end: int) -> Iterator[Run]:
    """The run without leading small words, cut behind a possessive: "Petrova's Ministry" is two."""
    tokens = [(match.start() + start, match.end() + start, match.group()) for match in _TOKEN.finditer(text[start:end])]
    words = name_words("en")
    first = 0
    while first < len(tokens):
        bare = tokens[first][2].lower().rstrip(".")
        follows = first + 1 < len(tokens)
        if len(bare) == 1 and tokens[first][2].endswith(".") and follows:
            break  # an initial, not the article
        if (
            bare not in words.function_words
            or (follows and tokens[first + 1][2] == "&")
            or (bare in _NAMES_TOO and follows and genders_of_given(bare))
        ):
            break
        if bare in ("new", "north", "south", "east", "west", "great", "saint", "el", "la") and follows:
            break
        first += 1
    tokens = tokens[first:]
    if not tokens:
        return
    begins = _SENTENCE_BEFORE.search(text[max(0, tokens[0][0] - 6) : tokens[0][0]]) is not None
    part: list[tuple[int, int, str]] = []
    for token in tokens:
        found = _POSSESSIVE.search(token[2]) if "’" in token[2] or "'" in token[2] else None
        part.append(
            (
                token[0],
                token[1] - (len(found.group()) if found else 0),
                token[2][: found.start()] if found else token[2],
            )
        )
        if found:
            yield _run(part, begins, possessive=True)
            part, begins = [], False
    if part:
        yield _run(part, begins, possessive=False)


_NAMES_TOO = frozenset({"may", "april", "june", "august", "will", "mark"})


def _run(part: list[tuple[int, int, str]], begins: bool, possessive: bool) -> Run:
    return Run(
        part[0][0],
        part[-1][1],
        tuple(token[2] for token in part),
        "unknown",
        None,
        None,
        None,
        begins,
        None,
        possessive,
    )


@lru_cache(maxsize=50_000)
def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words in small letters, without a full stop behind."""
    return tuple([word.lower().rstrip(".") for word in words])


def _classify(text: str, run: Run) -> Run | None:
    words = name_words("en")
    bare = _bare(run.words)
    if all(one in words.function_words or one in words.peoples for one in bare):
        return None
    if _is_organisation(run.words):
        medium = bare[-1] in words.media and bare[-1] not in words.organisation_heads
        return _of_kind(run, "medium" if medium else "organisation")
    whole = run
    run = _take_titles(text, _without_letters_after(run))
    if not run.words:
        return whole  # a title alone; it may be the end of "Ministry of Justice"
    bare = _bare(run.words)
    if len(run.words) == 1 and _ACRONYM.match(run.words[0]) and run.title is None:
        return None if run.words[0].rstrip("s") in words.no_acronyms else _of_kind(run, "acronym")
    if _is_placelike(bare):
        return _of_kind(run, "place")
    after = text[run.end : run.end + 60]
    age = _AGE.match(after)
    if age:
        run = replace(run, age=int(age[1] or age[2]))
    if not _is_person(run, bare, after):
        return run
    return _of_kind(_from_given_name(text, run, bare), "person")


def _of_kind(run: Run, kind: str) -> Run:
    """The run with its kind; written out because every run passes here and `replace` is slow."""
    return Run(
        run.start, run.end, run.words, kind, run.title, run.title_start, run.age, run.begins_sentence, run.gender, run.possessive,
    )  # fmt: skip


def _from_given_name(text: str, run: Run, bare: tuple[str, ...]) -> Run:
    """ "Release Anna Petrova", in a headline: the name begins at the first name that is known as one."""
    if len(bare) < 3 or genders_of_given(bare[0]) or len(bare[0]) == 1 or run.title is not None:
        return run
    place = next((number for number in range(1, len(bare) - 1) if genders_of_given(bare[number])), None)
    if place is None or (looks_like_surname(bare[0]) and place == 1):
        return run
    offset = run.start
    for word in run.words[:place]:
        offset = text.index(word, offset) + len(word)
    return replace(run, start=text.index(run.words[place], offset), words=run.words[place:])


def _without_letters_after(run: Run) -> Run:
    """ "Paul Marsh MP": letters after a name are no part of it."""
    if (
        len(run.words) > 2
        and run.words[-1].isupper()
        and run.words[-1].lower() in _LETTERS_AFTER
        and not run.words[0].isupper()
    ):
        return replace(run, end=run.end - len(run.words[-1]) - 1, words=run.words[:-1])
    return run


_LETTERS_AFTER = title_words().after | {"mep", "mp", "msp", "qc", "kc", "td"}


@lru_cache(maxsize=50_000)
def _is_organisation(written: tuple[str, ...]) -> bool:
    words = name_words("en")
    bare = [word.lower().rstrip(".") for word in written]
    if len(bare) > 1 and (bare[-1] in words.legal_forms or bare[0] in words.legal_forms):
        return True
    if any(_INNER_CAPITAL.match(word) for word in written) and not any(listed_genders(one) for one in bare):
        return True
    if len(bare) == 1:
        return bare[0] in _ALONE or (bare[0] in words.organisation_heads and bare[0] not in words.titles)
    if any(_ACRONYM.match(word) for word in written) and not all(word.isupper() for word in written):
        return not any(genders_of_given(one) or one in words.titles for one in bare)
    if bare[-1] in words.media and not genders_of_given(bare[0]):
        return True
    return any(one in words.organisation_heads for one in bare[1:]) or (
        bare[0] in words.organisation_heads and not genders_of_given(bare[1])
    )


_ALONE = frozenset(
    {
        "parliament",
        "congress",
        "senate",
        "majilis",
        "mejlis",
        "duma",
        "politburo",
        "kremlin",
        "pentagon",
        "interpol",
        "reuters",
        "amnesty",
    }
)


def _take_titles(text: str, run: Run) -> Run:
    """Titles in capitals inside the run, or roles in small letters before it, become `title`."""
    words, honorifics = name_words("en"), title_words().honorifics
    place, gender = 0, None
    while place < len(run.words):
        bare = run.words[place].lower().rstrip(".")
        if bare in honorifics or (
            bare in words.titles and (place + 1 < len(run.words) or bare not in ("major", "dean"))
        ):
            gender = "f" if bare in title_words().feminine or bare in words.feminine else gender
            gender = "m" if bare in title_words().masculine or bare in words.masculine else gender
        elif not (place + 1 < len(run.words) and _leads_to_title(run.words[place:])):
            break
        place += 1
    if place:
        return _without(text, run, place, gender)
    if text[max(0, run.start - 30) : max(0, run.start - 1)].rpartition(" ")[2].split("\u00a0")[-1] not in words.titles:
        return run
    before = _BEFORE_TITLE.search(text[max(0, run.start - 60) : run.start])
    if before and before[1].split()[-1] in words.titles:
        last = before[1].split()[-1]
        gender = "f" if last in words.feminine else "m" if last in words.masculine else None
        taken = _role_words(before[1].split())
        phrase = re.search(
            r"[ \u00a0]".join(map(re.escape, taken)) + r"[ \u00a0]$", text[max(0, run.start - 60) : run.start]
        )
        length = len(phrase.group()) if phrase else len(last) + 1
        return replace(run, title=" ".join(taken), title_start=run.start - length, gender=gender)
    return run


def _leads_to_title(rest: tuple[str, ...]) -> bool:
    """Whether "Kazakh", "Interior" stand before a title: "Kazakh President", "Deputy Interior Minister"."""
    words = name_words("en")
    for number, word in enumerate(rest[:-1]):
        bare = word.lower()
        if bare in words.titles:
            return number > 0
        if bare not in words.peoples and bare not in words.common:
            return False
    return False


def _without(text: str, run: Run, place: int, gender: str | None) -> Run:
    offset = run.start
    for word in run.words[:place]:
        offset = text.index(word, offset) + len(word)
    if place == len(run.words):
        return replace(run, words=(), title=text[run.start : run.end])
    start = text.index(run.words[place], offset)
    return replace(
        run, start=start, words=run.words[place:], title=text[run.start : offset], title_start=run.start, gender=gender
    )


def _role_words(before: list[str]) -> list[str]:
    """The words of the role that ends in a title: not verbs and small words further left."""
    stop = name_words("en").function_words
    taken = [before[-1]]
    for word in reversed(before[:-1]):
        if word in stop or (
            word.endswith(("ed", "s", "ing"))
            and word not in ("rights", "workers", "leading", "retired", "convicted", "jailed", "acting")
        ):
            break
        taken.insert(0, word)
    return taken


@lru_cache(maxsize=50_000)
def _is_placelike(bare: tuple[str, ...]) -> bool:
    words = name_words("en")
    if len(bare) == 1:
        return bare[0] in words.places
    if bare[-1] in words.common:
        return True
    return all(
        one in words.places or one in words.common or one in words.peoples or one in words.function_words
        for one in bare
    )


def _is_person(run: Run, bare: tuple[str, ...], after: str) -> bool:
    words = name_words("en")
    full = [one for one in bare if len(one) > 1]
    if not full or len(bare) > 5 or "&" in run.words or any(char.isdigit() for char in run.name):
        return False
    if len(bare) == 1:
        return _is_single_person(run, bare[0], after)
    known_not = [one for one in full if one in words.common or one in words.places or one in words.peoples]
    if run.title is not None and len(known_not) < len(full):
        return True
    if full[-1] in words.common or full[-1] in words.places or full[0] in words.places:
        return False
    if genders_of_given(full[0]) and (len(full) > 1 or len(bare) > 1):
        return not (known_not and len(full) == 2 and full[1] in words.common)
    if len(bare[0]) == 1 and len(full) == 1:
        return run.words[0].endswith(".")  # "A. Petrova"
    if known_not:
        return False
    if looks_like_surname(full[-1]) or (looks_like_surname(full[0]) and genders_of_given(full[-1]) != ""):
        return full[-1] not in words.function_words
    told = _SPEECH_AFTER.match(after) or (len(full) > 1 and _office_after().match(after))
    return bool(run.age or told or any(len(one) == 1 for one in bare))


@cache
def _office_after() -> re.Pattern[str]:
    """ ", the union's press secretary": an office right behind a name says that it is a person's."""
    before = r"(?:(?:an?|the|one of the|its|their|his|her|former|then) |[A-Z]\w+['’]s )?(?:[a-z]\S* ){0,3}"
    return re.compile(rf"^, (?:\(?\d{{1,3}}\)?, )?{before}(?:{one_of(name_words('en').titles)})\b")


def _is_single_person(run: Run, bare: str, after: str) -> bool:
    words = name_words("en")
    if bare in words.common or bare in words.peoples or bare in words.titles or bare in words.places or len(bare) < 3:
        return False
    if run.title is not None:
        return True
    if is_common_word(bare) or (run.begins_sentence and bare in words.media):
        return False
    return bool(genders_of_given(bare)) or _STRONG_ENDING.search(bare) is not None


_JOIN = re.compile(
    r"^[ \u00a0](of|for|on|to|against|in|and|de)[ \u00a0](?:the[ \u00a0])?((?:Protect|Defend|Combat|Promote)[ \u00a0])?$"
)


def _join_organisations(text: str, runs: list[Run]) -> list[Run]:
    """ "Confederation of Labour of Russia": runs joined by small words behind the head of an organisation."""
    heads = name_words("en").organisation_heads
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last is not None and last.kind == "organisation" and not last.possessive:
            gap = text[last.end : run.title_start if run.title_start is not None else run.start]
            join = _JOIN.match(gap)
            headed = last.words[-1].lower() in heads or " of " in text[last.start : last.end]
            if join and headed and _may_join(join[1], run, text[last.start : last.end], gap):
                joined = text[last.start : run.end]
                out[-1] = replace(last, end=run.end, words=tuple(joined.split()), possessive=run.possessive)
                continue
        out.append(run)
    return out


def _may_join(link: str, run: Run, before: str, gap: str) -> bool:
    if link == "in":
        return False
    if link == "and":
        return " of " in before and run.kind in ("unknown", "place") and len(run.words) <= 2 and "and the" not in gap
    if link in ("of", "for", "on", "to", "against", "de"):
        return run.kind != "person" or len(run.words) > 1
    return False
