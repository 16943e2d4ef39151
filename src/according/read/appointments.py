"""A page in, drafts of appointments out: "was named a judge", "elected her to the Supreme Court", "will be appointed". English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.domain.passage import Span
from according.domain.statement import ActorKind, Polarity, RoleValue, Stance, Value
from according.read.actors import Actor
from according.read.draft import Draft
from according.read.offices import REACH, RoleWords, holder_of, read_body, read_office, role_draft, role_words
from according.read.page import Page, Sentence

_TO = re.compile(r" (?:as |to be |to serve as |to become )")
_TO_BODY = re.compile(r" (?:again )?to (?:the |a |its |his )?")
_MODAL = re.compile(
    r"\b(will|would|should|could|may|might|must|can|to|if|unless|cannot|not|never)\b[^,.;:]{0,30}$", re.I
)


def find_appointments(page: Page) -> Iterator[Draft]:
    words = role_words()
    for sentence in page.sentences:
        for found in words.appointed.finditer(page.plain, sentence.start, sentence.end):
            who, start, end = _subject(page, sentence, found.start())
            draft = _appointed(page, sentence, found, who, start, end, found.end())
            if draft is not None:
                yield draft
        for found in words.appoint.finditer(page.plain, sentence.start, sentence.end):
            if words.appointed.search(page.plain, max(sentence.start, found.start() - 12), found.end() + 1):
                continue
            start = found.end()
            named = [one for one in page.actors_in(start, start + 60) if one.proper and one.kind is ActorKind.PERSON]
            actor = next((one for one in named if one.start - start < 24 and page.plain[start].isupper()), None)
            who = actor if actor is not None else page.pronoun(start)
            end = actor.end if actor is not None else start + 3
            draft = _appointed(page, sentence, found, who, start, end, end)
            if draft is not None:
                yield draft


def _subject(page: Page, sentence: Sentence, at: int) -> tuple[Actor | None, int, int]:
    """The person named, or the pronoun, nearest before the verb."""
    actors = [one for one in page.actors_in(max(sentence.start, at - 60), at) if one.proper]
    near = actors[-1] if actors else None
    pronouns = list(re.finditer(r"\b([Hh]e|[Ss]he|[Ww]ho)\b", page.plain[max(sentence.start, at - 30) : at]))
    if pronouns and (near is None or near.end < max(sentence.start, at - 30) + pronouns[-1].start()):
        start = max(sentence.start, at - 30) + pronouns[-1].start()
        who = page.pronoun(start) if pronouns[-1][0].lower() != "who" else near
        return who, start, start + len(pronouns[-1][0])
    return (near, near.start, near.end) if near is not None and near.kind is ActorKind.PERSON else (None, at, at)


def _appointed(
    page: Page, sentence: Sentence, found: re.Match[str], who: Actor | None, start: int, end: int, at: int
) -> Draft | None:
    if who is None or not who.proper or who.kind is not ActorKind.PERSON:
        return None
    text, words = page.plain, role_words()
    led = _TO.match(text, at, sentence.end)
    begin = led.end() if led else at + 1 if text[at : at + 1] == " " else at
    office = read_office(page, begin, min(sentence.end, begin + REACH), by_ending=led is not None)
    anchor = Span(found.start("verb"), found.end("verb"))
    if office is not None:
        draft = role_draft(page, "appointed", who, office, start, end)
    else:
        to = _TO_BODY.match(text, at, sentence.end)
        body = read_body(page, to.end(), min(sentence.end, to.end() + 80)) if to else None
        if body is None or not _names_office(text[body.start : body.end], words):
            return None
        draft = Draft("role", anchor, "en.role.appointed", 0, Span(found.start(), body.end))
        draft.value = Value(role=RoleValue(text[body.start : body.end], text[body.start : body.end]))
        draft.participants.append(holder_of(who, start, end))
    draft.anchor = anchor
    draft.note("type", f"{text[anchor.start : anchor.end]!r} puts somebody in office", anchor.start, anchor.end)
    _settle_mood(page, sentence, found, draft)
    return draft


def _names_office(words_of_body: str, words: RoleWords) -> bool:
    return not words.bodies.isdisjoint(re.findall(r"[a-z]+", words_of_body.lower()))


def _settle_mood(page: Page, sentence: Sentence, found: re.Match[str], draft: Draft) -> None:
    before = _MODAL.search(page.plain[max(sentence.start, found.start() - 40) : found.start("verb")])
    if before is None:
        return
    word = before[1].lower()
    if word in ("not", "never", "cannot"):
        draft.polarity = Polarity.DID_NOT_HAPPEN
        draft.note("polarity", f"because of {word!r}")
    else:
        draft.stance = Stance.EXPECTED if word in ("will", "would", "to") else Stance.POSSIBLE
        draft.note("stance", f"because of {word!r}")
