"""Saved blog pages of every family of themes: the posts a reader sees are the posts we get."""

from __future__ import annotations

import pytest

from according.domain.capture import Found
from according.domain.document import BlockKind, MarkKind, Parsed, Post
from according.errors import Unreadable
from according.parse.html import parse_page
from according.parse.wordpress_html import looks_like_archive, parse_archive

SAID = "The strike committee of the Vostra mine said on Tuesday that nobody had answered its letter of demands."
MORE = "Two hundred miners stood before the office of the company until the evening and then went home in order."


def read(markup: str, address: str | None = "https://blog.example/tag/vostra/") -> Parsed:
    """The page as if fetched from `address`."""
    return parse_archive(Found(markup.encode("utf-8"), "page.html", address=address), case="c", capture="0" * 64)


def posts(parsed: Parsed) -> list[Post]:
    """Each post once, in page order."""
    found = {document.post.id: document.post for document in parsed.documents if document.post}
    return list(found.values())


def page(body: str, *, head: str = "", classes: str = "archive tag tag-vostra") -> str:
    """A page around some posts."""
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Vostra | Orlen Watch</title>{head}</head>'
        f'<body class="{classes}">{body}</body></html>'
    )


TWENTY_ELEVEN = """
<h1 id="site-title"><a href="/">Orlen Watch</a></h1>
<div id="content"><header><h1 class="page-title">Tag Archives: <span>Vostra</span></h1></header>
<article id="post-{n}" class="post-{n} post type-post status-publish format-standard hentry category-news tag-vostra tag-strike">
 <header class="entry-header"><h1 class="entry-title"><a href="/2012/08/0{n}/post-{n}/" rel="bookmark">Miners out, day {n}</a></h1>
 <div class="entry-meta">Posted on <a href="/2012/08/0{n}/post-{n}/" rel="bookmark"><time class="entry-date" datetime="2012-08-0{n}T23:10:00+00:00">August {n}, 2012</time></a>
 <span class="by-author"> by <span class="author vcard"><a class="url fn n" href="/author/lena/">Lena Orlova</a></span></span></div></header>
 <div class="entry-content"><p>{said}</p><p>{more}</p><div class="sharedaddy"><h3>Share this:</h3>Tweet</div></div>
 <footer class="entry-meta"><span class="cat-links">Posted in <a href="/category/news/" rel="category tag">News</a></span>
 <span class="tag-links">Tagged <a href="/tag/vostra/" rel="tag">Vostra</a>, <a href="/tag/strike/" rel="tag">Strike</a></span>
 <span class="comments-link"><a href="/x/#comments">{n} Replies</a></span></footer></article>
<nav id="nav-below"><div class="nav-previous"><a href="/tag/vostra/page/2/">Older posts</a></div></nav></div>"""

HYBRID = """
<div class="hfeed"><h1>Archive for the tag Vostra</h1>
<div class="hentry post-{n}"><h2 class="entry-title"><a href="/post-{n}/" rel="bookmark">Miners out, day {n}</a></h2>
<p class="byline">By <span class="author vcard"><a class="url fn n" href="/author/lena/">Lena Orlova</a></span> on <abbr class="published" title="Wednesday, August {n}th, 2012, 10:00 pm">August {n}, 2012</abbr></p>
<div class="entry-summary"><p>{said}</p><p>{more}</p></div>
<p class="entry-meta"><span class="category">Posted in <a href="/category/news/" rel="tag">News</a></span> <span class="post_tag">| Tagged <a href="/tag/vostra/" rel="tag">Vostra</a>, <a href="/tag/strike/" rel="tag">Strike</a></span> | <a class="comments-link" href="/post-{n}/#comments">{n} comments</a></p></div></div>"""

KUBRICK = """
<div id="header"><h1><a href="/">Orlen Watch</a></h1></div>
<div id="content" class="narrowcolumn"><h2 class="pagetitle">Posts Tagged &#8216;Vostra&#8217;</h2>
<div class="post"><h3 id="post-{n}"><a href="/archives/{n}" rel="bookmark">Miners out, day {n}</a></h3>
<small>Thursday, August {n}th, 2012 <!-- by Lena Orlova --> by Lena Orlova</small>
<div class="entry"><p>{said}</p><p>{more}</p></div>
<p class="postmetadata">Tags: <a href="/tag/vostra/" rel="tag">Vostra</a>, <a href="/tag/strike/" rel="tag">Strike</a><br>Posted in <a href="/category/news/" rel="category tag">News</a> | <a href="/archives/{n}#comments">{n} Comments &#187;</a></p></div></div>"""

