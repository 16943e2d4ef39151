"""A noun that names an event in, the verb beside it that tells whether and how it took place out: "the strike began", "charges were
lodged", "the appeal was rejected", "put the toll at 70". English.
"""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.passage import Span
from according.domain.statement import Count, CountMode, Phase, Polarity, Role
from according.read.clause import Clause, add_participants, new_draft
from according.read.draft import Draft
from according.read.lexicon import EventForm, Lexicon
from according.read.phrases import phrase_right
from according.read.stance import Mood, noun_mood, verb_mood
from according.read.subjects import find_subject
from according.read.tokens import Tokens
from according.read.verb_checks import phrase_after
from according.read.verbs import VerbGroup

_LIGHT_SELF = frozenset(
    [
        "take",
        "come",
        "occur",
        "happen",
        "begin",
        "start",
        "erupt",
        "break",
        "continue",
        "go",
        "last",
        "spread",
        "resume",
        "grow",
        "end",
        "stop",
        "finish",
        "cease",
        "follow",
        "ensue",
        "rage",
    ]
)


def light_verb(clause: Clause, first: int, last: int) -> tuple[Phase, tuple[int, ...] | None, int, Mood] | None:
    """The light verb that has the noun as subject ("the strike began") or object ("staged a strike"), its phase and subject."""
    tokens, lexicon = clause.tokens, clause.lexicon
    table = lexicon_light(lexicon)
    for group in clause.groups:
        base = lexicon.lemmas.get(tokens.lows[group.main], tokens.lows[group.main])
        phase = _light_phase(table, tokens, group.main, base)
        if phase is None and _is_result(clause, group, base, last):
            return Phase.STARTS, None, group.main, verb_mood(tokens, group, clause.groups, lexicon, None)
        if phase is None:
            continue
        if not group.infinitive and last < group.first <= last + 14 and (base in _LIGHT_SELF or group.passive):
            found = find_subject(tokens, group, clause.groups)
            direct = found is not None and found[0] <= last <= found[1] and _is_head(tokens, found, last)
            if found is not None and (direct or heads_over(tokens, last, group)):
                return phase, None, group.main, verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]))
        if group.main < first <= group.main + 5 and not group.passive:
            between = tokens.tags[group.main + 1 : first]
            if all(tag in "BPWDJ-" for tag in between):
                found = find_subject(tokens, group, clause.groups)
                return (
                    phase,
                    found,
                    group.main,
                    verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]) if found else None),
                )
    # "there were clashes"
    for k in range(first - 1, max(-1, first - 6), -1):
        if (
            tokens.lows[k] == "there"
            and k + 1 < len(tokens)
            and any(tokens.tags[m] == "b" for m in range(k + 1, first))
        ):
            being = next((g for g in clause.groups if k < g.main < first), None)
            mood = verb_mood(tokens, being, clause.groups, lexicon, None) if being else Mood()
            return Phase.STARTS, None, k, mood
        if tokens.tags[k] in ";,":
            break
    return None


def _is_result(clause: Clause, group: VerbGroup, base: str, last: int) -> bool:
    """ "the attack left three dead", "the explosion shook the town": what it did tells that it took place."""
    results = clause.lexicon.stance["light"].get("results", frozenset())
    if group.passive or not last < group.first <= last + 10 or base not in results:
        return False
    if group.infinitive or (group.gerund and clause.tokens.tags[group.first - 1] != ","):
        return False
    if phrase_right(clause.tokens, group.main + 1) is None and base != "result":
        return False
    found = find_subject(clause.tokens, group, clause.groups)
    return found is not None and found[0] <= last <= found[1] and _is_head(clause.tokens, found, last)


