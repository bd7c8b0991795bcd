"""Rows of a sentence put into the plain order of English: clefts and auxiliaries before their subject.

"It was Togo that recognised Oman" says what "Togo recognised Oman" says, and "Only in 2014 did Togo
recognise Oman" what "Only in 2014 Togo did recognise Oman" says. The parse knows the plain order
alone, so the rows are put right before it. A moved word keeps no extent of its own in the text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.reading.syntax.lexicon import BASE, BE, DET, DO, ED, EN, HAVE, ING, MODAL, NEG, NOUN, PREP, VERB
from dragoman.reading.word_lists import words

__all__ = ["in_plain_order"]

# One item: kind, start, end, lower-cased text, tags, noun lemma, verb lemma, annotation, parties.
_Row = tuple[str, int, int, str, int, str, str, Any, tuple[str, ...]]

_REACH = 16
"""Rows between "it was" and "that", or from the opening word to its auxiliary. assumed"""

_FORMS = ((DO, BASE), (MODAL, BASE), (HAVE, EN | ED), (BE, EN | ING))


def in_plain_order(rows: list[_Row], lowered: str) -> list[_Row]:
    """The rows with clefts and inversions undone; ``lowered`` is the sentence in lower case."""
    if len(rows) < 6 or rows[-1][3] == "?":
        return rows
    if ("it was " in lowered or "it is " in lowered) and (" that " in lowered or " who " in lowered):
        rows = _uncleft(rows)
    if "until " in lowered and "not " in lowered:
        rows = _since_then(rows)
    openers = words("word_order", "openers")
    for i, row in enumerate(rows):
        if row[3] in openers and (i == 0 or rows[i - 1][3] in _JOINTS) and rows[i + 1 : i + 2]:
            return rows if rows[i + 1][3] == "since" else _uninverted(rows, i)
    return rows


_JOINTS = frozenset({",", ";", "and", "but", ":", "“", '"', "-", "•"})


def _since_then(rows: list[_Row]) -> list[_Row]:
    """What was not so until a time was so then: "Togo did not recognise Oman until 2014", "not until 2014"."""
    at = next((i for i, r in enumerate(rows) if r[0] == "D" and r[7].relation == "until"), -1)
    if at < 1 or not (rows[at][7].edtf or "").startswith("../"):
        return rows
    if rows[at - 1][3] == "not":
        negation = at - 1
    else:
        negation = next(
            (i for i in range(1, at) if rows[i][3] == "not" and rows[i - 1][3] in ("did", "was", "were")), -1
        )
        if negation < 0 or any(r[3] in (";", "but", "that") for r in rows[negation:at]):
            return rows
    kind, start, end, low, *_ = rows[at]
    then = replace(rows[at][7], edtf=rows[at][7].edtf[3:], relation="in")
    out = list(rows)
    out[at] = (kind, start, end, low, *rows[at][4:7], then, rows[at][8])
    del out[negation]
    return out


def _uncleft(rows: list[_Row]) -> list[_Row]:
    """Without "it was" and "that" around what a cleft puts first."""
    at = next(
        (
            i
            for i in range(len(rows) - 3)
            if rows[i][3] == "it" and rows[i + 1][3] in ("was", "is") and (not i or rows[i - 1][3] in _JOINTS)
        ),
        -1,
    )
    if at < 0:
        return rows
    begin = at + 2
    while rows[begin][3] in (
        "not",
        "only",
        "also",
        "then",
        "the",
        "during",
        "after",
        "under",
        "on",
        "in",
        "at",
    ):
        begin += 1
        if begin == len(rows):
            return rows
    for k in range(begin, min(len(rows) - 2, at + _REACH)):
        kind, _, _, low, tag, *_ = rows[k]
        if low in ("that", "who") and k > begin:
            named = any(r[0] in "PHLD" for r in rows[at + 2 : k])
            owner = rows[k - 1][0] in "PHLD" or low == "who" or bool(rows[at + 2][4] & PREP)
            if not (named and owner):
                return rows
            return [*rows[:at], *rows[at + 2 : k], *rows[k + 1 :]]
        if kind == "w" and tag & VERB and not tag & NOUN and low not in words("word_order", "participles"):
            return rows  # "it was announced on Friday that": no cleft
        if low in (";", ":"):
            return rows
    return rows


def _uninverted(rows: list[_Row], opener: int) -> list[_Row]:
    """With the auxiliary behind the subject that it stands before."""
    for k in range(opener + 1, min(len(rows) - 2, opener + _REACH)):
        tag = rows[k][4]
        form = next((f for aux, f in _FORMS if rows[k][0] == "w" and tag & aux), 0)
        if not form:
            if rows[k][0] == "w" and tag & VERB and not tag & (NOUN | EN | ING):
                return rows  # a finite verb: "Only Togo recognised it and did so late"
            continue
        verb = _verb_behind(rows, k, form)
        if verb < 0:
            return rows
        at = rows[verb][1]
        moved = [(*rows[k][:1], at, at, *rows[k][3:])]
        if rows[opener][3] in words("word_order", "negative_openers"):
            moved.append(("w", at, at, "not", NEG, "", "", None, ()))
        return [*rows[:k], *rows[k + 1 : verb], *moved, *rows[verb:]]
    return rows


def _verb_behind(rows: list[_Row], aux: int, form: int) -> int:
    """The main verb of an auxiliary, behind the subject that begins right behind the auxiliary; -1 for none."""
    first = rows[aux + 1]
    if not (first[0] in "PHL" or first[4] & DET or first[5] or first[3] in ("it", "they", "he", "she")):
        return -1
    for k in range(aux + 2, min(len(rows), aux + _REACH)):
        kind, _, _, low, tag, *_ = rows[k]
        if low in (";", ":"):
            return -1
        if kind != "w" or not tag & form or rows[k - 1][4] & (DET | PREP):
            continue
        if (
            tag & NOUN
            and k + 1 < len(rows)
            and rows[k + 1][0] == "w"
            and rows[k + 1][5]
            and not rows[k + 1][4]
        ):
            continue  # "did the trade ministers sign"
        return k
    return -1
