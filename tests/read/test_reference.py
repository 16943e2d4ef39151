"""The day a document's "Friday" is reckoned from: each step of the chain holds, in its order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.domain.document import Dated, Document
from according.read import plain_document, statements
from according.read.dates import dates

TOLD = "Gunmen killed Tomas Zabala on Friday."  # Fridays: 3, 10, 17, 24 February 2012
WRITTEN, PUBLISHED, POSTED = (Dated(day, "given") for day in ("2012-02-06", "2012-02-13", "2012-02-20"))


def when(document: Document) -> str | None:
    (found,) = [one for one in statements(document) if one.type == "killing"]
    return found.when.edtf if found.when else None


def bare(text: str = TOLD) -> Document:
    return replace(plain_document(text, published="2012-02-13"), published=None)


@pytest.mark.parametrize(
    ("written", "published", "posted", "expected"),
    [
        (WRITTEN, PUBLISHED, POSTED, "2012-02-03"),
        (None, PUBLISHED, POSTED, "2012-02-10"),
        (None, None, POSTED, "2012-02-17"),
        (None, None, None, None),
        (None, None, Dated("2012-02-18/2012-02-20", "neighbours on the page", doubt="bounds"), "2012-02-17"),
        (None, None, Dated("2012-01-01/2012-06-30", "neighbours on the page", doubt="bounds"), None),
    ],
)
def test_written_comes_before_published_before_posted_before_bounds(
    written: Dated | None, published: Dated | None, posted: Dated | None, expected: str | None
) -> None:
    assert when(replace(bare(), written=written, published=published, posted=posted)) == expected


def test_bounds_choose_the_year_of_a_day_and_say_so() -> None:
    posted = Dated("2012-01-01/2012-06-30", "neighbours on the page", doubt="bounds")
    (found,) = statements(replace(bare("Gunmen killed Tomas Zabala on 24 May."), posted=posted))
    assert found.when is not None
    assert (found.when.edtf, found.when.doubt) == ("2012-05-24", ("bounds",))


@pytest.mark.parametrize(
    ("head", "posted", "expected"),
    [
        ("VELMAR, 8 February 2012 (Agency) -- ", None, "2012-02-03"),
        ("VELMAR, Feb. 8 (Agency) -- ", POSTED, "2012-02-03"),
        ("VELMAR, 8 Feb 12 (Agency) -- ", Dated("2012-01-01/2012-06-30", "neighbours on the page", doubt="bounds"), "2012-02-03"),
        ("VELMAR, 8 February (Agency) -- ", None, None),
        ("VELMAR (Agency) -- ", POSTED, "2012-02-17"),
        # filed after the copy: the copy's day holds
        ("VELMAR, 25 February 2012 (Agency) -- ", POSTED, "2012-02-17"),
    ],
)  # fmt: skip
def test_a_dateline_stands_in_where_only_a_copy_is_dated_or_nothing(
    head: str, posted: Dated | None, expected: str | None
) -> None:
    assert when(replace(bare(head + TOLD), posted=posted)) == expected


def test_the_day_of_publication_comes_before_the_dateline() -> None:
    assert when(replace(bare("VELMAR, 8 February 2012 (Agency) -- " + TOLD), published=PUBLISHED)) == "2012-02-10"


def test_dates_of_a_bare_text_lean_on_its_dateline() -> None:
    text = "VELMAR, 8 February 2012 (Agency) -- " + TOLD
    assert [found.when for found in dates(text, None, "en")] == ["2012-02-08", "2012-02-03"]
    assert [found.when for found in dates(TOLD, None, "en")] == []
