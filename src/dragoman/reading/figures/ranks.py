"""Ranks between countries: "Viet Nam's third-largest trading partner", "the leading investor in"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figures.bare_ranks import bare_ranks
from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.periods import period_of
from dragoman.reading.figures.rank_words import rank_words
from dragoman.reading.figures.ranked_lists import IN_ORDER, next_in_rank
from dragoman.reading.figures.scenes import Topic
from dragoman.reading.frames import statuses
from dragoman.reading.frames.agents import agents_of
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LAND = words("figures.ranks", "land")
_OF_SEVERAL = frozenset({"leading", "top"})
"""There are several of "a leading investor"."""
# "is leading a group of Malian investors": what is led, not who leads.
_LEADS_THEM = re.compile(r"leading (?:an?|the|his|her|its|their|our) ")
_CARDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


# "second-largest trading partner by imports", "top partner for exports"
_BY_FLOW = re.compile(
    r" (?:in terms of|by|for|in) (?:its |total |the )?(imports|exports)\b(?! (?:and|or) (?:im|ex)ports)"
)


def _mode(m: re.Match[str], following: str) -> str:
    """What the ranked noun, the words before it or those behind it measure; nothing where a provider gives neither."""
    flow = _BY_FLOW.match(following)
    if flow is not None and m.group("what").endswith("partner"):
        return flow[1]
    text = f"{m.group('what')} {following[:24].split(' and ')[0]}"
    opens = m.end("best") if m.re.groupindex.get("best") else m.start("what")
    between = m.string[opens : m.start("what")]  # "FDI source for", "trade and investment partner"
    whole = f"{between} {text}"
    own = next((mode for key, mode in rank_words().modes if key in whole), "")
    return own if own or "provider" in whole else "trade"


def _value(m: re.Match[str], before: str) -> int | None:
    ordinal = m.group("ordinal")
    if ordinal:
        return _number(ordinal)
    # "its main supplier" is the first one; "main suppliers" and "a main supplier" are not
    alone = not re.search(r"s\b|s (?:of|for|in)\b", m.group("what").split(" of ")[0].split(" for ")[0])
    words, best = rank_words(), m.group("best")
    if best.endswith(" of"):
        return 1  # "tops the list of investors"
    if not alone:
        return 1 if IN_ORDER.search(m.string, m.end()) else None
    if best in words.strict:
        return None if best in _OF_SEVERAL and re.search(r"\ban? $", f"{before.rstrip()} ") else 1
    definite = re.search(r"(?:\bthe|\bits|\bour|[’']s?) $", f"{before.rstrip()} ")
    return 1 if definite and best in words.definite else None


def _parties(s: Sentence, item: int, last: int, ctx: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(who is ranked, whose ranking): the subject, and the owner or what stands behind "of", "in", "for"."""
    clause = s.clause[item]
    group = next(
        (g for g in reversed(s.groups) if g.main < item and g.clause == clause and not _trails(g)), None
    )
    subject: list[Mention] = agents_of(s, group) if group is not None else []
    if group is None:  # "Turkey ($731 million) ranks first among": no verb was seen
        subject = [m for m in s.mentions if m.cue == "subj" and m.item < item and not m.owner][-1:]
    apposed = [
        m
        for m in s.mentions
        if s.lowers[m.item + 1 : m.item + 2] == [","] and 0 < item - m.item < 5 and not m.owner
    ]
    if apposed and not any(g.first > apposed[-1].item and g.main < item for g in s.groups):
        subject = apposed[-1:]  # "from Italy, its top supplier"
    if (
        group is not None
        and group.lemma in ("make", "call", "become", "remain", "be", "represent")
        and not subject
    ):
        subject = [m for m in s.mentions if m.clause == clause and m.item < item and m.cue in ("subj", "obj")]
    if group is not None and group.lemma in (
        "make",
        "leave",
        "render",
        "place",
        "put",
    ):  # "which makes Angola the fourth-largest"
        subject = [m for m in s.mentions if m.cue == "obj" and not m.owner and group.main < m.item < item][
            :1
        ] or subject
    told = next((g for g in s.groups if g.first > item and g.lemma == "be" and g.clause == clause), None)
    if group is None and not subject and told is not None:  # "the second supplier of China is Russia"
        subject = [m for m in s.mentions if m.cue == "obj" and m.governor == told.main and not m.owner][:1]
        if not subject and IN_ORDER.search(s.lowered):
            subject = [m for m in s.mentions if m.item > told.main and not m.owner][
                :1
            ]  # "are, in order, A, B"
    named = [
        m
        for m in s.mentions
        if last < m.item <= last + 3 and m.kind == "P" and not m.owner and _close_up(s, last, m)
    ]
    if named and group is not None and group.main < item:  # "exports rose, with the main buyer Turkey"
        subject = named
    owners = [
        m
        for m in s.mentions
        if m.owner and m.item < item and abs(m.item - item) < 9 and m.clause == clause and m not in subject
    ]
    behind = [
        m
        for m in s.mentions
        if m.item > item
        and m.clause == clause
        and m.cue in ("of", "in", "for", "to", "into", "from")
        and m not in subject
    ][:1]
    if not owners and not behind:  # "leads the list of countries importing Peruvian fish"
        owners = [m for m in s.mentions if m.owner and last < m.item <= last + 3 and m not in subject]
    ranked = tuple(dict.fromkeys(c for m in subject if m not in owners for c in m.codes))
    holder = tuple(dict.fromkeys(c for m in (owners[-1:] or behind) for c in m.codes))
    holder = tuple(c for c in holder if c not in ranked)
    if (
        ranked and not holder
    ):  # "of the 70 countries with projects in Vietnam, Singapore was the largest investor"
        elsewhere = {m.codes for m in s.mentions if m.cue in ("in", "to") and not set(m.codes) & set(ranked)}
        holder = elsewhere.pop() if len(elsewhere) == 1 and not ctx.discourse.other(ranked) else ()
    if holder and not ranked and s.lowers[0] in ("among", "of", "amongst"):
        ahead = [m for m in s.mentions if m.item > last and m.cue == "subj" and not m.owner]
        ranked = ahead[0].codes if ahead else ()  # "Among Chad's trading partners, Mali came fifth"
    if ranked and not holder:
        holder = ctx.discourse.other(ranked) or tuple(c for c in host_of(ctx) if c not in ranked)
        if not holder and any(s.lowers[j] in _LAND and s.lowers[j - 1] == "the" for j in range(1, item)):
            holder = _told_of(ctx, ranked)
        anchor = (
            ctx.discourse.anchor
        )  # "Foreign relations of Chile: ... The largest markets are, in order, A and B"
        if not holder and anchor and anchor not in ranked and anchor not in ctx.discourse.bodies:
            holder = (anchor,)
    if holder and not ranked:
        ranked = ctx.discourse.other(holder)
    return ranked[:1], holder[:1]


