"""A change of what the sentence before measured: "The increase is 14 percent", "which is 12% or 10,300 more than in 2023"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.figures.scenes import COUNTED, Scene, Topic
from dragoman.reading.word_lists import words

__all__ = ["change_told", "flow_doubled", "more_than_told"]

_POINTING = frozenset({"the", "this", "that", "such", "overall"})
_BEING = words("figures.changes_told", "being")
_CHANGES = words("figures.changes_told", "changes")
_MEASURED = frozenset({"level", "rank"})
_MORE = words("figures.changes_told", "more")


def change_told(scene: Scene, i: int) -> Topic | None:
    """The figure of the sentence before, where this one tells no more than how much it changed."""
    s = scene.s
    if s.refs[i].kind not in ("percent", "multiple"):
        return None
    j = next((j for j in range(1, i) if s.noun[j] in _CHANGES and s.lowers[j - 1] in _POINTING), -1)
    if j < 0 or "Q" in s.kinds[:i] or any(m.kind == "P" for m in s.mentions):
        return None
    if s.lowers[j + 1 : j + 2] in (["in"], ["of"]) and not any(
        s.kinds[k] == "D" for k in range(j + 1, j + 4) if k < s.n
    ):
        return None  # "the growth in output is 3 percent"
    if not any(j < g.main < i and g.lemma in _BEING and not g.relative for g in s.groups):
        return None
    told = [d for d in scene.ctx.last if d.kind == "figure" and d.measure in _MEASURED]
    if not told or len({(d.actor, d.recipient) for d in told}) != 1:
        return None
    d = told[-1]
    return Topic(
        d.mode,
        j,
        "the change of the figure before",
        d.actor,
        d.recipient,
        date=d.date,
        carried=True,
        measure="growth",
    )


def more_than_told(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """How many more than before, of those counted: "which is 12% or 10,300 more than", "30 percent more than in 2022"."""
    s = scene.s
    if before is None or before.mode not in COUNTED or s.refs[i].kind not in ("percent", "number", "count"):
        return None
    j = i + 1
    if s.lowers[j : j + 1] == ["or"] and s.kinds[j + 1 : j + 2] == ["Q"]:
        j += 2
    if s.lowers[j : j + 1] and s.lowers[j] in _MORE and s.lowers[j + 1 : j + 2] == ["than"]:
        measure = "growth" if s.refs[i].kind == "percent" else "difference"
        return replace(before, how="more than those counted before", carried=True, measure=measure)
    return None


_FLOWS = frozenset({"exports", "imports", "trade", "investment"})
_SETTING_OFF = frozenset({"while", "whereas", "and", "but", "as", ";", "with"})


def flow_doubled(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The flow of a clause whose verb is the number itself: "exports fell, while imports from Mali doubled to $5 million"."""
    s, q = scene.s, scene.s.refs[i]
    if (
        q.kind in ("money", "physical")
        and s.lowers[i - 1] == "to"
        and before is not None
        and before.at == i - 2
    ):
        told = _doubles(s.refs[i - 2].text)
        return replace(before, how="what it doubled to", measure=None) if told else None
    if q.kind != "multiple" or not _doubles(q.text) or i < 2:
        return None
    last = next((k for k in range(i - 1, -1, -1) if s.kinds[k] == "Q" or k in s.verb_at), -1)
    opens = next((k for k in range(last + 1, i) if s.lowers[k] in _SETTING_OFF), -1)
    if last < 0 or opens < 0:
        return None
    j = next((k for k in range(opens + 1, i) if scene.modes[k] in _FLOWS and s.kinds[k] == "w"), -1)
    if j < 0 or (before is not None and before.mode == scene.modes[j]):
        return None
    return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} that doubled")


def _doubles(text: str) -> bool:
    """Whether a multiple is told as a verb: "more than doubled", "halved"."""
    return text.casefold().rpartition(" ")[2] in words("figures", "doubling")
