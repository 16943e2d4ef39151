"""`according read FOLDER`: read all again with the present reader and show what changes."""

from __future__ import annotations

from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Read again; decisions are carried as designed."""
    parser = arguments("read", "Read all documents again with the present reader. No decision is lost.")
    told = parser.parse_args(args)
    from according.flow.folder import CaseFolder
    from according.flow.progress import Progress
    from according.flow.rebuilding import read_again

    with CaseFolder(Path(told.folder), write=True) as folder:
        changes = read_again(folder, Progress())
    print(f"read      {changes.documents} documents")
    for name, items in (("new", changes.new), ("changed", changes.changed), ("gone", changes.gone)):
        print(f"{name:<9} {len(items)}")
        for identity in items[:20]:
            print(f"  {identity}")
    if changes.waiting:
        print(
            f"waiting   {changes.waiting} decisions: their words have changed; 'according export {told.folder} decisions' marks them"
        )
    return 0
