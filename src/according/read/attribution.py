"""One English sentence in, its attributions out: whose words, brought by which cue, saying what. Spans only; who "he" is, is told
elsewhere. It never decides whether anybody is right.
"""

from __future__ import annotations

from dataclasses import replace

from according.domain.passage import Span
from according.domain.statement import Stance
from according.read.attribution_final import final_cue
from according.read.attribution_parts import (
    Attribution,
    clause_follows,
    content_end,
    content_start,
    own_content_end,
    span_of,
)
from according.read.attribution_words import around_as, by_according, by_adverb, by_colon, by_noun, by_put
from according.read.lexicon import CueForm, Lexicon
from according.read.phrases import phrase_right
from according.read.subjects import find_subject
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup


def find_attributions(tokens: Tokens, groups: list[VerbGroup], lexicon: Lexicon) -> list[Attribution]:
    """All attributions of one sentence, in order of their cues."""
    found: list[Attribution] = []
    if not tokens.words:
        return found
    found.extend(by_according(tokens))
    for group in groups:
        form = _cue_at(tokens, group, lexicon)
        if form is None:
            continue
        made = (
            _passive(tokens, group, groups, form, lexicon)
            if group.passive
            else _active(tokens, group, groups, form, lexicon)
        )
        if made is not None:
            found.append(made)
    found.extend(by_noun(tokens, groups, lexicon))
    found.extend(by_colon(tokens, lexicon))
    found.extend(by_put(tokens, groups, lexicon))
    found.extend(by_adverb(tokens, groups, lexicon))
    found = [a for a in found if all(span.start < span.end for span in a.content)]  # "said that?": nothing is said
    found.sort(key=lambda a: a.cue.start)
    found = _same_speaker(tokens, found)
    finals = [
        a for a in found if a.rule == "en.cue.final" and a.source is not None and a.source.start > a.content[0].end
    ]
    return [_without_final(tokens, a, finals) for a in found] if finals else found


def _small_clause(tokens: Tokens, start: int) -> bool:
    """ "saw guards beating him", "showed a man lying": a phrase with a form in -ing right behind it."""
    phrase = phrase_right(tokens, start)
    if phrase is None or phrase[1] + 1 >= len(tokens):
        return False
    return tokens.tags[phrase[1] + 1] == "V" and tokens.lows[phrase[1] + 1].endswith("ing")


def _with_relative(tokens: Tokens, subject: tuple[int, int, bool], group: VerbGroup) -> int:
    """Last token of the subject with the "who" or "which" that takes it up right before the verb."""
    k = group.first - 1
    while k > subject[1] and tokens.tags[k] in "BX":
        k -= 1
    takes_up = tokens.tags[k] == "R" or tokens.lows[k] == "that"
    return k if takes_up and subject[1] < k <= subject[1] + 2 else subject[1]


def _same_speaker(tokens: Tokens, found: list[Attribution]) -> list[Attribution]:
    """ "X said that Y lied, adding that", "X said … and asked whether": the later cue is X's, not Y's."""
    closing: dict[int, Attribution] = {}  # last word of a content -> whose
    for one in found:
        if one.source is not None and one.kind != "noun":
            closing[_last_word(tokens, tokens.at(one.content[-1].end) - 1)] = one
    out: list[Attribution] = []
    for one in found:
        k = _last_word(tokens, tokens.at(one.cue.start) - 1)
        earlier = closing.get(k) if k > 0 else None
        if one.shared and earlier is not None and earlier.cue.end < one.cue.start:
            at = tokens.at(earlier.cue.start)
            if at < len(tokens) and tokens.quoted[at] == tokens.quoted[tokens.at(one.cue.start)]:
                one = replace(one, source=earlier.source)
                closing[_last_word(tokens, tokens.at(one.content[-1].end) - 1)] = one
        out.append(one)
    return out


def _last_word(tokens: Tokens, k: int) -> int:
    while k > 0 and tokens.tags[k] in ",CBQ":
        k -= 1
    return k


