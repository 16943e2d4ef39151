"""People's words over accounts: the same for any order of arrival, and never over an answer that was not the one seen."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_press import Press

from according.domain.assessment import Assessment, Standing, View
from according.domain.casefile import CaseFile
from according.domain.cited import ChangeKind, Cited
from according.domain.codec import canonical
from according.domain.decision import ON_ACCOUNTS, Decision, Verdict
from according.domain.event import Account, Aspect
from according.domain.wording import Wording
from according.reconcile import AccountBook, place_assessments, place_wordings, reconcile

_report = st.tuples(
    st.integers(1, 28), st.sampled_from(["ministry", "workers", "prosecutor's office"]), st.integers(2, 40)
)


def _print(press: Press, reports: list[tuple[int, str, int]]) -> None:
    for day, by, figure in reports:
        paper = press.paper(f"paper{len(press.papers)}", f"2031-04-{day:02}", f"Outlet {len(press.papers) % 3}")
        sentence = f"{figure} were killed in Orlova on 4 March, the {by} said."
        paper.says(sentence, "killing", "killed", when="2031-03-04", where="Orlova", count=figure, by=by)


def _toll(case_file: CaseFile) -> list[Account]:
    return [one for event in case_file.events for one in event.accounts if one.aspect is Aspect.DEATHS]


def _seen(book: AccountBook, account: Account) -> Cited:
    cited = book.cite(account.id)
    assert cited is not None
    return cited


@settings(max_examples=30, deadline=None)
@given(st.lists(_report, min_size=2, max_size=6), st.lists(_report, max_size=3), st.integers(0, 10**6))
def test_any_order_of_arrival_gives_one_standing(
    reports: list[tuple[int, str, int]], later: list[tuple[int, str, int]], seed: int
) -> None:
    press = Press()
    _print(press, reports)
    first = press.reconcile()
    book = AccountBook(first, lambda _: press.judged())
    toll = _toll(first)
    rulings = [
        Decision(
            f"c-{number}", number, verdict, one.statements[0], other=two.statements[0],
            content=canonical([_seen(book, one), _seen(book, two)]),
        )
        for number, (verdict, one, two) in enumerate(zip(sorted(ON_ACCOUNTS), toll, toll[1:], strict=False), 1)
    ]  # fmt: skip
    assessments = [
        Assessment(f"v-{n}", n, one.id, View.UNVERIFIED, _seen(book, one), "", replaces=("v-1",) if n == 2 else ())
        for n, one in enumerate(toll, 1)
    ]
    event = first.events[0]
    words = [Wording("w-1", 1, event.id, "event", "So. [1]", tuple(_seen(book, one) for one in toll), event.statements)]
    _print(press, later)
    documents, judged = press.documents(), press.judged()
    case_file = reconcile("case", documents, judged, [], rulings, {})
    made = AccountBook(case_file, lambda _: judged)
    whole = place_assessments(made, assessments, set()), place_wordings(made, words, set())
    shuffler = random.Random(seed)
    for pile in (documents, judged, rulings):
        shuffler.shuffle(pile)
    again = reconcile("case", documents, judged, [], rulings, {})
    assert canonical(again) == canonical(case_file)
    other = AccountBook(again, lambda _: judged)
    assert (place_assessments(other, assessments, set()), place_wordings(other, words, set())) == whole
    if len(assessments) > 1:
        assert whole[0][0].state is Standing.REPLACED


def test_another_answer_is_news_for_a_wording_and_no_change_of_the_account(press: Press) -> None:
    _print(press, [(10, "ministry", 9)])
    first = press.reconcile()
    [nine] = _toll(first)
    cited = _seen(AccountBook(first, lambda _: press.judged()), nine)
    event = first.events[0]
    view = Assessment("v-1", 1, nine.id, View.UNVERIFIED, cited, "")
    word = Wording("w-1", 1, event.id, "event", "Nine. [1]", (cited,), event.statements)
    paper = press.paper("more", "2031-04-12")
    paper.says(
        "12 were wounded in Orlova on 4 March, the workers said.", "injury", "wounded",
        when="2031-03-04", where="Orlova", count=12, by="workers",
    )  # fmt: skip
    book = AccountBook(press.reconcile(), lambda _: press.judged())
    assert place_assessments(book, [view], set())[0].state is Standing.CURRENT
    assert place_wordings(book, [word], set())[0].state is Standing.CURRENT, "another question was answered"
    _print(press, [(10, "ministry", 9), (14, "workers", 30)])
    book = AccountBook(press.reconcile(), lambda _: press.judged())
    changed = place_wordings(book, [word], set())[0]
    assert changed.state is Standing.CHECK
    assert {one.kind for one in changed.changes} == {ChangeKind.DISPUTED}
    assert place_wordings(book, [replace(word, id="w-2", replaces=("w-1",)), word], {"w-2"})[1].state is Standing.CHECK


def test_a_word_on_two_answers_is_none_on_others(press: Press) -> None:
    _print(press, [(10, "ministry", 9), (14, "prosecutor's office", 14)])
    book = AccountBook(press.reconcile(), lambda _: press.judged())
    one, two = sorted(_toll(press.reconcile()), key=lambda account: account.value.min or 0)
    seen = [_seen(book, two), _seen(book, one)]
    ruling = Decision("c-1", 1, Verdict.SUPERSEDES, two.statements[0], other=one.statements[0], content=canonical(seen))
    args = ("case", press.documents(), press.judged(), [])
    ruled = {a.value.min: [(r.kind.value, r.by) for r in a.relations] for a in _toll(reconcile(*args, [ruling], {}))}
    assert ruled == {9: [], 14: [("supersedes", "person")]}
    other_value = replace(seen[0], value=replace(seen[0].value, min=41, max=41))
    stale = replace(ruling, content=canonical([other_value, seen[1]]))
    assert canonical(reconcile(*args, [stale], {})) == canonical(reconcile(*args, [], {}))
