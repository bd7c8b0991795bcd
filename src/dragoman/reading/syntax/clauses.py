"""Verb groups, clauses and the grammatical place of every party: a shallow parse by rules.

The parse serves roles (who does what to whom) and status (done, planned, denied); it does
not try to be a grammar of English. Where it cannot tell, it leaves the place open and the
rules fall back on order.
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.reading.syntax.clause_boundaries import boundary
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
    ING,
    NEG,
    PREP,
    S3,
    SUB,
)
from dragoman.reading.syntax.object_relatives import bare_relative, relative_in_subject
from dragoman.reading.syntax.participles import join_participles, mark_reduced
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.verb_groups import BREAKS, RELATIVE, Group
from dragoman.reading.syntax.verbal_words import AUX, adjectival, verbal
from dragoman.reading.word_lists import words

__all__ = ["Group", "parse"]


_MERELY = frozenset({"only", "just", "merely", "simply"})


def _denies(s: Sentence, i: int) -> bool:
    """Whether an item denies the verb behind it: "not", but no "not only"."""
    return bool(s.tags[i] & NEG) and not (
        s.lowers[i] == "not" and not _MERELY.isdisjoint(s.lowers[i + 1 : i + 2])
    )


def _groups(s: Sentence) -> list[Group]:
    is_verb = verbal(s)
    _in_a_row(s, is_verb)
    groups: list[Group] = []
    i = 0
    while i < s.n:
        if not is_verb[i]:
            i += 1
            continue
        first, j, main, aux = i, i, -1, []
        back = i - 1
        while back > 0 and s.tags[back] & ADV and not s.tags[back] & NEG:
            back -= 1
        negated = back >= 0 and _denies(s, back)
        infinitive = i > 0 and (s.lowers[i - 1] == "to" or _split_infinitive(s, i))
        while j < s.n:
            tag = s.tags[j]
            if is_verb[j] and tag & AUX and main < 0:
                aux.append(j)
                negated = negated or _denies(s, j)
            elif is_verb[j] and aux and tag & ING and not tag & (BASE | ED | EN) and s.tags[aux[-1]] & HAVE:
                is_verb[j] = False  # "has existing agreements": no tense has such a form
                break
            elif is_verb[j] and aux and _no_perfect(s, j, aux[-1]):
                is_verb[j] = False  # "has double taxation accords", "have close ties"
                break
            elif is_verb[j]:
                main = j
                j += 1
                break
            elif tag & NEG:
                negated = negated or _denies(s, j)
            elif negated and s.lowers[j] == "yet":
                pass  # "has not yet joined"
            elif (
                aux
                and s.lowers[j] in _FLOATING
                and s.tags[aux[-1]] & (HAVE | BE)
                and _participle_at(s, j + 1)
            ):
                pass  # "have all visited", "were both invited"
            elif aux and _time_between(s, j, is_verb):
                pass  # "has today received", "will on Monday visit"
            elif aux and _manner(s, j, is_verb):
                pass  # "was deeply disappointed"
            elif aux and s.lowers[j] in _OPENING and _quoted_participle(s, j, is_verb):
                pass  # "was “deeply disappointed” with"
            elif not (tag & ADV and s.kinds[j] == "w" and not tag & (PREP | CONJ)):
                if (
                    aux
                    and s.lowers[j] == "to"
                    and j + 1 < s.n
                    and is_verb[j + 1]
                    and s.tags[aux[-1]] & (BE | HAVE)
                    and s.tags[j + 1] & (BASE | BE | HAVE)
                ):
                    j += 1
                    continue
                break
            j += 1
        if main < 0:
            main = aux[-1]
        if (
            not aux
            and s.tags[main] & (ED | EN | ING)
            and not s.tags[main] & (BASE | S3)
            and adjectival(s, main, behind_verb=bool(groups) and groups[-1].main == main - 1)
        ):
            i = main + 1
            continue
        groups.append(_describe(s, first, main, aux, negated, infinitive))
        i = main + 1
    return groups


def _in_a_row(s: Sentence, is_verb: list[bool]) -> None:
    """Take bare forms between verbs in a row for verbs: "will finance, build and operate"."""
    for i in range(2, s.n - 2):
        if is_verb[i] or s.lowers[i - 1] != "," or not s.tags[i] & s.tags[i - 2] & BASE or not is_verb[i - 2]:
            continue
        then = i + 1 + (s.lowers[i + 1] == ",")
        then += s.lowers[then] in ("and", "or")
        if i + 1 < then < s.n and s.tags[then] & BASE and (is_verb[then] or s.lowers[then - 1] == ","):
            is_verb[i] = True


def _split_infinitive(s: Sentence, i: int) -> bool:
    """Whether one adverb stands between "to" and its verb: "ways to further support"."""
    if i < 2 or s.lowers[i - 2] != "to" or not s.tags[i] & BASE or s.kinds[i - 1] != "w":
        return False
    return s.lowers[i - 1].endswith("ly") or s.lowers[i - 1] in ("further", "better", "also")


def _no_perfect(s: Sentence, j: int, aux: int) -> bool:
    """Whether a bare form stands behind "has" or "have", with which it makes no tense."""
    bare = s.tags[j] & BASE and not s.tags[j] & (ED | EN | ING | AUX)
    return bool(bare and s.tags[aux] & HAVE and not s.tags[aux] & DO) and s.lowers[j - 1] != "to"


_FLOATING = frozenset({"all", "both", "each", "twice", "since", "long", "themselves", "itself"})


def _participle_at(s: Sentence, k: int) -> bool:
    """Whether a past participle stands at an item, another word of `_FLOATING` passed over."""
    if k < s.n and s.lowers[k] in _FLOATING:
        k += 1
    return k < s.n and s.kinds[k] == "w" and bool(s.tags[k] & EN)


def _time_between(s: Sentence, j: int, verbal: list[bool]) -> bool:
    """Whether a time stands right before a main verb, after its auxiliary."""
    k = j + 1 if s.lowers[j] == "on" else j
    if k + 1 >= s.n or s.kinds[k] != "D" or not verbal[k + 1]:
        return False
    return not s.tags[k + 1] & AUX or s.lowers[k + 1] in ("been", "being")  # "is now being built"


def _manner(s: Sentence, j: int, verbal: list[bool]) -> bool:
    """Whether an adverb that no list knows stands between an auxiliary and its participle."""
    if not s.lowers[j].endswith("ly") or s.kinds[j] != "w" or s.tags[j] or verbal[j] or j + 1 >= s.n:
        return False
    return verbal[j + 1] and bool(s.tags[j + 1] & EN) and not s.tags[j + 1] & AUX


_OPENING = frozenset({"“", '"', "‘", "'", "«"})


def _quoted_participle(s: Sentence, j: int, verbal: list[bool]) -> bool:
    """Whether a quotation mark behind an auxiliary opens on a participle: "was “deeply disappointed”"."""
    k = j + 1
    while k < s.n and (s.tags[k] & ADV or s.lowers[k].endswith("ly")) and not verbal[k]:
        k += 1
    return k < s.n and k < j + 4 and verbal[k] and bool(s.tags[k] & EN) and not s.tags[k] & AUX


def _describe(s: Sentence, first: int, main: int, aux: list[int], negated: bool, infinitive: bool) -> Group:
    form = s.tags[main]
    lemma = s.verb[main] or s.lowers[main]
    bits, modal, past = 0, None, s.lowers[main] in _PAST
    for a in aux:
        if a != main:
            bits |= s.tags[a]
            low = s.lowers[a]
            if modal is None and low in _MODALS:
                modal = low
            past = past or low in _PAST
    if aux and modal is None and "to" in s.lowers[first:main]:
        modal = "to"
    if not s.verb[main]:  # a bare auxiliary as main verb
        lemma = "be" if form & BE else "have" if form & HAVE else "do"
    bare = bool(form & BASE and modal) and s.lowers[aux[-1]] not in ("be", "been", "being")
    passive = bool(bits & BE) and bool(form & EN) and not bare  # "is to be set up", not "is to set up"
    past = past or bool(form & ED and not bits)
    return Group(
        first, main, lemma, form,
        passive=passive,
        perfect=bool(bits & HAVE),
        progressive=bool(bits & BE) and bool(form & ING),
        past=past,
        modal=modal,
        negated=negated,
        infinitive=infinitive,
        gerund=not bits and bool(form & ING) and not form & BASE,
    )  # fmt: skip


_PAST = frozenset({"was", "were", "had", "did"})
_MODALS = frozenset("will would shall should can could may might must 'll ’ll cannot won't".split())


def _mark_bare_infinitives(s: Sentence, groups: list[Group]) -> None:
    """A bare form behind "help" or "let" and its object: "to help it defend the port", "to see trade with Mali exceed"."""
    for before, g in pairwise(groups):
        bare = g.first == g.main and g.form & BASE and not g.form & (S3 | ED | EN | AUX)
        letting = before.lemma in ("help", "let", "make", "see", "watch") or (
            before.lemma == "have" and (before.infinitive or before.gerund or before.modal == "to")
        )
        if bare and letting and _object_between(s, before.main + 1, g.first):
            g.infinitive = True
            g.governor = before


def _object_between(s: Sentence, first: int, last: int) -> bool:
    """Whether what stands between two verbs may be the object of the one and the subject of the other."""
    between = range(first, last)
    if any(s.kinds[i] == "." or s.tags[i] & SUB & ~DET for i in between):
        return False
    joining = [i for i in between if s.tags[i] & (PREP | CONJ) & ~DET]
    # "trade with Peru", "trade between Mali and Peru", and no other place or cause
    linked = all(s.lowers[i] in _LINKING and s.kinds[i + 1] == "P" for i in joining)
    return len(between) < (_FAR_OBJECT if joining else _NEAR_OBJECT) and linked


_LINKING = frozenset({"with", "between", "and", "of", "to", "from"})
_NEAR_OBJECT = 6
_FAR_OBJECT = 9
"""Items of an object whose parties are told: "the annual trade between Mali and Peru". assumed"""


_IN_BRACKETS = frozenset({"which", "who", "whom", "whose", "where"})


def _link_governors(s: Sentence, groups: list[Group]) -> None:
    """Tie infinitives and gerunds to the group before them in the same stretch."""
    _mark_listed(s, groups)
    for before, g in pairwise(groups):
        if before.infinitive and _joined_infinitive(s, before, g):
            g.infinitive = True
        if before.modal and before.finite and not g.modal and _joined_infinitive(s, before, g):
            g.modal = before.modal  # "will lend 40 million and give 6 million"
        if not (g.infinitive or g.gerund) or g.governor is not None:
            continue
        between = _unbracketed(s, before.main + 1, g.first)
        if any(s.lowers[i] in BREAKS or (s.tags[i] & SUB and not s.tags[i] & (PREP | DET)) for i in between):
            continue
        if any(s.lowers[i] == "," for i in between) and not before.infinitive:
            if g.gerund:
                if before.gerund and s.lowers[g.first - 1] in ("as well as", "and", "or"):
                    g.governor = before.governor  # "discussed selling gas, as well as supplying power"
                continue
        g.governor = before
        conj = any(s.tags[i] & CONJ for i in between)
        if conj and g.infinitive and before.infinitive:
            g.governor = before.governor or before


def _mark_listed(s: Sentence, groups: list[Group]) -> None:
    """Bare verbs behind commas that go on a list: "is due to attend a dinner, hold talks, and meet the king"."""
    lead: Group | None = None
    for g in groups:
        k = g.first - 1
        if k > 0 and s.tags[k] & CONJ and s.lowers[k] != "but" and s.lowers[k - 1] == ",":
            k -= 1
        bare = g.first == g.main and g.form & BASE and not g.form & (S3 | AUX)
        if lead is not None and bare and not g.infinitive and k > lead.main and s.lowers[k] == ",":
            if lead.infinitive:
                g.infinitive = True
                g.governor = lead.governor or lead
            else:
                g.modal = lead.modal
        elif g.infinitive or (g.modal and not g.passive):
            lead = g
        elif not g.gerund:
            lead = None


def _unbracketed(s: Sentence, first: int, last: int) -> list[int]:
    """The items from ``first`` to before ``last`` that stand in no round brackets closed there."""
    inside = s.lowers[first:last]
    if "(" not in inside or ")" not in inside:
        return list(range(first, last))
    out, depth = [], 0
    for i in range(first, last):
        depth += s.lowers[i] == "("
        if depth <= 0:
            out.append(i)
        depth -= s.lowers[i] == ")"
    return out


def _joined_infinitive(s: Sentence, before: Group, g: Group) -> bool:
    """Whether a bare verb behind "and" goes on an infinitive: "to recognise one state and break with another"."""
    k = g.first - 1
    while k > before.main and s.tags[k] & ADV and not s.tags[k] & CONJ:
        k -= 1
    bare = g.first == g.main and g.form & BASE and not g.form & (S3 | ED | EN | AUX)
    return bool(bare and s.tags[k] & CONJ and s.lowers[k] != "but" and s.kinds[k - 1] != ".")


def _is_sequel(s: Sentence, g: Group) -> bool:
    """Whether a participle tells the next event: "opened in February, followed by the opening of ..."."""
    return (
        g.reduced
        and g.lemma in words("clauses", "sequels")
        and s.lowers[g.first - 1] == ","
        and s.lowers[g.main + 1 : g.main + 2] == ["by"]
        and any(s.lowers[i] in words("clauses", "events") for i in range(g.main + 2, min(s.n, g.main + 6)))
    )


def _end_with_bracket(s: Sentence, clause: list[int], starts: list[int]) -> None:
    """End relative clauses with the bracket they stand in: "with A (which has a mission in B), C and D"."""
    for c, (start, stop) in enumerate(pairwise([*starts, s.n])):
        opened = next((k for k in (start - 1, start - 2) if k > 0 and s.lowers[k] == "("), -1)
        if opened < 0 or s.lowers[start] not in _IN_BRACKETS:
            continue
        close = next((k for k in range(start, stop) if s.lowers[k] == ")"), stop)
        clause[opened:start] = [c] * (start - opened)
        clause[close + 1 : stop] = [clause[opened - 1]] * (stop - close - 1)


def _end_with_time(s: Sentence, clause: list[int], starts: list[int]) -> None:
    """End asides that have a time before the sentence's own: "will convene the body, which last met in 2019, in Lima in May"."""
    for start, stop in pairwise([*starts, s.n]):
        if not start or s.lowers[start] not in _ASIDES or s.lowers[start - 1] != ",":
            continue
        times = [i for i in range(start, stop) if s.kinds[i] == "D"]
        own = any(s.kinds[i] == "D" for i in range(start) if clause[i] == clause[start - 1])
        close = next((i for i in range(times[0], stop - 1) if s.lowers[i] == ","), -1) if times else -1
        if own or close < 0 or times[-1] < close or s.lowers[close + 1] not in _PLACING:
            continue
        if not any(g.first <= i <= g.main for g in s.groups for i in range(close, stop)):
            clause[close:stop] = [clause[start - 1]] * (stop - close)


