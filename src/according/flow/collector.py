"""Python's collector of rings held off while a step makes or reads hundreds of thousands of nouns that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No looking for rings inside; there are none among nouns, and looking took a quarter to a half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
