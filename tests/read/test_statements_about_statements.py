"""What is refuted, negated or only asked for is no fact; what a month, a lawsuit or a day seems to doubt is one; figures keep who gave them."""

from __future__ import annotations

import pytest

from according.domain.statement import AboutKind, Polarity, Role, Stance, Statement
from according.read import plain_document, statements


def read(text: str, kind: str) -> Statement:
    """The only statement of the type."""
    language = "ru" if any("а" <= letter <= "я" for letter in text) else "en"
    (found,) = [
        one for one in statements(plain_document(text, published="2020-06-15", language=language)) if one.type == kind
    ]
    return found


HOW = [
    # refuted
    ("Claims that unarmed villagers were executed are a fabrication.", "killing", Stance.DENIED),
    ("Claims by hostile media that unarmed villagers were executed are false.", "killing", Stance.DENIED),
    ("Reports that villagers were killed are not false.", "killing", Stance.ASSERTED),
    ("Two papers wrote that Anna Dorova was tortured. That is not true.", "torture", Stance.DENIED),
    ("Говорят, что Иван Доров умер. Я не верю.", "death", Stance.DENIED),
    ("The ministry denied it: no officer has been convicted.", "conviction", Stance.ASSERTED),
    # asked for, accused of, still to come
    ("The court will hear an application to have Anna Dorova released.", "release", Stance.DEMANDED),
    ("The union calls on the court to open an inquiry and to release Anna Dorova.", "release", Stance.DEMANDED),
    ("Они вышли на площадь с требованием освободить заключённых.", "release", Stance.DEMANDED),
    ("The prosecutor accused Nico Ferrol of having plotted to blow up the bridge.", "bombing", Stance.ALLEGED),
    ("Двое учителей обвиняются в подготовке поджога школы.", "arson", Stance.ALLEGED),
    ("The union called a 48-hour strike.", "strike", Stance.EXPECTED),
    ("The strike has been postponed.", "strike", Stance.EXPECTED),
    ("Management promised talks.", "negotiation", Stance.EXPECTED),
    ("The editor was told the issue would be confiscated.", "confiscation", Stance.EXPECTED),
    # no doubt at all
    ("On 19 May the trial of two men opened.", "trial", Stance.ASSERTED),
    ("In a separate case, a court rejected the appeal of two drivers.", "appeal_rejected", Stance.ASSERTED),
    ("He was a deputy governor until 2016, when he resigned.", "resignation", Stance.ASSERTED),
    ("Anna Dorova is the third member of the League to disappear this year.", "disappearance", Stance.ASSERTED),
    ("She fears that the officers who tortured Anna Dorova will go free.", "torture", Stance.ASSERTED),
    ("Директор пообещал, что никто не пострадает.", "injury", Stance.EXPECTED),
    ("The hospital says it has admitted 13 people, one in critical condition.", "health_condition", Stance.ASSERTED),
]


@pytest.mark.parametrize(("text", "kind", "stance"), HOW)
def test_how_it_is_meant(text: str, kind: str, stance: Stance) -> None:
    assert read(text, kind).stance is stance


def test_a_fear_does_not_reach_what_it_is_compared_with() -> None:
    text = "They feared that she would die, as Berta Kolm died last winter."
    found = [one for one in statements(plain_document(text, language="en")) if one.type == "death"]
    assert [one.stance for one in found] == [Stance.FEARED, Stance.ASSERTED]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In none of the earlier cases was anyone charged.", "charge"),
        ("A bomb that had been left in the doorway did not explode.", "bombing"),
        ("Больница: двое в тяжёлом состоянии, умерших нет.", "death"),
        ("Суд в освобождении Анны Вельховой отказал.", "release"),
    ],
)
def test_what_did_not_happen(text: str, kind: str) -> None:
    one = read(text, kind)
    assert (one.polarity, one.count) == (Polarity.DID_NOT_HAPPEN, None)


def test_who_is_accused_of_a_plot_is_not_the_accuser() -> None:
    one = read("The prosecutor accused Nico Ferrol of plotting to kill the mayor.", "killing")
    assert [p.name for p in one.participants if p.role is Role.AGENT] == ["Nico Ferrol"]


def test_i_in_reported_words_is_not_who_reports_them() -> None:
    one = read("Some papers wrote that I was tortured.", "torture")
    assert [p.name for p in one.participants if p.role is Role.PATIENT] == ["I"]


