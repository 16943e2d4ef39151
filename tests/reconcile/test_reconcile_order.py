"""Any order of arrival, one answer; and the disputes that one document alone can hold."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_press import Press, decide

from according.domain.codec import canonical
from according.domain.decision import Verdict
from according.domain.document import Endnote
from according.domain.event import DisputeKind
from according.domain.passage import Span
from according.domain.shared import SharedPassage
from according.domain.statement import About, AboutKind, Count, CountMode, Phase, Sentence, Value, When
from according.reconcile import reconcile

_NAMES = ("Marina Sadykova", "Марина Садыкова", "Sadykova", "Irina Sadykova", "Marat Turbekov", "M. Turbekov")
_PLACES = ("Orlova", "Veshka", None)
_DAYS = ("2031-03-04", "2031-03-05", "2031-03", "[2031-03-04,2031-03-05]", None)
_TYPES = ("killing", "arrest", "sentence", "march", "injury", "trial")

_line = st.tuples(
    st.sampled_from(_TYPES), st.sampled_from(_NAMES), st.sampled_from(_PLACES), st.sampled_from(_DAYS),
    st.sampled_from((None, 3, 9, 15)), st.sampled_from(("government", "Witnesses", None)),
)  # fmt: skip


def _write(press: Press, reports: list[list[tuple[str, str, str | None, str | None, int | None, str | None]]]) -> None:
    for number, lines in enumerate(reports):
        paper = press.paper(f"paper{number}", f"2031-0{number % 8 + 2}-10", f"Outlet {number % 3}")
        for place, (kind, name, where, when, count, by) in enumerate(lines):
            fields = {"people": name} if count is None else {"count": count}
            if by:
                fields["by"] = by
            paper.says(
                f"Line {place}: {name} {kind} {where or ''} {by or ''} {count or ''}.", kind, kind,
                when=when, where=where, **fields,
            )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_line, min_size=1, max_size=5), min_size=1, max_size=6), st.integers(0, 10**6))
def test_any_order_of_arrival_gives_one_case_file(reports: list, seed: int) -> None:
    press = Press()
    _write(press, reports)
    documents, judged = press.documents(), press.judged()
    mentions = [mention for mention, _ in reconcile("case", documents, judged, [], [], {}).entity_of]
    decisions = [
        decide(number, verdict, mentions[0], mention)
        for number, (verdict, mention) in enumerate(
            zip((Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE), mentions[1:4], strict=False)
        )
    ]
    shared = [
        SharedPassage(a.id, Span(0, len(a.text.content)), b.id, Span(0, len(b.text.content)), 0.95)
        for a in documents[:2] for b in documents[:2] if a.id < b.id
    ]  # fmt: skip
    first = reconcile("case", documents, judged, shared, decisions, {})
    shuffler = random.Random(seed)
    for pile in (documents, judged, shared, decisions):
        shuffler.shuffle(pile)
    assert canonical(reconcile("case", documents, judged, shared, decisions, {})) == canonical(first)


def test_a_weekday_that_is_none_and_a_protest_before_what_it_follows(press: Press) -> None:
    paper = press.paper("one", "2031-03-20")
    paper.says(
        "On Wednesday 4 March 15 were killed in Orlova.", "killing", "killed", count=15, where="Orlova",
        when=When("[2031-03-04,2031-03-05]", "Wednesday 4 March", "weekday", doubt=("weekday",)),
    )  # fmt: skip
    paper.says(
        "Despite the shooting, protests in Orlova continued on 6 February.", "demonstration", "protests", where="Orlova",
        when=When("2031-02-06", "6 February", "day"), phase=Phase.GOES_ON,
    )  # fmt: skip
    other = press.paper("two", "2031-04-20")
    other.says(
        "On 5 March at least 15 were killed in Orlova.", "killing", "killed", where="Orlova", when="2031-03-05",
        count=Count(15, None, "at least 15", "at_least"),
    )  # fmt: skip
    disputes = {item.kind: item for item in press.reconcile().disputes}
    assert set(disputes) == {DisputeKind.WEEKDAY, DisputeKind.ORDER, DisputeKind.DATE}
    assert {value.value for value in disputes[DisputeKind.DATE].values} == {"Wednesday 4 March", "2031-03-05"}
    assert [value.value for value in disputes[DisputeKind.ORDER].values] == ["6 February", "Wednesday 4 March"]


def test_parts_that_make_the_whole_are_no_dispute_and_others_are(press: Press) -> None:
    def trial(key: str, jailed: int) -> None:
        paper = press.paper(key, "2031-06-05")
        paper.says("3 of the 37 were cleared.", "acquittal", "cleared", count=Count(3, 3, "3 of the 37", of=37))
        paper.says(
            "21 got suspended sentences.",
            "sentence",
            "suspended",
            count=21,
            value=Value(sentence=Sentence(suspended=True)),
        )
        paper.says(f"{jailed} were jailed.", "sentence", "jailed", count=jailed)

    trial("right", 13)
    assert [item for item in press.reconcile().disputes if item.kind is DisputeKind.ARITHMETIC] == []
    trial("wrong", 16)
    found = [item for item in press.reconcile().disputes if item.kind is DisputeKind.ARITHMETIC]
    assert [dict(item.facts)["sum"] for item in found] == ["40"]


def test_a_headline_against_its_text(press: Press) -> None:
    paper = press.paper("one", "2031-06-05")
    paper.says(
        "All but four dockers found guilty", "conviction", "guilty", heading=True,
        count=Count(4, 4, "All but four", mode=CountMode.ALL_BUT), when="2031-06-04",
    )  # fmt: skip
    paper.says("On 4 June 3 were acquitted.", "acquittal", "acquitted", count=3, when="2031-06-04")
    disputes = press.reconcile().disputes
    assert [(item.kind, {value.value for value in item.values}) for item in disputes] == [
        (DisputeKind.COUNT, {"All but four", "3"})
    ]
    assert ("headline", "yes") in disputes[0].facts


def test_a_retracted_testimony_is_no_account(press: Press) -> None:
    paper = press.paper("one", "2031-06-05")
    told = paper.says("Witnesses said that 4 were killed.", "killing", "killed", count=4, by="Witnesses")
    paper.says("They retracted it.", "retraction", "retracted")
    first = press.statement(told)
    assert [
        item.value.words for item in press.reconcile().events[0].accounts + press.reconcile().events[1].accounts
    ] == ["4"]
    judged = [
        replace(item, statement=replace(item.statement, about=About(AboutKind.RETRACTS, first.id)))
        if item.statement.type == "retraction"
        else item
        for item in press.judged()
    ]
    case_file = reconcile("case", press.documents(), judged, [], [], {})
    assert all(event.accounts == () for event in case_file.events)


def test_copied_words_and_one_speaker_are_one_origin(press: Press) -> None:
    for key in ("one", "two"):
        press.paper(key, "2031-03-10", key).says(
            "The government said 9 were killed on 4 March in Orlova.", "killing", "killed", count=9,
            when="2031-03-04", where="Orlova", by="government",
        )  # fmt: skip
    case_file = press.reconcile()
    event = case_file.events[0]
    origin = next(item for item in case_file.origins for account in event.accounts
                  if account.id == item.account and account.aspect == "deaths")  # fmt: skip
    assert (origin.reports, origin.same, origin.not_established, origin.different) == (2, 1, 0, 1)


def test_reports_in_their_own_words_are_different_voices_for_one_answer(press: Press) -> None:
    for key, by in (("one", None), ("two", None), ("three", "Witnesses")):
        press.paper(key, "2031-03-10", key).says(
            f"On 4 March 9 were killed in Orlova, {by or key}.", "killing", "killed", count=9, when="2031-03-04",
            where="Orlova", **({"by": by} if by else {}),
        )  # fmt: skip
    case_file = press.reconcile()
    deaths = {account.id for account in case_file.events[0].accounts if account.aspect == "deaths"}
    counted = {
        (item.reports, item.same, item.not_established, item.different)
        for item in case_file.origins
        if item.account in deaths
    }
    assert counted == {(3, 0, 1, 2)}


def test_every_origin_adds_up(press: Press) -> None:
    _write(press, [[("killing", "x", "Orlova", "2031-03-04", 9, by)] for by in ("government", "Witnesses", None, None)])
    for origin in press.reconcile().origins:
        assert origin.same + origin.not_established + origin.different == origin.reports


def test_sources_cited_but_not_held(press: Press) -> None:
    notes = (
        Endnote("1", 0, 1, "“Dock strike ends”, Pier News, 19 March 2031, http://pier.example/strike."),
        Endnote("2", 0, 1, "A. Writer, “The long harbour”, Quay, 2 May 2030; “Held report”, Dock Post, 1 May 2031."),
        Endnote("3", 0, 1, "A. Writer, “The long harbour”, op. cit."),
    )
    notes = tuple(
        replace(note, addresses=("http://pier.example/strike",) if "http" in note.content else ()) for note in notes
    )
    press.paper("one", "2031-06-05", endnotes=notes).says("It ended.", "strike_end", "ended")
    press.paper("two", "2031-05-01", title="Held report").says("It went on.", "strike", "went on")
    references = press.reconcile().references
    assert sorted((item.address or "", "long harbour" in item.text) for item in references) == [
        ("", True), ("http://pier.example/strike", False),
    ]  # fmt: skip


def test_one_report_had_through_two_formats(press: Press) -> None:
    press.paper("one", "2031-06-05", url="https://www.dock.example/a/?utm=1").says("It ended.", "strike_end", "ended")
    press.paper("two", "2031-06-05", url="http://dock.example/a").says("It ended.", "strike_end", "ended")
    assert [len(group) for group in press.reconcile().same_publication] == [2]


def test_a_dismissed_dispute_stays_so(press: Press) -> None:
    for key, number in (("one", 9), ("two", 14)):
        press.paper(key, "2031-03-10", key).says(
            f"{number} were killed on 4 March in Orlova.",
            "killing",
            "killed",
            count=number,
            when="2031-03-04",
            where="Orlova",
        )
    dispute = press.reconcile().disputes[0]
    decided = press.reconcile(decisions=[decide(1, Verdict.EXPLAINED, dispute.id)]).disputes[0]
    assert (decided.id, decided.decided) == (dispute.id, "explained")
