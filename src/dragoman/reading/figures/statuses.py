"""Whether a figure is measured, forecast, aimed at, promised or proposed."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.reading.figures.present_amounts import is_present, starts_there
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.figures.works_measured import COST_OF_WORK
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ING, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["status_of"]

_PROMISED = frozenset(
    {"investment", "loan", "aid", "capacity", "projects", "jobs", "students", "energy", "other"}
)
_POSSIBLE = frozenset({"potential", "yet"})
_EXCEEDING = words("figures.statuses", "exceeding")
_MARKING = words("figures.statuses", "marking")
_MEASURED = frozenset({"trade", "exports", "imports", "cargo", "visitors", "economy"})


def _governors(g: Group | None) -> list[Group]:
    out: list[Group] = []
    while g is not None and len(out) < 3:
        out.append(g)
        g = g.governor
    return out


def opening_end(s: Sentence, i: int) -> int:
    """The item of the comma behind a phrase that opens the sentence before a number, or 0: "To mark the day, | Peru lent"."""
    if not s.n or not (s.tags[0] & (PREP | ING | SUB) or s.lowers[0] == "to"):
        return 0
    comma = next((k for k in range(1, min(i, _OPENING)) if s.lowers[k] == ","), 0)
    if not comma or any(g.finite and g.first < comma for g in s.groups) or "D" in s.kinds[:comma]:
        return 0
    if "Q" in s.kinds[:comma] or not any(g.finite and comma < g.first for g in s.groups):
        return 0
    return comma


_OPENING = 12
"""Items of a phrase that opens a sentence: "In order to ease the shortage, Peru lent". assumed"""


def _told_of(s: Sentence, v: Group, g: Group | None, i: int) -> bool:
    """Whether a verb only tells what was done: "announced that the bank had approved a credit of $5 million"."""
    if g is None or g is v or not g.finite or g.modal or g.progressive or v.clause == s.clause[i]:
        return False
    start = s.clause.index(s.clause[i])
    return s.lowers[start] == "that" and v.main < start


def _word_near(scene: Scene, i: int, words: frozenset[str], reach: int = 12, nouns_only: bool = False) -> int:
    """The nearest item before the number that is one of the words, within reach; or -1."""
    s = scene.s
    opened = opening_end(s, i)
    for j in range(i - 1, max(opened - 1, i - 1 - reach, -1), -1):
        if s.lowers[j] == ";":
            break
        if s.lowers[j] in words and s.kinds[j] == "w" and not (nouns_only and j in s.verb_at):
            return j
    return -1


def status_of(scene: Scene, i: int, topic: Topic, date: str | None) -> tuple[str, str]:
    """(status, why) of the figure at item ``i``."""
    s, words, ctx = scene.s, scene.words, scene.ctx
    g = topic.verb if topic.verb is not None and topic.verb.main < i else next(
        (v for v in reversed(s.groups) if opening_end(s, i) <= v.main < i and v.clause == s.clause[i]), topic.verb
    )  # fmt: skip
    flow = topic.mode in _MEASURED
    if flow and starts_there(s, i) and topic.mode in ("trade", "exports", "imports"):
        return "actual", "where a change starts"
    if flow and is_present(s, i):
        return "actual", "what is so today"
    if (
        flow
        and s.refs[i].kind == "multiple"
        and s.lowers[i - 1] == "to"
        and any(s.verb[j] in words.wishes for j in range(max(0, i - 5), i - 1))
    ):
        return "target", "what is wished"  # "want to triple trade"
    behind = s.lowers[i + 1 : i + 2]
    if flow and behind in (["target"], ["goal"], ["objective"]) and not (g is not None and g.past):
        return "target", "what the amount is called"
    if topic.mode == "duration" and g is not None and g.lemma in _MARKING:
        return "actual", "how long it has been"  # "met to mark 60 years of relations"
    aimed = _word_near(scene, i, words.target)
    if aimed >= 0 and s.lowers[aimed] == "bring" and not flow:
        aimed = -1
    if aimed >= 0 and (
        (reached := _word_near(scene, i, words.achieved, 6)) < aimed or _unreached(s, reached)
    ):
        return "target", f"the word {s.lowers[aimed]!r}"
    if flow and g is not None and g.modal == "to" and _is_aim(s, g, words.target):
        return "target", "what the aim is"
    chain = _governors(g)
    for v in chain[1:]:
        if v.lemma in words.forecast_verbs:
            return (
                "forecast" if topic.mode not in ("loan", "aid", "investment") else "planned"
            ), f"the verb {v.lemma!r}"
    if g is not None and flow and g.lemma in ("focus", "focus on", "aim", "target", "seek") and not g.past:
        return "target", "what is aimed at"
    if flow and g is not None and g.gerund and s.lowers[i - 1] == "to" and s.lowers[g.first - 1] == "on":
        return "target", "what a paper is on"  # "the plan on raising trade to $5 billion"
    if g is not None and flow and _with_its_verb(s, i):  # "is expected to exceed $5 million": one number
        if g.lemma in words.forecast_verbs:
            return "forecast", "what is expected"
        if g.lemma in words.wishes and not g.past:
            return "target", "what is wished"
        if not _POSSIBLE.isdisjoint(s.lowers[max(0, i - 3) : i - 1]):
            return "forecast", "what may be"
    if g is not None and (g.infinitive or g.modal == "to" or g.gerund):
        between = s.lowers[max(0, g.first - 6) : g.first]
        if any(
            v.lemma in words.forecast_verbs for v in s.groups if v.main < g.first and g.first - v.main < 10
        ):
            return ("forecast" if flow or topic.mode == "jobs" else "planned"), "what is expected"
        if flow and not g.gerund and ("potential" in between[-3:] or between[-1:] == ["yet"]):
            return "forecast", "what may be"
        wished = any(w in words.wishes for w in between) or any(v.lemma in words.wishes for v in chain[1:])
        if flow and (wished if not g.gerund else any(v.lemma in words.wishes for v in chain[1:])):
            return "target", "what is wished"
    if _word_near(scene, i, words.forecast, 10, nouns_only=True) >= 0 or any(
        v.lemma in words.forecast_verbs and v is not g for v in chain
    ):
        if flow or topic.mode in ("energy", "capacity", "jobs"):
            return "forecast", "a forecast"
    if topic.how == COST_OF_WORK and "estimated" in (*s.lowers[max(0, i - 3) : i], *s.lowers[i].split()):
        return "forecast", "an estimate"
    by = statuses.of_group(g, s, ctx.lexicon)
    if g is not None and s.lowers[g.main] in ("will", "shall"):
        by = "planned"  # the verb itself is not known
    if g is not None and g.modal == "can" and topic.mode in ("capacity", "cargo", "energy"):
        by = "actual"  # what it is able to
    if by == "proposed" and "cost" in topic.how and g is not None and g.modal:
        return "forecast", "what it would cost"
    hopes = [
        v
        for v in s.groups
        if g is not None and v.main < g.first and v.lemma in ("hope", "want", "wish", "aim")
    ]
    if hopes and flow and g is not None and g.modal in ("will", "would") and s.lowers[i - 1] == "to":
        return "target", "what is hoped for"
    if (
        g is not None
        and g.lemma in words.forecast_verbs
        and (flow or topic.mode == "aid")
        and 0 < i - g.main <= 2
        and not g.passive
    ):
        return "forecast", "what is expected"
    if by == "proposed" and topic.mode == "jobs" and g is not None and g.modal:
        return "forecast", "what would be"
    if by == "planned" and topic.item in s.verb_at and flow and s.lowers[i - 1] == "for":
        return "planned", "what is to be bought"
    if by == "denied":
        by = "actual" if flow else by
    if by in ("planned", "proposed", "denied"):
        if flow or (topic.mode == "jobs" and by == "planned"):
            return ("target" if g is not None and g.infinitive and flow else "forecast"), "what is to come"
        return by, "the verb"
    return _promise(scene, i, topic, g, date)


def _unreached(s: Sentence, j: int) -> bool:
    """Whether a verb says what is to be reached, not what was: "the goal is to have trade exceed $5 million"."""
    g = s.verb_at.get(j)
    return g is not None and (g.infinitive or g.gerund) and g.lemma in words("figures", "reaching")


def _with_its_verb(s: Sentence, i: int) -> bool:
    """Whether the infinitive that a number belongs to was read as part of it: "to | exceed $5 million"."""
    return i > 0 and s.lowers[i - 1] == "to" and s.lowers[i].split(" ", 1)[0] in _EXCEEDING


def _promise(scene: Scene, i: int, topic: Topic, g: Group | None, date: str | None) -> tuple[str, str]:
    """Promised money, and what lies after the document's date."""
    s, words = scene.s, scene.words
    if g is not None and g.lemma == "bring" and g.gerund:
        return "actual", "a sum"  # "announced $560 million, bringing the total to"
    if topic.mode in _PROMISED:
        if _discussed(s, i):
            return "proposed", "what is discussed"
        if _word_near(scene, i, words.proposed_words, 4) >= 0:
            return "proposed", "a word before it"
        if _word_near(scene, i, words.planned_words, 4, nouns_only=True) >= 0:
            return "planned", "a word before it"
        near = [
            v
            for v in s.groups
            if v.main < i and i - v.main < 14 and s.clause[i] - v.clause <= 1 and not _in_a_name(s, v)
            and v.main >= opening_end(s, i) and not _told_of(s, v, g, i)
        ]  # fmt: skip
        if any(v.lemma in words.promises and not (v.negated or v.reduced) for v in near[-2:]) and not (
            g is not None
            and g.perfect
            and g.lemma not in ("commit", "pledge", "promise", "announce", "unveil")
        ):
            return "planned", "promised"
        if g is not None and g.passive and g.main > i and g.lemma in scene.words.forecast_verbs:
            return "planned", "what is expected"  # "another 20 million is expected"
        put_aside = g is not None and g.passive and g.main > i and g.lemma in words.promises
        if put_aside and g is not None and s.lowers[g.first] in ("is", "are"):
            return "planned", "promised"  # "70 million is set aside for 2025"
    if statuses.after_document(date, scene.ctx.document.date):
        aimed = g is not None and (g.infinitive or g.gerund) and s.lowers[i - 1] == "to"
        return (
            ("target" if aimed else "forecast") if topic.mode in _MEASURED else "planned"
        ), "its period lies ahead"
    return "actual", "the verb"


