"""The mentions of one document in; which of them name one thing, as pairs in the order of trust, out. Looks at no other document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from according.domain.document import Document
from according.domain.entity import EntityKind
from according.reconcile.clusters import Clusters
from according.reconcile.likeness import head_of, is_plain_body
from according.reconcile.mentions import Naming
from according.reconcile.naming import Fit, block_keys, fit_within
from according.reconcile.offices import find_office, may_mean
from according.reconcile.vocabulary import bare_words, words_of

Link = tuple[str, str]  # two mention ids

_OF = frozenset({"of", "for", "in", "on", "at", "against", "по", "при", "в", "за", "для", "против"})
_WIDEST = 400  # names of one document under one key
_IN_BRACKETS = re.compile(r"^\s?[(\[][\"“«]?([A-ZА-ЯЁ][\w.&-]{1,11})[\"”»]?[)\]]")
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her"})


def join_within(document: Document, namings: Iterable[Naming]) -> list[Link]:
    """Pairs of mentions of one document that name one thing, surest first; following them makes its clusters."""
    held = sorted(namings, key=lambda naming: naming.id)
    clusters = Clusters(naming.id for naming in held)
    links: list[Link] = []
    for a, b in _pairs(document, held, clusters):
        if not clusters.are_joined(a, b):
            clusters.join(a, b)
            links.append((a, b))
    return links


def _pairs(document: Document, namings: list[Naming], clusters: Clusters) -> Iterator[Link]:
    named = [naming for naming in namings if not naming.unnamed]
    for group in _same_words(named).values():
        yield from ((group[0].id, other.id) for other in group[1:])
    for kind in (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE):
        yield from _short_names([naming for naming in named if naming.kind is kind], clusters)
    yield from _acronyms(document, [naming for naming in named if naming.kind is EntityKind.ORGANISATION])
    yield from _bodies(document, [naming for naming in named if naming.kind is EntityKind.ORGANISATION], clusters)
    yield from _offices(namings, clusters)


def _same_words(named: list[Naming]) -> dict[tuple[EntityKind, str, str], list[Naming]]:
    """Equal words of one kind; "strikers" of two towns are two groups."""
    out: dict[tuple[EntityKind, str, str], list[Naming]] = defaultdict(list)
    for naming in named:
        out[naming.kind, bare_words(naming.name) or naming.name.casefold(), naming.town].append(naming)
    return dict(sorted(out.items()))


def _short_names(named: list[Naming], clusters: Clusters) -> Iterator[Link]:
    """Inside one document "Sadykova" is the only Aigul Sadykova there is; with two of that name nobody can tell."""
    first_of: dict[str, Naming] = {}
    for naming in named:
        first_of.setdefault(naming.name, naming)
    blocks: dict[str, list[Naming]] = defaultdict(list)
    for _, naming in sorted(first_of.items()):
        for key in block_keys(naming.name, naming.kind):
            blocks[key].append(naming)
    candidates: dict[str, list[Naming]] = defaultdict(list)
    seen: set[Link] = set()
    for _, block in sorted(blocks.items()):
        for place, first in enumerate(block[:_WIDEST]):
            for second in block[place + 1 : _WIDEST]:
                if (first.name, second.name) in seen:
                    continue
                seen.add((first.name, second.name))
                fit = fit_within(first.name, second.name, first.kind)
                if fit is Fit.STRONG:
                    yield first.id, second.id
                elif fit is Fit.WEAK:
                    short, full = sorted((first, second), key=lambda one: (len(one.name), one.name))
                    candidates[short.id].append(full)
    for short_id, fulls in sorted(candidates.items()):
        if len({clusters.root(full.id) for full in fulls}) == 1:
            yield fulls[0].id, short_id


def _acronyms(document: Document, bodies: list[Naming]) -> Iterator[Link]:
    """In "the Union of Miners (UM)" UM is what the document calls it from there on."""
    content = document.text.content
    by_words: dict[str, Naming] = {}
    for naming in bodies:
        by_words.setdefault(naming.name.strip('«»“”"()[]'), naming)
    for naming in bodies:
        found = _IN_BRACKETS.match(content[naming.end : naming.end + 20])
        other = by_words.get(found[1]) if found else None
        if found and other is not None and _is_acronym(found[1]) and not _is_acronym(naming.name):
            yield naming.id, other.id


def acronym_after(document: Document, naming: Naming) -> str | None:
    """The acronym a document gives an organisation in brackets just after its name."""
    if naming.kind is not EntityKind.ORGANISATION or _is_acronym(naming.name):
        return None
    found = _IN_BRACKETS.match(document.text.content[naming.end : naming.end + 20])
    return found[1] if found and _is_acronym(found[1]) else None


def _is_acronym(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return " " not in word and len(letters) > 1 and sum(letter.isupper() for letter in letters) * 3 >= len(letters) * 2


def is_plain(document: Document, naming: Naming) -> bool:
    """Whether an organisation is named by words that many share, so that another document need not mean the same."""
    office = find_office(naming.name)
    if office is not None and not office.bare and ":" not in office.key:
        return False  # "the interior ministry": one of a country
    first = next((word for word in naming.name.split() if word.casefold() not in ("the", "a", "an")), "")
    small = first[:1].isupper() and f" {first.lower()} " in document.text.content
    return is_plain_body(naming.name, small)


def _bodies(document: Document, bodies: list[Naming], clusters: Clusters) -> Iterator[Link]:
    """ "The ministry" is the only one its text names in full, "the police" the only police with a name."""
    named = [naming for naming in bodies if not is_plain(document, naming)]
    for naming in bodies:
        words = words_of(naming.name)
        if naming in named:
            fuller = [other for other in named if _is_shortened(words, words_of(other.name))]
            if fuller and len({clusters.root(other.id) for other in fuller}) == 1:
                yield fuller[0].id, naming.id
            continue
        meant = [
            other for other in named
            if (len(words) == 1 and words[0] in _heads_of(other.name))
            or ((office := find_office(other.name)) is not None and not office.bare and may_mean(naming.name, office.key))
        ]  # fmt: skip
        if meant and len({clusters.root(other.id) for other in meant}) == 1:
            yield meant[0].id, naming.id


def _is_shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a body's name leaves out only what follows "of" or "for": "Human Rights Commission" of that of a country.

    A word more or less elsewhere may make another body: a daughter company, a rival union.
    """
    return 1 < len(short) < len(full) and full[: len(short)] == short and full[len(short)] in _OF


