"""A call, a case file and judged statements in, a letter out. It uses accepted statements only and says what it left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.domain.call import Call, Target
from according.domain.casefile import CaseFile
from according.domain.entity import Entity
from according.domain.statement import Judged, Polarity, Role, Stance, State, Statement
from according.present.catalogue import find_messages
from according.present.dates import day_bounds, say_date
from according.present.labels import say
from according.present.sentences import join_words

_PASSIVE = {
    "killing": "was killed", "death": "died", "injury": "was injured", "torture": "was tortured",
    "ill_treatment": "was ill-treated", "assault": "was assaulted", "threat": "was threatened",
    "arrest": "was arrested", "search": "was searched", "summons": "was summoned",
    "pretrial_detention": "was held before trial", "house_arrest": "was put under house arrest",
    "interrogation": "was questioned", "charge": "was charged", "trial": "was put on trial",
    "conviction": "was convicted", "acquittal": "was acquitted", "sentence": "was sentenced",
    "imprisonment": "is imprisoned", "transfer": "was moved", "release": "was released",
    "denial_of_medical_care": "was refused medical care", "denial_of_lawyer": "was refused a lawyer",
    "denial_of_visit": "was refused visits", "dismissal": "was dismissed", "disappearance": "disappeared",
    "hospitalisation": "was taken to hospital", "abduction": "was abducted",
}  # fmt: skip
_ACTIVE = {
    "hunger_strike": "went on hunger strike",
    "strike": "went on strike",
    "appeal_filed": "appealed to the court",
}
_FREED = frozenset({"release", "acquittal", "pardon", "amnesty", "charge_dropped", "parole", "death"})


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One sentence and the statements it leans on. A sentence without statements states no fact."""

    text: str
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to be read, changed and sent by a person."""

    targets: tuple[Target, ...]
    copies: tuple[str, ...]
    subject: str
    lines: tuple[LetterLine, ...]
    demands: tuple[str, ...]  # as the call printed them
    suggested: str | None  # the call's own text, as printed
    gaps: tuple[str, ...]  # what is missing
    check: tuple[str, ...]  # why to look again before sending

    @property
    def statements(self) -> tuple[str, ...]:
        """Every statement the letter leans on."""
        return tuple(dict.fromkeys(s for line in self.lines for s in line.statements))


def letter(
    call: Call, case_file: CaseFile, judged: Sequence[Judged] | Mapping[str, Judged], language: str = "en"
) -> Letter:
    """What a letter answering this call can say about the people the call names, and what to check before sending."""
    _ = find_messages(language).gettext
    known = dict(judged) if isinstance(judged, Mapping) else {j.statement.id: j for j in judged}
    people = find_people(call, case_file)
    chosen: list[Judged] = []
    waiting = 0
    for person in people:
        for id in person.statements:
            one = known.get(id)
            if one is None or not _is_told_of(one.statement, person):
                continue
            if one.state is State.ACCEPTED:
                chosen.append(one)
            elif one.state is State.PROPOSED:
                waiting += 1
    usable = sorted({j.statement.id: j for j in chosen if _can_be_told(j)}.values(), key=_day)
    names = join_words(person.name for person in people)
    return Letter(
        targets=call.targets,
        copies=call.copies,
        subject=_("The case of %(names)s") % {"names": names} if names else call.asks[:90],
        lines=tuple(_tell(one, people, language) for one in usable),
        demands=call.points,
        suggested=call.message,
        gaps=tuple(_find_gaps(call, people, usable, waiting, language)),
        check=tuple(_find_checks(case_file, people, usable, known, language)),
    )


def find_people(call: Call, case_file: CaseFile) -> list[Entity]:
    """People whom the call names, in any attested spelling."""
    words = "\n".join([call.asks, call.message or "", *call.points]).casefold()
    return [p for p in case_file.people if not p.unnamed and any(n.text.casefold() in words for n in p.names)]


def _is_told_of(statement: Statement, person: Entity) -> bool:
    return _part_of(statement, person.id) is not None


def _part_of(statement: Statement, person: str) -> Role | None:
    for part in statement.participants:
        if part.entity == person:
            if part.role is Role.PATIENT and statement.type in _PASSIVE:
                return Role.PATIENT
            if part.role is Role.AGENT and statement.type in _ACTIVE:
                return Role.AGENT
    return None


def _can_be_told(judged: Judged) -> bool:
    """Only what is said to have happened, and nobody took back or gave under duress."""
    statement = judged.statement
    plain = statement.stance in (Stance.ASSERTED, Stance.ADMITTED, Stance.ALLEGED)
    return judged.disowned is None and statement.polarity is Polarity.HAPPENED and plain


def _day(judged: Judged) -> tuple[str, str]:
    when = judged.statement.when
    bounds = day_bounds(when.edtf) if when else None
    return (bounds[0] if bounds else "9999", judged.statement.id)


def _tell(judged: Judged, people: Sequence[Entity], language: str) -> LetterLine:
    """ "According to the ministry, Mirela Tosk was arrested on 8 March 2014." """
    _ = find_messages(language).gettext
    statement = judged.statement
    names = {p.id: p.name for p in people}
    who = next(names[p.entity] for p in statement.participants if p.entity in names and _part_of(statement, p.entity))
    verb = _(_PASSIVE.get(statement.type) or _ACTIVE.get(statement.type) or say(statement.type))
    words = f"{who} {verb}{_particulars(statement, language)}"
    if statement.when:
        day = say_date(statement.when.edtf, language)
        exact = bool(day[:1].isdigit() and " " in day)
        words += _(" on %(day)s") % {"day": day} if exact else _(" (%(day)s)") % {"day": day}
    speakers = join_words([s.name for s in statement.speakers if s.level == 0], language)
    if speakers:
        words = _("According to %(speakers)s, %(words)s") % {"speakers": speakers, "words": words}
    return LetterLine(words + ".", (statement.id,))


def _particulars(statement: Statement, language: str) -> str:
    _ = find_messages(language).gettext
    value = statement.value
    if value is None:
        return ""
    if value.charge:
        return _(" with “%(charge)s”") % {"charge": value.charge.text}
    if value.sentence and value.sentence.years and value.sentence.years[0] == value.sentence.years[1]:
        years = value.sentence.years[0]
        unit = find_messages(language).ngettext("year", "years", 1 if years == 1 else 2)
        return _(" to %(years)s %(unit)s") % {"years": f"{years:g}", "unit": unit}
    return ""


def _find_gaps(
    call: Call, people: Sequence[Entity], usable: Sequence[Judged], waiting: int, language: str
) -> list[str]:
    messages = find_messages(language)
    _ = messages.gettext
    gaps = []
    if not call.targets:
        gaps.append(_("The call names nobody to write to."))
    elif not any(t.address for t in call.targets):
        gaps.append(_("The call gives no address for those to write to."))
    if not people:
        gaps.append(_("No person of the case file is named in the call."))
    elif not usable:
        gaps.append(_("No accepted statement tells of the people named in the call."))
    if waiting:
        words = messages.ngettext(
            "%(n)d statement about them is not reviewed and was not used.",
            "%(n)d statements about them are not reviewed and were not used.",
            waiting,
        )
        gaps.append(words % {"n": waiting})
    return gaps


def _find_checks(
    case_file: CaseFile,
    people: Sequence[Entity],
    usable: Sequence[Judged],
    known: Mapping[str, Judged],
    language: str,
) -> list[str]:
    """Why the letter may be wrong by now: something in it is disputed, or a person is told to be free or dead."""
    _ = find_messages(language).gettext
    used = {j.statement.id for j in usable}
    checks = []
    for dispute in case_file.disputes:
        touched = {s for side in dispute.values for s in side.statements} & used
        if touched:
            kind = say(dispute.kind.value, "dispute", language)
            checks.append(_("A sentence of this letter is disputed: %(kind)s.") % {"kind": kind})
    for person in people:
        freed = [
            known[s].statement
            for s in person.statements
            if s in known and known[s].state is not State.REJECTED and known[s].statement.type in _FREED
            and any(p.entity == person.id and p.role is Role.PATIENT for p in known[s].statement.participants)
        ]  # fmt: skip
        for statement in freed[-1:]:
            facts = {"name": person.name, "what": say(statement.type, language=language)}
            facts["day"] = say_date(statement.when.edtf, language) if statement.when else _("day not said")
            checks.append(_("A report tells of %(name)s: %(what)s (%(day)s). The call may be overtaken.") % facts)
    return list(dict.fromkeys(checks))
