"""Feeds: whole posts with real instants; excerpts say so; lost links, copied guids and traps cost nothing."""

from __future__ import annotations

import pytest

from according.domain.capture import Found
from according.domain.codec import canonical
from according.domain.document import Parsed
from according.errors import Unreadable
from according.parse.feed import looks_like_feed, parse_feed

WORDS = "The town council of Vostra met behind closed doors, and the miners waited outside until it was dark. " * 3
RUSSIAN = "Суд в Востре приговорил двух рабочих к трём годам, а третьего отпустил под залог до новой жалобы. " * 3


def read(text: str | bytes) -> Parsed:
    """The feed as if fetched."""
    content = text.encode("utf-8") if isinstance(text, str) else text
    return parse_feed(
        Found(content, "feed", address="https://blog.example/tag/vostra/feed/"), case="c", capture="0" * 64
    )


def entry(number: int, *, link: str | None = None, guid: str | None = None, whole: bool = True) -> str:
    """One entry of WordPress's RSS."""
    body = f"<content:encoded><![CDATA[<p>{WORDS}</p><script>x()</script>]]></content:encoded>" if whole else ""
    return f"""<item><title>Vostra &#8211; day {number}</title><link>{f"https://blog.example/{number}/" if link is None else link}</link>
<pubDate>Thu, 09 Aug 2012 22:3{number}:00 +0000</pubDate><dc:creator><![CDATA[Lena Orlova]]></dc:creator><category><![CDATA[News]]></category>
<guid isPermaLink="false">{guid or f"https://blog.example/?p={number}"}</guid><description><![CDATA[The town council met. [&#8230;]]]></description>
{body}<slash:comments>{number}</slash:comments></item>"""


def rss(*entries: str, title: str = "Vostra – Orlen Watch") -> str:
    """A term's feed."""
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>{title}</title><atom:link href="https://blog.example/tag/vostra/feed/" rel="self" type="application/rss+xml" />
<link>https://blog.example</link><language>en-US</language>{"".join(entries)}</channel></rss>"""


ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Орлен</title><link href="https://o.example/"/>
<entry><title type="html">Суд &amp;amp; приговор</title><id>tag:o.example,2012:7</id><link rel="alternate" href="https://o.example/7"/>
<published>2012-08-10T01:30:00+05:00</published><updated>2012-09-01T00:00:00Z</updated><author><name>Ирина</name><email>i@mail.example</email></author>
<content type="html">&lt;p&gt;{RUSSIAN}&lt;/p&gt;</content></entry></feed>"""


def test_rss_gives_whole_posts_with_their_instant() -> None:
    first, second = read(rss(entry(1), entry(2))).documents
    assert (first.title, first.url, first.key) == (
        "Vostra – day 1",
        "https://blog.example/1/",
        "feed:https://blog.example/?p=1",
    )
    assert first.posted is not None
    assert (first.posted.edtf, first.posted.doubt) == ("2012-08-09T22:31:00+00:00", None)
    assert first.post is not None and second.post is not None
    assert (first.post.author, first.post.comments, second.post.order) == ("Lena Orlova", 1, 2)
    assert first.outlet is not None and (first.outlet.name, first.outlet.address) == ("Orlen Watch", "blog.example")
    assert WORDS.strip() in first.text.content and "x()" not in first.text.content


def test_atom() -> None:
    (document,) = read(ATOM).documents
    assert (document.title, document.url, document.language) == ("Суд & приговор", "https://o.example/7", "ru")
    assert document.posted is not None and document.posted.edtf == "2012-08-10T01:30:00+05:00"
    assert "mail.example" not in canonical(document)


def test_excerpts_say_so() -> None:
    parsed = read(rss(entry(1, whole=False)))
    assert any("only the beginning" in repair.what for repair in parsed.repairs)


def test_a_feed_whose_links_were_lost_goes_by_guid() -> None:
    parsed = read(rss(entry(1, link=""), entry(2, link="")))
    assert [document.key for document in parsed.documents] == [
        "feed:https://blog.example/?p=1",
        "feed:https://blog.example/?p=2",
    ]
    assert [document.url for document in parsed.documents] == [None, None]
    assert sum("no link" in repair.what for repair in parsed.repairs) == 2


def test_copied_posts_that_kept_a_guid_stay_apart_and_twins_are_taken_once() -> None:
    parsed = read(rss(entry(1), entry(2, guid="https://blog.example/?p=1"), entry(1)))
    assert len({document.id for document in parsed.documents}) == 2
    assert any("twice" in skip.what for skip in parsed.skipped)


def test_damaged_xml_gives_the_entries_before_the_damage() -> None:
    parsed = read(rss(entry(1), entry(2)).replace("</channel></rss>", "<item><title>cut"))
    assert [document.title for document in parsed.documents][:2] == ["Vostra – day 1", "Vostra – day 2"]
    assert any("damaged" in repair.what for repair in parsed.repairs)


def test_entities_of_its_own_are_refused() -> None:
    trap = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(Unreadable, match="entities of its own"):
        read(rss(entry(1).replace("day 1", "day &x; &b;")).replace("?><rss", f"?>{trap}<rss"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (rss(entry(1), title="Comments on: Letter"), "feed of comments"),
        (rss(), "no entry"),
        ("<rss><channel>" + "<a>" * 100_000, "no entry"),
    ],
    ids=["comments", "empty", "nested without end"],
)
def test_nothing_to_read_is_one_sentence(content: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(content)


BLOGGER = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>B</title>
<entry><id>tag:b,1</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#settings"/><title>T</title><content>x</content></entry>
<entry><id>tag:b,2</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><title>Letter</title><content type="html">Words of the letter.</content><link rel="alternate" href="https://b.example/2"/></entry>
<entry><id>tag:b,3</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#comment"/><title>c</title><content type="html">True, says ira@mail.example.</content><author><name>Ira</name></author><thr:in-reply-to ref="tag:b,2" href="https://b.example/2"/></entry></feed>"""


def test_a_blogger_export_gives_posts_with_comments() -> None:
    parsed = read(BLOGGER)
    (document,) = parsed.documents
    assert [(c.author, c.content) for c in document.comments] == [("Ira", "True, says [e-mail withheld].")]
    assert any("settings" in skip.what for skip in parsed.skipped)


def test_the_recogniser() -> None:
    assert looks_like_feed(rss(entry(1))) and looks_like_feed(ATOM.encode())
    assert not looks_like_feed("<!DOCTYPE html><html><body>&lt;rss> is a format <rss></rss></body></html>")
    assert not looks_like_feed("plain words about <rss> feeds")
