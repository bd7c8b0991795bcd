"""Which words are verbs at their place and which are nouns: "visit", "exports", "plans", "building"."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.syntax.attributive_participles import (
    before_demonym,
    counted_thing,
    of_noun_behind_and,
)
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
    NOUN,
    PREP,
    PRON,
    S3,
    SUB,
    VERB,
)
from dragoman.reading.syntax.noun_phrases import owned_phrase, verb_before
from dragoman.reading.syntax.present_verbs import (
    group_acts,
    is_relative_verb,
    is_verb_of_subject,
    stands_as_object,
)
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.subject_places import (
    opens_clause_of_verb,
    over_aside,
    over_time,
    verb_elsewhere,
)
from dragoman.reading.syntax.trade_words import (
    demonym_before,
    is_flow,
    is_pure_verb,
    party_behind,
    sells_things,
    trades_before,
)
from dragoman.reading.word_lists import words

__all__ = ["AUX", "Place", "adjectival", "verbal"]

AUX = BE | HAVE | DO | MODAL
_VERBAL = VERB | AUX
_ADVERBS = words("syntax.verbal_words", "adverbs")
_SIZED = words("syntax.verbal_words", "sized")
_PLACES = words("syntax.verbal_words", "places")
_ATTRIBUTIVE = words("clauses", "attributive")


_OPENING = frozenset({"the", "a", "an", "its", "their", "this", "another"})
_STATES = words("syntax.verbal_words", "states")


class Place(NamedTuple):
    """A word with what stands before it, adverbs passed over, and right behind it."""

    i: int
    tag: int
    j: int
    before: int
    kind: str
    low: str
    behind: int
    next_kind: str
    next_low: str
    opens_object: bool


def _place(s: Sentence, i: int) -> Place:
    tags, kinds, lowers = s.tags, s.kinds, s.lowers
    tag, j = tags[i], i - 1
    while j >= 0 and (
        (tags[j] & ADV and not tags[j] & (PREP | DET) and not tags[j] & VERB)
        or (kinds[j] == "D" and lowers[j] in _ADVERBS)
    ):
        j -= 1
    j = over_aside(s, j) if j > 2 and lowers[j] == "," and j == i - 1 else j
    if tag & S3 and j > 0 and kinds[j] == "D":
        j = over_time(s, j)
    before, kind, low = (tags[j], kinds[j], lowers[j]) if j >= 0 else (0, "", "")
    behind, next_kind, next_low = (tags[i + 1], kinds[i + 1], lowers[i + 1]) if i + 1 < s.n else (0, ".", "")
    opens = bool(behind & (DET | PRON)) or next_kind in "PHQL" or (next_low == "to" and not tag & NOUN)
    return Place(i, tag, j, before, kind, low, behind, next_kind, next_low, opens)


def _is_noun_here(s: Sentence, i: int) -> bool:
    """Whether an ambiguous word (visit, exports, plans) is a noun at this place."""
    p = _place(s, i)
    tag = p.tag
    if p.kind == "D" and p.j == i - 1 and tag & BASE:
        k = p.j - 2 if p.j > 1 and s.lowers[p.j - 1] == "on" else p.j - 1
        if k >= 0 and s.tags[k] & MODAL:
            return False  # "will this week travel to", "will on Monday travel to"
    if p.kind in ("D", "Q") and tag & NOUN and p.j and s.tags[p.j - 1] & DET and not s.tags[p.j - 1] & PRON:
        return True  # "under a 2016 contract that"
    told = _of_its_own(s, p)
    if told is not None:
        return told
    if p.low == "that" and is_relative_verb(s, i):
        return False
    if p.low == "to" and tag & BASE:
        return p.next_low == "of"
    if p.before & (MODAL | DO) and tag & BASE:
        return False
    if tag & (BASE | S3) and not tag & (ED | EN):
        return _present_is_noun(s, p)
    if tag & NOUN and not tag & (ED | EN | ING):
        return True
    if tag & ING and not tag & BASE:
        return _gerund_is_noun(s, p)
    if tag & (ED | EN) and tag & NOUN:  # "the cost", "its estimated cost"
        return bool(p.before & DET or (p.before & EN and p.j and s.tags[p.j - 1] & DET))
    return False


def _of_its_own(s: Sentence, p: Place) -> bool | None:
    """What single words are by habit: True for a noun, False for a verb, None for any other word."""
    i, word, behind = p.i, s.lowers[p.i], s.lowers[p.i + 1 : p.i + 2]
    if p.tag & BASE and p.low in ("and", "of", "for", "&") and p.next_kind == "H" and _capital(s, i):
        return True  # "Minister of Foreign Affairs and Trade Peter"
    if (
        behind in (["that"], ["which"])
        and p.tag & NOUN
        and s.noun[i] in words("syntax.object_relatives", "done")
    ):
        if s.verb[i] not in words("frames", "saying"):
            return True  # "the fisheries deal that Chad signed"
    if word in words("roles", "claiming") and _name_acts(s, i + 1):
        return False  # "the ministry claims Zephair flies arms"
    if p.tag & NOUN and (p.low == "where" or (p.low == "which" and p.j and s.tags[p.j - 1] & PREP)):
        return True  # "of which exports were $3 million", "where export and import was"
    if word == "last" and behind in (["year"], ["month"], ["week"]):
        return True  # "Last year our countries agreed", in a text without a date
    if p.tag & ING and word in words("clauses", "activities") and _without_object(s, i):
        return True  # "aid in shipping, mining and agriculture"
    if (
        word in words("clauses", "describing")
        and p.before & BE
        and (p.next_kind == "." or p.behind & (PREP | CONJ))
    ):
        return True  # "the growth is also encouraging."
    if word == "lower" and (p.kind == "Q" or p.before & BE) and p.next_kind != "P":
        return True  # "exports were 15% lower in 2020"
    if word == "rank" and behind and behind[0] in _PLACES:
        return False  # "Peruvian firms rank third among"
    if word in ("direct", "free") and p.low != "to" and not p.before & MODAL:
        return True  # "Direct flights between Oslo and Lima resumed", "free trade"
    if word == "order" and i and _capital(s, i) and _capital(s, i - 1):
        return True  # "awarded the Friendship Order to"
    if word == "amount" and (p.before & DET or p.low in _SIZED):
        return True  # "the record amount of $2 billion"
    if word == "remains" and behind in (["in"], ["under"], ["unsigned"], ["valid"]):
        return False  # "a convention of 1998 remains in force"
    if p.tag & S3 and p.tag & NOUN and (_verb_of_subject(s, p) or is_verb_of_subject(s, p)):
        return False  # "The road links Chad to Niger", "Chad supports continued talks"
    return None


def _verb_of_subject(s: Sentence, p: Place) -> bool:
    """Whether a word in -s behind a subject that opens the sentence is the only one that can be its verb.

    "The country benefits from an accord", "Malta trades with Chad"; no heading, and no "Kenya's exports to Chad".
    """
    j = p.j
    if (
        j < 0
        or (j > 4 and not opens_clause_of_verb(s, j))
        or s.lowers[-1] != "."
        or p.low in _ATTRIBUTIVE
        or (is_flow(s, p.i) and p.behind & PREP)
    ):
        return False
    if p.kind == "P":
        bare = getattr(s.refs[j], "form", "") == "name" and opens_clause_of_verb(s, j)
    else:
        bare = (
            p.kind == "w"
            and bool(s.noun[j])
            and not s.lowers[j].endswith("s")
            and bool(s.tags[j] & NOUN or not s.tags[j])
        )
        owned = s.lowers[1] in ("'s", "’s") and s.lowers[j] in words("present_verbs", "subjects")
        bare = bare and (s.lowers[0] in _OPENING or (s.kinds[0] == "P" and (j == 1 or (j == 2 and owned))))
        bare = bare and all(s.kinds[k] in "wP" and not s.tags[k] & (PREP | CONJ) for k in range(1, j))
    return bare and not verb_elsewhere(s, p.i, j)


def _present_is_noun(s: Sentence, p: Place) -> bool:
    """Of a form that is a verb of the present or a noun: by what stands before it."""
    i, tag, j = p.i, p.tag, p.j
    if p.low in ("all", "both") and tag & BASE and not tag & NOUN:
        return False  # "Chad, Mali and Niger all maintain embassies"
    if s.lowers[i] in words("clauses", "machines") and any(map(str.isdigit, p.low)):
        return True  # "25 F-16 jets"
    if p.low == "to" and j == i - 1 and not tag & BASE:
        return True  # "agreed to steps": no infinitive has such a form
    determined = p.before & DET and not p.before & PRON
    if p.low in ("'s", "’s", "'", "’") or determined or p.low in _ATTRIBUTIVE:
        return True
    if tag & NOUN and p.low in ("this", "these", "those", "that", "both", "each", "her"):
        return True
    if (p.before & PREP and p.low != "to" and not p.before & SUB) or (p.low == "as" and tag & BASE):
        return True
    if p.kind == "Q":
        money = getattr(s.refs[j], "kind", "") == "money"
        return (not money and tag & S3 == S3) or bool(tag & NOUN)
    if tag & S3 and p.next_kind in "PL" and j and (p.low == ")" or (p.low == "," and s.kinds[j - 1] == "H")):
        return False  # "The President of Kenya, William Ruto, visits Brazil"
    if p.kind == "P" and s.lowers[i] in ("chair", "chairs") and tag & NOUN and not p.opens_object:
        return True  # "the incoming ASEAN chair"
    if p.kind and p.kind in "PH" and tag & S3 and s.verb[i] in words("clauses", "going") and p.behind & PREP:
        if not verb_elsewhere(s, i):
            return False  # "the Minister of Panama travels to Doha"
    if p.kind == "P":
        return _noun_behind_party(s, p)
    if p.kind == "H" and tag & BASE and not tag & S3 and _two_people(s, j) and not verb_elsewhere(s, i):
        return False  # "President A and Premier B meet in Lima"
    if p.kind in ("H", "L"):
        return bool(tag & NOUN) and not p.opens_object and p.next_low not in ("to", "for", "on", "that")
    if p.before & PRON and not p.before & DET:
        return False
    if p.before & CONJ and tag & S3 and _infinitive_next(s, i):
        return False  # "respects the ties and wants to join"
    if p.before & CONJ and trades_before(s, i) and p.next_kind == "w":
        if not p.behind & (PREP | CONJ | AUX):
            return False  # "imports wheat from Chad and exports cars"
    if p.before & (CONJ | SUB) or j < 0 or p.kind == ".":
        return _noun_opening(s, p)
    if p.before & VERB and not p.before & NOUN and not p.before & (CONJ | PREP):
        return s.verb[j] not in ("help", "let") or not tag & BASE
    if tag & BASE and (is_pure_verb(s, i, j) or (p.low in _STATES and _verb_of_both(s, j, i))):
        return False
    return bool(tag & NOUN or not p.before) and _noun_behind_word(s, p)


def _noun_behind_party(s: Sentence, p: Place) -> bool:
    i, tag, j = p.i, p.tag, p.j
    if tag & BASE and p.behind & PREP and _people(s, j):
        return False  # "4,500 Nigerians study in", "Poles travel to"
    if tag & BASE and j > 0 and s.verb[j - 1] in ("help", "let"):
        return False  # "to help Bolivia finance a bridge"
    plural = s.lowers[j].endswith(("ns", "is", "ds", "ks", "es"))
    demonym = getattr(s.refs[j], "form", "") in ("demonym", "compound") and not plural
    if demonym:
        if _pair_acts(s, i, j):
            return False
        if tag & NOUN:
            return True
        return not p.opens_object and not (p.behind & (PREP | ADV))
    if s.lowers[i] in words("roles", "resting") and not verb_elsewhere(s, i):
        return False  # "aid to Laos focuses on health"
    if tag & S3 and j > 1 and s.lowers[j - 1] in ("that", "which") and s.noun[j - 2]:
        return False  # "the products that Peru sells to Spain"
    if (tag & S3 or (j and s.tags[j - 1] & CONJ)) and _infinitive_next(s, i, BASE | DO | BE | HAVE):
        paid = j > 1 and s.kinds[j - 2] == "Q" and s.tags[j - 1] & PREP
        return bool(
            paid
        )  # "Turkey plans to build", "Chile and Peru want to build"; not "3 million in EU funds to"
    if opens_clause_of_verb(s, j) and s.lowers[i] in words("roles", "avowed") and not verb_elsewhere(s, i, j):
        return False  # "Malta wants guarantees", "Chad objects to Mali's plan"
    if tag & NOUN and tag & BASE and _only_verb_of_two(s, j, i):
        return False  # "Ghana and Kenya share membership of the Union"
    if not tag & NOUN or p.opens_object or sells_things(s, i):
        return False
    return not (p.next_kind == "w" and not p.behind & (PREP | CONJ | VERB | AUX) and tag & S3)


def _name_acts(s: Sentence, i: int) -> bool:
    """Whether a name that no list knows stands right before a verb."""
    if i + 1 >= s.n or s.kinds[i] != "w" or s.tags[i] or not s.text[s.starts[i]].isupper():
        return False
    return bool(s.tags[i + 1] & (S3 | ED | HAVE | BE | MODAL))


def _pair_acts(s: Sentence, i: int, j: int) -> bool:
    """Whether a dashed pair opens a sentence that has no other verb: "Peru-Chad established relations in 1975"."""
    return (
        j == 0
        and getattr(s.refs[j], "form", "") == "compound"
        and bool(s.tags[i] & ED)
        and i + 1 < s.n
        and (s.kinds[i + 1] == "w" and not s.tags[i + 1] & (PREP | CONJ))
        and not verb_elsewhere(s, i)
    )


def _noun_opening(s: Sentence, p: Place) -> bool:
    """At the head of a clause or behind "and"."""
    if p.tag & S3 and p.j >= 0 and _infinitive_next(s, p.i):
        return False  # "a firm, Xlinks, wants to lay"
    owns = p.tag & S3 and p.behind & (DET | PRON)  # "opens one in Senegal and closes its embassy in Mali"
    owns = owns or (p.tag & S3 and p.before & CONJ and _goes_on(s, p))
    return bool(p.tag & NOUN) and not (((p.opens_object and p.tag & BASE) or owns) and p.j >= 0)


def _goes_on(s: Sentence, p: Place) -> bool:
    """Whether a word in -s behind "and" is a second verb with an object: "recognises Fiji and supports Malta's bid"."""
    if not any(s.tags[k] & (S3 | DO) and not s.tags[k] & NOUN for k in range(p.j)) and not trades_before(
        s, p.i
    ):
        if not any(s.tags[k] & S3 and s.kinds[k - 1] == "P" for k in range(1, p.j)):
            return False
    if p.next_kind in "PH":
        return True
    if (
        p.behind & (PREP | CONJ | AUX | ADV | SUB)
        or p.next_kind != "w"
        or not s.noun[p.i + 1]
        or p.i + 2 >= s.n
    ):
        return False
    # "and supports new projects", not "arms and supplies worth"
    return s.lowers[p.i + 2] in ("to", "from", "for") or (
        not p.behind and s.kinds[p.i + 2] == "w" and bool(s.tags[p.i + 2] & NOUN) and not is_flow(s, p.i)
    )


def _noun_behind_word(s: Sentence, p: Place) -> bool:
    """After a plain word: "companies export", "oil exports", "the ministry plans to"."""
    i, tag, j = p.i, p.tag, p.j
    either = tag & NOUN and tag & S3
    if either and owned_phrase(s, j) and p.next_kind != "Q":
        return True  # "Kenya's main exports to", "its gas supplies to"
    if tag & NOUN and j > 0 and s.kinds[j - 1] == "Q" and not p.before and not p.low.endswith("s"):
        return True  # "18 high-speed trains to"
    if either and p.behind & PREP and verb_before(s, j):
        return not _infinitive_next(s, i)
    if is_flow(s, i) and j and s.tags[j - 1] & PREP and p.behind & PREP and s.tags[j] != VERB:
        return True  # "earned $5 million from coffee exports to"
    if either and p.next_low == "to" and (at := party_behind(s, i + 2)):
        if demonym_before(s, j):
            return True  # "Kenyan avocado exports to the Netherlands"
        # "shrimp exports to China reached": a noun where a verb follows
        return any(s.tags[k] & (ED | S3 | AUX) for k in range(at + 1, min(s.n, at + 6)))
    if tag & S3 and p.opens_object and group_acts(s, j) and not verb_elsewhere(s, i):
        return False  # "A consortium of Polish firms holds a concession"
    if either and s.noun[j] and s.lowers[j].endswith("s") and s.noun[j] != s.lowers[j]:
        return True  # "oil products supplies": a plural has no verb in -s
    if tag & S3 and not tag & NOUN and not p.before and _capital(s, j) and s.noun[i + 1 : i + 2] != [""]:
        return bool(p.behind & (PREP | CONJ | VERB | AUX))  # "LATAM operates flights"
    if tag & S3:
        return not (p.opens_object or p.next_low in ("to", "that"))
    if tag & BASE and not tag & NOUN and p.opens_object and j and s.tags[j - 1] & PREP and _capital(s, j):
        return False  # "Many states in Africa recognise Chad"
    if tag & BASE and p.behind & PREP and p.low.endswith("s") and not verb_elsewhere(s, i):
        return False  # "the negotiators return to Geneva"
    return not (p.opens_object and s.noun[j].rstrip("s") != s.lowers[j])


def _gerund_is_noun(s: Sentence, p: Place) -> bool:
    i, word, behind = p.i, s.lowers[p.i], s.lowers[p.i + 1 : p.i + 2]
    if word == "leading" and (p.j < 0 or p.kind == ".") and is_flow(s, min(i + 1, s.n - 1)):
        return True  # "Leading exports from Chad"
    if word == "leading" and (p.j < 0 or p.kind == ".") and p.next_kind == "P":
        return getattr(s.refs[i + 1], "form", "") == "demonym"  # "Leading Namibian exports"
    if word == "acting" and p.next_kind == "P":
        return True  # "and acting Thai Prime Minister A"
    if (p.before & DET and not p.before & PRON) or p.low in ("'s", "’s"):
        return True
    leads = (p.low == "," and p.j) or p.before & PREP or (p.before & VERB and not p.before & AUX)
    if word == "building" and leads and _builds(s, i):
        return False  # "has been in Chad for years, building roads", "help in building schools"
    if word == "training" and behind and behind[0] in words("clauses", "of_training"):
        return True  # "a vocational training programme"
    if p.low in ("“", '"') and behind == ["of"]:
        return True  # 'for the "convening of a summit"'
    takes_object = bool(p.behind & (DET | PRON)) or p.next_kind in "PHQ" or _officer_next(s, i)
    return bool(p.tag & NOUN) and not p.before & BE and not takes_object


def _officer_next(s: Sentence, i: int) -> bool:
    """Whether an office and its holder's name follow: "after meeting President A"."""
    k = i + 1
    while k < min(s.n, i + 4) and s.kinds[k] == "w" and (s.noun[k] or not s.tags[k]):
        k += 1
    return (
        k > i + 1
        and k < s.n
        and s.kinds[k] == "H"
        and s.noun[k - 1].rpartition(" ")[2] in words("discourse", "offices")
    )


