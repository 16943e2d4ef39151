"""A PostgreSQL server of our own in a throw-away folder, reached by a socket only. Skipped, loudly, where there is none."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest


def find_programs() -> Path | None:
    """Where initdb and pg_ctl stand."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "pg_ctl").exists()), None)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of an empty server's maintenance database; make your own databases in it."""
    programs = find_programs()
    if programs is None:
        assert os.environ.get("CI") != "true", "PostgreSQL must be there in CI"
        pytest.skip("NO POSTGRESQL HERE: install the package 'postgresql' to run these tests")
    folder = tempfile.mkdtemp(prefix="pg.", dir="/tmp")  # a short path: socket paths are limited to 107 bytes
    before: list[str] = []
    if os.geteuid() == 0:  # initdb and postgres refuse root
        user = next(name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()})
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
        before = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]

    def run(*command: str) -> None:
        subprocess.run([*before, *command], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    run(f"{programs}/initdb", "-D", f"{folder}/data", "-U", "archive", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off"
    run(f"{programs}/pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
    try:
        yield f"postgresql://archive@{quote(folder, safe='')}/"
    finally:
        run(f"{programs}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
