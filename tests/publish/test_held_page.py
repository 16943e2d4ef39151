"""Who was held when, on the site for oneself: steps, names, groups; and no such page for the public."""

from __future__ import annotations

from dataclasses import replace

from quarry import make_case_file, make_edition

from according.domain.event import Custody, HeldGroup, Spell, StatusLine
from according.publish import Audience, build_site
from according.publish.edition import Edition
from according.publish.held import count_steps

SPELLS = (
    Spell("p-tosk", "2014-03-08", "2014-06-19", Custody.DETAINED, True, False, ("s-arrest",)),
    Spell("p-tosk", "2014-06-20", "2017-06-20", Custody.IMPRISONED, True, False, ("s-sentence",)),
)
GROUP = HeldGroup(
    "g-men", "thirty-seven men", StatusLine(Custody.DETAINED, "2014-03-08", evidence=("s-arrest",)), 37, 37, "e-arrest",
    "2014-03-08", "2014-06-08",
)  # fmt: skip


def _edition(audience: Audience) -> Edition:
    case_file = replace(make_case_file(), spells=SPELLS, held_groups=(GROUP,))
    return make_edition(audience, case_file=case_file)


def _pages(edition: Edition) -> dict[str, str]:
    return {plan.path: plan.render().decode() for plan in build_site(edition) if plan.path.endswith(".html")}


def test_the_page_tells_names_groups_and_that_it_is_a_minimum() -> None:
    page = _pages(_edition(Audience.SELF))["held/index.html"]
    assert "Known to be incomplete: a minimum" in page
    assert "Mirela Tosk" in page and "thirty-seven men" in page and "not added up" in page
    assert 'class="chart steps"' in page and "The chart as a table" in page
    assert "38" not in page.split("<main")[1].split("viewBox")[0]


def test_the_public_has_no_list_of_people_held() -> None:
    pages = _pages(_edition(Audience.PUBLIC))
    assert not [path for path in pages if path.startswith("held/")]
    assert not any("held/index.html" in page or "thirty-seven men" in page for page in pages.values())


def test_where_nobody_is_told_to_be_held_the_page_says_so() -> None:
    assert "No report here tells of anybody held." in _pages(make_edition())["held/index.html"]


def test_a_change_of_custody_is_no_change_of_number() -> None:
    assert [(step.day, step.held) for step in count_steps(list(SPELLS), "2018-01-01")] == [
        ("2014-03-08", 1), ("2017-06-21", 0),
    ]  # fmt: skip
    assert [(step.day, step.held) for step in count_steps(list(SPELLS), "2015-01-01")] == [("2014-03-08", 1)]


def test_the_dossier_tells_custody_over_time() -> None:
    pages = _pages(_edition(Audience.SELF))
    dossier = next(page for path, page in pages.items() if path.startswith("person/") and "<h1>Mirela Tosk" in page)
    assert "Custody over time" in dossier and 'datetime="2014-06-20"' in dossier