def _without_final(tokens: Tokens, one: Attribution, finals: list[Attribution]) -> Attribution:
    """ "A source put the toll at 70, the paper reports": what the source says ends before the paper."""
    for final in finals:
        if final is one or final.source is None or one.cue.start >= final.source.start or len(final.content) != 1:
            continue
        last = one.content[-1]
        if last.start < final.source.start and final.cue.end <= last.end and final.content[0].end > last.start:
            end = min(final.content[0].end, tokens.ends[max(0, tokens.at(final.source.start) - 1)])
            return replace(one, content=(*one.content[:-1], Span(last.start, end)))
    return one


def _cue_at(tokens: Tokens, group: VerbGroup, lexicon: Lexicon) -> CueForm | None:
    for form in lexicon.cues.get(tokens.lows[group.main], ()):
        n = len(form.rest)
        if not n or tuple(tokens.lows[group.main + 1 : group.main + 1 + n]) == form.rest:
            return form
    return None


_SAYS_SO = frozenset({"speech", "testimony", "allegation", "admission"})
_NEVER_FINAL = frozenset({"attitude", "demand", "judgement", "topic"})  # nobody writes "..., he supported"
_NOBODY = frozenset({"that", "which", "this"})
_BODIES_DO = frozenset(
    {"speech", "testimony", "allegation", "admission", "denial", "evidence"}
)  # "it said": a body, a paper


def _active(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], form: CueForm, lexicon: Lexicon
) -> Attribution | None:
    if group.infinitive and not _told_to(tokens, group, groups, lexicon):
        return None
    follows = tokens.lows[group.main + 1] if group.main + 1 < len(tokens) else ""
    if group.bare_participle and form.row.name == "allegation" and follows in {"of", "by", "with"}:
        return None  # "the guard accused of beating him" accuses nobody
    base = lexicon.lemmas.get(tokens.lows[group.main], "")
    if base == "relate" and follows in {"to", "with", "by"}:
        return None  # "people related to the company"
    main_last = group.main + len(form.rest)
    cue = span_of(tokens, group.first, main_last)
    final = None
    if (
        form.row.name not in _NEVER_FINAL and not group.infinitive
    ):  # "had been told to find something on her" says nothing
        final = final_cue(tokens, group, groups, main_last)
    hypothetical = group.modal in {"may", "might", "could", "would", "must", "should", "ought"} or _told_to(
        tokens, group, groups, lexicon
    )
    stance = Stance(form.row.stance)
    if final is not None:
        source, content, shared = final
        return Attribution(
            source, cue, content, form.row.name, stance, "en.cue.final", None, group.negated, hypothetical, shared
        )
    subject = find_subject(tokens, group, groups)
    if subject is None or (tokens.lows[subject[1]] in _NOBODY and form.row.name not in {"evidence"}):
        return None
    if tokens.lows[subject[1]] == "it" and form.row.name not in _BODIES_DO:
        return None
    if subject[0] > 0 and tokens.lows[subject[0] - 1] == "as" and form.row.name in _SAYS_SO:
        around = around_as(tokens, subject[0] - 1, main_last)
        if around:
            source = span_of(tokens, subject[0], subject[1])
            return Attribution(
                source, cue, around, form.row.name, stance, "en.cue.as", None, group.negated, hypothetical
            )
    start, audience = content_start(tokens, main_last, base)
    if start is None or start >= len(tokens):
        return None
    has_that = tokens.lows[start - 1] == "that"
    quote = tokens.tags[start] == "Q"
    strong = has_that or quote or clause_follows(tokens, start, groups)
    strong = strong or (form.row.name in {"evidence", "witness"} and _small_clause(tokens, start))
    if base == "claim" and not strong and not _TAKEN.isdisjoint(tokens.lows[start : start + 6]):
        return None  # "the war has claimed 120 lives"
    counted = base in _COUNTING and tokens.tags[start] == "J" and tokens.lows[subject[0]] not in {"i", "we"}
    if base == "count" and not counted:
        return None  # "counts on", "counted votes"
    documented = form.row.name == "evidence" and not lexicon.nouns["documents"].isdisjoint(
        tokens.lows[subject[0] : subject[1] + 1]
    )  # "the footage showed two men"
    documented = documented or counted
    if base in _NEEDS_THAT and not strong and not form.rest and form.row.name != "attitude" and not documented:
        return None
    if base in _NEEDS_CLAUSE and not strong and not form.rest:
        return None
    if form.row.name == "admission" and not strong and base == "admit" and tokens.tags[start] == "J":
        return None  # "the hospital admitted 13 people"
    end = content_end(tokens, start, cut_verbs=not has_that and not quote and not clause_follows(tokens, start, groups))
    end = own_content_end(tokens, group, groups, start, end, subject[0] - 1, lexicon)
    if tokens.tags[group.first - 1] == "R":
        end = _before_main_verb(tokens, start, end, groups)
    if end < start or not any(tokens.tags[k] in "WV" for k in range(start, end + 1)):
        return None
    teller = None if group.infinitive else span_of(tokens, subject[0], _with_relative(tokens, subject, group))
    return Attribution(
        teller, cue, (span_of(tokens, start, end),), form.row.name, stance,
        "en.cue.that" if has_that else "en.cue.quote" if quote else "en.cue.right",
        audience, group.negated, hypothetical, subject[2], not (strong or counted),
    )  # fmt: skip