BLOCK_THEME = """
<main class="wp-block-group"><h1 class="wp-block-query-title">Tag: <span>Vostra</span></h1><ul class="wp-block-post-template">
<li class="wp-block-post post-{n} post type-post status-publish format-standard hentry category-news tag-vostra tag-strike">
<h2 class="wp-block-post-title"><a href="https://blog.example/post-{n}/" target="_self">Miners out, day {n}</a></h2>
<div class="entry-content wp-block-post-content"><p>{said}</p><p>{more}</p></div>
<div class="wp-block-post-date"><time datetime="2012-08-0{n}T22:00:00+05:00"><a href="https://blog.example/post-{n}/">August {n}, 2012</a></time></div>
<div class="wp-block-post-author"><p class="wp-block-post-author__name">Lena Orlova</p></div>
<div class="taxonomy-category wp-block-post-terms"><a href="https://blog.example/category/news/" rel="tag">News</a></div>
<div class="taxonomy-post_tag wp-block-post-terms"><a href="https://blog.example/tag/vostra/" rel="tag">Vostra</a>, <a href="https://blog.example/tag/strike/" rel="tag">Strike</a></div>
<div class="wp-block-post-comments-link"><a href="https://blog.example/post-{n}/#comments">{n} comments</a></div></li></ul></main>"""

TAGDIV = """
<div class="td-header-wrap"><div class="td_module_mega_menu td_module_wrap"><h3 class="entry-title td-module-title"><a href="/x/">In the menu</a></h3></div></div>
<div class="td-main-content"><h1 class="entry-title td-page-title">Tag: Vostra</h1>
<div class="td-block-span6"><div class="td_module_1 td_module_wrap td-animation-stack">
<div class="td-module-image"><a href="/post-{n}/"><img class="entry-thumb" src="/p{n}.jpg" alt="Gate"></a><a href="/category/news/" class="td-post-category">News</a></div>
<h3 class="entry-title td-module-title"><a href="/post-{n}/" rel="bookmark" title="Miners out, day {n}">Miners out, day {n}</a></h3>
<div class="td-module-meta-info"><span class="td-post-author-name"><a href="/author/lena/">Lena Orlova</a> <span>-</span></span>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2012-08-0{n}T10:00:00+00:00">Aug {n}, 2012</time></span>
<div class="td-module-comments"><a href="/post-{n}/#respond">{n}</a></div></div><div class="td-excerpt">{said} {more}</div></div></div></div>
<div class="td-main-sidebar"><div class="td_module_6 td_module_wrap"><h3 class="entry-title td-module-title"><a href="/old/">Old thing</a></h3></div></div>"""

ELEMENTOR = """
<main><div class="elementor-posts-container"><article class="elementor-post elementor-grid-item post-{n} post type-post status-publish hentry category-news tag-vostra tag-strike">
<div class="elementor-post__text"><h3 class="elementor-post__title"><a href="https://blog.example/post-{n}/">Miners out, day {n}</a></h3>
<div class="elementor-post__meta-data"><span class="elementor-post-author">Lena Orlova</span> <span class="elementor-post-date">{n} August 2012</span> <span class="elementor-post-avatar__comments">{n} Comments</span></div>
<div class="elementor-post__excerpt"><p>{said} {more}</p></div><a class="elementor-post__read-more" href="https://blog.example/post-{n}/">Read More »</a></div></article></div></main>"""

UNMARKED = """
<div class="list"><div class="x1"><h2><a href="/post-{n}.html">Miners out, day {n}</a></h2><div class="x2">0{n}.08.2012 | Автор: Lena Orlova | Рубрика: <a href="/category/news/">News</a> | Метки: <a href="/tag/vostra/">Vostra</a>, <a href="/tag/strike/">Strike</a> | Комментариев: {n}</div>
<p>{said}</p><p>{more}</p></div></div>"""

FAMILIES = {
    "Twenty Eleven": TWENTY_ELEVEN,
    "Hybrid and Thematic": HYBRID,
    "Kubrick": KUBRICK,
    "block theme": BLOCK_THEME,
    "tagDiv": TAGDIV,
    "Elementor": ELEMENTOR,
    "no marks at all": UNMARKED,
}


def three_posts(template: str) -> str:
    """The template's list with three posts in it: the part that holds {n} is repeated."""
    first = template.index(_box(template))
    last = template.index(_end(template)) + len(_end(template))
    one = template[first:last]
    return page(
        template[:first]
        + "".join(
            one.replace("{n}", str(n)).replace("{said}", f"{SAID} ({n})").replace("{more}", MORE) for n in (3, 2, 1)
        )
        + template[last:]
    )


def _box(template: str) -> str:
    starts = (
        "<article",
        '<div class="hentry',
        '<div class="post"',
        '<li class="wp-block-post',
        '<div class="td-block-span6"',
        '<div class="x1"',
    )
    return next(start for start in starts if start in template)


