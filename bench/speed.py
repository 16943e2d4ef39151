"""Measures the promises of speed on generated posts: `make bench`. Prints a table; asserts nothing.

Each command runs as its own process; seconds are wall clock, memory is the largest single process.
"""

from __future__ import annotations

import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ACCORDING = [sys.executable, "-m", "according"]


def run(*args: str) -> tuple[float, float]:
    """Wall seconds and peak memory (MB) of one command and its workers."""
    began = time.monotonic()
    done = subprocess.run([*ACCORDING, *args], capture_output=True, text=True, check=False)
    took = time.monotonic() - began
    if done.returncode not in (0, 2):
        raise SystemExit(f"{' '.join(args[:2])} failed:\n{done.stderr[-2000:]}")
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def tree(folder: Path) -> str:
    """One digest over every file of a folder."""
    made = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            made.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return made.hexdigest()


def measure(scratch: Path, posts: int) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: what, measured, promised."""
    subprocess.run(
        [sys.executable, str(HERE / "make_posts.py"), str(scratch / "posts"), "--posts", str(posts), "--seed", "1"],
        check=True, capture_output=True,
    )  # fmt: skip
    size = sum(path.stat().st_size for path in (scratch / "posts").rglob("*") if path.is_file())
    yield "generated", f"{posts} posts, {size / 1e6:.1f} MB of files", ""
    seconds = min(run("--help")[0] for _ in range(5))
    yield "according --help", f"{seconds:.2f} s", "0.3 s"
    case = str(scratch / "case")
    run("new", case)
    seconds, memory = run("add", case, str(scratch / "posts"))
    yield "add", f"{seconds:.1f} s, {memory:.0f} MB", "40 s, 500 MB"
    seconds, _ = run("add", case, str(scratch / "posts"))
    yield "add again", f"{seconds:.1f} s", "5 s"
    seconds, memory = run("publish", case, str(scratch / "site"))
    yield "publish", f"{seconds:.1f} s, {memory:.0f} MB", "30 s"
    (scratch / "one.txt").write_text(
        "Six drivers arrested\n\nBy Vera Slatina\nThe Harbour Review\n3 May 2014\n\nSix drivers were arrested on Friday, the ministry said.\n"
    )
    run("add", case, str(scratch / "one.txt"))
    seconds, _ = run("publish", case, str(scratch / "site"))
    yield "publish after one new document", f"{seconds:.1f} s", "3 s"
    subprocess.run(["rm", "-rf", str(scratch / "case" / "cache")], check=True)
    run("publish", case, str(scratch / "full"))
    same = tree(scratch / "site") == tree(scratch / "full")
    yield "the same bytes as a full run", "yes" if same else "NO", "yes"


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'':<32} {'measured':<34} promised")
        for what, measured, promised in measure(Path(folder), number):
            print(f"{what:<32} {measured:<34} {promised}", flush=True)
