"""A reader's proposals beside marks made by hand: precision and recall of statements, then of their fields.

`python bench/reading/marks_score.py MARKS.jsonl GOLD [--part tune|report] [--language en|ru] [--errors]`; GOLD holds the corpora as JSON Lines (`convert.py`).

A proposal fits a mark when its type is one of the mark's and their anchors touch, or stand within 40 characters in one sentence.
One to one. Precision leaves out proposals that fit optional marks; recall counts the marks that are not optional. A polarity or
stance is wrong where a fitting proposal differs from its mark; the share is of all proposals.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import muc_events

from according.domain.document import Document
from according.domain.statement import Count, Kind, Participant, Polarity, Speaker, Stance, Statement, Where
from according.language.edtf import bounds, overlaps
from according.read import plain_document, statements
from according.read.gazetteer import fold_name

NEAR = 40  # characters between anchors that name one event in two words
FIELDS = ("polarity", "stance", "phase", "count", "when", "when (compatible)", "where", "nearest speaker", "agent", "patient")  # fmt: skip
CORPORA = ("polnear.train", "timebank", "aquaint", "muc.dev", "nerel.train", "factrueval.dev")


@dataclass
class Tally:
    """What was right, by field, over documents."""

    marks: int = 0
    found: int = 0
    proposals: int = 0
    beside_optional: int = 0
    disagree: int = 0  # polarity or stance
    right: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    by_type: dict[str, Counter[str]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """A table."""
        counted = self.proposals - self.beside_optional
        precision = self.found / counted if counted else 0.0
        recall = self.found / self.marks if self.marks else 0.0
        both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        yield f"statements   P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * both:5.1f}   ({self.found} of {self.marks} marks, {counted} proposals, {self.beside_optional} more beside optional marks)"
        share = self.disagree / self.proposals if self.proposals else 0.0
        yield f"polarity or stance wrong, of all proposals   {100 * share:.1f} %   ({self.disagree} of {self.proposals})"
        for name in FIELDS:
            if self.told[name]:
                yield f"  {name:<18} {self.right[name]:>4} of {self.told[name]:>4}  {100 * self.right[name] / self.told[name]:5.1f} %"


def read_marks(path: Path) -> list[dict[str, Any]]:
    """The packed marks, a row a document."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read_texts(gold: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """The corpora's rows by corpus and id; corpora that are not there are left out."""
    out = {}
    for corpus in CORPORA:
        file = gold / f"{corpus}.jsonl"
        if file.exists():
            for line in file.read_text("utf-8").splitlines():
                row = json.loads(line)
                out[corpus, row["id"]] = row
    return out


def match(marks: list[dict[str, Any]], proposals: list[Statement]) -> list[tuple[int, int]]:
    """Pairs of mark and proposal, one to one: touching anchors first, marks that are not optional first, then the nearest."""
    pairs = []
    for i, mark in enumerate(marks):
        low, high = mark["anchor"]
        for j, one in enumerate(proposals):
            if one.type not in mark["type"]:
                continue
            gap = max(low - one.anchor.end, one.anchor.start - high)
            if gap < 0 or (gap <= NEAR and one.quote.start <= low and high <= one.quote.end):
                pairs.append((max(gap, -1), bool(mark.get("optional")), -_alike(mark, one), i, j))
    pairs.sort()
    used_marks: set[int] = set()
    used: set[int] = set()
    out = []
    for _, _, _, i, j in pairs:
        if i not in used_marks and j not in used:
            used_marks.add(i)
            used.add(j)
            out.append((i, j))
    return out


def _alike(mark: dict[str, Any], one: Statement) -> int:
    return sum(right for _, right in fields(mark, one, ""))


def fields(mark: dict[str, Any], one: Statement, text: str) -> Iterator[tuple[str, bool]]:
    """Each field that the mark tells or, for polarity, stance and speaker, always tells, and whether the proposal has it right."""
    denied = (
        one.stance is Stance.DENIED and "denied" in mark["stance"]
    )  # "X denies it" and "X says it was not so" are one
    yield "polarity", denied or (one.polarity is Polarity.HAPPENED) == mark["happened"]
    yield "stance", one.stance.value in mark["stance"]
    if one.kind is not Kind.RELATION:
        yield "phase", one.phase.value == mark["phase"]
    if "n" in mark:
        yield "count", count_fits(mark["n"], one.count)
    if "when" in mark:
        told = one.when.edtf if one.when else None
        yield "when", told is not None and any(told == wanted or _same(told, wanted) for wanted in mark["when"])
        yield "when (compatible)", told is not None and any(_overlap(told, wanted) for wanted in mark["when"])
    if "where" in mark:
        yield "where", _touches(one.where, [mark["where"]], text) or _same_place(one.where, text[slice(*mark["where"])])
    if mark["speakers"]:
        nearest = [speaker for speaker in one.speakers if speaker.level == 0]
        yield "nearest speaker", any(_touches(s, level, text) for s in nearest for level in mark["speakers"][0])
    else:
        yield "nearest speaker", not one.speakers or one.speakers[0].inferred
    for role in ("agent", "patient"):
        if role in mark.get("who", {}):
            actors = [p for p in one.participants if p.role.value == role]
            yield role, any(_touches(actor, spans, text) for actor in actors for spans in mark["who"][role])


