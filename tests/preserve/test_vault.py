"""The vault keeps bytes whole, or says which are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from according.errors import Corrupt, NoSpace, NotFound
from according.preserve import Vault


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    capture = vault.keep(b"\x00\xff words")
    assert vault.read(capture.sha256) == b"\x00\xff words"
    assert capture.size == 8


def test_keeping_twice_keeps_one_file(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    first, second = vault.keep_all([b"same", b"same"])
    assert first == second
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [first.sha256]


def test_a_flipped_byte_is_found_and_named(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    good, bad = vault.keep_all([b"good", b"bad one"])
    vault.path_of(bad.sha256).write_bytes(b"bad 0ne")
    with pytest.raises(Corrupt, match=bad.sha256):
        vault.read(bad.sha256)
    verdicts = {
        item.sha256: item.passed
        for item in vault.verify([(good.sha256, False), (bad.sha256, False), ("0" * 64, False)])
    }
    assert verdicts == {good.sha256: True, bad.sha256: False, "0" * 64: False}


def test_a_cut_blob_is_written_again(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    capture = vault.keep(b"whole words")
    vault.path_of(capture.sha256).write_bytes(b"whole")
    vault.keep(b"whole words")
    assert vault.read(capture.sha256) == b"whole words"


def test_missing_bytes_say_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Vault(tmp_path).read("ab" * 32)


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault(tmp_path)
    kept = vault.keep(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoSpace, match="disk is full"):
        vault.keep(b"after")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [kept.sha256]
    assert vault.read(kept.sha256) == b"before"
