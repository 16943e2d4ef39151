"""Why two mentions were taken for one, or may be one, in; the same in a reader's words out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from according.present.catalogue import find_messages

_BUT = "but: "
_NUMBER = re.compile(r"\d+")


def say_reasons(reasons: Iterable[str], language: str = "en") -> str:
    """Reasons joined by semicolons, what speaks against it last. A person's own words stay as they are."""
    _ = find_messages(language).gettext
    known = list(dict.fromkeys(reasons))
    speaks_for = [_say(reason, _) for reason in known if not reason.startswith(_BUT)]
    against = [
        _("but this speaks against it: %(what)s") % {"what": _say(reason.removeprefix(_BUT), _)}
        for reason in known
        if reason.startswith(_BUT)
    ]
    return "; ".join([*speaks_for, *against])


def _say(reason: str, translate: Callable[[str], str]) -> str:
    """One reason; the number in it, as of letters, is no part of the message."""
    found = _NUMBER.search(reason)
    if found is None:
        return translate(reason)
    message = f"{reason[: found.start()]}%(n)s{reason[found.end() :]}"
    said = translate(message)
    return reason if said == message else said % {"n": found[0]}
