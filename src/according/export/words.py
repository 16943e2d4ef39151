"""Assessments and wordings as they stand in, their rows out: every field, so that `judge --from` takes the lines over."""

from __future__ import annotations

from according.domain.assessment import StandingAssessment
from according.domain.wording import StandingWording
from according.export.rows import Row, plain_row


def assessment_row(one: StandingAssessment) -> Row:
    """An assessment with where it stands now and what changed since."""
    return plain_row(one.assessment) | {
        "state": one.state.value,
        "account_now": one.account,
        "about_now": one.about,
        "changes": [plain_row(change) for change in one.changes],
    }


def wording_row(one: StandingWording) -> Row:
    """One version of a wording with where it stands now and what changed since."""
    return plain_row(one.wording) | {
        "state": one.state.value,
        "about_now": one.about,
        "cites_now": list(one.cites),
        "changes": [plain_row(change) for change in one.changes],
    }
