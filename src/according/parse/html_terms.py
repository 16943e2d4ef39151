"""One post's element in, its categories and tags out, whatever theme; terms only class names tell are named by their slug."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from according.domain.document import Term
from according.parse.html_fields import data_inside
from according.parse.html_tree import Element, classes, iter_within, rels, resolve, tag_of, text_of
from according.parse.themes import all_of

_CATEGORY_BOX = all_of("category_box")
_TAG_BOX = all_of("tag_box")
_CATEGORY_ENDINGS = (
    "-cat-links",
    "-blog-category",
    "-post-category",
    "-entry-categories",
    "-post-categories",
    "-categories",
)
_TAG_ENDINGS = ("-tag-links", "-tags-links", "-post-tags", "-entry-tags")
_CATEGORY_WORDS = re.compile(
    r"(?:posted (?:on .{0,40} )?in|filed (?:under|in)|categor|рубрик|категори|опубликован\w* в|kategorie|catégorie|categor[ií]a|айдар)",
    re.I,
)
_TAG_WORDS = re.compile(r"(?:tagged|tags?\b|keywords|метк|тэг|тег|schlagw|étiquet|etiquet|mots?-cl|позначк)", re.I)
_TERM_CLASS = re.compile(r"(category|tag)-(.+)\Z")


def find_terms(
    post: Element, body: Element | None, base: str | None, names_by_slug: dict[tuple[str, str], str]
) -> tuple[Term, ...]:
    """Categories and tags: from marked links with their names, then those only the class names of the post tell."""
    terms: list[Term] = []
    seen: set[tuple[str, str]] = set()
    for link, taxonomy in iter_term_links(post, body):
        name = text_of(link, most=200)
        slug = slug_of(resolve(link.get("href"), base))
        if not name or (taxonomy, name.casefold()) in seen:
            continue
        seen.update({(taxonomy, name.casefold()), (taxonomy, (slug or "").casefold())})
        terms.append(Term(taxonomy, name, slug))
    for token in (post.get("class") or "").split():
        found = _TERM_CLASS.match(token)
        if not found or not classes(post) & {"hentry", "type-post", "wp-block-post", "post"}:
            continue
        taxonomy, slug = found.group(1), unquote(found.group(2))
        if slug.isdigit():
            continue  # WordPress puts a number there for slugs in other scripts
        name = names_by_slug.get((taxonomy, slug.casefold()), slug.replace("-", " "))
        if {(taxonomy, slug.casefold()), (taxonomy, name.casefold())} & seen:
            continue
        seen.add((taxonomy, slug.casefold()))
        terms.append(Term(taxonomy, name, slug))
    return tuple(terms)


def iter_term_links(top: Element, body: Element | None) -> list[tuple[Element, str]]:
    """Links to terms under `top` with their taxonomy, by relation, box, address or the words before them."""
    found: list[tuple[Element, str]] = []
    box: str | None = None
    label: str | None = None
    inside_body = _written_links(body) if body is not None else frozenset()
    for element in iter_within(top):
        if element in inside_body and not rels(element) & {"tag", "category"}:
            continue  # a link of the writer's own, not of the theme
        names = classes(element)
        box = _box_of(names) or box
        before = element.getprevious()
        for words in (element.text, before.tail if before is not None else None):
            if words and len(words) < 200:
                label = _label_in(words, label)
        if tag_of(element) != "a" or not element.get("href"):
            continue
        taxonomy = _taxonomy(element, box, label)
        if taxonomy:
            found.append((element, taxonomy))
    return found


def _written_links(body: Element) -> frozenset[Element]:
    """The links of a body that the writer set: those in the theme's lines inside it are the theme's."""
    theme = [link for box in data_inside(body) for link in box.iter("a")]
    return frozenset(body.iter("a")) - frozenset(theme)


def _label_in(words: str, before: str | None) -> str | None:
    last_category = max((match.end() for match in _CATEGORY_WORDS.finditer(words)), default=-1)
    last_tag = max((match.end() for match in _TAG_WORDS.finditer(words)), default=-1)
    if last_category == last_tag == -1:
        return before
    return "category" if last_category > last_tag else "tag"


def _taxonomy(link: Element, box: str | None, label: str | None) -> str | None:
    relations, href = rels(link), (link.get("href") or "").lower()
    if "category" in relations:
        return "category"
    by_address = (
        "category"
        if re.search(r"/categor(?:y|ies|ia)/|[?&]cat=", href)
        else "tag"
        if re.search(r"/tags?/|[?&]tag=", href)
        else None
    )
    if "tag" in relations:
        return by_address or box or label or "tag"
    inside = link.getparent()
    for _ in range(3):
        if inside is None:
            break
        if marked := _box_of(classes(inside)):
            return by_address or marked
        inside = inside.getparent()
    if marked := _box_of(classes(link)):
        return by_address or marked
    return by_address if label and by_address else None


def _box_of(names: frozenset[str]) -> str | None:
    """What a box or link of these classes holds: "category", "tag" or None; every theme has its own prefix ("mg-blog-category")."""
    if names & _CATEGORY_BOX or any(name.endswith(_CATEGORY_ENDINGS) for name in names):
        return "category"
    return "tag" if names & _TAG_BOX or any(name.endswith(_TAG_ENDINGS) for name in names) else None


def slug_of(address: str | None) -> str | None:
    """The last part of a term's address, decoded."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    query = re.search(r"(?:^|&)(?:tag|cat)=([^&]+)", parts.query)
    path = re.sub(r"/(?:index\.html?|page/\d+)?/*\Z", "", parts.path)
    return unquote(query.group(1) if query else path.rpartition("/")[2]) or None
