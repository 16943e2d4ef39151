"""A task by number in, its results out in order, done by two processes where the system can fork. Same results either way."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

_FEW = 400  # below, forking costs more than it saves
_CHUNK = 32
_task: list[Callable[[int], object]] = []  # what a forked process finds: plans hold functions, which no pipe carries


def each_made(task: Callable[[int], T], count: int) -> Iterator[T]:
    """`task(0)` … `task(count - 1)`. Raises what the first failing task raised."""
    hands = min(4, os.cpu_count() or 1)
    if count < _FEW or hands < 2 or not sys.platform.startswith("linux"):
        yield from map(task, range(count))
        return
    _task.append(task)
    try:
        with multiprocessing.get_context("fork").Pool(hands) as pool:
            made: Iterator[T] = pool.imap(_run, range(count), _CHUNK)  # type: ignore[arg-type]
            yield from made
    finally:
        _task.pop()


def _run(place: int) -> object:
    return _task[-1](place)
