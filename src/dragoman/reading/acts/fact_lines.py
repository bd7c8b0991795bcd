"""Lines of a fact sheet on two countries: "Diplomatic relations: 12 May 1991", "Visits | President A (Accra, 2017)".

What a label names, its line tells of the two of the page: when relations began, where posts lie, which papers
there are, who went where and when. Who goes to a place, or keeps a post there, is the other of the two than the one in
which it lies; a post in a third state is that of whoever keeps it there, accredited to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from dragoman.reading.annotations import PersonMention
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["read"]

_LABEL = 8
"""Items of a label; assumed."""
_NEAR = 3
"""Items from a label to the day when relations began: "established on 3 May 1990"; assumed."""
_FAR = 120
"""Items of a line; assumed."""
_MARKS = (":", "|")
_POSTS = ("consulate", "embassy")
_MODES = ("memorandum", "treaty", "declaration", "protocol", "contract", "agreement", "roadmap")


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / "fact_lines.yaml").read_text("utf-8"))
    return {name: frozenset(entries) for name, entries in data.items() if name != "topics"}


@lru_cache(maxsize=1)
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / "fact_lines.yaml").read_text("utf-8"))
    return tuple(
        (topic, re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, labels), key=len, reverse=True))})\b"))
        for topic, labels in data["topics"].items()
    )


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """What was found, with what the label of a line says instead of what its words alone did."""
    if s.forms.isdisjoint(_MARKS) or s.n > _FAR:
        return found
    mark = next((i for i in range(1, min(s.n, _LABEL + 1)) if s.lowers[i] in _MARKS), -1)
    sides = _sides(ctx)
    if mark < 0 or mark + 1 >= s.n or sides is None or not _is_label(s, mark):
        return found
    found = _of_page(s, found, sides)
    label = s.text[s.starts[0] : s.ends[mark - 1]].lower()
    topic = next((name for name, pattern in _topics() if pattern.search(label)), None)
    if topic is None or not _lists()["not"].isdisjoint(s.lowers[:mark]):
        return found
    if any(c not in sides for codes in s.codes[:mark] for c in codes):
        return found  # the line is on others
    told = list(_TELLERS[topic](s, ctx, mark, sides))
    if not told:
        return found
    kinds = {d.kind for d in told} | (
        {"contact"} if topic in ("agreements", "embassy", "consulate") else set()
    )
    spans = [(d.start, d.end) for d in told]
    return [
        d for d in found if d.kind not in kinds or not any(a < d.end and d.start < b for a, b in spans)
    ] + told


def _of_page(s: Sentence, found: list[Draft], sides: tuple[str, str]) -> list[Draft]:
    """Flows of a line that names nobody are those of the country whose page it is."""
    if any(s.kinds[i] == "P" for i in range(s.n)):
        return found
    return [
        replace(d, actor=sides[:1], recipient=sides[1:], because={**d.because, "actor": "whose page it is"})
        if d.kind in ("figure", "composition")
        and d.mode in ("exports", "imports")
        and {*d.actor, *d.recipient} == {*sides}
        else d
        for d in found
    ]


def _sides(ctx: Context) -> tuple[str, str] | None:
    """The two whose page it is, whose it is first: "Relations with Kenya" is the other's page."""
    d = ctx.discourse
    named = list(dict.fromkeys(c for m in ctx.titled for c in m.codes if c not in d.bodies))
    if len(named) == 2:
        return named[0], named[1]
    pair = [c for c in d.pair if c not in d.bodies]
    if len(pair) != 2 or len(named) > 2:
        return None
    if len(named) == 1 and named[0] in pair:
        return (pair[1], pair[0]) if pair[0] == named[0] else (pair[0], pair[1])
    return (pair[0], pair[1]) if not named else None


def _is_label(s: Sentence, mark: int) -> bool:
    """Whether a line begins with words that only name what follows them: no verb, no comma.

    A first word that may be a verb is none there: "Date of relations", "Visits".
    """
    if any(g.finite and 0 < g.main < mark for g in s.groups) or any(
        s.kinds[i] == "H" or s.lowers[i] in (",", ";", "“", '"') for i in range(mark)
    ):
        return False
    return s.lowers[mark] == "|" or s.text[s.ends[mark] : s.ends[mark] + 1] in (" ", "\n", "\t", "*")


