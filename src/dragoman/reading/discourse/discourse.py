"""What a document is about so far: its pair, the last subject, the last person, the last group.

Pronouns, "the two countries", "both sides", "the leaders", "bilateral" get their parties here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.codes.bodies import body
from dragoman.reading.discourse.bygone import bygone
from dragoman.reading.discourse.courts import at_court, style_of
from dragoman.reading.discourse.cues import (
    bracketed,
    definite,
    expletive,
    holds,
    nameless,
    names_other,
    of_body,
    office_opening,
    only_where,
    owns_only,
    planner,
    sitting,
    starts_over,
    stranger_says,
    stranger_told,
    struck,
    subject_of,
    unnamed_office,
    with_named,
)
from dragoman.reading.discourse.delegations import Delegation, delegation_after, the_delegation
from dragoman.reading.discourse.firms import HEADS, Firm, bank_named, firm_after, firm_meant
from dragoman.reading.discourse.first_person import first_persons, in_quotation, publisher
from dragoman.reading.discourse.leading_labels import take_label
from dragoman.reading.discourse.nationals import acting_nationals, nationals_before
from dragoman.reading.discourse.offices import (
    OF_PAGE,
    SECRETARIES,
    last_teller,
    leading_officer,
    of_the_other,
    secretary_general,
    the_office,
    there_meant,
)
from dragoman.reading.discourse.peers import PEERS, peer_meant, without_owner
from dragoman.reading.discourse.plural_parties import acts_alone, both, plural_parties, they_who_met
from dragoman.reading.discourse.quotations import voice_of
from dragoman.reading.discourse.singular_parties import definite_head, singular_party
from dragoman.reading.discourse.whereabouts import does_harm, scenes
from dragoman.reading.syntax.lexicon import CONJ, PREP, SUB
from dragoman.reading.syntax.pronouns import (
    acting_together,
    addressing,
    all_before_verb,
    of_two,
    other_than_subject,
    relative_owner,
)
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["Discourse", "bracketed", "holds"]

_PLURAL_HEADS = words("discourse", "plural_heads")
_SINGULAR_HEADS = words("discourse", "singular_heads")
_HE = words("discourse", "he")
_IT = words("discourse", "it")
_COUNTED = {"two": 2, "three": 3, "four": 4}
_THEY = words("discourse", "they")
_WE = words("discourse", "we")
_I = words("discourse", "first_person") - _WE
_BODY_HEADS = words("discourse", "body_heads")
_RECENT = 24  # parties named before among which "the bloc" is looked for; assumed
_OFFICES = words("discourse", "offices")
_LEAD = 300  # characters of a text's lead
_TOPIC = words("discourse", "topic")
_BODY_NAMES = words("discourse", "body_names")
_REFERRING = frozenset({"there", "both", "bank", "lender", "delegation"}).union(
    PEERS,
    HEADS,
    _HE,
    _IT,
    _I,
    _WE,
    _THEY,
    _TOPIC,
    _PLURAL_HEADS,
    _SINGULAR_HEADS,
    _BODY_HEADS,
    _BODY_NAMES,
    _OFFICES,
    words("discourse", "counted_heads"),
    SECRETARIES,
)
"""Every word that may stand for a party: what no branch of `Discourse._resolve` asks for is passed over."""


_HOLDERS = words("discourse", "counted_heads") | {"ministers", "presidents", "leaders", "premiers"}
_LAST = _OFFICES | _HOLDERS
"""Last words of phrases that may stand for a party: "the foreign minister", "the two foreign ministers"."""


def _circle(m: Any) -> bool:
    """Whether a format of many states is only what is talked about: "progress of the Eastern Partnership"."""
    return len(m.codes) > 3 and m.kind == "P" and m.cue not in ("subj", "with", "by")


def _hub(titled: Sequence[str], ranked: Sequence[str], counts: Counter[str]) -> str | None:
    """Who has ties with the two of a title and is not named there: "Ties with Laos and Cambodia grow" in a text on Vietnam and Laos."""
    hub = next((c for c in ranked[:2] if c not in titled), None)
    if hub is None or counts[hub] < _OFTEN or min(counts[c] for c in titled) > 1:
        return None
    return hub


_OFTEN = 4  # times that a text names whom it is about though its title names two others; assumed


def _may_refer(s: Sentence) -> bool:
    """Whether a word that may stand for a party is in the sentence, or an office of several words."""
    forms = s.forms
    if not _REFERRING.isdisjoint(forms) or "two" in forms:
        return True
    return any(" " in form and form.rpartition(" ")[2] in _LAST for form in forms)


@dataclass(slots=True)
class Discourse:
    """Mutable reading state of one document; sentences are fed in order."""

    pair: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    """The title's one country and the other most spoken of: officers may be of either, nothing more is filled."""
    anchor: str | None = None
    bodies: frozenset[str] = frozenset()
    blocs: frozenset[str] = frozenset()
    headed: str | None = None  # the one body in the title
    """Two bodies that the document is about ("EFTA and Mercosur"): here they act as states do, and are no bodies."""
    history: list[str] = field(default_factory=list)
    subject: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()  # the grammatical subject of the sentence before
    nationals: tuple[str, ...] = ()
    person: Any = None
    group: tuple[str, ...] = ()
    known: list[Any] = field(default_factory=list)
    cast: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    """Every country of the last sentence that named several."""
    participants: tuple[str, ...] = ()
    visit: tuple[str, str] = ("", "")  # who went where in the visit told last
    met: tuple[str, ...] = ()
    """Three or more who met last: "the three presidents" also behind a sentence on others."""
    home: str | None = None
    filed: str | None = None  # the state in which it was filed, where its dateline says so
    speaks_alone: bool = False
    """Whether the text is of `home` alone, no joint statement: "we condemn" is then its own."""
    own_offices: set[str] = field(default_factory=set)
    """Offices told of without a name as those of `home`: "the Prime Minister" stays that one."""
    host: tuple[str, ...] = ()
    """Whose figures the document tells, partner by partner."""
    first_other: str | None = None
    spoken: frozenset[str] = frozenset()
    """The parties of the sentence before."""
    circles: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The countries named together last, by how many they were: "the three countries"."""
    couple: tuple[str, ...] = ()  # two of a title's three or more that acted together last
    addressed: tuple[str, tuple[str, ...]] = ("", ())
    """Who spoke to or of two others last, and these: "Peru urged Chile and Cuba"."""
    sitting: tuple[str, ...] = ()
    """The body whose ministers or leaders were spoken of last: "the ministers" are then these."""
    delegation: Delegation = field(default_factory=Delegation)
    spokesman: str = ""
    """The institution that was said to have said so last: whom "it said" means."""
    voice: str = ""
    """The country of whoever said something last: whose "the statement" is that goes on."""
    organ: str = ""
    """The last word of the name of the body's organ named last: "council" of "Security Council"."""
    bank: tuple[str, ...] = ()  # whose the bank named last is
    firm: Firm | None = None
    """The firm or fund of one state in the sentence before: whom "the company" means."""
    partners: list[tuple[int, str]] = field(default_factory=list)
    """In an article on one country's relations: where the paragraphs on a partner begin, and which."""
    paragraph: int = -1
    closed: bool = False
    """Whether the document names no country but the pair."""
    titled: bool = False
    """Whether the title names just the pair ("Chad–Peru relations"): then "both nations" are these."""

    @classmethod
    def of(cls, mentions: Iterable[Any], title_codes: Sequence[str], bodies: frozenset[str]) -> Discourse:
        """The document's pair: from its title, else its two most frequent countries."""
        counts: Counter[str] = Counter()
        order: dict[str, int] = {}
        lead: set[str] = set()
        for m in mentions:
            lead |= {c for c in m.codes if m.start < _LEAD and c not in bodies}
            for code in m.codes:
                counts[code] += 1
                order.setdefault(code, len(order))
        talks: tuple[str, ...] = ()
        titled = list(dict.fromkeys(title_codes))
        countries = [c for c in titled if c not in bodies] or titled
        ranked = sorted((c for c in counts if c not in bodies), key=lambda c: (-counts[c], order[c]))
        if len(countries) == 2 and (hub := _hub(countries, ranked, counts)):
            titled = countries = [hub]
        if len(countries) == 2:
            pair = tuple(countries)
        elif len(titled) == 2:
            pair = tuple(titled)
        elif len(countries) == 1:
            rest = [c for c in ranked if c != countries[0]]
            clear = rest and (len(rest) == 1 or counts[rest[0]] >= 2 * counts[rest[1]])
            if (
                rest
                and not clear
                and counts[rest[0]] > max(2, counts[rest[1]])
                and order[rest[0]] < order[rest[1]]
            ):
                talks = (countries[0], rest[0])
            pair = (countries[0], rest[0]) if clear else (countries[0],)
        else:
            clear = len(ranked) == 2 or (
                len(ranked) > 2 and counts[ranked[1]] >= max(3, 2 * counts[ranked[2]])
            )
            # the lead names the two, and nobody else is spoken of as often
            clear = clear or (
                len(ranked) > 2 and lead == set(ranked[:2]) and counts[ranked[1]] > counts[ranked[2]]
            )
            if len(ranked) >= 2 and clear:
                pair = tuple(ranked[:2])
            elif len(ranked) == 1 and len(counts) == 2:
                pair = tuple(sorted(counts, key=lambda c: order[c]))
            else:
                pair = ()
        blocs = (
            frozenset(pair)
            if len(pair) == 2 and bodies.issuperset(pair) and set(pair) <= set(titled)
            else frozenset()
        )
        cast = tuple(countries) if 2 < len(countries) <= 8 else ()
        anchor = countries[0] if len(countries) == 1 else None
        first = next((c for c in order if c not in bodies and c != anchor), None) if anchor else None
        return cls(
            first_other=first,
            titled=len(countries) == 2,
            closed=len(pair) == 2 and set(ranked) == set(pair),
            pair=pair,
            talks=talks or pair,
            cast=cast,
            group=cast,
            anchor=anchor,
            bodies=bodies - blocs,
            blocs=blocs,
            headed=next(iter(bodies.intersection(titled)), None)
            if len(bodies.intersection(titled)) == 1
            else None,
        )

    def meet_home(self) -> None:
        """Take who publishes and whom the title names as those who met, all through the document."""
        others = self.cast or ((self.anchor,) if self.anchor else self.pair)
        circle = tuple(dict.fromkeys((self.home, *others))) if self.home else ()
        if 1 < len(circle) <= 8:
            self.cast = self.group = tuple(c for c in circle if c)
            if len(circle) == 2:
                self.pair = self.cast

    def row(self, s: Sentence) -> None:
        """Take a leading label out of the sentence: the country of a table row, a dateline's place."""
        take_label(self, s)

    def two(self, here: Sequence[str] = ()) -> tuple[str, ...]:
        """The pair meant by "the two countries" after the parties ``here`` of the sentence."""
        near = [c for c in dict.fromkeys(reversed(here)) if c not in self.bodies]
        met = self.participants
        if len(near) == 1 and len(met) == 2 and near[0] in met and not self.titled:
            return met
        if not near and self.couple:
            return self.couple
        if len(near) == 2:
            return tuple(reversed(near))
        if len(near) > 2 and self.pair and set(self.pair) <= set(near):
            return self.pair
        if len(near) > 2:
            return tuple(reversed(near[:2]))
        if len(near) == 1:
            if near[0] in self.pair and len(self.pair) == 2:
                return self.pair
            if self.anchor and self.anchor not in near:
                return (self.anchor, near[0])
            other = next(
                (c for c in reversed(self.history) if c != near[0] and (c not in self.bodies or c == "EU")),
                None,
            )
            return (near[0], other) if other else ()
        if self.titled and set(self.pair) & {*self.subject, *(self.group if len(self.group) < 3 else ())}:
            return self.pair  # whom one of the two dealt with last is no third of theirs
        if len(self.group) == 2:
            return self.group
        recent = [c for c in dict.fromkeys(reversed(self.history[-12:])) if c not in self.bodies]
        if len(self.pair) == 2 and (not recent or set(recent[:2]) & set(self.pair)):
            return self.pair
        if len(recent) >= 2:
            return (recent[1], recent[0])
        if len(self.pair) == 2:
            return self.pair
        if not self.history and self.anchor and self.first_other:
            return (self.anchor, self.first_other)
        both = [c for c in dict.fromkeys(reversed(self.history)) if c not in self.bodies or c == "EU"][:2]
        return tuple(reversed(both)) if len(both) == 2 else ()

    def other(self, codes: Sequence[str]) -> tuple[str, ...]:
        """The other side of the pair, seen from ``codes``."""
        if len(self.pair) == 2:
            rest = tuple(c for c in self.pair if c not in codes)
            if len(rest) == 1:
                return rest
            own = [c for c in rest if c in self.blocs and set(codes) & set(body(c).members)]
            if len(own) == 1:
                return tuple(c for c in rest if c not in own)  # a member speaks for its bloc
        if self.anchor and self.anchor not in codes:
            return (self.anchor,)
        if not self.pair and len(self.group) == 2 and len(set(self.group) & set(codes)) == 1:
            return tuple(c for c in self.group if c not in codes)
        return ()

    def anaphora(self, s: Sentence) -> dict[int, tuple[tuple[str, ...], str]]:
        """Parties of pronouns and of "the two countries" by item number."""
        out: dict[int, tuple[tuple[str, ...], str]] = {}
        here: list[str] = []
        subject: tuple[str, ...] = ()
        person = None
        speaker = first_persons(s, self.person)
        if not speaker and not _may_refer(s):
            return out
        quoted, told = in_quotation(s), None
        for i, (kind, low) in enumerate(zip(s.kinds, s.lowers, strict=True)):
            if kind == "P" or kind == "H":
                before = s.lowers[i - 1] if i else ""
                if not only_where(s, i, before, here):
                    here.extend(s.codes[i])
                k = i - 1 if before != "the" else i - 2  # "and the Indonesian government said it"
                opens = (
                    k < 0
                    or s.lowers[k] in (",", ";", "“", '"')
                    or (s.tags[k] & (SUB | CONJ) and not s.tags[k] & PREP)
                )
                if (
                    s.codes[i]
                    and not does_harm(s, i)
                    and (not subject or (opens and starts_over(s, i) and s.codes[i][0] not in self.bodies))
                ):
                    subject = s.codes[i]
                if kind == "H":
                    person = s.refs[i]
                    told = told if quoted[i] else person
            elif kind == "Q" and low in _COUNTED and acts_alone(s, i):
                circles = (self.group, self.participants) if not here else ()
                codes = next((c for c in circles if len(c) == _COUNTED[low]), ())
                if low == "two" and not codes:
                    codes = self.two(here)
                if len(codes) == _COUNTED[low]:
                    out[i] = (codes, f"the {low}: the parties spoken of")
            elif i in speaker:
                out[i] = ((speaker[i],), f"{low}: who speaks")
            elif kind != "w" or not (low in _REFERRING or (" " in low and low.rpartition(" ")[2] in _LAST)):
                continue
            elif low == "there":
                there = there_meant(self, s, i)
                if there:
                    out[i] = there
            else:
                told_by = person if quoted[i] else told  # nobody named in a quotation is "he" who says it
                found = self._resolve(s, i, low, here, subject, told_by)
                if found:
                    out[i] = found
                    subject = without_owner(s, i, out, subject)
                    if not subject and len(found[0]) == 1:
                        subject = found[0]
                    elif len(found[0]) >= 2 and low in _PLURAL_HEADS and not here:
                        here.extend(found[0])  # "the two countries announced that they"
        return out

    def _resolve(
        self, s: Sentence, i: int, low: str, here: list[str], subject: tuple[str, ...], person: Any
    ) -> tuple[tuple[str, ...], str] | None:
        two, he = self.participants or self.group, getattr(self.person, "country", None)
        if low in ("him", "her") and (other := other_than_subject(s, i, self.known, two, he)):
            return (other,), f"{low}: not who does it"
        if low in _HE:
            if style_of(s, i):
                return None  # "His Highness"
            own = office_opening(s, i) if person is None else None
            if own:
                return own, f"{low}: whose office opens the sentence"
            who = of_two(s, i, low) or person or self.person
            return ((who.country,), f"{low}: {who.name}") if who is not None and who.country else None
        if low in _IT:
            if low in ("it", "its") and not subject and names_other(s, i):
                return None  # "Acme Holdings announced it had signed": it is Acme
            if low == "it" and s.lowers[i - 1] == "of" and "Q" in s.kinds[max(0, i - 2) : i]:
                return None  # "€12.9 billion of it Spanish exports": it is an amount
            if low == "itself" and i and s.kinds[i - 1] == "w" and s.noun[i - 1]:
                return None  # "the treaty itself"
            if low in ("it", "its") and (own := planner(s, i) or relative_owner(s, i)):
                return own, f"{low}: whose plan or clause it is"
            codes = subject if len(subject) == 1 else () if subject else self.subject
            codes = () if low == "it" and expletive(s, i) else struck(s, i, here, codes)
            return (codes, f"{low}: the subject") if len(codes) == 1 else None
        if (low in _WE or low in _I) and (page := publisher(self, s, i)):
            return (page,), f"{low}: who publishes the text"
        if low == "us" and s.lowers[i - 1] == "between" and len(set(here)) == 2:
            return tuple(dict.fromkeys(here)), "us: the two of the sentence"
        if low in _WE and self.person is None and person is None:
            return None
        if low in _THEY:
            if not here and self.nationals and low in ("they", "their"):
                return self.nationals, f"{low}: whose people or firms acted"
            if low == "they" and (own := nationals_before(s, i)):
                return own, "they: whose people or firms open the sentence"
            if len(set(here)) > 2 and all_before_verb(s, i, here, self.bodies):
                return tuple(dict.fromkeys(here)), f"{low}: the parties"
            codes = self.participants or (self.group if len(self.group) > 1 else ()) if not here else ()
            codes = codes or they_who_met(self, s, i, here) or self.two(here)
            if here and len(set(here)) == 1 and not self.group:
                return ((here[0],), f"{low}: the party before") if low == "their" else None
            if low == "their" and here and len(set(here)) == 1 and i + 1 < s.n:
                codes = self.two(here)
            return (codes, f"{low}: the parties") if len(codes) > 1 else None
        if low in _TOPIC:
            if with_named(s, i):
                return None  # "a bilateral meeting with Chile's minister": the sentence says whose
            codes = self.two(here)
            if not here and len(self.group) == 2:
                codes = self.group
            return (codes, f"{low}: the document's pair") if len(codes) == 2 else None
        if low in PEERS:
            return peer_meant(self, s, i, low, person)
        if low == "both":
            return both(self, s, i, here)
        if low == "heads" and of_body(s, i):
            return None  # "the Heads of Government of the bloc"
        if low in _PLURAL_HEADS or low.rpartition(" ")[2] in _HOLDERS:
            return plural_parties(self, s, i, here)
        if low in _SINGULAR_HEADS and i and definite_head(s, i):
            return singular_party(self, s, i, here, subject)
        bodily = low in _BODY_HEADS or low in _BODY_NAMES
        named_body = (
            bodily
            and low in (_BODY_NAMES if s.text[s.starts[i]].isupper() else _BODY_HEADS)
            and s.lowers[i + 1 : i + 2] != ["of"]
            and not (i + 1 < s.n and s.noun[i + 1] and not s.tags[i + 1])  # "the association agreement"
        )
        # "the council", where a council was named
        if i and s.lowers[i - 1] == "the" and (named_body or (low in _BODY_NAMES and self.organ == low)):
            body = self.body(s, i)
            return ((body,), f"the {low}: the body spoken of") if body else None
        if low in ("bank", "lender") and definite(s, i) and s.kinds[i - 1] == "w":
            codes = bank_named(s, i) or self.bank
            return (codes, f"the {low}: the one named last") if codes else None
        if low == "delegation" and self.delegation.codes and the_delegation(s, i):
            return self.delegation.codes, "the delegation: the one told of"
        if low in HEADS:
            return firm_meant(s, i, low, self.firm)
        if low in SECRETARIES:
            return secretary_general(s, i, self.known, self.history)
        if low.rpartition(" ")[2] in _OFFICES:
            return self._officer(s, i)
        return None

    def _officer(self, s: Sentence, i: int) -> tuple[tuple[str, ...], str] | None:
        opens, args = not self.history and self.person is None, (self.known, self.home, self.own_offices)
        found = at_court(s, i, self.filed) or the_office(s, i, self.person, *args, opening=opens)
        found = found or of_the_other(s, i, self.pair)
        if found and found[1].endswith(OF_PAGE):
            self.own_offices.add(found[1][4:].partition(":")[0])
        return found

    def body(self, s: Sentence | None = None, before: int = 0) -> str | None:
        """The body named last, in the sentence before an item or in the text before it."""
        here = [c for k in range(before) if s is not None and s.kinds[k] == "P" for c in s.codes[k]]
        recent = [*self.history[-_RECENT:], *here]
        return next((c for c in reversed(recent) if c in self.bodies), self.headed)

    @property
    def topic(self) -> tuple[str, ...]:
        """The title's one country, where the sentence before speaks of it too, or none does: then "the country" is that."""
        opens = not self.history and self.anchor not in self.bodies
        return (self.anchor,) if self.anchor and (self.anchor in self.spoken or opens) else ()

    def after(self, s: Sentence) -> None:
        """Remember the sentence just read."""
        self.spoken = frozenset(c for m in s.mentions for c in m.codes) or self.spoken
        self.delegation = delegation_after(s, self.delegation)
        self.firm = firm_after(s, self.firm)
        self.bank = bank_named(s) or self.bank
        circle = self.group
        scenery = scenes(s, self.group or self.pair)
        aside = bracketed(s) | scenery | bygone(s, self.pair, self.titled)  # bring in nobody
        for m in s.mentions:
            if m.kind in "PH" and m.form != "none" and m.item not in aside and not _circle(m):
                self.history.extend(m.codes)
            if m.kind == "P" and m.codes[0] in self.bodies:
                self.organ = s.lowers[m.item].rsplit(" ", 1)[-1]
        people = [i for i, kind in enumerate(s.kinds) if kind == "H"]
        named = [i for i in people if s.refs[i].country]
        leading = [m.item for m in s.mentions if m.kind == "H" and m.cue == "subj"]
        # whoever acts is spoken of last: "the president" of the next sentence is not one only named beside
        self.known.extend(s.refs[i] for i in sorted(named, key=leading.__contains__) if s.refs[i].role)
        if len(leading) > 1 and s.lowers[leading[0] + 1 : leading[1]] == [","]:
            leading = leading[1:]  # "In talks with Oman's minister, Mr. A, Mr. B said"
        opens = people[0] if people else -1
        if opens >= 0 and not s.refs[opens].country and s.groups and opens < s.groups[0].first:
            self.person = s.refs[opens]  # whose country nobody said: "she" is of no country then
        elif (teller := stranger_told(s)) is not None or stranger_says(s):
            self.person = teller  # "..., Cheon Ho-seon said": "he" who goes on is nobody named before
        elif unnamed_office(s):
            # "The Vice President met Mr. A": who she is nobody said, unless the text did before
            self.person = next((p for p in reversed(self.known) if holds(p.role, s.lowers[1])), None)
        elif (envoy := nameless(s)) is not None:
            self.person = envoy  # "the Qatari diplomat praised President A": then "he" is not A
        elif self.person is not None and any(s.lowers[i] in ("he", "she") for i in range(max(opens, 0))):
            pass  # "she met with Mr. A": the next "she" is the same
        elif (officer := leading_officer(s, self.known)) is not None:
            self.person = officer
        elif (teller := last_teller(s, named)) is not None:
            self.person = teller
        elif len(named) > 1 and any(s.lowers[i] in _HE for i in range(named[0] + 1, named[-1])):
            self.person = s.refs[named[0]]  # "was told by envoy A, when she gave her papers to President B"
        elif self.person is not None and all(owns_only(s, i) for i in named):
            pass  # "The win marks Moyo's return": "he" is whoever was spoken of before
        elif named:
            self.person = s.refs[leading[0] if leading and leading[0] in named else named[-1]]
        bodies = [who.source for _, who in s.said or () if who.type == "institution"]
        self.spokesman = bodies[-1] if bodies else self.spokesman
        self.voice = voice_of(s) or self.voice
        told = [who.source for _, who in s.said or () if who.inverted and who.type == "person"]
        if told:  # "A has asked B for help, said C": "he" of the next sentence is C
            self.person = next((s.refs[i] for i in named if s.refs[i].name == told[-1]), self.person)
        lead = [m for m in s.mentions if m.cue == "subj" and m.kind in "PHA"]
        if lead or s.mentions:
            self.nationals = acting_nationals(s)
        self.doer = subject_of(s)
        if lead:
            codes = lead[0].codes
            if len(codes) == 1 and codes[0] not in self.bodies:
                self.subject = codes
        elif s.mentions:
            first = next(
                (
                    m
                    for m in s.mentions
                    if m.kind in "PH"
                    and len(m.codes) == 1
                    and m.codes[0] not in self.bodies
                    and not (m.form == "capital" and m.cue in ("in", "at"))
                ),
                None,
            )
            if first is not None:
                self.subject = first.codes
        distinct = list(
            dict.fromkeys(
                c
                for m in s.mentions
                if m.kind in "PH" and m.item not in aside and not _circle(m)
                for c in m.codes
                if c not in self.bodies
            )
        )
        acting = {c for m in s.mentions if m.cue in ("subj", "with", "between") for c in m.codes}
        if self.participants and (acting - set(self.participants) - self.bodies) and not self.cast:
            self.participants = ()  # others act now; whom the talks were about changes nothing
        if self.cast and set(distinct) <= set(self.cast):
            self.group = self.cast  # the document's own circle stays "they"
        elif len(distinct) == 2:
            self.group = tuple(distinct)
        elif len(distinct) > 2:
            self.group = tuple(distinct) if len(distinct) <= 8 else ()
        elif len(distinct) == 1 and self.group and distinct[0] not in self.group:
            self.group = ()
        if 2 <= len(distinct) <= 8:
            self.company = tuple(distinct)
            self.circles[len(distinct)] = self.company
        self.addressed = addressing(s, self.bodies) or self.addressed
        self.sitting = sitting(s, self.bodies, self.sitting)
        together = acting_together(s, self.bodies)
        if len(together) == 2 and len(self.cast) > 2:
            self.couple = together
        if together and not self.cast:
            self.participants = together
            if not set(together) < set(circle):  # two of three who met stay the two of three
                self.group = together
