"""One archive's database as its house uses it: transactions, cases, custody. Facts and findings have their own modules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from according.archive.database import translate
from according.archive.viewer import Viewer
from according.domain.codec import to_json
from according.errors import NotAllowed


class Store:
    """A connection to one archive. Writing happens inside `transaction()`, which only `flow` and `web` open."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing. Raises NoSpace, Conflict or Misconfigured where the database's trouble is one of those."""
        from django.db import transaction
        from django.db.utils import DatabaseError

        try:
            with transaction.atomic(using=self.alias):
                yield
        except DatabaseError as error:
            raise translate(error) from error

    def many(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Run one statement over many rows."""
        if not rows:
            return
        from django.db import connections

        with connections[self.alias].cursor() as cursor:
            cursor.executemany(sql, rows)

    def one(self, sql: str, args: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        for row in self.rows(sql, args):
            return row
        return None

    def rows(self, sql: str, args: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, as tuples."""
        from django.db import connections

        with connections[self.alias].cursor() as cursor:
            cursor.execute(sql, list(args))
            return list(cursor.fetchall())

    def run(self, sql: str, args: Sequence[Any] = ()) -> None:
        """Run one statement."""
        from django.db import connections

        with connections[self.alias].cursor() as cursor:
            cursor.execute(sql, list(args))


def dump(value: Any) -> str:
    """JSON of a noun for a column: compact, keys as they come."""
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))


def marks(values: Iterable[Any]) -> str:
    """Placeholders for an IN list."""
    return ",".join("%s" for _ in values)


def require_sight(viewer: Viewer, case: str) -> None:
    """Raise NotAllowed unless the viewer sees this case's unreleased material."""
    if not viewer.may_see(case):
        raise NotAllowed("You have no access to this case; ask its administrator.")
