"""View nouns in, whole HTML pages out, by templates compiled once. Everything is escaped by Jinja; no clock, no script."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from according.present.addresses import mail_address, safe_address, short_address
from according.present.body import build_body, note_slug
from according.present.catalogue import find_messages
from according.present.changes import say_answer, say_change, say_footnotes
from according.present.chart import figure_chart, figure_words
from according.present.custody import say_status, say_status_word, say_term
from according.present.dates import machine_date, say_date
from according.present.explanations import say_outcome, say_question, say_value, say_voice
from according.present.held_chart import held_chart, say_steps
from according.present.labels import say, sentence_case
from according.present.owners_chart import owners_chart
from according.present.ranges import say_list, say_range
from according.present.reasons import say_reasons
from according.present.sentences import (
    explain_dispute,
    join_words,
    say_according,
    say_account,
    say_duration,
    say_head,
    say_levels,
    say_origin,
    say_voices,
)
from according.present.ties import say_tie
from according.present.tongues import is_right_to_left, tag_of


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of one site."""

    site: str  # title of the case
    audience: str  # self or public
    root: str = ""  # "", "../", "../../": the way to the site's root
    language: str = "en"


@lru_cache(maxsize=4)
def page_templates(language: str = "en") -> Environment:
    """The templates with their filters, words in one language."""
    env = Environment(
        loader=PackageLoader("according.present", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    messages = find_messages(language)
    env.install_gettext_callables(messages.gettext, messages.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.filters.update(
        date=say_date, machine=machine_date, say=say, first=sentence_case, duration=say_duration,
        safe=_refuse, address=safe_address, short=short_address, mail=mail_address, listed=join_words,
        tag=tag_of, rtl=is_right_to_left,
    )  # fmt: skip
    env.globals.update(
        say_head=say_head, say_levels=say_levels, say_according=say_according, say_origin=say_origin,
        say_voices=say_voices, say_status=say_status, say_status_word=say_status_word, say_term=say_term, held_chart=held_chart, owners_chart=owners_chart, say_tie=say_tie, say_steps=say_steps, say_account=say_account, explain_dispute=explain_dispute,
        say_value=say_value, say_range=say_range, say_list=say_list, say_question=say_question, figure_chart=figure_chart, figure_words=figure_words, build_body=build_body,
        say_change=say_change, say_footnotes=say_footnotes, say_answer=say_answer,
    )  # fmt: skip
    env.filters.update(slug=note_slug, value=say_value, voice=say_voice, outcome=say_outcome, reasons=say_reasons)
    return env


def render(template: str, frame: Frame, **views: Any) -> str:
    """One page. `template` is a file of `templates/`, views are what it names."""
    return page_templates(frame.language).get_template(template).render(frame=frame, root=frame.root, **views)


@lru_cache(maxsize=1)
def style_sheet() -> bytes:
    """The one style sheet of the site."""
    return files("according.present").joinpath("style.css").read_bytes()


@lru_cache(maxsize=1)
def look_digest() -> str:
    """Digest of all that turns a view into a page: a page made with another look is made again."""
    made = hashlib.sha256()
    folder = files("according.present")
    locale = folder.joinpath("locale")
    several = sorted((part for part in locale.iterdir() if part.is_dir()), key=lambda item: item.name)
    for part in (folder, folder.joinpath("templates"), locale, *several):
        for file in sorted(part.iterdir(), key=lambda item: item.name):
            if file.is_file() and file.name.endswith((".py", ".html", ".po")):
                made.update(file.name.encode() + b"\0" + file.read_bytes())
    return made.hexdigest()


def _refuse(value: object) -> str:
    raise TypeError("Templates may not mark anything as safe; build a Markup in present instead.")
