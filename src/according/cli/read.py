"""`according read FOLDER`: read all again with the present reader and show what changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from according.cli.arguments import arguments

if TYPE_CHECKING:
    from according.flow.rereading import Change


def run(args: list[str]) -> int:
    """Read again; decisions are carried as designed."""
    parser = arguments("read", "Read all documents again with the present reader. No decision is lost.")
    told_args = parser.parse_args(args)
    from according.flow.folder import CaseFolder
    from according.flow.progress import Progress
    from according.flow.rebuilding import read_again

    with CaseFolder(Path(told_args.folder), write=True) as folder:
        changes = read_again(folder, Progress())
    print(f"read      {changes.documents} documents")
    if changes.went_on:
        print(
            f"          {changes.went_on} more were read before the last run was interrupted; their changes were not kept to show"
        )
    told = Counter(one.kind for one in changes.told)
    fields = Counter(name for one in changes.told for name, _, _ in one.fields)
    for kind in ("new", "gone", "changed"):
        more = ", ".join(f"{name} {number}" for name, number in fields.most_common()) if kind == "changed" else ""
        print(f"{kind:<9} {told[kind]}" + (f" ({more})" if more else ""))
    print("\n".join(_lines(changes.told)))
    if changes.waiting:
        print(
            f"waiting   {changes.waiting} decisions: their words have changed; 'according export {told_args.folder} decisions' marks them"
        )
    return 0


def _lines(changes: Sequence[Change]) -> Iterator[str]:
    """Every change under its document: the words, what was read before and what is read now, what became of a decision."""
    document = None
    for one in changes:
        if one.document != document:
            document = one.document
            yield f"\n{one.title or 'untitled'} ({one.document})"
        yield f"  {one.kind:<8} {one.statement}  “{one.quote if len(one.quote) <= 160 else one.quote[:160] + '…'}”"
        for name, before, after in one.fields:
            yield f"           {name}: {before} → {after}"
        if one.decision:
            yield f"           {one.decision}"
