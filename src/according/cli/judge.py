"""`according judge FOLDER ID VERDICT`: a person's word."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments

VERDICTS = [
    "accept",
    "reject",
    "correct",
    "same",
    "different",
    "unsure",
    "undo",
    "real",
    "explained",
    "different_scope",
    "dismissed",
    "supersedes",
    "same_scope",
    "part_of",
    "status",
]


def run(args: list[str]) -> int:
    """Record the decision and print its id; or take over decisions from a file."""
    parser = arguments(
        "judge",
        "Record your decision on a statement, on two people, events or accounts, on a document's data, a dispute or somebody's custody.",
    )
    parser.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help="statement (s-…), person or other entity, event, account, document (d-…) or dispute",
    )
    parser.add_argument("verdict", metavar="VERDICT", nargs="?", choices=VERDICTS, help=", ".join(VERDICTS))
    parser.add_argument("rest", metavar="FIELD=VALUE | ID", nargs="*", help="what to correct, or the second id")
    parser.add_argument("--why", help="your reason, kept with the decision")
    parser.add_argument(
        "--from", dest="file", help="take over the decisions, assessments or wordings of an exported file instead"
    )
    told = parser.parse_args(args)
    from according.domain.decision import ON_ACCOUNTS, SAMENESS, Verdict
    from according.errors import BadInput
    from according.flow.folder import CaseFolder
    from according.flow.judging import judge
    from according.flow.taking_over import take_over_decisions

    if told.file:
        with CaseFolder(Path(told.folder), write=True) as folder:
            taken, known = take_over_decisions(folder, Path(told.file))
        print(f"taken over {taken}, already here {known}", file=sys.stderr)
        return 0
    if not told.id or not told.verdict:
        raise BadInput(
            "Say what is judged and how: according judge FOLDER ID accept|reject|correct|same|different|unsure|undo."
        )
    verdict = Verdict(told.verdict)
    other = None
    if verdict in SAMENESS | ON_ACCOUNTS:
        other = told.rest[0] if told.rest else None
    with CaseFolder(Path(told.folder), write=True) as folder:
        decision = judge(
            folder, told.id, verdict, other=other, changes=told.rest if other is None else (), why=told.why
        )
    print(decision.id)
    return 0
