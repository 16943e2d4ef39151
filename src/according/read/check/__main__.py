"""`python -m according.read.check [FOLDER]`: look over the data files and tell what is wrong with them, one line each."""

from __future__ import annotations

import sys
from pathlib import Path

from according.read.check import check_files, load_files


def main(args: list[str]) -> int:
    """Print what is found to standard output and the sum to standard error; 1 when something is wrong, 2 when there is nothing to look at."""
    root = Path(args[0]) if args else None
    files, _ = load_files(root)
    problems = check_files(root)
    if not files and not problems:
        print(
            f"There are no data files below {root}; name the folder that holds read/, language/ and domain/.",
            file=sys.stderr,
        )
        return 2
    for problem in problems:
        print(problem)
    print(f"{len(files)} data files, {len(problems)} to repair", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
