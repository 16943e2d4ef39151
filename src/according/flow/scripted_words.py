"""Assessments and wordings written down before ids are known: accounts named by document, words and question, then recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from according.domain.assessment import Standard, View
from according.domain.decision import Verdict
from according.flow.assessing import assess
from according.flow.exporting import Holdings
from according.flow.folder import CaseFolder
from according.flow.recording import new_decision, record_decision
from according.flow.wording import write_wording


def say_words(folder: CaseFolder, script: Mapping[str, Any]) -> tuple[int, list[str]]:
    """Record the script's assessments and wordings. Returns how many, and what found no account, by kind and place."""
    recorded, missed = 0, []
    for number, entry in enumerate(script.get("assess", []), 1):
        held = Holdings(folder)
        account = _find_account(held, entry["account"])
        if account is None:
            missed.append(f"assess {number}")
            continue
        standard = Standard(entry["standard"]) if "standard" in entry else None
        made = assess(
            folder, account, View(entry["view"]), standard=standard, why=entry.get("why"), by=entry.get("by"), held=held
        )
        recorded += 1 + _release(folder, entry, made.id)
    for number, entry in enumerate(script.get("word", []), 1):
        held = Holdings(folder)
        accounts = [_find_account(held, one) for one in entry["cites"]]
        found = [one for one in accounts if one is not None]
        if len(found) < len(accounts):
            missed.append(f"word {number}")
            continue
        about = held.book.get(found[0])
        assert about is not None
        written = write_wording(
            folder, about[0], entry["text"], cites=found, why=entry.get("why"), by=entry.get("by"), held=held
        )
        recorded += 1 + _release(folder, entry, written.id)
    return recorded, missed


def _release(folder: CaseFolder, entry: Mapping[str, Any], identity: str) -> int:
    """Let the word out where the script says so: one decision more."""
    if not entry.get("release"):
        return 0
    with folder.writing():
        record_decision(folder, new_decision(folder, Verdict.RELEASE, identity, scope="word"))
    return 1


def _find_account(held: Holdings, named: Mapping[str, str]) -> str | None:
    """The account of a question behind which the words named stand."""
    titles = {document.id: document.title for document in held.documents}
    for _, account in held.book.accounts():
        if account.aspect.value != named["aspect"]:
            continue
        for quote in held.book.quotes(account):
            if titles.get(quote.document) == named["document"] and named["quote"] in quote.exact:
                return account.id
    return None