_ASIDES = frozenset({"which", "who", "whose"})
_PLACING = frozenset({"in", "at", "on"})


def parse(s: Sentence) -> None:
    """Fill ``groups``, ``clause`` and ``verb_at`` of a sentence."""
    groups = _groups(s)
    _mark_bare_infinitives(s, groups)
    mark_reduced(s, groups)
    join_participles(s, groups)
    _link_governors(s, groups)
    s.groups = groups
    starts = [0]
    resumed = _resumed(s, groups)
    finite = [g for g in groups if g.finite or g in resumed or _is_sequel(s, g)]
    bare = {at for g in finite if (at := bare_relative(s, g))}
    if finite and (at := bare_relative(s, finite[0]) or relative_in_subject(s, finite[0])):
        starts.append(at)
    for a, b in pairwise(finite):
        starts.append(max(bare_relative(s, b) or boundary(s, a, b), starts[-1]))
    starts = sorted(set(starts))  # two verbs may share a clause; none is without items
    clause: list[int] = []
    for c, (start, stop) in enumerate(pairwise([*starts, s.n])):
        clause += [c] * (stop - start)
    if len(starts) > 1 and "(" in s.lowers:
        _end_with_bracket(s, clause, starts)
    if len(starts) > 1:
        _end_with_time(s, clause, starts)
    s.clause = clause
    for g in groups:
        g.clause = clause[g.main] if clause else 0
        s.verb_at[g.main] = g
        first = starts[g.clause] if g.clause < len(starts) else 0
        if s.lowers[first] == "," and s.lowers[first + 1 : first + 2] == ["whose"]:
            first += 1
        if s.lowers[first] in RELATIVE and g.clause:
            g.relative = not (s.lowers[first] == "that" and _told_behind(s, first))  # "announced that"
        elif first in bare and g.clause:
            g.relative = True
    for g in groups:
        if g.lemma in ("put", "bring") and _into_use(s, g):
            g.lemma = "put into operation"
        elif g.lemma == "be" and s.lowers[g.main + 1 : g.main + 2] in _TIMES:
            g.lemma, g.passive = "double", True  # read as a number: "its capacity will be doubled"


