"""Calls to act that a report prints: letters, petitions, demonstrations. Kept as history, quoted; nothing here is ever sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from according.domain.call import Call, CallKind, Target
from according.domain.document import Block, BlockKind, Dated, Text
from according.language.sentences import iter_sentences
from according.parse.demonstrations import find_demonstrations, read_moment

_NOUNS = r"(?:protests?|messages?|letters?|appeals?|e-?mails?|emails?|faxes|fax|postcards?|telegrams?)"
_LETTERS = re.compile(
    rf"\bplease (?:also |now |urgently )?(?:send|write|e-?mail|fax|phone|call|contact|forward|address)\b"
    rf"|^\W*(?:send|write|e-?mail|fax|forward|address)\b[^.]{{0,80}}\b(?:{_NOUNS}\b|to\b)"
    rf"|\bcalls? (?:on [^.]{{0,60}} to send|for) (?:urgent |more |your )?(?:protest|solidarity)?\s?{_NOUNS}\b"
    rf"|\b{_NOUNS} (?:of [\w ]{{3,40}} )?(?:can|should|may|must|are to) be (?:sent|addressed|e-?mailed|faxed)\b"
    rf"|\bgo (?:here|to \S+) to send\b|\bplease (?:go|click|use)\b[^.]{{0,60}}\bsend\b"
    rf"|\bwe (?:ask|urge|call on|appeal to|invite) [^.]{{2,60}} to (?:send|write)\b"
    rf"|(?:\A|\b(?:просим|просьба|пожалуйста,?|призываем|можно|предлагаем)\b)[^.]{{0,60}}\b(?:направ(?:ить|ляйте|ьте|лять)|отправ(?:ить|ляйте|ьте|лять)"
    rf"|присылай?т[ье]|шлите|пишите|написать)\b",
    re.IGNORECASE,
)  # fmt: skip
_PETITION = re.compile(
    r"(?:^\W*|\bplease (?:also )?|\bcan (?:also )?|\band )(?:sign|support|join)\b[^.]{0,60}\b(?:petition|on-?line (?:protest|campaign|action))\b"
    r"|\bподпи(?:шите|сывайте|шитесь)\b",
    re.IGNORECASE,
)
_MORE_LETTERS = re.compile(
    r"\byou are (?:asked|urged|invited) to (?:send|write|e-?mail)\b|\b(?:bitte )?(?:schickt|schreibt|sendet|schicken sie|schreiben sie) [^.]{0,60}\b(?:an|protest\w*)\b"
    r"|(?:^|\bmerci d[’'])\W*(?:écri(?:vez|re)|envoyez|adressez|envoyer) [^.]{0,60}\b(?:au|aux|à)\b|(?:^|\bpor favor,? )\W*(?:escrib(?:an|e|id)|env[ií](?:en|e|a|ad)) [^.]{0,60}\b(?:al?|a los)\b",
    re.IGNORECASE,
)
_MORE_PETITIONS = re.compile(
    r"\badd your name to (?:the|this|our) [^.]{0,40}petition\b|^\W*(?:bitte )?(?:unterschreibt|unterzeichnet|unterschreiben sie) [^.]{0,40}petition"
    r"|^\W*signez [^.]{0,40}pétition|^\W*firm(?:a|en|ad) [^.]{0,40}petición",
    re.IGNORECASE,
)
# To the writer's own desk, for money, for a list of subscribers, or said to somebody else: no call to act.
_OWN_DESK = re.compile(
    r"\b(?:write|send|e-?mail|forward|contact|report)(?: it| them| this)? (?:to )?(?:us|me)\b|\bsend (?:your |us |me )?(?:corrections|comments|contributions|reports|donations|money|tips)\b"
    r"|\bto (?:our account|the editors? of this|your friends)\b|\b(?:newsletter|subscribe|unsubscribe)\b|\bнапишите нам\b|\b(?:свои|ваши) (?:материалы|новости|письма нам|статьи)\b"
    r"|\bschreibt uns\b|\bécrivez-nous\b|\bescr[ií]b[ea]nos\b|^[“\"«][^”\"»]{0,200}[”\"»],? (?:she|he|they|[^\W\d_]+) (?:told|said|asked|wrote)\b|\b(?:wrote|said): please\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\byou can\b|\bwhat (?:you can|to) do\b|\btake action\b|\bhow (?:you can|to) help\b|вы можете|что (?:можно|вы можете) сделать|"
    r"как помочь|was sie tun können|que faire)[^\n]{0,40}\Z",
    re.IGNORECASE,
)
_MESSAGE = re.compile(
    r"(?:(?:suggested|sample|model|draft|example(?: of)?(?: an?)?|proposed) (?:text of )?(?:the )?(?:protest )?(?:message|letter|text|e-?mail|appeal|wording)"
    r"|(?:примерный|предлагаемый|возможный) текст[^:\n]{0,40}|образец (?:письма|обращения|текста|сообщения)|musterbrief|lettre type|carta modelo)"
    r"[^:\n]{0,40}:?\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:yours|sincerely|respectfully|in solidarity|с уважением)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|me|us|your?|я|мы|наш\w*|вас|вам|ваш\w*)\b", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_TO = re.compile(r"\b(?:to|в адрес|на имя|по адресу|на адрес|в|an)\s+(?=[^\s])", re.IGNORECASE)
_STOP = re.compile(
    r"\s*(?:[.;:!?(\n]|,?\s*\b(?:and|with|please send|also send|send|plus)\s+(?:send\s+)?(?:a\s+)?cop(?:y|ies)\b|\bcop(?:y|ies) to\b|"
    r",?\s*\b(?:demanding|calling|asking|urging|requesting|protesting|insisting|expressing|who|which|with the|via|by e-?mail)\b|"
    r",?\s*\bto (?:demand|ask|protest|express|stop|cease|release|call|urge|tell|let|show|say|support)\b|,?\s*\b(?:с требовани|а копи|и копи|требу)|\Z)",
    re.IGNORECASE,
)
_COPIES = re.compile(
    r"\b(?:cop(?:y|ies)|cc)\b[^.\n:]{0,40}?(?:\bto\b|:)\s*|\bкопи\w+\s+(?:[^.\n]{0,40}?)(?:на|по адресу|в)\s+",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"\b(?:demanding(?: that)?|calling (?:on|upon) [^.,;]{2,60}? to|calling for|asking [^.,;]{0,60}?to|urging [^.,;]{2,60}? to|to demand|"
    r"requesting|insisting on|с требованием|требуя)\s+",
    re.IGNORECASE,
)
_POINT_END = re.compile(r",?\s*\band (?:send )?cop(?:y|ies)\b|,? launched by\b|[.;!?\n]|\Z", re.IGNORECASE)
_PRESSED = re.compile(
    r"\b(?:demand|urge|ask|call on|press|tell)\s+(?:that\s+)?the\s+([^.,;]{3,60}?)\s+(?:to|takes?|acts?|stops?|does|must|should|ends?)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:before|by|until|no later than|до|не позднее)\s+([^\n.;:]{5,30})", re.IGNORECASE)
_GAP = 5  # blocks that may stand between two sentences of one call
_LONGEST = 900  # characters of the longest sentence looked at


@dataclass(slots=True)
class _Ask:
    """A sentence that asks, and the block it stands in."""

    kind: CallKind
    block: int
    start: int
    end: int
    in_list: bool


def read_calls(text: Text, title: str, reference: Dated | None = None) -> tuple[Call, ...]:
    """All calls of a text in order. Sentences that ask for letters near one another make one call."""
    printed, text = text.content, replace(text, content=text.content.replace("\u00a0", " "))
    asks = list(_iter_asks(text))
    calls = find_demonstrations(text, title, reference)
    group: list[_Ask] = []
    for ask in asks:
        if group and (
            ask.in_list or group[-1].in_list or ask.kind is not group[-1].kind or ask.block - group[-1].block > _GAP
        ):
            calls.append(_make_call(text, group, reference))
            group = []
        group.append(ask)
    if group:
        calls.append(_make_call(text, group, reference))
    calls = [_as_printed(call, printed, text.content) for call in calls]
    return tuple(sorted(calls, key=lambda call: (call.start, call.end)))


def _as_printed(call: Call, printed: str, searched: str) -> Call:
    """Quoted words with the no-break spaces they were printed with; both texts are of one length."""
    if printed == searched:
        return call
    ask = searched.find(call.asks, call.start)
    message = searched.find(call.message, call.start) if call.message else -1
    return replace(
        call,
        asks=printed[ask : ask + len(call.asks)] if ask >= 0 else call.asks,
        message=printed[message : message + len(call.message or "")] if message >= 0 else call.message,
    )


def _iter_asks(text: Text) -> Iterator[_Ask]:
    led, in_message = False, -1
    for number, block in enumerate(text.blocks):
        words = text.content[block.start : block.end]
        if block.kind is BlockKind.ENDNOTE or number <= in_message:
            continue
        if block.kind is BlockKind.LIST_ITEM and led:
            yield _Ask(_kind_of(words), number, block.start, block.end, True)
            continue
        led = block.kind is not BlockKind.LIST_ITEM and _LEAD.search(words[-100:]) is not None
        if block.kind is BlockKind.HEADING and block.level == 1:
            continue
        message = _MESSAGE.match(words)
        if message:
            in_message = _message_blocks(text, number, message.end())[-1]
            yield _Ask(CallKind.LETTERS, number, block.start, text.blocks[in_message].end, False)
            continue
        for span in iter_sentences(text.content, None, block.start, block.end):
            sentence = text.content[span.start : min(span.end, span.start + _LONGEST)]
            if _OWN_DESK.search(sentence):
                continue
            if _PETITION.search(sentence) or _MORE_PETITIONS.search(sentence):
                yield _Ask(CallKind.PETITION, number, span.start, span.end, False)
            elif _LETTERS.search(sentence) or _MORE_LETTERS.search(sentence):
                yield _Ask(CallKind.LETTERS, number, span.start, span.end, False)


def _kind_of(item: str) -> CallKind:
    if _PETITION.search(item[:_LONGEST]):
        return CallKind.PETITION
    return CallKind.LETTERS if _LETTERS.search(item[:_LONGEST]) else CallKind.OTHER


def _message_blocks(text: Text, at: int, opening: int) -> list[int]:
    """The blocks of a suggested message that is announced in block `at` (which may hold its first words)."""
    found = [at]
    inline = text.blocks[at].end - text.blocks[at].start - opening > 20
    is_letter = False
    for number in range(at + 1, min(at + 12, len(text.blocks))):
        block = text.blocks[number]
        words = text.content[block.start : block.end]
        first = len(found) == 1 and not inline
        if block.kind in (BlockKind.HEADING, BlockKind.ENDNOTE) or (not first and _LETTERS.search(words[:_LONGEST])):
            break
        is_letter = is_letter or re.match(r"(?:dear|sir|your excellency|уважаем)", words, re.IGNORECASE) is not None
        if (
            not first
            and not is_letter
            and block.kind is not BlockKind.QUOTATION
            and not _FIRST_PERSON.search(words[:600])
        ):
            break
        found.append(number)
        if _CLOSING.match(words):
            break
    return found


def _make_call(text: Text, group: list[_Ask], reference: Dated | None) -> Call:
    sentences = [text.content[ask.start : ask.end] for ask in group]
    readings = [
        (_targets(words, ask), words) for ask, words in zip(group, sentences, strict=True) if not _MESSAGE.match(words)
    ]
    main = next((words for targets, words in readings if targets), readings[0][1] if readings else sentences[0])
    targets = next((targets for targets, _ in readings if targets), ())
    end = group[-1].end
    listed, end = _listed_targets(text, group, end)
    message = next((words for words in sentences if _MESSAGE.match(words)), None)
    points = [point for words in sentences if not _MESSAGE.match(words) for point in _points(words)]
    points.extend(_slogans(text, group))
    copies = [copy for words in sentences for copy in _copies(words)]
    deadline = next((day for words in sentences if (day := _deadline(words, reference))), None)
    return Call(
        group[0].kind, group[0].start, end, main, targets=targets or listed, copies=tuple(dict.fromkeys(copies)),
        message=_message_text(message), points=tuple(dict.fromkeys(points)), deadline=deadline,
    )  # fmt: skip


def _message_text(announced: str | None) -> str | None:
    opening = _MESSAGE.match(announced) if announced else None
    return announced[opening.end() :].strip() or None if announced and opening else None


def _targets(words: str, ask: _Ask) -> tuple[Target, ...]:
    """Whom a sentence asks to write to: the words after "to", up to where something else begins."""
    words = words[:_LONGEST]
    if ask.kind is CallKind.OTHER:
        pressed = _PRESSED.search(words)
        return (Target(pressed[1].strip()),) if pressed else ()
    if ask.kind is CallKind.PETITION:
        return ()
    opening = _LETTERS.search(words)
    copies = _COPIES.search(words)
    for found in _TO.finditer(words, opening.start() if opening else 0, copies.start() if copies else len(words)):
        between = words[opening.end() if opening else 0 : found.start()]
        if len(between) > 60 or re.search(r"[,.;:]", between):
            break
        stop = _STOP.search(words, found.end())
        name = words[found.end() : stop.start() if stop else len(words)].strip(" ,\u00a0")
        address = _EMAIL.search(words[found.end() : found.end() + 200]) if "@" in words else None
        if address and address.start() == 0:
            return tuple(
                Target(mail, mail)
                for mail in _EMAIL.findall(words[found.end() : copies.start() if copies else len(words)])
            )
        if name and not re.match(r"(?:send|write|protest|demand|be|do|your|ask|help|stop)\b", name, re.IGNORECASE):
            names = re.split(r",?\s+and\s+(?:to\s+)?(?=the\b)|,\s+(?=the\b)", name)
            return tuple(Target(re.sub(r"(?i)^(?:the|all)\s+", "", one).strip()) for one in names if one.strip())
    return ()


def _listed_targets(text: Text, group: list[_Ask], end: int) -> tuple[tuple[Target, ...], int]:
    """After "send appeals to:" the addresses stand in the next blocks, one each: name first, then how to reach it."""
    last = group[-1]
    if not text.content[last.start : last.end].rstrip().endswith(":") or last.in_list:
        return (), end
    targets = []
    for block in text.blocks[last.block + 1 : last.block + 7]:
        lines = [line.strip() for line in text.content[block.start : block.end].split("\n") if line.strip()]
        if not _is_address(block, lines) or _COPIES.match(lines[0]):
            break
        targets.append(Target(lines[0].rstrip(",:;"), ", ".join(lines[1:]) or None))
        end = block.end
    return tuple(targets), end


def _is_address(block: Block, lines: list[str]) -> bool:
    return (
        bool(lines)
        and all(len(line) <= 120 for line in lines)
        and (len(lines) > 1 or block.kind is BlockKind.LIST_ITEM)
    )


def _points(words: str) -> Iterator[str]:
    for found in _POINT.finditer(words[:_LONGEST]):
        stop = _POINT_END.search(words, found.end())
        point = words[found.end() : stop.start() if stop else len(words)].strip(" ,")
        if len(point) > 5:
            yield point


def _slogans(text: Text, group: list[_Ask]) -> Iterator[str]:
    """Short exclamations among the sentences of a call, and list items right after it, are points to make."""
    if group[0].in_list:
        return
    for block in text.blocks[group[0].block + 1 : group[-1].block]:
        words = text.content[block.start : block.end]
        if len(words) <= 160 and words.endswith("!") and block.kind is not BlockKind.QUOTATION:
            yield words
    for block in text.blocks[group[-1].block + 1 :]:
        if block.kind is not BlockKind.LIST_ITEM:
            return
        yield text.content[block.start : block.end]


def _copies(words: str) -> Iterator[str]:
    for found in _COPIES.finditer(words):
        rest = words[found.end() : found.end() + 400]
        mails = _EMAIL.findall(rest)
        if mails:
            yield from mails
            continue
        stop = re.search(r"\s(?:which|who|that is|at)\b|[.,;:!?(\n]|\Z", rest)
        name = re.sub(r"(?i)^(?:the)\s+", "", rest[: stop.start() if stop else len(rest)].strip())
        if 2 < len(name) <= 120:
            yield name


def _deadline(words: str, reference: Dated | None) -> str | None:
    found = _DEADLINE.search(words)
    return read_moment(found[1], reference) if found else None
