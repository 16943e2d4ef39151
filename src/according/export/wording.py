"""Events, statements and accounts in, short sentences for other people's tools out, through the message catalogue.

Such a tool shows a title and a text and no more; so both say that this is told, by whom, and what is contested.
"""

from __future__ import annotations

from according.domain.document import Document
from according.domain.entity import EntityKind
from according.domain.event import Account, Event
from according.domain.statement import Judged, Polarity, Role
from according.domain.types import all_types
from according.export.material import Material, nearest, outlet_of, reference_day
from according.export.vocabulary import is_home
from according.present.catalogue import find_messages
from according.present.dates import say_date
from according.present.labels import say, sentence_case
from according.present.words import join_words


def say_event(event: Event, language: str = "en") -> str:
    """The neutral title: type, place and date. A place that may be somebody's home is left out."""
    where = event.where if event.where and not is_home(event.where) else None
    parts = (sentence_case(say(event.type, language=language)), where, say_date(event.when, language))
    return ", ".join(part for part in parts if part)


def say_whom(material: Material, event: Event) -> str:
    """Whom the state did it to, where it is of the courts, police or prisons and they are named: a hearing is looked for by the name."""
    about = all_types().get(event.type)
    if about is None or about.family != "liberty_and_law" or about.counts is not Role.PATIENT:
        return ""
    told = [one.statement for one in material.statements_of(event) if one.disowned is None]
    ids = {part.entity for item in told for part in item.participants if part.role is Role.PATIENT and part.entity}
    names = sorted(
        one.name
        for id in ids
        if (one := material.entities.get(id)) and one.kind is EntityKind.PERSON and not one.unnamed
    )
    if len(names) > _NAMES:
        more = find_messages(material.language).gettext("%(n)d more") % {"n": len(names) - _NAMES + 1}
        names = [*names[: _NAMES - 1], more]
    return join_words(names, material.language)


_NAMES = 3


def say_standing(material: Material, event: Event) -> str:
    """How the event stands: "Told in 3 reports. That it is told does not establish it. Sources contradict …"."""
    words = find_messages(material.language)
    reports = len(material.homes_of(event))
    told = words.ngettext(
        "Told in %(n)d report. That it is told does not establish it.",
        "Told in %(n)d reports. That it is told does not establish it.",
        reports,
    )
    doubts = [words.gettext(_DOUBTS[doubt]) for doubt in material.doubts(event)]
    contested = (
        [words.gettext("Sources contradict one another: %(what)s.") % {"what": ", ".join(doubts)}] if doubts else []
    )
    return " ".join([told % {"n": reports}, *contested])


_DOUBTS = {"occurrence": "whether it happened", "date": "when it was", "place": "where it was"}


def say_quote(judged: Judged, document: Document, language: str = "en") -> str:
    """“The words” – speaker, outlet, day [marks]. One line."""
    marks = say_marks(judged, language)
    words = " ".join(judged.statement.quote.exact.split())
    return f"“{words}” – {say_voice(judged, document, language)}" + (f" [{'; '.join(marks)}]" if marks else "")


def say_voice(judged: Judged, document: Document, language: str = "en") -> str:
    """Who says so: "Interior Ministry, in The Courier, 14 March 2011"."""
    _ = find_messages(language).gettext
    outlet = outlet_of(document) or document.title
    day = say_date(reference_day(document), language) or _("undated")
    names = nearest(judged.statement)
    if not names:
        return _("the report itself (%(outlet)s), %(day)s") % {"outlet": outlet, "day": day}
    return _("%(speaker)s, in %(outlet)s, %(day)s") % {
        "speaker": join_words(names, language), "outlet": outlet, "day": day,
    }  # fmt: skip


def say_marks(judged: Judged, language: str = "en") -> list[str]:
    """What must be read with the words: the stance, a denial, that they were taken back, that nobody reviewed them."""
    item, marks = judged.statement, []
    if item.polarity is Polarity.DID_NOT_HAPPEN:
        marks.append(find_messages(language).gettext("says it did not happen"))
    if item.stance.value != "asserted":
        marks.append(say(item.stance.value, "stance", language))
    if judged.disowned:
        marks.append(say(judged.disowned, "disowned", language))
    marks.append(say(judged.state.value, "state", language))
    return marks


def say_account(account: Account, language: str = "en") -> str:
    """One voice's answer: "How many were killed? at least 16 – Interior Ministry, The Courier, 14 March 2011"."""
    question = say(account.aspect.value, "aspect", language)
    value = say_date(account.value.edtf, language) if account.value.edtf else account.value.words
    voice = [
        account.speaker if account.speaker_kind != "report" else None,
        account.outlet,
        say_date(account.as_of, language),
    ]
    scope = f" ({account.scope})" if account.scope else ""
    return f"{question} {value}{scope} – {', '.join(part for part in voice if part)}"
