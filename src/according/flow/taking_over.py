"""Decisions of an export taken over into an archive: each keeps its id, author and instant; known ones are left alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from according.archive import facts
from according.domain.codec import from_json
from according.domain.decision import Decision
from according.errors import BadInput
from according.flow.folder import CaseFolder
from according.flow.judging import record_decision
from according.flow.working import bring_up_to_date


def take_over_decisions(folder: CaseFolder, file: Path) -> tuple[int, int]:
    """Returns (taken over, already here). All or nothing: a bad line changes nothing. Raises BadInput."""
    folder.viewer.require_decide(folder.case)
    try:
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        read = [from_json(Decision, json.loads(line)) for line in lines]
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{file} cannot be read; name a file made by 'according export FOLDER decisions'.") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"{file} holds a line that is no decision ({error}); export it again.") from error
    known = {decision.id for decision in facts.load_decisions(folder.store, folder.viewer, folder.case)}
    fresh = [decision for decision in read if decision.id not in known]
    with folder.writing():
        for decision in sorted(fresh, key=lambda item: item.sequence):
            record_decision(folder, replace(decision, sequence=facts.next_decision(folder.store)))
    bring_up_to_date(folder)
    return len(fresh), len(read) - len(fresh)
