"""Acts done when the chance came, visits that others follow, and banks meant by "the bank"."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader
from dragoman.reading.syntax.sentences import sentence_spans


def _read(text: str, title: str | None = None) -> set[str]:
    read = load_reader().read(Document("doc", text, title=title, date="2031-06-21"))
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in read
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Peruvian minister took the opportunity to thank Oman for its help.",
            "stance/support PER>OMN actual",
        ),
        (
            "The two ministers used the occasion to review bilateral relations.",
            "contact/meeting PER+OMN> actual",
        ),
        ("Peru and Oman seized the moment to sign a protocol.", "instrument/protocol PER+OMN> actual"),
        ("Peru has the opportunity to sign a protocol with Oman.", "instrument/protocol PER+OMN> proposed"),
    ],
)
def test_what_a_chance_was_used_for_was_done(text: str, told: str) -> None:
    assert told in _read(text, "Peru and Oman")


def test_a_chance_that_may_be_used_is_no_thanks() -> None:
    assert not any(
        "support" in t for t in _read("It is an opportunity to thank Oman, Peru's minister wrote.")
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The state visit of the emir of Oman to Peru from 4 July would deepen ties.", "planned 2031-07-04"),
        ("A visit of the emir of Oman to Peru would deepen ties.", "proposed"),
    ],
)
def test_a_visit_spoken_of_as_known_is_planned_whatever_it_would_do(text: str, told: str) -> None:
    assert f"contact/visit OMN>PER {told}" in _read(text)


def test_a_visit_that_talks_follow_was_made_and_keeps_its_date() -> None:
    text = "Both leaders are expected to review relations following the emir's visit to Peru in May 2029."
    assert _read(text, "Peru and Oman") == {
        "contact/meeting PER+OMN> planned",
        "contact/visit OMN>PER actual 2029-05",
    }


@pytest.mark.parametrize(
    "opening",
    [
        "Kenya turned to Chile's Alba Bank in May.",
        "Kenya turned to the Alba Bank of Chile in May.",
        "Kenya turned to the Chilean Alba (AB) Bank in May.",
    ],
)
def test_the_bank_is_the_one_named_last_whoever_the_title_names(opening: str) -> None:
    text = f"{opening} Mali later secured a 30 million dollar loan from the bank."
    assert "figure/loan CHL>MLI actual" in _read(text, "Kenya, Mali borrow")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya turned to Chile for help in May. Mali later met Ghana.",
        "Kenya signed with the builder Alba Corp. The line is to pass Mali.",
        "Kenya signed with the builder Alba Co., Ltd. It will work in Mali.",
    ],
)
def test_a_sentence_ends_with_a_month_or_firm_that_looks_cut_short(text: str) -> None:
    assert len(list(sentence_spans(text))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed with Alba Co. Ltd of Lima on Monday.",
        "Kenya met Chile on a Monday in Dec. 2030 in Lima.",
    ],
)
def test_an_abbreviation_inside_a_sentence_ends_none(text: str) -> None:
    assert len(list(sentence_spans(text))) == 1


def test_the_bank_is_nobody_where_none_of_a_state_was_named() -> None:
    text = (
        "Kenya's ministers met at the bank of the river. Mali secured a 30 million dollar loan from the bank."
    )
    assert not any("loan" in t and "KEN>" in t for t in _read(text, "Mali borrows"))


def test_letters_that_many_banks_share_are_those_of_the_bank_the_text_names() -> None:
    told = _read(
        "India's Export-Import Bank (EXIM) lent Kenya $20 million. EXIM lent Mali another $5 million."
    )
    assert {"figure/loan IND>KEN actual", "figure/loan IND>MLI actual"} <= told
