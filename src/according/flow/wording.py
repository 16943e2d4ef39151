"""An editor's sentences for an event or person, recorded with the accounts they lean on. Never changed; a newer version replaces them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from according.archive import facts, words
from according.domain.assessment import Standing
from according.domain.cited import Cited
from according.domain.codec import digest
from according.domain.identity import short_id
from according.domain.wording import Wording
from according.errors import BadInput, NotFound
from according.flow.assessing import name_of
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.recording import member_of
from according.present.changes import gather_changes, say_answer, say_change, say_footnotes
from according.present.labels import say

LONGEST = 2_000  # code points: a few sentences, not an article
_MEMBERS = 200  # statements or mentions kept to find an event or person again
_CITATION = re.compile(r"\s*\[\s*(a-[a-z2-7]{12}|\d{1,3})\s*\]")


def write_wording(
    folder: CaseFolder, about: str, text: str, *,
    cites: Sequence[str] = (), why: str | None = None, by: str | None = None, held: Holdings | None = None,
) -> Wording:  # fmt: skip
    """Record a new version for an event or person. "[a-…]" in the text cites an account where it is leaned on, `cites` the others.

    Raises NotFound, BadInput or NotAllowed, each with the repair.
    """
    folder.viewer.require_decide(folder.case)
    held = held or Holdings(folder)
    subject = held.book.find_subject(about)
    if subject is None or subject.kind == "place":
        raise NotFound(
            f"There is no event or person {about} in this case; 'according export FOLDER events' and 'people' list ids."
        )
    said, cited = _cite(held, text, cites)
    sequence = words.next_wording(folder.store)
    who, when = name_of(folder, by), folder.clock()
    former = tuple(one.wording.id for one in held.wordings if one.about == subject.id and _stands(one.state))
    made = Wording(
        short_id("w", folder.case, str(sequence), subject.id, digest(said), when),
        sequence, subject.id, subject.kind, said, cited, tuple(sorted(subject.members)[:_MEMBERS]),
        subject.spellings[:_MEMBERS], who, when, (why or "").strip() or None, former,
    )  # fmt: skip
    with folder.writing():
        facts.add_allocated(folder.store, folder.case, [member_of(held.case_file, subject.id)])
        record_wording(folder, made)
    return made


def record_wording(folder: CaseFolder, made: Wording) -> None:
    """Append a version and its custody event, inside the present transaction."""
    words.add_wording(folder.store, folder.case, made)
    folder.record("worded", made.about, wording=made.id, digest=digest(made))


def _cite(held: Holdings, text: str, cites: Sequence[str]) -> tuple[str, tuple[Cited, ...]]:
    """The text with numbers for citations, and the accounts cited, in the order of first citation."""
    plain = plain_sentences(text)
    named = [item for item in _CITATION.findall(plain) if item.startswith("a-")]
    order = list(dict.fromkeys([*cites, *named] if _has_numbers(plain) else [*named, *cites]))
    if not order:
        raise BadInput(
            "A wording leans on accounts: put [ACCOUNT] where each is used, or name them with --cite; "
            "'according assess FOLDER EVENT' lists them."
        )
    found = []
    for account in order:
        cited = held.book.cite(account)
        if cited is None:
            raise NotFound(f"There is no account {account} in this case; 'according assess FOLDER EVENT' lists them.")
        found.append(cited)
    for number in _CITATION.findall(plain):
        if number.isdigit() and not 1 <= int(number) <= len(order):
            raise BadInput(f"[{number}] cites nothing: {len(order)} accounts are named with --cite.")
    numbers = {account: str(place) for place, account in enumerate(order, 1)}
    return _CITATION.sub(lambda hit: f" [{numbers.get(hit[1], hit[1])}]", plain).strip(), tuple(found)


def plain_sentences(text: str) -> str:
    """The text as one run of plain words. Raises BadInput where it is none, too long, or holds what is no text."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if not plain:
        raise BadInput(
            "The wording has no words; give the sentences after the id, or - to read them from standard input."
        )
    if len(plain) > LONGEST:
        raise BadInput(f"The wording has {len(plain)} characters; at most {LONGEST} fit: say it in fewer sentences.")
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in plain):
        raise BadInput("The wording holds control characters; type it again as plain text.")
    return plain


def _has_numbers(text: str) -> bool:
    return any(item.isdigit() for item in _CITATION.findall(text))


def _stands(state: Standing) -> bool:
    return state not in (Standing.REPLACED, Standing.UNDONE)


def wording_lines(held: Holdings) -> Iterator[str]:
    """Every wording that stands, with its footnotes and what changed since, as a person reads it."""
    for one in held.wordings:
        made = one.wording
        if not _stands(one.state):
            continue
        yield f"{made.id}  {one.about or made.about}  {say(one.state.value, 'standing')}"
        yield f"  {made.text}"
        yield from (f"    [{number}] {say_answer(cited)}" for number, cited in enumerate(made.cites, 1))
        yield f"  {made.who}, {made.when[:10]}" + (f": {made.why}" if made.why else "")
        for change, places in gather_changes(made.cites, one.changes):
            yield f"    {say_change(change)}" + (f" ({say_footnotes(places)})" if places else "")