def _end(template: str) -> str:
    ends = {"<article": "</article>", "<li ": "</li>"}
    for start, end in ends.items():
        if _box(template).startswith(start):
            return end
    return {
        HYBRID: "comments</a></p></div>",
        KUBRICK: "Comments &#187;</a></p></div>",
        TAGDIV: '</div></div></div></div>\n<div class="td-main-sidebar',
        UNMARKED: "<p>{more}</p></div>",
    }[template].split('</div>\n<div class="td-main')[0]


@pytest.mark.parametrize("family", FAMILIES)
def test_three_posts_of_any_theme(family: str) -> None:
    parsed = read(three_posts(FAMILIES[family]))
    found = posts(parsed)
    assert [post.title for post in found] == ["Miners out, day 3", "Miners out, day 2", "Miners out, day 1"]
    assert [post.order for post in found] == [1, 2, 3]
    for number, post in zip((3, 2, 1), found, strict=True):
        assert post.posted is not None
        assert post.posted.edtf[:10] == f"2012-08-0{number}"
        assert post.author == "Lena Orlova"
        assert (post.url is not None and "post" in post.url) or "archives" in str(post.url)
        assert "News" in [name.title() for name in post.categories]
        assert post.comments == number
        if family != "tagDiv":
            assert [name.title() for name in post.tags] == ["Vostra", "Strike"]
    for document in parsed.documents:
        assert SAID in document.text.content
        assert MORE in document.text.content
        for alien in (
            "Share this",
            "Posted in",
            "Tagged",
            "Read More",
            "Метки",
            "In the menu",
            "Old thing",
            "Older posts",
        ):
            assert alien not in document.text.content


def test_old_archive_pages_print_local_time_as_utc() -> None:
    first = posts(read(three_posts(TWENTY_ELEVEN)))[0].posted
    assert first is not None
    assert (first.edtf, first.raw, first.doubt) == ("2012-08-03", "2012-08-03T23:10:00+00:00", "zone")


def test_a_real_offset_is_believed() -> None:
    first = posts(read(three_posts(BLOCK_THEME)))[0].posted
    assert first is not None
    assert (first.edtf, first.doubt) == ("2012-08-03T22:00:00+05:00", None)


def test_the_printed_day_wins_over_a_doubtful_stamp_a_day_off() -> None:
    markup = three_posts(TWENTY_ELEVEN).replace(">August 3, 2012<", ">August 4, 2012<")
    first = posts(read(markup))[0].posted
    assert first is not None
    assert (first.edtf, first.doubt) == ("2012-08-04", "zone")


def test_more_pages_are_named() -> None:
    parsed = read(three_posts(TWENTY_ELEVEN))
    assert [skip.where for skip in parsed.skipped if "more pages" in skip.what] == [
        "https://blog.example/tag/vostra/page/2/"
    ]


def test_an_excerpt_says_so() -> None:
    parsed = read(three_posts(ELEMENTOR))
    assert sum("only the beginning" in repair.what for repair in parsed.repairs) == 3


def test_terms_named_only_by_classes_take_their_names_from_the_page() -> None:
    markup = three_posts(ELEMENTOR).replace(
        "</main>", '</main><div class="tagcloud"><a href="/tag/strike/" rel="tag">The Big Strike</a></div>'
    )
    assert posts(read(markup))[0].tags == ("vostra", "The Big Strike")


def test_the_same_post_for_telephones_is_taken_once() -> None:
    one = three_posts(TWENTY_ELEVEN)
    start, end = one.index("<article"), one.index("</article>") + len("</article>")
    twin = one[start:end].replace("/2012/08/03/post-3/", "/2012/08/03/post-3/?wpmp_switcher=mobile")
    parsed = read(one[:end] + twin + one[end:])
    assert len(posts(parsed)) == 3
    assert any("twice" in skip.what for skip in parsed.skipped)


