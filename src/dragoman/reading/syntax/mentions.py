"""Parties in a sentence with their grammatical place: subject, object, "with", "in", "by" ...

A mention inside a noun phrase that stands for its country ("members of Croatia's parliament")
takes the place of the whole phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragoman.reading.syntax.lexicon import CONJ, DET, NOUN, PREP, PRON, SUB, Lexicon
from dragoman.reading.syntax.openings import (
    acts_behind_aside,
    opens_behind_city,
    opens_clause,
    received_there,
    unknown_name,
)
from dragoman.reading.syntax.owned_parties import set_owners_apart
from dragoman.reading.syntax.party_lists import counted_states, share_head
from dragoman.reading.syntax.portfolios import beside_portfolio, led_group, portfolio_holder
from dragoman.reading.syntax.postings import SENT, before_posting, is_posting, of_envoy
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.settings_before import behind_setting, is_destination, plain_noun
from dragoman.reading.syntax.subject_company import set_companions, set_label_apart
from dragoman.reading.word_lists import words

__all__ = ["Mention", "find_mentions"]

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OWNING = frozenset({"its", "their", "his", "her", "my", "our"})
_TRANSPARENT_PREPS = frozenset({"of", "from", "for", "at"})
# Counted, these come from a country and act for nobody: "received 40,000 tourists from Chad".
_COMING = frozenset({"student", "tourist"})
_NOBODY = words("syntax.mentions", "nobody")
_COUNTED = words("syntax.mentions", "counted")
_LIST = 24  # items of a list of bodies; assumed
_SUBJECTS = frozenset({"both", "he", "she", "they", "them", "we", "us"})
_OCCASIONS = words("syntax.mentions", "occasions")
_EXEMPLIFIED = words("clauses", "exemplified")
_EXAMPLES = words("syntax.mentions", "examples")
_PARTS = words("syntax.mentions", "parts")
_PASSING = frozenset({"through", "via", "across"})
# Items that a phrase may reach over, forwards or backwards: it bounds the work on hostile text. assumed
_REACH = 40
_STATES = words("syntax.mentions", "states")
_ENDS = words("syntax.mentions", "ends")


@dataclass(slots=True, eq=False)
class Mention:
    """A party at an item.

    Parameters
    ----------
    item : int
        Item number.
    codes : tuple of str
        The parties; two for "the two countries" and "Kazakh-Turkish".
    cue : str
        ``subj``, ``obj``, ``none``, or the governing preposition (``with``, ``in``, ...).
    owner : str
        ``poss`` ("Kazakhstan's exports"), ``adj`` ("Kazakh exports") or "".
    head : str
        Lemma of the noun owned or modified.
    governor : int
        Item of the noun or verb that the preposition hangs on, -1 where none.
    how : str
        In words, how the codes were found.
    """

    item: int
    codes: tuple[str, ...]
    cue: str = "none"
    owner: str = ""
    head: str = ""
    governor: int = -1
    how: str = ""
    kind: str = "P"
    clause: int = 0
    head_item: int = -1
    form: str = ""
    posted: bool = False
    """Where an envoy or embassy is posted: "the Irish ambassador to Malta condemned" says nothing of Malta."""


def _head_after(s: Sentence, i: int, groups_at: list[int]) -> tuple[str, int]:
    """The head noun of the phrase that begins after item ``i``: last noun before a break."""
    head, at = "", -1
    for j in range(i + 1, min(s.n, i + 1 + _REACH)):
        kind, tag = s.kinds[j], s.tags[j]
        if kind == "w":
            if groups_at[j] >= 0 or (tag & (PREP | CONJ | SUB | PRON) and not tag & NOUN):
                break
            if s.lowers[j] == "right" and j + 1 < s.n and s.tags[j + 1] & PREP:
                break  # "its embassy right after"
            if s.noun[j]:
                head, at = s.noun[j], j
        elif kind in "HL" or kind == ".":
            if s.lowers[j] not in ("-", "“", '"'):
                break
        elif kind == "P":
            if head:
                break
        elif kind in "QD" and head:
            break
    return head, at


_NOMINATIVE = frozenset({"i", "we", "he", "she", "they"})


def _place_of(
    s: Sentence, i: int, groups_at: list[int], people: frozenset[str], done: dict[int, Mention]
) -> tuple[str, int, str]:
    """(cue, governor item, noun governing an `of`) of the phrase that holds item ``i``."""
    if s.lowers[i] in _NOMINATIVE:
        return "subj", -1, ""  # "In Kenya I will meet"
    if behind_setting(s, i):
        return "subj", -1, ""  # "Under the agreement | Chad was to open a consulate"
    if s.kinds[i] == "H" and (owner := _owner_of_office(s, i, done)) is not None:
        return owner.cue, owner.governor, ""  # "Chilean Secretary of State John Reed"
    j = i - 1
    c = s.clause[i]
    passed = 0
    floor = max(0, i - _REACH)
    if s.kinds[i] == "H" and s.lowers[j] == "," and (office := _office_in_front(s, i, groups_at)) > 0:
        return _place_of(s, office, groups_at, people, done)
    while j >= floor:
        if s.clause[j] != c or s.lowers[j] in ("which", "whom"):
            return "subj", -1, ""  # "Ghana, to which Togo exported"
        kind, tag, low = s.kinds[j], s.tags[j], s.lowers[j]
        if low == ")" or (low == "(" and s.lowers[i + 1 : i + 2] == [")"]):
            j = _before_bracket(s, j) if low == ")" else j - 1  # "spoke to (Georgian) President A"
            continue
        if low == "," and (verb := _verb_over_time(s, j, groups_at)) >= 0 and not _verb_follows(s, i, c):
            return "obj", s.groups[verb].main, ""  # "received, on Monday, the Malian president"
        if groups_at[j] >= 0:
            if s.lowers[j + 1] == "that" and j + 1 < i and _governs(s, i, c):
                return "subj", -1, ""  # "Stressing that Chad is a friend, the minister"
            return "obj", s.groups[groups_at[j]].main, ""
        if kind == "D" and _new_phrase(s, i, j, groups_at, c):
            return "subj", -1, ""  # "In 2006 Morocco criticised"
        if j < 4 and low in _OCCASIONS and s.lowers[j - 1] in ("that", "same", "this"):
            return "subj", -1, ""  # "On that date Chad joined"
        if kind == "D" and j > 1 and s.lowers[j - 1] == "on" and groups_at[j - 2] >= 0:
            return "obj", s.groups[groups_at[j - 2]].main, ""  # "rejected on Monday Polish claims"
        such = low == "as" and s.lowers[j - 1] == "such"
        if tag & PREP and tag & SUB and not such and _opening(s, j, c) and _governs(s, i, c):
            return "subj", -1, ""  # "as Kazakhstan's ambassador met", "after Kenya had complained"
        if low in _EXAMPLES and (head := _exemplified(s, j)) >= 0:
            j = head  # "with partners such as A and B": A and B stand where "partners" stands
            passed += 1
            continue
        if tag & PREP and not (tag & CONJ):
            head = _governing(s, j - 1, groups_at)
            if (led := led_group(s, j)) > 0 and s.clause[led] == c:
                return _place_of(s, led, groups_at, people, done)
            if low == "of" and head == j - 1 and beside_portfolio(s, j, i):
                return _place_of(s, head, groups_at, people, done)
            if low in ("between", "with") and 2 < head < j and s.kinds[head] in "PLD" and s.clause[head] == c:
                place = head - 1 - (s.lowers[head - 1] == "the")
                if s.lowers[place] in ("in", "at", "on") and s.lowers[j - 1] not in (",", "and"):
                    head = _governing(s, place - 1, groups_at)  # "talks in Rabat between A and B"
            if low in ("of", "from") and (office := portfolio_holder(s, head, people)) >= 0:
                head = office  # "the Minister of Trade and Industry of Panama"
            noun = s.noun[head] if head >= 0 else ""
            if (s.kinds[i] == "H" or s.noun[i] in people) and received_there(s, i, j, groups_at):
                return "obj", j - 1, ""  # "received in his office Dr. A"
            if s.kinds[i] == "H" and low == "to" and noun in SENT and s.clause[head] == c:
                return _place_of(s, head, groups_at, people, done)  # "the Irish ambassador to Malta Ann Reed"
            if low in ("of", "from") and head in done and s.kinds[head] == "H":
                return done[head].cue, done[head].governor, ""  # "Prime Minister A of Australia"
            if low == "of" and head == j - 1 and s.kinds[head] == "H" and s.clause[head] == c:
                return _place_of(s, head, groups_at, people, done)  # "Princess A of Denmark"
            capital = getattr(s.refs[i], "form", "") == "capital"
            if low == "in" and capital and noun in words("roles", "seated") and s.clause[head] == c:
                return _place_of(
                    s, head, groups_at, people, done
                )  # "support for the authorities in Kinshasa"
            if (
                low in _TRANSPARENT_PREPS
                and not (
                    low == "for" and s.lowers[i] in ("their", "his", "her", "its")
                )  # "thanked his counterparts for their help"
                and (
                    noun in people
                    or (low == "of" and (noun in _PARTS or unknown_name(s, head) or is_destination(s, head)))
                )
                and (low == "of" or noun not in _STATES)
                and head >= 0
                and s.clause[head] == c
                and groups_at[head] < 0
                and not (low in ("from", "at") and noun in SENT and _owned(done, head))
                and not (low == "from" and noun in _COMING and s.kinds[head - 1] == "Q")
            ):
                return _place_of(s, head, groups_at, people, done)
            if (
                low == "of"
                and head >= 0
                and (
                    noun in words("roles", "regions")
                    or s.lowers[head].removesuffix("s") in words("roles", "regions")
                )
                and _located(s, head)
            ):
                return "inside", head, noun  # "in the mountains of Peru"
            if low == "of" and s.lowers[j - 1] in _ENDS and (behind := _set_behind(s, j - 1)):
                return behind, head, noun  # "after the dissolution of the Soviet Union"
            passed_through = _passed_through(s, j) if low in ("in", "of") and s.kinds[i] == "P" else ""
            return passed_through or low, head, noun
        if low == "," and i == j + 1 and _in_city(s, j):
            if s.tags[s.clause.index(c)] & (PREP | SUB) and opens_clause(s, i, j, groups_at, c):
                return "subj", -1, ""  # "Like others in the Great Plains, Chad recognises"
            return "in", -1, ""  # "to the hospital in Bam, Iran"
        if low == "," and i == j + 1 and j - 1 in done and done[j - 1].form == "capital":
            if done[j - 1].codes == s.codes[i] and done[j - 1].cue not in ("subj", "none"):
                if opens_behind_city(s, i, j, groups_at, c):
                    return "subj", -1, ""
                return done[j - 1].cue, done[j - 1].governor, ""  # "in Lima, Peru, the ministers"
        if low == "," and opens_clause(s, i, j, groups_at, c):
            return "subj", -1, ""
        if tag & CONJ and s.lowers[j - 1] == "," and acts_behind_aside(s, i):
            return "subj", -1, ""
        if tag & CONJ or low == "," or (low == ";" and _listed_on(s, i, j, done)):
            k = _before_bracket(s, j - 1) if s.lowers[j - 1] == ")" else j - 1
            while (
                k >= 0
                and s.kinds[k] == "w"
                and (s.tags[k] & DET or s.lowers[k] in _POSSESSIVE)
                and not s.noun[k]
            ):
                k -= 1
            after = (
                i + 1 < s.n and groups_at[i + 1] >= 0
            )  # "in Nuuk in May and Canada plans": a clause of its own
            if k > 1 and s.kinds[k] == "D" and i - j <= 2 and s.tags[k - 1] & PREP and not after:
                k -= 2  # "of the World Bank in 1946 and NATO in 1949"
            if k >= 0 and s.clause[k] == c:
                # a co-ordinated party shares the place of the first one
                back = k
                while back >= 0 and s.clause[back] == c:
                    if back <= k - 7 and not (people is _NOBODY and back > k - _LIST and _named(s, back, k)):
                        break
                    if back in done and done[back].posted and of_envoy(s, i):
                        back = before_posting(s, back)  # "the ambassador of A to B, and the envoy of C"
                    if back in done:
                        m = done[back]
                        if low == "," and m.cue == "between" and _list_closed(s, done, back, groups_at, c):
                            return "subj" if _verb_follows(s, i, c) else "none", -1, ""
                        return m.cue, m.governor, ""
                    if people is _NOBODY and s.lowers[back] == "," and _named(s, back + 1, k):
                        back -= 1  # "of the Cairns Group, the Antarctic Treaty System, APEC"
                        continue
                    if beside_portfolio(s, back, i):
                        return _place_of(s, back - 1, groups_at, people, done)
                    if people is _NOBODY and s.lowers[back] == "of" and _named(s, back + 1, k):
                        return "of", back - 1, ""
                    if counted_states(s, back):
                        return s.lowers[back], _governing(s, back - 1, groups_at), ""
                    if groups_at[back] >= 0 or s.tags[back] & PREP or s.lowers[back] == ",":
                        break
                    back -= 1
            if tag & CONJ:
                j -= 1
                passed += 1
                continue
            if low == "," and passed > 6:
                return "subj" if _verb_follows(s, i, c) else "none", -1, ""
            if low == ",":
                # the phrase opens after a comma: subject where no verb came before
                before = any(groups_at[k] >= 0 for k in range(j) if s.clause[k] == c)
                if not before:
                    return "subj" if _verb_follows(s, i, c) else "none", -1, ""
                if j and s.kinds[j - 1] == "H" and j - 1 not in done and s.noun[j + 1]:
                    return _place_of(s, j - 1, groups_at, people, done)  # "of Ann Reed, President of Malta"
                return "app", -1, ""
        elif low == "(" and i == j + 1 and s.lowers[i + 1 : i + 2] == [")"] and unknown_name(s, j - 1):
            pass  # "from Dunkwa (Ghana)": the country of a place that no list knows
        elif low == "(" and j - 1 in done:
            return done[j - 1].cue, done[j - 1].governor, ""  # "European Union (EU)"
        elif (
            low in ("the", "a", "an")
            and j > 1
            and plain_noun(s, j - 1)
            and _opening(s, j, c)
            and _governs(s, i, c)
        ):
            return "subj", -1, ""  # "in a statement | the ministry expressed"
        elif tag & DET and j and s.kinds[j - 1] in "PHL" and s.lowers[j] in ("the", "a", "an"):
            # a new phrase begins right behind a finished one: "to the White House | the leaders of ..."
            before = any(groups_at[k] >= 0 for k in range(j) if s.clause[k] == c)
            return ("obj" if before else "subj"), -1, ""
        elif kind == "." and low in (";", ":", "(", "—", "“", '"', "•", "*"):
            return ("subj" if _verb_follows(s, i, c) else "none"), -1, ""
        j -= 1
        passed += 1
    return ("subj" if _verb_follows(s, i, c) else "none"), -1, ""


def _set_behind(s: Sentence, head: int) -> str:
    """The preposition that sets an act in the time of an event: "after the gradual collapse of"; else nothing."""
    for k in range(head - 1, max(-1, head - 4), -1):
        if s.lowers[k] in ("after", "following", "since", "before", "during", "until", "upon", "amid"):
            return s.lowers[k]
        if s.tags[k] & (PREP | CONJ) or s.kinds[k] != "w":
            return ""
    return ""


def _exemplified(s: Sentence, j: int) -> int:
    """The noun that examples behind "such as" are of, else -1: "with partners, such as A and B"."""
    k = j - 2 if s.lowers[j] == "as" and s.lowers[j - 1] == "such" else j - 1
    k -= s.lowers[k] == ","
    return k if k >= 0 and s.noun[k] in _EXEMPLIFIED else -1


def _named(s: Sentence, first: int, last: int) -> bool:
    """Whether the items up to ``last`` end a list of names in capitals: "the Cairns Group, the Antarctic Treaty System"."""
    return first <= last and all(
        s.lowers[k] in ("the", ",", "of")
        or s.kinds[k] == "P"
        or s.text[s.starts[k]].isupper()
        or (s.noun[k] and s.noun[k] in words("discourse", "body_list"))
        for k in range(first, last + 1)
    )


def _located(s: Sentence, head: int) -> bool:
    """Whether a noun stands behind a preposition of place: "in the remote mountains"."""
    for k in range(head - 1, max(-1, head - 5), -1):
        if s.lowers[k] in ("in", "at", "near", "across", "off"):
            return True
        if s.kinds[k] != "w" or s.tags[k] & (PREP | CONJ):
            return False
    return False


def _governing(s: Sentence, head: int, groups_at: list[int]) -> int:
    """The noun, name or verb that a preposition behind it hangs on, looked for from an item backwards."""
    while head >= 0 and not (
        s.noun[head] or s.kinds[head] in "PHQL" or groups_at[head] >= 0 or s.kinds[head] == "."
    ):
        head -= 1
    return head


def _office_in_front(s: Sentence, name: int, groups_at: list[int]) -> int:
    """The noun of a long office before a comma and its holder's name: "the Minister of Trade, Ports and Roads, Ann Reed"."""
    role = (s.refs[name].role or "").casefold().replace(",", " ").split()
    if len(role) < 4:
        return -1
    words_of = {*role, "and", "the", "of", "for", ","}
    k = name - 2
    while (
        k > 0 and groups_at[k] < 0 and (s.kinds[k] == "P" or all(w in words_of for w in s.lowers[k].split()))
    ):
        if s.lowers[k].split()[-1:] == role[:1]:
            if s.lowers[k - 1] in ("the", "a"):
                return k
            if s.lowers[k - 1] == "," and s.lowers[k - 2].split()[-1:] == role[:1]:
                return k - 2  # "of the Deputy Prime Minister, Minister of Trade of Malta, Ann Reed"
        k -= 1
    return -1


