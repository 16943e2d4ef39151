"""Which links of a body point to notes, and which blocks are those notes. In: the body's tree. Out: labels. Reads no words."""

from __future__ import annotations

import re

from according.parse.html_tree import Element, tag_of, text_of

_NOTE_NAME = re.compile(
    r"(?:_?(?:edn|ftn|en|fn)[-:_.]?\d*|(?:foot|end|easy-foot)?note|cite_note|sdfootnote\d*sym|sdendnote\d*sym|mod_note"
    r"|footnote_plugin_tooltip|modern-footnote|primechaniye|сноска|прим|note-bottom|f\d+|n\d+|_\w*ednref_target)",
    re.IGNORECASE,
)
_WAY_BACK = re.compile(
    r"(?:_?(?:edn|ftn|fn|foot|end|cite|note)[-_]?(?:note)?[-_]?ref|fnr|anc|.*(?:ref|anc|back|to-)\W?\w*\d*$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[\[({]?\s*([0-9]{1,3}|[ivxlc]{1,8}|[a-z]|\*{1,4}|[†‡§]{1,3})\s*[\])}.:]?\Z", re.IGNORECASE)
_ARROWS = re.compile(r"[↩↑^⤴⬆↵\ufe0e\s]+\Z")


class NoteFinder:
    """Ties note references to notes by the fragment that joins them; built once per body."""

    def __init__(self, root: Element) -> None:
        self._labels: dict[str, str] = {}  # fragment -> label
        self._references: dict[Element, str] = {}
        self._backs: set[Element] = set()
        self._notes: dict[Element, str] = {}
        anchors = self._anchors(root)
        links = [link for link in root.iter("a") if "#" in (link.get("href") or "")]
        for link in links:
            self._judge(link, anchors)
        for fragment, label in self._labels.items():
            holder = anchors.get(fragment)
            block = _block_around(holder, root) if holder is not None else None
            if block is not None and block not in self._notes:
                self._notes[block] = label

    @staticmethod
    def _anchors(root: Element) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for node in root.iter():
            for name in (node.get("id"), node.get("name") if tag_of(node) == "a" else None):
                if name:
                    found.setdefault(name.lower(), node)
        return found

    def _judge(self, link: Element, anchors: dict[str, Element]) -> None:
        href = link.get("href") or ""
        fragment = href.rpartition("#")[2].lower()
        words = text_of(link, most=40)
        if not fragment or "#" not in href:
            return
        if _ARROWS.match(words) or (not words and _WAY_BACK.match(fragment)):
            self._backs.add(link)
            return
        label = _LABEL.match(words)
        if label is None or _WAY_BACK.match(fragment):
            return
        parent = link.getparent()
        raised = parent is not None and tag_of(parent) == "sup"
        raised = raised or any(tag_of(child) == "sup" for child in link)
        known = fragment in anchors
        if _NOTE_NAME.match(fragment) or (raised and known) or (known and words.startswith("[")):
            self._references[link] = label.group(1)
            self._labels.setdefault(fragment, label.group(1))

    def label_of_reference(self, link: Element) -> str | None:
        """The label when this link points to a note, else None."""
        return self._references.get(link)

    def printed_reference(self, link: Element, label: str) -> str:
        """The words of the reference; a bare raised figure gets brackets, so that it does not grow onto the word before it."""
        words = text_of(link, most=40)
        return words if words[:1] in "[({*†‡§" else f"[{label}]"

    def label_of_note(self, block: Element) -> str | None:
        """The label when this block is a note that some link points to."""
        return self._notes.get(block)

    def is_labelled(self, block: Element, label: str) -> bool:
        """Whether the note prints its own label at its start."""
        start = text_of(block, most=40).lstrip(" ^↑[({")
        return bool(re.match(rf"{re.escape(label)}(?!\w)", start, re.IGNORECASE))

    def is_way_back(self, link: Element) -> bool:
        """Whether the link is only the arrow back from a note to its reference."""
        return link in self._backs


_NOTE_BLOCKS = ("p", "li", "div", "dd", "dt", "tr", "section", "aside")


def _block_around(node: Element, root: Element) -> Element | None:
    """The block a note's anchor is or stands in; a wrapper around one paragraph counts as the note."""
    at: Element | None = node
    for _ in range(12):
        if at is None or at is root:
            return None
        if tag_of(at) in _NOTE_BLOCKS:
            return at
        at = at.getparent()
    return None
