"""One Russian sentence in, its attributions out: whose words, brought by which cue, saying what."""

from __future__ import annotations

import re

from according.domain.passage import Span
from according.domain.statement import Stance
from according.language.inflect import parses
from according.language.lists import phrase_words
from according.read.attribution_parts import Attribution
from according.read.russian_clauses import RussianClause, Somebody
from according.read.russian_lexicon import plain, russian_tables


def find_attributions(clause: RussianClause) -> list[Attribution]:
    """All attributions of one sentence, in order of their cues."""
    found = [*_by_opener(clause), *_by_unnamed(clause), *_by_label(clause), *_by_verb(clause)]
    found += _by_pronoun(clause)
    return sorted(found, key=lambda one: one.cue.start)


_HIS_WORDS = re.compile(
    r"(?<!\w)по (его|ее|их) (?:словам|данным|мнению|сведениям|утверждению|версии|информации|оценке|оценкам)(?!\w)"
)


def _by_pronoun(clause: RussianClause) -> list[Attribution]:
    """«По её словам, …»."""
    start, end = _sentence(clause)
    low = plain(clause.page.text[start:end])
    return [
        Attribution(
            Span(start + match.start(1), start + match.end(1)), Span(start + match.start(), start + match.end()),
            _around(clause, start + match.start(), start + match.end()), "speech", Stance.ASSERTED, "ru.cue.his_words",
        )
        for match in _HIS_WORDS.finditer(low)
    ]  # fmt: skip


def _sentence(clause: RussianClause) -> tuple[int, int]:
    return clause.sentence.start, clause.sentence.end


def _by_opener(clause: RussianClause) -> list[Attribution]:
    """«По словам адвоката, …», «…, по данным правозащитников»."""
    start, end = _sentence(clause)
    low = plain(clause.page.text[start:end])
    out: list[Attribution] = []
    for opener in russian_tables().openers["according"]:
        if opener not in low:
            continue
        for match in re.finditer(rf"(?<![\w]){re.escape(opener)}(?![\w])", low):
            cue = Span(start + match.start(), start + match.end())
            if any(one.cue.start <= cue.start < one.cue.end for one in out):
                continue
            source = next((one for one in clause.people if one.start >= cue.end and one.start - cue.end <= 40), None)
            if source is not None and re.search(r"[,;:.]", clause.page.text[cue.end : source.start]):
                source = None
            source = _named_behind(clause, source)
            pronoun = re.match(r"[ \u00a0](его|ее|её|их)\b", clause.page.text[cue.end : cue.end + 5])
            if pronoun:
                after = Span(cue.end + 1, cue.end + pronoun.end())
            elif source is not None:
                after = Span(source.start, source.end)
            else:
                unlisted = _UNLISTED.match(clause.page.text, cue.end, end)
                if unlisted is None:
                    continue
                after = Span(*unlisted.span("quoted" if unlisted["quoted"] else "plain"))
            out.append(
                Attribution(
                    after, cue, _around(clause, cue.start, after.end), "speech", Stance.ASSERTED, "ru.cue.according"
                )
            )
    return out


# «по данным «Камертона», …», «по словам стачкома, …»: a name in quotation marks, or few words up to the comma
_UNLISTED = re.compile(
    r"[ \u00a0](?:(?:[а-яё-]+[ \u00a0]){0,2}«(?P<quoted>[^»\n]{1,40})»|(?P<plain>(?!(?:из|от|с|со|о|об|в|на|у|за)[ \u00a0])[А-Яа-яЁё-]+(?:[ \u00a0][А-Яа-яЁё-]+){0,3})(?=[,.]))"
)


def _named_behind(clause: RussianClause, source: Somebody | None) -> Somebody | None:
    """«газеты «Заря»», «представителя комитета Анны Петровой»: the name right behind, where the first is no name itself."""
    last = source
    while last is not None and (last.actor is None or not last.actor.proper):
        end = last.end
        following = next((one for one in clause.people if end <= one.start <= end + 2), None)
        between = clause.page.text[end : following.start].strip(' \u00a0«"') if following else "-"
        if following is None or following.actor is None or between or following.end <= end:
            return source
        last = following
    return last


def _around(clause: RussianClause, first: int, last: int) -> tuple[Span, ...]:
    start, end = _sentence(clause)
    spans = [Span(start, first)] if first - start > 3 else []
    return tuple([*spans, Span(min(last + 1, end), end)] if end - last > 3 else spans)


def _by_unnamed(clause: RussianClause) -> list[Attribution]:
    """«Сообщается, что …», «якобы»: nobody is named."""
    start, end = _sentence(clause)
    low = plain(clause.page.text[start:end])
    openers = russian_tables().openers
    out: list[Attribution] = []
    for words in openers["unnamed"]:
        if words not in low:
            continue
        for match in re.finditer(rf"(?<![\w]){re.escape(words)}(?![\w])", low):
            cue = Span(start + match.start(), start + match.end())
            if any(one.cue.start <= cue.start < one.cue.end for one in out):
                continue
            stance = Stance.ALLEGED if words in openers["alleged"] else Stance.ASSERTED
            content = (Span(cue.end, end),) if words == "якобы" else _around(clause, cue.start, cue.end)
            out.append(Attribution(None, cue, content, "speech", stance, "ru.cue.unnamed"))
    return out


