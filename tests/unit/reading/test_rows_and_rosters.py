"""What rows and sections of an article on one country's relations tell: seats abroad, rosters of bodies, times set apart."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

_TITLE = "Foreign relations of Togo"


def _read(
    text: str, title: str = _TITLE
) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str, str | None]]:
    found = load_reader().read(Document("a", text, title=title, date=None))
    return [
        (f"{s.kind}/{s.mode}", tuple(sorted(s.actor)), tuple(s.recipient), s.status, s.date) for s in found
    ]


def _members(text: str, title: str = _TITLE) -> set[str]:
    return {r[2][0] for r in _read(text, title) if r[0] == "tie/membership" and r[1] == ("TGO",)}


@pytest.mark.parametrize("seat", ["Nairobi (Kenya)", "Nairobi, Kenya", "Nairobi"])
def test_the_seat_of_a_post_in_a_third_state_is_none_of_both_countries(seat: str) -> None:
    text = (
        f"Fiji is represented in Togo through its embassy in {seat}. Both countries are members of the WTO."
    )
    assert ("tie/membership", ("FJI", "TGO"), ("WTO",), "actual", None) in _read(text)


def test_an_envoy_at_home_stands_beside_the_consulate() -> None:
    told = _read(
        "Fiji is represented in Togo through a non-resident ambassador based in Suva and an honorary consulate in Lomé."
    )
    assert {r[0] for r in told if r[1:3] == (("FJI",), ("TGO",))} == {"tie/mission", "tie/consulate"}


@pytest.mark.parametrize(
    "text",
    [
        "Togo has ties with Fiji.\n\nTogo maintains 14 embassies around the world.",
        "Fiji serves citizens of Togo in states where Togo has no missions of its own.",
        "Fiji serves citizens of Togo in countries that do not have Togolese diplomatic presence.",
    ],
)
def test_posts_nowhere_in_particular_are_not_with_the_partner(text: str) -> None:
    assert not [r for r in _read(text) if r[0] in ("tie/embassy", "tie/mission", "tie/consulate")]


def test_posts_in_counted_countries_are_where_they_are_named() -> None:
    told = _read("Togo has embassies in 14 countries, including Fiji.")
    assert ("tie/embassy", ("TGO",), ("FJI",), "actual", None) in told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("IMF, FAO, UNESCO (observer), WTO.", f"{_TITLE} — section “International organisation participation”"),
        ("Togo is small.\n\nInternational organization participation: IMF, FAO, UNESCO (observer), WTO.", _TITLE),
        ("Togo is a member of the following international organisations:\n\nIMF, FAO, UNESCO, WTO", _TITLE),
        ("Togo participates in these international organizations:\n\n- IMF\n\n- FAO\n\n- UNESCO\n\n- WTO (observer)", _TITLE),
    ],
)  # fmt: skip
def test_bodies_listed_alone_under_words_of_membership_are_memberships(text: str, title: str) -> None:
    assert _members(text, title) == {"IMF", "FAO", "UNESCO", "WTO"}


def test_a_body_that_a_state_only_applied_to_is_left_out_of_the_list() -> None:
    assert _members("International organization participation: IMF, WTO (applicant), FAO, UNESCO.") == {
        "IMF",
        "FAO",
        "UNESCO",
    }


def test_bodies_listed_under_other_words_are_no_memberships() -> None:
    assert _members("Togo criticised the following:\n\n- IMF\n\n- FAO\n\n- WTO") == set()


def test_the_partnership_of_an_alliance_is_not_the_alliance() -> None:
    told = _members(
        "Togo is a member of the United Nations, NATO's Partnership for Peace; and the World Bank."
    )
    assert told == {"UN", "PFP", "WB"}


def test_the_commonwealth_stands_in_a_list_of_bodies() -> None:
    assert "COMMONWEALTH" in _members(
        "Togo is a member of the United Nations and its agencies, the Commonwealth, and the OIC."
    )


def test_who_signs_up_to_organisations_is_in_those_listed() -> None:
    text = "After its declaration of 3 May 1961, Togo joined the UN on 4 June 1961 and is a signatory to a number of international agreements and organisations, including UNESCO and the IMF."
    memberships = {(r[2][0], r[4]) for r in _read(text) if r[0] == "tie/membership"}
    assert {("UNESCO", None), ("IMF", None)} <= memberships


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Togo could have joined the African Union in 1963, but chose not to do so.",
            ("tie/membership", ("TGO",), ("AU",), "denied", "1963"),
        ),
        (
            "Fiji supports Togo joining the OECD.",
            ("tie/membership", ("TGO",), ("OECD",), "proposed", None),
        ),
        (
            "Norway recognised Togo on 27 April 1960, as did Sweden.",
            ("tie/recognition", ("SWE",), ("TGO",), "actual", "1960-04-27"),
        ),
        (
            "Togo opened relations. Chile extended recognition on 3 May 1960.",
            ("tie/recognition", ("CHL",), ("TGO",), "actual", "1960-05-03"),
        ),
        (
            "Togo established diplomatic relations with Fiji and Samoa in May and October 1988, respectively.",
            ("tie/diplomatic_relations", ("TGO", "WSM"), (), "actual", "1988-10"),
        ),
        (
            "Togolese-Fijian relations date back to 4 May 1988, a week after the fair.",
            ("tie/diplomatic_relations", ("FJI", "TGO"), (), "actual", "1988-05-04"),
        ),
        (
            "Under the accord Togo was to establish a consulate in Suva.",
            ("tie/consulate", ("TGO",), ("FJI",), "planned", None),
        ),
        (
            "Togo signed a friendship and trade agreement with Fiji, runs a fair, and encourages work.",
            ("instrument/agreement", ("FJI", "TGO"), (), "actual", None),
        ),
        (
            "Togo hosted the summit of the African Union in 2000.",
            ("contact/meeting", ("AU", "TGO"), (), "actual", "2000"),
        ),
        (
            "Togo has an alliance with Chile. Today, Chile is a major arms supplier to the country.",
            ("project/supply", ("CHL",), ("TGO",), "actual", None),
        ),
        (
            "In 2003 the Togolese voted to leave the OECD and Togo's WTO membership took effect on 1 May 2004.",
            ("tie/membership", ("TGO",), ("WTO",), "actual", "2004-05-01"),
        ),
        (
            "In 1995, the country became the first West African state admitted to the OECD. Chile is far.",
            ("tie/membership", ("TGO",), ("OECD",), "actual", "1995"),
        ),
        (
            "Togo was the first of these states to be admitted to the OECD in 1995. Chile is far.",
            ("tie/membership", ("TGO",), ("OECD",), "actual", "1995"),
        ),
        (
            "Once Togo and Chile sign the fisheries treaty, Chile will lower its tariffs.",
            ("instrument/treaty", ("CHL", "TGO"), (), "planned", None),
        ),
        (
            "Chile appointed a diplomatic envoy to Togo in 1961.",
            ("tie/mission", ("CHL",), ("TGO",), "actual", "1961"),
        ),
    ],
)
def test_a_row_tells_its_acts_with_their_status_and_time(
    text: str, told: tuple[str, tuple[str, ...], tuple[str, ...], str, str | None]
) -> None:
    assert told in _read(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Togo has long ties with Fiji. It encourages foreign investment.", "stance/request"),
        ("Togo has long ties with Fiji. It requested international recognition.", "stance/request"),
        ("Fiji has been attempting to sever its old ties to Togo.", "tie/diplomatic_relations"),
        ("Togo has ties with Fiji. It hosted the APEC Economic Leaders' Meeting in 2000.", "contact/visit"),
    ],
)
def test_what_is_done_to_nobody_or_only_tried_is_not_told_of_the_partner(text: str, kind: str) -> None:
    told = [
        r for r in _read(text) if r[0] == kind and (kind != "tie/diplomatic_relations" or r[3] != "actual")
    ]
    assert told == []


def test_to_which_points_back_not_on() -> None:
    told = _read(
        "Togo valued its place in the United Nations, to which it was admitted on 20 September 1960, and sought one in NATO."
    )
    assert ("tie/membership", ("TGO",), ("UN",), "actual", "1960-09-20") in told
    assert not any(r[2] == ("NATO",) and r[4] for r in told)


@pytest.mark.parametrize(
    "words", ["compared to the year 2004", "in comparison with 2004", "compared with 2004"]
)
def test_a_year_compared_with_is_no_period(words: str) -> None:
    told = _read(f"Togo's trade with Chile in 2005 was 44.7 million USD, increasing by 33.4% {words}.")
    assert {r[4] for r in told if r[0] == "figure/trade"} == {"2005"}
