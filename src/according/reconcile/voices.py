"""A statement in; whose word it is, out: the nearest speaker, else the report itself. Several at one level speak together."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.entity import EntityKind
from according.domain.statement import ActorKind, Speaker, Statement
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence, nearest_speakers
from according.reconcile.mentions import actor_mention
from according.reconcile.vocabulary import bare_words, is_person_office, is_state_side

_COLLECTIVE = frozenset({ActorKind.GROUP, ActorKind.UNNAMED, ActorKind.DOCUMENT})
REPORT = "report"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word a statement is."""

    key: str  # equal for one voice
    name: str
    kind: str  # ActorKind value or "report"
    entity: str | None = None
    resolved: bool = False  # a named person, organisation or office: the same voice in another document
    state_side: bool = False


class Voices:
    """Voices of statements, each worked out once."""

    def __init__(self, evidence: Evidence, cast: Cast) -> None:
        self._evidence = evidence
        self._cast = cast
        self._known: dict[str, Voice] = {}

    def of(self, statement: Statement) -> Voice:
        """Whose word the statement is."""
        voice = self._known.get(statement.id)
        if voice is None:
            voice = self._known[statement.id] = self._find(statement)
        return voice

    def _find(self, statement: Statement) -> Voice:
        nearest = nearest_speakers(statement)
        if not nearest:
            outlet = self._evidence.outlet(statement.document)
            return Voice(f"report:{bare_words(outlet) or outlet}", f"the report itself: {outlet}", REPORT)
        single = [self._one(statement, speaker) for speaker in nearest]
        if len(single) == 1:
            return single[0]
        single.sort(key=lambda voice: voice.key)
        return Voice(
            key="+".join(voice.key for voice in single),
            name=" and ".join(dict.fromkeys(speaker.name for speaker in nearest)),
            kind=single[0].kind if len({voice.kind for voice in single}) == 1 else ActorKind.GROUP.value,
            resolved=all(voice.resolved for voice in single),
            state_side=all(voice.state_side for voice in single),
        )

    def _one(self, statement: Statement, speaker: Speaker) -> Voice:
        entity = self._cast.get_by_mention(actor_mention(statement, speaker))
        side = speaker.kind is not ActorKind.PERSON and is_state_side(speaker.name)
        words = bare_words(speaker.name) or speaker.name.casefold()
        if speaker.kind in _COLLECTIVE or (speaker.kind is ActorKind.OFFICE and is_person_office(speaker.name)):
            # "eyewitnesses" in two reports need not be the same people; neither need "a spokesman".
            key = f"{statement.document}:{words}"
            return Voice(key, speaker.name, speaker.kind.value, entity.id if entity else None, False, side)
        if entity is not None:
            named = entity.kind is not EntityKind.PERSON or not entity.unnamed
            name = entity.name if entity.kind is EntityKind.PERSON and named else speaker.name
            return Voice(entity.id, name, speaker.kind.value, entity.id, named, side)
        resolved = speaker.kind in (ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.MEDIUM)
        key = f"named:{words}" if resolved else f"{statement.document}:{words}"
        return Voice(key, speaker.name, speaker.kind.value, None, resolved, side)
