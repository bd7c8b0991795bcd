"""Peers, hosts and guests without a country are of the other of two who met or visited."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

Told = set[tuple[str, tuple[str, ...], tuple[str, ...]]]


def _told(title: str, text: str) -> Told:
    found = load_reader().read(Document("a", text, title=title, date="2024-01-01"))
    return {(f"{s.kind}/{s.mode}", s.actor, s.recipient) for s in found}


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "Estonia and Georgia",
            (
                "Foreign Minister Kadri Saar of Estonia received Georgian Foreign Minister Levan Kobalia in Tallinn. "
                "Her visitor thanked her for the support and invited her to Georgia."
            ),
            {("stance/support", ("GEO",), ("EST",)), ("stance/invitation", ("GEO",), ("EST",))},
        ),
        (
            "Chile's president in Norway",
            (
                "The Chilean president, Ana Soto, visited Norway on 2 June 2023. The visitor invited the Norwegian king to "
                "Santiago. The host thanked Chile for its copper."
            ),
            {("stance/invitation", ("CHL",), ("NOR",)), ("stance/support", ("NOR",), ("CHL",))},
        ),
        (
            "Kenya and Malta",
            (
                "Kenyan Foreign Minister Ruth Odera met Malta's Foreign Minister Joe Borg on 3 May 2023. Her counterpart "
                "asked for more flowers."
            ),
            {("stance/request", ("MLT",), ("KEN",))},
        ),
        (
            "Vietnamese president arrives in Vientiane",
            (
                "Vietnamese President Tran Van Duc began a two-day state visit on Monday. His host, President Bounthong "
                "Sisavath, welcomed him. Duc invited Sisavath to come to Hanoi next year."
            ),
            {("stance/invitation", ("VNM",), ("LAO",))},
        ),
        (
            "Angolan leader ends visit to Cuba",
            (
                "Angolan President João Cardoso left Cuba on Thursday after a three-day visit. He had come at the "
                "invitation of President Miguel Ortega. Ortega is to return the visit in 2025."
            ),
            {
                ("contact/visit", ("AGO",), ("CUB",)),
                ("stance/invitation", ("CUB",), ("AGO",)),
                ("contact/visit", ("CUB",), ("AGO",)),
            },
        ),
        (
            "Argentina and Mozambique consult",
            (
                "Argentina and Mozambique held consultations in Maputo. His counterpart, Manuel Chissale, asked Pablo "
                "Ferreyra, Argentina's minister, for help. Ferreyra said that Buenos Aires was prepared to send experts."
            ),
            {("stance/offer", ("ARG",), ("MOZ",))},
        ),
        (
            "Uganda summons Congolese envoy",
            "Uganda summoned the Congolese ambassador over the shelling. Kenya has offered to mediate.",
            {("stance/offer", ("KEN",), ("UGA", "COD"))},
        ),
    ],
)
def test_the_other_of_two_acts(title: str, text: str, told: Told) -> None:
    assert told <= _told(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ireland and Peru",
            "The hotel of Ireland's envoy to Peru welcomed every visitor. The guest house thanked the cooks.",
        ),
        (
            "Ireland and Peru",
            "Irish minister Liam Burke met Peru's envoy. The host country of the cup invited the players.",
        ),
        (
            "Angola and Cuba",
            "Angolan tourists left Cuba after a three-day visit. A guest of the hotel invited the band.",
        ),
    ],
)
def test_guests_who_visit_no_state_say_nothing(title: str, text: str) -> None:
    assert not {mode for mode, *_ in _told(title, text) if mode.startswith("stance/")}
