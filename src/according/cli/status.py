"""`according status FOLDER PERSON --on DATE`: where a person was on a day, and according to whom."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from according.cli.arguments import arguments

if TYPE_CHECKING:
    from according.domain.decision import StatusWord


def run(args: list[str]) -> int:
    """Print custody on a day; exit code 4 when the name fits two people."""
    parser = arguments("status", "Tell where a person was on a day, since when, until when, and according to whom.")
    parser.add_argument("person", metavar="PERSON", help="a name in any spelling or script, or an id")
    parser.add_argument("--on", required=True, metavar="DATE", help="the day, such as 2012-07-01")
    parser.add_argument("--known-on", metavar="DATE", help="use only documents published by that day")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    told = parser.parse_args(args)
    from according.cli import EXIT_CODES
    from according.export.custody import status_row, status_word_row
    from according.flow.asking import ask_status, ask_status_words
    from according.flow.folder import CaseFolder
    from according.present.custody import say_lines

    with CaseFolder(Path(told.folder)) as folder:
        found = ask_status(folder, told.person, told.on, told.known_on)
        words = ask_status_words(folder, told.on, told.known_on)
    if told.format == "json":
        rows = [
            status_row(status) | {"decided": [status_word_row(word) for word in words if word.person == status.person]}
            for status in found
        ]
        print(json.dumps(rows[0] if len(rows) == 1 else rows, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join("\n".join([*say_lines(status), *_beside(status.person, words)]) for status in found))
    if len(found) > 1:
        print(
            f"according status: the name fits {len(found)} people; name one by id: {', '.join(item.person for item in found)}.",
            file=sys.stderr,
        )
        return EXIT_CODES["Ambiguous"]
    return 0


def _beside(person: str, words: Sequence[StatusWord]) -> list[str]:
    """What people said of the same day, under what the sources tell."""
    from according.present.custody import say_status_word

    said = [f"    {say_status_word(word)}" for word in words if word.person == person]
    return ["  Beside it, people here say:", *said] if said else []