def _same(a: str, b: str) -> bool:
    if a.endswith("/..") and b.startswith(a[:-2]):
        return True  # "since Monday": to this day or open, as the marker wrote it
    try:
        return bounds(a) == bounds(b)
    except Exception:
        return False


def _overlap(a: str, b: str) -> bool:
    try:
        return overlaps(a, b)
    except Exception:
        return False


def _touches(actor: Participant | Speaker | Any, spans: list[list[int]], text: str) -> bool:
    """Whether the actor stands where the mark says, near or in full, or bears the same name."""
    if actor is None:
        return False
    places = [(actor.start, actor.end)] if actor.start is not None else []
    full = getattr(actor, "mention", None)
    if full is not None:
        places.append((full.start, full.end))
    for low, high in spans:
        if any(a < high and low < b for a, b in places):
            return True
        if text and actor.name and actor.name.casefold() == text[low:high].casefold():
            return True
    return False


def _same_place(where: Where | None, marked: str) -> bool:
    """Whether the place bears the marked words' name: "Velmar" of "the streets of Velmar", written with or without accents."""
    if where is None or not marked:
        return False
    wanted = fold_name(" ".join(marked.split()))
    told = {fold_name(" ".join(one.split())) for one in (where.words, where.name)}
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", wanted) for one in told if one)


def count_fits(wanted: str, count: Count | None) -> bool:
    """Whether a count is the marked one: see MARKING.md for the notation."""
    if count is None:
        return False
    plain = wanted.strip("~+?")
    whole = None
    if " of " in plain:
        plain, of = plain.split(" of ")
        whole = int(of)
    low, _, high = plain.partition("/") if "/" in plain else (plain, "", plain)
    if wanted.endswith("?"):  # "hundreds", "dozens": languages and readers differ in the floor
        return count.vague and count.min is not None and 0.4 * int(low) <= count.min <= 2.5 * int(low)
    least = None if low == ".." else int(low)
    most = None if high == ".." else int(high)
    return count.min == least and count.max == most and (whole is None or count.of == whole)


def score(rows: list[dict[str, Any]], texts: dict[tuple[str, str], dict[str, Any]], language: str | None) -> Tally:
    """All documents of the rows whose texts are at hand."""
    tally = Tally()
    for row in rows:
        held = texts.get((row["corpus"], row["id"]))
        if held is None:
            continue
        code = "ru" if row["corpus"].startswith(("nerel", "factrueval")) else "en"
        if language in (None, code):
            document = document_of(row, held, code)
            score_document(tally, row, held["text"], list(statements(document)))
    return tally


def document_of(row: dict[str, Any], held: dict[str, Any], code: str) -> Document:
    """The report as a document; MUC's wire copy with its lines joined, every place where it was."""
    if row["corpus"] == "muc.dev":
        return muc_events.document_of({**held, "pub_date": row["published"] or held.get("pub_date")})
    return plain_document(held["text"], published=(row["published"] or "")[:10] or None, language=code)


def score_document(tally: Tally, row: dict[str, Any], text: str, proposals: list[Statement]) -> None:
    """Add one document to the tally."""
    marks = row["marks"]
    pairs = match(marks, proposals)
    tally.proposals += len(proposals)
    tally.marks += sum(not mark.get("optional") for mark in marks)
    for i, j in pairs:
        mark, one = marks[i], proposals[j]
        told = list(fields(mark, one, text))
        wrong = [name for name, right in told if not right]
        tally.disagree += bool({"polarity", "stance"} & set(wrong))
        if mark.get("optional"):
            tally.beside_optional += 1
            if {"polarity", "stance"} & set(wrong):
                tally.errors.append(_tell("wrong, beside optional", row, text, one.anchor.start, one.type, mark, one))
            continue
        tally.found += 1
        for name, right in told:
            tally.told[name] += 1
            tally.right[name] += right
        if wrong:
            tally.errors.append(_tell("wrong " + ", ".join(wrong), row, text, one.anchor.start, one.type, mark, one))
    _tell_rest(tally, row, text, proposals, pairs)


def _tell_rest(
    tally: Tally, row: dict[str, Any], text: str, proposals: list[Statement], pairs: list[tuple[int, int]]
) -> None:
    fitted, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, mark in enumerate(row["marks"]):
        if not mark.get("optional"):
            kind = tally.by_type.setdefault(mark["type"][0], Counter())
            kind["marks"] += 1
            kind["found"] += i in fitted
            if i not in fitted:
                tally.errors.append(_tell("missed", row, text, mark["anchor"][0], "|".join(mark["type"]), mark, None))
    for j, one in enumerate(proposals):
        if j not in used:
            tally.by_type.setdefault(one.type, Counter())["false"] += 1
            tally.errors.append(_tell("not marked", row, text, one.anchor.start, one.type, None, one))


