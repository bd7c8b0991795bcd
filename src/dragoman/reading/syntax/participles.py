"""Bare participles that are no main verbs: "an accord signed in May", "founded in 2023, the forum"."""

from __future__ import annotations

from itertools import pairwise

from dragoman.reading.syntax.lexicon import (
    ADV,
    BASE,
    BE,
    CONJ,
    DET,
    DO,
    ED,
    EN,
    HAVE,
    MODAL,
    NOUN,
    PREP,
    PRON,
    SUB,
    VERB,
)
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.verb_groups import BREAKS, RELATIVE, Group
from dragoman.reading.word_lists import words

__all__ = ["join_participles", "mark_reduced"]


_AUX = BE | HAVE | DO | MODAL


def mark_reduced(s: Sentence, groups: list[Group]) -> None:
    """A bare participle after a noun, with another finite verb near, is no main verb."""
    for k, g in enumerate(groups):
        if g.first != g.main or not g.form & EN or not g.finite or g.form & BASE:
            continue
        wills = s.lowers[g.main + 1 : g.main + 2] == ["to"] and g.lemma in words("clauses", "to_infinitive")
        if wills and any(o.infinitive and o.first == g.main + 2 for o in groups[k + 1 : k + 2]):
            continue  # "Kenya on Sunday pledged to provide": whoever pledges is not pledged
        if _of_relative(s, g):
            continue  # "the visit which the emir paid to Peru was short"
        if g.lemma in words("clauses", "never_passive") or _time_before_object(s, g):
            continue  # "Peru summoned on Monday the envoy of Chile", "agreed Monday to extend"
        if _announced(s, g, groups[k + 1 :]):
            g.reduced = g.passive = True
            continue
        if g.lemma in words("frames", "saying") and s.lowers[g.main + 1 : g.main + 2] != ["by"]:
            continue  # "the ministry said on Monday it had": nothing is said of the ministry
        nxt = g.main + 1
        nxt_low = s.lowers[nxt] if nxt < s.n else ""
        prev_low = s.lowers[g.main - 1] if g.main else ""
        only = not any(o.finite and o is not g for o in groups)
        by = nxt_low == "by" and s.kinds[g.main + 2 : g.main + 3] != ["Q"]  # "increased by 10%" is active
        by = by and not (nxt + 1 < s.n and s.lowers[nxt + 1] in words("syntax.participles", "means"))
        if g.main > 1 and s.kinds[g.main - 1] in "PH" and nxt_low != "by":
            k = g.main - 2 if s.lowers[g.main - 2] != "the" else g.main - 3
            if k >= 0 and s.tags[k] & SUB and s.tags[k] & PREP and s.lowers[k] != "as":
                continue  # "after Belarus joined as a member"
        if _document_before(s, g):
            # "an MoU signed in May", "Deal signed between A and B": a document signs nothing itself
            g.reduced, g.passive = not only, True
            continue
        if prev_low in RELATIVE or (g.main and s.tags[g.main - 1] & PRON and s.kinds[g.main - 1] == "w"):
            continue
        if g.lemma in ("value", "estimate", "price") and nxt_low == "at" and s.noun[g.main - 1] and not only:
            g.reduced = True  # "iron products valued at $5 million"
            continue
        if g.main == 0 or prev_low == ",":
            # "Founded in 2023, the Forum"; ", followed by"
            later = any(o.finite and o.first > g.main and s.lowers[o.first - 1] == "," for o in groups)
            starts = g.main == 0 or ((k or by or later) and nxt < s.n and s.tags[nxt] & PREP)
            starts = starts or (later and nxt < s.n and (s.kinds[nxt] == "D" or nxt_low == "every"))
            g.reduced = bool(starts and not only)
        elif (
            by or (nxt < s.n and (s.tags[nxt] & PREP or s.kinds[nxt] == "D" or nxt_low == "so"))
        ) and not only:
            later = any(
                o.finite and o.first > g.main and not _between_break(s, g.main, o.first) for o in groups
            )
            earlier = any(
                o.finite
                and not o.reduced
                and o.main < g.main
                and not _takes_clause(s, o, g)
                and not _between_break(s, o.main, g.main)
                for o in groups
            )
            g.reduced = by or later or earlier
    for g in groups:
        if g.reduced:
            g.passive = True


_JOINING = frozenset({",", "and", "or", "then", "subsequently", "later", "jointly", "&"})


def join_participles(s: Sentence, groups: list[Group]) -> None:
    """Participles joined to a passive share its auxiliaries: "will be designed, financed and built by"."""
    for k, (before, g) in enumerate(pairwise(groups), 1):
        joined = before.passive and (before.finite or before.modal)
        if not joined or g.first != g.main:
            continue
        if not g.form & EN or g.infinitive or g.gerund:
            continue
        between = s.lowers[before.main + 1 : g.first]
        if not between or not _JOINING.issuperset(between):
            continue
        after = groups[k + 1] if k + 1 < len(groups) else None
        goes_on = (
            after is not None and "and" in s.lowers[g.main + 1 : after.first] and after.first - g.main < 4
        )
        if between == [","] and not goes_on:
            continue
        if not g.reduced and not _done_by(s, g.main, after):
            continue  # "was welcomed and thanked Peru"
        g.reduced = g.passive = True
        g.modal = before.modal
        g.perfect, g.progressive, g.past = before.perfect, before.progressive, before.past


def _done_by(s: Sentence, at: int, after: Group | None) -> bool:
    """Whether "by" follows a participle before another verb than the one joined to it: "built and run by"."""
    verbs = 0
    for i in range(at + 1, min(s.n, at + _FAR)):
        if s.lowers[i] == "by":
            return s.kinds[i + 1 : i + 2] not in (["Q"], ["D"])
        if after is not None and i == after.first:
            verbs += 1
            if verbs > 1 or not _JOINING.issuperset(s.lowers[at + 1 : i]):
                return False
        elif s.lowers[i] in (",", ";") and after is None:
            return False
    return False


