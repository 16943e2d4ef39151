"""No text makes the reader raise, or take more than time linear in its length; nothing depends on hash seeds or on what was read before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from according.read import attributions, plain_document, statements

_HERE = Path(__file__).parent


def _run(script: str, *args: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, str(_HERE / script), *args], capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.parametrize(
    ("language", "part"),
    [("en", "huge"), ("en", "many"), ("en", "words"), ("ru", "words"), ("es", "words")],
)
def test_a_hostile_text_is_read_within_its_allowance(language: str, part: str) -> None:
    done = _run("hostile.py", language, part)
    assert done.returncode == 0, (done.stdout.splitlines()[-1:], done.stderr[-2000:])


def test_the_same_words_are_read_the_same_whatever_the_seed_and_the_order() -> None:
    first = _run("told.py", "forward", seed="0")
    assert first.returncode == 0 and first.stdout.count("\n") > 20, first.stderr[-2000:]
    assert {_run("told.py", "forward", seed=seed).stdout for seed in ("1", "4242")} == {first.stdout}
    assert _run("told.py", "backward", seed="7").stdout == first.stdout


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("en", "He slept. ", "He was killed by the police."),
        ("ru", "Он спал. ", "Полиция его убила."),
        ("en", "he slept and ", "he was killed."),
    ],
)
def test_a_long_chain_of_pronouns_ends(language: str, before: str, text: str) -> None:
    statements(plain_document(before * 3000 + text, published="2014-03-12", language=language))


def test_a_speaker_behind_what_is_read_of_an_endless_sentence_is_left_out() -> None:
    text = "Рабочие , " * 195 + "убиты по словам министра, " * 6 + "сказал он"
    statements(plain_document(text, published="2014-03-12", language="ru"))
    attributions(text, language="ru")


def test_an_endless_line_is_read_to_its_end() -> None:
    text = "mountains and rainstorms, " * 900 + "police killed ten miners in Velmar"
    told = statements(plain_document(text, published="2014-03-12", language="en"))
    assert [one.type for one in told] == ["killing"]
    assert len(told[0].quote.exact) <= 2_000 and told[0].quote.exact in text
