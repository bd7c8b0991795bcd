"""Actor and recipient of a frame: from grammar first, then from the sentence, then from the document's pair."""

from __future__ import annotations

from functools import lru_cache

from dragoman.codes.bodies import is_body
from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames.agents import codes_of, patients_of, role_of, without_nested
from dragoman.reading.frames.beside import first_joined
from dragoman.reading.frames.deeds_told import fill_from_deed
from dragoman.reading.frames.linked_places import places_linked
from dragoman.reading.frames.mutual_roles import of_pair, urges
from dragoman.reading.frames.role_fills import (
    fill_from_clause_before,
    fill_from_owner,
    fill_from_pair,
    fill_from_sentence_before,
)
from dragoman.reading.frames.rules import Rule
from dragoman.reading.frames.sides import Sides
from dragoman.reading.frames.stance_roles import before_stance, meant_by_it, nobodys_violence, struck, suffers
from dragoman.reading.frames.strangers import stranger_behind, visitor_of_pair
from dragoman.reading.frames.works import contractors, of_works
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import load_lexicon
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["directed_parties"]

_NAMED = frozenset({"name", "capital", "acronym", "alias"})
_TOGETHER = frozenset({"jointly", "together"})
_VISIT_WORDS = frozenset({"state", "official", "working", "two-day", "three-day", "-", "day"})
_WORKS = ("construction", "modernisation")


def directed_parties(
    rule: Rule, s: Sentence, g: Group | None, noun: int, clause: int, d: Discourse, because: dict[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...], list[Mention]]:
    """Who acts and towards whom, and the mentions that say so.

    Parameters
    ----------
    rule : Rule
        Which places of the sentence its actor and its recipient may stand at.
    s, g, noun, clause
        The sentence, the verb group that triggered (or None), the item of the noun that did (or -1), the clause.
    d : Discourse
        What the document is about so far.
    because : dict
        Gets why each side was filled, for `dragoman explain`.
    """
    t = Sides(rule, s, g, noun, clause, d, because)
    _actor_from_grammar(t)
    _partners(t)
    if not _recipient_from_grammar(t):
        return t.told
    if rule.mode == "visit" and not t.actor:
        t.actor = visitor_of_pair(s, g, d.pair if d.titled else (), t.recipient)
    _contractors(t)
    _protest_of_embassy(t)
    _supplier_and_supplied(t)
    _helped(t)
    _entrusted(t)
    if t.because.get("recipient") == "to" and rule.kind == "project" and rule.mode in _WORKS:
        begins = (c for c in t.origin if c not in t.actor)  # "a line from A to B": in both
        t.recipient = tuple(dict.fromkeys((*begins, *t.recipient)))
    together = t.because.get("actor") == "agent, and those agreed with"
    if together and set(t.recipient) <= set(t.actor):
        t.recipient = ()
    if _line_of_two(t) and set(t.recipient) <= set(t.actor) and not any(map(is_body, t.actor)):
        t.recipient = ()
    if rule.joint and rule.kind == "project" and t.because.get("recipient") == "to":
        if len(t.actor) > 1 and set(t.recipient) <= set(t.actor):
            t.recipient = ()  # "Chad and Niger agreed to build a road to the Nigerien border"
    if _states_together(t):
        t.recipient = ()
    if len(t.actor) > 1 and t.recipient and set(t.recipient) < set(t.actor):
        t.actor = t.others(t.actor, t.recipient)  # "opened their embassy in Washington"
    fill_from_clause_before(t)
    fill_from_owner(t)
    fill_from_deed(t)
    if not fill_from_pair(t):
        return (), (), t.used
    fill_from_sentence_before(t)
    return t.told


