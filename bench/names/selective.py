"""How many pairs of 20,000 invented full names share a key and are compared, and how long that takes: `python bench/names/selective.py`.

First names and frequent surnames by the shares of frequency.toml, the other surnames of random syllables; half in Cyrillic, half in Latin.
"""

from __future__ import annotations

import random
import time
import tomllib
from collections import Counter
from pathlib import Path

import according.language
from according.domain.entity import EntityKind
from according.language.transliterate import transliterate
from according.reconcile.naming import compare, full_keys, loose_keys

NAMES = 20_000
_DATA = Path(according.language.__file__).parent / "data" / "names"
_SYLLABLES = [
    "ба",
    "бе",
    "ва",
    "го",
    "да",
    "дже",
    "жа",
    "зе",
    "ка",
    "ки",
    "ла",
    "ле",
    "ма",
    "ме",
    "мо",
    "на",
    "не",
    "но",
    "ра",
    "ре",
    "ро",
    "са",
    "се",
    "та",
    "те",
    "ту",
    "ха",
    "ша",
]
_ENDINGS = ["ров", "нов", "лев", "тин", "баев", "каев", "мов", "синов"]


def invented_names(count: int) -> list[str]:
    """Full names, the same each time."""
    dice = random.Random(7)
    given, surnames = _table("given"), _table("surnames")
    rare = ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 3))) + dice.choice(_ENDINGS) for _ in range(count)]
    surnames |= dict.fromkeys(rare, max(1.0, (1_000_000 - sum(surnames.values())) / count))
    names: set[str] = set()
    while len(names) < count:
        parts = [dice.choices(list(table), list(table.values()))[0].title() for table in (given, surnames)]
        name = " ".join(parts)
        names.add(transliterate(name, dice.choice(["bgn_pcgn", "press", "icao"])) if dice.random() < 0.5 else name)
    return sorted(names)


def _table(kind: str) -> dict[str, float]:
    raw = tomllib.loads((_DATA / "frequency.toml").read_text(encoding="utf-8"))[kind]
    return {
        word: float(share)
        for language in ("ru", "kk")
        for share, words in raw[language].items()
        for word in words.split()
    }


def main() -> None:
    """Print pairs, verdicts and processor seconds for both kinds of key."""
    names = invented_names(NAMES)
    for title, keys in (("to join", full_keys), ("to propose", loose_keys)):
        began = time.process_time()
        blocks: dict[str, list[str]] = {}
        for name in names:
            for key in keys(name, EntityKind.PERSON):
                blocks.setdefault(key, []).append(name)
        pairs = {(a, b) for block in blocks.values() for place, a in enumerate(block) for b in block[place + 1 :]}
        fits = Counter(compare(a, b, EntityKind.PERSON)[0].name for a, b in sorted(pairs))
        spent = time.process_time() - began
        print(f"{title:<11}{len(names)} names, {len(pairs)} pairs, {spent:.1f} s  {dict(sorted(fits.items()))}")


if __name__ == "__main__":
    main()
