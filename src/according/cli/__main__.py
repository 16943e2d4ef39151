"""`python -m according.cli`."""

import sys

from according.cli import main

sys.exit(main())
