"""Marks in words (a .toml in a folder of one's own) in, places and fields (a .jsonl beside this file) out; the words are not kept.

    PYTHONPATH=src python bench/reconcile/pack.py WORDS.toml GOLD [--page FILE] [--out FILE]

How marks are written in words is told in MARKING.md. Every word is looked for in its text; what is not found, or found twice, is named
and nothing is written. People and events are numbered (p01, e01 …), so that no name of anybody stands in the repository.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cases import HERE, digest_of, find_documents


class Unfit(Exception):
    """A mark that cannot be found; says which."""


Place = tuple[str, int, int]


class Packer:
    """One file of marks in words, with the texts it speaks of."""

    def __init__(self, words: dict[str, Any], gold: Path, page: Path | None) -> None:
        self.words = words
        self.rows = [_document_row(line) for line in _lines(words["documents"])]
        documents = find_documents(self.rows, gold, page)
        self.texts = {short: document.text.content for short, document in documents.items()}
        self.faults: list[str] = []
        self.people: dict[str, str] = {}
        self.events: dict[str, str] = {}

    def pack(self) -> list[dict[str, Any]]:
        """Every line of the file. Raises Unfit with all faults at once."""
        head = {"kind": "case", "name": self.words["name"], "part": self.words["part"], "about": self.words["about"]}
        documents = [{"kind": "document", **row, "digest": digest_of(self.texts[row["short"]])} for row in self.rows]
        out = [
            head,
            *documents,
            *self._named("person"),
            *self._named("organisation"),
            *self._events(),
            *self._questions(),
            *self._relations(),
        ]
        out += [*self._disputes(), *self._agreements(), *self._custody(), *self._held(), *self._proceedings()]
        if self.faults:
            raise Unfit("\n".join(self.faults))
        return out

    def _find(self, short: str, words: str) -> list[Place]:
        """All places of the words in a document: `[part]` in brackets is what is meant, "~" begins a pattern."""
        if short not in self.texts:
            self.faults.append(f"there is no document {short}: {words}")
            return []
        pattern = _pattern(words)
        return [(short, m.start(1), m.end(1)) for m in re.finditer(pattern, self.texts[short])]

    def _one(self, text: str) -> list[Place]:
        """The place of "@doc words with [what is meant]"; found once or it is a fault."""
        short, _, words = text.strip().removeprefix("@").partition(" ")
        found = self._find(short, words)
        if len(found) != 1:
            self.faults.append(f"found {len(found)} times in {short}: {words}")
            return []
        return found

    def _named(self, kind: str) -> Iterator[dict[str, Any]]:
        claims: list[tuple[bool, int, str, Place]] = []
        keys = self.people if kind == "person" else {}
        for line in _lines(self.words.get({"person": "people"}.get(kind, f"{kind}s"), "")):
            name, _, spec = line.partition(":")
            keys[name] = f"{kind[0]}{len(keys) + 1:02}"
            for order, alternative in enumerate(spec.split(" | ")):
                everywhere = not alternative.strip().startswith("@")
                claims += [(everywhere, order, name, place) for place in self._spelled(alternative.strip())]
        taken: dict[str, list[Place]] = {name: [] for name in keys}
        used: list[Place] = []
        # the longest words first; of equal ones those said of one document
        claims.sort(key=lambda claim: (claim[3][1] - claim[3][2], claim[0], claim[1], claim[3]))
        for _, _, name, place in claims:
            if not any(place[0] == one[0] and place[1] < one[2] and one[1] < place[2] for one in used):
                used.append(place)
                taken[name].append(place)
        for name, at in taken.items():
            if not at:
                self.faults.append(f"nothing is called {name} anywhere")
            yield {"kind": kind, "key": keys[name], "unnamed": name.startswith("u-"), "at": sorted(at)}

    def _spelled(self, alternative: str) -> list[Place]:
        narrow = None
        if alternative.startswith("@"):
            narrow, _, alternative = alternative[1:].partition(" ")
        words, _, meant = alternative.partition("=")
        spec = words.replace(meant, f"[{meant}]") if meant else words
        found = [place for short in ([narrow] if narrow else self.texts) for place in self._find(short, spec)]
        if not found:
            self.faults.append(f"nowhere: {alternative}")
        return found

    def _events(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words["events"]):
            head, _, spec = line.partition(":")
            name, family = head.split()
            self.events[name] = f"e{len(self.events) + 1:02}"
            at = [place for one in re.split(r"\s*\|\s*", spec.strip()) for place in self._one(one)]
            yield {"kind": "event", "key": self.events[name], "family": family, "at": sorted(at)}
        for pair in filter(None, (part.strip() for part in self.words.get("apart", "").split(","))):
            a, b = pair.split()
            yield {"kind": "neutral", "a": self.events[a], "b": self.events[b]}

    def _questions(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words["questions"]):
            head, _, spec = line.partition(":")
            aspect, event = head.split()
            value, speaker, places = spec.strip().split(" ", 2)
            speakers = [self.people.get(one.lower(), one.replace("_", " ")) for one in speaker.split("|")]
            at = [self._one(one) for one in places.split(" | ")]
            for place in at:
                yield {
                    "kind": "question", "aspect": aspect, "event": self.events[event], "value": value,
                    "speakers": speakers, "at": place,
                }  # fmt: skip

    def _relations(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words.get("relations", "")):
            found = re.fullmatch(r"(\w+):(\[.*?\]) ([\w,]+) (\w+):(\[.*?\])", line)
            if found is None:
                self.faults.append(f"no relation: {line}")
                continue
            a, b = self._one(f"@{found[1]} {found[2]}"), self._one(f"@{found[4]} {found[5]}")
            yield {"kind": "relation", "a": a, "b": b, "kinds": found[3].split(",")}

    def _disputes(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words["disputes"]):
            head, _, spec = line.partition(":")
            need, kinds, _ = head.split()
            sides = [
                [place for one in side.split(" | ") for place in self._one(one)]
                for side in spec.split(" // ")
                if side.strip() != "-"
            ]
            yield {"kind": "dispute", "need": need, "kinds": kinds.split(","), "sides": sides}

    def _agreements(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words["agreements"]):
            why, _, spec = line.partition(":")
            a, b = re.split(r" / (?=@)", spec, maxsplit=1)
            yield {"kind": "agreement", "why": why, "a": self._one(a), "b": self._one(b)}

    def _custody(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words["custody"]):
            person, day, allowed, *more = line.split()
            yield {
                "kind": "custody", "person": self.people[person], "on": day, "allowed": allowed.split(","),
                **({"known_on": more[0]} if more else {}),
            }  # fmt: skip

    def _held(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words["held"]):
            day, _, spec = line.partition(":")
            sure, _, fair = spec.partition("|")
            yield {
                "kind": "held", "on": day, "sure": [self.people[one] for one in sure.split() if one != "-"],
                "fair": [self.people[one] for one in fair.split()],
            }  # fmt: skip

    def _proceedings(self) -> Iterator[dict[str, Any]]:
        for line in _lines(self.words["proceedings"]):
            who, offence, outcome = (part.strip() for part in line.split(":"))
            yield {
                "kind": "proceeding", "defendants": [self.people[one] for one in who.split()], "offence": offence,
                "outcome": None if outcome == "none" else outcome,
            }  # fmt: skip


def _lines(text: str) -> list[str]:
    """Lines; one that begins with a space goes on with the line before."""
    out: list[str] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        if line.startswith(" ") and out:
            out[-1] += (" | " if line.strip().startswith("@") else " ") + line.strip()
        else:
            out.append(line.strip())
    return out


def _document_row(line: str) -> dict[str, Any]:
    if line.split()[1] == "page":
        short, name, number = line.split()
        return {"short": short, "corpus": name, "id": int(number)}
    short, name, identity, published, language, outlet = line.split(None, 5)
    return {
        "short": short, "corpus": name, "id": identity, "published": published, "language": language, "outlet": outlet,
    }  # fmt: skip


def _pattern(words: str) -> str:
    if words.startswith("~"):
        return rf"(?<!\w)({words[1:]})(?!\w)"
    before, opened, rest = words.partition("[")
    inner, _, after = rest.partition("]") if opened else (words, "", "")
    if not opened:
        before = ""
    if opened and "]" in after:  # a bracket that belongs to the text
        more, _, after = after.partition("]")
        inner += f"]{more}"
    parts = (_flexible(before), f"({_flexible(inner)})", _flexible(after))
    edge_left = r"(?<!\w)" if (before or inner)[:1].isalnum() else ""
    edge_right = r"(?!\w)" if (after or inner)[-1:].isalnum() else ""
    return edge_left + "".join(parts) + edge_right


def _flexible(words: str) -> str:
    """The words as a pattern in which any white space stands for any other."""
    lead, tail = (r"\s+" if words[:1] == " " else ""), (r"\s+" if words[-1:] == " " and words.strip() else "")
    return lead + r"\s+".join(re.escape(word) for word in words.split()) + tail


def main(words: list[str]) -> int:
    """The command of the module's docstring."""
    page = Path(words[words.index("--page") + 1]) if "--page" in words else None
    told = tomllib.loads(Path(words[0]).read_text("utf-8"))
    out = Path(words[words.index("--out") + 1]) if "--out" in words else HERE / f"{told['name']}.jsonl"
    try:
        lines = Packer(told, Path(words[1]), page).pack()
    except Unfit as fault:
        print(fault, file=sys.stderr)
        return 2
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    print(f"{out}: {len(lines)} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
