"""What a number measures, and between whom: the noun or verb that a quantity belongs to.

A topic is found, in this order: the noun right behind the number ("a $400 million loan"), the
noun behind "in" or "worth of", the verb it is the object of ("invested $76.3 million"), the
subject of the clause ("exports ... rose to"), then the topic of the number before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.reading.clauses import Group
from dragoman.reading.context import Context
from dragoman.reading.frames import agents_of, patients_of
from dragoman.reading.lexicon import CONJ, DET, PREP, SUB
from dragoman.reading.mentions import Mention
from dragoman.reading.sentences import Sentence

__all__ = ["Topic", "noun_mode", "parties_of", "topic_of"]

# Which noun class gives which figure mode; the order decides where a noun is in two classes.
_NOUN_MODES = (
    "trade", "exports", "imports", "loan", "aid", "investment", "companies", "students", "visitors", "jobs", "projects", "cargo", "other",
)  # fmt: skip
_VERB_MODES = {
    "export_v": "exports",
    "import_v": "imports",
    "invest_v": "investment",
    "lend_v": "loan",
    "give_v": "aid",
}
_MONEY_ONLY = frozenset({"aid", "loan", "investment", "exports", "imports"})
_PERSON_NOUNS = frozenset("investor importer exporter lender donor creditor supplier buyer partner".split())
MUTUAL = frozenset({"trade", "duration", "economy", "other"})


@dataclass(slots=True)
class Topic:
    """What a figure is about; ``item`` is the noun or verb found."""

    mode: str
    item: int
    how: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    roles: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    verb: Group | None = None
    product: object = None


def noun_mode(s: Sentence, i: int, ctx: Context) -> str | None:
    """The figure mode that a noun stands for, or None."""
    noun = s.noun[i]
    if not noun or s.kinds[i] != "w":
        return None
    classes = ctx.lexicon.classes_of_noun.get(noun, frozenset())
    if not classes:
        return None
    for name in _NOUN_MODES:
        if name in classes:
            if (
                name == "trade"
                and noun == "turnover"
                and i
                and s.noun[i - 1] in ("cargo", "freight", "passenger")
            ):
                return "cargo"
            if (
                noun in ("trade", "commerce")
                and i + 1 < s.n
                and s.noun[i + 1]
                in (
                    "mission",
                    "agreement",
                    "deal",
                    "office",
                    "minister",
                    "ministry",
                    "union",
                    "war",
                    "policy",
                    "delegation",
                    "fair",
                    "surplus",
                    "deficit",
                    "balance",
                    "barrier",
                    "route",
                    "representative",
                )
            ):
                return None
            if (
                noun
                in ("goods", "financing", "fund", "funding", "capital", "sale", "delivery", "credit", "debt")
                and i + 1 < s.n
                and s.noun[i + 1] in ("service", "city")
            ):
                return None
            return name
    return None


def _next_noun(s: Sentence, i: int, ctx: Context) -> int:
    """The topic noun that a number stands before: "$400 million sovereign loan"."""
    for j in range(i + 1, min(s.n, i + 6)):
        tag = s.tags[j]
        if s.kinds[j] in "DQ" or (s.kinds[j] == "." and s.lowers[j] != "-"):
            return -1
        if s.kinds[j] == "w" and (tag & (PREP | CONJ | SUB) and not s.noun[j] or j in s.verb_at):
            return -1
        if noun_mode(s, j, ctx):
            return j
    return -1


def _before_of(s: Sentence, i: int, ctx: Context) -> int:
    """The topic noun of "a loan of $553 million", "a contract worth ...", "Yen Loans: ..."."""
    j = i - 1
    while j >= 0 and (
        s.lowers[j]
        in (
            "up",
            "to",
            "over",
            "more",
            "than",
            "about",
            "around",
            "some",
            "a",
            "an",
            "the",
            "total",
            "additional",
            "estimated",
            "nearly",
            "almost",
        )
    ):
        j -= 1
    if j > 0 and s.lowers[j] in (
        "of",
        "worth",
        "totalling",
        "totaling",
        "for",
        ":",
        "valued",
        "at",
        "=",
        "–",
        "—",
    ):
        if s.lowers[j] == "at" and s.lowers[j - 1] not in ("valued", "estimated"):
            return -1
        k = j - 1
        while k >= 0 and s.lowers[k] in ("valued", "estimated", "amount", "to", "the", ")", "("):
            k -= 1
        if k >= 0 and noun_mode(s, k, ctx):
            return k
        if s.lowers[j] == ":":
            while k >= 0 and s.clause[k] == s.clause[i]:
                if noun_mode(s, k, ctx):
                    return k
                k -= 1
    return -1


def _behind_preposition(s: Sentence, i: int, ctx: Context) -> int:
    """The topic noun of "$6 billion in high-standard investments", "worth of goods"."""
    j = i + 1
    if j < s.n and s.lowers[j] in ("in", "of", "worth", "as", "for"):
        for k in range(j + 1, min(s.n, j + 9)):
            if s.kinds[k] in "DQ" or s.lowers[k] in (",", ";", ".") and s.lowers[j] != "in":
                return -1
            if k in s.verb_at and not s.verb_at[k].gerund:
                return -1
            if noun_mode(s, k, ctx):
                return k
    return -1


def _verb_of(s: Sentence, i: int) -> Group | None:
    """The verb group that a number follows in its clause."""
    before = [g for g in s.groups if g.main < i and s.clause[g.main] == s.clause[i]]
    if before:
        return before[-1]
    # "about $400,000 were allocated": the number is the subject of a passive
    after = [g for g in s.groups if g.first > i and s.clause[g.main] == s.clause[i]]
    return after[0] if after and after[0].passive else None


def _subject_noun(s: Sentence, g: Group | None, i: int, ctx: Context) -> int:
    """The topic noun before the verb (or before the number) in the clause, the nearest head first."""
    c = s.clause[i]
    stop = g.first if g is not None else i
    best = -1
    for j in range(stop - 1, -1, -1):
        if (
            s.clause[j] != c
            and best < 0
            and s.clause[j] < c - (1 if g is not None and (g.relative or g.reduced or g.gerund) else 0)
        ):
            break
        if s.clause[j] != c and not (g is not None and (g.relative or g.reduced or g.gerund)):
            break
        if noun_mode(s, j, ctx):
            best = j
            # the head of "exports of goods from X to Y" stands first: prefer a noun with no preposition before it
            k = j - 1
            while (
                k >= 0
                and s.kinds[k] in "wP"
                and not (s.tags[k] & PREP)
                and s.clause[k] == s.clause[j]
                and k not in s.verb_at
            ):
                k -= 1
            if k < 0 or not s.tags[k] & PREP or s.lowers[k] not in ("of", "in", "for"):
                return j
    return best


def _counted(s: Sentence, i: int, ctx: Context) -> Topic | None:
    """The noun counted, as the annotator of quantities found it: "100 Bulgarian-capital companies"."""
    span = s.refs[i].noun_span
    if span is None:
        return None
    for j in range(i + 1, s.n):
        if s.starts[j] <= span[0] < s.ends[j]:
            mode = noun_mode(s, j, ctx)
            return (
                None
                if mode is None
                else Topic(mode, j, f"the noun {s.lowers[j]!r} behind the number", verb=_verb_of(s, i))
            )
    return None


def topic_of(s: Sentence, i: int, ctx: Context, before: Topic | None) -> Topic | None:
    """The topic of the quantity at item ``i``; ``before`` is that of the number before it."""
    g = _verb_of(s, i)
    q = s.refs[i]
    if q.kind == "count":
        return _counted(s, i, ctx)
    j = _before_of(s, i, ctx) if q.kind in ("money", "physical", "percent") else -1
    if j >= 0:
        return Topic(noun_mode(s, j, ctx) or "other", j, f"the noun {s.lowers[j]!r} of that amount", verb=g)
    j = _next_noun(s, i, ctx) if q.kind in ("money", "count", "number", "physical") else -1
    if j >= 0:
        return Topic(
            noun_mode(s, j, ctx) or "other", j, f"the noun {s.lowers[j]!r} behind the number", verb=g
        )
    j = _behind_preposition(s, i, ctx)
    if j >= 0 and q.kind in ("money", "physical", "percent"):
        mode = noun_mode(s, j, ctx) or "other"
        if not (q.kind == "percent" and mode not in ("trade", "exports", "imports", "investment")):
            return Topic(mode, j, f"the noun {s.lowers[j]!r} behind the preposition", verb=g)
    for v in _verbs(s, g, i):
        classes = ctx.lexicon.classes_of_verb.get(v.lemma, frozenset())
        for name, mode in _VERB_MODES.items():
            if (
                name in classes
                and q.kind in ("money", "physical", "count")
                and not (q.kind != "money" and mode in ("loan", "aid", "investment"))
            ):
                if name == "give_v" and (_any_topic(s, v, i, ctx) >= 0 or q.kind != "money"):
                    continue
                if name in ("export_v", "import_v") and q.kind == "count":
                    continue
                return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
    if g is not None and q.kind == "money":
        j = _any_topic(s, g, i, ctx)
        if j >= 0:
            return Topic(
                noun_mode(s, j, ctx) or "other", j, f"the noun {s.lowers[j]!r} of the clause", verb=g
            )
    j = _between(s, g, i, ctx)
    if j < 0:
        j = _subject_noun(s, g, i, ctx)
    if j >= 0:
        mode = noun_mode(s, j, ctx) or "other"
        if mode not in ("companies", "students", "visitors", "jobs", "projects") or q.kind in (
            "count",
            "number",
            "percent",
        ):
            return Topic(mode, j, f"the noun {s.lowers[j]!r} of the clause", verb=g)
    if before is not None:
        return Topic(
            before.mode,
            before.item,
            "the figure before it",
            before.actor,
            before.recipient,
            verb=g,
            date=before.date,
            product=before.product,
        )
    return None


def _any_topic(s: Sentence, g: Group, i: int, ctx: Context) -> int:
    """A loan, grant or investment named on either side of the number in its clause, or -1."""
    c = s.clause[i]
    best = -1
    for j in range(s.n):
        if s.clause[j] == c and noun_mode(s, j, ctx) in ("loan", "aid", "investment", "other") and j > g.main:
            if best < 0 or abs(j - i) < abs(best - i):
                best = j
    return best


def _between(s: Sentence, g: Group | None, i: int, ctx: Context) -> int:
    """The topic noun between verb and number: "increasing bilateral trade to USD 10 billion"."""
    if g is None or s.lowers[i - 1] not in ("to", "at", "of", "by", "from", "reach", "reaching", "up to"):
        return -1
    for j in range(i - 1, g.main, -1):
        if s.kinds[j] == "Q":
            return -1
        if noun_mode(s, j, ctx):
            return j
    return -1


def _verbs(s: Sentence, g: Group | None, i: int) -> list[Group]:
    """The verb before the number and its governors, nearest first."""
    out = []
    while g is not None and len(out) < 3:
        out.append(g)
        g = g.governor
    return out


def _codes(ms: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for m in ms for c in m.codes))


def _owned(s: Sentence, item: int) -> list[Mention]:
    return [
        m
        for m in s.mentions
        if m.owner and (m.head_item == item or m.item < item <= m.head_item) and abs(m.item - item) < 8
    ]


def _cued(s: Sentence, item: int, verb: Group | None, *cues: str) -> list[Mention]:
    got = [m for m in s.mentions if m.cue in cues and not (m.owner == "adj" and m.head_item == item)]
    near = [m for m in got if m.governor == item]
    if near:
        return near
    c = s.clause[item]
    if verb is not None:
        stop = min((g.first for g in s.groups if g.first > max(item, verb.main)), default=s.n)
        before = [m for m in got if m.clause == c and m.item < stop]
        if before:
            return before
    return [m for m in got if m.clause == c] or (
        [m for m in got if verb is not None and m.clause == verb.clause]
    )


_DIRECTED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "exports": (("own", "from", "by", "agent", "of"), ("to", "into", "in", "for")),
    "imports": (("own", "to", "into", "by", "agent", "of"), ("from",)),
    "investment": (("own", "from", "by", "agent", "of"), ("in", "into", "to", "patient")),
    "companies": (("own", "from", "of", "with"), ("in", "at")),
    "students": (("own", "from", "of"), ("in", "at", "to")),
    "visitors": (("own", "from", "of"), ("to", "in", "patient")),
    "loan": (("own", "from", "by", "agent"), ("to", "for", "patient", "in", "with")),
    "aid": (("own", "from", "by", "agent"), ("to", "for", "patient", "in")),
    "jobs": (("own", "agent"), ("in",)),
    "projects": (("own", "agent", "by"), ("in",)),
    "energy": (("own", "from", "agent"), ("to", "into", "in")),
    "cargo": (("own", "from", "agent", "by"), ("to", "in", "of", "on")),
}


def _resolve(
    s: Sentence, cue: str, item: int, verb: Group | None, agents: list[Mention], patients: list[Mention]
) -> list[Mention]:
    if cue == "own":
        return _owned(s, item)
    if cue == "agent":
        return agents
    if cue == "patient":
        return patients
    return _cued(s, item, verb, cue)


def parties_of(
    topic: Topic, s: Sentence, ctx: Context
) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]:
    """(actor, recipient, how) of a topic, from its sentence and then from the document's pair."""
    d, item, verb = ctx.discourse, topic.item, topic.verb
    if topic.actor or topic.recipient:
        return topic.actor, topic.recipient, {"actor": "as the figure before it"}
    agents = (
        [m for m in agents_of(s, verb, d) if m.item != item and not (m.owner and m.head_item == item)]
        if verb is not None
        else []
    )
    patients = patients_of(s, verb) if verb is not None else []
    if not s.mentions:
        return _carried(topic, ctx)
    if topic.mode in MUTUAL:
        return _mutual_parties(s, item, agents, ctx)
    actor_cues, recipient_cues = _DIRECTED.get(
        topic.mode, (("own", "agent", "by", "from"), ("to", "in", "for", "with", "patient"))
    )
    if (
        topic.mode in ("loan", "aid", "investment")
        and verb is not None
        and verb.lemma in ("receive", "attract", "get", "obtain", "secure", "borrow", "win")
    ):
        got_from = _codes(_cued(s, item, verb, "from", "by")) or _codes(_owned(s, item))
        receiver = _codes([m for m in agents if not set(m.codes) <= set(got_from)])
        if receiver:
            giver = tuple(c for c in got_from if c not in receiver) or d.other(receiver)
            return giver, receiver, {"actor": "from", "recipient": f"who {verb.lemma}s"}
    how: dict[str, str] = {}
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    if topic.mode == "imports":
        # "Turkish imports to Kazakhstan": goods of Türkiye that Kazakhstan imports
        into, owner = _codes(_cued(s, item, verb, "to", "into")), _codes(_owned(s, item))
        if into and owner and not _cued(s, item, verb, "from") and set(into) != set(owner):
            return (
                into,
                tuple(c for c in owner if c not in into),
                {"actor": "imports to", "recipient": "whose goods"},
            )
    for cue in actor_cues:
        codes = _codes(_resolve(s, cue, item, verb, agents, patients))
        if codes:
            actor, how["actor"] = codes, cue
            break
    for cue in recipient_cues:
        codes = tuple(c for c in _codes(_resolve(s, cue, item, verb, agents, patients)) if c not in actor)
        if codes:
            recipient, how["recipient"] = codes, cue
            break
    if not actor and not recipient:
        return _carried(topic, ctx)
    return _complete(actor, recipient, how, s, ctx)