def _only_counts(s: Sentence, m: Mention, bodies: frozenset[str]) -> bool:
    """Whether a body only says of which states some are counted: "recognised by 111 UN member states"."""
    if m.codes[0] not in bodies or m.owner != "adj" or m.head not in _COUNTED or not m.item:
        return False
    listed = s.lowers[m.head_item + 1 : m.head_item + 2]
    return s.kinds[m.item - 1] == "Q" and (not listed or listed[0] not in ("-", "–", "—", ":", "("))


def _holds_chair(s: Sentence, m: Mention, bodies: frozenset[str]) -> bool:
    """Whether a body only says what a country chairs: "Peru, as the incoming ASEAN chair", "Peru, the EU presidency"."""
    if m.codes[0] not in bodies or m.owner != "adj" or m.head not in words("roles", "chairs"):
        return False
    k = m.item - 1
    while k > 0 and s.kinds[k] == "w" and s.lowers[k] not in ("as", ",") and not s.tags[k] & (PREP | CONJ):
        k -= 1
    return k > 0 and s.lowers[k] in ("as", ",") and any(s.kinds[j] in "PH" for j in range(max(0, k - 8), k))


def _owned(done: dict[int, Mention], head: int) -> bool:
    """Whether somebody owns a noun already: "its ambassador from Madrid" is not Madrid's."""
    return any(m.owner and m.head_item == head for m in done.values())