def is_set_off(clause: Clause, draft: Draft, form: EventForm, first: int, last: int) -> bool:
    """Whether a bomb, a grenade, dynamite is used: planted or thrown by somebody, or what it did is told."""
    tokens, lexicon = clause.tokens, clause.lexicon
    results = lexicon.stance["light"].get("results", frozenset())
    if _explodes(clause, last):
        return False  # "a bomb exploded, killing three": told by the verb
    for group in clause.groups:
        base = lexicon.lemmas.get(tokens.lows[group.main], "")
        used = base in form.row.set_verbs
        if not used and base not in results:
            continue
        suffers = group.passive or (group.bare_participle and phrase_right(tokens, group.main + 1) is None)
        found = find_subject(tokens, group, clause.groups)
        subject = found is not None and found[0] <= last <= found[1] and last < group.first
        behind = group.main < first <= group.main + 4
        behind = behind and all(tag in "PDWJB" for tag in tokens.tags[group.main + 1 : first])
        led_by = "by" in tokens.lows[max(0, first - 1) : first + 1]
        if used:
            told = (subject and suffers) or (behind and not group.passive and not led_by)
            by = phrase_after(tokens, group.main, "by") if subject else found
        else:
            told = (subject and not suffers) or (behind and led_by and suffers)
            by = None
        if not told:
            continue
        mood = verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]) if found else None)
        draft.polarity, draft.stance = mood.polarity, mood.stance
        if any(later.main > group.main and later.negated and _bursts(clause, later.main) for later in clause.groups):
            draft.polarity = Polarity.DID_NOT_HAPPEN  # "a bomb that had been left in the doorway did not explode"
        word = group.main
        draft.note("type", f"noun with {tokens.words[word]!r}", tokens.starts[word], tokens.ends[word])
        if by is not None:
            add_participants(clause, draft, by, Role.AGENT)
        return True
    return False


def _bursts(clause: Clause, main: int) -> bool:
    forms = clause.lexicon.events.get(clause.tokens.lows[main], ())
    return any(form.row.id == "explode" for form in forms)


def _explodes(clause: Clause, last: int) -> bool:
    """Whether the noun is subject of "exploded", "went off"."""
    for group in clause.groups:
        forms = clause.lexicon.events.get(clause.tokens.lows[group.main], ())
        if group.main > last and any(form.row.subject_words and form.row.type == "bombing" for form in forms):
            found = find_subject(clause.tokens, group, clause.groups)
            if found is not None and found[0] <= last <= found[1]:
                return True
    return False


def heads_over(tokens: Tokens, last: int, group: VerbGroup) -> bool:
    """ "his transfer to Orlin could come": only a phrase with a preposition stands between the noun and its verb."""
    between = tokens.tags[last + 1 : group.first]
    hung = between[:1] if tokens.tags[last] in "W" else tokens.tags[last : last + 1]
    return bool(hung) and hung[0] in "TP" and all(tag in "TPWDJX'B" for tag in between)


def is_light(clause: Clause, word: int) -> bool:
    """Whether the word beside the noun is a light verb, or "there" of "there were"."""
    tokens = clause.tokens
    base = clause.lexicon.lemmas.get(tokens.lows[word], tokens.lows[word])
    return tokens.lows[word] == "there" or _light_phase(lexicon_light(clause.lexicon), tokens, word, base) is not None


def _is_head(tokens: Tokens, found: tuple[int, int, bool], last: int) -> bool:
    return last == found[1] or tokens.tags[last + 1] in "P,X("


def lexicon_light(lexicon: Lexicon) -> dict[str, Phase]:
    """Light verbs of the language: base, with its particle if any -> phase."""
    phases = [(Phase(name), words) for name, words in lexicon.stance["light"].items() if name != "results"]
    return {word: phase for phase, words in phases for word in words}


def _light_phase(table: dict[str, Phase], tokens: Tokens, main: int, base: str) -> Phase | None:
    following = tokens.lows[main + 1] if main + 1 < len(tokens) else ""
    return table.get(f"{base} {following}") or (table.get(base) if following not in {"up", "over"} else None)


