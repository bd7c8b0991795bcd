"""Actor and recipient of a frame: from grammar first, then from the sentence, then from the document's pair."""

from __future__ import annotations

from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames.agents import (
    codes_of,
    patients_of,
    role_of,
    without_nested,
)
from dragoman.reading.frames.mutual_roles import urges
from dragoman.reading.frames.rules import Rule
from dragoman.reading.frames.stance_roles import before_stance, nobodys_violence, struck, suffers
from dragoman.reading.frames.strangers import (
    foreigner,
    stranger_acts,
    stranger_behind,
    unknown_agent,
    visitor_of_pair,
)
from dragoman.reading.frames.works import at_home, builder_unsaid, contractors, of_works, without_lines
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.grammar import words
from dragoman.reading.syntax.lexicon import CONJ, PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["directed_parties"]


def _told_itself(s: Sentence, g: Group | None, actor: tuple[str, ...]) -> bool:
    """Whether those spoken to are the speaker's own or everybody: "a Nepali deputy urged Nepal", "urged all states"."""
    if g is None:
        return False
    after = s.lowers[g.main + 1 : g.main + 4]
    if after[:1] in (["all"], ["every"], ["other"], ["everyone"], ["others"]) or "community" in after:
        return True
    return any(set(m.codes) <= set(actor) and m.owner != "poss" for m in patients_of(s, g))


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


