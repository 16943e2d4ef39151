"""Protected names and a text in, every place out where the text shows one of them: in any spelling, case or script.

One pass over the words. Never puts a name into an error or a log.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from according.domain.passage import Span
from according.language.fold import fold
from according.language.givens import is_common_word, is_given
from according.language.inflect import is_known_word, part_forms
from according.language.names import gender_of_surname, parse_name
from according.language.transliterate import is_cyrillic, skeletons, spellings

_WORD = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ .\-_*·]{1,2}){3,}[^\W\d_](?![^\W\d_])")
_CAMEL = re.compile(r"(?:[^\W\d_])[^\W\d_]*?[^\W\d_A-ZА-ЯЁ][A-ZА-ЯЁ][^\W\d_]*")
_HUMP = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁ])")
# Words of a tag, a handle, a mail or web address: names are written together there.
_ADDRESS = re.compile(r"(?<=[@#/.])[^\W\d_]{7,}|[^\W\d_]{7,}(?=\d*(?:@|\.[a-z]{2}))")
_GLUE = re.compile(r"^[\s.,'\"()\-–_/+&;:·*<>|=%]{0,6}$")
_BROKEN = re.compile(r"^-\s*$|^\s*-\s*\n\s*$")
# Letters of other scripts that look like Cyrillic or Latin ones: a word that mixes scripts is read both ways.
_TO_CYRILLIC = str.maketrans("aceopxyktmhbuiABCEHKMOPTXYιοανρυκτχβεμ", "асеорхуктмнвииАВСЕНКМОРТХУиоанрукткбем")
_TO_LATIN = str.maketrans("аеорсухкмтнвіјѕԁһοανιρυκτχεіАЕОРСХКМТНВ", "aeopcyxkmthbijsdhoavipyktxeiAEOPCXKMTHB")


@dataclass(frozen=True, slots=True)
class _Kept:
    """One protected name as keys of its parts."""

    surname: tuple[frozenset[str], ...]  # a double surname has two
    given: frozenset[str]
    initials: frozenset[str]  # first letters, folded, Latin and Cyrillic
    is_word: bool  # the surname is an everyday word: only beside the given name, initials or a title
    exact: frozenset[str]  # spelled forms of the surname
    other_gender: frozenset[str]  # Latin spellings of a relative's surname, which are somebody else's
    surname_letters: frozenset[str]  # how the surname begins, folded, one letter or as a romanisation writes it
    patronymic: frozenset[str]  # keys of its forms
    exact_given: frozenset[str]  # spelled forms of the given name


class Guard:
    """Looks for protected names. Build once, use for many texts; safe to share between threads after that."""

    def __init__(self, names: Iterable[str]) -> None:
        self._kept: list[_Kept] = []
        self._by_surname: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}
        self._long: frozenset[str] = frozenset()  # surnames of six sounds and more, for looking inside words
        self._joined: set[str] = set()
        self._seen: dict[str, tuple[frozenset[int], frozenset[int], bool]] = {}
        for name in names:
            self._keep(name)

    def __bool__(self) -> bool:
        return bool(self._kept)

    def find(self, text: str) -> list[Span]:
        """Every place of `text` that shows a protected name, in order, not overlapping."""
        if not self._kept:
            return []
        folded = fold(text)
        words = list(_WORD.finditer(folded.text))
        found = [folded.original(start, end) for start, end in self._in_words(folded.text, words, text, folded.offsets)]
        found += [
            folded.original(match.start(), match.end())
            for match in _SPACED.finditer(folded.text)
            if self._is_joined_name(re.sub(r"[^\w]|_", "", match.group()))
        ]
        found += self._in_humps(text)
        found += [
            folded.original(match.start(), match.end())
            for match in _ADDRESS.finditer(folded.text)
            if self._holds_surname(match.group())
        ]
        return _merge([*found, *self._alone(found, text, folded.text, words, folded.offsets)] if found else found)

    def _in_humps(self, text: str) -> Iterator[Span]:
        """Names in words written together with large letters inside, as tags are: FreeAnnaPetrova."""
        for match in _CAMEL.finditer(text):
            parted = _HUMP.sub(" ", match.group())
            if parted != match.group() and any(span.end > span.start for span in self._plainly(parted)):
                yield Span(match.start(), match.end())

    def _plainly(self, text: str) -> list[Span]:
        folded = fold(text)
        words = list(_WORD.finditer(folded.text))
        return [folded.original(*span) for span in self._in_words(folded.text, words, text, folded.offsets)]

    def _holds_surname(self, word: str) -> bool:
        """Whether a surname stands whole somewhere in a word of an address; short and everyday ones are not looked for."""
        return any(key in reading for reading in _readings(word) for key in self._long)

    def _alone(
        self, found: list[Span], text: str, folded: str, words: list[re.Match[str]], offsets: Sequence[int]
    ) -> Iterator[Span]:
        """An everyday word that is the surname of somebody the same text names in full: with a large letter it is she."""
        named = {
            number
            for number, kept in enumerate(self._kept)
            if kept.is_word
            and len(kept.surname) == 1
            and any(self._is_word_in(number, text[s.start : s.end]) for s in found)
        }
        if not named:
            return
        for word in words:
            if text[offsets[word.start()]].isupper() and named & self._look_up(word.group())[0]:
                yield Span(offsets[word.start()], offsets[word.end()])

    def _is_word_in(self, number: int, text: str) -> bool:
        return any(number in self._look_up(word)[0] for word in _WORD.findall(fold(text).text))

    def shows(self, text: str) -> bool:
        """Whether `text` shows a protected name."""
        return bool(self.find(text))

    def _keep(self, name: str) -> None:
        parts = parse_name(name)
        gender = parts.gender
        surname, given = parts.surname, parts.given
        if surname is None:
            surname, given = given, None
        if surname is None:
            return
        number = len(self._kept)
        halves = [half for half in re.split(r"[-\s]", surname) if len(half) > 1]
        surname_keys = tuple(_keys(half, gender, True) for half in halves)
        given_keys = (
            frozenset().union(*(_keys(half, gender, False) for half in re.split(r"[-\s]", given)))
            if given
            else frozenset[str]()
        )
        patronymic = (
            _keys(parts.patronymic.split()[0], gender, False) if parts.patronymic and given else frozenset[str]()
        )
        letters = [one[0] for one in (given, *parts.initials) if one]
        exact = frozenset(_folded_forms(surname, gender))
        is_word = any(_is_word(half) for half in halves) or (
            len(halves) == 1 and min(map(len, surname_keys[0] or [""])) < 2
        )
        self._kept.append(
            _Kept(
                surname_keys, given_keys, _initial_letters(letters), is_word, exact, _relative(surname, gender),
                _initial_letters([surname[0]]) | {_lead(form) for form in exact} - {""}, patronymic,
                frozenset(_folded_forms(given, gender, False)) if given else frozenset(),
            )
        )  # fmt: skip
        if not is_word:
            self._long |= {key for keys in surname_keys for key in keys if len(key) >= 6}
        for keys in surname_keys:
            for key in keys:
                self._by_surname.setdefault(key, []).append(number)
        for key in given_keys:
            self._by_given.setdefault(key, []).append(number)
        whole = _product(surname_keys)
        self._joined |= {one for one in whole if len(one) >= 6} if len(halves) > 1 else set()
        self._joined |= {a + b for a in given_keys for b in whole} | {b + a for a in given_keys for b in whole}

    def _look_up(self, word: str) -> tuple[frozenset[int], frozenset[int], bool]:
        known = self._seen.get(word)
        if known is None:
            surnames: set[int] = set()
            givens: set[int] = set()
            joined = False
            for key in _readings(word):
                surnames.update(self._by_surname.get(key, ()))
                givens.update(self._by_given.get(key, ()))
                joined = joined or (len(word) >= 8 and key in self._joined)
            known = frozenset(surnames), frozenset(givens), joined
            if len(self._seen) < 500_000:
                self._seen[word] = known
        return known

    def _in_words(
        self, text: str, words: list[re.Match[str]], original: str, offsets: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        marks = [self._look_up(word.group()) for word in words]
        for place, (surnames, givens, joined) in enumerate(marks):
            word = words[place]
            if joined:
                yield word.span()
            elif surnames:
                for number in surnames:
                    span = self._surname_at(number, place, words, marks, text, original, offsets)
                    if span:
                        yield span
            elif givens:
                yield from self._misspelled(givens, place, words, text)
                yield from self._shortened(givens, place, words, text)
            elif self._is_broken(place, words, text):
                yield words[place - 1].start(), word.end()

    def _is_broken(self, place: int, words: list[re.Match[str]], text: str) -> bool:
        """Whether this word and the one before it are a surname broken at the end of a line."""
        if not place or not _BROKEN.match(text[words[place - 1].end() : words[place].start()]):
            return False
        return bool(self._look_up(words[place - 1].group() + words[place].group())[0])

    def _surname_at(
        self,
        number: int,
        place: int,
        words: list[re.Match[str]],
        marks: list[tuple[frozenset[int], frozenset[int], bool]],
        text: str,
        original: str,
        offsets: Sequence[int],
    ) -> tuple[int, int] | None:
        kept = self._kept[number]
        start, end = words[place].span()
        beside = self._beside(number, place, words, marks, text, original, offsets)
        if beside:
            return min(start, beside[0]), max(end, beside[1])
        if words[place].group() in kept.other_gender:
            return None  # a relative, unless the given name stands beside it
        if len(kept.surname) > 1:
            follows = place + 1 < len(words) and number in marks[place + 1][0]
            if follows and _GLUE.match(text[end : words[place + 1].start()]):
                return start, words[place + 1].end()
            return None
        initials = self._initials_beside(kept, place, words, text)
        if initials:
            return min(start, initials[0]), max(end, initials[1])
        if kept.is_word:
            return None
        capital = original[offsets[start]].isupper()
        if capital or words[place].group() in kept.exact or not is_known_word(words[place].group()):
            return start, end
        return None

    def _beside(
        self,
        number: int,
        place: int,
        words: list[re.Match[str]],
        marks: list[tuple[frozenset[int], frozenset[int], bool]],
        text: str,
        original: str,
        offsets: Sequence[int],
    ) -> tuple[int, int] | None:
        """The span of the given name within three words of the surname, if it is there."""
        for step in (-1, 1, -2, 2, -3, 3):
            other = place + step
            if 0 <= other < len(words) and number in marks[other][1]:
                first, last = sorted((place, other))
                gaps = [text[words[i].end() : words[i + 1].start()] for i in range(first, last)]
                if all(_GLUE.match(gap) for gap in gaps) and not self._is_prose(
                    number, first, last, words, gaps, text, original, offsets
                ):
                    return words[other].span()
        return None

    def _is_prose(
        self,
        number: int,
        first: int,
        last: int,
        words: list[re.Match[str]],
        gaps: list[str],
        text: str,
        original: str,
        offsets: Sequence[int],
    ) -> bool:
        """Whether everyday words only happen to stand near each other: "roses in winter". A name has no small words in it."""
        kept = self._kept[number]
        if not kept.is_word or (any(gap.strip() for gap in gaps) and last - first == 1):
            return False
        large = [original[offsets[words[at].start()]].isupper() for at in range(first, last + 1)]
        shouted = original[offsets[words[first].start()] : offsets[words[last].end()]].isupper()
        if all(large) and not shouted:
            return False
        exact = {words[at].group() for at in (first, last)} <= kept.exact | kept.exact_given
        return last - first > 1 or not exact

    def _initials_beside(
        self, kept: _Kept, place: int, words: list[re.Match[str]], text: str
    ) -> tuple[int, int] | None:
        for step in (-1, 1, -2, 2):
            other = place + step
            if not 0 <= other < len(words):
                continue
            word = words[other]
            follows = text[word.end() : word.end() + 1]
            if len(word.group()) <= 2 and word.group() in kept.initials and follows in (".", " ", "-", "_"):
                first, last = sorted((place, other))
                gaps = (text[words[i].end() : words[i + 1].start()] for i in range(first, last))
                if all(_GLUE.match(gap) for gap in gaps):
                    return word.start(), word.end() + (follows == ".")
        return None

    def _misspelled(
        self, givens: frozenset[int], place: int, words: list[re.Match[str]], text: str
    ) -> Iterator[tuple[int, int]]:
        """The given name followed (or preceded) by a surname that is one letter off."""
        for step in (1, -1):
            other = place + step
            if not 0 <= other < len(words):
                continue
            first, last = sorted((place, other))
            if not _GLUE.match(text[words[first].end() : words[last].start()]):
                continue
            for number in givens:
                if self._is_nearly(words[other].group(), self._kept[number]):
                    yield words[first].start(), words[last].end()

    def _shortened(
        self, givens: frozenset[int], place: int, words: list[re.Match[str]], text: str
    ) -> Iterator[tuple[int, int]]:
        """The given name with the patronymic, or with the first letter of the surname and a stop."""
        if place + 1 >= len(words) or not _GLUE.match(text[words[place].end() : words[place + 1].start()]):
            return
        after = words[place + 1]
        stop = text[after.end() : after.end() + 1] == "."
        for number in givens:
            kept = self._kept[number]
            if kept.patronymic and kept.patronymic & _readings(after.group()):
                yield words[place].start(), after.end()
            elif stop and len(after.group()) <= 2 and after.group() in kept.surname_letters:
                yield words[place].start(), after.end() + 1

    def _is_nearly(self, word: str, kept: _Kept) -> bool:
        if word in kept.other_gender:
            return False
        for key in _readings(word):
            for keys in kept.surname:
                for one in keys:
                    if len(one) >= 6 and Levenshtein.distance(key, one, score_cutoff=1) <= 1:
                        return True
        return False

    def _is_joined_name(self, letters: str) -> bool:
        surnames, _, joined = self._look_up(letters)
        return joined or bool(surnames)


def _keys(part: str, gender: str | None, surname: bool) -> frozenset[str]:
    keys: set[str] = set(skeletons(part))
    for form in part_forms(part, gender, surname):
        keys |= skeletons(form)
        for spelled in spellings(form):
            keys |= skeletons(spelled)
        lookalike = form.translate(_TO_LATIN)
        if not is_cyrillic(lookalike):
            keys |= skeletons(lookalike)
    if not is_cyrillic(part):
        keys |= skeletons(part + "s")  # "Petrova's" without its apostrophe
    return frozenset(keys)


def _readings(word: str) -> set[str]:
    keys = set(skeletons(word))
    cyrillic = is_cyrillic(word)
    if (cyrillic and re.search(r"[a-zα-ω]", word)) or re.search(r"[α-ω]", word):
        keys |= skeletons(word.translate(_TO_CYRILLIC)) | skeletons(word.translate(_TO_LATIN))
    if not cyrillic and word.endswith("s") and len(word) > 4:
        keys |= skeletons(word[:-1])
    return keys


def _folded_forms(part: str, gender: str | None, surname: bool = True) -> set[str]:
    return {fold(form).text for form in part_forms(part, gender, surname)} | {fold(part).text}


def _relative(surname: str, gender: str | None) -> frozenset[str]:
    """Latin spellings of the same surname in the other gender: somebody else, where the text is not Russian."""
    own = gender_of_surname(surname)
    if gender is None and own is None:
        return frozenset()
    spelled = {surname} if not is_cyrillic(surname) else set(spellings(surname))
    if (own or gender) == "m":
        return frozenset(fold(one + "a").text for one in spelled)
    return frozenset(fold(one[:-1]).text for one in spelled if fold(one).text.endswith("a"))


def _initial_letters(letters: list[str]) -> frozenset[str]:
    out: set[str] = set()
    for letter in letters:
        out.add(fold(letter).text)
        for form in part_forms(letter, None, False) if not is_cyrillic(letter) else {letter}:
            out.add(fold(form[:1]).text)
            out |= {fold(one).text for one in spellings(form[:1])}
    return frozenset(out)


def _lead(form: str) -> str:
    """How a Latin surname begins where two letters write one sound: "Zh." of Zhukova."""
    return form[:2] if form[:2] in ("zh", "kh", "ch", "sh", "ts", "ya", "yu", "ye", "yo") else ""


def _is_word(surname: str) -> bool:
    if is_common_word(surname):
        return True
    return (
        is_cyrillic(surname) and is_known_word(surname) and gender_of_surname(surname) is None and not is_given(surname)
    )


def _product(keys: tuple[frozenset[str], ...]) -> set[str]:
    whole = {""}
    for one in keys:
        whole = {a + b for a in whole for b in one}
    return whole


def _merge(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if out and span.start < out[-1].end:
            if span.end > out[-1].end:
                out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out
