"""People of one country who live or work in another: "60,000 Lebanese live in Ghana", "the Somali diaspora in Sweden numbers 70,000"."""

from __future__ import annotations

from dragoman.reading.figures.nouns import verb_of
from dragoman.reading.figures.roles import codes_of, doers_of, owners_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.word_lists import words

__all__ = ["as_many_elsewhere", "community", "residents"]

# Fewer are a family or a group in the news, no community (assumed).
_FEWEST = 50
_THERE = ("in", "at", "across", "throughout", "to", "into")
_MEANT = frozenset({"that", "this", "the"})
_STATES = frozenset({"country", "nation", "state", "kingdom", "republic", "sultanate", "emirate"})
_REGIONAL = frozenset(
    "the neighbouring neighboring and northern southern eastern western central northeastern northwestern southeastern southwestern".split()
)
_SIZES = frozenset({"of", "numbering", "at", "is", "numbers", "about", "around", "some", ":", "exceeds"})
_BELONGING = words("figures.residents", "belonging")
_MIGRANTS = words("figures.residents", "migrants")
_COMING = words("figures.residents", "coming")
_SEEKING = words("figures.residents", "seeking")
_REFUGE = words("figures.residents", "refuge")
# "A community of 5,000": so far before its number at most (assumed).
_NEAR = 4


def residents(scene: Scene, i: int, j: int, g: Group | None) -> Topic | None:
    """The topic of counted people (head noun at ``j``) who live, work or found shelter in another country."""
    s, words = scene.s, scene.words
    if (s.refs[i].value or 0) < _FEWEST or not (s.kinds[j] == "P" or _is_one(s.noun[j], words.settlers)):
        return None
    home = _home(scene, j)
    if home and s.kinds[j] == "P" and (found := _guests(scene, i, j, home)) is not None:
        return found
    if not home and g is not None and g.main < i and not g.passive and _is_one(s.noun[j], words.labourers):
        home = codes_of(doers_of(scene, g, j)) if g.lemma in words.dispatching else ()
    if not home:
        return None
    there = _destination(scene, j, home)
    if there:
        return Topic("visitors", j, f"the {s.lowers[j]!r} who come there", home, there, verb=g)
    there = _host_before(scene, i, home) or _host_behind(scene, i, j, home, g)
    return Topic("other", j, f"the {s.lowers[j]!r} who live there", home, there, verb=g) if there else None


def _destination(scene: Scene, j: int, home: tuple[str, ...]) -> tuple[str, ...]:
    """Where people go who are told by where they come from: "29,000 people from Peru visit Malta each year"."""
    s = scene.s
    if s.lowers[j + 1 : j + 2] != ["from"]:
        return ()
    goes = next((v for v in s.groups if j + 3 <= v.first <= j + 5), None)
    if goes is None or goes.passive or goes.lemma not in ("visit", "travel", "come", "go", "arrive"):
        return ()
    near = [m for m in s.mentions if goes.main < m.item <= goes.main + 3]
    there = without(codes_of(near[:1]), home)
    return there if len(there) == 1 else ()


def _guests(scene: Scene, i: int, j: int, home: tuple[str, ...]) -> Topic | None:
    """People named by their country alone who are welcomed as guests or students: "Tunisia welcomed 400,000 Algerians"."""
    s, words = scene.s, scene.words
    g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    if g is None or g.passive or g.lemma not in words.hosts | {"admit"} or g.lemma == "host":
        return None
    if any(w in s.lowered for w in ("refug", "asylum", "shelter", "flee", "fled", "migrant", "deport")):
        return None
    host = without(codes_of(doers_of(scene, g, i)), home)
    schools = any(
        s.lowers[k].startswith(("universit", "college", "school", "academ")) for k in range(g.first)
    )
    if len(host) != 1 or (g.lemma == "admit" and not schools):
        return None
    mode = "students" if schools else "visitors"
    return Topic(mode, j, f"the {s.lowers[j]!r} who come there", home, host, verb=g)


def _is_one(noun: str, names: frozenset[str]) -> bool:
    return noun in names or (noun.endswith("s") and noun[:-1] in names)


def _home(scene: Scene, j: int) -> tuple[str, ...]:
    """Whose people they are: "Ghanaians", "Turkish nationals", "people of Polish descent", "refugees from Sudan"."""
    s = scene.s
    if s.kinds[j] == "P":
        return tuple(s.codes[j]) if getattr(s.refs[j], "form", "") == "demonym" else ()
    if s.lowers[j - 2 : j] == ["-", "born"] and s.kinds[j - 3] == "P":
        return tuple(s.codes[j - 3])  # "40,000 Nepalese-born residents"
    near = [
        m
        for m in s.mentions
        if j < m.item <= j + 5 and s.lowers[m.item - 1] in ("of", "from", "ethnic", "in")
    ]
    if s.noun[j] in ("people", "person", "individual", "descendant"):
        rooted = [
            m for m in near if s.lowers[m.item + 1 : m.item + 2] and s.lowers[m.item + 1] in scene.words.roots
        ]
        born = [m for m in near if s.lowers[m.item - 2 : m.item] == ["born", "in"]]
        come = [m for m in near if m.item <= j + 3 and s.lowers[j + 1] == "from"]  # "5,000 people from Peru"
        return codes_of(rooted[:1] or born[:1] or come[:1])
    if _is_one(s.noun[j], _BELONGING) and s.lowers[j + 1 : j + 2] == ["of"]:
        return codes_of(near[:1])  # "80,000 citizens of Peru"
    own = codes_of(owners_of(s, j))
    return own or codes_of([m for m in near if s.lowers[m.item - 1] == "from"][:1])


