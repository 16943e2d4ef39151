"""Plans of pages in, files in a folder out. Writes only what changed, removes what is gone, goes on where it was interrupted."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from according.errors import BadInput, WouldLeak
from according.publish.guard import find_leak, guard_for
from according.publish.hands import each_made
from according.publish.site import PagePlan

MANIFEST = ".according-site.json"
_SAVE_EVERY = 500
_OURS = b'<meta name="generator" content="According">'


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was done."""

    written: int
    unchanged: int
    removed: int

    @property
    def pages(self) -> int:
        """Files the site now has."""
        return self.written + self.unchanged

    def __str__(self) -> str:
        return f"{self.pages} files: {self.written} written, {self.unchanged} unchanged, {self.removed} removed."


def write_site(plans: Iterable[PagePlan], out: Path, cache: Path | None = None) -> SiteReport:
    """Bring the folder to what the plans say. The list of what stands there is kept in `cache`, else in the folder itself.

    Raises WouldLeak, before anything is written, when a page shows a protected name; BadInput when the folder
    holds other files that a page would overwrite.
    """
    out.mkdir(parents=True, exist_ok=True)
    store = _Store(out, cache)
    ready = list(plans)
    if any(plan.guarded for plan in ready):
        written = _write_guarded(ready, store)
    else:
        written = _write_changed(ready, store)
    removed = store.remove_others({plan.path for plan in ready})
    store.save()
    return SiteReport(written, len(ready) - written, removed)


def _write_changed(plans: list[PagePlan], store: _Store) -> int:
    changed = [plan for plan in plans if not store.has(plan)]
    written = 0
    for done, (place, size, is_new) in enumerate(each_made(partial(_put, changed, store), len(changed)), 1):
        store.note(changed[place], size)
        written += is_new
        if done % _SAVE_EVERY == 0:
            store.save()
    return written


def _put(plans: list[PagePlan], store: _Store, place: int) -> tuple[int, int, bool]:
    plan = plans[place]
    content = plan.render()
    is_new = store.lay_beside(plan, content)
    if is_new:
        store.take_place(plan)
    return place, len(content), is_new


def _write_guarded(plans: list[PagePlan], store: _Store) -> int:
    """Every page is made, searched and laid beside its place; only when none shows a name do they take their places."""
    waiting: list[PagePlan] = []
    try:
        for place, size, is_new in each_made(partial(_lay, plans, store), len(plans)):
            store.note(plans[place], size)
            if is_new:
                waiting.append(plans[place])
    except BaseException:
        for plan in plans:
            store.beside(plan).unlink(missing_ok=True)
        raise
    for plan in waiting:
        store.take_place(plan)
    return len(waiting)


def _lay(plans: list[PagePlan], store: _Store, place: int) -> tuple[int, int, bool]:
    content = plans[place].render()
    _refuse_leak(plans[place], content)
    return place, len(content), store.lay_beside(plans[place], content)


def _refuse_leak(plan: PagePlan, content: bytes) -> None:
    guard = guard_for(plan.guarded)
    for where, text in (("its address", plan.path), ("its content", _text_of(content))):
        if find_leak(guard, text):
            kind = plan.path.split("/")[0] if not find_leak(guard, plan.path.split("/")[0]) else "a"
            raise WouldLeak(
                f"A protected name would show in {where} of a page ({kind}); nothing was published. "
                "Withhold the document or statement it stands in, or lift the protection.",
                folder=kind,
            )


def _text_of(content: bytes) -> str:
    return content.decode("utf-8", "replace")


class _Store:
    """What stands in the folder, by path: digest of the plan, size in bytes."""

    def __init__(self, out: Path, cache: Path | None) -> None:
        self.out = out
        name = f"site-{hashlib.sha256(str(out.resolve()).encode()).hexdigest()[:16]}.json"
        self.manifest = (cache / name) if cache else out / MANIFEST
        self.known: dict[str, tuple[str, int]] = self._load()
        self.is_new = not self.known

    def _load(self) -> dict[str, tuple[str, int]]:
        try:
            rows = json.loads(self.manifest.read_text(encoding="utf-8"))
            return {str(path): (str(digest), int(size)) for path, (digest, size) in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def has(self, plan: PagePlan) -> bool:
        """Whether the file stands there as this plan would make it."""
        known = self.known.get(plan.path)
        if known is None or known[0] != plan.digest:
            return False
        try:
            return os.stat(os.path.join(self.out, plan.path)).st_size == known[1]  # noqa: PTH116, PTH118 - ten thousand times
        except OSError:
            return False

    def note(self, plan: PagePlan, size: int) -> None:
        """What now stands there, for the list."""
        self.known[plan.path] = (plan.digest, size)

    def beside(self, plan: PagePlan) -> Path:
        """Where a file waits before it takes its place."""
        path = self.out / plan.path
        return path.with_name(path.name + ".new")

    def lay_beside(self, plan: PagePlan, content: bytes) -> bool:
        """Write the bytes beside their place; False when the same bytes stand in it already."""
        path = self.out / plan.path
        if path.exists():
            if path.read_bytes() == content:
                return False
            if self.is_new and plan.path == "index.html" and _OURS not in path.read_bytes()[:4000]:
                raise BadInput(
                    f"The folder {self.out.name} already holds an index.html that is not ours; name an empty folder."
                )
        path.parent.mkdir(parents=True, exist_ok=True)
        self.beside(plan).write_bytes(content)
        return True

    def take_place(self, plan: PagePlan) -> None:
        """Put what waits beside its place into it."""
        self.beside(plan).replace(self.out / plan.path)

    def remove_others(self, wanted: set[str]) -> int:
        """Remove our files that no plan names any more."""
        gone = [path for path in self.known if path not in wanted]
        for path in gone:
            (self.out / path).unlink(missing_ok=True)
            del self.known[path]
        for path in sorted({str(Path(p).parent) for p in gone}, key=len, reverse=True):
            try:
                (self.out / path).rmdir()
            except OSError:
                pass  # other pages still stand there
        return len(gone)

    def save(self) -> None:
        """Keep the list for the next run."""
        self.manifest.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.manifest.with_name(self.manifest.name + ".new")
        temporary.write_text(json.dumps(self.known, sort_keys=True, separators=(",", ":")), encoding="utf-8")
        temporary.replace(self.manifest)
