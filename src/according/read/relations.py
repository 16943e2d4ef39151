"""A page in, drafts of relations out: who owns what share, who holds which office, who is whose kin. English; a name on one side at least."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from according.domain.passage import Span
from according.domain.statement import ActorKind, Ownership, Participant, Phase, Role, Value
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.figures import find_figures
from according.read.kin_relations import find_kinship, find_seats
from according.read.leading import find_leaders
from according.read.page import Page
from according.read.role_relations import find_roles
from according.read.russian_relations import find_russian_relations
from according.read.tenure import add_tenure

_OWNED = re.compile(
    r"\b(?:(?P<percent>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)(?:-|\s)|(?P<bound>partly|jointly|wholly|majority|half|fully)(?:-|\s))?(?P<anchor>owned) by (?P<owner>[^.;,()–—]{2,90})"
)
_NAMED_VENTURE = re.compile(
    r"((?:[A-Z][\w&-]+ ?)+), (?:a|an|the) (?:[a-z-]+ ){0,3}(?:venture|subsidiary|company|firm) $"
    r"|((?:[A-Z][\w&-]+ ?)+),? (?:which|that) is (?:itself )?$"
)
_OWNER_BEFORE_WHICH = re.compile(r"((?:[A-Z][\w&’'-]+ )+[A-Z][\w&’'-]+|[A-Z][\w&’'-]+), which (?:[^,.;]{3,80}, )?$")
_SECOND_OWNER = re.compile(r"(?:, (?:the|a|an) [^,.;]{3,70},?|,)? and ([A-Z][\w&-]+(?: [A-Z][\w&-]+)*)")
_OWNS = re.compile(
    r"\b(?P<anchor>owns|owned|holds|held|controls|controlled|has|had|acquired|bought) (?:a |an )?(?:about |around |nearly |almost |more than |over |at least |less than |up to )?"
    r"(?P<share>all of|half of|a majority of|a majority stake in|majority stake in|(?P<percent>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)(?: stake| share| interest)? (?:of|in)) (?:the )?(?P<what>[A-Z][^.;,()–—]{1,60}?)(?= and half of| and |[.;,()–—]|$)"
)


def find_relations(page: Page, skipped: list[Span]) -> list[Draft]:
    """Relations in the order of the text, none from skipped parts."""
    if not page.sentences:
        return []
    starts = [sentence.start for sentence in page.sentences]
    drafts = []
    told = find_russian_relations(page) if page.language == "ru" else _english(page)
    for draft in chain(told, find_leaders(page)):
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
        add_tenure(page, draft, page.sentences[number])
        drafts.append(draft)
    return drafts


def _english(page: Page) -> Iterator[Draft]:
    yield from _ownership(page)
    yield from find_roles(page)
    yield from find_kinship(page)
    yield from find_seats(page)
    yield from find_figures(page)


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
        owner = (
            _before_which(page, match.start())
            or _company_before(page, match.start())
            or _capitals_before(page, match.start())
        )
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


def _before_which(page: Page, position: int) -> Actor | None:
    """ "X, which is listed on the exchange, owns": the name before the relative clause, whether the clause owns or not."""
    found = _OWNER_BEFORE_WHICH.search(page.plain, max(0, position - 180), position)
    if found is None:
        return None
    actor = _actor_in(page, found.start(1), found.end(1))
    if actor is not None and actor.kind is not ActorKind.PERSON:
        return actor
    return Actor(
        start=found.start(1), end=found.end(1), text=found[1], name=found[1], kind=ActorKind.ORGANISATION, proper=True
    )


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
