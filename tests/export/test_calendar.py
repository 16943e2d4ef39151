"""The calendar: RFC 5545 by a reader of its own, days as they were said, nothing that was only denied or demanded."""

from __future__ import annotations

import re
from datetime import date

import pytest

from according.export.calendar import write_calendar
from according.export.material import Material
from according.flow.exporting import export
from according.flow.folder import CaseFolder
from according.present.calendar_lines import escape_text, fold_line, text_line

TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "X-WR-CALNAME", "X-WR-CALDESC", "X-ACCORDING-WHEN"}
LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^\x00-\x1f\";:,]+)*):([^\x00-\x08\x0a-\x1f\x7f]*)")


def read(text: str) -> list[dict[str, str]]:
    """Head of the calendar, then each entry, as an independent reader has them (RFC 5545, 3.1, 3.3.11, 3.4, 3.6.1)."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    found: list[dict[str, str]] = [{}]
    for line in lines[1:-1]:
        name, parameters, value = (LINE.fullmatch(line) or pytest.fail(f"no content line: {line!r}")).groups()
        if name in ("BEGIN", "END"):
            assert value == "VEVENT"
            found += [{}] if name == "BEGIN" else []
            continue
        assert name not in found[-1], f"{name} twice"
        if name in TEXTS:
            assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value) and not re.search(
                r"(?<!\\)(?:\\\\)*\\[^\\;,nN]", value
            )
            value = re.sub(r"\\(.)", lambda found: "\n" if found.group(1) in "nN" else found.group(1), value)
        found[-1][name + parameters] = value
    for entry in found[1:]:
        assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"} <= entry.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", entry["DTSTAMP"])
        assert date.fromisoformat(entry["DTSTART;VALUE=DATE"]) < date.fromisoformat(entry["DTEND;VALUE=DATE"])
    assert len({entry["UID"] for entry in found[1:]}) == len(found) - 1
    assert found[0]["VERSION"] == "2.0" and found[0]["PRODID"]
    return found


def test_days_stand_as_they_were_said(material: Material) -> None:
    head, *entries = read("".join(write_calendar(material)))
    days = {
        entry["UID"].partition("@")[0]: (entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"]) for entry in entries
    }
    assert days["e-shot"] == ("20110311", "20110312")
    assert days["e-two-1"] == ("20110312", "20110313") and days["e-two-2"] == ("20110313", "20110314")
    assert days["e-month"] == ("20110401", "20110501")
    assert days["e-week"] == ("20110606", "20110613")
    assert "e-open" not in days and "e-year" not in days
    assert "2 events without such a day are left out" in head["X-WR-CALDESC"]


def test_a_title_says_what_is_not_sure(material: Material) -> None:
    _, *entries = read("".join(write_calendar(material)))
    titles = {entry["UID"].partition("@")[0]: entry["SUMMARY"] for entry in entries}
    assert titles["e-shot"] == "Killing, Velgrad, 11 March 2011 (the date is contested)"
    assert titles["e-two-1"].endswith("12 or 13 March 2011: Pavel Dorin (one of 2 days told)")
    assert titles["e-month"] == "Search, April 2011: Pavel Dorin (day not said)"  # not where he lives
    assert (
        "day not said" in titles["e-month"]
        and "day not said" not in titles["e-week"]
        and "day not said" in titles["e-between"]
    )
    assert titles["e-hearing"].endswith("(expected)")
    unsure = {entry["UID"].partition("@")[0] for entry in entries if entry.get("STATUS") == "TENTATIVE"}
    assert {"e-shot", "e-two-1", "e-month", "e-hearing"} <= unsure and "e-week" not in unsure
    assert not any(entry.get("STATUS") == "CONFIRMED" for entry in entries)


def test_what_is_only_denied_demanded_or_taken_back_has_no_day(material: Material) -> None:
    _, *entries = read("".join(write_calendar(material)))
    assert not {entry["UID"].partition("@")[0] for entry in entries} & {"e-nobody", "e-strike", "e-torture"}


def test_ends_of_terms_say_how_they_are_known_and_free_nobody(material: Material) -> None:
    _, *entries = read("".join(write_calendar(material)))
    ends = sorted(
        (entry["DTSTART;VALUE=DATE"], entry["SUMMARY"]) for entry in entries if entry["CATEGORIES"] == "end_of_term"
    )
    assert ends == [
        ("20140312", "End of term: Marta Silin (reckoned from the sentence, not said)"),
        ("20160401", "End of term: Marta Silin (as told; day not said)"),
    ]
    assert all(
        "Nobody is known to be released" in entry["DESCRIPTION"]
        for entry in entries
        if entry["CATEGORIES"] == "end_of_term"
    )


def test_a_further_day_in_court_is_an_entry_of_its_own_and_the_first_is_not_told_twice(material: Material) -> None:
    _, *entries = read("".join(write_calendar(material)))
    days = sorted(
        (entry["DTSTART;VALUE=DATE"], entry["SUMMARY"])
        for entry in entries
        if entry["CATEGORIES"] in ("hearing", "trial")
    )
    assert days == [
        ("20110620", "Trial, Velgrad, 20 June 2011 (expected)"),
        ("20110623", "Hearing: Pavel Dorin, Velgrad court, 23 June 2011"),
    ]


def test_who_says_so_stands_in_the_entry(material: Material) -> None:
    _, *entries = read("".join(write_calendar(material)))
    (shot,) = [entry for entry in entries if entry["UID"] == "e-shot@according.invalid"]
    assert (
        "“Police shot miners in Velgrad on 11 March 2011, eyewitnesses said.” – eyewitnesses, in The Velgrad Courier, 14 March 2011"
        in shot["DESCRIPTION"]
    )
    assert "at least 16 – eyewitnesses" in shot["DESCRIPTION"] and shot["URL"] == "https://courier.example.org/d-one"
    assert shot["GEO"] == "43.35;52.86" and shot["CLASS"] == "PRIVATE"


@pytest.mark.parametrize(
    "text", ["a\\b;c,d\ne", "x" * 300, "ы" * 200, "\x00BEGIN:VEVENT\r\nUID:evil", "𝒳" * 60, "\u2028\x85"]
)
def test_no_text_can_break_out_of_its_line(text: str) -> None:
    line = text_line("SUMMARY", text)
    assert all(len(part.encode()) <= 75 for part in line.split("\r\n"))
    assert line.count("\r\n") == len(re.findall(r"\r\n ", line)) + 1
    assert fold_line("SUMMARY:" + escape_text(text)) == line


def test_the_example_is_a_calendar_and_the_package_reads_it_so_too(exported: CaseFolder) -> None:
    text = export(exported, "ics")
    assert text == export(exported, "events", "ics")
    entries = read(text)[1:]
    assert len(entries) > 40
    icalendar = pytest.importorskip(
        "icalendar", reason="NOT CHECKED AGAINST THE PACKAGE: icalendar is not installed (pip install icalendar)"
    )
    parsed = icalendar.Calendar.from_ical(text)
    told = {str(entry["UID"]): entry for entry in parsed.walk("VEVENT")}
    assert not parsed.errors and set(told) == {entry["UID"] for entry in entries}
    for entry in entries:
        other = told[entry["UID"]]
        assert (str(other["SUMMARY"]), str(other["DESCRIPTION"])) == (entry["SUMMARY"], entry["DESCRIPTION"])
        assert f"{other['DTSTART'].dt:%Y%m%d}" == entry["DTSTART;VALUE=DATE"] and type(other["DTEND"].dt) is date