FIGURES = [
    ("Two miners were killed, by the government’s account; the union counts five.", "killing", 2, "government"),
    ("Health Minister Ilse Corran confirmed four deaths.", "death", 4, "Ilse Corran"),
    ("A bridge guard said he counted six bodies.", "death", 6, "guard"),
    ("Police spokesman Aldo Brisk came. \n\n12.50 Brisk: 62 people were detained.", "arrest", 62, "Aldo Brisk"),
    ("По данным «Камертона», в городе задержаны 20 человек.", "arrest", 20, "Камертона"),
    ("По словам стачкома, бастуют три тысячи человек.", "strike", 3000, "стачкома"),
    ("Телеграм-канал «Ельматск сегодня» пишет о двух погибших.", "death", 2, "Ельматск сегодня"),
    ("Комитет матерей насчитал 31 убитого и не менее ста раненых.", "killing", 31, "Комитет матерей"),
    ("МВД: задержаны 83 человека.", "arrest", 83, "МВД"),
]


@pytest.mark.parametrize(("text", "kind", "figure", "speaker"), FIGURES)
def test_a_figure_and_who_gave_it(text: str, kind: str, figure: int, speaker: str) -> None:
    one = read(text, kind)
    assert one.count is not None and one.count.min == figure
    assert one.speakers and speaker in one.speakers[0].name


def test_a_label_holds_for_its_paragraph() -> None:
    text = "Hanna Broszek ran the mill.\n\nHanna Broszek: They came on Friday. They threatened to arrest my daughter."
    assert [one.name for one in read(text, "threat").speakers][-1:] == ["Hanna Broszek"]


def test_the_subject_of_the_part_before_is_not_borrowed_by_a_counted_stranger() -> None:
    found = statements(plain_document("Задержаны 83 человека, ранены шесть дроздоводов.", language="ru"))
    assert [one.type for one in found] == ["arrest"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that police had beaten Anna Dorova.",
        "Anna Dorova said that police had beaten Pavel Velin. The ministry denied this.",
    ],
)
def test_a_denial_is_about_what_it_denies(text: str) -> None:
    found = statements(plain_document(text, language="en"))
    (denial,) = [one for one in found if one.type == "denial"]
    assert denial.about is not None and denial.about.kind is AboutKind.DENIES
    assert {one.id: one.type for one in found}[denial.about.statement] in {"ill_treatment", "assault", "torture"}


SPOKEN = [
    ("All four defendants withdrew their confessions.", "retraction"),
    ("Anna Dorova retracted that remark.", "retraction"),
    ("Anna Dorova signed a confession.", "testimony"),
    ("The police deny holding him.", "denial"),
    ("Her lawyer, Sofia Reyle, called the accusation a fairy tale.", "denial"),
    ("His lawyer said he would appeal.", "appeal_filed"),
    ("The appeal court shortened Anna Dorova’s term from four years to two.", "appeal_granted"),
    ("The appeal court left the other sentences unchanged.", "appeal_rejected"),
    ("Pavel Velin was among the dead.", "death"),
    ("Прус это отрицает.", "denial"),
    ("Стачком это отрицает.", "denial"),
    ("Адвокат назвал это ложью.", "denial"),
    ("Марк Дюваль отверг слухи о том, что заплатил полиции.", "denial"),
    ("Двое свидетелей взяли свои слова обратно.", "retraction"),
    ("Тимура Юлаева заставили подписать бумагу.", "coerced_statement"),
    ("Они били Ивана Дорова шлангом.", "assault"),
    ("Приговоры оставлены без изменения.", "appeal_rejected"),
    ("Приговор Вере Лойко заменён на условный.", "appeal_granted"),
]


@pytest.mark.parametrize(("text", "kind"), SPOKEN)
def test_words_given_taken_back_denied_and_judged(text: str, kind: str) -> None:
    assert read(text, kind).polarity is Polarity.HAPPENED


def test_what_lasted_until_something_happened_is_no_condition() -> None:
    assert read("They were beaten until they signed confessions.", "testimony").stance is Stance.ASSERTED


def test_a_denied_order_is_told() -> None:
    one = read("The minister denied that any order to shoot had been given.", "order")
    assert one.stance is Stance.DENIED and [s.name for s in one.speakers] == ["minister"]
