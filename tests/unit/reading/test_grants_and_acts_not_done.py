"""Who gives a grant that two sign for; what is only sought, said of envoys at their post, or told of another day."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def read(text: str, title: str | None = None) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    found = load_reader().read(Document("a", text, title=title, date="2024-01-10"))
    return [(f"{s.kind}/{s.mode}", s.actor, s.recipient, s.status) for s in found]


@pytest.mark.parametrize(
    ("text", "title", "giver", "taker"),
    [
        ("Uganda and Finland signed two agreements for 21 million dollar grant.", None, "FIN", "UGA"),
        (
            "Laos and Austria on Monday signed an agreement for a 3 million dollar grant to support clinics.",
            None,
            "AUT",
            "LAO",
        ),
        (
            (
                "Zambia and Ireland signed two papers on Monday. "
                "The 7.5 million dollar project grant aid was to enable government to pave roads."
            ),
            "Zambia and Ireland",
            "IRL",
            "ZMB",
        ),
        (
            (
                "The Malian ministry and the Embassy of Denmark have signed notes on Danish Grant Assistance for "
                "wells, a substantial grant of 90 million kroner."
            ),
            None,
            "DNK",
            "MLI",
        ),
    ],
)
def test_the_usual_giver_gives_where_nothing_says_who(
    text: str, title: str | None, giver: str, taker: str
) -> None:
    assert ("figure/aid", (giver,), (taker,)) in [s[:3] for s in read(text, title)]


@pytest.mark.parametrize(
    "text",
    [
        "Nepal donated a grant of 2 million dollars to Japan after the quake.",
        "Nepal approved aid of 3 million dollars to Japan.",
    ],
)
def test_who_says_that_he_gives_gives(text: str) -> None:
    assert ("figure/aid", ("NPL",), ("JPN",)) in [s[:3] for s in read(text)]


def test_two_usual_takers_are_left_as_told() -> None:
    assert ("figure/aid", ("GHA",), ("TGO",)) not in [
        s[:3] for s in read("Togo and Ghana signed two agreements for 2 million dollar grant.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Oman's minister emphasised early conclusion of a fisheries agreement between Oman and Chile.",
        "Oman and Chile welcomed steps towards the signing of an agreement on fisheries.",
    ],
)
def test_what_is_to_come_soon_is_not_done(text: str) -> None:
    found = [s for s in read(text) if s[0] == "instrument/agreement"]
    assert [status for *_, status in found] in ([], ["proposed"])


def test_a_signing_that_took_place_is_done() -> None:
    text = "The signing of the border treaty between Mali and Niger took place on Monday."
    assert ("instrument/treaty", ("MLI", "NER"), (), "actual") in read(text)


def test_an_ambassador_welcomed_at_his_post_is_no_visitor() -> None:
    text = (
        "Omani minister Ali Said met Chile's ambassador Ana Ruiz in Muscat. The minister welcomed the ambassador "
        "wishing her success in enhancing relations between Oman and Chile."
    )
    assert [s[0] for s in read(text) if s[0].startswith("contact")] == ["contact/meeting"]
    came = read("Omani minister Ali Said welcomed Chilean President Ana Ruiz in Muscat.")
    assert ("contact/visit", ("CHL",), ("OMN",), "actual") in came


def test_a_meeting_at_which_the_leaders_discussed_is_told() -> None:
    text = "During a meeting in Lima on Monday, the leaders discussed ways to enhance trade."
    assert ("contact/meeting", ("PER", "CHL"), (), "actual") in read(
        f"Peru and Chile hold close ties. {text}"
    )
    again = text.replace("a meeting in Lima on Monday", "the meeting")
    told = read(f"Peruvian President Ana Ruiz met Chilean Premier Luis Soto on Monday. {again}")
    assert [s[0] for s in told].count("contact/meeting") == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fiji has asked Peru to make a gift of the loan taken for the Nadru harbour.", "project"),
        ("Togo's president said that Ghana continues internal consultations.", "contact"),
        ("Peru helps Fiji. The ferries aim to bring Fiji closer to Peru.", "stance/interest"),
    ],
)
def test_what_is_not_done_between_the_two_is_left_out(text: str, kind: str) -> None:
    assert not [s for s in read(text) if s[0].startswith(kind)]


def test_the_same_day_is_none_behind_an_open_end() -> None:
    text = (
        "They underlined the need to carry out a 10-year strategy of Peru and Chile until 2030. "
        "The same day, the Peruvian president met the Chilean speaker."
    )
    found = load_reader().read(Document("a", text, date="2024-01-10"))
    assert [s.date for s in found if s.kind == "contact"] != ["2030-12-31"]


def test_a_time_behind_following_is_of_the_event_before() -> None:
    text = (
        "Mali's envoy's trip to Niger was fruitful following the Nigerien minister's visit to Mali last year."
    )
    found = load_reader().read(Document("a", text, date="2024-01-10"))
    dates = {s.actor: s.date for s in found if s.kind == "contact"}
    assert dates[("MLI",)] != "2023"
    assert dates[("NER",)] == "2023"
