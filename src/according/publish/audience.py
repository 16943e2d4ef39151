"""An edition for the public in, the reduced edition out: built anew from what people let out, never by hiding."""

from __future__ import annotations

from according.publish.edition import Edition


def let_out(edition: Edition) -> tuple[Edition, tuple[str, ...]]:
    raise NotImplementedError
