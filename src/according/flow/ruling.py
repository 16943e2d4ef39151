"""A person's word on how two accounts of one question stand to each other, recorded with both accounts as they were seen."""

from __future__ import annotations

from dataclasses import replace

from according.archive import facts
from according.domain.cited import Cited
from according.domain.codec import canonical, digest
from according.domain.decision import Decision, Verdict
from according.errors import BadInput, NotFound
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.footing import find_footings
from according.flow.recording import member_of, new_decision
from according.reconcile.answers import COUNTED

_OF_COUNTS = frozenset({Verdict.SAME_SCOPE, Verdict.PART_OF})


def rule_pair(folder: CaseFolder, subject: str, verdict: Verdict, other: str | None, why: str | None) -> Decision:
    """A decision that stands on the statements behind both accounts. Raises NotFound or BadInput, each with the repair."""
    if not other:
        raise BadInput(f"Name the second account: according judge FOLDER {subject} {verdict.value} ACCOUNT.")
    held = Holdings(folder)
    one, two = (_cite(held, account) for account in (subject, other))
    if one.account == two.account:
        raise BadInput(f"{subject} is one account; name two that answer the same question.")
    if (one.about, one.aspect) != (two.about, two.aspect):
        raise BadInput(f"{subject} and {other} answer different questions, so neither stands to the other in any way.")
    if verdict in _OF_COUNTS and one.aspect not in COUNTED:
        raise BadInput(f"{subject} counts nothing: only figures are of the same scope or part of one another.")
    with folder.writing():
        facts.add_allocated(folder.store, folder.case, [member_of(held.case_file, one.about)])
    first, second = one.quotes[0].statement, two.quotes[0].statement
    return new_decision(
        folder, verdict, first, other=second, scope=one.aspect.value, seen=digest([one, two]),
        content=canonical([one, two]), footings=find_footings(held, first, second), why=why,
    )  # fmt: skip


def _cite(held: Holdings, account: str) -> Cited:
    """The account without what stands beside it: only the two matter here."""
    cited = held.book.cite(account)
    if cited is None or not cited.quotes:
        raise NotFound(
            f"There is no account {account} in this case; 'according assess FOLDER EVENT' lists the accounts of an event."
        )
    return replace(cited, beside=())
