"""Progress of long work, told on standard error: one line that rewrites itself on a terminal, few lines elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TextIO


class Progress:
    """Tells how far a step is. Silent for work that is done at once."""

    def __init__(self, stream: TextIO | None = None, quiet: bool = False) -> None:
        self.stream = stream or sys.stderr
        self.quiet = quiet
        self._shown = time.monotonic()
        self._open = False

    def tell(self, what: str, done: int, total: int | None = None) -> None:
        """`done` of `total` of a step; the total may not be known."""
        moment = time.monotonic()
        terminal = self.stream.isatty()
        if self.quiet or moment - self._shown < (0.2 if terminal else 5):
            return
        self._shown = moment
        line = f"{what}: {done}" + ("" if total is None else f" of {total}")
        self.stream.write(f"\r\x1b[K{line}" if terminal else line + "\n")
        self.stream.flush()
        self._open = terminal

    def close(self) -> None:
        """Leave the terminal on a clean line."""
        if self._open:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self._open = False