def directed_parties(
    rule: Rule, s: Sentence, g: Group | None, noun: int, clause: int, d: Discourse, because: dict[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...], list[Mention]]:
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    used: list[Mention] = []
    cues = rule.actor
    if (
        rule.kind == "tie"
        and rule.mode in ("embassy", "consulate")
        and noun >= 0
        and g is not None
        and "agent" in cues
    ):
        cues = (
            "poss",
            "adj",
            "named_of",
            *cues,
        )  # "Kenya's president opened the Polish embassy": whose it is
    for cue in cues:
        got = without_lines(rule, s, role_of(s, cue, g, noun, clause, d))
        if (
            rule.mode == "invitation"
            and cue == "agent"
            and noun > 1
            and s.lowers[noun - 2 : noun] == ["at", "the"]
        ):
            continue  # who comes "at the invitation of" somebody has invited nobody
        if rule.mode == "visit" and cue == "poss":  # "an American's visit" is nobody's state
            got = [m for m in got if m.form != "demonym" or s.lowers[m.item - 1] not in ("a", "an")]
        if rule.mode == "visit" and cue == "of":
            got = [m for m in got if not urges(s, m)]
        codes = codes_of(got)
        if codes and (cue != "agent" or of_works(rule, s, g, noun)):
            actor, used = codes, [*used, *got]
            because["actor"] = cue
            break
    if rule.joint and because.get("actor") == "agent" and "with" not in (*rule.actor, *rule.recipient):
        partners = [
            m for m in role_of(s, "with", g, noun, clause, d)
            if m.kind == "P" and not m.owner and s.lowers[m.item - 1] == "with"
        ]  # fmt: skip
        actor = tuple(dict.fromkeys((*actor, *codes_of(partners))))
        used = [*used, *partners]
    for cue in rule.recipient:
        if rule.kind == "stance" and rule.verb and not rule.object and stranger_behind(s, g):
            return actor, (), used
        got = without_nested(without_lines(rule, s, role_of(s, cue, g, noun, clause, d)), d.bodies)
        if rule.kind == "stance":
            got = [m for m in got if not before_stance(m, cue, g)]
        if rule.mode == "visit":
            got = [m for m in got if not urges(s, m)]
        if len(actor) < 2 or because.get("actor") not in ("poss", "agent", "near_adj"):
            got = [m for m in got if set(m.codes) - set(actor)]
        if cue == "to" and rule.kind == "project" and any(not m.owner for m in got):
            got = [m for m in got if m.owner != "poss"]  # "arms to Russia and China's support"
        if cue == "from" and rule.kind == "project":
            got = [m for m in got if not set(m.codes) <= d.bodies]  # "with loans from the bank"
        if cue in ("in", "at") and rule.kind == "project" and len(actor) > 1:
            got = [m for m in got if not (m.form == "capital" and set(m.codes) <= set(actor))]
        if rule.mode == "criticism" and g is not None and g.lemma in words("roles", "deploring"):
            if any(struck(s, m, g) for m in got) or nobodys_violence(s, g):
                return actor, (), used
        if rule.mode == "criticism" and noun >= 0 and any(suffers(s, m, noun) for m in got):
            return actor, (), used
        codes = tuple(c for c in codes_of(got) if c not in actor or len(actor) > 1)
        if set(codes) >= set(actor):
            codes = tuple(c for c in codes if c not in actor)
        if rule.mode in ("recognition", "honour"):  # "one of the EU countries that does not recognise Kosovo"
            codes = tuple(c for c in codes if c not in d.bodies) or codes
        if codes:
            recipient, used = codes, [*used, *got]
            because["recipient"] = cue
            break
    if rule.mode == "visit" and not actor:
        actor = visitor_of_pair(s, g, d.pair if d.titled else (), recipient)
    if because.get("actor") == "agent" and rule.mode in ("construction", "modernisation", "supply"):
        firms, buyers = contractors(s, g, clause)
        if firms and "agent" in rule.actor:
            actor, recipient, used = codes_of(firms), codes_of(buyers), [*used, *firms]
    if (
        rule.mode == "criticism"
        and actor
        and not recipient
        and g is not None
        and g.lemma in ("lodge", "file")
    ):
        hosts = [m for m in s.mentions if m.posted and m.item < g.first]
        recipient = tuple(
            c for c in codes_of(hosts) if c not in actor
        )  # "the embassy in Manila lodged a protest"
        because["recipient"] = "where the embassy is"
    origin = codes_of([m for m in role_of(s, "from", g, noun, clause, d) if not m.owner])
    if rule.mode == "supply" and noun >= 0 and not origin:
        origin = codes_of([m for m in s.mentions if m.owner == "adj" and m.item < noun <= m.head_item])
    own_goods = not origin and len(actor) > 1
    if rule.mode == "supply" and noun >= 0 and not origin and len(actor) > 1:
        at = g.main if g is not None else -1  # "A and B signed a deal to export A's six new trains"
        origin = codes_of([m for m in s.mentions if m.owner == "poss" and at < m.item < noun < m.item + 7])
    if (
        rule.mode == "supply"
        and because.get("recipient") == "patient"
        and origin
        and set(origin) == set(recipient)
    ):
        gets = codes_of(role_of(s, "to", g, noun, clause, d))
        if gets and not set(gets) & set(origin):  # "B and C agreed to supply A's gas to C"
            actor, recipient = origin, gets
    if len(actor) > 1 and origin and set(origin) < set(actor) and because.get("actor") == "agent":
        if not because.get("recipient") and own_goods:
            recipient = tuple(c for c in actor if c not in origin)
        actor = origin  # "A and B agreed to export gas from A to B"
    if rule.mode == "supply" and recipient and because.get("actor") == "agent":
        home = codes_of([m for m in role_of(s, "to", g, noun, clause, d) if not m.owner])
        if home and set(home) == set(actor):  # "a British firm wants to send power from Morocco to Britain"
            actor, recipient = recipient, actor
    if rule.mode == "supply" and len(recipient) > 1:
        passed = {
            c for m in s.mentions if m.cue in ("through", "via") and m.clause == clause for c in m.codes
        }
        recipient = tuple(c for c in recipient if c not in passed) or recipient
    if not recipient and rule.recipient and g is not None and g.governor is not None:
        helped = patients_of(s, g.governor) if g.governor.lemma in words("clauses", "helping") else []
        recipient = tuple(c for c in codes_of(helped) if c not in actor)
        if recipient:  # "helped Nepal build a line"
            because["recipient"], used = "who is helped", [*used, *helped]
    if (
        because.get("recipient") == "to"
        and rule.kind == "project"
        and rule.mode in ("construction", "modernisation")
    ):
        recipient = tuple(dict.fromkeys((*(c for c in origin if c not in actor), *recipient)))
    if len(actor) > 1 and recipient and set(recipient) < set(actor):
        actor = tuple(c for c in actor if c not in recipient)  # "opened their embassy in Washington"
    if (
        not recipient
        and "in" in rule.recipient
        and s.clause.count(clause)
        and s.lowers[s.clause.index(clause)] == "where"
    ):
        before = [m for m in s.mentions if m.clause == clause - 1 and m.cue != "subj"]
        recipient = tuple(c for c in (before[-1].codes if before else ()) if c not in actor)
        if recipient:
            because["recipient"] = "the place before 'where'"
    if g is not None and g.relative and g.passive and not actor and not recipient:
        # "opened a mission in Japan, which was upgraded": the clause before names both
        before = [m for m in s.mentions if m.clause == clause - 1]
        actor = codes_of([m for m in before if m.cue == "subj"])[:1]
        recipient = tuple(
            c for c in codes_of([m for m in before if m.cue in ("in", "to")]) if c not in actor
        )[:1]
        because["actor"] = "the clause before"
    if rule.fill and not actor and g is not None and g.passive:
        owners = [m for m in s.mentions if m.owner and m.item < g.main and m.clause == clause]
        actor = tuple(c for c in codes_of(owners) if c not in recipient)[:1]
        if actor:
            because["actor"] = "the owner of what is acted on"
    if (
        not actor
        and not rule.fill
        and rule.mode == "visit"
        and (d.titled or d.closed)
        and foreigner(s, g)
        and len(recipient) == 1
    ):
        actor = d.other(recipient) if recipient[0] in d.pair else ()
        because["actor"] = "the other party of the title: who visits is not of the country visited"
    if rule.fill and not rule.own:
        passing = rule.mode == "supply" and any(
            m.cue in ("through", "via", "across") and m.clause == clause and set(m.codes) - set(actor)
            for m in s.mentions
        )
        own_works = rule.kind == "project" and at_home(s, noun, actor)
        stays = (
            passing
            or own_works
            or (
                "in" in rule.recipient
                and any(
                    m.kind == "P" and set(m.codes) <= set(actor) for m in role_of(s, "in", g, noun, clause, d)
                )
            )
        )
        if (
            actor
            and not recipient
            and rule.recipient
            and not stays
            and not _named_other(s, clause, g, rule)
            and not (rule.joint and len(actor) > 1)
            and not (rule.mode == "criticism" and _scolds_others(s, g))
            and not (rule.kind == "stance" and (_told_itself(s, g, actor) or _told_several(s, g)))
        ):
            near = tuple(
                c
                for m in s.mentions
                for c in m.codes
                if c not in actor and c not in d.bodies and m.clause == clause
            )
            if not near and rule.kind == "stance":  # "B waives visas, after A had complained"
                near = tuple(c for m in s.mentions for c in m.codes if c not in actor and c not in d.bodies)
            recipient = tuple(dict.fromkeys(near))[:1] if len(set(near)) == 1 else d.other(actor)
            if rule.kind == "project" and set(recipient) & d.bodies:
                recipient = ()
            crosses = noun >= 0 and s.noun[noun] in words("roles", "crossings")
            if not recipient and rule.mode in ("construction", "modernisation") and d.titled and crosses:
                if len(d.pair) == 2 and not set(actor) & set(d.pair):
                    recipient = d.pair  # a third builds what lies between the two of the title
            because["recipient"] = "the other party of the document's pair"
        elif (
            recipient
            and not actor
            and rule.actor
            and not unknown_agent(s, g)
            and not stranger_acts(s, g)
            and not builder_unsaid(rule, g)
        ):
            actor = (
                d.subject
                if d.subject
                and not set(d.subject) & set(recipient)
                and set(d.subject) <= set(d.pair or d.subject)
                else d.other(recipient)
            )
            because["actor"] = "the other party of the document's pair"
            if rule.kind == "project" and set(actor) <= d.bodies:
                actor = ()
        elif (
            not actor
            and not recipient
            and len(d.pair) == 2
            and d.subject
            and d.subject[0] in d.pair
            and rule.need == 2
            and rule.status != "actual"
        ):
            return (), (), used
    return actor, recipient, used
