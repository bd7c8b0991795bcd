"""Places whose noun was told before: "India comes in second with $5 billion", "third comes Chad", "ranks first by this indicator"."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.rank_words import rank_words
from dragoman.reading.figures.ranked_lists import next_in_rank
from dragoman.reading.figures.scenes import scene_of
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["bare_ranks"]

_RANKED = frozenset({"trade", "exports", "imports", "investment", "visitors"})
# What may stand between who is ranked and the verb, or the verb and who is ranked.
_LOOSE = re.compile(
    r"(?: \([^()]*\))?(?:,? (?:also|then|now|again|however|meanwhile|too|which|that|who|in turn),?)*[ ,]*"
)
_TURNED = re.compile(
    r"(?: (?:comes?|came|is|was|goes to|went to|stands|ranks|follows|is taken by|are|were))?,? ?(?:the )?"
)
_OPENS = re.compile(r"(?:^|[,;:–—] ?|\b(?:and|next|then|while|with|in|in the|the|on|meanwhile,) )$")
# Whose flow it is that another one's purchases from it, or sales to it, are part of.
_MIRRORS = {("imports", "from"): "exports", ("exports", "to"): "imports"}
# So many figures back a ranking may have begun (assumed).
_BACK = 10
# What is ranked, whose ranking it is, and whether that one is the acting side.
_Flow = tuple[str, tuple[str, ...], bool]


def bare_ranks(s: Sentence, ctx: Context, told: list[Draft]) -> list[Draft]:
    """Ranks that say no more than a place; ``told`` are those of the same sentence that name what is ranked."""
    words = rank_words()
    signs = words.signs_in(s.lowered)
    if ("lead" not in signs and "ordinal" not in signs) or not s.mentions:
        return []
    out: list[Draft] = []
    for who, value, start, end in _places(s, told, leads="lead" in signs):
        known = [*told, *out]
        if any(d.start < end and start < d.end and d.value == value for d in told):
            continue
        flow = _flow(s, ctx, who, known, at=start)
        if flow is None or len(flow[1]) != 1 or set(flow[1]) & set(who.codes):
            continue
        if any({*d.actor, *d.recipient} == {*who.codes, *flow[1]} and d.mode == flow[0] for d in known):
            continue
        out.append(_draft(s, flow, who.codes, value, end))
        rest = next_in_rank(s, who.codes[0], end - s.span[0], frozenset(flow[1]), ctx.discourse.bodies)
        out += [_draft(s, flow, (code,), place, last) for place, (code, last) in enumerate(rest, value + 1)]
    return out


def _places(s: Sentence, told: list[Draft], *, leads: bool) -> list[tuple[Mention, int, int, int]]:
    """Who is at which place, and where that is said."""
    words, low, begin = rank_words(), s.lowered, s.span[0]
    # "and Mali third": a name that seems to own what stands behind it
    free = [m for m in s.mentions if not m.owner or (m.owner == "adj" and m.form != "demonym")]
    parties = [m for m in free if m.kind == "P" and len(m.codes) == 1]
    found: list[tuple[Mention, int, int, int]] = []
    for lead in words.bare_lead.finditer(low) if leads else ():
        if who := _before(s, parties, lead.start()):
            found.append((who, 1, begin + lead.start(), begin + lead.end()))
    for m in words.bare_place.finditer(low):
        verb = words.bare_verb.search(low, 0, m.start())
        closed = m.group("behind") is not None
        who = _before(s, parties, verb.start()) if verb is not None and closed else None
        if who is None:
            who = _behind(s, parties, m.end("noun") if m.group("noun") else m.end("ordinal"), m.start())
        if who is None and (found or told) and closed and verb is None:
            who = _before(s, parties, m.start())  # "and Latvia third"
        if who is not None:
            found.append(
                (who, _number(m.group("ordinal")), begin + m.start(), max(begin + m.end(), s.ends[who.item]))
            )
    return found


def _before(s: Sentence, parties: list[Mention], at: int) -> Mention | None:
    """Who stands right before a place of the lower-case text."""
    ahead = [m for m in parties if s.ends[m.item] - s.span[0] <= at]
    gap = s.lowered[s.ends[ahead[-1].item] - s.span[0] : at] if ahead else "-"
    return ahead[-1] if ahead and _LOOSE.fullmatch(gap) else None


def _behind(s: Sentence, parties: list[Mention], at: int, start: int) -> Mention | None:
    """Who stands right behind a place: "third comes Switzerland", "in second place Chad"."""
    if not _OPENS.search(s.lowered, 0, start):
        return None
    turned = _TURNED.match(s.lowered, at)
    end = s.span[0] + (turned.end() if turned is not None else at)
    bare = turned is None or not turned.group().strip(" ,").removesuffix("the").strip()
    who = next((m for m in parties if s.starts[m.item] == end), None)
    placed = s.lowered[start:at].count(" ") > 0  # "second place"
    joined = s.lowered[:start].endswith(("and ", ", "))
    return who if who is not None and (not bare or placed or joined) else None


def _flow(s: Sentence, ctx: Context, who: Mention, told: list[Draft], at: int) -> _Flow | None:
    """(mode, whose ranking) that a place is in: of the sentence's ranking, its noun, the ranking or figure before."""
    if told:
        return _of_rank(told[-1])
    if (own := _of_noun(s, ctx, who, at)) is not None:
        return own
    if any(p in s.lowered for p in rank_words().pointing) or not any(scene_of(s, ctx).modes):
        last = [d for d in ctx.found[-_BACK:] if d.kind == "figure" and d.mode in _RANKED]
    else:
        last = [d for d in ctx.last if d.kind == "figure" and d.mode in _RANKED]
    ranks = [d for d in last if d.measure == "rank"]
    if ranks:
        return _of_rank(ranks[-1])
    pair = {*last[-1].actor, *last[-1].recipient} if last else set()
    holder = tuple(pair - set(who.codes)) if set(who.codes) <= pair else host_of(ctx)
    near = bool(last) and any(d is last[-1] for d in ctx.last)
    known = near and len(holder) == 1 and set(holder) <= pair
    return (last[-1].mode, holder, holder == last[-1].actor) if known else None


