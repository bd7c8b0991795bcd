"""Whether an act is done, planned, proposed, a target, forecast, ended or denied.

Decided by the verb group and its governors (tense, modal, negation, "agreed to", "plans to",
"discussed"), then by words beside a noun ("the planned visit"), then by dates after the
document's own.
"""

from __future__ import annotations

from dragoman.model.periods import parse_period
from dragoman.reading.frames.rules import Rule
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, DET, PREP, SUB, Lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "COMMITTING",
    "ENDING",
    "after_document",
    "before_document",
    "of_frame",
    "of_group",
    "of_noun",
    "seizes",
]

COMMITTING = words("status", "committing_verbs")
"""Verbs whose object is for something still to be done: "signed a contract for the construction of"."""

ENDING = words("status", "ending")
"""Verbs that end what a noun names: "gas deliveries stopped"."""


_OWNER = 8
"""Items from "following" or an article to the noun of an act: "following the Omani foreign minister's visit". assumed"""
_DESCRIBING = words("frames.statuses", "describing")
_FAVOURING = words("frames.statuses", "favouring")


def of_frame(
    rule: Rule, s: Sentence, g: Group | None, noun: int, trigger: int, lex: Lexicon, because: dict[str, str]
) -> str:
    """Whether it happened: from the rule, the verb or what governs the noun; later reasons win.

    ``because`` gets the reason.
    """
    status = _told_status(rule, s, g, noun, trigger, lex, because)
    if rule.kind == "tie" and g is not None and g.lemma == "have" and g.past and not g.perfect:
        if _closed_span(s, s.clause[trigger]):
            status, because["status"] = "ended", "had, from a year to a year"
    if noun >= 0 and _no_such(s, noun):
        status, because["status"] = "denied", "'no' before the noun"
    if rule.kind == "project" and status == "actual" and _only_described(g, s):
        status, because["status"] = "planned", "what a project involves"
    if rule.kind == "instrument" and status == "actual" and _only_drafted(s, g, noun):
        status, because["status"] = "planned", "a draft"
    if rule.kind != "project" or trigger != noun or g is None:
        return status
    if g.lemma in ENDING:
        status, because["status"] = "ended", f"verb: {g.lemma}"
    if status == "actual" and g.lemma in COMMITTING and (g.main < noun or g.passive):
        # what is signed for is still to be done
        status, because["status"] = "planned", f"verb: {g.lemma}"
    return status


def _only_drafted(s: Sentence, g: Group | None, noun: int) -> bool:
    """Whether a text is still a draft that somebody works on: "finalising the draft memorandum", not "signed the draft"."""
    if g is None or g.lemma in ("sign", "initial", "ratify", "adopt", "approve"):
        return False
    return noun > 0 and "draft" in s.lowers[max(0, noun - 2) : noun]


def _told_status(
    rule: Rule, s: Sentence, g: Group | None, noun: int, trigger: int, lex: Lexicon, because: dict[str, str]
) -> str:
    if rule.status:
        because["status"] = "the rule"
        if rule.status == "actual" and g is not None and g.main == trigger:
            of_verb = of_group(g, s, lex)
            return of_verb if of_verb in ("denied", "planned", "proposed") else rule.status
        if rule.status == "ended" and g is not None and g.main == trigger and _refused(g, lex):
            because["status"] = "refused"
            return "denied"
        return rule.status
    if trigger == noun and g is not None and g.main != trigger:
        status = of_noun(s, noun, g, lex)
    else:
        status = of_group(g, s, lex)
    because["status"] = f"verb: {status}"
    return status


def _refused(g: Group, lex: Lexicon) -> bool:
    """Whether an act is one that was turned down or not done: "refused a request to cut ties", "did not leave"."""
    top: Group | None = g
    while top is not None:
        refusing = top is not g and "refuse" in lex.classes_of_verb.get(top.lemma, frozenset())
        if refusing or top.negated:
            return True
        top = top.governor if top.infinitive or top.gerund else None
    return False