_TELLING = frozenset(
    {"instruct", "order", "tell", "ask", "force", "urge", "persuade", "compel", "pressure", "coach", "bribe"}
)


def _told_to(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon) -> bool:
    """ "had been instructed to say that": nobody says it of himself."""
    if not group.infinitive:
        return False
    ruler = next((g for g in reversed(groups) if g.main < group.first), None)
    return (
        ruler is not None
        and lexicon.lemmas.get(tokens.lows[ruler.main], "") in _TELLING
        and group.first - ruler.main <= 6
        and not any(tokens.tags[k] in ";SR," for k in range(ruler.main, group.first))
    )


def _before_main_verb(tokens: Tokens, start: int, end: int, groups: list[VerbGroup]) -> int:
    """ "X, who said he gave the order, has resigned": what "who" says ends at the comma before the main verb."""
    for group in groups:
        if not group.finite or not start + 1 < group.first <= end:
            continue
        if tokens.tags[group.first - 1] == ",":
            return group.first - 2
        if (
            tokens.tags[group.first - 1] == "Q"
            and tokens.tags[group.first - 2] == ","
            and not tokens.quoted[group.first]
        ):
            return group.first - 1
    return end


_TAKEN = frozenset({"death", "deaths", "life", "lives", "victim", "victims"})


