"""The command line: one file per command, loaded only when asked for. Data to standard output, talk to standard error."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

COMMANDS = {
    "new": "make a new archive in a folder",
    "add": "add files, folders, web addresses or pasted text (-)",
    "note": "add a dated note of a call, interview or hearing",
    "read": "read all documents again with the present reader",
    "compare": "find again which text copies which",
    "rebuild": "drop all findings and make them again from the facts",
    "judge": "accept, correct or reject a statement; same or different people",
    "assess": "say what you hold of an account, by which standard of proof",
    "word": "write an editor's sentences for an event or person, citing accounts",
    "release": "let a document, a name or a sensitive statement out",
    "protect": "keep a name out of everything that is published",
    "publish": "make the site of a case",
    "export": "print what the archive knows as JSON Lines or CSV",
    "status": "tell where a person was on a day, and according to whom",
    "prisoners": "list who was held on a day, and according to whom",
    "explain": "show why a statement was proposed and what was said of it",
    "open": "look at the case in a browser on this machine",
    "verify": "check that nothing stored has changed",
    "demo": "build and publish the example case",
}

# Exit codes; the HTTP table of the same errors is in the web room.
EXIT_CODES = {
    "BadInput": 2,
    "Unreadable": 2,
    "NotFound": 3,
    "Ambiguous": 4,
    "NotAllowed": 5,
    "Conflict": 6,
    "Unreachable": 7,
    "Corrupt": 8,
    "NoSpace": 9,
    "Misconfigured": 10,
    "WouldLeak": 11,
    "AccordingError": 1,
}
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    args = list(sys.argv[1:] if argv is None else argv)
    if not args or args[0] in ("-h", "--help", "help"):
        print(usage())
        return 0 if args else 2
    if args[0] == "--version":
        from according import __version__

        print(f"according {__version__}")
        return 0
    if args[0] not in COMMANDS:
        print(f"according: there is no command '{args[0]}'; 'according --help' lists them.", file=sys.stderr)
        return 2
    return _run(args[0], args[1:])


def _run(command: str, args: list[str]) -> int:
    from according.errors import AccordingError

    module = importlib.import_module(f"according.cli.{command}")
    try:
        code: int = module.run(args)
        sys.stdout.flush()
        return code
    except AccordingError as error:
        print(f"according {command}: {error.sentence}", file=sys.stderr)
        return exit_code(error)
    except KeyboardInterrupt:
        print(
            f"\naccording {command}: interrupted; what was done is kept. Run the same command again to go on.",
            file=sys.stderr,
        )
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def exit_code(error: Exception) -> int:
    """The exit code of an error: its own kind's, else its nearest parent's."""
    for kind in type(error).__mro__:
        if kind.__name__ in EXIT_CODES:
            return EXIT_CODES[kind.__name__]
    return 1


def usage() -> str:
    """What `according --help` prints."""
    width = max(map(len, COMMANDS))
    lines = ["According: every fact says who says so.", "", "usage: according COMMAND FOLDER …", ""]
    lines += [f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()]
    lines += ["", "'according COMMAND --help' tells more. Begin with 'according demo'."]
    return "\n".join(lines)
