"""`according verify FOLDER`: passed, failed, or not checked and why."""

from __future__ import annotations

from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Check everything stored. Exit code 8 when something failed."""
    parser = arguments("verify", "Check that captures, custody chain and quotes are what they were.")
    told = parser.parse_args(args)
    from according.cli import EXIT_CODES
    from according.flow.folder import CaseFolder
    from according.flow.verifying import verify

    failed = False
    with CaseFolder(Path(told.folder)) as folder:
        for check in verify(folder):
            word = {True: "passed", False: "FAILED", None: "not checked"}[check.passed]
            print(f"{word:<12} {check.what}" + (f": {check.why}" if check.why else ""))
            failed |= check.passed is False
    return EXIT_CODES["Corrupt"] if failed else 0
