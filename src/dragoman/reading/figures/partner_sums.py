"""Partners with their sums where the flow was told before: "The main partners were Peru ($5 million) and Chad ($4 million)"."""

from __future__ import annotations

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.roles import codes_of, owners_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["PARTNER_SUM", "partner_sum"]

PARTNER_SUM = "the sum beside one of the partners told"
_LINKS = frozenset({"(", "with", "at", "worth", ":", "–", "—", "-", "for", "taking", "on"})
_TRADED = frozenset({"trade", "exports", "imports"})
_WAYS = frozenset({"exports", "imports"})
_DESTINATIONS = frozenset({"destination", "outlet"})


def partner_sum(scene: Scene, i: int) -> Topic | None:
    """A country's trade with the partner right before the number, where the sentence speaks of partners, buyers or suppliers."""
    s, q = scene.s, scene.s.refs[i]
    if q.kind not in ("money", "physical") or scene.ctx.previous is None:
        return None
    who = _beside(scene, i)
    if len(who) != 1 or any(m not in _TRADED | {None, "other", "cargo"} for m in scene.modes):
        return None
    mode, head = _head(scene)
    if not mode:
        goes_on = any(w in words("figures", "in_turn") for w in s.lowers)
        last = [d for d in scene.ctx.last if d.because.get("mode") == PARTNER_SUM]
        if not (goes_on and last):
            return None
        return _topic(scene, i, last[-1].mode, last[-1].actor[:1], who, last[-1].date)
    return _topic(scene, i, mode, _whose(scene, head, mode), who, None)


def _topic(
    scene: Scene, i: int, mode: str, host: tuple[str, ...], who: tuple[str, ...], date: str | None
) -> Topic | None:
    if len(host) != 1 or set(host) & set(who):
        return None
    s = scene.s
    verb = next((g for g in reversed(s.groups) if g.clause == s.clause[i] and g.finite), None)
    both = (*host, *who) if mode == "trade" else host
    return Topic(
        mode, i, PARTNER_SUM, both, () if mode == "trade" else who, verb=verb,
        date=None if s.dates else date,
    )  # fmt: skip


def _beside(scene: Scene, i: int) -> tuple[str, ...]:
    """The party right before a number: "Peru ($5 million)", "Peru with $5 million", "Peru: $5 million"."""
    s, j = scene.s, i - 1
    turns = words("figures", "in_turn")
    while j > 0 and (s.lowers[j] in _LINKS or s.lowers[j] == "," or s.lowers[j] in turns):
        j -= 1
    if j < 0 or j == i - 1:
        return ()
    if s.kinds[j] != "P":
        return _leads(scene, i) if s.lowers[i - 1] == "with" else ()
    m = next((m for m in s.mentions if m.item == j), None)
    free = m is not None and (not m.owner or (m.owner == "adj" and m.head in turns))  # "and Peru third with"
    return m.codes if m is not None and free else ()


def _leads(scene: Scene, i: int) -> tuple[str, ...]:
    """Who is the one subject of a clause on partners that ends in a sum: "the UAE led the buyers with $960 million"."""
    s = scene.s
    if "Q" in s.kinds[:i]:
        return ()
    here = [m for m in s.mentions if m.item < i and m.kind in "PL"]
    return here[0].codes if len(here) == 1 and here[0].cue == "subj" and not here[0].owner else ()


def _head(scene: Scene) -> tuple[str, int]:
    """What flow the partners of the sentence are of, and the noun that says so; ("", -1) where none does."""
    s, w = scene.s, scene.words
    for j in range(s.n):
        noun = s.noun[j].rpartition(" ")[2].removesuffix("s")
        if not noun:
            continue
        if (noun in w.markets or noun in _DESTINATIONS) and _sold(scene):
            return "exports", j
        if noun in w.suppliers and _spoken_of(scene, "imports"):
            return "imports", j
        if noun == "partner" and (_spoken_of(scene, "trade") or "trade" in s.noun[j] or _sold(scene)):
            return "trade", j
    return "", -1


def _sold(scene: Scene) -> bool:
    return _spoken_of(scene, "exports")


def _spoken_of(scene: Scene, mode: str) -> bool:
    """Whether this sentence, the one before or the title tells of the flow."""
    ctx, classes = scene.ctx, scene.ctx.lexicon.classes_of_noun
    if mode in scene.modes:
        return True
    before = ctx.previous
    if before is not None and before.scene is not None and mode in before.scene.modes:
        return True
    nouns = [n for n in before.noun if n] if before is not None else []
    verbs = [v for v in before.verb if v] if before is not None else []
    way = {"exports": "export_v", "imports": "import_v"}.get(mode)
    if any(way in ctx.lexicon.classes_of_verb.get(v, ()) for v in verbs):
        return True
    sorts = {c for n in nouns for c in classes.get(n.rpartition(" ")[2], ())} | {
        c for n in nouns for c in classes.get(n, ())
    }
    if mode in sorts or (mode == "trade" and sorts & _TRADED):
        return True
    return any(
        d.kind == "figure" and (d.mode == mode or (mode == "trade" and d.mode in _TRADED)) for d in ctx.last
    )


def _whose(scene: Scene, head: int, mode: str) -> tuple[str, ...]:
    """Whose partners they are: said with the noun, else the one country of the sentence before, else the text's."""
    s = scene.s
    owner = codes_of(owners_of(s, head)) or codes_of(
        [m for m in s.mentions if m.cue in ("of", "for") and m.governor == head]
    )
    told = next((d for d in reversed(scene.ctx.found[-3:]) if d.kind == "figure" and d.mode in _WAYS), None)
    if not owner and told is not None and len(told.actor) == 1 and told.mode == mode:
        return told.actor
    return owner or _sole(scene.ctx.previous) or host_of(scene.ctx)


def _sole(before: Sentence | None) -> tuple[str, ...]:
    named = {m.codes for m in before.mentions if m.kind in "PL"} if before is not None else set()
    one = named.pop() if len(named) == 1 else ()
    return one if len(one) == 1 else ()
