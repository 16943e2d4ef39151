"""`according publish FOLDER OUT`: the site of a case."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Write the site; nothing is published when a protected name would show."""
    parser = arguments("publish", "Make the site: plain pages, no script, nothing asked of anybody.")
    parser.add_argument("out", metavar="OUT", help="folder for the site")
    parser.add_argument(
        "--audience",
        choices=["self", "public"],
        default="self",
        help="self: everything, marked; public: what was let out",
    )
    parser.add_argument("--address", help="where the site will stand, for its feed and sitemap")
    told = parser.parse_args(args)
    from according.flow.folder import CaseFolder
    from according.flow.publishing import publish

    with CaseFolder(Path(told.folder), write=True) as folder:
        report = publish(folder, Path(told.out), told.audience, told.address)
    print(report, file=sys.stderr)
    return 0
