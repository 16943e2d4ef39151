"""What the text has said of time so far: the day of reference, the last date named, the tense. Never reads a date itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from according.read.date_grammar import Form, Grammar

# a full stop ends a clause where no shortened word stands before it and a new sentence behind it
_CLAUSE_END = re.compile(
    r"[!?;:]\s|(?:(?<=[a-zа-яё]{3})|(?<=[^\W\d_]{4})|(?<=[\d)\]”\"’']))\.[”\"’')\]]{0,2}\s+(?=[^\W\da-zа-яё]|\W)|\n\s*\n"
)
_YEAR_LINE = re.compile(r"\W{0,6}\d{4}.?", re.DOTALL)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_STORY = 400  # code points after which a day with its year no longer holds against a year alone
_REPORT = 3_000  # code points within which "the quarter" is the one named before
_FAR = 1_200  # code points after which "the next day" no longer leans on the last date


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a resolver made of one form."""

    when: str  # EDTF, or an ISO duration
    granularity: str
    first: date | None = None
    last: date | None = None
    doubt: tuple[str, ...] = ()
    part: str | None = None  # early, mid, late
    year_said: bool = False
    ancient: bool = False  # before the year 1, where no calendar of ours reaches
    kind: str = "date"
    carries: bool = True  # whether "the next day" may lean on it
    ends: tuple[str, str] | None = None  # of a stretch, both as EDTF
    second_at: int = -1  # where the second end begins


