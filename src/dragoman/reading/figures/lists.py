"""Lists that give each party its own number: "Russia ($518 million) and China ($412 million)", "$9 million to Kenya, $6 million to Chad".

The numbers of such a list share a topic and one side; the other side is the party that stands
beside each number. Grammar of the sentence alone would give every number all the parties.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.hosts import HOSTED, host_of
from dragoman.reading.figures.respective_times import respective_times
from dragoman.reading.figures.roles import codes_of
from dragoman.reading.figures.scenes import COUNTED, MUTUAL, Scene, Topic
from dragoman.reading.syntax.lexicon import CONJ
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.word_lists import words

__all__ = ["Item", "itemised", "list_topic", "sides"]

_AMOUNTS = frozenset({"money", "percent", "count", "number", "physical", "multiple"})
_SIGNS = frozenset({"+", "-", "−", "–"})
_LINKS = frozenset({"(", "with", "at", ":", "–", "—", "-"})
_TOWARDS = frozenset({"to", "into", "in", "for"})
_HEADS = frozenset(
    "partner partners market markets destination destinations customer customers buyer buyers supplier suppliers source sources".split()
)
_PEOPLE = words("figures.lists", "people")
_MEMBERS = words("figures.lists", "members")
_LEADS = frozenset({"by", "then", "and", ",", "next", "second", "third"})
_VERB = 3
"""Items between a verb and its share; assumed."""
# The side that the fixed party of a list takes where a noun of the mode says no more.
_SOURCES = frozenset({"investment", "loan", "aid", "visitors", "students", "companies", "projects"})


@dataclass(frozen=True, slots=True)
class Item:
    """The party of one number; ``prep`` is what it stands behind ("to Kenya"), "" where nothing."""

    mention: Mention
    prep: str
    told: bool = False  # the subject of a verb: only where no noun says what the number measures


def itemised(scene: Scene) -> dict[int, Item]:
    """The party of each number of a list, by the number's item."""
    s = scene.s
    numbers = [i for i in range(s.n) if s.kinds[i] == "Q" and s.refs[i].kind in _AMOUNTS]
    by_item = {m.item: m for m in s.mentions if m.kind == "P" and (not m.owner or _name_goes_on(scene, m))}
    by_item |= {
        m.head_item: m
        for m in s.mentions
        if m.owner == "adj" and m.head_item > 0 and s.noun[m.head_item] in _PEOPLE | _MEMBERS
    }  # "and Maltese citizens at 8 percent", "the EU countries with 70 percent"
    if placed := _in_places(scene, numbers, by_item):
        return placed
    if sum(m.kind == "P" for m in s.mentions) < 2:
        one = _before(scene, numbers, by_item) if by_item and s.n > 4 else {}
        return one or _next_in_turn(scene, numbers, by_item)
    if taken := _taken_in_turn(scene, numbers, by_item):
        return taken
    found = _behind(scene, numbers, by_item) or _before(scene, numbers, by_item)
    found = _told(scene, numbers, by_item) | found | _respectively(scene, numbers)
    return found | _leading(scene, numbers, found)


def _respectively(scene: Scene, numbers: list[int]) -> dict[int, Item]:
    """As many parties as numbers: "$20 million and $3 million from exports to Sudan and Kenya, respectively"."""
    s = scene.s
    if "respectively" not in s.forms:
        return {}
    at = s.lowers.index("respectively")
    if run := _last_run(scene, numbers, at):
        return run
    if respective_times(s):
        return {}  # the order is that of times: "exports to Mali were $2 million and $3 million in 2021 and 2022"
    low = max((g.first for g in s.groups if g.finite and g.first < at), default=0)
    own = [i for i in numbers if low < i < at]
    parties = [m for m in s.mentions if m.kind == "P" and low < m.item < at and not m.owner]
    parties = parties or [
        m for m in s.mentions if m.kind == "P" and m.item < low and m.clause == s.clause[low]
    ]
    if not parties and (g := s.verb_at.get(low)) is not None and g.relative:
        # "the main markets were Chad and Niger, which bought $2 million and $1 million, respectively"
        parties = [m for m in s.mentions if m.kind == "P" and m.clause == s.clause[low] - 1 and not m.owner]
    if (
        len(parties) > len(own) > 1
    ):  # "exports from Chad to Mali and Niger were $2 million and $1 million, respectively"
        alike = [[m for m in parties if m.cue == cue] for cue in dict.fromkeys(m.cue for m in parties)]
        parties = next((group for group in alike if len(group) == len(own)), parties)
    if len(own) < 2 or len(own) != len(parties):
        return {}
    if parties[0].cue == "between" or len({bool(m.owner) for m in parties}) > 1:
        return {}  # the two of one flow: "Peru's exports to Mali were $2 million and $3 million, respectively"
    prep = _prep(scene, parties[0])
    return {i: Item(m, prep) for i, m in zip(own, parties, strict=True)}


