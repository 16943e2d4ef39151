"""Why two mentions were taken for one, or may be one, in; the same in a reader's words out."""

from __future__ import annotations

from collections.abc import Iterable

from according.present.catalogue import find_messages

_BUT = "but: "


def say_reasons(reasons: Iterable[str], language: str = "en") -> str:
    """Reasons joined by semicolons, what speaks against it last. A person's own words stay as they are."""
    _ = find_messages(language).gettext
    known = list(dict.fromkeys(reasons))
    speaks_for = [_(reason) for reason in known if not reason.startswith(_BUT)]
    against = [
        _("but this speaks against it: %(what)s") % {"what": _(reason.removeprefix(_BUT))}
        for reason in known
        if reason.startswith(_BUT)
    ]
    return "; ".join([*speaks_for, *against])
