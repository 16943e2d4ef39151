"""People's words of an export taken over into an archive: decisions, assessments, wordings. Each keeps its id, author and instant."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from according.archive import facts, words
from according.domain.assessment import Assessment
from according.domain.codec import from_json
from according.domain.decision import Decision
from according.domain.wording import Wording
from according.errors import BadInput
from according.flow.assessing import record_assessment
from according.flow.folder import CaseFolder
from according.flow.recording import record_decision
from according.flow.wording import plain_sentences, record_wording
from according.flow.working import bring_up_to_date

Word = Decision | Assessment | Wording
_W = TypeVar("_W", Assessment, Wording)


def take_over_decisions(folder: CaseFolder, file: Path) -> tuple[int, int]:
    """Returns (taken over, already here). All or nothing: a bad line changes nothing. Raises BadInput."""
    folder.viewer.require_decide(folder.case)
    try:
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        read = [_read(json.loads(line)) for line in lines]
    except (OSError, UnicodeDecodeError):
        raise BadInput(
            f"{file} cannot be read; name a file made by 'according export FOLDER decisions', assessments or wordings."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"{file} holds a line that is no decision ({error}); export it again.") from error
    known = _known(folder)
    fresh = list({word.id: word for word in read if word.id not in known}.values())
    with folder.writing():
        for word in sorted(fresh, key=lambda item: item.sequence):
            _record(folder, word)
    bring_up_to_date(folder)
    return len(fresh), len(read) - len(fresh)


def _read(row: Any) -> Word:
    """What a line of an export is, told by its keys."""
    if "view" in row and "cited" in row:
        return _with_id(from_json(Assessment, row), "v")
    if "text" in row and "cites" in row:
        wording = _with_id(from_json(Wording, row), "w")
        if plain_sentences(wording.text) != wording.text or not wording.cites:
            raise ValueError("its text is not as it was written")
        return wording
    return from_json(Decision, row)


def _with_id(word: _W, letter: str) -> _W:
    """The word, if its id is one that tells what it is: releases and undoing go by it."""
    if not re.fullmatch(rf"{letter}-[a-z2-7]{{12}}", word.id):
        raise ValueError(f"{word.id} is no id of such a line")
    return word


def _known(folder: CaseFolder) -> set[str]:
    store, viewer, case = folder.store, folder.viewer, folder.case
    known = {one.id for one in facts.load_decisions(store, viewer, case)}
    known |= {one.id for one in words.load_assessments(store, viewer, case)}
    return known | {one.id for one in words.load_wordings(store, viewer, case)}


def _record(folder: CaseFolder, word: Word) -> None:
    if isinstance(word, Assessment):
        record_assessment(folder, replace(word, sequence=words.next_assessment(folder.store)))
    elif isinstance(word, Wording):
        record_wording(folder, replace(word, sequence=words.next_wording(folder.store)))
    else:
        record_decision(folder, replace(word, sequence=facts.next_decision(folder.store)))