_FAR = 9
"""Items from a participle to the "by" that says who did it. assumed"""


def _of_relative(s: Sentence, g: Group) -> bool:
    """Whether only the subject of a relative clause stands between its pronoun and a verb."""
    named = False
    for i in range(g.main - 1, max(-1, g.main - 9), -1):
        if s.lowers[i] in ("which", "whom") or (
            s.lowers[i] == "that" and i and s.noun[i - 1] and not s.verb[i - 1]
        ):
            return named
        if s.lowers[i] in (",", ";", "(", ")") or (s.tags[i] & VERB and not s.noun[i]):
            return False
        named = named or s.kinds[i] in "PH"
    return False


_TELLING = words("syntax.participles", "telling")


def _announced(s: Sentence, g: Group, later: list[Group]) -> bool:
    """Whether an accord or a plan is what was announced: "The accord, announced on 7 May by Kenya, was signed in Lome"."""
    if g.lemma not in ("announce", "unveil", "reveal") or not any(o.finite for o in later):
        return False
    nxt, at = g.main + 1, g.main - 1 - (s.lowers[g.main - 1] == ",")
    if at < 0 or nxt >= s.n or not (s.tags[nxt] & PREP or s.kinds[nxt] == "D"):
        return False
    thing = s.noun[at] in words("clauses", "documents") or s.noun[at] in _THINGS
    return thing and s.noun[at] not in _TELLING and not _time_before_object(s, g)


_THINGS = words("syntax.participles", "things")


def _takes_clause(s: Sentence, o: Group, g: Group) -> bool:
    """Whether a participle is the verb of what is said: "he said Kenya exported to Norway", not "said goods exported to X rose"."""
    if o.passive or o.lemma not in words("frames", "clause_only"):
        return False
    between = range(o.main + 1, g.main)
    if all(s.kinds[i] in "PH" or s.lowers[i] == "the" for i in between):
        return s.kinds[g.main - 1] in "PH"
    if any(s.kinds[i] in ".DQ" or s.tags[i] & (SUB | CONJ) & ~(PREP | DET) for i in between):
        return False
    opens = s.tags[o.main + 1] & DET or s.kinds[o.main + 1] in "PH"
    return bool(opens) and not any(
        s.tags[i] & (_AUX | ED) and not s.tags[i] & NOUN for i in range(g.main + 1, s.n) if s.kinds[i] == "w"
    )


def _time_before_object(s: Sentence, g: Group) -> bool:
    """Whether only a time stands between a verb and its object or infinitive: nothing was done to what goes before."""
    at = g.main + 1 + (s.lowers[g.main + 1 : g.main + 2] == ["on"])
    if at + 1 >= s.n or s.kinds[at] != "D":
        return False
    if s.lowers[at + 1] == "to":
        return g.lemma in words("clauses", "to_infinitive")
    return s.kinds[at + 1] in "PH" or s.lowers[at + 1] in ("the", "a", "an", "its", "their", "his", "her")


def _document_before(s: Sentence, g: Group) -> bool:
    """Whether a document stands right before a participle of signing that has no object of its own."""
    if g.lemma not in words("clauses", "documented"):
        return False
    nxt, at = g.main + 1, g.main - 1
    if nxt < s.n and not (s.tags[nxt] & (PREP | ADV | CONJ) or s.kinds[nxt] in ".D"):
        return False
    while at > 0 and ((s.tags[at] & ADV and not s.tags[at] & PREP) or s.lowers[at] == ","):
        at -= 1
    if at > 2 and s.lowers[at] == ")" and "(" in s.lowers[at - 3 : at]:
        at = s.lowers.index("(", at - 3) - 1
    documents = words("clauses", "documents")
    if s.lowers[g.main - 1] == "," and at >= 0 and s.kinds[at] == "w":
        # "an agreement with Jordan on air services, signed in 2016"
        while at > max(0, g.main - 14) and not s.tags[at] & VERB and s.noun[at] not in documents:
            at -= 1
    return at >= 0 and s.noun[at] in documents


def _between_break(s: Sentence, a: int, b: int) -> bool:
    """Whether a clause boundary stands between two items."""
    if _while(s, a, b):
        return True
    return any(
        (s.lowers[i] in BREAKS and not _about_abbreviation(s, i))
        or s.lowers[i] == ","
        or s.tags[i] & CONJ
        or (s.tags[i] & SUB and not s.tags[i] & PREP)
        for i in range(a + 1, b)
    )


def _about_abbreviation(s: Sentence, i: int) -> bool:
    """Whether a bracket opens or closes about one item: "a memorandum (MOU) on visas held in"."""
    if s.lowers[i] == "(":
        return s.lowers[i + 2 : i + 3] == [")"]
    return s.lowers[i] == ")" and i > 1 and s.lowers[i - 2] == "("


def _while(s: Sentence, a: int, b: int) -> bool:
    """Whether a verb's subject begins behind "as", "after" and the like: "A landed in Oslo as talks |went on"."""
    acts = s.kinds[a - 1] in "PH" or s.noun[a - 1].rpartition(" ")[2] in words("present_verbs", "subjects")
    for i in range(b - 1, a + 1, -1):
        if s.tags[i] & SUB and s.tags[i] & PREP:
            return b > i + 1 and (acts or s.lowers[i] == "as") and s.kinds[i + 1] not in "DQ"
        if s.kinds[i] not in "wPHL" or s.tags[i] & (VERB | CONJ) & ~(NOUN | EN):
            return False
    return False