def _resumed(s: Sentence, groups: list[Group]) -> list[Group]:
    """Infinitives that go on one before a relative clause: "agreed to ease a rule that was set in 2019 | and to waive fees"."""
    out: list[Group] = []
    if s.lowers.count("to") < 2:
        return out
    for k, g in enumerate(groups):
        at = g.first - 2
        if not g.infinitive or at < 1 or s.lowers[at + 1] != "to" or not s.tags[at] & CONJ:
            continue
        told = next((o for o in reversed(groups[:k]) if o.finite), None)
        if told is None or any(o.infinitive and o.main > told.main for o in groups[:k]):
            continue
        opens = next((i for i in range(told.first - 1, 0, -1) if s.lowers[i] in RELATIVE), -1)
        lead = next((o for o in reversed(groups[:k]) if o.infinitive and o.main < opens), None)
        if (
            lead is None
            or lead.governor is None
            or any(o.finite and o.main > lead.main for o in groups[:k] if o is not told)
        ):
            continue
        if s.lowers[opens] == "that" and opens - 1 in (o.main for o in groups):
            continue  # "agreed to say that it opened and to go": who says it is what counts
        g.governor = lead.governor
        out.append(g)
    return out


def _into_use(s: Sentence, g: Group) -> bool:
    """Whether what a verb puts stands between it and its sense: "put the line into operation", "brought it on stream"."""
    for i in range(g.main + 1, min(s.n - 1, g.main + 1 + _SPLIT)):
        if s.clause[i] != g.clause or i in s.verb_at or s.lowers[i] in (",", ";"):
            return False
        if (s.lowers[i], s.lowers[i + 1]) in _USES:
            return True
    return False


_TIMES = (["doubled"], ["tripled"], ["quadrupled"])
_SPLIT = 12
"""Items between a verb and the words that give it its sense; assumed."""
_USES = frozenset(
    {("into", "operation"), ("into", "service"), ("into", "use"), ("into", "commission"), ("on", "stream")}
)


def _told_behind(s: Sentence, that: int) -> bool:
    """Whether "that" follows a verb, with a time between them or not: "said on Tuesday that"."""
    i = that - 1
    if i > 0 and s.kinds[i] == "D":
        i -= 1 + (s.lowers[i - 1] in ("on", "in", "late", "earlier"))
    for k in range(i, max(-1, i - _TOLD), -1):
        if k in s.verb_at:
            return k == i or s.verb_at[k].lemma in words("syntax.clauses", "telling")  # "told reporters that"
        if s.kinds[k] not in "wPH" or s.tags[k] & PREP:
            break
    return False


_TOLD = 5
"""Items from a verb to "that" behind whoever is told: "assured the Omani minister that". assumed"""
