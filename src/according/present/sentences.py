"""Facts of statements, origins, statuses and disputes in, plain sentences out, through the message catalogue. No markup."""

from __future__ import annotations

from according.domain.views import AccountView, OriginView, SpeakerView, StatementView
from according.present.catalogue import find_messages
from according.present.dates import say_date, say_duration
from according.present.explanations import explain_dispute
from according.present.labels import say, sentence_case
from according.present.words import join_words


def say_head(card: StatementView, language: str = "en") -> str:
    """What a statement is about, as a heading: "Not said to have happened: arrest", "hunger strike, goes on"."""
    _ = find_messages(language).gettext
    words = say(card.type, language=language)
    if card.phase == "ends":
        words = _("%(what)s, ends") % {"what": words}
    elif card.phase == "goes_on":
        words = _("%(what)s, goes on") % {"what": words}
    if card.polarity == "did_not_happen":
        words = _("no %(what)s") % {"what": words}
    return sentence_case(words)


def say_levels(card: StatementView) -> list[list[SpeakerView]]:
    """Speakers by level, nearest to the fact first."""
    levels: dict[int, list[SpeakerView]] = {}
    for speaker in card.speakers:
        levels.setdefault(speaker.level, []).append(speaker)
    return [levels[level] for level in sorted(levels)]


def say_according(card: StatementView, language: str = "en") -> str:
    """Who says so, as text: "Aliya B, who was told by her mother, in The Courier"."""
    _ = find_messages(language).gettext
    chain = [join_words([s.link.text for s in level], language) for level in say_levels(card)]
    if not chain:
        return _("the report itself (%(outlet)s)") % {"outlet": card.outlet or _("outlet not known")}
    return _(", as told by ").join(chain)


def say_origin(origin: OriginView, language: str = "en") -> str:
    """Where the words first stood: "by Dana Lind; first published there on 4 May 2012"."""
    _ = find_messages(language).gettext
    parts = []
    if origin.author:
        parts.append(_("by %(author)s") % {"author": origin.author})
    if origin.published:
        parts.append(_("first published there on %(day)s") % {"day": say_date(origin.published, language)})
    return "; ".join(parts)


def say_voices(origin: tuple[int, int, int, int], language: str = "en") -> str:
    """ "7 reports: 4 folded into another, 1 not established, 2 named origins"."""
    words = find_messages(language)
    reports, same, unknown, named = origin
    parts = [words.ngettext("%(n)d report", "%(n)d reports", reports) % {"n": reports}]
    inner = []
    if same:
        inner.append(words.gettext("%(n)d folded into another") % {"n": same})
    if unknown:
        inner.append(words.gettext("%(n)d not established") % {"n": unknown})
    inner.append(words.ngettext("%(n)d named origin", "%(n)d named origins", named) % {"n": named})
    return parts[0] + ": " + ", ".join(inner)


def say_account(account: AccountView, language: str = "en") -> str:
    """The answer itself, as printed; a date or term as words."""
    if account.edtf:
        return say_date(account.edtf, language)
    return account.words


__all__ = [
    "explain_dispute",
    "join_words",
    "say_according",
    "say_account",
    "say_duration",
    "say_head",
    "say_levels",
    "say_origin",
    "say_voices",
]  # fmt: skip