def test_keys_survive_a_saved_mirror() -> None:
    fetched = {document.key for document in read(three_posts(TWENTY_ELEVEN)).documents}
    assert all(key.startswith("html:https://blog.example/2012/08/") for key in fetched)
    mirrored = (
        three_posts(TWENTY_ELEVEN)
        .replace('href="/2012', 'href="../../2012')
        .replace('/" rel="bookmark"', '/index.html" rel="bookmark"')
    )
    saved = {document.key for document in read(mirrored).documents}
    assert saved == fetched


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (page("<h1>Tag Archives: Vostra</h1><p>Nothing found</p>"), "no post could be told apart"),
        (
            page(
                '<article class="hentry"><h2 class="entry-title"><a href="/a/">Only a headline</a></h2></article>' * 3
            ),
            "holds the words of none",
        ),
    ],
)
def test_a_page_of_posts_without_any_is_an_error(markup: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(markup)


SINGLE = page(
    '<article id="post-7" class="post-7 post type-post hentry"><h1 class="entry-title">A letter from Vostra</h1>'
    '<time class="entry-date published" datetime="2012-08-09T09:00:00+00:00">9 August 2012</time>'
    f'<div class="entry-content"><p>{SAID}<sup><a href="#_edn1" name="_ednref1">1</a></sup></p><h3>What they ask</h3>'
    f"<blockquote><p>{MORE}</p></blockquote><ul><li>Wages</li><li>Water</li></ul>"
    '<div class="wp-caption"><img src="gate.jpg" alt="The gate"><p class="wp-caption-text">The gate at dusk</p></div>'
    '<iframe src="//www.youtube.com/embed/abc"></iframe><script>steal()</script>'
    '<p id="_edn1"><a href="#_ednref1">1</a> Orlen Courier, 7 August 2012.</p></div></article>'
    '<div id="comments"><h3>3 thoughts</h3><ol class="commentlist">'
    '<li class="comment" id="comment-11"><div class="comment-author vcard"><cite class="fn">Ira</cite> <span class="says">says:</span></div>'
    '<div class="comment-meta"><a href="#comment-11">August 10, 2012 at 8:00 am</a></div>'
    '<div class="comment-body"><p>Write to me: ira@mail.example or 10.20.30.40</p></div>'
    '<ul class="children"><li class="comment" id="comment-12"><div class="comment-author vcard"><cite class="fn">petr@mail.example</cite></div>'
    '<div class="comment-body"><p>I will.</p></div></li></ul></li>'
    '<li class="pingback" id="comment-13"><p>Pingback: <a href="https://other.example/x">Other blog</a></p></li></ol></div>',
    head='<link rel="canonical" href="https://blog.example/2012/08/09/letter/">',
    classes="single single-post",
)


def test_one_post_with_its_thread() -> None:
    parsed = read(SINGLE, address=None)
    (document,) = parsed.documents
    assert document.title == "A letter from Vostra"
    assert document.url == "https://blog.example/2012/08/09/letter/"
    assert [(c.id, c.parent, c.kind) for c in document.comments] == [
        ("11", None, "comment"),
        ("12", "11", "comment"),
        ("13", None, "pingback"),
    ]
    assert document.post is not None and document.post.comments == 3
    everything = repr(parsed)
    assert "mail.example" not in everything and "10.20.30.40" not in everything
    assert "[e-mail withheld]" in document.comments[0].content


def test_blocks_marks_notes_and_media_of_a_body() -> None:
    (document,) = read(SINGLE, address=None).documents
    kinds = {document.text.content[block.start : block.end]: block.kind for block in document.text.blocks}
    assert kinds["What they ask"] is BlockKind.HEADING
    assert kinds[MORE] is BlockKind.QUOTATION
    assert kinds["Wages"] is BlockKind.LIST_ITEM
    assert kinds["1 Orlen Courier, 7 August 2012."] is BlockKind.ENDNOTE
    (reference,) = [mark for mark in document.text.marks if mark.kind is MarkKind.NOTE_REFERENCE]
    assert (reference.target, document.text.content[reference.start : reference.end]) == ("1", "[1]")
    assert [(item.kind, item.address, item.caption) for item in document.media] == [
        ("image", "https://blog.example/2012/08/09/letter/gate.jpg", "The gate at dusk"),
        ("video", "https://www.youtube.com/embed/abc", None),
    ]
    assert "steal" not in document.text.content


def test_the_recogniser_tells_pages_of_posts() -> None:
    assert looks_like_archive(three_posts(TWENTY_ELEVEN))
    assert looks_like_archive(three_posts(TAGDIV).encode())
    assert not looks_like_archive("Tag Archives: Vostra\n\nplain text that says hentry")
    assert not looks_like_archive("<html><body><p>One report.</p></body></html>")


@pytest.mark.parametrize(
    "markup",
    ["<html><body>" + "<div>" * 100_000 + "deep", "<html><body>" + "<b>" * 100_000 + "deep"],
    ids=["nested boxes", "nested emphasis"],
)
def test_a_page_nested_without_end_is_refused_in_one_sentence(markup: str) -> None:
    with pytest.raises(Unreadable, match="nested too deep"):
        parse_page(Found(markup.encode(), "page.html"), case="c", capture="0" * 64)


def test_a_page_of_fifty_megabytes_is_refused_in_one_sentence() -> None:
    markup = b"<html><body>" + b"<p>word</p>" * 5_000_000
    with pytest.raises(Unreadable, match="32 million characters"):
        parse_page(Found(markup, "page.html"), case="c", capture="0" * 64)


def test_a_list_that_calls_itself_an_article_is_still_a_list() -> None:
    markup = three_posts(UNMARKED).replace("<head>", '<head><meta property="og:type" content="article">')
    markup = markup.replace('class="archive tag tag-vostra"', "").replace(MORE, MORE * 3)
    assert len(posts(read(markup))) == 3
