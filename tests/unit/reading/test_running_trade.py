"""Flows told over sentences: a further partner, a sum that opens, goods of the flow before, a country's whole."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

DOCUMENTS = [
    (
        "Laos and Poland",
        "Lao exports to Poland came to $11 million in 2022. Sales to Hungary, however, shrank by 12 percent to $4 million.",
        {("exports", "LAO", "POL", 11e6), ("exports", "LAO", "HUN", -12), ("exports", "LAO", "HUN", 4e6)},
    ),
    (  # both own flows: whose the third is stays open
        "Kenya and Uganda",
        "Kenya's exports to Uganda rose 5 percent in 2023. Uganda's exports to Kenya fell 3 percent. Exports to Tanzania grew 9 percent.",
        {("exports", "KEN", "UGA", 5), ("exports", "UGA", "KEN", -3)},
    ),
    (
        "Nepal and Qatar",
        "At $4.2 million, Nepal's exports to Qatar were the highest on record.",
        {("exports", "NPL", "QAT", 4.2e6)},
    ),
    (
        "Peru and Korea",
        "At 3,800 metres, Peruvian exports of quinoa to Korea begin. They were worth $3 million in 2022.",
        {("exports", "PER", "KOR", 3e6)},
    ),
    (
        "Fiji and Tonga",
        "Fiji's imports from Tonga amounted to $2 million in 2022; squash made up 60 percent and vanilla 20 percent.",
        {("imports", "FJI", "TON", 2e6), ("imports", "FJI", "TON", 60), ("imports", "FJI", "TON", 20)},
    ),
    (
        "Iceland and Ghana",
        "Iceland exported fish worth $12 million to Ghana in 2021. Stockfish alone contributed $9 million.",
        {("exports", "ISL", "GHA", 12e6), ("exports", "ISL", "GHA", 9e6)},
    ),
    (  # a price is no sum
        "Chile and Laos",
        "Chilean exports to Laos reached $52 million in 2023. Copper was $9,000 a tonne.",
        {("exports", "CHL", "LAO", 52e6)},
    ),
    (
        "Cuba and Angola",
        "Cuban exports to Angola fell by 12 percent in 2021 and by a further 9 percent in 2022.",
        {("exports", "CUB", "AGO", -12), ("exports", "CUB", "AGO", -9)},
    ),
    (
        "Eswatini and Malta",
        "Eswatini sold 5,000 tons of sugar to Malta in 2021. Overall the kingdom exported 370,000 tons.",
        {("exports", "SWZ", "MLT", 5000)},
    ),
    (
        "Georgian wine in Poland",
        "Georgia exported 118 million litres of wine to 66 countries in 2023.",
        set(),
    ),
    (
        "Serbia and Egypt",
        "The value of goods exchanged with Egypt was 168 million euros for Serbia in 2023.",
        {("trade", "EGY+SRB", "", 168e6)},
    ),
]

LISTS = [
    (
        "Belarus and Zimbabwe",
        "Minsk's exports to Zimbabwe stood at $54 million in 2022. They were made up chiefly of tractors, fire engines and buses.",
        {("exports", "BLR", "ZWE")},
    ),
    (
        "Belarus and Zimbabwe",
        "Belarusian exports to Zimbabwe stood at $54 million. Imports did not exceed $1 million and included tobacco and citrus fruit.",
        {("imports", "BLR", "ZWE")},
    ),
    (
        "Greece and Oman",
        "Greek exports to Oman were 34 million euros and imports from Oman 54 million. Cement, aluminium and olives were among the main products shipped.",
        {("exports", "GRC", "OMN")},
    ),
    (
        "Belarus and Zimbabwe",
        "Minsk's exports to Zimbabwe stood at $54 million in 2022. They made tractors and buses in Harare.",
        set(),
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), DOCUMENTS)
def test_flow_is_read_with_what_was_told_before(
    title: str, text: str, expected: set[tuple[str, str, str, float]]
) -> None:
    statements = load_reader().read(Document("d", text, title=title, date="2024-03-01"))
    found = {
        (
            s.mode,
            "+".join(sorted(s.actor)) if s.mode == "trade" else "+".join(s.actor),
            "+".join(s.recipient),
            float(s.value or 0),
        )
        for s in statements
        if s.kind == "figure" and s.measure != "rank"
    }
    assert found == expected


@pytest.mark.parametrize(("title", "text", "expected"), LISTS)
def test_goods_make_up_the_flow_told_before(
    title: str, text: str, expected: set[tuple[str, str, str]]
) -> None:
    statements = load_reader().read(Document("d", text, title=title, date="2024-03-01"))
    found = {
        (s.mode, "+".join(s.actor), "+".join(s.recipient)) for s in statements if s.kind == "composition"
    }
    assert found == expected
