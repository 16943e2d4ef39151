"""Single lines around a report (outlet, by-line, via, source, separator, foot) to what they say of it. Never looks at prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.document import Author, Dated, Outlet
from according.parse.datelines import month_number, read_date_line, weekday_number

LONGEST = 300  # characters: a longer line is prose

_SEPARATOR = re.compile(r"([_*=~#—–⁂•·.+\-])(?:[ \t]*\1){2,}|⁂|❧|§|\* \*|~")
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
_CAPTION = re.compile(
    r"[\w-]{0,60}_[\w-]{1,60}|[\w.-]{1,80}\.(?:jpe?g|png|gif|webp|bmp)|(?:IMG|DSC|image|photo)[-_ ]?\d{1,8}", re.I
)

_BY = re.compile(
    r"(?:(?:posted|written|reported|story|text|words|report|article)\s+by|by|by-line:|author[s]?:|"
    r"автор(?:ы|\s+(?:текста|статьи))?:|текст:|беседовала?:?|von|par|por|od|autor(?:in)?:|auteur:)\s+",
    re.I,
)
_VIA = re.compile(r"\(?\s*(?:via|hat[- ]tip(?: to)?|h/t|through|через)\s*:?\s+(?P<who>.{2,120}?)\s*\)?\.?", re.I)
_SOURCE = re.compile(
    r"[(\[]?\s*(?:(?:original\s+)?sources?\s*:|original\s*:|источник(?:и)?\s*:|оригинал\s*:|quelle\s*:|fuente\s*:|fonte\s*:|"
    r"джерело\s*:|дереккөз\s*:|"
    r"(?:this (?:article|report|piece|post|text|statement|interview|story) )?(?:was |has been )?"
    r"(?:originally|first) (?:published|posted|printed|appeared)(?: (?:at|in|on|by))?\s*:?|"
    r"(?:re-?posted|cross-?posted|re-?published|reprinted|taken|shortened|translated|excerpted|reproduced) from\s*:?|"
    r"read the (?:original|full (?:article|story|report|text))(?: (?:at|in|on))?\s*:?|"
    r"перепечатано (?:из|с)\s*:?|по материалам\s*:?|опубликовано (?:в|на)\s*:?)\s+(?P<who>.{2,200}?)\s*[)\]]?\.?",
    re.I,
)
_FROM = re.compile(r"(?:From|С сайта|Из|Aus|De)\s+(?:the\s+)?(?P<who>\S.{1,120}?):?")
_STATEMENT = re.compile(
    r"(?:press )?(?:statement|release|communiqué|appeal|report|news) (?:of|by|from) (?:the )?(?P<who>\S.{2,120})"
    r"|(?:заявление|пресс-релиз|обращение)\s+(?P<ru>\S.{2,120})",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?:(?P<place>[^\W\d_][^\n()]{1,70}?)\s*)?\((?P<agency>[^\W\d_][\w .&/’'-]{1,40})\)\s*(?:[-–—]|--|:)\s"
    r"|(?P<place2>[^\W\d_][\w -]{1,30}),\s+\d{1,2}\s+[^\W\d_]{3,10}\.?\s*(?:[-–—]|--)\s+(?P<agency2>[^\W\d_][\w «»-]{2,30})\.\s"
)
_LEAD_IN = re.compile(
    r"(?:the\s+)?(?P<who>[^\W\d_][^\n,:;]{1,60}?)(?:['’]s?)?\s+(?:[^\W\d_]{4,14}\s+)?(?:reports?|writes?|reported|wrote|published|publishes|сообщает|пишет|сообщил[аи]?)\b"
    r"[^\n]{0,160}:",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[/|•·—–]\s+|\s*\|\s*")
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
    r"zeitung|presse|monde|diario|blog)\b",
    re.I,
)  # fmt: skip
_CREDIT = re.compile(r"[.!?…”\"»’)\]]\s*[(\[]([^()\[\]]{2,60})[)\]]\s*\Z")
_DASH_CREDIT = re.compile(r"(?:—|–|--)\s*([^—–]{2,60})")
_NOTE = re.compile(
    r"(?P<name>[^\s,.;:(].{1,60}?)\s*(?:,\s*)?(?:\b(?:is|was) (?:also )?(?P<role>(?:an? |the |one of |currently |co-)?[^.;]{3,200})"
    r"|\b(?P<works>(?:works?|writes?|teaches|serves|reports) (?:for|at|on|in|as|with) [^.;]{3,200})"
    r"|\s[—–]\s(?P<dash>[^.;]{3,200}))"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a by-line, via or source line names: hands, outlet, address, date, as far as it does."""

    authors: tuple[Author, ...] = ()
    outlet: Outlet | None = None
    url: str | None = None
    date: Dated | None = None


