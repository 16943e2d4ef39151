"""A noun that names an event of work, law or state in ("the ruling", "Friday's march", "talks with the union"), whether it is told
of one happening out, with what the verb it stands beside makes of it. Bare talk of the kind ("strikes hurt") does not stand. English.
"""

from __future__ import annotations

from according.domain.statement import Phase, Polarity, Role, Stance
from according.read.clause import Clause, add_participants
from according.read.draft import Draft
from according.read.lexicon import EventForm
from according.read.noun_verbs import heads_over, lexicon_light
from according.read.stance import DEFINITE, Mood, verb_mood
from according.read.subjects import find_subject
from according.read.tokens import Tokens
from according.read.verb_checks import phrase_after
from according.read.verbs import VerbGroup

_NO_EVENT = frozenset(
    ["any", "every", "each", "such", "more", "most", "many", "what", "which", "some", "further", "all"]
)
_PREPOSITION_OF_CASE = frozenset(["in", "on", "at", "outside", "with", "against", "between", "over", "for", "by", "of"])


def verb_beside(clause: Clause, first: int, last: int) -> tuple[VerbGroup, str] | None:
    """The finite verb whose subject the noun heads, else the verb whose object it is, with "subject" or "object"."""
    tokens = clause.tokens
    described = _described(clause, last)
    if described is not None:
        return described, "described"
    for group in clause.groups:
        if not (last < group.first <= last + 20) or group.infinitive or group.gerund or _reduced(tokens, group):
            continue
        found = find_subject(tokens, group, clause.groups)
        near = found is not None and first <= found[1] and found[0] <= last and _heads(tokens, found[0], last)
        if near or heads_over(tokens, last, group):
            return group, "subject"
        break
    before = next((g for g in reversed(clause.groups) if g.main < first), None)
    if before is not None and all(tag in "BDJW'" for tag in tokens.tags[before.main + 1 : first]):
        return before, "object"
    return None


def _reduced(tokens: Tokens, group: VerbGroup) -> bool:
    """Whether a bare past form is a participle ("a march held in May"), not a finite verb with its object ("the march drew thousands")."""
    return group.bare_participle and not (group.main + 1 < len(tokens) and tokens.tags[group.main + 1] in "DWOJS")


def _described(clause: Clause, last: int) -> VerbGroup | None:
    """ "a strike scheduled for Monday", "the hearing, which is expected": a participle or relative clause right behind the noun."""
    tokens, planned = clause.tokens, clause.lexicon.stance["subject"]["expected"]
    for group in clause.groups:
        if not last < group.main <= last + 12:
            continue
        near = tokens.tags[last + 1 : group.first]
        base = clause.lexicon.lemmas.get(tokens.lows[group.main], "")
        if group.bare_participle and not near:
            return group if base in planned or base in {"set", "call"} else None
        if near[:1] == ["R"] or (near[-2:] == [",", "R"] and len(near) <= 6 and all(tag in "RPDWXJ,B" for tag in near)):
            return group
        return None
    return None


def _heads(tokens: Tokens, start: int, last: int) -> bool:
    """Whether nothing before the noun makes it hang on another one: "leaders of the strike" is about leaders."""
    return not any(tag in "P" for tag in tokens.tags[start:last])


