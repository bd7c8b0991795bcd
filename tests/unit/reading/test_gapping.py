"""Ties told without their verb: "A opened an embassy in B in 1994, and B in 2004"."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _ties(text: str) -> set[tuple[str, str, str, str | None]]:
    document = Document("x", text, title=None, date="2025-07-15")
    return {
        (s.mode, "+".join(s.actor), "+".join(s.recipient), s.date)
        for s in load_reader().read(document)
        if s.kind == "tie"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana opened an embassy in Rome in 1961, and Italy in 1963.",
            {("embassy", "GHA", "ITA", "1961"), ("embassy", "ITA", "GHA", "1963")},
        ),
        (
            "Ghana has had an embassy in Rome since 1961, while Italy maintains its own in Accra.",
            {("embassy", "GHA", "ITA", "1961/.."), ("embassy", "ITA", "GHA", None)},
        ),
        (
            "Ghana opened an embassy in Rome in 1961 and Italy one in Accra in 1963.",
            {("embassy", "GHA", "ITA", "1961"), ("embassy", "ITA", "GHA", "1963")},
        ),
        (
            "Ghana opened embassies in Rome in 1961 and in Lisbon in 1975.",
            {("embassy", "GHA", "ITA", "1961"), ("embassy", "GHA", "PRT", "1975")},
        ),
        (
            "Ghana opened an embassy in Rome in 1961, and Togo in 1970.",
            {("embassy", "GHA", "ITA", "1961"), ("embassy", "TGO", "ITA", "1970")},
        ),
        (
            "Chile recognised Ukraine in 1991, Argentina did so a year later.",
            {("recognition", "CHL", "UKR", "1991"), ("recognition", "ARG", "UKR", "1992")},
        ),
        (
            "The Embassy of Chile in Malta opened in 1998, and the Embassy of Malta in Chile in 2001.",
            {("embassy", "CHL", "MLT", "1998"), ("embassy", "MLT", "CHL", "2001")},
        ),
        (
            "The embassy of Chile in Malta was opened on 2 May 1998; that of Malta in Chile on 3 June 2001.",
            {("embassy", "CHL", "MLT", "1998-05-02"), ("embassy", "MLT", "CHL", "2001-06-03")},
        ),
        (
            "The Chilean embassy in Valletta opened in 1998 and the Maltese consulate in Santiago in 2001.",
            {("embassy", "CHL", "MLT", "1998"), ("consulate", "MLT", "CHL", "2001")},
        ),
        (
            "Chile's embassy in Malta was opened in 1998, followed by Malta's in Chile in 2001.",
            {("embassy", "CHL", "MLT", "1998"), ("embassy", "MLT", "CHL", "2001")},
        ),
        (
            "Chile has had an embassy in Malta since 1998, and Malta an embassy in Chile since 2001.",
            {("embassy", "CHL", "MLT", "1998/.."), ("embassy", "MLT", "CHL", "2001/..")},
        ),
    ],
)
def test_a_clause_without_its_verb_is_a_tie_of_its_own(
    text: str, expected: set[tuple[str, str, str, str | None]]
) -> None:
    assert _ties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ghana has an embassy in Rome, and Italy sent teachers to Accra in 1963.",
        "Ghana opened an embassy in Rome in 1961, and Italy and Ghana traded little in 1963.",
        "Ghana opened an embassy in Rome in 1961, and the embassy of Italy in Ghana bought a car in 1963.",
        "Ghana opened an embassy in Rome in 1961, and the ambassador of Italy in Ghana in 1963 was a poet.",
        "Ghana opened an embassy in Rome, with Italy the largest buyer of its cocoa in 1961.",
    ],
)
def test_a_clause_with_a_verb_or_a_noun_of_its_own_is_no_remnant(text: str) -> None:
    assert {t[:3] for t in _ties(text)} == {("embassy", "GHA", "ITA")}