def is_separator(line: str) -> bool:
    """Whether a line only divides: `_____`, `*****`, `* * *`, `---`, `⁂`."""
    words = line.strip()
    return 0 < len(words) <= LONGEST and _SEPARATOR.fullmatch(words) is not None


def is_caption(line: str) -> bool:
    """Whether a line is the file name of a picture, left where the picture was."""
    return 3 <= len(line) <= 100 and _CAPTION.fullmatch(line) is not None


def is_title(line: str) -> bool:
    """Whether a line may be a headline: short, not ending as a sentence or a lead-in does."""
    if not 2 <= len(line) <= 200 or (line[-1] in ".,;:—–-" and not line.endswith("...")):
        return False
    if not (line[0].isalnum() or line[0] in "“\"«‘'„(¿¡[…#@"):
        return False
    return len(line.split()) <= 28 and any(char.isalpha() for char in line) and not is_separator(line)


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


def read_outlet_line(line: str) -> Credit | None:
    """The outlet when the whole line is an address, or a name and its address ("Steel Watch, steelwatch.example"), else None."""
    address = read_address_line(line)
    if address or len(line) > 120:
        return address
    name, _, host = line.rstrip(") ").replace(" (", ", ").replace(" | ", ", ").replace(" – ", ", ").rpartition(", ")
    address = read_address_line(host) if name and is_name_like(name) else None
    if address is None or address.outlet is None:
        return None
    return Credit(outlet=Outlet(" ".join(name.split()), address.outlet.address), url=address.url)


def read_imprint(line: str) -> Credit | None:
    """Name and date of a line such as "Open Watch, Harbour City, 3 May 2012"; whether the name is an outlet's, the caller knows."""
    words = line.strip(" *_()[]")
    if not 12 <= len(words) <= 120 or "," not in words:
        return None
    pieces = [piece.strip() for piece in words.split(",")]
    for at in range(1, min(len(pieces), 4)):
        date = read_date_line(", ".join(pieces[at:]))
        if date and is_name_like(pieces[0]) and all(is_name_like(piece) for piece in pieces[1:at]):
            return Credit(outlet=Outlet(" ".join(pieces[0].split())), date=date)
    return None


def is_name_like(words: str) -> bool:
    """Whether words may be the name of a body or place: short, begins with a capital, no sentence."""
    words = words.strip()
    return 2 <= len(words) <= 60 and len(words.split()) <= 7 and words[0].isupper() and words[-1] not in ".!?:;"


def read_byline(line: str) -> Credit | None:
    """The hands (and outlet, date) of "By A B", "By A B and C D", "By A B / The Outlet / 27 May 2012", else None."""
    words = line.strip(" \t\u00a0()[]*_")
    if len(words) > LONGEST:
        return None
    found = _BY.match(words)
    if found is None:
        return None
    first, *rest = [part.strip() for part in _PARTS.split(words[found.end():]) if part.strip()] or [""]  # fmt: skip
    authors, more = _read_names(first)
    if not authors:
        return None
    outlet, date = None, None
    for part in [*more, *rest]:
        read = read_date_line(part)
        if read and date is None:
            date = read
        elif outlet is None and (part in rest or looks_like_outlet(part)):
            outlet = outlet_named(part)
        elif authors[0].affiliation is None:
            authors = tuple(Author(author.name, part) for author in authors)
    return Credit(authors, outlet, None, date)


def _read_names(words: str) -> tuple[tuple[Author, ...], list[str]]:
    """Names joined by commas and "and"; parts after a comma that are no names come back as they are."""
    place = re.search(r"\s+(?:in|for|at|из|для)\s+(?=(?:the |The )?[^\W\d_])", words)
    tail: list[str] = []
    if place and is_name(words[: place.start()]):
        after = words[place.end():].strip()  # fmt: skip
        if place.group().strip() != "in" and after:
            tail.append(after)
        words = words[: place.start()]
    authors: list[Author] = []
    pieces = [piece.strip() for piece in words.split(",") if piece.strip()]
    for at, piece in enumerate(pieces):
        names = [name.strip() for name in re.split(r"\s+(?:and|und|et|y|и|&)\s+", piece)]
        date_like = read_date_line(", ".join(pieces[at:]))
        if date_like or not all(is_name(name) for name in names) or (authors and looks_like_outlet(piece)):
            return tuple(authors), [*([", ".join(pieces[at:])] if date_like else pieces[at:]), *tail]
        authors.extend(Author(name) for name in names)
    return tuple(authors), tail


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
    return Outlet(" ".join(words.strip(" \t\u00a0.,;:()[]").split()).removeprefix("the "))


def read_via_line(line: str) -> Credit | None:
    """The outlet of "(Via site)" or "via Somebody", else None."""
    found = _VIA.fullmatch(line.strip()) if len(line) <= 140 else None
    if not found or (not read_address_line(found["who"]) and not is_name(found["who"])):
        return None
    return _credit_of(found["who"])


