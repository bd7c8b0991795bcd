"""The date of a document from its dateline, its labels, or what it says."""

from __future__ import annotations

import pytest

from dragoman.reading.dates.datelines import document_date

STATED = [
    ("ASTANA, June 9, 2025 — The presidents met on Monday.", "2025-06-09"),
    ("KYIV, 12 May 2025. The minister received the envoy.", "2025-05-12"),
    ("SOFIA, 8 April 2025 (BTA) - Bulgaria exports more grain.", "2025-04-08"),
    ("Astana. 8 July 2025. Kazinform - The head of state spoke.", "2025-07-08"),
    ("TASHKENT, Uzbekistan, Jan. 14, 2024 (AP) — Leaders of five states met.", "2024-01-14"),
    ("Opening of the hub\nThe Astana Times, 8 July 2025\n\nThe hub opened.", "2025-07-08"),
    ("A title\nBy Jane Smith | July 8, 2025\n\nThe hub opened.", "2025-07-08"),
    ("8 July 2025, 14:30\nThe hub opened.", "2025-07-08"),
    ("A title\nUpdated: 5 March 2024\nPublished: 3 March 2024\nText.", "2024-03-03"),
    ("A title\n\nText of the article about trade.\n\nLast updated on 5 March 2024", "2024-03-05"),
    ("Date of issue: 8 July 2024\nThe ministers met.", "2024-07-08"),
    ("Date: 2023-09-19\nThe President met his guests.", "2023-09-19"),
    ("ASTANA, June 9 — The presidents met. In 2025, they have met three times.", "2025-06-09"),
    ("MOSCOW, July 3 (Interfax) - Turnover was $27 billion in 2023, up 3 percent.", "2024-07-03"),
]

INFERRED = [
    ("In 2024, trade reached $375 million. The commission met this May in Sofia.", "2025"),
    (
        "The two sides mark 33 years of ties. Relations were established in 1992. Trade in 2024 was $3 billion.",
        "2025",
    ),
    (
        "They celebrate the 30th anniversary of diplomatic relations, established in 1993. Trade in 2022 grew.",
        "2023",
    ),
    ("On July 29, 2025, the President paid a visit to Ankara. Ties began in 1992.", "2025"),
    ("In February 2025 senators met. This year's edition took place on May 29-30.", "2025"),
    ("Trade is up this year. The fund had invested $4 billion by August 2021.", "2021"),
    ("Exports were $4 billion in 2023. Now the sides plan to reach $10 billion by 2030.", "2023"),
]

UNKNOWN = [
    "Feb 8: The two sign a treaty.\nFeb 21: The ministers meet.\nMarch 3: Peru opens an embassy.",
    "Trade is up this year. They agreed to invest $4 billion by August 2021.",
    "",
    "The two countries enjoy good relations.",
    "Relations were established in 1922. An embassy opened in 1935 and closed in 1939.",
    "The match ended 3:2 today.",
    "Launched at the 2023 summit, the project was praised today.",
]


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_dateline_or_label_gives_the_day(text: str, wanted: str) -> None:
    assert document_date(text) == (wanted, "dateline")


@pytest.mark.parametrize(("text", "wanted"), INFERRED)
def test_year_is_inferred_from_what_the_text_says(text: str, wanted: str) -> None:
    assert document_date(text) == (wanted, "inferred")


@pytest.mark.parametrize("text", UNKNOWN)
def test_text_that_does_not_tell_has_no_date(text: str) -> None:
    assert document_date(text) == (None, "unknown")


def test_place_and_date_within_a_sentence_are_no_dateline() -> None:
    assert document_date("In 2019 he met him in Astana on 5 May 2018.")[1] != "dateline"


@pytest.mark.parametrize("label", ["Date started", "Date of birth", "Date opened"])
def test_label_of_something_in_the_text_does_not_date_it(label: str) -> None:
    assert document_date(f"Fiji\n\n- {label}: 1975-11-20\n\nFiji has an embassy in Muscat.")[0] is None