_LABEL = re.compile(r"(?:\d{1,2}[:.]\d\d[.:]?[ \u00a0])?(?P<name>[А-ЯЁ][^\n.:;,!?—]{1,60}):[ \u00a0]")


def _by_label(clause: RussianClause) -> list[Attribution]:
    """«МВД: задержаны 83 человека»: somebody and a colon at the head of what is said."""
    start, end = _sentence(clause)
    label = _LABEL.match(clause.page.text, start, end)
    if label is None or not any(
        one.actor is not None and label.start("name") <= one.start < label.end("name") for one in clause.people
    ):
        return []
    source, cue = Span(*label.span("name")), Span(label.end("name"), label.end("name") + 1)
    return [Attribution(source, cue, (Span(label.end(), end),), "speech", Stance.ASSERTED, "ru.cue.label")]


def _by_verb(clause: RussianClause) -> list[Attribution]:
    """«Адвокат сообщил, что …», «…, заявил министр», «как передаёт агентство …»."""
    speech = russian_tables().speech
    out = []
    for index, low in enumerate(clause.tokens.lows):
        row = speech.get(low)
        if row is None or clause.tokens.tags[index] != "W":
            continue
        reading = next((one for one in parses(low) if one[0] in ("VERB", "PRTS", "GRND")), None)
        if reading is None or parses(low)[0][0] not in ("VERB", "PRTS", "GRND"):
            continue
        if row.name == "admission" and any(one.startswith("виновн") for one in clause.tokens.lows[index : index + 6]):
            continue  # "признал виновным" is a conviction
        if plain(reading[1]) in _TAKES_THINGS and not _brings_words(clause, index):
            continue  # «объявили голодовку»
        source = _named_right_behind(clause, index)
        source = source or _speaker(clause, index, "plur" in reading[3], "femn" in reading[3], "masc" in reading[3])
        if source is None and "plur" in reading[3]:
            source = _where_it_was_said(clause, index)
        content = _content(clause, index, source)
        where = _where_named(source) if source is not None else _named_before(clause, index)
        if where is None or not content:
            continue
        negated = index > 0 and clause.tokens.lows[index - 1] == "не"
        cue = Span(clause.tokens.starts[index], clause.tokens.ends[index])
        told, asked = _part_from_question(clause, content) if row.stance == "admitted" else (content, ())
        out += [
            Attribution(where, cue, part, kind, stance, f"ru.cue.{row.name}", None, negated)
            for part, kind, stance in ((told, row.name, Stance(row.stance)), (asked, "speech", Stance.ASSERTED))
            if part
        ]
    return out


_QUESTION = re.compile(r", (?:кто|кем|кого|кому|где|когда|почему|откуда|каким образом)(?!\w)")


