"""`python -m according`."""

import sys

from according.cli import main

if __name__ == "__main__":
    sys.exit(main())