def fill_from_passive(clause: Clause, draft: Draft, i: int, verbs: set[str], preposition: str | None) -> bool:
    """ "No charges have been lodged against X": the noun is subject (or object) of one of these verbs."""
    tokens, lexicon = clause.tokens, clause.lexicon
    for group in clause.groups:
        base = lexicon.lemmas.get(tokens.lows[group.main], "")
        if base not in verbs:
            continue
        found = find_subject(tokens, group, clause.groups)
        as_subject = group.passive and found is not None and found[0] <= i <= found[1]
        as_object = not group.passive and group.main < i <= group.main + 6
        if not (as_subject or as_object):
            continue
        mood = verb_mood(tokens, group, clause.groups, lexicon, (found[0], found[1]) if found else None)
        draft.polarity, draft.stance = mood.polarity, mood.stance
        draft.phase = Phase.ENDS if base == "lift" else draft.phase
        draft.note(
            "type", f"noun with {tokens.words[group.main]!r}", tokens.starts[group.main], tokens.ends[group.main]
        )
        if as_object and found is not None:
            add_participants(clause, draft, found, Role.AGENT)
        if preposition:
            after = phrase_after(tokens, max(group.main, i), preposition)
            if after is None:
                return False
            add_participants(clause, draft, after, Role.PATIENT)
        return True
    return False


def read_rejection(clause: Clause, draft: Draft, i: int) -> bool:
    """ "The appeals were heard and almost all rejected": an appeal that a court rejects, upholds or grants."""
    tokens, lexicon = clause.tokens, clause.lexicon
    for group in clause.groups:
        base = lexicon.lemmas.get(tokens.lows[group.main], "")
        if base not in {"reject", "dismiss", "grant", "uphold"} or not group.main > i or group.main - i > 14:
            continue
        if group.passive or group.bare_participle:
            draft.type = "appeal_granted" if base in {"grant", "uphold"} else "appeal_rejected"
            draft.anchor = Span(tokens.starts[group.main], tokens.ends[group.main])
            mood = verb_mood(tokens, group, clause.groups, lexicon, None)
            draft.polarity, draft.stance = mood.polarity, mood.stance
            by = phrase_after(tokens, group.main, "by")
            if by is not None:
                add_participants(clause, draft, by, Role.COURT)
            return True
    return False


def read_toll(clause: Clause, i: int, last: int, form: EventForm) -> Draft | None:
    """ "put the death count as high as 70", "the number of victims is much higher, about 70"."""
    tokens, page = clause.tokens, clause.page
    end = tokens.ends[min(len(tokens) - 1, last + 16)]
    counts = [c for c in page.counts_in(tokens.ends[last], end) if c.unit is None or c.unit not in {"percent", "%"}]
    between = tokens.lows[last + 1 : last + 12]
    group = next((g for g in clause.groups if last < g.main <= last + 8), None)
    mood = (
        verb_mood(tokens, group, clause.groups, clause.lexicon, None)
        if group
        else noun_mood(tokens, i, last, clause.groups, clause.lexicon)
    )
    draft = new_draft(clause, i, last, form, "toll", mood)
    higher = "higher" in between or "greater" in between or "larger" in between
    if counts:
        count = counts[0]
        if re.search(r"as high as $", page.text[max(0, (count.start or 0) - 16) : count.start or 0]):
            count = replace(count, min=None, qualifier="up_to")
        draft.count = count
    elif higher or "lower" in between:
        word = "higher" if higher else "lower"
        at = last + 1 + (between.index(word) if word in between else 0)
        draft.count = Count(
            None, None, clause.text(max(last + 1, at - 1), at), mode=CountMode.HIGHER_THAN if higher else CountMode.LOWER_THAN,
            start=tokens.starts[max(last + 1, at - 1)], end=tokens.ends[at],
        )  # fmt: skip
    else:
        return None
    draft.note("count", f"after {clause.text(i, last)!r}", draft.count.start, draft.count.end)
    return draft