def _carried(topic: Topic, ctx: Context) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]:
    """A sentence that names nobody goes on about the parties of the figures before it."""
    mutual = topic.mode in MUTUAL
    for draft in reversed(ctx.found[-6:]):
        if draft.kind == "figure" and (mutual or draft.recipient):
            return (
                ((*draft.actor, *draft.recipient), (), {"actor": "the figure before it"})
                if mutual
                else (draft.actor, draft.recipient, {"actor": "the figure before it"})
            )
    d = ctx.discourse
    if mutual:
        return d.two(), (), {"actor": "the document's pair"}
    if d.subject and d.subject[0] in d.pair and len(d.pair) == 2:
        return d.subject, d.other(d.subject), {"actor": "the subject before it"}
    return (), (), {}


def _complete(
    actor: tuple[str, ...], recipient: tuple[str, ...], how: dict[str, str], s: Sentence, ctx: Context
) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]:
    d = ctx.discourse
    if len(actor) == 2 and not recipient:
        actor, recipient = actor[:1], actor[1:]
        how["recipient"] = "second of two"
    if actor and not recipient:
        near = tuple(
            dict.fromkeys(c for m in s.mentions for c in m.codes if c not in actor and c not in d.bodies)
        )
        recipient = near if len(near) == 1 else d.other(actor)
        how["recipient"] = "the other party"
    elif recipient and not actor:
        near = tuple(
            dict.fromkeys(c for m in s.mentions for c in m.codes if c not in recipient and c not in d.bodies)
        )
        actor = near if len(near) == 1 else d.other(recipient)
        how["actor"] = "the other party"
    return actor, recipient, how


def _mutual_parties(
    s: Sentence, item: int, agents: list[Mention], ctx: Context
) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]:
    d = ctx.discourse
    got = _cued(s, item, None, "between", "among")
    if len(_codes(got)) >= 2:
        return _codes(got), (), {"actor": "between"}
    got = [*_owned(s, item), *_cued(s, item, None, "with"), *got, *agents]
    codes = tuple(c for c in _codes(got))
    if len(codes) >= 2:
        return codes, (), {"actor": "owner and with"}
    near = tuple(
        dict.fromkeys(
            [
                *codes,
                *(
                    c
                    for m in s.mentions
                    for c in m.codes
                    if m.cue not in ("in", "at", "by") and c not in d.bodies
                ),
            ]
        )
    )
    if len(near) == 2:
        return near, (), {"actor": "the parties of the sentence"}
    if len(near) == 1:
        return (near[0], *d.other(near)), (), {"actor": "the document's pair"}
    if not near:
        pair = d.two()
        return pair, (), {"actor": "the document's pair"}
    return near, (), {"actor": "the parties of the sentence"}
