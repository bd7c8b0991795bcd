"""Sides that grammar leaves open: from the clause before, from owners, from the document's pair."""

from __future__ import annotations

from dragoman.codes.bodies import is_body
from dragoman.reading.frames.agents import codes_of, patients_of, role_of
from dragoman.reading.frames.rules import Rule
from dragoman.reading.frames.sides import Sides, of_the_two
from dragoman.reading.frames.strangers import foreigner, stranger_acts, unknown_agent, with_own
from dragoman.reading.frames.works import at_home, builder_unsaid, told_again
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "OF_PAIR",
    "fill_from_clause_before",
    "fill_from_owner",
    "fill_from_pair",
    "fill_from_sentence_before",
]

_WORKS = ("construction", "modernisation")
OF_PAIR = "the other party of the document's pair"


def fill_from_clause_before(t: Sides) -> None:
    """ "In B, where it opened a mission"; "opened a mission in B, which was upgraded"."""
    if not t.recipient and "in" in t.rule.recipient and t.clause in t.s.clause:
        if t.s.lowers[t.s.clause.index(t.clause)] == "where":
            places = [m for m in _before(t) if m.cue != "subj"]
            t.recipient = t.others(places[-1].codes if places else (), t.actor)
            if t.recipient:
                t.because["recipient"] = "the place before 'where'"
    if t.g is not None and t.g.relative and t.g.passive and not t.actor and not t.recipient:
        before = _before(t)
        t.actor = codes_of([m for m in before if m.cue == "subj"])[:1]
        t.recipient = t.others(codes_of([m for m in before if m.cue in ("in", "to")]), t.actor)[:1]
        t.because["actor"] = "the clause before"


def _before(t: Sides) -> list[Mention]:
    return [m for m in t.s.mentions if m.clause == t.clause - 1]


def fill_from_owner(t: Sides) -> None:
    """The owner of what is acted on, and the visitor whom a title leaves."""
    if t.actor:
        return
    if t.rule.fill and t.g is not None and t.g.passive and not _by_stranger(t):
        main = t.g.main
        owners = [m for m in t.in_clause() if m.owner and m.item < main]
        t.actor = t.others(codes_of(owners), t.recipient)[:1]
        if t.actor:
            t.because["actor"] = "the owner of what is acted on"
    if t.actor or t.rule.fill or t.rule.mode != "visit" or len(t.recipient) != 1:
        return
    if (t.d.titled or t.d.closed) and foreigner(t.s, t.g):
        t.actor = t.d.other(t.recipient) if t.recipient[0] in t.d.pair else ()
        t.because["actor"] = "the other party of the title: who visits is not of the country visited"


def _by_stranger(t: Sides) -> bool:
    """Whether works are done by somebody of no known country: "the Malian school was built by monks"."""
    if t.rule.kind != "project" or t.g is None:
        return False
    by = next((i for i in range(t.g.main + 1, t.s.n - 1) if t.s.lowers[i] == "by"), -1)
    return by > 0 and t.s.clause[by] == t.clause and t.s.kinds[by + 1] == "w"


def fill_from_pair(t: Sides) -> bool:
    """Fill what is still open from the document's pair; False where nobody of it may be meant."""
    if (
        not t.rule.fill
        or t.rule.own
        or (t.rule.two and not of_the_two(t.s, t.d, t.actor, t.g.main if t.g is not None else t.noun))
    ):
        return True
    d = t.d
    if t.actor and not t.recipient and _towards_somebody(t):
        _recipient_from_pair(t)
    elif t.recipient and not t.actor and _done_by_party(t) and not _within_one(t):
        _actor_from_pair(t)
    elif not t.actor and not t.recipient and len(d.pair) == 2 and d.subject and d.subject[0] in d.pair:
        return t.rule.need != 2 or t.rule.status == "actual"
    return True


def _within_one(t: Sides) -> bool:
    """Whether a line is told to run between two places of one country: "rail has been built between Tabora and Dodoma"."""
    ends = [m for m in t.in_clause() if m.cue == "between"] if t.rule.kind == "project" else []
    return len(ends) > 1 and len(set(codes_of(ends))) == 1


