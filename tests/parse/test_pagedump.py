"""Whole pages copied out of a browser as plain text, in the layouts of many themes and languages: posts come out, menus do not."""

from __future__ import annotations

import pytest

from according.domain.capture import Found
from according.domain.document import Document, Parsed
from according.parse import parse

A = "The strike committee of the Vostra mine said on Tuesday that nobody had answered its letter of demands, sent a month ago."
B = "Two hundred miners stood before the office of the company until the evening and then went home in order, witnesses said."
RU_A = (
    "Комитет забастовки шахты «Востра» сообщил во вторник, что на его письмо с требованиями за месяц никто не ответил."
)
RU_B = "Двести шахтёров стояли перед конторой компании до вечера, а потом в полном порядке разошлись по домам, говорят очевидцы."
HEAD = "Skip to content\nOrlen Watch\nMenu\nHome\nAbout\nContact\n"
FOOT = "Search\nRecent posts\nArchives\nProudly powered by WordPress\n"


def read(text: str) -> Parsed:
    return parse(Found(text.encode(), "page.txt"), case="c")


def facts(document: Document) -> tuple[object, ...]:
    post = document.post
    assert post is not None
    return (
        document.title, document.posted.edtf if document.posted else None, post.author, list(post.categories), list(post.tags), post.comments,
    )  # fmt: skip


