"""What the tests of exports write: the examples, and statements made to break formats."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from dragoman.desk.exports import bundle_of, exporter
from dragoman.desk.holdings import read_holdings
from dragoman.model.documents import Document
from dragoman.model.findings import Observation, Series
from dragoman.model.statements import (
    Attribution,
    Count,
    Evidence,
    Person,
    Place,
    Product,
    Statement,
)
from dragoman.output.exports import Bundle
from tests.conftest import ROOT

NASTY = 'tab\there, "quotes", {brace\nnew line \\ \u2028 50% & #x_y ~^ \u202eabc\u202c 🚂 <b>&amp;; \x07 ,;'


def written(name: str, bundle: Bundle) -> tuple[bytes, Counter[str]]:
    """What a format writes of a bundle, and what it leaves out."""
    out = io.BytesIO()
    left_out = exporter(name).write(bundle, out)
    return out.getvalue(), left_out


def statement(**changes: object) -> Statement:
    """A visit with everything that can be hostile in it."""
    base = Statement(
        id="st_0123456789abcdef",
        kind="contact",
        mode="visit",
        actor=("BGR",),
        recipient=("KAZ",),
        date="2025-06-09",
        status="actual",
        evidence=Evidence("nasty.txt", 0, len(NASTY), NASTY),
        rule="contact.visit.v1",
        confidence=0.5,
        people=(Person(NASTY, NASTY, "BGR"),),
        organisations=(NASTY,),
        place=Place(NASTY, "KAZ", None),
        object=NASTY,
        count=Count(1, None),
        attribution=Attribution(NASTY, "person", True),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def examples() -> Bundle:
    """The bundled articles with an official figure and the findings."""
    holdings = read_holdings([ROOT / "examples" / "articles"])
    series = Series("exports", "KAZ", "BGR", None, "USD")
    holdings.official = [Observation(series, "2024", Decimal("303601234.5"), "BNS", "2025-02", "FOB", "A")]
    return bundle_of(holdings, with_findings=True)


@pytest.fixture(scope="session")
def nasty() -> Bundle:
    """Statements of every kind whose every text tries to break out."""
    figure = {
        "measure": "level",
        "value": Decimal("1.50"),
        "low": Decimal("1.45"),
        "high": None,
        "unit": "USD",
    }
    told = [
        statement(),
        statement(id="st_1", kind="tie", mode="embassy", status="ended", date="../1999"),
        statement(id="st_2", kind="figure", mode="loan", **figure, product=Product(NASTY, "2709")),
        statement(id="st_3", kind="figure", mode="trade", recipient=(), **figure, date="2024-33"),
        statement(id="st_4", kind="composition", mode="exports", flow="exports", products=(Product(NASTY),)),
        statement(id="st_5", kind="quote", mode="direct", date=None),
        statement(id="st_6", kind="project", mode="supply", recipient=(), actor=("KAZ", "EU")),
        statement(id="st_7", kind="instrument", mode="agreement", status="planned", date="2030/2031"),
        statement(id="st_8", kind="stance", mode="criticism", status="denied", date="2019/.."),
        statement(id="st_9", actor=(), recipient=(), date="9999"),
        statement(id="st_b", object="long " * 500, place=Place("far " * 200, "SUN", None)),
        statement(id="st_a", kind="contact", mode="call", actor=("XKX", "UN"), recipient=(), date="202X"),
    ]
    document = Document(
        "nasty.txt", NASTY, title=NASTY, date="2025-06-10", url='https://example.org/{a}"b', outlet=NASTY,
        author=NASTY, language="en",
    )  # fmt: skip
    return Bundle(told, {document.name: document})
