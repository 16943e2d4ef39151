"""A page in, drafts of relations out: who owns what share, who holds which office, who is whose kin. English; a name on one side at least."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from according.domain.passage import Span
from according.domain.statement import ActorKind, Ownership, Participant, Phase, Role, RoleValue, Value
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.figures import find_figures
from according.read.page import Page

_OWNED = re.compile(
    r"\b(?:(?P<percent>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)(?:-|\s)|(?P<bound>partly|jointly|wholly|majority|half|fully)(?:-|\s))?(?P<anchor>owned) by (?P<owner>[^.;,()–—]{2,90})"
)
_NAMED_VENTURE = re.compile(
    r"((?:[A-Z][\w&-]+ ?)+), (?:a|an|the) (?:[a-z-]+ ){0,3}(?:venture|subsidiary|company|firm) $"
    r"|((?:[A-Z][\w&-]+ ?)+),? (?:which|that) is (?:itself )?$"
)
_SECOND_OWNER = re.compile(r"(?:, (?:the|a|an) [^,.;]{3,70},?|,)? and ([A-Z][\w&-]+(?: [A-Z][\w&-]+)*)")
_OWNS = re.compile(
    r"\b(?P<anchor>owns|holds a|controls) (?P<share>all of|half of|a majority of|a majority stake in|(?P<percent>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)(?: stake| share)? (?:of|in)) (?:the )?(?P<what>[A-Z][^.;,()–—]{1,60}?)(?= and half of| and |[.;,()–—]|$)"
)
_KIN = re.compile(
    r"(?:^|.* )([A-Z][\w-]+)[’']s? (?:[a-z]+ )?(daughter|son|mother|father|wife|husband|brother|sister|widow|widower)$"
)
_ROLE = re.compile(
    r"\b(?:president|chair(?:man|woman|person)?|leader|head|director|minister|mayor|governor|lawyer|judge|prosecutor|secretary|coordinator|"
    r"spokes(?:man|woman|person)|editor|journalist|activist|member|manager|commander|chief|investigator|deputy|ombudsman|senator|official|"
    r"organiser|organizer|delegate|representative|akim|doctor|teacher|witness)\b",
    re.I,
)
_OF = re.compile(r"\b(?:of|at|for|in|from)\s+(?:the\s+)?(.+)$")


def find_relations(page: Page, skipped: list[Span]) -> list[Draft]:
    """Relations in the order of the text, none from skipped parts."""
    if not page.sentences:
        return []
    starts = [sentence.start for sentence in page.sentences]
    drafts = []
    for draft in (*_ownership(page), *_roles_and_kin(page), *find_figures(page)):
        number = bisect_right(starts, draft.anchor.start) - 1
        if (
            number < 0
            or draft.anchor.end > page.sentences[number].end
            or page.sentences[number].kind.value == "endnote"
        ):
            continue
        if any(span.start <= draft.anchor.start < span.end for span in skipped):
            continue
        draft.sentence = number
        draft.phase = Phase.GOES_ON
        drafts.append(draft)
    return drafts


def _draft(kind: str, span: Span, rule: str) -> Draft:
    return Draft(kind, span, f"en.{rule}", 0, span)


def _ownership(page: Page) -> Iterator[Draft]:
    for match in _OWNED.finditer(page.plain) if "owned by" in page.plain else ():
        owner = _actor_in(page, match.start("owner"), match.end("owner"))
        words = re.split(r"\s(?:via|on|through|which|that|and (?=[a-z]))", match["owner"])[0].strip()
        named = _NAMED_VENTURE.search(page.plain, max(0, match.start() - 160), match.start())
        owned = None if named else _company_before(page, match.start())
        if owned is not None and re.search(r"\bis itself\b", page.plain[owned.end : match.start()]):
            owned = _first_company(page, match.start())  # "A, which owns B and is itself 39% owned by": it is A
        if owned is None and owner is None and named is None:
            continue
        name = owner.name if owner is not None else words
        percent = float(match["percent"]) if match["percent"] else None
        draft = _draft("ownership", Span(match.start("anchor"), match.end("anchor")), "owned.passive")
        draft.value = Value(ownership=Ownership(percent, name, match["bound"]))
        draft.participants.append(
            _participant(Role.HOLDER, owner, name, match.start("owner"), match.start("owner") + len(words))
        )
        thing = None
        if named is not None:
            group = named.lastindex or 1
            words_of = named[group].strip()
            begin = named.start(group)
            thing = Participant(
                role=Role.ORGANISATION,
                name=words_of,
                kind=ActorKind.ORGANISATION,
                start=begin,
                end=begin + len(words_of),
            )
        elif owned is not None:
            thing = _participant(Role.ORGANISATION, owned, owned.name, owned.start, owned.end)
        if thing is not None:
            draft.participants.insert(0, thing)
        yield draft
        yield from _further_shares(page, match, thing)
        second = (
            _SECOND_OWNER.match(page.plain, match.start("owner") + len(name))
            if "venture" in page.plain[match.start() - 12 : match.start()]
            else None
        )
        if second is not None:
            other = _draft("ownership", draft.anchor, "owned.joint")
            other.value = Value(ownership=Ownership(None, second[1], "joint"))
            other.participants = [thing] if thing is not None else []
            other.participants.append(
                Participant(
                    role=Role.HOLDER,
                    name=second[1],
                    kind=ActorKind.ORGANISATION,
                    start=second.start(1),
                    end=second.end(1),
                )
            )
            yield other
    yield from _shares(page)
    for match in _OWNS.finditer(page.plain):
        owner = _company_before(page, match.start()) or _capitals_before(page, match.start())
        owned = _actor_in(page, match.start("what"), match.end("what"))
        if owner is None:
            continue
        share = match["share"]
        percent = (
            float(match["percent"])
            if match["percent"]
            else 100.0
            if share == "all of"
            else 50.0
            if share == "half of"
            else None
        )
        draft = _draft("ownership", Span(match.start("anchor"), match.end("anchor")), "owned.active")
        draft.value = Value(ownership=Ownership(percent, owner.name, "majority" if "majority" in share else None))
        draft.participants.append(
            _participant(Role.ORGANISATION, owned, match["what"], match.start("what"), match.end("what"))
        )
        draft.participants.append(_participant(Role.HOLDER, owner, owner.name, owner.start, owner.end))
        yield draft


_SHARES = re.compile(
    r"(?P<what>(?:[Tt]he )?[A-Z][^.;,()–—]{1,60}?) (?:is|was|are|were|has been) (?P<anchor>owned),? "
    r"(?P<shares>(?:,? ?(?:and )?(?:by [^.;,()–—]{2,60}? )?\d{1,3}(?:\.\d+)?\s?(?:%|per ?cent) by [^.;,()–—]{2,60}?(?=,| and \d|[.;]|$))+)"
)
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent) by (?:the )?([^.;,()–—]{2,60}?)(?=,| and |[.;]|$)")


def _shares(page: Page) -> Iterator[Draft]:
    """ "The combine is owned 51 per cent by A and 39 per cent by B": one statement for each share."""
    if " owned" not in page.plain:
        return
    for match in _SHARES.finditer(page.plain):
        what = _actor_in(page, match.start("what"), match.end("what"))
        name = re.sub(r"^[Tt]he ", "", match["what"])
        for share in _SHARE.finditer(page.plain, match.start("shares"), match.end("shares")):
            owner = _actor_in(page, share.start(2), share.end(2))
            draft = _draft("ownership", Span(share.start(1), share.end(2)), "owned.shares")
            draft.value = Value(ownership=Ownership(float(share[1]), owner.name if owner else share[2], None))
            draft.participants = [
                _participant(Role.ORGANISATION, what, name, match.end("what") - len(name), match.end("what")),
                _participant(Role.HOLDER, owner, share[2], share.start(2), share.end(2)),
            ]
            yield draft


def _further_shares(page: Page, match: re.Match[str], thing: Participant | None) -> Iterator[Draft]:
    """ "51 per cent owned by A and 39 per cent by B": the shares told behind the first."""
    for share in _SHARE.finditer(page.plain, match.start("owner"), match.end("owner") + 60):
        if "." in page.plain[match.end("owner") : share.start()]:
            return
        owner = _actor_in(page, share.start(2), share.end(2))
        draft = _draft("ownership", Span(share.start(), share.end(2)), "owned.shares")
        draft.value = Value(ownership=Ownership(float(share[1]), owner.name if owner else share[2], None))
        draft.participants = [thing] if thing is not None else []
        draft.participants.append(_participant(Role.HOLDER, owner, share[2], share.start(2), share.end(2)))
        yield draft


_CAPITALS = re.compile(r"((?:[A-Z][\w&-]+ ){1,5})$")


def _capitals_before(page: Page, position: int) -> Actor | None:
    """A run of capitalised words right before the verb: a body nobody listed."""
    found = _CAPITALS.search(page.plain, max(0, position - 80), position)
    if found is None or len(found[1].split()) < 2:
        return None
    words = found[1].strip()
    begin = found.start()
    return Actor(start=begin, end=begin + len(words), text=words, name=words, kind=ActorKind.ORGANISATION, proper=True)


def _participant(role: Role, actor: Actor | None, name: str, start: int, end: int) -> Participant:
    if actor is None:
        return Participant(role=role, name=name, kind=ActorKind.GROUP, start=start, end=end)
    return Participant(
        role=role, name=actor.name, kind=actor.kind, start=actor.start, end=actor.end, mention=actor.mention
    )


def _actor_in(page: Page, start: int, end: int) -> Actor | None:
    """The first named body (or person) that begins near the start of the words."""
    for actor in page.actors_in(start, end):
        if actor.proper and actor.start - start < 40:
            return actor
    return None


def _company_before(page: Page, position: int) -> Actor | None:
    """The nearest named body before the place, in reach of one clause."""
    bodies = [
        actor
        for actor in page.actors_in(max(0, position - 160), position)
        if actor.proper and actor.kind in (ActorKind.ORGANISATION, ActorKind.MEDIUM)
    ]
    if not bodies or re.search(r"[.;!?]\s", page.text[bodies[-1].end : position]):
        return None
    return bodies[-1]


def _first_company(page: Page, position: int) -> Actor | None:
    """The first named body of the sentence the place stands in."""
    number = bisect_right([sentence.start for sentence in page.sentences], position) - 1
    start = page.sentences[number].start if number >= 0 else 0
    return next(
        (one for one in page.actors_in(start, position) if one.proper and one.kind is ActorKind.ORGANISATION), None
    )


def _roles_and_kin(page: Page) -> Iterator[Draft]:
    seen: set[tuple[str, str]] = set()
    for actor in page.mentions.actors:
        description = actor.description
        if (
            not description
            or not actor.proper
            or actor.kind is not ActorKind.PERSON
            or (actor.name, description) in seen
        ):
            continue
        at = page.text.find(description, max(0, actor.start - len(description) - 8), actor.end + len(description) + 12)
        if at < 0 or _TELLS.match(description) or _names_another(page, actor, at, at + len(description)):
            continue
        seen.add((actor.name, description))
        span = Span(at, at + len(description))
        kin = _KIN.match(description)
        if kin is not None:
            yield _kinship(page, actor, kin, span)
        elif _ROLE.search(description) and not re.search(
            r" (?:accused|charged|said|told|convicted|sentenced|arrested)$", description
        ):
            yield _role(page, actor, description, span)


_TELLS = re.compile(
    r"(?:the|a|an) [\w-]+ (?:\w+[^\W]ed|was|were|is|has|had|went|came|said|told) (?:to|in|on|that|by|a|an|the)\b", re.I
)


def _names_another(page: Page, actor: Actor, start: int, end: int) -> bool:
    """Whether the description holds another person's full name or title: an item of a list, not an apposition."""
    others = [
        one
        for one in page.actors_in(start, end)
        if one.proper and one.kind is ActorKind.PERSON and one.name != actor.name and " " in one.text
    ]
    return any(page.text[one.end : one.end + 2] not in {"'s", "’s"} for one in others if one.end >= end - 1)


