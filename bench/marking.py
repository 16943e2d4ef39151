"""Measures the whole way by facts marked by hand: `python bench/marking.py FOLDER MARKS.toml` prints what was found and what was missed.

The marks are those of the shipped example (`src/according/example/expected.toml`); the same format serves other cases.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from according.domain.document import Document, Genre
from according.domain.event import Dispute
from according.domain.statement import Judged
from according.flow.asking import ask_status
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.language.name_match import compare_names


@dataclass
class Score:
    """Found and missed, by part of the marks."""

    found: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    def tell(self, part: str, right: bool, what: str) -> None:
        """Count one fact."""
        self.total[part] = self.total.get(part, 0) + 1
        self.found[part] = self.found.get(part, 0) + right
        if not right:
            self.missed.append(f"{part:<22} {what}")

    def note(self, what: str) -> None:
        """Something to look at that is neither right nor wrong."""
        self.missed.append(what)

    def lines(self) -> Iterator[str]:
        """A table, then what was missed."""
        for part, total in self.total.items():
            yield f"{part:<22} {self.found[part]:>4} of {total:>4}  {100 * self.found[part] / total:5.1f} %"
        yield from self.missed


def score_case(folder: CaseFolder, marks: dict[str, Any]) -> Score:
    """Compare a case with its marks."""
    held, score = Holdings(folder), Score()
    _documents(held, marks, score)
    _statements(held, marks, score)
    _people(held, marks, score)
    _disputes(held, marks, score)
    _statuses(folder, marks, score)
    _calls(held, marks, score)
    return score


def _find(held: Holdings, mark: dict[str, Any]) -> list[Document]:
    title = mark["title"]
    if title == "note":
        return [document for document in held.documents if document.genre is Genre.OWN_NOTE]
    return [document for document in held.documents if document.title.strip() == title]


def _documents(held: Holdings, marks: dict[str, Any], score: Score) -> None:
    for mark in marks["documents"]:
        found = _find(held, mark)
        score.tell("documents", len(found) == 1, f"{mark['title']}: {len(found)} documents with this title")
        for document in found[:1]:
            _fields(document, mark, score)
    expected, got = marks["totals"]["documents"], len(held.documents)
    score.tell("number of documents", expected == got, f"{got} for {expected}: {[d.title for d in held.documents]}")
    score.tell(
        "endnotes", marks["totals"]["endnotes"] == sum(len(d.endnotes) for d in held.documents), "number of endnotes"
    )


def _fields(document: Document, mark: dict[str, Any], score: Score) -> None:
    names = {document.outlet.name, document.outlet.address} if document.outlet else set()
    checks: dict[str, Any] = {
        "outlet": (any(name in names for name in mark["outlet"]) if "outlet" in mark else None, names),
        "author": (
            any(mark["author"] == a.name for a in document.authors) if "author" in mark else None,
            document.authors,
        ),
        "published": (
            _day(document.published) == mark["published"] if "published" in mark else None,
            document.published,
        ),
        "posted": (_day(document.posted) == mark["posted"] if "posted" in mark else None, document.posted),
        "language": (document.language == mark["language"], document.language),
        "categories": (
            bool(document.post) and list(document.post.categories) == mark["categories"]
            if "categories" in mark
            else None,
            document.post,
        ),
        "tags": (
            bool(document.post) and list(document.post.tags) == mark["tags"] if "tags" in mark else None,
            document.post,
        ),
        "comments": (
            bool(document.post) and document.post.comments == mark["comments"] if "comments" in mark else None,
            document.post,
        ),
    }
    for name, (right, got) in checks.items():
        if right is not None:
            score.tell(f"  {name}", right, f"{document.title}: {mark.get(name)} but {got}")


def _day(dated: Any) -> str | None:
    return dated.edtf[:10] if dated else None


def _statements(held: Holdings, marks: dict[str, Any], score: Score) -> None:
    for title, rows in marks["statements"].items():
        documents = _find(held, {"title": title})
        for mark in rows:
            best = None
            for document in documents:
                best = _best(held.judged, document, mark)
            score.tell("statements", best is not None, f"{title}: “{mark['quote']}” {mark['type']}")
            if best is not None:
                _statement_fields(best, mark, score, title)


def _best(judged: list[Judged], document: Document, mark: dict[str, Any]) -> Judged | None:
    start = document.text.content.find(mark["quote"])
    end = start + len(mark["quote"])
    kinds = mark["type"] if isinstance(mark["type"], list) else [mark["type"]]
    near = [
        item
        for item in judged
        if item.statement.document == document.id
        and item.statement.type in kinds
        and start >= 0
        and item.statement.quote.start < end
        and start < item.statement.quote.end
    ]
    near.sort(key=lambda item: (not start - 40 <= item.statement.anchor.start < end + 40, -_fit(item, mark)))
    return near[0] if near else None


def _fit(item: Judged, mark: dict[str, Any]) -> int:
    return sum(_checks(item, mark).values())


def _checks(item: Judged, mark: dict[str, Any]) -> dict[str, bool]:
    statement = item.statement
    out: dict[str, bool] = {}
    if "count" in mark:
        out["count"] = (
            _count(statement.count) in (mark["count"], mark["count"].lstrip("~+")) if statement.count else False
        )
    if "when" in mark:
        wanted = mark["when"] if isinstance(mark["when"], list) else [mark["when"]]
        out["when"] = statement.when is not None and statement.when.edtf in wanted
    if "polarity" in mark or "type" in mark:
        wanted_polarity = mark.get("polarity", "happened")
        denied = wanted_polarity == "did_not_happen" and statement.stance.value == "denied"  # decision 10
        out["polarity"] = denied or statement.polarity.value == wanted_polarity
    if "stance" in mark:
        out["stance"] = statement.stance.value == mark["stance"]
    if "phase" in mark:
        out["phase"] = statement.phase.value == mark["phase"]
    names = [participant.name for participant in statement.participants]
    if "who" in mark:
        out["who"] = any(_alike(wanted, name) for wanted in mark["who"] for name in names)
    if "speakers" in mark:
        spoken = [speaker.name for speaker in sorted(statement.speakers, key=lambda one: one.level)]
        wanted_speakers = mark["speakers"]
        out["speaker"] = (
            (not spoken) if not wanted_speakers else any(_alike(w, s) for w in wanted_speakers for s in spoken)
        )
    value = statement.value
    if "term" in mark:
        out["term"] = bool(value and value.sentence and value.sentence.term and mark["term"] in value.sentence.term)
    if "percent" in mark:
        out["percent"] = bool(value and value.ownership and value.ownership.percent == mark["percent"])
    return out


def _count(count: Any) -> str:
    if getattr(count, "of", None) is not None:
        return f"{count.min} of {count.of}"
    if count.min == count.max:
        return str(count.min)
    return (
        f"{'' if count.min is None else count.min}/{'' if count.max is None else count.max}".replace("/", "/..", 1)
        if count.max is None
        else f"../{count.max}"
        if count.min is None
        else f"{count.min}/{count.max}"
    )


def _alike(wanted: str, got: str) -> bool:
    a, b = wanted.casefold().removeprefix("the "), got.casefold().removeprefix("the ")
    return a in b or b in a or compare_names(wanted, got).kind in ("equal", "spelling", "transliteration")


def _statement_fields(best: Judged, mark: dict[str, Any], score: Score, title: str) -> None:
    statement = best.statement
    got = {
        "count": statement.count and _count(statement.count),
        "when": statement.when and statement.when.edtf,
        "polarity": statement.polarity.value,
        "stance": statement.stance.value,
        "phase": statement.phase.value,
        "who": [p.name for p in statement.participants],
        "speaker": [(s.level, s.name) for s in statement.speakers],
        "term": statement.value and statement.value.sentence,
        "percent": statement.value and statement.value.ownership,
    }
    for name, right in _checks(best, mark).items():
        score.tell(
            f"  {name} of statement",
            right,
            f"{title}: “{mark['quote']}” {mark.get(name, mark.get('speakers'))} but {got.get(name)}",
        )


def _people(held: Holdings, marks: dict[str, Any], score: Score) -> None:
    by_name: dict[str, set[str]] = {}
    for person in held.case_file.people:
        for name in person.names:
            by_name.setdefault(name.text, set()).add(person.id)
    for mark in marks["people"]:
        ids = set().union(*(by_name.get(spelling, set()) for spelling in mark["spellings"]))
        score.tell("people", len(ids) == 1, f"{mark['spellings']}: {len(ids)} people")
        for spelling in mark["spellings"]:
            score.tell("  spellings", spelling in by_name, spelling)
        for other in mark.get("not_same", []):
            score.tell("  kept apart", not ids & by_name.get(other, set()), f"{mark['name']} and {other}")


def _disputes(held: Holdings, marks: dict[str, Any], score: Score) -> None:
    """A dispute is found where one of its kind holds two of the marked sides; each marked side is then told by itself."""
    for mark in marks["disputes"]:
        sides = [_side_names(dispute) for dispute in held.case_file.disputes if dispute.kind.value == mark["kind"]]
        best = max(sides, key=lambda names: sum(value in names for value in mark["values"]), default=set())
        right = sum(value in best for value in mark["values"]) >= 2
        score.tell("disputes", right, f"{mark['kind']}: {mark['about']}")
        for value in mark["values"] if right else ():
            score.tell("  sides of dispute", value in best, f"{mark['kind']}: {mark['about']}: {value}")
    expected = {mark["kind"] for mark in marks["disputes"]}
    for dispute in held.case_file.disputes:
        if dispute.kind.value not in expected:
            score.note(
                f"dispute not marked       {dispute.kind.value}: {[value.value[:60] for value in dispute.values]}"
            )


def _side_names(dispute: Dispute) -> set[str]:
    """Every way a marked value may name a side: as printed, the figure, the day, the share, the term, a part of a sum."""
    names = {text for key, text in dispute.facts if key.startswith(("part_", "whole", "sum"))}
    for side in dispute.values:
        names |= {side.value, side.edtf or "", side.term or ""}
        if side.min is not None or side.max is not None:
            names.add(_count(side))
        if side.percent is not None:
            names.add(f"{side.percent:g}")
    return names - {""}


def _statuses(folder: CaseFolder, marks: dict[str, Any], score: Score) -> None:
    for mark in marks.get("status", []):
        try:
            found = ask_status(folder, mark["person"], mark["on"])
        except Exception as error:
            score.tell("custody", False, f"{mark['on']}: {error}")
            continue
        line = found[0].line
        score.tell(
            "custody",
            len(found) == 1 and line.status.value in mark["status"],
            f"{mark['on']}: {mark['status']} but {line.status.value} ({len(found)})",
        )
        for name in ("charge", "sentence", "condition"):
            if name in mark:
                score.tell(
                    f"  {name} on a day",
                    any(
                        mark[name] in (text or "")
                        for text in (getattr(line, name), line.term if name == "sentence" else "")
                    ),
                    f"{mark['on']}: {mark[name]} but {getattr(line, name)}",
                )


def _calls(held: Holdings, marks: dict[str, Any], score: Score) -> None:
    calls = [(document.title, call) for document in held.documents for call in document.calls]
    score.tell("number of calls", len(calls) == marks["totals"]["calls"], str([(t, c.kind.value) for t, c in calls]))
    for mark in marks.get("calls", []):
        found = [call for title, call in calls if title == mark["document"] and call.kind.value == mark["kind"]]
        score.tell("calls", bool(found), f"{mark['kind']} in {mark['document']}")
        for call in found[:1]:
            if "when" in mark:
                score.tell("  when of call", call.when == mark["when"], f"{call.when}")
            for part in mark.get("place", []):
                score.tell("  place of call", part in (call.place or ""), f"{part} not in {call.place}")
            for target in mark.get("targets", []):
                score.tell(
                    "  target of call",
                    any(target in item.name for item in call.targets),
                    f"{target} not in {call.targets}",
                )
            for copy in mark.get("copies", []):
                score.tell("  copy of call", copy in call.copies, f"{copy} not in {call.copies}")
            if "message_starts" in mark:
                message = call.message or ""
                right = message.startswith(mark["message_starts"]) and message.rstrip('”" ').endswith(
                    mark["message_ends"]
                )
                score.tell("  message of call", right, message[:80] + " … " + message[-60:])


if __name__ == "__main__":
    with CaseFolder(Path(sys.argv[1])) as opened:
        print("\n".join(score_case(opened, tomllib.loads(Path(sys.argv[2]).read_text("utf-8"))).lines()))