def _before_bracket(s: Sentence, close: int) -> int:
    """The item before the bracket that closes at an item."""
    j = close - 1
    while j >= 0 and s.lowers[j] != "(":
        j -= 1
    return j - 1 if j >= 0 else close - 1


def _listed_on(s: Sentence, i: int, semicolon: int, done: dict[int, Mention]) -> bool:
    """Whether a party goes on a list whose entries semicolons part: "with A; B (from 1990); and C"."""
    before = semicolon - 1
    if s.lowers[before] == ")":
        before = _before_bracket(s, before)
    return before in done and i - semicolon < 4 and not _finite_follows(s, i, s.clause[i])


def _owner_of_office(s: Sentence, i: int, done: dict[int, Mention]) -> Mention | None:
    """The country before a long office that a name follows: it stands where the name stands."""
    for k in range(i - 1, max(-1, i - 7), -1):
        if k in done:
            return done[k] if done[k].owner == "adj" and "of" in s.lowers[k:i] else None
        if (
            s.kinds[k] != "w"
            or k in s.verb_at
            or (s.tags[k] & (PREP | CONJ) and s.lowers[k] not in ("of", "for"))
        ):
            return None
    return None


def _in_city(s: Sentence, comma: int) -> bool:
    """Whether a name behind "in" or "near" ends at a comma: "in the city of Bam |, Iran", "in Sutton Falls |, Canada"."""
    k = comma - 1
    if k > 1 and unknown_name(s, k - 1) and s.kinds[k] == "w" and s.text[s.starts[k]].isupper():
        k -= 1
    while k > 0 and (unknown_name(s, k) or s.kinds[k] == "L"):
        k -= 1
    return 0 < k < comma - 1 and s.lowers[k] in ("in", "near", "at")