def _only_described(g: Group | None, s: Sentence) -> bool:
    """Whether a verb or one that governs it says what a project is made of: "the project entails building a line"."""
    if g is not None and g.gerund and g.governor is None:
        g = next((o for o in reversed(s.groups) if o.finite and o.main < g.first), None)
    for _ in range(3):
        if g is None:
            return False
        if g.lemma in _DESCRIBING and g.finite and not (g.past or g.perfect or g.passive):
            return True
        g = g.governor
    return False


def _closed_span(s: Sentence, clause: int) -> bool:
    """Whether a span with both ends stands in the clause: "from 2004 to 2012"."""
    spans = (s.refs[i].edtf or "" for i in range(s.n) if s.kinds[i] == "D" and s.clause[i] == clause)
    return any("/" in e and ".." not in e for e in spans)


def _no_such(s: Sentence, noun: int) -> bool:
    """Whether "no" or "neither" stands before a noun: "has no embassy"."""
    for i in range(noun - 1, max(-1, noun - 5), -1):
        if s.lowers[i] in ("no", "neither", "without"):
            return True
        demonym = getattr(s.refs[i], "form", "") == "demonym"  # "no Peruvian embassy"
        if s.lowers[i] in ("or", "nor"):
            continue  # "no embassy or consulate"
        if not (s.kinds[i] == "w" or demonym) or s.tags[i] & (PREP | CONJ) or i in s.verb_at:
            return False
    return False


def _of_neither(s: Sentence, g: Group) -> bool:
    """Whether the verb is that of "neither A nor B"."""
    if "nor" not in s.forms or not g.finite:
        return False
    before = [s.lowers[k] for k in range(g.first) if s.clause[k] == s.clause[g.main]]
    return "neither" in before and "nor" in before


_COMPARED = frozenset({"sooner", "longer", "fewer", "less", "more", "other", "doubt", "time"})


def _of_nobody(s: Sentence, g: Group) -> bool:
    """Whether the verb's subject is none: "no Peruvian president has visited Chad", not "no fewer than 12 ministers visited"."""
    if "no" not in s.forms or not g.finite:
        return False
    for i in range(g.first - 1, -1, -1):
        if s.clause[i] != g.clause or i in s.verb_at or s.lowers[i] == ",":
            return False
        if s.lowers[i] == "no":
            opens = i == 0 or not s.tags[i - 1] & PREP
            return opens and s.lowers[i + 1] not in _COMPARED
    return False


def _yet_to(s: Sentence, g: Group) -> bool:
    """Whether what follows is still to be done: "has yet to open"."""
    return g.lemma == "have" and s.lowers[g.main + 1 : g.main + 3] == ["yet", "to"]


def of_group(g: Group | None, s: Sentence, lex: Lexicon) -> str:
    """Status that a verb group gives to its act."""
    if g is None:
        return "actual"
    if g.negated and "no longer" in s.lowers[max(0, g.first - 1) : g.main]:
        return "ended"
    if g.negated or _of_neither(s, g) or _of_nobody(s, g) or _yet_to(s, g):
        return "denied"
    if g.modal == "to" and s.lowers[g.first] == "had":
        return "actual"  # "had to buy"
    if g.modal in ("will", "shall", "'ll", "’ll", "to"):
        return "planned"
    if g.modal in ("won't", "cannot"):
        return "denied"
    if g.modal == "would" and not g.perfect and _reported(g, s, lex):
        return "planned"  # "said that he would visit", said of a time then to come
    if g.modal == "would":
        return "proposed" if not g.perfect else "denied"
    if g.modal in ("could", "should") and g.perfect:
        return "denied"  # "could have joined, but chose not to"
    if g.modal and not g.perfect:
        return "proposed"
    if g.finite and s.lowers[s.clause.index(g.clause)] in _TIMING and _still_to_come(s, g):
        return "planned"
    governor = g.governor
    if g.gerund and governor is None and g.first and s.tags[g.first - 1] & PREP:
        main = next((o for o in s.groups if o.finite and o.first > g.main), None)
        if main is not None and main.modal in ("will", "shall", "'ll", "’ll"):
            return "planned"  # "besides meeting the king, he will visit"
    if g.infinitive or g.gerund:
        return _of_infinitive(g, governor, s, lex)
    return "actual"