@lru_cache(maxsize=20_000)
def _heads_of(name: str) -> tuple[str, ...]:
    """The words by which a body may be called for short: the last, and the one before "of" or "for"."""
    words = words_of(name)
    before = [words[place - 1] for place, word in enumerate(words) if word in ("of", "for", "in") and place]
    first = words[:1] if re.search("[а-я]", name.casefold()) else ()
    return tuple(dict.fromkeys((*before[:1], *(words[-1:] if not before else ()), *first)))


def _offices(namings: list[Naming], clusters: Clusters) -> Iterator[Link]:
    """ "The mayor" all through a document is one mayor: the one it names, where it names only one."""
    by_words: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        if naming.kind is EntityKind.PERSON and naming.generic and _is_definite(naming.name):
            by_words[bare_words(naming.name)].append(naming)
    holders = [
        (naming, {word for text in naming.descriptions for word in words_of(text)}, {head_of(t) for t in naming.descriptions})
        for naming in namings
        if naming.kind is EntityKind.PERSON and not naming.unnamed and naming.descriptions
    ]  # fmt: skip
    for words, group in sorted(by_words.items()):
        yield from ((group[0].id, other.id) for other in group[1:])
        wanted = set(words.split())
        fitting = [naming for naming, told, heads in holders if wanted <= told and head_of(words) in heads]
        if fitting and len({clusters.root(naming.id) for naming in fitting}) == 1:
            yield fitting[0].id, group[0].id


def _is_definite(name: str) -> bool:
    first = name.split()[0].casefold() if name.split() else ""
    return first in _DEFINITE or first not in (
        "a",
        "an",
        "one",
        "another",
        "some",
        "no",
        "any",
        "один",
        "одна",
        "другой",
    )
