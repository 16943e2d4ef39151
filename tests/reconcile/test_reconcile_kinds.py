"""A dispute of every kind, out of invented reports read by the real reader, in English and Russian."""

from __future__ import annotations

from reported import Report, case_of

from according.domain.event import Dispute, DisputeKind


def _ru(text: str, published: str = "2031-03-05", outlet: str = "") -> Report:
    return Report(text, published, outlet, "ru")


def _found(kind: DisputeKind, *reports: Report | str) -> list[Dispute]:
    return [item for item in case_of(*reports).disputes if item.kind is kind]


def _sides(dispute: Dispute) -> set[tuple[str, str]]:
    return {(side.value, side.speaker) for side in dispute.values}


# --- what it was


def test_a_demonstration_to_one_is_a_riot_to_another() -> None:
    (dispute,) = _found(
        DisputeKind.NATURE,
        "A peaceful demonstration took place in Tarvinsk on 4 March, the union said.",
        "There was a riot in Tarvinsk on 4 March, the interior ministry said.",
    )
    assert _sides(dispute) == {("demonstration", "union"), ("riot", "interior ministry")}
    assert dispute.possible  # a march may end in a riot


def test_in_russian_too() -> None:
    (dispute,) = _found(
        DisputeKind.NATURE,
        _ru("По словам профсоюза, 4 марта в Тарвинске прошла мирная демонстрация."),
        _ru("4 марта в Тарвинске произошли массовые беспорядки, сообщило министерство внутренних дел."),
    )
    assert {side.speaker for side in dispute.values} == {"профсоюз", "министерство внутренних дел"}


def test_a_voice_that_tells_of_a_march_and_of_riots_after_it_disputes_nothing() -> None:
    both = "A march took place in Tarvinsk on 4 March, and a riot broke out in Tarvinsk on 4 March."
    march = "A march took place in Tarvinsk on 4 March, the union said."
    assert _found(DisputeKind.NATURE, both) == [] == _found(DisputeKind.NATURE, both, march)


def test_a_riot_elsewhere_is_another_happening() -> None:
    march = "A march took place in Tarvinsk on 4 March, the union said."
    assert not _found(DisputeKind.NATURE, march, "There was a riot in Ravnitsk on 4 March, the ministry said.")
    assert not _found(DisputeKind.NATURE, march, "There was a riot in Tarvinsk on 3 March, the ministry said.")
