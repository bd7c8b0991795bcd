"""The place in which a text was filed is no party of it; a ministry's written word and reproaches in both directions."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading.dates.datelines import filed_in
from dragoman.reading.reader import load_reader


def _statements(text: str, title: str | None = None) -> list[str]:
    read = load_reader().read(Document("doc", text, title=title, date="2023-05-03"))
    return [f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status}" for s in read]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("LISBON, Portugal, May 1\n\nFiji and Chad met.", 25),
        ("LISBON, Portugal, May 1. Fiji and Chad met.", 25),
        ("VIENNA: Fiji and Chad met.", 8),
        ("Fiji and Chad met in Vienna on May 1.", 0),
    ],
)
def test_where_a_dateline_ends(text: str, end: int) -> None:
    assert filed_in(text) == end


def test_a_minister_is_of_the_state_that_opens_the_text_and_not_of_the_place_of_filing() -> None:
    text = (
        "VIENNA: Denmark on Tuesday blamed Mali for a raid in Niger as pressure on Bamako grew.\n"
        "Speaking at a conference, Foreign Minister Lars Holm said Mali needs to end its raids."
    )
    told = _statements(text, "Danish foreign minister: Mali is a danger")
    assert "stance/criticism DNK>MLI actual" in told
    assert "quote/reported DNK>MLI actual" in told
    assert not [s for s in told if "AUT" in s]


def test_two_sides_stay_two_where_a_text_was_filed_in_a_third_state() -> None:
    text = (
        "LISBON, Portugal, May 1\n\nThe government delegations of Chile and Peru have begun negotiations on cod in Arica.\n"
        "The meeting was agreed on in a telephone conversation between the heads of the two states."
    )
    told = _statements(text, "Chilean, Peruvian delegations begin talks")
    assert "contact/call CHL+PER> actual" in told
    assert not [s for s in told if "PRT" in s]


def test_a_papers_own_capital_stays() -> None:
    text = "LUSAKA, May 2. Zambia and Malawi signed a fisheries accord on Tuesday."
    assert "instrument/agreement ZMB+MWI> actual" in _statements(text)


def test_a_state_in_a_quotation_owns_no_office_behind_it() -> None:
    text = "“The vote was a sham in Mali,” EU foreign policy chief Ana Silva told reporters."
    assert _statements(text, "The EU and Mali") == ["quote/direct EU>MLI actual"]


@pytest.mark.parametrize(
    "verb", ["Foreign Ministry statement read", "government statement said", "embassy communiqué added"]
)
def test_what_a_ministry_puts_in_writing_it_says(verb: str) -> None:
    told = _statements(f"“We call on Chile to stop this fishing,” a Peruvian {verb}.", "Peru and Chile")
    assert "quote/direct PER>CHL actual" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Malta and Fiji exchanged fire. Both sides accused each other of breaking the truce.", "criticism MLT+FJI>"),
        ("Malta's premier took Fiji to task over its fleet.", "criticism MLT>FJI"),
        ("For a year, Malta has been insisting on a corridor through Fiji.", "request MLT>FJI"),
        ("Malta's government agreed to sanction Fijian officials.", "criticism MLT>FJI"),
    ],
)  # fmt: skip
def test_reproaches_and_demands_in_set_words(text: str, told: str) -> None:
    assert [s for s in _statements(text, "Malta and Fiji") if told in s]


@pytest.mark.parametrize(
    "text",
    [
        "Malta refused to sanction officials of Fiji.",
        "Malta does not insist on compensation from Fiji.",
        "Malta's president explained that oil reaches Fiji through two ports.",
        "Maltese gas supplies threaten growers in Fiji.",
        "Malta warned that countries supplying oil to Fiji could face tariffs.",
    ],
)
def test_what_is_no_act_between_two(text: str) -> None:
    assert not [s for s in _statements(text, "Malta and Fiji") if not s.startswith("quote")]


@pytest.mark.parametrize(
    "text",
    [
        "The plan on increasing trade between Malta and Fiji to $900 million was discussed.",
        "The governments of Malta and Fiji have been tasked with bringing trade to $900 million.",
    ],
)
def test_what_a_paper_is_on_is_a_target(text: str) -> None:
    assert "figure/trade MLT+FJI> target" in _statements(text, "Malta and Fiji")


@pytest.mark.parametrize(
    "text",
    [
        "They plan to raise this figure to $900 million.",
        "The sides aim to increase it to $900 million.",
    ],
)
def test_the_figure_told_before_is_moved_to_an_amount(text: str) -> None:
    told = _statements(f"Last year, trade was $600 million. {text}", "Malta and Fiji")
    assert "figure/trade MLT+FJI> target" in told
