"""Facts of statements, origins, statuses and disputes in, plain sentences out, through the message catalogue. No markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from according.domain.views import AccountView, DisputeView, OriginView, SpeakerView, StatementView, StatusLineView
from according.present.catalogue import find_messages
from according.present.dates import say_date
from according.present.labels import say, sentence_case


def join_words(items: Iterable[str], language: str = "en") -> str:
    """ "a", "a and b", "a, b and c"."""
    found = [item for item in items if item]
    if len(found) < 2:
        return "".join(found)
    word = find_messages(language).gettext("and")
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def say_head(card: StatementView, language: str = "en") -> str:
    """What a statement is about, as a heading: "Not said to have happened: arrest", "hunger strike, goes on"."""
    _ = find_messages(language).gettext
    words = say(card.type, language=language)
    if card.phase == "ends":
        words = _("%(what)s, ends") % {"what": words}
    elif card.phase == "goes_on":
        words = _("%(what)s, goes on") % {"what": words}
    if card.polarity == "did_not_happen":
        words = _("no %(what)s") % {"what": words}
    return sentence_case(words)


def say_levels(card: StatementView) -> list[list[SpeakerView]]:
    """Speakers by level, nearest to the fact first."""
    levels: dict[int, list[SpeakerView]] = {}
    for speaker in card.speakers:
        levels.setdefault(speaker.level, []).append(speaker)
    return [levels[level] for level in sorted(levels)]


def say_according(card: StatementView, language: str = "en") -> str:
    """Who says so, as text: "Aliya B, who was told by her mother, in The Courier"."""
    _ = find_messages(language).gettext
    chain = [join_words([s.link.text for s in level], language) for level in say_levels(card)]
    if not chain:
        return _("the report itself (%(outlet)s)") % {"outlet": card.outlet or _("outlet not known")}
    return _(", as told by ").join(chain)


def say_origin(origin: OriginView, language: str = "en") -> str:
    """Where the words first stood: "by Dana Lind; first published there on 4 May 2012"."""
    _ = find_messages(language).gettext
    parts = []
    if origin.author:
        parts.append(_("by %(author)s") % {"author": origin.author})
    if origin.published:
        parts.append(_("first published there on %(day)s") % {"day": say_date(origin.published, language)})
    return "; ".join(parts)


def say_voices(origin: tuple[int, int, int, int], language: str = "en") -> str:
    """ "7 reports: 4 folded into another, 1 not established, 2 named origins"."""
    words = find_messages(language)
    reports, same, unknown, named = origin
    parts = [words.ngettext("%(n)d report", "%(n)d reports", reports) % {"n": reports}]
    inner = []
    if same:
        inner.append(words.gettext("%(n)d folded into another") % {"n": same})
    if unknown:
        inner.append(words.gettext("%(n)d not established") % {"n": unknown})
    inner.append(words.ngettext("%(n)d named origin", "%(n)d named origins", named) % {"n": named})
    return parts[0] + ": " + ", ".join(inner)


def say_status(line: StatusLineView, language: str = "en") -> str:
    """One version of a person's custody: "imprisoned since June 2012, until about 2017 (by arithmetic)"."""
    _ = find_messages(language).gettext
    words = sentence_case(say(line.status, "custody", language))
    if line.since:
        words += _(", since %(day)s") % {"day": say_date(line.since, language)}
    if line.until:
        words += _(", until %(day)s") % {"day": say_date(line.until, language)}
        if line.until_basis == "arithmetic":
            words += _(" (reckoned from the sentence, not said)")
    return words


def say_duration(iso: str | None, language: str = "en") -> str:
    """ "P2Y6M" as "2 years 6 months"; what is no duration stays as it is."""
    found = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T([\d.]+)H)?", iso or "")
    if not iso or not found:
        return iso or ""
    words = find_messages(language)
    units = (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days"), ("hour", "hours"))
    said = []
    for number, (one, many) in zip(found.groups(), units, strict=True):
        if number:
            said.append(f"{number} {words.ngettext(one, many, 1 if number == '1' else 2)}")
    return " ".join(said)


def explain_dispute(view: DisputeView, language: str = "en") -> str:
    """Why these accounts cannot all be true, in one or two plain sentences."""
    _ = find_messages(language).gettext
    facts = dict(view.facts)
    sides = [(value, speaker) for value, speaker, _links in view.values]
    told = _("; ").join(
        _("%(value)s, according to %(speaker)s") % {"value": _say_value(value, language), "speaker": speaker}
        for value, speaker in sides
    )
    opening = _EXPLANATIONS.get(view.kind)
    words = _(opening) if opening else _("These accounts cannot all be true")
    sentence = f"{words}: {told}."
    hint = _HINTS.get(view.kind)
    if hint and all(re.search(rf"%\({key}\)", hint) is None or key in facts for key in re.findall(r"%\((\w+)\)", hint)):
        sentence += " " + _(hint) % {key: _say_value(value, language) for key, value in facts.items()}
    if view.possible:
        sentence += " " + _("It is not certain that they speak of the same thing.")
    return sentence


_EXPLANATIONS = {
    "occurrence": "Some say it happened, others that it did not",
    "responsibility": "Different people are named as those who did or ordered it",
    "nature": "The same happening is called by names that do not fit together",
    "cause": "Different causes are given",
    "count": "The figures given for the same people cannot all be right",
    "date": "Different dates are given for the same happening",
    "place": "Different places are given for the same happening",
    "value": "The particulars given do not agree",
    "order": "The dates put a step before the one it has to follow",
    "arithmetic": "The parts named do not make the whole that is named",
    "part_and_whole": "A part is said to be larger than its whole",
    "weekday": "The weekday named is not the weekday of that date",
    "identity": "It is not settled whether one person or two are meant",
}
_HINTS = {
    "weekday": "%(date)s was a %(actual)s, not a %(said)s.",
    "arithmetic": "The parts add up to %(sum)s; the whole is given as %(total)s.",
}


def _say_value(value: str, language: str) -> str:
    if re.fullmatch(r"[\[{]?\d{4}-[\dX-]+.*", value):
        return say_date(value, language)
    if re.fullmatch(r"P[\dT.YMWDH]+", value):
        return say_duration(value, language)
    return value


def say_account(account: AccountView, language: str = "en") -> str:
    """The answer itself, as printed; a date or term as words."""
    if account.edtf:
        return say_date(account.edtf, language)
    return account.words
