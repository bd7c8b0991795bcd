"""Papers told by their topics, each with its year in brackets: "Agreements in force include those on culture (1972) and trade (1999)".

The subject says what they are; each bracket ends one. The first time in a bracket is that of signing.
"""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.agents import codes_of
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_MODES = ("memorandum", "treaty", "protocol", "contract", "agreement")
_RULE = "instrument.inline.v1"
_SIGNED = 3
"""Items from a bracket to the time of signing in it: "(signed in 1990". assumed"""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """What was found, with one paper for each bracket of a list that a subject of papers opens."""
    if "(" not in s.forms or not s.dates or not s.groups:
        return found
    verb = next((g for g in s.groups if g.finite), None)
    brackets = _brackets(s, verb.main) if verb is not None and _lists(s, verb) else []
    mode = _mode(s, ctx, verb.first) if verb is not None and len(brackets) > 1 else ""
    if not mode or verb is None:
        return found
    named = codes_of([m for m in s.mentions if m.item < verb.first])
    signers = tuple(c for c in named if c not in ctx.discourse.bodies) or tuple(ctx.discourse.pair)
    if len(signers) != 2 or any(s.kinds[i] in "PH" for i in range(verb.main, brackets[-1][0])):
        return found
    times = {s.refs[time].edtf for _, time, _ in brackets}
    out = [d for d in found if d.kind != "instrument" or d.date not in times | _others(s, brackets)]
    first = verb.main + 1
    for opened, time, closed in brackets:
        while first < opened and (s.lowers[first] in words("papers", "joints") or s.kinds[first] == "."):
            first += 1
        out.append(
            Draft(
                "instrument", mode, signers, (), "actual", s.starts[first], s.ends[closed], _RULE, s.refs[time].edtf,
                object=s.words(first, opened),
                because={"actor": "whose papers are listed", "status": "what is in force", "date": "in brackets behind the topic"},
            )
        )  # fmt: skip
        first = closed + 1
    return out


def _lists(s: Sentence, verb: Group) -> bool:
    """Whether a verb opens a list of papers: "include those on", "are", "cover"."""
    if verb.negated or verb.modal or verb.passive:
        return False
    return verb.lemma in words("papers", "containing")


def _mode(s: Sentence, ctx: Context, end: int) -> str:
    """What the papers are that a clause has as its subject: several, told first."""
    for i in range(min(end, s.n)):
        if s.kinds[i] == "w" and s.noun[i] and s.lowers[i] != s.noun[i]:
            mode = next((m for m in _MODES if s.noun[i] in ctx.lexicon.noun_classes[m]), "")
            if mode:
                return "agreement" if mode == "treaty" and not s.noun[i].endswith("treaty") else mode
    return ""


def _brackets(s: Sentence, after: int) -> list[tuple[int, int, int]]:
    """Brackets behind an item that begin with a time: where each opens, its time, where it closes."""
    out: list[tuple[int, int, int]] = []
    for i in range(after, s.n):
        if s.lowers[i] != "(":
            continue
        closed = next((k for k in range(i, s.n) if s.lowers[k] == ")"), -1)
        time = next((k for k in range(i + 1, closed) if s.kinds[k] == "D" and s.refs[k].edtf), -1)
        if closed < 0 or not 0 < time - i <= _SIGNED:
            return []
        out.append((i, time, closed))
    return out


def _others(s: Sentence, brackets: list[tuple[int, int, int]]) -> set[str | None]:
    """The times that stand in brackets behind that of signing: "revised in 2015"."""
    return {s.refs[k].edtf for i, time, end in brackets for k in range(time + 1, end) if s.kinds[k] == "D"}
