"""Quality of comparing: a generated collection with planted copies in, the passages found out, for scoring.

    python bench/reuse.py COLLECTION/docs.jsonl found.jsonl

`docs.jsonl` has lines {id, text}; the output has lines {doc1, b1, e1, doc2, b2, e2} with code points, ends exclusive.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from according.compare import shared_passages
from according.domain.document import Document, Text, text_digest


def read_collection(path: Path) -> list[Document]:
    """One document per line; no outlet and no date, so that nothing but the words counts."""
    documents = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = Text(row["text"], text_digest(row["text"]))
            documents.append(Document(row["id"], "bench", row["id"], row["id"], text))
    return documents


def main(source: str, target: str) -> None:
    """Compare, write what was found, tell what it cost."""
    documents = read_collection(Path(source))
    begun = time.process_time()
    passages = shared_passages(documents)
    seconds = time.process_time() - begun
    with Path(target).open("w", encoding="utf-8") as out:
        for one in passages:
            row = {
                "doc1": one.a, "b1": one.a_span.start, "e1": one.a_span.end,
                "doc2": one.b, "b2": one.b_span.start, "e2": one.b_span.end,
            }  # fmt: skip
            out.write(json.dumps(row) + "\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size = sum(len(document.text.content) for document in documents)
    print(f"{len(documents)} documents, {size} code points, {len(passages)} passages, {seconds:.2f} CPU s, {peak} MB")


if __name__ == "__main__":
    main(*sys.argv[1:3])
