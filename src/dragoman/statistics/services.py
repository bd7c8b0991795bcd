"""Eurostat Comext, IMF, World Bank and OECD through sdmx1, the optional extra ``official`` (§S11)."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any

from dragoman.codes import body, country
from dragoman.errors import FetchError, MissingExtra, RuleError, UnknownCode, UsageError
from dragoman.model.periods import parse_period
from dragoman.statistics.answers import AGENT, Answer, Asker, refused
from dragoman.statistics.loaded import Loaded
from dragoman.statistics.requests import Fetched, Query, gather
from dragoman.statistics.sdmx_concepts import Dataflow, sdmx_observations

__all__ = ["Service", "fetch_service", "services"]

_WHERE = "data/statistics/services.yaml"
_NEEDED = {"name", "client", "agency", "dataflow", "key", "codes"}
_MORE = {"key_without_partner", "areas", "only", "periods_ignored", "status"}
_AGAIN = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Service:
    """One official service: whom to ask and how. See ``services.yaml``."""

    id: str
    name: str
    client: str
    agency: str
    dataflow: str
    key: str
    codes: str
    key_without_partner: str = ""
    areas: Mapping[str, str] = field(default_factory=dict)
    only: str | None = None
    periods_ignored: bool = False
    status: str | None = None

    def code(self, area: str) -> str:
        """How the service writes an area."""
        found = country(area)
        return self.areas.get(found.alpha3, found.alpha2 if self.codes == "alpha2" else found.alpha3)

    def reports(self, reporter: str) -> bool:
        """Whether the service has figures that an area reports."""
        return self.only is None or reporter in body(self.only).members

    @property
    def short_flow(self) -> Dataflow:
        """Agency and id of the dataflow, for the name of the source."""
        id = self.dataflow.split(",")[1] if "," in self.dataflow else self.dataflow
        return Dataflow(self.agency, id)


@lru_cache(maxsize=1)
def services() -> Mapping[str, Service]:
    """The services by id.

    Raises
    ------
    RuleError
        A key of ``services.yaml`` is missing or unknown.
    """
    import yaml

    text = (files("dragoman") / "data" / "statistics" / "services.yaml").read_text(encoding="utf-8")
    out = {}
    for id, found in yaml.safe_load(text)["services"].items():
        if not set(found) >= _NEEDED or set(found) - _NEEDED - _MORE:
            raise RuleError(
                f"keys {sorted(found)}", where=f"{_WHERE}, {id}", remedy=f"give {sorted(_NEEDED)}"
            )
        if found["codes"] not in ("alpha2", "alpha3"):
            raise RuleError(
                f"codes {found['codes']!r}", where=f"{_WHERE}, {id}", remedy="write alpha2 or alpha3"
            )
        out[id] = Service(id=id, **found)
    return out


def sdmx_library() -> Any:
    """The package sdmx1.

    Raises
    ------
    MissingExtra
        It is not installed.
    """
    try:
        import sdmx
    except ImportError as error:
        raise MissingExtra(
            "asking this service needs sdmx1", remedy='install it with: pip install "dragoman[official]"'
        ) from error
    # it remarks on answers that come without their data structure, as ours do
    logging.getLogger("sdmx").setLevel(logging.ERROR)
    return sdmx


def fetch_service(
    service: Service, query: Query, asker: Asker, *, dataflow: str | None = None, key: str | None = None
) -> Fetched:
    """What a service has for every side of a query; stops at a refusal and keeps what arrived.

    Parameters
    ----------
    dataflow, key : str, optional
        Ask for this instead of what ``services.yaml`` says; the key may hold {reporter},
        {partner} and {frequency}.

    Raises
    ------
    MissingExtra
        sdmx1 is not installed.
    UsageError
        The service has no figures by partner, or needs one.
    """
    sdmx_library()
    asked = replace(service, dataflow=dataflow or service.dataflow)
    return gather(_steps(asked, query, asker, key))


def _steps(service: Service, query: Query, asker: Asker, key: str | None) -> Iterator[Callable[[], Loaded]]:
    keys = [(r, p, _key(service, r, p, query, key)) for r, p in query.sides() if service.reports(r)]
    left_out = sorted({r for r, _ in query.sides() if not service.reports(r)})
    if left_out:
        note = f"{service.name} has only reporters of {service.only}: not asked for {', '.join(left_out)}"
        yield lambda: Loaded(notes=(note,))
    for reporter, partner, series in keys:
        yield partial(_load, service, series, query, asker, f"{reporter} with {partner or 'the world'}")


def _key(service: Service, reporter: str, partner: str | None, query: Query, key: str | None) -> str:
    template = key or (service.key if partner is not None else service.key_without_partner)
    if not template:
        what = "no figures by partner" if partner is not None else "figures by partner only"
        remedy = "leave out --partner" if partner is not None else "name one with --partner"
        raise UsageError(f"{service.name} has {what}", remedy=f"{remedy}, or give --key")
    try:
        return template.format(
            reporter=service.code(reporter),
            partner=service.code(partner) if partner is not None else "",
            frequency="M" if query.monthly else "A",
        )
    except (UnknownCode, KeyError, IndexError, ValueError) as error:
        if isinstance(error, UnknownCode):
            raise UsageError(error.what, remedy=error.remedy) from error
        raise UsageError(
            f"--key {template!r}", remedy="use only {reporter}, {partner} and {frequency}"
        ) from error


def _load(service: Service, key: str, query: Query, asker: Asker, who: str) -> Loaded:
    first, last = query.periods[0], query.periods[-1]
    asked = f"{service.client}/{service.dataflow}/{key}?startPeriod={first}&endPeriod={last}"
    answer = asker.kept(asked) or _ask(service, key, first, last, asked, asker)
    cells: list[dict[str, str]] = json.loads(answer.text)
    rows = ((f"{asked}, observation {n}", cell) for n, cell in enumerate(cells, start=1))
    loaded = sdmx_observations(rows, service.short_flow, answer.received)
    wanted = [parse_period(p) for p in query.periods]
    kept = tuple(
        replace(o, status=o.status or service.status)
        for o in loaded.observations
        if any(w.contains(parse_period(o.period)) for w in wanted)
    )
    notes = (
        loaded.notes
        if kept
        else (*loaded.notes, f"{service.name} has nothing of {who} for {first} to {last}")
    )
    return Loaded(kept, loaded.problems, notes)


def _ask(service: Service, key: str, first: str, last: str, asked: str, asker: Asker) -> Answer:
    """The observations of an answer as a JSON list of cells by id."""
    trouble = ""
    for attempt in range(asker.attempts):
        asker.wait(asker.interval * 2 ** (attempt - 1) if attempt else 0.0)
        try:
            cells = _cells(_message(service, key, first, last))
        except _RefusalError as refusal:
            trouble = str(refusal)
            if not refusal.again:
                break
        else:
            return asker.answers.keep(asked, json.dumps(cells))
    raise _refused(asked, trouble, asker)


def _refused(asked: str, trouble: str, asker: Asker) -> FetchError:
    return refused(asked, trouble, asker.answers.folder)


class _RefusalError(Exception):
    """A refusal of the service; ``again`` where asking again may help."""

    def __init__(self, trouble: str, again: bool) -> None:
        super().__init__(trouble)
        self.again = again


def _message(service: Service, key: str, first: str, last: str) -> Any:
    sdmx = sdmx_library()
    client = sdmx.Client(service.client)
    client.session.headers["User-Agent"] = AGENT
    address = os.environ.get(f"DRAGOMAN_{service.client}_URL")
    if address:
        client.source.url = address
    parameters = {} if service.periods_ignored else {"startPeriod": first, "endPeriod": last}
    try:
        return client.get("data", service.dataflow, key=key, params=parameters)
    except Exception as error:  # requests, sdmx and XML errors of many kinds
        response = getattr(error, "response", None)
        status = getattr(response, "status_code", None)
        if status == 404:
            # SDMX services answer 404 where a series has no data
            return None
        what = f"status {status} {getattr(response, 'reason', '')}" if status else f"no answer ({error})"
        raise _RefusalError(what.strip(), status is None or status in _AGAIN) from error


def _cells(message: Any) -> list[dict[str, str]]:
    """Every observation of a message: its series key, its period, value and attributes, by id."""
    out = []
    for data in getattr(message, "data", None) or ():
        for observation in data.obs:
            cell: dict[str, str] = {}
            for source in (observation.series_key, observation.dimension, observation.key):
                for id, value in getattr(source, "values", {}).items():
                    cell[str(id).upper()] = str(getattr(value, "value", value))
            for id, value in {**_attributes(data), **observation.attrib}.items():
                cell.setdefault(str(id).upper(), str(getattr(value, "value", value)))
            cell["OBS_VALUE"] = "" if observation.value is None else str(observation.value)
            out.append(cell)
    return out


def _attributes(data: Any) -> Mapping[str, Any]:
    found = getattr(data, "attrib", {})
    return dict(found.items()) if hasattr(found, "items") else {}