def _part_from_question(clause: RussianClause, content: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """«признал, что не знает, кто убил»: what he admits, and the question, in which the killing is no admission."""
    told, asked = [], []
    for span in content:
        found = _QUESTION.search(clause.page.text, span.start, span.end)
        if found is None:
            told.append(span)
            continue
        told += [Span(span.start, found.start())] if found.start() > span.start else []
        asked.append(Span(found.start() + 1, span.end))
    return tuple(told), tuple(asked)


_TAKES_THINGS = frozenset({"объявить", "объявлять", "передать", "показать", "указать", "опубликовать"})
_NAME_BEHIND = re.compile(
    r"[ \u00a0](?:(?:агентство|газета|издание|телеканал|портал|сайт|журнал)[ \u00a0])?(?=[«\"“A-Z])"
)


def _brings_words(clause: RussianClause, index: int) -> bool:
    """Whether what is brought are words: «, что», «:», «о», or a cue that leads its part of the sentence («, объявил суд»)."""
    tokens = clause.tokens
    first, last = clause.segment(index)
    if any(word in ("о", "об", "что", ":", "«") for word in tokens.lows[index + 1 : index + 3]):
        return True
    if last + 2 < len(tokens) and tokens.lows[last + 2] in ("что", "как"):
        return True
    return index == first or tokens.lows[first] == "как"


def _named_right_behind(clause: RussianClause, index: int) -> Somebody | None:
    """«сообщает «Вестник»», «передаёт Associated Press»: a medium by its bare name."""
    found = _NAME_BEHIND.match(clause.page.text, clause.tokens.ends[index])
    return next((one for one in clause.people if found and one.start == found.end()), None)


def _where_it_was_said(clause: RussianClause, index: int) -> Somebody | None:
    """«В полиции сообщили, что …»: nobody but the place is named."""
    first, last = clause.segment(index)
    begin, end = clause.tokens.starts[first], clause.tokens.ends[last]
    for one in clause.people:
        own = begin <= one.start and one.end <= end and not one.pronoun
        if own and one.preposition in ("в", "во") and "loct" in one.cases:
            return one
    return None


_QUOTED_NAME = re.compile(r"«([^»\n]{1,40})»[ \u00a0]$")


def _named_before(clause: RussianClause, index: int) -> Span | None:
    """«Телеграм-канал «Заря» пишет», «оппозиция насчитала»: a name in quotation marks or a noun nobody lists right before the verb."""
    named = _QUOTED_NAME.search(clause.page.text, clause.sentence.start, clause.tokens.starts[index])
    if named is not None:
        return Span(*named.span(1))
    low = clause.tokens.lows[index - 1] if index and clause.tokens.tags[index - 1] == "W" else ""
    reading = parses(low)[0] if low else None
    if reading is None or reading[0] != "NOUN" or reading[2] != "nomn" or ("inan" in reading[3] and low not in _BODIES):
        return None
    return Span(clause.tokens.starts[index - 1], clause.tokens.ends[index - 1])


_BODIES = phrase_words("ru", "speaking_bodies")


def _where_named(source: Somebody) -> Span:
    """The name beside a role («министр труда Анна Петрова»), else where the words stand."""
    actor = source.actor
    if (
        actor is not None
        and not actor.proper
        and not source.pronoun
        and actor.mention
        and 0 < actor.mention.start - source.start < 80
    ):
        return actor.mention
    return Span(source.start, source.end)


def _speaker(clause: RussianClause, index: int, plural: bool, feminine: bool, masculine: bool) -> Somebody | None:
    tokens = clause.tokens
    fits = []
    for one in clause.people:
        if "nomn" not in one.cases or one.preposition is not None:
            continue
        if (
            (one.gender == "f" and masculine)
            or (one.gender == "m" and feminine)
            or (one.plural and not plural and one.count is None)
        ):
            continue
        fits.append(one)
    start, end = tokens.starts[index], tokens.ends[index]
    after = [
        one
        for one in fits
        if one.start >= end and not re.search(r"[,;:.«»]", clause.page.text[end : one.start]) and one.start - end < 70
    ]
    before = [one for one in fits if one.end <= start]
    first, _ = clause.segment(index)
    own = [one for one in before if one.start >= tokens.starts[first]]
    if own and plain(own[0].words) in ("я", "мы"):
        return None
    if own:
        return own[0]
    if after:
        return after[0]
    brings = tokens.lows[index + 1 : index + 3] == [
        ",",
        "что",
    ]  # «прокурор …, 9 мая, подтвердил, что»: he stands before
    if (
        not brings
        and index == first
        and first > 0
        and tokens.tags[first - 1] == ","
        and parses(tokens.lows[index])[0][0] == "VERB"
    ):
        return None  # «…, сообщает»: who speaks stands behind the cue or is not named
    return before[-1] if before and start - before[-1].end < 120 else None


_BUT = re.compile(r", (?:однако|но|а|при этом|между тем)(?!\w)")


def _topic(clause: RussianClause, index: int, last: int) -> int | None:
    """The «о» right behind a cue, or behind whom it was told: «сообщил журналистам о …»."""
    lows = clause.tokens.lows
    for k in (index + 1, index + 2):
        if k > last:
            return None
        if lows[k] in ("о", "об", "обо"):
            return k
        if not any(one[0] == "ADVB" or (one[0] == "NOUN" and one[2] == "datv") for one in parses(lows[k])[:3]):
            return None
    return None


def _content(clause: RussianClause, index: int, source: Somebody | None) -> tuple[Span, ...]:
    """What is said: after «что», the quotation, or the part of the sentence before the cue."""
    start, end = _sentence(clause)
    tokens, text = clause.tokens, clause.page.text
    first, last = clause.segment(index)
    for k in range(index + 1, min(len(tokens), index + 16)):
        if tokens.lows[k] in ("что", "будто", "как", "чтобы") and tokens.tags[k - 1] == ",":
            return (Span(tokens.ends[k] + 1, end),) if end > tokens.ends[k] + 1 else ()
        if tokens.tags[k] == ";" and tokens.words[k] in (":",):
            return (Span(tokens.ends[k], end),) if end > tokens.ends[k] else ()
    if index + 1 < len(tokens) and tokens.lows[index].startswith("насчита") and tokens.tags[index + 1] in "WJ":
        return (Span(tokens.ends[index], tokens.ends[last]),)  # «насчитал 31 убитого»
    topic = _topic(clause, index, last)
    if topic is not None and (source is None or source.end <= tokens.starts[topic]):
        cut = _BUT.search(text, tokens.starts[topic], end)
        return (Span(tokens.starts[topic], cut.start() if cut else end),)  # «сообщили о задержании …»
    opening = tokens.lows[max(0, first)] in ("как",) and tokens.tags[max(0, first)] == "W"
    cue_start, cue_end = tokens.starts[first], max(tokens.ends[last], source.end if source else 0)
    if opening:
        return _around(clause, cue_start, cue_end)
    if first > 0 and tokens.tags[first - 1] in "-," and tokens.starts[first] - start > 15:
        spans = [Span(start, tokens.starts[first - 1])]
        rest = text[cue_end:end]
        if len(rest) > 15 and re.match(r"[.,]? ?[—–-]", rest):
            spans.append(Span(cue_end, end))
        return tuple(spans)
    return ()