_TIMING = frozenset({"after", "once", "when", "until"})
_COMING = frozenset({"will", "shall", "must", "can", "may", "'ll", "’ll"})


def _still_to_come(s: Sentence, g: Group) -> bool:
    """Whether a clause of the present is set before one of what is to come: "once they sign the treaty, gas will flow"."""
    if g.past or g.perfect:
        return False
    return any(o.modal in _COMING for o in s.groups if o.finite and o.clause != g.clause)


def _reported(g: Group, s: Sentence, lex: Lexicon) -> bool:
    """Whether a verb of saying or deciding in the past governs a clause without a condition."""
    if any(low in words("frames", "conditions") for low in s.lowers):
        return False
    opens = s.clause.index(g.clause)
    if opens and s.lowers[opens] == "that" and s.noun[opens - 1] in words("status", "planned_nouns"):
        return True  # "welcomed Peru's pledge that it would open an embassy"
    return any(
        o.finite and o.main < g.first and not o.passive and (o.past or o.perfect)
        and lex.classes_of_verb.get(o.lemma, frozenset()) & {"say", "plan"}
        for o in s.groups
    )  # fmt: skip


def seizes(s: Sentence, g: Group) -> bool:
    """Whether the act is one that a chance was used for: "took the opportunity to review relations"."""
    up = g.governor
    if up is None or not g.infinitive:
        return False
    between = s.lowers[up.main : g.first]
    if not words("status", "grateful").isdisjoint(between) and up.finite and not up.modal:
        # "thanked her for the opportunity to meet", "was glad of the chance to visit": it was had
        return "for" in between and not words("status", "seized").isdisjoint(between)
    if up.lemma not in words("status", "seizing_verbs"):
        return False
    if up.lemma == "have" and not (up.past or up.perfect):
        return False  # "has the opportunity to conclude an agreement": nobody knows whether it will
    return not words("status", "seized").isdisjoint(s.lowers[up.main + 1 : g.first])


_INVITED = 14
"""Items from "invitation" to what it is for: "an invitation extended by the prime minister to visit". assumed"""


def _invited_to(g: Group, s: Sentence) -> str | None:
    """How an act stands that somebody is invited to: planned once the invitation is accepted, else proposed."""
    at = next(
        (k for k in range(g.first - 1, max(-1, g.first - _INVITED), -1) if s.noun[k] == "invitation"), -1
    )
    if at < 0 or any(o.finite and at < o.main < g.first for o in s.groups):
        return None
    verb = next((o for o in reversed(s.groups) if o.main < at and not o.reduced), None)
    accepts = verb is not None and verb.lemma in ("accept", "take up") and not verb.negated
    return "planned" if accepts else "proposed"