def _kinship(page: Page, actor: Actor, kin: re.Match[str], span: Span) -> Draft:
    draft = _draft("kinship", span, "kinship.possessive")
    draft.value = Value(kin=kin[2])
    draft.participants.append(_participant(Role.HOLDER, actor, actor.name, actor.start, actor.end))
    full = next(
        (
            one
            for one in page.mentions.actors
            if one.proper and one.name.split()[-1:] == [kin[1]] and one.name != actor.name
        ),
        None,
    )
    name = full.name if full is not None else kin[1]
    draft.participants.append(
        Participant(
            role=Role.RELATIVE,
            name=name,
            kind=ActorKind.PERSON,
            start=span.start,
            end=span.start + len(kin[1]),
            inferred=full is not None,
        )
    )
    return draft


def _role(page: Page, actor: Actor, description: str, span: Span) -> Draft:
    draft = _draft("role", span, "role.apposition")
    words = re.sub(r"^(?:the|a|an|one of the|one|former)\s+", "", description)
    words = re.split(r",?\s(?:who|which|that|whom|where)\s", words)[0]
    of = _OF.search(words)
    organisation = _actor_in(page, span.start, span.end)
    body = (
        organisation.name
        if organisation is not None and organisation.kind is ActorKind.ORGANISATION
        else of[1]
        if of
        else None
    )
    draft.value = Value(role=RoleValue(words, body, "former" in description.split()))
    draft.participants.append(_participant(Role.HOLDER, actor, actor.name, actor.start, actor.end))
    if organisation is not None and organisation.kind is ActorKind.ORGANISATION:
        draft.participants.append(
            _participant(Role.ORGANISATION, organisation, organisation.name, organisation.start, organisation.end)
        )
    return draft
