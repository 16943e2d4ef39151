"""Names of kinds in, words for readers out. Every word passes through the message catalogue."""

from __future__ import annotations

from according.present.catalogue import find_messages

_WORDS = {
    # statement types whose plain name would mislead or read badly
    "order": "order to act", "strike_end": "end of strike", "appeal_filed": "court appeal filed",
    "appeal_rejected": "court appeal rejected", "appeal_granted": "court appeal granted",
    "appeal_for_action": "call for action", "coerced_statement": "statement under duress",
    "killing": "killing", "role": "office or job", "trial": "trial", "reply": "reply",
    "denial_of_medical_care": "medical care refused", "denial_of_lawyer": "lawyer refused",
    "denial_of_visit": "visit refused", "due_process_violation": "breach of due process",
    "strike_declared_illegal": "strike declared illegal", "self_harm_threat": "threat of self-harm",
    # aspects
    "aspect:deaths": "How many were killed?", "aspect:injured": "How many were injured?", "aspect:arrested": "How many were arrested?",
    "aspect:missing": "How many are missing?", "aspect:tried": "How many were tried?", "aspect:convicted": "How many were convicted?",
    "aspect:acquitted": "How many were acquitted?", "aspect:sentenced": "How many were sentenced?",
    "aspect:dismissed": "How many were dismissed?", "aspect:participants": "How many took part?", "aspect:date": "When was it?",
    "aspect:place": "Where was it?", "aspect:agent": "Who did it?", "aspect:order_given": "Who ordered it?", "aspect:cause": "What was the cause?",
    "aspect:occurrence": "Did it happen?", "aspect:charge": "What is the charge?", "aspect:term": "How long is the sentence?",
    "aspect:status": "What became of the person?", "aspect:owner": "Who owns it?",
    # roles
    "role:agent": "by", "role:patient": "whom", "role:ordered_by": "ordered by", "role:court": "court",
    "role:judge": "judge", "role:prosecutor": "prosecutor", "role:lawyer": "lawyer",
    "role:investigator": "investigator", "role:witness": "witness", "role:employer": "employer",
    "role:addressee": "to", "role:relative": "relative", "role:holder": "holder",
    "role:organisation": "organisation", "role:facility": "facility", "role:audience": "before", "role:other": "also",
    # bases
    "basis:experienced": "lived through it", "basis:saw": "saw it", "basis:heard": "heard it",
    "basis:was_told": "was told", "basis:counted": "counted", "basis:document": "from a document",
    "basis:inferred": "inferred", "basis:unknown": "",
    # stances
    "stance:denied": "denies it", "stance:admitted": "admits it", "stance:retracted": "took it back",
    "stance:alleged": "told with distance", "stance:believed": "a belief", "stance:feared": "a fear",
    "stance:expected": "expected", "stance:threatened": "a threat", "stance:possible": "said to be possible",
    "stance:demanded": "a demand",
    # states
    "state:proposed": "not reviewed", "state:accepted": "read and accepted", "state:rejected": "rejected",
    # about
    "about:denies": "denies", "about:retracts": "takes back", "about:confirms": "confirms",
    "about:corrects": "corrects", "about:obtained_under_duress": "says it was obtained under duress:",
    "disowned:retracted": "later taken back", "disowned:coerced": "said to have been given under duress",
    # how accounts stand to each other
    "relation:supersedes": "replaces", "relation:later_same_side": "later word of the same side as",
    "relation:agrees": "agrees with", "relation:overlaps": "overlaps with", "relation:part_of": "is part of",
    "relation:disputes": "disputes", "relation:different_scope": "counts something else than",
    # what people decide of two events, people or answers
    "sameness:same": "the same as", "sameness:different": "not the same as", "sameness:unsure": "perhaps the same as",
    "joined:same": "two of its mentions were said to be of one", "joined:different": "said not to be one, against a join",
    "joined:unsure": "it was not sure whether two of its mentions are of one",
    "ruling:supersedes": "takes the place of", "ruling:part_of": "is part of", "ruling:same_scope": "counts the same as",
    "ruling:different_scope": "counts something else than",
    # assessments: what a person holds; never said of statements, which are only read right
    "view:confirmed": "confirmed", "view:probable": "probable", "view:unverified": "unverified",
    "view:contested": "contested", "view:refuted": "refuted",
    "standard:reasonable_suspicion": "reasonable suspicion",
    "standard:reasonable_grounds": "reasonable grounds to believe",
    "standard:balance_of_probabilities": "balance of probabilities",
    "standard:clear_and_convincing": "clear and convincing evidence",
    "standard:beyond_reasonable_doubt": "beyond reasonable doubt",
    "standing:current": "current", "standing:earlier_state": "made of an earlier state", "standing:check": "check",
    "standing:replaced": "replaced by a newer one", "standing:undone": "taken back",
    # custody
        "custody:free": "free", "custody:detained": "detained", "custody:imprisoned": "imprisoned",
    "custody:administrative_detention": "in administrative detention", "custody:house_arrest": "under house arrest",
    "custody:suspended_sentence": "under a suspended sentence", "custody:released": "released",
    "custody:dead": "dead", "custody:unknown": "not known",
    "tie:ownership": "owns", "tie_reverse:ownership": "owned", "tie:role": "office or job",
    "tie_reverse:role": "office or job here", "tie:membership": "member", "tie_reverse:membership": "member here",
    "how:bail": "on bail", "how:parole": "on parole", "how:amnesty": "under an amnesty", "how:pardon": "pardoned",
    "how:served": "the term was served", "how:acquitted": "acquitted",
    # doubts about dates
    "doubt:zone": "the time zone of the stamp is not certain", "doubt:bounds": "known only within bounds",
    "doubt:missing": "no date is given", "doubt:weekday": "the weekday named does not fit the date",
    "doubt:future": "lies after the day the copy was made", "doubt:after_publication": "lies after publication",
    "doubt:two_years": "two years are possible",
    # disputes
    "dispute:occurrence": "Whether it happened", "dispute:responsibility": "Who did it",
    "dispute:nature": "What it was", "dispute:cause": "Its cause", "dispute:count": "How many",
    "dispute:date": "When it was", "dispute:place": "Where it was", "dispute:value": "Differing particulars",
    "dispute:order": "Order of events", "dispute:arithmetic": "Sums that do not add up",
    "dispute:part_and_whole": "Part and whole", "dispute:weekday": "Weekday and date",
    "dispute:identity": "Who it was",
    "decided:real": "A reviewer holds this to be a real contradiction.",
    "decided:explained": "A reviewer found an explanation.",
    "decided:different_scope": "A reviewer found that different things are counted.",
    "decided:dismissed": "A reviewer set this aside.",
    # genres
    "ngo_report": "NGO report", "own_note": "note of our own", "call": "call to act",
    # calls
    "letters": "Letters and protests", "petition": "petition", "demonstration": "demonstration",
    # how we know where a text came from
    "how:via": "it says “via”", "how:by-line": "the line under the title", "how:source line": "a line names the source",
    # values
    "value:max_penalty": "highest penalty", "value:reduced": "reduced to", "value:given_by": "reason given by",
}  # fmt: skip


def say(name: str | None, group: str | None = None, language: str = "en") -> str:
    """Words for the name of a kind; `group` tells apart names that mean two things ("role:agent")."""
    if not name:
        return ""
    words = _WORDS.get(f"{group}:{name}") if group else None
    if words is None:
        words = _WORDS.get(name, name.replace("_", " "))
    return find_messages(language).gettext(words) if words else ""


def sentence_case(words: str) -> str:
    """First letter large, the rest untouched."""
    return words[:1].upper() + words[1:]
