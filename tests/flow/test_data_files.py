"""Data files: lines kept from the last run give the bytes of a full run; a kept file that is not whole is not used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from according.domain.casefile import CaseFile
from according.domain.document import Document, Text, text_digest
from according.flow.datafiles import Shelf, plan_data


def document(name: str, title: str = "Title") -> Document:
    content = f"Words of {name}."
    return Document(id=f"d-{name}", case="c", key=name, title=title, text=Text(content, text_digest(content)))


def made(documents: list[Document], cache: Path | None) -> dict[str, bytes]:
    files, _ = plan_data(Shelf(documents, [], CaseFile("c")), cache)
    return {name: file.make() for name, file in files.items()}


BEFORE = [document("a"), document("b"), document("c")]
CHANGES = [
    [*BEFORE, document("d")],
    [document("0"), *BEFORE],
    BEFORE[1:],
    [BEFORE[0], replace(BEFORE[1], title="Another"), BEFORE[2]],
    [],
]


@pytest.mark.parametrize("after", CHANGES)
def test_kept_lines_give_the_bytes_of_a_full_run(tmp_path: Path, after: list[Document]) -> None:
    made(BEFORE, tmp_path)
    assert made(after, tmp_path) == made(after, None)


@pytest.mark.parametrize("name", ["documents.jsonl", "documents.jsonl.lines"])
def test_a_kept_file_that_was_damaged_is_not_used(tmp_path: Path, name: str) -> None:
    made(BEFORE, tmp_path)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-3] + b"???")
    assert made(BEFORE, tmp_path) == made(BEFORE, None)


def test_stamps_tell_what_changed() -> None:
    def stamps(documents: list[Document]) -> tuple[str, dict[str, str]]:
        files, of_documents = plan_data(Shelf(documents, [], CaseFile("c")), None)
        return files["documents.jsonl"].stamp, of_documents

    before, after = stamps(BEFORE), stamps([*BEFORE[:2], replace(BEFORE[2], title="Another")])
    assert before[0] != after[0]
    assert [id for id in before[1] if before[1][id] != after[1][id]] == ["d-c"]
