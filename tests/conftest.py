"""Fixtures everybody shares: the seed page (beside the checkout, or named by ACCORDING_SEED), and no network."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[1].parent / "shared" / "seed" / "zhanaozen-tag-page.txt"


@pytest.fixture(scope="session")
def seed_page() -> Path:
    """The page the project began with; tests that need it are skipped where it is absent."""
    path = Path(os.environ.get("ACCORDING_SEED", str(_BESIDE)))
    if not path.exists():
        pytest.skip("the seed page is not beside this checkout")
    return path


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that `according demo` makes; for reading only."""
    from according.cli import main

    base = tmp_path_factory.mktemp("example")
    assert main(["demo", str(base / "case"), str(base / "site")]) == 0
    return base / "case"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the tests reaches beyond this machine."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0]) if isinstance(address, tuple) else ""
            if host not in ("127.0.0.1", "::1", "localhost"):
                raise OSError(f"network is blocked in tests: {host}")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
