"""`according assess FOLDER ACCOUNT VIEW`: what a person holds of an account."""

from __future__ import annotations

from pathlib import Path

from according.cli.arguments import arguments
from according.domain.assessment import Standard, View


def run(args: list[str]) -> int:
    """Record an assessment and print its id; without a view, list accounts or assessments."""
    parser = arguments(
        "assess",
        "Say what you hold of an account: it stands beside the account and changes nothing in it. "
        "'judge' says whether words were read right; this says what you believe, by which standard and why.",
    )
    parser.add_argument(
        "id",
        metavar="ACCOUNT",
        nargs="?",
        help="an account (a-…); an event or person alone lists its accounts; nothing lists assessments",
    )
    parser.add_argument("view", metavar="VIEW", nargs="?", choices=list(View), help=", ".join(View))
    parser.add_argument("--standard", choices=list(Standard), metavar="S", help=", ".join(Standard))
    parser.add_argument("--why", help="your reason, kept with the assessment")
    parser.add_argument("--by", metavar="NAME", help="who says so, where several people work at this machine")
    told = parser.parse_args(args)
    from according.errors import BadInput
    from according.flow.assessing import account_lines, assess, assessment_lines
    from according.flow.exporting import Holdings
    from according.flow.folder import CaseFolder

    if told.view is None:
        if told.id and told.id.startswith("a-"):
            raise BadInput(f"Say what you hold of it: according assess FOLDER {told.id} {'|'.join(View)}.")
        with CaseFolder(Path(told.folder)) as folder:
            held = Holdings(folder)
            for line in account_lines(held, told.id) if told.id else assessment_lines(held):
                print(line)
        return 0
    standard = Standard(told.standard) if told.standard else None
    with CaseFolder(Path(told.folder), write=True) as folder:
        print(assess(folder, told.id, View(told.view), standard=standard, why=told.why, by=told.by).id)
    return 0
