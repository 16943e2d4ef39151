"""Writing a site: only what changed is written, what is gone is removed, an interrupted run goes on, bytes are those of a full run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import quarry
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.statement import State
from according.publish import Edition, build_site, write_site
from according.publish.writing import MANIFEST


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def without(edition: Edition, document: str) -> Edition:
    """The edition before this document came."""
    return replace(edition, documents=tuple(d for d in edition.documents if d.id != document))


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    first = write_site(build_site(quarry.make_edition()), tmp_path)
    again = write_site(build_site(quarry.make_edition()), tmp_path)
    assert first.written > 20 and (again.written, again.removed) == (0, 0)


def test_after_a_new_document_the_bytes_are_those_of_a_full_run(tmp_path: Path) -> None:
    edition = quarry.make_edition()
    write_site(build_site(without(edition, "d-three")), tmp_path / "grown")
    report = write_site(build_site(edition), tmp_path / "grown")
    write_site(build_site(edition), tmp_path / "whole")
    assert tree(tmp_path / "grown") == tree(tmp_path / "whole")
    assert report.unchanged > 3


def test_what_is_gone_is_removed_and_other_files_stay(tmp_path: Path) -> None:
    edition = quarry.make_edition()
    write_site(build_site(edition), tmp_path / "site")
    (tmp_path / "site" / "mine.txt").write_text("keep")
    write_site(build_site(without(edition, "d-two")), tmp_path / "site")
    assert not (tmp_path / "site/document/d-two.html").exists()
    assert (tmp_path / "site/mine.txt").read_text() == "keep"


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    plans = list(build_site(quarry.make_edition()))

    def fail() -> bytes:
        raise KeyboardInterrupt

    broken = [*plans[:12], replace(plans[12], render=fail), *plans[13:]]
    with pytest.raises(KeyboardInterrupt):
        write_site(broken, tmp_path / "site")
    assert not list((tmp_path / "site").rglob("*.new"))
    write_site(plans, tmp_path / "site")
    write_site(plans, tmp_path / "whole")
    assert tree(tmp_path / "site") == tree(tmp_path / "whole")


def test_a_file_that_was_lost_is_written_again(tmp_path: Path) -> None:
    write_site(build_site(quarry.make_edition()), tmp_path)
    (tmp_path / "index.html").unlink()
    assert write_site(build_site(quarry.make_edition()), tmp_path).written == 1


def test_the_list_of_files_can_live_elsewhere(tmp_path: Path) -> None:
    write_site(build_site(quarry.make_edition()), tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site" / MANIFEST).exists()
    assert write_site(build_site(quarry.make_edition()), tmp_path / "site", tmp_path / "cache").written == 0


def change(edition: Edition, what: int) -> Edition:
    """One of several small changes somebody could make."""
    file = edition.case_file
    documents = list(edition.documents)
    if what == 0:
        documents[1] = replace(documents[1], title="Другой заголовок")
        return replace(edition, documents=documents)
    if what == 1:
        person = replace(file.people[2], name="Mirela R. Tosk")
        return replace(edition, case_file=replace(file, people=(*file.people[:2], person)))
    if what == 2:
        judged = {**edition.judged, "d-one": tuple(replace(j, state=State.ACCEPTED) for j in edition.judged["d-one"])}
        return replace(edition, judged=judged)
    if what == 3:
        return replace(edition, case_file=replace(file, disputes=file.disputes[1:]))
    if what == 4:
        return replace(edition, shared=())
    if what == 5:
        return replace(edition, statuses=())
    if what == 6:
        event = replace(file.events[1], when="2014-03-08", where="Velm")
        return replace(edition, case_file=replace(file, events=(file.events[0], event)))
    if what == 7:
        judged = {**edition.judged, "d-two": ()}
        return replace(edition, judged=judged)
    if what == 8:
        return replace(edition, case_file=replace(file, origins=(), proceedings=()))
    return without(edition, "d-two")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 9), max_size=4), st.lists(st.integers(0, 9), max_size=4))
def test_whatever_changes_the_site_equals_a_full_run(
    tmp_path_factory: pytest.TempPathFactory, before: list[int], after: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("site")
    edition = quarry.make_edition()
    for what in before:
        edition = change(edition, what)
    write_site(build_site(edition), folder / "a")
    edition = quarry.make_edition()
    for what in after:
        edition = change(edition, what)
    write_site(build_site(edition), folder / "a")
    write_site(build_site(edition), folder / "b")
    assert tree(folder / "a") == tree(folder / "b")
