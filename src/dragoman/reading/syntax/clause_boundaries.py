"""Where one clause of a sentence ends and the next begins, between two finite verbs."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import ADV, CONJ, DET, ING, PREP, PRON, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.verb_groups import BREAKS, RELATIVE, Group
from dragoman.reading.word_lists import words

__all__ = ["boundary"]

_INVERTING = frozenset({",", "”", '"', "»", "’"})


_OF = frozenset({"of", "between", "among"})


def boundary(s: Sentence, a: Group, b: Group) -> int:
    """The item where the clause of ``b`` begins, after that of ``a``."""
    told = _told_before(s, a, b)
    if told >= 0:
        return told
    # an "and" between two names joins them (0.5) and never opens a clause
    best, rank = b.first, 0.5
    r: float
    aside = _asides(s, a.main + 1, b.first)
    for i in range(b.first - 1, a.main, -1):
        low, tag = s.lowers[i], s.tags[i]
        if i in aside:
            continue  # "a member of the OEEC (now OECD) in 1948"
        if low in BREAKS:
            r = 3
        elif (
            tag & SUB
            and (not tag & PREP or low in ("since", "after", "before", "as", "until"))
            and (not tag & DET or low == "that")
            and low != "both"
        ):
            joined = any(
                s.lowers[j] == "," or (s.tags[j] & CONJ and not (_party(s, j - 1) and s.kinds[j + 1] in "PH"))
                for j in range(i + 1, b.first)
            )  # fmt: skip
            r = 4 if not (tag & PREP and joined) else 0
        elif tag & CONJ and _in_list_of(s, i, b.first):
            continue
        elif (
            tag & CONJ
            and not _right_before(s, i, b)  # "the ties between the two countries | and called for calm"
            and "between" in s.lowers[a.main + 1 : i]
            and not any(s.tags[k] & CONJ for k in range(s.lowers.index("between", a.main + 1), i))
        ):
            continue  # "signed between the state company of one and that of the other will begin"
        elif tag & CONJ:
            r = 2 if i and s.lowers[i - 1] == "," else 1
            if i == b.first - 1 and not b.infinitive and r < 2:
                r = 2.2  # "in Senegal, Tunisia, and Rwanda | and closes"
            if (
                i
                and i + 1 < s.n
                and (s.kinds[i - 1] == s.kinds[i + 1] or _both_act(s, a.main, i, b.first))
                and s.kinds[i - 1] in "wPHLQD"
                and (s.kinds[i - 1] != "w" or _both_act(s, a.main, i, b.first))
                and i + 1 < b.first
            ):
                new_subject = _ends_phrase(s, i - 1, a) or _same_party(s, i)
                apart = (new_subject and b.first == i + 2) or _owns_subject(s, i, a, b)
                r = 1 if apart else 0.5  # "Sofia and Varna" are one phrase
        elif low == "," and _in_list_of(s, i, b.first):
            continue
        elif low == ",":
            spliced = i + 2 == b.first and s.tags[i + 1] & PRON and s.kinds[i + 1] == "w"
            r = 2.5 if spliced else 0.8  # "the Council in 1952, it joined EFTA"
            if i == b.first - 1 and _in_row(s, a, b, i):
                r = 1.5
        else:
            continue
        if r > rank:
            best, rank = i, r
    if rank <= 1 and a.lemma in words("frames", "saying") and not a.passive:
        return _said(s, a, b, best)
    return best


def _right_before(s: Sentence, i: int, b: Group) -> bool:
    """Whether nothing but adverbs stands between "and" and a finite verb."""
    return b.finite and all(s.tags[k] & ADV and not s.tags[k] & (CONJ | PREP) for k in range(i + 1, b.first))


def _same_party(s: Sentence, i: int) -> bool:
    """Whether "and" stands between two names of one state, which nobody lists: "will train 15 Togolese | and Togo will"."""
    return s.kinds[i - 1] == s.kinds[i + 1] == "P" and s.codes[i - 1] == s.codes[i + 1]


def _owns_subject(s: Sentence, i: int, a: Group, b: Group) -> bool:
    """Whether a party behind "and" owns the subject of the next verb: "joined the bank | and Chad's term began"."""
    if not (a.finite or a.infinitive) or not b.finite or a.lemma in words("frames", "saying"):
        return False
    if s.kinds[i + 1] != "P" or s.lowers[i + 2 : i + 3] not in (["'s"], ["’s"]):
        return False
    subject = range(i + 3, b.first)
    held = not any(s.kinds[k] == "." or s.tags[k] & (PREP | CONJ) for k in subject) and len(subject) > 0
    verb = max((g.main for g in s.groups if a.main <= g.main < i), default=a.main)
    object_ = range(verb + 1, i - 1)  # between the verb and the party before "and"
    return held and not any(s.noun[k] or s.tags[k] & PREP or s.kinds[k] != "w" for k in object_)


def _in_row(s: Sentence, a: Group, b: Group, comma: int) -> bool:
    """Whether a verb behind a comma goes on with the subject of one before: "signed a treaty of peace and trade | , joined".

    A comma that closes an apposition has another one before it: "opened a mill and the firm, a bank, sold".
    """
    if not (b.finite and a.finite) or b.relative or b.passive or (b.past and not a.past):
        return False
    return "," not in s.lowers[a.main + 1 : comma]


_OWNING = frozenset({"his", "her", "their", "its"})


def _both_act(s: Sentence, told: int, i: int, verb: int) -> bool:
    """Whether "and" joins two who act: "Minister A and Peru's envoy |discussed", "its minister and his counterpart |met"."""
    if s.kinds[i - 1] not in "wH" or s.tags[verb - 1] & (PREP | SUB):
        return False
    if not any(s.lowers[k] == "," or s.lowers[k] == "that" for k in range(told + 1, i - 1)):
        return False  # "he met Minister A and Peru's envoy left"
    second = s.noun[verb - 1].rpartition(" ")[2]
    peer = second in words("syntax.clause_boundaries", "peers")
    if s.kinds[verb - 1] == "w" and not peer and second not in words("present_verbs", "subjects"):
        return False
    if s.kinds[i - 1] == "w" and s.noun[i - 1].rpartition(" ")[2] not in words("present_verbs", "subjects"):
        return False
    inside = range(i + 1, verb)
    if any(s.kinds[k] in ".DQ" or s.tags[k] & (PREP | SUB | CONJ) & ~DET for k in inside):
        return False
    return s.lowers[i + 1] in _OWNING or s.kinds[i + 1] in "PH"


def _party(s: Sentence, i: int) -> bool:
    """Whether an item names somebody or stands for several: "after talks between the two countries and Sudan ended"."""
    return s.kinds[i] in "PH" or s.lowers[i] in words("discourse", "plural_heads")


def _told_before(s: Sentence, a: Group, b: Group) -> int:
    """The comma before who said all that goes before: "sells tea and farming tools to Peru | , the minister said", or -1."""
    after = s.lowers[b.main + 1] if b.main + 1 < s.n else "."
    if after not in (".", ",") or b.passive or b.infinitive or b.lemma not in words("frames", "saying"):
        return -1
    for i in range(b.first - 1, a.main, -1):
        if s.lowers[i] == ",":
            return i if i < b.first - 1 else -1
        if s.tags[i] & (CONJ | SUB) and not s.tags[i] & PREP:
            return -1
    return -1


def _in_list_of(s: Sentence, comma: int, verb: int) -> bool:
    """Whether a comma or "and" lists parties that a noun before a verb is of: "the ministers of A, B and C met"."""
    i = verb - 1
    if s.kinds[i] not in "PH" or s.lowers[i - 1] != "and":
        return False
    listed = {i - 1}
    i -= 2
    while i > 1 and (s.lowers[i] == "," or s.kinds[i] in "PH") and not _lists(s, i - 1):
        if s.lowers[i] == ",":
            listed.add(i)
        i -= 1
    if i > 1 and s.kinds[i] in "PH" and _lists(s, i - 1):
        return len(listed) > 1 and comma in listed
    if min(listed) != i + 1 or s.kinds[i + 2] not in "PH":
        return False
    listed.discard(i + 1)  # "Although prices fell, | Iran, Belarus and China took part"
    return len(listed) > 1 and comma in listed


def _lists(s: Sentence, i: int) -> bool:
    """Whether parties behind a word belong to it: "of A, B and C", "a line linking A, B and C is planned"."""
    return s.lowers[i] in _OF or (s.kinds[i] == "w" and bool(s.tags[i] & ING))


def _said(s: Sentence, a: Group, b: Group, found: int) -> int:
    """Where what is said begins without "that": "Palau said | the Marshall Islands and Tuvalu had joined"."""
    k = b.first - 1
    while k > a.main and s.tags[k] & ADV and not s.tags[k] & CONJ:
        k -= 1
    start = a.main + 1
    while start < b.first and (s.kinds[start] == "D" or s.kinds[start + 1 : start + 2] == ["D"]):
        start += 1  # "said on Monday it had"
    turned = a.first and s.lowers[a.first - 1] in _INVERTING and _said_before(s, a)  # "..., said Duda"
    commas = [i for i in range(start, b.first) if s.lowers[i] == "," and not _in_list_of(s, i, b.first)]
    if turned or len(commas) % 2:
        return found
    if s.tags[k] & CONJ or start >= b.first or s.kinds[start] == "." or s.tags[start] & (PREP | CONJ) & ~DET:
        return found
    return start


def _said_before(s: Sentence, a: Group) -> bool:
    """Whether what was said stands before its verb, and no apposition: "A, minister of B, said C had joined"."""
    if s.lowers[a.first - 1] != ",":
        return True
    return any(
        o.finite and o.main < a.first and s.lowers[max(0, o.first - 1)] not in RELATIVE for o in s.groups
    )


def _asides(s: Sentence, first: int, last: int) -> frozenset[int]:
    """Items of the brackets, and of the concessions without a verb, between two verbs: they end no clause.

    "Turkey, though a NATO member, is".
    """
    inside: set[int] = set()
    opened = -1
    for i in range(first, last):
        if s.lowers[i] == "(":
            opened = i
        elif s.lowers[i] == ")" and opened >= 0:
            inside.update(range(opened, i + 1))
            opened = -1
        elif i > first and s.lowers[i] in _CONCEDING and s.lowers[i - 1] == ",":
            closed = next((k for k in range(i + 1, last) if s.lowers[k] == ","), -1)
            if (
                closed > i + 1
                and last - closed <= 2
                and not any(g.first <= closed and g.main > i for g in s.groups)
            ):
                inside.update(range(i - 1, closed + 1))
    return frozenset(inside)


_CONCEDING = frozenset({"albeit", "although", "as", "if", "though", "while"})


def _ends_phrase(s: Sentence, i: int, verb: Group) -> bool:
    """Whether item ``i`` ends a place phrase behind the verb: "has an embassy in Quito | and Peru has"."""
    return i - 1 > verb.main + 1 and s.lowers[i - 1] in ("in", "at", "to", "near")