def _states_together(t: Sides) -> bool:
    """Whether two states build what lies in one of them: "Chad and Niger will build a line from Maradi to the border"."""
    if not (t.rule.joint and t.rule.verb) or t.rule.mode not in _WORKS or t.because.get("actor") != "agent":
        return False
    agents = [m for m in t.used if set(m.codes) & set(t.actor) and m.cue == "subj"]
    both = len({c for m in agents for c in m.codes}) > 1 and set(t.recipient) <= set(t.actor)
    return both and all(
        not m.owner and m.kind == "P" and m.form in ("name", "alias", "capital", "acronym") for m in agents
    )


def _actor_from_grammar(t: Sides) -> None:
    at_home = False
    for cue in _actor_cues(t):
        if t.rule.mode == "invitation" and cue == "agent" and t.noun > 1:
            if t.s.lowers[t.noun - 2 : t.noun] == ["at", "the"]:
                continue  # who comes "at the invitation of" somebody has invited nobody
        if t.rule.mode == "invitation" and cue == "agent" and _takes_up(t):
            continue  # "accepted the invitation": another's
        if cue in ("agent", "subj") and _hails_visit(t):
            continue
        standing = t.at(cue)
        if not standing:
            continue
        got = _visitors(t, cue, standing)
        at_home = at_home or not got
        if cue == "by":
            got = [m for m in got if not (_of_other_deed(t, m) or _by_other_verb(t, m))]
        codes = codes_of(got)
        if codes and (cue != "agent" or of_works(t.rule, t.s, t.g, t.noun)):
            t.actor, t.used = codes, [*t.used, *got]
            t.because["actor"] = cue
            return
    if at_home and t.rule.mode == "visit" and t.rule.fill and t.noun >= 0 and (hosts := _hosts(t)):
        t.actor = _met_at_home(t, hosts) or t.d.other(tuple(hosts))
        t.because["actor"] = "the other party of the document's pair"


_HAILING = frozenset({"applaud", "appreciate", "commend", "hail", "laud", "praise", "value", "welcome"})


def _hails_visit(t: Sides) -> bool:
    """Whether whoever acts only receives the visit gladly: "the host welcomed the visit as historic"."""
    return (
        t.rule.mode == "visit"
        and t.noun >= 0
        and t.g is not None
        and t.g.lemma in _HAILING
        and not t.g.passive
    )


_VISITING = frozenset({"pay", "make", "undertake", "conduct", "carry out", "complete", "plan"})


def _by_other_verb(t: Sides, m: Mention) -> bool:
    """Whether "by" hangs on a verb that pays no visit: "the visit to A and the help provided by B"."""
    verb = t.s.verb_at.get(m.governor)
    return (
        t.rule.mode == "visit"
        and t.noun >= 0
        and verb is not None
        and verb is not t.g
        and verb.lemma not in _VISITING
    )


def _of_other_deed(t: Sides, m: Mention) -> bool:
    """Whether "by" hangs on something else than an active verb of stance: "backed efforts by A", "in a tweet by A"."""
    active = t.rule.kind == "stance" and t.noun < 0 and t.g is not None and not t.g.passive
    return active and t.g is not None and m.governor != t.g.main


_ACCEPTING = words("frames.roles", "accepting")
_SETTLED = words("frames.roles", "settled")


def _takes_up(t: Sides) -> bool:
    """Whether the verb has an invitation as what somebody else made."""
    if (
        t.noun > 1
        and "for" in t.s.lowers[t.noun - 2 : t.noun]
        and "to" not in t.s.lowers[t.noun : t.noun + 2]
    ):
        return True  # "gratitude for the invitation"
    if t.g is None or t.g.lemma not in _ACCEPTING or t.g.passive or t.noun < t.g.main:
        return False
    return t.s.lowers[t.noun + 1 : t.noun + 2] != [
        "to"
    ]  # "accepted an invitation to visit": the visit is told


