"""What a reader finds on the site for oneself: pages, marks, links that lead somewhere, nothing that runs or asks."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import pytest
import quarry

from according.domain.identity import mention_id
from according.publish import build_site

VOID = {"meta", "link", "br", "img", "hr", "input", "line", "circle", "path", "source", "wbr"}


class Page(HTMLParser):
    """Tags, ids, links and text of a page; complains about tags that do not close."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(source)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open and self.open[-1] == tag, (tag, self.open[-3:], self.getpos())
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return {plan.path: plan.render() for plan in build_site(quarry.make_edition())}


@pytest.fixture(scope="module")
def pages(site: dict[str, bytes]) -> dict[str, Page]:
    return {path: Page(content.decode()) for path, content in site.items() if path.endswith(".html")}


def test_every_link_leads_to_a_page_and_place_that_exist(site: dict[str, bytes], pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for tag, attrs in page.tags:
            href = attrs.get("href")
            if href is None or re.match(r"https?:|mailto:", href):
                continue
            where, _, anchor = urljoin(path, href).partition("#")
            where = unquote(where) or path
            assert where in site, (path, tag, href)
            if anchor and where in pages:
                assert unquote(anchor) in pages[where].ids, (path, href)


def test_ids_are_unique_and_headings_in_order(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), (path, [i for i in page.ids if page.ids.count(i) > 1])
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), (path, levels)


def test_nothing_runs_and_nothing_is_asked_of_anybody(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for tag, attrs in page.tags:
            assert tag not in {"script", "iframe", "object", "embed", "img", "video", "form", "style", "base"}, path
            assert not any(name.startswith("on") for name in attrs), (path, attrs)
            assert "style" not in attrs
            assert not re.match(r"\s*(javascript|data|vbscript):", attrs.get("href", ""), re.I), (path, attrs)
            if tag == "link":
                assert not attrs["href"].startswith(("http", "//"))


def test_hostile_words_are_shown_as_words(pages: dict[str, Page]) -> None:
    page = pages["document/d-three.html"]
    assert "<script>alert(1)</script>" in page.text
    assert 'Sixteen <img src=x onerror=alert(1)> names "' in page.text


def test_the_front_page_shows_posts_as_readers_know_them(pages: dict[str, Page]) -> None:
    front = pages["index.html"].text
    assert front.index("Sixteen") < front.index("Velm: two reports")
    for words in (
        "Filed under Trade unions",
        "Tagged Вельм",
        "2 comments",
        "Reposted from Velm Courier",
        "How we know: first line",
    ):
        assert words in re.sub(r"\s+", " ", front), words


def test_statements_are_marked_where_their_words_stand(site: dict[str, bytes]) -> None:
    html = site["document/d-one.html"].decode()
    quote = re.search(r'<span class="q" id="s-arrest">(.*?)</span>\s*<span', html)
    assert quote
    words = re.sub(r"<sup.*?</sup>|<[^>]+>", "", quote.group(1))
    assert words.startswith("Mirela Tosk, president") and words.endswith("disorder&#34;.")
    assert '<b class="an">arrested</b><sup class="n"><a href="#card-3"' in html
    assert 'id="s-charge"' in html


def test_a_charge_is_told_as_a_claim_with_its_answer(pages: dict[str, Page]) -> None:
    words = re.sub(r"\s+", " ", pages["person/p-tosk.html"].text)
    assert "A claim about Mirela Tosk, not a finding. Answer: “Она отрицает вину.”" in words


def test_without_a_denial_the_page_says_that_none_was_found() -> None:
    edition = quarry.make_edition()
    judged = {id: tuple(j for j in group if j.statement.type != "denial") for id, group in edition.judged.items()}
    plans = {p.path: p for p in build_site(quarry.make_edition(judged=judged))}
    assert "No answer found." in plans["person/p-tosk.html"].render().decode()


def test_the_dossier_says_custody_as_of_a_day_with_its_evidence(pages: dict[str, Page]) -> None:
    words = re.sub(r"\s+", " ", pages["person/p-tosk.html"].text)
    assert "Imprisoned, since 20 June 2014" in words and "status as of20 June 2014" in words
    hrefs = [a.get("href") for _, a in pages["person/p-tosk.html"].tags]
    assert "../document/d-two.html#s-sentence" in hrefs


def test_rival_figures_stand_side_by_side_in_table_and_chart(site: dict[str, bytes], pages: dict[str, Page]) -> None:
    html = site["event/e-velm.html"].decode()
    assert "<svg" in html and "≥ 16" in html
    words = re.sub(r"\s+", " ", pages["event/e-velm.html"].text)
    for said in (
        "four people",
        "at least 16",
        "The interior ministry",
        "Eyewitnesses",
        "disputes B",
        "2 reports: 1 folded into another, 1 named origin",
        "counts voices, not truth",
    ):
        assert said in words, said
    assert "10" not in re.findall(r'class="fig"[^>]*>([^<]*)', html)  # no mean of 4 and 16


def test_every_run_in_another_language_says_so(site: dict[str, bytes]) -> None:
    html = site["document/d-one.html"].decode()
    assert '<span lang="und-Cyrl">Илья Карев</span>' in html
    russian = site["document/d-two.html"].decode()
    assert '<h1 lang="ru">' in russian and '<div class="text" lang="ru">' in russian


def test_notes_lead_there_and_back(pages: dict[str, Page]) -> None:
    hrefs = [a.get("href") for _, a in pages["document/d-one.html"].tags]
    assert "#note-1" in hrefs and "#ref-1-1" in hrefs


def test_the_feed_is_atom_and_stands_without_an_address(site: dict[str, bytes]) -> None:
    feed = ET.fromstring(site["feed.xml"])
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == 3
    assert all(e.find(f"{atom}link").get("href") in site for e in entries)  # type: ignore[union-attr]


def test_the_edition_for_oneself_says_what_it_is(pages: dict[str, Page], site: dict[str, bytes]) -> None:
    for path, page in pages.items():
        assert ("meta", {"name": "robots", "content": "noindex, nofollow, noarchive"}) in page.tags, path
        assert "Working edition" in page.text
    assert "not reviewed" in pages["document/d-one.html"].text
    assert b"Disallow: /" in site["robots.txt"]


def test_pages_are_light(site: dict[str, bytes]) -> None:
    assert max(len(content) for path, content in site.items() if path.endswith(".html")) < 100_000


def test_actors_are_linked_by_the_mention_they_stand_on() -> None:
    edition = quarry.make_edition()
    doc = edition.documents[0]
    at = quarry.span(doc.text.content, "Mirela Tosk")
    file = edition.case_file
    tosk = replace(file.people[2], mentions=(mention_id("d-one", doc.text.digest, at.start, at.end),))
    arrest = edition.judged["d-one"][2]
    part = replace(arrest.statement.participants[0], entity=None, start=at.start, end=at.end)
    judged = {"d-one": (replace(arrest, statement=replace(arrest.statement, participants=(part,))),)}
    made = replace(edition, judged=judged, case_file=replace(file, people=(tosk,)))
    pages = {plan.path: plan for plan in build_site(made)}
    assert '<dd><a href="../person/p-tosk.html">Mirela Tosk</a>' in pages["document/d-one.html"].render().decode()
