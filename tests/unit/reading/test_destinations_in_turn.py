"""Several who are visited, recognised or hosted in one list, whose groups have times of their own."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _acts(text: str, kind: str) -> set[str]:
    found = load_reader().read(Document("d", text, date="2031-09-10"))
    return {
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.date or ''}".strip()
        for s in found
        if s.kind == kind
    }


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Kenyan President William Ruto visited Oman and Malta in 2028, Fiji in 2029 and Peru and Chile earlier this year.",
            "contact",
            {
                "visit KEN>OMN 2028", "visit KEN>MLT 2028", "visit KEN>FJI 2029",
                "visit KEN>PER 2031", "visit KEN>CHL 2031",
            },
        ),
        (
            "Kenya opened embassies in Oman and Malta in 2028 and in Fiji in 2029.",
            "tie",
            {"embassy KEN>OMN 2028", "embassy KEN>MLT 2028", "embassy KEN>FJI 2029"},
        ),
        (
            "Kenya signed free trade agreements with Oman in 2027, Malta and Fiji in 2028 and Peru in 2029.",
            "instrument",
            {"agreement KEN+OMN> 2027", "agreement KEN+MLT> 2028", "agreement KEN+FJI> 2028", "agreement KEN+PER> 2029"},
        ),
        (
            "Kenya recognised Malta in 1964, Oman and Qatar in 1971 and Fiji in 1984.",
            "tie",
            {
                "recognition KEN>MLT 1964", "recognition KEN>OMN 1971", "recognition KEN>QAT 1971",
                "recognition KEN>FJI 1984",
            },
        ),
    ],
)  # fmt: skip
def test_a_time_behind_a_group_is_that_of_all_in_it(text: str, kind: str, told: set[str]) -> None:
    assert _acts(text, kind) == told


def test_one_time_behind_a_list_is_that_of_all() -> None:
    told = _acts("Kenyan President William Ruto visited Oman, Malta and Fiji in 2028.", "contact")
    assert told == {"visit KEN>OMN 2028", "visit KEN>MLT 2028", "visit KEN>FJI 2028"}


def test_the_last_of_a_list_is_kept_where_a_participle_counts_visits() -> None:
    told = _acts(
        "William Ruto will visit Oman, Malta, and Fiji, bringing the number of his official African visits to 20.",
        "contact",
    )
    assert told == {"visit KEN>OMN", "visit KEN>MLT", "visit KEN>FJI"}


@pytest.mark.parametrize(
    "text",
    [
        "Trade between Oman and Malta has grown since the establishment of a strategic partnership in 2028.",
        "The launch of the strategic partnership between Oman and Malta in 2028 opened a new chapter.",
        "The elevation of ties between Oman and Malta to a comprehensive strategic partnership in 2028 was a turn.",
        "The strategic partnership between Oman and Malta, signed in 2028, covers energy.",
    ],
)
def test_a_partnership_has_the_time_when_it_was_founded(text: str) -> None:
    (told,) = (t for t in _acts(text, "tie"))
    assert told in ("partnership OMN+MLT> 2028", "partnership MLT+OMN> 2028")


def test_a_partnership_that_is_only_spoken_of_has_no_time() -> None:
    told = _acts("The strategic partnership between Oman and Malta was a topic of the visit in 2028.", "tie")
    assert told == {"partnership OMN+MLT>"}


@pytest.mark.parametrize(
    "text",
    [
        "The president of Oman will be in Malta on a five-day visit starting June 17.",
        "The president of Oman will pay a five-day visit to Malta, beginning on June 17.",
        "The president of Oman is in Malta on a five-day visit that began on June 17.",
    ],
)
def test_a_visit_has_the_day_on_which_it_begins(text: str) -> None:
    found = load_reader().read(Document("d", text, date="2031-06-10" if "will" in text else "2031-06-18"))
    assert [(s.mode, s.actor, s.recipient, s.date) for s in found] == [
        ("visit", ("OMN",), ("MLT",), "2031-06-17")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Juma Otieno of Kenya visited Oman on 3 May 2031. The visit, the first in eight years, ended with promises.",
            {"visit KEN>OMN 2031-05-03"},
        ),
        (
            "President Juma Otieno of Kenya visited Oman on 3 May 2031. Otieno's visit was a success.",
            {"visit KEN>OMN 2031-05-03"},
        ),
        (
            "President Juma Otieno of Kenya visited Oman on 3 May 2031. The first visit to Oman took place long before.",
            {"visit KEN>OMN 2031-05-03", "visit KEN>OMN"},
        ),
        (
            "President Juma Otieno of Kenya visited Oman on 3 May 2031. The visit to Qatar was a success.",
            {"visit KEN>OMN 2031-05-03", "visit KEN>QAT"},
        ),
    ],
)
def test_a_visit_spoken_of_again_keeps_its_time(text: str, told: set[str]) -> None:
    assert _acts(text, "contact") == told


def test_what_was_signed_during_a_visit_has_its_time_however_many_were_signed() -> None:
    told = _acts(
        "President Juma Otieno of Kenya visited Oman on 3 May 2031. During the visit, Kenya and Oman signed eight agreements.",
        "instrument",
    )
    assert told == {"agreement KEN+OMN> 2031-05-03"}
