"""Time expressions: a table of sentences of our own, and the conventions one by one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import BadPeriod, RuleError
from dragoman.reading.dates import lexicon as date_lexicon
from dragoman.reading.dates.expressions import find_dates

TABLE = Path(__file__).with_name("dates_en.txt")


def rows() -> list[tuple[str | None, str, list[tuple[str, str]]]]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            on, text, wanted = (part.strip() for part in line.split(" | "))
            pairs = [] if wanted == "-" else [tuple(p.rsplit("=", 1)) for p in wanted.split("; ")]
            found.append((None if on == "-" else on, text, [(a, b) for a, b in pairs]))
    return found


@pytest.mark.parametrize(("on", "text", "wanted"), rows())
def test_sentence_gives_its_times_and_no_others(
    on: str | None, text: str, wanted: list[tuple[str, str]]
) -> None:
    found = [(e.text, e.edtf) for e in find_dates(text, on) if e.edtf]
    assert found == wanted


def test_table_holds_at_least_two_hundred_sentences() -> None:
    assert len(rows()) >= 200


def test_durations_and_sets_are_kept_without_edtf() -> None:
    kinds = {
        e.text: (e.kind, e.edtf)
        for e in find_dates("33 years of ties, and flights every Monday", "2025-07-30")
    }
    assert kinds == {"33 years": ("duration", None), "every Monday": ("set", None)}


@pytest.mark.parametrize(
    ("text", "relation", "part"),
    [
        ("by 2030", "by", None),
        ("by the end of 2024", "by", "end"),
        ("since 2019", "since", None),
        ("until 2019", "until", None),
        ("before 2019", "before", None),
        ("after 2019", "after", None),
        ("in mid-2024", "in", "mid"),
        ("early 2023", "in", "early"),
        ("from 2026 visas go", "from", None),
    ],
)
def test_relation_and_part_are_kept(text: str, relation: str, part: str | None) -> None:
    (found,) = find_dates(text, "2025-07-30")
    assert (found.relation, found.part) == (relation, part)


def test_anchor_says_what_a_relative_time_was_resolved_against() -> None:
    later = find_dates("It opened in 1994, the other a decade later.")[1]
    ago = find_dates("two years ago", "2025-07-30")[0]
    assert later.kind == ago.kind == "relative"
    assert later.anchor == "the expression before, 1994"
    assert ago.anchor == "the document's date"


def test_document_date_may_be_a_date_object() -> None:
    assert find_dates("today", date(2025, 7, 30))[0].edtf == "2025-07-30"


def test_document_date_that_is_no_period_is_refused() -> None:
    with pytest.raises(BadPeriod, match="is not a period"):
        find_dates("today", "yesterday")


def test_numeric_dates_follow_the_order_that_the_document_shows() -> None:
    american = [e.edtf for e in find_dates("Filed 03/11/2007, amended 10/22/2007.")]
    european = [e.edtf for e in find_dates("Filed 03/11/2007, amended 22/10/2007.")]
    assert american == ["2007-03-11", "2007-10-22"]
    assert european == ["2007-11-03", "2007-10-22"]


def test_offsets_survive_letters_whose_lower_case_is_longer() -> None:
    text = "İİİ İstanbul met in May 2024 and ran on."
    (found,) = find_dates(text)
    assert text[found.start : found.end] == found.text == "May 2024"


def test_expression_across_a_line_end_is_one() -> None:
    assert [e.edtf for e in find_dates("signed on 5\nMay 2024 in Astana")] == ["2024-05-05"]


def test_lines_of_a_list_do_not_run_together() -> None:
    assert [e.edtf for e in find_dates("- 2020\n- 2021\n- May\n- 2022")] == ["2020", "2021", "2022"]


def test_lexicon_with_an_unknown_holiday_key_is_refused() -> None:
    with pytest.raises(RuleError, match="unknown rule key 'moon'"):
        date_lexicon._holidays([{"id": "x", "names": ["x"], "rule": {"moon": 1}}])
