"""What "it" and "they" measure: "Exports to Chile grew. They stood at $4 million", "fell before it reached $5 billion"."""

from __future__ import annotations

from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.scenes import MUTUAL, Scene, Topic, scene_of
from dragoman.reading.syntax.lexicon import ADV
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["of_pronoun"]

_FLOWS = frozenset({"trade", "exports", "imports", "investment"})
_GIVEN = frozenset({"aid", "loan"})
_POINTING = frozenset({"the", "this", "that", "its", "their", "these", "whose"})
# Behind its noun: "the total volume", "the overall figure".
_WHOLE = frozenset(
    "total overall annual combined aggregate cumulative final official latest corresponding same".split()
)


def of_pronoun(scene: Scene, i: int) -> Topic | None:
    """The topic of a sum or a change whose subject is a pronoun: the flow that was spoken of before it."""
    s, ctx = scene.s, scene.ctx
    if s.refs[i].kind not in ("money", "percent"):
        return None
    g = next((g for g in reversed(s.groups) if g.finite and g.main < i and g.clause == s.clause[i]), None)
    if g is None or (g.passive and g.lemma not in words("figures", "valuing")):
        return None
    moves = {"rise", "fall"} & ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
    if not moves and not g.passive and g.lemma.partition(" ")[0] not in words("figures", "amounting"):
        return None
    j = g.first - 1
    while j > 0 and (s.tags[j] & ADV or s.kinds[j] == "D"):  # "it now stands at"
        j -= 1
    named = j > 0 and not any(scene.modes) and _names_figure(s, j)
    if j < 0 or not (named or s.lowers[j] in words("figures", "pronouns")):
        return None
    k = -1 if named else _subject(scene, s.clause[j])
    if k >= 0:
        verb = next((o for o in s.groups if o.finite and o.main > k), None)
        return Topic(
            scene.modes[k] or "", k, f"the noun {s.lowers[k]!r} that a pronoun stands for", verb=verb
        )
    before: Sentence | None = ctx.previous
    if s.clause[j] or before is None or before.index != s.index - 1:
        return None
    earlier = scene_of(before, ctx)
    k = _subject(earlier, 1)
    if k < 0 and (named or s.lowers[j] == "it"):
        k = _spoken_of(earlier)
    if k < 0:
        return None
    mode = earlier.modes[k] or ""
    verb = next((o for o in before.groups if o.finite and o.main > k), None)
    actor, recipient, _ = parties_of(Topic(mode, k, "the noun of the sentence before", verb=verb), earlier)
    if not actor or not (recipient or mode in MUTUAL):
        return None
    how = f"the noun {before.lowers[k]!r} of the sentence before, that a pronoun stands for"
    told = next((d.date for d in reversed(ctx.last) if d.kind == "figure" and d.date), None)
    return Topic(mode, i, how, actor, recipient, told=told, carried=True)


def _names_figure(s: Sentence, j: int) -> bool:
    """Whether a subject is no more than a figure told of before: "the total", "this figure", "its value"."""
    if s.lowers[j] not in words("figures", "figure_names"):
        return False
    while j > 1 and s.lowers[j - 1] in _WHOLE:
        j -= 1
    return s.lowers[j - 1] in _POINTING and (j == 1 or s.lowers[j - 2] == "," or s.kinds[j - 2] == "D")


def _spoken_of(scene: Scene) -> int:
    """The one flow that a sentence without a number speaks of: "Kenya has long given aid to Chad"; or -1."""
    s = scene.s
    if any(s.kinds[k] == "Q" for k in range(s.n)):
        return -1
    told = [k for k in range(s.n) if scene.modes[k] in _FLOWS | _GIVEN and s.kinds[k] == "w"]
    return told[0] if len({scene.modes[k] for k in told}) == 1 else -1


def _subject(scene: Scene, clause: int) -> int:
    """The noun of a flow that is the subject of the clause before, or -1."""
    s = scene.s
    for k in range(s.n):
        if s.clause[k] >= clause or k in s.verb_at:
            return -1
        if scene.modes[k] in _FLOWS and s.kinds[k] == "w":
            return k
    return -1
