"""What the public sees: only what people let out, and never a protected name, in no file and in no writing of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import quarry
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.casefile import CaseFile
from according.domain.document import Mark, MarkKind
from according.domain.event import Defendant, Dispute, DisputeKind, DisputeValue, Event, Proceeding, Step
from according.domain.statement import Judged, Polarity, State
from according.errors import WouldLeak
from according.publish import Audience, Edition, ReleaseScope, build_site, write_site
from according.publish.audience import let_out
from according.publish.case_reduction import reduce_case_file
from according.publish.guard import find_leak, guard_for
from according.publish.redaction import WITHHELD, CutText, Redactor


def public(**fields: object) -> Edition:
    return quarry.make_edition(Audience.PUBLIC, **fields)


def render_all(edition: Edition) -> dict[str, str]:
    return {plan.path: plan.render().decode() for plan in build_site(edition)}


def everything(edition: Edition) -> str:
    return "\n".join(f"{path}\n{content}" for path, content in render_all(edition).items())


def test_nothing_is_shown_unless_it_was_let_out() -> None:
    site = render_all(public(releases={}))
    assert not [path for path in site if path.startswith(("document/", "person/", "event/"))]
    assert "Tosk" not in "".join(site.values())


def test_only_accepted_statements_leave() -> None:
    site = everything(public(releases={"d-one": ReleaseScope.QUOTATIONS}))
    assert "s-killed" in site and "s-shot" not in site and "Eyewitnesses" not in site


def test_quotations_only_means_no_other_words() -> None:
    page = render_all(public())["document/d-three.html"]
    assert (
        "Nobody was killed, the mayor said."
        in page.replace('<b class="an">', "").replace("</b>", "").replace("\n", " ")
        or "the mayor said." in page
    )
    assert "alert(1)" not in page.split("</h1>")[1].split("Where this copy")[0]


def test_listing_means_title_and_address() -> None:
    page = render_all(public(releases={"d-one": ReleaseScope.LISTING}))["document/d-one.html"]
    assert "Velm Courier" in page and "ministry said on Friday" not in page


def test_comments_and_commenters_never_leave() -> None:
    site = everything(public())
    assert "Oskar" not in site and "First!" not in site and "2 comments" in site


def test_relatives_and_witnesses_have_no_page_and_no_name_unless_let_out_by_name() -> None:
    judged = {
        id: tuple(replace(j, state=State.ACCEPTED) for j in group) for id, group in quarry.make_edition().judged.items()
    }
    site = render_all(public(judged=judged))
    joined = "".join(site.values())
    assert "person/p-ana.html" not in site and "person/p-holm.html" not in site
    assert "Ana Tosk" not in joined and "Petra Holm" not in joined and "Mirela Tosk" in joined
    assert f"Her sister {WITHHELD} told our reporter" in site["document/d-one.html"]
    named = render_all(public(judged=judged, named=frozenset({"p-holm"})))
    assert "person/p-holm.html" in named and "Petra Holm" in named["document/d-three.html"]


def test_sensitive_statements_need_their_own_yes() -> None:
    base = quarry.make_edition()
    beat = next(j for j in base.judged["d-one"] if j.statement.id == "s-beat")
    harassed = replace(beat, state=State.ACCEPTED, statement=replace(beat.statement, type="sexual_harassment"))
    judged = {**base.judged, "d-one": (*base.judged["d-one"][:4], harassed)}
    releases = {"d-one": ReleaseScope.QUOTATIONS}
    assert "s-beat" not in everything(public(judged=judged, releases=releases))
    assert "s-beat" in everything(public(judged=judged, releases=releases, sensitive=frozenset({"s-beat"})))


def test_counts_are_made_after_filtering() -> None:
    site = render_all(public(releases={"d-one": ReleaseScope.FULL}))
    assert "event/e-velm.html" not in site  # one statement is left: a page would say no more than its words
    assert "2 reports" not in "".join(site.values()) and "d-three" not in "".join(site.values())
    assert "Nobody was killed" not in "".join(site.values())


def test_a_protected_name_is_withheld_in_every_script() -> None:
    site = render_all(public(protected=("Mirela Tosk",), protected_entities=frozenset({"p-tosk"})))
    guard = guard_for(("Mirela Tosk", "Мирела Тоск"))
    assert not [path for path, content in site.items() if find_leak(guard, content) or find_leak(guard, path)]
    assert "person/p-tosk.html" not in site
    assert f"{WITHHELD}, president of the quarry workers" in site["document/d-one.html"]
    assert "приговорил</b>" in site["document/d-two.html"] and WITHHELD in site["document/d-two.html"]


def test_addresses_that_show_a_protected_name_lose_their_link() -> None:
    base = quarry.make_edition()
    one = base.documents[0]
    marks = (
        *one.text.marks,
        Mark(MarkKind.LINK, 0, 5, "http://x.example/%D0%A2%D0%BE%D1%81%D0%BA-%D0%9C%D0%B8%D1%80%D0%B5%D0%BB%D0%B0"),
    )
    one = replace(one, url="http://courier.example/free-mirela-tosk", text=replace(one.text, marks=marks))
    site = everything(public(documents=(one, *base.documents[1:]), protected=("Mirela Tosk", "Мирела Тоск")))
    assert "free-mirela" not in site and "%D0%A2" not in site


@pytest.mark.parametrize(
    "hidden",
    [
        b"<p>Mirela Tosk</p>", "<p>Мирелу Тоск приговорили</p>".encode(), b"<p>Mirela <b>To</b>sk</p>", b"MIRELA  TOSK",
        b'{"name": "\\u0422\\u043e\\u0441\\u043a \\u041c\\u0438\\u0440\\u0435\\u043b\\u0430"}',
        b'<a href="x/mirela-tosk.html">she</a>', b"<p>Mirela T&#111;sk</p>", b"<p>Mirela To&shy;sk</p>",
        "<p>Mirela To\u200bsk</p>".encode(), b'<a href="?q=Mirela%20Tosk">x</a>', b"<text>M. Tosk</text>", b"a,Tosk,3\n",
        "Mirela Ｔｏｓｋ".encode(),
    ],
)  # fmt: skip
def test_a_leak_stops_the_build_before_anything_is_written(tmp_path: Path, hidden: bytes) -> None:
    plans = list(build_site(public(protected=("Mirela Tosk", "Мирела Тоск"))))
    plans[-1] = replace(plans[-1], render=lambda: hidden)
    with pytest.raises(WouldLeak) as caught:
        write_site(plans, tmp_path / "site")
    assert "osk" not in str(caught.value) and not list((tmp_path / "site").rglob("*.html"))


def test_a_path_can_leak_too(tmp_path: Path) -> None:
    plans = list(build_site(public(protected=("Mirela Tosk",))))
    plans[0] = replace(plans[0], path="tag/mirela-tosk/index.html")
    with pytest.raises(WouldLeak):
        write_site(plans, tmp_path / "site")


def test_a_newly_protected_name_takes_standing_pages_down(tmp_path: Path) -> None:
    write_site(build_site(public()), tmp_path)
    write_site(build_site(public(protected=("Mirela Tosk",))), tmp_path)
    assert "Mirela Tosk" not in "".join(p.read_text() for p in tmp_path.rglob("*") if p.is_file())


def test_what_only_the_workshop_needs_stays_behind() -> None:
    edition, _ = let_out(public())
    for doc in edition.documents:
        assert doc.source_code is None and doc.comments == () and doc.claimed_capture is None
    assert not edition.receipts
    for group in edition.judged.values():
        for one in group:
            assert one.statement.trace == () and one.reading is None


def test_quotes_are_still_exact_after_names_were_cut() -> None:
    edition, _ = let_out(public(protected=("Mirela Tosk",)))
    for doc in edition.documents:
        for one in edition.judged[doc.id]:
            quote, anchor = one.statement.quote, one.statement.anchor
            assert doc.text.content[quote.start : quote.end] == quote.exact
            assert quote.start <= anchor.start < anchor.end <= quote.end
        for block in doc.text.blocks:
            assert 0 <= block.start <= block.end <= len(doc.text.content)


@settings(max_examples=150, deadline=None)
@given(st.text("ab \n", max_size=12), st.lists(st.text("ab \n", min_size=1, max_size=8), max_size=4), st.data())
def test_every_place_outside_a_name_keeps_its_letter(start: str, rest: list[str], data: st.DataObject) -> None:
    name = "Petra Holm"
    text = start + "".join(f" {name} {piece}" for piece in rest)
    cut: CutText = Redactor([name], [], []).cut(text)
    assert name not in cut.content
    if text:
        at = data.draw(st.integers(0, len(text) - 1))
        inside = any(s <= at < e for s, e, _ in cut.cuts)
        if not inside:
            assert cut.content[cut.move(at)] == text[at]
        first, last = cut.move_span(at, len(text))
        assert 0 <= first <= last <= len(cut.content)


def test_a_dispute_stays_only_while_its_sides_that_are_let_out_exclude_each_other() -> None:
    documents = quarry.make_documents()
    judged = quarry.make_statements(documents)
    everyone = [item.statement for group in judged.values() for item in group]
    told, *others = [item for item in everyone if item.polarity is Polarity.HAPPENED]
    denied = replace(told, id="s-denied", polarity=Polarity.DID_NOT_HAPPEN)
    sides = tuple(DisputeValue(item.quote.exact, "somebody", (item.id,)) for item in (told, others[0], denied))
    dispute = Dispute("x-1", DisputeKind.OCCURRENCE, told.document, "document", None, sides)
    redactor = Redactor((), (), ())
    file = CaseFile("k", disputes=(dispute,))
    shown = {
        document.id: tuple(Judged(item) for item in everyone if item.document == document.id) for document in documents
    }
    assert reduce_case_file(file, documents, shown, frozenset(), redactor).disputes == ()
    shown[denied.document] = (*shown[denied.document], Judged(denied))
    assert len(reduce_case_file(file, documents, shown, frozenset(), redactor).disputes) == 1


def test_a_step_through_the_courts_is_public_only_where_all_its_words_are() -> None:
    documents = quarry.make_documents()
    judged = quarry.make_statements(documents)
    first, second, *_ = (item.statement for group in judged.values() for item in group)
    steps = (
        Step("arrest", "e-1", "2031-03-04", statements=(first.id,)),
        Step("trial", "e-2", "2031-05-04", statements=(first.id, second.id)),
        Step("release", "e-3", "2031-09-04", statements=(second.id,)),
    )
    events = tuple(Event(step.event, step.type, step.when, None, step.statements) for step in steps)
    defendant = Defendant("p-1", "Somebody", None, None, (first.id,), ("241",), steps)
    case = Proceeding("c-1", "Trial", None, None, None, (defendant,), ("murder",), (first.id, second.id))
    file = CaseFile("k", events=events, proceedings=(case,))
    shown = {document.id: () for document in documents} | {first.document: (Judged(first),)}
    (public_case,) = reduce_case_file(file, documents, shown, frozenset(), Redactor((), (), ())).proceedings
    (kept,) = public_case.defendants
    assert [step.type for step in kept.steps] == ["arrest"] and kept.offences == ()
    assert kept.steps[0].when == (first.when.edtf if first.when else None)
    assert public_case.charges == () and public_case.hearings == ()
