"""Documents and shared passages in; which documents are one report had twice, and which sources are cited but not held, out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from according.domain.document import Document
from according.domain.findings import Citation, Holding
from according.domain.shared import SharedPassage
from according.language.fold import fold_text
from according.reconcile.clusters import Clusters
from according.reconcile.days import days_of

_NEARLY_ALL = 0.9
_SCHEME = re.compile(r"^https?://(?:www\.)?")
_FEED_TAIL = re.compile(r"(?:/feed)?/*$")
_OP_CIT = re.compile(r",?\s*(?:op\.? ?cit\.?|ibid\.?|там же|указ\.? соч\.?)\s*$", re.IGNORECASE)
_PIECES = re.compile(r";\s+(?=[“\"«A-ZА-ЯЁ])")
_QUOTED = re.compile(r"[“\"«]([^”\"»]{6,})[”\"»]")


def group_publications(documents: Iterable[Document], shared: Sequence[SharedPassage]) -> Clusters:
    """Documents that are one report: one address, or one title and day with nearly one text."""
    held = sorted(documents, key=lambda document: document.id)
    clusters = Clusters(document.id for document in held)
    by_address: dict[tuple[str, int], str] = {}
    for document in held:
        address = plain_address(document.url)
        if address:
            key = (address, document.post.position if document.post else 1)
            clusters.join(by_address.setdefault(key, document.id), document.id)
    by_title: dict[str, list[Document]] = defaultdict(list)
    for document in held:
        by_title[fold_text(document.title).strip()].append(document)
    nearly = _nearly_equal(held, shared)
    for _, group in sorted(by_title.items()):
        for place, a in enumerate(group):
            for b in group[place + 1 : place + 50]:
                if _same_day(a, b) and (a.text.digest == b.text.digest or (a.id, b.id) in nearly):
                    clusters.join(a.id, b.id)
    return clusters


def plain_address(url: str | None) -> str | None:
    """An address without scheme, "www.", query, fragment and feed ending."""
    if not url:
        return None
    bare = _SCHEME.sub("", url.strip())
    if "?p=" not in bare and "&p=" not in bare:
        bare = bare.split("?")[0]
    host, _, path = bare.split("#")[0].partition("/")
    path = _FEED_TAIL.sub("", path)
    return f"{host.lower()}/{path}" if path else None


def _nearly_equal(documents: Sequence[Document], shared: Sequence[SharedPassage]) -> set[tuple[str, str]]:
    length = {document.id: max(1, len(document.text.content)) for document in documents}
    covered: dict[tuple[str, str], int] = defaultdict(int)
    for passage in shared:
        if passage.a in length and passage.b in length:
            span = min(passage.a_span.end - passage.a_span.start, passage.b_span.end - passage.b_span.start)
            covered[passage.a, passage.b] += round(span * min(1.0, passage.similarity))
    return {
        pair for pair, size in covered.items() if size >= _NEARLY_ALL * max(length[pair[0]], length[pair[1]])
    }  # fmt: skip


def _same_day(a: Document, b: Document) -> bool:
    first = a.published or a.posted
    second = b.published or b.posted
    if first is None or second is None:
        return first is second
    left, right = days_of(first.edtf), days_of(second.edtf)
    return left is not None and right is not None and left.gap(right) <= 1


def cite(document: Document) -> list[Citation]:
    """The sources that one document's endnotes name, each once."""
    found: dict[str, Citation] = {}
    earlier: dict[str, str] = {}
    for note in document.endnotes:
        for text in _PIECES.split(note.content.strip()):
            _note_source(found, earlier, document.id, text.strip().rstrip("."), note.addresses)
    return [found[key] for key in sorted(found)]


def hold(document: Document) -> Holding:
    """By what others may cite the document."""
    return Holding(document.id, fold_text(document.title), plain_address(document.url))


def _note_source(
    found: dict[str, Citation], earlier: dict[str, str], document: str, text: str, addresses: tuple[str, ...]
) -> None:
    if len(text) < 6:
        return
    address = next((item for item in addresses if item.rstrip(".,") in text), None)
    quoted = _QUOTED.search(text)
    if _OP_CIT.search(text):
        start = fold_text(_OP_CIT.sub("", quoted.group(1) if quoted else text))[:40]
        if any(title.startswith(start) or start in title for title in earlier):
            return  # named in full before
    key = f"address:{plain_address(address)}" if address and plain_address(address) else f"text:{fold_text(text)}"
    if quoted:
        earlier.setdefault(fold_text(quoted.group(1)), key)
    earlier.setdefault(fold_text(text), key)
    held = found.get(key)
    if held is not None and (-len(held.text), held.text) <= (-len(text), text):
        return
    found[key] = Citation(
        key, text, document, held.address if held and held.address else address, plain_address(address),
        fold_text(quoted.group(1)) if quoted else None,
    )  # fmt: skip