def _trails(g: Group) -> bool:
    """Whether a participle only says whom the ranked comes behind: "is its second market, trailing Malta, and the third buyer"."""
    return not g.finite and g.lemma in ("trail", "follow", "outrank", "outperform", "surpass", "overtake")


def _told_of(ctx: Context, ranked: tuple[str, ...]) -> tuple[str, ...]:
    """Whom "the country" means where the text has two: who alone owned what the sentence before told."""
    owners = {m.codes for m in ctx.previous.mentions if m.owner} if ctx.previous is not None else set()
    codes = owners.pop() if len(owners) == 1 else ()
    return codes if len(codes) == 1 and not set(codes) & set(ranked) else ()


def _close_up(s: Sentence, item: int, m: Mention) -> bool:
    """Whether nothing but the ranked noun stands before a party: "main buyer Turkey"."""
    between = range(item, m.item)
    return all(s.kinds[j] == "w" and not s.tags[j] & (PREP | CONJ) and j not in s.verb_at for j in between)


def read(s: Sentence, ctx: Context, *, loosely: bool = False) -> list[Draft]:
    """Ranks of one sentence; "one of the largest" says none, and is told ``loosely`` only, for the amounts beside it."""
    lowered = s.lowered
    out: list[Draft] = []
    for m, value, at in (*_matches(lowered), *(_one_of_many(lowered) if loosely else ())):
        start = s.span[0] + at
        item = next((i for i in range(s.n) if s.ends[i] > start), s.n - 1)
        last = next((i for i in range(s.n) if s.ends[i] >= s.span[0] + m.end("what")), item)
        ranked, holder = _parties(s, item, max(item, last), ctx)
        if not ranked or not holder or not _mode(m, lowered[m.end() :]):
            continue
        out.append(_draft(s, item, m, value, ranked, holder, lowered, ctx))
        rest = next_in_rank(s, ranked[0], m.end(), frozenset(holder), ctx.discourse.bodies)
        for place, (code, end) in enumerate(rest, value + 1):
            out.append(replace(_draft(s, item, m, place, (code,), holder, lowered, ctx), end=end))
        again = rank_words().again.search(lowered, m.end())
        if again is not None and lowered.find(".", m.end(), again.start()) < 0:
            second = _draft(s, item, m, _number(again.group("ordinal")), ranked, holder, lowered, ctx)
            out.append(replace(second, end=s.span[0] + again.end()))
    return out + bare_ranks(s, ctx, out)