def _infinitive_next(s: Sentence, i: int, tags: int = BASE) -> bool:
    """Whether an infinitive follows, an adverb within it or not: "plans to jointly build"."""
    if s.lowers[i + 1 : i + 2] != ["to"] or i + 2 >= s.n:
        return False
    at = i + 3 if s.tags[i + 2] & ADV and not s.tags[i + 2] & (BASE | PREP | DET) else i + 2
    return at < s.n and bool(s.tags[at] & tags)


def _people(s: Sentence, j: int) -> bool:
    """Whether the name of a people stands for its people: "Nigerians", "4,500 Chinese"; no verb in base form has another subject."""
    if getattr(s.refs[j], "form", "") != "demonym":
        return False
    if s.lowers[j].endswith("s") and not s.lowers[j].endswith(("ss", "ese")):
        return True
    # "4,500 Chinese", not "a $12 million Chinese grant"
    return j > 0 and s.kinds[j - 1] == "Q" and getattr(s.refs[j - 1], "kind", "") != "money"


def _builds(s: Sentence, i: int) -> bool:
    """Whether "building" takes what follows as its object, and is no "building materials"."""
    nxt = i + 1
    plain = nxt < s.n and s.kinds[nxt] == "w" and not s.tags[nxt] & (PREP | CONJ | VERB | AUX)
    return plain and s.lowers[nxt] not in words("clauses", "of_building")