def read_source_line(line: str) -> Credit | None:
    """The outlet of "Source: X", "Originally published in X, 3 May 2012", "From X", else None."""
    words = line.strip()
    if len(words) > 240:
        return None
    found = _SOURCE.fullmatch(words)
    if found:
        return _credit_of(found["who"])
    found = _STATEMENT.fullmatch(words)
    if found:
        return _credit_of(found["who"] or found["ru"])
    found = _FROM.fullmatch(words)
    if found and "," in found["who"] and (credit := _credit_of(found["who"])) and (credit.date or credit.authors):
        return credit
    if found and (read_address_line(found["who"]) or (is_name(found["who"]) and looks_like_outlet(found["who"]))):
        return _credit_of(found["who"])
    return None


def _credit_of(words: str) -> Credit | None:
    pieces = [piece.strip() for piece in re.split(r"\s*[|;]\s*|,\s+|\s+on\s+(?=\d|\w+ \d)", words) if piece.strip()]
    date, url, outlet, authors = None, None, None, ()  # type: Dated | None, str | None, Outlet | None, tuple[Author, ...]
    for at, piece in enumerate(pieces):
        rest = ", ".join(pieces[at:])
        address, by = read_address_line(piece), read_byline(piece)
        if date is None and (read := read_date_line(rest) or read_date_line(piece)):
            date = read
            if read_date_line(rest):
                break
        elif address:
            outlet, url = outlet or address.outlet, url or address.url or (piece if "://" in piece else None)
        elif by:
            authors = by.authors
        elif (
            outlet is None
            and len(piece) <= 80
            and len(piece.split()) <= 8
            and piece.casefold() not in ("here", "link", "здесь")
        ):
            outlet = outlet_named(piece)
    return Credit(authors, outlet, url, date) if outlet or url else None


def read_dateline(words: str) -> Outlet | None:
    """The agency a report opens with: "HARBOUR CITY, May 3 (Agency) - …", else None."""
    found = _DATELINE.match(words[:160])
    if found is None:
        return None
    agency = (found["agency"] or found["agency2"]).strip()
    place = found["place"] or found["place2"]
    if not is_name(agency) or (place and not place[0].isupper()) or len(agency.split()) > 4:
        return None
    return Outlet(agency)


def read_lead_in(line: str) -> Credit | None:
    """Outlet and date of a line that leads in what follows: "Steel Watch reports from the court, 3 May 2012:", else None."""
    if not 12 <= len(line) <= 200 or not line.endswith(":"):
        return None
    found = _LEAD_IN.fullmatch(line)
    if found is None or not is_name(found["who"]):
        return None
    date = read_date_line(line[:-1].rpartition(",")[2].strip()) or read_date_line(
        line[:-1].rpartition(" on ")[2].strip()
    )
    return Credit(outlet=outlet_named(found["who"]), date=date)


def read_signed_role(words: str) -> Author | None:
    """The hand under a statement with its office: "A B, president of the union", else None."""
    name, _, role = words.strip().partition(", ")
    if not role or len(words) > 120 or words[-1] in ".!?:;" or not is_name(name) or len(name.split()) < 2:
        return None
    return Author(name, role.strip()) if role[0].islower() and len(role) > 3 and "," not in role else None


def read_signature(words: str) -> str | None:
    """The name in brackets that closes a text after its last sentence ("… country. (Campaign X)"), or after a dash."""
    tail = words[-80:]
    found = _CREDIT.search(tail)
    if found and is_name(found[1].strip()):
        return found[1].strip()
    if len(words) <= 64:
        found = _DASH_CREDIT.fullmatch(words.strip())
        if found and is_name(found[1].strip()):
            return found[1].strip()
    return None


def read_author_note(words: str) -> Author | None:
    """The hand and what it is, of a foot note such as "A B is the coordinator in C of D.", else None."""
    text = " ".join(words[:500].split()).strip("*_[]() ") if "\n" not in words else ""
    if not 12 <= len(text) <= 400:
        return None
    found = _NOTE.match(text)
    if found is None or not is_name(found["name"]) or len(found["name"].split()) < 2:
        return None
    role = (found["role"] or found["works"] or found["dash"] or "").strip().rstrip(",")
    for article in ("an ", "a ", "the "):
        if role.startswith(article):
            role = role[len(article):]  # fmt: skip
            break
    return Author(found["name"].strip(), _whole_affiliation(text, found, role))


def _whole_affiliation(text: str, found: re.Match[str], role: str) -> str:
    """A full stop inside a web address does not end the sentence."""
    end = found.end()
    while end < len(text) and text[end] == "." and end + 1 < len(text) and not text[end + 1].isspace():
        stop = re.compile(r"[.;]").search(text, end + 1)
        upto = stop.start() if stop else len(text)
        role += text[end:upto]
        end = upto
    return role.strip()
