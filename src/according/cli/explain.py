"""`according explain FOLDER STATEMENT|DOCUMENT`: the words, the rule, what each field was read from."""

from __future__ import annotations

from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Print the explanation."""
    parser = arguments("explain", "Show why a statement was proposed, from which words, and what people said of it.")
    parser.add_argument(
        "statement",
        metavar="STATEMENT|DOCUMENT",
        help="of a document: what was proposed, and what was passed over and why",
    )
    told = parser.parse_args(args)
    from according.flow.explaining import explain
    from according.flow.folder import CaseFolder

    with CaseFolder(Path(told.folder)) as folder:
        print("\n".join(explain(folder, told.statement)))
    return 0
