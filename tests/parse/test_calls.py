"""Calls to act as reports print them. All people and places are invented."""

from __future__ import annotations

import pytest

from according.domain.call import Call, CallKind
from according.domain.document import Dated, Text
from according.parse.calls import read_calls
from according.parse.draft import assemble
from according.parse.plain import blocks_of_text

DAY = Dated("2012-05-03", "given")


def calls_in(body: str, title: str = "News") -> tuple[Call, ...]:
    return read_calls(text_of(body), title, DAY)


def text_of(body: str) -> Text:
    return assemble(blocks_of_text(body))


def test_letters_with_targets_copies_points_and_deadline() -> None:
    (call,) = calls_in(
        "The union calls for protest messages.\n\nFree the miners of Veldra!\n\nPlease send letters to the Mayor of Veldra and the"
        " Embassy of Orland, demanding the release of the miners, and copies to a@mine.example and b@mine.example before 1 June."
    )
    assert call.kind is CallKind.LETTERS
    assert [t.name for t in call.targets] == ["Mayor of Veldra", "Embassy of Orland"]
    assert call.copies == ("a@mine.example", "b@mine.example")
    assert call.points == ("the release of the miners", "Free the miners of Veldra!")
    assert call.deadline == "2012-06-01"
    assert call.state == "history"


def test_a_suggested_letter_is_kept_whole() -> None:
    (call,) = calls_in(
        "Please write to the Mayor of Veldra.\n\nSample letter:\n\nDear Mayor,\n\nThe miners are in prison. Let them go.\n\n"
        "Yours sincerely\n\nBackground: the strike began in May."
    )
    assert call.message == "Dear Mayor,\n\nThe miners are in prison. Let them go.\n\nYours sincerely"


def test_each_item_of_a_list_of_things_to_do_is_a_call() -> None:
    calls = calls_in(
        "You can:\n\n• Sign the petition of the union.\n\n• Write to the Mayor of Veldra.\n\n• Demand that the council acts now."
    )
    assert [call.kind for call in calls] == [CallKind.PETITION, CallKind.LETTERS, CallKind.OTHER]
    assert calls[2].targets[0].name == "council"


def test_addresses_listed_under_the_ask() -> None:
    (call,) = calls_in(
        "Please send appeals to:\n\nMayor of Veldra\n1 Mine Square\nmayor@veldra.example\n\nThe strike goes on."
    )
    assert [(t.name, t.address) for t in call.targets] == [("Mayor of Veldra", "1 Mine Square, mayor@veldra.example")]


def test_a_demonstration_under_labels() -> None:
    (call,) = calls_in(
        "Picket the mine owners!\n\nWhere: Lantern Hall, 14 Lantern Yard\nWhen: Wednesday 9 May 2012, 6.30pm\n\nBring flags.",
        "Picket the owners",
    )
    assert (call.kind, call.place, call.when) == (
        CallKind.DEMONSTRATION,
        "Lantern Hall, 14 Lantern Yard",
        "2012-05-09T18:30",
    )


def test_a_demonstration_in_one_sentence_takes_its_year_from_the_report() -> None:
    (call,) = calls_in("Join the picket outside the Embassy of Orland on Saturday 12 May at 2pm.")
    assert (call.place, call.when) == ("the Embassy of Orland", "2012-05-12T14:00")


def test_a_russian_call() -> None:
    (call,) = calls_in(
        "Просим направлять письма протеста на адрес mayor@veldra.example, копии на union@veldra.example."
    )
    assert [t.address for t in call.targets] == ["mayor@veldra.example"]
    assert call.copies == ("union@veldra.example",)


def test_reports_of_what_others_did_are_no_calls() -> None:
    assert (
        calls_in(
            "The families sent letters to the Mayor on 3 May 2012. Workers demonstrated at the mine on 2 May 2012 at 2pm."
        )
        == ()
    )
    assert calls_in("A petition was signed by 300 people. The prosecutor called for a long sentence.") == ()
    assert calls_in("He was asked to sign a petition but refused.") == ()


def test_asks_stand_where_they_are_said() -> None:
    text = text_of("The strike goes on.\n\nPlease send messages to\u00a0the Mayor of Veldra.")
    (call,) = read_calls(text, "News", None)
    assert text.content[call.start : call.end] == call.asks
    assert call.targets[0].name == "Mayor of Veldra"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("You are asked to write to the President of Orland, demanding the release of the miners.", CallKind.LETTERS),
        ("Add your name to the petition for the release of the miners.", CallKind.PETITION),
        ("Bitte schickt Protestbriefe an den Bürgermeister von Veldra.", CallKind.LETTERS),
        ("Unterschreibt die Petition für die Bergleute.", CallKind.PETITION),
        ("Écrivez au maire de Veldra pour demander la libération des mineurs.", CallKind.LETTERS),
        ("Signez la pétition pour la libération des mineurs.", CallKind.PETITION),
        ("Envíen cartas de protesta al alcalde de Veldra.", CallKind.LETTERS),
        ("Firma la petición por la libertad de los mineros.", CallKind.PETITION),
    ],
)
def test_calls_in_other_wordings_and_languages(body: str, kind: CallKind) -> None:
    assert [call.kind for call in calls_in(body)] == [kind]


@pytest.mark.parametrize(
    "body",
    [
        "Write to us at office@blog.example if you want to help.",
        "Write to us: letters@blog.example.",
        "Please send corrections to the editors of this blog.",
        "Sign up for our newsletter. Please send us your comments.",
        "Join us on the net. Please forward this message to your friends.",
        "“Please send doctors,” she told the reporter.",
        "The clerk wrote: please contact the ministry if in doubt.",
        "Please send donations to our account.",
        "Свои материалы присылайте на office@blog.example.",
        "Напишите нам: office@blog.example.",
        "Schreibt uns an office@blog.example.",
        "To subscribe, write to list@blog.example.",
        "The union called for a demonstration outside the embassy on 12 May 2012 at 14:00.",
        "Workers gathered at Mill Square on Saturday 12 May 2012 at 2pm to protest against the arrests.",
        "The demonstration took place outside the embassy on 12 May 2012 at 2pm; police told people to come down.",
    ],
)
def test_what_is_no_call(body: str) -> None:
    assert calls_in(body, "About") == ()
