"""Message catalogue: English sentences in, sentences of the reader's language out. Reads `locale/LANGUAGE/*.po` once, never writes."""

from __future__ import annotations

import ast
import gettext
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

_CONTEXT = "\x04"  # between context and message, as gettext has it
_PLURALS: dict[str, Callable[[int], int]] = {
    "ru": lambda n: 0 if n % 10 == 1 and n % 100 != 11 else 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2,
}


class Messages(gettext.NullTranslations):
    """Messages of one language; what is not translated stays English."""

    def __init__(self, language: str, messages: dict[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.language = language
        self.messages = messages

    def gettext(self, message: str) -> str:
        """The message in this language."""
        found = self.messages.get(message)
        return found[0] if found else message

    def pgettext(self, context: str, message: str) -> str:
        """The message as it reads in this context ("after a day": the month of a date), else as anywhere."""
        found = self.messages.get(context + _CONTEXT + message)
        return found[0] if found else self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for this number, by the rule of the language; by the English rule where no forms are given."""
        found = self.messages.get(msgid1)
        if found and len(found) > 1:
            return found[min(_PLURALS.get(self.language, _english)(n), len(found) - 1)]
        return self.gettext(msgid1 if n == 1 else msgid2)


def _english(n: int) -> int:
    return 0 if n == 1 else 1


@cache
def find_messages(language: str = "en") -> Messages:
    """The catalogue of a language; an empty one (English) where none is shipped."""
    messages: dict[str, tuple[str, ...]] = {}
    folder = files("according.present").joinpath("locale", language)
    if language.isalpha() and folder.is_dir():
        for file in sorted(folder.iterdir(), key=lambda item: item.name):
            if file.name.endswith(".po"):
                messages.update(_read_po(file.read_text(encoding="utf-8")))
    return Messages(language, messages)


def known_languages() -> list[str]:
    """English, and the languages a catalogue is shipped for."""
    folder = files("according.present").joinpath("locale")
    found = {part.name for part in folder.iterdir() if part.is_dir()} if folder.is_dir() else set()
    return ["en", *sorted(found - {"en"})]


def _read_po(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Messages of a gettext file with their forms: one, or as many as the language has plurals."""
    for entry in text.split("\n\n"):
        fields: dict[str, str] = {}
        field = ""
        for line in map(str.strip, entry.splitlines()):
            if line.startswith("msg"):
                field, line = line.split(" ", 1)
            if line.startswith('"') and field:
                fields[field] = fields.get(field, "") + str(ast.literal_eval(line.strip()))
        forms = tuple(fields[name] for name in sorted(fields) if name.startswith("msgstr") and fields[name])
        if fields.get("msgid") and forms:
            context = fields["msgctxt"] + _CONTEXT if "msgctxt" in fields else ""
            yield context + fields["msgid"], forms
