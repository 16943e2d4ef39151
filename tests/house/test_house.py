"""The house is in order: doors open one way, errors have their codes, commands and nouns are documented, locks have no addresses."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from according import errors
from according.cli import COMMANDS, EXIT_CODES, exit_code

ROOT = Path(__file__).resolve().parents[2]


def test_rooms_import_in_one_direction_only() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize(
    "kind", [kind for _, kind in inspect.getmembers(errors, inspect.isclass)], ids=lambda kind: kind.__name__
)
def test_every_error_has_its_own_exit_code_and_says_one_sentence(kind: type[errors.AccordingError]) -> None:
    assert kind.__name__ in EXIT_CODES
    error = kind("One sentence.", fact=1)
    assert exit_code(error) == EXIT_CODES[kind.__name__]
    assert str(error) == "One sentence." and error.facts == {"fact": 1}


def test_every_command_is_a_file_and_has_its_heading() -> None:
    documented = set(re.findall(r"^## (\w+)$", (ROOT / "docs" / "commands.md").read_text("utf-8"), re.M))
    files = {path.stem for path in (ROOT / "src/according/cli").glob("*.py")} - {"__init__", "__main__", "arguments"}
    assert documented == set(COMMANDS) == files


def test_the_glossary_is_what_the_nouns_say() -> None:
    made = subprocess.run(
        [sys.executable, "-c", "import runpy;print(runpy.run_path('tools/make-glossary')['main'](), end='')"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert made.stdout == (ROOT / "docs" / "glossary.md").read_text("utf-8"), "run tools/make-glossary"


def test_locks_carry_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock and "--hash=sha256:" in lock


def test_every_module_opens_by_saying_what_it_does() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*.py")
        if "migrations" not in path.parts and not path.read_text("utf-8").lstrip().startswith('"""')
    ]
    assert silent == []


def test_nothing_is_left_for_later_in_the_source() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError|pragma: no cover")
    left = [str(path) for path in (ROOT / "src").rglob("*.py") if words.search(path.read_text("utf-8"))]
    assert left == []


def test_decisions_are_short() -> None:
    long = [
        path.name for path in (ROOT / "docs/decisions").glob("*.md") if len(path.read_text("utf-8").splitlines()) > 40
    ]
    assert long == []