def _list_closed(s: Sentence, done: dict[int, Mention], last: int, groups_at: list[int], clause: int) -> bool:
    """Whether "between A and B" is complete before a comma, with the clause's finite verb still to come."""
    pair = [k for k, m in done.items() if m.cue == "between" and k <= last and s.clause[k] == clause]
    finite = any(
        groups_at[k] >= 0 and s.groups[groups_at[k]].finite for k in range(last) if s.clause[k] == clause
    )
    return len(pair) > 1 and not finite and any(s.tags[k] & CONJ for k in range(pair[0], last))


def _passed_through(s: Sentence, j: int) -> str:
    """The preposition of passage before a place that a country follows: "through the port of Poti in Georgia"."""
    for k in range(j - 1, max(-1, j - 7), -1):
        if s.lowers[k] in _PASSING:
            return s.lowers[k]
        if s.kinds[k] not in "wL" or (s.tags[k] & (PREP | CONJ) and s.lowers[k] != "of") or k in s.verb_at:
            return ""
    return ""


def _new_phrase(s: Sentence, i: int, time: int, groups_at: list[int], clause: int) -> bool:
    """Whether a party right behind a time that opens the clause is its subject."""
    for k in range(time + 1, i):  # "On Monday Ms. Calloway", "In May the Polish President Duda"
        abbreviated = s.lowers[k] == "." and s.lowers[k - 1] in ("mr", "ms", "mrs", "dr", "gen")
        # "In 2011 the king and queen of Norway", "In 2011 both countries"
        joined = s.lowers[k] == "both" or (s.lowers[k] == "and" and s.noun[k - 1] and s.noun[k + 1])
        if not (abbreviated or joined) and (
            s.kinds[k] not in "wPQ" or groups_at[k] >= 0 or s.tags[k] & (PREP | CONJ | SUB | PRON) & ~DET
        ):
            return False
    before = [k for k in range(time) if s.clause[k] == clause]
    if before and s.lowers[before[0]] == "that":
        before = before[1:]  # "announced that in 2006 Morocco had"
    if len(before) > 3 or any(s.tags[k] & DET or groups_at[k] >= 0 for k in before):
        return False
    return _finite_follows(s, i, clause)


