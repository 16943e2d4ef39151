"""The data files in, what is wrong with them out: for those who write word lists. Reads no document; the reader never comes here.

`python -m according.read.check` prints one line for each thing found (file, entry, what, repair) and leaves with 1 when there is
one. Five looks: `shape` (keys and kinds against `schema`), `clashes` (one word in two places where one must win), `vetoes`
(conditions no word can ever meet), `unused` (keys that no code asks for), `languages` (a language of which a file is missing).
"""

from __future__ import annotations

from pathlib import Path

from according.read.check.clashes import find_clashes
from according.read.check.files import DataFile, Problem, load_files
from according.read.check.languages import find_incomplete
from according.read.check.shape import find_misshapen
from according.read.check.unused import find_unused
from according.read.check.vetoes import find_idle_conditions

__all__ = ["DataFile", "Problem", "check_files", "load_files"]


def check_files(root: Path | None = None) -> list[Problem]:
    """Everything found in the data files below `root` (the package itself by default), in the order of the files.

    A file that is no TOML, or whose keys are not those of the schema, is not looked at further: the other looks would only repeat it.
    """
    loaded, problems = load_files(root)
    found = list(problems)
    misshapen = [problem for file in loaded for problem in find_misshapen(file)]
    found += misshapen
    broken = {problem.file for problem in misshapen}
    sound = [file for file in loaded if file.name not in broken]
    for file in sound:
        found += find_clashes(file)
        found += find_idle_conditions(file)
    found += find_unused(sound)
    found += find_incomplete(loaded)
    order = {file.name: number for number, file in enumerate(loaded)}
    return sorted(found, key=lambda problem: order.get(problem.file, -1))
