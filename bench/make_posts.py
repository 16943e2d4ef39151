"""A seed in, an invented archive out: posts of several blogs with reports, reposts and small edits, as a user would have them.

    python bench/make_posts.py FOLDER [--posts 2000] [--seed 1]

Writes WordPress exports (half of the posts) and saved tag pages in HTML (the other half), about 2.5 kB of text a post. People,
places and companies are put together from syllables. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

_ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "br",
    "dr",
    "gr",
    "kr",
    "tr",
    "sh",
    "zh",
    "st",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei"]
_ADJECTIVES = [
    "northern",
    "broken",
    "regional",
    "silent",
    "heavy",
    "former",
    "public",
    "narrow",
    "common",
    "grey",
    "early",
    "local",
    "wooden",
    "frozen",
    "sudden",
    "honest",
    "bitter",
    "distant",
    "annual",
    "open",
    "steep",
]
_NOUNS = [
    "pit",
    "furnace",
    "valley",
    "station",
    "school",
    "bridge",
    "ledger",
    "council",
    "harvest",
    "canteen",
    "winter",
    "lorry",
    "engine",
    "quarry",
    "corridor",
    "market",
    "ministry",
    "chimney",
    "reservoir",
    "timetable",
    "barracks",
    "lantern",
    "orchard",
    "newspaper",
    "platform",
    "kitchen",
    "telephone",
    "neighbour",
    "shift",
    "pension",
    "contract",
    "inspection",
    "warehouse",
    "office",
    "border",
    "village",
]
_VERBS = [
    "described",
    "remembered",
    "repaired",
    "crossed",
    "watched",
    "ignored",
    "counted",
    "followed",
    "noticed",
    "avoided",
    "photographed",
    "measured",
    "welcomed",
    "doubted",
    "mentioned",
    "visited",
    "left",
    "guarded",
    "explained",
    "changed",
]
_JOINS = [
    "while",
    "because",
    "although",
    "before",
    "after",
    "until",
    "whenever",
    "since",
    "and",
    "but",
    "so",
    "where",
    "as",
    "if",
]
_SMALL = [
    "the",
    "a",
    "this",
    "every",
    "one",
    "some",
    "no",
    "their",
    "our",
    "that",
    "his",
    "her",
    "its",
    "another",
    "each",
]
_CODAS = ["n", "r", "l", "s", "t", "m", "k", "nd", "rt", "sk", "p", "g"]
_OFFENCES = [
    "organising mass disorder",
    "inciting social discord",
    "resisting the police",
    "damage to property",
    "insulting an official",
]
_SAYS = ["said", "told reporters", "stated", "claimed", "announced", "wrote"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Post:
    """One post before it is written into a file."""

    number: int
    title: str
    body: tuple[str, ...]  # paragraphs
    when: datetime
    blog: int
    first_line: str | None = None  # where a repost says it is from


class World:
    """The invented names of one archive."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.towns = [self._name(2) for _ in range(40)]
        self.people = [
            f"{self._name(2)} {self._name(3)}{rng.choice(['ov', 'in', 'enko', 'ara', 'est', 'uly'])}"
            for _ in range(400)
        ]
        self.companies = [f"{self._name(2)} {rng.choice(['Mining', 'Steel', 'Oil', 'Cement'])}" for _ in range(25)]
        self.unions = [f"{self._name(2)} union" for _ in range(12)]
        self.nouns = [*_NOUNS, *self._vocabulary(1500, "")]
        self.adjectives = [*_ADJECTIVES, *self._vocabulary(500, "y")]
        self.verbs = [*_VERBS, *self._vocabulary(400, "ed")]
        self.blogs = [f"{self._name(3)} Notes" for _ in range(8)]

    def _name(self, syllables: int) -> str:
        rng = self.rng
        return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)).capitalize()

    def _vocabulary(self, count: int, ending: str) -> list[str]:
        rng = self.rng
        return [self._name(rng.randint(1, 2)).lower() + rng.choice(_CODAS) + ending for _ in range(count)]

    def _pick(self, words: list[str]) -> str:
        """Words are met as in running text: the first often, the last hardly ever."""
        return words[int(len(words) * self.rng.random() ** 2)]

    def filler(self) -> str:
        """A sentence that tells nothing we look for, of made-up nouns and verbs between real small words."""
        rng = self.rng
        words = []
        for place in range(rng.randint(2, 5)):
            if place:
                words.append(rng.choice(_JOINS))
            words += [rng.choice(_SMALL), self._pick(self.adjectives), self._pick(self.nouns), self._pick(self.verbs)]
            if rng.random() < 0.6:
                words += [rng.choice(_SMALL), self._pick(self.nouns)]
        return " ".join(words).capitalize() + "."

    def fact(self, day: datetime) -> str:
        """A sentence of the kind reports hold."""
        rng = self.rng
        person, town = rng.choice(self.people), rng.choice(self.towns)
        past = day - timedelta(days=rng.randint(0, 60))
        date = f"{past.day} {_MONTHS[past.month - 1]}"
        number, union = rng.randint(2, 400), rng.choice(self.unions)
        core = rng.choice([
            f"{person} was arrested in {town} on {date}",
            f"at least {number} people were wounded in {town}",
            f"police killed {rng.randint(2, 30)} strikers in {town} on {date}",
            f"{person} was sentenced to {rng.randint(2, 12)} years in prison",
            f"{rng.choice(self.companies)} dismissed {number} workers on {date}",
            f"up to {number} people died in {town}",
            f"{person} was charged with {rng.choice(_OFFENCES)}",
            f"{person} had been beaten in custody",
            f"more than {number} miners went on strike in {town}",
            f"a court in {town} rejected the appeal of {person}",
        ])  # fmt: skip
        speaker = rng.choice([*self.people[:60], f"the {union}", "the government", "eyewitnesses"])
        detail = f"{rng.choice(_JOINS)} {rng.choice(_SMALL)} {self._pick(self.nouns)} {self._pick(self.verbs)}"
        shape = rng.randrange(4)
        if shape == 0:
            return f"{core[0].upper()}{core[1:]}."
        if shape == 1:
            return f"{speaker[0].upper()}{speaker[1:]} {rng.choice(_SAYS)} that {core} {detail}."
        if shape == 2:
            return f"{core[0].upper()}{core[1:]} {detail}, {speaker} {rng.choice(_SAYS)}."
        return f"According to {speaker}, {core} {detail}."

    def write(self, number: int, when: datetime) -> Post:
        """An original post of four to seven paragraphs."""
        rng = self.rng
        body = []
        for _ in range(rng.randint(4, 7)):
            sentences = [self.fact(when) if rng.random() < 0.35 else self.filler() for _ in range(rng.randint(3, 6))]
            body.append(" ".join(sentences))
        title = (
            f"{rng.choice(self.towns)}: {rng.choice(_ADJECTIVES)} {rng.choice(_NOUNS)}, {rng.choice(_NOUNS)} {number}"
        )
        return Post(number, title, tuple(body), when, rng.randrange(len(self.blogs)))

    def repost(self, number: int, source: Post) -> Post:
        """The report of another blog, whole or in part, with small edits."""
        rng = self.rng
        kept = source.body if rng.random() < 0.6 else source.body[: max(1, len(source.body) // 2)]
        body = tuple(self._edit(paragraph) for paragraph in kept)
        when = source.when + timedelta(days=rng.randint(1, 9), minutes=rng.randint(0, 600))
        title = source.title.rsplit(" ", 1)[0] + f" (repost {number})"
        first = f"From {self.blogs[source.blog]}, {source.when.day} {_MONTHS[source.when.month - 1]} {source.when.year}"
        return Post(number, title, body, when, rng.randrange(len(self.blogs)), first)

    def _edit(self, paragraph: str) -> str:
        rng = self.rng
        words = paragraph.split(" ")
        for place, word in enumerate(words):
            if word.isdigit() and rng.random() < 0.15:
                words[place] = str(int(word) + rng.randint(1, 9))
            elif rng.random() < 0.02:
                words[place] = rng.choice(_NOUNS)
        return " ".join(words)


def make_posts(count: int, seed: int) -> tuple[World, list[Post]]:
    """`count` posts in the order they appeared; a fifth are reposts."""
    rng = random.Random(seed)
    world = World(rng)
    posts: list[Post] = []
    when = datetime(2010, 1, 4, 8, 0, tzinfo=UTC)
    for number in range(count):
        when += timedelta(minutes=rng.randint(30, 1800))
        if posts and rng.random() < 0.2:
            posts.append(world.repost(number, rng.choice(posts[-300:])))
        else:
            posts.append(world.write(number, when))
    return world, [replace(post, number=place) for place, post in enumerate(posts, 1)]


def _paragraphs(post: Post) -> list[str]:
    return [*([post.first_line] if post.first_line else []), *post.body]


def write_export(path: Path, blog: str, host: str, posts: list[Post]) -> None:
    """A WordPress export (WXR 1.2) of one blog."""
    items = []
    for post in posts:
        stamp = post.when.strftime("%Y-%m-%d %H:%M:%S")
        text = "\n\n".join(_paragraphs(post))
        items.append(f"""<item><title>{escape(post.title)}</title><link>http://{host}/{post.when:%Y/%m/%d}/p{post.number}/</link>
<pubDate>{format_datetime(post.when)}</pubDate><dc:creator><![CDATA[editor]]></dc:creator>
<guid isPermaLink="false">http://{host}/?p={post.number}</guid><content:encoded><![CDATA[{text}]]></content:encoded>
<wp:post_id>{post.number}</wp:post_id><wp:post_date><![CDATA[{stamp}]]></wp:post_date><wp:post_date_gmt><![CDATA[{stamp}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[p{post.number}]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
<category domain="category" nicename="news"><![CDATA[news]]></category></item>
""")
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:wp="http://wordpress.org/export/1.2/">\n<channel><title>{blog}</title><link>http://{host}</link>'
        f"<language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>http://{host}</wp:base_site_url>"
        f"<wp:base_blog_url>http://{host}</wp:base_blog_url>\n{''.join(items)}</channel></rss>\n",
        encoding="utf-8",
    )


def write_page(path: Path, blog: str, host: str, posts: list[Post]) -> None:
    """A saved tag page in the manner of a WordPress theme of 2011."""
    articles = []
    for post in posts:
        link = f"http://{host}/{post.when:%Y/%m/%d}/p{post.number}/"
        text = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in _paragraphs(post))
        articles.append(f"""<article id="post-{post.number}" class="post-{post.number} post hentry category-news tag-strike">
<header class="entry-header"><h1 class="entry-title"><a href="{link}" rel="bookmark">{escape(post.title)}</a></h1>
<div class="entry-meta">Posted on <a href="{link}"><time class="entry-date" datetime="{post.when:%Y-%m-%dT%H:%M:%S}+00:00">{post.when:%B} {post.when.day}, {post.when.year}</time></a></div></header>
<div class="entry-content">{text}</div>
<footer class="entry-meta">Posted in <a href="http://{host}/category/news/" rel="category tag">News</a> | Tagged <a href="http://{host}/tag/strike/" rel="tag">strike</a> | <a href="{link}#respond">Leave a reply</a></footer></article>
""")
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="UTF-8"><title>strike | {blog}</title>'
        '<meta name="generator" content="WordPress 3.2.1"></head><body class="archive tag tag-strike">\n'
        f'<h1 id="site-title"><a href="http://{host}/" rel="home">{blog}</a></h1>\n'
        '<div id="content"><header class="page-header"><h1 class="page-title">Tag Archives: <span>strike</span></h1></header>\n'
        f"{''.join(articles)}</div></body></html>\n",
        encoding="utf-8",
    )


def write_folder(folder: Path, count: int, seed: int) -> int:
    """All files of one archive; gives the number of bytes written. Even blogs are exported, odd ones saved in pages of ten."""
    world, posts = make_posts(count, seed)
    folder.mkdir(parents=True, exist_ok=True)
    for blog, name in enumerate(world.blogs):
        mine = [post for post in posts if post.blog == blog]
        host = f"blog{blog}.example.org"
        if blog % 2 == 0:
            write_export(folder / f"blog{blog}.wordpress.xml", name, host, mine)
            continue
        for page, begin in enumerate(range(0, len(mine), 10), 1):
            write_page(folder / f"blog{blog}-tag-strike-{page:03}.html", name, host, mine[begin : begin + 10])
    return sum(path.stat().st_size for path in folder.iterdir())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    print(f"{write_folder(chosen.folder, chosen.posts, chosen.seed)} bytes in {chosen.folder}")
