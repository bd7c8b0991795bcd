"""A sum and who gets which part of it: "committed $7 million, of which $5 million will go to Chad and the rest to Peru"."""

from __future__ import annotations

from dragoman.codes.bodies import is_body
from dragoman.reading.figures.roles import codes_of, doers_of
from dragoman.reading.figures.scenes import Scene
from dragoman.reading.frames.agents import patients_of
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["gift_split"]

_NEAR = 6
"""Items from a part to who gets it: "$5 million will go to". assumed"""


def gift_split(scene: Scene, i: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(who gives, whom) of a sum that is split in its sentence, or of a part of it; None elsewhere."""
    s = scene.s
    whole, opens = _whole(s)
    if whole < 0 or i < whole or s.refs[i].kind != "money":
        return None
    takers = _takers(s, opens)
    if not takers:
        return None
    verb = next((g for g in reversed(s.groups) if g.main < whole and g.finite), None)
    if verb is None or verb.passive or verb.lemma not in words("figures.gifts_split", "giving"):
        return None
    givers = codes_of(doers_of(scene, verb, whole))
    if not givers:
        return None
    if i == whole:
        own = [m for m in s.mentions if whole < m.item < opens and m.cue in ("to", "for", "in", "between")]
        got = codes_of(patients_of(s, verb)) or codes_of(own) or tuple(dict.fromkeys(c for _, c in takers))
    else:
        got = next(((c,) for at, c in takers if at == i), ())
    got = tuple(c for c in got if c not in givers)
    return (givers, got) if got else None


def _whole(s: Sentence) -> tuple[int, int]:
    """The sum before "of which" and where that stands; (-1, -1) for none."""
    at = next((k for k in range(1, s.n - 1) if s.lowers[k : k + 2] == ["of", "which"]), -1)
    sums = [k for k in range(max(at, 0)) if s.kinds[k] == "Q" and s.refs[k].kind == "money"]
    return (sums[-1], at) if sums else (-1, -1)


def _takers(s: Sentence, opens: int) -> list[tuple[int, str]]:
    """Each part behind "of which" with who gets it; what is left goes without a sum: "the rest to Peru"."""
    out: list[tuple[int, str]] = []
    for k in range(opens + 2, s.n):
        if s.kinds[k] != "P" or len(s.codes[k]) != 1 or is_body(s.codes[k][0]):
            continue
        before = k - 1 - (s.lowers[k - 1] == "the")
        if s.lowers[before] not in ("to", "for", "in"):
            continue
        part = next((j for j in range(before - 1, max(opens, before - _NEAR), -1) if s.kinds[j] == "Q"), -1)
        if part >= 0 and any(part == at for at, _ in out):
            part = -1
        rest = any(
            w in ("rest", "remainder", "balance", "remaining") for w in s.lowers[before - _NEAR : before]
        )
        if part >= 0 or rest:
            out.append((-1 if rest and part < 0 else part, s.codes[k][0]))
    return out
