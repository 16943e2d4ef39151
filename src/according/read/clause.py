"""One tokenised sentence with its verb groups, as the rules hand it on, and what every kind of anchor needs of it: a new draft,
its part of the sentence, participants, the count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.passage import Span
from according.domain.statement import Count, Participant, Phase, Polarity, Role, Stance
from according.domain.types import get_type
from according.read.draft import Draft
from according.read.lexicon import EventForm, Lexicon
from according.read.page import Page, Sentence
from according.read.participants import read_participants
from according.read.phrase_kinds import Phrase, best_actor, read_phrase
from according.read.stance import Mood
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup, verb_group


@dataclass(slots=True)
class Clause:
    """One tokenised sentence with its verb groups, as the rules hand it on."""

    page: Page
    sentence: Sentence
    tokens: Tokens
    groups: list[VerbGroup]

    @property
    def lexicon(self) -> Lexicon:
        """The language's tables."""
        return self.page.lexicon

    def group_at(self, main: int) -> VerbGroup:
        """The verb group of a token, made when the tagger did not see a verb."""
        for group in self.groups:
            if group.main == main:
                return group
        return verb_group(self.tokens, main, self.lexicon.verbs.get(self.tokens.lows[main], "dn"))

    def text(self, first: int, last: int) -> str:
        """The words from token first to token last."""
        return self.page.text[self.tokens.starts[first] : self.tokens.ends[last]]

    def phrase(self, found: tuple[int, ...] | None) -> Phrase | None:
        """The phrase read, or None."""
        return read_phrase(self.page, self.tokens, found[0], found[1]) if found else None


def new_draft(clause: Clause, i: int, last: int, form: EventForm, voice: str, mood: Mood) -> Draft:
    tokens, row = clause.tokens, form.row
    contiguous = i + len(form.rest) if "..." not in form.rest and last - i == len(form.rest) else i
    anchor = Span(tokens.starts[i], tokens.ends[contiguous])
    draft = Draft(
        type=row.type, anchor=anchor, rule=f"{clause.lexicon.language}.{row.id}.{voice}", sentence=clause.sentence.index,
        clause=_clause_span(clause, i), polarity=mood.polarity, stance=mood.stance,
        phase=mood.phase or (Phase(row.phase) if row.phase else Phase.STARTS),
    )  # fmt: skip
    if voice == "passive":
        own = _up_to_main_verb(clause, i, draft.clause)
        draft.told_of = own != draft.clause
        draft.clause = own
    draft.note(
        "type", f"{clause.page.text[anchor.start : anchor.end]!r} as {voice} of {row.id!r}", anchor.start, anchor.end
    )
    if mood.word is not None and (mood.stance is not Stance.ASSERTED or mood.polarity is not Polarity.HAPPENED):
        field = "stance" if mood.stance is not Stance.ASSERTED else "polarity"
        draft.note(field, f"because of {tokens.words[mood.word]!r}", tokens.starts[mood.word], tokens.ends[mood.word])
    return draft


def _up_to_main_verb(clause: Clause, i: int, span: Span) -> Span:
    """ "A pupil killed at the school | spoke on Friday": the day behind the main verb is not the participle's."""
    if not clause.group_at(i).bare_participle:
        return span
    later = next((g for g in clause.groups if g.finite and g.first > i and not g.bare_participle), None)
    if later is None:
        later = next(
            (g for g in clause.groups if g.finite and g.first > i + 1 and clause.tokens.tags[i + 1] in "P"), None
        )
    end = clause.tokens.ends[later.first - 1] if later is not None else span.end
    return Span(span.start, end) if span.start < end < span.end else span


def _clause_span(clause: Clause, i: int) -> Span:
    """The part of the sentence around token i, cut at marks and subordinators that open another clause."""
    tokens = clause.tokens
    finite = [g.main for g in clause.groups if g.finite]
    first = i
    while first > 0:
        k = first - 1
        if tokens.tags[k] in ";" or (
            tokens.tags[k] in ",CS" and any(k < m < i for m in finite) and any(m < k for m in finite)
        ):
            break
        first -= 1
    last = i
    while last + 1 < len(tokens):
        k = last + 1
        if tokens.tags[k] in ";" and tokens.words[k] not in {":"}:
            break
        if tokens.tags[k] in ",CS" and any(m > k for m in finite) and any(m < k for m in finite):
            nearest = next(m for m in finite if m > k)
            if nearest - k < 12:
                break
        last += 1
    return Span(tokens.starts[first], tokens.ends[last])


def add_participants(clause: Clause, draft: Draft, found: Sequence[int], role: Role) -> None:
    alone = clause.tokens.lows[found[0]] if found[0] == found[1] else ""
    if alone in _NOBODY and not (alone == "it" and role is Role.AGENT and get_type(draft.type).speech):
        return
    phrase = read_phrase(clause.page, clause.tokens, found[0], found[1])
    if role is Role.OTHER and draft.type == "visit" and phrase.place:
        return  # where it was
    acts = is_actor(clause, phrase) or alone == "it" or (role is Role.AGENT and phrase.place and places_act(draft.type))
    if role in (Role.AGENT, Role.PATIENT, Role.EMPLOYER, Role.COURT, Role.PROSECUTOR) and not acts:
        spoken = get_type(draft.type).speech and phrase.head in clause.lexicon.nouns["documents"]
        if not spoken:  # "the lawsuit demands", "the resolution calls for"
            if role is not Role.PATIENT or draft.type not in _THING_PATIENTS:
                return
            role = Role.OTHER
    for one in read_participants(clause.page, clause.tokens, found[0], found[1], role):
        if role is Role.AGENT and _is_guess(clause, draft, one, found):
            one = replace(one, name=clause.text(found[0], found[1]), mention=None, description=None)
        draft.participants.append(one)
        draft.note(role.value, f"{one.name!r}", one.start, one.end)


