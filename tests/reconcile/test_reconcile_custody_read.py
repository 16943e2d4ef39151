"""Custody on a day as a reader of short reports would tell it: the real reader first, then the reconciling; English and Russian."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from according.domain.document import Block, BlockKind, Dated, Document, Outlet, Text, text_digest
from according.domain.event import Status
from according.domain.identity import document_id
from according.domain.statement import Judged
from according.read import statements
from according.reconcile import CustodyBook, reconcile

EN, RU = "Marina Sadykova", "Марина Садыкова"


class Report(NamedTuple):
    """One short report: the day it was printed and its words."""

    published: str
    words: str


def _document(number: int, report: Report) -> Document:
    blocks, start = [], 0
    for line in report.words.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    key = f"report {number}"
    language = "ru" if any("а" <= letter <= "я" for letter in report.words) else "en"
    return Document(
        id=document_id("case", key), case="case", key=key, title=key,
        text=Text(report.words, text_digest(report.words), tuple(blocks)), outlet=Outlet(f"Outlet {number}"),
        published=Dated(report.published, "given"), language=language,
    )  # fmt: skip


def book_of(*reports: Report) -> tuple[CustodyBook, dict[str, str]]:
    """The custody book of what the reports say, and the ids of people by every spelling."""
    documents = [_document(number, report) for number, report in enumerate(reports)]
    judged = [Judged(statement) for document in documents for statement in statements(document)]
    case_file = reconcile("case", documents, judged, [], [], {})
    ids = {name.text: person.id for person in case_file.people for name in person.names}
    return CustodyBook(case_file, documents, judged), ids


def status(name: str, on: str, *reports: Report) -> Status:
    """Custody of one of the people the reports name."""
    book, ids = book_of(*reports)
    return book.get_status(ids[name], on)


ARREST = {
    EN: Report("2031-03-12", f"Union organiser {EN} was arrested on 10 March 2031 in Velgrad."),
    RU: Report("2031-03-12", f"10 марта 2031 года в Велграде была арестована активистка {RU}."),
}
PRISON = {
    EN: Report("2031-06-05", f"On 4 June 2031 {EN} was sentenced to seven years in prison."),
    RU: Report("2031-06-05", "4 июня 2031 года активистку Марину Садыкову приговорили к семи годам колонии."),
}


@pytest.mark.parametrize(
    ("name", "freed", "again"),
    [
        (EN, f"{EN} was released on 2 April 2031.", f"{EN} was arrested again on 8 May 2031."),
        (RU, f"{RU} вышла на свободу 2 апреля 2031 года.", f"8 мая 2031 года {RU} была снова задержана."),
    ],
)
def test_arrest_release_and_arrest_again(name: str, freed: str, again: str) -> None:
    reports = (ARREST[name], Report("2031-04-03", freed), Report("2031-05-09", again))
    told = [status(name, on, *reports).line for on in ("2031-03-20", "2031-04-10", "2031-05-20")]
    assert [(line.status, line.since) for line in told] == [
        ("detained", "2031-03-10"), ("released", "2031-04-02"), ("detained", "2031-05-08"),
    ]  # fmt: skip
    assert told[0].last_cited == "2031-03-10"  # the second arrest is no word about the first


def test_a_second_arrest_shows_that_the_first_had_ended() -> None:
    reports = (ARREST[EN], Report("2031-05-09", f"{EN} was arrested again on 8 May 2031."))
    assert status(EN, "2031-03-12", *reports).line.status == "detained"
    assert status(EN, "2031-04-20", *reports).line.status == "unknown"
    assert status(EN, "2031-05-20", *reports).line.since == "2031-05-08"


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        (EN, f"On 2 August 2031 the appeal court reduced the sentence of {EN} from seven years to five."),
        (RU, "2 августа 2031 года апелляционный суд сократил срок Марины Садыковой с семи до пяти лет."),
    ],
)
def test_a_term_cut_on_appeal_is_whole_until_the_appeal(name: str, cut: str) -> None:
    reports = (PRISON[name], Report("2031-08-03", cut))
    before, after = (status(name, on, *reports).line for on in ("2031-07-01", "2031-08-10"))
    assert (before.sentence, before.until) == ("7 years", "2038-06-04")
    assert (after.sentence, after.until) == ("7 years, reduced to 5 years", "2036-06-04")


def test_a_cut_told_years_later_does_not_reach_back() -> None:
    later = Report(
        "2033-04-24",
        f"{EN} was arrested in March 2031 and sentenced to seven years in prison (later reduced to five, on appeal).",
    )
    line = status(EN, "2031-07-01", PRISON[EN], later).line
    assert (line.status, line.sentence) == ("imprisoned", "7 years")
    assert status(EN, "2033-05-01", PRISON[EN], later).line.sentence == "7 years, reduced to 5 years"


def test_an_arrest_told_again_after_the_sentence_is_no_new_arrest() -> None:
    later = Report("2031-09-03", f"{EN}, who was arrested after the protest, has been refused a visit.")
    line = status(EN, "2031-10-01", PRISON[EN], later).line
    assert (line.status, line.sentence) == ("imprisoned", "7 years")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"On 2 April 2031 a court placed {EN} under house arrest."),
        (RU, "2 апреля 2031 года суд перевёл активистку Марину Садыкову под домашний арест."),
    ],
)
def test_house_arrest_goes_on_from_the_arrest(name: str, words: str) -> None:
    line = status(name, "2031-04-10", ARREST[name], Report("2031-04-03", words)).line
    assert (line.status, line.since, line.held_since) == ("house_arrest", "2031-04-02", "2031-03-10")


@pytest.mark.parametrize(
    ("name", "words", "how"),
    [
        (EN, f"{EN} was released on parole on 2 August 2033.", "parole"),
        (RU, f"2 августа 2033 года {RU} была освобождена условно-досрочно.", "parole"),
        (RU, f"2 августа 2033 года {RU} освобождена по амнистии.", "amnesty"),
        (EN, f"The president pardoned {EN} on 2 August 2033.", "pardon"),
        (
            EN,
            f"Five of the twelve prisoners, among them {EN}, were freed under an amnesty on 2 August 2033.",
            "amnesty",
        ),
    ],
)
def test_ways_out_of_prison(name: str, words: str, how: str) -> None:
    line = status(name, "2033-08-10", PRISON[name], Report("2033-08-03", words)).line
    assert (line.status, line.since, line.how) == ("released", "2033-08-02", how)


def test_an_amnesty_of_some_frees_nobody_else() -> None:
    some = Report(
        "2031-09-03",
        "Five of the twelve prisoners, among them Marat Turbekov, were freed under an amnesty on 2 September 2031.",
    )
    book, ids = book_of(PRISON[EN], some)
    assert book.get_status(ids["Marat Turbekov"], "2031-09-10").line.status == "released"
    assert [held.name for held in book.get_held("2031-09-10")] == [EN]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"On 4 June 2031 the court acquitted {EN}, who was freed in the courtroom."),
        (RU, "4 июня 2031 года суд оправдал активистку Марину Садыкову, её освободили в зале суда."),
    ],
)
def test_acquitted_and_freed_in_the_courtroom(name: str, words: str) -> None:
    line = status(name, "2031-06-10", ARREST[name], Report("2031-06-05", words)).line
    assert (line.status, line.since, line.procedure) == ("released", "2031-06-04", "acquitted")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"{EN} died in custody on 4 April 2031, her lawyer said."),
        (RU, f"4 апреля 2031 года {RU} скончалась в СИЗО, сообщил адвокат."),
    ],
)
def test_death_in_custody_is_for_ever(name: str, words: str) -> None:
    reports = (ARREST[name], Report("2031-04-05", words))
    assert status(name, "2031-04-01", *reports).line.status == "detained"
    late = status(name, "2035-01-01", *reports).line
    assert (late.status, late.since, late.stale) == ("dead", "2031-04-04", False)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (RU, "4 июня 2031 года прокурор потребовал приговорить активистку Марину Садыкову к семи годам колонии."),
        (RU, "4 июня 2031 года прокурор запросил для активистки Марины Садыковой семь лет лишения свободы."),
        (EN, f"{EN} fears that she will be arrested."),
        (EN, f"Friends of {EN} fear her arrest."),
        (EN, f"A reward has been offered for information leading to the arrest of {EN}, police said."),
        (EN, f"{EN} has been arrested more than a dozen times during protests in seven states."),
        (EN, f"{EN} felt ill on 3 June 2031 and was taken to hospital. She was soon released."),
        (EN, f"On 4 June 2031 the prosecutor demanded seven years in prison for {EN}."),
        (RU, "Слухи об аресте Марины Садыковой не подтвердились."),
        (RU, "4 июня 2031 года суд заочно арестовал активистку Марину Садыкову."),
        (RU, "Друзья Марины Садыковой боятся, что её арестуют."),
        (EN, f"A warrant for the arrest of {EN} was issued on 4 June 2031. She has fled abroad."),
        (EN, f"On 4 June 2031 {EN} was sentenced in absentia to seven years in prison."),
        (RU, "4 июня 2031 года активистку Марину Садыкову заочно приговорили к семи годам колонии."),
    ],
)
def test_what_was_asked_feared_ordered_or_done_in_absence_holds_nobody(name: str, words: str) -> None:
    book, ids = book_of(Report("2031-06-05", words))
    assert book.get_held("2031-06-10") == ()
    assert all(book.get_status(person, "2031-06-10").line.status == "unknown" for person in ids.values())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (RU, f"4 июня 2031 года {RU} была приговорена к 15 суткам административного ареста."),
        (RU, "4 июня 2031 года суд арестовал активистку Марину Садыкову на 15 суток."),
        (RU, "4 июня 2031 года суд назначил Марине Садыковой 15 суток административного ареста."),
        (EN, f"{EN} was arrested for 15 days on 4 June 2031."),
        (EN, f"On 4 June 2031 a court in Velgrad jailed {EN} for 15 days for taking part in an unauthorised rally."),
    ],
)
def test_fifteen_days_end_by_the_calendar_and_nobody_is_released_by_it(name: str, words: str) -> None:
    during, after = (status(name, on, Report("2031-06-05", words)).line for on in ("2031-06-10", "2031-06-25"))
    assert (during.status, during.until, during.until_basis) == ("administrative_detention", "2031-06-19", "arithmetic")
    assert (after.status, after.last_told, after.stale) == ("unknown", "administrative_detention", True)


def test_a_term_that_has_run_out_is_no_release() -> None:
    words = f"On 4 June 2031 {EN} was sentenced to two years in prison."
    line = status(EN, "2033-07-01", Report("2031-06-05", words)).line
    assert (line.status, line.last_told, line.until, line.until_from) == (
        "unknown",
        "imprisoned",
        "2033-06-04",
        "2031-06-04",
    )


def test_two_outlets_that_disagree_on_a_release() -> None:
    told = status(
        EN, "2031-04-10", ARREST[EN], Report("2031-04-03", f"{EN} was released on 2 April 2031."),
        Report("2031-04-05", f"{EN} has not been released, her lawyer said on 4 April 2031."),
    )  # fmt: skip
    assert [(line.status, line.according_to) for line in told.lines] == [
        ("released", ("the report itself: Outlet 1",)), ("detained", (f"{EN}’s lawyer",)),
    ]  # fmt: skip


def test_not_released_refreshes_what_is_known() -> None:
    words = Report("2031-09-05", f"{EN} has not been released, her lawyer said on 4 September 2031.")
    line = status(EN, "2031-09-10", ARREST[EN], words).line
    assert (line.status, line.last_cited) == ("detained", "2031-09-04")
    assert status(EN, "2031-09-10", ARREST[EN]).line.status == "unknown"


def test_still_behind_bars_refreshes_last_cited_and_stale_is_said() -> None:
    reports = (PRISON[EN], Report("2033-01-05", f"{EN} is still behind bars."))
    told = [status(EN, on, *reports).line for on in ("2032-07-01", "2033-12-01", "2034-06-01")]
    assert [(line.status, line.last_cited, line.stale) for line in told] == [
        ("imprisoned", "2033-01-05", False), ("imprisoned", "2033-01-05", False), ("imprisoned", "2033-01-05", True),
    ]  # fmt: skip


def test_the_same_surname_is_another_person() -> None:
    other = "Aidar Sadykov was released on 2 April 2031. Ruslan Sadykov was sentenced to five years in prison on 1 April 2031."
    assert status(EN, "2031-04-10", ARREST[EN], Report("2031-04-03", other)).line.status == "detained"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"{EN}, who is serving a seven-year sentence, went on hunger strike on 4 July 2031."),
        (RU, f"4 июля 2031 года {RU} объявила голодовку в колонии."),
    ],
)
def test_a_hunger_strike_is_a_condition_of_custody(name: str, words: str) -> None:
    line = status(name, "2031-07-10", PRISON[name], Report("2031-07-05", words)).line
    assert (line.status, line.condition) == ("imprisoned", "on hunger strike")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"{EN} was arrested on 10 March 2031. She was forced to sign a confession, her lawyer said."),
        (
            RU,
            f"Активистка {RU} была арестована 10 марта 2031 года. По словам адвоката, её заставили подписать признание.",
        ),
    ],
)
def test_a_coerced_confession_is_no_conviction(name: str, words: str) -> None:
    line = status(name, "2031-04-10", Report("2031-03-12", words)).line
    assert (line.status, line.procedure) == ("detained", None)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"{EN} was detained in Istanbul on 4 June 2031 at the request of the Velgrad authorities."),
        (RU, f"4 июня 2031 года активистка {RU} была задержана в Стамбуле по запросу властей."),
    ],
)
def test_held_abroad_is_held(name: str, words: str) -> None:
    assert status(name, "2031-06-10", Report("2031-06-05", words)).line.status == "detained"


def test_bail_with_a_ban_on_leaving() -> None:
    words = f"{EN} was released on bail on 2 April 2031 and banned from leaving the country."
    line = status(EN, "2031-04-10", ARREST[EN], Report("2031-04-03", words)).line
    assert (line.status, line.how, line.condition) == ("released", "bail", "banned from leaving the country")


def test_prison_named_after_the_sentence_is_where_the_sentence_is_served() -> None:
    words = f"{EN} is held in the women's prison in Atarau, her lawyer said."
    line = status(EN, "2031-07-20", PRISON[EN], Report("2031-07-11", words)).line
    assert (line.status, line.since, line.facility) == ("imprisoned", "2031-06-04", "women's prison, Atarau")


def test_spells_answer_for_every_day_what_the_status_says() -> None:
    book, ids = book_of(
        ARREST[EN], Report("2031-04-03", f"{EN} was released on 2 April 2031."),
        Report("2031-06-05", f"4 June 2031. {EN} was sentenced to two years in prison on 4 June 2031."),
    )  # fmt: skip
    spells = book.get_spells(ids[EN])
    for spell in spells:
        for day in (spell.first, spell.last or spell.first):
            assert book.get_status(ids[EN], day).line.status is spell.status, (spell, day)
    assert [(spell.first, spell.last) for spell in spells if spell.held] == [
        ("2031-03-10", "2031-04-01"), ("2031-06-04", "2033-06-04"),
    ]  # fmt: skip


def test_groups_without_names_stand_beside_the_names_and_are_not_added() -> None:
    words = f"On 4 June 2031 a court sentenced {EN} to seven years in prison. Thirty-seven men were sentenced to three years in prison on 4 June 2031."
    book, _ = book_of(Report("2031-06-05", words))
    assert [held.name for held in book.get_held("2031-07-01")] == [EN]
    groups = book.get_held_groups("2031-07-01")
    assert [(group.words, group.min, group.line.status, group.line.until) for group in groups] == [
        ("Thirty-seven men", 37, "imprisoned", "2034-06-04")
    ]
    assert book.get_held_groups("2031-05-01") == ()
    assert book.get_held_groups("2034-07-01") == ()


@pytest.mark.parametrize(
    ("name", "words", "until", "basis"),
    [
        (EN, f"On 4 June 2031 a court remanded {EN} in custody for two months.", "2031-08-04", "arithmetic"),
        (RU, "4 июня 2031 года суд арестовал активистку Марину Садыкову на два месяца.", "2031-08-04", "arithmetic"),
        (EN, f"On 4 June 2031 a court extended the detention of {EN} until 4 September 2031.", "2031-09-04", "said"),
        (RU, f"Активистка {RU} помещена под стражу до 4 сентября 2031 года.", "2031-09-04", "said"),
    ],
)
def test_a_remand_ends_as_ordered_and_then_custody_is_not_known(name: str, words: str, until: str, basis: str) -> None:
    during, after = (status(name, on, Report("2031-06-05", words)).line for on in ("2031-07-01", "2031-09-10"))
    assert (during.status, during.until, during.until_basis) == ("detained", until, basis)
    assert (after.status, after.last_told, after.until) == ("unknown", "detained", until)


@pytest.mark.parametrize(
    ("name", "words"),
    [(EN, f"{EN} was briefly detained on 4 June 2031."), (RU, "4 июня 2031 года Марину Садыкову ненадолго задержали.")],
)
def test_a_brief_detention_is_not_carried(name: str, words: str) -> None:
    reports = (Report("2031-06-05", words),)
    assert [status(name, on, *reports).line.status for on in ("2031-06-04", "2031-06-15")] == ["detained", "unknown"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"On 2 August 2031 the Supreme Court quashed the sentence of {EN} and ordered a retrial."),
        (
            RU,
            "2 августа 2031 года Верховный суд отменил приговор активистке Марине Садыковой и направил дело на новое рассмотрение.",
        ),
    ],
)
def test_a_quashed_sentence_leaves_custody_not_known(name: str, words: str) -> None:
    reports = (PRISON[name], Report("2031-08-03", words))
    before, after = (status(name, on, *reports).line for on in ("2031-07-01", "2031-08-10"))
    assert (before.status, before.procedure) == ("imprisoned", "convicted")
    assert (after.status, after.procedure, after.sentence) == ("unknown", "sentence quashed", None)


def test_a_sentence_cut_to_nobody_says_what_has_no_end() -> None:
    words = f"On 2 August 2031 the appeal court cut the sentence of {EN}."
    line = status(EN, "2031-08-10", PRISON[EN], Report("2031-08-03", words)).line
    assert (line.status, line.term, line.until) == ("imprisoned", "P7Y → ?", None)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EN, f"On 4 June 2031 {EN} was given a two-year suspended sentence."),
        (RU, "4 июня 2031 года суд приговорил активистку Марину Садыкову к двум годам условно."),
    ],
)
def test_a_suspended_sentence_is_no_prison(name: str, words: str) -> None:
    line = status(name, "2031-07-01", ARREST[name], Report("2031-06-05", words)).line
    assert (line.status, line.sentence, line.until) == ("suspended_sentence", "2 years", None)


@pytest.mark.parametrize(
    ("name", "words", "where"),
    [
        (
            EN,
            f"On 1 September 2031 {EN} was transferred from the prison in Atarau to Prison No. 5 in Velgrad.",
            "Prison No. 5",
        ),
        (EN, f"{EN} was moved to the prison hospital in Yelmatsk on 1 September 2031.", "prison hospital, Yelmatsk"),
    ],
)
def test_a_transfer_changes_the_place_and_nothing_else(name: str, words: str, where: str) -> None:
    held = Report("2031-07-11", f"{EN} is held in the women's prison in Atarau, her lawyer said.")
    line = status(name, "2031-09-10", PRISON[name], held, Report("2031-09-03", words)).line
    assert (line.status, line.since, line.facility) == ("imprisoned", "2031-06-04", where)
    assert line.last_cited == "2031-09-01"  # who is moved is held
    assert (line.sentence, line.until) == ("7 years", "2038-06-04")


@pytest.mark.parametrize(
    "words",
    [
        f"Relatives of {EN} demand her release.",
        f"A judge ordered {EN} released on bail.",
        f"Campaigners want {EN} freed.",
    ],
)
def test_a_release_demanded_or_ordered_is_none(words: str) -> None:
    assert status(EN, "2031-06-10", PRISON[EN], Report("2031-06-07", words)).line.status == "imprisoned"


def test_what_some_of_a_group_got_is_nobodys_by_name() -> None:
    words = f"{EN}, Marat Turbekov and ten other oil workers went on trial on 1 June 2031. On 4 June 2031 four of them got three years in prison."
    book, _ = book_of(Report("2031-06-05", words))
    assert book.get_held("2031-06-10") == ()
    assert [group.words for group in book.get_held_groups("2031-06-10")] == ["four of them"]


def test_a_name_before_and_ten_others_is_held_with_them() -> None:
    words = f"4 июня 2031 года {RU} и ещё десять нефтяников были задержаны."
    book, _ = book_of(Report("2031-06-05", words))
    assert [held.name for held in book.get_held("2031-06-10")] == [RU]
    assert [group.min for group in book.get_held_groups("2031-06-10")] == [10]


def test_any_order_of_reports_gives_the_same_custody() -> None:
    reports = [
        ARREST[EN], PRISON[EN], Report("2031-06-07", f"{EN} was sentenced to six years in prison on 4 June 2031."),
        Report("2031-08-03", f"On 2 August 2031 the appeal court cut the sentence of {EN}."),
        Report("2033-01-05", f"{EN}, who was arrested in March 2031, is still behind bars. Twelve men were arrested on 3 January 2033."),
    ]  # fmt: skip
    documents = [_document(number, report) for number, report in enumerate(reports)]
    judged = [Judged(statement) for document in documents for statement in statements(document)]
    case_file = reconcile("case", documents, judged, [], [], {})
    told = []
    for step in (1, -1):
        book = CustodyBook(case_file, documents[::step], judged[::step])
        (person,) = (one.id for one in case_file.people if one.name == EN)
        days = ("2031-04-01", "2031-07-01", "2031-09-01", "2033-02-01")
        told.append(([book.get_status(person, day) for day in days], book.get_spells(person), book.get_all_groups()))
    assert told[0] == told[1]
