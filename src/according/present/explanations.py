"""A dispute in, the reason why its sides cannot all be true out, in plain words. Says nothing about who is right."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from according.domain.event import Aspect, Dispute, DisputeKind, DisputeValue
from according.present.catalogue import find_messages
from according.present.dates import day_bounds, say_date, say_duration
from according.present.labels import say
from according.present.words import join_words

_DURATION = re.compile(r"\bP(?:\d[\d.]*[YMWD])+(?:T[\d.]+H)?(?![\w])")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTED = {
    Aspect.DEATHS: "How many died", Aspect.INJURED: "How many were injured", Aspect.ARRESTED: "How many were arrested",
    Aspect.MISSING: "How many are missing", Aspect.TRIED: "How many were tried",
    Aspect.CONVICTED: "How many were convicted", Aspect.ACQUITTED: "How many were acquitted",
    Aspect.SENTENCED: "How many were sentenced", Aspect.DISMISSED: "How many were dismissed",
    Aspect.PARTICIPANTS: "How many took part",
}  # fmt: skip
_OPENINGS = {
    DisputeKind.OCCURRENCE: "Some say it happened, others that it did not",
    DisputeKind.RESPONSIBILITY: "Different sides are named as those who did it",
    DisputeKind.NATURE: "The same happening is called by names that do not fit together",
    DisputeKind.CAUSE: "Different causes are given",
    DisputeKind.DATE: "Different dates are given for the same happening",
    DisputeKind.PLACE: "Different places are given for the same happening",
    DisputeKind.VALUE: "The particulars given do not agree",
    DisputeKind.IDENTITY: "It is not settled whether one or two are meant",
}


def explain_dispute(dispute: Dispute, language: str = "en") -> str:
    """Why these accounts cannot all be true, in one to three plain sentences."""
    _ = find_messages(language).gettext
    explain = _BY_KIND.get(dispute.kind, _explain_sides)
    sentence = explain(dispute, language)
    if dispute.possible and dispute.kind is not DisputeKind.IDENTITY:
        sentence += " " + _("It is not certain that all of them speak of the same thing.")
    return sentence


def say_value(value: str, language: str = "en") -> str:
    """A side's value in words: dates and durations said, everything else as printed."""
    if re.fullmatch(r"[\[{]?\d{4}(-[\dX]{2}.*|/.*)?", value):
        return say_date(value, language)
    if _DURATION.search(value):
        value = say_duration(value, language) if " → " in value else value
        return _DURATION.sub(lambda found: say_duration(found.group(), language), value)
    kind, colon, date = value.partition(": ")
    if colon and re.fullmatch(r"[a-z_]+", kind) and re.match(r"[\[{]?\d{4}", date):
        return f"{say(kind, language=language)}, {say_date(date, language)}"
    return value


def say_outcome(outcome: str, language: str = "en") -> str:
    """What became of a defendant: kinds and terms in words: "sentence: 7 years; court appeal granted: 5 years"."""
    plain = re.sub(r"\b[a-z]+(?:_[a-z]+)+\b", lambda found: say(found.group(), language=language), outcome)
    return say_value(plain, language)


def say_voice(speaker: str, language: str = "en", kind: str | None = None) -> str:
    """Who says so, as it reads in a sentence: "Harbour Review (its own words)" where nobody else is named as the source, and
    the words of the text where they name nobody: "somebody unnamed (“reportedly”)"."""
    _ = find_messages(language).gettext
    if kind == "unnamed" and speaker and not speaker.startswith("somebody "):
        return _("somebody unnamed (“%(words)s”)") % {"words": speaker}
    outlet = speaker.removeprefix("the report itself: ")
    return speaker if outlet == speaker else _("%(outlet)s (its own words)") % {"outlet": outlet}


def say_question(dispute: Dispute, language: str = "en") -> str:
    """What the dispute is about, in a few words: "How many died (killing, Velm, 7 March 2014)"."""
    _ = find_messages(language).gettext
    facts = dict(dispute.facts)
    about = _event(facts, language)
    if dispute.kind is DisputeKind.COUNT:
        opening = _(_COUNTED.get(dispute.aspect, "How many") if dispute.aspect else "How many")
    elif dispute.aspect is Aspect.OWNER and "company" in facts:
        opening = _("Different shares of %(company)s are given for %(owner)s") % facts
    elif dispute.aspect is Aspect.ORDER_GIVEN:
        opening = _("It is disputed who gave the order")
    elif dispute.aspect is Aspect.TERM:
        opening = _("Different terms are given for the same sentence")
    elif dispute.aspect is Aspect.CHARGE:
        opening = _("Different articles are given for the same charge")
    elif dispute.kind is DisputeKind.CAUSE and dispute.about_kind == "person":
        opening = _("Different causes of the same death are given")
    elif dispute.kind in _OPENINGS:
        opening = _(_OPENINGS[dispute.kind])
    else:
        opening = say(dispute.kind.value, "dispute", language)
    return f"{opening}{f' ({about})' if about else ''}"


def say_sides(dispute: Dispute, language: str = "en", longest: int = 110) -> list[str]:
    """Each answer once with all who give it: "at least 20, according to Zaboy and local journalists"."""
    _ = find_messages(language).gettext
    voices: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for side in dispute.values:
        value = _cut(_value_in_full(side, language), longest)
        words.setdefault(value.casefold(), value)
        voices.setdefault(value.casefold(), []).append(say_voice(side.speaker, language, side.speaker_kind))
    told = []
    for key, value in words.items():
        speakers = join_words(dict.fromkeys(voices[key]), language)
        told.append(
            _("%(value)s, according to %(speaker)s") % {"value": value, "speaker": speakers} if speakers else value
        )
    return told


