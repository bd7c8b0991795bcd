"""Statements to sentences of a briefing: tellings of one act become one sentence with all its sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.desk.dossiers import name_of
from dragoman.errors import RuleError
from dragoman.model.statements import Statement
from dragoman.output.briefings import plain, quoted
from dragoman.output.date_words import date_words, when_words

__all__ = ["Act", "act_sentence", "acts", "filled", "listed"]

# Acts of which there is one between two parties: tellings with other dates are the same act, dated otherwise.
_ONCE = {"diplomatic_relations", "recognition", "embassy", "mission"}


@dataclass(frozen=True, slots=True)
class Act:
    """One act with all its tellings, the most exactly dated first."""

    tellings: tuple[Statement, ...]

    @property
    def best(self) -> Statement:
        """The telling that the sentence is made from."""
        return self.tellings[0]

    @property
    def date(self) -> str | None:
        """EDTF date of the best telling."""
        return self.best.date

    @property
    def witnesses(self) -> tuple[Statement, ...]:
        """The tellings with one of each date in front, so that the first few bear the whole sentence."""
        first = {d: next(s for s in self.tellings if s.date == d) for d in self.dates}
        return (*first.values(), *(s for s in self.tellings if s not in first.values()))

    @property
    def dates(self) -> tuple[str, ...]:
        """All dates given that do not agree, the first that of the best telling."""
        out: list[str] = []
        for s in self.tellings:
            if s.date and not any(_overlap(s.date, d) for d in out):
                out.append(s.date)
        return tuple(out)


def _overlap(one: str, other: str) -> bool:
    from dragoman.reconciling.periods import span_of

    a, b = span_of(one), span_of(other)
    return a is not None and b is not None and a.overlaps(b)


def acts(statements: Iterable[Statement]) -> list[Act]:
    """Statements grouped into acts, by date, the undated last."""
    groups: list[list[Statement]] = []
    for s in sorted(
        statements, key=lambda s: (-len(s.date or ""), s.evidence.document, s.evidence.start, s.id)
    ):
        home = next((g for g in groups if _same(g, s)), None)
        if home is None:
            groups.append([s])
        else:
            home.append(s)
    found = [Act(tuple(g)) for g in groups]
    return sorted(
        found, key=lambda a: (a.date is None, a.date or "", a.best.evidence.document, a.best.evidence.start)
    )


def _same(group: Sequence[Statement], s: Statement) -> bool:
    first = group[0]
    if (first.kind, first.mode, first.status) != (s.kind, s.mode, s.status):
        return False
    if (set(first.actor), set(first.recipient)) != (set(s.actor), set(s.recipient)):
        return False
    if s.kind == "tie" and s.mode in _ONCE:
        return True
    if plain(s.evidence.text) == plain(first.evidence.text):
        return True  # one report, printed more than once
    if s.date and first.date:
        return s.kind == "contact" and _overlap(s.date, first.date)
    return (s.evidence.document, s.evidence.start) == (first.evidence.document, first.evidence.start)


_WHERE = "data/briefings/sentences.yaml"


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    import yaml

    text = files("dragoman").joinpath("data", "briefings", "sentences.yaml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read


@lru_cache(maxsize=1)
def _templates() -> dict[str, Callable[..., str]]:
    from jinja2 import Environment, StrictUndefined, TemplateError

    # Plain text goes in and out: escaping is the work of each output format.
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    try:
        return {key: environment.from_string(source).render for key, source in _read()["sentences"].items()}
    except TemplateError as error:
        raise RuleError(f"a template that cannot be read: {error}", where=_WHERE, remedy="mend it") from error


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def act_sentence(act: Act) -> str:
    """The sentence of an act, from the template of its kind and mode."""
    s, dates = act.best, act.dates
    templates = _templates()
    key = f"{s.kind}.{s.mode}" if s.status == "actual" else s.status
    template = templates.get(key) or templates[f"{s.kind}.*"]
    text = _capital(plain(template(**_slots(act, None if len(dates) > 1 else s.date))))
    if len(dates) > 1:
        text = f"{text.rstrip('.')}; passages date it {listed([date_words(d) for d in sorted(dates)])}."
    return text


def filled(key: str, **slots: object) -> str:
    """A sentence that is not of one statement: figures, the record."""
    return _capital(plain(_templates()[key](**slots)))


def _slots(act: Act, date: str | None) -> dict[str, Any]:
    s = act.best
    a = listed([name_of(code) for code in s.actor])
    b = listed([name_of(code) for code in s.recipient])
    place = s.place.name if s.place else None
    return {
        "a": a,
        "b": b,
        "both": listed([name_of(code) for code in dict.fromkeys((*s.actor, *s.recipient))]),
        "when": when_words(date),
        "who": _who(s) or a,
        # "Met in Budapest since 2019" is no meeting: with an open end the passage itself says more.
        "named": bool(_who(s)) and ".." not in (date or ""),
        "pair": listed(sorted(name_of(code) for code in {*s.actor, *s.recipient})),
        "partnership": _partnership(s),
        "place": f" in {plain(place)}" if place else "",
        "quote": quoted(s.evidence.text),
    }


def _partnership(s: Statement) -> str:
    """What a partnership is called; nothing where its passage has no title for it."""
    found = re.search(_read()["partnership"], s.object or "", re.IGNORECASE)
    return found[0].removeprefix("and ") if found else ""


def _who(s: Statement) -> str:
    """People named for the actors, with role and country."""
    own = [p for p in s.people if p.country is None or p.country in s.actor][:3]
    told = []
    for p in own:
        country = name_of(p.country) if p.country else name_of(s.actor[0]) if len(s.actor) == 1 else ""
        beside = ", ".join(x for x in (p.role or "", country) if x)
        told.append(plain(f"{p.name} ({beside})" if beside else p.name))
    # A meeting has two sides: one name alone would leave the other out.
    if len(s.actor) > 1 and len({p.country for p in own if p.country}) < 2:
        return ""
    return listed(told)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
