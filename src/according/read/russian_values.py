"""A Russian draft in, its value out: the sentence, the charge, the fine, the way of release. Only what the words say."""

from __future__ import annotations

import re
from dataclasses import replace

from according.domain.statement import Charge, Money, Outcome, Sentence, Value, Where
from according.language.causes import find_cause
from according.language.numbers import parse_number
from according.read.draft import Draft
from according.read.russian_clauses import RussianClause
from according.read.russian_where import is_russian_where, tells_between

_NUMBER_WORD = (
    r"(?:один|одного|одному|два|двух|двум|две|три|трех|трёх|трем|трём|четыре|четырех|четырёх|четырем|четырём|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|"
    r"одиннадцать|одиннадцати|двенадцать|двенадцати|тринадцать|тринадцати|четырнадцать|четырнадцати|пятнадцать|пятнадцати|шестнадцати|семнадцати|восемнадцати|девятнадцати|двадцать|двадцати|тридцать|тридцати|полутора|полтора)"
)
_AMOUNT = rf"(\d+(?:[.,]\d+)?|{_NUMBER_WORD})"
_YEARS = re.compile(
    rf"(?:от[ \u00a0]{_AMOUNT}[ \u00a0])?(?:до[ \u00a0])?{_AMOUNT}(?:[ \u00a0](?:с половиной))?[ \u00a0](?:год(?:а|ам|у|ов)?|лет|годами|годах)\b",
    re.I,
)
_LONG = re.compile(r"(?<![\d-])(\d{1,2})-летн\w+[ \u00a0](?=(?:тюремн\w+[ \u00a0])?(?:заключени|срок|лишени))", re.I)
_MONTHS = re.compile(rf"{_AMOUNT}[ \u00a0]месяц(?:а|ев|ам|ами|у)?\b", re.I)
_DAYS = re.compile(rf"{_AMOUNT}[ \u00a0](?:сут(?:ок|кам|ки)|дн(?:ей|я|ям))\b", re.I)
_FINE = re.compile(
    r"(?:на|в размере|в|штраф\w*)[ \u00a0](\d[\d \u00a0.,]*)[ \u00a0]?(тыс(?:\.|яч[аи]?)?|млн|миллион(?:а|ов)?)?[ \u00a0]?(тенге|руб(?:\.|л(?:ей|я|ь))|сом(?:ов|а)?|доллар(?:ов|а)|евро|гривен)",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:по|части[ \u00a0]\w+|ч\.[ \u00a0]?\d+)?[ \u00a0]?(?:стать[еёияюй]+|ст\.)[ \u00a0](\d+(?:[.-]\d+)?)(?:[ \u00a0]\(?(УК|КоАП|Уголовного кодекса)[ \u00a0]?(РК|РФ|Казахстана|России)?)?",
    re.I,
)
_ACCUSED = re.compile(
    r"(?:(?:обвин\w+|подозрева\w+|виновн\w+)[ \u00a0](?:в|во)|(?<![\w])за)[ \u00a0]((?:[«\"][^»\"]{4,90}[»\"])|(?:[а-яё\-]+[ \u00a0]?){1,7})",
    re.I,
)
_UNITS = {"тенге": "KZT", "руб": "RUB", "сом": "KGS", "дол": "USD", "евр": "EUR", "гри": "UAH"}
_REGIMES = (("строгого", "strict"), ("общего", "general"), ("особого", "special"), ("поселени", "colony_settlement"))
_SMALL = {"полутора": 1.5, "полтора": 1.5, "одному": 1, "двум": 2, "трем": 3, "трём": 3, "четырем": 4, "четырём": 4}
_WHERE_LEAD = re.compile(
    r"(?:^|[^\w])(?:в|во|на|под|возле|близ|у|из|около|рядом с)[ \u00a0](?:(?:[а-яё]+(?:ом|ой|ем|ей|их|ых|ого|его)|[а-яё]+(?:ском|ской|ных)"
    r"|городе|городке|пос[её]лке|селе|деревне|районе|районах|центре|столице|аэропорту|колонии|штате|провинции|области|республике|крае|окрестностях|пригороде"
    r"|больнице|клинике|тюрьме|школе|доме|домах|здании|зданиях|госпитале|метро|станции|порту|улице|улицах|площади|острове|окраине|границе|территории"
    r"|юге|севере|западе|востоке)[ \u00a0]){0,3}$",
    re.I,
)


