"""A page in, drafts of figures and memberships out: "unemployment is 40 per cent", "X is a member of Y". English; never an estimate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.domain.passage import Span
from according.domain.statement import ActorKind, Participant, Phase, Role, RoleValue, Statistic, Value
from according.language.numbers import parse_number
from according.read.draft import Draft
from according.read.page import Page

_WHAT = (
    r"unemployment|joblessness|inflation|poverty|turnout|illiteracy|infant mortality|life expectancy|"
    r"(?:unemployment|jobless|inflation|poverty|literacy|suicide|accident|mortality) rate|"
    r"average (?:monthly )?(?:wage|salary|pension)|average (?:wages|salaries)|minimum wage|population|membership"
)
_FIGURE = re.compile(
    rf"\b(?P<what>{_WHAT})(?P<where>(?: (?:in|of|among|at) [^.;,]{{2,50}}?)?)"
    r" (?:is|was|are|were|stands at|stood at|has reached|reached|rose to|fell to|has risen to|has fallen to|remains at|amounts to)"
    r"(?: (?:about|around|over|under|nearly|almost|only|still|now|at least|more than|up to))? "
    r"(?:[$€£₸])?(?P<number>\d[\d,.]*\d|\d)(?P<scale> (?:thousand|million|billion))?(?: ?(?P<unit>%|per ?cent|tenge|dollars|euros|roubles|rubles|years|people|members|a month))?",
    re.I,
)
_ANY_FIGURE = re.compile(
    r"(?:mployment|nflation|overty|turnout|illiteracy|ortality|expectancy| rate | wages? | salar|pension|opulation|embership|joblessness)"
)
_MEMBER = re.compile(
    r"(?:^|[.;] |, |\band )(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){0,3}|[Hh]e|[Ss]he),? (?:who )?(?P<anchor>(?:is|was|became|had been|has been) (?:an? (?:[a-z]+ )?member of|affiliated (?:to|with)))"
    r" (?:the )?(?P<body>[A-Z][\w’'&-]*(?: (?:of|for|and|the|[A-Z])[\w’'&-]*)*)"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


def find_figures(page: Page) -> Iterator[Draft]:
    """Statistics and memberships in no order."""
    yield from _statistics(page)
    yield from _memberships(page)


def _statistics(page: Page) -> Iterator[Draft]:
    if _ANY_FIGURE.search(page.plain) is None:
        return
    for match in _FIGURE.finditer(page.plain):
        number = parse_number(match["number"], "en")
        if number is None:
            continue
        value = float(number) * _SCALES.get((match["scale"] or "").strip().lower(), 1.0)
        unit = (match["unit"] or "").lower().replace(" ", "")
        percent = unit in {"%", "percent"}
        span = Span(match.start("what"), match.end("what"))
        draft = Draft("statistic", span, "en.figure", 0, Span(match.start(), match.end()))
        what = f"{match['what']}{match['where']}"
        draft.value = Value(statistic=Statistic(None if percent else value, what, value if percent else None))
        draft.note("value", f"{match['number']!r} of {what!r}", match.start("number"), match.end("number"))
        yield draft


def _memberships(page: Page) -> Iterator[Draft]:
    if "member of" not in page.plain and "affiliated " not in page.plain:
        return
    for match in _MEMBER.finditer(page.plain):
        who = page.actor_in(match.start("who"), match.end("who")) or page.pronoun(match.start("who"))
        if who is None or not who.proper:
            continue
        body = page.actor_in(match.start("body"), match.end("body"))
        whole = body is not None and body.proper and body.end - body.start >= len(match["body"].strip())
        name = body.name if body is not None and whole else match["body"]
        draft = Draft(
            "membership",
            Span(match.start("anchor"), match.end("anchor")),
            "en.member",
            0,
            Span(match.start(), match.end()),
        )
        draft.phase = Phase.GOES_ON
        draft.value = Value(role=RoleValue("member", name, match["anchor"].startswith(("was", "had"))))
        draft.participants = [
            Participant(role=Role.HOLDER, name=who.name, kind=who.kind, start=match.start("who"), end=match.end("who"),
                        mention=who.mention, inferred=who.inferred),
            Participant(role=Role.ORGANISATION, name=name, kind=body.kind if body else ActorKind.ORGANISATION,
                        start=match.start("body"), end=match.end("body")),
        ]  # fmt: skip
        yield draft
