"""Sentences of texts whose lines were cut at a width are read whole; lists, verse and a line a paragraph stay as they are."""

from __future__ import annotations

import textwrap

import pytest

from according.read import attributions, plain_document, statements
from according.read.line_ends import without_cuts

REPORT = (
    "The miners of the northern pits said on Monday that soldiers had arrested at least twenty-two of their number in Velmar "
    "and taken them to a barracks outside the town. Four of them were released the same evening, their union said, and the rest "
    "were still being held when the paper went to press."
)
WRAPPED = "\n".join(textwrap.wrap(REPORT, 60))


def test_a_wrapped_report_says_what_the_whole_one_says() -> None:
    def told(text: str) -> list[tuple[object, ...]]:
        found = statements(plain_document(text, published="2015-02-04", language="en"))
        return [
            (one.type, one.anchor.start, one.count, one.where and one.where.name, len(one.speakers)) for one in found
        ]

    assert "\n" in WRAPPED
    assert [row[:2] for row in told(WRAPPED)] == [row[:2] for row in told(REPORT)]
    assert [row[3:] for row in told(WRAPPED)] == [row[3:] for row in told(REPORT)]


def test_quotes_stay_as_the_text_prints_them() -> None:
    found = statements(plain_document(WRAPPED, published="2015-02-04", language="en"))
    assert found and all(one.quote.exact == WRAPPED[one.quote.start : one.quote.end] for one in found)
    assert any("\n" in one.quote.exact for one in found)


def test_attributions_reach_over_cut_lines() -> None:
    first = attributions(WRAPPED, language="en")[0]
    assert first.source is not None and "miners" in WRAPPED[first.source.start : first.source.end]
    assert any("barracks" in WRAPPED[span.start : span.end] for span in first.content)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "Bread\nWater\nA blanket\nMedicine for two\nSomething to read",
        "The first paragraph stands on a line of its own and ends here.\nSo does the second one.\nAnd the third, which is a good deal "
        "longer than the two before it.\nThe fourth.\nThe fifth ends the text.",
        "The night is long\nand the road is cold,\nthey took the young\nand they took the old,\nand nobody told\nwhere they were gone",
    ],
)
def test_other_line_ends_stay(text: str) -> None:
    assert without_cuts(text) is text
