"""Who acts together, what stands in brackets or in an aside, and whose time it is."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(text: str) -> set[str]:
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in found
        if s.kind != "quote"
    }


def _figures(text: str) -> set[str]:
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    return {
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.measure} {float(s.value):g} {s.unit}"
        for s in found
        if s.measure is not None and s.value is not None
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Togo and Fiji agreed to speed up a visa treaty that was initialled in 2019 and to build a port.",
         {"instrument/treaty TGO+FJI> actual 2019", "project/construction TGO+FJI> planned"}),
        ("Togo plans to modernise the port, which was opened in 2011, and to build a railway with Fiji.",
         {"project/construction TGO+FJI> planned"}),
        ("Togo and Fiji signed an accord to build a port, whose feasibility study was completed in March, and agreed to open a border post.",
         {"instrument/agreement TGO+FJI> actual", "tie/link TGO+FJI> planned"}),
        ("Togo opened an embassy in Suva, which was closed in 2019, and signed a visa treaty with Fiji.",
         {"instrument/treaty TGO+FJI> actual"}),
        ("Togo and Fiji signed a pact to raise trade to $5 million by 2030.", {"instrument/agreement TGO+FJI> actual"}),
        ("Togo and Fiji signed a pact to raise trade from $3 million in 2022 to $5 million by 2030.",
         {"instrument/agreement TGO+FJI> actual"}),
        ("Togo and Fiji signed a work plan for the years 2025-2027 on Monday.",
         {"instrument/roadmap TGO+FJI> actual 2024-05-06"}),
        ("This will be the last of the Togolese president's visits to Fiji; his term ends in December.",
         {"contact/visit TGO>FJI planned"}),
        ("Talks between Togo and Fiji, a buyer of 200,000 tonnes in 2023, are to resume next month.",
         {"contact/meeting TGO+FJI> planned 2024-06"}),
    ],
)  # fmt: skip
def test_an_act_has_not_the_time_of_an_aside_a_purpose_or_the_next_sentence(
    text: str, told: set[str]
) -> None:
    assert told <= _told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The premier of Togo visited Fiji on 17 May 2015, the first to do so, during which the two countries signed a treaty.",
         {"instrument/treaty TGO+FJI> actual 2015-05-17"}),
        ("Togo's premier visited Fiji in May 2015, on which occasion the two sides signed a treaty.",
         {"instrument/treaty TGO+FJI> actual 2015-05"}),
    ],
)  # fmt: skip
def test_what_is_signed_during_a_visit_has_its_time(text: str, told: set[str]) -> None:
    assert {t.replace("FJI+TGO", "TGO+FJI") for t in _told(text)} >= told


def test_a_month_is_not_of_the_year_that_something_has_been_so_since() -> None:
    text = "It was the Togolese leader's first visit to Fiji since he took power in 2013, and came months after the Fijian leader's trip to Togo in February."
    assert "contact/visit FJI>TGO actual 2024-02" in _told(text)


def test_an_older_visit_is_not_when_the_sentence_behind_it_is_set() -> None:
    text = (
        "It was the Togolese leader's first visit to Fiji, months after the Fijian leader's trip to Togo in February. "
        "The two signed a treaty."
    )
    assert "instrument/treaty TGO+FJI> actual" in {t.replace("FJI+TGO", "TGO+FJI") for t in _told(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Togo met Fiji. In 2019 the two countries, together with Oman and Peru, signed a declaration.",
         "instrument/declaration TGO+FJI+OMN+PER> actual 2019"),
        ("Togo met Fiji. In 2019 both countries, along with Oman and Peru, signed a declaration.",
         "instrument/declaration TGO+FJI+OMN+PER> actual 2019"),
        ("Togo met Fiji. Together with Oman and Peru, the two countries signed a declaration in 2019.",
         "instrument/declaration OMN+PER+TGO+FJI> actual 2019"),
        ("Together with Oman, Togo and Fiji signed a declaration in 2019.",
         "instrument/declaration OMN+TGO+FJI> actual 2019"),
        ("Fiji, Oman and Peru, with whom Togo signed fishing accords in 2019, protested.",
         "instrument/agreement TGO+FJI+OMN+PER> actual 2019"),
        ("Togo wants to come to terms with Fiji and Oman, with which Peru signed a treaty in 2019.",
         "instrument/treaty PER+FJI+OMN> actual 2019"),
    ],
)  # fmt: skip
def test_those_listed_together_with_others_act_with_them(text: str, told: str) -> None:
    assert told in _told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The two ministers of Togo and Fiji discussed Fiji's request to join the CPTPP.", "tie/membership FJI>CPTPP proposed"),
        ("Togo and Oman discussed Fiji's application to join the CPTPP.", "tie/membership FJI>CPTPP proposed"),
    ],
)  # fmt: skip
def test_whose_request_it_is_would_do_it(text: str, told: str) -> None:
    assert {t for t in _told(text) if "membership" in t} == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Foreign Secretary spoke by telephone with Togo's Foreign Minister Ana Dossou today. They discussed trade between Togo and Fiji.",
         "contact/call FJI+TGO> actual 2024-05-08"),
        ("The Chancellor welcomed Togo's President in the capital today. They discussed trade between Austria and Togo.",
         "contact/visit TGO>AUT actual 2024-05-08"),
        ("They discussed trade between Fiji and Togo, and the Prime Minister urged Togo to back the resolution.",
         "stance/request FJI>TGO actual"),
    ],
)  # fmt: skip
def test_an_officer_who_deals_with_one_of_two_is_of_the_other(text: str, told: str) -> None:
    assert told in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Togo's President Ana Dossou arrived in Suva on Monday, where she was welcomed by Fiji's vice-president.",
        "Togo's President Ana Dossou landed in Suva on Monday and was received by Fiji's vice-president.",
    ],
)
def test_a_visit_and_its_welcome_are_one_statement(text: str) -> None:
    assert _told(text) == {"contact/visit TGO>FJI actual 2024-05-06"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Togo and Fiji looked forward to the signing of a tax treaty.", "instrument/treaty TGO+FJI> planned"),
        ("Togo's minister was looking forward to the visit of Fiji's president to Lomé in June.",
         "contact/visit FJI>TGO planned 2024-06"),
    ],
)  # fmt: skip
def test_what_is_looked_forward_to_is_planned(text: str, told: str) -> None:
    assert told in _told(text)


def test_talks_that_are_opened_build_nothing() -> None:
    text = "Ministers from Togo and Fiji opened talks on a new railway in Muscat on Sunday."
    assert not [t for t in _told(text) if t.startswith("project")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Trade of Togo with Fiji came to EUR 290.4 million in 2023 (exports 82.1, imports 208.3), up 14.6%.",
         {"exports TGO>FJI level 8.21e+07 EUR", "imports TGO>FJI level 2.083e+08 EUR", "trade FJI+TGO> growth 14.6 percent"}),
        ("Togo's exports to Fiji fell to €3.1 million, while imports doubled to €11 million.",
         {"exports TGO>FJI level 3.1e+06 EUR", "imports TGO>FJI multiple 2 1", "imports TGO>FJI level 1.1e+07 EUR"}),
        ("Togo's exports to Fiji fell by nearly a third to €3.1 million in 2020.",
         {"exports TGO>FJI level 3.1e+06 EUR", "exports TGO>FJI growth -33.3333 percent"}),
        ("Togo and Fiji signed five accords and pledged to raise trade from $10 million to $15 million.",
         {"trade TGO+FJI> level 1e+07 USD", "trade TGO+FJI> level 1.5e+07 USD"}),
        ("Togo and Fiji want to lift trade from $10 million to $15 million.",
         {"trade TGO+FJI> level 1e+07 USD", "trade TGO+FJI> level 1.5e+07 USD"}),
        ("Fiji was the largest buyer of Togolese tea last year, purchasing 1.2 million tonnes, followed by Oman with 500,000 tonnes and Peru with 200,000.",
         {"exports TGO>FJI level 1.2e+06 t", "exports TGO>OMN level 500000 t", "exports TGO>PER level 200000 t"}),
        ("Fiji was Togo's biggest customer, with purchases of $850 million.", {"imports FJI>TGO level 8.5e+08 USD"}),
        ("Fiji is among the ten largest investors in Togo, with a stock of EUR 330 million at the end of 2021.",
         {"investment FJI>TGO level 3.3e+08 EUR"}),
        ("Fiji supported projects in Togo worth €18 million between 2006 and 2022.", {"aid FJI>TGO level 1.8e+07 EUR"}),
    ],
)  # fmt: skip
def test_amounts_are_of_the_flow_and_partner_they_stand_beside(text: str, figures: set[str]) -> None:
    read = {f.replace("trade TGO+FJI>", "trade FJI+TGO>") for f in _figures(text)}
    assert {f.replace("trade TGO+FJI>", "trade FJI+TGO>") for f in figures} <= read


@pytest.mark.parametrize(
    "text",
    [
        "Togo and Fiji are friends.\n\nTogo shipped more than 9 million tonnes of rice abroad last year.",
        "Togo and Fiji are friends.\n\nTogo exported 9 million tonnes of rice worldwide last year.",
        "Togo is a leading investor in Fiji.",
    ],
)
def test_what_goes_to_all_the_world_and_one_of_several_leaders_is_no_figure_of_two(text: str) -> None:
    assert _figures(text) == set()


def test_exports_told_beside_the_trade_of_two_are_a_part_of_it() -> None:
    text = (
        "Togo trades with Oman, Peru, Chile and Mali. Togolese exports grew. Togolese ships call in Chile.\n\n"
        "In 2022 trade between Togo and Fiji came to 16.9 million euros. Togolese exports made up 12.4 million of this."
    )
    assert "exports TGO>FJI level 1.24e+07 EUR" in _figures(text)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Togo's sales to Fiji rose 8.7 percent by volume over 2022, to $7 million.", "2022"),
        ("Togo's exports to Fiji rose 21 percent in value over 2022.", "2022"),
    ],
)
def test_a_year_that_a_rise_is_measured_over_is_what_it_is_compared_with(text: str, base: str) -> None:
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    assert found
    assert base not in {s.date for s in found}
