"""Each key that an export of the example prints has its line in docs/exports.md, and no line tells of a key that is not printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from according.cli import main
from according.flow.exporting import EXPORTS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "exports.md"


def _documented() -> dict[str, set[str]]:
    parts = re.split(r"^## ([a-z-]+)$", PAGE.read_text("utf-8").partition("## Maps")[0], flags=re.M)
    return {
        what: set(re.findall(r"^- `(\w+)`: .", body, re.M)) for what, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_every_export_has_its_heading() -> None:
    assert set(_documented()) == set(EXPORTS)


@pytest.mark.parametrize("what", sorted(EXPORTS))
def test_every_key_has_its_line(what: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["export", str(example), what]) == 0
    printed = {key for line in capsys.readouterr().out.splitlines() for key in json.loads(line)}
    assert printed == _documented()[what]
