"""Assessments and wordings of an edition in, those the public may have out. A protected name in one of these stops the publication.

They leave by their own yes, while nothing has changed since, when every statement behind the accounts is let out; never with who made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from according.domain.assessment import Standing, StandingAssessment
from according.domain.casefile import CaseFile
from according.domain.cited import Cited
from according.domain.event import Account
from according.domain.wording import StandingWording
from according.errors import WouldLeak
from according.publish.edition import Edition
from according.publish.guard import find_leak
from according.publish.redaction import Redactor


def reduce_words(
    edition: Edition, public: CaseFile, redactor: Redactor
) -> tuple[Sequence[StandingAssessment], Sequence[StandingWording]]:
    """What may leave. `public` is the case file already reduced. Raises WouldLeak, naming the word and never the name."""
    whole = {one.id: one for one in each_account(edition.case_file)}
    shown = {one.id: one for one in each_account(public) if one.statements == whole[one.id].statements}
    subjects = {event.id for event in public.events} | {
        entity.id for group in (public.people, public.organisations, public.groups) for entity in group
    }
    assessments = [
        _bare_assessment(one, shown[one.account], redactor)
        for one in edition.assessments
        if one.assessment.id in edition.released_words and one.state is Standing.CURRENT and one.account in shown
    ]
    wordings = [
        _bare_wording(one, [shown[id] for id in one.cites if id], redactor)
        for one in edition.wordings
        if one.wording.id in edition.released_words
        and one.state is Standing.CURRENT
        and one.about in subjects
        and all(id in shown for id in one.cites)
    ]
    return assessments, wordings


def each_account(file: CaseFile) -> Iterable[Account]:
    """Every account, of events and of whoever else is asked about."""
    for event in file.events:
        yield from event.accounts
    for group in (file.people, file.organisations, file.groups, file.places):
        for entity in group:
            yield from entity.accounts


def _bare_assessment(one: StandingAssessment, account: Account, redactor: Redactor) -> StandingAssessment:
    made = one.assessment
    _refuse_protected(made.id, made.why, redactor)
    cited = _bare_cited(made.cited, account)
    made = replace(made, who="", why=redactor.say_optional(made.why), cited=cited, seen="", replaces=())
    return replace(one, assessment=made)


def _bare_wording(one: StandingWording, accounts: Sequence[Account], redactor: Redactor) -> StandingWording:
    made = one.wording
    _refuse_protected(made.id, made.text, redactor)
    cites = tuple(_bare_cited(cited, account) for cited, account in zip(made.cites, accounts, strict=True))
    bare = replace(
        made, who="", why=None, text=redactor.say(made.text), cites=cites, members=(), spellings=(), replaces=()
    )
    return replace(one, wording=bare)


def _bare_cited(cited: Cited, account: Account) -> Cited:
    """The account as the public sees it, without what stood beside it."""
    return replace(
        cited, value=account.value, speaker=account.speaker, speaker_entity=account.speaker_entity,
        scope=account.scope, as_of=account.as_of, quotes=(), beside=(),
    )  # fmt: skip


def _refuse_protected(identity: str, text: str | None, redactor: Redactor) -> None:
    """An editor's sentence is never cut: with a name taken out it might say something else."""
    if text and find_leak(redactor.guard, text):
        what = "assessment" if identity.startswith("v-") else "wording"
        raise WouldLeak(
            f"The {what} {identity} would show a protected name; write it anew without the name, or keep it back with "
            f"'according release FOLDER {identity} --back'. Nothing was published.",
            word=identity,
        )
