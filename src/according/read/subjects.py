"""A verb group in, the noun phrase that is its subject out, over insertions, coordinations and "to". English."""

from __future__ import annotations

from according.read.lexicon import Lexicon
from according.read.phrases import phrase_left, phrase_right
from according.read.rolenouns import names_somebody
from according.read.tokens import Tokens
from according.read.verbs import VerbGroup


def find_subject(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], depth: int = 0
) -> tuple[int, int, bool] | None:
    """Subject of a verb group as (first, last, is shared with an earlier verb), or None."""
    j = group.first - 1
    while j >= 0 and (
        tokens.tags[j] in "BX"
        or (tokens.tags[j] == "P" and tokens.tags[j + 1] == "X" and j + 1 < group.first)
        or (tokens.tags[j] == "Q" and tokens.quoted[j] and tokens.tags[j - 1] in "WXO")
    ):
        j -= 1
    if j < 0 or depth > 3:
        return None
    if tokens.tags[j] == "Q" and not tokens.quoted[j] and j and tokens.tags[j - 1] == ",":
        j -= 1  # a name in quotation marks, the comma inside them: 'known as "Vega," was'
    tag = tokens.tags[j]
    if tag == "R" or (tokens.lows[j] == "that" and j and tokens.tags[j - 1] == "W"):
        k = j - 1
        while k >= 0 and tokens.tags[k] in ",P":
            k -= 1
        found = phrase_left(tokens, k) if k >= 0 else None
        if found is not None and found[0] == found[1] and tokens.tags[k] == "J" and k > 1 and tokens.tags[k - 1] == ",":
            found = phrase_left(tokens, k - 2)  # "Ivan Petrov, 22, who was"
        if found is not None:
            found = _named_behind_of(tokens, _nearest_to_who(tokens, found))
            if tokens.lows[j] == "who":
                found = _somebody_of(tokens, found)
        return (found[0], found[1], False) if found else None
    if tag == "Q" and j > 1 and tokens.tags[j - 1] == "," and (group.gerund or quote_inside(tokens, j)):
        tag, j = ",", j - 1  # "“…,” saying", "the paper, quoting “reports,” said"
    if tag == ",":
        return _subject_over_comma(tokens, j, group, groups, depth)
    if tag == ")":
        while j >= 0 and tokens.tags[j] != "(":
            j -= 1
        j -= 1
    elif tag == "C":
        earlier = _previous_verb(tokens, group, groups)
        nearest = next((g for g in reversed(groups) if g.main < group.first), None)
        if group.gerund and nearest is not None and nearest.gerund:
            earlier = nearest  # "for shooting and killing"
        if earlier is None:
            return None
        shared = find_subject(tokens, earlier, groups, depth + 1)
        return (shared[0], shared[1], True) if shared else None
    elif tag == "P" and group.gerund:
        earlier = _previous_verb(tokens, group, groups)
        accuses = earlier is not None and tokens.lows[earlier.main].startswith(_ACCUSING)
        if earlier is not None and accuses and tokens.lows[j] in {"of", "with"} and not earlier.passive:
            accused = phrase_right(tokens, earlier.main + 1, limit=max(1, j - earlier.main - 1))
            return (accused[0], accused[1], False) if accused else None
        if earlier is not None and tokens.lows[j] == "for" and not earlier.passive:
            # "criticised X for beating": who beat is X
            blamed = phrase_right(tokens, earlier.main + 1, limit=max(1, j - earlier.main - 1))
            if blamed is not None:
                return blamed[0], blamed[1], False
        if earlier is None and j == 0:
            earlier = next((g for g in groups if g.finite and g.main > group.main), None)  # "In calling for X, Y said"
        shared = find_subject(tokens, earlier, groups, depth + 1) if earlier else None
        return (shared[0], shared[1], True) if shared else None
    elif tag == "-" and group.gerund and j:
        earlier = _previous_verb(tokens, group, groups)
        shared = find_subject(tokens, earlier, groups, depth + 1) if earlier else None
        return (shared[0], shared[1], True) if shared else None
    elif tag == "-" and j:
        while j and tokens.tags[j - 1] == "-":
            j -= 1
        opening = next((k for k in range(j - 1, max(0, j - 30), -1) if tokens.tags[k] in "-;"), -1)
        if opening < 1 or tokens.tags[opening] == ";":
            return None
        while opening > 1 and tokens.tags[opening - 1] == "-":
            opening -= 1
        found = phrase_left(tokens, opening - 1)  # "two of them -- A and B -- were"
        return (found[0], found[1], False) if found else None
    elif tag == "S" and group.gerund and tokens.lows[j] in {"while", "when"}:
        earlier = _previous_verb(tokens, group, groups) or next(
            (g for g in groups if g.finite and g.main > group.main), None
        )
        shared = find_subject(tokens, earlier, groups, depth + 1) if earlier else None
        return (shared[0], shared[1], True) if shared else None
    elif tag == "V" and group.finite and j < group.first - 1 and tokens.tags[j + 1] in "XP":
        led = _over_participle(tokens, j, dated=True)  # "the report published on Tuesday showed"
        return (led[0], led[1], False) if led else None
    elif tag == "V" and group.gerund:
        ruler = next((g for g in groups if g.main == j), None)  # "thousands began gathering"
        shared = find_subject(tokens, ruler, groups, depth + 1) if ruler is not None else None
        return (shared[0], shared[1], True) if shared else None
    elif tag in "V;Q":
        return None
    found = phrase_left(tokens, j)
    if found is None:
        return None
    if found[0] > 2 and tokens.tags[found[0] - 1] == "P" and tokens.tags[found[0] - 2] == "R" and not group.gerund:
        k = found[0] - 3  # "X, who in the past had said": X
        while k >= 0 and tokens.tags[k] in ",P":
            k -= 1
        before = phrase_left(tokens, k) if k >= 0 else None
        return (before[0], before[1], False) if before else None
    if group.gerund and found[0] > 1 and tokens.lows[found[0] - 1] == "to":
        sent = next((g for g in groups if g.main == found[0] - 2 and g.passive), None)
        if sent is not None and depth < 3:
            return find_subject(tokens, sent, groups, depth + 1)  # "messages were sent to the minister demanding"
    outer = _over_participle(tokens, found[0] - 1) if group.finite else None
    found = outer or found
    if group.bare_participle and outer is None:
        found = _relative_of(tokens, found)
    return found[0], found[1], False