def _of_infinitive(g: Group, governor: Group | None, s: Sentence, lex: Lexicon) -> str:
    if governor is not None and seizes(s, g):
        return of_group(governor, s, lex)
    if governor is not None and governor.gerund and governor.lemma in words("status", "measuring"):
        told = [o for o in s.groups if o.main < governor.main and o.finite]
        governor = told[-1] if told else governor  # "won contracts totalling $5 million to build"
    if g.infinitive and (invited := _invited_to(g, s)):
        return invited
    between = s.lowers[(governor.main + 1 if governor else 0) : g.first]
    if any(w in words("status", "planned_adjectives") for w in between[-4:]):
        return "planned"
    if g.infinitive and between[-3:] in (["on", "track", "to"], ["on", "course", "to"]):
        return "planned"
    if g.infinitive and any(w in words("status", "proposed_adjectives") for w in between[-4:]):
        return "proposed"
    if g.gerund and between[-1:] and between[-1] in ("in", "on", "of", "for", "about"):
        if any(w in ("interested", "proposal", "proposals", "idea", "possibility") for w in between[-3:-1]):
            return "proposed"  # "interested in joining", "a proposal on restoring"
        if any(w in words("status", "plan_nouns") for w in between[-3:-1]):
            return "planned"
        if governor is not None and governor.lemma == "interest":
            return "proposed"
    if g.infinitive and not words("status", "refusing_nouns").isdisjoint(between):
        return "denied"  # "their refusal to sign", "the failure of talks with Chad to reach an accord"
    if g.infinitive and (meant := _intent(between)):
        return meant  # "the decision of the government to restore"
    head = _last_noun(s, governor.main + 1 if governor else 0, g.first)
    if g.infinitive and (
        head in words("status", "planned_nouns")
        or any(w in words("status", "planned_nouns") for w in between[-4:])
        or (governor is not None and governor.lemma in words("status", "entrusting_verbs"))
    ):
        return "proposed" if governor is not None and _wished(governor, between, s, lex) else "planned"
    if governor is not None and g.gerund and g.lemma in words("status", "performed_by_signing"):
        if governor.lemma in words("papers", "signing_verbs"):
            return of_group(governor, s, lex)  # "signed a communique re-establishing relations": done by that
    if governor is not None and _committed(governor, g, s):
        return "proposed" if of_group(governor, s, lex) == "proposed" else "planned"
    if g.infinitive and any(w in words("status", "proposed_nouns") for w in between[-4:]):
        return "proposed"
    if g.infinitive and g.passive and _of_noun_before(g, s) and not _counted_off(g, s):
        return "planned"  # "a plant, to be built by"
    judged = governor is not None and governor.lemma in ("be", "become", "remain", "make")
    if judged and g.infinitive and "for" in between[-4:] and not {"time", "turn"} & set(between):
        return "proposed"  # "it is important for Chad to join": nobody says that it does
    if governor is not None and governor.lemma in ("have", "be") and between == ["yet", "to"]:
        return "denied"  # "has yet to sign"
    if governor is None:
        return "planned" if g.infinitive and _headline(g, s) else "actual"
    if g.infinitive and governor.lemma == "accept" and "invitation" in between:
        return "planned"  # "has accepted the president's invitation to visit"
    if g.infinitive and governor.lemma in ("be", "continue", "begin", "start"):
        before = s.noun[max(0, governor.first - 5) : governor.first]
        if any(w in words("status", "talk_nouns") for w in before):
            return "proposed"
        if any(w in words("status", "plan_nouns") for w in before):
            return "planned"
    classes = lex.classes_of_verb.get(governor.lemma, frozenset())
    above = of_group(governor, s, lex)
    if above == "denied":
        return "denied"
    if "refuse" in classes and g.infinitive:
        return "denied"
    if g.gerund and governor.lemma in words("status", "proposing_gerund_verbs"):
        return "proposed"
    if g.gerund and governor.lemma in _FAVOURING and s.kinds[g.first - 1] in "PH":
        return "proposed"  # "supports Chad joining the bloc"
    if g.gerund and any(w in words("status", "wishing_words") for w in between):
        return "proposed"
    if g.gerund and governor.lemma in words("status", "planning_verbs") and above == "actual":
        return "planned"  # "agreed to the principle of holding a meeting"
    if g.gerund and governor.lemma in ENDING and above == "actual":
        return "ended"  # "stopped importing gas"
    if g.gerund and "refuse" in classes:
        return "denied"
    if not g.infinitive:
        return above
    if governor.lemma in words("status", "transparent_verbs"):
        return above
    if "plan" in classes or "expect" in classes:
        return "planned"
    if governor.lemma in words("status", "trying_verbs") and above == "actual":
        return "proposed"  # "trying to restart talks" is no meeting yet
    if "want" in classes or "propose" in classes or "aim" in classes:
        return "proposed"
    if "offer" in classes or "request" in classes or "invite" in classes:
        return "proposed"
    return above


def _counted_off(g: Group, s: Sentence) -> bool:
    """Whether an infinitive tells what one of a row did: "was the first state to be admitted"."""
    before = s.lowers[max(0, g.first - _OWNER) : g.first]
    past = g.governor is not None and (g.governor.past or g.governor.perfect)
    return past and not words("frames.statuses", "counting_off").isdisjoint(before)