def _met_at_home(t: Sides, hosts: set[str]) -> tuple[str, ...]:
    """Whom the hosts met there: "Peru's president met the Kenyan delegation on a visit to Lima"."""
    if t.g is None or t.noun < t.g.main or t.s.lowers[t.noun - 2 : t.noun] != ["on", "a"]:
        return ()
    doing = {c for m in t.s.mentions if m.cue == "subj" and m.item < t.g.first for c in m.codes}
    met = [m for m in t.s.mentions if t.g.main < m.item < t.noun and m.cue in ("obj", "with")]
    guests = without_nested(met, t.d.bodies)
    codes = tuple(c for c in codes_of(guests) if c not in hosts)
    return codes if doing == hosts and len(codes) == 1 else ()


def _actor_cues(t: Sides) -> tuple[str, ...]:
    """Where the actor may stand, best first: "Kenya's president opened the Polish embassy" tells whose it is."""
    of_mission = t.rule.kind == "tie" and t.rule.mode in ("embassy", "consulate")
    if of_mission and t.noun >= 0 and t.g is not None and "agent" in t.rule.actor:
        return ("poss", "adj", "named_of", *t.rule.actor)
    return t.rule.actor


def _visitors(t: Sides, cue: str, got: list[Mention]) -> list[Mention]:
    if t.rule.mode != "visit":
        return got
    if t.noun >= 0:  # "he said that the emir would pay his first visit to Malta": not a Maltese
        there = _hosts(t)
        got = [m for m in got if not set(m.codes) <= there]
    if cue == "adj":
        # "his first bilateral visit" is his, not of the two
        return [m for m in got if not _destination(t, m) and not of_pair(m)]
    if cue == "poss":  # "an American's visit" is nobody's state
        return [m for m in got if m.form != "demonym" or t.s.lowers[m.item - 1] not in ("a", "an")]
    return [m for m in got if not urges(t.s, m)] if cue == "of" else got


def _hosts(t: Sides) -> set[str]:
    """The countries that the noun of a visit itself says it leads to: "her visit to Malta"."""
    return {
        c
        for m in t.s.mentions
        if m.cue == "to" and m.governor == t.noun and m.form in _NAMED and not m.owner
        for c in m.codes
    }


def _destination(t: Sides, m: Mention) -> bool:
    """Whether a name right before "visit" says where somebody else goes: "the premier's India visit"."""
    if m.form not in ("name", "capital", "acronym", "alias") or t.noun < 0 or t.s.lowers[m.item - 1] == "the":
        return False
    between = t.s.lowers[m.item + 1 : t.noun]
    others = [o for o in t.s.mentions if o.item < m.item and not set(o.codes) & set(m.codes)]
    return m.item < t.noun and set(between) <= _VISIT_WORDS and bool(others)


def _partners(t: Sides) -> None:
    """Those who act with the actor: "A with B built a line in C"."""
    if not t.rule.joint or t.because.get("actor") != "agent":
        return
    if "with" in t.rule.actor or "with" in t.rule.recipient:
        return
    linked = places_linked(t.s, t.g) if t.rule.mode in _WORKS else []
    partners = [
        m for m in role_of(t.s, "with", t.g, t.noun, t.clause, t.d)
        if m.kind == "P" and not m.owner and t.s.lowers[m.item - 1] == "with" and m not in linked
    ] or _signed_with(t)  # fmt: skip
    if together := _agreed_with(t):
        partners, t.because["actor"] = together, "agent, and those agreed with"
    t.actor = tuple(dict.fromkeys((*t.actor, *codes_of(partners))))
    t.used = [*t.used, *partners]


def _signed_with(t: Sides) -> list[Mention]:
    """The firm with which a deal was signed to do it: "signed a deal with its Kenyan partner to set up a plant"."""
    top = t.g.governor if t.g is not None and t.g.infinitive else None
    if t.g is None or top is None or t.rule.kind != "project":
        return []
    if top.lemma not in words("status", "committing_verbs"):
        return []
    return [
        m for m in t.s.mentions
        if m.cue == "with" and top.main < m.item < t.g.first and m.owner == "adj" and m.kind == "P"
    ]  # fmt: skip


