"""Custody on a day in, the sentences a reader sees out. What is reckoned is told as reckoned, and silence as silence."""

from __future__ import annotations

from typing import Protocol

from according.domain.decision import StatusWord
from according.domain.event import Custody, HeldGroup, Status, StatusLine
from according.present.catalogue import find_messages
from according.present.dates import say_date, say_duration
from according.present.explanations import say_voice
from according.present.labels import say, sentence_case


class _Line(Protocol):
    """What a sentence about custody is made from: a line, or its view."""

    @property
    def status(self) -> str: ...
    @property
    def since(self) -> str | None: ...
    @property
    def until(self) -> str | None: ...
    @property
    def until_basis(self) -> str | None: ...
    @property
    def until_from(self) -> str | None: ...
    @property
    def last_told(self) -> str | None: ...
    @property
    def how(self) -> str | None: ...


def say_status(line: _Line, language: str = "en") -> str:
    """One version of a person's custody: "Imprisoned, since 4 June 2012, until 4 June 2019 (reckoned from 4 June 2012, not said)"."""
    _ = find_messages(language).gettext
    known = line.status != Custody.UNKNOWN.value or not line.last_told
    words = sentence_case(say(line.status, "custody", language))
    if not known:
        words = _("Not known any more; last told to be %(custody)s") % {
            "custody": say(line.last_told, "custody", language)
        }
    if line.how:
        words += f" ({say(line.how, 'how', language)})"
    if line.since:
        words += _(", since %(day)s") % {"day": say_date(line.since, language)}
    return words + _say_end(line, known, language)


def _say_end(line: _Line, known: bool, language: str) -> str:
    _ = find_messages(language).gettext
    if not line.until:
        return ""
    if not known and line.last_told in ("imprisoned", "administrative_detention"):
        said = _(". The term would have ended on %(day)s; no release is told")
    elif not known:
        said = _(". What was ordered would have ended on %(day)s; no release is told")
    else:
        said = _(", until %(day)s")
    words = said % {"day": say_date(line.until, language)}
    if line.until_basis == "arithmetic":
        if line.until_from:
            words += _(" (reckoned from %(day)s, not said)") % {"day": say_date(line.until_from, language)}
        else:
            words += _(" (reckoned from the sentence, not said)")
    return words


class _Termed(Protocol):
    """What has a term."""

    @property
    def term(self) -> str | None: ...
    @property
    def sentence(self) -> str | None: ...


def say_term(line: _Termed, language: str = "en") -> str:
    """The sentence, or how long custody was ordered for."""
    if line.term and "?" not in line.term:
        return say_duration(line.term, language)
    return line.sentence or ""


def say_lines(status: Status, language: str = "en") -> list[str]:
    """A status as lines of text, each version with what it rests on."""
    _ = find_messages(language).gettext
    known = _(", as known on %(day)s") % {"day": status.known_on} if status.known_on else ""
    out = [
        _("%(name)s (%(id)s) on %(day)s") % {"name": status.name, "id": status.person, "day": status.on} + known + ":"
    ]
    for line in status.lines or (status.line,):
        out += [f"  {text}" for text in _block(line, language)]
    if len(status.lines) > 1:
        out.append("  " + _("The sources disagree; every version is shown."))
    return out


def say_status_word(word: StatusWord, language: str = "en") -> str:
    """What a person said of somebody's custody: "Imprisoned, 1 July 2012, in Colony No. 4, says Olga (3 May 2026): she told me"."""
    _ = find_messages(language).gettext
    said = f"{sentence_case(say(word.status, 'custody', language))}, {say_date(word.on, language)}"
    if word.facility:
        said += _(", in %(place)s") % {"place": word.facility}
    said += _(", says %(who)s (%(day)s)") % {"who": word.who, "day": say_date(word.when[:10], language)}
    return f"{said}: {word.why}" if word.why else f"{said}."


def say_group(group: HeldGroup, language: str = "en") -> list[str]:
    """A group held without names, as lines of text."""
    return [f"“{group.words}”:", *[f"  {text}" for text in _block(group.line, language)]]


def _block(line: StatusLine, language: str) -> list[str]:
    _ = find_messages(language).gettext
    cited = line.last_cited
    if line.first_cited and line.first_cited != line.last_cited:
        cited = _("%(first)s to %(last)s") % {"first": line.first_cited, "last": line.last_cited}
    if cited and line.stale:
        cited += " (" + _("no news since; this may have changed") + ")"
    earlier = line.held_since if line.held_since != line.since else None
    told = [
        (_("held since"), say_date(earlier, language)),
        (_("where"), line.facility),
        (_("sentence"), say_term(line, language)),
        (_("charge"), line.charge),
        (_("procedure"), say(line.procedure, None, language)),
        (_("condition"), line.condition),
        (_("according to"), "; ".join(say_voice(name, language) for name in line.according_to)),
        (_("cited"), cited),
        (_("evidence"), ", ".join(line.evidence)),
    ]
    return [say_status(line, language), *[f"  {name:<13} {value}" for name, value in told if value]]
