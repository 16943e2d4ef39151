"""A person's view of an account, recorded beside it. It changes no account, no dispute and no statement: belief is apart."""

from __future__ import annotations

from collections.abc import Iterator

from according.archive import facts, words
from according.domain.assessment import Assessment, Standard, Standing, View
from according.domain.codec import digest
from according.domain.identity import short_id
from according.errors import BadInput, NotFound
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.recording import member_of
from according.present.changes import say_answer, say_change
from according.present.labels import say

CLAIMING = (View.CONFIRMED, View.PROBABLE, View.REFUTED)  # views that claim something, so that they must say how


def assess(
    folder: CaseFolder, account: str, view: View, *,
    standard: Standard | None = None, why: str | None = None, by: str | None = None, held: Holdings | None = None,
) -> Assessment:  # fmt: skip
    """Record one assessment of the account as it is now. Raises NotFound, BadInput or NotAllowed, each with the repair."""
    folder.viewer.require_decide(folder.case)
    held = held or Holdings(folder)
    cited = held.book.cite(account)
    if cited is None:
        raise NotFound(
            f"There is no account {account} in this case; 'according assess FOLDER EVENT' lists the accounts of an event."
        )
    if view in CLAIMING and not (standard and why and why.strip()):
        raise BadInput(
            f"To call an account {view.value}, say by which standard of proof and why: "
            f"--standard {'|'.join(Standard)} --why TEXT."
        )
    who, when = name_of(folder, by), folder.clock()
    sequence = words.next_assessment(folder.store)
    former = tuple(
        one.assessment.id
        for one in held.assessments
        if one.account == cited.account and one.assessment.who == who and _stands(one.state)
    )
    made = Assessment(
        short_id("v", folder.case, str(sequence), account, view.value, when),
        sequence, account, view, cited, digest(cited), standard, (why or "").strip() or None, who, when, former,
    )  # fmt: skip
    with folder.writing():  # what it is about keeps its id from now on, and so does the account
        facts.add_allocated(folder.store, folder.case, [member_of(held.case_file, cited.about)])
        record_assessment(folder, made)
    return made


def record_assessment(folder: CaseFolder, made: Assessment) -> None:
    """Append an assessment and its custody event, inside the present transaction."""
    words.add_assessment(folder.store, folder.case, made)
    folder.record("assessed", made.account, assessment=made.id, digest=digest(made))


def name_of(folder: CaseFolder, by: str | None) -> str:
    """Whose word it is: a user's own, or of whoever is named where several people work at one machine."""
    if by is None:
        return folder.viewer.name
    name = " ".join(by.split())
    if not name or len(name) > 150:
        raise BadInput("After --by stands the name of whoever says so, at most 150 characters.")
    return name


def _stands(state: Standing) -> bool:
    return state not in (Standing.REPLACED, Standing.UNDONE)


def assessment_lines(held: Holdings) -> Iterator[str]:
    """Every assessment that stands, each with what changed since, as a person reads it."""
    for one in held.assessments:
        made = one.assessment
        if not _stands(one.state):
            continue
        proof = f", {say(made.standard.value, 'standard')}" if made.standard else ""
        yield f"{made.id}  {say(made.view.value, 'view')}{proof}: {say_answer(made.cited)} ({one.account or 'gone'})"
        yield f"  {made.who}, {made.when[:10]}" + (f": {made.why}" if made.why else "")
        if one.changes:
            yield f"  {say(one.state.value, 'standing')}:"
            yield from (f"    {say_change(change)}" for change in one.changes)


def account_lines(held: Holdings, about: str) -> Iterator[str]:
    """The accounts of an event or person with their ids, by question. Raises NotFound."""
    found = held.book.find_subject(about)
    if found is None:
        raise NotFound(f"There is no event or person {about} in this case; 'according export FOLDER events' lists ids.")
    aspect = None
    for account in held.book.accounts_of(found.id):
        if account.aspect is not aspect:
            aspect = account.aspect
            yield say(aspect.value, "aspect")
        cited = held.book.cite(account.id)
        if cited is not None:
            yield f"  {account.id}  {say_answer(cited, asked=False)}"
