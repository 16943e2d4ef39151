"""Invented traps (traps.toml) in, what the program claims of them out: `python bench/reconcile/traps.py [--only NAME]`.

Each trap is a case of its own, read, compared and reconciled as an archive without decisions would. An answer is right or not; nothing
is weighed.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from cases import CASE, HERE, digest_of

from according import compare, read, reconcile
from according.domain.casefile import CaseFile
from according.domain.document import Document, Outlet
from according.domain.event import Status
from according.domain.statement import Judged
from according.errors import NotFound
from according.flow.asking import find_people
from according.flow.settle import settle
from according.read import plain_document
from according.reconcile import status_on

Answer = tuple[str, str, bool, str]  # trap, question, right, what was said


def load_traps() -> list[dict[str, Any]]:
    """Every trap of the file."""
    return list(tomllib.loads((HERE / "traps.toml").read_text("utf-8"))["trap"])


class Sprung:
    """One trap with what the program makes of it."""

    def __init__(self, trap: dict[str, Any]) -> None:
        self.trap = trap
        self.documents = [_report(trap["name"], number, words) for number, words in enumerate(trap["reports"])]
        statements = [statement for document in self.documents for statement in read.statements(document)]
        self.judged: list[Judged] = list(settle(self.documents, statements, ()))
        shared = compare.shared_passages(self.documents)
        self.case_file: CaseFile = reconcile.reconcile(CASE, self.documents, self.judged, shared, (), {})

    def answers(self) -> Iterator[Answer]:
        """Every question of the trap."""
        asked: dict[str, Callable[[list[str]], tuple[bool, str]]] = {
            "status": self._status, "unsaid": self._unsaid, "lines": self._lines, "people": self._people,
            "events": self._events, "dispute": self._dispute, "peace": self._peace, "outcome": self._outcome,
        }  # fmt: skip
        for kind, ask in asked.items():
            for words in self.trap.get(kind, ()):
                right, said = ask([part.strip() for part in words.split("|")])
                yield self.trap["name"], f"{kind}: {words}", right, said

    def _ask(self, name: str, day: str) -> list[Status]:
        try:
            found = find_people(self.case_file.people, dict(self.case_file.redirects), name)
        except NotFound:
            return []
        return [status_on(self.case_file, self.documents, self.judged, one.id, day) for one in found]

    def _status(self, words: list[str]) -> tuple[bool, str]:
        name, day, allowed = words
        found = self._ask(name, day)
        said = [sorted({line.status.value for line in (one.line, *one.lines)}) for one in found]
        if not found:
            return "unknown" in allowed.split(","), "nobody of that name"
        return len(found) == 1 and set(said[0]) <= set(allowed.split(",")), str(said)

    def _unsaid(self, words: list[str]) -> tuple[bool, str]:
        said = [line.sentence for one in self._ask(*words) for line in (one.line, *one.lines)]
        return not any(said), str(said)

    def _lines(self, words: list[str]) -> tuple[bool, str]:
        name, day, wanted = words
        said = {line.status.value for one in self._ask(name, day) for line in (one.line, *one.lines)}
        return set(wanted.split(",")) <= said, str(sorted(said))

    def _people(self, words: list[str]) -> tuple[bool, str]:
        bearing = [one.name for one in self.case_file.people if any(name.text == words[0] for name in one.names)]
        return len(bearing) == int(words[1]), str([one.name for one in self.case_file.people])

    def _events(self, words: list[str]) -> tuple[bool, str]:
        days = [str(event.when) for event in self.case_file.events if event.type == words[0]]
        return all(days.count(day) == 1 for day in words[1].split(",")), str(days)

    def _dispute(self, words: list[str]) -> tuple[bool, str]:
        kind, *values = words
        held = [{value.value for value in one.values} for one in self.case_file.disputes if one.kind.value == kind]
        return any(set(values) <= one for one in held), self._told()

    def _peace(self, words: list[str]) -> tuple[bool, str]:
        return not [one for one in self.case_file.disputes if words[0] in ("any", one.kind.value)], self._told()

    def _told(self) -> str:
        return str(
            [(one.kind.value, [(v.value[:50], v.speaker) for v in one.values]) for one in self.case_file.disputes]
        )

    def _outcome(self, words: list[str]) -> tuple[bool, str]:
        name, pattern = words
        said = [
            defendant.outcome or ""
            for one in self.case_file.proceedings
            for defendant in one.defendants
            if defendant.name == name
        ]
        return (not any(said)) if pattern == "-" else any(re.search(pattern, one) for one in said), str(said)


def _report(trap: str, number: int, words: str) -> Document:
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\w\w) ([^:]+): (.+)", words, re.DOTALL)
    if found is None:
        raise ValueError(f"no report: {words[:60]}")
    day, language, outlet, text = found.groups()
    made, key = plain_document(text, published=day, language=language), f"{trap} {number}"
    return replace(
        made, id=f"d-{digest_of(key)[:12]}", case=CASE, key=key, title=f"report {number}", outlet=Outlet(outlet)
    )


def spring(only: str | None = None) -> list[Answer]:
    """All answers of all traps, or of one."""
    return [answer for trap in load_traps() if only in (None, trap["name"]) for answer in Sprung(trap).answers()]


def main(words: list[str]) -> int:
    """The command of the module's docstring."""
    answers = spring(words[words.index("--only") + 1] if "--only" in words else None)
    for trap, question, right, said in answers:
        if not right:
            print(f"{trap} | {question} | {said}")
    print(f"traps: {len(answers)} questions, {sum(right for _, _, right, _ in answers)} answered rightly")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
