"""The shapes of answers, for OpenAPI; what they mean is in the statement model and docs/rest.md."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

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
    "PageOfArrivals",
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


class PageOfArrivals(Page[T], Generic[T]):
    """A page of a list in order of arrival; `reached` is kept and sent as `cursor` later, for what came since."""

    reached: str | None = None


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
    document: str | None = Field(
        None, description="Id of the document of the passage; null for a text that is only read."
    )
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


class SeriesItem(_Open):
    """What is counted, by whom, with whom, in which unit."""

    indicator: str
    reporter: str
    partner: str | None
    product: str | None
    unit: str


class CellItem(_Open):
    """An interval in units of the series, both ends inclusive, null where open; why, and the statements it rests on."""

    low: float | None
    high: float | None
    why: str
    statements: list[str]


class LedgerRowItem(_Open):
    """One series and period; a cell that is null is not known."""

    series: SeriesItem
    period: str
    stated: list[CellItem]
    derived: CellItem | None
    inferred: CellItem | None
    official: CellItem | None


class LedgerAnswer(_Open):
    """The ledger of a pair."""

    pair: str
    follows: Literal["done", "computing", "too-many"] = Field(
        description="Whether derived and inferred are there: ask again while computing; for fewer where too-many."
    )
    figures: int = Field(description="How many statements it rests on.")
    shown: int = Field(description="How many of them are in the rows; all of them where follows is done.")
    indicators: dict[str, int] = Field(
        description="Indicators of the pair, and how many statements each has."
    )
    rows: list[LedgerRowItem]


class RepairItem(_Open):
    """A change of one statement that would restore consistency."""

    statement: str
    kind: str
    why: str


class CitedObservation(_Open):
    """An official figure that a finding rests on."""

    source: str
    series: SeriesItem
    period: str
    value: float
    as_of: str | None


class FindingItem(_Open):
    """A finding, with its state: open, accept or dismiss."""

    id: str
    rule: str
    verdict: str
    series: SeriesItem
    period: str | None
    stated: list[float | None] | None
    expected: list[float | None] | None
    statements: list[str]
    observations: list[CitedObservation]
    repairs: list[RepairItem]
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


class HoursItem(_Open):
    """A time [h] over draws."""

    p10: float
    p50: float
    p90: float
    mean: float | None = None


class BandItem(_Open):
    """What the sources leave open, both ends inclusive."""

    low: float
    high: float


class LegItem(_Open):
    """A stretch [km, h], or a stop of mode wait, transfer, border or gauge; `source` says where the time comes from."""

    model_config = ConfigDict(extra="allow", serialize_by_alias=True)

    origin: str = Field(alias="from")
    to: str
    mode: str
    service: str
    km: float
    hours: HoursItem
    source: str


class RouteItem(_Open):
    """A route worth weighing; what the network does not know is null."""

    id: str
    legs: list[LegItem]
    km: float
    hours: HoursItem
    usd_per_feu: BandItem | None
    kgco2e_per_teu: BandItem | None


class RoutesAnswer(_Open):
    """The Pareto set, fastest first."""

    model_config = ConfigDict(extra="allow", serialize_by_alias=True)

    origin: str = Field(alias="from")
    to: str
    scenario: str | None
    regime: str
    routes: list[RouteItem]


class ScenarioItem(_Open):
    """A bundled scenario."""

    name: str
    title: str


class ScenarioWhole(_Open):
    """What a scenario changes, and pairs of places before and after it."""

    scenario: str
    title: str
    regime: str
    source: str
    assumed: bool
    changes: dict[str, Any]
    notes: list[str]
    pairs: list[dict[str, Any]]


class ObservationItem(_Open):
    """An official figure."""

    source: str
    series: SeriesItem
    period: str
    value: float
    as_of: str | None
    valuation: str | None
    status: str | None


class ReadRequest(BaseModel):
    """A text to read; nothing of it is kept."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"text": "Bulgaria opened its embassy in Kazakhstan in 1994.", "date": "2025-06-09"}]
        },
    )

    text: str = Field(
        min_length=1, description="May open with a header of `key: value` lines and a blank line."
    )
    name: str = Field("text", min_length=1, max_length=200)
    date: str | None = Field(None, max_length=40, description="EDTF date of the text.")
    title: str | None = Field(None, max_length=1000)


class ReadDocument(_Open):
    """The text that was read, and the date that it was read with."""

    id: str
    name: str
    title: str | None
    date: str | None
    date_source: str | None


class ReadAnswer(_Open):
    """What was read."""

    document: ReadDocument
    statements: list[StatementItem]


class JobFile(_Open):
    """A file of an upload; `document` is the id of what was read from it."""

    name: str
    state: str = Field(description="waiting, read, known, failed, ...")
    reason: str
    documents: int
    statements: int
    document: str | None


class JobAnswer(_Open):
    """An upload on its way into the record; ask again until `stage` is done or failed."""

    id: str
    stage: str = Field(description="reading, checking, done or failed")
    reason: str
    files: list[JobFile]
    statements: int
