"""What else a post serves: "an embassy in Oslo which is also accredited to Iceland", "and an honorary consulate in Lima"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["of_the_same_post", "with_consulate", "with_envoy"]

_MODES = frozenset({"embassy", "consulate", "mission"})
_FROM_ELSEWHERE = frozenset({"tie.mission.accredited.v1", "tie.mission.nonresident.v1"})
_ELSEWHERE = frozenset({"accredited", "concurrent", "covers", "covering", "serves", "serving"})
_OF_THE_POST = frozenset({"which", "that", "whose", "who", "ambassador", "ambassadors", "being"})
_BESIDE = frozenset(
    {
        ",",
        "and",
        "the",
        "as well as",
        "to",
        "in",
        "both",
        "&",
        "also",
        "concurrently",
        "simultaneously",
        "jointly",
    }
)


def of_the_same_post(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the states that a post told of in the sentence also serves.

    "Malta opened an embassy in Oslo which is also accredited to Iceland", "the ambassador being concurrent to Iceland".
    """
    if s.forms.isdisjoint(_ELSEWHERE):
        return drafts
    for at in range(1, s.n - 2):
        if s.lowers[at] not in _ELSEWHERE:
            continue
        post = next((d for d in reversed(drafts) if _tells_of(s, d, at)), None)
        served = [c for c in _served(s, at) if post and c not in (*post.actor, *post.recipient)]
        if post is None or not served:
            continue
        drafts = [d for d in drafts if d.rule not in _FROM_ELSEWHERE or set(d.recipient) != set(served)]
        end = max(s.ends[i] for i in range(at, s.n) if s.codes[i] and s.codes[i][0] in served)
        drafts += [
            replace(
                post, mode="mission", recipient=(code,), date=None, start=s.starts[at], end=end, place=None, count=None,
                rule="tie.mission.same_post.v1", because={"actor": "whose post it is", "status": post.because.get("status", "")},
            )
            for code in served
        ]  # fmt: skip
    return drafts


def with_consulate(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the consulate beside the embassy abroad from which a state is served.

    "Malta covers Peru from its embassy in Quito and an honorary consulate in Lima".
    """
    if _CONSULATES.isdisjoint(s.vocabulary):
        return drafts
    at = next((i for i in range(2, s.n - 2) if s.noun[i] in _CONSULATES and s.lowers[i + 1] == "in"), -1)
    if at < 0 or "and" not in s.lowers[at - 3 : at] or any(d.mode == "consulate" for d in drafts):
        return drafts
    served = [
        d for d in drafts if d.kind == "tie" and d.mode == "mission" and len(d.actor) == len(d.recipient) == 1
    ]
    if not served or not {"embassy", "mission", "high commission"} & set(s.noun[:at]):
        return drafts
    d = served[-1]
    there = next((s.codes[i] for i in (at + 2, at + 3) if i < s.n and s.codes[i]), d.recipient)
    if there != d.recipient or s.starts[at] < d.start:
        return drafts
    beside = replace(
        d, mode="consulate", start=s.starts[at], end=s.ends[at + 2], place=None, count=None,
        rule="tie.consulate.beside.v1", because={"actor": "whose mission it is", "status": d.because.get("status", "")},
    )  # fmt: skip
    return [*drafts, beside]


def with_envoy(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the envoy living elsewhere beside the consulate: "through an ambassador in Lima and a consulate"."""
    own = [d for d in drafts if d.rule == "tie.mission.accredited.v1"]
    if len(own) != 1 or own[0].mode != "consulate" or _ENVOYS.isdisjoint(s.vocabulary):
        return drafts
    d, verb = own[0], next((g for g in s.groups if g.lemma == "represent"), None)
    at = next((i for i in range(verb.main + 1, s.n) if s.noun[i] in _ENVOYS), -1) if verb else -1
    behind = any(s.noun[i] in _CONSULATES or s.noun[i].startswith("honorary") for i in range(at + 1, s.n))
    if at < 0 or not behind or not _BY & set(s.lowers[max(0, at - 5) : at]):
        return drafts
    beside = replace(
        d, mode="mission", start=s.starts[at], end=s.ends[at], place=None, count=None, object=None,
        because={"actor": "whose consulate it is", "status": d.because.get("status", "")},
    )  # fmt: skip
    return [*drafts, beside]


_BY = frozenset({"through", "by", "via"})
_ENVOYS = words("acts.posts_served", "envoys")
_CONSULATES = words("acts.posts_served", "consulates")


def _tells_of(s: Sentence, d: Draft, at: int) -> bool:
    """Whether what stands before an item goes on about the post of a draft."""
    if d.kind != "tie" or d.mode not in _MODES or len(d.actor) != 1 or len(d.recipient) != 1:
        return False
    if d.status != "actual" or d.start >= s.starts[at]:
        return False
    host = [i for i in range(at) if s.codes[i] and s.codes[i][0] == d.recipient[0]]
    if not host:
        return False
    between = range(host[-1] + 1, at)
    words = s.lowers[host[-1] + 1 : at]
    own = bool(_OF_THE_POST & set(words)) or _goes_on(words)
    return len(between) < _FAR and not any(s.codes[i] for i in between) and own


def _goes_on(words: list[str]) -> bool:
    """Whether the post is gone on about: "was opened in 1970 and is also accredited to", ", also accredited to"."""
    if words in ([], [","], [",", "also"], [",", "and", "also"]):
        return True
    if "and" not in words:
        return False
    behind = words[len(words) - words[::-1].index("and") :]
    return bool(behind) and behind[0] in ("is", "was", "has") and len(behind) <= _VERB


_VERB = 4
"""Items of a second verb up to "accredited": "has also been"."""


_FAR = 14
"""Items from the state that a post is in to what else it serves. assumed"""


_REGION = 8
"""States of a region that a post serves, at most: "the Baltic states". assumed"""


def _served(s: Sentence, at: int) -> list[str]:
    """The states of the list right behind "accredited to"."""
    out: list[str] = []
    for i in range(at + 1, s.n):
        if s.kinds[i] == "P" and 0 < len(s.codes[i]) <= _REGION:
            out += s.codes[i]
        elif s.lowers[i] not in _BESIDE:
            break
    return out