def _of_rank(d: Draft) -> _Flow:
    if d.mode == "trade":
        return d.mode, d.actor[1:], True
    if whose := d.because.get("whose"):
        return d.mode, (whose,), (whose,) == d.actor
    sells = d.mode in ("exports", "imports")
    return d.mode, d.actor if sells else d.recipient, sells


def _of_noun(s: Sentence, ctx: Context, who: Mention, at: int) -> _Flow | None:
    """What the sentence says the place is in: "in trade turnover with Georgia", "Within the visits to Albania, ..."."""
    modes = scene_of(s, ctx).modes
    others = [m for m in s.mentions if not set(m.codes) & set(who.codes) and len(m.codes) == 1]
    for j in range(s.n):
        mode = modes[j]
        if mode not in _RANKED or s.kinds[j] != "w":
            continue
        tied = [m for m in others if m.governor == j or (m.owner and m.head_item == j)]
        if mode in ("exports", "imports"):  # "Chad's sales to Mali were $3 million, and Peru came third"
            tied = [m for m in tied if m.owner] or tied
        if len({m.codes for m in tied}) == 1 and (s.starts[j] < at or _in_it(s, j)):
            if (mode, tied[0].cue) in _MIRRORS and not tied[0].owner:
                # "Mali came second with a 12% rise in imports from Ghana": among Ghana's buyers
                return _MIRRORS[mode, tied[0].cue], tied[0].codes, True
            return mode, tied[0].codes, mode in ("exports", "imports")
    return None


def _in_it(s: Sentence, j: int) -> bool:
    """Whether a noun behind a place is what the place is in: "is leading in trade turnover with"."""
    return bool({"in", "by", "among", "of"} & set(s.lowers[max(0, j - 3) : j]))


def _draft(s: Sentence, flow: _Flow, who: tuple[str, ...], value: int, end: int) -> Draft:
    mode, holder, first = flow
    actor, recipient = (holder, who) if first else (who, holder)
    if mode == "trade":
        actor, recipient = (*who, *holder), ()
    number = Decimal(value)
    return Draft(
        kind="figure", mode=mode, actor=actor, recipient=recipient, status="actual", start=s.starts[0], end=end,
        rule=f"figure.{mode}.rank.v1", measure="rank", value=number, low=number, high=number, unit="1",
        because={"mode": "a place whose noun was told before", "whose": holder[0]},
    )  # fmt: skip


def _number(ordinal: str) -> int:
    return rank_words().ordinals.get(ordinal) or int(re.sub(r"\D", "", ordinal))
