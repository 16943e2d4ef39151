"""What a page is about in, its path in the site out. Pure functions of ids and names, so that addresses stay."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_ENTITY_FOLDERS = {"person": "person", "organisation": "organisation", "group": "group", "place": "place"}


def document_path(id: str) -> str:
    """Page of a document."""
    return f"document/{_plain(id)}.html"


def entity_path(kind: str, id: str, part: str = "") -> str:
    """Page of a person, organisation, group or place; `part` names the period of a page that is not its first."""
    return f"{_ENTITY_FOLDERS[kind]}/{_plain(id)}{f'.{part}' if part else ''}.html"


def event_path(id: str, part: int = 1) -> str:
    """Page of an event."""
    return f"event/{_plain(id)}{'' if part == 1 else f'.{part}'}.html"


def court_path(part: int = 1) -> str:
    """Page of court cases."""
    return "courts.html" if part == 1 else f"courts/page-{part}.html"


def slug_of(name: str) -> str:
    """A short path for a term or outlet: letters and digits; a digest follows where letters were lost."""
    folded = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:60]
    lost = re.sub(r"[\s\-./_]+", "-", name.casefold()).strip("-") != slug
    if not lost and slug:
        return slug
    tail = hashlib.sha256(name.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{slug}-{tail}" if slug else f"x-{tail}"


def root_of(path: str) -> str:
    """The way from a page back to the root of the site."""
    return "../" * path.count("/")


@lru_cache(maxsize=1 << 16)
def _plain(id: str) -> str:
    """Ids are letters, digits and hyphens; one that came from elsewhere is made so."""
    return id if re.fullmatch(r"[A-Za-z0-9-]{1,80}", id) else slug_of(id)
