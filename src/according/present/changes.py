"""Cited accounts and what changed since in, plain sentences out, through the message catalogue. Says nothing about who is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.domain.cited import Change, ChangeKind, Cited, answer_words
from according.present.catalogue import find_messages
from according.present.dates import say_date
from according.present.explanations import say_value, say_voice
from according.present.labels import say
from according.present.words import join_words

_HAPPENED = {"happened": "it happened", "did_not_happen": "it did not happen"}
_SENTENCES = {
    ChangeKind.GONE: "The account it leans on, “%(before)s”, is no longer in the case.",
    ChangeKind.VALUE: "The answer was “%(before)s” and is now “%(after)s”.",
    ChangeKind.SPEAKER: "The answer was given by %(before)s and is now given by %(after)s.",
    ChangeKind.SCOPE: "What is counted was “%(before)s” and is now “%(after)s”.",
    ChangeKind.DAY: "The day it was said was %(before)s and is now %(after)s.",
    ChangeKind.STANCE: "How it is said was “%(before)s” and is now “%(after)s”.",
    ChangeKind.FEWER_WORDS: "These words no longer stand behind it: “%(before)s”",
    ChangeKind.MORE_WORDS: "One more report gives the same answer: “%(after)s”",
    ChangeKind.SUPERSEDED: "A later answer takes its place: “%(after)s”, according to %(speaker)s.",
    ChangeKind.LATER_SAME_SIDE: "The same side has given a later answer: “%(after)s”, according to %(speaker)s.",
    ChangeKind.DISPUTED: "It is newly disputed: “%(after)s”, according to %(speaker)s.",
    ChangeKind.RIVAL: "There is a new answer to the same question: “%(after)s”, according to %(speaker)s.",
    ChangeKind.JOINED: "What it is about was joined with another.",
}


def say_change(change: Change, language: str = "en") -> str:
    """One thing that changed since, as a sentence."""
    _ = find_messages(language).gettext
    if change.kind is ChangeKind.JOINED and change.after is None:
        return _("What it is about is no longer in the case.")
    told = {
        "before": _side(change, change.before, language),
        "after": _side(change, change.after, language),
        "speaker": say_voice(change.speaker or "", language),
    }
    return _(_SENTENCES[change.kind]) % told


def gather_changes(cites: Sequence[Cited], changes: Iterable[Change]) -> list[tuple[Change, tuple[int, ...]]]:
    """Each change once, with the numbers of all footnotes it concerns: one new answer may dispute several of them."""
    numbers = {cited.account: number for number, cited in enumerate(cites, 1)}
    found: dict[tuple[object, ...], tuple[Change, list[int]]] = {}
    for change in changes:
        alone = change.by is None
        key = (change.kind, change.by, change.after, *((change.account, change.before) if alone else ()))
        found.setdefault(key, (change, []))[1].extend(n for n in [numbers.get(change.account)] if n)
    return [(change, tuple(dict.fromkeys(places))) for change, places in found.values()]


def say_footnotes(places: Sequence[int], language: str = "en") -> str:
    """Which footnotes a change concerns: "footnotes 1, 2 and 4"."""
    words = find_messages(language)
    listed = join_words([str(place) for place in places], language)
    return words.ngettext("footnote %(n)s", "footnotes %(n)s", len(places)) % {"n": listed} if places else ""


def _side(change: Change, words: str | None, language: str) -> str:
    _ = find_messages(language).gettext
    if words is None:
        return _("not said")
    if change.kind is ChangeKind.DAY:
        return say_date(words, language)
    if change.kind is ChangeKind.STANCE:
        return say(words, "stance", language) or say(words, language=language)
    if change.kind is ChangeKind.SPEAKER:
        return say_voice(words, language)
    if change.kind in (ChangeKind.FEWER_WORDS, ChangeKind.MORE_WORDS):
        return words if len(words) <= 160 else words[:160].rsplit(" ", 1)[0] + " …"
    return say_answer_words(words, language)


def say_answer_words(words: str, language: str = "en") -> str:
    """An answer as printed; whether it happened, in words."""
    _ = find_messages(language).gettext
    return _(_HAPPENED[words]) if words in _HAPPENED else say_value(words, language)


def say_answer(cited: Cited, language: str = "en", asked: bool = True) -> str:
    """An account in one line: "How many were killed? “at least 16”, according to the ministry, 9 March 2014"; `asked`: with its question."""
    _ = find_messages(language).gettext
    told = {
        "answer": say_answer_words(answer_words(cited.value), language),
        "speaker": say_voice(cited.speaker, language),
    }
    line = _("“%(answer)s”, according to %(speaker)s") % told
    line = f"{line}, {say_date(cited.as_of, language)}" if cited.as_of else line
    return f"{say(cited.aspect.value, 'aspect', language)} {line}" if asked else line
