"""The body of a post as markup in, blocks with marks and media out. Scripts, share bars and advertisements never get through."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from according.domain.document import BlockKind, Mark, MarkKind, Media
from according.parse.draft import RawBlock
from according.parse.html_media import media_of
from according.parse.html_notes import NoteFinder
from according.parse.html_tree import Element, classes, is_noise, resolve, strip_control, tag_of, text_of

_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "dir",
        "menu",
    ]
)
_MARK_TAGS = {
    "em": MarkKind.EMPHASIS, "i": MarkKind.EMPHASIS, "cite": MarkKind.EMPHASIS,
    "strong": MarkKind.STRONG, "b": MarkKind.STRONG,
}  # fmt: skip
_MEDIA_TAGS = frozenset(("img", "iframe", "embed", "object", "video", "audio", "amp-img", "amp-youtube", "amp-iframe"))
_SPACE = re.compile(r"[ \t\n\f]+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_READ_MORE = re.compile(
    r"(?:continue reading|read (?:the )?(?:more|rest|full|whole)|more\s*[.…»→]|keep reading|weiterlesen|lire la suite"
    r"|leer más|seguir leyendo|continua a leggere|читать (?:далее|дальше|полностью|ещ[её])|далее|подробнее"
    r"|продолжить чтение|толығырақ|оқу|devamını oku|czytaj (?:dalej|więcej)|читати далі|детальніше)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Body:
    """What the markup of a body holds."""

    blocks: tuple[RawBlock, ...]
    media: tuple[Media, ...] = ()
    is_excerpt: bool = False  # it ends in "Continue reading" or "[…]"


@dataclass(slots=True)
class _Writer:
    """Collects inline text into blocks; marks that are open when a block ends go on in the next."""

    pre: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0
    ends_in_space: bool = True
    open_marks: list[tuple[MarkKind, int, str | None]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    blocks: list[RawBlock] = field(default_factory=list)
    prefix: str = ""  # the label of a note, written before its first word

    def write(self, text: str) -> None:
        """Add words; white space is collapsed unless inside <pre>."""
        if not text:
            return
        if self.prefix and text.strip():
            text, self.prefix = self.prefix + text.lstrip(), ""
        words = text if self.pre else _SPACE.sub(" ", text)
        if not self.pre and self.ends_in_space and words.startswith(" "):
            words = words[1:]
        if not words:
            return
        self.parts.append(words)
        self.length += len(words)
        self.ends_in_space = words[-1] in " \n"

    def write_tab(self) -> None:
        """A tab between two cells of a table row."""
        self.parts.append("\t")
        self.length += 1
        self.ends_in_space = True

    def break_line(self) -> bool:
        """A line break; True when it is the second in a row, which ends the paragraph."""
        if not self.length:
            return False
        if self.parts and self.parts[-1] == "\n":
            return True
        if self.parts and self.parts[-1].endswith(" "):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
        self.parts.append("\n")
        self.length += 1
        self.ends_in_space = True
        return False

    def point(self, kind: MarkKind, target: str | None) -> None:
        """An empty mark here: the place of a picture."""
        self.marks.append(Mark(kind, self.length, self.length, target))

    def open(self, kind: MarkKind, target: str | None) -> None:
        """A mark starts."""
        self.open_marks.append((kind, self.length, target))

    def close(self) -> None:
        """The mark opened last ends."""
        kind, start, target = self.open_marks.pop()
        if self.length > start:
            self.marks.append(Mark(kind, start, self.length, target))

    def flush(self, kind: BlockKind, level: int | None) -> RawBlock | None:
        """End the block and give it back when it holds anything."""
        made = None
        for open_kind, start, target in self.open_marks:
            if self.length > start:
                self.marks.append(Mark(open_kind, start, self.length, target))
        text = "".join(self.parts)
        if text.strip() or self.marks:
            made = RawBlock(kind, text, tuple(sorted(self.marks, key=lambda mark: (mark.start, mark.end))), level)
            self.blocks.append(made)
        self.open_marks = [(open_kind, 0, target) for open_kind, _, target in self.open_marks]
        self.parts, self.marks, self.length, self.ends_in_space = [], [], 0, True
        return made


@dataclass(slots=True)
class _Walk:
    """One pass over a body. `kinds` is the stack of what a block here would be."""

    base: str | None
    notes: NoteFinder
    breaks_are_paragraphs: bool
    skip: frozenset[Element]
    writer: _Writer = field(default_factory=_Writer)
    kinds: list[tuple[BlockKind, int | None]] = field(default_factory=lambda: [(BlockKind.PARAGRAPH, None)])
    media: list[Media] = field(default_factory=list)
    excerpt: bool = False

    def flush(self) -> None:
        kind, level = self.kinds[-1]
        self.writer.flush(kind, level)

    def text(self, words: str | None) -> None:
        if not words:
            return
        words = strip_control(words)
        if self.writer.pre or not self.breaks_are_paragraphs:
            self.writer.write(words)
            return
        for number, chunk in enumerate(_BLANK_LINES.split(words)):
            if number:
                self.flush()
            for line_number, line in enumerate(chunk.split("\n")):
                if line_number and self.writer.length:
                    self.writer.break_line()
                self.writer.write(line)

    def enter(self, node: Element) -> bool:
        """Start an element; False when nothing inside it is to be read."""
        tag = tag_of(node)
        if not tag or node in self.skip:
            return False
        if tag in _MEDIA_TAGS:
            return self._take_media(node)
        if tag == "br":
            if self.writer.break_line():
                self.flush()
            return False
        if is_noise(node) or self._is_read_more(node, tag):
            return False
        if tag in _BLOCK_TAGS:
            self._enter_block(node, tag)
        elif tag in ("td", "th") and self.writer.length:
            self.writer.write_tab()
        elif tag == "q":
            self.writer.write("“")
        if tag == "a":
            return self._enter_link(node)
        if tag in _MARK_TAGS:
            self.writer.open(_MARK_TAGS[tag], None)
        return True

    def _enter_block(self, node: Element, tag: str) -> None:
        self.flush()
        outer, _ = self.kinds[-1]
        kept = outer in (BlockKind.QUOTATION, BlockKind.ENDNOTE, BlockKind.LIST_ITEM)
        kind, level = outer if kept else BlockKind.PARAGRAPH, None
        label = self.notes.label_of_note(node)
        if label is not None:
            kind = BlockKind.ENDNOTE
            if not self.notes.is_labelled(node, label):
                self.writer.prefix = f"[{label}] "
        elif tag == "blockquote" and kind is not BlockKind.ENDNOTE:
            kind = BlockKind.QUOTATION
        elif tag == "li" and kind is not BlockKind.ENDNOTE:
            kind = BlockKind.LIST_ITEM
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            kind, level = BlockKind.HEADING, int(tag[1])
        if tag == "pre":
            self.writer.pre += 1
        self.kinds.append((kind, level))

    def _enter_link(self, node: Element) -> bool:
        label = self.notes.label_of_reference(node)
        if label is not None:
            self.writer.open(MarkKind.NOTE_REFERENCE, label)
            self.writer.write(self.notes.printed_reference(node, label))
            self.writer.close()
            return False
        if self.notes.is_way_back(node):
            return False
        href = node.get("href")
        target = None if href and href.startswith("#") else resolve(href, self.base)
        self.writer.open(MarkKind.LINK, target)
        return True

    def leave(self, node: Element) -> None:
        """End an element that `enter` said True to."""
        tag = tag_of(node)
        if tag == "a":
            target = self.writer.open_marks[-1][2]
            if target is None:
                self.writer.open_marks.pop()
            else:
                self.writer.close()
        elif tag in _MARK_TAGS:
            self.writer.close()
        elif tag == "q":
            self.writer.write("”")
        elif tag in _BLOCK_TAGS:
            self.flush()
            if tag == "pre":
                self.writer.pre -= 1
            self.kinds.pop()

    def _take_media(self, node: Element) -> bool:
        if {"wp-smiley", "emoji"} & classes(node):
            self.writer.write(node.get("alt") or "")
            return False
        item = media_of(node, self.base)
        if item is not None:
            if item.kind == "image":
                self.writer.point(MarkKind.IMAGE, item.address)
            self.media.append(item)
        return False

    def _is_read_more(self, node: Element, tag: str) -> bool:
        """A link to the rest of the post: the words here are an excerpt."""
        if tag not in ("a", "p", "div", "span"):
            return False
        names = classes(node)
        if names & {
            "more-link",
            "read-more",
            "readmore",
            "td-read-more",
            "elementor-post__read-more",
            "excerpt-more",
        } or (tag == "a" and len(node) <= 1 and _READ_MORE.match(text_of(node, most=60).strip(" \n\t(«[→…"))):
            self.excerpt = True
            return True
        return False


def read_body(
    root: Element,
    *,
    base: str | None = None,
    breaks_are_paragraphs: bool = False,
    skip: frozenset[Element] = frozenset(),
) -> Body:
    """The blocks and media under `root`, without the elements in `skip`. `breaks_are_paragraphs` is WordPress's rule that
    a blank line in the source ends a paragraph (exports). Linear in the size of the markup, no recursion.
    """
    walk = _Walk(base, NoteFinder(root), breaks_are_paragraphs, skip)
    stack = [(root, iter(root))]
    walk.text(root.text)
    while len(stack):
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                walk.leave(node)
                walk.text(node.tail)
            continue
        if walk.enter(child):
            walk.text(child.text)
            stack.append((child, iter(child)))
        else:
            walk.text(child.tail)
    walk.flush()
    blocks = tuple(walk.writer.blocks)
    return Body(blocks, tuple(walk.media), walk.excerpt or _ends_cut_off(blocks))


_CUT_OFF = re.compile(r"(?:\[\s*(?:…|\.{3}|&hellip;)\s*\]|…|\.\.\.)\s*\Z")


def _ends_cut_off(blocks: tuple[RawBlock, ...]) -> bool:
    worded = [block for block in blocks if block.text.strip()]
    return bool(worded) and _CUT_OFF.search(worded[-1].text[-12:]) is not None