@lru_cache(maxsize=2)
def _matches(lowered: str) -> Sequence[tuple[re.Match[str], int, int]]:
    """Each rank said with its number and where its noun stands; kept, since figures ask for a sentence's ranks, too."""
    words = rank_words()
    signs = words.signs_in(lowered)
    if not signs:
        return ()
    out: list[tuple[re.Match[str], int, int]] = []
    for m in words.superlative.finditer(lowered) if "superlative" in signs else ():
        if _LEADS_THEM.match(lowered, m.start("best")):
            continue
        joined = bool(out) and lowered[out[-1][0].end() : m.start()].strip() == "and"
        value = _value(m, f"{lowered[: m.start()]}{'the ' if joined else ''}")
        if value is not None and not words.one_of.search(lowered[: m.start()].rstrip() + " "):
            if not words.of_the_world.search(lowered[: m.start()]) and not words.no_trade.search(
                lowered[m.start() : m.end() + 24]
            ):
                out.append((m, value, m.start()))
    for m in words.bare.finditer(lowered) if "ordinal" in signs else ():
        placed = m.group("what").startswith(("dest", "export d", "source", "import s"))
        earliest = m.group("ordinal") == "first" and not placed  # "the first investor to"
        definite = re.search(
            r"(?:\bits|[’']s?) $" if earliest else r"(?:\bthe|\bits|[’']s?|\bas) $", lowered[: m.start()]
        ) or any(
            lowered[a.end() : m.start()] == " and " for a, _, _ in out
        )  # "its seventh supplier and second customer"
        if definite and not any(a.start() < m.end() and m.start() < a.end() for a, _, _ in out):
            out.append((m, _number(m.group("ordinal")), m.start()))
    for m in words.numbered.finditer(lowered) if "number" in signs else ():
        if not any(a.start() < m.end() and m.start() < a.end() for a, _, _ in out):
            out.append((m, _number(m.group("ordinal")), m.start("what")))
    if "place" in signs:
        for m in words.place.finditer(lowered):
            sure = m.group("place") or m.group().startswith(words.sure_places)
            if sure and not any(a.start() < m.end() and m.start() < a.end() for a, _, _ in out):
                out.append((m, _number(m.group("ordinal")), m.start("what")))
        first = words.among.match(lowered) if lowered.startswith(("among", "of ")) else None
        if first is not None and not out:
            out.append((first, _number(first.group("ordinal")), first.start("what")))
    return out


@lru_cache(maxsize=2)
def _one_of_many(lowered: str) -> Sequence[tuple[re.Match[str], int, int]]:
    """Where somebody is told to be one of several: "among the ten largest investors", "one of its main suppliers"."""
    words = rank_words()
    if "superlative" not in words.signs_in(lowered):
        return ()
    found = words.superlative.finditer(lowered)
    ahead = ((m, f"{lowered[: m.start()].rstrip()} ") for m in found)
    return [
        (m, 0, m.start())
        for m, before in ahead
        if before.endswith((" a ", " an ")) or words.one_of.search(before)
    ]


def _number(ordinal: str) -> int:
    spelled = ordinal.rsplit(" ", 1)[-1].rsplit(".", 1)[-1]
    return rank_words().ordinals.get(ordinal) or _CARDINALS.get(spelled) or int(re.sub(r"\D", "", ordinal))


def _held_since(s: Sentence, item: int) -> str | None:
    """Since when a rank has been held: "has been Chad's largest market since 2009"."""
    held = any(g.perfect and g.main < item and g.clause == s.clause[item] for g in s.groups)
    opened = [j for j in s.dates if (s.refs[j].edtf or "").endswith("/..")]
    return str(s.refs[opened[0]].edtf) if held and len(opened) == 1 else None


def _draft(
    s: Sentence, item: int, m: re.Match[str], value: int, ranked: tuple[str, ...], holder: tuple[str, ...], lowered: str, ctx: Context
) -> Draft:  # fmt: skip
    mode = _mode(m, lowered[m.end() :])
    actor, recipient = ranked, holder
    if mode == "trade":
        actor, recipient = (*ranked, *holder), ()
    elif mode in ("exports", "imports"):
        actor, recipient = holder, ranked  # the holder exports to its market, imports from its supplier
    elif (mode in ("visitors", "investment") and "destination" in m.group()) or (
        mode in ("aid", "investment") and m.group("what").startswith(("recipient", "beneficiar"))
    ):
        actor, recipient = holder, ranked  # from the holder to its destination
    topic = Topic(mode, item, "a rank")
    date, how = period_of(s, item, topic, ctx, {*actor, *recipient}, origin=False, status="actual")
    if date is None and (since := _held_since(s, item)) is not None:
        date, how = since, "since when it has been so"
    group = next((g for g in reversed(s.groups) if g.main < item), None)
    status = statuses.of_group(group, s, ctx.lexicon)
    start, end = s.starts[0], s.span[0] + m.end()
    number = Decimal(value)
    return Draft(
        kind="figure", mode=mode, actor=actor, recipient=recipient, status=status, start=min(start, end - 1), end=end,
        rule=f"figure.{mode}.rank.v1", date=date if "figure before" not in how or _goes_on(s, ctx) else None, measure="rank",
        value=number, low=number, high=number, unit="1", because={"mode": m.group("what"), "date": how},
    )  # fmt: skip


def _goes_on(s: Sentence, ctx: Context) -> bool:
    """Whether a sentence tells one rank more of whoever the sentence before ranked: "It is also its 38th market"."""
    ranked = bool(ctx.last) and all(d.kind == "figure" and d.measure == "rank" for d in ctx.last)
    return ranked and s.lowers[0] in ("it", "they") and "also" in s.lowers[1:4]