def _is_aim(s: Sentence, g: Group, aims: Collection[str]) -> bool:
    """Whether a verb tells what an aim is: "the aim of the two governments' work was to achieve"."""
    subject = range(s.clause.index(g.clause), g.first)
    return any(s.lowers[k] in aims and s.kinds[k] == "w" and k not in s.verb_at for k in subject)


def _discussed(s: Sentence, i: int) -> bool:
    """Whether a sum is still talked about: "a further $2 million is under discussion", "is seeking $2 million", "in talks on"."""
    g = next((g for g in s.groups if g.first > i and g.clause == s.clause[i] and g.finite), None)
    if g is not None:
        under = s.lowers[g.main + 1 : g.main + 2] == ["under"] and any(
            w in words("figures", "talked_about") for w in s.lowers[g.main + 2 : g.main + 4]
        )
        if under or (g.passive and g.progressive and g.lemma in words("figures", "talking_about")):
            return True
    before = [v for v in s.groups if v.main < i and not v.reduced]
    if not before:
        return False
    v = before[-1]
    if v.lemma in words("figures", "asking_for") and not (v.passive or v.negated) and v.clause == s.clause[i]:
        return v.lemma != "negotiate" or v.progressive or v.infinitive or not (v.past or v.perfect)
    return _in_talks(s, before, i)


def _in_talks(s: Sentence, before: list[Group], i: int) -> bool:
    """Whether talks on a sum go on: "are in talks with Chad on a loan of", "talks are under way for Chad to lend"."""
    for v in before[-2:]:
        if v.lemma != "be" or not v.finite or v.negated or v.past or v.perfect:
            continue
        behind = s.lowers[v.main + 1 : v.main + 4]
        talks = [k for k in range(v.main + 1, min(i, v.main + 4)) if s.noun[k] in words("figures", "talks")]
        if behind[:1] == ["in"] and talks:
            return True
        led = any(s.noun[k] in words("figures", "talks") for k in range(max(0, v.first - 4), v.first))
        going = words("figures", "going_on")
        if led and (behind[0] in going or " ".join(behind[:2]) in going):
            return True
    return False


def _in_a_name(s: Sentence, v: Group) -> bool:
    """Whether a verb is part of a name: "the Ministry of Planning and Investment"."""
    return v.gerund and v.main > 0 and s.text[s.starts[v.main]].isupper()
