"""Rows of an encyclopaedia's table of diplomatic relations: "Angola | 1975 | See Angola-Serbia relations".

A header line that names countries and when relations began opens a table; each row then tells
that the country of the title and that of the row have had relations since the date beside it.
"""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.discourse.leading_labels import dated_heading
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["is_header", "read"]


_HEADER = 8
"""Items of a cell that heads a column; assumed."""
_ROW = 2_000
"""Characters on either side of a sentence that its row may have: a longer line is prose. assumed"""


def _line(s: Sentence) -> str:
    floor, limit = max(0, s.span[0] - _ROW), s.span[1] + _ROW
    start = max(floor, s.text.rfind("\n", floor, s.span[0]) + 1)
    end = s.text.find("\n", s.span[0], limit)
    return s.text[start : end if end >= 0 else limit]


def is_header(s: Sentence) -> bool:
    """Whether a line heads a table of relations: "Country | Formal relations began | Notes"."""
    if "|" not in s.forms or "|" not in _line(s).strip().strip("|"):
        if s.n >= _HEADER:
            return False
        cell = _line(s).strip(" *#:-|\r\t").casefold()
        whole = cell.removeprefix("country ").removesuffix(" notes")  # "Country Formal relations began Notes"
        return whole in words("tables", "began")
    cells = {cell.split("[")[0].strip(" *#").casefold() for cell in _line(s).split("|")}
    return bool(cells & words("tables", "countries")) and bool(cells & words("tables", "began"))


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The tie of a table's row, where the row itself does not tell it in words."""
    line = _line(s).strip() if "|" in s.text else ""
    if "|" not in line.strip("|"):  # a row's cells may each have a line of their own
        ctx.table = False
        return [] if any(d.rule == "tie.listed.v1" for d in found) else _bare_row(s, ctx)
    anchor = ctx.discourse.anchor
    at = next((i for i in range(min(s.n, 4)) if s.kinds[i] == "P"), -1)
    if not ctx.table or anchor is None or at < 0 or any(s.kinds[i] not in "Q.w" for i in range(at)):
        return []
    cells = [i for i in range(at + 1, s.n) if s.lowers[i] == "|"]
    code = s.refs[at].codes
    if not cells or len(code) != 1 or code[0] == anchor or cells[0] - at > 4:
        return []
    date = cells[0] + 1
    if date >= s.n or s.kinds[date] != "D" or not s.refs[date].edtf:
        return []
    told = any(d.mode == "diplomatic_relations" and set(d.actor) == {anchor, *code} for d in found)
    if told or ("establish" in line and "relations" in line):
        return []
    status = "ended" if "suspended" in line.casefold() or "severed" in line.casefold() else "actual"
    return [
        Draft(
            kind="tie", mode="diplomatic_relations", actor=(anchor, *code), recipient=(), status=status,
            start=s.starts[at], end=s.ends[date], rule="tie.relations.row.v1", date=s.refs[date].edtf,
            because={"actor": "the title's country and the row's", "date": "the row's"},
        )
    ]  # fmt: skip


def _alone(s: Sentence) -> str:
    """The kind of the one item that a line has but for the bar that ends it."""
    return s.kinds[0] if s.n == 1 or (s.n == 2 and s.lowers[1] == "|") else ""


def _bare_row(s: Sentence, ctx: Context) -> list[Draft]:
    """The tie of a row whose cells nothing parts: "Croatia 12 June 1961", or the time alone on the line below."""
    anchor = ctx.discourse.anchor
    if anchor is None or "relations" not in (ctx.document.title or "").casefold():
        return []
    above = ctx.previous
    if (edtf := dated_heading(s, anchor)) is not None:
        code, last = s.codes[0], 1
    elif above is not None and _alone(s) == "D" and _alone(above) == "P":
        edtf, code, last = s.refs[0].edtf, above.codes[0], 0
    else:
        return []
    if not edtf or len(code) != 1 or code[0] == anchor:
        return []
    return [
        Draft(
            kind="tie", mode="diplomatic_relations", actor=(anchor, *code), recipient=(), status="actual",
            start=s.starts[0], end=s.ends[last], rule="tie.relations.row.v1", date=edtf,
            because={"actor": "the title's country and the row's", "date": "the row's"},
        )
    ]  # fmt: skip
