"""What voices say of who did it and who ordered it in; disputes out. Whoever names nobody ("armed men") stands on no side."""

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
from according.reconcile.vocabulary import bare_words, is_state_side, words_of

_DEEDS = frozenset({"killing", "injury", "torture", "abduction", "bombing", "assault", "arson", "use_of_force"})


def find_agent_disputes(event: Event, told: list[Told], sure: Sureness) -> Iterator[Dispute]:
    """The state's forces on one side, somebody else on the other, for the same kind of deed, by different voices."""
    by_deed: dict[str, list[Told]] = defaultdict(list)
    for item in told:
        if not names_nobody_as_doer(item) and item.first.statement.stance not in UNSURE:
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


def find_order_givers_disputes(event: Event, told: list[Told], sure: Sureness) -> Iterator[Dispute]:
    """Two who are said, by different voices, to have given the order. A chain of command may make both true: possible only
    where one voice does not name both."""
    named = [item for item in told if not names_nobody_as_doer(item) and item.first.statement.stance not in UNSURE]
    by_voice: dict[str, set[str]] = defaultdict(set)
    for item in named:
        by_voice[item.first.voice.key].add(_doer(item))
    pairs = [
        (one, two) for place, one in enumerate(named) for two in named[place + 1 :]
        if _doer(one) != _doer(two) and one.first.voice.key != two.first.voice.key
        and not any({_doer(one), _doer(two)} <= doers for doers in by_voice.values())
    ]  # fmt: skip
    if pairs:
        members = {item.account.id for pair in pairs for item in pair}
        values = [side_of(item) for item in named if item.account.id in members]
        facts = event_facts(event)
        possible = not any(sure.both(one, two) for one, two in pairs)
        yield make_dispute(
            DisputeKind.RESPONSIBILITY, event.id, "event", Aspect.ORDER_GIVEN, values, facts, None, possible
        )


def names_nobody_as_doer(item: Told) -> bool:
    """Whether the doer is nobody in particular."""
    words = item.account.value.name or item.account.value.words
    return all(word in _vague() or word.isdigit() for word in words_of(words))


def _doer(item: Told) -> str:
    return item.account.value.entity or bare_words(item.account.value.name or item.account.value.words)


def _words(item: Told) -> set[str]:
    """The words that tell the doer: "the Cristo government" and "Anton Cristo" are hardly two sides."""
    return {word for word in words_of(item.account.value.name or item.account.value.words) if len(word) > 3}


def _is_of_state(item: Told) -> bool:
    return is_state_side(item.account.value.words) or is_state_side(item.account.value.name or "")


@lru_cache(maxsize=1)
def _vague() -> frozenset[str]:
    rows = tomllib.loads(files("according.reconcile").joinpath("responsibility.toml").read_text(encoding="utf-8"))
    return frozenset(word.replace("ё", "е") for words in rows["vague"].values() for word in words)