@dataclass
class Context:
    """The reading position in one text. Changes as dates are resolved, from the beginning to the end."""

    text: str
    lower: str  # the same in small letters, same offsets: what the patterns look at
    grammar: Grammar
    reference: date | None
    narrative: bool = False  # the text tells of other years than its own
    within: tuple[date | None, date | None] | None = None  # bounds of the day of reference, where only they are known
    named: Resolved | None = None
    named_at: int = -1
    year: int | None = None
    year_at: int = -1
    year_in_date: bool = False
    ancient: bool = False  # the story is in years before the year 1
    section_year: int | None = None  # the year a heading gives: "2004: the second winter"
    quarter: Resolved | None = None  # the quarter last told of
    quarter_at: int = -1
    years_of_days: dict[tuple[int, int], int] = field(
        default_factory=dict
    )  # the year each day and month was last read with

    @cached_property
    def day_first(self) -> bool | None:
        """How the text orders 03/04/2011, told by those of its dates that can be read in one way only, else by the language."""
        first = second = 0
        for match in _SLASHED.finditer(self.text):
            first += int(match[1]) > 12 >= int(match[2])
            second += int(match[2]) > 12 >= int(match[1])
        return self.grammar.options.get("day_first") if first == second else first > second

    def note(self, found: Resolved, end: int) -> None:
        """Remembers a resolved date."""
        self.ancient = found.ancient or (self.ancient and not found.year_said)
        if found.kind != "date" or found.first is None or not found.carries:
            return
        self.named, self.named_at = found, end
        if found.granularity == "quarter":
            self.quarter, self.quarter_at = found, end
        if found.granularity in ("day", "time") and not found.doubt:
            self.years_of_days[found.first.month, found.first.day] = found.first.year
        if found.year_said and not self._is_aside(found, end):
            year = found.last.year if found.last and found.ends and "-" in found.ends[1] else found.first.year
            self.year, self.year_at, self.year_in_date = year, end, "-" in found.when
            self.section_year = self.year if self._heads_section(found, end) else self.section_year
        elif (
            self.year is not None
            and found.granularity in ("day", "time", "month")
            and found.first.year == self.year + 1
        ):
            self.year, self.year_at = found.first.year, end  # the story went past the turn of the year

    def _heads_section(self, found: Resolved, end: int) -> bool:
        """A line that begins with a year or is one."""
        if found.granularity != "year":
            return False
        least = max(0, end - 12)
        begin = self.text.rfind("\n", least, end) + 1
        if not begin and least:
            return False
        line = self.text[begin : end + 1]
        return _YEAR_LINE.fullmatch(line) is not None and (end >= len(self.text) or line[-1] in ":\n–—-")

    def turns_year(self, at: int, month: int) -> int:
        """1 where the story was in the last months of the year just before and a first month is named now, else 0."""
        named = self.near_named(at)
        if (
            named is None
            or named.first is None
            or named.last is None
            or named.granularity not in ("day", "time", "month", "range")
        ):
            return 0
        return int(named.first.year == self.year and named.last.year == self.year and named.last.month - month >= 8)

    def _is_aside(self, found: Resolved, end: int) -> bool:
        """A bare year does not move the story: one far from the years told of ("as in 1812") unless it begins a line, one near by unless
        it opens a sentence ("until 1976" looks ahead)."""
        if found.granularity != "year" or self.year is None or found.first is None:
            return False
        if abs(found.first.year - self.year) <= 5:
            return self.year_in_date and end - self.year_at <= _STORY and not self._opens_sentence(end)
        return self.text.rfind("\n", max(0, end - 12), end) < 0

    def _opens_sentence(self, end: int) -> bool:
        """Whether a year stands where a sentence sets its scene: "In 1976", "By early 1976"."""
        before = self.text[max(0, end - 30) : end]
        return _CLAUSE_END.search(before) is not None or end <= 30

    def near_named(self, at: int) -> Resolved | None:
        """The last date named, where it is near enough to lean on."""
        return self.named if self.named is not None and at - self.named_at <= _FAR else None

    def near_quarter(self, at: int) -> Resolved | None:
        """The quarter last told of, where it is near enough to lean on."""
        return self.quarter if self.quarter is not None and at - self.quarter_at <= _REPORT else None

    def same_paragraph(self, since: int, at: int) -> bool:
        """Whether no empty line stands between."""
        return since >= 0 and at - since <= 2_000 and "\n\n" not in self.text[since:at]

    def tense(self, start: int, end: int) -> str | None:
        """ "future", "past" or None: by the end of a term right before the date ("asked to reply by"), else by the nearest cue in the clause.

        A cue in front of the date comes before one behind it: "said Friday that they will" is past.
        """
        grammar, left, right = self.grammar, *self.clause(start, end)
        ahead, behind = _last(grammar.future, left), _last(grammar.past, left)
        if grammar.deadline.search(left) and (ahead or grammar.aim.search(left) or grammar.grants.search(left)):
            return "future"
        if ahead or behind:
            return "future" if ahead >= behind else "past"
        after, earlier = grammar.future.search(right), grammar.past.search(right)
        if earlier and (after is None or earlier.start() <= after.start()):
            return "past"
        return "future" if after or grammar.deadline.search(left) else None

    def may_come(self, start: int, end: int) -> bool:
        """Whether anything in the clause in front of the date speaks of what is to come, or nothing of what was."""
        left, right = self.clause(start, end)
        grammar = self.grammar
        return bool(
            grammar.future.search(left)
            or grammar.deadline.search(left)
            or grammar.aim.search(left)
            or grammar.present.search(left)
            or grammar.future.search(right[:24])
        )

    def is_appointed(self, start: int, end: int) -> bool:
        """ "The trial begins Monday": the present stands right before the date."""
        left, _ = self.clause(start, end)
        return self.grammar.present.search(left) is not None

    def clause(self, start: int, end: int) -> tuple[str, str]:
        """The words of the clause in front of and behind the date, in small letters."""
        low, high = max(0, start - 90), end + 70
        low = max((mark.end() for mark in _CLAUSE_END.finditer(self.text, low, start)), default=low)
        stop = _CLAUSE_END.search(self.text, end, high)
        return self.lower[low:start], self.lower[end : stop.start() if stop else high]


def _last(pattern: re.Pattern[str], text: str) -> int:
    """The end of the last hit; 0 where there is none."""
    return max((found.end() for found in pattern.finditer(text)), default=0)


@dataclass(frozen=True, slots=True)
class Said:
    """One matched form: its words by the names the form gave them."""

    form: Form
    text: str
    match: re.Match[str]
    start: int
    end: int

    def get(self, name: str) -> str | None:
        """The words of a group, or None."""
        for plain, full in self.form.groups:
            if plain == name:
                first, last = self.match.span(full)
                return self.text[first:last] if first >= 0 else None
        return None

    def place(self, name: str) -> int:
        """Where a group begins; -1 where it is not there."""
        return next((self.match.start(full) for plain, full in self.form.groups if plain == name), -1)

    def leads(self, one: str, other: str) -> str:
        """Which of two groups stands first."""
        return one if self.place(one) < self.place(other) else other

    @property
    def words(self) -> str:
        """All its words as written."""
        return self.text[self.start : self.end]


Resolver = Callable[[Said, Context], "Resolved | None"]
