"""One protected person, named in some forty ways and places of a case let out in full: no published file shows the name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according.domain.decision import Verdict
from according.errors import WouldLeak
from according.flow.adding import add_sources
from according.flow.exporting import export
from according.flow.folder import CaseFolder
from according.flow.judging import judge
from according.flow.letting_out import protect, release
from according.flow.publishing import publish
from according.language.guard import Guard
from according.publish import write_site
from according.publish.redaction import WITHHELD, Redactor
from according.publish.site import PagePlan
from tests.security.planted import CAST, Cast, disguises, documents
from tests.security.searcher import flatten, readings, where_it_shows


def fill(folder: CaseFolder, tmp_path: Path, rows: list[dict[str, object]]) -> None:
    """Add the rows, release all in full, accept every statement, say yes to the sensitive ones."""
    source = tmp_path / "documents.jsonl"
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    add_sources(folder, [str(source)])
    for line in export(folder, "documents").splitlines():
        release(folder, json.loads(line)["id"], scope="full")
    for line in export(folder, "statements").splitlines():
        identity = json.loads(line)["id"]
        judge(folder, identity, Verdict.ACCEPT, work=False)
        release(folder, identity)


@pytest.mark.parametrize("cast", [CAST[0], CAST[1]], ids=lambda cast: cast.surname)
def test_no_file_of_the_public_site_shows_the_name(cast: Cast, folder: CaseFolder, tmp_path: Path) -> None:
    fill(folder, tmp_path, documents(cast))
    protect(folder, None, names=[cast.name])
    publish(folder, tmp_path / "site", "public", address="https://site.example/")
    assert where_it_shows(tmp_path / "site", cast.stems) == []
    shown = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert shown.count(WITHHELD) > 40 and "Pavel Dorin" in shown


@pytest.mark.parametrize("cast", CAST, ids=lambda cast: cast.surname)
def test_every_disguise_is_cut_from_a_text(cast: Cast) -> None:
    redactor = Redactor([cast.name], [], [])
    wanted = [flatten(stem) for stem in cast.stems]
    for how, form in disguises(cast).items():
        made = redactor.cut(f"They told {form} so.").content
        assert not any(stem in flatten(reading) for reading in readings(made) for stem in wanted), how
        assert made.startswith("They told ") and made.endswith(" so."), how


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("Roses in winter. Winter was cold.", []),
        ("Roza went out in winter", []),
        ("ROSES IN THE WINTER GARDEN", []),
        ("Roza Winter was freed. Winter thanked them.", ["Roza Winter", "Winter"]),
        ("see /free-roza-winter/ now", ["roza-winter"]),
        ("Roza W. told them", ["Roza W."]),
        ("#FreeRozaWinter", ["FreeRozaWinter"]),
    ],
)
def test_a_surname_that_is_a_word_is_withheld_where_it_names(text: str, withheld: list[str]) -> None:
    assert [text[span.start : span.end] for span in Guard(["Roza Winter"]).find(text)] == withheld


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("Гульмира Тасовна сказала", "Гульмира Тасовна"),
        ("о Гульмире Тасовне", "Гульмире Тасовне"),
        ("Гульмира Б. сказала", "Гульмира Б."),
        ("Gulmira B. said", "Gulmira B."),
    ],
)
def test_given_name_with_patronymic_or_initial_is_withheld(text: str, withheld: str) -> None:
    found = Guard(["Гульмира Тасовна Бекмуханова"]).find(text)
    assert [text[span.start : span.end] for span in found] == [withheld]


def test_names_that_do_not_occur_change_nothing(
    folder: CaseFolder, tmp_path: Path, reports: Path, seed_page: Path
) -> None:
    texts = [seed_page.read_text("utf-8"), *(path.read_text("utf-8") for path in reports.iterdir())]
    names = [
        *(cast.name for cast in CAST),
        "Roza Winter",
        "Pavel Strike",
        "Viktor Lem",
        "Nina Snegireva",
        "John Bell",
        "Anna Rich",
    ]
    for name in names:
        guard = Guard([name])
        assert [text[s.start - 20 : s.end + 20] for text in texts for s in guard.find(text)] == [], name


def test_a_leak_leaves_the_earlier_site_as_it_was(tmp_path: Path) -> None:
    names = ("Gulmira Bekmukhanova",)
    good = [PagePlan("index.html", "1", lambda: b"<p>good</p>", names)]
    write_site(good, tmp_path / "site", tmp_path / "cache")
    bad = [
        PagePlan("index.html", "2", lambda: b"<p>newer</p>", names),
        PagePlan("event/e-1.html", "1", lambda: b"<p>new</p>", names),
        PagePlan("about.html", "1", lambda: "<p>о Бекмухановой</p>".encode(), names),
    ]
    with pytest.raises(WouldLeak) as caught:
        write_site(bad, tmp_path / "site", tmp_path / "cache")
    assert "ekmukh" not in str(caught.value)
    assert {path.name: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()} == {
        "index.html": b"<p>good</p>"
    }


def test_protected_names_stay_out_of_the_log_and_of_what_is_said(
    folder: CaseFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from according.cli import main

    cast = CAST[1]
    fill(folder, tmp_path, documents(cast)[:4])
    protect(folder, None, names=[cast.name])
    folder.close()
    capsys.readouterr()
    for command in (["verify", str(folder.path)], ["publish", str(folder.path), str(tmp_path / "out"), "--audience", "public"],
                    ["rebuild", str(folder.path)], ["judge", str(folder.path), "s-none", "accept"]):  # fmt: skip
        main(command)
    told = capsys.readouterr()
    log = "".join(path.read_text("utf-8") for path in (folder.path / "log").rglob("*") if path.is_file())
    for text in (told.out, told.err, log, *(path.as_posix() for path in (folder.path / "cache").rglob("*"))):
        assert flatten(cast.stems[0]) not in flatten(text)


def test_an_export_that_may_hold_protected_names_says_so_and_names_nobody(
    folder: CaseFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from according.cli import main

    cast = CAST[1]
    fill(folder, tmp_path, documents(cast)[:4])
    folder.close()
    capsys.readouterr()
    assert main(["export", str(folder.path), "people"]) == 0
    assert capsys.readouterr().err == ""
    with CaseFolder(folder.path, write=True) as again:
        protect(again, None, names=[cast.name])
    assert main(["export", str(folder.path), "people"]) == 0
    told = capsys.readouterr().err
    assert "names you protect may be in it" in told and flatten(cast.stems[0]) not in flatten(told)
