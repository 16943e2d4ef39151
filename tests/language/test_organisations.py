"""Names of bodies: legal forms, acronyms, inner capitals, numbers; a branch is not the whole."""

from __future__ import annotations

import pytest

from according.language.organisations import compare_organisations


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ТОО «Сарыжар»", "Товарищество с ограниченной ответственностью Сарыжар"),
        ("ТОО «Сарыжар»", "Sarizhar LLP"),
        ("«Сарыжар» ЖШС", "Сарыжар"),
        ("АО Долнавсталь", "Open Joint Stock Company Dolnavstal"),
        ("Petralux S.A.", "Petralux SA"),
        ("SarizharMunaiGas", "Sarizhar Munai Gas"),
        ("SarizharMunaiGas", "СарыжарМунайГаз"),
        ("Brackwater & Sons", "Brackwater and Sons"),
        ("Centre for Prisoner Aid", "Center for Prisoner Aid"),
        ("Brigade Forty-Four", "Brigade 44"),
        ("Sarizhar mining company", "Mining Company Sarizhar"),
    ],
)
def test_one_body_under_two_spellings(a: str, b: str) -> None:
    match = compare_organisations(a, b)
    assert match.sure
    assert compare_organisations(b, a) == match


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dolnava Court No. 1", "Dolnava Court No. 2"),
        ("Colony No. 7", "Colony No. 17"),
        ("Учреждение ЛД-155/4", "Учреждение ЛД-155/8"),
        ("Sarizhar Fund III", "Sarizhar Fund IV"),
        ("Brackwater Bank AG", "Brackwater Bank (Dolnava) AG"),
        ("Dolnava City Court", "Dolnava Regional Court"),
        ("Union of Metal Workers", "Union of Mine Workers"),
        ("Sarizhar LLP", "Brackwater LLP"),
    ],
)
def test_another_number_or_another_word_is_another_body(a: str, b: str) -> None:
    assert compare_organisations(a, b).kind == "different"


@pytest.mark.parametrize(
    ("acronym", "full"),
    [
        ("SMG", "SarizharMunaiGas"),
        ("SMG", "СарыжарМунайГаз"),
        ("D.H.R.C.", "Dolnava Human Rights Committee"),
        ("НПГД", "Независимый профсоюз горняков Долнавы"),
        ("UMW of Dolnava", "Union of Metal Workers of Dolnava"),
        ("DHRC", "Dolnava Human Rights Committee (DHRC)"),
    ],
)
def test_an_acronym_is_proposed_and_never_sure(acronym: str, full: str) -> None:
    match = compare_organisations(acronym, full)
    assert (match.kind, match.sure) == ("acronym", False)


@pytest.mark.parametrize(("acronym", "full"), [("SMG", "Sarizhar Munai Trade"), ("DHRC", "Dolnava Human Committee")])
def test_an_acronym_of_something_else(acronym: str, full: str) -> None:
    assert compare_organisations(acronym, full).kind == "different"


def test_two_legal_forms_leave_it_to_a_person() -> None:
    match = compare_organisations("Sarizhar LLP", "Sarizhar JSC")
    assert match.kind == "equal"
    assert not match.sure
    assert "legal forms differ" in match.reasons


def test_a_name_that_is_nothing_but_a_legal_form_is_kept() -> None:
    assert compare_organisations("LLP", "Sarizhar LLP").kind == "different"
