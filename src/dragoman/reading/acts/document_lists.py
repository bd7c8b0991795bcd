"""Instruments listed a line each behind a sentence that ends in a colon: "Ten documents were signed:".

A line that is a noun phrase headed by a kind of instrument says what the sentence before the list
says of them all; parties "between" whom it is are its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.agents import codes_of
from dragoman.reading.syntax.lexicon import Lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["elided", "name_ones", "read"]

_MODES = ("memorandum", "treaty", "declaration", "protocol", "contract", "roadmap", "agreement")
_FAR = 7
"""Items from the line's start in which its head must stand; assumed."""


_OPENER = 7
"""Items of a line that only opens a list of what the sentence before told; assumed."""


def _head(s: Sentence, lex: Lexicon) -> tuple[int, str]:
    """The item and mode of the instrument that a line without a verb of its own names first, or (-1, "")."""
    # "• A memorandum on training aimed at helping": an entry that names a document may say more of it
    entry = s.n > 2 and s.kinds[0] == "." and s.lowers[1] in ("a", "an")
    if not entry and any(g.finite and not g.passive and g.lemma != "double" for g in s.groups):
        return -1, ""
    for i in range(min(s.n, _FAR)):
        if i in s.verb_at and s.lowers[i] != "double":  # "Double taxation agreement"
            return -1, ""
        if s.kinds[i] != "w":
            continue
        for mode in _MODES:
            if s.noun[i] in lex.noun_classes[mode]:
                return i, mode
        if s.noun[i].rpartition(" ")[2] in words("papers", "plans"):
            return i, "roadmap"
    return -1, ""


def _entry(s: Sentence) -> bool:
    """Whether a line is one more of a list, whatever it names: it has a bullet or ends in a semicolon."""
    before = s.text[: s.span[0]].rstrip(" \t")[-1:]
    return s.lowers[0] in ("-", "–", "•", "*") or before in ("-", "–", "•", "*") or s.lowers[s.n - 1] == ";"


_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ?\Z")
_OPENED = re.compile(r"\b(?:following|are|include|includes|were|among them)\W*\Z")


def _numbered(s: Sentence) -> bool:
    """Whether a number stands before a line, or begins it: "3. Memorandum between"."""
    ahead = s.text[max(0, s.span[0] - 5) : s.span[0]].rpartition("\n")[2]
    own = s.text[s.span[0] : s.starts[0] + 5]
    return bool(_NUMBER.match(ahead.strip() + " ") or re.match(r"\(?(?:\d{1,2}|[a-z])[.)] ", own))


