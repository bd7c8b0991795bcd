"""News of disputes and support: whose officers speak, whom words are about, who mediates, protests or calls for talks."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _statements(text: str, title: str | None = None) -> list[str]:
    read = load_reader().read(Document("doc", text, title=title, date="2022-06-21"))
    return [f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status}" for s in read]


def _quotes(text: str, title: str | None = None) -> list[str]:
    read = load_reader().read(Document("doc", text, title=title, date="2022-06-21"))
    return [f"{'+'.join(s.actor)}>{'+'.join(s.recipient)}" for s in read if s.kind == "quote"]


def test_words_are_about_the_states_they_name_and_go_on_about_them() -> None:
    text = (
        "The leaders of Fiji and Tuvalu spoke up for Palau on Monday.\n"
        "France has misread the treaty, and Chile knows it, Fijian Prime Minister Sitiveni Rabuka said.\n"
        "“We believe that no island should be left out of this work,” he said."
    )
    assert _quotes(text, "Fiji, Tuvalu raise their voices") == ["FJI>FRA+CHL"] * 2


def test_an_officer_is_of_the_state_whose_commitment_he_reaffirms() -> None:
    text = "President Ann Boro reaffirmed Kenya's commitment to peace in Somalia.\n“Somalia is our neighbour and friend,” Boro said."
    assert _quotes(text) == ["KEN>SOM"] * 2


def test_an_officer_is_not_of_the_state_whose_commitment_he_praises() -> None:
    assert not _quotes("Ann Boro praised Kenya's commitment to peace in Somalia.")


def test_officers_named_without_a_state_are_of_one_state() -> None:
    text = (
        "President Ann Boro reaffirmed Kenya's commitment to peace in Somalia.\n"
        "Interior Minister Joe Kamau said the border with Somalia would reopen soon.\n"
        "Boro met President Abdi Nur on the sidelines of the summit."
    )
    assert _quotes(text) == ["KEN>SOM"] * 2
    assert "contact/meeting KEN+SOM> actual" in _statements(text)


def test_a_ministry_that_is_quoted_is_no_one_of_those_in_the_quotation() -> None:
    text = (
        "NAIROBI (Reuters) - Kenya has closed its embassy in Somalia after a row, the foreign ministry said.\n"
        '"The move follows a hostile decision by the government of Somalia on blocks in Kenya\'s waters," the foreign ministry said.\n'
        '"This affront to the people of our country will not go unanswered," it said in a statement.'
    )
    assert _quotes(text) == ["KEN>SOM"] * 2


def test_he_is_not_who_only_owns_what_is_named() -> None:
    text = (
        "Zambian President Peter Mulenga congratulated Malawi's new leader John Banda.\n"
        "The vote marks Banda's return to power.\n"
        "“Zambia and Malawi share a long border and a longer friendship,” he said."
    )
    assert "MWI>ZMB" not in _quotes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway is ready to mediate between Chad and Sudan.", "stance/offer NOR>TCD+SDN actual"),
        (
            "Prime Minister Ole Berg expressed Norway's readiness to mediate between Chad and Sudan.",
            "stance/offer NOR>TCD+SDN actual",
        ),
        ("Talks between Rwanda and Burundi are being mediated by Angola.", "stance/support AGO>RWA+BDI actual"),
        ("Peru is very concerned that Chile continues to build on the border.", "stance/criticism PER>CHL actual"),
        (
            "Kenya's foreign ministry said it was “deeply disappointed” with Somalia's decision.",
            "stance/criticism KEN>SOM actual",
        ),
        ("A formal protest was handed to the Japanese ambassador in Beijing.", "stance/criticism CHN>JPN actual"),
        ("Beijing rejects any official contact with Taiwan.", "stance/criticism CHN>TWN actual"),
        ("The Kenyan foreign minister called for talks with Somalia.", "stance/request KEN>SOM actual"),
        ("The Kenyan foreign minister called for talks with Somalia.", "contact/meeting KEN+SOM> proposed"),
        ("Peru and Ghana agreed to deepen cooperation in fisheries and infrastructure.", "stance/interest PER+GHA> actual"),
        ("Serbia's neighbours Montenegro and Macedonia have recognised Kosovo.", "tie/recognition MNE+MKD>XKX actual"),
        ("China's ally Pakistan criticised India on Monday.", "stance/criticism PAK>IND actual"),
        ("The UN Security Council supported Chad's proposal.", "stance/support UN>TCD actual"),
        ("Kuwait ordered Lebanon's chargé d’affaires to leave within 48 hours.", "stance/criticism KWT>LBN actual"),
        ("Riyadh stopped all imports from Lebanon.", "stance/criticism SAU>LBN actual"),
        ("EU foreign ministers have declared an arms embargo against Indonesia.", "stance/criticism EU>IDN actual"),
    ],
)  # fmt: skip
def test_acts_of_diplomacy_are_read(text: str, expected: str) -> None:
    assert expected in _statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Norway is not ready to mediate between Chad and Sudan.", "stance/offer"),
        ("Peru is concerned that drought could spread in Chile.", "stance/criticism"),
        ("Japan banned imports of beef from Brazil after an outbreak of disease.", "stance/criticism"),
        ("Oman's foreign minister sent a cable of congratulations to his Qatari counterpart.", "project/supply"),
        ("Nepal's vice president paid a courtesy call on visiting President of Bangladesh Abdul Karim.", "contact/visit"),
        ("Peru and Ghana agreed to deepen cooperation in fisheries and infrastructure.", "project/"),
        ("Egypt regretted the failure of talks with Ethiopia to reach an agreement.", "instrument/agreement EGY+ETH> actual"),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_act_is_left(text: str, wrong: str) -> None:
    assert not [s for s in _statements(text) if s.startswith(wrong)]
