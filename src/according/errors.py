"""Every exception According raises, in one tree. An error keeps its facts and says, in one plain sentence, what to do."""

from __future__ import annotations


class AccordingError(Exception):
    """Root of all our errors. `facts` are what the sentence was built from; never a protected name."""

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence


class BadInput(AccordingError, ValueError):
    """What was handed in cannot be used as it is; the sentence names the repair."""


class Unreadable(BadInput):
    """One item (file, post, feed entry) could not be read; the rest of the batch goes on."""


class NotFound(AccordingError, LookupError):
    """No such thing here."""


class Ambiguous(AccordingError, LookupError):
    """A name fits more than one thing; `candidates` in the facts lists them."""


class NotAllowed(AccordingError, PermissionError):
    """The viewer may not see or do this."""


class Conflict(AccordingError):
    """Two acts cannot both stand: another process works here, a newer decision exists."""


class Unreachable(AccordingError, ConnectionError):
    """An address did not answer, or must not be asked."""


class Corrupt(AccordingError):
    """Stored bytes are not what they were when they were stored."""


class NoSpace(AccordingError, OSError):
    """The disk is full; nothing acknowledged is lost."""


class Misconfigured(AccordingError):
    """The archive or this installation is not set up for what was asked."""


class WouldLeak(AccordingError):
    """A publication would show something that was not let out; nothing was published."""
