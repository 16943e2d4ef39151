"""The sentence of a statement in; whether it says by its words that it tells of something else than what stood before, out."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from according.domain.statement import Statement
from according.language.fold import fold_text
from according.reconcile.vocabulary import is_deadly

_BESIDE = 3  # words before the one that names the event


def tells_another(statement: Statement) -> bool:
    """Whether "another", "in addition", "elsewhere" or the like stands by the word that names the event, or opens its sentence.

    Of the dead and injured only the opening tells: "seven others were killed" there too.
    """
    sentence = statement.quote.exact
    before = fold_text(sentence[: max(0, statement.anchor.start - statement.quote.start)])
    words = re.findall(r"[\w’'-]+", before)
    near = " ".join(words[-_BESIDE:])
    opens = bool(_opening().match(" ".join(words[:4])))
    return opens or (not is_deadly(statement.type) and bool(_beside().search(near)))


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of('beside')})(?: \w+)?$")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('opening')})(?!\w)")


def _any_of(key: str) -> str:
    data = tomllib.loads(files("according.reconcile").joinpath("another.toml").read_text(encoding="utf-8"))
    return "|".join(re.escape(fold_text(words)) for language in data.values() for words in language[key])