def add_value(clause: RussianClause, draft: Draft) -> None:
    """Set `draft.value` (and `draft.where`) from the words behind the anchor."""
    text = clause.page.text
    first = max(clause.sentence.start, draft.clause.start)
    words = text[first : clause.sentence.end]
    if draft.type in ("sentence", "conviction"):
        _add_sentence(clause, draft, words)
    elif draft.type == "arrest" and _DAYS.search(words) and "арест" in words.lower():
        days = _number(_DAYS.search(words)[1])  # type: ignore[index]
        draft.value = Value(sentence=Sentence(days=days, penalty="administrative_detention"))
    elif draft.type == "fine":
        money = _money(words)
        if money:
            draft.value = Value(money=money, sentence=Sentence(penalty="fine"))
    elif draft.type in ("charge", "investigation_opened"):
        charge = _charge(words)
        if charge:
            draft.value = Value(charge=charge)
    elif draft.type in ("appeal_filed", "appeal_rejected", "appeal_granted"):
        outcome = {"appeal_filed": "filed", "appeal_rejected": "rejected"}.get(draft.type) or (
            "reduced" if re.search(r"смягч|сокра|сниз", words) else _undone(clause, draft, words)
        )
        changed = _CHANGED.search(words) if outcome == "reduced" else None
        ends = (changed["before"], changed["after"]) if changed else (None, None)
        draft.value = Value(
            outcome=Outcome(outcome, *(_iso(number, changed["unit"] if changed else "") for number in ends))
        )
    elif draft.type == "release":
        how = next(
            (
                name
                for stem, name in (
                    ("амнист", "amnesty"),
                    ("досрочно", "parole"),
                    ("залог", "bail"),
                    ("помилован", "pardon"),
                    ("отбыв", "served"),
                )
                if stem in words.lower()
            ),
            "unknown",
        )
        draft.value = Value(release=how)
    elif draft.type in ("death", "death_in_custody"):
        _add_cause(draft, text[draft.anchor.end : clause.sentence.end])
    add_where(clause, draft)


def _undone(clause: RussianClause, draft: Draft, words: str) -> str:
    """Whether a higher court undid the sentence, or sent the case back, or only heard the appeal."""
    anchor = clause.page.text[draft.anchor.start : draft.anchor.end].lower()
    if anchor.startswith("отмен"):
        return "quashed"
    return (
        "returned"
        if re.search(r"нов\w+ (?:судебн\w+ )?рассмотрени|на пересмотр|повторн\w+ рассмотрени", words, re.I)
        else "granted"
    )


_CAUSE = re.compile(r"\b(?:от|из-за|вследствие|в результате|после)[ \u00a0]((?:[а-яё-]+[ \u00a0]?){1,3})", re.I)


def _add_cause(draft: Draft, behind: str) -> None:
    """ "умер 4 марта от сердечного приступа": what is known as a cause, to the next comma."""
    for match in _CAUSE.finditer(re.split(r"[,;.]", behind)[0]):
        words = match[1].strip()
        if find_cause(words) is not None:
            start = draft.anchor.end + match.start(1)
            draft.note("value", f"cause {words!r}", start, start + len(words))
            draft.value = Value(cause=words)
            return


_CHANGED = re.compile(
    rf"(?:с[ \u00a0](?P<before>\d+(?:[.,]\d+)?|{_NUMBER_WORD})[ \u00a0](?:(?:лет|года?|месяцев)[ \u00a0])?)?"
    rf"до[ \u00a0](?P<after>\d+(?:[.,]\d+)?|{_NUMBER_WORD})[ \u00a0](?P<unit>лет|года?|месяц)",
    re.I,
)


def _iso(number: str | None, unit: str) -> str | None:
    value = _number(number) if number else None
    return None if value is None else f"P{value:g}{'M' if unit.lower().startswith('месяц') else 'Y'}"


def _number(word: str) -> float | None:
    low = word.lower().replace(",", ".")
    if low in _SMALL:
        return float(_SMALL[low])
    found = parse_number(low.replace(".", ",") if "." in low else low, "ru")
    if found is None:
        try:
            return float(low)
        except ValueError:
            return None
    return float(found)


