"""The shipped case is what its README says: invented, tangled, and its hand-marked facts stand in its files."""

from __future__ import annotations

import html
import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

HERE = files("according.example")
EXPECTED: dict[str, Any] = tomllib.loads(HERE.joinpath("expected.toml").read_text("utf-8"))
DECISIONS: dict[str, Any] = tomllib.loads(HERE.joinpath("decisions.toml").read_text("utf-8"))
FILE_OF = {document["title"]: document["file"] for document in EXPECTED["documents"]}


def raw(name: str) -> str:
    return HERE.joinpath("files", name).read_text("utf-8")


def words_of(name: str) -> str:
    """What a reader sees of a file, on one line."""
    shown = re.sub(r"<(?!!\[CDATA)[^>]+>", "", raw(name))
    return re.sub(r"\s+", " ", html.unescape(shown))


NAMES = sorted(item.name for item in HERE.joinpath("files").iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_addresses_belong_to_nobody(name: str) -> None:
    text = raw(name)
    hosts = re.findall(r"https?://([\w.-]+)|@([\w-]+\.[\w.-]+\w)", text)
    allowed = ("example.org", "example.net", "example.com", "purl.org", "www.w3.org", "schema.org", "ogp.me", "wordpress.org", "wellformedweb.org")  # fmt: skip
    assert all((one or other).endswith(allowed) for one, other in hosts)
    assert all(address.startswith("192.0.2.") for address in re.findall(r"\b\d+\.\d+\.\d+\.\d+\b", text))


@pytest.mark.parametrize("title", EXPECTED["statements"])
def test_marked_words_stand_in_their_document(title: str) -> None:
    shown = words_of(FILE_OF[title])
    assert [one["quote"] for one in EXPECTED["statements"][title] if one["quote"] not in shown] == []


def test_every_expected_document_is_in_its_file() -> None:
    assert len(FILE_OF) == EXPECTED["totals"]["documents"]
    assert [title for title, name in FILE_OF.items() if title != "note" and title not in words_of(name)] == []


def test_decisions_name_documents_and_words_that_are_there() -> None:
    for entry in [*DECISIONS["judge"], *DECISIONS["sensitive"]]:
        assert entry["quote"] in words_of(FILE_OF[entry["document"]])
    for release in DECISIONS["release"]:
        assert set(release["documents"]) <= set(FILE_OF)


def test_the_protected_witness_is_in_the_files_in_two_scripts_and_in_no_released_text_in_full() -> None:
    (protected,) = DECISIONS["protect"]
    everything = " ".join(words_of(name) for name in NAMES)
    assert "Lidia Sharvanova" in everything and "Лидии Шарвановой" in everything and "Шарванова" in everything
    assert protected["spellings"] == ["Lidia Sharvanova", "Лидия Шарванова"]
    full = next(release for release in DECISIONS["release"] if release["scope"] == "full")
    holders = {"“They put a bag over my head”", "Надире Вельховой предъявили обвинение", "note"}
    assert not holders & set(full["documents"])
