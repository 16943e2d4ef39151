"""Reposts in the conventions of many blogs and languages, and the traps beside them. All people, places and outlets are invented."""

from __future__ import annotations

import pytest

from according.domain.document import Document, Outlet
from according.parse.draft import PostDraft
from according.parse.plain import blocks_of_text
from according.parse.reports import documents_of_post

BLOG = Outlet("Under the Bridge", "bridge.example.org")
P = "Miners in the town of Veldra stopped work on Monday and gathered in front of the office of the combine, their union says."
Q = "The owners of the combine told reporters that all wages had been paid in full and that nobody had been dismissed this year."
R = "Горняки города Вельдра в понедельник прекратили работу и собрались перед конторой комбината, сообщает их профсоюз."
D = "Die Bergleute der Stadt Veldra legten am Montag die Arbeit nieder und sammelten sich vor dem Büro des Kombinats, sagt die Gewerkschaft."
F = "Les mineurs de la ville de Veldra ont cessé le travail lundi et se sont rassemblés devant le bureau du combinat, dit leur syndicat."
S = "Los mineros de la ciudad de Veldra pararon el lunes y se reunieron frente a la oficina del combinado, dice su sindicato."


def read(body: str, title: str = "What the papers say") -> tuple[Document, ...]:
    draft = PostDraft(title, blocks_of_text(body), guid="https://bridge.example.org/?p=7", outlet=BLOG, author="anna")
    return documents_of_post(draft, case="k-1", capture=None, parser="test")


def told(document: Document) -> tuple[str | None, list[str], str | None, list[str]]:
    return (
        document.outlet.name if document.outlet else None,
        [author.name for author in document.authors],
        document.published.edtf if document.published else None,
        [link.outlet.name for link in document.repost_of],
    )