def _tell(
    what: str, row: dict[str, Any], text: str, at: int, kind: str, mark: dict[str, Any] | None, one: Statement | None
) -> str:
    around = text[max(0, at - 90) : at] + "▶" + text[at : at + 110]
    said = f"{what:<28} {row['corpus']} {row['id'][:28]} {kind}: …{' '.join(around.split())}…"
    if mark is not None:
        named = {key: value for key, value in mark.items() if key not in ("anchor", "type")}
        said += f"\n      marked:   {_in_words(named, text)}"
    if one is not None:
        said += (
            f"\n      proposed: {one.polarity.value} {one.stance.value} {one.phase.value}"
            f" n={one.count and (one.count.min, one.count.max)} when={one.when and one.when.edtf} where={one.where and one.where.name}"
            f" who={[(p.role.value, p.name) for p in one.participants]} sp={[(s.level, s.name) for s in one.speakers]} rule={one.rule}"
        )
    return said


def _in_words(value: Any, text: str) -> Any:
    """Offsets as the words they stand for, to look at."""
    if isinstance(value, list) and len(value) == 2 and all(isinstance(one, int) for one in value):
        return text[value[0] : value[1]]
    if isinstance(value, list):
        return [_in_words(one, text) for one in value]
    if isinstance(value, dict):
        return {key: _in_words(one, text) for key, one in value.items()}
    return value


def agreement(one: Path, other: Path) -> Iterator[str]:
    """How far two markings agree: the second taken as if it were a reader's proposals."""
    theirs = {(row["corpus"], row["id"]): row for row in read_marks(other)}
    both = first = second = unsure = missed = added = 0
    told: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for row in read_marks(one):
        other_row = theirs.get((row["corpus"], row["id"]))
        if other_row is None:
            continue
        pairs = _pair_marks(row["marks"], other_row["marks"])
        first += sum(not mark.get("optional") for mark in row["marks"])
        second += sum(not mark.get("optional") for mark in other_row["marks"])
        paired_first, paired_second = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
        missed += sum(not mark.get("optional") and id(mark) not in paired_first for mark in row["marks"])
        added += sum(not mark.get("optional") and id(mark) not in paired_second for mark in other_row["marks"])
        for a, b in pairs:
            if a.get("optional") or b.get("optional"):
                unsure += bool(a.get("optional")) != bool(b.get("optional"))
                continue
            both += 1
            for name in ("happened", "stance", "phase", "n", "when", "where", "speakers"):
                if name in a or name in b:
                    told[name] += 1
                    alike[name] += _same_field(name, a.get(name), b.get(name))
    yield f"statements: the first requires {first}, the second {second}; both require {both}, one requires what the other leaves open {unsure}"
    yield f"only the first has {missed}, only the second has {added}; strict agreement F1 {200 * both / max(1, first + second):.1f} %"
    for name, total in told.items():
        yield f"  {name:<10} {alike[name]:>4} of {total:>4}  {100 * alike[name] / total:5.1f} %"


def _same_field(name: str, a: Any, b: Any) -> bool:
    if name in ("stance", "when"):
        return bool(set(a or []) & set(b or []))
    if name == "where":
        return bool(a and b and a[0] < b[1] and b[0] < a[1])
    if name == "speakers":
        first, second = (a or [[]])[0], (b or [[]])[0]
        if not first or not second:
            return not first and not second
        return any(x[0] < y[1] and y[0] < x[1] for one in first for x in one for two in second for y in two)
    return bool(a == b)


def _pair_marks(
    first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    pairs = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            gap = max(a["anchor"][0] - b["anchor"][1], b["anchor"][0] - a["anchor"][1])
            if set(a["type"]) & set(b["type"]) and gap <= NEAR:
                pairs.append((max(gap, -1), i, j))
    pairs.sort()
    used_first: set[int] = set()
    used: set[int] = set()
    out = []
    for _, i, j in pairs:
        if i not in used_first and j not in used:
            used_first.add(i)
            used.add(j)
            out.append((first[i], second[j]))
    return out


def main(words: list[str]) -> int:
    """The command of the module's docstring."""
    plain = [word for number, word in enumerate(words) if not word.startswith("--") and words[number - 1] not in ("--part", "--language")]  # fmt: skip
    part, language = _option(words, "--part"), _option(words, "--language")
    rows = [row for row in read_marks(Path(plain[0])) if part in (None, row.get("part"))]
    tally = score(rows, read_texts(Path(plain[1])), language)
    print("\n".join(tally.lines()))
    if "--errors" in words:
        for kind, counts in sorted(tally.by_type.items()):
            print(
                f"    {kind:<24} marks {counts['marks']:>3}  found {counts['found']:>3}  not marked {counts['false']:>3}"
            )
        print("\n".join(sorted(tally.errors)))
    return 0


def _option(words: list[str], name: str) -> str | None:
    return words[words.index(name) + 1] if name in words else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