def _is_guess(clause: Clause, draft: Draft, one: Participant, found: Sequence[int]) -> bool:
    """ "They murdered two priests", "They arrested two men": a group told of in an earlier sentence is accused only when it holds power."""
    family = get_type(draft.type).family
    if clause.tokens.lows[found[0]] != "they" or found[0] != found[1] or family not in ("violence", "liberty_and_law"):
        return False
    if one.mention is None or one.mention.start >= clause.sentence.start:
        return False
    words = re.findall(r"[\w-]+", one.name.lower())
    return clause.lexicon.nouns["authorities"].isdisjoint(words)


def places_act(kind: str) -> bool:
    """Whether a country or a capital may stand for its government in statements of this type: "Israel will withdraw"."""
    return get_type(kind).family in {"state", "response"} or kind in _BETWEEN_STATES


_BETWEEN_STATES = frozenset(
    ["negotiation", "agreement", "demand", "transfer", "ban", "visa_refusal", "release", "amnesty", "arrest", "investigation_opened"]
)  # fmt: skip


def is_actor(clause: Clause, phrase: Phrase) -> bool:
    """Whether the phrase can act or be acted upon: people, a body, an authority, or any name."""
    if phrase.person or phrase.organisation or phrase.authority or phrase.capital:
        return True
    if re.search(r"\bof\b", clause.page.text[phrase.start : phrase.end]):
        return clause.page.actor_in(phrase.start, phrase.end) is not None
    actor = best_actor(clause.page, clause.tokens, phrase)
    return actor is not None and actor.proper


def is_order(tokens: Tokens, group: VerbGroup) -> bool:
    """ "gave the order to open fire": who gives the order is not who fires."""
    before = group.first - 1
    return before >= 0 and tokens.lows[before] in {"order", "orders", "instruction", "instructions", "command"}


_THING_PATIENTS = frozenset(
    [
        "looting",
        "arson",
        "bombing",
        "robbery",
        "hijacking",
        "search",
        "encirclement",
        "ban",
        "censorship",
        "occupation",
        "confiscation",
    ]
)


_NOBODY = frozenset({"this", "that", "it", "which", "there", "what", "these", "such", "itself", "its"})


def settle_count(clause: Clause, draft: Draft) -> None:
    """The count of the statement is the count of those the type counts."""
    counted = get_type(draft.type).counts
    if counted is None:
        return
    own = [one for one in draft.participants if one.role is counted]
    if len(own) == 1 and own[0].count is not None and own[0].count.max != 0:
        draft.count = _out_of(clause, own[0], own[0].count)
        draft.note("count", f"of {own[0].name!r}", draft.count.start, draft.count.end)
    elif own and all(one.count is None for one in own):
        some = _some_of_them(clause, draft)
        if some is not None:
            draft.count = some
            draft.note("count", f"{some.words!r} of them", some.start, some.end)


_OF_ALL = re.compile(r"(?:[“\"«]?Of|Out of|Among) (?:the |all |all the |some |about |those |these )?$")
_BARE = re.compile(
    r"(?:about |some |at least |nearly |almost |only |more than |up to )?[\w,-]+(?: others?)?", re.IGNORECASE
)
_OF_THEM = re.compile(
    r" of (?:whom|them|which) (?:(?:was|were|has|have|had|been|are|is|being|also|later|then|reportedly) )*$"
)


def _out_of(clause: Clause, one: Participant, count: Count) -> Count:
    """ "Of the eight miners, three were hurt": three of eight."""
    page, sentence = clause.page, clause.sentence
    if (
        count.of is not None
        or one.start is None
        or one.end is None
        or not _BARE.fullmatch(page.plain[one.start : one.end])
    ):
        return count
    first = next(iter(page.counts_in(sentence.start, sentence.start + 24)), None)
    if first is None or first.start is None or count.start is None or first.start >= count.start:
        return count
    whole = first.min if first.min == first.max else None
    leads = _OF_ALL.fullmatch(page.plain[sentence.start : first.start]) is not None
    return replace(count, of=whole) if leads and whole is not None and (count.min or 0) < whole else count


def _some_of_them(clause: Clause, draft: Draft) -> Count | None:
    """ "The miners, 45 of whom were arrested"."""
    page = clause.page
    found = _OF_THEM.search(page.plain, max(clause.sentence.start, draft.anchor.start - 60), draft.anchor.start)
    if found is None:
        return None
    near = list(page.counts_in(max(clause.sentence.start, found.start() - 30), found.start()))
    return near[-1] if near and (near[-1].end or 0) in range(found.start() - 1, found.end()) else None


def form_last(clause: Clause, draft: Draft) -> int:
    """Index of the last token of the anchor."""
    return max(0, clause.tokens.at(draft.anchor.end) - 1)