def _agreed_with(t: Sides) -> list[Mention]:
    """Those with whom it was agreed to act together: "signed a pact with B and C to jointly build"."""
    top = t.g.governor if t.g is not None and t.g.infinitive else None
    if t.g is None or top is None or not _TOGETHER.intersection(t.s.lowers[t.g.first - 2 : t.g.main + 2]):
        return []
    return [m for m in t.s.mentions if m.cue == "with" and top.main < m.item < t.g.first and not m.owner]


def _recipient_from_grammar(t: Sides) -> bool:
    """Fill the recipient; False where the act is towards nobody that is a party."""
    rule = t.rule
    if rule.recipient and rule.kind == "stance" and rule.verb and not rule.object:
        if stranger_behind(t.s, t.g):
            _protest_of_embassy(t)
            return False
    if rule.mode in _WORKS and rule.verb and (linked := places_linked(t.s, t.g)):
        if not set(codes_of(linked)) & set(t.actor):
            t.recipient, t.used = codes_of(linked), [*t.used, *linked]
            t.because["recipient"] = "what the work links"
            return True
    for cue in rule.recipient:
        got = _recipients_at(t, cue)
        if rule.mode == "criticism" and _of_victims(t, got):
            return False
        if not got:
            continue
        codes = tuple(c for c in codes_of(got) if c not in t.actor or len(t.actor) > 1)
        if set(codes) >= set(t.actor):
            codes = t.others(codes, t.actor)
        if rule.mode in (
            "recognition",
            "honour",
        ):  # "one of the EU countries that does not recognise Kosovo"
            codes = tuple(c for c in codes if c not in t.d.bodies) or codes
        if codes:
            t.recipient, t.used = codes, [*t.used, *got]
            t.because["recipient"] = cue
            return True
    return True


def _in_company(t: Sides, m: Mention) -> bool:
    """Whether an aside names who acts along: "offered aid and, with Peru, to train nurses"."""
    lowers = t.s.lowers
    at = next((k for k in range(m.item - 1, max(0, m.item - 4), -1) if lowers[k] == "with"), 0)
    return at > 0 and m.cue == "with" and lowers[at - 1] == "," and lowers[m.item + 1 : m.item + 2] == [","]


def _recipients_at(t: Sides, cue: str) -> list[Mention]:
    rule, d, actor = t.rule, t.d, set(t.actor)
    if cue == "destination":
        return [m for m in t.at("adj") if _destination(t, m)]
    got = t.at(cue)
    if not got and not (rule.kind == "stance" and cue == "patient"):
        return got
    got = without_nested(got, d.bodies)
    if cue == "ahead":
        got = first_joined(t.s, [m for m in got if set(m.codes) - actor])
        if rule.joint and rule.mode == "interest" and len(actor) > 1:
            # "A and B agreed to deepen ties and work together on the war in C": between them, not towards C
            got = [m for m in got if m.cue not in ("in", "on", "of", "at")]
    if rule.kind == "stance":
        got = [m for m in got if not before_stance(m, cue, t.g) and not _in_company(t, m)]
        apart = cue == "between" or (got and cue == "ahead" and all(m.cue == "between" for m in got))
        # what lies between two others is what a mediator helps with; what they settle a third can welcome
        helped = "mediate" in rule.verb or not _SETTLED.isdisjoint(rule.object)
        if apart and rule.mode in ("interest", "support") and not helped and _of_two_others(got, actor):
            return []
    if rule.mode == "visit":
        got = [m for m in got if not urges(t.s, m) or _receives(t, m)]
        got = [m for m in got if not _of_other_journey(t, m)] if rule.verb else _own_destinations(t, got, cue)
        if cue == "for":  # "left for the bloc's summit"
            got = [m for m in got if not m.owner or m.head == "capital"]
    if rule.mode == "membership":
        got = [m for m in got if not _organ(t.s, m)]
    if len(t.actor) < 2 or t.because.get("actor") not in ("poss", "agent", "near_adj"):
        got = [m for m in got if set(m.codes) - actor]
    if rule.kind == "stance" and cue == "patient" and not got and t.g is not None:
        got = meant_by_it(t.s, t.g, actor)
    if rule.kind != "project":
        return got
    if cue == "to" and any(not m.owner for m in got):
        got = [m for m in got if m.owner != "poss"]  # "arms to Russia and China's support"
    if cue == "from":
        got = [m for m in got if not set(m.codes) <= d.bodies]  # "with loans from the bank"
    if cue == "on":
        got = [m for m in got if m.head in words("roles", "grounds")]
    if cue in ("in", "at") and len(t.actor) > 1:
        got = [m for m in got if not (m.form == "capital" and set(m.codes) <= actor)]
    return got


