"""What an order told before is worth, whom "the manufacturer" means, border crossings opened and closed."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _read(text: str) -> set[str]:
    return {
        f"{s.kind}/{s.mode} {','.join(sorted(s.actor))}>{','.join(sorted(s.recipient))} {s.status}"
        for s in load_reader().read(Document("x", text, date="2024-01-01"))
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Serbian firm Energoprom will build 2,000 flats in Algeria. The contract is worth 80 million euros.",
            "figure/other DZA,SRB> actual",
        ),
        (
            "The Czech government has chosen South Korea's KHNP to build two reactors. The order is put at 18 billion dollars.",
            "figure/other CZE,KOR> actual",
        ),
        (
            "Kenya ordered 12 locomotives from a Spanish firm. The agreement, worth 40 million euros, also covers spare parts.",
            "figure/other ESP,KEN> actual",
        ),
        (
            "The Chinese company Sinohydro is building a dam in Zimbabwe. The value of the contract is 300 million dollars.",
            "figure/other CHN,ZWE> actual",
        ),
        (
            "Brazil's Embraer will supply aircraft to the Kazakh airline Air Astana. The manufacturer has also sold jets to Poland.",
            "project/supply BRA>POL actual",
        ),
        (
            "The Czech manufacturer Skoda supplied trams to Latvia. The vehicles are blue. The company has sold trams to Peru.",
            "project/supply CZE>PER actual",
        ),
        ("Poland closed two border crossings with Belarus in 2023.", "tie/link BLR,POL> ended"),
        (
            "A border crossing between Laos and Thailand was opened at Nan in 2012.",
            "tie/link LAO,THA> actual",
        ),
    ],
)
def test_goes_on_about_what_was_told(text: str, expected: str) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Norway's minister visited Chad on Monday. The order is worth 40 million dollars.",
            "figure/other",
        ),
        (
            "Brazil's Embraer will supply aircraft to the Kazakh airline Air Astana. The manufacturer has also sold jets to Poland.",
            "supply KAZ",
        ),
        ("Peru urged Ecuador to open the border crossing.", "tie/link"),
        ("An accord of Kenya and Oman provides for the training of Kenyan engineers.", "stance/support"),
    ],
)
def test_says_nothing_of_others(text: str, wrong: str) -> None:
    assert not any(wrong in line for line in _read(text))