PAGES = {
    "date under the title, hand behind it": (
        f"{HEAD}Miners out\nAugust 9, 2012 Lena Orlova\n{A}\nNo answer yet\nAugust 7, 2012 Lena Orlova\n{B}\n{FOOT}",
        [("Miners out", "2012-08-09", "Lena Orlova", [], [], None), ("No answer yet", "2012-08-07", "Lena Orlova", [], [], None)],
    ),
    "boxes that touch": (
        f"{HEAD}Miners out\nAugust 9, 2012Mines, StrikesLena Orlova\n{A}\nContinue reading Miners out →\nNo answer yet\nAugust 7, 2012MinesIvo Brandt\n{B}\n{FOOT}",
        [("Miners out", "2012-08-09", "Lena Orlova", ["Mines", "Strikes"], [], None), ("No answer yet", "2012-08-07", "Ivo Brandt", ["Mines"], [], None)],
    ),
    "the date closes the post": (
        f"{HEAD}Author: lena\nMiners out\n{A}\nPosted on 9 August, 2012Categories MinesTags strike, pay\nNo answer yet\n{B}\n"
        f"Posted on 7 August, 201210 October, 2012Categories Mines, Pay\n{FOOT}",
        [("Miners out", "2012-08-09", None, ["Mines"], ["strike", "pay"], None), ("No answer yet", "2012-08-07", None, ["Mines", "Pay"], [], None)],
    ),
    "hand, date and category with strokes, under the words": (
        f"{HEAD}Miners out\n{A}\nPosted by lena / August 9, 2012 / Posted in Mines\nNo answer yet\n{B}\nPosted by lena / August 7, 2012 / Posted in Mines\n{FOOT}",
        [("Miners out", "2012-08-09", "lena", ["Mines"], [], None), ("No answer yet", "2012-08-07", "lena", ["Mines"], [], None)],
    ),
    "category and hand in one, a bare count": (
        f"{HEAD}Miners out\nNews Lena Orlova - August 9, 2012\n3\n{A}\nNo answer yet\nLena Orlova - August 7, 2012\n0\n{B}\n{FOOT}",
        [("Miners out", "2012-08-09", "Lena Orlova", ["News"], [], 3), ("No answer yet", "2012-08-07", "Lena Orlova", [], [], 0)],
    ),
    "slashed dates tell their order together": (
        f"{HEAD}Miners out\n09/08/2012\n{A}\nNo answer yet\n27/07/2012\n{B}\n{FOOT}",
        [("Miners out", "2012-08-09", None, [], [], None), ("No answer yet", "2012-07-27", None, [], [], None)],
    ),
    "Russian, labels and tabs": (
        f"Главная\nКонтакты\nПоиск\nШахтёры вышли\nДата: 9 августа 2012\tРубрика: Новости, Шахты\tКомментарии: 3 комментария\n{RU_A} Далее...\n"
        f"Ответа нет\nДата: 7 августа 2012\tРубрика: Новости\tКомментарии: Комментариев нет\n{RU_B}\nРубрики\nАрхивы\n",
        [("Шахтёры вышли", "2012-08-09", None, ["Новости", "Шахты"], [], 3), ("Ответа нет", "2012-08-07", None, ["Новости"], [], 0)],
    ),
    "Russian, date, hand and category each on a line": (
        f"Меню\nКонтакты\nКарта сайта\nШахтёры вышли\n09.08.2012\nadmin\n{RU_A} Читать далее →\nНовости\nОтвета нет\n07.08.2012\nadmin\n{RU_B}\nНовости\n"
        f"Нет воды\n05.08.2012\nadmin\n{RU_A}\nНовости\nПоиск\n",
        [("Шахтёры вышли", "2012-08-09", "admin", ["Новости"], [], None), ("Ответа нет", "2012-08-07", "admin", ["Новости"], [], None),
         ("Нет воды", "2012-08-05", "admin", ["Новости"], [], None)],
    ),
    "French, count and hand after the date": (
        f"Aller au contenu\nAccueil\nRechercher\nLes mineurs sortent\n{A}\nLire la suite\n9 août 2012\nadmin 2 Commentaires\nPas de réponse\n{B}\nLire la suite\n"
        "7 août 2012\nadmin 0 Commentaires\nMentions légales\n",
        [("Les mineurs sortent", "2012-08-09", "admin", [], [], 2), ("Pas de réponse", "2012-08-07", "admin", [], [], 0)],
    ),
    "German": (
        f"Zum Inhalt springen\nStartseite\nImpressum\nBergleute im Ausstand\nVeröffentlicht am 9. August 2012 von lena\n{A}\n"
        f"Noch keine Antwort\nVeröffentlicht am 7. August 2012 von lena\n{B}\nSuche\nDatenschutz\n",
        [("Bergleute im Ausstand", "2012-08-09", "lena", [], [], None), ("Noch keine Antwort", "2012-08-07", "lena", [], [], None)],
    ),
    "Spanish": (
        f"Saltar al contenido\nInicio\nBuscar\nMineros en huelga\n9 de agosto de 2012 por Lena Orlova\n{A}\nSin respuesta\n7 de agosto de 2012 por Lena Orlova\n{B}\nContacto\n",
        [("Mineros en huelga", "2012-08-09", "Lena Orlova", [], [], None), ("Sin respuesta", "2012-08-07", "Lena Orlova", [], [], None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_posts_come_out_of_a_copied_page(name: str) -> None:
    text, expected = PAGES[name]
    parsed = read(text)
    assert [facts(document) for document in parsed.documents] == expected
    for document in parsed.documents:
        body = document.text.content.removeprefix(document.title).strip()
        assert body in (A, B, RU_A, RU_B), 'nothing of menus, dates or "read more" stays in the words'
    assert parsed.skipped, "what was left out is told"


def test_one_post_copied_with_its_page_leaves_menus_and_thread_behind() -> None:
    parsed = read(
        f"{HEAD}Miners out\nPosted on August 9, 2012 by Lena Orlova\n{A}\n{B}\nPosted in Mines | 2 Comments\n2 thoughts on “Miners out”\n"
        "Ivo says:\nAugust 10, 2012 at 10:12\nI was there and saw how the police drove past without a word and went home again.\nReply\n"
    )
    (found,) = parsed.documents
    assert facts(found) == ("Miners out", "2012-08-09", "Lena Orlova", ["Mines"], [], 2)
    assert found.text.content == f"Miners out\n\n{A}\n\n{B}" or found.text.content == f"Miners out\n\n{A}\n{B}"


def test_a_headline_without_words_is_told_and_left_out() -> None:
    parsed = read(
        f"{HEAD}Miners out\nAugust 9, 2012\nNo answer yet\nAugust 7, 2012\n{B}\nWater gone\nAugust 5, 2012\n{A}\n{FOOT}"
    )
    assert [document.title for document in parsed.documents] == ["No answer yet", "Water gone"]
    assert any(item.where == "Miners out" for item in parsed.skipped)


@pytest.mark.parametrize(
    "text",
    [
        f"Chronicle of the strike\n\nMay 3, 2012\n{A}\n\nMay 4, 2012\n{B}\n",
        f"Miners out\nBy Lena Orlova\n3 May 2012\n\n{A}\n\n{B}\n\nContact: office@vostra.example\n",
        f"Letters to the editor\n\nMenu\n\n{A}\n\n12 May 2012\n\n{B}\n",
    ],
)
def test_a_report_is_no_copied_page(text: str) -> None:
    parsed = read(text)
    assert len(parsed.documents) == 1
    assert A in parsed.documents[0].text.content and B in parsed.documents[0].text.content
