"""Dated events, hearings to come and ends of terms in, an iCalendar file out (RFC 5545). All-day entries; no clock is asked.

A calendar shows a title on a day. So a day stands there only as it was said: a month is a stretch marked "day not said", two readings are
two entries marked as such, what is coarser or open is left out and counted. What is only denied or demanded is no entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from according.domain.event import Event, Proceeding, Status, StatusLine
from according.domain.identity import short_id
from according.domain.statement import Polarity, Stance
from according.errors import BadInput
from according.export.calendar_entry import Entry, write_entry
from according.export.material import Material, reference_day, web_address
from according.export.places import point_of
from according.export.vocabulary import is_home
from according.export.wording import say_account, say_event, say_quote, say_standing, say_whom
from according.language.edtf import Precision, bounds, is_approximate, members, precision
from according.present.calendar_lines import BEGIN_CALENDAR, END_CALENDAR, text_line
from according.present.catalogue import find_messages
from according.present.dates import say_date
from according.present.labels import say
from according.present.words import join_words

_LONGEST = 62  # days of a stretch whose day was not said: two months; longer ones say nothing in a calendar
_INTERVAL = 366  # days of a stretch that was said with both ends
_READINGS = 4
_QUOTES = 12
# Types that may last for days; of any other a stretch is what its day lies in.
_LASTING = frozenset({
    "strike", "lockout", "hunger_strike", "occupation", "demonstration", "march", "picket", "riot", "clash",
    "encirclement", "trial", "pretrial_detention", "house_arrest", "imprisonment", "curfew", "state_of_emergency",
    "communications_shutdown", "censorship", "deployment", "negotiation", "surveillance", "ban", "travel_ban",
    "wage_arrears", "torture", "ill_treatment", "health_condition", "hospitalisation", "disappearance", "abduction",
})  # fmt: skip
_ACCOUNTS = 40


def write_calendar(material: Material) -> Iterator[str]:
    """The whole file, an entry at a time, by event and then by person."""
    events = [event for event in material.case_file.events if _stands(material, event)]
    made = {event.id: list(_event_entries(material, event)) for event in events}
    out = sum(not entries for entries in made.values())
    words = find_messages(material.language)
    told = words.gettext("What reports tell, on the days they tell; nothing is established by standing here.")
    left = words.ngettext(
        "%(n)d event without such a day is left out.", "%(n)d events without such a day are left out.", out
    )
    yield BEGIN_CALENDAR
    yield text_line("X-WR-CALNAME", material.title)
    yield text_line("X-WR-CALDESC", f"{told} {left % {'n': out}}")
    for event in events:
        yield from map(write_entry, made[event.id])
    for proceeding in material.case_file.proceedings:
        yield from map(write_entry, _hearing_entries(material, proceeding))
    for status in sorted(material.case_file.statuses, key=lambda status: status.person):
        yield from map(write_entry, _term_entries(material, status))
    yield END_CALENDAR


def _stands(material: Material, event: Event) -> bool:
    return material.is_told_as_so(event) or _is_expected(material, event)


def _is_expected(material: Material, event: Event) -> bool:
    """Whether it is told as to come and by nobody as having been: a hearing that is set."""
    told = [one for one in material.statements_of(event) if one.disowned is None]
    return not material.is_told_as_so(event) and any(
        one.statement.stance is Stance.EXPECTED and one.statement.polarity is Polarity.HAPPENED for one in told
    )


def _event_entries(material: Material, event: Event) -> Iterator[Entry]:
    readings = members(event.when) if event.when else ()
    stretches = [_stretch(reading) for reading in readings]
    if not stretches or len(stretches) > _READINGS or None in stretches:
        return
    _ = find_messages(material.language).gettext
    doubts = material.doubts(event)
    homes = material.homes_of(event)
    place = material.entities.get(event.place or "")
    for number, (reading, stretch) in enumerate(zip(readings, stretches, strict=True), 1):
        if stretch is None:
            continue
        marks = []
        if _is_expected(material, event):
            marks.append(_("expected"))
        if len(readings) > 1:
            marks.append(_("one of %(n)d days told") % {"n": len(readings)})
        elif stretch[0] != stretch[1] and not ("/" in reading and event.type in _LASTING):
            marks.append(_("day not said"))
        if is_approximate(event.when or ""):
            marks.append(_("about"))
        marks += [_(_CONTESTED[doubt]) for doubt in doubts]
        yield Entry(
            uid=event.id if len(readings) == 1 else f"{event.id}-{number}",
            first=stretch[0],
            last=stretch[1],
            summary=_title(material, event) + (f" ({'; '.join(marks)})" if marks else ""),
            description=_describe(material, event),
            kind=event.type,
            when=event.when or "",
            tentative=bool(marks),
            stamp=max((day for home in homes if (day := reference_day(home))), default=None),
            place=event.where if event.where and not is_home(event.where) else None,
            point=point_of(place) if place else None,
            address=next((address for home in homes if (address := web_address(home.url))), None),
        )


def _title(material: Material, event: Event) -> str:
    whom = say_whom(material, event)
    return say_event(event, material.language) + (f": {whom}" if whom else "")


_CONTESTED = {
    "date": "the date is contested",
    "occurrence": "whether it happened is contested",
    "place": "the place is contested",
}


def _stretch(edtf: str) -> tuple[date, date] | None:
    """First and last day, or None where a calendar would say more than was said."""
    try:
        first, last = bounds(edtf)
    except BadInput:
        return None
    if first is None or last is None or not first.year >= 1000 or last.year > 9000:
        return None
    is_interval = "/" in edtf and precision(edtf) in (Precision.RANGE, Precision.WEEK, Precision.DAY)
    return (first, last) if (last - first).days < (_INTERVAL if is_interval else _LONGEST) else None


def _describe(material: Material, event: Event) -> str:
    """Who says so: the answers, then the words, then where to read them."""
    told = material.statements_of(event)
    lines = [say_standing(material, event)]
    lines += [say_account(account, material.language) for account in event.accounts[:_ACCOUNTS]]
    lines += [
        say_quote(one, material.document_of[one.statement.document], material.language)
        for one in told[:_QUOTES] if one.statement.document in material.document_of
    ]  # fmt: skip
    if len(told) > _QUOTES:
        lines.append(
            find_messages(material.language).gettext("… and %(n)d more statements") % {"n": len(told) - _QUOTES}
        )
    lines += [address for home in material.homes_of(event)[:_QUOTES] if (address := web_address(home.url))]
    return "\n".join(lines)


def _hearing_entries(material: Material, proceeding: Proceeding) -> Iterator[Entry]:
    """Days in court that are not themselves the day of their event: a trial told as a stretch has several."""
    events = {event.id: event for event in material.case_file.events}
    for hearing in proceeding.hearings:
        event, stretch = events.get(hearing.event), _stretch(hearing.when)
        if event is None or event.when == hearing.when or stretch is None or stretch[0] != stretch[1]:
            continue
        if not _stands(material, event):
            continue
        names = [one.name for one in proceeding.defendants]
        parts = [join_words(names, material.language), proceeding.court, say_date(hearing.when, material.language)]
        words = find_messages(material.language).gettext("Hearing: %(what)s")
        homes = [
            material.document_of[one.statement.document]
            for id in hearing.statements
            if (one := material.told.get(id)) and one.statement.document in material.document_of
        ]
        yield Entry(
            uid=short_id("h", proceeding.id, hearing.when),
            first=stretch[0],
            last=stretch[1],
            summary=words % {"what": ", ".join(part for part in parts if part)},
            description=_quotes(material, hearing.statements),
            kind="hearing",
            when=hearing.when,
            tentative=_is_expected(material, event),
            stamp=max((day for home in homes if (day := reference_day(home))), default=None),
            address=next((address for home in homes if (address := web_address(home.url))), None),
        )


def _quotes(material: Material, statements: Sequence[str]) -> str:
    """The words of some statements, a line each."""
    told = [material.told[id] for id in statements[:_QUOTES] if id in material.told]
    return "\n".join(
        say_quote(one, material.document_of[one.statement.document], material.language)
        for one in told
        if one.statement.document in material.document_of
    )


def _term_entries(material: Material, status: Status) -> Iterator[Entry]:
    """The day a term ends, as said or as reckoned. Nobody is released by it."""
    _ = find_messages(material.language).gettext
    seen = set()
    for line in status.lines or (status.line,):
        stretch = _stretch(line.until) if line.until else None
        if stretch is None or line.until in seen:
            continue
        seen.add(line.until)
        basis = _("reckoned from the sentence, not said") if line.until_basis == "arithmetic" else _("as told")
        if stretch[0] != stretch[1]:
            basis += "; " + _("day not said")
        yield Entry(
            uid=short_id("t", status.person, line.until or "", line.until_basis or ""),
            first=stretch[0],
            last=stretch[1],
            summary=_("End of term: %(name)s (%(basis)s)") % {"name": status.name, "basis": basis},
            description=_describe_term(material, line),
            kind="end_of_term",
            when=line.until or "",
            tentative=True,
            stamp=line.last_cited,
        )


def _describe_term(material: Material, line: StatusLine) -> str:
    _ = find_messages(material.language).gettext
    lines = [
        _("Nobody is known to be released because a term ends. Last told: %(what)s.")
        % {"what": say(line.status.value, "custody", material.language)}
    ]
    return "\n".join([*lines, _quotes(material, line.evidence)])
