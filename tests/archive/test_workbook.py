"""Sheets in memory and in a file answer alike, whatever was written and struck before; a damaged file is made anew."""

from __future__ import annotations

import random
from pathlib import Path

from according.archive.workbook import FileWorkbook
from according.domain.workbook import Entry, MemoryWorkbook, Workbook


def _answers(book: Workbook) -> list[object]:
    names, keys = [f"n{number}" for number in range(12)], [f"k{number}" for number in range(6)]
    return [
        book.everything("a"), book.named("a", names[:5]), book.owned("a", ["d1", "d2", "d9"]),
        book.grouped("a", ["g1", "g2"]), book.under("a", keys[:3]), book.under("b", keys), book.under("a", []),
        book.first_under("a", "k1", 2),
    ]  # fmt: skip


def test_a_file_answers_as_memory_does(tmp_path: Path) -> None:
    rng = random.Random(5)
    memory = MemoryWorkbook()
    with FileWorkbook(tmp_path / "book.sqlite3") as file:
        for _ in range(60):
            sheet = rng.choice("ab")
            gone = [f"n{rng.randrange(12)}" for _ in range(rng.randint(0, 3))]
            come = {
                name: Entry(
                    name, f"d{rng.randrange(4)}", tuple({f"k{rng.randrange(6)}" for _ in range(rng.randint(0, 3))}),
                    bytes([rng.randrange(256)]), f"g{rng.randrange(3)}",
                )
                for name in {f"n{rng.randrange(12)}" for _ in range(rng.randint(0, 4))}
            }  # fmt: skip
            for book in (memory, file):
                book.exchange(sheet, gone, come.values())
            assert _answers(file) == _answers(memory)
    with FileWorkbook(tmp_path / "book.sqlite3") as again:
        assert _answers(again) == _answers(memory)


def test_what_was_written_before_trouble_is_not_kept(tmp_path: Path) -> None:
    try:
        with FileWorkbook(tmp_path / "book.sqlite3") as book:
            book.exchange("a", [], [Entry("n1", "d1")])
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    with FileWorkbook(tmp_path / "book.sqlite3") as book:
        assert book.everything("a") == []


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "book.sqlite3"
    path.write_bytes(b"no database at all" * 100)
    with FileWorkbook(path) as book:
        book.exchange("a", [], [Entry("n1", "d1", ("k",))])
        assert [entry.name for entry in book.under("a", ["k"])] == ["n1"]
