"""The Grammar of every language that is told by data alone: ties tokens, events and attributions together for the engine."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any, cast

from according.read.attribution_parts import Attribution
from according.read.draft import Draft
from according.read.page import Page, Sentence
from according.read.plain_clause import PlainClause, open_clause
from according.read.plain_events import find_drafts
from according.read.plain_speech import find_attributions

_WORD = re.compile(r"[^\W\d_]+(?:[-–'’][^\W\d_]+)*")


def plain_languages(others: frozenset[str]) -> tuple[str, ...]:
    """Codes of the languages that have data to read with and are not among `others`, which have code of their own."""
    folders = files("according.read").joinpath("data").iterdir()
    return tuple(
        sorted(one.name for one in folders if one.name not in others and one.joinpath("grammar.toml").is_file())
    )


class PlainGrammar:
    """Sentences of one language to drafts and attributions, by its data files."""

    def may_tell(self, page: Page, sentence: Sentence) -> bool:
        """Whether a word of the sentence may name an event."""
        events = page.lexicon.events
        return any(word in events for word in _WORD.findall(page.text[sentence.start : sentence.end].lower()))

    def open_clause(self, page: Page, sentence: Sentence) -> Any:
        """Tokens and everybody in the sentence; has the `page`, `sentence`, `tokens` and `lexicon` of an English clause."""
        return open_clause(page, sentence)

    def find_drafts(self, clause: Any) -> list[Draft]:
        """Drafts of the sentence."""
        return find_drafts(cast(PlainClause, clause))

    def find_attributions(self, clause: Any) -> list[Attribution]:
        """Attributions of the sentence."""
        return find_attributions(cast(PlainClause, clause))
