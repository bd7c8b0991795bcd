"""Whom "the country", "the government", "the kingdom" stands for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dragoman.reading.discourse.cues import counterparts, definite
from dragoman.reading.discourse.first_person import in_quotation
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["definite_head", "singular_party"]

_REGIONAL = words("discourse", "regional")
_REALMS = {
    "kingdom": words("discourse", "kingdoms"),
    "sultanate": words("discourse", "sultanates"),
    "emirate": words("discourse", "emirates"),
}
_ISLANDS = words("discourse", "islands")
_CAPITALISED = words("discourse.singular_parties", "capitalised")
_ORGANS = words("discourse.singular_parties", "organs")
_WHERE = frozenset({"in", "to", "into", "of", "from"})
_GOING = frozenset({"visit", "tour"})
_OWN = words("discourse.singular_parties", "own")
_Found = tuple[tuple[str, ...], str] | None


def definite_head(s: Sentence, i: int) -> bool:
    """Whether a noun for a state stands behind "the", "this" or "that" and no "of" behind it.

    Papers of the Gulf write "to Kingdom" too.
    """
    low = s.lowers[i]
    bare = low in _REALMS and s.text[s.starts[i]].isupper() and s.tags[i - 1] & PREP
    the = definite(s, i) or s.lowers[i - 1] == "that"
    return bool(the or bare) and s.lowers[i + 1 : i + 2] != ["of"]


def singular_party(
    discourse: Discourse, s: Sentence, i: int, here: list[str], subject: tuple[str, ...]
) -> _Found:
    """The state meant by item ``i``, behind the parties ``here`` of the sentence, the first of them its ``subject``."""
    low = s.lowers[i]
    if s.text[s.starts[i]].isupper() and low not in _CAPITALISED:
        return None
    if s.lowers[i - 1] == "that" and here:
        other = _of_emigrants(discourse, s, i, here)
        return ((other or here)[-1],), f"that {low}: the one named last" + " before" * bool(other)
    if low == "island" or s.lowers[i - 1] == "island":
        return _island(discourse, low, subject, acts=not here)
    if s.lowers[i - 1] in _REGIONAL:
        return None  # "the Andean nation", where none of the Andes was named
    if quoting := _who_quotes(discourse, s, i):
        return (quoting,), f"the {low}: who is quoted, no one of those named in the quotation"
    if abroad := _acted_in(discourse, s, i, here):
        return (abroad,), f"the {low}: the one told of before, in which others act"
    anchor = discourse.anchor
    if anchor and low == "country" and here and anchor not in here and s.lowers[i - 2] in ("in", "to"):
        if s.lowers[i - 1] == "the" and anchor not in discourse.bodies and len(set(here)) > 1:
            return (anchor,), f"the {low}: the one that the article is on, where others act"
    if anchor and _is_to(s, i, low) and here and anchor not in here and anchor not in discourse.bodies:
        return (anchor,), f"the {low}: the one that the article is on, towards which another stands"
    # where partner after partner is measured, "the country" is the one whose figures are told
    told = len(discourse.spoken) > 1 and "Q" in s.kinds and s.lowers[i - 1] != "this"
    codes = (
        subject
        if len(subject) == 1
        else (discourse.host if told else ()) or discourse.topic or discourse.subject
    )
    if low in _REALMS:
        fitting = (c for c in (*codes, *discourse.pair, *reversed(discourse.history)) if c in _REALMS[low])
        codes = tuple(islice(fitting, 1)) or codes  # no republic, though a republic is the subject
    verb = s.verb_at.get(i - 2)
    acts = verb is not None and not verb.passive and (verb.finite or verb.lemma in _GOING)
    if len(subject) == 1 and _post_of(s, i):
        return subject, f"the {low}: the subject, whose post abroad it is"
    if subject and acts and codes == subject:
        # "Spain sold the country locomotives", "the last Spaniard to visit the country": not itself
        own = tuple(c for c in (discourse.anchor,) if c and c not in subject)
        return _one(discourse.other(codes) or own, f"the {low}: the other party")
    if codes == subject and _abroad(discourse, s, i, here):
        return _one(discourse.other(codes), f"the {low}: the other party")
    if len(codes) == 1 and codes[0] in counterparts(s, i):
        return _one(discourse.other(codes) or discourse.two(codes)[1:], f"the {low}: the other party")
    return _one(codes, f"the {low}: the subject")


def _island(discourse: Discourse, low: str, subject: tuple[str, ...], *, acts: bool) -> _Found:
    """The island spoken of last, or of the two of the text, towards which another acts; none where no island was named."""
    spoken = (*(discourse.subject if acts else ()), *reversed(discourse.history), *discourse.pair)
    islands = [c for c in spoken if c in _ISLANDS]
    others = [c for c in islands if c not in subject] or islands
    return _one(tuple(others[:1]), f"the {low}: the island spoken of last")


def _acted_in(discourse: Discourse, s: Sentence, i: int, here: list[str]) -> str:
    """The one state of the sentence before, where another's people do something "in the country" or turn to it; or "".

    "Malawi lost a bridge. A Norwegian company is to rebuild it for the country", "Benin has signed a treaty with the country".
    """
    if len(discourse.spoken) != 1 or s.lowers[i - 1] != "the" or not here:
        return ""
    if s.lowers[i + 1 : i + 2] in (["'s"], ["’s"], ["'"], ["’"]):
        return ""  # "with the country's growers": of who acts as well
    (before,) = discourse.spoken
    if before in here or before in discourse.bodies or len(set(here)) != 1 or here[0] in discourse.bodies:
        return ""
    low = s.lowers[i - 2]
    if low not in words("discourse.singular_parties", "towards"):
        return ""
    acts = [g for g in s.groups if g.main < i and g.clause == s.clause[i] and not g.infinitive]
    if not acts or acts[0].lemma in _OWN or acts[0].lemma in words("frames", "saying"):
        return ""
    who = next((k for k in range(acts[0].first) if s.kinds[k] in "PH" and s.codes[k]), -1)
    if who < 0 or s.clause[who] != s.clause[i]:
        return ""
    if low not in ("in", "into"):
        return before
    named = s.kinds[who] == "P" and getattr(s.refs[who], "form", "") == "name"
    return before if not named or s.lowers[who + 1] in ("'s", "’s") else ""


def _post_of(s: Sentence, i: int) -> bool:
    """Whether "the country's" goes with an embassy: whoever opens it is of the country that sends."""
    if s.lowers[i + 1 : i + 2] not in (["'s"], ["’s"]):
        return False
    return any(
        s.noun[k] in words("discourse.singular_parties", "posts") for k in range(i + 2, min(s.n, i + 6))
    )


def _is_to(s: Sentence, i: int, low: str) -> bool:
    """Whether somebody is something "to the country": "Malta is a supplier of salt to the country"."""
    if low != "country" or s.lowers[i - 2 : i] != ["to", "the"] or i < 3:
        return False
    acts = [g for g in s.groups if g.finite and g.main < i and g.clause == s.clause[i]]
    return len(acts) == 1 and acts[0].lemma in words("discourse.singular_parties", "standing")


def _of_emigrants(discourse: Discourse, s: Sentence, i: int, here: list[str]) -> tuple[str, ...]:
    """Where people of one country are who live "in that country": in the other of the two spoken of."""
    named = [k for k in range(i) if s.kinds[k] in "PH" and s.codes[k]]
    people = len(set(here)) == 1 and all(getattr(s.refs[k], "form", "") == "demonym" for k in named)
    return discourse.other(here) if people and named and s.lowers[i - 2] in _WHERE - {"of"} else ()


def _who_quotes(discourse: Discourse, s: Sentence, i: int) -> str:
    """Whose ministry says what is quoted before it: of whoever spoke last, else of the last subject; or ""."""
    low = s.lowers[i].rsplit(" ", 1)[-1]
    if low not in _ORGANS or not i:
        return ""
    quoted = in_quotation(s)
    named = [k for k in range(i) if s.kinds[k] in "PH" and s.codes[k]]
    if quoted[i] or not named or not all(quoted[k] for k in named):
        return ""
    if discourse.voice and discourse.spokesman.casefold().endswith(low):
        return discourse.voice
    return discourse.subject[0] if len(discourse.subject) == 1 else ""


def _abroad(discourse: Discourse, s: Sentence, i: int, here: list[str]) -> bool:
    """Whether what one of the document's two does "in the country" is done in that of the other.

    Of its own country one tells figures ("there are 40 hospitals in the country") and what it has or is.
    """
    if s.lowers[i - 2] not in _WHERE or "Q" in s.kinds or len(discourse.pair) != 2 or i < 3:
        return False
    if len(set(here)) != 1 or here[0] not in discourse.pair or here[0] in discourse.bodies:
        return False
    acts = [g for g in s.groups if g.main < i and g.clause == s.clause[i]]
    return bool(acts) and not acts[0].passive and acts[0].lemma not in _OWN


def _one(codes: tuple[str, ...], how: str) -> _Found:
    return (codes, how) if len(codes) == 1 else None
