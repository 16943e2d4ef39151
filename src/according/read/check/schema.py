"""Which keys a data file has and what stands under them. A table of kinds, read by `shape`; the meaning of each key is told at the head
of the data files and in docs/add-a-language.md.

A kind is a name out of `shape.KINDS`, a table of kinds, or a list of one table (rows). "key?" may be missing; "*" is any other key.
"""

from __future__ import annotations

from typing import Any

Shape = str | dict[str, Any] | list[dict[str, Any]]

_EVENT = {
    "id": "text", "type": "type", "verbs?": "words", "nouns?": "words", "adjectives?": "words", "phase?": "phase",
    "subject?": "role", "object?": "role", "passive_subject?": "role", "of?": "role", "by?": "role", "against?": "role", "on?": "role", "on_veto?": "words",
    "poss?": "role", "between?": "role", "object_after?": "words", "needs?": "one of animate object force site addressee",
    "needs_agent?": "flag", "frame?": "frame", "frame_noun?": "frame", "veto?": "words", "after?": "words",
    "after_or_before?": "words", "near?": "words", "context?": "words", "context_veto?": "words", "subject_words?": "words",
    "object_words?": "words", "by_authority?": "type", "by_only_authority?": "flag", "only_negated?": "flag",
    "passive_only?": "flag", "intransitive?": "flag", "veto_next_number?": "flag", "near_counts?": "flag", "counted_noun?": "flag",
    "set_verbs?": "words", "participles?": "words", "before?": "words", "active_only?": "flag", "finite_only?": "flag", "shares?": "flag",
}  # fmt: skip
_RU_EVENT = {
    "id": "text", "type": "type", "verbs?": "spaced", "nouns?": "spaced", "subject?": "role", "object?": "role", "dative?": "role",
    "after?": "spaced", "of?": "role", "by?": "role", "by_authority?": "type", "stands?": "flag", "veto?": "spaced",
    "object_words?": "spaced", "object_is_person?": "flag", "object_is_thing?": "flag", "only_negated?": "flag",
    "needs_after?": "flag", "needs_agent?": "flag", "reflexive_patient?": "flag", "subject_when_intransitive?": "role",
    "subject_when_partnered?": "role", "genitive_of_partner?": "role", "phase?": "phase", "far?": "flag", "stance?": "stance",
    "after_role?": "role", "plural?": "flag", "of_thing?": "flag", "always?": "flag", "self_told?": "flag", "ruled_by?": "text", "finite?": "flag", "partner_after?": "spaced",
}  # fmt: skip
_CUE = {"class": "text", "stance": "stance", "verbs": "words", "basis?": "basis", "setting?": "setting"}
_STANCES = {"*": "words"}
_STANCE_FILE = {
    "to": _STANCES, "before": _STANCES, "clause?": {"conditional": "words"}, "modals?": _STANCES, "adverbs": _STANCES,
    "light?": {"starts": "words", "goes_on": "words", "ends": "words", "results?": "words"},
    "subject?": _STANCES, "around?": _STANCES, "brings?": {"brings": "words"}, "subjunctive?": {"demanded": "words"}, "modifier?": _STANCES, "refuted?": {"by?": "words", "what?": "words", "answer": "words", "unproved?": "words"},
}  # fmt: skip
_PLAIN_EVENT = {
    "id": "text", "type": "type", "verbs?": "words", "nouns?": "words", "adjectives?": "words", "subject?": "role", "object?": "role",
    "of?": "role", "by?": "role", "phase?": "phase", "veto?": "words", "by_authority?": "type", "needs_agent?": "flag",
}  # fmt: skip
_MOODS = dict.fromkeys(
    ["negated", "alleged", "feared", "threatened", "demanded", "expected", "possible", "general"], "beginnings"
)
_PLAIN_STANCE = {
    "before": _MOODS, "clause": {"conditional": "words"}, "modals": {"*": "beginnings"}, "adverbs": {"*": "beginnings"},
}  # fmt: skip
_NOUNS = {
    "people": "words", "groups": "words", "authorities": "words", "forces": "words", "organisations": "words", "media": "words",
    "documents": "words", "offices": "words", "courts": "words", "kin": "words", "women": "words", "minors": "words",
    "unnamed": "words", "sites?": "words", "settings?": "words",
}  # fmt: skip
_GRAMMAR = {
    "determiners": "words", "prepositions": "words", "pronouns": "words", "conjunctions": "words", "negations": "words",
    "subordinators?": "words", "relatives?": "words", "adverbs?": "words", "only_verbs?": "words", "days?": "words", "be?": "words", "have?": "words", "do?": "words",
    "get?": "words", "modals?": "words", "irregular?": {"*": "text"}, "common?": {"verbs": "words"},
}  # fmt: skip
_FORMS = dict.fromkeys(
    ["past?", "present?", "participle?", "gerund?", "future?", "conditional?", "subjunctive?"], "words"
)
_PLAIN_GRAMMAR = {
    "determiners": "words", "prepositions": "words", "pronouns": "words", "conjunctions": "words", "negations": "words",
    "subordinators": "words", "relatives": "words", "adverbs": "words", "be": "words", "have": "words", "modals": "words",
    "by": "words", "of": "words", "object_markers": "words", "name_links": "words", "subject_after": "flag", "plurals": "pairs",
    "conjugation": {"*": _FORMS}, "irregular": {"*": _FORMS},
}  # fmt: skip
_DATE_LISTS = (
    "doubtful_months short_weekdays before_month before_year before_season surely_before_year both range_opens range_joins full_months "
    "leaning articles one"
)
_COUNT_WORDS = "percent all_but additional_before additional_after of of_them range range_open article measures labels stops plural_only_one"


