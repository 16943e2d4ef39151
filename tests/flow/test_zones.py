"""A local stamp printed as `+00:00` is repaired by a feed of the same post, and by nothing less."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.domain.document import Dated, Document, Post, Text, text_digest
from according.flow.zones import repair_zones

DOUBTFUL = Dated("2011-12-16", "time element", raw="2011-12-16T23:30:00+00:00", doubt="zone")


def copy(identity: str, published: Dated, url: str = "http://blog.example/2011/12/strike/") -> Document:
    text = Text("words", text_digest("words"))
    return Document(
        identity,
        "k",
        identity,
        "Strike",
        text,
        published=published,
        posted=published,
        url=url,
        post=Post(url, "Strike", url=url),
    )


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2011-12-16T17:30:00+00:00", "2011-12-16T23:30:00+06:00"),
        ("2011-12-17T04:30:00+00:00", "2011-12-16T23:30:00-05:00"),
        ("2011-12-16T18:00:00+00:00", "2011-12-16T23:30:00+05:30"),
    ],
)
def test_the_feed_of_the_same_post_proves_the_zone(instant: str, expected: str) -> None:
    page, feed = (
        copy("d-page", DOUBTFUL),
        copy("d-feed", Dated(instant, "feed"), "https://www.blog.example/2011/12/strike"),
    )
    for given in ([page, feed], [feed, page]):
        repaired = next(item for item in repair_zones(given) if item.id == "d-page").published
        assert repaired is not None
        assert (repaired.edtf, repaired.doubt, repaired.raw) == (expected, None, DOUBTFUL.raw)
        assert "proved" in repaired.basis


@pytest.mark.parametrize(
    "proof",
    [
        copy("d-other", Dated("2011-12-16T17:30:00+00:00", "feed"), "http://blog.example/2011/12/another/"),
        copy("d-day", Dated("2011-12-16", "feed")),
        copy("d-odd", Dated("2011-12-16T17:31:07+00:00", "feed")),
        copy("d-far", Dated("2011-12-19T17:30:00+00:00", "feed")),
        copy("d-also", replace(DOUBTFUL, edtf="2011-12-16T23:30:00+00:00")),
    ],
    ids=lambda document: document.id,
)
def test_without_proof_the_doubt_stays(proof: Document) -> None:
    assert repair_zones([copy("d-page", DOUBTFUL), proof])[0].published == DOUBTFUL
