"""Rival figures in, one sentence out that names the lowest and the highest with their voices. Never a figure of its own."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.views import AccountView, QuestionView
from according.present.catalogue import find_messages
from according.present.dates import say_date
from according.present.explanations import say_voice
from according.present.words import join_words


def say_range(question: QuestionView, language: str = "en") -> str:
    """ "From four (Interior Ministry, 11 October 2013) to up to 40 (eyewitnesses)."; empty without two figures."""
    _ = find_messages(language).gettext
    figures = [a for a in question.accounts if (a.min is not None or a.max is not None) and "[not]" not in a.words]
    if len(figures) < 2:
        return ""
    low = min(figures, key=lambda a: (_low(a), a.as_of or "9", a.id))
    high = max(figures, key=lambda a: (_high(a), a.as_of or "", a.id))
    if _low(low) == _high(high):
        return ""
    return _("From %(low)s to %(high)s.") % {"low": _tell(low, language), "high": _tell(high, language)}


def say_list(names: int, figures: Sequence[str], language: str = "en") -> str:
    """A list beside its count: "One report names 23 people; it counts “23”."; never a figure of its own."""
    words = find_messages(language)
    said = words.ngettext("One report names %(n)d person", "One report names %(n)d people", names) % {"n": names}
    if figures:
        printed = join_words([f"“{figure}”" for figure in figures], language)
        return words.gettext("%(names)s; it counts %(figures)s.") % {"names": said, "figures": printed}
    return f"{said}."


def _low(account: AccountView) -> int:
    figure = account.min if account.min is not None else account.max
    return figure or 0


def _high(account: AccountView) -> int:
    figure = account.max if account.max is not None else account.min
    return figure or 0


def _tell(account: AccountView, language: str) -> str:
    words = account.words[:1].lower() + account.words[1:]
    day = say_date(account.as_of, language)
    return f"{words} ({say_voice(account.speaker.text, language)}{f', {day}' if day else ''})"
