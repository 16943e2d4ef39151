"""A statement in; whose word it is, out: the nearest speaker, else the report itself. Several at one level speak together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.domain.entity import EntityKind
from according.domain.statement import ActorKind, Speaker, Statement
from according.reconcile.entities import Cast
from according.reconcile.evidence import Evidence, nearest_speakers
from according.reconcile.mentions import actor_mention
from according.reconcile.offices import find_office, may_mean
from according.reconcile.vocabulary import bare_words, is_person_office, is_state_side

_COLLECTIVE = frozenset({ActorKind.GROUP, ActorKind.UNNAMED, ActorKind.DOCUMENT})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "он", "она", "они", "который", "которая"})
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
        self._offices: dict[str, dict[str, str]] = {}  # document -> office key -> as named there most fully

    def of(self, statement: Statement) -> Voice:
        """Whose word the statement is."""
        voice = self._known.get(statement.id)
        if voice is None:
            voice = self._known[statement.id] = self._find(statement)
        return voice

    def who_dates(self, statement: Statement) -> str:
        """Whose word the date is: the report's own where it stands in another sentence than the statement."""
        if "when" in statement.inferred:
            return self._report(statement).name
        return self.of(statement).name

    def _report(self, statement: Statement) -> Voice:
        outlet = self._evidence.outlet(statement.document)
        return Voice(f"report:{' '.join(outlet.casefold().split())}", f"the report itself: {outlet}", REPORT)

    def _find(self, statement: Statement) -> Voice:
        nearest = nearest_speakers(statement)
        if not nearest:
            return self._report(statement)
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
        title = speaker.description if speaker.kind is ActorKind.PERSON else speaker.name
        side = title is not None and (is_state_side(title) or find_office(title) is not None)
        words = bare_words(speaker.name) or speaker.name.casefold()
        if words in _PRONOUNS:
            outlet = self._evidence.outlet(statement.document)
            name = f"somebody quoted by {outlet}"
            return Voice(f"{statement.document}:{words}", name, speaker.kind.value, entity.id if entity else None)
        office = self._office(statement, speaker) if speaker.kind is not ActorKind.PERSON else None
        if office is not None:
            key, name = office
            return Voice(f"office:{key}", name, speaker.kind.value, entity.id if entity else None, True, True)
        if speaker.kind in _COLLECTIVE or (speaker.kind is ActorKind.OFFICE and is_person_office(speaker.name)):
            # "eyewitnesses" in two reports need not be the same people; neither need "a spokesman".
            key = f"{statement.document}:{words}"
            return Voice(key, speaker.name, speaker.kind.value, entity.id if entity else None, False, side)
        if entity is not None:
            named = entity.kind is not EntityKind.PERSON or not entity.unnamed
            name = entity.name if entity.kind is EntityKind.PERSON and named else speaker.name
            return Voice(entity.id, name, speaker.kind.value, entity.id, named, side)
        resolved = speaker.kind in (ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.MEDIUM)
        told = words if not any(map(str.isdigit, speaker.name)) else " ".join(speaker.name.casefold().split())
        key = f"named:{told}" if resolved else f"{statement.document}:{words}"
        return Voice(key, speaker.name, speaker.kind.value, None, resolved, side)

    def _office(self, statement: Statement, speaker: Speaker) -> tuple[str, str] | None:
        """Key and name of the office of state that speaks; "the ministry" is the only one its text names in full."""
        office = find_office(speaker.name)
        if office is None:
            return None
        if not office.bare:
            return office.key, speaker.name
        for text in self._around(statement, speaker):
            fuller = find_office(text)
            if fuller is not None and not fuller.bare and may_mean(speaker.name, fuller.key):
                return fuller.key, text.rstrip(".;:!?")
        named = {
            key: text for key, text in self._named_offices(statement.document).items() if may_mean(speaker.name, key)
        }
        return next(iter(named.items())) if len(named) == 1 else None

    def _around(self, statement: Statement, speaker: Speaker) -> Iterator[str]:
        """The words that begin with the speaker's, one to three longer: «министерство» of «министерство внутренних дел»."""
        content = self._evidence.documents[statement.document].text.content
        if speaker.start is not None and speaker.end is not None:
            tail = content[speaker.end : speaker.end + 60].split(",")[0].split()
            for more in range(1, min(3, len(tail)) + 1):
                yield f"{speaker.name} {' '.join(tail[:more])}"

    def _named_offices(self, document: str) -> dict[str, str]:
        if not self._offices:
            for statement in self._evidence.statements:
                offices = self._offices.setdefault(statement.document, {})
                for speaker in statement.speakers:
                    office = find_office(speaker.name) if speaker.kind is not ActorKind.PERSON else None
                    if office is not None and not office.bare and not office.spoken_for:
                        offices[office.key] = min(offices.get(office.key, speaker.name), speaker.name)
        return self._offices.get(document, {})
