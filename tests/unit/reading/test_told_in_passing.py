"""What analyses tell in passing: agreements renewed or in force, partners called by two names, acts that somebody is seen doing."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(text: str) -> set[str]:
    found = load_reader().read(Document("d", text, date="2031-09-10"))
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in found
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Oman and Kenya extended the electricity supply agreement in January 2030.",
            "instrument/agreement OMN+KEN> actual 2030-01",
        ),
        (
            "Oman and Kenya signed a trade agreement. It entered into force in July 2030.",
            "instrument/agreement OMN+KEN> actual 2030-07",
        ),
        (
            "Oman and Kenya signed a trade agreement. It is expected to take effect in May 2032.",
            "instrument/agreement OMN+KEN> planned 2032-05",
        ),
        ("Oman is a reliable friend and strategic partner of Kenya.", "tie/partnership OMN+KEN> actual"),
        (
            "Emphasizing that Oman is a strategic partner of Kenya, the Kenyan minister praised trade.",
            "tie/partnership OMN+KEN> actual",
        ),
        (
            "Recalling that Oman opened an embassy in Kenya in 2029, the minister praised ties.",
            "tie/embassy OMN>KEN actual 2029",
        ),
        (
            "May 2030 saw Oman and Kenya sign a trade agreement.",
            "instrument/agreement OMN+KEN> actual 2030-05",
        ),
        ("The tour saw Kenyan President Juma Otieno visit Oman.", "contact/visit KEN>OMN actual"),
    ],
)
def test_what_is_told_in_passing_is_read(text: str, told: str) -> None:
    assert told in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oman is looking for a reliable friend and a strategic partner in Kenya.",
        "Oman and Kenya signed a trade agreement and a defence pact. It entered into force slowly.",
    ],
)
def test_what_is_only_sought_or_has_no_time_adds_nothing(text: str) -> None:
    assert not {t for t in _read(text) if t.startswith("tie/") or " 203" in t}


def test_the_group_among_which_a_partner_ranks_is_no_side_of_its_trade() -> None:
    told = {
        t for t in _read("Kenya is Oman's third largest partner among African Union states with turnover of $9 million.")
        if "figure" in t
    }  # fmt: skip
    assert told == {"figure/trade KEN+OMN> actual"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Juma Otieno received, on 3 May 2031, Omani Minister Salim Badr.",
        "Kenyan President Juma Otieno hosted on 3 May 2031, Salim Badr, minister of Oman.",
    ],
)
def test_a_guest_may_stand_behind_the_time(text: str) -> None:
    assert "contact/visit OMN>KEN actual 2031-05-03" in _read(text)


def test_who_only_speaks_behind_a_time_is_no_guest() -> None:
    told = _read(
        "Kenyan President Juma Otieno hosted on 3 May 2031, Omani Minister Salim Badr said, a summit."
    )
    assert not {t for t in told if t.startswith("contact/visit OMN")}


def test_the_commission_of_a_union_is_the_union() -> None:
    told = _read("Kenyan President Juma Otieno met Ann Reed, chairperson of the AU Commission.")
    assert told == {"contact/meeting KEN+AU> actual"}
