"""Every sentence an export makes exists in English and Russian; words of reports stay as they are."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

import according.export
from according.cli import main
from according.domain.types import all_types
from according.export.calendar import write_calendar
from according.export.geojson import write_map
from according.export.material import Material
from according.present.catalogue import find_messages
from according.present.labels import say
from tests.export.test_calendar import read

ROOM = Path(according.export.__file__).parent


def sentences(path: Path) -> list[str]:
    """What stands in calls of gettext, and in the tables those calls take from."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("_", "gettext", "ngettext"):
                found += [
                    part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ]
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("_DOUBTS", "_CONTESTED"):
            found += (
                [part.value for part in node.value.values if isinstance(part, ast.Constant)]
                if isinstance(node.value, ast.Dict)
                else []
            )
    return [one for one in found if " " in one or one.islower()]


def test_every_sentence_is_in_the_russian_catalogue() -> None:
    russian = find_messages("ru").messages
    made = [(path.name, one) for path in sorted(ROOM.rglob("*.py")) for one in sentences(path)]
    assert len(made) > 25
    assert [(name, one) for name, one in made if one not in russian and name != "material.py"] == []
    for one, forms in russian.items():
        for other in forms:
            assert sorted(re.findall(r"%\(\w+\)[sd]", one)) == sorted(re.findall(r"%\(\w+\)[sd]", other)), one
    assert [name for name in all_types() if say(name, language="ru") == say(name)] == []


def test_titles_are_russian_and_quotations_are_not_touched(material: Material) -> None:
    russian = replace(material, language="ru")
    head, *entries = read("".join(write_calendar(russian)))
    (shot,) = [entry for entry in entries if entry["UID"] == "e-shot@according.invalid"]
    assert shot["SUMMARY"] == "Убийство, Velgrad, 11 марта 2011 (дата оспаривается)"
    assert (
        "“Police shot miners in Velgrad on 11 March 2011, eyewitnesses said.” – eyewitnesses, издание: The Velgrad Courier, 14 марта 2011"
        in shot["DESCRIPTION"]
    )
    assert "Событий без такого дня" in head["X-WR-CALDESC"] and "Сообщений: 2" in "".join(write_map(russian))


def test_a_language_without_sentences_is_refused(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["export", str(example), "ics", "--language", "xx"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err == "according export: There are no sentences in 'xx'; there are en, ru.\n"
