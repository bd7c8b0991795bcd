"""Shares of goods told from both ends: "22 percent of goods imported into Ghana are from China"; sums of one more partner."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.roles import codes_of, doers_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group

__all__ = ["goods_of_partner", "next_placed"]

# Between a share and the participle of its goods stand no more items (assumed).
_NEAR = 8
_WAYS = frozenset({"exports", "imports"})
_PLACES = frozenset({"to", "from", "into"})


def goods_of_partner(scene: Scene, i: int) -> Topic | None:
    """A share of goods bought or sold by one country that another sells or buys: "41% of wheat imported by Chad comes from Mali"."""
    s = scene.s
    at = _of(scene, i)
    if s.refs[i].kind != "percent" or at < 0:
        return None
    sold = next((g for g in s.groups if at + 1 < g.main <= at + _NEAR and _traded(scene, g)), None)
    if sold is None:
        return _of_its_goods(scene, i, at)
    mode = _traded(scene, sold)
    if mode is None or any(s.kinds[j] in "QP" for j in range(at + 1, sold.main)):
        return None
    tells = next((g for g in s.groups if g.first > sold.main and _from_or_to(scene, g)), None)
    takes = next(
        (g for g in s.groups if g.main < i and g.lemma in scene.words.list_takers and g.finite), None
    )
    stop = tells.first if tells is not None else s.n
    owner = codes_of([m for m in s.mentions if sold.main < m.item < stop][:1]) or host_of(scene.ctx)
    if tells is not None:
        way = "from" if mode == "imports" else "to"
        other = codes_of([m for m in s.mentions if m.item > tells.main and m.cue == way][:1])
    elif takes is not None:  # "Mali accounted for 12 percent of the cement imported to Chad"
        other = codes_of(doers_of(scene, takes, i)[-1:])
    else:
        return None
    other = without(other, owner)
    owner = owner or scene.ctx.discourse.other(other)
    if len(owner) != 1 or len(other) != 1:
        return None
    return Topic(
        mode,
        sold.main,
        "a share of goods, behind the number",
        owner,
        other,
        verb=tells or takes,
        carried=True,
    )


def _of(scene: Scene, i: int) -> int:
    """Where "of" stands behind a share, past the amount that it is: "12 percent, or 40,000 tons, of"; or -1."""
    s, j = scene.s, i + 1
    if s.lowers[j : j + 2] == [",", "or"] and s.kinds[j + 2 : j + 3] == ["Q"]:
        j += 3
        j += s.lowers[j : j + 1] == [","]
    return j if s.lowers[j : j + 1] == ["of"] else -1


def _of_its_goods(scene: Scene, i: int, at: int) -> Topic | None:
    """A share of the goods that a country uses: "31 percent of its gas came from Chad"."""
    s = scene.s
    comes = next((g for g in s.groups if at < g.first <= at + _NEAR), None)
    whose = [m for m in s.mentions if m.owner and comes is not None and at < m.item < comes.first]
    if comes is None or comes.passive or comes.lemma not in scene.words.stemming or len(whose) != 1:
        return None
    source = [m for m in s.mentions if comes.main < m.item <= comes.main + 4 and m.cue == "from"]
    goods = scene.ctx.within(scene.ctx.products, s.starts[at], s.ends[comes.first - 1])
    seller = without(codes_of(source), whose[0].codes)
    if not goods or len(seller) != 1 or len(whose[0].codes) != 1:
        return None
    return Topic(
        "imports", at, "a share of goods, behind the number", whose[0].codes, seller, verb=comes, carried=True
    )


def _traded(scene: Scene, g: Group) -> str | None:
    """``exports`` or ``imports`` where a participle says that goods are sold or bought: "goods imported into"."""
    if not (g.reduced or g.passive):
        return None
    classes = scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
    return "imports" if "import_v" in classes else "exports" if "export_v" in classes else None


def _from_or_to(scene: Scene, g: Group) -> bool:
    """Whether a verb says where goods come from or go: "are from", "comes from", "went to"."""
    behind = scene.s.lowers[g.main + 1 : g.main + 4]
    return bool({"from", "to"} & set(behind)) and (
        g.lemma in scene.words.stemming or g.lemma in ("be", "go", "head")
    )


def next_placed(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """One more partner and its sum in a row: "exported goods to Uganda valued at Sh72bn (12 percent), Pakistan Sh61bn"."""
    s = scene.s
    if (
        before is None
        or before.mode not in _WAYS
        or s.refs[i].kind != "money"
        or i < 2
        or s.kinds[i - 1] != "P"
    ):
        return None
    m = next((m for m in s.mentions if m.item == i - 1 and not m.owner), None)
    j = i - 2 - (s.lowers[i - 2] == "the")
    placed = s.lowers[j] in _PLACES
    j -= placed
    if (
        m is None
        or s.lowers[j] not in (",", "and", ")", ";")
        or not before.actor
        or len(before.recipient) != 1
    ):
        return None
    told = next((n for n in s.mentions if n.codes == before.recipient and n.item < before.at), None)
    if told is None or told.cue not in _PLACES or not (placed or m.cue == told.cue):
        return None
    if set(m.codes) & {*before.actor, *before.recipient}:
        return None
    return replace(before, recipient=m.codes, how="the next partner of the row", product=None, carried=True)
