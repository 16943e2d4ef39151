"""The invented reports of the tests, read and scored by their marks.

`python bench/reading/reports.py [--language en|ru] [--only NAME] [--errors]`. The reports are `tests/read/reports/NAME.txt` with
`NAME.marks.jsonl` beside them; how to mark is in MARKING.md, how it is scored in `marks_score.py`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import marks_score
from marks import pack_mark

from according.domain.statement import Statement
from according.read import plain_document, statements

REPORTS = Path(__file__).parents[2] / "tests" / "read" / "reports"


@dataclass(frozen=True)
class Report:
    """One invented report: its name, the day it was published, its language, its words, its marks packed to offsets."""

    name: str
    published: str
    language: str
    text: str
    marks: tuple[dict[str, Any], ...]

    def read(self) -> tuple[Statement, ...]:
        """What the reader proposes."""
        return statements(plain_document(self.text, published=self.published, language=self.language))


def load_reports(folder: Path = REPORTS) -> list[Report]:
    """All reports of the folder by name. Raises `marks.Unfit` for a mark whose words are not in its text."""
    return [_load(path) for path in sorted(folder.glob("*.txt"))]


def _load(path: Path) -> Report:
    head, text = path.read_text("utf-8").split("\n\n", 1)
    told = dict(line.split(": ", 1) for line in head.splitlines())
    lines = path.with_name(f"{path.stem}.marks.jsonl").read_text("utf-8").splitlines()
    marks = tuple(pack_mark(text, json.loads(line)) for line in lines if line.strip())
    return Report(path.stem, told["published"], told["language"], text, marks)


def tally_of(reports: list[Report]) -> marks_score.Tally:
    """The reader's proposals beside the marks of all these reports."""
    tally = marks_score.Tally()
    for report in reports:
        row = {"corpus": "report", "id": report.name, "marks": report.marks}
        marks_score.score_document(tally, row, report.text, list(report.read()))
    return tally


def main(words: list[str]) -> int:
    """The command of the module's docstring."""
    only, language = marks_score._option(words, "--only"), marks_score._option(words, "--language")
    reports = [one for one in load_reports() if only in (None, one.name) and language in (None, one.language)]
    for code in sorted({one.language for one in reports}):
        tally = tally_of([one for one in reports if one.language == code])
        print(code)
        print("\n".join(tally.lines()))
        if "--errors" in words:
            print("\n".join(sorted(tally.errors)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
