"""Documents in, their sheets out: who printed what when, where it stands, and the whole text. The code name of a source stays out."""

from __future__ import annotations

from according.domain.document import Document, Genre
from according.export.follow_the_money.sheet import Sheet, prefix_dates
from according.export.material import outlet_of, web_address
from according.export.vocabulary import three_letters

_PRINTED = frozenset({Genre.NEWS, Genre.OPINION, Genre.PRESS_RELEASE, Genre.INTERVIEW, Genre.SOCIAL_POST})


def document_sheet(document: Document) -> Sheet:
    """An article, or another document where it is a report, a court document, testimony or a note."""
    sheet = Sheet(document.id, "Article" if document.genre in _PRINTED else "Document")

    def add(prop: str, value: object, spoken: bool = False) -> None:
        sheet.add(prop, value, document, "document", spoken)

    add("title", document.title, spoken=True)
    add("fileName", f"{document.id}.txt")
    add("bodyText", document.text.content, spoken=True)
    add("language", three_letters(document.language))
    for author in document.authors:
        add("author", author.name)
    add("publisher", outlet_of(document))
    if document.outlet and document.outlet.address:
        add("publisherUrl", web_address(document.outlet.address) or web_address(f"https://{document.outlet.address}"))
    add("sourceUrl", document.url)
    for link in document.repost_of:
        add("sourceUrl", link.url)
    for dated, prop in (
        (document.published, "publishedAt"),
        (document.written, "authoredAt"),
        (document.posted, "date"),
    ):
        for day in prefix_dates(dated.edtf) if dated else ():
            add(prop, day)
    for term in document.post.terms if document.post else ():
        add("keywords", term.name)
    return sheet
