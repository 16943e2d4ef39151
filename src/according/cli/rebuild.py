"""`according rebuild FOLDER`: all findings anew from the facts."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Drop and remake findings."""
    parser = arguments("rebuild", "Drop all findings and make them again from what was received and decided.")
    told = parser.parse_args(args)
    from according.flow.folder import CaseFolder
    from according.flow.progress import Progress
    from according.flow.rebuilding import rebuild

    with CaseFolder(Path(told.folder), write=True) as folder:
        rebuild(folder, Progress())
    print("Rebuilt. Exports are what they were.", file=sys.stderr)
    return 0
