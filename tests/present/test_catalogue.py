"""The Russian catalogue: every sentence in which disputes and accounts are told exists in it, with the same places to fill in."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import according.present.explanations as explanations
import according.present.ranges as ranges
from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue, RelationKind
from according.domain.types import all_types
from according.present.catalogue import find_messages
from according.present.dates import say_date, say_duration
from according.present.explanations import explain_dispute
from according.present.labels import _WORDS, say
from according.present.ranges import say_list

RU = find_messages("ru")
TEMPLATES = Path(explanations.__file__).parent / "templates"


def _sentences() -> set[str]:
    """Every string these modules pass through the catalogue."""
    found: set[str] = set()
    for module in (explanations, ranges):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
                "_",
                "gettext",
            ):
                found |= {item.value for item in node.args if isinstance(item, ast.Constant)}
    found |= set(explanations._OPENINGS.values()) | set(explanations._COUNTED.values())
    groups = tuple(f"{name}:" for name in ("aspect", "dispute", "decided", "relation", "custody", "stance"))
    found |= {words for key, words in _WORDS.items() if key.startswith(groups)}
    found |= {_WORDS.get(name, name.replace("_", " ")) for name in all_types()}
    for page in ("disputes.html",):
        found |= set(re.findall(r'_\("([^"]*)"', (TEMPLATES / page).read_text("utf-8")))
    return {item for item in found if isinstance(item, str) and item}


@pytest.mark.parametrize("sentence", sorted(_sentences()))
def test_every_sentence_is_in_the_catalogue(sentence: str) -> None:
    said = RU.gettext(sentence)
    assert re.search("[а-яё]", said, re.I), sentence
    assert set(re.findall(r"%\(\w+\)[sd]", said)) == set(re.findall(r"%\(\w+\)[sd]", sentence))


def test_kinds_aspects_and_relations_have_words_of_their_own() -> None:
    for group, names in (("dispute", DisputeKind), ("aspect", Aspect), ("relation", RelationKind)):
        assert len({say(name.value, group, "ru") for name in names}) == len(names)  # type: ignore[var-annotated,attr-defined]


def test_russian_dates_and_numbers_are_inflected() -> None:
    assert say_date("2031-03-04", "ru") == "4 марта 2031"
    assert say_date("2031-03", "ru") == "март 2031"
    assert [say_duration(term, "ru") for term in ("P1Y", "P3Y", "P7Y", "P21Y", "P12Y")] == [
        "1 год", "3 года", "7 лет", "21 год", "12 лет",
    ]  # fmt: skip
    assert [say_duration(term) for term in ("P1Y", "P7Y")] == ["1 year", "7 years"]
    assert "23 человека" in say_list(23, ["23"], "ru") and "people" in say_list(23, ["23"])


def test_a_dispute_is_explained_in_russian() -> None:
    sides = (
        DisputeValue("nine", "Interior Ministry", ("s-1",), 9, 9),
        DisputeValue("23", "the report itself: Harbour Review", ("s-2",), 23, 23),
    )
    facts = (("event_type", "killing"), ("event_when", "2031-03-04"), ("event_where", "Tarvinsk"))
    dispute = Dispute("x-1", DisputeKind.COUNT, "e-1", "event", Aspect.DEATHS, sides, facts, possible=True)
    assert explain_dispute(dispute, "ru") == (
        "Сколько погибло (убийство, Tarvinsk, 4 марта 2031): nine (источник: Interior Ministry); "
        "23 (источник: Harbour Review (собственные слова)). "
        "Эти числа не могут быть верны все сразу для одних и тех же людей в одно и то же время. "
        "Нельзя с уверенностью сказать, что все говорят об одном и том же."
    )
