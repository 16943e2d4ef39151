"""Text in, the counts it gives out: how many, of what, how sure the words are. Ages, years, money, dates, times, measures are no counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.domain.statement import Count, CountMode
from according.language.inflect import parses
from according.language.numbers import parse_number
from according.language.words import lower_same_length
from according.read.count_grammar import CountGrammar, count_grammar

_WORD = re.compile(r"[^\W\d_]+(?:['’.\-‑][^\W\d_]+)*['’]?")
_BEFORE = re.compile(r"([^\s(\[\"“«]+)[\s\u00a0]{1,2}[(\[\"“«]?$")
_DIGIT_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ANCHOR_FAR = 5  # words a group's name may stand behind its number
_ADDRESS = re.compile(
    r"(?: [^\W\d_a-zа-яё][^\W\d_]*){2,4},?[^\S\n]*(?:\n|$)"
)  # "62 South Hill Street" alone on its line
_QUALIFIED = 64  # code points of words that may stand before the figure and belong to it
_ONE_IN = re.compile(r"\bone (?:in|out of) (?:every )?$|\bодин из (?:каждых )?$", re.IGNORECASE)
_NIGHT = re.compile(r"[ \u00a0]на[ \u00a0]\d{1,2}[ \u00a0]([^\W\d_]+)")  # "в ночь с 15 на 16 июля"
_OF_MONTH = re.compile(r"[ \u00a0][^\W\d_]+[ \u00a0]([^\W\d_]+)")
_BIGGEST = 10_000_000_000


@dataclass(frozen=True, slots=True)
class _Figure:
    """The number or numbers of one match, before the qualifier is heard."""

    low: int | None
    high: int | None
    ranged: bool = False
    vague: bool = False
    mode: CountMode = CountMode.TOTAL


def find_counts(text: str, language: str, start: int = 0, end: int | None = None) -> list[Count]:
    """Counts in `text[start:end]`, in order. `Count.words` is `text[count.start:count.end]`: qualifier, number, "more", "of the 37", never the noun.

    `unit` is the noun that follows, as written, None where none does ("killing at least 16"). A share carries its percent as min and max.
    """
    return list(iter_counts(text, language, start, end))


def iter_counts(text: str, language: str, start: int = 0, end: int | None = None) -> Iterator[Count]:
    """As `find_counts`, one by one. Time is linear."""
    grammar = count_grammar(language)
    stop = len(text) if end is None else min(end, len(text))
    at, lower = max(0, start), lower_same_length(text)
    while at < stop:
        anchor = grammar.anchor.search(lower, at, stop)
        if anchor is None:
            return
        begin = max(at, _word_start(lower, anchor.start() - _QUALIFIED))
        match = grammar.pattern.search(lower, begin, stop)
        if match is None:
            return
        count = _read(text, match, grammar, stop)
        if count is not None:
            yield count
        at = max(match.end(), at + 1)


def _word_start(text: str, at: int) -> int:
    """Back to the beginning of the word at `at`, not further than a word is long."""
    at = max(0, at)
    least = max(0, at - _QUALIFIED)
    while at > least and text[at - 1].isalnum():
        at -= 1
    return at


def _read(text: str, match: re.Match[str], grammar: CountGrammar, stop: int) -> Count | None:
    figure = _figure(match, grammar)
    if figure is None or _is_label(text, match, grammar):
        return None
    behind = match.end()
    if match["fixed"] or match["plus_share"] or match["percent"]:
        behind = _past_of(text, behind, stop, grammar)
    unit, adjacent = _unit(text, behind, stop, grammar)
    if match["of_them"] is None and match["of"] is None and adjacent in grammar.measures and match["after"] is None:
        return None
    if match["low"] and _is_other_number(text, match, grammar, unit, adjacent):
        return None
    begin, words_end = match.start(), match.end("no") if match["no"] else match.end()
    one_in = _ONE_IN.search(text, max(0, match.start() - 20), match.start())
    if one_in and figure.low and figure.low == figure.high and not match["percent"]:
        share = round(100 / figure.low)
        return Count(
            share,
            share,
            text[one_in.start() : words_end],
            None,
            unit,
            None,
            CountMode.SHARE,
            False,
            one_in.start(),
            words_end,
        )
    qualifier = _qualifier(match, grammar)
    if qualifier in ("exactly", None) and match["q"]:
        begin = _first_start(match, grammar)
    low, high, kept, mode = _bounded(figure, qualifier)
    if match["another"] or match["more"]:
        mode = CountMode.ADDITIONAL
    if match["percent"]:
        mode = CountMode.SHARE
    of = _number(match["of"], match["of_scale"], grammar) if match["of"] else None
    if of is not None and unit is None:
        unit = _unit(text, match.end(), stop, grammar)[0]
    return Count(low, high, text[begin:words_end], kept, unit, of, mode, figure.vague, begin, words_end)


def _first_start(match: re.Match[str], grammar: CountGrammar) -> int:
    """Where the words begin once "the", "all" and "only", which qualify nothing, are left out."""
    for name in ("q", "q2", "q3"):
        word = match[name]
        if word and grammar.qualifier.get(_fold(word)) != "exactly":
            return match.start(name)
    starts = [
        match.start(name)
        for name in ("another", "all_but", "none", "no", "plus_share", "open", "low", "fixed")
        if match[name]
    ]
    return min(starts)


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _qualifier(match: re.Match[str], grammar: CountGrammar) -> str | None:
    """The strongest qualifier of those around the number; one that only stresses ("only", "the") gives way."""
    if match["plus"]:
        return "at_least"
    found = [grammar.qualifier.get(_fold(match[name])) for name in ("q", "q2", "q3") if match[name]]
    if match["after"]:
        found.append(grammar.after.get(_fold(match["after"])))
    real = [name for name in found if name and name != "exactly"]
    return real[0] if real else ("exactly" if found else None)


def _number(words: str | None, scale: str | None, grammar: CountGrammar) -> int | None:
    """A whole number, or None for what is none ("2.5")."""
    if not words:
        return None
    value = parse_number(words, grammar.language)
    if value is None:
        return None
    if scale:
        value *= grammar.digit_scale.get(scale.strip(" -\u00a0.").casefold(), 1)
    return int(value) if float(value).is_integer() and 0 <= value < _BIGGEST else None


def _figure(match: re.Match[str], grammar: CountGrammar) -> _Figure | None:
    if match["all_but"]:
        but = _number(match["but"], None, grammar)
        return _Figure(but, but, mode=CountMode.ALL_BUT) if but is not None else None
    if match["none"]:
        return _Figure(0, 0)
    if match["no"]:
        return _Figure(0, 0) if grammar.is_group(match["no_group"]) else None
    if match["plus_share"]:
        percent = grammar.share[_fold(match["plus_share"])]
        return _Figure(percent, percent, mode=CountMode.SHARE)
    if match["fixed"]:
        words = _fold(match["fixed"])
        if words in grammar.vague:
            return _Figure(grammar.vague[words], None, vague=True)
        return _Figure(grammar.round[words], grammar.round[words])
    return _numeric(match, grammar)


def _numeric(match: re.Match[str], grammar: CountGrammar) -> _Figure | None:
    """One number or two; "12-18,000" and "12–18 thousand" share the scale of the second."""
    low = _number(match["low"], match["low_scale"], grammar)
    if match["high"] is None:
        return _Figure(low, low) if low is not None else None
    high = _number(match["high"], match["high_scale"], grammar)
    bare = parse_number(match["low"], grammar.language)
    if high is None or bare is None:
        return None
    if match["low_scale"] is None:
        if match["high_scale"]:
            scaled = bare * grammar.digit_scale.get(match["high_scale"].strip(" -\u00a0.").casefold(), 1)
            low = int(scaled) if scaled <= high else low
        elif match["low"].isdigit() and bare < 1000 <= high and high % 1000 == 0 and bare * 1000 < high:
            low = int(bare * 1000)
    if low is None:
        return None
    return _Figure(low, high, ranged=True) if low < high else _Figure(low, low)


def _bounded(figure: _Figure, qualifier: str | None) -> tuple[int | None, int | None, str | None, CountMode]:
    """Lower and upper bound as the qualifier makes them."""
    low, high, mode = figure.low, figure.high, figure.mode
    kept = None if qualifier == "exactly" else qualifier
    if figure.ranged and kept in (None, "about", "nearly"):
        return low, high, "range", mode
    if figure.vague:
        return low, None, kept, mode
    if kept == "at_least":
        return low, None, kept, mode
    if kept == "more_than":
        return (low or 0) + 1, None, kept, mode
    if kept == "up_to":
        return None, high, kept, mode
    if kept == "fewer_than":
        return None, max(0, (high or 0) - 1), kept, mode
    if kept == "higher_than":
        return (low or 0) + 1, None, "more_than", CountMode.HIGHER_THAN
    if kept == "lower_than":
        return None, max(0, (high or 0) - 1), "fewer_than", CountMode.LOWER_THAN
    return low, high, kept, mode


def _past_of(text: str, at: int, stop: int, grammar: CountGrammar) -> int:
    """Behind "of the", where what is counted stands after it: "hundreds of workers", "one third of the population"."""
    found = grammar.of_lead.match(text, at, stop)
    return found.end() if found else at


def _unit(text: str, at: int, stop: int, grammar: CountGrammar) -> tuple[str | None, str]:
    """The noun counted and the word right behind the number. A name of people a few words on wins over the nearest plural."""
    nearest, adjacent, position, passed, verb = None, "", at, 0, False
    limit = min(stop, at + 90)
    while passed < _ANCHOR_FAR:
        gap = position
        while gap < limit and text[gap] in " \u00a0\t-‑":
            gap += 1
        if gap < limit and text[gap] == "\n" and gap + 1 < limit and text[gap + 1] not in "\n ":
            gap += 1
        word = _WORD.match(text, gap, limit)
        if word is None:
            break
        low = word[0].casefold().replace("’", "'")
        passed += 1
        if passed == 1:
            adjacent = low.rstrip(".")
        if low in grammar.stops and not (passed <= 3 and low in grammar.mid_words):
            break
        if grammar.is_group(low) and not _leads_on(text, word.end(), limit, grammar):
            return word[0], adjacent
        if passed == 1 and low.endswith("ed") and grammar.language == "en":
            verb = True  # "Fifteen received suspended sentences"; only a name of people may still follow
        if nearest is None and not verb and low.endswith("s") and len(low) > 3:
            nearest = word[0]
        if grammar.language == "ru" and not _may_be_counted(low):
            break
        if grammar.language == "ru" and nearest is None and _is_genitive_noun(low):
            return word[0], adjacent
        position = word.end()
    return nearest, adjacent


def _may_be_counted(word: str) -> bool:
    """Whether a Russian word may stand between a number and the noun it counts, or be that noun."""
    return bool(parses(word)) and parses(word)[0][0] in ("NOUN", "ADJF", "PRTF")


def _is_genitive_noun(word: str) -> bool:
    return any(one[0] == "NOUN" and one[2] == "gent" for one in parses(word)[:2])


def _leads_on(text: str, at: int, limit: int, grammar: CountGrammar) -> bool:
    """ "police officers", "family members": the next word is the noun that is counted."""
    following = _WORD.match(text, at + 1, limit) if text[at : at + 1] in (" ", "-") else None
    return following is not None and grammar.is_group(following[0]) and following[0].casefold() not in grammar.stops


def _is_label(text: str, match: re.Match[str], grammar: CountGrammar) -> bool:
    """ "Article 164", "aged 51", "temperatures were minus 15": the number names, it does not count."""
    if not match["low"] or match["q"] or match["another"]:
        return False
    before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
    if before is None:
        return False
    word = before[1].casefold()
    day = match["low"].isdigit() and int(match["low"]) <= 31
    return word in grammar.labels or (day and word.rstrip(".") in grammar.months)


def _is_other_number(text: str, match: re.Match[str], grammar: CountGrammar, unit: str | None, adjacent: str) -> bool:
    """A year, a day of a month, a time, an ordinal, "one" as a pronoun, a number in a heading or address."""
    low, people = match["low"], unit is not None and grammar.is_group(unit)
    if low.isdigit() and (night := _NIGHT.match(text, match.end())) and night[1].casefold() in grammar.months:
        return True
    if adjacent.rstrip(".") in grammar.months or adjacent in grammar.ordinals:
        return True
    of_month = _OF_MONTH.match(text, match.end()) if adjacent in grammar.of_words else None
    if of_month is not None and of_month[1].casefold() in grammar.months:
        return True  # "16 de diciembre"
    if _DIGIT_YEAR.fullmatch(low) and not people and not match["q"] and match["high"] is None:
        return True
    following = text[match.end() : match.end() + 1]
    if match["percent"] or match["of"] or match["of_them"]:
        return False
    if following in ("%", "°") or (following == "." and text[match.end() + 1 : match.end() + 2].isdigit()):
        return True
    if text[match.start() - 1 : match.start()] in ("-", "–", "/", "@", "&", "=", "_", "."):
        return True
    if _fold(low) in grammar.ones and match["high"] is None:
        return not (people and not adjacent.endswith("s"))
    # A number that stands alone on its line, or begins it before a full stop, labels the line.
    if unit is None and _ADDRESS.match(text, match.end()) and (match.start() == 0 or text[match.start() - 1] == "\n"):
        return True
    alone = text[match.end() : match.end() + 2].strip(" .)") == "" and (
        match.start() == 0 or text[match.start() - 1] == "\n"
    )
    return alone and unit is None
