"""`according export FOLDER WHAT`: what the archive knows, for others to read."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Print an export."""
    parser = arguments("export", "Print documents, statements, people, events, disputes … as JSON Lines, JSON or CSV.")
    parser.add_argument(
        "what",
        metavar="WHAT",
        help="documents, statements, people, organisations, groups, places, events, proceedings, calls, references, decisions, disputes, shared, origins, captures",
    )
    parser.add_argument("--format", default="jsonl", metavar="F", help="jsonl (default), json or csv")
    told = parser.parse_args(args)
    from according.flow.exporting import export
    from according.flow.folder import CaseFolder

    with CaseFolder(Path(told.folder)) as folder:
        sys.stdout.write(export(folder, told.what, told.format))
    return 0
