"""Who is said to have told a figure: bodies with their short form, those who made data known."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _sources(text: str) -> set[str | None]:
    document = Document("t.txt", text, source="t.txt", title=None, date="2024-11-20")
    found = [s for s in load_reader().read(document) if s.kind == "figure"]
    return {s.attribution.source if s.attribution else None for s in found}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Trade between Malta and Peru grew 5 percent, the Central Statistics Office (CSO) said on Friday.",
            "the Central Statistics Office",
        ),
        (
            "Trade between Malta and Peru grew 5 percent, according to figures released by the customs service on Monday.",
            "the customs service",
        ),
        (
            "According to the data published last week by the Maltese customs service, trade between Malta and Peru grew 5 percent.",
            "the Maltese customs service",
        ),
        (
            "Trade between Malta and Peru grew 5 percent, as per the data of the National Statistics Institute.",
            "the National Statistics Institute",
        ),
    ],
)
def test_a_figure_names_its_source(text: str, source: str) -> None:
    assert _sources(text) == {source}


def test_a_report_with_a_name_is_its_own_source() -> None:
    text = "Trade between Malta and Peru grew 5 percent, according to a Kpler report published by MTI."
    assert _sources(text) == {"a Kpler report"}


def test_the_week_of_data_is_not_the_time_of_the_trade() -> None:
    text = "According to data published last week by the customs service, trade between Malta and Peru grew 5 percent."
    document = Document("t.txt", text, source="t.txt", title=None, date="2024-11-20")
    assert [s.date for s in load_reader().read(document) if s.kind == "figure"] == [None]
