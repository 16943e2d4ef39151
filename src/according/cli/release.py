"""`according release FOLDER ID`: what people let out."""

from __future__ import annotations

from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Record a release (or take it back) and print the decision's id."""
    parser = arguments(
        "release",
        "Let out a document, the name of a person, a statement of a sensitive type, an assessment or a wording.",
    )
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--full", action="store_true", help="the document's whole text, not only quotations")
    parser.add_argument("--back", action="store_true", help="take the release back")
    parser.add_argument("--why", help="your reason")
    told = parser.parse_args(args)
    from according.flow.folder import CaseFolder
    from according.flow.letting_out import release, withhold

    with CaseFolder(Path(told.folder), write=True) as folder:
        if told.back:
            decision = withhold(folder, told.id, told.why)
        else:
            decision = release(folder, told.id, scope="full" if told.full else None, why=told.why)
    print(decision.id)
    return 0