def _capital(s: Sentence, i: int) -> bool:
    return s.text[s.starts[i]].isupper()


def _without_object(s: Sentence, i: int) -> bool:
    """Whether nothing that could be done follows a word: a comma, "and", a preposition or the end."""
    if i + 1 >= s.n or s.kinds[i + 1] == ".":
        return True
    return bool(s.kinds[i + 1] == "w" and s.tags[i + 1] & (PREP | CONJ) and not s.tags[i + 1] & DET)


def _two_people(s: Sentence, j: int) -> bool:
    """Whether a person named is the second of two joined by "and"."""
    k = next((k for k in range(j - 1, max(-1, j - 9), -1) if s.lowers[k] == "and"), -1)
    return k > 0 and s.kinds[k - 1] in "HP" and "H" in s.kinds[:k]


def _only_verb_of_two(s: Sentence, j: int, i: int) -> bool:
    """Whether two parties joined by "and" stand before a word that alone can be their verb."""
    k = j - 1 - (j > 0 and s.lowers[j - 1] == "the")
    if k < 1 or s.lowers[k] != "and" or s.kinds[k - 1] != "P" or "between" in s.lowers[:k]:
        return False
    opens = k == 1 or s.kinds[k - 2] == "." or s.lowers[k - 2] in ("the", "both", "that")
    return opens and not verb_elsewhere(s, i)