def _own_destinations(t: Sides, got: list[Mention], cue: str) -> list[Mention]:
    """Where a visit goes, not another noun: "the visit of A's premier to B, on exports to C"."""
    behind = sorted(m.item for m in got if m.item > t.noun) if cue == "to" else []
    return [m for m in got if not behind or not any(k in t.s.verb_at for k in range(behind[0], m.item))]


def _receives(t: Sides, m: Mention) -> bool:
    """Whether a party itself does what the rule's verb says: "was hosted by Malta's president"."""
    return bool(t.rule.verb) and t.g is not None and t.g.passive and m.cue == "by" and m.governor == t.g.main


def _of_two_others(got: list[Mention], actor: set[str]) -> bool:
    """Whether a matter lies between others than who speaks: "hoped for closer ties between A and B", said C."""
    named = {c for m in got for c in m.codes}
    return len(named) > 1 and not named & actor


def _of_other_journey(t: Sides, m: Mention) -> bool:
    """Whether a place hangs on a visit told beside a verb with a place of its own: "came to A after a visit to B"."""
    if t.g is None or m.governor in (-1, t.g.main) or t.s.noun[m.governor] not in _journeys():
        return False
    return any(
        o.governor == t.g.main and o.cue in t.rule.recipient and not set(o.codes) & {*m.codes, *t.actor}
        for o in t.s.mentions
    )


@lru_cache(maxsize=1)
def _journeys() -> frozenset[str]:
    return load_lexicon().noun_classes["visit"]


def _organ(s: Sentence, m: Mention) -> bool:
    """Whether only a part of a body is named, which has few members: "of the UN Security Council"."""
    within = m.owner == "adj" and m.cue in ("of", "in") and m.head in words("frames", "organs")
    return within or (m.codes == ("UN",) and s.lowers[m.item].endswith("council"))


def _of_victims(t: Sides, got: list[Mention]) -> bool:
    """Whether those criticism seems to be of have only suffered what is deplored."""
    if t.g is not None and t.g.lemma in words("roles", "deploring"):
        if any(struck(t.s, m, t.g) for m in got) or nobodys_violence(t.s, t.g):
            return True
    return t.noun >= 0 and any(suffers(t.s, m, t.noun) for m in got)


def _contractors(t: Sides) -> None:
    if t.because.get("actor") == "agent" and t.rule.mode in (*_WORKS, "supply"):
        firms, buyers = contractors(t.s, t.g, t.clause)
        if firms and "agent" in t.rule.actor:
            t.actor, t.recipient, t.used = codes_of(firms), codes_of(buyers), [*t.used, *firms]


def _protest_of_embassy(t: Sides) -> None:
    """ "The embassy in Manila lodged a protest", "asked the authorities": with or of the state where it is."""
    if t.rule.mode not in ("criticism", "request") or not t.actor or t.recipient or t.g is None:
        return
    behind = t.s.lowers[t.g.main + 1 : t.g.main + 3]
    own = len(behind) == 2 and behind[0] == "the" and t.s.noun[t.g.main + 2] in words("roles", "state_bodies")
    if own or (t.g.lemma in ("lodge", "file") and t.rule.mode == "criticism"):
        hosts = [m for m in t.s.mentions if m.posted and m.item < t.g.first]
        t.recipient = t.others(codes_of(hosts), t.actor)
        t.because["recipient"] = "where the embassy is"


