"""Dragoman reads what is reported about relations between countries, and checks it.

>>> import dragoman as dg
>>> record = dg.read("examples/articles")  # doctest: +SKIP
>>> record.pair("KAZ", "BGR").figures.to_pandas()  # doctest: +SKIP

Names are loaded when they are first used, so that ``import dragoman`` costs nothing.
"""

__version__ = "0.1.0"

_LIBRARY = (
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
)
# Not `open` and `scenario`: a star import must hide nothing of Python's.
__all__ = ["__version__"]


def __getattr__(name: str) -> object:
    if name in _LIBRARY:
        # By name, so that lower layers which ask for the version do not import the library.
        from importlib import import_module

        return getattr(import_module("dragoman.library"), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_LIBRARY])