def _verb_of_both(s: Sentence, j: int, i: int) -> bool:
    """Whether "both countries" or "the two states" stand before a word that alone can be their verb."""
    return j > 0 and s.lowers[j - 1] in ("both", "two") and j < 4 and not verb_elsewhere(s, i)


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
    office = office or " ".join(s.lowers[i + 2 : i + 5]).startswith(("head of state", "head of government"))
    return foreign and s.lowers[i - 1] not in ("after", "before", "while", "when", "by", "of") and office


def _takes_object(s: Sentence, i: int) -> bool:
    """Whether a verb right before a word has it as object, not as its infinitive ("helped build")."""
    return bool(s.tags[i] & VERB) and not s.tags[i] & AUX and s.verb[i] not in ("help", "let", "make")


def verbal(s: Sentence) -> list[bool]:
    """For every item: is it a verb or auxiliary here."""
    out = [False] * s.n
    kinds = s.kinds
    for i, tag in enumerate(s.tags):
        if not tag & _VERBAL or kinds[i] != "w":
            continue
        if tag & AUX:
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
        if i and out[i - 1] and s.lowers[i - 1] in ("exports", "imports"):
            continue  # "exports building materials"
        if tag & S3 and not tag & (ED | EN | ING) and stands_as_object(s, i, out):
            continue  # "demands better terms"
        out[i] = not _is_noun_here(s, i) and not (s.lowers[i] == "back" and _back_in(s, i))
    return out