def _last_run(scene: Scene, numbers: list[int], at: int) -> dict[int, Item]:
    """Changes told behind the amounts of a list: "Mali with $2 million and Chad with $1 million, up 4% and 12%, respectively"."""
    s = scene.s
    changes = [i for i in numbers if i < at and s.refs[i].kind == "percent"]
    run = changes[-1:]
    while len(run) < len(changes) and all(
        s.lowers[j] in (",", "and", "by", "a", "an") for j in range(changes[-len(run) - 1] + 1, run[0])
    ):
        run.insert(0, changes[-len(run) - 1])
    if len(run) < 2 or not any(i < run[0] for i in numbers):
        return {}
    whose = [m for m in s.mentions if m.kind == "P" and m.item < run[0] and not m.owner][-len(run) :]
    summed = [any(s.kinds[j] == "Q" for j in range(m.item + 1, min(s.n, m.item + 4))) for m in whose]
    return (
        {i: Item(m, "") for i, m in zip(run, whose, strict=True)}
        if len(whose) == len(run) and all(summed)
        else {}
    )


def _name_goes_on(scene: Scene, m: Mention) -> bool:
    """Whether the noun that a party seems to own is the rest of its name: "Bosnia Herzegovina"."""
    s = scene.s
    return (
        m.owner == "adj"
        and m.form != "demonym"
        and m.head_item == m.item + 1
        and s.text[s.starts[m.head_item]].isupper()
    )


