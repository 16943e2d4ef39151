"""`according export FOLDER WHAT`: what the archive knows, for others to read."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Print an export."""
    parser = arguments("export", "Print documents, statements, people, events, disputes … as JSON Lines, JSON or CSV.")
    parser.add_argument(
        "what",
        metavar="WHAT",
        help="documents, statements, people, organisations, groups, places, events, proceedings, calls, references, decisions, disputes, shared, origins, captures, assessments, wordings, lists, ftm, ftm-statements, geojson, ics",
    )
    parser.add_argument(
        "--format", metavar="F", help="jsonl (default), json or csv; places also geojson, events also ics"
    )
    parser.add_argument(
        "--language", default="en", metavar="L", help="of the sentences made: en (default) or ru; words of reports stay"
    )
    told = parser.parse_args(args)
    from according.flow.exporting import Holdings, iter_export
    from according.flow.folder import CaseFolder
    from according.flow.letting_out import let_out

    if isinstance(sys.stdout, TextIOWrapper):  # the same bytes on every system, whatever the terminal's alphabet
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    with CaseFolder(Path(told.folder)) as folder:
        for piece in iter_export(folder, told.what, told.format, Holdings(folder, told.language)):
            sys.stdout.write(piece)
        if let_out(folder).protected:
            print("according export: names you protect may be in it; keep it to yourself.", file=sys.stderr)
    return 0
