"""The English Grammar: ties tokens, events, values and attributions together for the engine. Knows no other language."""

from __future__ import annotations

import re
from itertools import pairwise

from according.domain.statement import Role, Stance
from according.read.attribution import find_attributions
from according.read.attribution_parts import Attribution
from according.read.attribution_words import by_label
from according.read.clause import Clause
from according.read.draft import Draft
from according.read.events import find_drafts
from according.read.named_terms import named_terms
from according.read.orders import add_order
from according.read.page import Page, Sentence
from according.read.roles import add_roles
from according.read.tokens import tokenise
from according.read.values import add_value
from according.read.verbs import verbs_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:(?<=n)['’]t)?")


class EnglishGrammar:
    """English sentences to drafts and attributions."""

    def may_tell(self, page: Page, sentence: Sentence) -> bool:
        """Whether the words of one row of the event files stand in the sentence."""
        words = set(_WORD.findall(page.text[sentence.start : sentence.end].lower()))
        gate = page.lexicon.gate
        return any(need <= words for word in words & gate.keys() for need in gate[word])

    def open_clause(self, page: Page, sentence: Sentence) -> Clause:
        """Tokens with the dates masked, and verb groups."""
        dates = [(date.start, date.end) for date in page.dates_in(sentence.start, sentence.end)]
        tokens = tokenise(page.text, sentence.start, sentence.end, page.lexicon, dates)
        return Clause(page, sentence, tokens, verbs_of(tokens, page.lexicon))

    def find_drafts(self, clause: Clause) -> list[Draft]:
        """Drafts with further roles and values."""
        drafts = find_drafts(clause)
        for draft in drafts:
            add_roles(clause, draft)
            add_value(clause, draft)
            add_order(clause.page, draft, clause.sentence.end)
        owned = [draft.owned for draft in drafts if draft.owned is not None]
        kept = [d for d in drafts if not any(o.start <= d.anchor.start and d.anchor.end <= o.end for o in owned)]
        kept = [*kept, *named_terms(clause)]
        share_people(kept)
        share_stance(clause, kept)
        for draft in kept:
            ask_for_sentence(clause, draft)
        return kept

    def find_attributions(self, clause: Clause) -> list[Attribution]:
        """Attributions of the sentence; a label ("Brisk: …") where the text knows who that is."""
        found = find_attributions(clause.tokens, clause.groups, clause.lexicon)
        if any(one.rule == "en.cue.colon" for one in found):
            return found
        labels = [
            one
            for one in by_label(clause.tokens)
            if one.source and clause.page.actor_in(one.source.start, one.source.end)
        ]
        return [*labels, *found]


_PROSECUTOR = re.compile(r"\bprosecut(?:or|ors|ion)\b", re.I)


def ask_for_sentence(clause: Clause, draft: Draft) -> None:
    """ "The prosecutor asked the court to sentence X to eight years": the sentence is asked for, not passed."""
    if draft.type != "sentence" or draft.stance not in (Stance.DEMANDED, Stance.POSSIBLE):
        return
    if _PROSECUTOR.search(clause.page.text, clause.sentence.start, draft.anchor.start):
        draft.type, draft.stance = "sentence_requested", Stance.ASSERTED


def share_stance(clause: Clause, drafts: list[Draft]) -> None:
    """ "responsible for the death of A, the torture of B": what accuses, demands or fears the first noun holds for the next."""
    tokens = clause.tokens
    for earlier, later in pairwise(drafts):
        if earlier.stance in (Stance.ASSERTED, Stance.ADMITTED) or later.stance is not Stance.ASSERTED:
            continue
        if not (earlier.rule.endswith(".nominal") and later.rule.endswith(".nominal")):
            continue
        between = tokens.tags[tokens.at(earlier.anchor.end) : tokens.at(later.anchor.start)]
        if not any(tag in "VbhdM;SRQ" for tag in between):
            later.stance = earlier.stance
            later.note("stance", "as the noun before in the same list", earlier.anchor.start, earlier.anchor.end)


def share_people(drafts: list[Draft]) -> None:
    """A sentence cut on appeal, told without a name, is that of whoever was sentenced just before in the same sentence."""
    for number, draft in enumerate(drafts):
        if draft.type not in {"appeal_granted", "appeal_rejected"} or draft.participants:
            continue
        for earlier in reversed(drafts[:number]):
            if earlier.type in {"sentence", "conviction"}:
                draft.participants = [p for p in earlier.participants if p.role is Role.PATIENT]
                draft.inferred.add("participants")
                break
