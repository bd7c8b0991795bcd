"""Works, orders and deliveries that later sentences go on about without saying whose they are."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(title: str, text: str) -> set[str]:
    document = Document("d", text, title=title, date="2024-01-01")
    return {
        f"{s.kind}/{s.mode} {'+'.join(sorted(s.actor))}>{'+'.join(s.recipient)} {s.date or s.value}"
        for s in load_reader().read(document)
    }


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Oman to get Estonian clinic",
            "An Estonian firm will build a clinic in Oman. Construction is due to begin in March 2024.",
            "project/construction EST>OMN 2024-03",
        ),
        (
            "Fiji's bridge",
            "Malaysia built a bridge in Fiji. The bridge, opened in 2015, is 3 kilometres long.",
            "project/construction MYS>FJI 2015",
        ),
        (
            "Peru and Spain",
            "Spain sold Peru four frigates. The first was handed over in 2019. The last two are expected to arrive in 2025.",
            "project/supply ESP>PER 2025",
        ),
        (
            "Kenya buys buses",
            "Kenya has bought 90 electric buses from Turkey. Deliveries began in May 2023.",
            "project/supply TUR>KEN 2023-05",
        ),
        (
            "Chad",
            "Egypt is laying a pipeline in Chad. It will carry 50,000 barrels a day.",
            "figure/capacity EGY>TCD 50000",
        ),
        (
            "Laos gets dam",
            "Thailand's Chanok is building a dam in Laos. The plant will cost 700 million dollars.",
            "figure/investment THA>LAO 700000000",
        ),
        (
            "Togo",
            "Japan will supply Togo with ten ambulances. The Japanese company handed over five vehicles in 2020.",
            "project/supply JPN>TGO 2020",
        ),
        (
            "Tugs for Oman",
            "Oman awarded Poland's Gryf a contract for four boats.",
            "project/supply POL>OMN None",
        ),
    ],
)
def test_goes_on_about_the_work_told_before(title: str, text: str, expected: str) -> None:
    assert expected in _read(title, text)


@pytest.mark.parametrize(
    "rest",
    [
        "The minister began work in 2011.",
        "Chad is spending 5 million dollars on its roads. The work began in 2020.",
        "The rains began in May. The first president was elected in 1960.",
        "It also bought a mill for 9 million dollars this year.",
    ],
)
def test_what_is_of_somebody_else_is_not_of_the_work(rest: str) -> None:
    found = _read("Schools", f"Denmark built a school in Ghana. {rest}")
    assert {f for f in found if f.startswith("project")} == {"project/construction DNK>GHA None"}


@pytest.mark.parametrize(
    ("title", "rest", "expected"),
    [
        ("Samoa and Fiji", "Both countries have agreed to complete the construction by June 2026.", "FJI+WSM> 2026-06"),
        ("Samoa and Fiji", "The two governments agreed to start construction in 2025.", "FJI+WSM> 2025"),
        ("Samoa and Fiji", "The two countries have agreed to speed up the work.", "FJI+WSM> None"),
        ("Samoa and Fiji", "They hope to open it in 2027.", "FJI+WSM> 2027"),
        ("Samoa and Fiji", "The cable will be put into operation in the early 2030s.", "FJI+WSM> 203X"),
    ],
)  # fmt: skip
def test_those_who_build_say_when_they_take_the_next_step(title: str, rest: str, expected: str) -> None:
    told = f"Samoa and Fiji are building a submarine cable. {rest}"
    assert f"project/construction {expected}" in _read(title, told)


@pytest.mark.parametrize(
    "rest",
    [
        "Tonga will open the cable in 2027.",
        "The two countries agreed to open embassies in 2025.",
        "The two countries agreed to launch a third project in 2025.",
    ],
)
def test_steps_of_others_or_with_other_works_are_not_those_of_the_work(rest: str) -> None:
    found = _read("Samoa and Fiji", f"Samoa and Fiji are building a submarine cable. {rest}")
    assert [f for f in found if f.startswith("project/construction")] == [
        "project/construction FJI+WSM> None"
    ]
