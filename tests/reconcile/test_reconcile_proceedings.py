"""Court cases: one article behind many wordings and two languages, each defendant's way through the courts, and two cases that stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_press import Press

from according.domain.casefile import CaseFile
from according.domain.document import Outlet
from according.domain.event import Defendant, Proceeding
from according.domain.identity import document_id
from according.domain.statement import ActorKind, Charge, Judged, Participant, Role, Sentence, Value
from according.read import plain_document, statements
from according.reconcile import reconcile
from according.reconcile.offences import articles_in, kinds_in

_ENGLISH = (
    ("2031-03-20", "en", "Marina Sadykova was arrested on 4 March 2031 in Orlova. On 12 March she was charged with organising mass "
     "disorder under article 241, part 2, of the Criminal Code of Kazakhstan."),
    ("2031-06-05", "en", "The trial of Marina Sadykova and Marat Turbekov opened on 20 May in the Orlova district court. On 4 June judge Petar "
     "Lunev sentenced Marina Sadykova to seven years in prison for organising mass disorder. Marat Turbekov was acquitted on 4 June."),
    ("2031-09-11", "en", "On 10 September the Dolna regional court cut the sentence of Marina Sadykova from seven years to five on appeal."),
)  # fmt: skip
_RUSSIAN = (
    ("2031-06-06", "ru", "Орловский районный суд 4 июня приговорил Марину Садыкову к семи годам лишения свободы по ч. 2 ст. 241 УК РК. "
     "Марина Садыкова признана виновной в организации массовых беспорядков. Марат Турбеков оправдан."),
    ("2031-09-12", "ru", "Адвокат Марины Садыковой подал апелляцию 15 июня. 10 сентября областной суд сократил Марине Садыковой срок с семи "
     "до пяти лет."),
)  # fmt: skip


def _read(reports: tuple[tuple[str, str, str], ...]) -> CaseFile:
    documents, judged = [], []
    for number, (published, language, text) in enumerate(reports):
        plain = plain_document(text, published=published, language=language)
        key = f"report{number}"
        document = replace(plain, id=document_id("case", key), case="case", key=key, title=key, outlet=Outlet(key))
        documents.append(document)
        judged += [Judged(statement) for statement in statements(document)]
    return reconcile("case", documents, judged, [], [], {})


def _case_of(case_file: CaseFile, name: str) -> tuple[Proceeding, Defendant]:
    found = [(one, person) for one in case_file.proceedings for person in one.defendants if person.name == name]
    assert len(found) == 1, [one.title for one, _ in found]
    return found[0]


def test_one_article_is_one_offence_in_english_and_russian() -> None:
    case, defendant = _case_of(_read(_ENGLISH + _RUSSIAN), "Marina Sadykova")
    (charge,) = case.charges
    assert (charge.article, charge.parts, charge.code, charge.country, charge.country_said) == (
        "241", ("2",), "criminal", "KZ", True,
    )  # fmt: skip
    assert charge.kind == "mass_disorder" and defendant.offences == ("241",)
    assert {"organising mass disorder", "организации массовых беспорядков", "ч. 2 ст. 241 УК РК"} <= set(
        charge.wordings
    )


@pytest.mark.parametrize("reports", [_ENGLISH, _ENGLISH + _RUSSIAN], ids=["english", "both"])
def test_the_way_of_one_person_through_the_courts(reports: tuple[tuple[str, str, str], ...]) -> None:
    case_file = _read(reports)
    case, defendant = _case_of(case_file, "Marina Sadykova")
    assert [(step.type, step.when) for step in defendant.steps] == [
        ("arrest", "2031-03-04"), ("charge", "2031-03-12"), ("trial", "2031-05-20"), ("sentence", "2031-06-04"),
        ("appeal_granted", "2031-09-10"),
    ]  # fmt: skip
    assert [step.outcome for step in defendant.steps if step.outcome] == ["sentence: P7Y", "appeal_granted: P5Y"]
    assert len({step.event for step in defendant.steps}) == 5 <= len(case_file.events)
    _, other = _case_of(case_file, "Marat Turbekov")
    assert [step.type for step in other.steps] == ["trial", "acquittal"] and other.outcome == "acquittal"
    assert (case.court, case.judge) == ("Orlova district court", "Petar Lunev")
    assert [hearing.when for hearing in case.hearings][:1] == ["2031-05-20"]
    assert defendant.steps[-1].court == "Dolna regional court"


def test_the_court_of_appeal_is_not_the_court_of_the_trial() -> None:
    case, _ = _case_of(_read(_ENGLISH), "Marina Sadykova")
    assert "Dolna" not in (case.court or "") and len(case.appeals) == 1


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("organising mass disorder", ("mass_disorder",)),
        ("организации массовых беспорядков", ("mass_disorder",)),
        ("inciting social discord", ("social_discord",)),
        ("возбуждении социальной розни", ("social_discord",)),
        ("exceeding their authority", ("abuse_of_office",)),
        ("превышении должностных полномочий", ("abuse_of_office",)),
        ("resisting the police", ("resisting_police",)),
        ("неповиновении законному требованию полиции", ("resisting_police",)),
        ("tax evasion and fraud", ("fraud", "tax_evasion")),
        ("not calling an ambulance on time", ()),
    ],
)
def test_kinds_of_offences(words: str, kinds: tuple[str, ...]) -> None:
    assert kinds_in(words) == kinds


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("ч. 2 ст. 241 УК РК", [("241", "2", "criminal", "KZ")]),
        ("article 241(2) of the Criminal Code of Kazakhstan", [("241", "2", "criminal", "KZ")]),
        ("Article 241, part 2, of the Kazakh Criminal Code", [("241", "2", "criminal", "KZ")]),
        ("по части 2 статьи 191 Уголовного кодекса", [("191", "2", "criminal", None)]),
        ("статья 20.2 КоАП РФ", [("20.2", None, "administrative", "RU")]),
        ("articles 164 and 241", [("164", None, None, None), ("241", None, None, None)]),
        ("part 2 of the agreement", []),
        ("article 241, and 5 years in prison", [("241", None, None, None)]),
    ],
)
def test_articles(words: str, articles: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert [(one.number, one.part, one.code, one.country) for one in articles_in(words)] == articles


def _sentenced(press: Press, key: str, day: str, charge: str | None, years: int, article: str | None = None) -> None:
    value = Value(
        sentence=Sentence(years=(years, years), term=(f"P{years}Y", f"P{years}Y"), charge=charge),
        charge=Charge(charge or "", article=article) if article else None,
    )
    press.paper(key, day).says(
        f"On {day} Marina Sadykova was sentenced, {key}.",
        "sentence",
        "sentenced",
        people="Marina Sadykova",
        when=day,
        value=value,
    )


def test_two_trials_of_one_person_for_different_deeds_stay_two(press: Press) -> None:
    _sentenced(press, "one", "2031-03-04", "slander", 1)
    _sentenced(press, "two", "2031-09-14", "organising mass disorder", 7)
    _sentenced(press, "three", "2031-09-15", "массовые беспорядки", 7)
    case_file = press.reconcile()
    assert sorted(len(case.statements) for case in case_file.proceedings) == [1, 2]


def test_a_second_verdict_on_the_same_deed_is_of_the_same_case(press: Press) -> None:
    _sentenced(press, "one", "2031-03-04", "organising mass disorder", 7)
    _sentenced(press, "two", "2031-09-14", "массовые беспорядки", 5)
    (case,) = press.reconcile().proceedings
    assert [step.when for step in case.defendants[0].steps] == ["2031-03-04", "2031-09-14"]


def test_two_charges_told_in_one_breath_stay_two_offences(press: Press) -> None:
    _sentenced(press, "one", "2031-03-04", "slander and hooliganism", 2)
    _sentenced(press, "two", "2031-03-04", "hooliganism", 2)
    (case,) = press.reconcile().proceedings
    assert [charge.key for charge in case.charges] == ["defamation", "hooliganism"]


def test_an_undated_charge_stands_before_the_trial_and_a_later_arrest_is_of_another_case(press: Press) -> None:
    _sentenced(press, "one", "2031-03-04", "slander", 1)
    press.paper("two", "2031-03-10").says(
        "Marina Sadykova had been charged.", "charge", "charged", people="Marina Sadykova",
        value=Value(charge=Charge("slander")),
    )  # fmt: skip
    press.paper("three", "2031-05-10").says(
        "On 9 May Marina Sadykova was arrested.", "arrest", "arrested", people="Marina Sadykova", when="2031-05-09"
    )
    (case,) = press.reconcile().proceedings
    assert [step.type for step in case.defendants[0].steps] == ["charge", "sentence"]


def test_the_court_names_those_it_told_of_on_one_day_in_one_report(press: Press) -> None:
    paper = press.paper("one", "2031-06-05")
    court = (Participant(Role.COURT, "Orlova district court", ActorKind.ORGANISATION),)
    paper.says(
        "On 4 June the Orlova district court sentenced 13 dockers.", "sentence", "sentenced", count=13, when="2031-06-04",
        groups="dockers", participants=court,
    )  # fmt: skip
    paper.says(
        "Marina Sadykova got seven years on 4 June.", "sentence", "got", people="Marina Sadykova", when="2031-06-04"
    )
    (case,) = press.reconcile().proceedings
    assert case.court == "Orlova district court" and [one.name for one in case.defendants] == ["Marina Sadykova"]
