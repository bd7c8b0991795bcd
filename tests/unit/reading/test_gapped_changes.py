"""Changes told without their verb, those to another partner, goods said to be sold."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _figures(text: str) -> set[str]:
    return {
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.measure} {float(s.value):g}"
        for s in load_reader().read(Document("a", text, date="2024-05-10"))
        if s.kind == "figure" and s.value is not None
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Togo's exports to Chile rose 23 percent to $38 million and imports 13 percent to $69 million.",
            {
                "exports TGO>CHL growth 23",
                "exports TGO>CHL level 3.8e+07",
                "imports TGO>CHL growth 13",
                "imports TGO>CHL level 6.9e+07",
            },
        ),
        (
            "Togo's exports to Chile fell 23 percent to $38 million, those to Peru 4 percent to $12 million and those to Fiji 2 percent.",
            {
                "exports TGO>CHL growth -23",
                "exports TGO>CHL level 3.8e+07",
                "exports TGO>PER growth -4",
                "exports TGO>PER level 1.2e+07",
                "exports TGO>FJI growth -2",
            },
        ),
        (
            "In 2021 Togo's imports from Chile grew by 23 percent and those from Peru by 13 percent.",
            {"imports TGO>CHL growth 23", "imports TGO>PER growth 13"},
        ),
        (
            "Togo's trade with Chile rose 23 percent to $38 million and that with Peru 13 percent to $69 million.",
            {
                "trade TGO+CHL> growth 23",
                "trade TGO+CHL> level 3.8e+07",
                "trade TGO+PER> growth 13",
                "trade TGO+PER> level 6.9e+07",
            },
        ),
        (
            "Togo's tea exports to Chile rose to 38,000 tonnes, while those to Peru dropped from 36,000 to 29,000 tonnes.",
            {"exports TGO>CHL level 38000", "exports TGO>PER level 36000", "exports TGO>PER level 29000"},
        ),
        (
            "Togo said apparel sold to Chile rose 23 percent to 2.12 billion dollars in 2021.",
            {"exports TGO>CHL growth 23", "exports TGO>CHL level 2.12e+09"},
        ),
        (
            "Flowers shipped from Togo to the Netherlands were worth $500 million in 2021.",
            {"exports TGO>NLD level 5e+08"},
        ),
    ],
)
def test_each_flow_has_its_own_change(text: str, figures: set[str]) -> None:
    assert _figures(text) == figures
