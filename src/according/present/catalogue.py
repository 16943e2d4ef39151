"""Message catalogue: English sentences in, sentences of the reader's language out. Reads `locale/LANGUAGE.po` and the files of the
folder `locale/LANGUAGE/`, one a subject, once; never writes."""

from __future__ import annotations

import ast
import gettext
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


class Messages(gettext.NullTranslations):
    """Messages of one language; what is not translated stays English."""

    def __init__(self, language: str, messages: dict[str, str]) -> None:
        super().__init__()
        self.language = language
        self.messages = messages

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self.messages.get(message) or message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Singular or plural by the English rule; catalogues with other rules translate both forms."""
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def find_messages(language: str = "en") -> Messages:
    """The catalogue of a language; an empty one (English) where none is shipped."""
    found: dict[str, str] = {}
    for file in _files(language) if language.isalpha() else ():
        found |= _read_po(file.read_text(encoding="utf-8"))
    return Messages(language, found)


def known_languages() -> list[str]:
    """English, and the languages a catalogue is shipped for."""
    folder = files("according.present").joinpath("locale")
    found = {part.name.removesuffix(".po") for part in folder.iterdir()} if folder.is_dir() else set()
    return ["en", *sorted(found - {"en"})]


def _files(language: str) -> list[Traversable]:
    folder = files("according.present").joinpath("locale")
    one, several = folder.joinpath(f"{language}.po"), folder.joinpath(language)
    parts = [part for part in several.iterdir() if part.name.endswith(".po")] if several.is_dir() else []
    return [file for file in (one, *sorted(parts, key=lambda part: part.name)) if file.is_file()]


def _read_po(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    field, key, value = "", "", ""
    for line in [*text.splitlines(), ""]:
        line = line.strip()
        for name in ("msgid", "msgstr"):
            if line.startswith(name + " "):
                field, line = name, line[len(name) :].strip()
                if name == "msgid":
                    key, value = "", ""
        if line.startswith('"') and field:
            words = str(ast.literal_eval(line))
            key, value = (key + words, value) if field == "msgid" else (key, value + words)
        elif not line and key and value:
            found[key], key, value = value, "", ""
    return found
