"""Envoys who presented their credentials, named in the sentence behind: "They are the Ambassador of A, Ann Reed; the B-ian High Commissioner".

Each of them met the head of the one state that the sentence before names.
"""

from __future__ import annotations

import re

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_CREDENCE = re.compile(r"\b(?:[Ll]etters? of [Cc]rede\w+|[Cc]redentials)\b")
_OPENERS = frozenset({"they", "these", "those", "envoys", "ambassadors", "diplomats"})
_LISTING = frozenset({"be", "include"})
_OPENING = 5
"""Items of a sentence within which its verb says that a list follows; assumed."""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """One meeting for each envoy listed, with the state of the sentence before."""
    before = ctx.previous
    if found or before is None or _OPENERS.isdisjoint(s.lowers[:2]):
        return []
    if not any(g.lemma in _LISTING and g.main < _OPENING for g in s.groups):
        return []
    first, last = before.span
    if _CREDENCE.search(before.text, first, last) is None:
        return []
    hosts = {c for m in before.mentions for c in m.codes}
    if len(hosts) != 1:
        return []
    times = {before.refs[i].edtf for i in before.dates if before.refs[i].edtf}
    date = times.pop() if len(times) == 1 else None
    host = hosts.pop()
    sent = {s.codes[i][0]: i for i in range(s.n) if _sends(s, i) and s.codes[i][0] != host}
    return [
        Draft(
            "contact", "meeting", (host, code), (), "actual", s.starts[max(0, i - 3)], s.ends[min(s.n - 1, i + 2)],
            "contact.credentials.listed.v1", date,
            because={"actor": "an envoy of a list, and the state of the sentence before", "status": "what was done"},
        )
        for code, i in sent.items()
    ]  # fmt: skip


def _sends(s: Sentence, i: int) -> bool:
    """Whether a country is one whose envoy is named: "the Ambassador of A", "the B-ian High Commissioner", "C's envoy"."""
    if s.kinds[i] != "P" or len(s.codes[i]) != 1:
        return False
    k = i - 1 - (s.lowers[i - 1] == "the")
    if k > 0 and s.lowers[k] == "of" and s.noun[k - 1] in words("roles", "envoys"):
        return True
    owned = s.lowers[i + 1 : i + 2] in (["'s"], ["’s"])
    return any(noun in words("roles", "envoys") for noun in s.noun[i + 1 + owned : i + 3 + owned])
