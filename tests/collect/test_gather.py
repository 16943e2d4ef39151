"""Files, folders and pasted words become bytes; what cannot is named and does not end the batch."""

from __future__ import annotations

from pathlib import Path

from according.collect import Skipped, gather
from according.domain.capture import Found


def test_folders_are_walked_by_name_and_hidden_files_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.txt", ".hidden", "b/.also"):
        (tmp_path / name).write_text(name)
    found = list(gather([str(tmp_path)]))
    assert [item.origin for item in found] == ["b/a.txt", "z.txt"]


def test_a_missing_file_does_not_end_the_batch(tmp_path: Path) -> None:
    (tmp_path / "here.txt").write_text("words")
    missing, here = gather([str(tmp_path / "gone.txt"), str(tmp_path / "here.txt")])
    assert isinstance(missing, Skipped) and missing.origin == "gone.txt" and "check the name" in missing.why
    assert isinstance(here, Found) and here.content == b"words"


def test_origins_never_carry_the_path_on_this_machine(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    for source in (str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "gone")):
        for item in gather([source]):
            assert str(tmp_path) not in item.origin


def test_pasted_words_and_addresses() -> None:
    items = list(
        gather(
            ["-", "https://site.example/x"],
            read_stdin=lambda: b"pasted",
            fetch_address=lambda a: Found(b"page", a, address=a),
        )
    )
    assert [(item.origin, item.content) for item in items if isinstance(item, Found)] == [
        ("pasted", b"pasted"),
        ("https://site.example/x", b"page"),
    ]
