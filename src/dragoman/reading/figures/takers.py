"""Buyers told one after the other, without whose goods: "Germany bought goods for €5 million", "another 3,000 tonnes went to Peru"."""

from __future__ import annotations

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.word_lists import words

__all__ = ["next_taker"]

_FLOWS = frozenset({"exports", "imports", "energy", "cargo"})
_UNITS = frozenset({"money", "physical"})
# Counted goods ("40,000 sheep") are many; fewer are days or lots (assumed).
_FEWEST = 100
# So many figures back a flow may have been told (assumed).
_BACK = 4
# A flow told further back is of another passage (assumed).
_REACH = 450
_LINKS = frozenset({"and", ",", "while", ";"})
_SOURCES = words("figures.takers", "sources")


def next_taker(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The flow told before, with the one party whose clause says that it bought, sold or was sent the amount."""
    s, q = scene.s, scene.s.refs[i]
    counted = q.kind in ("number", "count") and (q.value or 0) >= _FEWEST
    if not (q.kind in _UNITS or counted) or scene.ctx.previous is None:
        return None
    if before is not None and (gap := _in_turn(scene, i, before)) is not None:
        return gap
    clause = [j for j in range(s.n) if s.clause[j] == s.clause[i]]
    if any(s.lowers[j] in _SOURCES for j in clause):
        return None
    if any(scene.modes[j] not in (None, "exports", "imports", "cargo", "other") for j in clause):
        return None
    found = _buys(scene, i) or _goes_to(scene, i) or _bought_by(scene, i)
    if found is None:
        return None
    g, m, sells = found
    flow = _flow_told(scene, m.codes, sells=sells)
    if flow is None:
        return None
    mode, other, date = flow
    actor, recipient = (m.codes, other) if sells != (mode == "imports") else (other, m.codes)
    return Topic(
        mode, i, "who bought or sold it, one after the other", actor, recipient,
        verb=g, date=None if _dated(scene, i) else date, unit=None,
    )  # fmt: skip


def _dated(scene: Scene, i: int) -> bool:
    s = scene.s
    return any(s.kinds[j] == "D" and s.clause[j] == s.clause[i] for j in range(s.n))


def _buys(scene: Scene, i: int) -> tuple[Group, Mention, bool] | None:
    """The party whose verb has the amount as object or price: "Kazakhstan took 2.9 million litres"."""
    s, words = scene.s, scene.words
    g = next((g for g in reversed(s.groups) if g.main < i and g.clause == s.clause[i]), None)
    if g is None or g.passive or g.negated or not g.finite or not g.first:
        return None
    sells = g.lemma in words.market_sellers
    if not sells and g.lemma not in words.market_buyers:
        return None
    return _only(scene, g, i, sells=sells)


def _only(scene: Scene, g: Group, i: int, *, sells: bool) -> tuple[Group, Mention, bool] | None:
    """The one party of the verb's clause, its subject; where another stands there the flow is told in full."""
    s = scene.s
    here = [m for m in s.mentions if m.clause == g.clause and m.kind in "PL" and m.item < _stop(scene, i)]
    if len(here) != 1 or len(here[0].codes) != 1 or here[0].owner or here[0].kind != "P":
        return None
    m = here[0]
    between = s.lowers[m.item + 1 : g.first]
    return (g, m, sells) if m.item < g.first and len(between) <= 2 else None


def _stop(scene: Scene, i: int) -> int:
    """Where the next number of the sentence brings its own party."""
    s = scene.s
    stop = next((k for k in range(i + 1, s.n) if s.kinds[k] == "Q"), s.n)
    while stop < s.n and stop > i + 1 and (s.kinds[stop - 1] == "P" or s.lowers[stop - 1] in _LINKS):
        stop -= 1
    return stop


def _goes_to(scene: Scene, i: int) -> tuple[Group, Mention, bool] | None:
    """The party that goods go to: "another 300,000 tonnes went to Brazil", "a further 40 tonnes were shipped to Chad"."""
    s, words = scene.s, scene.words
    g = next((g for g in s.groups if g.first > i and g.clause == s.clause[i]), None)
    if g is None or not g.finite or g.negated or g.first - i > 4:
        return None
    sent = g.passive and "export_v" in scene.ctx.lexicon.classes_of_verb.get(g.lemma, ())
    if not sent and g.lemma not in words.goods_leave:
        return None
    here = [m for m in s.mentions if m.clause == g.clause and m.kind == "P"]
    near = [m for m in here if g.main < m.item <= g.main + 3 and m.cue in ("to", "for") and not m.owner]
    if len(here) != 1 or len(near) != 1 or len(near[0].codes) != 1:
        return None
    return g, near[0], False


def _bought_by(scene: Scene, i: int) -> tuple[Group, Mention, bool] | None:
    """The party that bought goods: "another 300,000 tonnes were taken by Brazil"."""
    s = scene.s
    g = next((g for g in s.groups if g.first > i and g.clause == s.clause[i]), None)
    if g is None or not (g.passive and g.lemma in scene.words.market_buyers) or g.first - i > 4:
        return None
    here = [m for m in s.mentions if m.clause == g.clause and m.kind == "P"]
    near = [m for m in here if g.main < m.item <= g.main + 3 and m.cue == "by" and not m.owner]
    return (g, near[0], False) if len(here) == len(near) == 1 and len(near[0].codes) == 1 else None


def _in_turn(scene: Scene, i: int, before: Topic) -> Topic | None:
    """The next buyer with the verb left out: "Bulgaria received 5 tonnes and Greece 8"."""
    s = scene.s
    if "one after the other" not in before.how or s.kinds[i - 1] != "P" or i < 2:
        return None
    m = next((m for m in s.mentions if m.item == i - 1 and not m.owner), None)
    link = s.lowers[i - 2 - (s.lowers[i - 2] == "the")]
    if m is None or link not in _LINKS or set(m.codes) & {*before.actor, *before.recipient}:
        return None
    sold = before.verb is not None and before.verb.lemma in scene.words.market_sellers
    first = sold != (before.mode == "imports")
    actor, recipient = (m.codes, before.recipient) if first else (before.actor, m.codes)
    return Topic(before.mode, i, before.how, actor, recipient, verb=before.verb, date=before.date)


def _flow_told(
    scene: Scene, who: tuple[str, ...], *, sells: bool
) -> tuple[str, tuple[str, ...], str | None] | None:
    """(mode, other side, period) of the flow told before that a buyer or seller more joins; None where nobody's was."""
    ctx, begin = scene.ctx, scene.s.span[0]
    told = [
        d
        for d in ctx.found[-_BACK:]
        if d.kind == "figure" and d.mode in _FLOWS and d.actor and d.recipient and begin - d.start < _REACH
    ]
    for d in reversed(told):
        mode = "exports" if d.mode == "cargo" else d.mode
        one = _side(d, sells=sells)
        if sells and d.mode not in ("imports", "energy"):
            continue  # in a text on one's sales, what another sells goes anywhere
        if len(one) == 1 and not set(one) & set(who) and not _reversed(d, who):
            way = (
                ("imports" if mode != "energy" else mode)
                if sells
                else ("exports" if mode != "energy" else mode)
            )
            return (
                way,
                one,
                max((x.date for x in told if x.date and _side(x, sells=sells) == one), default=None),
            )
    if told or sells or not _sold_before(scene):
        return None
    host = host_of(ctx) or _sole_seller(scene)
    return ("exports", host, _only_date(scene)) if host and not set(host) & set(who) else None


def _side(d: Draft, *, sells: bool) -> tuple[str, ...]:
    """Who sells, or with a further seller who buys, in a flow told before."""
    seller, buyer = (d.recipient, d.actor) if d.mode == "imports" else (d.actor, d.recipient)
    return buyer if sells else seller


def _reversed(d: Draft, who: tuple[str, ...]) -> bool:
    """Whether the flow was told as one of whoever acts now: "Peru bought 5 tonnes from Chad. Peru bought 6 tonnes"."""
    return bool(set(who) & {*d.actor, *d.recipient})


def _sold_before(scene: Scene) -> bool:
    """Whether the sentence before tells what a country sells to all."""
    before = scene.ctx.previous
    if before is None:
        return False
    selling = scene.ctx.lexicon.classes_of_verb
    return any("export_v" in selling.get(v, ()) for v in before.verb if v) or any(
        "exports" in scene.ctx.lexicon.classes_of_noun.get(n, ()) for n in before.noun if n
    )


def _sole_seller(scene: Scene) -> tuple[str, ...]:
    """The one country that the sentence before names: "Chile exported 500,000 tonnes of copper"."""
    before = scene.ctx.previous
    if before is None or "Q" not in before.kinds:
        return ()
    named = {m.codes for m in before.mentions if m.kind in "PL"}
    who = named.pop() if len(named) == 1 else ()
    sole = [
        m for m in before.mentions if m.codes == who and (m.cue in ("subj", "of", "from", "by") or m.owner)
    ]
    return who if sole and len(who) == 1 else ()


def _only_date(scene: Scene) -> str | None:
    """The one period of the sentence before."""
    before = scene.ctx.previous
    dates = [str(before.refs[j].edtf) for j in before.dates] if before is not None else []
    return dates[0] if len(dates) == 1 else None
