"""Message catalogue: English sentences in, sentences of the reader's language out. Reads `locale/LANGUAGE.po` once, never writes."""

from __future__ import annotations

import ast
import gettext
from functools import cache
from importlib.resources import files


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
    path = files("according.present").joinpath("locale", f"{language}.po")
    text = path.read_text(encoding="utf-8") if language.isalpha() and path.is_file() else ""
    return Messages(language, _read_po(text))


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
