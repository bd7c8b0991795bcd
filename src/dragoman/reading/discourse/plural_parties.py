"""Who "the two countries", "both sides", "the leaders", "the three presidents" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.syntax.lexicon import ADV, BE, DET, HAVE, MODAL, NOUN, VERB
from dragoman.reading.syntax.party_lists import enumerated
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["acts_alone", "both", "plural_parties", "they_who_met"]

_PLURAL_HEADS = words("discourse", "plural_heads")
_COUNTED_HEADS = words("discourse", "counted_heads")
_REGIONAL = words("discourse", "regional")
_MET = words("discourse.plural_parties", "met")
_OF_BODY = words("discourse.plural_parties", "of_body")
_OURS = words("discourse.plural_parties", "ours")
_GROUP_OF = {"duo": 2, "trio": 3, "quartet": 4}
_STATES = frozenset({"countries", "nations", "states"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def _two_before(s: Sentence, j: int) -> bool:
    """Whether "both" or "the two", "the three" stands before the word of a region, or before one more: "both West African nations"."""
    for k in range(j - 1, max(-1, j - 3), -1):
        if s.kinds[k] in "PHL.":
            return False
        counted = s.lowers[k] in _NUMBERS and k and s.lowers[k - 1] in ("the", "these")
        if s.lowers[k] == "both" or counted:
            return True
    return False


def _other_two(discourse: Discourse, s: Sentence, i: int, here: list[str]) -> tuple[str, ...]:
    """The two of whom a third speaks: after "Peru urged Chile and Cuba", "Peru welcomed both sides' will"."""
    acting = set(here) - discourse.bodies
    towards = any(s.lowers[k] in ("to", "from") for k in range(max(0, i - 6), i))
    seller = acting or set(discourse.host)
    if towards and len(discourse.cast) == 3 and len(seller & set(discourse.cast)) == 1 == len(seller):
        return tuple(c for c in discourse.cast if c not in seller)  # "Peru sold power to the two countries"
    if len(acting) != 1:
        apart = discourse.titled and acting and not acting & set(discourse.pair)
        return discourse.pair if apart else ()
    by, two = discourse.addressed
    if acting == {by}:
        return two
    return discourse.pair if discourse.titled and not acting & set(discourse.pair) else ()


def last_list(s: Sentence, before: int) -> tuple[str, ...]:
    """The countries of the last list of names before an item: "between Egypt, Sudan and Ethiopia"."""
    run: list[str] = []
    for k in range(before - 1, -1, -1):
        if s.kinds[k] == "P" and len(s.codes[k]) == 1:
            run.append(s.codes[k][0])
        elif run and s.lowers[k] not in (",", "and", "the"):
            break
    return tuple(dict.fromkeys(reversed(run)))


def _listed_behind(s: Sentence, i: int, number: int) -> tuple[str, ...]:
    """The states counted first and listed at the end: "was signed by three countries in 2010: A, B and C"."""
    colon = s.lowers.index(":")
    if colon < i:
        return ()
    listed = enumerated(s, colon + 1)
    codes = tuple(dict.fromkeys(s.codes[k][0] for k in listed))
    off = 1 if number > 9 else 0  # who counts many may miss one
    return codes if number > 1 and abs(len(codes) - number) <= off else ()


def _compound(s: Sentence, i: int) -> tuple[str, ...]:
    """The two named in one word before an item: "CARICOM-India ties rest on a body of the two parties"."""
    named = [s.codes[k] for k in range(i) if s.kinds[k] == "P"]
    return named[0] if len(named) == 1 and len(named[0]) == 2 else ()


_THEN = frozenset("then later soon since again now also subsequently eventually finally formally".split())


def acts_alone(s: Sentence, i: int) -> bool:
    """Whether "the two" stands alone before its verb: "The two met", "The two also discussed trade"."""
    if not i or s.lowers[i - 1] != "the":
        return False
    k = i + 1
    while k < min(s.n, i + 3) and (
        s.lowers[k] in _THEN or (s.tags[k] & ADV and not s.tags[k] & (VERB | DET))
    ):
        k += 1
    return k < s.n and bool(s.tags[k] & (VERB | BE | HAVE | MODAL)) and s.lowers[k] not in _PLURAL_HEADS


def they_who_met(discourse: Discourse, s: Sentence, i: int, here: list[str]) -> tuple[str, ...]:
    """Who met, where the place of an act was named last: "He thanked him for help in Mali and they agreed"."""
    met, near = discourse.participants, list(dict.fromkeys(reversed(here)))[:2]
    opens = s.lowers[i] == "they" and i and s.lowers[i - 1] in ("and", ",")
    if not opens or len(met) != 2 or len(near) != 2 or len(set(near) & set(met)) != 1:
        return ()
    acting = {c for m in s.mentions if m.cue == "subj" and m.item < i for c in m.codes}
    return met if not acting - set(met) else ()


def _with_peer(discourse: Discourse, s: Sentence, i: int, here: list[str]) -> tuple[str, ...]:
    """Who is spoken of and whose peer he meets: "In the meeting with his Kenyan counterpart, the two ministers"."""
    person = discourse.person
    if len(set(here)) != 1 or person is None or not person.country or person.country in here:
        return ()
    for k in range(1, i - 1):
        if s.kinds[k] == "P" and s.lowers[k - 1] in ("his", "her") and s.noun[k + 1] in _PEERS:
            return (person.country, here[0])
    return ()


_PEERS = words("discourse.plural_parties", "peers")


def _spoken_to(s: Sentence, i: int) -> bool:
    """Whether "both" are those to whom somebody speaks: "urged both to", "appealed to both to"."""
    verb = s.verb_at.get(i - 1) or (s.verb_at.get(i - 2) if s.lowers[i - 1] in ("to", "on") else None)
    return verb is not None and (verb.lemma in words("roles", "told") or verb.lemma == "appeal")


def _without_company(s: Sentence, i: int, here: list[str]) -> list[str]:
    """The parties named before, but for those whom others are said to join: "Together with A and B, the two countries signed"."""
    comma = s.lowers.index(",") if "," in s.lowers[:i] else 0
    if s.lowers[0] not in words("syntax.subject_company", "company") or not comma:
        return here
    joined = {c for k in range(comma) if s.kinds[k] == "P" for c in s.codes[k]}
    return [c for c in here if c not in joined]


def both(discourse: Discourse, s: Sentence, i: int, here: list[str]) -> tuple[tuple[str, ...], str] | None:
    """ "Both" alone before its verb: "Both are members of the bank"."""
    if s.lowers[i + 1 : i + 2] == ["to"] and _spoken_to(s, i):
        codes = _other_two(discourse, s, i, here) or tuple(c for c in discourse.group if c not in here)
        return (codes, "both: those spoken to") if len(codes) == 2 else None
    opens = not i or s.lowers[i - 1] in (",", ";", "and", "as", "since", "because", "that")
    if not opens or i + 1 >= s.n or not s.tags[i + 1] & (BE | HAVE | VERB) or s.tags[i + 1] & NOUN:
        return None
    codes = discourse.two(here)
    return (codes, "both: the parties spoken of") if len(codes) == 2 else None


def plural_parties(
    discourse: Discourse, s: Sentence, i: int, here: list[str]
) -> tuple[tuple[str, ...], str] | None:
    here = _without_company(s, i, here)
    head = s.lowers[i].rpartition(" ")[2]  # of "foreign ministers"
    j, number, definite = i - 1, _GROUP_OF.get(head), False
    steps, capital = 0, False
    while j >= 0 and steps < 4:
        low = s.lowers[j]
        if s.kinds[j] in "PHL":
            return None
        if low in _NUMBERS or s.kinds[j] == "Q":
            value = _NUMBERS.get(low) or int(getattr(s.refs[j], "value", None) or 0)
            number = value
        elif low == "both":
            number, definite = 2, True
        elif low in ("the", "these", "our"):
            if low == "our" and s.noun[i] == "partner":
                return None  # "the United States and our partners": whoever they are
            definite = True
            break
        elif s.text[s.starts[j]].isupper() and not s.tags[j]:
            region = s.lowers[j] in _REGIONAL and (head not in _STATES or not _two_before(s, j))
            if region or head not in _COUNTED_HEADS | _MET | _STATES:
                return (
                    None  # "the African leaders"; but "both African nations", "the two South American states"
                )
            capital = True  # "the Pacific island countries"
        elif not s.noun[j] or (s.tags[j] & VERB and not s.tags[j] & NOUN):
            break
        elif low not in ("heads",) and s.noun[j] in ("member",):
            return None
        j -= 1
        steps += 1
    if s.lowers[i + 1 : i + 3] == [",", "of"]:
        return None  # "the two ministers, of Malta and Chad"
    if i + 1 < s.n and s.lowers[i + 1] == "of" and s.lowers[i] not in ("heads",):
        if any(k in "PHL" for k in s.kinds[i + 2 : i + 6]):
            return None
        if any(low in _PLURAL_HEADS for low in s.lowers[i + 2 : i + 6]):
            return None  # "the governments of the two countries": told by the countries
    if j >= 0 and s.lowers[j] == "our" and s.lowers[i] in _OURS and number is None:
        number = 2 if len(discourse.pair) == 2 and not here else None  # "our countries agreed"
    if number and ":" in s.forms and (behind := _listed_behind(s, i, number)):
        return behind, f"{s.lowers[i]}: those listed behind"
    if (capital or head in _COUNTED_HEADS) and not (number and definite):
        return None  # "the ambassadors", "two commanders", "the Commonwealth Heads": whoever they are
    if (
        head == "participants"
        and not number
        and not (i + 1 < s.n and s.tags[i + 1] & (VERB | ADV | HAVE | BE))
    ):
        return None  # "addressed the participants"
    codes: tuple[str, ...]
    apart = len(set(here)) == 1 and not set(here) & set(discourse.participants) and not discourse.titled
    if (
        number == 2
        and apart
        and len(discourse.participants) == 2
        and any(g.finite and g.main < i for g in s.groups)
    ):
        codes = discourse.participants  # "Thailand urged both countries"
    elif number == 2 and (compound := _compound(s, i)):
        codes = compound
    elif number == 2 and (peers := _with_peer(discourse, s, i, here)):
        codes = peers
    elif number == 2 and (others := _other_two(discourse, s, i, here)):
        codes = others
    elif number == 2:
        drifted = discourse.titled and len(set(discourse.participants) & set(discourse.pair)) == 1
        codes = (
            discourse.participants
            if len(discourse.participants) == 2 and not here and not drifted
            else discourse.two(here)
        )
    elif not definite:
        return None
    elif number and number > 2:
        met = discourse.met if head in _MET and len(discourse.met) == number else ()
        near = list(dict.fromkeys(here)) or list(met or discourse.group)
        if len(near) < number and not here:
            circles = (discourse.company, discourse.met, discourse.cast, discourse.circles.get(number, ()))
            near = list(next((c for c in circles if len(c) == number), discourse.company))
        if len(near) < number and here:
            joint = (
                dict.fromkeys((*here, *more)) for more in (discourse.pair, discourse.group, discourse.met)
            )
            near = next((list(c) for c in joint if len(c) == number), near)
        if len(near) > number and len(listed := last_list(s, i)) == number:
            near = list(listed)  # "A recalled its envoys to B, C and D after the three states"
        codes = tuple(near) if len(near) >= number else ()
    else:
        if discourse.sitting and head in _OF_BODY and not here:
            return discourse.sitting, f"{s.lowers[i]}: of the body spoken of"
        listed = last_list(s, i)
        if len(listed) > 2 and set(listed) <= set(here):
            return listed, f"{s.lowers[i]}: those listed before"
        generic = head in (
            "countries",
            "nations",
            "states",
            "economies",
            "members",
            "officials",
            "ministers",
            "participants",
            "powers",
            "partners",
        )
        if generic and not discourse.group:
            own = head in _OURS and definite and not here and s.lowers[i + 1 : i + 2] in (["'"], ["’"])
            if not own or not discourse.titled or len(discourse.pair) != 2:
                return None
            return (
                discourse.pair,
                f"{s.lowers[i]}: the two of the title",
            )  # "the countries' foreign ministers"
        people = head in (
            "leaders",
            "presidents",
            "ministers",
            "premiers",
            "heads",
            "sides",
            "parties",
            "counterparts",
            "officials",
            "participants",
            "delegations",
        )
        circle = discourse.participants if people and discourse.participants else discourse.group
        codes = circle if len(circle) > 1 and not here else discourse.two(here)
    return (codes, f"{s.lowers[i]}: the parties spoken of") if len(codes) > 1 else None
