"""One statement for each state in which a state has posts: "has embassies in Ghana, Kenya and Zambia"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.party_lists import enumerated, list_around
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "each_apart",
    "further",
    "in_own_region",
    "of_one_kind",
    "several_posts_before",
    "to_the_other",
    "without_stations",
]

_MODE_CLASSES = ("embassy", "consulate", "mission")
_MODES = frozenset(_MODE_CLASSES)
_QUALIFIED = 5
"""Items of the words before a post: "and two honorary consulates". assumed"""
_TOGETHER = words("acts.posts", "together")
_FROM_ELSEWHERE = frozenset({"tie.mission.accredited.v1", "tie.mission.nonresident.v1"})
_LEAST = 3
"""States listed that are taken to have a post each; two may share one. assumed"""
_JOINING = frozenset({",", "and", "the", "as well as", "to", "in", "both", "&", "also"})


def each_apart(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of posts in or of several states listed one behind the other told state by state."""
    out: list[Draft] = []
    for d in drafts:
        if d.kind != "tie" or d.mode not in _MODES or d.because.get("date", "").endswith("series"):
            out.append(d)
        elif len(d.actor) == 1 and (codes := _hosts(s, d)):
            out += [replace(d, recipient=(code,), because=dict(d.because)) for code in codes]
        elif len(d.recipient) == 1 and (codes := _owners(s, d) or _senders(s, d)):
            out += [replace(d, actor=(code,), because=dict(d.because)) for code in codes]
        else:
            out.append(d)
    told: set[tuple[object, ...]] = set()
    return [d for d in out if not _told(d, told)]


def further(s: Sentence, drafts: list[Draft], classes: Mapping[str, frozenset[str]]) -> list[Draft]:
    """Posts of a second kind told behind a list: "high commissions in Accra and Lusaka, and embassies in Lima and Rome"."""
    out: list[Draft] = []
    for d in drafts:
        if (
            d.kind != "tie"
            or d.mode not in _MODES
            or len(d.actor) != 1
            or not d.recipient
            or d.rule == "tie.listed.v1"
        ):
            continue
        items = _items(s, d.recipient, d)
        listed = enumerated(s, items[0]) if items else []
        for code, mode, at in _behind_list(s, listed[-1], classes) if listed else []:
            known = any(
                o.mode == mode and o.actor == d.actor and o.recipient == (code,) for o in [*drafts, *out]
            )
            if not known and code not in d.actor:
                end = max(d.end, s.ends[at])
                out.append(
                    replace(
                        d,
                        mode=mode,
                        recipient=(code,),
                        end=end,
                        object=None,
                        place=None,
                        because=dict(d.because),
                    )
                )
    return out


def _behind_list(s: Sentence, last: int, classes: Mapping[str, frozenset[str]]) -> list[tuple[str, str, int]]:
    """State, mode and item of each post told right behind a list of posts of another kind."""
    k = last + 1
    while k < s.n and s.lowers[k] in (",", "and", "as well as"):
        k += 1
    if k == last + 1:
        return []
    for j in range(k, min(s.n - 2, k + _QUALIFIED)):
        mode = next((m for m in _MODE_CLASSES if s.noun[j] in classes[m]), "")
        if mode and s.lowers[j + 1] in ("in", "to", "at"):
            return [(s.codes[i][0], mode, i) for i in enumerated(s, j + 2)]
        if s.kinds[j] not in "wQ" or j in s.verb_at or s.tags[j] & PREP:
            break  # "and the opening of embassies in"
    return []


def _told(d: Draft, told: set[tuple[object, ...]]) -> bool:
    """Whether the same post has been told already; else it is noted."""
    key = (d.kind, d.mode, d.actor, d.recipient, d.date, d.status)
    if d.kind != "tie" or d.mode not in _MODES:
        return False
    known = key in told
    told.add(key)
    return known


def _hosts(s: Sentence, d: Draft) -> tuple[str, ...]:
    """The states in which somebody has posts, where they are a list: "in Ghana (also for Togo), Kenya and Zambia"."""
    items = _items(s, d.recipient, d)
    if d.rule in _FROM_ELSEWHERE and len(d.recipient) > 1:
        return d.recipient  # "accredited to Chad and as High Commissioner to Ghana"
    if not items or s.noun[items[0]] or not several_posts_before(s, items[0]):
        return d.recipient if len(d.recipient) > 1 and _listed(s, d) else ()
    codes = _codes(s, enumerated(s, items[0], strangers=True))
    return codes if len(codes) > 1 and set(d.recipient) <= {*codes, *_places(s)} else ()


def _senders(s: Sentence, d: Draft) -> tuple[str, ...]:
    """The states that each have a post in one state: three at least, and nobody says that it is a common one."""
    if len(d.actor) < _LEAST or not s.forms.isdisjoint(_TOGETHER):
        return ()
    items = _items(s, d.actor, d)
    codes = _codes(s, list_around(s, items[0])) if items else ()
    return codes if set(d.actor) <= set(codes) and not set(d.recipient) & set(codes) else ()