def _all(names: str, kind: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), kind)


FILES: tuple[tuple[str, Shape], ...] = (
    ("read/data/ru/anchors.toml", {"event": [_RU_EVENT]}),
    ("read/data/ru/cues.toml", {
        "settings": {"*": "words"}, "speech": [{"class": "text", "stance": "stance", "verbs": "spaced"}],
        "openers": {"according": "words", "unnamed": "words", "alleged": "words"},
    }),
    ("read/data/en/events*.toml", {"event": [_EVENT]}),
    ("read/data/*/events*.toml", {"event": [_PLAIN_EVENT]}),
    ("read/data/en/cues.toml", {
        "cue": [_CUE], "nouns": {"*": "words"}, "adverbs": {"*": "words"}, "settings": {"*": "words"}, "audiences": {"medium": "words"},
    }),
    ("read/data/*/cues.toml", {
        "cue": [_CUE], "openers": {"according": "words", "that": "words"}, "adverbs": {"*": "words"}, "settings": {"*": "words"},
    }),
    ("read/data/*/nouns.toml", _NOUNS),
    ("read/data/en/stance.toml", _STANCE_FILE),
    ("read/data/ru/stance.toml", _STANCE_FILE),
    ("read/data/*/stance.toml", _PLAIN_STANCE),
    ("read/data/en/grammar.toml", _GRAMMAR),
    ("read/data/ru/grammar.toml", _GRAMMAR),
    ("read/data/*/grammar.toml", _PLAIN_GRAMMAR),
    ("read/data/ru/relations.toml", {"roles": _all("never nouns member is_verb post holds appoint", "words")}),
    ("read/data/*/relations.toml", {
        "roles": _all("nouns endings never openers former alleged of copulas between appoint bodies", "words"),
        "kinship": {"nouns": "words"}, "location": {"based": "words"},
    }),
    ("language/data/any/languages.toml", {
        "language": [{"code": "text", "script": "text", "letters?": "text", "words": "words"}],
    }),
    ("language/data/any/causes.toml", {"together": [{"kinds": "words"}], "*": {"*": "words"}}),
    ("language/data/*/dates.toml", {
        "month": {"*": "month"}, "weekday": {"*": "weekday"}, "lists": {**_all(_DATE_LISTS, "any words"), **_all("repeats? after_feast? before_short_day? last_half?", "any words")}, "relative_day": {"*": "whole"},
        "shift": {"*": "whole"}, "unit": {"*": "unit"}, "season": {"*": "season"}, "part": {"*": "one of early mid late"},
        "direction": {"*": "one of ago before after ahead"}, "vague_number": {"*": "whole"}, "decade": {"*": "whole"},
        "holiday": {"*": "month-day"}, "moveable?": {"*": "text"}, "clock": {"*": "clock"}, "half_day": {"*": "whole"},
        "tense": {"future": "words", "past": "words", "deadline?": "words", "present?": "words", "grants?": "words"},
        "bound": {"since": "words", "until": "words", "before": "words", "after": "words"},
        "options?": {"capital_weekdays?": "flag", "ends_apart?": "flag", "day_first?": "flag"},
        "anchors": {
            "form": "pattern", "first": "pattern", "past_form": "pattern", "not_a_year": "pattern", "aim_form?": "pattern",
            "not_past_behind?": "pattern", "between?": "pattern", "compared_form?": "pattern",
        },
        "atoms": {"*": "pattern"}, "form": [{"rule": "text", "by": "resolver", "form": "pattern"}],
    }),
    ("language/data/*/counts.toml", {
        "qualifier": {"*": "qualifier"}, "after": {"*": "qualifier"}, "vague": {"*": "whole"}, "round": {"*": "whole"},
        "none": {"words": "words", "before_group": "words", "standing": "words"}, "share": {"*": "whole"},
        "words": {**_all(_COUNT_WORDS, "words"), "of_lead": "pattern", "middle?": "words"},
    }),
    ("language/data/*/numbers.toml", {
        "small": {"*": "whole"}, "scale": {"*": "whole"}, "digit_scale": {"*": "whole"}, "ordinal": {"*": "whole"},
        "joiners": {"words": "words", "article": "words"}, "marks?": {"group": "one of . ,"},
    }),
    ("language/data/*/groups.toml", {"people": "words", "endings?": "words", "not_people?": "words", "stems?": "words"}),
    ("language/data/*/capitals.toml", _all("particles ranks offices not_calendar prefixes endings clitics", "any words")),
    ("language/data/*/abbreviations.toml", {"never": "words", "seldom": "words", "starters": "words"}),
    ("language/data/*/places.toml", {
        "before_of": {"*": "text"}, "after": {"*": "text"}, "of?": {"form": "pattern"},
        "words": {**_all("lead strong_lead between court titles never", "words"), "capital_moved?": "any words"},
        "country_alias": {"*": "country"}, "people_of?": {"*": "country"}, "region_name?": {"*": "text"},
    }),
    ("language/data/names/given.toml", {
        "*": {"male": "spaced", "female": "spaced"}, "short": {"groups": "words"},
    }),
    ("language/data/names/not_names.toml", {
        "*": {"words": "spaced", "places?": "spaced", "peoples?": "spaced", "nouns?": "spaced"},
    }),
    ("language/data/names/organisations.toml", {
        "*": {"heads": "spaced", "media?": "spaced", "legal_forms?": "spaced", "acronyms_not?": "spaced", "joins": "spaced"},
    }),
    ("language/data/names/roles.toml", {
        "*": {"titles": "spaced", "abbreviated?": "spaced", "feminine?": "spaced", "masculine?": "spaced"},
    }),
    ("language/data/names/surnames.toml", {"*": {"words": "spaced", "words_ru": "spaced"}}),
    ("language/data/names/frequency.toml", {"surnames": {"*": {"*": "spaced"}}, "given": {"*": {"*": "spaced"}}}),
    ("language/data/names/phrases.toml", {"*": {"*": "spaced"}}),
    ("language/data/names/titles.toml", {"*": "spaced"}),
    ("language/data/names/legal_forms.toml", {"*": {"*": "any words"}, "same_word": {"pairs": "spaced"}}),
    ("language/data/names/place_words.toml", {
        "*": {"words": "spaced"}, "adjectives": {"endings": "spaced"}, "same_word": {"pairs": "spaced"},
    }),
    ("language/data/names/romanization.toml", {"*": {"letters": "text", "vowels": "flag", "marks?": "text"}}),
    ("language/data/names/transliteration.toml", {"*": {"letters": "text"}}),
    ("domain/types.toml", {"*": {
        "family": "text", "kind?": "one of event relation quantity", "counts?": "role", "aspect?": "aspect", "custody?": "text",
        "sensitive?": "flag", "speech?": "flag", "after?": "types", "iccs?": "text",
    }}),
)  # fmt: skip