def _back_in(s: Sentence, i: int) -> bool:
    """Whether "back" is no verb: "established relations back in 1950"."""
    if i + 1 >= s.n:
        return False
    return bool(s.tags[i + 1] & PREP) or s.kinds[i + 1] in ".D"


def adjectival(s: Sentence, i: int, *, behind_verb: bool = False) -> bool:
    """Whether a participle stands before its noun ("the increased volume", "united front").

    ``behind_verb`` says that the word before it was found to be a verb.
    """
    k = i - 1
    while k > 0 and (
        (
            s.kinds[k] == "w"
            and s.lowers[k].endswith("ly")
            and s.lowers[k] not in words("clauses", "no_adverbs")
        )
        or s.tags[k] == ADV
    ):
        k -= 1
    prev = s.tags[k] if k >= 0 else 0
    prev_low = s.lowers[k] if k >= 0 else ""
    if i + 1 >= s.n or (k == 0 and _pair_acts(s, i, k)):
        return False
    if prev_low == "-":
        return True  # "EU-facilitated"
    if prev_low == "that" and k > 0 and (s.kinds[i + 1] in "PHL" or s.tags[i + 1] & (DET | PRON)):
        if s.kinds[k - 1] in "PHLQ" or s.noun[k - 1]:
            return False  # "a pact with China that pushed Australia", not "said that restored Estonia"
    if prev_low == "that" and k > 0 and _things(s, k - 1):
        return False  # "the first countries that recognised independent Chad"
    if prev & DET and not prev & PRON and s.kinds[i + 1] == "P" and s.tags[i] & EN:
        return True  # "recognised the restored Republic of Estonia"
    if behind_verb and s.tags[i] & EN and of_noun_behind_and(s, i):
        return True  # "condemns repeated and unprovoked attacks"
    nxt_word = s.kinds[i + 1] == "w" and not s.tags[i + 1] & (PREP | CONJ | DET | PRON | SUB | ADV | AUX)
    if not nxt_word:
        return before_demonym(s, i, prev & PREP and prev_low != "to")
    if k == 0 < i and (s.tags[0] == ADV or s.lowers[0].endswith("ly")) and s.tags[i] & EN and s.noun[i + 1]:
        return True  # "Newly accredited ambassador A presented"
    if s.lowers[i] in words("syntax.verbal_words", "compounding") and i > 1 and s.noun[i - 1]:
        if s.kinds[i - 1] == "w" and s.noun[i + 1] and s.tags[i - 2] & (DET | VERB | PREP):
            return True  # "signed a technology related accord"
    ing = s.tags[i] & ING
    if s.lowers[i] in ("visiting", "acting") and s.noun[i + 1] in words("discourse", "offices"):
        return True  # "called on visiting President Were", "a meeting of acting President Were"
    plain = behind_verb or not prev & (NOUN | AUX)
    if prev & VERB and plain and s.tags[i] & EN and not s.tags[i] & BASE:
        return True  # "pledged continued support"
    owned = (
        i > 0
        and s.kinds[i - 1] == "P"
        and (getattr(s.refs[i - 1], "form", "") in ("demonym", "compound") or s.text[s.starts[i]].isupper())
        and not (_people(s, i - 1) and s.text[s.starts[i]].islower())  # "Liberians sought refuge"
    )
    so = i > 0 and (s.lowers[i - 1].endswith("ly") or s.lowers[i - 1] in ("well", "long"))
    counted = k >= 0 and s.kinds[k] == "Q" and k < i - 1 and so  # "six domestically developed trains"
    return (
        bool(prev & DET and not prev & PRON)
        or counted
        or prev_low in ("'s", "’s")
        or (prev_low in words("syntax.verbal_words", "kinds") and bool(s.noun[i + 1]))
        or bool(prev & PREP and prev_low != "to" and not ing)
        or owned
        or (i > 1 and s.kinds[i - 1] == "Q" and s.tags[i - 2] & PREP != 0 and not ing and bool(s.noun[i + 1]))
        or (i > 0 and not ing and s.text[s.starts[i]].isupper())
        or (not ing and counted_thing(s, i))
    )


def _things(s: Sentence, i: int) -> bool:
    """Whether an item names several that do something, not what somebody says: "countries that signed", not "fears that"."""
    one, many = s.lowers[i][:-1], s.lowers[i].endswith("s") and bool(s.noun[i]) and not s.tags[i] & VERB
    return many and one not in words("syntax.verbal_words", "thoughts") | words("frames", "claims")
