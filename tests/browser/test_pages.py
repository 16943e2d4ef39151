"""The site as a browser shows it: nothing runs, nothing is asked of anybody, nothing spills over a phone's edge."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from according.flow.adding import add_sources
from according.flow.demo import build_demo
from according.flow.folder import CaseFolder, create_folder
from according.flow.publishing import publish

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser driver runs an event loop in this thread
pytestmark = pytest.mark.browser
FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
HOSTILE = """# <script>alert(1)</script> Strike "><img src=x onerror=alert(2)>

<svg onload=alert(3)> Nine miners were arrested in Velgrad on 3 May 2012, [police](javascript:alert(4)) said.

![x](http://tracker.example/pixel.gif) <iframe src="http://tracker.example/"></iframe>
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        assert os.environ.get("CI") != "true", "Chromium must be there in CI"
        pytest.skip("NO CHROMIUM HERE: install the package 'chromium' to run these tests")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    build_demo(folder / "case", folder / "site")
    return folder / "site"


def some_pages(site: Path) -> list[Path]:
    """The front pages of both editions, and the heaviest page of each kind."""
    kinds = [site / name for name in ("document", "person", "event", "disputes", "timeline", "archive")]
    heaviest = [max(kind.rglob("*.html"), key=lambda page: page.stat().st_size) for kind in kinds if kind.is_dir()]
    return [site / "index.html", site / "public" / "index.html", site / "calls.html", *heaviest]


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_fit_and_ask_nothing_of_anybody(browser: Any, site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in some_pages(site):
        page.goto(path.as_uri())
        spill = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert spill <= 0, f"{path.relative_to(site)} spills {spill} px at {width}"
        assert page.evaluate("document.scripts.length") == 0
        assert page.locator("h1").count() == 1 and page.title()
        assert page.locator("html").get_attribute("lang")
    assert asked and all(address.startswith("file://") for address in asked)
    page.close()


def test_a_quote_is_one_step_from_its_words(browser: Any, site: Path) -> None:
    page = browser.new_page()
    person = max((site / "person").rglob("*.html"), key=lambda one: one.stat().st_size)
    page.goto(person.as_uri())
    link = page.locator("a[href*='document/'][href*='#']").first
    link.click()
    target = page.url.split("#")[1]
    assert "/document/" in page.url and page.locator(f"[id='{target}']").count() == 1
    page.close()


def test_hostile_words_are_only_words(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    create_folder(tmp_path / "case", "<script>alert(5)</script>")
    with CaseFolder(tmp_path / "case", write=True) as folder:
        add_sources(folder, [str(tmp_path / "hostile.md")])
        publish(folder, tmp_path / "site", "self")
    page = browser.new_page()
    heard: list[str] = []
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: heard.append(request.url) if not request.url.startswith("file://") else None)
    for path in (tmp_path / "site").rglob("*.html"):
        page.goto(path.as_uri())
        assert page.locator("[href^='javascript'], [onerror], [onload], script, iframe").count() == 0
    assert heard == []
    page.close()


def test_pages_print(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


CORRECTION = """Ministry gives another count

By Dana Orlik
Orvenian Telegraph Agency
2 November 2013

DOLNAVA. In Dolnava 13 people were killed on 11 October 2013, the Interior Ministry said on Saturday.
"""


@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_sees_what_to_check_and_tells_belief_from_reading(
    browser: Any, site: Path, tmp_path: Path, width: int
) -> None:
    shutil.copytree(site.parent / "case", tmp_path / "case")
    (tmp_path / "correction.txt").write_text(CORRECTION, encoding="utf-8")
    with CaseFolder(tmp_path / "case", write=True) as folder:
        add_sources(folder, [str(tmp_path / "correction.txt")])
        publish(folder, tmp_path / "site", "self")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("heading", name="To look at again").locator("..").get_by_role("link").first.click()
    wording = page.locator(".wording")
    assert wording.locator(".again").is_visible() and "“13”, according to Interior Ministry" in wording.inner_text()
    wording.locator("sup a").first.click()
    assert page.locator("li:target").is_visible(), "a footnote is one step away"
    page.locator("li:target a").first.click()
    assert page.locator("tr:target").is_visible() and page.locator("tr:target .held").is_visible()
    held, read = (page.locator(f"tr:target {one}").first for one in (".view", ".chip.accepted"))
    look = "one => [getComputedStyle(one).color, getComputedStyle(one).borderTopLeftRadius]"
    assert all(a != b for a, b in zip(held.evaluate(look), read.evaluate(look), strict=True))
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.close()
