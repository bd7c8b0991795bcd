"""A client of the UN Comtrade API v1 (§S10).

Without a key the public preview answers, at most 500 records a request; with one in the
environment (``COMTRADE_KEY``) the full service. The key goes into a header: it is in no address,
no message and no file. UN Comtrade's terms keep its data from being passed on: load them into your
own record, do not publish extracts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from urllib.parse import urlencode

from dragoman.codes import country
from dragoman.errors import UnknownCode, UnreadableFile, UsageError
from dragoman.statistics.answers import Asker
from dragoman.statistics.cells import comtrade_code
from dragoman.statistics.comtrade_files import comtrade_json, record_count, trouble_of
from dragoman.statistics.constants import constant
from dragoman.statistics.loaded import Loaded, joined
from dragoman.statistics.requests import Fetched, Query, chunks, gather

__all__ = ["KEY", "Comtrade"]

KEY = "COMTRADE_KEY"
"""Environment variable of the subscription key."""

_BASE = "https://comtradeapi.un.org"
# May point to another address, such as a proxy of one's own.
_BASE_VARIABLE = "DRAGOMAN_COMTRADE_URL"


class Comtrade:
    """Trade by partner, all goods or one HS code, years or months.

    Parameters
    ----------
    asker : Asker
        Sends and keeps requests.
    key : str, optional
        Subscription key; default from the environment.
    base : str, optional
        Address of the service; default UN Comtrade's, or ``DRAGOMAN_COMTRADE_URL``.
    """

    def __init__(self, asker: Asker, key: str | None = None, base: str | None = None) -> None:
        self._asker = asker
        self._key = os.environ.get(KEY) if key is None else key
        self._base = (base or os.environ.get(_BASE_VARIABLE) or _BASE).rstrip("/")

    @property
    def limit(self) -> int:
        """Most records of an answer [1]."""
        return int(constant("comtrade", "rows" if self._key else "preview_rows"))

    def fetch(self, query: Query, product: str | None = None) -> Fetched:
        """Exports and imports of every side of a query; stops at a refusal and keeps what arrived.

        Raises
        ------
        UsageError
            A reporter or partner is no country.
        """
        return gather(self._steps(query, product))

    def _steps(self, query: Query, product: str | None) -> Iterator[Callable[[], Loaded]]:
        size = int(constant("comtrade", "periods"))
        codes = {side: _code(side) for pair in query.sides() for side in pair}
        for reporter, partner in query.sides():
            for periods in chunks(query.periods, size):
                yield partial(self._load, codes[reporter], codes[partner], periods, product)

    def address(self, reporter: str, partner: str, periods: tuple[str, ...], product: str | None) -> str:
        """The address of a request, without the key."""
        way = "data/v1/get" if self._key else "public/v1/preview"
        frequency = "M" if len(periods[0]) > 4 else "A"
        asked = {
            "reporterCode": reporter,
            "partnerCode": partner,
            "period": ",".join(p.replace("-", "") for p in periods),
            "flowCode": "X,M",
            "cmdCode": product or "TOTAL",
            "partner2Code": "0",
            "motCode": "0",
            "customsCode": "C00",
            "maxRecords": str(self.limit),
            "format": "JSON",
            "includeDesc": "true",
        }
        return f"{self._base}/{way}/C/{frequency}/HS?{urlencode(asked, safe=',')}"

    def _load(self, reporter: str, partner: str, periods: tuple[str, ...], product: str | None) -> Loaded:
        url = self.address(reporter, partner, periods, product)
        headers = {"Ocp-Apim-Subscription-Key": self._key} if self._key else {}
        answer = self._asker.get(url, headers, trouble_of)
        count = record_count(answer.text)
        if count >= self.limit:
            if len(periods) == 1:
                raise UnreadableFile(
                    f"the answer was cut off at {count} records",
                    where=url,
                    remedy="ask with a key in COMTRADE_KEY",
                )
            half = len(periods) // 2
            parts = (periods[:half], periods[half:])
            return joined(self._load(reporter, partner, part, product) for part in parts)
        loaded = comtrade_json(answer.text, url, answer.received)
        if not loaded.observations and not loaded.problems:
            span = periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"
            note = f"UN Comtrade has no records of reporter {reporter} with partner {partner} for {span}"
            return Loaded(notes=(note,))
        return loaded


@lru_cache(maxsize=512)
def _code(area: str | None) -> str:
    """Comtrade's code of a country; 0 is the world."""
    if area is None:
        return "0"
    try:
        return comtrade_code(country(area))
    except UnknownCode as error:
        raise UsageError(
            f"{area!r} is no country of UN Comtrade", remedy="give an ISO 3166-1 code"
        ) from error
