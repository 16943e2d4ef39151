"""`according prisoners FOLDER --on DATE`: who was held on a day, and according to whom."""

from __future__ import annotations

import json
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Print all people held, with evidence; the list is a minimum and says so."""
    parser = arguments("prisoners", "List who was held on a day. Known to be incomplete, a minimum.")
    parser.add_argument("--on", required=True, metavar="DATE")
    parser.add_argument("--known-on", metavar="DATE", help="use only documents published by that day")
    parser.add_argument("--format", choices=["text", "jsonl"], default="text")
    told = parser.parse_args(args)
    from according.flow.asking import ask_prisoners, status_lines, status_row
    from according.flow.folder import CaseFolder

    with CaseFolder(Path(told.folder)) as folder:
        found = ask_prisoners(folder, told.on, told.known_on)
    if told.format == "jsonl":
        for status in found:
            print(json.dumps(status_row(status), ensure_ascii=False))
        return 0
    for status in found:
        print("\n".join(status_lines(status)) + "\n")
    print(f"{len(found)} people held on {told.on}: known to be incomplete, a minimum.")
    return 0
