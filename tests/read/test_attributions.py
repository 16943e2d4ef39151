"""Who says what, as spans. People and places are invented."""

from __future__ import annotations

import pytest

from according.read import attributions

CASES = [
    ("The mayor said that two miners were killed.", "The mayor", "said", "two miners were killed"),
    ("“Two miners were killed,” said Karl Brem.", "Karl Brem", "said", "Two miners were killed"),
    ("Two miners were killed, the mayor said.", "the mayor", "said", "Two miners were killed"),
    ("According to the union, two miners were killed.", "the union", "According to", "two miners were killed"),
    ("Two miners were killed, according to the union.", "the union", "according to", "Two miners were killed"),
    ("Mira Dorova, a teacher, told reporters that two miners were killed.", "Mira Dorova", "told", "two miners were killed"),
    ("It was reported that two miners were killed.", None, "was reported", "two miners were killed"),
    ("The guards, he said, had killed two miners.", "he", "said", "had killed two miners"),
]  # fmt: skip


GRAMMAR = [
    # "that" which brings nothing
    ("The mayor said, that's a lie and nobody was beaten.", "The mayor", "said", "that's a lie and nobody was beaten"),
    # a form that is never a noun
    ("While one officer says the crowd fired, nobody was hurt.", "one officer", "says", "the crowd fired"),
    ("Two miners were killed, a guard says.", "a guard", "says", "Two miners were killed"),
    # the main clause behind an opening clause is the author's
    ("When Karl Brem said that two miners had died, the police came.", "Karl Brem", "said", "two miners had died"),
    # what the same speaker does next is another cue of his
    ("The union said the mill was shut, adding that nobody was paid.", "The union", "said", "the mill was shut"),
    ("The union said the mill was shut, adding that nobody was paid.", "The union", "adding", "nobody was paid"),
    ("The ministry rejected the claim, saying the guards had left.", "The ministry", "saying", "the guards had left"),
    ("Ana Resko said the ministry had lied, arguing that it hid the list.", "Ana Resko", "arguing", "it hid the list"),
    # "who" is named with whom it takes up
    ("Police arrested Karl Brem, who said he had been beaten.", "Karl Brem, who", "said", "he had been beaten"),
    # insertions between dashes, and of phrases
    ("The guards - two of them drunk - said nobody was hurt.", "The guards", "said", "nobody was hurt"),
    ("The miners have long said that the shaft is unsafe.", "The miners", "have long said", "the shaft is unsafe"),
    ("It said that two miners were killed.", "It", "said", "two miners were killed"),
    ("“We hold out,” she said, arguing that the mill had lied. “We do.”", "she", "arguing", "the mill had lied"),
    ("The guards said they had left, and the union said they had not.", "The guards", "said", "they had left"),
    ("The minister mocked the report on the prison.", "The minister", "mocked", "the report on the prison"),
    ("Ana Resko spoke about the raid on her office.", "Ana Resko", "spoke about", "the raid on her office"),
    ("The judge was critical of the search.", "The judge", "was critical of", "the search"),
    ("Karl Brem was sure that the guards had lied.", "Karl Brem", "was sure", "the guards had lied"),
    # insertions with "as", headlines and transcripts
    ("Two miners - as the Harbour Times reported - were killed.", "the Harbour Times", "reported", "Two miners"),
    ("As the Harbour Times reported, two miners were killed.", "the Harbour Times", "reported", "two miners were killed"),
    ("Police: two miners were killed in Ostrov.", "Police", ":", "two miners were killed"),
    ("Karl Brem: “Nobody came to help us.”", "Karl Brem", ":", "“Nobody came to help us.”"),
    ("Two miners were killed, officials said as dawn broke.", "officials", "said", "Two miners were killed"),
    ("The paper, quoting “secret reports,” said the guards had fled.", "The paper", "said", "the guards had fled"),
    ("The trouble, Karl Brem said, began with the new shift.", "Karl Brem", "said", "The trouble began with the new shift"),
    ("The union believes there are no good offers.", "The union", "believes", "there are no good offers"),
    # passives with who says it, documents that show things, nouns of saying
    ("The raid was first reported by the Harbour Times.", "the Harbour Times", "was first reported", "The raid"),
    ("Brem was asked by the judge whether he had fired.", "the judge", "was asked", "whether he had fired"),
    ("The footage showed two guards near the gate.", "The footage", "showed", "two guards near the gate"),
    ("The union’s view is that the mill must close.", "The union", "view", "the mill must close"),
    ("Allegations by two guards that he fired were dropped.", "two guards", "Allegations", "he fired were dropped"),
    ("His claim on Monday that nobody was hurt was false.", "His", "claim", "nobody was hurt"),
    ("Karl Brem, 22, of Ostrov, Mich., said nobody was hurt.", "Karl Brem", "said", "nobody was hurt"),
    ("Nobody was hurt, Karl Brem said this week at a rally.", "Karl Brem", "said", "Nobody was hurt"),
    ("“Why did they fire?” Karl Brem asked. Nobody knew.", "Karl Brem", "asked", "“Why did they fire?”"),
    ("The report published on Tuesday said nobody was hurt.", "The report", "said", "nobody was hurt"),
    ("The minister called for an inquiry into the deaths.", "The minister", "called for", "an inquiry into the deaths"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), [*CASES, *GRAMMAR])
def test_source_cue_and_content(text: str, source: str | None, cue: str, content: str) -> None:
    found = attributions(text, language="en")
    said = [
        (
            a.source and text[a.source.start : a.source.end],
            text[a.cue.start : a.cue.end],
            " ".join(text[s.start : s.end] for s in a.content),
        )
        for a in found
    ]
    assert any(s == source and c == cue and content in words for s, c, words in said), said


def test_a_contrast_is_not_the_speakers() -> None:
    text = "The ministry admits that 15 people died, while witnesses say the number is higher."
    first, second = attributions(text, language="en")
    assert text[first.content[0].start : first.content[0].end] == "15 people died"
    assert second.source is not None and text[second.source.start : second.source.end] == "witnesses"


def test_an_unknown_language_has_none() -> None:
    assert attributions("Der Minister sagte, dass es regnet.", language="de") == ()


@pytest.mark.parametrize(
    "text", ["Editor’s note: two miners were killed in Ostrov.", "Photo: the mill before it was burned."]
)
def test_the_page_itself_is_nobody(text: str) -> None:
    assert attributions(text, language="en") == ()
