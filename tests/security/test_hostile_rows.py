"""JSON Lines written to hurt: a row costs at most itself, and nothing of it runs or breaks a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from according.domain.decision import Verdict
from according.flow.adding import add_sources
from according.flow.exporting import export
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.letting_out import release
from according.flow.publishing import publish
from according.parse.jsonl import parse_jsonl

TEXT = "Ivan Dorin was arrested in Velgrad on 12 March 2011."
ODD = [
    {"post": {"categories": 5}},
    {"post": {"tags": [1, None, {"a": 1}], "position": -5, "order": 10**30, "comments": -7}},
    {"id": 5, "outlet": ["x"], "language": {"a": 1}, "published": ["x"], "authors": [[]], "blocks": "x", "marks": {"a": 1}},
    {"id": "../../x", "key": "a\nb"},
    {"endnotes": [{"label": "1", "start": 900, "end": 100, "content": "x", "references": [{"start": 900, "end": 3}]}]},
    {"endnotes": [{"label": 1, "start": 0, "end": 3, "content": None}]},
    {"sections": [{"start": -1, "end": 10**9}], "media": [{"kind": "image", "place": 10**9}], "calls": [{"kind": "x", "start": -3}]},
    {"title": "lone \ud800", "text": TEXT + "\x00\ud83d"},
]  # fmt: skip
ATTACKS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>", "javascript:alert(1)", "jav\tascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "</title><script>alert(1)</script>", "]]><script>alert(1)</script>", "<!--",
    "<base href=http://evil.example/>", "\u202eevil", "../../../etc/passwd", '" onmouseover="alert(1)', 'http://evil.example/"onx="1',
    "{{7*7}}{% debug %}", "file:///etc/passwd", "vbscript:x", "http://[::1",
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: next(iter(odd)))
def test_a_row_of_wrong_shapes_costs_only_itself(odd: dict[str, object]) -> None:
    rows = [{"title": "bad", "text": TEXT} | odd, {"title": "good", "text": TEXT}]
    parsed = parse_jsonl("\n".join(json.dumps(row) for row in rows), case="c")
    assert "good" in {document.title for document in parsed.documents}
    for document in parsed.documents:
        (document.title + document.text.content).encode("utf-8")
        length = len(document.text.content)
        for part in (
            *document.endnotes,
            *document.sections,
            *document.calls,
            *document.text.blocks,
            *document.text.marks,
        ):
            assert 0 <= part.start <= part.end <= length


def test_numbers_that_are_none_and_nesting_without_end() -> None:
    good = json.dumps({"title": "good", "text": TEXT})
    start = f'{{"title":"n","text":"{TEXT}","post":'
    for bad in (
        start + '{"order":NaN,"comments":Infinity,"title":"x"}}',
        start + "[" * 500 + "1" + "]" * 500 + "}",
        start + "[" * 100_000,
        start + '{"id":"q","order":' + "9" * 5000 + "}}",
    ):
        parsed = parse_jsonl(f"{bad}\n{good}", case="c")
        assert parsed.documents[-1].title == "good"


def test_huge_titles_and_thousands_of_tags_are_cut_and_said() -> None:
    row = {"title": "T" * 1_000_000, "text": TEXT, "post": {"id": "p", "tags": [f"tag {n}" for n in range(10_000)]}}
    parsed = parse_jsonl(json.dumps(row), case="c")
    (document,) = parsed.documents
    assert len(document.title) == 2_000 and document.post and len(document.post.terms) == 300
    assert len(parsed.repairs) >= 2


def test_no_page_carries_a_script_or_asks_anybody(folder: CaseFolder, tmp_path: Path) -> None:
    rows = []
    for number, bad in enumerate(ATTACKS):
        text = f"{TEXT} {bad}\n\nAccording to {bad}, 5 people were killed in Velgrad."
        rows.append(
            {
                "id": f"{number}{bad}", "title": bad, "text": text, "author": bad, "outlet": {"name": bad, "address": bad}, "url": bad,
                "blocks": [{"kind": "paragraph", "start": 0, "end": len(text)}],
                "marks": [{"kind": "link", "start": 0, "end": 4, "target": bad}, {"kind": "image", "start": 5, "end": 5, "target": bad}],
                "media": [{"kind": "image", "address": bad, "caption": bad, "alt": bad, "place": 0}],
                "comments": [{"author": bad, "content": bad}],
                "post": {"id": bad, "title": bad, "url": bad, "author": bad, "terms": [{"taxonomy": "tag", "name": bad, "slug": bad}]},
                "repost_of": [{"outlet": {"name": bad, "address": bad}, "how": bad, "url": bad, "author": bad}],
            }
        )  # fmt: skip
    source = tmp_path / "rows.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    ledger = add_sources(folder, [str(source)])
    assert len(ledger.added) == len(ATTACKS)
    for line in export(folder, "documents").split("\n")[:-1]:
        release(folder, json.loads(line)["id"], scope="full")
    for line in export(folder, "statements").split("\n")[:-1]:
        judge(folder, json.loads(line)["id"], Verdict.ACCEPT, work=False)
    for audience in ("self", "public"):
        out = tmp_path / audience
        publish(folder, out, audience)
        for path in out.rglob("*"):
            assert re.fullmatch(r"[A-Za-z0-9._-]+", path.name), path.name
            if path.suffix == ".html":
                page = path.read_text("utf-8")
                tags = re.findall(r"<[a-zA-Z][^>]*>", page)
                assert not [tag for tag in tags if re.match(r"<(?:script|iframe|object|embed|base|form)\b", tag)], (
                    path.name
                )
                names = [re.sub(r"\"[^\"]*\"|'[^']*'", "", tag) for tag in tags]
                assert not [tag for tag in names if re.search(r"\son\w+\s*=", tag)], path.name
                assert not re.search(r"(?:src|poster|srcset)=\"(?:https?:)?//", page), path.name
                assert not re.search(r"href=\"\s*(?:javascript|data|vbscript|file):", page, re.IGNORECASE), path.name
