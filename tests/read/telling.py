"""What the reader makes of a few sentences: for tests that name a text, a type, and what must be read of it."""

from __future__ import annotations

from according.domain.statement import Role, Statement
from according.read import plain_document, statements

PUBLISHED = {"en": "2014-03-12", "ru": "2024-05-20"}


def read(text: str, language: str, published: str | None = None) -> tuple[Statement, ...]:
    """All statements of a text published on a day (ISO), the language's usual test day unless told."""
    return statements(plain_document(text, published=published or PUBLISHED[language], language=language))


def only(text: str, kind: str, language: str, published: str | None = None) -> Statement:
    """The one statement of a type: the test fails where there is none or more."""
    every = read(text, language, published)
    found = [statement for statement in every if statement.type == kind]
    assert len(found) == 1, [(one.type, one.stance, one.anchor, one.rule) for one in every]
    return found[0]


def names(statement: Statement, role: Role) -> list[str]:
    """The names of those who stand in a statement in one role, in their order."""
    return [part.name for part in statement.participants if part.role is role]