def fill_from_sentence_before(t: Sides) -> None:
    """Where works lie that were told of before: "The president opened a dam. It was built by a Polish firm"."""
    if t.rule.kind != "project" or not t.rule.verb or t.recipient or t.g is None:
        return
    if t.rule.mode not in _WORKS and (t.rule.mode != "supply" or not t.g.passive):
        return
    meant = words("roles", "works_meant")
    named = {c for m in t.s.mentions if t.s.lowers[m.item] not in meant for c in m.codes}
    acts = t.because.get("actor") in ("agent", "by", "firm") and all(m.kind != "H" for m in t.used)
    before = t.d.spoken - t.d.bodies - {*t.actor}
    alone = len(t.actor) == 1 or all(m.form == "affiliate" for m in t.used if set(m.codes) <= {*t.actor})
    if not t.actor or not alone or not acts or named - before - {*t.actor, *t.d.bodies}:
        return
    if told_again(t.s, t.g, t.noun, t.rule.object) and (t.g.passive or _by_firms(t)):
        # a third builds what lies between the two of the title
        crosses = t.d.titled and before == {*t.d.pair}
        if len(before) == 1 or (crosses and len(before) == 2):
            t.recipient = tuple(c for c in (*t.d.pair, *before) if c in before)[: len(before)]
            t.because["recipient"] = "where the sentence before tells of the works"


def _by_firms(t: Sides) -> bool:
    """Whether firms or experts of a country act, not the state itself: then they are at work abroad."""
    acts = [m for m in t.used if set(m.codes) <= {*t.actor}]
    return bool(acts) and (
        all(m.form == "affiliate" for m in acts)
        or any(m.owner == "adj" or m.kind == "A" for m in acts if set(m.codes) == {*t.actor})
    )


def _towards_somebody(t: Sides) -> bool:
    """Whether the act is towards somebody whom the sentence need not name."""
    rule, s, g = t.rule, t.s, t.g
    if not rule.recipient or _stays(t) or (_named_other(s, t.clause, g, rule) and not _line_at_hand(t)):
        return False
    if (rule.joint and len(t.actor) > 1) or (rule.mode == "criticism" and _scolds_others(s, g)):
        return False
    return not (rule.kind == "stance" and (_told_itself(s, g, t.actor) or _told_several(s, g)))


def _line_at_hand(t: Sides) -> bool:
    """Whether a line that is built only has its ends named: "builds the railway from Tema to Mpakadan"."""
    works = t.rule.kind == "project" and t.rule.mode in ("construction", "modernisation")
    return works and t.d.titled and t.noun >= 0 and t.s.noun[t.noun] in words("roles", "crossings")


def _stays(t: Sides) -> bool:
    """Whether the act stays at home or passes through a third: then the pair has no part in it."""
    if t.rule.mode == "supply":
        through = [m for m in t.in_clause() if m.cue in ("through", "via", "across")]
        if any(set(m.codes) - set(t.actor) for m in through):
            return True
    if t.rule.kind == "project" and at_home(t.s, t.noun, t.actor):
        return True
    if "in" not in t.rule.recipient:
        return False
    places = role_of(t.s, "in", t.g, t.noun, t.clause, t.d)
    return any(m.kind == "P" and set(m.codes) <= set(t.actor) for m in places)


def _recipient_from_pair(t: Sides) -> None:
    rule, d = t.rule, t.d
    if rule.kind == "project" and (_only_compared(t.s, d.other(t.actor)) or with_own(t.s, t.actor)):
        return
    if rule.kind == "project" and t.noun >= 0 and t.s.lowers[t.noun].endswith("projects") and not d.titled:
        return  # "is pushing to complete infrastructure projects": nobody says where
    if rule.kind == "project" and rule.mode in _WORKS and not d.titled and _state_alone(t):
        return  # "Ghana is building a dam": at home, where nothing says that the text is on two
    near = [c for m in t.in_clause() for c in m.codes if c not in t.actor and c not in d.bodies]
    if not near and rule.kind == "stance":  # "B waives visas, after A had complained"
        near = [c for m in t.s.mentions for c in m.codes if c not in t.actor and c not in d.bodies]
    if rule.mode == "mission" and d.titled and any("relation" in o for o in rule.object):
        near = []  # "keeps relations through its embassy in Lusaka": that is where it lies, not with whom they are
    t.recipient = tuple(near[:1]) if len(set(near)) == 1 else d.other(t.actor)
    if rule.kind == "project" and set(t.recipient) & d.bodies:
        t.recipient = ()
    if not t.recipient and _offers_to_mediate(t):
        t.recipient = d.pair
    crosses = t.noun >= 0 and t.s.noun[t.noun] in words("roles", "crossings")
    if not t.recipient and rule.mode in ("construction", "modernisation") and d.titled and crosses:
        if len(d.pair) == 2 and not set(t.actor) & set(d.pair):
            t.recipient = d.pair  # a third builds what lies between the two of the title
    t.because["recipient"] = OF_PAIR


def _state_alone(t: Sides) -> bool:
    """Whether a state acts that is the only one its sentence names, with no "there" or "the country" beside it."""
    if {c for m in t.s.mentions for c in m.codes} - {*t.actor} or any(map(is_body, t.actor)):
        return False
    own = [m for m in t.used if {*m.codes} & {*t.actor}]
    plain = all(m.form in ("name", "capital", "alias") and not m.owner for m in own)
    return bool(own) and plain and not {"there", "country", "abroad"} & {*t.s.lowers}


