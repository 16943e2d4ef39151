"""A draft with its sentence in, the value of its type out: charge, sentence, outcome, cause, content, share, reason, money. English."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from according.domain.passage import Span
from according.domain.statement import (
    Charge,
    Money,
    Outcome,
    Reason,
    Role,
    Sentence,
    Value,
)
from according.language.causes import find_cause
from according.language.numbers import parse_number
from according.read.clause import Clause
from according.read.draft import Draft

_NUM = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|a|an|half a)"
_UNIT = r"(?:years?|months?|days?|hours?|weeks?)"
_NO_TERM = re.compile(r"(?:\b(?:like|every|each|per|once|twice|times|aged)\s|\$)$", re.I)
_TERM = re.compile(
    rf"\b(?P<a>{_NUM})(?:[ -]?(?P<ua>{_UNIT}))?(?:(?:\s*(?:-|–|to|or|and)\s*)(?P<b>{_NUM}))?[ -](?P<unit>{_UNIT})(?:[’']s?)?"
    rf"(?P<more>(?:,? and |,? )(?P<c>{_NUM})[ -](?P<unit2>months?|days?))?",
    re.I,
)
_FROM_UP = re.compile(rf"\bfrom ({_NUM}) (years?|months?) to,[^,.;]{{3,80}}, ({_NUM}) (?:years?|months?)", re.I)
_YEARS_AND_MONTHS = re.compile(rf"\b({_NUM})[ -]years?(?: and |, )({_NUM}) months?\b", re.I)
_LIFE = re.compile(r"\blife (?:in prison|imprisonment|sentence|term)|\blife behind bars|\bto life\b", re.I)
_DEATH = re.compile(r"\bto death\b|\bdeath (?:sentence|penalty)", re.I)
_QUOTED = re.compile(r"[“\"‘«]([^“”\"«»\n]{3,240})[”\"’»]")
_CHARGE_WORDS = re.compile(
    r"\b(?:charged with|on (?:the |a )?charges? of|on charges of|convicted of|guilty of|accused of|charges of|conviction for|for) ",
    re.I,
)
_ARTICLE = re.compile(
    r"\b(?:under )?(?:article|art\.|section|paragraph|clause)s?\s+(\d+[\w.()-]*(?:\s?(?:,|and|part|§|-)\s?\d+[\w.()]*)*)(?:\s+of\s+(?:the\s+)?((?:[\w-]+\s){0,3}(?:Criminal|Penal|Administrative)\s(?:Code|Procedure Code)|(?:Criminal|Penal|Administrative) Code))?",
    re.I,
)
_REASON_END = re.compile(
    r"[.;]|\s(?:and|but) (?:was |were |been )?(?:handed|given|sentenced|jailed|received|fined|released|acquitted)\b|,\s(?:and|but|which|who|while|after|when|according)\b|\s(?:according to|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_CIRCUMSTANCE = re.compile(r"\s(?:in|at|on|during|when|while|inside|near)\s")
_LATE_CAUSE = re.compile(
    r"\b(?:of|from|as a result of|due to|because of|after(?: being)?|following)\s+((?:[\w'’-]+\s?){1,5})", re.I
)
_CAUSE = re.compile(
    r"\b(?:died|dead|death|killed|dies|dying)\s+(?:of|from|after|as a result of|due to|by)\s+((?:an?\s|the\s|his\s|her\s)?[^,.;]{3,70})",
    re.I,
)
_CONDITION = re.compile(r"\bsuffer(?:s|ed|ing)? from\s+([^,.;]{3,80})", re.I)
_HOW = re.compile(
    r"\b(amnesty|(?:on|granted|given|under) parole|paroled|on bail|bail|acquitted|pardon(?:ed)?|served (?:his|her|their) (?:term|sentence)|early release)\b",
    re.I,
)
_MONEY = re.compile(
    r"(?P<sym>[$€£₸])\s?(?P<n>\d[\d,.]*)(?:\s?(?P<scale>thousand|million|billion|m|bn))?|(?P<n2>\d[\d,.]*)(?:\s(?P<scale2>thousand|million|billion))?\s(?P<cur>tenge|dollars|euros|roubles|rubles|pounds|hryvnia)",
    re.I,
)
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "₸": "KZT", "tenge": "KZT", "dollars": "USD", "euros": "EUR", "roubles": "RUB",
               "rubles": "RUB", "pounds": "GBP", "hryvnia": "UAH"}  # fmt: skip
_SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_LETTER = {"year": "Y", "month": "M", "day": "D", "week": "W", "hour": "H"}
_METHODS = re.compile(
    r"\b(beat(?:en|ing)?(?: (?:with|him|her|them)[^,.;]{0,40}| up)?|bags? (?:were )?(?:put )?over (?:her|his|their) heads?|covering (?:his|her|their) head with a bag|(?:nearly )?suffocat(?:ed|ing)[^,.;]{0,30}|"
    r"electric shocks?|iron rods|stripped naked|thrown outside|doused with cold water|put a pistol to (?:his|her) head|sleep deprivation|needles|waterboard\w*|batons?)\b",
    re.I,
)


def add_value(clause: Clause, draft: Draft) -> None:
    """Set `draft.value` where the sentence says more than who, when, where and how many."""
    maker = _MAKERS.get(draft.type)
    if maker is not None:
        value = maker(clause, draft)
        if value is not None and value != Value():
            draft.value = value
    if draft.type in {
        "arrest",
        "dismissal",
        "sentence",
        "conviction",
        "fine",
        "strike",
        "hunger_strike",
        "demonstration",
    }:
        reason = _reason(clause, draft)
        if reason is not None:
            draft.value = replace(draft.value or Value(), reason=reason)


def _after(clause: Clause, draft: Draft) -> str:
    """Text from the anchor to the end of the sentence, at most to the next statement of its own kind."""
    return clause.page.plain[draft.anchor.start : clause.sentence.end]


def _charge_text(clause: Clause, draft: Draft, start: int, end: int) -> tuple[str, Span] | None:
    text = clause.page.plain
    lead = _CHARGE_WORDS.search(text, start, end)
    if lead is None:
        return None
    quoted = _QUOTED.match(text, lead.end())
    if quoted is not None and quoted.end() <= end + 2:
        return quoted[1].strip(" ,."), Span(quoted.start(1), quoted.end(1))
    if lead[0].lower().strip() == "for" and any(
        one.start is not None and lead.end() <= one.start <= lead.end() + 6 for one in draft.people(Role.PATIENT)
    ):
        return None  # "handed down for the 49 miners"
    if lead[0].lower().strip() == "for" and draft.type not in {"conviction", "sentence", "charge", "fine"}:
        return None
    stop = _REASON_END.search(text, lead.end(), end)
    last = min(stop.start() if stop else end, lead.end() + 140)
    words = re.sub(r"^(?:or|and) (?:convicted|accused|guilty) of ", "", text[lead.end() : last].strip(" ,."))
    if not words or (
        lead[0].lower().strip() == "for" and re.match(rf"(?:{_NUM}|the (?:last|first|past))\b", words, re.I)
    ):
        return None
    return words, Span(lead.end(), lead.end() + len(words))


def _charge(clause: Clause, draft: Draft) -> Value | None:
    found = _charge_text(clause, draft, draft.anchor.start, clause.sentence.end)
    article = _ARTICLE.search(clause.page.plain, draft.anchor.start, clause.sentence.end)
    if found is None and article is None:
        return None
    text = found[0] if found else article[0] if article else ""
    if found:
        draft.note("value", f"charge {text!r}", found[1].start, found[1].end)
        draft.owned = found[1]
    longest = re.search(
        rf"\b(?:up to|maximum of|as many as) ({_NUM}) years",
        clause.page.plain[draft.anchor.start : clause.sentence.end],
        re.I,
    )
    penalty = f"P{_number(longest[1])}Y" if longest else None
    return Value(
        charge=Charge(
            text=text,
            article=article[1] if article else None,
            code=article[2] if article else None,
            max_penalty=penalty,
        )
    )


def _number(words: str) -> str:
    value = _float(words)
    return "" if value is None else f"{value:g}"


def _float(words: str) -> float | None:
    low = words.lower()
    if low in {"a", "an"}:
        return 1.0
    if low == "half a":
        return 0.5
    number = parse_number(low, "en")
    return None if number is None else float(number)


def read_term(text: str) -> Sentence | None:
    """ "two to six years", "10 days’ administrative detention", "200 hours’ community service" as a sentence; None when no term is in it."""
    spread = _FROM_UP.search(text)
    if spread is not None:
        low, high, unit = _float(spread[1]), _float(spread[3]), spread[2].lower().rstrip("s")
        return Sentence(
            years=(low, high) if unit == "year" else None,
            penalty="imprisonment",
            term=(_iso(low, unit), _iso(high, unit)),
        )
    both = _YEARS_AND_MONTHS.search(text)
    if both is not None:
        years, months = _float(both[1]), _float(both[2])
        whole = f"P{years:g}Y{months:g}M" if years is not None and months is not None else None
        return Sentence(years=(years, years), months=months, penalty="imprisonment", term=(whole, whole))
    match = next((one for one in _TERM.finditer(text) if not _NO_TERM.search(text[: one.start()][-12:])), None)
    if match is None:
        if _LIFE.search(text):
            return Sentence(penalty="life_imprisonment")
        if _DEATH.search(text):
            return Sentence(penalty="death")
        return None
    unit = match["unit"].lower().rstrip("s")
    low, high = _float(match["a"]), _float(match["b"]) if match["b"] else None
    if low is None:
        return None
    around = text[max(0, match.start() - 40) : match.end() + 60].lower()
    upper = high if high is not None else low
    if re.search(r"up to\s*$", text[: match.start()].lower()):
        low = None
    penalty = (
        "community_service" if "community service" in around or "compulsory labour" in around
        else "administrative_detention" if "administrative" in around or (unit == "day" and "detention" in around)
        else "restriction" if "restriction of freedom" in around or "restricted freedom" in around
        else "suspended" if re.search(r"suspended|conditional|probation", around)
        else "imprisonment"
    )  # fmt: skip
    term = (_iso(low, unit), _iso(upper, unit))
    if match["c"]:
        extra = f"{_number(match['c'])}{_LETTER[match['unit2'].lower().rstrip('s')]}"
        term = (term[0] + extra if term[0] else None, term[1] + extra if term[1] else None)
    return Sentence(
        years=(low, upper) if unit == "year" else None,
        months=upper if unit == "month" else None, days=upper if unit == "day" else None, hours=upper if unit == "hour" else None,
        suspended=bool(re.search(r"suspended|conditional|probation", around)), penalty=penalty, term=term,
        in_absentia="in absentia" in text.lower(),
        regime="strict" if "strict regime" in around else "general" if "general regime" in around else "colony_settlement" if "colony settlement" in around or "colony-settlement" in around else None,
    )  # fmt: skip


def _iso(number: float | None, unit: str) -> str | None:
    if number is None:
        return None
    return f"PT{number:g}H" if unit == "hour" else f"P{number:g}{_LETTER[unit]}"


_REDUCED = re.compile(
    rf"\b(?:reduced|cut|commuted|shortened|lowered)\b[^.;]{{0,40}}?\b(?:to|by)\s+({_NUM})(?:[ -]({_UNIT}))?", re.I
)
_FROM_TO = re.compile(rf"\bfrom\s+({_NUM})(?:\s+({_UNIT}))?\s+to\s+({_NUM})(?:\s+({_UNIT}))?", re.I)


def _without_dates(clause: Clause, start: int, end: int) -> str:
    """The words from start to end with dates blanked: "in April 2014 to seven years" is one term."""
    page = clause.page
    parts, at = [], start
    for date in page.dates_in(start, end):
        if date.start >= at and not re.search(r"years?|months?|days?|weeks?|hours?", page.plain[date.start : date.end]):
            parts += [page.plain[at : date.start], " " * (date.end - date.start)]
            at = date.end
    return "".join((*parts, page.plain[at:end]))


_TO_PRISON = re.compile(
    r"sentenc\w+(?: \w+)? to (?:an? )?(?:(?:long|lengthy|short|harsh) )?(?:terms? in )?(?:prison|jail|imprisonment|hard labou?r)\b",
    re.I,
)


def _sentence(clause: Clause, draft: Draft) -> Value | None:
    start, end = draft.anchor.start, clause.sentence.end
    following = _without_dates(clause, start, end)
    reduced = _REDUCED.search(following)
    own = following[: reduced.start()] if reduced else following
    leading = _without_dates(clause, clause.sentence.start, start)
    sentence = read_term(own) or read_term(leading)
    if sentence is None and _TO_PRISON.match(own):
        sentence = Sentence(penalty="imprisonment", in_absentia="in absentia" in own)
    if sentence is None:
        return None
    found = _charge_text(clause, draft, start, end)
    if found is None:
        before = re.search(r"(?:charged with|convicted of|guilty of) [“\"]([^”\"]{3,160})[”\"]", leading)
        charge = before[1] if before else None
    else:
        charge = found[0]
        draft.owned = found[1]
    if reduced is not None:
        sentence = replace(sentence, reduced_to_years=_float(reduced[1]))
    draft.note("value", "term and charge", start, end)
    return Value(sentence=replace(sentence, charge=charge))


def _outcome(clause: Clause, draft: Draft) -> Value | None:
    following = clause.page.plain[draft.anchor.start : clause.sentence.end]
    sentence = clause.page.plain[clause.sentence.start : clause.sentence.end]
    if draft.type == "appeal_rejected":
        return Value(outcome=Outcome("rejected"))
    if draft.type == "appeal_filed":
        return Value(outcome=Outcome("filed"))
    both = _FROM_TO.search(following) or _FROM_TO.search(sentence)
    if both is not None:
        unit = (both[4] or both[2] or "years").lower().rstrip("s")
        return Value(outcome=Outcome("reduced", _iso(_float(both[1]), unit), _iso(_float(both[3]), unit)))
    reduced = _REDUCED.search(following)
    if reduced is not None:
        before = _TERM.search(clause.page.plain, clause.sentence.start, draft.anchor.start)
        unit = (reduced[2] or (before["unit"] if before else "years")).lower().rstrip("s")
        earlier = _iso(_float(before["a"]), before["unit"].lower().rstrip("s")) if before else None
        return Value(outcome=Outcome("reduced", earlier, _iso(_float(reduced[1]), unit)))
    return Value(outcome=Outcome(_how_changed(following, sentence)))


_QUASHED = re.compile(
    r"(?:quash|overturn|annul|set aside|sets aside|setting aside|revers|vacat|strik|struck|threw out|thrown out|void)",
    re.I,
)
_CUT = re.compile(r"(?:cut|reduc|shorten|commut|lower|lessen|soften|halv)", re.I)
_AGAIN = re.compile(
    r"\b(?:re-?trial|new trial|fresh trial|tried again|re-?heard|(?:sent|sends|send|returned|referred|remitted) (?:the case |it )?back)\b",
    re.I,
)


def _how_changed(following: str, sentence: str) -> str:
    """What the word says a court did to a sentence, where no terms are told."""
    if _QUASHED.match(following):
        return "quashed"
    if _CUT.match(following):
        return "reduced"
    return "returned" if _AGAIN.search(sentence) else "granted"


def _cause(clause: Clause, draft: Draft) -> Value | None:
    match = _CAUSE.search(clause.page.plain, draft.anchor.start, clause.sentence.end)
    if match is None or match.start() > draft.anchor.end:
        return _known_cause(clause, draft)
    words = _CIRCUMSTANCE.split(match[1].strip())[0]
    # "killed by police", "death of ten": an agent or a victim, no cause
    if (
        re.match(r"(?:up to|about|at least|more than|\d|[A-Z])", words)
        or draft.type == "killing"
        or (draft.type == "death" and re.match(r"death\s+of\b", match[0], re.I))
    ):
        return _known_cause(clause, draft)
    draft.note("value", f"cause {words!r}", match.start(1), match.start(1) + len(words))
    return Value(cause=words)


def _known_cause(clause: Clause, draft: Draft) -> Value | None:
    """ "died in custody in Velmar on 4 March of a heart attack": behind the circumstances only what is known as a cause is one."""
    if draft.type == "killing":
        return None
    end = clause.page.plain.find(",", draft.anchor.end, clause.sentence.end)
    for match in _LATE_CAUSE.finditer(clause.page.plain, draft.anchor.end, end if end > 0 else clause.sentence.end):
        words = _CIRCUMSTANCE.split(match[1].strip(" .;"))[0]
        if find_cause(words) is not None:
            draft.note("value", f"cause {words!r}", match.start(1), match.start(1) + len(words))
            return Value(cause=words)
    return None


def _condition(clause: Clause, draft: Draft) -> Value | None:
    match = _CONDITION.search(clause.page.plain, draft.anchor.start, clause.sentence.end)
    if match is not None:
        return Value(condition=match[1].strip())
    return Value(condition=clause.page.plain[draft.anchor.start : draft.anchor.end])


def _release(clause: Clause, draft: Draft) -> Value | None:
    match = _HOW.search(clause.page.plain, draft.anchor.start, clause.sentence.end)
    how = "unknown"
    if match is not None:
        word = match[1].lower()
        how = (
            "bail"
            if "bail" in word
            else "pardon"
            if "pardon" in word
            else "served"
            if "served" in word
            else "parole"
            if "early" in word
            else word
        )
    return Value(release=how)


def _content(clause: Clause, draft: Draft) -> Value | None:
    text = clause.page.plain
    end = clause.sentence.end
    if draft.rule.endswith(".passive") and draft.type in {"condemnation", "demand", "threat"}:
        return None
    after = re.compile(r"\s*(?:for|that|:|to|on|,)?\s*").match(text, draft.anchor.end)
    start = after.end() if after else draft.anchor.end
    if draft.anchor.start - clause.sentence.start < 16 and clause.tokens.lows[0] in {
        "in",
        "by",
        "while",
        "after",
        "before",
    }:
        end = text.find(",", start, end) if "," in text[start:end] else end  # "In calling for X, Y said"
    words = text[start:end].strip(" .,")
    if not words or (
        draft.type == "testimony"
        and not re.match(r"\s*(?:that|how|about|:|,? [“\"])", text[draft.anchor.end : draft.anchor.end + 8])
    ):
        return None
    if draft.type == "threat" and re.fullmatch(r"(?:him|her|them|me|us|it|[\w’']+ ?[\w’']*)", words):
        return None
    stop = re.search(
        r",\s(?:while|but|and (?:said|told|was|were|have|has|had)|[a-z]+ing)\b|\sand (?:have|has|had) ", words
    )
    words = words[: stop.start()] if stop else words
    return Value(content=words[:400])


def _methods(clause: Clause, draft: Draft) -> Value | None:
    found = [
        match[0].strip() for match in _METHODS.finditer(clause.page.plain, clause.sentence.start, clause.sentence.end)
    ]
    return Value(methods=tuple(dict.fromkeys(found))) if found else None


def _fine(clause: Clause, draft: Draft) -> Value | None:
    match = _MONEY.search(clause.page.plain, draft.anchor.start, clause.sentence.end)
    if match is None:
        return None
    number = match["n"] or match["n2"]
    scale = (match["scale"] or match["scale2"] or "").lower()
    amount = float(number.replace(",", "").rstrip(".")) * _SCALES.get(scale, 1.0)
    return Value(money=Money(amount, _CURRENCIES[(match["sym"] or match["cur"]).lower()]))


_REASON = re.compile(r"\s(?:for|over|because of|because|on suspicion of|in protest (?:at|against|over)|demanding)\s")


def _reason(clause: Clause, draft: Draft) -> Reason | None:
    text = clause.page.plain
    limit = min(draft.clause.end, draft.anchor.end + 160)
    match = _REASON.search(text, draft.anchor.end, limit)
    if match is None:
        return None
    stop = _REASON_END.search(text, match.end(), limit)
    words = text[match.end() : stop.start() if stop else limit].strip(" ,.")
    if (
        len(words) < 4
        or re.match(rf"{_NUM} [a-z]", words, re.I)
        or (
            re.match(rf"(?:{_NUM}|the|this|several|at least|more than|that|some)\b", words, re.I)
            and re.search(rf"{_UNIT}|time|moment", words)
        )
    ):
        return None
    given = None
    quoted = _QUOTED.match(words)
    if quoted is not None:
        agents = [p for p in draft.participants if p.role in {Role.EMPLOYER, Role.COURT, Role.AGENT}]
        given = agents[0].name if agents else None
    if match[0].strip() == "for" and draft.type in {"sentence", "conviction"}:
        return None
    return Reason(words, given)


_MAKERS: dict[str, Callable[[Clause, Draft], Value | None]] = {
    "charge": _charge, "conviction": _charge, "trial": _charge, "sentence": _sentence, "imprisonment": _sentence,
    "appeal_granted": _outcome, "appeal_rejected": _outcome, "appeal_filed": _outcome, "death": _cause, "death_in_custody": _cause,
    "health_condition": _condition,
    "release": _release, "torture": _methods, "ill_treatment": _methods, "assault": _methods, "fine": _fine, "demand": _content,
    "threat": _content, "testimony": _content, "public_statement": _content, "call_for_investigation": _content,
    "condemnation": _content, "appeal_for_action": _content, "self_harm_threat": _content, "denial": _content,
    "sentence_requested": _sentence, "court_ruling": _content,
}  # fmt: skip
