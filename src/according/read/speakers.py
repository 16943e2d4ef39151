"""Attributions in, the speakers of a statement out, nearest to the fact first. The document's own author is never among them."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.passage import Span
from according.domain.statement import ActorKind, Polarity, Role, Speaker, Stance
from according.domain.types import get_type
from according.read.attribution_parts import Attribution
from according.read.clause import Clause
from according.read.draft import Draft
from according.read.page import Page
from according.read.participants import read_participants
from according.read.phrase_kinds import Phrase, best_actor, read_phrase
from according.read.subjects import find_subject
from according.read.tellers import admit_own_deed, part_from_speaker, resolve_first_person
from according.read.tokens import Tokens

_NO_FACTS = frozenset(
    {"attitude", "threat", "judgement", "topic"}
)  # what they bring is wanted, judged or spoken of, not told
_NOT_SPEECH = _NO_FACTS | {"expectation", "demand"}
_SEEN = frozenset({"see", "sees", "saw", "seen", "seeing", "witnessed", "witness", "watched", "noticed"})
_HEARD = frozenset({"hear", "hears", "heard", "hearing", "overheard"})
_LEARNED = frozenset({"learn", "learns", "learned", "learnt"})
_FIRST_HAND = frozenset({"torture", "ill_treatment", "assault", "threat", "coercion", "arrest", "interrogation"})


def add_speakers(clause: Clause, draft: Draft, attributions: list[Attribution], carried: list[Speaker]) -> None:
    """Give a draft its speakers: innermost attribution is level 0. `carried`: who speaks in a quotation that began earlier."""
    own = draft.stance
    around = [a for a in attributions if _brings(a, draft) and not (a.kind in _NOT_SPEECH and own is Stance.ASSERTED)]
    around.sort(key=lambda a: a.size)
    level = 0
    for attribution in around:
        speakers = _speakers_of(clause, draft, attribution, level)
        if attribution.kind == "expectation" and attribution.source is None:
            speakers = []
        if any(_same(one, other) for one in speakers for other in draft.speakers):
            continue
        draft.speakers.extend(speakers)
        if speakers:
            level += 1
        _take_stance(clause, draft, attribution)
    admit_own_deed(draft)
    if not draft.speakers and carried:
        draft.speakers.extend(carried)
        draft.inferred.add("speakers")
        draft.note("speakers", "the quotation goes on", carried[0].start, carried[0].end)
    if get_type(draft.type).speech and draft.type not in {"threat", "self_harm_threat"}:
        _speech_itself(draft)
    resolve_first_person(clause, draft)
    part_from_speaker(clause, draft)


def _brings(attribution: Attribution, draft: Draft) -> bool:
    weak = attribution.weak and attribution.kind not in {"allegation", "admission", "demand"}
    weak = weak and not (
        attribution.kind == "speech" and draft.stance is Stance.DEMANDED
    )  # "asked the workers to strike"
    if attribution.kind == "denial" and draft.stance is Stance.DENIED:
        weak = False  # "denied the killing of"; who denies involvement leaves the killing as it is
    if attribution.kind in _NO_FACTS or weak:
        return False
    if attribution.kind == "noun" and attribution.source is None and attribution.stance is Stance.ASSERTED:
        return False
    inside = attribution.holds(draft.anchor.start, draft.anchor.end)
    cue_is_anchor = attribution.cue.start < draft.anchor.end and draft.anchor.start < attribution.cue.end
    return inside and not cue_is_anchor


def _same(one: Speaker, other: Speaker) -> bool:
    return one.name == other.name and one.start == other.start


_DENIED_IT = re.compile(r"\s*(?:it|this|that|(?:the|these|those) \w+)\s*[:;]")
_DISBELIEVED = re.compile(r"\W*(?:do not|don['’]t|never|не) (?:believe|trust|верьте|верь)\b", re.I)
_OF_WHAT_IS_TO_COME = (Stance.FEARED, Stance.EXPECTED, Stance.DEMANDED)
_WHO = re.compile(r"\b(?:who|which)\s+(?:(?:had|have|has|were|was)\s+)?$")
_AS_HAPPENED = re.compile(r",\s+(?:just\s+)?as\s+(?!if\b|though\b|soon\b|well\b|long\b)")


def _take_stance(clause: Clause, draft: Draft, attribution: Attribution) -> None:
    stance = attribution.stance
    text = clause.page.text
    if stance is Stance.DENIED and _DENIED_IT.match(text, attribution.cue.end):
        return  # "denied it: nobody has been convicted": what follows is what the denier says
    if _DISBELIEVED.match(text, clause.sentence.start, attribution.cue.start) and stance is Stance.ASSERTED:
        stance = Stance.DENIED  # "Do not believe the television when it says that"
    if stance is Stance.FEARED and any(
        _AS_HAPPENED.search(text, span.start, draft.anchor.start)
        for span in attribution.content
        if span.start < draft.anchor.start
    ):
        return  # "fears that she will die, as her sister died last winter"
    if stance is Stance.BELIEVED and get_type(draft.type).speech and attribution.source is not None:
        source = text[attribution.source.start : attribution.source.end]
        if any(one.name == source for one in draft.people(Role.AGENT)):
            return  # "X, whom they suspected of knowing, denies it": nobody believes that of himself
    taken = stance in _OF_WHAT_IS_TO_COME or attribution.hypothetical
    if taken and _WHO.search(text, clause.sentence.start, draft.anchor.start):
        return  # "fears that the officers who shot two strikers will be freed": they shot them
    if attribution.hypothetical:
        stance = Stance.POSSIBLE
    if attribution.negated and stance is not Stance.DENIED:
        # "did not say", "never admitted": nobody says it
        stance = Stance.POSSIBLE
    if stance is Stance.FEARED and draft.stance in (Stance.EXPECTED, Stance.POSSIBLE):
        draft.stance = Stance.ASSERTED  # "fear that he will be": the fear rules, not the future
    if draft.stance is Stance.ASSERTED and stance is not Stance.ASSERTED:
        draft.stance = stance
        draft.note("stance", "because of the cue", attribution.cue.start, attribution.cue.end)


def _speakers_of(clause: Clause, draft: Draft, attribution: Attribution, level: int) -> list[Speaker]:
    page, tokens = clause.page, clause.tokens
    cue = page.text[attribution.cue.start : attribution.cue.end]
    if attribution.source is None and attribution.kind == "noun":
        return []  # "claims that": the noun keeps distance but is nobody
    if attribution.source is None:
        draft.note("speakers", "nobody is named", attribution.cue.start, attribution.cue.end)
        return [
            Speaker(cue, ActorKind.UNNAMED, level, cue, "was_told" if attribution.kind == "speech" else "unknown",
                    start=attribution.cue.start, end=attribution.cue.end)
        ]  # fmt: skip
    first = tokens.at(attribution.source.start)
    if first >= len(tokens):
        return []  # behind the tokens of a sentence too long to be read whole
    last = max(first, tokens.at(attribution.source.end) - 1)
    while last > first and (tokens.tags[last] in "R," or tokens.lows[last] == "that"):
        last -= 1  # "X, who said": X
    if (
        attribution.rule == "en.cue.according"
        and first <= 3
        and tokens.lows[first] in {"his", "her"}
        and tokens.lows[last] in _OWN_WORDS | {"trial"}
    ):
        teller = _cataphor(clause, draft, attribution, cue, level)
        if teller is not None:
            return [teller]
    if tokens.lows[first] in {"i", "we"} and level == 0 and len(draft.speakers) == 0:
        return []
    phrase = read_phrase(page, tokens, first, last)
    silent = not _can_speak(clause, phrase) and not _speaks(clause, attribution, phrase)
    if silent and attribution.rule != "ru.cue.according":
        return []
    setting = _setting(clause, attribution)
    basis = _basis(clause, draft, attribution, phrase.head)
    if level and basis == "experienced":
        basis = "was_told"  # somebody nearer to the fact told it first
    out = []
    for one in read_participants(page, tokens, first, last, Role.OTHER):
        name, kind = one.name, one.kind
        actor = (
            page.actor_in(one.start, one.end)
            if page.language != "en" and one.start is not None and one.end is not None
            else None
        )
        if actor is not None and not phrase.pronoun:
            name, kind = actor.name, actor.kind  # the words stand in the genitive: «по словам представителя»
        if kind is ActorKind.UNNAMED and one.name[:1].isupper():
            kind = ActorKind.MEDIUM if "report" in cue else ActorKind.ORGANISATION
        if phrase.head in {"source", "sources"}:
            kind = ActorKind.UNNAMED
        if phrase.pronoun and one.name.lower() == tokens.lows[first]:
            kind = ActorKind.UNNAMED
        out.append(
            Speaker(
                name=name, kind=kind, level=level, cue=cue, basis=basis, when=None, setting=setting, description=one.description,
                start=one.start, end=one.end, mention=one.mention, inferred=one.inferred,
            )
        )  # fmt: skip
        draft.note("speakers", f"{name!r} by {attribution.rule}", attribution.cue.start, attribution.cue.end)
    return out


def _can_speak(clause: Clause, phrase: Phrase) -> bool:
    """Whether the phrase is somebody, a body, a medium or a document, or has a name."""
    nouns = clause.lexicon.nouns
    if phrase.first == phrase.last and phrase.head in {"this", "that", "these", "it", "which", "what"}:
        return False  # "this showed that" is nobody's word
    if phrase.person or phrase.organisation or phrase.authority or phrase.pronoun or phrase.capital:
        return True
    if any(phrase.head in nouns[name] for name in ("media", "documents", "unnamed", "offices", "courts")):
        return True
    return (
        best_actor(clause.page, clause.tokens, phrase) is not None
        or clause.page.text[phrase.start : phrase.start + 1].isupper()
    )


def _speaks(clause: Clause, attribution: Attribution, phrase: Phrase) -> bool:
    """Whatever is said to say, testify or deny speaks, even if we do not know the word ("the command denied")."""
    if phrase.head in {"this", "that", "these", "it", "which", "what"}:
        return False
    led = clause.tokens.tags[phrase.first] in "DJ" or clause.tokens.words[phrase.first][:1].isupper()
    told = attribution.kind == "denial" or (
        not attribution.weak and attribution.kind in {"speech", "testimony", "admission"}
    )
    return led and told and attribution.rule in {"en.cue.that", "en.cue.right", "en.cue.quote", "en.cue.final"}


_OWN_WORDS = frozenset({"testimony", "statement", "account", "confession", "evidence", "letter"})


def _cataphor(clause: Clause, draft: Draft, attribution: Attribution, cue: str, level: int) -> Speaker | None:
    """ "According to his court testimony, a senior officer was sent": the officer is the one who testified."""
    content = attribution.content[0]
    first = clause.tokens.at(content.start)
    for group in clause.groups:
        if group.finite and group.main > first:
            found = find_subject(clause.tokens, group, clause.groups)
            if found is None or found[0] < first:
                return None
            one = read_participants(clause.page, clause.tokens, found[0], found[1], Role.OTHER)[0]
            if one.kind not in (ActorKind.PERSON, ActorKind.OFFICE):
                return None
            return Speaker(
                one.name, one.kind, level, cue, "experienced", setting=_setting(clause, attribution), start=one.start, end=one.end,
                mention=one.mention, inferred=True,
            )  # fmt: skip
    return None


def _setting(clause: Clause, attribution: Attribution) -> str | None:
    if attribution.kind == "testimony":
        return "court"
    span = attribution.source or attribution.cue
    low_end = min(clause.sentence.end, max(span.end, attribution.cue.end) + 50)
    low = clause.page.text[min(span.start, attribution.cue.start) : low_end].lower()
    cue_low = clause.page.text[attribution.cue.start : attribution.cue.end].lower()
    inside = clause.page.text[span.start : span.end].lower()
    for setting, words in clause.lexicon.settings.items():
        for word in words:
            if (
                word in cue_low
                or word in inside
                or f" in {word}" in low
                or f" a {word}" in low
                or f" by {word}" in low
                or f" on {word}" in low
                or f" the {word}" in cue_low
            ):
                return setting
    return None


def _basis(clause: Clause, draft: Draft, attribution: Attribution, head: str) -> str:
    nouns = clause.lexicon.nouns
    text = clause.page.text
    if head in nouns["documents"] and head not in {"testimony"}:
        return "document"
    cues = set(text[attribution.cue.start : attribution.cue.end].lower().split())
    if cues & _SEEN or head in {"eyewitness", "eyewitnesses"}:
        return "saw"
    if cues & _HEARD:
        return "heard"
    if cues & _LEARNED or attribution.rule == "en.cue.told":
        return "was_told"
    if attribution.source is not None and " counted " in text[attribution.source.start : attribution.cue.start]:
        return "counted"
    if attribution.source is not None:
        source = text[attribution.source.start : attribution.source.end]
        for one in draft.participants:
            if one.role is not Role.PATIENT or one.start is None:
                continue
            if text[one.start : one.end].lower() in {
                "he",
                "she",
                "him",
                "her",
                "they",
                "them",
                "i",
                "me",
                "we",
                "us",
            } and (
                attribution.kind in {"testimony", "speech", "allegation"}
                and draft.type in _FIRST_HAND
                and _may_be_same(clause, attribution, one.name)
            ):
                return "experienced"
            if one.name == source:
                return "experienced"
    return "unknown"


def _may_be_same(clause: Clause, attribution: Attribution, name: str) -> bool:
    assert attribution.source is not None
    actor = clause.page.actor_in(attribution.source.start, attribution.source.end)
    source_low = clause.page.text[attribution.source.start : attribution.source.end].lower()
    if source_low in {"he", "she", "they", "i"}:
        pronoun = clause.page.pronoun(attribution.source.start)
        return pronoun is None or pronoun.name == name or name.lower() in {"he", "she", "they", "him", "her"}
    return actor is None or actor.name == name or name.lower() in {"he", "she", "they", "him", "her", "them"}


def _speech_itself(draft: Draft) -> None:
    """Who demands, testifies or condemns is both agent and nearest speaker."""
    agents = draft.people(Role.AGENT) or draft.people(Role.PROSECUTOR)
    unsaid = (
        draft.stance in (Stance.POSSIBLE, Stance.EXPECTED, Stance.FEARED) or draft.polarity is not Polarity.HAPPENED
    )
    ordered = draft.stance is Stance.DEMANDED and bool(draft.speakers)
    if not agents or unsaid or ordered:
        return
    known = {(one.name, one.start) for one in draft.speakers}
    own = [
        Speaker(one.name, one.kind, 0, None, "unknown", start=one.start, end=one.end, mention=one.mention,
                description=one.description, inferred=one.inferred)
        for one in agents
        if (one.name, one.start) not in known
    ]  # fmt: skip
    if own:
        draft.speakers = own + [_raised(one) for one in draft.speakers]


def _raised(one: Speaker) -> Speaker:
    return replace(one, level=one.level + 1)


def labelled_speakers(clause: Clause, attributions: list[Attribution]) -> list[Speaker]:
    """Whose label ("Broszek: …") opens the paragraph that begins with this sentence: all of it is theirs."""
    for attribution in attributions:
        if attribution.rule in {"en.cue.label", "en.cue.colon"}:
            start = clause.sentence.start
            probe = Draft("public_statement", Span(start, start), "carried", clause.sentence.index, Span(start, start))
            return [replace(one, inferred=True) for one in _speakers_of(clause, probe, attribution, 0)]
    return []


def carried_speakers(
    page: Page, quote: Span, before: list[tuple[Clause, list[Attribution]]], tokens: Tokens
) -> list[Speaker]:
    """Who speaks in a quotation without a cue of its own: whoever was quoted last in the same block."""
    for clause, attributions in reversed(before):
        for attribution in reversed(attributions):
            if attribution.source is None or attribution.kind not in {
                "speech",
                "testimony",
                "allegation",
                "admission",
                "denial",
                "topic",
            }:
                continue
            if quote.start <= attribution.cue.start < quote.end:
                continue  # words inside the quotation bring somebody else's
            probe = Draft("public_statement", Span(quote.start, quote.start), "carried", clause.sentence.index, quote)
            found = _speakers_of(clause, probe, attribution, 0)
            return [replace(one, inferred=True) for one in found]
    return []
