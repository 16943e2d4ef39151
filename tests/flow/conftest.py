"""Small archives with a fixed clock, and the files that fill them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from according.flow.folder import CaseFolder, create_folder

REPORTS = {
    "courier.txt": """Nine miners arrested in Velgrad

By Olga Renko
The Velgrad Courier
14 March 2011

VELGRAD. Nine miners were arrested on Friday in Velgrad, according to the Interior Ministry.
At least 12 people were wounded when police opened fire on strikers on 11 March 2011, eyewitnesses said.

Pavel Dorin, the leader of the miners' union, was arrested at his home on 12 March. He has been charged with "inciting disorder".
""",
    "herald.txt": """Union says fifteen arrested

By Petr Salnik
The Morning Herald
16 March 2011

Fifteen miners were arrested in Velgrad on Friday, the miners' union said.
Pavel Dorin, leader of the union, was sentenced to three years in prison on 15 March 2011, his lawyer told reporters.
""",
    "rus.txt": """В Велграде задержаны шахтёры

Газета «Шахтёр»
15 марта 2011 года

По данным профсоюза, 11 марта в Велграде были задержаны 15 человек. Павел Дорин был арестован 12 марта.
""",
}


def ticking() -> Callable[[], str]:
    """A clock that moves one second each time it is asked."""
    seconds = count()

    def clock() -> str:
        at = next(seconds)
        return f"2020-01-01T{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}Z"

    return clock


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of three reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, words in REPORTS.items():
        (folder / name).write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[CaseFolder]:
    """An empty archive, open for writing."""
    create_folder(tmp_path / "case", "A case", ticking())
    with CaseFolder(tmp_path / "case", write=True, clock=ticking()) as opened:
        yield opened
