"""A tie as told in, from when to when it is told to have been so out: real beginnings and ends apart from days of mere mention."""

from __future__ import annotations

from according.domain.views import TieView
from according.present.catalogue import find_messages
from according.present.dates import say_date


def say_tie(tie: TieView, language: str = "en") -> str:
    """ "from 2009 to 2013", "since 2009, last cited 4 November 2013", "first cited 4 May 2012, last cited 4 November 2013"."""
    _ = find_messages(language).gettext
    said = []
    if tie.start and tie.end:
        said.append(
            _("from %(start)s to %(end)s")
            % {"start": say_date(tie.start, language), "end": say_date(tie.end, language)}
        )
    elif tie.start:
        said.append(_("since %(day)s, as told") % {"day": say_date(tie.start, language)})
    elif tie.end:
        said.append(_("until %(day)s, as told") % {"day": say_date(tie.end, language)})
    if tie.former and not tie.end:
        said.append(_("called past on %(day)s") % {"day": say_date(tie.former, language)})
    if tie.first_cited and tie.first_cited != tie.last_cited:
        said.append(_("first cited %(day)s") % {"day": say_date(tie.first_cited, language)})
    if tie.last_cited:
        said.append(_("last cited %(day)s") % {"day": say_date(tie.last_cited, language)})
    return ", ".join(said)