_TERM_LEAD = re.compile(
    r"(?:\b(?:к|на|до|от|срок\w*|получил\w*|дали)[ \u00a0](?:в[ \u00a0])?(?:[а-яё]+[ \u00a0])?)$", re.I
)
_TERM_TAIL = re.compile(
    r"^(?:[ \u00a0]и[ \u00a0]\S+[ \u00a0]месяц\w*)?[ \u00a0](?:лишени|колони|тюр|заключени|условно|строг|общ|обществ|исправ|ограничени|с отбыв|каторг)",
    re.I,
)


def _term(words: str) -> re.Match[str] | None:
    """The years of a sentence: «к шести годам», «пять лет колонии»; no calendar year, no age, no "years ago"."""
    long = _LONG.search(words)
    if long:
        return _YEARS.search(f"{long[1]} лет")
    for found in _YEARS.finditer(words):
        value = _number(found[2])
        if value is None or value > 60 or re.match(r"[ \u00a0]назад", words[found.end() :]):
            continue
        if _TERM_LEAD.search(words[max(0, found.start() - 30) : found.start()]) or _TERM_TAIL.match(
            words[found.end() :]
        ):
            return found
    return None


_ONE_YEAR = re.compile(
    r"\bк[ \u00a0]году(?=[ \u00a0](?:тюр|лиш|кол|закл|огранич|условно|исправ|общего|строгого))", re.I
)


def _add_sentence(clause: RussianClause, draft: Draft, words: str) -> None:
    low = words.lower()
    if draft.type == "conviction" and not clause.page.text[draft.anchor.start : draft.anchor.end].lower().startswith(
        "осу"
    ):
        charge = _charge(words)
        draft.value = Value(charge=charge) if charge else None
        return
    years, months, days = _term(words), _MONTHS.search(words), _DAYS.search(words)
    if years is None and months is None and _ONE_YEAR.search(words):
        years = _YEARS.search("одному году")
    life = "пожизненн" in low
    suspended = re.search(r"\bусловн(?:о|ого|ому|ый|ым)\b", low) is not None and "условно-досрочн" not in low
    money = _money(words) if "штраф" in low else None
    death = "смертной казни" in low
    if not (years or months or days or life or suspended or money or death):
        if draft.type == "sentence":
            charge = _charge(words)
            prison = re.search(
                r"\bк (?:реальному |длительному |тюремному )?(?:лишению свободы|заключению|сроку)\b", low
            )
            sentence = Sentence(
                charge=charge.text if charge else None, penalty="imprisonment" if prison else None, in_absentia="заочно" in low
            )  # fmt: skip
            draft.value = Value(sentence=sentence) if charge or prison else None
        return
    draft.type = "sentence"
    low_years = _number(years[1]) if years and years[1] else None
    high_years = _number(years[2]) if years else None
    penalty = "imprisonment"
    if suspended:
        penalty = "suspended"
    elif death:
        penalty = "death"
    elif money and not years:
        penalty = "fine"
    elif "ограничени" in low:
        penalty = "restriction"
    elif "исправительных работ" in low or "общественных работ" in low or "обязательных работ" in low:
        penalty = "community_service"
    elif days and not years and ("суток" in low or "арест" in low):
        penalty = "administrative_detention"
    sentence = Sentence(
        years=(low_years if low_years is not None else high_years, high_years) if years else None,
        months=_number(months[1]) if months else None,
        days=_number(days[1]) if days and not years else None,
        suspended=suspended,
        penalty="imprisonment" if life else penalty,
        regime=next((name for stem, name in _REGIMES if stem in low), None) if not suspended else None,
        in_absentia="заочно" in low,
    )
    if sentence.months is not None and sentence.years is None:
        sentence = replace(sentence, term=(f"P{sentence.months:g}M", f"P{sentence.months:g}M"))
    if sentence.years is not None and sentence.years[1] is not None:
        term = tuple(
            "P" + f"{value:g}".replace(",", ".") + "Y" if value is not None else None for value in sentence.years
        )
        sentence = replace(sentence, term=(term[0], term[1]))
    charge = _charge(words)
    by_article = charge if charge is not None and charge.article is not None else None
    named = charge.text if charge is not None and not _ARTICLE.fullmatch(charge.text) else None
    draft.value = Value(sentence=replace(sentence, charge=named), money=money, charge=by_article)
    if years:
        draft.note("value", f"{years.group()!r}")