def _headline(g: Group, s: Sentence) -> bool:
    """Whether an infinitive is the only verb: "Peru, Chile to open border", "Kenyan President to visit Oman"."""
    return s.groups[0] is g and g.first > 1 and not any(o.finite for o in s.groups)


def _wished(governor: Group, between: list[str], s: Sentence, lex: Lexicon) -> bool:
    """Whether a plan is itself only wished: "mulled an agreement to buy", "in talks on a contract to build"."""
    classes = lex.classes_of_verb.get(governor.lemma, frozenset())
    if of_group(governor, s, lex) == "proposed" or classes & {"want", "propose", "aim"} - classes & {"plan"}:
        return True
    return any(w in words("status", "wishing_words") for w in between)


def _last_noun(s: Sentence, first: int, last: int) -> str:
    """The last plain noun before an infinitive: "a loan of up to 5 million to build"."""
    return next((s.noun[i] for i in range(last - 1, first - 1, -1) if s.noun[i] and s.kinds[i] == "w"), "")


def _of_noun_before(g: Group, s: Sentence) -> bool:
    """Whether "to be done" follows a comma or a noun, not a verb that governs it."""
    at = g.first - 2
    return (
        at >= 0
        and s.lowers[at + 1] == "to"
        and (s.lowers[at] == "," or bool(s.noun[at]) or s.kinds[at] in "PL")
    )


def _committed(governor: Group, g: Group, s: Sentence) -> bool:
    """Whether what is signed, won or agreed is for the act: "signed a contract with X to build", "for building"."""
    if governor.lemma not in words("status", "committing_verbs"):
        return False
    return g.infinitive or any(w in ("for", "on", "about") for w in s.lowers[governor.main + 1 : g.first])


def _intent(between: list[str]) -> str:
    """The status that a noun with its "of" gives to the infinitive behind it, or nothing."""
    for i in range(len(between) - 2, max(-1, len(between) - 18), -1):
        if between[i] == "," or between[i + 1] not in ("of", "for"):
            continue
        if between[i] in words("status", "planned_nouns"):
            return "planned"
        if between[i] in words("status", "proposed_nouns"):
            return "proposed"
    return ""


def of_noun(s: Sentence, item: int, g: Group | None, lex: Lexicon) -> str:
    """Status of an act named by a noun, from the words before it and the verb that governs it."""
    if (
        g is not None
        and not _setting(s, item, g)
        and g.lemma in words("status", "refusing_verbs")
        and (g.main < item or g.passive)
        and not g.negated
    ):
        return "denied"
    if g is not None and g.negated and g.main < item and g.lemma in words("status", "hindering"):
        return "actual"  # "the row could not derail the meeting"
    if g is not None and g.negated and g.main < item and not g.passive and not _setting(s, item, g):
        return "denied"  # "would not take part in the planned talks"
    for i in range(item - 1, max(-1, item - 5), -1):
        low = s.lowers[i]
        if i in s.verb_at and s.verb_at[i].finite:
            break  # "the upcoming visit follows the visit of last year"
        if low == "following" and s.tags[i] & PREP:
            break  # "is to rise in the coming year following the signing"
        if low in words("status", "present_words"):
            return "actual"
        if low in words("status", "planned_words"):
            return "planned"
        if low in words("status", "soon_words") and s.noun[item] in words("status", "sought_nouns"):
            return "proposed"
        if low == "forward" and s.lowers[i - 1].startswith("look"):
            return "planned"  # "was looking forward to his visit"
        if low in words("status", "proposed_words"):
            return "proposed"
    if g is None or _behind_it(s, item):
        return "actual"  # "will be held as agreed following a telephone conversation"
    status = of_group(g, s, lex)
    if status == "proposed" and g.modal == "would" and g.main > item and _definite(s, item):
        return "planned"  # "the visit to Oman from 7 May would strengthen ties"
    if g.lemma in words("status", "marking_verbs") and g.main < item:
        return "actual"  # "gathers to celebrate the opening of the embassy": it is open
    if g.lemma == "be" and any(
        low in words("status", "proposed_adjectives") for low in s.lowers[g.main + 1 : item]
    ):
        return "proposed"  # "is open to a meeting"
    if _setting(s, item, g):
        return "planned" if status == "planned" and not _resolved_there(s, item, g) else "actual"
    if status != "actual" or (g.main > item and (not g.passive or _opening(s, item, g))):
        return status
    if any(low in words("frames", "settings") for low in s.lowers[g.main + 1 : item]):
        return status  # "discussed trade during a telephone call": the call was not what was discussed
    if g.lemma in words("status", "planning_verbs"):
        return "planned"
    if g.lemma in words("status", "proposing_verbs"):
        return "proposed"
    if g.lemma in words("status", "refusing_verbs"):
        return "denied"
    return status


