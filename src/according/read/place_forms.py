"""A name of a place as inflected in, the forms it may have in a dictionary out. Never decides which is meant."""

from __future__ import annotations

from functools import lru_cache

from according.language.inflect import readings

_ADJECTIVE_ENDINGS = ("ской", "цкой", "скую", "цкую", "ским", "цким", "ском", "цком", "ского", "цкого")

_MAY_BE_ADJECTIVE = ("й", "я", "е", "го", "му", "ым", "им", "ом", "ем", "ю", "ых", "их", "ми")


@lru_cache(maxsize=20_000)
def base_forms(name: str, language: str) -> tuple[str, ...]:
    """The words as they are, then nominatives, the likeliest first. Only Russian is looked up; other languages keep their words."""
    if language != "ru" or not any("а" <= char <= "я" or char == "ё" for char in name.casefold()):
        return (name,)
    parts = name.split()
    if len(parts) > 4:
        return (name,)
    forms: list[tuple[int, str]] = []
    for rank, parse in enumerate(readings(parts[-1].lower())[:6]):
        if parse.tag.POS not in ("NOUN", "ADJF"):
            continue
        lead = [_agree(part, parse.tag.gender) for part in parts[:-1]]
        form = (
            _join([*lead, str(parse.normal_form)]) if parts[-1][:1].isupper() else f"{_join(lead)} {parse.normal_form}"
        )
        forms.append((rank - 10 * ("Geox" in parse.tag), form))
    ordered = [name, *(form for _, form in sorted(forms))]
    return tuple(dict.fromkeys(ordered))


def is_adjective_before(name: str, behind: str, language: str) -> bool:
    """Whether a Russian capitalised word only describes the noun in small letters behind it."""
    if language != "ru" or " " in name or not behind[:1].islower() or not name.lower().endswith(_MAY_BE_ADJECTIVE):
        return False
    first = readings(name.lower())[:1]
    if not first or first[0].tag.POS != "ADJF":
        return False
    following = readings(behind.lower())[:1]
    return bool(following) and following[0].tag.POS in ("NOUN", "ADJF") and following[0].tag.case == first[0].tag.case


def nominative(name: str, language: str) -> str:
    """The likeliest nominative; the words themselves where no form is known."""
    forms = base_forms(name, language)
    return forms[1] if len(forms) > 1 else forms[0]


def _agree(word: str, gender: str | None) -> str:
    """An adjective in the nominative of its noun's gender; any other word as its normal form."""
    parses = readings(word.lower())
    adjective = next((parse for parse in parses if parse.tag.POS == "ADJF"), None)
    if adjective is not None and gender:
        inflected = adjective.inflect({"nomn", "sing", gender})
        if inflected:
            return str(inflected.word)
    if gender and word.endswith(_ADJECTIVE_ENDINGS):
        return word[: -3 if word.endswith("ого") else -2] + {"femn": "ая", "masc": "ий", "neut": "ое"}.get(
            str(gender), word[-2:]
        )
    return str(parses[0].normal_form)


def _join(parts: list[str]) -> str:
    return " ".join("-".join(piece[:1].upper() + piece[1:] for piece in part.split("-")) for part in parts)