# what the post says -> outlet, hands, day, chain (nearest first)
ONE = [
    ("From: Harbour Times, 3 May 2012\n\n" + P, "Harbour Times", [], "2012-05-03", ["Harbour Times"]),
    ("Source: Harbour Times\n\n" + P, "Harbour Times", [], None, ["Harbour Times"]),
    (P + "\n\nSource: harbour.example", "harbour.example", [], None, ["harbour.example"]),
    (P + "\n\nOriginally published at Harbour Times on 3 May 2012", "Harbour Times", [], "2012-05-03", ["Harbour Times"]),
    (P + "\n\nThis article first appeared in the Harbour Times.", "Harbour Times", [], None, ["Harbour Times"]),
    (P + "\n\nThis article was originally published by Harbour Times on May 3, 2012.", "Harbour Times", [], "2012-05-03", ["Harbour Times"]),
    ("Reposted from Harbour Times\n\n" + P, "Harbour Times", [], None, ["Harbour Times"]),
    ("Cross-posted from harbour.example\n\n" + P, "harbour.example", [], None, ["harbour.example"]),
    ("Republished with permission from Harbour Times\n\n" + P, "Harbour Times", [], None, ["Harbour Times"]),
    (P + "\n\nvia Harbour Times", "Harbour Times", [], None, ["Harbour Times"]),
    (P + "\n\n(Via: harbour.example)", "harbour.example", [], None, ["harbour.example"]),
    (P + "\n\nH/T Harbour Times", "Harbour Times", [], None, ["Harbour Times"]),
    ("http://www.harbour.example/news/miners-out\n\n" + P, "harbour.example", [], None, ["harbour.example"]),
    ("By Ann Tolvar, Harbour Times, 3 May 2012\n\n" + P, "Harbour Times", ["Ann Tolvar"], "2012-05-03", ["Harbour Times"]),
    ("By Ann Tolvar | Harbour Times | May 3, 2012\n\n" + P, "Harbour Times", ["Ann Tolvar"], "2012-05-03", ["Harbour Times"]),
    ("Ann Tolvar, Harbour Times, 3 May 2012\n\n" + P, "Harbour Times", ["Ann Tolvar"], "2012-05-03", ["Harbour Times"]),
    ("Published in Harbour Times, 3 May 2012\n\n" + P, "Harbour Times", [], "2012-05-03", ["Harbour Times"]),
    (P + "\n\nRead the original at Harbour Times", "Harbour Times", [], None, ["Harbour Times"]),
    ("Источник: Степной вестник, 3 мая 2012\n\n" + R, "Степной вестник", [], "2012-05-03", ["Степной вестник"]),
    (R + "\n\nИсточник: http://vestnik.example/news/12", "vestnik.example", [], None, ["vestnik.example"]),
    (R + "\n\nПерепечатано из газеты «Степной вестник»", "Степной вестник", [], None, ["Степной вестник"]),
    (R + "\n\nОпубликовано в «Степном вестнике», 3 мая 2012 г.", "Степном вестнике", [], "2012-05-03", ["Степном вестнике"]),
    ("Инга Сладкова, Степной вестник, 3 мая 2012\n\n" + R, "Степной вестник", ["Инга Сладкова"], "2012-05-03", ["Степной вестник"]),
    (D + "\n\nQuelle: Hafenzeitung, 3. Mai 2012", "Hafenzeitung", [], "2012-05-03", ["Hafenzeitung"]),
    ("Von Anna Tolvar, Hafenzeitung, 3. Mai 2012\n\n" + D, "Hafenzeitung", ["Anna Tolvar"], "2012-05-03", ["Hafenzeitung"]),
    (D + "\n\nZuerst erschienen in: Hafenzeitung, 3. Mai 2012", "Hafenzeitung", [], "2012-05-03", ["Hafenzeitung"]),
    (F + "\n\nSource : Journal du Port, 3 mai 2012", "Journal du Port", [], "2012-05-03", ["Journal du Port"]),
    (F + "\n\nArticle paru dans le Journal du Port, 3 mai 2012", "Journal du Port", [], "2012-05-03", ["Journal du Port"]),
    (S + "\n\nFuente: Diario del Puerto, 3 de mayo de 2012", "Diario del Puerto", [], "2012-05-03", ["Diario del Puerto"]),
    (S + "\n\nPublicado originalmente en Diario del Puerto", "Diario del Puerto", [], None, ["Diario del Puerto"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "outlet", "hands", "day", "chain"), ONE)
def test_one_reposted_report(body: str, outlet: str, hands: list[str], day: str | None, chain: list[str]) -> None:
    documents = read(body)
    assert len(documents) == 1
    assert told(documents[0]) == (outlet, hands, day, chain)
    assert any(words in documents[0].text.content for words in (P, R, D, F, S))


# two reports: the line or lines that part them, and the head of the second
PARTS = [
    "***", "* * *", "—", "___", "-----", "=====", "⁂", "———", "~~~",
]  # fmt: skip


@pytest.mark.parametrize("mark", PARTS)
def test_two_reports_parted_by_a_line(mark: str) -> None:
    first, second = read(
        f"By Ann Tolvar\nHarbour Times\n3 May 2012\n\n{P}\n\n{mark}\n\nOwners deny\nBy Ivo Brandt\nSteel Herald\n4 May 2012\n\n{Q}"
    )
    assert told(first) == ("Harbour Times", ["Ann Tolvar"], "2012-05-03", ["Harbour Times"])
    assert told(second) == ("Steel Herald", ["Ivo Brandt"], "2012-05-04", ["Steel Herald"])
    assert second.title == "Owners deny" and Q not in first.text.content


def test_two_reports_each_with_its_source_under_it() -> None:
    first, second = read(
        f"Miners out\n\n{P}\n\nSource: Harbour Times, 3 May 2012\n\n***\n\nOwners deny\n\n{Q}\n\nSource: Steel Herald, 4 May 2012"
    )
    assert (told(first)[0], told(first)[2], told(second)[0], told(second)[2]) == (
        "Harbour Times", "2012-05-03", "Steel Herald", "2012-05-04",
    )  # fmt: skip
    assert (first.title, second.title) == ("Miners out", "Owners deny")


def test_via_and_source_make_a_chain() -> None:
    (document,) = read(f"{P}\n\nSource: Harbour Times, 3 May 2012\n\nvia steelwatch.example")
    assert [link.outlet.name for link in document.repost_of] == ["steelwatch.example", "Harbour Times"]
    assert document.outlet and document.outlet.name == "Harbour Times"


TRAPS = [
    f"{P}\n\nWe spoke to her via Skype.\n\n{Q}",
    f"{P}\n\nvia Skype",
    f"{P}\n\nvia e-mail",
    f"{P}\n\nSources:\n\n- http://a.example/one\n- http://b.example/two",
    f"{P}\n\nRead more:\n\nhttp://a.example/one\n\nhttp://b.example/two",
    f"{P}\n\nEasy to find here:\n\nhttp://groups.example/topic/42dac98f",
    f"{P}\n\n“Dear friends,\n\n{Q}\n\nYours,\nAnn Tolvar”\n\nThat was her letter.",
    f"**Who called the strike?**\n\n{P}\n\n**What do the owners say?**\n\n{Q}\n\n**And the police?**\n\n{P}",
    f"What happened on Monday?\n\n{P}\n\nWhat do the owners say?\n\n{Q}",
    f"{P}\n\nThe office stands at 12 Mill Street, Veldra.\n\n{Q}",
    f"Write to: Combine of Veldra\n12 Mill Street\nVeldra\n\n{P}",
    f"{P}\n\n***\n\n{Q}",
    f"{P}\n\nBackground\n\n{Q}",
    f"{P}\n\n3 May 2012\n\n{Q}",
    f"Monday, 3 May\n\n{P}\n\nTuesday, 4 May\n\n{Q}",
    f"{P}\n\nSource of the quarrel: the wages.\n\n{Q}",
    f"From Monday the miners will not go down.\n\n{P}",
    f"{P}\n\nBy Friday they had gone home.\n\n{Q}",
    f"{R}\n\nИсточник конфликта: зарплата.\n\n{R}",
    f"{P}\n\nThe union published a list:\n\n- Ann Tolvar, driver\n- Ivo Brandt, smith",
    f"{P}\n\nPhoto: Ann Tolvar",
    f"{P}\n\nTranslated from Russian by Ann Tolvar.",
]


@pytest.mark.parametrize("body", TRAPS)
def test_what_is_no_repost(body: str) -> None:
    documents = read(body)
    assert len(documents) == 1, "nothing is split"
    assert documents[0].outlet == BLOG, "nothing is attributed to others"
    assert documents[0].repost_of == ()
    for words in (P, Q, R):
        if words in body:
            assert words in documents[0].text.content
