"""Whose part and whose whole where a pronoun or nobody owns the whole: "takes 36% of Chad's exports and 25% of its imports".

Nobody has a share in its own trade: the whole is the other side's, whichever of the two "its" stands closer to.
"""

from __future__ import annotations

from dragoman.reading.figures.roles import codes_of, doers_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["HELD", "held_share"]

HELD = "a share that one side holds of the other's whole"
_FLOWS = frozenset({"trade", "exports", "imports"})
_OF = frozenset({"of", "in"})
_LINKS = frozenset({",", "and", ";", "while", "the"})
# Items from "share" to its flow: "of the country's total foreign trade" (assumed).
_NEAR = 5
# The item of the flow, its mode, who holds the share, whose whole it is where the words say so.
_Found = tuple[int, str, tuple[str, ...], tuple[str, ...]]


def held_share(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The share that one side holds in what another buys or sells; None where the words tell no such share."""
    s = scene.s
    if s.refs[i].kind != "percent":
        return None
    found = (
        _share_of_flow(scene, i)
        or _next_flow(scene, i, before)
        or _next_holder(scene, i, before)
        or _part_of_own(scene, i)
    )
    if found is None:
        return None
    flow, mode, holder, whole = found
    whole = whole or _other(scene, holder, before)
    if len(holder) != 1 or len(whole) != 1 or whole == holder:
        return None
    actor, recipient = (whole + holder, ()) if mode == "trade" else (whole, holder)
    return Topic(mode, flow, HELD, actor, recipient, measure="share")


def _share_of_flow(scene: Scene, i: int) -> _Found | None:
    """The share that stands before its number with its holder: "Malta's share in exports was 4%"."""
    s = scene.s
    low = next((k for k in range(i - 1, -1, -1) if s.kinds[k] == "Q" and not _ranges(s, k, i)), -1)
    at = next((k for k in range(i - 1, low, -1) if s.noun[k] == "share" and s.clause[k] == s.clause[i]), -1)
    if at < 0 or s.lowers[at + 1 : at + 2] not in (["of"], ["in"]):
        return None
    flow = _flow(scene, at + 2, i)
    holder = next((m for m in s.mentions if m.owner == "poss" and m.head_item == at), None)
    if flow < 0 or holder is None:
        return None
    near = [m for m in s.mentions if at < m.item <= flow + 2 and m.codes != holder.codes]
    if near and not (len(near) == 1 and near[0].owner and near[0].head_item == flow):
        return None
    return flow, scene.modes[flow] or "", holder.codes, codes_of(near)


def _ranges(s: Sentence, k: int, i: int) -> bool:
    """Whether a number before another is where the share moved from: "from 4.2% to 3.5%"."""
    return s.refs[k].kind == "percent" and s.lowers[k - 1] == "from" and s.lowers[i - 1] == "to"


def _next_flow(scene: Scene, i: int, before: Topic | None) -> _Found | None:
    """The holder's next share, of the flow told with it or of the same: "in exports 4%, and in imports, 18%", "from 4% to 5%"."""
    s = scene.s
    if before is None or before.how != HELD:
        return None
    j = i - 1
    while j > 0 and s.lowers[j] in (",", "was", "were", "is", "at", "to"):
        j -= 1
    if scene.modes[j] in _FLOWS and s.lowers[j - 1] in _OF:
        return j, scene.modes[j] or "", *_sides(s, before)
    if s.lowers[i - 1] == "to" and before.at >= 0 and _ranges(s, before.at, i):
        return before.item, before.mode, *_sides(s, before)
    return None


def _next_holder(scene: Scene, i: int, before: Topic | None) -> _Found | None:
    """The share of one more in the same whole: "while Malta's (share) was 4%", "Malta for 5%"."""
    s = scene.s
    if (
        before is None
        or before.measure != "share"
        or before.mode not in _FLOWS
        or "Q" in s.kinds[before.at + 1 : i]
    ):
        return None
    told = {*before.actor, *before.recipient}
    new = [m for m in s.mentions if before.at < m.item < i and m.kind == "P" and not told & {*m.codes}]
    if len(new) != 1:
        return None
    m = new[0]
    behind = s.lowers[m.item + 1 : i]
    gapped = behind in (["for"], ["with"], ["at"]) and not m.owner and s.lowers[m.item - 1] in _LINKS
    owned = behind[:1] == ["'s"] and all(
        w.partition(" ")[0] in words("figures.held_shares", "stood") for w in behind[1:]
    )
    return (before.item, before.mode, m.codes, _sides(s, before)[1]) if gapped or owned else None


def _sides(s: Sentence, before: Topic) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The holder and the whole of the share told before: of the two of a trade the subject holds it."""
    if before.recipient:
        return before.recipient, before.actor
    takes = (m.codes for m in s.mentions if m.item < before.at and m.cue == "subj" and m.kind == "P")
    holder = next((c for c in takes if set(c) <= {*before.actor}), before.actor[1:])
    return holder, tuple(c for c in before.actor if c not in holder)


def _part_of_own(scene: Scene, i: int) -> _Found | None:
    """A part of "its" trade that another than its owner takes: "accounting for 25% of its imports"."""
    s = scene.s
    if s.lowers[i + 1 : i + 2] != ["of"] or s.lowers[i + 2 : i + 3] not in (["its"], ["their"]):
        return None
    flow = _flow(scene, i + 3, min(s.n, i + 3 + _NEAR))
    takes = next((g for g in reversed(s.groups) if g.main < i and g.clause == s.clause[i]), None)
    owner = next((m for m in s.mentions if m.item == i + 2), None)
    if flow < 0 or takes is None or owner is None or takes.passive or takes.infinitive:
        return None
    if takes.gerund and not _follows_rank(s, takes.main):
        return None  # "sold Malta $9 million of goods, accounting for 4% of its exports": the seller's
    taking = takes.lemma in words("figures.held_shares", "takes")
    if not taking and not (takes.lemma == "be" and _is_source(s, takes.main, i)):
        return None
    if any(m.item > flow and m.clause == s.clause[i] and m.cue in ("to", "from") for m in s.mentions):
        return None  # "supplies 20% of its exports to Malta": its own
    taker = codes_of(doers_of(scene, takes, i)[-1:])
    return (flow, scene.modes[flow] or "", taker, ()) if taker and taker == owner.codes else None


def _follows_rank(s: Sentence, item: int) -> bool:
    """Whether a participle stands behind what its subject is: "is Malta's main buyer, accounting for"."""
    verb = next((g for g in reversed(s.groups) if g.finite and g.main < item), None)
    return verb is not None and verb.lemma in words("figures.held_shares", "is")


def _is_source(s: Sentence, low: int, i: int) -> bool:
    """Whether a noun before the number says that goods come or go there: "the source of 25% of its imports"."""
    return any(s.noun[k] in words("figures.held_shares", "ends") for k in range(low + 1, i))


def _flow(scene: Scene, low: int, high: int) -> int:
    """The first noun of trade from an item on, past nothing but words of it; or -1."""
    s = scene.s
    for k in range(low, min(high, low + _NEAR)):
        if scene.modes[k] in _FLOWS and s.kinds[k] == "w":
            return k
        if s.kinds[k] not in "wP" or k in s.verb_at:
            return -1
    return -1


def _other(scene: Scene, holder: tuple[str, ...], before: Topic | None) -> tuple[str, ...]:
    """The other of the two of the figure before, else of the text's two."""
    if before is not None and set(holder) <= {*before.actor, *before.recipient}:
        rest = tuple(c for c in (*before.actor, *before.recipient) if c not in holder)
        if len(rest) == 1:
            return rest
    return scene.ctx.discourse.other(holder)
