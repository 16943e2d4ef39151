"""Script and language, told by letters and small words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.scripts import detect_language, script_of


@pytest.mark.parametrize(
    ("text", "script", "language"),
    [
        ("The miners were told that the shaft would be closed", "Latn", "en"),
        ("Die Arbeiter wurden von der Polizei vertrieben", "Latn", "de"),
        ("Les ouvriers ont été blessés par la police", "Latn", "fr"),
        ("Los trabajadores de la mina no han cobrado", "Latn", "es"),
        ("Рабочие вышли на площадь и не расходились", "Cyrl", "ru"),
        ("Робітники вийшли на страйк і вимагали зарплату", "Cyrl", "uk"),
        ("Мұнайшылар ереуілге шықты және жұмысқа бармады", "Cyrl", "kk"),
        ("12345 — 67", "Zyyy", None),
        ("Oretown", "Latn", None),
        ("", "Zyyy", None),
    ],
)
def test_script_and_language(text: str, script: str, language: str | None) -> None:
    assert script_of(text) == script
    assert detect_language(text) == language


def test_a_foreign_name_does_not_turn_the_language() -> None:
    assert (
        detect_language("The strike in Северск was over and the men of Шахта went back to work in the morning") == "en"
    )


@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    script_of(text)
    detect_language(text)