def _money(words: str) -> Money | None:
    found = _FINE.search(words)
    if not found:
        return None
    digits = re.sub(r"[^\d]", "", found[1])
    if not digits:
        return None
    scale = 1000 if (found[2] or "").startswith("тыс") else 1_000_000 if found[2] else 1
    return Money(float(digits) * scale, _UNITS.get(found[3].lower()[:3], _UNITS.get(found[3].lower()[:5], found[3])))


def _charge(words: str) -> Charge | None:
    article, accused = _ARTICLE.search(words), _ACCUSED.search(words)
    if not article and not accused:
        return None
    text = accused[1].strip(' «»"') if accused else article.group().strip()  # type: ignore[union-attr]
    text = re.split(r"[ \u00a0](?:и приговор\w*|к|на|был\w*|суд\w*|был|по)[ \u00a0]", text + " ")[0].strip()
    if accused and not article and len(text) < 4:
        return None
    return Charge(
        text,
        None,
        article[1] if article else None,
        " ".join(filter(None, (article[2], article[3]))) or None if article else None,
    )


# «в связи с резнёй в X», «обвинён в геноциде в X»: where the deed was, not the charge
_OF_DEED = re.compile(
    r"\b(?:в связи с|по делу|по обвинени|по подозрени|в совершении|в организации|в причастности|обвинени\w+ (?:за|в)|за)\b",
    re.I,
)
_LEGAL = frozenset({"arrest", "pretrial_detention", "charge", "sentence", "conviction", "acquittal", "trial", "appeal_filed", "appeal_rejected", "appeal_granted",
                    "investigation_opened", "sentence_requested", "release", "demand", "hunger_strike", "imprisonment",
                    "denial_of_medical_care", "denial_of_visit", "hospitalisation", "health_condition", "transfer"})  # fmt: skip
_LEAVES = frozenset({"release", "transfer", "parole", "dismissal", "disappearance", "abduction"})
# «проживавший в X», «опубликованном в X»: where somebody lived, where it was printed
_OWN_VERB = re.compile(
    r"[а-яё]{3,}(?:[уюая]щ|[иаеяуы]вш|[аеёя]нн)(?:ый|ий|ые|ого|ому|ым|ых|ыми|ой|ом|его|ему|им|ем|ая|ей|ую|ое|ие|их|ими)(?:ся)?(?:[ \u00a0][а-яё]+){0,2}[ \u00a0](?:в|на)[ \u00a0](?:[а-яё]+[ \u00a0]){0,2}$",
    re.I,
)


def _is_of_other(clause: RussianClause, draft: Draft, start: int) -> bool:
    """Whether a place belongs to another deed than the draft's."""
    text = clause.page.text
    own = _OWN_VERB.search(text, max(0, start - 70), start)
    if own is not None and not own.start() - 12 <= draft.anchor.start <= own.end():
        return True
    if draft.type not in _LEAVES and re.search(
        r"\bиз[ \u00a0](?:[а-яё]+[ \u00a0]){0,2}$", text[max(0, start - 30) : start], re.I
    ):
        return True
    if draft.type not in _LEGAL:
        return False
    if start > draft.anchor.end:
        return _OF_DEED.search(text, draft.anchor.end, start) is not None
    return _OF_DEED.search(text, max(clause.sentence.start, start - 60), start) is not None


def add_where(clause: RussianClause, draft: Draft) -> None:
    """The place behind «в», «на» nearest to the anchor, in its own part of the sentence first."""
    best: Where | None = None
    for span in (draft.clause, None):
        start, end = (span.start, span.end) if span else (clause.sentence.start, clause.sentence.end)
        places = [
            place for place in clause.page.places_in(start, end)
            if place.start is not None
            and (
                _WHERE_LEAD.search(clause.page.text[max(0, place.start - 50) : place.start]) is not None
                or is_russian_where(clause.page, draft, place)
            )
            and not _is_of_other(clause, draft, place.start) and not tells_between(clause.page, draft, place)
        ]  # fmt: skip
        if places and (span is not None or len(places) == 1):
            best = min(places, key=lambda place: abs((place.start or 0) - draft.anchor.start))
            break
    if best is not None:
        draft.where = best
        draft.note("where", f"{best.words!r}", best.start, best.end)
