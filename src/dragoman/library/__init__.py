"""The library: what ``import dragoman`` offers, over the same desk as every other interface."""

from dragoman.codes.parties import party
from dragoman.desk.texts import read_text
from dragoman.library.journeys import routes, scenario, scenarios
from dragoman.library.records import Pair, Record, open, read
from dragoman.library.rows import Rows

__all__ = [
    "Pair",
    "Record",
    "Rows",
    "open",
    "party",
    "read",
    "read_text",
    "routes",
    "scenario",
    "scenarios",
]