def _verb_over_time(s: Sentence, comma: int, groups_at: list[int]) -> int:
    """The group of the verb whose object a time parts from it: "hosted, last month, |", "met two weeks ago, |"; or -1."""
    k = comma - 1
    if k < 2 or s.kinds[k] != "D":
        return -1
    k -= 1 + (s.lowers[k - 1] in ("on", "in"))
    k -= k > 0 and s.lowers[k] == ","
    if k < 1 or groups_at[k] < 0:
        return -1
    g = s.groups[groups_at[k]]
    holds = g.finite and not g.passive and g.lemma in words("syntax.mentions", "receiving")
    return groups_at[k] if holds else -1


def _opening(s: Sentence, j: int, clause: int) -> bool:
    """Whether no finite verb of the clause goes before an item: "a text issued | after the two leaders met"."""
    return not any(
        g.finite and clause in s.clause[g.first : min(g.main + 1, j)] for g in s.groups if g.first < j
    )


def _governs(s: Sentence, i: int, clause: int) -> bool:
    """Whether a finite verb of the clause follows with no comma before it."""
    verb = next((g.first for g in s.groups if g.first > i and g.finite and g.clause == clause), -1)
    return verb > 0 and "," not in s.lowers[i:verb]


def _finite_follows(s: Sentence, i: int, clause: int) -> bool:
    return any(g.first > i and g.finite and g.clause == clause for g in s.groups)


