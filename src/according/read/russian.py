"""The Russian Grammar: ties words, events, values and attributions together for the engine. Knows no other language."""

from __future__ import annotations

import re
from typing import Any, cast

from according.read.attribution_parts import Attribution
from according.read.draft import Draft
from according.read.orders import add_order
from according.read.page import Page, Sentence
from according.read.russian_clauses import RussianClause, open_clause
from according.read.russian_events import find_drafts
from according.read.russian_lexicon import russian_tables
from according.read.russian_speech import find_attributions
from according.read.russian_values import add_value

_BY_LAW = re.compile(
    r"\bсогласно (?:[а-яё]+(?:ому|ему|ой|им|ым) ){0,2}(?:законодательству|закону|кодексу|законам)\b[^.]{0,80}\b(?:не |нельзя|запрещ|лиц|людей|граждан)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*")


class RussianGrammar:
    """Russian sentences to drafts and attributions."""

    def may_tell(self, page: Page, sentence: Sentence) -> bool:
        """Whether a word of the sentence may name an event, with a word that begins as its partner does where it asks for one."""
        gate = russian_tables().gate
        words = _WORD.findall(page.text[sentence.start : sentence.end].lower().replace("ё", "е"))
        beginnings: set[str] | None = None
        for word in words:
            partners = gate.get(word)
            if partners is None:
                continue
            if not partners:
                return True
            beginnings = beginnings or {one[:2] for one in words}
            if not partners.isdisjoint(beginnings):
                return True
        return False

    def open_clause(self, page: Page, sentence: Sentence) -> Any:
        """Words with cases and everybody in the sentence; has the `page`, `sentence`, `tokens` and `lexicon` of an English clause."""
        return open_clause(page, sentence)

    def find_drafts(self, clause: Any) -> list[Draft]:
        """Drafts with values and places."""
        opened = cast(RussianClause, clause)
        if _BY_LAW.search(opened.page.text, opened.sentence.start, opened.sentence.end):
            return []  # what the law says of all is no event
        drafts = find_drafts(opened)
        for draft in drafts:
            add_value(opened, draft)
            add_order(opened.page, draft, opened.sentence.end)
        return drafts

    def find_attributions(self, clause: Any) -> list[Attribution]:
        """Attributions of the sentence."""
        return find_attributions(cast(RussianClause, clause))
