"""Measures reconciling on an invented case made without reading: `python bench/reconcile_speed.py [DOCUMENTS]`.

Everything at once, then one document more, each in a process of its own: wall and CPU seconds, largest memory. Prints a table; asserts
nothing but that one document more gives what everything anew gives.
"""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from make_statements import Case

from according.archive import facts, findings
from according.domain.codec import canonical
from according.domain.document import Document
from according.domain.statement import Statement
from according.flow.folder import CaseFolder, create_folder
from according.flow.reconciling import load_case_file, reconcile_case


def fill(folder: CaseFolder, made: Sequence[tuple[Document, Sequence[Statement]]]) -> None:
    """Put documents and their statements into an archive as if they had been added and read."""
    with folder.writing():
        facts.add_documents(folder.store, folder.case, [document for document, _ in made], "2026-01-01T00:00:00Z")
        findings.replace_many_statements(folder.store, folder.case, {document.id: told for document, told in made})
        done = [("read", document.id, "bench", document.text.digest, "done", None) for document, _ in made]
        findings.save_tasks(folder.store, folder.case, done)


def work(path: Path) -> dict[str, float]:
    """Reconcile what is due; seconds and megabytes."""
    with CaseFolder(path, write=True) as folder:
        documents = facts.load_documents(folder.store, folder.viewer, folder.case)
        began, spent = time.monotonic(), time.process_time()
        reconcile_case(folder, documents)
        return {
            "seconds": time.monotonic() - began,
            "cpu": time.process_time() - spent,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def digest(path: Path) -> str:
    """Digest of the whole case file."""
    with CaseFolder(path) as folder:
        return hashlib.sha256(canonical(load_case_file(folder)).encode()).hexdigest()


def _in_a_process(path: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "--work", str(path)], capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main(count: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "case"
        create_folder(path, "bench")
        with CaseFolder(path, write=True) as folder:
            made = list(Case(count + 1, name=folder.case).documents())
            last = made.pop(len(made) * 3 // 4)
            for at in range(0, len(made), 1000):
                fill(folder, made[at : at + 1000])
        print(f"{len(made)} documents, {sum(len(told) for _, told in made)} statements")
        for what, promised in (("everything at once", "60 s, 1500 MB"), ("one document more", "2 s")):
            told = _in_a_process(path)
            line = f"{told['seconds']:.1f} s ({told['cpu']:.1f} s of CPU), {told['memory']:.0f} MB"
            print(f"{what:<24} {line:<44} {promised}", flush=True)
            if last is not None:
                with CaseFolder(path, write=True) as folder:
                    fill(folder, [last])
                last = None
        before = digest(path)
        (path / "cache" / "reconcile.sqlite3").unlink()
        with CaseFolder(path, write=True) as folder, folder.writing():
            folder.store.run("DELETE FROM archive_task WHERE step='reconcile'")
        _in_a_process(path)
        print(f"{'the same as all anew':<24} {'yes' if digest(path) == before else 'NO':<44} yes")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        print(json.dumps(work(Path(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