def _line_of_two(t: Sides) -> bool:
    """Whether a work leads from the one to the other: "Togo and Benin are building a road from Lomé to Cotonou"."""
    return t.rule.mode in _WORKS and bool(t.origin) and t.because.get("recipient") == "to"


def _supplier_and_supplied(t: Sides) -> None:
    """Whose the goods are, whence they come, and through whom they only pass."""
    s, supply = t.s, t.rule.mode == "supply"
    t.origin = codes_of([m for m in role_of(s, "from", t.g, t.noun, t.clause, t.d) if not m.owner])
    if supply and t.noun >= 0 and not t.origin:
        t.origin = codes_of([m for m in s.mentions if m.owner == "adj" and m.item < t.noun <= m.head_item])
    if (
        supply and not t.origin and len(t.actor) > 1
    ):  # "A and B discussed supplying B with gas from A's terminal"
        wells = codes_of([m for m in role_of(s, "from", t.g, t.noun, t.clause, t.d) if m.owner == "poss"])
        t.origin = wells if set(wells) < set(t.actor) else ()
    own_goods = not t.origin and len(t.actor) > 1
    if supply and t.noun >= 0 and own_goods:
        at = t.g.main if t.g is not None else -1  # "A and B signed a deal to export A's six new trains"
        owners = [m for m in s.mentions if m.owner == "poss" and at < m.item < t.noun < m.item + 7]
        t.origin = codes_of(owners)
    if supply and t.because.get("recipient") == "patient" and t.origin and set(t.origin) == set(t.recipient):
        gets = t.codes_at("to")
        if gets and not set(gets) & set(t.origin):  # "B and C agreed to supply A's gas to C"
            t.actor, t.recipient = t.origin, gets
    of_agent = t.because.get("actor") == "agent"
    built = _line_of_two(t)
    if len(t.actor) > 1 and t.origin and set(t.origin) < set(t.actor) and of_agent and not built:
        if not t.because.get("recipient") and own_goods:
            t.recipient = t.others(t.actor, t.origin)
        t.actor = t.origin  # "A and B agreed to export gas from A to B"
    if supply and t.recipient and of_agent:
        home = codes_of([m for m in role_of(s, "to", t.g, t.noun, t.clause, t.d) if not m.owner])
        if home and set(home) == set(t.actor):  # "a British firm wants to send power from Morocco to Britain"
            t.actor, t.recipient = t.recipient, t.actor
    if supply and len(t.recipient) > 1:
        passed = {c for m in t.in_clause() if m.cue in ("through", "via") for c in m.codes}
        t.recipient = tuple(c for c in t.recipient if c not in passed) or t.recipient


def _entrusted(t: Sides) -> None:
    """ "Peru and Chile picked a Polish firm to build a line": the work is for those who pick."""
    if t.recipient or t.rule.kind != "project" or t.rule.mode not in _WORKS or t.g is None:
        return
    top = t.g.governor
    if not t.g.infinitive or top is None or top.lemma not in words("status", "entrusting_verbs"):
        return
    given = [m for m in t.s.mentions if m.item > top.main]
    if not t.actor or not {c for m in given for c in m.codes} >= set(t.actor):
        return
    for_whom = role_of(t.s, "by" if top.passive else "agent", top, -1, top.clause, t.d)
    t.recipient = t.others(codes_of(for_whom), t.actor)
    if t.recipient:
        t.because["recipient"], t.used = "who entrusts the work", [*t.used, *for_whom]


def _helped(t: Sides) -> None:
    """ "Helped Nepal build a line": the work is for whom is helped."""
    if t.recipient or not t.rule.recipient or t.g is None or t.g.governor is None:
        return
    if t.g.governor.lemma in words("clauses", "helping"):
        helped = patients_of(t.s, t.g.governor)
        t.recipient = t.others(codes_of(helped), t.actor)
        if t.recipient:
            t.because["recipient"], t.used = "who is helped", [*t.used, *helped]
