"""Single lines of a page copied out of a browser (date lines of every theme, menus, "read more") to what they are. Never looks at prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from according.domain.document import Dated
from according.parse.dates_markup import read_printed
from according.parse.footers import read_footer_line, read_posted_line

LONGEST_META = 500  # characters of the longest line of data

_LABEL = re.compile(
    r"(?:date|posted|published|дата|опубликовано|добавлено|datum|veröffentlicht|date de publication|publié(?: le)?|fecha|publicado(?: el)?|data)\s*:?\s+",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|von|par|por|от|автор|da|di|door|av|przez)\s*:?\s*(?=\S)|(?:posted|written)\s+by\s+", re.IGNORECASE
)
_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|(?:[^\W\d_]{2,12}[.,]?\s+)?(?:[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:de|del))?\s+[^\W\d_]{3,12}\.?(?:\s+(?:de|del))?,?\s+\d{4})(?:\s+г(?:ода|\.)?)?)"
)
_CLOCK = r"(?:\s*(?:,|at|в|um|à|-|–)?\s*\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*uhr)?)?"
_FIRST = re.compile(rf"(?P<date>{_DATE}){_CLOCK}(?P<rest>.*)", re.IGNORECASE)
_LAST = re.compile(rf"(?P<rest>.{{1,90}}?)[\s,|·•–—-]+(?P<date>{_DATE}){_CLOCK}\s*", re.IGNORECASE)
_PIECES = re.compile(r"\t+|\s+[|•·»/–—]\s+|\s*\|\s*|\s{3,}")
_GLUE = re.compile(r"(?<=[^\W\d_])(?<![A-ZА-ЯЁ])(?=[A-ZА-ЯЁ])")
_HAND_AND_COUNT = re.compile(
    r"(?P<by>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,3})\s+(?P<count>\d{1,6} [^\W\d_]{5,14}|no comments|leave a (?:comment|reply))",
    re.I,
)

_TOUCHING = re.compile(
    r"(?<=[^\s(])(?=(?:Categories|Tags|Author|Leave a (?:comment|reply)|Рубрики|Метки|Автор|Kategorien|Schlagwörter|Autor|Catégories|Étiquettes|Auteur"
    r"|Categorías|Etiquetas|Categorias) ?)|(?<=[ ,./]\d{4})(?=\d{1,2}[. ] ?[^\W\d_]{3,12}\.?,? \d{4})|(?<=[ ,./]\d{4})(?=[A-ZА-Я][^\W\d_]{2,11} \d{1,2}, \d{4})"
)  # where a browser copies boxes without a space between: "17 August, 200610 May, 2007Categories Mines"
_COUNTED = re.compile(
    r"(?:comments?|комментари[ий]|kommentare|commentaires?|comentarios?)\s*:\s*(?:(?P<number>\d{1,6})\b|no\b|нет\b|комментариев нет|keine|aucun).{0,30}",
    re.I,
)

READ_MORE = re.compile(
    r"(?:\W*)(?:continue reading|read (?:the )?(?:more|rest|full|whole)|keep reading|more\s*[.…»→]|weiterlesen|lire la suite|en savoir plus|leer más|seguir leyendo"
    r"|continua a leggere|leia mais|читать (?:далее|дальше|полностью|ещ[её])|далее|подробнее|продолжить чтение|czytaj (?:dalej|więcej)|читати далі|opširnije|pročitaj više)\b[^\n]{0,200}",
    re.IGNORECASE,
)
_INLINE_MORE = re.compile(
    r"\s(?:continue reading|read more|keep reading|weiterlesen|lire la suite|seguir leyendo|leer más|читать далее|далее)\b(?:[^\n]{0,200}[→»]|\W*)\Z",
    re.IGNORECASE,
)
_FURNITURE = (
    r"skip to (?:the )?content|page \d{1,4}(?: of \d{1,4})?|menu(?: and widgets)?(?: close)?|menu skip to content|search(?: for)?:?|home|about(?: us)?|contact(?: us)?|archives?|categories|tags|recent (?:posts|comments)"
    r"|blogroll|meta|log ?in|register|entries (?:feed|rss)|comments (?:feed|rss)|subscribe|follow(?: us)?|share(?: this)?:?|back to top|privacy policy|(?:older|newer) posts|next page"
    r"|proudly powered by .*|powered by .*|©.*|copyright.*|all rights reserved.*|toggle navigation|close|navigation|post navigation|posts navigation|leave a (?:comment|reply)|related posts?:?"
    r"|перейти к содерж\w+|меню|поиск|главная|контакты|о (?:нас|сайте|блоге)|архивы?|рубрики|метки|свежие (?:записи|комментарии)|карта сайта|подписаться|войти|навигация"
    r"|zum inhalt springen|suche|startseite|impressum|datenschutz\w*|kontakt|archiv|kategorien|schlagwörter|neueste (?:beiträge|kommentare)|ältere beiträge|neuere beiträge"
    r"|aller au contenu(?: principal)?|accueil|rechercher?|catégories|articles récents|commentaires récents|mentions légales|articles (?:plus anciens|précédents)"
    r"|saltar al contenido|ir al contenido|inicio|buscar|contacto|archivos|categorías|entradas recientes|comentarios recientes|entradas anteriores|aviso legal"
    r"|pular para o conteúdo|início|pesquisar|arquivos|vai al contenuto|cerca|kontakty|szukaj|strona główna|naslovnica|kontakt|pretraga|arhiva"
)  # fmt: skip
_IS_FURNITURE = re.compile(_FURNITURE, re.IGNORECASE)
_COMMENTS_BEGIN = re.compile(
    r"(?:\d{1,6}|one|один|ein|un|una)\s+(?:comments?|responses?|repl(?:y|ies)|thoughts?|комментари\w+|отзыв\w*|kommentare?|gedanken?|antworten?|commentaires?|réponses?|comentarios?|respuestas?)"
    r"\s+(?:on|to|к|на|zu|sur|en|a)\b.{0,200}|leave a (?:reply|comment)|добавить комментарий|schreibe einen kommentar|laisser un commentaire|deja una respuesta|комментарии\s*\d*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Meta:
    """What a line of data under or over a title says."""

    date: Dated
    author: str | None = None
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    comments: int | None = None


def is_furniture_line(line: str) -> bool:
    """Whether a line is a menu entry, a heading of a sidebar, a page's own foot."""
    return len(line) <= 120 and _IS_FURNITURE.fullmatch(line.strip(" \t\u00a0←→«»‹›↑|•·")) is not None


