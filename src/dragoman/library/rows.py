"""Results as a sequence of dataclasses that also knows how to become a table."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from dragoman.errors import MissingExtra

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["Rows", "Shape"]

T = TypeVar("T")
_SHOWN = 20
_WIDE = 120


class Shape(Generic[T]):
    """How one kind of result becomes an object and a row.

    Parameters
    ----------
    noun : str
        What one is called, for messages and captions.
    as_dict : callable
        The result as the object that `dragoman` prints as JSON.
    columns : mapping
        Name of each column to its type: ``VARCHAR``, ``VARCHAR[]``, ``DOUBLE``, ``BIGINT`` or ``BOOLEAN``.
    as_row : callable
        The result as a mapping from those names to plain values; None where nothing is known.
    shown : tuple of str
        Columns that a notebook shows.
    """

    def __init__(
        self,
        noun: str,
        as_dict: Callable[[T], Mapping[str, Any]],
        columns: Mapping[str, str],
        as_row: Callable[[T], Mapping[str, Any]],
        shown: tuple[str, ...],
    ) -> None:
        self.noun, self.as_dict, self.columns = noun, as_dict, dict(columns)
        self.as_row, self.shown = as_row, shown


class Rows(Sequence[T]):
    """An immutable sequence of results; ``shape`` says what their columns are."""

    def __init__(self, items: Sequence[T], shape: Shape[T]) -> None:
        self._items, self.shape = tuple(items), shape

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Rows[T]: ...
    def __getitem__(self, at: int | slice) -> T | Rows[T]:
        return Rows(self._items[at], self.shape) if isinstance(at, slice) else self._items[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._items == other._items

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"<{len(self)} {self.shape.noun}>"

    def where(self, wanted: Callable[[T], bool] | None = None, **values: Any) -> Rows[T]:
        """Those for which the function says yes, and whose attributes are these: ``where(mode="trade")``."""
        kept = self._items if wanted is None else [item for item in self._items if wanted(item)]
        return Rows([item for item in kept if _has(item, values)], self.shape)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One object each, with the keys that the command line prints as JSON."""
        return [dict(self.shape.as_dict(item)) for item in self._items]

    def to_jsonl(self) -> str:
        """The objects as JSON Lines."""
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.to_dicts())

    def _columns(self) -> dict[str, list[Any]]:
        rows = [self.shape.as_row(item) for item in self._items]
        return {name: [row[name] for row in rows] for name in self.shape.columns}

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame with nullable types: what is not known is ``<NA>``, never NaN.

        Raises
        ------
        MissingExtra
            pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise _missing("pandas") from error
        types = {"VARCHAR": "string", "DOUBLE": "Float64", "BIGINT": "Int64", "BOOLEAN": "boolean"}
        columns = self._columns()
        return pandas.DataFrame(
            {
                name: pandas.array(columns[name], dtype=types[kind])
                if kind in types
                else pandas.Series(columns[name], dtype="object")
                for name, kind in self.shape.columns.items()
            }
        )

    def to_polars(self) -> polars.DataFrame:
        """A Polars data frame; lists stay lists.

        Raises
        ------
        MissingExtra
            Polars is not installed.
        """
        try:
            import polars
        except ImportError as error:
            raise _missing("polars") from error
        types: dict[str, Any] = {
            "VARCHAR": polars.String,
            "VARCHAR[]": polars.List(polars.String),
            "DOUBLE": polars.Float64,
            "BIGINT": polars.Int64,
            "BOOLEAN": polars.Boolean,
        }
        schema = {name: types[kind] for name, kind in self.shape.columns.items()}
        return polars.DataFrame(self._columns(), schema=schema)

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table.

        Raises
        ------
        MissingExtra
            pyarrow is not installed.
        """
        try:
            import pyarrow
        except ImportError as error:
            raise _missing("pyarrow") from error
        types = {
            "VARCHAR": pyarrow.string(),
            "VARCHAR[]": pyarrow.list_(pyarrow.string()),
            "DOUBLE": pyarrow.float64(),
            "BIGINT": pyarrow.int64(),
            "BOOLEAN": pyarrow.bool_(),
        }
        schema = pyarrow.schema([(name, types[kind]) for name, kind in self.shape.columns.items()])
        return pyarrow.table(self._columns(), schema=schema)

    def _repr_html_(self) -> str:
        """A table of the first rows, for notebooks."""
        head = "".join(f"<th scope='col'>{html.escape(name)}</th>" for name in self.shape.shown)
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(row[name])}</td>" for name in self.shape.shown) + "</tr>"
            for row in map(self.shape.as_row, self._items[:_SHOWN])
        )
        more = f", the first {_SHOWN} shown" if len(self) > _SHOWN else ""
        caption = html.escape(f"{len(self)} {self.shape.noun}{more}")
        return (
            f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if isinstance(value, float) and value == int(value):
        value = f"{int(value):,}"
    text = " ".join(str(value).split())
    return html.escape(text if len(text) <= _WIDE else text[: _WIDE - 1] + "…")


def _missing(package: str) -> MissingExtra:
    return MissingExtra(
        f"{package} is not installed",
        remedy=f"install it (pip install {package}), or use to_dicts()",
    )


def _has(item: object, values: Mapping[str, Any]) -> bool:
    return all(getattr(item, name) == value for name, value in values.items())
