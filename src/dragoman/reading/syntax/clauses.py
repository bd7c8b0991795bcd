"""Verb groups, clauses and the grammatical place of every party: a shallow parse by rules.

The parse serves roles (who does what to whom) and status (done, planned, denied); it does
not try to be a grammar of English. Where it cannot tell, it leaves the place open and the
rules fall back on order.
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.reading.syntax.clause_boundaries import boundary
from dragoman.reading.syntax.grammar import words
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
    MODAL,
    NEG,
    NOUN,
    PREP,
    PRON,
    S3,
    SUB,
    VERB,
)
from dragoman.reading.syntax.noun_phrases import owned_phrase, verb_before
from dragoman.reading.syntax.participles import mark_reduced
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.trade_words import (
    demonym_before,
    is_flow,
    is_pure_verb,
    party_behind,
    trades_before,
)
from dragoman.reading.syntax.verb_groups import BREAKS, RELATIVE, Group

__all__ = ["Group", "parse"]

_AUX = BE | HAVE | DO | MODAL
_VERBAL = VERB | _AUX
_ADVERBS = frozenset({"now", "today", "currently"})
_SIZED = frozenset(
    {"record", "total", "large", "small", "huge", "same", "whole", "annual", "average", "significant"}
)
_PLACES = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "among"}
)
_ATTRIBUTIVE = words("clauses", "attributive")


def _infinitive_next(s: Sentence, i: int, tags: int = BASE) -> bool:
    """Whether an infinitive follows, an adverb within it or not: "plans to jointly build"."""
    if s.lowers[i + 1 : i + 2] != ["to"] or i + 2 >= s.n:
        return False
    at = i + 3 if s.tags[i + 2] & ADV and not s.tags[i + 2] & (BASE | PREP | DET) else i + 2
    return at < s.n and bool(s.tags[at] & tags)


def _is_noun_here(s: Sentence, i: int) -> bool:
    """Whether an ambiguous word (visit, exports, plans) is a noun at this place."""
    tag, tags, kinds, lowers = s.tags[i], s.tags, s.kinds, s.lowers
    j = i - 1
    while j >= 0 and (
        (tags[j] & ADV and not tags[j] & (PREP | DET) and not tags[j] & VERB)
        or (kinds[j] == "D" and lowers[j] in _ADVERBS)
    ):
        j -= 1
    prev = tags[j] if j >= 0 else 0
    prev_kind = kinds[j] if j >= 0 else ""
    prev_low = lowers[j] if j >= 0 else ""
    if prev_kind in ("D", "Q") and tag & NOUN and j and tags[j - 1] & DET and not tags[j - 1] & PRON:
        return True  # "under a 2016 contract that"
    if (
        tag & BASE
        and prev_low in ("and", "of", "for", "&")
        and i + 1 < s.n
        and kinds[i + 1] == "H"
        and _capital(s, i)
    ):
        return True  # "Minister of Foreign Affairs and Trade Peter"
    if lowers[i] == "last" and lowers[i + 1 : i + 2] in (["year"], ["month"], ["week"]):
        return True  # "Last year our countries agreed", in a text without a date
    if tag & ING and lowers[i] in words("clauses", "activities") and _without_object(s, i):
        return True  # "aid in shipping, mining and agriculture"
    if lowers[i] == "lower" and (prev_kind == "Q" or prev & BE) and kinds[i + 1 : i + 2] != ["P"]:
        return True  # "exports were 15% lower in 2020"
    if lowers[i] == "rank" and lowers[i + 1 : i + 2] and lowers[i + 1] in _PLACES:
        return False  # "Peruvian firms rank third among"
    if lowers[i] == "direct" and prev_low != "to" and not prev & MODAL:
        return True  # "Direct flights between Oslo and Lima resumed"
    if lowers[i] == "order" and i and _capital(s, i) and _capital(s, i - 1):
        return True  # "awarded the Friendship Order to"
    if lowers[i] == "amount" and (prev & DET or prev_low in _SIZED):
        return True  # "the record amount of $2 billion"
    if lowers[i] == "remains" and lowers[i + 1 : i + 2] in (["in"], ["under"], ["unsigned"], ["valid"]):
        return False  # "a convention of 1998 remains in force"
    if prev_low == "that" and _relative_verb(s, i):
        return False
    if prev_low == "to" and tag & BASE:
        nxt = lowers[i + 1] if i + 1 < s.n else ""
        return nxt in ("of",)
    if prev & (MODAL | DO) and tag & BASE:
        return False
    if tag & (BASE | S3) and not tag & (ED | EN):
        if (
            prev_low in ("'s", "’s", "'", "’")
            or (prev & DET and not prev & PRON)
            or (prev_low in ("this", "these", "those", "that", "both", "each") and tag & NOUN)
            or prev_low in _ATTRIBUTIVE
            or (prev_low == "her" and tag & NOUN)
        ):
            return True
        if (prev & PREP and prev_low != "to" and not prev & SUB) or (prev_low == "as" and tag & BASE):
            return True
        if prev_kind == "Q":
            ref = s.refs[j]
            return (getattr(ref, "kind", "") not in ("money",) and tag & S3 == S3) or bool(tag & NOUN)
        nxt_kind = kinds[i + 1] if i + 1 < s.n else "."
        following = tags[i + 1] if i + 1 < s.n else 0
        nxt_low = lowers[i + 1] if i + 1 < s.n else ""
        opens_object = (
            bool(following & (DET | PRON)) or nxt_kind in "PHQL" or (nxt_low == "to" and not tag & NOUN)
        )
        if (
            tag & S3
            and nxt_kind in "PL"
            and j
            and (prev_low == ")" or (prev_low == "," and kinds[j - 1] == "H"))
        ):
            return False  # "The President of Kenya, William Ruto, visits Brazil"
        if prev_kind == "P" and lowers[i] in ("chair", "chairs") and tag & NOUN and not opens_object:
            return True  # "the incoming ASEAN chair"
        if prev_kind in "PH" and tag & S3 and s.verb[i] in words("clauses", "going") and following & PREP:
            if not _verb_elsewhere(s, i):
                return False  # "the Minister of Panama travels to Doha"
        if prev_kind == "P":
            if tag & BASE and following & PREP and _people(s, j):
                return False  # "4,500 Nigerians study in", "Poles travel to"
            if tag & BASE and j > 0 and s.verb[j - 1] in ("help", "let"):
                return False  # "to help Bolivia finance a bridge"
            demonym = getattr(s.refs[j], "form", "") in ("demonym", "compound") and not s.lowers[j].endswith(
                ("ns", "is", "ds", "ks", "es")
            )
            if demonym and tag & NOUN:
                return True
            if not demonym and tag & S3 and j > 1 and lowers[j - 1] in ("that", "which") and s.noun[j - 2]:
                return False  # "the products that Peru sells to Spain"
            wishes = _infinitive_next(s, i, BASE | DO | BE | HAVE)
            if not demonym and wishes and (tag & S3 or (j and tags[j - 1] & CONJ)):
                return False  # "Turkey plans to build", "Chile and Peru want to build"
            if not demonym and not j and lowers[i] in words("roles", "avowed") and not _verb_elsewhere(s, i):
                return False  # "Malta wants guarantees", "Chad objects to Mali's plan"
            if not demonym and tag & NOUN and tag & BASE and _only_verb_of_two(s, j, i):
                return False  # "Ghana and Kenya share membership of the Union"
            if not tag & NOUN:
                return demonym and not opens_object and not (following & (PREP | ADV))
            return not opens_object and not (
                nxt_kind == "w" and not following & (PREP | CONJ | VERB | _AUX) and tag & S3
            )
        if prev_kind in ("H", "L"):
            return bool(tag & NOUN) and not opens_object and nxt_low not in ("to", "for", "on", "that")
        if prev & PRON and not prev & DET:
            return False
        if prev & CONJ and tag & S3 and _infinitive_next(s, i):
            return False  # "respects the ties and wants to join"
        if prev & CONJ and trades_before(s, i) and nxt_kind == "w" and not following & (PREP | CONJ | _AUX):
            return False  # "imports wheat from Chad and exports cars"
        if prev & (CONJ | SUB) or j < 0 or prev_kind == ".":
            if tag & S3 and j >= 0 and _infinitive_next(s, i):
                return False  # "a firm, Xlinks, wants to lay"
            owns = tag & S3 and following & (
                DET | PRON
            )  # "opens one in Senegal and closes its embassy in Mali"
            return bool(tag & NOUN) and not (((opens_object and tag & BASE) or owns) and j >= 0)
        if prev & VERB and not prev & NOUN and not prev & (CONJ | PREP):
            return s.verb[j] not in ("help", "let") or not tag & BASE
        if tag & BASE and is_pure_verb(s, i, j):
            return False
        # after a plain word: "companies export", "oil exports", "the ministry plans to"
        if tag & NOUN or not prev:
            if tag & NOUN and tag & S3 and owned_phrase(s, j) and nxt_kind != "Q":
                return True  # "Kenya's main exports to", "its gas supplies to"
            if tag & NOUN and j > 0 and kinds[j - 1] == "Q" and not prev and not prev_low.endswith("s"):
                return True  # "18 high-speed trains to"
            if tag & S3 and tag & NOUN and following & PREP and verb_before(s, j):
                return not _infinitive_next(s, i)
            if is_flow(s, i) and j and tags[j - 1] & PREP and following & PREP and tags[j] != VERB:
                return True  # "earned $5 million from coffee exports to"
            if tag & S3 and tag & NOUN and nxt_low == "to" and (at := party_behind(s, i + 2)):
                if demonym_before(s, j):
                    return True  # "Kenyan avocado exports to the Netherlands"
                # "shrimp exports to China reached": a noun where a verb follows
                return any(tags[k] & (ED | S3 | _AUX) for k in range(at + 1, min(s.n, at + 6)))
            if tag & S3 and tag & NOUN and s.noun[j] and lowers[j].endswith("s") and s.noun[j] != lowers[j]:
                return True  # "oil products supplies": a plural has no verb in -s
            if tag & S3 and not tag & NOUN and not prev and _capital(s, j) and s.noun[i + 1 : i + 2] != [""]:
                return bool(following & (PREP | CONJ | VERB | _AUX))  # "LATAM operates flights"
            if tag & S3:
                return not (opens_object or nxt_low in ("to", "that"))
            if tag & BASE and following & PREP and prev_low.endswith("s") and not _verb_elsewhere(s, i):
                return False  # "the negotiators return to Geneva"
            return not (opens_object and s.noun[j].rstrip("s") != lowers[j])
        return False
    if tag & NOUN and not tag & (ED | EN | ING):
        return True
    if tag & ING and not tag & BASE:
        if lowers[i] == "leading" and (j < 0 or prev_kind == ".") and kinds[i + 1 : i + 2] == ["P"]:
            return getattr(s.refs[i + 1], "form", "") == "demonym"  # "Leading Namibian exports"
        if lowers[i] == "acting" and kinds[i + 1 : i + 2] == ["P"]:
            return True  # "and acting Thai Prime Minister A"
        if (prev & DET and not prev & PRON) or prev_low in ("'s", "’s"):
            return True
        follows = s.tags[i + 1] if i + 1 < s.n else 0
        leads = (prev_low == "," and j) or prev & PREP or (prev & VERB and not prev & _AUX)
        if lowers[i] == "building" and leads and _builds(s, i):
            return False  # "has been in Chad for years, building roads", "help in building schools"
        if lowers[i] == "training" and i + 1 < s.n and lowers[i + 1] in words("clauses", "of_training"):
            return True  # "a vocational training programme"
        if prev_low in ("“", '"') and s.lowers[i + 1 : i + 2] == ["of"]:
            return True  # 'for the "convening of a summit"'
        takes_object = bool(follows & (DET | PRON)) or (i + 1 < s.n and s.kinds[i + 1] in "PHQ")
        return bool(tag & NOUN) and not prev & BE and not takes_object
    if tag & (ED | EN) and tag & NOUN:
        return bool(prev & DET)
    return False


def _people(s: Sentence, j: int) -> bool:
    """Whether the name of a people stands for its people: "Nigerians", "4,500 Chinese"; no verb in base form has another subject."""
    if getattr(s.refs[j], "form", "") != "demonym":
        return False
    if s.lowers[j].endswith("s") and not s.lowers[j].endswith(("ss", "ese")):
        return True
    return j > 0 and s.kinds[j - 1] == "Q"


def _builds(s: Sentence, i: int) -> bool:
    """Whether "building" takes what follows as its object, and is no "building materials"."""
    nxt = i + 1
    plain = nxt < s.n and s.kinds[nxt] == "w" and not s.tags[nxt] & (PREP | CONJ | VERB | _AUX)
    return plain and s.lowers[nxt] not in words("clauses", "of_building")


def _relative_verb(s: Sentence, i: int) -> bool:
    """Whether a word in -s behind a noun and "that" takes an object: "the line that joins their grids"."""
    if s.lowers[i - 1] != "that" or i < 2 or i + 1 >= s.n or not s.tags[i] & S3 or not s.noun[i - 2]:
        return False
    return s.kinds[i + 1] in "PHLQ" or bool(s.tags[i + 1] & (DET | PRON))


def _capital(s: Sentence, i: int) -> bool:
    return s.text[s.starts[i]].isupper()


def _without_object(s: Sentence, i: int) -> bool:
    """Whether nothing that could be done follows a word: a comma, "and", a preposition or the end."""
    if i + 1 >= s.n or s.kinds[i + 1] == ".":
        return True
    return bool(s.kinds[i + 1] == "w" and s.tags[i + 1] & (PREP | CONJ) and not s.tags[i + 1] & DET)


def _only_verb_of_two(s: Sentence, j: int, i: int) -> bool:
    """Whether two parties joined by "and" stand before a word that alone can be their verb."""
    k = j - 1 - (j > 0 and s.lowers[j - 1] == "the")
    if k < 1 or s.lowers[k] != "and" or s.kinds[k - 1] != "P" or "between" in s.lowers[:k]:
        return False
    opens = k == 1 or s.kinds[k - 2] == "." or s.lowers[k - 2] in ("the", "both", "that")
    return opens and not _verb_elsewhere(s, i)


def _verb_elsewhere(s: Sentence, i: int) -> bool:
    """Whether another word of the sentence can be its finite verb."""
    return any(
        k != i
        and s.kinds[k] == "w"
        and s.tags[k] & (ED | S3 | _AUX)
        and not s.tags[k] & NOUN
        and s.lowers[k] not in ("'s", "’s")
        for k in range(s.n)
    )


def _in_name(s: Sentence, i: int) -> bool:
    """Whether a word stands between two others in capitals, in a sentence that is no headline."""
    around = range(i - 1, i + 2)
    return (
        0 < i < s.n - 1
        and all(s.kinds[k] in "wP" and s.text[s.starts[k]].isupper() for k in around)
        and sum(1 for k in range(s.n) if s.kinds[k] == "w" and s.text[s.starts[k]].islower()) > s.n // 2
    )


def _visitor(s: Sentence, i: int) -> bool:
    """Whether "visiting" says of a foreign officer that he is here: "talks with visiting Malian president A"."""
    if s.lowers[i] != "visiting" or not i or i + 2 >= s.n or not s.tags[i - 1] & (PREP | CONJ | VERB):
        return False
    foreign = s.kinds[i + 1] == "P" and getattr(s.refs[i + 1], "form", "") in ("demonym", "name")
    office = s.lowers[i + 2].rpartition(" ")[2] in words("discourse", "offices") or s.kinds[i + 2] == "H"
    return foreign and s.lowers[i - 1] not in ("after", "before", "while", "when", "by", "of") and office


def _takes_object(s: Sentence, i: int) -> bool:
    """Whether a verb right before a word has it as object, not as its infinitive ("helped build")."""
    return bool(s.tags[i] & VERB) and not s.tags[i] & _AUX and s.verb[i] not in ("help", "let", "make")


def _verbal(s: Sentence) -> list[bool]:
    """For every item: is it a verb or auxiliary here."""
    out = [False] * s.n
    kinds = s.kinds
    for i, tag in enumerate(s.tags):
        if not tag & _VERBAL or kinds[i] != "w":
            continue
        if tag & _AUX:
            low = s.lowers[i]
            if low in ("'s", "’s"):
                # a possessive follows a noun and precedes one; "'s" as a verb is rare in news
                out[i] = (
                    i > 0
                    and s.tags[i - 1] & PRON != 0
                    and s.kinds[i - 1] == "w"
                    and s.lowers[i - 1] not in ("each other", "one another")
                )
                continue
            out[i] = low not in ("may",) or s.text[s.starts[i]].islower()
            continue
        if tag & (PREP | CONJ) and not tag & (S3 | ED | EN):
            prev = s.lowers[i - 1] if i else ""
            if prev != "to":
                continue
        if tag & ED and i and s.lowers[i - 1] == "as" and s.lowers[i + 1 : i + 2] == [","]:
            continue  # "As reported, ..."
        if tag & ING and (_in_name(s, i) or _visitor(s, i)):
            continue  # "the Electricity Generating Company", "with visiting Malian president A"
        if tag & NOUN and not tag & (ED | EN | ING) and i and out[i - 1] and _takes_object(s, i - 1):
            continue  # "will supply trains"
        out[i] = not _is_noun_here(s, i) and not _back_in(s, i)
    return out


def _back_in(s: Sentence, i: int) -> bool:
    """Whether "back" is no verb: "established relations back in 1950"."""
    if s.lowers[i] != "back" or i + 1 >= s.n:
        return False
    return bool(s.tags[i + 1] & PREP) or s.kinds[i + 1] in ".D"


def _adjectival(s: Sentence, i: int) -> bool:
    """Whether a participle stands before its noun ("the increased volume", "united front")."""
    k = i - 1
    while k > 0 and (
        (s.lowers[k].endswith("ly") and s.lowers[k] not in words("clauses", "no_adverbs")) or s.tags[k] == ADV
    ):
        k -= 1
    prev = s.tags[k] if k >= 0 else 0
    prev_low = s.lowers[k] if k >= 0 else ""
    if i + 1 >= s.n:
        return False
    if prev_low == "-":
        return True  # "EU-facilitated"
    if prev & DET and not prev & PRON and s.kinds[i + 1] == "P" and s.tags[i] & EN:
        return True  # "recognised the restored Republic of Estonia"
    nxt_word = s.kinds[i + 1] == "w" and not s.tags[i + 1] & (PREP | CONJ | DET | PRON | SUB | ADV | _AUX)
    if not nxt_word:
        return False
    ing = s.tags[i] & ING
    if prev & VERB and not prev & (NOUN | _AUX) and s.tags[i] & EN and not s.tags[i] & BASE:
        return True  # "pledged continued support"
    owned = (
        i > 0
        and s.kinds[i - 1] == "P"
        and (getattr(s.refs[i - 1], "form", "") in ("demonym", "compound") or s.text[s.starts[i]].isupper())
    )
    counted = k >= 0 and s.kinds[k] == "Q" and k < i - 1  # "six domestically developed trains"
    return (
        bool(prev & DET and not prev & PRON)
        or counted
        or prev_low in ("'s", "’s")
        or bool(prev & PREP and prev_low != "to" and not ing)
        or owned
        or (i > 1 and s.kinds[i - 1] == "Q" and s.tags[i - 2] & PREP != 0 and not ing and bool(s.noun[i + 1]))
        or (i > 0 and not ing and s.text[s.starts[i]].isupper())
    )


def _groups(s: Sentence) -> list[Group]:
    verbal = _verbal(s)
    groups: list[Group] = []
    i = 0
    while True in verbal[i:]:
        i = verbal.index(True, i)
        first, j, main, aux = i, i, -1, []
        back = i - 1
        while back > 0 and s.tags[back] & ADV and not s.tags[back] & NEG:
            back -= 1
        negated = back >= 0 and bool(s.tags[back] & NEG)
        infinitive = i > 0 and (s.lowers[i - 1] == "to" or _split_infinitive(s, i))
        while j < s.n:
            tag = s.tags[j]
            if verbal[j] and tag & _AUX and main < 0:
                aux.append(j)
                negated = negated or bool(tag & NEG)
            elif verbal[j]:
                main = j
                j += 1
                break
            elif tag & NEG:
                negated = True
            elif negated and s.lowers[j] == "yet":
                pass  # "has not yet joined"
            elif aux and _time_between(s, j, verbal):
                pass  # "has today received", "will on Monday visit"
            elif not (tag & ADV and s.kinds[j] == "w" and not tag & (PREP | CONJ)):
                if (
                    aux
                    and s.lowers[j] == "to"
                    and j + 1 < s.n
                    and verbal[j + 1]
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
            and _adjectival(s, main)
        ):
            i = main + 1
            continue
        groups.append(_describe(s, first, main, aux, negated, infinitive))
        i = main + 1
    return groups


def _split_infinitive(s: Sentence, i: int) -> bool:
    """Whether one adverb stands between "to" and its verb: "ways to further support"."""
    if i < 2 or s.lowers[i - 2] != "to" or not s.tags[i] & BASE or s.kinds[i - 1] != "w":
        return False
    return s.lowers[i - 1].endswith("ly") or s.lowers[i - 1] in ("further", "better", "also")


def _time_between(s: Sentence, j: int, verbal: list[bool]) -> bool:
    """Whether a time stands right before a main verb, after its auxiliary."""
    k = j + 1 if s.lowers[j] == "on" else j
    if k + 1 >= s.n or s.kinds[k] != "D" or not verbal[k + 1]:
        return False
    return not s.tags[k + 1] & _AUX or s.lowers[k + 1] in ("been", "being")  # "is now being built"


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
    """A bare form behind "help" or "let" and its object: "to help it defend the port"."""
    for before, g in pairwise(groups):
        bare = g.first == g.main and g.form & BASE and not g.form & (S3 | ED | EN | _AUX)
        between = range(before.main + 1, g.first)
        if (
            bare
            and before.lemma in ("help", "let", "make", "watch")
            and len(between) < 6
            and not any(s.kinds[i] == "." or s.tags[i] & (PREP | CONJ | SUB) & ~DET for i in between)
        ):
            g.infinitive = True
            g.governor = before


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
        bare = g.first == g.main and g.form & BASE and not g.form & (S3 | _AUX)
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
    bare = g.first == g.main and g.form & BASE and not g.form & (S3 | ED | EN | _AUX)
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


def parse(s: Sentence) -> None:
    """Fill ``groups``, ``clause`` and ``verb_at`` of a sentence."""
    groups = _groups(s)
    _mark_bare_infinitives(s, groups)
    mark_reduced(s, groups)
    _link_governors(s, groups)
    s.groups = groups
    starts = [0]
    finite = [g for g in groups if g.finite or _is_sequel(s, g)]
    for a, b in pairwise(finite):
        starts.append(max(boundary(s, a, b), starts[-1]))
    clause: list[int] = []
    for c, (start, stop) in enumerate(pairwise([*starts, s.n])):
        clause += [c] * (stop - start)
    s.clause = clause
    for g in groups:
        g.clause = clause[g.main] if clause else 0
        s.verb_at[g.main] = g
        first = starts[g.clause] if g.clause < len(starts) else 0
        if s.lowers[first] == "," and s.lowers[first + 1 : first + 2] == ["whose"]:
            first += 1
        if s.lowers[first] in RELATIVE and g.clause:
            g.relative = not (s.lowers[first] == "that" and first - 1 in s.verb_at)  # "announced that"
