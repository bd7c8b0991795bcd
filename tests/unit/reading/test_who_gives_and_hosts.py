"""Two who give side by side, and capitals in which others meet."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader


def _read(text: str, title: str | None = None) -> list[Statement]:
    return load_reader().read(Document("d", text, title=title, date="2024-03-01"))


def test_two_who_give_side_by_side_give_to_the_third() -> None:
    found = _read(
        "Japan, Norway and Samoa will rebuild the port of Apia in Samoa. "
        "Japan will contribute $40 million and Norway will contribute $15 million."
    )
    aid = {(s.actor, s.recipient) for s in found if s.mode == "aid"}
    assert aid == {(("JPN",), ("WSM",)), (("NOR",), ("WSM",))}


def test_money_that_goes_one_way_keeps_it() -> None:
    found = _read("In 2020 Peru lent Chile $3 million.")
    assert {(s.actor, s.recipient) for s in found if s.mode == "loan"} == {(("PER",), ("CHL",))}


def test_a_capital_in_which_others_meet_is_no_party_of_the_talks() -> None:
    title = "Foreign ministers of Peru, Chile and Bolivia hold talks in Oslo"
    found = _read("The ministers discussed trade and agreed to hold the next meeting in Lima.", title)
    assert found and all("NOR" not in s.actor for s in found)
    text = "The two countries signed an agreement on fishing."
    found = _read(text, "Foreign ministers of Peru and Norway hold talks in Oslo")
    assert {*found[0].actor} == {"PER", "NOR"}


def test_a_governments_page_on_an_election_still_tells_who_met() -> None:
    text = (
        "President Ann Reed met March 2 with President Rui Costa of Angola to discuss elections and voting. "
        "The electoral commission counts each ballot."
    )
    page = Document("d", text, title="A meeting", date="2024-03-03", url="https://www.whitehouse.gov/a/")
    found = load_reader().read(page)
    assert [(s.mode, {*s.actor}) for s in found] == [("meeting", {"USA", "AGO"})]