def without_more(line: str) -> str:
    """A last line without the "Continue reading … →" that a browser copies behind its words."""
    found = _INLINE_MORE.search(line, max(0, len(line) - 220))
    return line[: found.start()].rstrip() if found else line


def begins_comments(line: str) -> bool:
    """Whether the thread of readers' comments starts here."""
    return len(line) <= 240 and _COMMENTS_BEGIN.fullmatch(line.strip()) is not None


def read_meta_line(line: str) -> Meta | None:
    """Date, hand, terms and count of a line that holds a date and nothing but data, else None."""
    line = line.strip()
    if not 6 <= len(line) <= LONGEST_META or not any(char.isdigit() for char in line):
        return None
    pieces = [piece.strip() for piece in _PIECES.split(_TOUCHING.sub("\t", line)) if piece.strip()]
    found: Meta | None = None
    others: list[str] = []
    for piece in pieces:
        read = _read_dated(piece) if found is None else None
        if read is not None:
            found = read
        else:
            others.append(piece)
    if found is None or len(found.date.edtf) < 10 or not all(_take(found, piece) for piece in others):
        return None
    return found


def _read_dated(piece: str) -> Meta | None:
    whole = read_posted_line(piece)
    if whole is not None:
        return Meta(whole[0], whole[1])
    label = _LABEL.match(piece)
    words = piece[label.end() :] if label else piece
    for pattern in (_FIRST, _LAST):
        found = pattern.fullmatch(words)
        date = read_printed(found["date"], "post line") if found else None
        if found is None or date is None:
            continue
        meta = Meta(replace(date, raw=piece))
        glued = pattern is _FIRST and bool(found["rest"]) and (found["rest"][0].isalpha())
        rest = found["rest"].strip(" \t\u00a0,|·•–—-")
        if not rest or (_take_glued(meta, rest) if glued else _take(meta, rest)):
            return meta
    return None


def _take_glued(meta: Meta, rest: str) -> bool:
    """ "Mines, StrikesLena Orlova" as a browser copies boxes that touch: terms, then the hand; one run that cannot be parted tells nothing."""
    if len(rest) > 400 or rest[-1] in ".!?:;":
        return False
    parts = [part for part in _GLUE.split(rest) if part.strip()]
    if len(parts) > 1 and len(parts[-1]) <= 40:
        meta.author = parts[-1].strip()
        meta.categories.extend(name.strip() for part in parts[:-1] for name in part.split(",") if name.strip())
    return True


def _take(meta: Meta, piece: str) -> bool:
    """Whether a piece beside the date is data: terms, a count, a hand of at most four words."""
    footer = read_footer_line(piece)
    if footer is not None:
        meta.categories.extend(footer.categories)
        meta.tags.extend(footer.tags)
        meta.comments = footer.comments if footer.comments is not None else meta.comments
        meta.author = meta.author or footer.author
        return True
    if counted := _COUNTED.fullmatch(piece):
        meta.comments = int(counted["number"] or 0)
        return True
    if read_posted_line(piece) is not None:
        return True  # when the post was last changed
    by = _BY.match(piece)
    name = piece[by.end() :] if by else piece
    if len(name) > 60 or len(name.split()) > 4 or name[-1:] in ".!?:;," or any(char.isdigit() for char in name):
        return False
    meta.author = meta.author or name
    return True


def read_hand_and_count(line: str) -> tuple[str, int] | None:
    """Hand and count of "admin 0 Commentaires", else None."""
    found = _HAND_AND_COUNT.fullmatch(line.strip()) if len(line) <= 80 else None
    footer = read_footer_line(found["count"]) if found else None
    return (found["by"], footer.comments) if found and footer and footer.comments is not None else None
