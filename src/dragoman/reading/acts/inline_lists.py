"""Instruments listed within a sentence: "The documents signed include an agreement on air services, an MoU on mining".

The sentence says that papers were signed, or what those of the sentence before are; each entry that is headed
by a kind of instrument is one. A line of nothing but such entries goes on the list.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.discourse.first_person import in_quotation
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.agents import codes_of
from dragoman.reading.syntax.lexicon import Lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_MODES = ("memorandum", "treaty", "declaration", "protocol", "contract", "agreement", "roadmap")
_BACK = 6
"""Items before the head of an entry in which the entry begins; assumed."""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The instruments of an enumeration, each with its own words as evidence."""
    one = _picks_one(s)
    if not (one or any(mark in s.forms for mark in (",", ";", "and"))):
        return []
    entries = _entries(s, ctx.lexicon)
    if not entries:
        return []
    told = _told(s, ctx, found, entries[0][0])
    if told is None or (
        len(entries) < 2 and told.rule != "instrument.inline.v1" and not (one or _opened(s, entries[0][0]))
    ):
        return []
    spare = [d.mode for d in found if d.kind == "instrument" and d.count is None and d is not told]
    out: list[Draft] = []
    for k, (first, head, mode) in enumerate(entries):
        if mode in spare:  # read by its own wording
            spare.remove(mode)
            continue
        stop = entries[k + 1][0] if k + 1 < len(entries) else s.n
        out.append(_entry(s, ctx, told, first, head, stop, mode))
    return out


def _picks_one(s: Sentence) -> bool:
    """Whether a sentence names one of the papers told of before: "One of these is a protocol on tea", "Among them is"."""
    if s.lowers[:1] == ["one"] or (
        s.kinds[:1] == ["Q"] and s.text[s.starts[0] : s.ends[0]].casefold() == "one"
    ):
        return s.lowers[1:2] == ["of"] and s.lowers[2:3] in (["these"], ["them"], ["those"])
    return s.lowers[:2] in (
        ["among", "them"],
        ["among", "these"],
        ["among", "those"],
        ["another", "is"],
        ["another", "was"],
    )


def _entry(s: Sentence, ctx: Context, told: Draft, first: int, head: int, stop: int, mode: str) -> Draft:
    """One entry, with the parties and the time of the signing that the list is of."""
    while stop > head + 1 and s.lowers[stop - 1] in (",", ";", ".", "and", "a", "an", "the"):
        stop -= 1
    between = codes_of([m for m in s.mentions if m.cue == "between" and first <= m.item < stop])
    own = tuple(c for c in between if c not in ctx.discourse.bodies)
    start, end = s.starts[first], s.ends[stop - 1]
    return replace(
        told, kind="instrument", mode=mode, actor=own if len(own) > 1 else told.actor, recipient=(), start=start,
        end=end, object=s.words(head, stop), count=None, people=(), organisations=ctx.organisations_in(start, end),
        rule="instrument.inline.v1", because={**told.because, "actor": "those of the papers listed"},
    )  # fmt: skip


def _entries(s: Sentence, lex: Lexicon) -> list[tuple[int, int, str]]:
    """First item, head and mode of every entry of an enumeration of instruments."""
    quoted = in_quotation(s)
    out: list[tuple[int, int, str]] = []
    for i in range(s.n - 1):
        if s.kinds[i] != "w" or quoted[i] or s.lowers[i + 1] not in words("papers", "behind"):
            continue
        mode = next((m for m in _MODES if s.noun[i] in lex.noun_classes[m]), "")
        if not mode or s.lowers[i].endswith("s"):
            continue
        if mode == "treaty" and not s.noun[i].endswith("treaty"):
            mode = "agreement"  # a convention, as the rules have it
        first = _begin(s, i)
        if first >= 0 and (not out or first > out[-1][1]):
            out.append((first, i, mode))
    return out


def _begin(s: Sentence, head: int) -> int:
    """Where the entry of a head begins: behind a comma, a colon, "and" or the verb that opens the list; -1 for nowhere."""
    for j in range(head, max(-1, head - _BACK), -1):
        before = s.lowers[j - 1] if j else ":"
        if before in words("papers", "edges"):
            return j
        if j < head and (s.kinds[j] not in "wP" or j in s.verb_at):
            return -1
        if before in ("of", "on", "for", "to", "in", "with", "by"):
            return -1
    return -1


def _opened(s: Sentence, first: int) -> bool:
    """Whether the list says by itself that papers were signed: "The other documents signed were an MoU on tea"."""
    return any(g.lemma in words("papers", "signing_verbs") and g.main < first for g in s.groups) or not words(
        "papers", "signing"
    ).isdisjoint(s.lowers[:first])


def _told(s: Sentence, ctx: Context, found: list[Draft], first: int) -> Draft | None:
    """The signing whose papers a sentence lists: told in it before the list, else in the sentence before."""
    here = [d for d in found if d.kind == "instrument" and d.status != "denied"]
    opener = _opens(s, first)
    if opener and here:
        return here[0]
    last = [d for d in ctx.last if d.kind == "instrument" and len(d.actor) > 1]
    if opener or _bare(s, first):
        if last:
            return last[-1]
    named = codes_of([m for m in s.mentions if m.item < first])
    signers = tuple(c for c in named if c not in ctx.discourse.bodies) or ctx.discourse.pair
    if opener and _opened(s, first) and len(signers) == 2:
        because = {"actor": "who signed", "status": "what was signed", "date": "no time in the sentence"}
        return Draft(
            "instrument",
            "agreement",
            signers,
            (),
            "actual",
            *s.span,
            "instrument.inline.v1",
            None,
            because=because,
        )
    return None


def _opens(s: Sentence, first: int) -> bool:
    """Whether what stands before the first entry names papers and says that a list of them follows."""
    before = range(first)
    papers = any(
        (s.noun[i] in words("papers", "named") and s.lowers[i] != s.noun[i]) or s.lowers[i] == "following"
        for i in before
    )
    those = first < 5 and any(s.lowers[i] in words("papers", "meant") for i in before)
    if not (papers or those):
        return False
    if s.lowers[first - 1] in words("papers", "listing") or s.lowers[max(0, first - 2)] == ":":
        return True
    return any(g.lemma in words("papers", "listing_verbs") and g.finite and g.main < first for g in s.groups)


def _bare(s: Sentence, first: int) -> bool:
    """Whether a line is nothing but entries: it begins with one and has no verb of its own."""
    return first == 0 and not any(g.finite for g in s.groups)
