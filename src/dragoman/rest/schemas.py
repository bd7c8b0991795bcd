"""The shapes of answers, for OpenAPI; what they mean is in the statement model and docs/rest.md."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "DocumentItem",
    "DocumentWhole",
    "FindingItem",
    "FindingWhole",
    "JobAnswer",
    "LedgerAnswer",
    "ObservationItem",
    "Page",
    "PairItem",
    "PairWhole",
    "PledgeItem",
    "Problem",
    "ReadAnswer",
    "ReadRequest",
    "RoutesAnswer",
    "ScenarioItem",
    "StatementItem",
]

T = TypeVar("T")


class _Open(BaseModel):
    """Answers may gain fields; clients ignore those that they do not know."""

    model_config = ConfigDict(extra="allow")


class Problem(_Open):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str = Field(description="Stable; see docs/rest.md.")
    detail: str
    where: str | None = None
    remedy: str | None = None
    errors: list[dict[str, Any]] | None = None


class Page(_Open, Generic[T]):
    """A page of a list; `next` is the cursor of the page after it."""

    items: list[T]
    next: str | None
    total: int | None = None


class Evidence(_Open):
    """A passage: offsets into the document's text [code points], end exclusive."""

    document: str
    start: int
    end: int
    text: str


class StatementItem(_Open):
    """A statement, as the statement model has it; `review` and `verdicts` say what became of it."""

    id: str
    kind: str
    mode: str
    actor: list[str]
    recipient: list[str]
    date: str | None
    status: str
    people: list[dict[str, Any]]
    organisations: list[str]
    place: dict[str, Any] | None
    object: str | None
    count: dict[str, Any] | None
    attribution: dict[str, Any] | None
    evidence: Evidence
    rule: str
    confidence: float
    measure: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    base: str | None = None
    product: dict[str, Any] | None = None
    flow: str | None = None
    products: list[dict[str, Any]] | None = None
    review: str | None = Field(None, description="accept, reject, correct, skip or open")
    verdicts: list[str] | None = Field(None, description="Verdicts of the findings that rest on it")


class DocumentItem(_Open):
    """A document without its text."""

    id: str
    name: str
    title: str | None
    date: str | None
    date_source: str | None
    outlet: str | None
    url: str | None
    characters: int
    added: str


class DocumentWhole(DocumentItem):
    """A document with its text and statements."""

    text: str
    statements: list[StatementItem]


class PairItem(_Open):
    """Two parties and how many statements have both."""

    pair: str
    parties: list[str]
    statements: int


class PairWhole(PairItem):
    """A pair with counts by kind and the years of its statements."""

    kinds: dict[str, int]
    years: list[int] | None
    findings: int
    conflicts_open: int


class LedgerAnswer(_Open):
    """The ledger of a pair; `follows` is done, computing or too-many."""

    pair: str
    follows: str
    rows: list[dict[str, Any]]


class FindingItem(_Open):
    """A finding, with its state: open, accept or dismiss."""

    id: str
    rule: str
    verdict: str
    series: dict[str, Any]
    period: str | None
    stated: list[float | None] | None
    expected: list[float | None] | None
    statements: list[str]
    observations: list[dict[str, Any]]
    repairs: list[dict[str, Any]]
    because: str
    state: str
    assignee: str | None


class FindingWhole(FindingItem):
    """A finding with the statements that its proof rests on."""

    passages: list[StatementItem]


class PledgeItem(_Open):
    """A pledge and what became of it; `checked` is false while that is being looked for."""

    statement: StatementItem
    state: str
    due: str | None
    because: str
    checked: bool


class RoutesAnswer(_Open):
    """The Pareto set, fastest first."""

    scenario: str | None
    regime: str
    routes: list[dict[str, Any]]


class ScenarioItem(_Open):
    """A bundled scenario."""

    name: str


class ObservationItem(_Open):
    """An official figure."""

    source: str
    series: dict[str, Any]
    period: str
    value: float
    as_of: str | None
    valuation: str | None
    status: str | None


class ReadRequest(BaseModel):
    """A text to read; nothing of it is kept."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(
        min_length=1, description="May open with a header of `key: value` lines and a blank line."
    )
    name: str = Field("text", min_length=1, max_length=200)
    date: str | None = Field(None, max_length=40, description="EDTF date of the text.")
    title: str | None = Field(None, max_length=1000)


class ReadAnswer(_Open):
    """What was read."""

    document: dict[str, Any]
    statements: list[StatementItem]


class JobAnswer(_Open):
    """An upload on its way into the record; `stage` is reading, checking, done or failed."""

    id: str
    stage: str
    reason: str
    files: list[dict[str, Any]]
    statements: int
