"""The demonstration: the example case added, judged, published, and told in a few lines a person can read."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from textwrap import shorten

from according.domain.event import Dispute
from according.errors import BadInput
from according.flow.adding import add_sources
from according.flow.exporting import Holdings
from according.flow.folder import SETTINGS, CaseFolder, create_folder
from according.flow.ledger import Ledger
from according.flow.progress import Progress
from according.flow.publishing import publish
from according.flow.scripted import apply_script
from according.present.explanations import say_question, say_sides

_COLUMNS = 100
_SIDES = 8
TITLE = "Dolnava: the strike, the shooting and the trials (an invented example)"


def build_demo(archive: Path, site: Path) -> list[str]:
    """Build the example in `archive`, publish it for oneself to `site` and for the public to `site`/public; return the summary."""
    _clear(archive)
    create_folder(archive, TITLE)
    example = resources.files("according.example")
    with resources.as_file(example) as folder_of_example, CaseFolder(archive, write=True) as folder:
        ledger = add_sources(folder, [str(folder_of_example / "files")], progress=Progress())
        script = tomllib.loads((folder_of_example / "decisions.toml").read_text(encoding="utf-8"))
        applied = apply_script(folder, script)
        publish(folder, site, "self")
        publish(folder, site / "public", "public")
        return list(_summary(Holdings(folder), ledger, applied.recorded, archive, site))


def _clear(archive: Path) -> None:
    """Make room for a new demonstration; only ever removes a former one."""
    if not archive.exists():
        return
    if not (archive / SETTINGS).exists() or TITLE not in _title(archive):
        raise BadInput(
            f"{archive} exists and is not a former demonstration; name another folder: according demo FOLDER SITE."
        )
    shutil.rmtree(archive)


def _title(archive: Path) -> str:
    with CaseFolder(archive) as folder:
        return folder.title


def _summary(held: Holdings, ledger: Ledger, decisions: int, archive: Path, site: Path) -> Iterator[str]:
    case_file = held.case_file
    named = [person for person in case_file.people if not person.unnamed]
    spelled = [person for person in named if len(person.names) > 1]
    yield held.folder.title
    yield ""
    yield f"  {len(held.documents):>4} documents from {ledger.read} files ({len(ledger.repaired)} repairs, {len(ledger.skipped)} items left out, each with its reason)"
    yield f"  {len(held.judged):>4} statements, {decisions} decisions on them and on what may leave"
    yield f"  {len(named):>4} people by name, {len(spelled)} of them in several spellings or scripts"
    yield f"  {len(case_file.events):>4} events, {len(case_file.proceedings)} proceedings"
    yield f"  {len(held.shared):>4} passages that one text shares with another"
    yield f"  {len(case_file.disputes):>4} disputes: accounts that cannot all be true"
    for dispute in case_file.disputes[:6]:
        yield ""
        yield from _dispute(dispute)
    yield ""
    yield "Where to look next:"
    yield f"  open {site / 'index.html'}            the case file; what nobody has judged yet is marked so"
    yield f"  open {site / 'public' / 'index.html'}     the edition for the public: only what was let out"
    yield f"  according export {archive} statements | head -3"
    person = next((item for item in named if "patient" in item.roles and len(item.names) > 1), None)
    if person is not None:
        yield f'  according status {archive} "{person.name}" --on 2014-07-01'
    yield f"  according explain {archive} {next((item.statement.id for item in held.judged), 'STATEMENT')}"


def _dispute(dispute: Dispute) -> Iterator[str]:
    """The question, then each answer once on a line of its own, within 100 columns."""
    yield f"  {shorten(say_question(dispute), _COLUMNS - 2, placeholder=' …')}"
    sides = say_sides(dispute, longest=46)
    for side in sides[:_SIDES]:
        yield f"    {shorten(side, _COLUMNS - 4, placeholder=' …')}"
    if len(sides) > _SIDES:
        yield f"    and {len(sides) - _SIDES} more"