def mood_by_verb(clause: Clause, draft: Draft, first: int, beside: tuple[VerbGroup, str] | None) -> None:
    """ "the ruling is expected", "the strike was averted", "talks have been cut off": what the verb behind tells of the noun."""
    if beside is None or beside[1] == "object":
        return
    group = beside[0]
    if beside[1] == "described" and draft.stance in (Stance.DEMANDED, Stance.POSSIBLE):
        draft.stance = Stance.ASSERTED  # "to await a ruling, which is expected": the nearer word tells
    tokens, lexicon = clause.tokens, clause.lexicon
    base = lexicon.lemmas.get(tokens.lows[group.main], tokens.lows[group.main])
    following = tokens.lows[group.main + 1] if group.main + 1 < len(tokens) else ""
    table = lexicon.stance["subject"]
    word = group.main
    mood = verb_mood(tokens, group, clause.groups, lexicon, None)
    if tokens.tags[group.main] in "bhd" or (tokens.tags[group.main] == "V" and base == "be"):
        return
    for name, words in table.items():
        if name == "brought":
            continue
        if base not in words and f"{base} {following}" not in words:
            continue
        if name == "negated":
            draft.polarity = Polarity.HAPPENED if mood.polarity is Polarity.DID_NOT_HAPPEN else Polarity.DID_NOT_HAPPEN
        elif name == "ends":
            draft.phase = Phase.ENDS if mood.polarity is Polarity.HAPPENED else Phase.GOES_ON
            if mood.stance is not Stance.ASSERTED:
                _soften(draft, mood)
        elif draft.stance is Stance.ASSERTED and (group.passive or group.bare_participle or name == "feared"):
            draft.stance = Stance(name) if mood.stance is Stance.ASSERTED else mood.stance  # "may be postponed"
        else:
            continue
        draft.note("stance", f"{tokens.words[word]!r} behind the noun", tokens.starts[word], tokens.ends[word])
        return
    if tokens.lows[first] not in DEFINITE or draft.type in _SCHEDULED:
        _soften(draft, mood)


# What is announced before it is: "the strike will affect the mines", "his extradition may be postponed" are no facts yet.
_SCHEDULED = frozenset(
    [
        "strike",
        "trial",
        "transfer",
        "release",
        "march",
        "demonstration",
        "picket",
        "negotiation",
        "appeal_filed",
        "visit",
        "speech",
        "lockout",
        "hunger_strike",
    ]
)


def carried_out(clause: Clause, draft: Draft, last: int, light: int | None, doer: Role) -> bool:
    """ "an investigation carried out by the ministry", "a communique sent to the papers": it took place, and who did it."""
    tokens, lexicon = clause.tokens, clause.lexicon
    group = next((g for g in clause.groups if g.main == last + 1 and g.bare_participle), None)
    if group is None and light is not None:  # "the revolt was started by 28 prisoners"
        group = next((g for g in clause.groups if g.main == light and g.passive), None)
    base = lexicon.lemmas.get(tokens.lows[group.main], "") if group is not None else ""
    after = tokens.tags[group.main + 1] if group is not None and group.main + 1 < len(tokens) else ";"
    if group is None or after not in "PXT,;(BQ":
        return False
    if base not in _MADE and not any(base == word.split()[0] for word in lexicon_light(lexicon)):
        return False
    by = phrase_after(tokens, group.main, "by")
    phrase = clause.phrase(by)
    known = phrase is not None and (phrase.person or phrase.organisation or phrase.authority or phrase.capital)
    if by is not None and known and not draft.people(doer):
        add_participants(clause, draft, by, doer)
    return True


_MADE = ("publish", "release", "carry", "order", "read", "broadcast", "call", "grant", "distribute")


def called_for(clause: Clause, draft: Draft, first: int) -> None:
    """ "has called a national strike", "announced a 24-hour walkout": it is still to come."""
    tokens = clause.tokens
    if first and draft.stance is Stance.ASSERTED and tokens.lows[first] not in DEFINITE:
        while first > 1 and tokens.tags[first - 1] in "-JD" and tokens.lows[first - 1] not in DEFINITE:
            first -= 1  # "called a 48-hour strike"
        base = clause.lexicon.lemmas.get(tokens.lows[first - 1], "")
        if tokens.tags[first - 1] == "V" and base in {"call", "announce", "propose"}:
            draft.stance = Stance.EXPECTED
            caller = find_subject(tokens, clause.group_at(first - 1), clause.groups)
            phrase = clause.phrase(caller)
            if caller is not None and phrase is not None and phrase.organisation and not draft.people(Role.AGENT):
                add_participants(clause, draft, caller, Role.AGENT)
            draft.note("stance", f"{tokens.words[first - 1]!r}", tokens.starts[first - 1], tokens.ends[first - 1])


def _soften(draft: Draft, mood: Mood) -> None:
    if draft.stance is Stance.ASSERTED and mood.stance is not Stance.ASSERTED:
        draft.stance = mood.stance
        draft.note("stance", "the verb behind the noun is no plain fact")


