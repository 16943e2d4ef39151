"""The data files are in order, and whoever breaks one is told where, what and how to repair it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from according.read.check import check_files
from according.read.check.__main__ import main
from according.read.check.files import PACKAGE

_EVENTS, _CUES, _STANCE = "read/data/en/events.toml", "read/data/en/cues.toml", "read/data/en/stance.toml"
_NOUNS, _GRAMMAR, _DATES = "read/data/en/nouns.toml", "read/data/en/grammar.toml", "language/data/en/dates.toml"


def test_the_shipped_files_are_in_order() -> None:
    assert [str(problem) for problem in check_files()] == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("read/data", "language/data"):
        shutil.copytree(PACKAGE / folder, tmp_path / folder)
    (tmp_path / "domain").mkdir()
    shutil.copy(PACKAGE / "domain/types.toml", tmp_path / "domain/types.toml")
    return tmp_path


_ROW = '\n[[event]]\nid = "zap"\ntype = "killing"\nverbs = ["zap"]\nsubject = "agent"\nobject = "patient"\n'


@pytest.mark.parametrize(
    ("file", "added", "told"),
    [
        (_EVENTS, _ROW + 'colour = "red"\n', "event 'zap', colour: there is no such key"),
        (_EVENTS, _ROW.replace("killing", "zapping"), "event 'zap', type: there is no type 'zapping'"),
        (_EVENTS, _ROW.replace('"agent"', '"doer"'), "event 'zap', subject: 'doer' is not known; write one of: agent, patient"),
        (_EVENTS, _ROW.replace('["zap"]', '"zap"'), "event 'zap', verbs: 'zap' is not a list of words"),
        (_EVENTS, _ROW.replace('["zap"]', '["zap", "zap"]'), "event 'zap', verbs: 'zap' stands there twice"),
        (_EVENTS, _ROW.replace('verbs = ["zap"]', ""), "event 'zap': the row has no word"),
        (_EVENTS, _ROW + _ROW.replace("killing", "injury"), "event 'zap': two rows have this id"),
        (_EVENTS, _ROW + _ROW.replace('id = "zap"', 'id = "zip"').replace("killing", "injury"),
         "event 'zip', verbs: 'zap' also stands in 'zap', which has it first"),
        (_EVENTS, _ROW + 'veto = ["death row"]\n', "event 'zap', veto: 'death row' can never match"),
        (_EVENTS, _ROW + 'veto = ["Row"]\n', "event 'zap', veto: 'Row' can never match"),
        (_EVENTS, _ROW + 'context_veto = ["zap"]\n', "event 'zap', context_veto: 'zap' is the row's own word"),
        (_EVENTS, _ROW + 'frame = "sideways"\n', "event 'zap', frame: no code knows the frame 'sideways'"),
        (_CUES, '\n[[cue]]\nclass = "noise"\nstance = "asserted"\nverbs = ["say"]\n', "cue 'noise': 'say' also stands under 'speech'"),
        (_CUES, '\n[[cue]]\nclass = "noise"\nstance = "loud"\nverbs = ["hum"]\n', "cue 'noise', stance: 'loud' is not known"),
        (_NOUNS, '\nspoons = ["spoon"]\n', "spoons: there is no such key"),
        (_DATES, '\n[[form]]\nrule = "x"\nby = "guess"\nform = "x"\n', "form 'x', by: 'guess' is not known"),
        (_DATES, '\n[[form]]\nrule = "x"\nby = "day"\nform = "%nowhere%"\n', "%nowhere%: a form names it but there is no such list"),
        (_DATES, '\n[[form]]\nrule = "x"\nby = "day"\nform = "("\n', "form 'x', form: the pattern does not compile"),
        ("read/data/ru/anchors.toml", '\n[[event]]\nid = "zap"\ntype = "killing"\nverbs = "сразить"\nveto = "деньгами"\n',
         "event 'zap', veto: 'деньгами' can never match"),
        ("domain/types.toml", '\n[zapping]\nfamily = "violence"\nafter = ["nothing"]\n', "zapping, after: there is no type 'nothing'"),
        ("read/data/en/verse.toml", "a = 1\n", "the file: no code reads a file of this name"),
        (_EVENTS, "\n[[event]]\nid = 'a'\nid = 'b'\n", "the file: it cannot be read"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_its_repair(copy: Path, file: str, added: str, told: str) -> None:
    path = copy / file
    path.write_text((path.read_text("utf-8") if path.exists() else "") + added, "utf-8")
    found = [str(problem) for problem in check_files(copy)]
    assert any(f"{file}: {told}" in line for line in found), found
    assert all(line.count(";") >= 1 and line.endswith(".") for line in found)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (_DATES, "january = 1\n", "january = 1\nJanuary = 1\n", "'January' is not in small letters"),
        (_DATES, "january = 1\njan = 1\n", "", "month 1 has no name"),
        (_DATES, "mon = 0\n", "mon = 0\nmar = 1\n", "weekday: 'mar' is a month too"),
        (_DATES, "january = 1\n", "january = 13\n", "month, january: 13 is no month"),
        (_DATES, "[atoms]\n", "[atoms]\nidle = 'x'\n", "atoms, idle: no form uses it"),
        (_STANCE, "[modals]\n", '[modals]\nfeared = ["may"]\n', "'may' also stands under 'feared'"),
        (_GRAMMAR, 'conjunctions = ["and", "or", "but", "nor"]\n', "", "the key conjunctions is missing"),
    ],
)
def test_a_changed_line_is_told(copy: Path, file: str, old: str, new: str, told: str) -> None:
    path = copy / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    found = [str(problem) for problem in check_files(copy)]
    assert any(told in line for line in found), found


def test_the_command_tells_by_its_exit_code(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(copy)]) == 0
    path = copy / _NOUNS
    path.write_text(path.read_text("utf-8") + '\nspoons = ["spoon"]\n', "utf-8")
    assert main([str(copy)]) == 1
    assert "spoons" in capsys.readouterr().out
    assert main([str(tmp_path / "elsewhere")]) == 2


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        (
            "language/data/es/counts.toml",
            "language/data/es/counts.toml: the file: it is missing, so the language is not read",
        ),
        ("read/data/es/stance.toml", "read/data/es/stance.toml: the file: it is missing"),
        ("read/data/es/events.toml", "read/data/es/events.toml: the file: it is missing, so nothing is read"),
    ],
)
def test_half_a_language_is_told(copy: Path, gone: str, told: str) -> None:
    (copy / gone).unlink()
    assert any(told in str(problem) for problem in check_files(copy))


def test_a_language_that_no_text_is_told_to_be_in_is_told(copy: Path) -> None:
    (copy / "read/data/es").rename(copy / "read/data/zz")
    found = [str(problem) for problem in check_files(copy)]
    assert any("language 'zz': it has no row" in line for line in found)
    assert any("language/data/zz: the folder: it is missing" in line for line in found)


def test_a_list_that_no_code_asks_for_is_told(copy: Path) -> None:
    path = copy / "language/data/names/phrases.toml"
    path.write_text(path.read_text("utf-8").replace("[ru]", '[ru]\nnobody_asks_for_this = "a b"', 1), "utf-8")
    assert any("nobody_asks_for_this: no code asks for it" in str(problem) for problem in check_files(copy))
