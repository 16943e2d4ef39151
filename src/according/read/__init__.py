"""Text to statements: exact quote, what happened, who, how many, when, where, according to whom. Decides nothing about truth."""

from __future__ import annotations

from according.read.dates import dates
from according.read.passed_over import PassedOver, passed_over
from according.read.statements import attributions, plain_document, reader_version, statements

VERSION = reader_version()

__all__ = ["VERSION", "PassedOver", "attributions", "dates", "passed_over", "plain_document", "statements"]