def _passive(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], form: CueForm, lexicon: Lexicon
) -> Attribution | None:
    """ "it is reported that", "is believed to have", "was told by X that"."""
    n = len(tokens)
    base = lexicon.lemmas.get(tokens.lows[group.main], "")
    cue = span_of(tokens, group.first, group.main)
    subject = find_subject(tokens, group, groups)
    by: Span | None = None
    k = group.main + 1
    if k < n and (tokens.lows[k] == "by" or (tokens.lows[k] == "from" and base in {"learn", "hear"})):
        phrase = phrase_right(tokens, k + 1)
        if phrase is not None:
            by, k = span_of(tokens, *phrase), phrase[1] + 1
    if (
        by is None
        and form.row.name in {"attitude", "evidence", "demand", "judgement", "topic"}
        and tokens.lows[group.main]
        not in {
            "known",
            "understood",
            "shown",
        }
    ):
        return None
    if base in _TOLD and subject is not None and tokens.lows[subject[0]] not in {"it", "this", "that"}:
        return _told(tokens, group, groups, form, subject, by, k)
    impersonal = (subject is not None and tokens.lows[subject[0]] == "it") or subject is None
    stance = Stance(form.row.stance)
    that = next((j for j in range(k, min(n, k + 10)) if tokens.lows[j] == "that"), None)
    if impersonal and that is not None and that + 1 < n:
        reported = (span_of(tokens, that + 1, content_end(tokens, that + 1)),)
        return Attribution(by, cue, reported, form.row.name, stance, "en.cue.impersonal", None, group.negated)
    if subject is not None and k < n and tokens.tags[k] == "T" and base in _SAID_TO:
        content = (span_of(tokens, subject[0], subject[1]), span_of(tokens, k, content_end(tokens, k)))
        return Attribution(by, cue, content, form.row.name, stance, "en.cue.said_to", None, group.negated)
    if by is not None and subject is not None and tokens.lows[subject[0]] not in {"it", "this", "that"}:
        parts = [span_of(tokens, subject[0], subject[1])]
        if k < n and (tokens.tags[k] in "ST" or tokens.lows[k] in {"of", "for", "as", "about"}):
            parts.append(span_of(tokens, k, content_end(tokens, k, cut_verbs=True)))  # "was asked by X whether"
        return Attribution(
            by,
            cue,
            tuple(parts),
            form.row.name,
            stance,
            "en.cue.by",
            None,
            group.negated,
            weak=form.row.name not in _TELLS_OF,
        )
    return None


_TOLD = frozenset({"tell", "inform", "advise"})


def _told(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], form: CueForm, subject: tuple[int, int, bool],
    by: Span | None, k: int,
) -> Attribution | None:  # fmt: skip
    """ "Brem was told that": what he has from others, and what they said. By whom, if the text says so."""
    while k < len(tokens) and tokens.tags[k] in "BX":
        k += 1
    that = k < len(tokens) and tokens.lows[k] == "that"
    start = k + 1 if that else k
    if start >= len(tokens) or not (that or clause_follows(tokens, start, groups)):
        return None
    receiver = span_of(tokens, subject[0], subject[1])
    own = tokens.lows[subject[0]] in {"i", "we"}
    source = by if by is not None else None if own else receiver
    cue, content = span_of(tokens, group.first, group.main), span_of(tokens, start, content_end(tokens, start))
    return Attribution(
        source, cue, (content,), form.row.name, Stance(form.row.stance), "en.cue.told", receiver, group.negated
    )


_TELLS_OF = frozenset({"speech", "testimony"})  # "the raid was reported by X": X tells of the raid


_SAID_TO = frozenset(
    [
        "say",
        "report",
        "believe",
        "think",
        "allege",
        "claim",
        "suspect",
        "know",
        "consider",
        "estimate",
        "expect",
        "fear",
        "understand",
        "assume",
        "presume",
        "suppose",
        "feel",
    ]
)


_COUNTING = frozenset({"confirm", "report", "count", "record", "register", "list", "document", "announce"})
_NEEDS_CLAUSE = frozenset({"need", "add", "continue", "state", "maintain", "answer", "like", "love"})

_NEEDS_THAT = frozenset(
    [
        "charge",
        "report",
        "find",
        "see",
        "hear",
        "learn",
        "know",
        "understand",
        "show",
        "demonstrate",
        "prove",
        "discover",
        "notice",
        "remember",
        "read",
        "record",
        "register",
        "post",
        "publish",
        "broadcast",
        "document",
        "sign",
        "order",
        "call",
        "judge",
        "accept",
        "recognize",
        "recognise",
        "indicate",
        "agree",
        "decide",
        "determine",
        "mention",
        "worry",
        "dismiss",
        "reject",
        "object",
        "back",
        "need",
        "seek",
        "like",
        "love",
        "hate",
        "prefer",
        "view",
        "regard",
        "consider",
        "feel",
        "guess",
        "signal",
        "call",
    ]
)
