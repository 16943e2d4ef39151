"""A line that is nothing but a date, to a Dated. Relative words ("Last Saturday") are no date lines and are never resolved here."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from according.domain.document import Dated

# Month names by their first letters, in the languages reports come in; a name must start with one of these.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("january", "jan", "январ", "янв", "січ", "қаңтар", "januar", "jänner", "janvier", "enero", "gennaio", "stycz", "ocak"),
    ("february", "feb", "феврал", "фев", "лют", "ақпан", "februar", "février", "fevrier", "febrero", "febbraio", "lut", "şubat"),
    ("march", "mar", "март", "мар", "берез", "наурыз", "märz", "mars", "marzo", "mart"),
    ("april", "apr", "апрел", "апр", "квіт", "сәуір", "avril", "abril", "aprile", "kwie", "nisan"),
    ("may", "май", "мая", "мамыр", "трав", "mai", "mayo", "maggio", "maj", "mayıs"),
    ("june", "jun", "июн", "черв", "маусым", "juni", "juin", "junio", "giugno", "czerw", "haziran"),
    ("july", "jul", "июл", "лип", "шілде", "juli", "juillet", "julio", "luglio", "lip", "temmuz"),
    ("august", "aug", "август", "авг", "серп", "тамыз", "août", "aout", "agosto", "sierp", "ağustos"),
    ("september", "sept", "sep", "сентябр", "сен", "верес", "қыркүйек", "septembre", "septiembre", "settembre", "wrze", "eylül"),
    ("october", "oct", "октябр", "окт", "жовт", "қазан", "oktober", "okt", "octobre", "octubre", "ottobre", "paź", "ekim"),
    ("november", "nov", "ноябр", "ноя", "листопад", "қараша", "novembre", "noviembre", "listopad", "kasım"),
    ("december", "dec", "декабр", "дек", "груд", "желтоқсан", "dezember", "dez", "décembre", "decembre", "diciembre", "dicembre", "grud", "aralık"),
)  # fmt: skip
_STEMS = sorted(((stem, number) for number, stems in enumerate(_MONTHS, 1) for stem in stems), key=lambda p: -len(p[0]))

_WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("monday", "mon", "понедельник", "пн", "montag", "lundi", "lunes", "lunedì", "понеділок", "дүйсенбі"),
    ("tuesday", "tue", "tues", "вторник", "вт", "dienstag", "mardi", "martes", "martedì", "вівторок", "сейсенбі"),
    ("wednesday", "wed", "среда", "среду", "ср", "mittwoch", "mercredi", "miércoles", "mercoledì", "середа", "сәрсенбі"),
    ("thursday", "thu", "thur", "thurs", "четверг", "чт", "donnerstag", "jeudi", "jueves", "giovedì", "четвер", "бейсенбі"),
    ("friday", "fri", "пятница", "пятницу", "пт", "freitag", "vendredi", "viernes", "venerdì", "п'ятниця", "жұма"),
    ("saturday", "sat", "суббота", "субботу", "сб", "samstag", "samedi", "sábado", "sabato", "субота", "сенбі"),
    ("sunday", "sun", "воскресенье", "вс", "sonntag", "dimanche", "domingo", "domenica", "неділя", "жексенбі"),
)  # fmt: skip
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}

_LEAD = re.compile(
    r"(?:(?:first |originally )?(?:posted|published|updated|written|date[ds]?|added|submitted)"
    r"|дата(?: публикации)?|опубликован[оа]?|датум|datum|veröffentlicht|publié|publicado|fecha|data)"
    r"\s*(?::|\bon\b|\bam\b|\ble\b|\bel\b|—|–|-)?\s*",
    re.IGNORECASE,
)
_WORD = r"[^\W\d_]{2,12}\.?"
_CLOCK = re.compile(
    r"(?:\s*(?:,|\bat\b|\bum\b|\bв\b|\bà\b|@|\||-|–|—|T)?\s*)(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?"
    r"\s*(?:UTC|GMT|Uhr|[A-Z]{3,4}|Z|[+-]\d\d:?\d\d)?\s*\Z",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?:\s*(?:,|\bat\b|@)?\s*)(?:(\d{1,2})\s*([ap]\.?m\.?)|(?:12\s*)?(noon|midnight))\s*\Z", re.IGNORECASE
)
_DAY_MONTH_YEAR = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|\.|-го)?(?:\s+(?:of|de|del))?\s+({_WORD})(?:\s+(?:de|del))?,?\s+(\d{{4}})"
)
_MONTH_DAY_YEAR = re.compile(rf"({_WORD})\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_MONTH_YEAR = re.compile(rf"({_WORD}),?\s+(\d{{4}})")
_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)")
_TAIL = re.compile(r"\s*(?:г\.?|года|р\.?|року|ж\.?|жыл\w*)?\s*[.,]?\s*\Z", re.IGNORECASE)
LONGEST = 80  # characters of the longest line looked at


def month_number(word: str) -> int | None:
    """1 to 12 for the name or usual short form of a month, in any case form; None for other words."""
    folded = word.strip(".").casefold()
    for stem, number in _STEMS:
        if folded == stem or (len(stem) >= 4 and folded.startswith(stem) and len(folded) <= len(stem) + 6):
            return number
        if len(stem) == 3 and not stem.isascii() and folded.startswith(stem) and len(folded) <= len(stem) + 6:
            return number
    return None


def weekday_number(word: str) -> int | None:
    """0 (Monday) to 6 for the name of a weekday; None for other words."""
    return _WEEKDAY.get(word.strip(".,").casefold())


def read_date_line(line: str, basis: str = "first lines") -> Dated | None:
    """The date when the whole line is one ("Posted on 9 August 2012, 14:05", "21 марта 2013 г."), else None.

    03/04/2012 has two readings and gives a set; a weekday that does not fit is kept as a doubt.
    """
    if not 6 <= len(line) <= LONGEST or not any(char.isdigit() for char in line):
        return None
    raw = " ".join(line.split())
    words = raw.strip(" ()[]|•·")
    lead = _LEAD.match(words)
    if lead:
        words = words[lead.end():]  # fmt: skip
    stamp = _STAMP.fullmatch(words)
    if stamp and _day(int(stamp[1]), int(stamp[2]), int(stamp[3])):
        return Dated(words.replace(" ", "T"), basis, raw)
    words, weekday = _take_weekday(words.removeprefix("le "))
    words, clock = _take_clock(words)
    day = _read_day(words)
    if day is None:
        return None
    if clock and len(day) == 10:
        day = f"{day}T{clock}"
    return Dated(day, basis, raw, _weekday_doubt(day, weekday))


def _read_day(words: str) -> str | None:
    found = _DAY_MONTH_YEAR.match(words)
    if found and _TAIL.match(words, found.end()):
        return _day(int(found[3]), month_number(found[2]), int(found[1]))
    found = _MONTH_DAY_YEAR.match(words)
    if found and _TAIL.match(words, found.end()):
        return _day(int(found[3]), month_number(found[1]), int(found[2]))
    found = _YEAR_FIRST.match(words)
    if found and _TAIL.match(words, found.end()):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _NUMBERS.match(words)
    if found and _TAIL.match(words, found.end()):
        return _read_numbers(int(found[1]), found[2], int(found[3]), int(found[4]))
    found = _MONTH_YEAR.match(words)
    if found and _TAIL.match(words, found.end()):
        month, year = month_number(found[1]), int(found[2])
        return f"{year:04d}-{month:02d}" if month and 1900 <= year <= 2100 else None
    return None


def _read_numbers(first: int, between: str, second: int, year: int) -> str | None:
    """Dots are day first everywhere; slashes and dashes may be either, and then both readings stay."""
    day_first = _day(year, second, first)
    month_first = None if between == "." else _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        return "[" + ",".join(sorted((day_first, month_first))) + "]"
    return day_first or month_first


def _day(year: int, month: int | None, day: int) -> str | None:
    if not month or not 1 <= month <= 12 or not 1900 <= year <= 2100 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _take_weekday(words: str) -> tuple[str, int | None]:
    first, _, rest = words.partition(" ")
    number = weekday_number(first)
    if number is None:
        return words, None
    return rest.lstrip(" ,"), number


def _take_clock(words: str) -> tuple[str, str | None]:
    found = _CLOCK.search(words)
    if found and found.start() > 5:
        hour, minute = _half_day(int(found[1]), found[3]), int(found[2])
        if hour < 24 and minute < 60:
            return words[: found.start()], f"{hour:02d}:{minute:02d}:00"
    found = _HOUR.search(words)
    if found and found.start() > 5:
        named = {"noon": 12, "midnight": 0}.get((found[3] or "").casefold())
        hour = named if named is not None else _half_day(int(found[1]), found[2])
        if hour < 24:
            return words[: found.start()], f"{hour:02d}:00:00"
    return words, None


def _half_day(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half.casefold().startswith("p") else 0)


def _weekday_doubt(edtf: str, weekday: int | None) -> str | None:
    if weekday is None or not re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", edtf):
        return None
    said = date.fromisoformat(edtf[:10]).weekday()
    return None if said == weekday else "weekday"
