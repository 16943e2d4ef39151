"""`according new FOLDER`: an empty archive."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Make the folder."""
    parser = arguments("new", "Make a new archive: a folder you can copy, with one case in it.")
    parser.add_argument("--title", help="the case's title (else the folder's name)")
    parser.add_argument(
        "--database", metavar="ADDRESS", help="keep the tables in PostgreSQL at this postgresql:// address"
    )
    told = parser.parse_args(args)
    from according.flow.folder import create_folder

    create_folder(Path(told.folder), told.title, database=told.database)
    print(f"Made {told.folder}. Add reports with: according add {told.folder} FILES", file=sys.stderr)
    return 0