def _unopened(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """A numbered paper of two states further down a list that something else broke: "3. Memorandum between A and B"."""
    if not s.n or not (_numbered(s) or _entry(s)) or any(d.kind == "instrument" for d in found):
        return []
    item, mode = _head(s, ctx.lexicon)
    between = codes_of([m for m in s.mentions if m.cue in ("between", "of") and m.item > item])
    parties = tuple(c for c in between if c not in ctx.discourse.bodies)
    told = next((d for d in reversed(ctx.found) if d.kind == "instrument"), None)
    if item < 0 or len(parties) != 2 or "between" not in s.lowers[item : item + _FAR] or told is None:
        return []
    if not {*parties} & {*told.actor} or told.status != "actual":
        return []
    return [replace(
        told, mode=mode, actor=parties, recipient=(), start=s.starts[0], end=s.ends[-1], object=None, count=None,
        rule="instrument.listed.v1", people=(), organisations=(),
        because={**told.because, "actor": "between whom it is", "date": "that of what was signed before"},
    )]  # fmt: skip


_ONES = frozenset({"one", "ones"})
_BEHIND_ONE = frozenset({"with", "on", "between", "from"})
_ORDINALS = words("acts.document_lists", "ordinals")
_REACH = 9
"""Items behind "a second" within which its time must stand; assumed."""


def name_ones(s: Sentence, ctx: Context) -> None:
    """Call "one" by the instrument that it stands for: "has a treaty with A; one with B has been initialled"."""
    if _ONES.isdisjoint(s.lowers):
        return
    for i in range(s.n - 1):
        if s.lowers[i] not in _ONES or s.lowers[i + 1] not in _BEHIND_ONE:
            continue
        here = [
            s.noun[k]
            for k in range(i)
            if s.kinds[k] == "w" and any(s.noun[k] in ctx.lexicon.noun_classes[m] for m in _MODES)
        ]
        before = [d.mode for d in ctx.last if d.kind == "instrument"]
        if here or before:
            s.kinds[i], s.noun[i] = "w", (here or before)[-1]


def elided(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """A further instrument with a time and no verb: "was signed in 2009, a second, on mining, in 2013"."""
    told = [d for d in found if d.kind == "instrument" and d.date]
    out: list[Draft] = []
    for i in range(1, s.n - 1):
        if not told or s.lowers[i - 1] not in ("a", "and", ",") or s.lowers[i + 1] not in (",", "on", "with"):
            continue
        if not (s.lowers[i] == "another" or (s.lowers[i] in _ORDINALS and s.lowers[i - 1] == "a")):
            continue
        behind = range(i + 1, min(s.n, i + _REACH))
        stop = next((k for k in behind if k in s.verb_at or s.lowers[k] == ";"), behind.stop)
        time = next((k for k in range(i + 1, stop) if s.kinds[k] == "D" and s.refs[k].edtf), -1)
        if time < 0:
            continue
        others = codes_of([m for m in s.mentions if m.cue == "with" and i < m.item < time])
        actor = told[-1].actor
        if others:
            actor = tuple(c for c in (*actor[:1], *others) if c not in ctx.discourse.bodies)
        out.append(replace(
            told[-1], actor=actor, date=s.refs[time].edtf, start=s.starts[i - 1], end=s.ends[time], count=None,
            rule="instrument.elided.v1", because={**told[-1].because, "date": "a further one of the sentence"},
        ))  # fmt: skip
    return out


def _signed(s: Sentence, ctx: Context) -> Draft | None:
    """What "Apart from the pact, the parties also signed:" says of each line of the list that it opens."""
    verb = next((g for g in reversed(s.groups) if g.finite and not g.negated), None)
    if verb is None or verb.lemma not in words("papers", "opens_list") or verb.modal:
        return None
    named = codes_of([m for m in s.mentions if m.cue in ("subj", "between", "by")])
    parties = tuple(c for c in named if c not in ctx.discourse.bodies)
    parties = parties if len(parties) > 1 else ctx.discourse.pair
    before = next((d.date for d in reversed(ctx.last) if d.kind == "instrument"), None)
    if len(parties) < 2:
        return None
    because = {"actor": "who signed", "status": "the verb", "date": "that of what was signed before"}
    return Draft(
        "instrument",
        "agreement",
        parties,
        (),
        "actual",
        *s.span,
        "instrument.listed.v1",
        before,
        because=because,
    )


def _opens_section(s: Sentence, ctx: Context) -> bool:
    """Whether a line only heads the agreements of the two countries that a page is on: "Bilateral agreements"."""
    if (
        len(ctx.discourse.pair) != 2
        or s.n > _OPENER
        or words("papers", "headings").isdisjoint(s.lowers)
        or any(g.finite for g in s.groups)
    ):
        return False
    d = ctx.discourse
    if not (d.titled or d.anchor in d.pair):
        return False
    if any(
        s.kinds[i] not in "wP."
        or (
            s.kinds[i] == "w"
            and s.lowers[i] not in words("papers", "headings") | words("papers", "of_headings")
        )
        for i in range(s.n)
    ):
        return False
    return s.text[s.span[1] : s.span[1] + 1] in ("\n", "") and s.lowers[s.n - 1] != "."


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The instrument of a line of a list that is open; a sentence that ends in a colon opens one."""
    text = s.text[s.span[0] : s.span[1]].rstrip()
    if text.endswith(":") or (text.endswith(";") and _OPENED.search(text)):
        heads = [d for d in found if d.kind == "instrument"]
        if not heads and not found and s.n <= _OPENER:  # "Nine papers were signed. These include:"
            heads = [d for d in ctx.last if d.kind == "instrument"]
        ctx.listing = heads[-1] if heads else _signed(s, ctx)
        return []
    if _opens_section(s, ctx):
        because = {"actor": "the document's pair", "status": "a page tells what there is"}
        ctx.listing = Draft(
            "instrument",
            "agreement",
            ctx.discourse.pair,
            (),
            "actual",
            *s.span,
            "instrument.listed.v1",
            because=because,
        )
        return []
    if ctx.listing is None:
        return _unopened(s, ctx, found)
    item, mode = _head(s, ctx.lexicon)
    if item < 0 or any(d.kind == "instrument" for d in found) or (found and not _entry(s)):
        ctx.listing = None if item < 0 and not _entry(s) else ctx.listing
        return []
    between = codes_of([m for m in s.mentions if m.cue == "between"])
    parties = tuple(c for c in between if c not in ctx.discourse.bodies)
    last = s.n
    while last > item + 1 and s.kinds[last - 1] == ".":
        last -= 1
    return [replace(
        ctx.listing, mode=mode, actor=parties if len(parties) > 1 else ctx.listing.actor,
        start=s.starts[0], end=s.ends[last - 1], object=s.words(item, last), count=None, rule="instrument.listed.v1",
        people=(), organisations=ctx.organisations_in(s.starts[0], s.ends[last - 1]),
        because={**ctx.listing.because, "actor": "the sentence before the list"},
    )]  # fmt: skip
