"""Plain text of archive pages as different themes and languages print them. All names are invented."""

from __future__ import annotations

import pytest

from according.domain.capture import Found
from according.domain.document import Parsed
from according.errors import Unreadable
from according.parse import parse
from according.parse.tagpage import read_header

PROSE = "Miners in the town of Veldra stopped work on Monday and gathered in front of the office of the combine, their union says."
RUSSIAN = "В понедельник шахтёры города Вельдра остановили работу и собрались у здания комбината, сообщает их профсоюз."


def read(page: str) -> Parsed:
    return parse(Found(page.encode(), "pasted"), case="k-1")


LAYOUTS = {
    "count above terms": f"Tag Archives: Veldra\n\nFirst story\n\n{PROSE}\n\nLeave a comment\n\nFiled under strikes, courts\n\nSecond story\n\n{PROSE} Again.\n\n2 Comments\n\nFiled under courts\n",
    "terms above count": f"Tag Archives: Veldra\n\nFirst story\n\n{PROSE}\n\nFiled under strikes, courts\n\nLeave a comment\n\nSecond story\n\n{PROSE} Again.\n\nFiled under courts\n\n2 Comments\n",
    "one line": f"Tag: Veldra\n\nFirst story\nPosted on May 3, 2012 by anna\n\n{PROSE}\n\nPosted in strikes, courts | Tagged Veldra | Leave a comment\n\nSecond story\nPosted on May 1, 2012 by anna\n\n{PROSE} Again.\n\nPosted in courts | 2 Comments\n\n← Older posts\n",
    "counts under titles": f"Posts Tagged: Veldra\n\nFirst story\nMay 3, 2012 by anna Leave a Comment\n\n{PROSE}\n\nFiled Under: strikes, courts Tagged With: Veldra\n\nSecond story\nMay 1, 2012 by anna 2 Comments\n\n{PROSE} Again.\n\nFiled Under: courts\n",
    "labels": f"Tag: Veldra\n\nFirst story\n\n{PROSE}\n\nPosted by Anna at 10:15 AM\nNo comments:\nLabels: strikes, courts\n\nSecond story\n\n{PROSE} Again.\n\nPosted by Anna at 9:15 AM\n2 comments:\nLabels: courts\n",
    "counts only": f"Category Archives: strikes\n\nFirst story\n\n{PROSE}\n\nLeave a comment\n\nSecond story\n\n{PROSE} Again.\n\n2 Comments\n",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_posts_are_parted_in_every_layout(layout: str) -> None:
    parsed = read(LAYOUTS[layout])
    assert parsed.format == "tag page, text"
    assert [d.title for d in parsed.documents] == ["First story", "Second story"]
    assert [d.post and d.post.comments for d in parsed.documents] == [0, 2]
    assert parsed.documents[1].text.content == f"Second story\n\n{PROSE} Again."
    if layout == "labels":
        assert [d.post and d.post.tags for d in parsed.documents] == [("strikes", "courts"), ("courts",)]
        assert parsed.documents[0].authors[0].name == "Anna"
    elif layout != "counts only":
        assert [d.post and d.post.categories for d in parsed.documents] == [("strikes", "courts"), ("courts",)]
    if layout in ("one line", "counts under titles"):
        assert [d.posted and d.posted.edtf for d in parsed.documents] == ["2012-05-03", "2012-05-01"]
        assert parsed.documents[0].authors[0].name == "anna"


def test_a_russian_page() -> None:
    page = (
        f"Архив метки: Вельдра\n\nПервая запись\n\nОпубликовано 3 мая 2012 автором anna\n\n{RUSSIAN}\n\n"
        f"Рубрика: забастовки, суд | Метки: Вельдра | Добавить комментарий\n\nВторая запись\n\n{RUSSIAN} И ещё.\n\n"
        "Рубрика: суд | 12 комментариев\n\n← Предыдущие записи"
    )
    first, second = read(page).documents
    assert (first.title, first.language) == ("Первая запись", "ru")
    assert first.posted and first.posted.edtf == "2012-05-03"
    assert first.post and (first.post.categories, first.post.tags) == (("забастовки", "суд"), ("Вельдра",))
    assert second.post and second.post.comments == 12


def test_a_page_without_footers_is_parted_at_its_dated_titles() -> None:
    page = f"Tag Archives: Veldra\n\nFirst story\nPosted on May 3, 2012 by anna\n\n{PROSE}\n\nSecond story\nPosted on May 1, 2012 by anna\n\n{PROSE} Again.\n"
    assert [d.title for d in read(page).documents] == ["First story", "Second story"]


def test_the_same_post_twice_is_kept_once_and_said() -> None:
    post = f"First story\n\n{PROSE}\n\nLeave a comment\n\nFiled under courts\n\n"
    parsed = read(f"Tag Archives: Veldra\n\n{post}{post}")
    assert len(parsed.documents) == 1
    assert "twice" in parsed.skipped[0].what


def test_posts_of_one_title_and_other_words_stay_two() -> None:
    page = "Tag Archives: V\n\n" + "".join(
        f"News\n\n{PROSE} {n}\n\nLeave a comment\n\nFiled under courts\n\n" for n in "ab"
    )
    assert len({d.id for d in read(page).documents}) == 2


def test_ids_do_not_depend_on_newer_posts_above() -> None:
    old = f"First story\n\n{PROSE}\n\nLeave a comment\n\nFiled under courts\n\n"
    new = f"Newer story\n\n{PROSE} New.\n\nLeave a comment\n\nFiled under courts\n\n"
    (before,) = read(f"Tag Archives: V\n\n{old}").documents
    after = read(f"Tag Archives: V\n\n{new}{old}").documents[1]
    assert (before.id, before.text.digest) == (after.id, after.text.digest)


def test_a_page_with_footers_and_no_post_is_an_error() -> None:
    with pytest.raises(Unreadable, match="no post"):
        read("Tag Archives: Veldra\n\nLeave a comment\n\nFiled under courts\n")


def test_undated_posts_get_the_bounds_their_neighbours_give() -> None:
    def post(title: str, head: str) -> str:
        return f"{title}\n\n{head}{PROSE} {title}\n\nLeave a comment\n\nFiled under courts\n\n"

    page = (
        "Tag Archives: V\n\n"
        + post("C", "a.example\n\n3 May 2012\n\n")
        + post("B", "")
        + post("A", "a.example\n\n1 May 2012\n\n")
    )
    middle = read(page).documents[1]
    assert middle.posted and (middle.posted.edtf, middle.posted.doubt) == ("2012-05-01/..", "bounds")


@pytest.mark.parametrize(
    ("line", "taxonomy", "name"),
    [
        ("Tag Archives: Veldra", "tag", "Veldra"),
        ("Category Archives: trade unions", "category", "trade unions"),
        ("Posts tagged ‘Veldra’", "tag", "Veldra"),
        ("Архив метки: Вельдра", "tag", "Вельдра"),
        ("Архив рубрики: Суд", "category", "Суд"),
        ("Schlagwort-Archive: Veldra", "tag", "Veldra"),
        ("Veldra Archives", "tag", "Veldra"),
    ],
)
def test_page_headings(line: str, taxonomy: str, name: str) -> None:
    term = read_header(line)
    assert term and (term.taxonomy, term.name) == (taxonomy, name)