def quote_inside(tokens: Tokens, close: int) -> bool:
    """Whether the quotation that closes here is short and stands inside the sentence, behind another comma."""
    k = close - 1
    while k > 0 and close - k < 9 and tokens.tags[k] != "Q":
        k -= 1
    return tokens.tags[k] == "Q" and k > 1 and "," in tokens.tags[1:k]


_OF_SOMEBODY = frozenset(
    ["family", "relatives", "parents", "friends", "death", "murder", "killing", "case", "trial", "arrest", "release", "funeral",
     "supporters", "sentencing", "shooting", "home", "house", "body", "treatment", "detention", "conviction"]
)  # fmt: skip


_KIN_OF = frozenset(
    ["father", "mother", "parents", "family", "families", "relatives", "wife", "husband", "widow", "brother", "sister", "son",
     "daughter", "children", "friend", "friends", "lawyer", "lawyers", "names", "name", "list", "bodies", "body"]
)  # fmt: skip


_ABSTRACT = ("ure", "tion", "sion", "ment", "ance", "ence", "ival", "ity", "ness", "ship", "eath", "ction")


def _nearest_to_who(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """ "clashed in Lagos with demonstrators who": the demonstrators, not the town before the preposition."""
    for k in range(found[1] - 1, found[0], -1):
        if tokens.lows[k] in {"with", "against", "by", "among"} and tokens.words[k - 1][:1].isupper():
            return k + 1, found[1]
    return found


def _relative_of(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """ "the father of a pupil killed at": the pupil."""
    for k in range(found[0] + 1, found[1]):
        if tokens.tags[k] in "C,":
            return found
        if tokens.lows[k] == "of" and tokens.lows[k - 1] in _KIN_OF:
            return k + 1, found[1]
    return found


def _named_behind_of(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """ "the family of Ivan Petrov, who was shot": "who" is the person named, not the family."""
    for k in range(found[0] + 1, found[1]):
        if tokens.lows[k] != "of":
            continue
        if tokens.lows[k - 1] in _OF_SOMEBODY and tokens.words[found[1]][:1].isupper():
            return k + 1, found[1]
        if tokens.lows[found[1] + 1 : found[1] + 2] == ["who"] and tokens.lows[k - 1].endswith(_ABSTRACT):
            return k + 1, found[1]  # "the departure of two leaders who said"
    return found


def _somebody_of(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """ "the actions of Anton Velin, who shot": only the one named can be "who"."""
    for k in range(found[1] - 1, found[0], -1):
        if tokens.lows[k] == "of" and tokens.words[found[1]][:1].isupper():
            return found if names_somebody(tokens.lows[k - 1]) else (k + 1, found[1])
    return found


_NEW_CLAUSE = frozenset({"after", "before", "since", "until", "as", "because", "than", "when"})


def _over_participle(tokens: Tokens, before: int, *, dated: bool = False) -> tuple[int, int] | None:
    """ "police using batons", "miners detained by police", "a man accused of beating X": the noun that leads, not the last one."""
    k, verb, prepositions = before, -1, int(dated)
    while k > 0 and tokens.tags[k] in "PVTX" and tokens.lows[k] not in _NEW_CLAUSE:
        if tokens.tags[k] == "V":
            verb = k
        else:
            prepositions += 1  # or a day
        k -= 1
    if verb < 0 or verb != k + 1 or tokens.tags[k] not in "W)":
        return None
    if not tokens.lows[verb].endswith("ing") and not (
        prepositions and tokens.lows[verb].endswith(("ed", "en", "t", "n"))
    ):
        return None
    return phrase_left(tokens, k)


_ACCUSING = ("accus", "suspect", "convict", "acquit", "charg", "blam")


_OBJECT_CONTROL = frozenset(
    [
        "force",
        "compel",
        "order",
        "instruct",
        "tell",
        "ask",
        "urge",
        "persuade",
        "pressure",
        "coerce",
        "allow",
        "permit",
        "enable",
        "help",
        "invite",
        "encourage",
        "require",
        "want",
        "call",
        "advise",
        "request",
        "plead",
        "appeal",
        "implore",
        "press",
        "exhort",
        "beg",
        "make",
    ]
)


def find_controller(
    tokens: Tokens, group: VerbGroup, groups: list[VerbGroup], lexicon: Lexicon
) -> tuple[int, int, bool] | None:
    """Who would do what an infinitive says: the object of "forced X to", else the subject of the verb before "to"."""
    earlier = [g for g in groups if g.main < group.first]
    if not earlier:
        return None
    ruler = earlier[-1]
    reach = 18 if tokens.tags[group.first - 1] == "," else 10
    if group.first - ruler.main > reach or any(tokens.tags[k] in ";R" for k in range(ruler.main, group.first)):
        return None
    base = lexicon.lemmas.get(tokens.lows[ruler.main], "")
    if base in _OBJECT_CONTROL and not ruler.passive and group.first - ruler.main > 1:
        start = ruler.main + (2 if tokens.tags[ruler.main + 1] in "PT" else 1)  # "called on the minister to resign"
        found = phrase_right(tokens, start, limit=max(1, group.first - start))
        if found is not None and not tokens.lows[found[1]].endswith(_ABSTRACT):
            return found[0], found[1], False  # "made the decision to travel": whoever made it
    if ruler.infinitive:
        return find_controller(tokens, ruler, groups, lexicon)
    if tokens.lows[ruler.main].startswith(_ACCUSING) and not ruler.passive:
        of = next((k for k in range(ruler.main + 1, group.first) if tokens.lows[k] in {"of", "with"}), None)
        accused = (
            phrase_right(tokens, ruler.main + 1, limit=of - ruler.main - 1) if of and of > ruler.main + 1 else None
        )
        if accused is not None:
            return accused[0], accused[1], False  # "accused X of plotting to kill": X would kill
    subject = find_subject(tokens, ruler, groups)
    return (subject[0], subject[1], True) if subject else None


def _previous_verb(tokens: Tokens, group: VerbGroup, groups: list[VerbGroup]) -> VerbGroup | None:
    """The last finite verb before this one, not inside a relative clause that already ended."""
    earlier = [g for g in groups if g.main < group.first]
    for candidate in reversed(earlier):
        if not candidate.finite:
            continue
        if (
            candidate.bare_participle
            and _postnominal(tokens, candidate)
            and any(g.finite for g in earlier if g.main < candidate.main)
        ):
            continue
        return candidate
    return earlier[-1] if earlier else None


def _postnominal(tokens: Tokens, group: VerbGroup) -> bool:
    after = tokens.tags[group.main + 1] if group.main + 1 < len(tokens) else ";"
    return after in "P" and tokens.lows[group.main + 1] in {"by", "with", "of", "as"}


def _subject_over_comma(
    tokens: Tokens, comma: int, group: VerbGroup, groups: list[VerbGroup], depth: int
) -> tuple[int, int, bool] | None:
    """ "A, president of X, was": the phrase before the inserted part. ", killing ten": the subject of the verb before."""
    if group.gerund:
        earlier = _previous_verb(tokens, group, groups)
        shared = find_subject(tokens, earlier, groups, depth + 1) if earlier else None
        return (shared[0], shared[1], True) if shared else None
    opening = comma - 1
    nested = 0
    while opening >= 0:
        tag = tokens.tags[opening]
        if tag == ")":
            nested += 1
        elif tag == "(":
            nested -= 1
        elif tag == "," and not nested:
            if opening and tokens.tags[opening - 1] == "R" and tokens.tags[opening + 1] != "V":
                # "policemen who, according to the union, had beaten": the policemen
                k = opening - 2
                found = phrase_left(tokens, k) if k >= 0 else None
                return (found[0], found[1], False) if found else None
            # commas inside "who was X, Y," belong to the insertion while no noun phrase can end before them
            if not any(g.finite and opening < g.main < comma and not _in_relative(tokens, opening, g) for g in groups):
                found = phrase_left(tokens, opening - 1) if tokens.tags[opening + 1] != "C" else None
                if (
                    found is not None
                    and not _is_opening_phrase(tokens, found[0])
                    and not _is_inserted(tokens, found[0])
                ):
                    return _with_partner(tokens, found, groups)
            else:
                break
        elif tag == ";":
            break
        opening -= 1
    if group.bare_participle and group.first == comma + 1 and _describes_left(tokens, comma, group):
        found = phrase_left(tokens, comma - 1, through_prepositions=False)
        if found is not None:
            return found[0], found[1], False  # "still hold Senator X, kidnapped on Friday"
    # "X, was": one comma only; a coordinated verb or a list
    earlier = _previous_verb(tokens, group, groups)
    if (
        earlier is not None
        and group.bare_participle
        and group.first == comma + 1
        and tokens.tags[earlier.main] == "b"
        and tokens.words[comma - 1][:1].isupper()
    ):
        found = phrase_left(tokens, comma - 1)  # "one of them is Ivan Petrov, arrested while"
        return (found[0], found[1], False) if found else None
    if earlier is None and group.bare_participle and group.first == comma + 1:
        found = phrase_left(tokens, comma - 1)
        return (found[0], found[1], False) if found else None
    if earlier is not None and not any(tokens.tags[k] in "WO" for k in range(comma + 1, group.first)):
        shared = find_subject(tokens, earlier, groups, depth + 1)
        return (shared[0], shared[1], True) if shared else None
    return None


def _describes_left(tokens: Tokens, comma: int, group: VerbGroup) -> bool:
    """Whether a participle behind a comma tells of the name just before: no object follows, a preposition or day does."""
    if not tokens.words[comma - 1][:1].isupper() or group.main + 1 >= len(tokens):
        return False
    return tokens.tags[group.main + 1] in "PX" and tokens.lows[group.main] not in {
        "said",
        "called",
        "based",
        "reported",
    }


def _is_inserted(tokens: Tokens, first: int) -> bool:
    """Whether the phrase itself hangs in an insertion: behind "by" or "in", or ", a lawyer"."""
    before = first - 1
    if before < 0:
        return False
    if tokens.tags[before] == "P":
        return True
    if tokens.tags[before] != "," or before < 2:
        return False
    if tokens.tags[0] == "P" and not any(tag in ",VbhdM" for tag in tokens.tags[1:before]):
        return False  # "At the end of March, a delegation, representing the union, met"
    named = tokens.words[before - 1][:1].isupper() and tokens.words[first][:1].islower()
    age = tokens.tags[first] == "J" and tokens.tags[first + 1] == ","
    return tokens.lows[first] in {"a", "an"} or named or age


def _with_partner(tokens: Tokens, found: tuple[int, int], groups: list[VerbGroup]) -> tuple[int, int, bool]:
    """ "A, a lawyer, and B, an activist, were": the range from A to B; the description between falls away later."""
    first = found[0]
    joined = next((k for k in range(first, found[1]) if tokens.tags[k] == "C" and tokens.tags[k - 1] == ","), -1)
    if joined > first and tokens.lows[first] in {"a", "an", "the"} and tokens.tags[first - 1] == ",":
        partner = phrase_left(tokens, first - 2)  # "A, a leader at C, and B"
        if partner is not None and tokens.words[partner[1]][:1].isupper():
            return partner[0], found[1], False
    if first > 3 and tokens.tags[first - 1] == "C" and tokens.tags[first - 2] == ",":
        for opening in range(first - 3, max(-1, first - 16), -1):
            if tokens.tags[opening] in ";" or any(g.finite and g.main == opening for g in groups):
                break
            if tokens.tags[opening] == ",":
                partner = phrase_left(tokens, opening - 1)
                if partner is not None and tokens.words[partner[1]][:1].isupper():
                    return partner[0], found[1], False
    return first, found[1], False


def _in_relative(tokens: Tokens, opening: int, group: VerbGroup) -> bool:
    if tokens.tags[opening + 1] in "RS":
        return True
    return any(tokens.tags[k] == "R" for k in range(opening + 1, group.main)) or group.bare_participle


def _is_opening_phrase(tokens: Tokens, first: int) -> bool:
    """Whether the phrase hangs on a preposition at the head of the sentence ("In August, ...")."""
    return first > 0 and tokens.tags[first - 1] == "P" and first <= 2
