"""Figures in varied wording: each line of gold is complete, so a figure too many fails as well."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader

from .figure_cases import CASES, SILENT
from .figure_cases_abroad import ABROAD, SILENT_ABROAD
from .figure_cases_dealings import DEALINGS, NO_DEALINGS
from .figure_cases_economy import ECONOMY, NO_ECONOMY
from .figure_cases_flows import FLOWS
from .figure_cases_hosts import HOSTS
from .figure_cases_lines import LINES
from .figure_cases_lists import LISTS, SILENT_LISTS
from .figure_cases_partners import PARTNERS
from .figure_cases_periods import PERIODS
from .figure_cases_rows import NO_ROWS, ROWS
from .figure_cases_sent import SENT
from .figure_cases_told import TOLD
from .figure_cases_trade import TRADE
from .figure_cases_wordings import NO_WORDINGS, WORDINGS


def _document(title: str, text: str) -> Document:
    return Document("t.txt", text, source="t.txt", title=title or None, date="2024-11-20")


def _tidy(gold: str) -> str:
    """Mutual parties in alphabetical order, as ``_line`` writes them."""
    mode, parties, *rest = gold.split()
    if parties.endswith(">"):
        parties = "+".join(sorted(parties[:-1].split("+"))) + ">"
    return " ".join([mode, parties, *rest])


def _number(value: Decimal | None) -> str:
    return "-" if value is None else f"{value.normalize():f}"


def _line(s: Statement, fields: int) -> str:
    actor = s.actor if s.recipient else sorted(s.actor)
    parties = f"{'+'.join(actor)}>{'+'.join(s.recipient)}"
    full = [s.mode, parties, s.measure, _number(s.value), s.unit, s.date or "-", s.base or "-", s.status]
    return " ".join(full[:fields])


ALL = (
    TRADE
    + CASES
    + TOLD
    + LISTS
    + SENT
    + HOSTS
    + PERIODS
    + FLOWS
    + LINES
    + DEALINGS
    + ABROAD
    + PARTNERS
    + WORDINGS
    + ECONOMY
    + ROWS
)


@pytest.mark.parametrize(("title", "text", "gold"), ALL, ids=[c[1][:60] for c in ALL])
def test_figures_are_read_whole_and_nothing_else(title: str, text: str, gold: list[str]) -> None:
    found = [s for s in load_reader().read(_document(title, text)) if s.kind == "figure"]
    gold = [_tidy(g) for g in gold]
    lengths = {len(g.split()) for g in gold} or {5}
    lines = {n: sorted(_line(s, n) for s in found) for n in (*lengths, 5)}
    assert lines[5] == sorted(" ".join(g.split()[:5]) for g in gold)
    for g in gold:
        assert g in lines[len(g.split())]


@pytest.mark.parametrize(
    "text", SILENT + SILENT_LISTS + NO_DEALINGS + SILENT_ABROAD + NO_WORDINGS + NO_ECONOMY + NO_ROWS
)
def test_domestic_and_foreign_matters_give_no_figure(text: str) -> None:
    assert [_line(s, 8) for s in load_reader().read(_document("", text)) if s.kind == "figure"] == []


def test_goods_in_a_list_have_their_own_amounts() -> None:
    text = "In 2021 the top imports of Malta from Chad were oil seeds ($9 million), coffee ($7 million) and raw copper ($3 million)."
    found = [s for s in load_reader().read(_document("Malta and Chad", text)) if s.kind == "figure"]
    assert [s.product.text for s in found if s.product] == ["oil seeds", "coffee", "raw copper"]


def test_rows_of_a_profile_of_one_country_are_of_no_pair() -> None:
    text = (
        "Samoa has friends in Fiji, Thailand and Japan.\n\nExports: $45 million (2019)\n\nExports - commodities: fish, coconut oil\n\n"
        "Imports: $360 million (2019)\n"
    )
    read = load_reader().read(Document("a", text, title="Economy of Samoa", date="2021-01-01"))
    assert not [s for s in read if s.kind == "figure" or s.mode == "imports"]
