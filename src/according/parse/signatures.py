"""The last words of a report to the hand they name: a signature, an office, an author note. Never looks at what is told."""

from __future__ import annotations

import re

from according.domain.document import Author
from according.parse.outlet_names import is_name

_CREDIT = re.compile(r"[.!?…”\"»’)\]]\s*[(\[]([^()\[\]]{2,60})[)\]]\s*\Z")
_DASH_CREDIT = re.compile(r"(?:—|–|--)\s*([^—–]{2,60})")
_NOTE = re.compile(
    r"(?P<name>[^\s,.;:(].{1,60}?)\s*(?:,\s*)?(?:\b(?:is|was) (?:also )?(?P<role>(?:an? |the |one of |currently |co-)?[^.;]{3,200})"
    r"|\b(?P<works>(?:works?|writes?|teaches|serves|reports) (?:for|at|on|in|as|with) [^.;]{3,200})"
    r"|\s[—–]\s(?P<dash>[^.;]{3,200}))"
)


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
