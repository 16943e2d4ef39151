"""`according word FOLDER EVENT|PERSON TEXT`: an editor's sentences, citing accounts."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Record a new version and print its id; without an id, list the wordings that stand and what changed since."""
    parser = arguments(
        "word",
        "Write sentences for an event or person, citing accounts. They are never changed by machine, and turn 'check' "
        "when what they cite changes.",
    )
    parser.add_argument(
        "id", metavar="EVENT|PERSON", nargs="?", help="an event (e-…), a person (p-…) or an organisation"
    )
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="?",
        help="the sentences, with [a-…] where an account is used; - is standard input",
    )
    parser.add_argument(
        "--cite", action="append", default=[], metavar="ACCOUNT", help="cite an account; [1] in the text is the first"
    )
    parser.add_argument("--why", help="your reason, kept with the version")
    parser.add_argument("--by", metavar="NAME", help="the editor, where several people work at this machine")
    told = parser.parse_args(args)
    from according.errors import BadInput
    from according.flow.exporting import Holdings
    from according.flow.folder import CaseFolder
    from according.flow.wording import wording_lines, write_wording

    if told.id is None:
        with CaseFolder(Path(told.folder)) as folder:
            for line in wording_lines(Holdings(folder)):
                print(line)
        return 0
    if told.text is None:
        raise BadInput(f"Give the sentences: according word FOLDER {told.id} TEXT, with [ACCOUNT] where each is used.")
    text = sys.stdin.read() if told.text == "-" else told.text
    with CaseFolder(Path(told.folder), write=True) as folder:
        print(write_wording(folder, told.id, text, cites=told.cite, why=told.why, by=told.by).id)
    return 0
