"""A lone Russian surname and the words around it in, whether a man or a woman is meant out, as case and verb tell. Never from the name alone."""

from __future__ import annotations

import re

from according.language.inflect import parses

_DONE_BY_SOME = re.compile(
    r"[ \u00a0](?:не[ \u00a0]|уже[ \u00a0])?(?:арест|задерж|осуд|приговор|обвин|освобод|отпуст|уб|застрел|ран|похи|изби|допр|этапир|госпитал|оштраф|увол|пыта|выпуст)[а-яё]*(?:ли|ют|ут|ят|ат)(?![а-яё])"
)
_IN_U = re.compile(r"(?:[оеё]в|[иы]н)у$", re.IGNORECASE)
_IN_A = re.compile(r"(?:[оеё]в|[иы]н)а$", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"\b(?:предъяв|вмен|назнач|гроз[ия]|продл|отказ|присуд|да(?:л|ть|ли)|инкримин|запре|разреш|избра|смягч|помо|сообщ|угрож|стал|удал|пришл)\w*"
    r"|\b(?:к|по|благодаря|вопреки)[ \u00a0]$",
    re.IGNORECASE,
)
_WHOM = re.compile(
    r"\b(?:арест|задерж|осуд|приговор|обвин|освобо|отпуст|уби|застрел|ран[ия]|похи[тщ]|изби|допро|этапир|госпитализ|оштраф|увол|призн|пыта|выпуст)\w*"
    r"|\b(?:на|за|про|через)[ \u00a0]$",
    re.IGNORECASE,
)


def gender_by_case(text: str, word: str, start: int, end: int) -> str | None:
    """«предъявили Соболеву» is to a man (dative), «арестовали Соболеву» is a woman (accusative): the nearest verb tells; a man where none does."""
    if _IN_A.search(word):
        if _DONE_BY_SOME.match(text[end : end + 30]):
            return "m"  # «Лаптева убьют»: an accusative, so a man
        noun = re.search(r"([а-яё]{3,})[ \u00a0]$", text[max(0, start - 30) : start])
        readings = parses(noun[1])[:1] if noun else ()
        owned = bool(readings) and readings[0][0] == "NOUN" and readings[0][2] == "gent"
        return (
            "m" if owned and "anim" not in readings[0][3] else None
        )  # «диктатуры Пинова»: the genitive of a man's name
    if not _IN_U.search(word):
        return None
    before = re.split(r"[.!?;,\n]", text[max(0, start - 50) : start])[-1]
    after = re.split(r"[.!?;,\n]", text[end : end + 50])[0]
    best, gender = 100, "m"
    for pattern, kind in ((_TO_WHOM, "m"), (_WHOM, "f")):
        hits = [len(before) - found.end() for found in pattern.finditer(before)]
        hits += [found.start() for found in pattern.finditer(after)]
        if hits and min(hits) < best:
            best, gender = min(hits), kind
    return gender


_FEMININE_VERB = re.compile(r"^[ \u00a0](?:также |уже |не |ранее )?[а-яё]+(?:ла|лась)\b|^[ \u00a0]была\b")
_MASCULINE_VERB = re.compile(
    r"^[ \u00a0](?:также |уже |не |ранее )?[а-яё]{2,}(?:[аеиыяу]л|[аеиыяу]лся|шёл|шел)\b|^[ \u00a0]был\b"
)


def gender_near(text: str, start: int, end: int) -> str | None:
    """Gender as the verb beside a lone surname tells it: «Петрова заявила», «сказал Масалов»."""
    after = text[end : end + 30]
    before = text[max(0, start - 24) : start]
    if _FEMININE_VERB.match(after) or re.search(r"\b[а-яё]+(?:ла|лась)[ \u00a0]$", before):
        return "f"
    if _MASCULINE_VERB.match(after) or re.search(r"\b[а-яё]{2,}[аеиыяу](?:л|лся)[ \u00a0]$", before):
        return "m"
    return None
