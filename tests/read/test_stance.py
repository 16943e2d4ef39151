"""Demands, plans, denials and suppositions are never read as plain fact; what is taken for granted stays fact. English."""

from __future__ import annotations

import pytest

from according.domain.statement import Polarity, Stance
from according.read import plain_document, statements

CASES = [
    # a bare "be" behind a word of demand
    ("The ministry requested that Anna Velin be immediately released.", "release", Stance.DEMANDED),
    ("It is essential that the miners be reinstated.", "reinstatement", Stance.DEMANDED),
    # a demand of several things
    ("The resolution calls for the release of the miners, and for the dismissal of the guards.", "dismissal", Stance.DEMANDED),
    # a future seen from what was said
    ("The ministry said that Anna Velin would be released in May.", "release", Stance.EXPECTED),
    # what lies ahead of the day it was written (10 March 2014)
    ("Nothing will dominate the union's strike in Karn on 20 March.", "strike", Stance.EXPECTED),
    ("The strike will affect the central mines.", "strike", Stance.EXPECTED),
    ("His extradition may be postponed, Anna Velin's lawyer said.", "transfer", Stance.POSSIBLE),
    ("Police were deployed to break up a protest rally called by the opposition.", "demonstration", Stance.ASSERTED),
    ("The next trial is being prepared, not to take revenge for the killing of Anna Velin.", "killing", Stance.ASSERTED),
    # adjectives of the phrase itself
    ("The alleged killing of Anton Dorov shocked the town.", "killing", Stance.ALLEGED),
    ("The possible arrest of Anton Dorov worried the union.", "arrest", Stance.POSSIBLE),
    ("The feared massacre of the miners in Karn kept people at home.", "killing", Stance.FEARED),
    ("The next trial of Anna Velin is being prepared.", "trial", Stance.EXPECTED),
    ("The torture of Anna Velin and the supposed suicide of Anton Dorov were told.", "suicide", Stance.ALLEGED),
    # denials
    ("The command denied the killing of peasants in Karn.", "killing", Stance.DENIED),
    ("The report of the killing of ten miners is completely groundless.", "killing", Stance.DENIED),
    # what nobody has evidence of is not told as fact, what there is evidence of is
    ("There is no evidence that Anton Dorov was tortured by the police.", "torture", Stance.DENIED),
    ("The court found no clear proof that the guards had beaten Anna Velin.", "ill_treatment", Stance.DENIED),
    ("There is no doubt that Anton Dorov was tortured by the police.", "torture", Stance.ASSERTED),
    # what is protested against has happened, whatever becomes of the protest
    ("Forty judges might resign to protest the killing of Anna Velin.", "killing", Stance.ASSERTED),
    ("The union will condemn the arrest of Anton Dorov.", "arrest", Stance.ASSERTED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stance"), CASES)
def test_how_it_is_said(text: str, kind: str, stance: Stance) -> None:
    found = [one for one in statements(plain_document(text, published="2014-03-10", language="en")) if one.type == kind]
    assert [one.stance for one in found] == [stance]
    assert found[0].polarity is Polarity.HAPPENED


def test_an_adverb_of_doubt_reaches_no_further_than_its_clause() -> None:
    text = "Anton Dorov was apparently kidnapped in an incident in which Pavel Dorov was killed."
    found = {one.type: one.stance for one in statements(plain_document(text, language="en"))}
    assert found == {"abduction": Stance.BELIEVED, "killing": Stance.ASSERTED}
    text = "Anton Dorov, who was fired in June, lists the torture supposedly suffered by him."
    assert {one.type: one.stance for one in statements(plain_document(text, language="en"))}[
        "dismissal"
    ] is Stance.ASSERTED


def test_what_would_have_happened_did_not() -> None:
    text = "Had it not been for the fog, the bomb would have killed fifty miners."
    (one,) = [one for one in statements(plain_document(text, language="en")) if one.type == "killing"]
    assert (one.polarity, one.stance) == (Polarity.DID_NOT_HAPPEN, Stance.POSSIBLE)


def test_what_one_may_not_attend_takes_place_all_the_same() -> None:
    found = statements(
        plain_document("The prisoners were not permitted to attend the trial of Anna Velin.", language="en")
    )
    assert [one.polarity for one in found if one.type == "trial"] in ([], [Polarity.HAPPENED])


def test_a_liking_is_no_event() -> None:
    found = statements(plain_document("Those who like throwing bombs and killing people were warned.", language="en"))
    assert not {"bombing", "killing"} & {one.type for one in found if one.stance is Stance.ASSERTED}


def test_the_murdered_claim_nothing() -> None:
    text = "After the murder of Pavel Velin, he claimed that the police killed the priest."
    found = statements(plain_document(text, language="en"))
    assert found and not any(one.name == "Pavel Velin" for statement in found for one in statement.speakers)