def _owners(s: Sentence, d: Draft) -> tuple[str, ...]:
    """The states whose posts one state hosts: "hosts the embassies of Ghana, Kenya and Zambia"."""
    first = next(
        (i for i in _items(s, d.actor, d) if s.lowers[i - 1 - (s.lowers[i - 1] == "the")] in ("of", "from")),
        0,
    )
    if first < 2 or len(d.actor) > 1 or not several_posts_before(s, first):
        return ()
    codes = _codes(s, enumerated(s, first))
    return codes if len(codes) > 1 and not set(d.recipient) & set(codes) else ()


def _items(s: Sentence, codes: tuple[str, ...], d: Draft) -> list[int]:
    return [
        i for i in range(s.n)
        if s.kinds[i] == "P" and len(s.codes[i]) == 1 and s.codes[i][0] in codes and d.start <= s.starts[i] < d.end
    ]  # fmt: skip


def _codes(s: Sentence, items: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.codes[i][0] for i in items))


def _places(s: Sentence) -> frozenset[str]:
    """States that only a town in them names: "at the United Nations in New York"."""
    return frozenset(c for i in range(s.n) if s.kinds[i] == "L" for c in s.codes[i])


def several_posts_before(s: Sentence, item: int) -> bool:
    """Whether posts in the plural stand before a list: "has embassies in", "diplomatic missions to"."""
    return any(
        s.lowers[i].endswith(("embassies", "missions", "consulates", "commissions", "offices", "consulates general",
                              "consulates-general", "posts", "representations", "legations", "consuls"))
        for i in range(max(0, item - 4), item)
    )  # fmt: skip


_OFFICES = words("acts.posts", "offices")


def to_the_other(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, missions that only lie in a third state told of the other of the title's two.

    "Malta is represented through its embassy in Rome", in an article on Malta and Norway. Where both are
    represented so, it is each to the other.
    """
    pair = ctx.discourse.pair
    of_section = (
        ctx.discourse.anchor in pair
    )  # "Foreign relations of Malta", under "Norway" or "See Malta–Norway relations"
    if not (ctx.discourse.titled or of_section) or len(pair) != 2:
        return drafts
    return [
        replace(d, mode="mission", recipient=tuple(c for c in pair if c not in d.actor))
        if d.rule in _FROM_ELSEWHERE and d.actor and set(d.actor) <= set(pair) and _lies_elsewhere(s, d, pair)
        else d
        for d in drafts
    ]


def _lies_elsewhere(s: Sentence, d: Draft, pair: tuple[str, ...]) -> bool:
    """Whether the only other state named is where the office lies."""
    if len(d.recipient) != 1 or d.recipient[0] in pair:
        return False
    items = [m.item for m in s.mentions if d.recipient[0] in m.codes]
    offices = [i for i in range(s.n) if s.noun[i] in _OFFICES]
    office = offices[0] if offices else -1
    if items:  # "which had an embassy in Rome, is represented through its embassy in Oslo"
        through = [
            i
            for i in offices
            if i < items[0] and {"through", "by", "from", "via"} & set(s.lowers[max(0, i - 3) : i])
        ]
        office = through[-1] if through else office
    return bool(items) and office >= 0 and s.lowers[items[0] - 1] == "in" and 0 < items[0] - office < 5


def _listed(s: Sentence, d: Draft) -> bool:
    """Whether the states are one list: only commas, "and" and the preposition said again stand between them."""
    items = [
        i
        for i in range(s.n)
        if s.codes[i] and s.codes[i][0] in d.recipient and d.start <= s.starts[i] < d.end
    ]
    if len(items) != len(d.recipient):
        return False
    return all(set(s.lowers[a + 1 : b]) <= _JOINING for a, b in pairwise(items))


def of_one_kind(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts without the missions that only stand beside embassies: "have embassies, legations or missions in A"."""
    if "or" not in s.forms or not any(d.mode == "mission" for d in drafts):
        return drafts
    last = max(i for i in range(s.n) if s.lowers[i] == "or")
    if last + 1 >= s.n or not s.noun[last + 1].endswith(("mission", "office", "embassy", "consulate")):
        return drafts
    embassies = {(d.actor, d.recipient) for d in drafts if d.kind == "tie" and d.mode == "embassy"}
    return [d for d in drafts if d.mode != "mission" or (d.actor, d.recipient) not in embassies]


_REGIONS = {"HKG": "CHN", "MAC": "CHN"}
"""Regions whose consulates an article on their state counts as in it."""


def in_own_region(found: list[Draft], pair: Sequence[str]) -> list[Draft]:
    """The drafts, consulates in a region taken as in its state where that is one of the two or has another post beside it.

    "Senegal has an embassy in Canberra and a consulate in Perth."
    """
    if not any(d.mode == "consulate" and d.recipient[:1] and d.recipient[0] in _REGIONS for d in found):
        return found
    states = {*pair, *(c for d in found if d.kind == "tie" for c in d.recipient)}
    return [
        replace(d, recipient=(_REGIONS[d.recipient[0]],))
        if d.mode == "consulate" and len(d.recipient) == 1 and _REGIONS.get(d.recipient[0]) in states
        else d
        for d in found
    ]


def without_stations(drafts: list[Draft]) -> list[Draft]:
    """No post towards the state where the embassy lies that keeps relations with another: "relations through its embassy in Lusaka"."""
    kept = [d for d in drafts if d.kind == "tie" and d.mode == "mission" and ".handled" in d.rule]
    return [
        d
        for d in drafts
        if d.mode != "embassy" or not any(m.actor == d.actor and m.start <= d.start for m in kept)
    ]