def _behind_it(s: Sentence, item: int) -> bool:
    """Whether a noun stands behind "following", with no more than its owner between: it was before what the verb tells."""
    for i in range(item - 1, max(-1, item - _OWNER), -1):
        if s.lowers[i] == "following" and s.tags[i] & PREP:
            return True
        if s.kinds[i] == "." or i in s.verb_at or (s.tags[i] & (PREP | CONJ | SUB) and s.lowers[i] != "of"):
            return False
    return False


def _definite(s: Sentence, item: int) -> bool:
    """Whether an act is spoken of as known, not as any: "the state visit", "his visit", not "a visit"."""
    for i in range(item - 1, max(-1, item - _OWNER), -1):
        if s.lowers[i] in ("a", "an", "any", "another", "such") or s.kinds[i] == ".":
            return False
        if s.tags[i] & DET or s.lowers[i] in ("'s", "’s", "s"):
            return True
    return False


def _setting(s: Sentence, item: int, g: Group) -> bool:
    """Whether a noun only says when its verb's act was: "offered to help in a phone call", "agreed at the talks"."""
    if not g.main < item:
        return False
    own = s.lowers[g.main + 1 : g.main + 3]
    if (
        item <= g.main + 4
        and own in (["on", "his"], ["on", "her"], ["on", "their"], ["on", "its"])
        and g.past
    ):
        return True  # "promised on his visit to Chad"
    for i in range(item - 1, g.main, -1):
        if s.lowers[i] in words("status", "setting_prepositions"):
            return not g.passive or s.lowers[i] in (
                "at",
                "during",
            )  # not "were discussed, in particular the visit"
        if s.tags[i] & (PREP | CONJ | SUB) and not s.tags[i] & DET:
            return False
    return False


def _resolved_there(s: Sentence, item: int, g: Group) -> bool:
    """Whether a talk is where something was resolved on: "agreed to build a line during a meeting between A and B"."""
    up = g.governor
    if (
        not g.infinitive
        or up is None
        or not (up.finite and (up.past or up.perfect))
        or up.modal
        or up.negated
    ):
        return False
    if up.lemma not in words("status", "resolving_verbs") or s.noun[item] not in words(
        "status", "resolving_talks"
    ):
        return False
    head = item
    while head > g.main and not s.tags[head] & (DET | PREP):
        head -= 1
    return s.lowers[head] in ("a", "an") and s.lowers[head - 1] in ("during", "following", "after")


def _opening(s: Sentence, item: int, g: Group) -> bool:
    """Whether a noun stands in the phrase that opens a clause: "At the talks in Lima, aid was promised"."""
    start = s.clause.index(s.clause[item])
    return bool(s.tags[start] & PREP) and "," in s.lowers[item + 1 : g.first]


def before_document(edtf: str | None, document: str | None) -> bool:
    """Whether a date lies wholly before the document's."""
    if not edtf or not document or edtf.endswith(".."):
        return False
    last, written = parse_period(edtf).last, parse_period(document)
    return bool(last and written.first and last < written.first)


def after_document(edtf: str | None, document: str | None) -> bool:
    """Whether a date lies wholly after the document's."""
    if not edtf or not document or edtf.startswith(".."):
        return False
    first, written = parse_period(edtf).first, parse_period(document)
    return bool(first and written.last and first > written.last)
