"""Opening an archive's database: Django set up once, one connection alias per archive, tables brought up to date."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from according.errors import Conflict, Misconfigured, NoSpace


def open_database(address: str) -> str:
    """The connection alias of the database at `address` (a path of a SQLite file, or postgresql://…), migrated.

    Raises Misconfigured where the address cannot be used.
    """
    _set_up_django()
    from django.core.management import call_command
    from django.db import connections
    from django.db.utils import DatabaseError

    alias = "a" + hashlib.sha256(address.encode()).hexdigest()[:12]
    if alias not in connections.settings:
        connections.settings[alias] = _config(address)
    try:
        if _needs_migration(alias):
            call_command("migrate", database=alias, verbosity=0, interactive=False)
    except DatabaseError as error:
        raise translate(error) from error
    return alias


def close_database(alias: str) -> None:
    """Close the connection."""
    from django.db import connections

    connections[alias].close()


def translate(error: Exception) -> Exception:
    """A database's trouble as one of ours, where we can say how to repair it."""
    text = str(error).lower()
    if "disk is full" in text or "no space" in text:
        return NoSpace(
            "The disk is full: free some space and run the same command again; nothing that was added is lost."
        )
    if "locked" in text:
        return Conflict("Another process is writing to this archive; wait until it is done and try again.")
    if "not a database" in text or "malformed" in text:
        return Misconfigured(
            "archive.sqlite3 is damaged; restore it from a copy, or run 'according verify' to see what is left."
        )
    return error


def _host(netloc: str) -> str:
    """The host as written: a percent-encoded socket folder keeps its capitals."""
    return netloc.rsplit("@", 1)[-1].rsplit(":", 1)[0]


def _set_up_django() -> None:
    import django
    from django.apps import apps
    from django.conf import settings

    if not settings.configured:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "according.archive.settings")
    if not apps.ready:
        django.setup()


def _needs_migration(alias: str) -> bool:
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[alias])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _config(address: str) -> dict[str, Any]:
    from django.db import connections

    base: dict[str, Any] = dict(connections.settings["default"])
    base.update({"USER": "", "PASSWORD": "", "HOST": "", "PORT": "", "CONN_MAX_AGE": None})
    if address.startswith(("postgresql://", "postgres://")):
        parts = urlsplit(address)
        base.update(
            ENGINE="django.db.backends.postgresql",
            NAME=unquote(parts.path.lstrip("/")),
            USER=unquote(parts.username or ""),
            PASSWORD=unquote(parts.password or ""),
            HOST=unquote(_host(parts.netloc)),
            PORT=str(parts.port or ""),
            OPTIONS={},
        )
        return base
    if "://" in address:
        raise Misconfigured("The database address in according.toml must be a postgresql:// address or be left out.")
    base.update(
        ENGINE="django.db.backends.sqlite3",
        NAME=str(Path(address)),
        OPTIONS={
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # SQLite below 3.51.3 can corrupt in WAL with several connections: rollback journal, full syncs.
            "init_command": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;",
        },
    )
    return base
