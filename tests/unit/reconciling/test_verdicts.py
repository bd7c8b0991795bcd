"""From an article's words to the verdict: no alarm on true figures, planted slips refuted with their repair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.model.documents import Document
from dragoman.model.findings import Finding, Observation
from dragoman.reading.reader import load_reader
from dragoman.reconciling import reconcile
from dragoman.statistics.tables import read_files
from tests.unit.reconciling.verdict_cases import KEPT_APART, PLANTED, SLIPS, TRUE


@lru_cache(maxsize=1)
def _official() -> tuple[Observation, ...]:
    loaded = read_files([Path(__file__).with_name("verdicts.csv")])
    assert not loaded.problems
    return loaded.observations


@lru_cache(maxsize=1)
def _bundled() -> tuple[Observation, ...]:
    return read_files([Path(str(files("dragoman.data") / "statistics" / "trade.csv"))]).observations


# Little articles of many styles, invented but for those on Kazakhstan; their figures are true to each other.
ARTICLES = Path(__file__).with_name("true_articles.txt").read_text("utf-8").strip().split("\n###\n")


def _findings(text: str, official: Sequence[Observation] | None = None) -> list[Finding]:
    document = Document("article.txt", text, date="2025-10-20")
    statements = load_reader().read(document)
    assert any(s.kind == "figure" for s in statements)
    official = _official() if official is None else official
    return reconcile(statements, official, texts={"article.txt": text})


@pytest.mark.parametrize("text", ARTICLES, ids=lambda t: t[:50])
def test_a_true_article_raises_no_alarm(text: str) -> None:
    assert not [f.because for f in _findings(text, _bundled()) if f.verdict == "conflict"]


@pytest.mark.parametrize("text", TRUE, ids=lambda t: t[:50])
def test_true_figures_raise_no_alarm(text: str) -> None:
    told = _findings(text)
    assert not [f.because for f in told if f.verdict == "conflict"]
    assert any(f.rule == "official" and f.verdict == "holds" for f in told)


@pytest.mark.parametrize(("text", "rule", "kind", "after"), SLIPS, ids=lambda t: str(t)[:50])
def test_a_planted_slip_is_refuted_and_its_repair_is_among_the_first_two(
    text: str, rule: str, kind: str, after: str
) -> None:
    conflicts = [f for f in _findings(text) if f.verdict == "conflict" and f.rule == rule]
    assert conflicts
    if kind:
        offered = [(r.kind, str(r.after)) for f in conflicts for r in f.repairs[:2]]
        assert (kind, after) in offered


@pytest.mark.parametrize(("opening", "printed", "slip", "kind", "after"), PLANTED, ids=lambda t: str(t)[:40])
def test_a_slip_in_a_true_article_is_refuted_with_what_it_was(
    opening: str, printed: str, slip: str, kind: str, after: str
) -> None:
    (article,) = [t for t in ARTICLES if t.startswith(opening)]
    assert article.count(printed) == 1
    conflicts = [f for f in _findings(article.replace(printed, slip), _bundled()) if f.verdict == "conflict"]
    assert (kind, after) in [(r.kind, str(r.after)) for f in conflicts for r in f.repairs]


def test_a_figure_in_another_currency_is_unchecked_with_the_reading_that_fits() -> None:
    told = _findings(KEPT_APART)
    (f,) = [f for f in told if f.rule == "official"]
    assert f.verdict == "unchecked" and "EUR" in f.because
    assert [(r.kind, r.after) for r in f.repairs] == [("reading", "EUR")]
