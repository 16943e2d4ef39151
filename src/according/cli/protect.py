"""`according protect FOLDER ID`: a name that must not leave."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Record a protection and print the decision's id."""
    parser = arguments("protect", "Keep a person's name, in every spelling, out of everything that is published.")
    parser.add_argument("id", metavar="ID", nargs="?", help="a person's id")
    parser.add_argument(
        "--names",
        action="store_true",
        help="read names from standard input, one a line (they stay out of the shell's history)",
    )
    parser.add_argument("--why", help="your reason")
    told = parser.parse_args(args)
    from according.flow.folder import CaseFolder
    from according.flow.letting_out import protect

    names = sys.stdin.read().splitlines() if told.names else []
    with CaseFolder(Path(told.folder), write=True) as folder:
        print(protect(folder, told.id, names=names, why=told.why).id)
    return 0