def _cut(value: str, longest: int) -> str:
    """A figure or day as it is; a whole sentence in quotation marks and cut at a word."""
    if len(value) <= min(48, longest):
        return value
    if len(value) <= longest:
        return f"“{value}”"
    return f"“{value[: longest - 4].rsplit(' ', 1)[0].rstrip(' ,;:')} …”"


def _sides(dispute: Dispute, language: str) -> str:
    return "; ".join(say_sides(dispute, language))


def _value_in_full(side: DisputeValue, language: str) -> str:
    """The printed words, and the day they mean where they do not say it: "Friday (11 October 2013)"."""
    said = say_value(side.value, language)
    day = say_date(side.edtf, language) if side.edtf else ""
    return f"{said} ({day})" if day and day not in said else said


def _event(facts: dict[str, str], language: str) -> str:
    """The happening, in brackets after the question: "(killing, Velm, 7 March 2014)"."""
    parts = [say(facts.get("event_type"), language=language), facts.get("event_where", "")]
    parts.append(say_date(facts.get("event_when"), language))
    return ", ".join(part for part in parts if part)


def _explain_sides(dispute: Dispute, language: str) -> str:
    return f"{say_question(dispute, language)}: {_sides(dispute, language)}."


def _explain_count(dispute: Dispute, language: str) -> str:
    _ = find_messages(language).gettext
    facts = dict(dispute.facts)
    sentence = f"{say_question(dispute, language)}: {_sides(dispute, language)}."
    sentence += " " + _("These figures cannot all be right for the same people at the same time.")
    if "earlier" in facts:
        said = {"value": facts["earlier"], "speaker": say_voice(facts.get("earlier_speaker", ""), language)}
        said["day"] = say_date(facts.get("earlier_as_of"), language)
        words = (
            _("Earlier %(speaker)s had said “%(value)s” (%(day)s).")
            if said["day"]
            else _("Earlier %(speaker)s had said “%(value)s”.")
        )
        sentence += " " + words % said
    if facts.get("headline") == "yes":
        sentence += " " + _("One of the figures stands in a headline.")
    return sentence


def _explain_order(dispute: Dispute, language: str) -> str:
    _ = find_messages(language).gettext
    facts = dict(dispute.facts)
    if "follows_type" not in facts:
        return _explain_sides(dispute, language)
    said = {
        "what": say(facts.get("event_type"), language=language),
        "when": say_date(facts.get("said_when") or facts.get("event_when"), language),
        "first": say(facts["follows_type"], language=language),
        "first_when": say_date(facts.get("follows_when"), language),
    }
    return _("It is told as coming after: %(what)s (%(when)s) follows %(first)s (%(first_when)s). By these dates it came before.") % said  # fmt: skip


def _explain_arithmetic(dispute: Dispute, language: str) -> str:
    _ = find_messages(language).gettext
    facts = dict(dispute.facts)
    if not {"sum", "whole"} <= set(facts):
        return _explain_sides(dispute, language)
    parts = [
        f"{number} ({say(key[5:], language=language)})" for key, number in dispute.facts if key.startswith("part_")
    ]
    added = " + ".join(parts) or dispute.values[0].value
    said = {"parts": added, "sum": facts["sum"], "whole": facts["whole"]}
    return _("The parts do not make the whole: %(parts)s is %(sum)s, but %(whole)s are told of.") % said


def _explain_identity(dispute: Dispute, language: str) -> str:
    _ = find_messages(language).gettext
    against = join_words([_(value) for key, value in dispute.facts if key == "against"], language)
    sentence = f"{say_question(dispute, language)}: {_sides(dispute, language)}."
    if against:
        sentence += " " + _("What is told does not fit one person: %(against)s.") % {"against": against}
    return sentence


def _explain_part(dispute: Dispute, language: str) -> str:
    messages = find_messages(language)
    _ = messages.gettext
    facts = dict(dispute.facts)
    if {"names", "whole"} <= set(facts):
        count = int(facts["names"])
        said = {"n": count, "whole": facts["whole"], "speaker": say_voice(facts.get("whole_speaker", ""), language)}
        named = messages.ngettext(
            "%(n)d person is named, more than the whole: “%(whole)s”, according to %(speaker)s.",
            "%(n)d people are named, more than the whole: “%(whole)s”, according to %(speaker)s.", count,
        )  # fmt: skip
        return named % said
    if not {"part", "whole"} <= set(facts):
        return _explain_sides(dispute, language)
    return _("A part is larger than its whole: %(part)s of %(whole)s.") % facts


def _explain_weekday(dispute: Dispute, language: str) -> str:
    _ = find_messages(language).gettext
    words = dict(dispute.facts).get("words") or dispute.values[0].value
    readings = [value for key, value in dispute.facts if key == "reading"]
    sentence = _("The weekday does not fit the date: “%(words)s”.") % {"words": words}
    for reading in readings:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", reading) and day_bounds(reading):
            said = {"day": say_date(reading, language), "weekday": _(_weekday(reading))}
            sentence += " " + _("%(day)s was a %(weekday)s.") % said
    return sentence


def _weekday(day: str) -> str:
    return _WEEKDAYS[date.fromisoformat(day).weekday()]


_BY_KIND: dict[DisputeKind, Callable[[Dispute, str], str]] = {
    DisputeKind.COUNT: _explain_count,
    DisputeKind.ORDER: _explain_order,
    DisputeKind.ARITHMETIC: _explain_arithmetic,
    DisputeKind.PART_AND_WHOLE: _explain_part,
    DisputeKind.IDENTITY: _explain_identity,
    DisputeKind.WEEKDAY: _explain_weekday,
}
