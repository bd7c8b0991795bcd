"""Works between countries: whose money, who is only passed by, what a project involves, what was agreed on a day."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(title: str, text: str) -> set[str]:
    document = Document("d", text, title=title, date="2024-05-15")
    return {
        f"{s.kind}/{s.mode} {s.status} {'+'.join(sorted(s.actor))}>{'+'.join(sorted(s.recipient))} {s.date or s.value}"
        for s in load_reader().read(document)
    }


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Peru and Ecuador",
            "The two countries agreed on Friday to build a bridge.",
            "project/construction planned ECU+PER> 2024-05-10",
        ),
        (
            "Peru and Ecuador",
            "Peru and Ecuador agreed to build a railway to the Ecuadorian capital.",
            "project/construction planned ECU+PER> None",
        ),
        (
            "Chad",
            "Chad on Monday began the construction of a Turkey-financed power plant.",
            "project/construction actual TUR>TCD 2024-05-13",
        ),
        (
            "Gas for Italy",
            "The line will carry gas from Algeria to Italy, bypassing Tunisia.",
            "project/supply planned DZA>ITA None",
        ),
        (
            "Ghana and Benin",
            "The surplus electricity will be exported to Benin.",
            "project/supply planned GHA>BEN None",
        ),
        (
            "Fiji",
            "Malaysia is building a terminal in Fiji. The project involves the construction of two quays.",
            "project/construction planned MYS>FJI None",
        ),
        (
            "Fiji",
            "Malaysia is building a terminal in Fiji. Construction officially started in June 2021.",
            "project/construction actual MYS>FJI 2021-06",
        ),
        (
            "Norway and Togo",
            "Norway will lend Togo $30 million to finance a dam, according to a contract signed by both countries.",
            "figure/loan planned NOR>TGO 30000000",
        ),
        (
            "Togo and the bank",
            "An agreement was signed between the Togolese government and the EIB to provide a loan of 40 million euros.",
            "figure/loan planned EIB>TGO 40000000",
        ),
        (
            "Oman in Kenya",
            "Oman will invest $90 million in storage facilities in Kenya.",
            "figure/investment planned OMN>KEN 90000000",
        ),
        (
            "Fiji",
            "Malaysia is building a terminal in Fiji. The project is financed by Malaysia through a loan.",
            "project/construction actual MYS>FJI None",
        ),
        (
            "Bridge in Peru",
            "Spanish companies have won a bridge project worth US$43 million in Peru.",
            "figure/investment actual ESP>PER 43000000",
        ),
        (
            "Loan for Malawi",
            "Norway will lend Malawi $20 million. The credit agreement between the Norwegian ministry and the Malawian company Nyika for the $20 million loan was signed in Oslo on Friday.",
            "figure/loan actual NOR>MWI 2024-05-10",
        ),
        (
            "EU helps Latvia and Norway",
            "The EU will finance a cable in Latvia and Norway. The cable will be built by Latvian Ventas and Norwegian Fjell.",
            "project/construction planned LVA+NOR> None",
        ),
        (
            "Railway",
            "A deal was signed for the construction of the Chad–Niger–Mali railway, a cross-border project.",
            "project/construction planned MLI+NER+TCD> None",
        ),
        (
            "Railway",
            "Construction of the Chad — Niger — Mali railway will begin in June.",
            "project/construction planned MLI+NER+TCD> 2024-06",
        ),
    ],
)
def test_work_is_read_with_whose_it_is(title: str, text: str, expected: str) -> None:
    assert expected in _read(title, text)


@pytest.mark.parametrize(
    ("title", "text", "absent"),
    [
        ("Chad and Spain", "Spain built a road in Chad, bypassing Libya.", "LBY"),
        ("Chad", "Chad on Monday began the construction of a Turkey-financed power plant.", "TCD>TUR"),
        (
            "Fiji",
            "Malaysia will build a terminal in Fiji. Construction was supposed to have started in April.",
            "construction actual",
        ),
        (
            "Fiji",
            "Malaysia will build a railway in Fiji. Its firms will run the line once it has been completed.",
            "construction actual",
        ),
        (
            "Mali and Norway",
            "Norway is extending a US$215mn 30-year loan to Mali for a power line.",
            "modernisation",
        ),
        (
            "Togo",
            "The port of Togo was built by Norway in the 1990s to provide access to Mali and Niger.",
            "MLI",
        ),
        ("Oman in Kenya", "Oman will invest $90 million in storage facilities in Kenya.", "loan"),
        (
            "Spain and the EU",
            "Please note that the loan is signed in line with the EU rules for the project.",
            "instrument",
        ),
        ("Chile", "Korea's Hanmi won a contract in Chile to build a bridge in the Los Lagos region.", "NGA"),
    ],
)
def test_work_is_not_laid_to_others(title: str, text: str, absent: str) -> None:
    assert not [line for line in _read(title, text) if absent in line]


def test_speaker_is_told_without_the_day() -> None:
    text = "The energy ministry of Ghana on Monday said that Ghana will sell power to Togo."
    document = Document("d", text, date="2024-05-15")
    sources = {s.attribution.source for s in load_reader().read(document) if s.attribution is not None}
    assert sources == {"The energy ministry of Ghana"}
