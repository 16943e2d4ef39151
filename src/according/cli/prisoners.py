"""`according prisoners FOLDER --on DATE`: who was held on a day, and according to whom."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Print all people held, with evidence; the list is a minimum and says so. Groups without names stand beside it."""
    parser = arguments("prisoners", "List who was held on a day. Known to be incomplete, a minimum.")
    parser.add_argument("--on", required=True, metavar="DATE", help="the day, such as 2012-07-01")
    parser.add_argument("--known-on", metavar="DATE", help="use only documents published by that day")
    parser.add_argument("--format", choices=["text", "json", "jsonl", "csv"], default="text")
    told = parser.parse_args(args)
    from according.export.custody import STATUS_COLUMNS, held_row, status_row
    from according.export.table import csv_lines
    from according.flow.asking import ask_prisoners, ask_status_words
    from according.flow.folder import CaseFolder
    from according.present.custody import say_group, say_lines, say_status_word

    with CaseFolder(Path(told.folder)) as folder:
        held, groups = ask_prisoners(folder, told.on, told.known_on)
        words = ask_status_words(folder, told.on, told.known_on)
    if told.format == "json":
        print(json.dumps(held_row(held, groups, told.on, told.known_on, words), ensure_ascii=False, indent=1))
        return 0
    rows = [status_row(status) for status in held]
    for line in csv_lines(rows, STATUS_COLUMNS) if told.format == "csv" else ():
        sys.stdout.write(line)
    for row in rows if told.format == "jsonl" else ():
        print(json.dumps(row, ensure_ascii=False))
    if told.format == "text":
        for status in held:
            print("\n".join(say_lines(status)) + "\n")
        if groups:
            print(
                "Held without names, as told. These overlap with each other and with the people above; they are not added up."
            )
            for group in groups:
                print("\n".join(f"  {line}" for line in say_group(group)))
            print()
        if words:
            print("What people here say of that day, beside what the sources tell; it adds nobody to the list.")
            print("\n".join(f"  {word.name} ({word.person}): {say_status_word(word)}" for word in words) + "\n")
    people = "1 person" if len(held) == 1 else f"{len(held)} people"
    said = f"{people} held on {told.on} by name: known to be incomplete, a minimum."
    beside = f" {len(groups)} told of without names stand beside them, added to nothing." if groups else ""
    print(said + beside, file=sys.stdout if told.format == "text" else sys.stderr)
    return 0
