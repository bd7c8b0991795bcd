"""What is passed over for speed could not have been read: amounts in dates, rules of names, far quotation marks."""

from __future__ import annotations

import pytest

from dragoman.reading.dates.expressions import find_dates
from dragoman.reading.discourse.quotations import opens_inside
from dragoman.reading.entities.party_contexts import DocumentWords, RuleSet, load_context_rules
from dragoman.reading.quantities import find_quantities
from dragoman.reading.syntax.sentences import Sentence

_RULES = load_context_rules()
_EXAMPLES = sorted({e for rule in _RULES for e in (*rule.examples, *rule.counter_examples)})


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 trade rose 5% to $3 billion, and on 5 May 2025 two companies left.",
        "Between 2010 and 2015 it lent 40 million euros; 2,000 people came on May 3.",
        "From 12 to 14 June 2023 some 300 firms met; in 1991 there were 7.",
    ],
)
def test_amounts_outside_dates_are_the_same_with_and_without_the_dates(text: str) -> None:
    spans = [(d.start, d.end) for d in find_dates(text) if d.edtf and d.kind == "date"]
    assert spans
    outside = [q for q in find_quantities(text) if not any(a < q.end and q.start < b for a, b in spans)]
    assert outside
    assert find_quantities(text, spans) == outside


def test_days_and_years_of_dates_are_no_amounts() -> None:
    text = "over 2024 boxes"
    assert find_quantities(text)
    assert find_quantities(text, [(5, 9)]) == []


def test_no_rule_of_names_that_fits_is_ruled_out() -> None:
    rules, tried = RuleSet(_RULES), 0
    for text in _EXAMPLES:
        words = DocumentWords(text)
        for start in range(len(text)):
            end = text.find(" ", start)
            if end < 0 or (start and text[start - 1].isalnum()):
                continue
            fitting = [r for r in _RULES if r.fits(text, start, end, words)]
            tried += len(fitting)
            assert set(map(id, fitting)) <= set(map(id, rules.candidates(text, start, end))), text[start:end]
    assert tried > 100


def test_most_rules_of_names_are_ruled_out_at_once() -> None:
    own = [rule for rule in _RULES if "name" in rule.kinds]
    assert len(RuleSet(own).candidates("They met in Peru again.", 12, 16)) < len(own) / 2


@pytest.mark.parametrize(("between", "inside"), [(100, True), (20_000, False)])
def test_a_quotation_is_open_for_a_paragraph_and_not_for_ever(between: int, inside: bool) -> None:
    text = '"We agree.' + " " * between + "So it is."
    assert opens_inside(Sentence(text, (len(text) - 9, len(text)), 1)) is inside