def _host_before(scene: Scene, i: int, home: tuple[str, ...]) -> tuple[str, ...]:
    """Who shelters them: "Colombia hosts 1.7 million", "Kenya is home to", "has taken in"."""
    s = scene.s
    g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    if g is None or g.passive:
        return ()
    shelters = g.lemma in scene.words.sheltering or (g.lemma == "take" and "in" in s.lowers[g.main + 1 : i])
    homely = g.lemma == "be" and s.lowers[g.main + 1 : g.main + 3] == ["home", "to"]
    if not (shelters or homely):
        return ()
    host = without(codes_of(doers_of(scene, g, i)), home)
    return host if len(host) == 1 else ()


def _host_behind(scene: Scene, i: int, j: int, home: tuple[str, ...], g: Group | None) -> tuple[str, ...]:
    """Where they live: "live in", "there are 40,000 in", "sent 500,000 workers to"."""
    s, words = scene.s, scene.words
    live = next((v for v in s.groups if 0 < v.first - j <= 7 and _dwells(scene, j, v)), None)
    plain = any(w in ("live", "reside", "living", "residing", "registered") for w in s.lowers[j + 1 : j + 7])
    sent = (
        g is not None and g.main < i and g.lemma in words.dispatching and _is_one(s.noun[j], words.labourers)
    )
    counted = g is not None and g.main < i and g.lemma in ("be", "have")
    counted = (counted and "there" in s.lowers[:i]) or (
        g is not None and g.main < i and g.lemma in ("record", "count", "register", "estimate", "list")
    )
    if live is None and not plain and not sent and not counted:
        return ()
    if live is not None and (live.negated or (live.passive and live.lemma != "employ")):
        return ()
    low = live.main if live is not None else j
    places = [m for m in s.mentions if m.item > low and _is_place(scene, m)]
    host = without(codes_of(places[:1]), home)
    return host if len(host) == 1 else ()


def _dwells(scene: Scene, j: int, v: Group) -> bool:
    """Whether a verb says that people stay: "live", "sought refuge", of migrants also "arrived"."""
    s = scene.s
    if v.lemma in scene.words.dwelling or (v.lemma in _COMING and _is_one(s.noun[j], _MIGRANTS)):
        return True
    return v.lemma in _SEEKING and not _REFUGE.isdisjoint(s.noun[v.main + 1 : v.main + 4])


def _is_place(scene: Scene, m: Mention) -> bool:
    s = scene.s
    k = m.item - 1
    if m.owner == "adj" and s.lowers[k] == "on":  # "live on Chilean soil"
        return s.lowers[m.item + 1 : m.item + 2] in (["soil"], ["territory"])
    meant = m.kind == "A" and s.lowers[k] in _MEANT and s.noun[m.item] in _STATES  # "live in that country"
    k -= meant
    while k > 0 and s.lowers[k] in _REGIONAL:
        k -= 1
    return not m.owner and (m.kind == "P" or meant) and s.lowers[k] in _THERE


def community(scene: Scene, i: int) -> Topic | None:
    """A number that says how large a community is: "the Portuguese community in Luxembourg numbers 95,000"."""
    s = scene.s
    if (s.refs[i].value or 0) < _FEWEST or s.refs[i].kind not in ("number", "count"):
        return None
    if not (
        s.text[s.starts[i] : s.ends[i]].startswith("estimated")
        or s.lowers[i - 1] in _SIZES
        or _numbers(scene, i)
    ):
        return None
    for j in range(i - 1, -1, -1):
        if s.kinds[j] == "Q" or s.clause[j] != s.clause[i]:
            return None
        if _is_one(s.noun[j], scene.words.communities) or (
            s.lowers[i - 1] == ":" and _is_one(s.noun[j], scene.words.settlers)
        ):
            break
    else:
        return None
    home = codes_of(owners_of(s, j)) or (_home(scene, j) if _is_one(s.noun[j], scene.words.settlers) else ())
    places = [m for m in s.mentions if m.item > j and _is_place(scene, m)]
    there = without(codes_of(places[:1]), home) or _host_before(scene, j, home)
    if not home or not there:
        return None
    return Topic("other", j, f"the size of the {s.lowers[j]!r}", home, there, verb=verb_of(s, i))


def as_many_elsewhere(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """More of the people counted before, with only where they are: "and another 12,000 live in Malta", "3,000 in Chad"."""
    s = scene.s
    if before is None or not before.actor or not before.recipient or i + 3 >= s.n:
        return None
    if before.mode != "students" and "who live there" not in before.how:
        return None
    g = next((v for v in s.groups if v.first == i + 1), None)
    if g is not None and (g.negated or not _stays(scene, g)):
        return None
    at = g.main + 1 if g is not None else i + 1 + (s.lowers[i + 1] in words("figures.residents", "staying"))
    m = next((m for m in s.mentions if at < m.item <= at + 2), None)
    if m is None or s.lowers[at] not in ("in", "across", "throughout") or not _is_place(scene, m):
        return None
    if set(m.codes) & {*before.actor, *before.recipient}:
        return None
    return Topic(before.mode, i, before.how, before.actor, m.codes, verb=g or before.verb, carried=True)


def _stays(scene: Scene, g: Group) -> bool:
    stays = g.lemma in scene.words.dwelling or g.lemma in scene.words.study_verbs
    return stays or (g.passive and g.lemma in words("figures.residents", "kept"))


def _numbers(scene: Scene, i: int) -> bool:
    g = verb_of(scene.s, i)
    return (
        g is not None
        and 0 < i - g.main <= _NEAR
        and g.lemma
        in ("number", "be", "comprise", "total", "reach", "exceed", "estimate", "count", "have", "stand")
    )