def _told(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> dict[int, Item]:
    """Numbers of subjects that follow one another: "India followed with 12 percent, while Kenya accounted for 8"."""
    s = scene.s
    found: dict[int, Item] = {}
    for g in s.groups:
        m = by_item.get(g.first - 1)
        joined = m is not None and s.lowers[m.item - 1] in ("and", ",")
        if m is not None and joined and s.kinds[m.item - 2 : m.item - 1] == ["P"]:
            continue  # "the Emirates and Mozambique accounted for": all of them
        if g.lemma not in scene.words.list_takers or m is None or not g.finite or g.passive or g.negated:
            continue
        stop = next((o.first for o in s.groups if o.first > g.main and o.finite), s.n)
        found |= {i: Item(m, "", told=True) for i in numbers if g.main < i < stop}
    return found


def _leading(scene: Scene, numbers: list[int], found: dict[int, Item]) -> dict[int, Item]:
    """The number of who heads a list: "Malta tops the list with 3 million, followed by Chad (2 million)"."""
    s = scene.s
    at = next((j for j in range(s.n - 1) if s.lowers[j : j + 2] == ["followed", "by"]), -1)
    own = [i for i in numbers if i < at and i not in found and s.lowers[i - 1] in ("with", "at")]
    heads = [m for m in s.mentions if m.cue == "subj" and m.kind == "P" and not m.owner and m.item < at]
    if not found or len(own) != 1 or not heads or heads[-1].item > own[0]:
        return {}
    return {own[0]: Item(heads[-1], "")}


def _in_places(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> dict[int, Item]:
    """The numbers behind each place of a ranking: "Chad is in second place, with 3 tons", "in third place is Peru, with 2"."""
    s = scene.s
    if not any(d.kind == "figure" for d in scene.ctx.last):
        return {}
    marks = [
        j
        for j in range(s.n - 1)
        if s.lowers[j] in scene.words.ordinals and s.lowers[j + 1] in ("place", "position", "spot")
    ]
    if not marks:
        return {}
    found: dict[int, Item] = {}
    for at, stop in zip(marks, [*marks[1:], s.n], strict=True):
        behind = next((k for k in range(at + 2, min(s.n, at + 6)) if k in by_item), None)
        turned = at + 2 < s.n and s.lowers[at + 2] in ("is", "was", "comes", "came")
        before = next((k for k in range(at - 1, max(-1, at - 9), -1) if k in by_item), None)
        item = behind if turned else before
        stop = next((j for j in range(at, stop) if s.lowers[j] in ("while", "whereas")), stop)
        if item is not None:
            found |= {i: Item(by_item[item], "") for i in numbers if max(at, item) < i < stop}
    return found


def _next_in_turn(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> dict[int, Item]:
    """The numbers of a country that comes next where others were told before: "Malta comes third at $2 million"."""
    s = scene.s
    told = [d for d in scene.ctx.last if d.kind == "figure" and d.mode not in MUTUAL]
    g = next((g for g in s.groups if g.lemma in scene.words.list_takers and g.first - 1 in by_item), None)
    if g is None or g.passive or not told:
        return {}
    behind = [s.lowers[j] for j in range(g.main + 1, min(s.n, g.main + 5))]
    if not scene.words.ordinals & set(behind) and g.lemma != "follow":
        return {}
    return {i: Item(by_item[g.first - 1], "") for i in numbers if i > g.main}


def _prep(scene: Scene, m: Mention) -> str:
    """The preposition that a party stands right behind."""
    s = scene.s
    j = m.item - 1
    if j >= 0 and s.lowers[j] == "the":
        j -= 1
    return s.lowers[j] if j >= 0 and s.lowers[j] in (*_TOWARDS, "from", "with") else ""


def _behind(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> dict[int, Item]:
    """Numbers with their party behind: "$9 million to Kenya, $6 million to Chad"; two at least, all alike."""
    s = scene.s
    found: dict[int, Item] = {}
    for i, after in zip(numbers, [*numbers[1:], s.n], strict=True):
        near = [by_item[j] for j in range(i + 1, after) if j in by_item and _prep(scene, by_item[j])]
        beside = bool(near) and near[0].item - i <= 3  # "26.5% to Oman, exports to Chad"
        if (beside or len({m.codes for m in near}) == 1) and (prep := _prep(scene, near[0])):
            between = s.lowers[i + 1 : near[0].item]
            if not any(w in (";", ",", "(", "and", "while", "whereas", "but", "which") for w in between):
                found[i] = Item(near[0], prep)
    preps = [item.prep for item in found.values()]
    most = max(set(preps), key=preps.count) if preps else ""
    alike = {i: item for i, item in found.items() if item.prep == most}
    parties = {item.mention.codes for item in alike.values()}
    close = [i for i, item in alike.items() if item.mention.item - i <= 3]
    return alike if len(parties) > 1 and len(close) > (0 if len(alike) < 3 else 1) else {}


def _before(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> dict[int, Item]:
    """Numbers with their party before: "Russia ($518 million)", "followed by Japan with $2 billion"."""
    s = scene.s
    found: dict[int, Item] = {}
    sure: set[int] = set()
    bare = _bare_shares(scene, numbers, by_item)
    stops = _parted_by_stops(scene, numbers, by_item)
    for i in numbers:
        if i in stops:
            found[i] = Item(by_item[i - 2], "")
            sure.add(i)
            continue
        j, linked = i - 1, ""
        if s.lowers[j] in _SIGNS and s.lowers[j - 1] == "(":
            j -= 1
        while j >= 0 and (
            s.lowers[j] in scene.words.item_fillers
            or (s.lowers[j] in _LINKS and not linked)
            or (s.lowers[j] == "," and linked == "with")
        ):
            linked = linked or (s.lowers[j] if s.lowers[j] in _LINKS else "")
            j -= 1
        if (
            j in found
            and s.lowers[j + 1] in ("or", "/", ",", "(", "worth", "valued")
            and "(" in s.lowers[max(0, j - 4) : i]
        ):
            found[i] = found[j]
            continue
        if s.lowers[i - 1] == "to" and i - 2 in found and "(" in s.lowers[max(0, i - 4) : i]:
            found[i] = found[i - 2]  # "France (+10 percent to $21 billion)"
            continue
        if j in found and {"representing", "accounting"} & set(s.lowers[j:i]):
            found[i] = found[j]  # "India with trade worth $1 billion, representing 9 percent"
            continue
        if j > 3 and s.lowers[j] == ")":  # "the Republic of Korea (RoK) at"
            j = next((k - 1 for k in range(j, j - 4, -1) if s.lowers[k] == "("), j)
        m = by_item.get(j)
        if m is not None and j + 1 == i and i in bare:
            found[i] = Item(m, "")
            if "followed" in s.forms:
                sure.add(i)
            continue
        if m is None or j + 1 == i or (not linked and not _prep(scene, m)):
            continue
        prep = _prep(scene, m) if s.lowers[m.item - 1] != "with" else ""
        if prep and linked in ("with", "at") and not (stops and prep == "from"):
            continue  # "investing in Vietnam with $5 billion"
        opens = m.item - (2 if prep else 1)
        if not linked and (s.lowers[i - 1] != "by" or not (opens >= 0 and s.lowers[opens] in _LEADS)):
            continue
        found[i] = Item(m, prep)
        if opens > 0 and s.lowers[opens] == "the":
            opens -= 1
        comes = opens > 0 and s.lowers[opens] in ("is", "was", "comes", "came")
        if comes and {"second", "third", "fourth", "next", "then"} & set(s.lowers[:opens]):
            sure.add(i)  # "Next is the Netherlands with goods worth"
        if linked == "(" or (opens >= 0 and s.lowers[opens] in ("by", "then", "next")):
            sure.add(i)
    parties = {item.mention.codes for item in found.values()}
    return found if len(parties) > 1 or sure else {}


def _taken_in_turn(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> dict[int, Item]:
    """Shares of which only the first has a verb: "Chad bought 60 percent of Niger's exports, Mali 20 percent and Peru 5"."""
    s = scene.s
    rest = [i for i in numbers if i - 1 in by_item and s.refs[i].kind == "percent"]
    rest = [i for i in rest if _opens_item(scene, by_item[i - 1]) and s.verb_at.get(i + 1) is None]
    first = numbers[0] if numbers else 0
    said = range(
        first - 1, max(-1, first - 1 - _VERB), -1
    )  # "took 9 percent", "accounted for about 9 percent"
    g = next((s.verb_at[j] for j in said if j in s.verb_at), None)
    if (
        not rest
        or "followed" in s.forms
        or g is None
        or not g.finite
        or g.passive
        or rest[0] < first
        or s.refs[first].kind != "percent"
    ):
        return {}
    who = next((m for m in by_item.values() if m.item == g.first - 1 and m.cue == "subj"), None)
    if who is None or s.lowers[first + 1 : first + 2] != ["of"]:
        return {}
    return {first: Item(who, ""), **{i: Item(by_item[i - 1], "") for i in rest}}


def _parted_by_stops(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> frozenset[int]:
    """The shares behind parties and commas: "the EU with 77 percent (Italy, 17 percent; Spain, 9 percent)"."""
    s = scene.s
    if ";" not in s.forms:
        return frozenset()
    found = [
        i
        for i in numbers
        if s.lowers[i - 1] == ","
        and i - 2 in by_item
        and s.lowers[i + 1 : i + 2] in ([";"], [")"], ["."])
        and s.refs[i].kind == "percent"
    ]
    return frozenset(found if len(found) > 1 else ())


def _bare_shares(scene: Scene, numbers: list[int], by_item: dict[int, Mention]) -> frozenset[int]:
    """The numbers right behind their parties: "the main markets are Italy 22%, Germany 14%"; "followed by Italy 22%, Malta 9%"."""
    s = scene.s
    found = [i for i in numbers if i - 1 in by_item and s.verb_at.get(i + 1) is None]
    at = next((j for j in range(s.n - 1) if s.lowers[j : j + 2] == ["followed", "by"]), s.n)
    behind = [i for i in found if i > at and _opens_item(scene, by_item[i - 1])]
    if behind and any(i < at and s.refs[i].kind == s.refs[behind[0]].kind for i in numbers):
        return frozenset(i for i in behind if s.refs[i].kind == s.refs[behind[0]].kind)
    found = [i for i in found if s.refs[i].kind == "percent"]
    if len(found) < 2 or any(s.verb_at.get(i + 1) is not None for i in numbers if i - 1 in by_item):
        return frozenset()
    listed = any(s.lowers[j].rsplit(" ", 1)[-1] in _HEADS for j in range(found[0]))
    return frozenset(found) if listed else frozenset()


def _opens_item(scene: Scene, m: Mention) -> bool:
    """Whether a party stands at the head of an item of a list: behind a comma, "and" or "by"."""
    s = scene.s
    j = m.item - 1
    if j > 0 and s.lowers[j] == "the":
        j -= 1
    return j >= 0 and s.lowers[j] in _LEADS


def list_topic(scene: Scene, i: int, before: Topic | None, ranked: list[Draft]) -> Topic | None:
    """What the numbers of a list measure where no noun beside them says: the rank of the sentence, or the figure before."""
    kind = scene.s.refs[i].kind
    ranked = [d for d in ranked if d.start <= scene.s.starts[i]]
    last = [d for d in scene.ctx.last if d.kind == "figure"]
    mode = before.mode if before is not None else (ranked or last[-1:])[0].mode if ranked or last else None
    told = {m for m in scene.modes if m in COUNTED}
    if mode is None and kind in ("number", "count") and len(told) == 1:
        mode = told.pop()  # "Malta tops the list of visitors to Peru with 3,820, followed by Chad (290)"
    measure = before.measure if before is not None else None
    if mode is None and kind in ("percent", "money") and (_teller(scene) or _owned_head(scene, i)):
        ahead = {n.rsplit(" ", 1)[-1].removesuffix("s") for n in scene.s.noun[:i] if n}
        mode = (
            "exports" if ahead & scene.words.markets else "imports" if ahead & scene.words.suppliers else None
        )
        if mode is None and {"trading", "trade"} & set(scene.s.lowers[:i]) and "partner" in ahead:
            mode = "trade"  # "Chad's main trading partners are Mali (38%) and Niger (12%)"
        measure = "share" if kind == "percent" else None  # "Major markets: Chad 38%, Mali 12%"
    if mode in ("cargo", "energy") and kind == "money":
        mode = "exports"  # "Qatar (3 million tonnes worth $2 billion)"
    if mode is None or (kind in ("number", "count")) != (mode in COUNTED and kind != "percent"):
        return None
    if kind in ("number", "count") and (scene.s.refs[i].value or 0) < 100:
        return None
    return Topic(mode, i, "the list it stands in", carried=True, measure=measure)


def sides(
    scene: Scene,
    item: Item,
    items: dict[int, Item],
    topic: Topic,
    ranked: list[Draft],
    before: Topic | None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(actor, recipient) of one number of a list; empty where the other side cannot be told."""
    own = item.mention.codes
    host = (
        before.recipient
        if before is not None and before.mode == topic.mode in ("visitors", "students")
        else ()
    )
    if topic.mode in ("visitors", "students"):
        host = _visited(scene, items) or host
        if host and (item.prep == "from" or host == _visited(scene, items)) and not set(host) & set(own):
            return own, host
    fixed, first = _whose_whole(scene, own, topic, before) or _fixed(scene, items, own, topic, ranked)
    if not fixed:
        return (), ()
    if topic.mode in MUTUAL:
        return tuple(dict.fromkeys([*own, *fixed])), ()
    verb = topic.verb.main if topic.verb is not None and not topic.verb.passive else -1
    if not item.prep and topic.item == verb and topic.mode in ("exports", "imports"):
        return own, fixed  # who buys or sells is said with the verb
    v = topic.verb or next((g for g in reversed(scene.s.groups) if g.main < item.mention.item), None)
    if topic.mode in ("energy", "cargo") and v is not None and not item.prep:
        if "import_v" in scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset()):
            return own, fixed
    sells = _sells(scene, items) if not item.prep else None
    if sells is not None and topic.mode in ("exports", "imports", "cargo", "energy"):
        seller, buyer = (own, fixed) if sells else (fixed, own)
        return (buyer, seller) if topic.mode == "imports" else (seller, buyer)
    if item.prep == "from":
        own_first = topic.mode != "imports"
    elif item.prep:
        own_first = topic.mode == "imports" and item.prep != "in"
    else:
        own_first = not first
    return (own, fixed) if own_first else (fixed, own)


def _visited(scene: Scene, items: dict[int, Item]) -> tuple[str, ...]:
    """Where the guests of a list are said to come to, ahead of it: "the top tourist groups to Peru, with China (130,000)"."""
    listed = {x.mention.item for x in items.values()}
    ahead = [m for m in scene.s.mentions if m.item < min(listed) and m.cue == "to" and not m.owner]
    return ahead[0].codes if len(ahead) == 1 else ()


def _whose_whole(
    scene: Scene, own: tuple[str, ...], topic: Topic, before: Topic | None
) -> tuple[tuple[str, ...], bool] | None:
    """Whose flow the first of a list took a share of: "Mali accounted for 61% of Chad's exports, ahead of Niger (24%)"."""
    if before is None or before.mode != topic.mode or topic.mode not in ("exports", "imports"):
        return None
    if len(before.actor) != 1 or len(before.recipient) != 1 or set(own) & {*before.actor, *before.recipient}:
        return None
    shares = next(
        (g for g in scene.s.groups if g.lemma in scene.words.list_takers and g.main < before.at), None
    )
    taker = codes_of(
        [m for m in scene.s.mentions if shares is not None and m.cue == "subj" and m.item < shares.first]
    )
    if taker and taker != before.actor and before.measure == "share":
        return before.actor, True
    return None


def _fixed(
    scene: Scene, items: dict[int, Item], own: tuple[str, ...], topic: Topic, ranked: list[Draft]
) -> tuple[tuple[str, ...], bool]:
    """(the party that all numbers share, whether it is the acting side)."""
    s = scene.s
    listed = {c for item in items.values() for c in item.mention.codes} | _leader(scene)
    listed |= {c for m in s.mentions if s.lowers[m.item - 1 if m.item else 0] == "(" for c in m.codes}
    listed |= {c for m in s.mentions if _goes_on(scene, m, items) for c in m.codes}
    for d in (
        ranked or [d for d in scene.ctx.last if d.kind == "figure"] if not _named(scene, listed) else ranked
    ):
        rest = tuple(c for c in (*d.actor, *d.recipient) if c not in listed and c not in own)
        if len(rest) > 1 and set(host_of(scene.ctx)) & set(rest):
            rest = host_of(scene.ctx)
        if len(rest) == 1:
            return rest, rest[0] in d.actor
        towards = bool(_preps(items) & _TOWARDS)
        teller = (
            d.actor
            if d.mode in ("exports", "imports") or towards
            else d.recipient
            if d.mode in _SOURCES
            else ()
        )
        if len(teller) == 1 and not set(teller) & (listed | set(own)):
            return teller, teller == d.actor
    shared = [m for m in s.mentions if not set(m.codes) & listed and m.cue not in ("after", "before", "than")]
    if topic.mode in ("visitors", "students") and "from" in _preps(
        items
    ):  # whose guests others are is not where these go
        shared = [m for m in shared if not (m.owner and scene.modes[m.head_item] == topic.mode)]
    aside = [m for m in shared if m.cue in ("in addition to", "besides", "apart from", "along with")]
    shared = [m for m in shared if m not in aside]  # "in addition to Chad, Malta imported from Peru (3)"
    shared = [
        m for m in shared if m.owner or m.cue not in _TOWARDS & _preps(items)
    ]  # "to Italy was 3, to Chad 2"
    owner = [m for m in shared if m.owner and m.item < topic.item <= m.head_item]
    m = next(iter(owner or shared), None)
    if m is None or len(m.codes) != 1:
        banks = [c for c in scene.ctx.discourse.history[-20:] if c in scene.words.lenders and c not in listed]
        giver = tuple(banks[-1:]) if topic.mode == "loan" and banks else scene.ctx.discourse.subject
        if (
            topic.mode in _SOURCES
            and _preps(items) & _TOWARDS
            and len(giver) == 1
            and not set(giver) & listed
        ):
            return giver, True
        host = _teller(scene) if topic.mode in HOSTED else ()
        if host and not set(host) & listed:
            return host, topic.mode not in _SOURCES
        rest = tuple(c for c in scene.ctx.discourse.pair if c not in listed)
        return (rest, topic.mode not in _SOURCES) if len(rest) == 1 else ((), True)
    if topic.mode in _SOURCES:
        return m.codes, m.owner != "" and m.cue not in _TOWARDS
    return m.codes, True


def _owned_head(scene: Scene, i: int) -> bool:
    """Whether the list is of one country's partners, who owns the noun: "Chad's main suppliers are Mali (20%)"."""
    s = scene.s
    heads = [j for j in range(i) if s.lowers[j].rsplit(" ", 1)[-1] in _HEADS]
    if not heads or s.lowers[heads[0]].startswith("source"):  # of migrants, of income
        return False
    return any(m.owner and m.head_item == heads[0] for m in s.mentions)


def _teller(scene: Scene) -> tuple[str, ...]:
    """Whose partners a list is of: the one country whose figures the text tells, or that its title names."""
    d = scene.ctx.discourse
    return host_of(scene.ctx) or ((d.anchor,) if d.anchor and not d.titled else ())


def _goes_on(scene: Scene, m: Mention, items: dict[int, Item]) -> bool:
    """Whether a party without a number goes on a list behind one with its number: "Japan ($1 billion), Malaysia"."""
    s, j = scene.s, m.item - 1
    if not s.groups and not m.owner and s.lowers[m.item + 1 : m.item + 2] == [","] == s.lowers[j : j + 1]:
        return True  # "Major suppliers: Chad 47%, Mali, Niger 4%"
    while j > 0 and s.lowers[j] in (",", "and", "the", ")"):
        j -= 1
    return j in items and "(" in s.lowers[j - 1 : j] and s.lowers[j + 1 : j + 2] == [")"]


def _sells(scene: Scene, items: dict[int, Item]) -> bool | None:
    """Whether a list is of suppliers or of markets: "other suppliers are A (3), B (2)"; None where it does not say."""
    s, first = scene.s, min(item.mention.item for item in items.values())
    last = max(items)
    for j in (*range(first - 1, -1, -1), *range(last + 1, s.n)):
        noun = s.noun[j].rsplit(" ", 1)[-1].removesuffix("s")
        if noun in scene.words.suppliers:
            return True
        if noun in scene.words.markets:
            return False
    return None


def _preps(items: dict[int, Item]) -> set[str]:
    """The prepositions that the parties of a list stand behind."""
    return {item.prep for item in items.values()}


def _leader(scene: Scene) -> set[str]:
    """Who heads the list: the subject of "Singapore topped the list ..., followed by Japan"."""
    s = scene.s
    at = next((j for j in range(s.n - 1) if s.lowers[j] == "followed" and s.lowers[j + 1] == "by"), -1)
    heads = [m for m in s.mentions if m.item < at and m.cue == "subj" and m.kind == "P" and not m.owner]
    came = [m for m in s.mentions if m.item < at and m.cue == "from"]
    both = heads[-1:]
    while len(both) < len(heads) and s.lowers[both[0].item - 1] in (
        "and",
        ",",
    ):  # "Malta and Chad are followed by"
        both.insert(0, heads[-len(both) - 1])
    return {c for m in (*both, *came[-1:]) for c in m.codes}


def _named(scene: Scene, listed: set[str]) -> bool:
    return any(
        m.kind == "P" and not set(m.codes) & listed and not scene.s.tags[m.item] & CONJ
        for m in scene.s.mentions
    )
