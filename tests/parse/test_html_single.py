"""Saved pages of one post, as themes of many houses lay them out: its own title, words, hand and date, nothing of the theme's."""

from __future__ import annotations

import pytest

from according.domain.capture import Found
from according.domain.document import Document, Parsed
from according.parse.html import parse_page

SAID = (
    "The strike committee of the Vostra mine said on Tuesday that nobody had answered its letter of demands. "
    "Two hundred miners stood before the office of the company until the evening and then went home in order."
)
MORE = "The owners say that the mine has no debts to anybody; the committee showed the pay slips of five months to reporters."


def read(body: str, *, head: str = "", classes: str = "single single-post", language: str = "en") -> Parsed:
    markup = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Miners out | Orlen Watch</title>'
        f'<meta name="generator" content="WordPress 5.8">{head}</head><body class="{classes}">{body}</body></html>'
    )
    return parse_page(Found(markup.encode(), "page.html"), case="c", capture="0" * 64)


def only(parsed: Parsed) -> Document:
    assert len(parsed.documents) == 1
    return parsed.documents[0]


def test_the_title_stands_outside_the_post_and_a_label_inside_it_is_no_title() -> None:
    found = only(
        read(
            f'<div class="page-header"><h1 class="page-title">Miners out</h1></div><article class="post hentry"><div class="entry-content">'
            f"<p>{SAID}</p><h3>What they ask</h3><p>{MORE}</p></div>"
            f'<div class="terms"><h5>Posted in</h5> <a href="/category/news/" rel="category tag">News</a></div></article>'
        )
    )
    assert found.title == "Miners out"
    assert found.text.content.startswith("Miners out\n\nThe strike committee")
    assert found.post is not None and found.post.categories == ("News",)


def test_hand_and_date_stand_beside_that_title() -> None:
    found = only(
        read(
            f'<div class="post-header"><p class="entry-meta">April 6, 2013 By Lena Orlova </p><h1 class="entry-header">Miners out</h1></div>'
            f'<div class="main post"><div class="entry-content"><p>{SAID}</p><p>{MORE}</p></div></div>'
        )
    )
    assert (found.title, [author.name for author in found.authors]) == ("Miners out", ["Lena Orlova"])
    assert found.posted is not None and found.posted.edtf == "2013-04-06"


def test_teasers_of_other_posts_are_not_the_post() -> None:
    teasers = "".join(
        f'<div class="post hentry"><h4 class="entry-title"><a href="/other-{n}/">Another story {n}</a></h4><a href="/">News</a></div>'
        for n in range(3)
    )
    found = only(
        read(
            f'<div class="wrap"><h1 class="title single">Miners out</h1><article class="small single"><p>{SAID}</p><p>{MORE}</p><p>{SAID} {MORE}</p>'
            f"</article></div><div>{teasers}</div>"
        )
    )
    assert found.title == "Miners out"
    assert MORE in found.text.content and "Another story" not in found.text.content


def test_the_address_a_page_declares_wins_over_links_in_it() -> None:
    found = only(
        read(
            f'<article class="post hentry"><h1 class="entry-title">Miners out</h1><div class="entry-content"><p>{SAID}</p></div>'
            f'<h3><a href="/next/" rel="bookmark">The next one</a></h3></article>',
            head='<link rel="canonical" href="index.html"><meta property="og:url" content="https://orlen.example/2012/miners-out/">',
        )
    )
    assert found.url == "https://orlen.example/2012/miners-out/"
    assert found.outlet is not None and found.outlet.address == "orlen.example"


@pytest.mark.parametrize("link", ['rel="shortlink" href="http://wp.me/P1-ab"', 'rel="canonical" href="../../"'])
def test_a_shortener_or_a_path_is_no_host(link: str) -> None:
    found = only(
        read(
            f'<article class="post hentry"><h1 class="entry-title">Miners out</h1><div class="entry-content"><p>{SAID}</p></div></article>',
            head=f"<link {link}>",
        )
    )
    assert found.outlet is not None and found.outlet.address is None


def test_data_lines_inside_the_body_are_not_its_words() -> None:
    found = only(
        read(
            f'<article class="post hentry"><h1 class="entry-title">Miners out</h1><div class="entry-content"><span class="wtr-time-wrap">3 minute read</span>'
            f'<p>{SAID}</p><div class="entry-footer"><div class="cat-links">Category<a href="/category/mines/">Mines</a></div></div>'
            f'<h3 class="related_post_title">Related Posts:</h3><ul class="related_post"><li><a href="/x/">Another story</a></li></ul></div></article>'
        )
    )
    assert found.text.content == f"Miners out\n\n{SAID}"
    assert found.post is not None and found.post.categories == ("Mines",)


@pytest.mark.parametrize(
    ("language", "edtf"), [("fr-FR", "2019-07-06"), ("de", "2019-07-06"), ("en-US", "[2019-06-07,2019-07-06]")]
)
def test_a_slashed_date_is_day_first_where_the_language_always_is(language: str, edtf: str) -> None:
    found = only(
        read(
            f'<article class="post hentry"><h1 class="entry-title">Miners out</h1><span class="posted-date">06/07/2019</span>'
            f'<div class="entry-content"><p>{SAID}</p></div></article>',
            language=language,
        )
    )
    assert found.posted is not None and found.posted.edtf == edtf


def test_a_list_whose_theme_has_its_own_prefix_gives_terms_hand_and_clean_words() -> None:
    items = "".join(
        f'<div class="kn-blog-post-box"><div class="kn-blog-category"><a class="knc" href="/">Mines</a></div><h4 class="entry-title">'
        f'<a href="/story-{n}/">Story {n}</a></h4><div class="kn-blog-meta"><a href="/">Aug 1{n}, 2021</a> <a class="auth" href="/">Lena Orlova</a></div>'
        f'<div class="kn-content"><p>{SAID}</p></div></div>'
        for n in range(1, 4)
    )
    slider = '<div class="kn-blog-post-box"><h4 class="entry-title"><a href="/story-1/">Story 1</a></h4></div>'
    parsed = read(f'<div class="slider">{slider}</div><div>{items}</div>', classes="archive date")
    assert [document.title for document in parsed.documents] == ["Story 1", "Story 2", "Story 3"]
    first = parsed.documents[0]
    assert first.text.content == f"Story 1\n\n{SAID}"
    assert [author.name for author in first.authors] == ["Lena Orlova"]
    assert first.post is not None and first.post.categories == ("Mines",) and first.post.order == 1
    assert first.posted is not None and first.posted.edtf == "2021-08-11"


def test_an_author_named_by_a_bare_class_is_read_from_each_post_of_a_russian_page() -> None:
    items = "".join(
        f'<article class="post hentry"><h2 class="entry-title"><a href="/2012/0{n}/">Шахта {n}</a></h2>'
        f'<p class="meta"><span class="date">0{n}.08.2012</span> <span class="author">Инга Сладкова</span></p>'
        f'<div class="entry-content"><p>Комитет забастовки шахты «Востра» сообщил, что на его письмо с требованиями никто не ответил.</p></div></article>'
        for n in range(1, 3)
    )
    parsed = read(items, classes="archive tag", language="ru-RU")
    assert [[author.name for author in document.authors] for document in parsed.documents] == [["Инга Сладкова"]] * 2
