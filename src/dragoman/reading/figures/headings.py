"""The year that the heading of a list gives to its rows: "Trade between A and B (2022):" above "- Exports: ..."."""

from __future__ import annotations

import re

from dragoman.reading.context import Context
from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.scenes import Scene, Topic, scene_of
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["labelled_sum", "row_of_profile", "row_of_years", "year_of_heading"]

_ROW = re.compile(r"\s*(?:[-–—•*·▪●]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# Rows that only the profile of one country has.
_PROFILE = re.compile(
    r"^\W*(?:(?:main |major )?(?:export|import)s?\W{1,3}(?:partners|commodities|destinations|sources)|GDP\b|Population\W)"
    r"|(?:^|\. )(?:main|major) (?:markets|suppliers|(?:trading |export |import )?partners)\s?[-–—:]",
    re.IGNORECASE | re.MULTILINE,
)
# How far up from a row its heading may stand, in lines (assumed).
_ROWS = 12
# A row of years has no more items than this (assumed).
_SHORT = 8
# The label above a sum no more than this (assumed).
_LABEL = 12
_LABELS = frozenset({":", "-", "–", "—"})
_MARKS = frozenset({":", "-", "–", "—", "•", "*", "·", "=", "(", ")"})
_WAYS = frozenset({"export", "import"})
_GIVEN = words("figures.headings", "given")
_MODES = frozenset({"investment", "aid", "loan", "trade", "exports", "imports", "visitors", "students"})


def row_of_profile(s: Sentence, ctx: Context) -> bool:
    """Whether a row tells one country's trade with all: "Exports: $2 billion (2017)" in a profile of one country."""
    if s.mentions or s.n < 3 or s.noun[0] not in _WAYS or not _LABELS & {*s.lowers[1:4]}:
        return False
    return len(ctx.discourse.pair) < 2 or (not ctx.discourse.titled and bool(_PROFILE.search(s.text)))


def row_of_years(scene: Scene, i: int) -> Topic | None:
    """A year and its amount in a line of its own below a heading: "FDI from Oman into Chad:" above "- 2019: $12 million"."""
    s, ctx = scene.s, scene.ctx
    if (
        s.n > _SHORT
        or s.mentions
        or s.groups
        or "D" not in s.kinds[:i]
        or sum(k == "Q" for k in s.kinds) != 1
    ):
        return None
    if any(s.kinds[j] not in "DQ" and s.lowers[j] not in _MARKS for j in range(i + 1)):
        return None
    before = ctx.previous
    row = next((d for d in reversed(ctx.last) if d.kind == "figure"), None)
    if row is not None and row.because.get("mode") == "a row of the heading":
        return Topic(row.mode, i, "a row of the heading", row.actor, row.recipient)
    if (
        before is None
        or before.index != s.index - 1
        or any(g.finite for g in before.groups)
        or "Q" in before.kinds
    ):
        return None
    earlier = scene_of(before, ctx)
    k = next((k for k in range(before.n) if earlier.modes[k] in _MODES), -1)
    if k < 0 or (s.refs[i].kind == "money") == (earlier.modes[k] in ("visitors", "students")):
        return None
    mode = earlier.modes[k] or ""
    actor, recipient, _ = parties_of(Topic(mode, k, "the noun of the heading"), earlier)
    return (
        Topic(mode, i, "a row of the heading", actor, recipient)
        if actor and (recipient or mode == "trade")
        else None
    )


def labelled_sum(scene: Scene, i: int) -> Topic | None:
    """A sum alone on its line below the label that says what it is: "2022-23 total Norwegian ODA" above "$21 million"."""
    s, ctx = scene.s, scene.ctx
    label = ctx.previous
    if s.n > 2 or s.mentions or s.groups or s.refs[i].kind != "money" or label is None:
        return None
    if (
        label.index != s.index - 1
        or "Q" in label.kinds
        or any(g.finite and g.lemma != "total" for g in label.groups)
    ):
        return None
    earlier = scene_of(label, ctx)
    mode = next((m for m in earlier.modes if m in _MODES), None)
    if mode is None and label.n <= _LABEL and not _GIVEN.isdisjoint(label.lowers):
        mode = "aid"
    if mode is None or mode in ("visitors", "students"):
        return None
    actor, recipient = _sides_of_label(label, mode, ctx)
    if not actor or not (recipient or mode == "trade"):
        return None
    date = label.refs[label.dates[0]].edtf if len(label.dates) == 1 else None
    return Topic(mode, i, "the label above it", actor, recipient, date)


def _sides_of_label(label: Sentence, mode: str, ctx: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pair, home = ctx.discourse.pair, ctx.discourse.home
    if mode == "trade" and len(pair) == 2:
        return pair, ()
    parties = [m for m in label.mentions if m.kind == "P"]
    named = tuple(c for m in parties if m.owner or m.form == "demonym" for c in m.codes)
    partner = tuple(
        c for m in parties if m.cue in ("to", "from", "with", "in") and not m.owner for c in m.codes
    )
    if partner:
        return named or ctx.discourse.other(partner), partner
    row = next((d for d in reversed(ctx.last) if d.because.get("mode") == "the label above it"), None)
    if not named and row is not None and row.mode == mode:
        return row.actor, row.recipient
    if not named and mode in ("aid", "loan", "investment") and home in pair:
        named = (home,) if home else ()  # on the giver's own page
    return named, ctx.discourse.other(named) if named else ()


def year_of_heading(s: Sentence) -> str | None:
    """The only year of the line with a colon above the row that the sentence stands in; None for any other place."""
    text = s.text
    start = text.rfind("\n", 0, s.span[0]) + 1
    if not _ROW.match(text[start : s.span[1]]):
        return None
    for _ in range(_ROWS):
        end = start - 1
        if end <= 0:
            return None
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if not line or _ROW.match(line + " "):
            continue
        years = set(_YEAR.findall(line))
        return years.pop() if line.endswith(":") and len(years) == 1 else None
    return None
