"""The keys that others read are in every line of every export of the example, nested ones too; more are welcome, these stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from according.cli import main

NAMES = {"text", "script", "language", "documents"}
SPEAKER = {"name", "entity", "kind", "cue", "level", "basis", "when", "setting"}
PARTICIPANT = {"role", "name", "entity", "count", "part_of"}
COUNT = {"min", "max", "qualifier", "unit", "words", "of", "mode", "vague"}
ENTITY = {"id": None, "name": None, "names": NAMES, "statements": None}
# export -> key -> keys of the object, or of each object of the list, that stands there where it stands
CONTRACT: dict[str, dict[str, set[str] | None]] = {
    "documents": {
        **dict.fromkeys(
            ["id", "title", "outlet", "author", "published", "posted", "published_doubt", "same_publication", "url", "language", "text", "capture", "repost_of", "blocks", "marks", "endnotes", "comments", "calls", "media"]
        ),
        "post": {"id", "title", "position", "categories", "tags", "comments"},
    },
    "statements": {
        **dict.fromkeys(
            ["id", "document", "quote", "start", "end", "anchor", "kind", "type", "phase", "polarity", "stance", "about", "when", "where", "value", "cites", "proposed_by", "inferred", "state"]
        ),
        "speakers": SPEAKER, "participants": PARTICIPANT, "count": COUNT,
    },
    "people": ENTITY, "organisations": ENTITY, "groups": ENTITY, "places": ENTITY,
    "events": {
        **dict.fromkeys(["id", "type", "when", "where", "statements"]),
        "accounts": {"id", "aspect", "value", "scope", "speaker", "as_of", "relations", "statements"},
    },
    "disputes": {**dict.fromkeys(["id", "kind", "explanation"]), "about": {"aspect"}, "values": {"value", "speaker", "statements"}},
    "shared": {"a": {"document", "start", "end"}, "b": {"document", "start", "end"}, "similarity": None, "earlier": None, "why": None},
    "origins": dict.fromkeys(["account", "reports", "same", "not_established", "different", "groups"]),
    "proceedings": {"id": None}, "calls": {"id": None}, "references": {"id": None}, "decisions": {"id": None},
}  # fmt: skip
VALUES = {  # statement type -> keys of its value
    "charge": {"text", "offence", "article", "code", "max_penalty"},
    "sentence": {"years", "months", "days", "hours", "suspended", "reduced_to_years", "charge", "penalty", "term", "regime", "starts", "in_absentia"},
    "appeal_granted": {"outcome", "from", "to"},
    "ownership": {"percent", "owner"},
    "role": {"role", "organisation"},
}  # fmt: skip
STATUS = {"person", "on", "known_on", "status", "since", "until", "until_basis", "facility", "sentence", "charge", "procedure", "condition", "evidence", "according_to", "last_cited", "stale", "lines"}  # fmt: skip


def rows(case: Path, what: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["export", str(case), what]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("what", sorted(CONTRACT))
def test_every_line_has_every_key(what: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = rows(example, what, capsys)
    assert made
    missing = set()
    for row in made:
        missing |= {key for key in CONTRACT[what] if key not in row}
        for key, wanted in CONTRACT[what].items():
            held = row.get(key)
            for part in held if isinstance(held, list) else [held]:
                if wanted and isinstance(part, dict):
                    missing |= {f"{key}.{name}" for name in wanted - part.keys()}
    assert missing == set()
    for key, wanted in CONTRACT[what].items():
        assert not wanted or any(row[key] for row in made), f"no line of the example has {key}"


def test_values_relations_and_disputes_have_their_keys(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = rows(example, "statements", capsys)
    for kind, wanted in VALUES.items():
        values = [row["value"] for row in told if row["type"] == kind and row["value"]]
        assert values and all(wanted <= value.keys() for value in values), kind
    relations = [
        link
        for event in rows(example, "events", capsys)
        for account in event["accounts"]
        for link in account["relations"]
    ]
    assert relations and all(set(link) == {"to", "kind"} for link in relations)
    disputes = rows(example, "disputes", capsys)
    assert all(len(row["values"]) >= 2 and set(row["about"]) - {"aspect"} for row in disputes)
    assert all(set(row["about"]) & {"event", "person"} for row in disputes if row["kind"] in ("count", "date", "place"))


def test_origins_add_up(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = {row["id"] for row in rows(example, "statements", capsys)}
    for row in rows(example, "origins", capsys):
        assert row["same"] + row["not_established"] + row["different"] == row["reports"]
        assert all(group and set(group) <= known for group in row["groups"])


def test_status_has_its_keys(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["status", str(example), "Nadira Velkhova", "--on", "2014-07-01", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told.keys() >= STATUS and all(line.keys() >= {"status", "evidence"} for line in told["lines"])


def test_offsets_are_code_points_of_the_text(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {row["id"]: row["text"] for row in rows(example, "documents", capsys)}
    for row in rows(example, "statements", capsys):
        assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["peple"], "There is no export 'peple'; there are "),
        (["people", "--format", "ics"], "There is no format 'ics' of people; there are jsonl, json, csv."),
        (["ics", "--format", "csv"], "There is no format 'csv' of ics; there is only ics."),
    ],
)
def test_a_wrong_word_is_answered_with_the_choices(
    args: list[str], told: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["export", str(example), *args]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith(f"according export: {told}") and said.err.count("\n") == 1
