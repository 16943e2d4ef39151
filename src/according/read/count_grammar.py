"""The counting words of a language in, compiled patterns out. Never reads a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from according.language.numbers import number_words
from according.language.words import BLANK, LANGUAGES, lower_pattern, one_of, read_table

_SHORT_PARTICIPLES = ("ены", "аны", "яны", "ёны", "иты", "яты")  # «осуждены»: what was done to people, not people


@dataclass(frozen=True, slots=True)
class CountGrammar:
    """What a language knows of counts. `pattern` finds a candidate; the other tables say what it means."""

    language: str
    pattern: re.Pattern[str]  # for text in small letters, as `anchor`
    anchor: re.Pattern[str]  # a figure or a word without which there is no count
    qualifier: Mapping[str, str]
    after: Mapping[str, str]
    vague: Mapping[str, int]
    round: Mapping[str, int]
    share: Mapping[str, int]
    digit_scale: Mapping[str, int]
    additional: frozenset[str]
    measures: frozenset[str]
    labels: frozenset[str]
    stops: frozenset[str]
    people: frozenset[str]
    endings: tuple[str, ...]
    stems: tuple[str, ...]
    not_people: frozenset[str]
    months: frozenset[str]
    of_words: frozenset[str]
    ordinals: frozenset[str]
    none_standing: frozenset[str]
    ones: frozenset[str]
    mid_words: frozenset[str]
    of_lead: re.Pattern[str]

    def is_group(self, word: str) -> bool:
        """Whether people are called so."""
        low = word.casefold().replace("’", "'")
        if low in self.people:
            return True
        if low in self.not_people or (self.stems and low.endswith(_SHORT_PARTICIPLES)):
            return False
        return low.startswith(self.stems) if self.stems else len(low) > 4 and low.endswith(self.endings)


@cache
def count_grammar(language: str) -> CountGrammar:
    """The grammar of `language`; of English where we have none."""
    code = language if language in LANGUAGES else "en"
    table, groups, numbers = read_table(code, "counts"), read_table(code, "groups"), number_words(code)
    words = table["words"]
    months = frozenset(read_table(code, "dates")["month"])
    return CountGrammar(
        code, _compile(code), _anchor(code), table["qualifier"], table["after"], table["vague"], table["round"], table["share"],
        numbers.digit_scale, frozenset([*words["additional_before"], *words["additional_after"]]),
        frozenset(words["measures"]), frozenset(words["labels"]), frozenset(words["stops"]), frozenset(groups["people"]),
        tuple(groups.get("endings", ())), tuple(groups.get("stems", ())), frozenset(groups.get("not_people", ())), months,
        frozenset(words["of"]),
        frozenset(numbers.ordinal), frozenset(table["none"]["standing"]), frozenset(words.get("plural_only_one", ())),
        frozenset(words.get("middle", ())), re.compile(words["of_lead"], re.IGNORECASE),
    )  # fmt: skip


def _anchor(code: str) -> re.Pattern[str]:
    table, numbers = read_table(code, "counts"), number_words(code)
    words = [
        *numbers.small,
        *numbers.scale,
        *table["vague"],
        *table["round"],
        *table["share"],
        *table["words"]["all_but"],
    ]
    words += [*table["none"]["words"], *table["none"]["before_group"]]
    return re.compile(lower_pattern(rf"\d|(?<![^\W_]){one_of(words)}(?![^\W_])"))


def _compile(code: str) -> re.Pattern[str]:
    """qualifier? (another)? number (range number)? scale? (or more)? (more)? (of the number)?, or one of the fixed words."""
    table, numbers = read_table(code, "counts"), number_words(code)
    words = table["words"]
    digits = rf"(?<![\d.,:/$£€¥№#])(?:{numbers.digits})(?![\d:/]|st\b|nd\b|rd\b|th\b|-?(?:year|month|day|hour|week|мес|лет|й\b|го\b|я\b|ти\b|е\b))"
    number = f"(?:{digits}|{numbers.pattern})"
    scale = rf"(?:[- \u00a0]?(?:{numbers.scale_pattern})(?!\w)\.?)"
    link = rf"(?:[^\S\n]?[-–—‑][^\S\n]?|{BLANK}(?:{one_of(words['range'])}){BLANK})"
    article = f"(?:{one_of(words['article'])}{BLANK})" if words["article"] else "(?:(?!))"
    fixed = one_of([*table["vague"], *table["round"]])
    additional = one_of(words["additional_after"])
    before = one_of([*words["additional_before"]])
    none = one_of(table["none"]["words"])
    nothing = one_of(table["none"]["before_group"])
    of_what = rf"(?:{BLANK}{one_of(words['of'])}{BLANK}(?:{article}?(?P<of>{number})(?P<of_scale>{scale})?(?!\w)|(?P<of_them>{one_of(words['of_them'])})(?!\w)))?"
    core = (
        rf"(?P<all_but>{one_of(words['all_but'])}){BLANK}(?P<but>{number})(?!\w)"
        rf"|(?P<none>{none})(?!\w)|(?P<no>{nothing}){BLANK}(?=(?P<no_group>[^\W\d_]+))"
        rf"|(?P<plus_share>{one_of(table['share'])})(?!\w)(?={BLANK}of(?!\w)|{BLANK}(?:the|its|their)(?!\w)|{BLANK}[^\W\d_]+)"
        rf"|(?P<open>{one_of(words['range_open'])}{BLANK})?(?P<low>{number})(?P<low_scale>{scale})?(?:{link}(?P<high>{number})(?P<high_scale>{scale})?)?(?P<plus>\+)?(?P<percent>[ \u00a0]?{one_of(words['percent'])})?(?!\w)"
        rf"|(?P<fixed>{fixed})(?!\w)"
    )
    tail = rf"(?:{BLANK}(?P<after>{one_of(table['after'])})(?!\w))?(?:{BLANK}(?P<more>{additional})(?!\w))?"
    qualifier = rf"(?P<q>{one_of(table['qualifier'])}){BLANK}"
    return re.compile(
        lower_pattern(
            rf"(?<![\w$£€¥№#])(?:{qualifier})?(?:(?P<q2>{one_of(table['qualifier'])}){BLANK})?(?:(?P<another>{before}){BLANK})?(?:(?P<q3>{one_of(table['qualifier'])}){BLANK})?(?:{core}){tail}{of_what}"
        )
    )
