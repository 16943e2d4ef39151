"""Bytes to a str, a str to what a Text may hold. Every repair is counted; nothing here reads meaning."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from charset_normalizer import from_bytes

from according.domain.document import Repair
from according.errors import Unreadable

TEXT_LIMIT = 4 * 1024 * 1024  # bytes of UTF-8 in one text
_SAMPLE = 64 * 1024  # bytes looked at when the encoding must be guessed

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u180e]")
_JOINERS = re.compile("(?<=[\u0000-\u052f\u2000-\u206f])[\u200c\u200d]|[\u200c\u200d](?=[\\s]|\\Z)")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIRTY = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)

# What is most often found in files of the countries our users write about; tried only when UTF-8 does not fit.
_LIKELY = [
    "cp1251", "koi8_r", "cp866", "cp1252", "cp1250", "cp1254", "cp1256", "iso8859_5", "gb18030", "big5",
    "shift_jis", "euc_kr",
]  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF", "save its text as a .txt file"),
    (b"PK\x03\x04", "a zip archive or office file", "unpack it, or save the document as plain text"),
    (b"\x89PNG", "a picture", "add the report it belongs to"),
    (b"\xff\xd8\xff", "a picture", "add the report it belongs to"),
    (b"GIF8", "a picture", "add the report it belongs to"),
    (b"\xd0\xcf\x11\xe0", "an old office file", "save the document as plain text"),
    (b"SQLite format 3", "a database", "export its rows as JSON Lines"),
    (b"{\\rtf", "a rich text file", "save the document as plain text"),
    (b"\x7fELF", "a program", "add reports only"),
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Words under the rules of Text, and what had to be repaired."""

    content: str
    repairs: tuple[Repair, ...] = ()


def clean(raw: str, where: str | None = None) -> Cleaned:
    """`raw` with NFC, LF, and no control characters but tab and line feed. No-break spaces stay: they are harmless."""
    repairs = []
    content = raw
    if _DIRTY.search(content):
        content = _LINE_ENDS.sub("\n", content)
        for pattern, instead, what in (
            (_BIDI, "", "{n} invisible direction marks taken out"),
            (_INVISIBLE, "", "{n} invisible characters taken out"),
            (_JOINERS, "", "{n} invisible joiners taken out"),
            (_CONTROL, "", "{n} control characters taken out"),
            (_SURROGATE, "\ufffd", "{n} broken characters replaced"),
        ):
            content, count = pattern.subn(instead, content)
            if count:
                repairs.append(Repair(what.format(n=count), where))
    if not unicodedata.is_normalized("NFC", content):
        content = unicodedata.normalize("NFC", content)
        repairs.append(Repair("letters and their accents joined (NFC)", where))
    return Cleaned(content, tuple(repairs))


def clean_with_offsets(raw: str, offsets: Sequence[int]) -> tuple[str, dict[int, int]]:
    """`raw` cleaned, and where each offset (sorted) lies in the result. Linear in the length of `raw`."""
    if not _DIRTY.search(raw) and unicodedata.is_normalized("NFC", raw):
        return raw, {offset: offset for offset in offsets}
    parts: list[str] = []
    moved: dict[int, int] = {}
    before, length = 0, 0
    for offset in offsets:
        parts.append(clean(raw[before:offset]).content)
        length += len(parts[-1])
        moved[offset] = length
        before = max(before, offset)
    parts.append(clean(raw[before:]).content)
    content = "".join(parts)
    whole = clean(content).content
    # A mark may end between a letter and its accent; then lengths differ by a few and the marks are kept inside.
    return whole, {old: min(new, len(whole)) for old, new in moved.items()}


def refuse_binary(content: bytes) -> None:
    """Raises Unreadable for a picture, an office file, an archive or the like, told by its first bytes; says what to do."""
    for magic, what, repair in _MAGIC:
        if content.startswith(magic):
            raise Unreadable(f"This is {what}, not a text: {repair}.", kind=what)


def decode(content: bytes, hint: str | None = None) -> Cleaned:
    """The text of some bytes, not yet cleaned. `hint` is a Content-Type or the name of an encoding.

    Raises Unreadable for an empty file and for bytes that are no text in any encoding.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise Unreadable("The file is empty: there is nothing to read in it.")
    refuse_binary(content)
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode_leniently(content[len(bom):], encoding)  # fmt: skip
    unmarked = _utf16_without_mark(content[:_SAMPLE])
    if unmarked:
        return _decode_leniently(content, unmarked)
    if _is_binary(content):
        raise Unreadable("These bytes are no text in any encoding we know: save the report as plain text in UTF-8.")
    return _decode_by_declaration(content, hint)


def _decode_by_declaration(content: bytes, hint: str | None) -> Cleaned:
    declared = declared_encoding(hint)
    try:
        decoded = content.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = error
    else:
        if declared and declared != "utf-8" and not content.isascii():
            return Cleaned(decoded, (Repair(f"the encoding was given as {declared} but is utf-8"),))
        return Cleaned(decoded)
    if declared and declared != "utf-8":
        try:
            return Cleaned(content.decode(declared))
        except (UnicodeDecodeError, LookupError):
            pass
    damaged = _mostly_utf8(content)
    if damaged is not None:
        return damaged
    sample = content[max(0, wrong.start - _SAMPLE // 2):][:_SAMPLE]  # fmt: skip
    best = from_bytes(sample, cp_isolation=_LIKELY, explain=False).best()
    if best is None:
        raise Unreadable("The encoding of this file is unknown: save it as plain text in UTF-8.")
    guessed = _decode_leniently(content, best.encoding)
    said = declared or "utf-8"
    return Cleaned(guessed.content, (Repair(f"the text is not {said}: read as {best.encoding}"), *guessed.repairs))


def declared_encoding(hint: str | None) -> str | None:
    """The encoding a Content-Type or a bare name tells, under Python's name for it; None when unknown."""
    if not hint:
        return None
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", hint, re.IGNORECASE)
    name = found.group(1) if found else hint
    if not found and "/" in hint:
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _decode_leniently(content: bytes, encoding: str) -> Cleaned:
    decoded = content.decode(encoding, errors="replace")
    lost = decoded.count("\ufffd")
    repairs = (Repair(f"{lost} characters could not be read and were replaced"),) if lost else ()
    return Cleaned(decoded, repairs)


def _mostly_utf8(content: bytes) -> Cleaned | None:
    """UTF-8 with a few damaged bytes (a cut file, one pasted word) is still UTF-8."""
    decoded = content.decode("utf-8", errors="replace")
    lost = decoded.count("\ufffd")
    beyond_ascii = sum(1 for char in decoded[:_SAMPLE] if char > "\x7f" and char != "\ufffd")
    lost_in_sample = decoded[:_SAMPLE].count("\ufffd")
    if beyond_ascii > 20 * lost_in_sample and lost * 200 < len(decoded):
        return Cleaned(decoded, (Repair(f"{lost} characters could not be read and were replaced"),))
    return None


def _utf16_without_mark(sample: bytes) -> str | None:
    if len(sample) < 8:
        return None
    if not sample.count(0):
        return None  # every text has blanks and signs below U+0100
    even = sum(sample[0::2].count(high) for high in (0, 4))  # Latin and Cyrillic
    odd = sum(sample[1::2].count(high) for high in (0, 4))
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _is_binary(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    odd = sum(sample.count(code) for code in (*range(9), *range(14, 27), *range(28, 32), 127))
    return sample.count(0) * 1000 > len(sample) or odd * 50 > len(sample)
