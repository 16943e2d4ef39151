"""Names of places: spellings, words such as "city" and "oblast"; a town is not the region called after it."""

from __future__ import annotations

import pytest

from according.language.place_names import compare_places


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Долнава", "г. Долнава"),
        ("Dolnava", "city of Dolnava"),
        ("Жаңакөл", "Zhanakol"),
        ("Жаңакөл", "Janakól"),
        ("Усть-Каргын", "Ust Kargyn"),
        ("Долнавская область", "Dolnava region"),
        ("Қаражар ауданы", "Каражарский район"),
        ("St. Brannock", "Saint Brannock"),
    ],
)
def test_one_place_under_two_spellings(a: str, b: str) -> None:
    assert compare_places(a, b).sure
    assert compare_places(b, a).sure


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Долнава", "Долнавская область"),
        ("Dolnava", "New Dolnava"),
        ("3-й микрорайон", "13-й микрорайон"),
        ("Karasai", "Karasu"),
        ("Верхнереченск", "Нижнереченск"),
    ],
)
def test_two_places(a: str, b: str) -> None:
    assert compare_places(a, b).kind == "different"