def _offers_to_mediate(t: Sides) -> bool:
    """Whether a third offers to mediate, naming nobody: "Kenya has offered to mediate" in a text on two others."""
    if t.rule.mode != "offer" or t.g is None or len(t.d.pair) != 2 or len(t.actor) != 1:
        return False
    named = {c for m in t.s.mentions for c in m.codes}
    behind = t.s.lowers[t.g.main + 1 : t.g.main + 6]
    return named == {*t.actor} and not named & {*t.d.pair} and bool(_MEDIATING.intersection(behind))


_MEDIATING = words("frames.role_fills", "mediating")


def _only_compared(s: Sentence, codes: tuple[str, ...]) -> bool:
    """Whether a party only stands beside what is told: "unlike Chad", "while Chad waits", "more than Chad did"."""
    for m in s.mentions:
        if not set(m.codes) & set(codes):
            continue
        opener = s.lowers[s.clause.index(m.clause)] if m.clause in s.clause else ""
        before = s.lowers[max(0, m.item - 2) : m.item]
        if (m.cue == "subj" and opener in ("while", "whereas")) or set(before) & words("roles", "comparing"):
            return True
    return False


def _done_by_party(t: Sides) -> bool:
    """Whether who acts may be a party that the sentence does not name."""
    if not t.rule.actor or unknown_agent(t.s, t.g) or stranger_acts(t.s, t.g):
        return False
    if t.rule.kind == "stance" and t.g is not None and t.g.passive and t.g.lemma in words("roles", "unsaid"):
        return False  # "is accused of smuggling": by nobody named
    return not builder_unsaid(t.rule, t.g)


def _actor_from_pair(t: Sides) -> None:
    subject = set(t.d.subject or ())
    goes_on = subject and not subject & set(t.recipient) and subject <= set(t.d.pair or subject)
    t.actor = t.d.subject if goes_on else t.d.other(t.recipient)
    t.because["actor"] = OF_PAIR
    if t.rule.kind == "project" and set(t.actor) <= t.d.bodies:
        t.actor = ()


def _told_itself(s: Sentence, g: Group | None, actor: tuple[str, ...]) -> bool:
    """Whether those spoken to are the speaker's own or everybody: "a Nepali deputy urged Nepal", "urged all states"."""
    if g is None:
        return False
    after = s.lowers[g.main + 1 : g.main + 4]
    if after[:1] in (["all"], ["every"], ["other"], ["everyone"], ["others"]) or "community" in after:
        return True
    # "Ghana was interested": who is the subject of a passive is the one who acts, not spoken to
    spoken_to = [m for m in patients_of(s, g) if not (g.passive and m.item < g.main)]
    return any(set(m.codes) <= set(actor) and m.owner != "poss" for m in spoken_to)


def _scolds_others(s: Sentence, g: Group | None) -> bool:
    """Whether those criticised are no state: "denounced the group as terrorist"."""
    if g is None or g.passive:
        return False
    for i in range(g.main + 1, min(s.n, g.main + 5)):
        if s.kinds[i] != "w" or i in s.verb_at or s.tags[i] & (PREP | CONJ):
            return False
        if s.noun[i] in words("roles", "groups") or (g.lemma == "blame" and s.noun[i]):
            return True
    return False


def _told_several(s: Sentence, g: Group | None) -> bool:
    """Whether several are spoken to whom nothing names: "called on the four states to refrain"."""
    if g is None:
        return False
    for i in range(g.main + 1, min(s.n, g.main + 6)):
        if s.lowers[i] in words("discourse", "plural_heads"):
            return not any(m.item == i for m in s.mentions)
        if s.kinds[i] not in "wQ" or i in s.verb_at:
            return False
    return False


def _named_other(s: Sentence, clause: int, g: Group | None, rule: Rule) -> bool:
    """Whether "to" somebody is said, who is no party we know: then the pair must not stand in."""
    if "to" not in rule.recipient or g is None:
        return False
    for i in range(g.main + 1, s.n - 1):
        if s.clause[i] != clause or s.lowers[i] not in ("to", "for"):
            continue
        if i + 1 in s.verb_at or any(o.first == i + 1 for o in s.groups):
            continue
        for j in range(i + 1, min(s.n, i + 4)):
            if s.kinds[j] == "w" and s.text[s.starts[j]].isupper() and s.noun[j] not in rule.object:
                # "to the Red Cross in Mali" is to somebody in a country after all
                return not any(m.cue == "in" and j < m.item <= j + 5 for m in s.mentions)
    return False
