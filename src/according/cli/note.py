"""`according note FOLDER`: a dated note of a call, interview or hearing, its source under a code name."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Read the note's words from a file or standard input and add it like any other document."""
    parser = arguments(
        "note",
        "Add your own note of a call, interview or hearing. Words come from standard input unless --file is given.",
    )
    parser.add_argument("--kind", choices=["call", "interview", "hearing", "visit", "other"], default="other")
    parser.add_argument("--date", help="the day it was, such as 2012-05-27 (else today)")
    parser.add_argument("--source", help="code name of who told you; kept out of every export")
    parser.add_argument("--place", help="where it was")
    parser.add_argument("--title", help="a short title")
    parser.add_argument("--file", help="take the words from this file")
    told = parser.parse_args(args)
    from according.errors import BadInput
    from according.flow.folder import CaseFolder
    from according.flow.noting import add_note

    if told.file:
        try:
            words = Path(told.file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise BadInput(f"{told.file} cannot be read as text; save the note as plain text (UTF-8).") from None
    else:
        if sys.stdin.isatty():
            print("Write the note; end with Ctrl-D on a line of its own.", file=sys.stderr)
        words = sys.stdin.read()
    with CaseFolder(Path(told.folder), write=True) as folder:
        ledger = add_note(
            folder, words, kind=told.kind, date=told.date, source=told.source, place=told.place, title=told.title
        )
    print("\n".join(ledger.lines()), file=sys.stderr)
    for identity in ledger.added:
        print(identity)
    return 2 if ledger.is_failure else 0
