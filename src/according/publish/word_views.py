"""Assessments and wordings of an edition in, what a reader sees of them out: beside accounts, on the pages of events and people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from according.domain.assessment import StandingAssessment
from according.domain.cited import Cited
from according.domain.codec import from_json
from according.domain.decision import ON_ACCOUNTS, Decision
from according.domain.event import Account
from according.domain.views import AssessmentView, DecisionView, FootnoteView, Link, RowView, WordingView
from according.domain.wording import StandingWording
from according.present.changes import gather_changes, say_answer, say_change
from according.present.explanations import say_question
from according.present.labels import say, sentence_case
from according.publish.edition import Audience
from according.publish.index import Index
from according.publish.paths import entity_path, event_path
from according.publish.stamps import stamp_of

_MARK = re.compile(r"\s*\[(\d{1,3})\]")
_AGAIN = 12


def view_assessments(index: Index, account: str) -> tuple[AssessmentView, ...]:
    """What people hold of an account, in the order made."""
    return tuple(_view_assessment(one) for one in index.assessments_of.get(account, ()))


def view_lost(index: Index, about: str) -> tuple[AssessmentView, ...]:
    """Assessments of answers about an event that are no longer in the case: kept, and shown as what they were of."""
    return tuple(_view_assessment(one) for one in index.lost_assessments.get(about, ()))


def _view_assessment(one: StandingAssessment) -> AssessmentView:
    made = one.assessment
    return AssessmentView(
        id=made.id, view=made.view.value, standard=made.standard.value if made.standard else None, why=made.why,
        who=made.who or None, when=made.when[:10], state=one.state.value, changes=one.changes,
        cited=None if one.account else made.cited,
    )  # fmt: skip


def view_wordings(index: Index, about: str) -> tuple[WordingView, ...]:
    """The editors' sentences that stand for an event, person or organisation."""
    return tuple(_view_wording(index, one) for one in index.wordings_of.get(about, ()))


def _view_wording(index: Index, one: StandingWording) -> WordingView:
    made = one.wording
    footnotes = []
    for number, (cited, now) in enumerate(zip(made.cites, one.cites, strict=True), 1):
        found = index.accounts.get(now) if now else None
        link = Link(say_answer(cited), _account_address(index, *found)) if found else None
        sources = index.words_links(found[1].statements) if found else ()
        footnotes.append(FootnoteView(number, cited, link, sources))
    return WordingView(
        id=made.id, runs=tuple(_runs(made.text, len(footnotes))), footnotes=tuple(footnotes), who=made.who or None,
        when=made.when[:10], state=one.state.value, changes=tuple(gather_changes(made.cites, one.changes)),
    )  # fmt: skip


def _runs(text: str, footnotes: int) -> Iterator[tuple[str, int | None]]:
    """The text cut at its footnotes."""
    at = 0
    for mark in _MARK.finditer(text):
        if 1 <= int(mark[1]) <= footnotes:
            yield text[at : mark.start()], int(mark[1])
            at = mark.end()
    if at < len(text):
        yield text[at:], None


def _account_address(index: Index, about: str, account: Account) -> str | None:
    """Where the row of an account stands."""
    if about in index.events_with_page:
        return f"{event_path(about)}#{account.id}"
    entity = index.find_entity(about)
    if entity is not None and entity.id in index.entities_with_page:
        return f"{entity_path(entity.kind.value, entity.id)}#{account.id}"
    return None


def stamp_words(index: Index, about: str, accounts: tuple[Account, ...]) -> str:
    """Changes when anything these views read changes."""
    wordings = index.wordings_of.get(about, ())
    cited = [index.accounts[id] for one in wordings for id in one.cites if id in index.accounts]
    return stamp_of(
        wordings, [(of, account.id, index.words_links(account.statements)) for of, account in cited],
        [index.assessments_of.get(account.id, ()) for account in accounts], index.lost_assessments.get(about, ()),
        view_decisions(index, about),
    )  # fmt: skip


def view_decisions(index: Index, about: str) -> tuple[DecisionView, ...]:
    """What people decided about an event or person as a whole, in the order decided."""
    return tuple(_view_decision(index, about, one) for one in index.decisions_of.get(about, ()))


def _view_decision(index: Index, about: str, made: Decision) -> DecisionView:
    one = other = None
    if made.verdict in ON_ACCOUNTS:
        one, other = _seen_accounts(index, made)
    else:
        holders = [index.holder_of(member) for member in (made.subject, made.other)]
        beside = next((holder for holder in holders if holder not in (None, about)), None)
        other = _about_link(index, beside) if beside else None
    return DecisionView(made.id, made.verdict.value, one, other, made.who, made.when[:10], made.why)


def _seen_accounts(index: Index, made: Decision) -> tuple[Link, Link]:
    """The two accounts as they were seen, linked where they still stand under their ids."""
    links = []
    for part in json.loads(made.content or "[]"):
        cited = from_json(Cited, part)
        found = index.accounts.get(cited.account)
        links.append(Link(say_answer(cited, asked=False), _account_address(index, *found) if found else None))
    return links[0], links[1]


def view_again(index: Index) -> tuple[RowView, ...]:
    """What people should look at again: wordings that turned "check", views of an earlier state, marks on changed disputes."""
    if index.edition.audience is Audience.PUBLIC:
        return ()
    rows = []
    for about, wordings in sorted(index.wordings_of.items()):
        for wording in wordings:
            if wording.changes:
                rows.append(RowView(_about_link(index, about), ("wording",), say_change(wording.changes[0])))
    for account, assessments in sorted(index.assessments_of.items()):
        for one in assessments:
            if one.changes:
                about, now = index.accounts[account]
                words = f"{say(one.assessment.view.value, 'view')}: {say_answer(one.assessment.cited)}"
                rows.append(
                    RowView(Link(sentence_case(words), _account_address(index, about, now)), ("assessment",), say_change(one.changes[0]))
                )  # fmt: skip
    for dispute in index.edition.case_file.disputes:
        if dispute.look_again:
            link = Link(sentence_case(say_question(dispute)), f"disputes/index.html#{dispute.id}")
            rows.append(RowView(link, ("dispute",), say(dispute.decided, "decided")))
    return tuple(rows[:_AGAIN])


def _about_link(index: Index, about: str) -> Link:
    if about in index.events:
        return index.event_link(about)
    entity = index.find_entity(about)
    return index.entity_link(entity.id, entity.name) if entity else Link(about)
