"""What voices say of who did it in; disputes out. Whoever names nobody ("armed men") stands on no side."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from according.domain.event import Aspect, Dispute, DisputeKind, Event
from according.reconcile.sides import event_facts, make_dispute, side_of
from according.reconcile.standing import UNSURE, Told
from according.reconcile.sureness import Sureness
from according.reconcile.vocabulary import is_state_side, words_of

_DEEDS = frozenset({"killing", "injury", "torture", "abduction", "bombing", "assault", "arson", "use_of_force"})


def find_agent_disputes(event: Event, told: list[Told], sure: Sureness) -> Iterator[Dispute]:
    """The state's forces on one side, somebody else on the other, for the same kind of deed, by different voices."""
    by_deed: dict[str, list[Told]] = defaultdict(list)
    for item in told:
        doer = item.account.value.name or item.account.value.words
        if not names_nobody(doer) and item.first.statement.stance not in UNSURE:
            by_deed[item.first.statement.type].append(item)
    for deed in sorted(set(by_deed) & _DEEDS):
        state = [item for item in by_deed[deed] if _is_of_state(item)]
        other = [item for item in by_deed[deed] if not _is_of_state(item)]
        pairs = [
            (one, two) for one in state for two in other
            if one.first.voice.key != two.first.voice.key and not _words(one) & _words(two)
        ]  # fmt: skip
        if not pairs:
            continue
        members = {item.account.id for pair in pairs for item in pair}
        values = [side_of(item) for item in (*state, *other) if item.account.id in members]
        facts = [*event_facts(event), ("deed", deed)]
        possible = not any(sure.both(one, two) for one, two in pairs)
        yield make_dispute(
            DisputeKind.RESPONSIBILITY, event.id, "event", Aspect.AGENT, values, facts, deed, possible
        )  # fmt: skip


def names_nobody(words: str) -> bool:
    """Whether a doer is nobody in particular: "armed men"."""
    return all(word in _listed("vague") or word.isdigit() for word in words_of(words))


def _words(item: Told) -> set[str]:
    """The words that tell the doer: "the Cristo government" and "Anton Cristo" are hardly two sides."""
    return {word for word in words_of(item.account.value.name or item.account.value.words) if len(word) > 3}


def _is_of_state(item: Told) -> bool:
    value = item.account.value
    names = f"{value.words} {value.name or ''}"
    return is_state_side(names) and _listed("against_state").isdisjoint(words_of(names))


@lru_cache(maxsize=4)
def _listed(group: str) -> frozenset[str]:
    rows = tomllib.loads(files("according.reconcile").joinpath("responsibility.toml").read_text(encoding="utf-8"))
    return frozenset(word.replace("ё", "е") for words in rows[group].values() for word in words)