def _entries(s: Sentence, mark: int, *, commas: bool = False) -> Iterator[tuple[int, int]]:
    """First and last item (exclusive) of every entry behind a label; brackets hold together."""
    first, depth = mark + 1, 0
    ends = (";", "|", "/", ",", "and") if commas else (";", "|", "/")
    for i in range(mark + 1, s.n):
        depth += (s.lowers[i] in ("(", "[")) - (s.lowers[i] in (")", "]"))
        parted = s.lowers[i] in ends or (s.lowers[i] == "," and s.lowers[i - 1] == ")")
        if parted and depth <= 0:
            if i > first:
                yield first, i
            first = i + 1
    last = s.n
    while last > first and s.lowers[last - 1] in (".", ";", "|"):
        last -= 1
    if last > first:
        yield first, last


def _other(code: str | None, sides: tuple[str, str]) -> str | None:
    """The other of the two, None for a third."""
    return {sides[0]: sides[1], sides[1]: sides[0]}.get(code or "")


def _place(s: Sentence, first: int, last: int) -> str | None:
    """The state in which the place of an entry lies: a capital or town, or a state behind "to" or "in"."""
    for i in range(first, last):
        if len(s.codes[i]) != 1:
            continue
        town = s.kinds[i] == "L" or (s.kinds[i] == "P" and s.refs[i].form == "capital")
        if town and s.lowers[i - 1] != "from":
            return s.codes[i][0]
        if s.kinds[i] == "P" and s.refs[i].form == "name":
            before = s.lowers[i - 2] if s.lowers[i - 1] == "the" else s.lowers[i - 1]
            if before in _lists()["towards"]:
                return s.codes[i][0]
    return None


def _owner(s: Sentence, first: int, last: int, sides: tuple[str, str]) -> str | None:
    """Whose an entry or label is: "Danish embassy", "Embassy of Serbia", "Romania in Dakar", "Minister A of Peru"."""
    for i in range(first, last):
        if s.kinds[i] == "P" and s.refs[i].form in ("name", "demonym") and len(s.codes[i]) == 1:
            before = s.lowers[i - 2] if i > 1 and s.lowers[i - 1] == "the" else s.lowers[i - 1] if i else ""
            if s.codes[i][0] in sides and before not in _lists()["towards"]:
                return s.codes[i][0]
    return None


def _draft(s: Sentence, ctx: Context, kind: str, mode: str, parties: tuple[tuple[str, ...], tuple[str, ...]],
           span: tuple[int, int], date: str | None) -> Draft:  # fmt: skip
    start, end = s.starts[span[0]], s.ends[span[1] - 1]
    coming = not _lists()["coming"].isdisjoint(s.lowers[:_LABEL])
    later = kind == "contact" and (coming or statuses.after_document(date, ctx.document.date))
    return Draft(
        kind, mode, *parties, "planned" if later else "actual", start, end, f"{kind}.fact_line.v1", date,
        people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end),
        because={"actor": "the two of the page, and where the place lies", "date": "on the line"},
    )  # fmt: skip


def _times(s: Sentence, first: int, last: int) -> list[str]:
    return [s.refs[i].edtf for i in s.dates if first <= i < last]