def _verb_follows(s: Sentence, i: int, clause: int) -> bool:
    return any(g.first > i and g.clause == clause for g in s.groups)


def find_mentions(
    s: Sentence,
    lex: Lexicon,
    anaphora: dict[int, tuple[tuple[str, ...], str]],
    bodies: frozenset[str] = frozenset(),
) -> list[Mention]:
    """Every party of the sentence with its place; ``anaphora`` gives resolved pronouns and pairs by item."""
    groups_at = [-1] * s.n
    for k, g in enumerate(s.groups):
        for i in range(g.first, g.main + 1):
            groups_at[i] = k
    out: list[Mention] = []
    done: dict[int, Mention] = {}
    of_people = lex.noun_classes["person_group"]
    for i in [i for i, codes in enumerate(s.codes) if codes or i in anaphora]:
        codes, how = anaphora[i] if i in anaphora else (s.codes[i], s.kinds[i])
        nxt = s.lowers[i + 1] if i + 1 < s.n else ""
        if not codes or (nxt == "-" and s.lowers[i + 2 : i + 3] in (["member"], ["based"])):
            continue  # "NATO-member Norway", "the Geneva-based body"
        if i > 1 and s.lowers[i - 2] == "(" and s.lowers[i - 1] in words("tables", "once"):
            continue  # "the Czech Republic (then Czechoslovakia)"
        kind = s.kinds[i] if s.kinds[i] in "PHL" else "A"
        form = getattr(s.refs[i], "form", "")
        m = Mention(i, codes, how=how, kind=kind, clause=s.clause[i], form=form)
        if nxt in ("'", "’") and (s.lowers[i + 2 : i + 3] == [nxt] or not s.lowers[i].endswith("s")):
            nxt = ""  # the mark of a quotation
        possessive = nxt in _POSSESSIVE or (kind == "A" and s.lowers[i] in _OWNING)
        if possessive:
            m.owner = "poss"
            m.head, m.head_item = _head_after(s, i + 1 if nxt in _POSSESSIVE else i, groups_at)
        elif (
            kind in "PA"
            and (kind == "P" or s.lowers[i] not in _SUBJECTS)  # "US firms"
            and (form in ("demonym", "compound") or _modifies(s, i, groups_at))
        ):
            m.head, m.head_item = _head_after(s, i + _abbreviation(s, i, form), groups_at)
            if m.head:
                m.owner = "adj"
        people = _NOBODY if codes[0] in bodies else of_people
        cue, governor, _ = _place_of(s, i, groups_at, people, done)
        m.cue, m.governor = cue, governor
        if kind == "A" and s.lowers[i] == "there":
            m.cue = "in"
        if m.cue == "app":
            m.cue = _apposition(s, i, out) or "none"
        m.posted = m.kind == "P" and not m.owner and is_posting(s, i)
        if m.owner == "adj" and out and m.form == "demonym":
            share_head(s, out, m)
        if _only_counts(s, m, bodies) or _holds_chair(s, m, bodies):
            done[i] = m
            continue
        out.append(m)
        done[i] = m
    for city, country in pairwise(out):  # "on the margins of a summit, Baku, Azerbaijan": both say where
        if (
            city.form == "capital"
            and city.codes == country.codes
            and country.item == city.item + 2
            and s.lowers[city.item + 1] == ","
            and s.lowers[city.item - 1] == ","
            and city.cue in ("obj", "none")
        ):
            city.cue = country.cue = "in"
    set_owners_apart(s, out)
    set_label_apart(s, out)
    set_companions(s, out)
    s.mentions = out
    s.cues = frozenset([m.cue for m in out])
    return out


def _abbreviation(s: Sentence, i: int, form: str) -> int:
    """The items of an abbreviation in brackets behind a compound: "the Peru-Bolivia-Chile (PBC) railway"."""
    return 3 if form == "compound" and s.lowers[i + 1 : i + 4 : 2] == ["(", ")"] else 0


def _modifies(s: Sentence, i: int, groups_at: list[int]) -> bool:
    """A country's name right before a noun: "Kazakhstan senators", "Maldives Minister"."""
    return (
        i + 1 < s.n
        and s.kinds[i + 1] == "w"
        and bool(s.noun[i + 1])
        and groups_at[i + 1] < 0
        and not s.tags[i + 1] & (PREP | CONJ | PRON | SUB | DET)
    )


def _apposition(s: Sentence, i: int, out: list[Mention]) -> str:
    """A phrase set off by commas shares the place of the party of the same country before it."""
    for m in reversed(out):
        if m.clause == s.clause[i] and set(m.codes) == set(s.codes[i]):
            return m.cue
    for m in reversed(out):
        if m.clause == s.clause[i]:
            return m.cue
    return ""
