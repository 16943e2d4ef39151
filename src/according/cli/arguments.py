"""Parsers of command arguments that answer bad input with one sentence."""

from __future__ import annotations

import argparse
from typing import NoReturn

from according.errors import BadInput


class Arguments(argparse.ArgumentParser):
    """An argument parser that raises BadInput instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}; '{self.prog} --help' shows how it is called.")


def arguments(command: str, what: str, *, folder: bool = True) -> Arguments:
    """A parser for one command; most take the archive's folder first."""
    parser = Arguments(prog=f"according {command}", description=what)
    if folder:
        parser.add_argument("folder", metavar="FOLDER", help="the archive's folder")
    return parser
