"""`according compare FOLDER`: which text copies which, found again."""

from __future__ import annotations

from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Compare all documents."""
    parser = arguments("compare", "Find again which words stand in which other document.")
    told = parser.parse_args(args)
    from according.flow.folder import CaseFolder
    from according.flow.rebuilding import compare_again

    with CaseFolder(Path(told.folder), write=True) as folder:
        print(f"{compare_again(folder)} shared passages; 'according export {told.folder} shared' lists them")
    return 0
