"""A single line that says where a report comes from (address, imprint, source, via, lead-in, agency) to what it says. Never looks at prose."""

from __future__ import annotations

import re

from according.domain.document import Author, Dated, Outlet
from according.parse.bylines import read_byline
from according.parse.datelines import read_date_line
from according.parse.outlet_names import (
    Credit,
    is_name,
    is_name_like,
    looks_like_outlet,
    outlet_named,
    read_address_line,
)

_VIA = re.compile(r"\(?\s*(?:via|hat[- ]tip(?: to)?|h/t|through|через)\s*:?\s+(?P<who>.{2,120}?)\s*\)?\.?", re.I)
_SOURCE = re.compile(
    r"[(\[]?\s*(?:(?:original\s+)?sources?\s*:|original\s*:|источник(?:и)?\s*:|оригинал\s*:|quelle\s*:|fuente\s*:|fonte\s*:|"
    r"джерело\s*:|дереккөз\s*:|"
    r"(?:this (?:article|report|piece|post|text|statement|interview|story) )?(?:was |has been )?"
    r"(?:originally|first) (?:published|posted|printed|appeared)(?: (?:at|in|on|by))?\s*:?|"
    r"(?:re-?posted|cross-?posted|re-?published|reprinted|taken|shortened|translated|excerpted|reproduced)(?: here)?(?: (?:with|by) (?:kind )?permission)? (?:from|of)\s*:?|"
    r"(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht) (?:in|bei|auf|im)(?: der| dem)?\s*:?|übernommen (?:von|aus)\s*:?|erstveröffentlichung\s*:?|"
    r"(?:(?:cet )?article )?(?:initialement |d['’]abord )?(?:paru|publié|repris)(?: initialement| d['’]abord)? (?:dans|sur|de)(?: le| la| l['’])?\s*:?|tiré de\s*:?|"
    r"(?:publicado|aparecido) (?:originalmente|por primera vez|inicialmente) (?:en|por)(?: el| la)?\s*:?|tomado de\s*:?|reproducido de\s*:?|"
    r"pubblicato originariamente (?:su|da|in)\s*:?|tratto da\s*:?|źródło\s*:|передрук(?:овано)? з\s*:?|джерело\s*:|"
    r"read the (?:original|full (?:article|story|report|text))(?: (?:at|in|on))?\s*:?|"
    r"перепечатано (?:из|с)\s*:?|по материалам\s*:?|опубликовано (?:в|на)\s*:?)\s+(?P<who>.{2,200}?)\s*[)\]]?\.?",
    re.I,
)
_PUBLISHED = re.compile(
    r"(?:published|printed|appeared|erschienen|veröffentlicht|publié|paru|publicado|опубликован[оа]?)\s+(?:in|at|by|on|im|auf|dans|sur|en|в|на)\s+(?P<who>\S.{1,160}?)\.?",
    re.I,
)
_TALK = frozenset(
    ("skype", "zoom", "phone", "telephone", "mobile", "e-mail", "email", "mail", "fax", "whatsapp", "viber", "signal", "post", "letter", "sms",
     "messenger", "video link", "скайп", "телефон", "телефону", "почту", "телефона")
)  # fmt: skip
_FROM = re.compile(r"(?:From|С сайта|Из|Aus|De)\s*:?\s+(?:the\s+)?(?P<who>\S.{1,120}?):?")
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
        if date and at == 2 and _names_hand(pieces[0]) and looks_like_outlet(pieces[1]):
            return Credit((Author(pieces[0]),), outlet_named(pieces[1]), None, date)
        if date and is_name_like(pieces[0]) and all(is_name_like(piece) for piece in pieces[1:at]):
            return Credit(outlet=Outlet(" ".join(pieces[0].split())), date=date)
    return None


def _names_hand(words: str) -> bool:
    return 2 <= len(words.split()) <= 4 and is_name(words) and not looks_like_outlet(words)


def read_via_line(line: str) -> Credit | None:
    """The outlet of "(Via site)" or "via Somebody", else None."""
    found = _VIA.fullmatch(line.strip()) if len(line) <= 140 else None
    if not found or (not read_address_line(found["who"]) and not is_name(found["who"])):
        return None
    if found["who"].strip().casefold() in _TALK:
        return None  # how somebody was reached, not where a text was had
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
    found = _PUBLISHED.fullmatch(words)
    if (
        found
        and (credit := _credit_of(found["who"]))
        and credit.outlet
        and (credit.date or looks_like_outlet(credit.outlet.name))
    ):
        return credit
    found = _FROM.fullmatch(words)
    if found and "," in found["who"] and (credit := _credit_of(found["who"])) and (credit.date or credit.authors):
        return credit
    if found and (read_address_line(found["who"]) or (is_name(found["who"]) and looks_like_outlet(found["who"]))):
        return _credit_of(found["who"])
    return None


def _credit_of(words: str) -> Credit | None:
    pieces = [piece.strip() for piece in re.split(r"\s*[|;]\s*|,\s+|\s+on\s+(?=\d|\w+ \d)", words) if piece.strip()]
    date: Dated | None = None
    url: str | None = None
    outlet: Outlet | None = None
    authors: tuple[Author, ...] = ()
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
