"""Words that look like another: a holiday in a name, a verb like a past, a train that is a verb, a call that is no phone call."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None) -> set[tuple[str, str, str | None]]:
    """Kind with mode, who towards whom, and date of each statement."""
    found = load_reader().read(Document("a", text, title=title, date="2031-03-10"))
    return {
        (f"{s.kind}/{s.mode}", f"{'+'.join(s.actor)}>{'+'.join(s.recipient)}", s.date)
        for s in found
        if s.kind != "quote"
    }


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # a holiday that is part of a name dates nothing
        (
            "In 2024, President Okoth of Kenya paid a visit to Chile to see Easter Island.",
            ("contact/visit", "KEN>CHL", "2024"),
        ),
        ("Peru's president visited Chile at Easter 2024.", ("contact/visit", "PER>CHL", "2024-03-31")),
        # "next" with a day is the one to come, "last" with one that of the year before
        ("The Ghanaian president will visit Peru next April 23.", ("contact/visit", "GHA>PER", "2031-04-23")),
        ("The Ghanaian president will visit Peru next February 3.", ("contact/visit", "GHA>PER", "2032-02-03")),
        ("The Ghanaian president visited Peru last December 12.", ("contact/visit", "GHA>PER", "2030-12-12")),
        # who comes next and a verb in -eed do not make a time past
        (
            "President Okoth of Kenya will visit Peru on April 22-23, followed by Chile on April 24.",
            ("contact/visit", "KEN>PER", "2031-04-22/2031-04-23"),
        ),
        ("Kenya's president will proceed to Chile on April 24-25.", ("contact/visit", "KEN>CHL", "2031-04-24/2031-04-25")),
        # who returns to a host on a visit visits again
        (
            "In 2026 the Latvian prime minister returned to Ghana on an official visit.",
            ("contact/visit", "LVA>GHA", "2026"),
        ),
    ],
)  # fmt: skip
def test_the_act_has_its_own_time(text: str, act: tuple[str, str, str]) -> None:
    assert act in _read(text)


@pytest.mark.parametrize(
    ("text", "title", "not_read"),
    [
        (
            "Okoth and Rojas inaugurated a campus in Lima, a school set up with Kenya's help to train Peruvian nurses.",
            "Ties of Kenya and Peru",
            "tie/link",
        ),
        (
            "The five papers spoke to how close the two states have become.",
            "Ties of Kenya and Peru",
            "contact/call",
        ),
        ("Kenya's Foreign Minister Okoth will also call on him.", "Ties of Kenya and Peru", "stance/request"),
        (
            "It is known from ancient documents related to the historical ties between Kenya and Peru that missions were sent.",
            "Ties of Kenya and Peru",
            "instrument/agreement",
        ),
    ],
)
def test_what_only_looks_like_an_act_is_none(text: str, title: str, not_read: str) -> None:
    assert not_read not in {kind for kind, _parties, _date in _read(text, title)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Peru launched a direct train service.", "tie/link"),
        ("Kenya called on Peru to withdraw its troops.", "stance/request"),
        ("President Okoth of Kenya spoke to President Rojas of Peru by phone.", "contact/call"),
        ("Kenya and Peru signed two documents on fishing.", "instrument/agreement"),
    ],
)
def test_the_act_itself_is_still_read(text: str, kind: str) -> None:
    assert kind in {read for read, _parties, _date in _read(text)}
