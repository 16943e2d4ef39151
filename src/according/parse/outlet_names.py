"""Words or an address in; whether they name a person or an outlet, and the outlet they name. Knows no outlet by heart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.document import Author, Dated, Outlet
from according.parse.datelines import month_number, weekday_number
from according.parse.titles import LONGEST

_HOST = re.compile(
    r"[<(\[]?(?P<scheme>https?://)?(?P<host>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,4}(?P<top>[^\W\d_]{2,24}))"
    r"(?P<path>[/?#]\S{0,400})?[>)\].]?"
)
_FILE_ENDINGS = frozenset(
    [
        "jpg",
        "jpeg",
        "png",
        "gif",
        "webp",
        "svg",
        "bmp",
        "tif",
        "tiff",
        "mp3",
        "mp4",
        "avi",
        "pdf",
        "doc",
        "docx",
        "txt",
        "html",
        "htm",
        "php",
    ]
)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "of",
        "for",
        "the",
        "and",
        "uulu",
        "kyzy",
        "und",
        "y",
        "i",
        "и",
    ]
)
_OUTLET_WORDS = re.compile(
    r"\b(?:times|news|post|herald|tribune|guardian|gazette|journal|daily|weekly|press|agency|radio|tv|review|monitor|"
    r"report(?:er)?s?|today|observer|chronicle|courier|bulletin|magazine|network|service|campaign|committee|union|"
    r"foundation|watch|international|solidarity|centre|center|federation|confederation|movement|initiative|группа|"
    r"газета|агентство|новости|известия|правда|вестник|журнал|радио|комитет|профсоюз|фонд|движение|кампания|"
    r"presse|monde|diario|periódico|prensa|blog|вестнике?|бюллетень|\w*zeitung|\w*blatt|\w*kurier|gazeta|giornale|corriere)\b",
    re.I,
)  # fmt: skip


_QUOTED = re.compile(
    r"(?:(?:the\s+)?(?:newspaper|magazine|agency|site|газет[ыае]|журнал[ае]?|агентств[ао]|сайт[ае]?|портал[ае]?|der zeitung|le journal|el diario)\s+)?"
    r"[«“„\"](?P<name>[^«»“”„\"]{2,80})[»”“\"]",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the |(?:газет[ыае]|журнал[ае]?|агентств[ао]|сайт[ае]?|портал[ае]?) (?=[А-ЯA-Z«]))")


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a by-line, via or source line names: hands, outlet, address, date, as far as it does."""

    authors: tuple[Author, ...] = ()
    outlet: Outlet | None = None
    url: str | None = None
    date: Dated | None = None


def host_of(address: str) -> str | None:
    """The host name in a web address, lower case, without `www.`; None when there is none."""
    found = _HOST.match(address.strip())
    return found["host"].casefold().removeprefix("www.") if found else None


def read_address_line(line: str) -> Credit | None:
    """The outlet when the whole line is a host name or web address, else None."""
    words = line.strip()
    if len(words) > LONGEST or " " in words or "." not in words:
        return None
    found = _HOST.fullmatch(words)
    if found is None or not found["top"].islower():
        return None
    if not found["scheme"] and found["top"] in _FILE_ENDINGS:
        return None
    host = found["host"].casefold().removeprefix("www.")
    path = (found["path"] or "").rstrip(">)].")
    url = f"{found['scheme'] or 'http://'}{found['host']}{path}" if len(path) > 1 else None
    return Credit(outlet=Outlet(host, host), url=url)


def is_name_like(words: str) -> bool:
    """Whether words may be the name of a body or place: short, begins with a capital, no sentence."""
    words = words.strip()
    return 2 <= len(words) <= 60 and len(words.split()) <= 7 and words[0].isupper() and words[-1] not in ".!?:;"


def is_name(words: str) -> bool:
    """Whether words may name a person or body: one to six words, capitalised but for particles, no digits, no month."""
    parts = words.split()
    if not 1 <= len(parts) <= 6 or len(words) > 80 or any(char.isdigit() for char in words):
        return False
    if words[-1] in "?!:;" or weekday_number(parts[0]) is not None or month_number(parts[0]) is not None:
        return False
    capital = [part for part in parts if part[0].isupper() or part[0] in '“"«']
    return len(capital) >= 1 and all(part in capital or part.casefold() in _PARTICLES for part in parts)


def looks_like_outlet(words: str) -> bool:
    """Whether words look like the name of a newspaper, agency or campaign rather than of a person."""
    if read_address_line(words):
        return True
    if words.isupper() and 2 <= len(words) <= 12 and words.isalpha():
        return True
    return words.startswith("The ") or _OUTLET_WORDS.search(words) is not None


def outlet_named(words: str) -> Outlet:
    """An outlet by the words that name it: an address line gives name and address, other words the name alone."""
    address = read_address_line(words)
    if address and address.outlet:
        return address.outlet
    plain = " ".join(words.strip(" \t\u00a0.,;:()[]").split())
    quoted = _QUOTED.fullmatch(plain)
    return Outlet((quoted["name"] if quoted else _ARTICLE.sub("", plain, count=1)).strip())
