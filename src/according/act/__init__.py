"""Calls and case files in, letters and calendar entries out. Every factual sentence names its statements; nothing is sent."""

from according.act.calendar import calendar_entry
from according.act.forms import letter_text, mailto_address
from according.act.letters import Letter, LetterLine, letter

__all__ = ["Letter", "LetterLine", "calendar_entry", "letter", "letter_text", "mailto_address"]
