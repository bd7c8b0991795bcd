"""Works of consortia and of those entrusted with them, what a work links, sums split among takers."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(text: str) -> set[str]:
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status}"
        for s in load_reader().read(Document("a", text, date="2024-05-10"))
    }


def _sums(text: str) -> set[str]:
    return {
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {float(s.value):g}"
        for s in load_reader().read(Document("a", text, date="2024-05-10"))
        if s.kind == "figure" and s.value is not None
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A consortium of Turkey's Kalyon and Poland's Budimex will build the dam in Togo.",
            "project/construction TUR+POL>TGO planned",
        ),
        (
            "A consortium of Turkish and Polish companies will build the dam in Togo.",
            "project/construction TUR+POL>TGO planned",
        ),
        (
            "A consortium of Polish and Turkish firms holds a concession on the port of Lomé in Togo.",
            "project/venture POL+TUR>TGO actual",
        ),
        (
            "Togo and Benin picked a consortium of Polish firms to build the railway.",
            "project/construction POL>TGO+BEN planned",
        ),
        (
            "The governments of Togo and Benin hired Turkey's Kalyon to build the railway.",
            "project/construction TUR>TGO+BEN planned",
        ),
        (
            "A Norwegian firm won the concession to rehabilitate the line linking Chad with Cameroon.",
            "project/modernisation NOR>TCD+CMR planned",
        ),
        (
            "The bridge linking Zambia with Botswana was built by South Korea's Daewoo.",
            "project/construction KOR>ZMB+BWA actual",
        ),
        (
            "A Polish company is upgrading the road that links Kampala in Uganda with Kigali in Rwanda.",
            "project/modernisation POL>UGA+RWA actual",
        ),
        ("Work on a line between Togo and Benin has begun.", "project/construction TGO+BEN> actual"),
        (
            "The European Union, which together with Norway signed a memorandum with Togo in May, will pay for studies.",
            "instrument/memorandum EU+NOR+TGO> actual",
        ),
    ],
)
def test_who_works_for_whom(text: str, told: str) -> None:
    assert told in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Togo and Benin began talks on a line between them.",
        "Togo's firm works with a loan guaranteed by the export agency of Denmark.",
        "Togo has agreed in principle to buy 500 MW from Ghana.",
    ],
)
def test_neither_talks_on_a_line_nor_guarantees_nor_purchases_are_works_or_offers(text: str) -> None:
    assert not any("construction" in t or "offer" in t for t in _told(text))


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            (
                "The African Development Bank has committed 696 million dollars, of which 597 million will go to Togo "
                "and the rest to Benin."
            ),
            {"loan AFDB>TGO+BEN 6.96e+08", "loan AFDB>TGO 5.97e+08"},
        ),
        (
            "Norway pledged 60 million euros in aid, of which 40 million is for Chad and 20 million for Mali.",
            {"aid NOR>TCD+MLI 6e+07", "aid NOR>TCD 4e+07", "aid NOR>MLI 2e+07"},
        ),
        (
            "The US lent Togo $553 million for the line, alongside $200 million from the Development Bank of Southern Africa.",
            {"loan USA>TGO 5.53e+08", "loan ZAF>TGO 2e+08"},
        ),
        ("Norway lent $20 million for the road from Togo to Mali.", {"loan NOR>TGO+MLI 2e+07"}),
    ],
)
def test_each_sum_has_its_giver_and_its_takers(text: str, sums: set[str]) -> None:
    assert _sums(text) == sums


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("TechMet of Ireland will build a smelter in Togo.", "project/construction IRL>TGO planned"),
        ("Ghana's Petrobras will build a refinery in Togo.", "project/construction GHA>TGO planned"),
        ("Transelectrica will build a power line in Togo.", "project/construction ROU>TGO planned"),
        ("A group from Ghana, an Exxon-led consortium, will build a refinery in Togo.", None),
    ],
)
def test_a_known_firm_is_of_its_seat_unless_the_text_says_otherwise(text: str, told: str | None) -> None:
    found = _told(text)
    assert told in found if told else not any("USA" in t for t in found)


@pytest.mark.parametrize(
    "text",
    [
        "Peru is building a dam in Togo, and Zarubin Group opened a factory in Lomé.",
        "Peru is building a wind farm in Togo, while Maxam opened an explosives factory in Lomé.",
    ],
)
def test_what_a_name_that_no_list_knows_does_is_not_done_by_who_acts_before(text: str) -> None:
    assert [t for t in _told(text) if "construction" in t] == ["project/construction PER>TGO actual"]


def test_talks_broken_off_are_dated_by_when_they_go_on() -> None:
    text = "Talks between Togo and Fiji, suspended in 2018, are to restart in July."
    assert [s.date for s in load_reader().read(Document("a", text, date="2024-05-10"))] == ["2024-07"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A trade mission of 23 Spanish companies spent four days in Lomé, Togo, this week.",
            "contact/visit ESP>TGO actual",
        ),
        ("A delegation of Spanish companies visited Togo this week.", "contact/visit ESP>TGO actual"),
        ("Spanish companies visited Togo this week.", None),
    ],
)
def test_firms_visit_as_a_delegation_only(text: str, told: str | None) -> None:
    found = _told(text)
    assert told in found if told else not any("visit" in t for t in found)
