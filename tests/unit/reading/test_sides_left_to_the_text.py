"""What a text leaves to be understood: the island, the country's own post, recognition taken back, stakes, prices, what was nothing before."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(text: str, title: str | None = None) -> set[str]:
    found = load_reader().read(Document("a", text, title=title, date="2024-05-08"))
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in found
        if s.kind != "quote"
    }


def _values(text: str) -> list[tuple[str, int]]:
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    return [(s.mode, int(s.value or 0)) for s in found if s.kind == "figure" and s.measure == "level"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cuba recognised Angola in 1975. Ana Soto of Angola visited the island in 2007.", "contact/visit AGO>CUB actual 2007"),
        ("Taiwan and Palau signed a pact in 2019. Palau's president visited the island in 2020.", "contact/visit PLW>TWN actual 2020"),
        ("Malta opened an embassy in Ghana in 2020. The island nation signed a treaty with Togo in 2021.", "instrument/treaty MLT+TGO> actual 2021"),
    ],
)  # fmt: skip
def test_the_island_is_the_one_that_the_text_speaks_of(text: str, told: str) -> None:
    assert told in _told(text)


def test_the_island_is_no_state_where_none_of_those_named_is_one() -> None:
    assert not _told("Chad and Russia discussed the dispute. Chad visited the island.")


def test_the_countrys_embassy_abroad_is_of_whoever_opens_it() -> None:
    text = "Uruguay's president will inaugurate the country's new chancery in Seoul."
    assert _told(text) == {"tie/embassy URY>KOR planned"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Suriname recognised Kosovo in 2016. The recognition was revoked in 2017.", "tie/recognition SUR>XKX ended 2017"),
        ("Suriname recognised Kosovo in 2016. It withdrew its recognition in 2017.", "tie/recognition SUR>XKX ended 2017"),
    ],
)  # fmt: skip
def test_a_recognition_taken_back_is_that_told_before(text: str, told: str) -> None:
    assert told in _told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The EU has had a Delegation in Tashkent since 2011.", "tie/mission EU>UZB actual 2011/.."),
        ("A memorandum launching a strategic partnership was signed on 5 April 2024 by Kenya and Peru.", "tie/partnership KEN+PER> actual 2024-04-05"),
    ],
)  # fmt: skip
def test_delegations_of_the_union_and_partnerships_launched_by_papers_are_told(text: str, told: str) -> None:
    assert told in _told(text)


def test_a_paper_that_governs_relations_has_the_year_of_its_name() -> None:
    text = "The 1999 Cooperation Agreement governs relations."
    assert _told(text, "Kenya and Peru") == {"instrument/agreement KEN+PER> actual 1999"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Kenya bought a stake in a Peruvian bank for $30 million.", [("investment", 30_000_000)]),
        ("Portugal sold most of its stake in the dam to Mozambique for $950 million.", []),
        ("With EUR 250 million invested, Slovenia is the seventh largest investor in Montenegro.", [("investment", 250_000_000)]),
        ("Uruguay's exports of beef to Japan have climbed from practically zero to $60 million.", [("exports", 0), ("exports", 60_000_000)]),
        ("Nepal will sell power to Bangladesh at 6.4 US cents a unit.", []),
    ],
)  # fmt: skip
def test_sums_of_stakes_and_prices_are_no_trade(text: str, values: list[tuple[str, int]]) -> None:
    assert _values(text) == values


def test_nothing_goes_to_a_third_country_that_nobody_names() -> None:
    text = "Nepal will sell power to Bangladesh. It is the first time that Nepal will sell power to a third country."
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    assert [s.evidence.text for s in found if s.mode == "supply"] == ["Nepal will sell power to Bangladesh"]


def _people(text: str) -> dict[str, str | None]:
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    return {p.name: p.country for s in found for p in s.people}


@pytest.mark.parametrize(
    "opening",
    [
        "The energy ministers of Peru and Ecuador, Cesar Landa and Juan Pintado, met in Lima.",
        "Peru's and Ecuador's energy ministers, Cesar Landa and Juan Pintado, met in Lima.",
    ],
)
def test_officers_told_together_have_their_countries_in_order(opening: str) -> None:
    assert _people(opening) == {"Cesar Landa": "PER", "Juan Pintado": "ECU"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Togo's premier visited Fiji in May 2017 (state visit), January 2019 (for a festival) and September 2020.",
         {"contact/visit TGO>FJI actual 2017-05", "contact/visit TGO>FJI actual 2019-01", "contact/visit TGO>FJI actual 2020-09"}),
        ("In 1984 Togo and Fiji concluded a treaty of friendship. It was renewed in 1990.",
         {"instrument/treaty TGO+FJI> actual 1984", "instrument/treaty TGO+FJI> actual 1990"}),
        ("Togo and Fiji signed a contract in 2001. It was not renewed.",
         {"instrument/contract TGO+FJI> actual 2001", "instrument/contract TGO+FJI> ended"}),
        ("A labour agreement between Togo and Fiji could be signed when Fijian President Ana Rua comes to Lomé in July.",
         {"instrument/agreement TGO+FJI> proposed 2024-07", "contact/visit FJI>TGO planned 2024-07"}),
        ("Togo's and Fiji's ministers met to mark 60 years of relations.",
         {"contact/meeting TGO+FJI> actual", "figure/duration TGO+FJI> actual"}),
        ("Some 230 Togolese are studying at Fijian universities.", {"figure/students TGO>FJI actual"}),
        ("Fiji bought tea worth $1.1 billion from Togo last year.", {"figure/imports FJI>TGO actual 2023"}),
    ],
)  # fmt: skip
def test_each_is_told_with_its_time_and_status(text: str, told: set[str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pipe brings Norwegian gas to Poland. Polish firm PGNiG sealed a ten-year deal with Equinor for 2.4 bcm a year.",
         "figure/energy NOR>POL actual"),
        ("Hungary signed a deal with Russia on 4.5 bcm of gas a year.", "figure/energy RUS>HUN actual"),
    ],
)  # fmt: skip
def test_energy_goes_the_way_told_of_before_or_from_whom_one_signs_with(text: str, told: str) -> None:
    assert told in _told(text)


def test_who_sends_energy_is_not_turned_round() -> None:
    text = "Iran supplies gas to Armenia. Armenia sends 3 GWh of power back to Iran."
    assert "figure/energy ARM>IRN actual" in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Estonian Embassy in Kyiv was opened in 1992; Ukraine's embassy in Tallinn followed a year later.",
        "Estonia opened an embassy in Kyiv in 1992. Ukraine's embassy in Tallinn followed in 1993.",
        "Estonia opened its embassy in Kyiv in 1992; Ukraine's in Tallinn followed in 1993.",
    ],
)
def test_an_embassy_that_followed_is_of_whoever_owns_it(text: str) -> None:
    assert _told(text) == {"tie/embassy EST>UKR actual 1992", "tie/embassy UKR>EST actual 1993"}


def test_relations_are_as_old_as_the_years_since_they_began() -> None:
    text = "Over the past 52 years since the establishment of diplomatic ties, Kenya and Peru have supported each other."
    assert "tie/diplomatic_relations KEN+PER> actual 1972" in _told(text)


def test_an_ambassador_who_says_where_here_is_speaks_for_the_other_of_the_two() -> None:
    text = (
        "Speech by Ambassador Mere Tua\n\nNew Zealand opened its embassy here in Santiago in 1972, I may say. "
        "I thank you for your hospitality. My family and I thank Chile."
    )
    assert "stance/support NZL>CHL actual" in _told(text, "Chile and New Zealand: 75 years")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru criticised Chile, Ecuador and Bolivia after the three countries signed a pact in 2020.",
         "instrument/agreement CHL+ECU+BOL> actual 2020"),
        ("Israel recalled its ambassadors to Ireland, Norway and Spain after the three European countries recognised Palestine.",
         "tie/recognition IRL+NOR+ESP>PSE actual"),
    ],
)  # fmt: skip
def test_the_three_are_those_listed_last(text: str, told: str) -> None:
    assert told in _told(text)


def test_an_agreement_severed_has_ended() -> None:
    assert _told("Fiji severed a police agreement with China in 2023.") == {
        "instrument/agreement FJI+CHN> ended 2023"
    }


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Uruguay reiterated its wish to join the bloc and asked for Japan's support.", {"stance/request URY>JPN actual"}),
        ("Kenya assured Peru of its full support.", {"stance/support KEN>PER actual"}),
        ("Kenya assured Peru of its help.", {"stance/offer KEN>PER actual"}),
    ],
)  # fmt: skip
def test_support_asked_for_is_not_given_and_support_assured_is_no_offer(text: str, stances: set[str]) -> None:
    assert {t for t in _told(text) if t.startswith("stance")} == stances


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Fiji recognised Togo in 2016. In October 2017 Fiji's minister said the recognition had been withdrawn.", "Fiji's minister"),
        ("Fiji for its part reiterated its wish to join the OECD, for which it asked for Japan's backing.", "Fiji"),
        ("Fiji's premier will fly to Oman on Saturday after concluding a visit to Togo, where she met President Ato Dossou.", None),
    ],
)  # fmt: skip
def test_who_says_so_is_told_without_what_stands_around_it(text: str, source: str | None) -> None:
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    assert {s.attribution.source if s.attribution else None for s in found if s.kind != "quote"} - {None} == (
        {source} if source else set()
    )


@pytest.mark.parametrize(
    "text",
    [
        "The line will allow Serbia to receive up to 400 million cubic metres of Azerbaijani gas a year.",
        "Serbia gets 3 bcm of Azerbaijani gas a year.",
    ],
)
def test_whoever_gets_energy_is_no_sender_and_a_line_offers_nothing(text: str) -> None:
    told = _told(text)
    assert {t.rsplit(" ", 1)[0] for t in told} == {"figure/energy AZE>SRB", "project/supply AZE>SRB"}