def _relations(s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    times = _times(s, mark + 1, s.n)
    if not _lists()["none"].isdisjoint(s.lowers[mark:]):
        return
    if times and any(mark < i <= mark + _NEAR for i in s.dates):
        date = times[0].removesuffix("/..")
        yield _draft(s, ctx, "tie", "diplomatic_relations", (sides, ()), (0, s.n), date)


def _posts(mode: str, s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    labelled = _owner(s, 0, mark, sides)
    for first, last in _entries(s, mark):
        words = {*s.lowers[first:last]}
        if words & _lists()["none"] or not _tells_where(s, first, last):
            continue
        place = _place(s, first, last)
        own = _owner(s, first, last, sides) or labelled
        other = _other(own or (_other(place, sides)), sides)
        sender = _other(other, sides)
        if sender is None or other is None or place is None or sender == place:
            continue
        kept = _mode_of(s, ctx, first, last, mode) if place in sides else "mission"
        if place not in sides and not (words & _lists()["covered"] or own):
            continue
        times = _times(s, first, last)
        yield _draft(s, ctx, "tie", kept, ((sender,), (other,)), (first, last), times[0] if times else None)


def _tells_where(s: Sentence, first: int, last: int) -> bool:
    """Whether the verb of an entry, where it has one, only says where a post lies: "is accredited from"."""
    verbs = _lists()["lying"]
    return all(g.lemma in verbs for g in s.groups if g.finite and first <= g.main < last)


def _mode_of(s: Sentence, ctx: Context, first: int, last: int, mode: str) -> str:
    """The mode of a post that an entry names otherwise than the label: "Embassy: Oslo; trade office in Bergen"."""
    for i in range(first, last):
        if s.kinds[i] == "w" and s.noun[i]:
            if s.noun[i].endswith("office"):
                return "mission"
            named = next((m for m in _POSTS if s.noun[i] in ctx.lexicon.noun_classes[m]), None)
            if named:
                return named
    return mode


def _consulates(s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    yield from _posts("consulate", s, ctx, mark, sides)


def _embassies(s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    yield from _posts("embassy", s, ctx, mark, sides)


def _papers(s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    """Papers with their years in brackets or behind them; a number alone counts them."""
    for first, last in _entries(s, mark, commas=True):
        times = _times(s, first, last)
        if not times or first in s.dates or not _lists()["none"].isdisjoint(s.lowers[first:last]):
            continue
        classes = ctx.lexicon.noun_classes
        nouns = [s.noun[i] for i in range(first, last) if s.kinds[i] == "w"]
        nouns += [s.noun[i] for i in range(mark)]
        mode = next((m for n in nouns for m in _MODES if n in classes[m]), "agreement")
        yield _draft(s, ctx, "instrument", mode, (sides, ()), (first, last), times[0].removesuffix("/.."))


def _partnerships(s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    """Partnerships named with the time since which they hold: "Status: Strategic Partnership (2013)"."""
    if any(g.finite for g in s.groups):
        return
    kinds = ctx.lexicon.noun_classes["partnership"]
    for first, last in _entries(s, mark):
        if not any(s.noun[i] in kinds for i in range(first, last)):
            continue
        times = _times(s, first, last)
        yield _draft(s, ctx, "tie", "partnership", (sides, ()), (first, last), times[0] if times else None)


def _visits(s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    several = s.lowers[mark - 1].endswith("s")
    labelled, sender = _place(s, 0, mark), _owner(s, 0, mark, sides)  # "Visits to Malta", "Visits from Chad"
    for first, last in _entries(s, mark):
        times = _times(s, first, last)
        if not times or any(g.finite and first <= g.main < last for g in s.groups):
            continue
        host = _place(s, first, last) or labelled
        guest = _other(host, sides) if host else sender or _owner(s, first, last, sides)
        if guest is None and host is None and not several:
            guest = _named(s, first, last, sides) or sides[0]  # a page tells of its own
        to = _other(guest, sides)
        if guest is None or to is None:
            continue
        for date in times:
            yield _draft(s, ctx, "contact", "visit", ((guest,), (to,)), (first, last), date)


def _named(s: Sentence, first: int, last: int, sides: tuple[str, str]) -> str | None:
    """The state of the person whom an entry names."""
    for i in range(first, last):
        ref = s.refs[i]
        if isinstance(ref, PersonMention) and ref.country in sides:
            return ref.country
    return None


def _sessions(s: Sentence, ctx: Context, mark: int, sides: tuple[str, str]) -> Iterator[Draft]:
    mode = "meeting" if "consultations" in s.words(0, mark).lower() else "session"
    if any(g.finite for g in s.groups):
        return
    for date in _times(s, mark + 1, s.n)[:1]:
        yield _draft(s, ctx, "contact", mode, (sides, ()), (0, s.n), date)


_TELLERS = {
    "relations": _relations,
    "embassy": _embassies,
    "consulate": _consulates,
    "agreements": _papers,
    "partnership": _partnerships,
    "visits": _visits,
    "session": _sessions,
}