# "a general strike", "the official statement": somebody elsewhere, here what kind it is
_DESCRIBING = frozenset({"general", "national", "official", "native", "major", "minor"})


def add_modifier(clause: Clause, draft: Draft, form: EventForm, first: int, last: int) -> bool:
    """ "the teachers' union strike", "a federal court order", "police raids": the words before the noun name who."""
    role = form.row.poss
    if role is None or last == first or draft.people(Role(role)):
        return False
    tokens, nouns = clause.tokens, clause.lexicon.nouns
    for k in range(last - 1, first - 1, -1):
        low = tokens.lows[k]
        if low in _ADJECTIVES and k == last - 1:
            continue
        known = any(low in nouns[name] for name in ("people", "groups", "organisations", "authorities", "courts"))
        named = k == last - 1 and tokens.words[k][:1].isupper() and tokens.words[k - 1 if k else 0][:1].islower()
        if tokens.tags[k] == "W" and (known or named) and not (k == last - 1 and low in _DESCRIBING):
            start = k
            while start > first and tokens.tags[start - 1] in "WJ'" and tokens.tags[start] == "W":
                start -= 1
            phrase = clause.phrase((start, k))
            if phrase is not None and (
                phrase.person or phrase.organisation or phrase.authority or phrase.capital or phrase.place
            ):
                add_participants(clause, draft, (start, k), Role(role))
                return True
    return False


_ADJECTIVES = frozenset(
    ["national", "general", "public", "major", "local", "official", "foreign", "american", "russian"]
)


def spoken_by(clause: Clause, draft: Draft, first: int) -> None:
    """ "In a speech on Sunday the mayor praised": whoever the sentence is about holds it."""
    tokens = clause.tokens
    if (
        draft.type != "speech"
        or draft.people(Role.AGENT)
        or not first
        or tokens.lows[first - 1] not in {"in", "during"}
    ):
        return
    left = [g for g in clause.groups if g.finite and g.main < first]
    group = left[-1] if left else next((g for g in clause.groups if g.finite and g.main > first), None)
    found = find_subject(tokens, group, clause.groups) if group is not None else None
    phrase = clause.phrase(found)
    if found is not None and phrase is not None and (phrase.person or phrase.capital) and not phrase.negative:
        add_participants(clause, draft, found, Role.AGENT)


def is_told(clause: Clause, draft: Draft, first: int, last: int, beside: tuple[VerbGroup, str] | None) -> bool:
    """Whether the noun without argument or light verb still speaks of one happening."""
    tokens = clause.tokens
    lead = tokens.lows[first]
    if lead == "any" and not {"deny", "denies", "denied", "denying"}.isdisjoint(tokens.lows[:first]):
        return True  # "denied that any order to shoot had been given"
    if lead in _NO_EVENT or (first and tokens.lows[first - 1] in {"any", "such", "of any"}):
        return False
    if clause.sentence.kind.value == "heading" or tokens.tags[first] == "J":
        return True
    if clause.page.dates_in(max(draft.clause.start, draft.anchor.start - 24), draft.anchor.end + 24):
        return True
    group = beside[0] if beside is not None else None
    if lead in DEFINITE or "'" in tokens.tags[max(0, first - 1) : last]:
        return True
    if lead in {"a", "an", "another"}:
        equated = group is not None and beside is not None and tokens.tags[group.main] == "b"
        return not (equated and group is not None and group.present)
    if first and tokens.lows[first - 1] in {"during", "amid"} and tokens.lows[last].endswith("s"):
        return True  # "were wounded during clashes near the farm"
    around = tokens.lows[last + 1] if last + 1 < len(tokens) else ""
    if around in _PREPOSITION_OF_CASE and clause.page.places_in(draft.anchor.end, draft.anchor.end + 30):
        return True
    if group is not None and "b" in clause.lexicon.verbs.get(tokens.lows[group.main], "") and not group.perfect:
        return False  # "strikes hurt": may be said of any
    return group is not None and group.finite and not (group.present and not group.perfect and not group.progressive)
