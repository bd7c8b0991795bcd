"""What is so today beside what is aimed at: "from the current $2 billion to $10 billion by 2035"."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _figures(text: str) -> list[str]:
    found = load_reader().read(Document("d", text, date="2031-03-10"))
    return [
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.value} {s.date or ''}".strip()
        for s in found
        if s.kind == "figure" and s.measure == "level"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Oman and Malta agreed to raise trade from the current $2 million to $9 million by 2035.",
        "Oman and Malta plan to increase bilateral trade from the current level of $2 million to $9 million by 2035.",
        "Trade between Oman and Malta is to be brought from the present $2 million to $9 million by 2035.",
        "Oman and Malta aim to boost their trade, which currently stands at $2 million, to $9 million by 2035.",
    ],
)
def test_the_amount_of_today_is_no_end_of_what_is_aimed_at(text: str) -> None:
    today, then = _figures(text)
    assert today == "trade OMN+MLT> actual 2000000 2031"
    assert then in ("trade OMN+MLT> target 9000000 2035", "trade OMN+MLT> forecast 9000000 2035")


def test_what_is_aimed_at_has_no_time_of_today() -> None:
    told = _figures("Oman and Malta aim to boost bilateral trade, currently at $2 million, to $9 million.")
    assert told == ["trade OMN+MLT> actual 2000000 2031", "trade OMN+MLT> target 9000000"]


def test_a_sum_that_grew_from_a_mere_one_is_two_sums() -> None:
    told = _figures("Oman's exports to Malta rose from a mere $2 million in 2021 to $9 million in 2029.")
    assert told == ["exports OMN>MLT actual 2000000 2021", "exports OMN>MLT actual 9000000 2029"]


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("could reach $9 million this year, up from just $2 million in 2029", "2000000 2029"),
        ("will reach $9 million by 2035, up from only $2 million", "2000000"),
        ("should reach $9 million by 2035 from a mere $2 million in 2029", "2000000 2029"),
        ("is expected to reach $9 million by 2035 from the paltry $2 million", "2000000"),
    ],
)
def test_what_is_expected_starts_from_an_amount_that_was(told: str, start: str) -> None:
    then, before = _figures(f"Trade between Oman and Malta {told}.")
    assert then.startswith("trade OMN+MLT> forecast 9000000")
    assert before == f"trade OMN+MLT> actual {start}"


def test_what_lies_in_the_ground_is_no_flow() -> None:
    text = "Oman and Malta agreed on a deal under which Oman will send 1.5-2 bcm of gas a year to Malta. "
    ground = "Oman seeks new export routes for its vast gas reserves, estimated by Kenya at 13.6 trillion m3 proven."
    assert [f for f in _figures(text + ground) if "13600000000000" in f] == []
