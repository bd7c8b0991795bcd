"""Who builds, pays for or wins works told before, where the sentence names only them: "the project is financed by A".

Where the works are is told before: by another work of the text, or by the one country that it has just spoken of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.frames.role_fills import OF_PAIR
from dragoman.reading.frames.works import first_of_pair
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.told_works import PAYS, WORKS, pointed, subject_of, told, works_at
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LIST = "works_taken_up"
_NEAR = 6
"""Items from a verb to what it is done to; assumed."""
_FIRMS = 4
"""Items from a party back or on to the noun of who acts for it: "a firm from A"; assumed."""
_MANY = 3
"""More countries than these have no work in common that a sentence leaves out; assumed."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Who has which part in the work, and at which item the work is named."""

    actor: tuple[str, ...]
    thing: int
    status: str = ""


def read(
    s: Sentence, ctx: Context, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """The parts that others take in the works told before; ``date_of`` gives the time of a verb."""
    out: list[Draft] = []
    if ctx.aside or not any(m.codes for m in s.mentions):
        return out
    for g in s.groups:
        if not g.negated and not g.passive and s.lowers[g.main + 1 : g.main + 2] in (["it"], ["them"]):
            theirs = _which_does(s, ctx, g, [*found, *out], date_of) or _and_renews(s, ctx, g, found, date_of)
            out += [] if theirs is None else [theirs]
        if ctx.previous is None or g.negated or g.relative or (g.reduced and not g.passive):
            continue
        given = g.passive or (g.lemma == "be" and s.lowers[g.main + 1 : g.main + 2] == ["done"])
        part = _given(s, ctx, g) if given else _taken(s, ctx, g)
        draft = None if part is None else _drafted(s, ctx, g, part, [*found, *out], date_of)
        out += [] if draft is None else [draft]
    return out


def _drafted(
    s: Sentence,
    ctx: Context,
    g: Group,
    part: _Part,
    found: Sequence[Draft],
    date_of: Callable[[Group], str | None],
) -> Draft | None:
    at = _home(s, ctx, part)
    if at is None:
        return None
    mode, recipient = at
    status = statuses.of_group(first_of_pair(s, g) if g.passive else g, s, ctx.lexicon)
    if status == "denied" or (status == "ended" and part.status):
        return None
    date = date_of(g)
    if part.status and status in ("actual", "planned"):
        status = part.status
    if status == "actual" and statuses.after_document(date, ctx.document.date):
        status = "planned"
    items = [i for i in range(s.n) if s.clause[i] == g.clause]
    start, end = s.starts[items[0]], s.ends[items[-1]]
    if any(
        d.kind in ("project", "tie") and d.start < end and start < d.end and _meets(d, part.actor)
        for d in found
    ):
        return None
    return Draft(
        "project", mode, part.actor, recipient, status, start, end, f"project.{mode}.taken_up.v1", date=date,
        object=s.words(part.thing, part.thing + 1), organisations=ctx.organisations_in(start, end),
        because={"actor": PAYS if g.lemma in words(_LIST, "pays") else "who takes part", "recipient": "where the work told before is"},
    )  # fmt: skip


def _which_does(
    s: Sentence, ctx: Context, g: Group, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> Draft | None:
    """What a firm does with the works that its sentence has named: "a port in A was leased to a firm of B, which will expand it"."""
    top = g.governor if g.governor is not None and not g.relative else g
    if not top.relative or not _does(s, g):
        return None
    first = s.clause.index(top.clause)
    firm = [m for m in s.mentions if first - _NEAR <= m.item < first and m.clause == top.clause - 1]
    firm = [m for m in firm if m.owner or m.cue in ("to", "by", "of", "from")][-1:]
    if not firm:
        return None
    actor = firm[0].codes
    before = [m for m in s.mentions if m.item < firm[0].item and {*m.codes}.isdisjoint(actor)]
    home = tuple(dict.fromkeys(c for m in before for c in m.codes))
    thing = next((i for i in range(firm[0].item) if works_at(s, ctx, i) and s.kinds[i] == "w"), -1)
    end = s.ends[max(i for i in range(s.n) if s.clause[i] == top.clause)]
    told_so = any(d.mode in WORKS and d.start < end and s.starts[first] < d.end for d in found)
    status = statuses.of_group(g, s, ctx.lexicon)
    if len(home) != 1 or thing < 0 or told_so or status == "denied":
        return None
    mode = "construction" if g.lemma in words("told_works", "builds") or not _renews(g) else "modernisation"
    return Draft(
        "project", mode, actor, home, status, s.starts[first], end, f"project.{mode}.taken_up.v1", date=date_of(g),
        object=s.words(thing, thing + 1), because={"actor": "the firm before", "recipient": "where the works are"},
    )  # fmt: skip


def _and_renews(
    s: Sentence, ctx: Context, g: Group, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> Draft | None:
    """What a firm does further with a work that its sentence tells first: "bought a plant in A and plans to modernise it"."""
    status, end = statuses.of_group(g, s, ctx.lexicon), s.ends[g.main + 1]
    before = [
        d
        for d in found
        if d.kind == "project" and d.mode in (*WORKS, "venture") and s.span[0] <= d.start < s.starts[g.first]
    ]
    if g.relative or not _renews(g) or status == "denied" or len(before) != 1:
        return None
    work = before[0]
    since = [m for m in s.mentions if m.item < g.first and s.starts[m.item] > work.start and not m.owner]
    others = {c for m in since if m.cue == "subj" for c in m.codes} - {*work.actor}
    if len(work.actor) != 1 or len(work.recipient) != 1 or others or work.end > end:
        return None
    return Draft(
        "project", "modernisation", work.actor, work.recipient, status, s.starts[g.first], end,
        "project.modernisation.taken_up.v1", date=date_of(g), object=s.words(g.main + 1, g.main + 2),
        because={"actor": "who does the work told first", "recipient": "where the work told first is"},
    )  # fmt: skip


def _renews(g: Group) -> bool:
    return g.lemma in words("told_works", "renews") | words(_LIST, "renews")


def _meets(d: Draft, actor: tuple[str, ...]) -> bool:
    """Whether a work read from the clause is of those who act: then the clause has told it by itself."""
    return bool({*d.actor, *d.recipient} & {*actor})


def _home(s: Sentence, ctx: Context, part: _Part) -> tuple[str, tuple[str, ...]] | None:
    """The mode of the work told before and the countries it lies in, none of whom takes the part told."""
    named = {c for m in s.mentions if s.lowers[m.item] not in _PRONOUNS for c in m.codes}
    before = ctx.previous
    work = told(ctx, s.starts[0], (*WORKS, "study"))
    if work is not None:
        where = work.recipient or work.actor
        if _of_both(ctx, work):
            where = (*work.actor, *work.recipient)
        if work.because.get("recipient") == OF_PAIR and {*part.actor} <= {*work.recipient}:
            where = work.actor  # "A builds a plant": who comes in later was only guessed to be its host
        if {*part.actor} <= {*work.actor} and work.recipient and not _of_both(ctx, work):
            mode = "construction" if work.mode in ("integration", "study") else work.mode
            return None if named - {*work.actor, *work.recipient} else (mode, work.recipient)
    else:
        spoken = ctx.discourse.spoken - ctx.discourse.bodies
        where = tuple(spoken) if len(spoken) == 1 else ()
        if not where or before is None or not any(works_at(before, ctx, i) for i in range(before.n)):
            return None
    home = {*where} - ctx.discourse.bodies
    if not home or len(home) > _MANY or home & {*part.actor} or named - home - {*part.actor}:
        return None
    mode = work.mode if work is not None and work.mode in WORKS[:2] else "construction"
    if (
        work is None
        and before is not None
        and not words(_LIST, "renews").isdisjoint(before.noun + before.lowers)
    ):
        mode = "modernisation"
    return mode, tuple(c for c in where if c in home)


def _of_both(ctx: Context, work: Draft) -> bool:
    """Whether the text tells that a work joins the two: then it lies in both of them."""
    sides = {*work.actor, *work.recipient}
    joined = (d for d in ctx.found[-24:] if d.mode == "integration" and not d.recipient)
    return any({*d.actor} == sides for d in joined)


_PRONOUNS = frozenset({"it", "its", "they", "their", "the", "both"})


def _given(s: Sentence, ctx: Context, g: Group) -> _Part | None:
    """A passive whose subject is the work: "is financed by A", "was awarded to a firm of A", "is funded by a loan from A"."""
    top = first_of_pair(s, g)
    first, head = subject_of(s, top)
    if head < 0 or (top.reduced and g.first - head > 1 and s.lowers[g.first - 1] != ","):
        return None  # "a project for a credit financed by A": it is the credit
    paper = s.noun[head] in words(_LIST, "papers")
    funds = s.noun[head] in words(_LIST, "funds")
    if not (
        funds or ((paper or _work(s, ctx, first, head)) and pointed(s, first, head)) or _bare(s, first, head)
    ):
        return None
    cues: tuple[str, ...] = ()
    status = ""
    if funds and g.lemma in words(_LIST, "comes"):
        cues = ("by", "from")
    elif paper and g.lemma in words(_LIST, "wins"):
        cues, status = ("by",), "planned"
    elif g.lemma in words(_LIST, "awards"):
        cues, status = ("to",), "planned"
    elif not paper and not funds and (_does(s, g) or g.lemma in words(_LIST, "pays")):
        cues = ("by", "with", "from", "through")
    codes = tuple(dict.fromkeys(c for m in _behind(s, g) if _by(s, m, g, cues) for c in m.codes))
    return _Part(codes, head, status) if codes else None


def _taken(s: Sentence, ctx: Context, g: Group) -> _Part | None:
    """An active verb whose subject is a foreign firm or state: "A is financing the project", "a firm of A won the contract"."""
    first, head = subject_of(s, g)
    if head < 0:
        return None
    if s.noun[head] in words(_LIST, "funds") and g.lemma in ("come", "be"):
        codes = tuple(dict.fromkeys(c for m in _behind(s, g) if m.cue == "from" for c in m.codes))
        return _Part(codes, head) if codes else None
    if g.lemma == "be" and g.finite:
        return _contractor(s, g, first, head)
    if g.lemma == "go" and s.noun[head] in words(_LIST, "papers") and pointed(s, first, head):
        codes = tuple(dict.fromkeys(c for m in _behind(s, g) if m.cue == "to" for c in m.codes))
        return _Part(codes, head, "planned") if codes else None
    actors = [
        m
        for m in s.mentions
        if first <= m.item <= head or (first <= m.item < g.first and _firm_of(s, m, head))
    ]
    codes = tuple(dict.fromkeys(c for m in actors for c in m.codes))
    thing = _thing(s, ctx, g)
    if not codes or thing < 0 or any(s.lowers[m.item] in _PRONOUNS for m in actors):
        return None
    paper = s.noun[thing] in words(_LIST, "papers")
    firm = s.kinds[head] == "H" or _owned(s, actors, head) or _firm_named(s, first, head)
    if paper:
        return _Part(codes, thing, "planned") if firm and g.lemma in words(_LIST, "wins") else None
    joins = g.lemma in words(_LIST, "joins") or (
        g.lemma == "take" and s.lowers[g.main + 1 : g.main + 2] == ["part"]
    )
    if joins and ("in" in s.lowers[g.main : thing] or g.lemma.endswith(" in")):
        return _Part(codes, thing, "proposed" if _only_wished(s, g) else "")
    if g.lemma in words(_LIST, "backs") and _with_help(s, g, thing):
        return _Part(codes, thing)
    if g.lemma in words(_LIST, "pays") or (firm and (_does(s, g) or g.lemma in words(_LIST, "begins"))):
        wanted = (g.infinitive or g.gerund) and _only_wished(s, g)
        return _Part(codes, thing, "proposed" if wanted else "")
    return None


def _with_help(s: Sentence, g: Group, thing: int) -> bool:
    """Whether support is money: "will support the project with a loan"."""
    behind = range(thing + 1, min(s.n, thing + 1 + 2 * _NEAR))
    at = next((i for i in behind if s.lowers[i] in ("with", "through")), -1)
    return at > 0 and any(
        s.noun[i] in words(_LIST, "helps") for i in behind if i > at and s.clause[i] == g.clause
    )


def _does(s: Sentence, g: Group) -> bool:
    """Whether a verb is the doing of works; "done" is often taken for an auxiliary."""
    return g.lemma in words(_LIST, "does") or "done" in s.lowers[g.main : g.main + 2]


def _only_wished(s: Sentence, g: Group) -> bool:
    """Whether a part is only wished or offered: "is interested in building it", "has offered to finance the line"."""
    return not words(_LIST, "wishes").isdisjoint(s.lowers[max(0, g.first - _NEAR) : g.first])


def _contractor(s: Sentence, g: Group, first: int, head: int) -> _Part | None:
    """ "The contractor is a firm of A", "A's Gryf is the main contractor"."""
    behind = range(g.main + 1, min(s.n, g.main + _NEAR))
    noun = next((i for i in behind if s.noun[i] or s.kinds[i] in "PHQ."), -1)
    if s.noun[head].rpartition(" ")[2] in words(_LIST, "contractors") and pointed(s, first, head):
        codes = tuple(dict.fromkeys(c for m in _behind(s, g) for c in m.codes))
        return _Part(codes, head) if codes else None
    at = next((i for i in behind if s.noun[i].rpartition(" ")[2] in words(_LIST, "contractors")), -1)
    codes = tuple(dict.fromkeys(c for m in s.mentions if first <= m.item <= head for c in m.codes))
    named = (
        at > 0
        and noun > 0
        and s.lowers[g.main + 1] in ("the", "its")
        and s.lowers[at + 1 : at + 2] in (["."], [","])
    )
    return _Part(codes, at) if named and codes else None


def _behind(s: Sentence, g: Group) -> list[Mention]:
    """The parties behind a verb, in its clause."""
    return [
        m
        for m in s.mentions
        if m.item > g.main and m.clause == g.clause and s.lowers[m.item] not in _PRONOUNS
    ]


def _by(s: Sentence, m: Mention, g: Group, cues: tuple[str, ...]) -> bool:
    """Whether a party behind a passive does or pays: "by A", "with a loan from A", "with A's help"."""
    if m.cue not in cues:
        return False
    if m.cue in ("by", "to"):
        return True
    between = range(g.main + 1, min(s.n, m.item + _FIRMS))
    return any(s.noun[i] in words(_LIST, "helps") for i in between)


def _firm_named(s: Sentence, first: int, head: int) -> bool:
    """Whether a subject is a firm by its noun or its name: "a Polish builder", "Gdansk Shipyard Group Limited"."""
    noun = s.noun[head].rpartition(" ")[2] in words("roles", "firms")
    return noun or not words(_LIST, "named_so").isdisjoint(s.words(first, head + 1).lower().split()[1:])


def _owned(s: Sentence, actors: Sequence[Mention], head: int) -> bool:
    """Whether who acts is a name behind its country: "China's Sinohydro"."""
    return any(m.owner == "poss" and m.item < head and s.text[s.starts[head]].isupper() for m in actors)


def _firm_of(s: Sentence, m: Mention, head: int) -> bool:
    """Whether a party says whose firm acts: "a company from A"."""
    return m.cue in ("from", "of", "in") and head < m.item <= head + _FIRMS


def _work(s: Sentence, ctx: Context, first: int, head: int) -> bool:
    return s.kinds[head] == "w" and works_at(s, ctx, head)


def _bare(s: Sentence, first: int, head: int) -> bool:
    """Whether a subject is the doing itself: "construction", "the works"."""
    return s.kinds[head] == "w" and s.noun[head] in words("told_works", "work") and head - first < 2


def _thing(s: Sentence, ctx: Context, g: Group) -> int:
    """The item of the work or contract that a verb is done to: "it", "the project", "work on it", "construction"; or -1."""
    for i in range(g.main + 1, min(s.n, g.main + 1 + _NEAR)):
        if s.lowers[i] == "out" or (s.lowers[i] == "part" and g.lemma == "take"):
            continue  # "carries out", "takes part"
        if i in s.verb_at or s.clause[i] != g.clause:
            return -1
        if s.tags[i] & PREP and s.lowers[i] not in ("of", "on", "in", "for"):
            return -1
        if s.kinds[i] != "w":
            if s.kinds[i] != "Q":
                return -1
            continue
        first = next((k for k in range(i, g.main, -1) if s.lowers[k] in words("told_works", "pointing")), -1)
        if s.noun[i] in words("told_works", "work") and s.lowers[i + 1 : i + 2] != ["of"] and i == g.main + 1:
            return i
        known = works_at(s, ctx, i) or s.noun[i] in words(_LIST, "papers") | words(_LIST, "costs")
        if (
            known
            and first >= 0
            and s.lowers[first] in _SAME
            and not any(s.noun[i + 1 : i + 2])
            and s.lowers[i + 1 : i + 2] != ["of"]
        ):
            return i
    return -1


_SAME = frozenset({"the", "this", "its", "their", "it", "both"})
