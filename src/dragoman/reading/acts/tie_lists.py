"""States that a list names as having posts in one state or relations with it, in a sentence or a line each.

"Countries with embassies in Accra are Chad, Mali and Niger", "Ghana has diplomatic relations with: - Chad - Mali".
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import ADV, DET
from dragoman.reading.syntax.party_lists import enumerated, list_around
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_MODES = ("embassy", "consulate", "mission")
_STATES = words("acts.tie_lists", "states")
_KEEPING = words("acts.tie_lists", "keeping")
_TELLING = words("acts.tie_lists", "telling")
_FOLLOWING = frozenset({"following", "list"})
_LEVEL = words("acts.tie_lists", "level")
_SUCH = frozenset({",", "such", "as", "such as", "like", "(", "-", "–"})
_ENTRY = 150
"""Items of a list's line; assumed."""
_HEADER = 8
"""Items of a line that heads a list's columns; assumed."""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The ties of a list: told in the sentence, or in a line that a sentence before it has opened."""
    if ctx.ties is not None and s.n and (entries := _entries(s, ctx)) is not None:
        return entries
    ctx.ties = None
    post = _post(s, ctx.lexicon.noun_classes)
    if post is None:
        ctx.ties = _relations_opened(s, ctx)
        return [] if ctx.ties else _relations_listed(s, found)
    item, mode = post
    host = _host(s, item)
    if _opens(s) and (side := _side(s, ctx, item, host)) is not None:
        ctx.ties = (mode, *side, "")
        return []
    if host < 0:
        return []
    posts = [d for d in found if d.kind == "tie" and d.mode in _MODES]
    known = {c for d in posts for c in (*d.actor, *d.recipient)} | {s.codes[host][0]}
    if any(d.status != "actual" for d in posts):
        return []
    codes = [c for c in _senders(s, item, host) if c not in known]
    return [_draft(s, mode, (c,), s.codes[host], s.starts[0], s.ends[-1]) for c in dict.fromkeys(codes)]


def _post(s: Sentence, classes: Mapping[str, frozenset[str]]) -> tuple[int, str] | None:
    """The item and mode of the posts in the plural that a sentence tells of."""
    named = any(not classes[m].isdisjoint(s.vocabulary) for m in _MODES)
    for i in range(s.n) if named else ():
        if s.kinds[i] == "w" and s.noun[i] and s.lowers[i] != s.noun[i]:
            mode = next((m for m in _MODES if s.noun[i] in classes[m]), "")
            if mode:
                return i, mode
    if _LEVEL & s.forms:
        return next(i for i in range(s.n) if s.lowers[i] in _LEVEL), "embassy"
    return None


def _host(s: Sentence, item: int) -> int:
    """The item of the one state in which posts lie, or -1."""
    for i in range(item + 1, min(s.n, item + 5)):
        if (
            s.kinds[i] == "P"
            and len(s.codes[i]) == 1
            and s.lowers[i - 1 - (s.lowers[i - 1] == "the")] in ("in", "to")
        ):
            return i
        if s.kinds[i] != "w":
            break
    return -1


def _senders(s: Sentence, item: int, host: int) -> list[str]:
    """The states that a sentence lists as having posts there."""
    if any(s.lowers[i] in _STATES for i in range(max(0, item - 7), item)):
        k = host + 1
        while k < s.n and (s.lowers[k] in _TELLING or s.lowers[k] == "," or s.tags[k] & ADV):
            k += 1
        told = any(s.lowers[j] in _TELLING for j in range(host + 1, k))
        return [s.codes[i][0] for i in enumerated(s, k)] if told else []
    if not any(i in s.verb_at for i in range(item)) and s.lowers[host + 1 : host + 2] == [":"]:
        return [s.codes[i][0] for i in enumerated(s, host + 2)]
    verb = next((g for g in s.groups if g.lemma in _KEEPING and g.finite and item - 5 <= g.main < item), None)
    if verb is None or verb.negated:
        return []
    k = verb.first - 1
    while k > 0 and s.kinds[k] == "w" and (s.tags[k] & (ADV | DET) or s.lowers[k] in ("all", "each", "both")):
        k -= 1
    if k < 0 or s.kinds[k] != "P":
        return []
    listed = list_around(s, k)
    return [s.codes[i][0] for i in listed] if len(listed) > 1 else []


def _opens(s: Sentence) -> bool:
    """Whether lines of a list follow a sentence."""
    return s.n > 2 and (s.lowers[-1] == ":" or (s.lowers[-1] in _STATES and "following" in s.lowers[-3:]))


def _announces(s: Sentence) -> bool:
    """Whether a sentence announces a list: "List of countries which", "The following is a list of states with"."""
    if s.n < 3 or s.forms.isdisjoint(_STATES):
        return False
    return "list" in s.lowers[:6] and "of" in s.lowers[:7]


def _side(s: Sentence, ctx: Context, item: int, host: int) -> tuple[str, bool] | None:
    """Whose the other side of a list's posts is, and whether the states listed send them (or are sent to)."""
    states = any(s.lowers[i] in _STATES for i in range(s.n))
    if host >= 0 and (states or not s.groups):
        return s.codes[host][0], True
    owner = next((i for i in range(item) if s.kinds[i] == "P" and len(s.codes[i]) == 1), -1)
    if owner >= 0 and host < 0 and s.groups:
        return s.codes[owner][0], False
    anchor = ctx.discourse.anchor
    return (anchor, False) if anchor and host < 0 and "it" in s.forms else None


def _relations_opened(s: Sentence, ctx: Context) -> tuple[str, str, bool, str] | None:
    """The state whose relations the lines behind a sentence list: "Countries with which Chad maintains relations:"."""
    if not (_opens(s) or _announces(s)) or not any(s.noun[i] == "diplomatic relation" for i in range(s.n)):
        return None
    if "not" in s.forms or "no" in s.forms:
        return None
    end = s.lowers.index("(") if "(" in s.forms else s.n  # "(consular relations with Haiti)" is beside it
    named = {s.codes[i][0] for i in range(end) if s.kinds[i] == "P" and len(s.codes[i]) == 1}
    of = named.pop() if len(named) == 1 else ctx.discourse.anchor if not named else None
    return ("diplomatic_relations", of, False, "") if of else None


def _relations_listed(s: Sentence, found: list[Draft]) -> list[Draft]:
    """Relations with states counted and then listed: "maintains relations with the following countries: A, B and C"."""
    if "with" not in s.forms or s.forms.isdisjoint(_STATES) or not any(_related(s, i) for i in range(s.n)):
        return []
    relations = next(i for i in range(s.n) if _related(s, i))
    side = next((m for m in s.mentions if m.cue == "subj" and m.item < relations and len(m.codes) == 1), None)
    verb = next((g for g in s.groups if g.finite and g.main < relations), None)
    if side is None or verb is None or s.lowers[relations + 1 : relations + 2] != ["with"]:
        return []
    status = "denied" if verb.negated or "no" in s.lowers[verb.main : relations] else "actual"
    states = next((i for i in range(relations + 2, min(s.n, relations + 9)) if s.lowers[i] in _STATES), -1)
    if states < 0 or any(s.kinds[i] not in "wQ" for i in range(relations + 2, states)):
        return []
    first = states + 1
    while first < s.n and (s.lowers[first] in _TELLING or s.lowers[first] in _SUCH):
        first += 1
    listed = enumerated(s, first)
    known = {c for d in found if d.mode == "diplomatic_relations" for c in (*d.actor, *d.recipient)}
    if len(listed) < 2:
        return []
    own = side.codes[0]
    return [
        _draft(s, "diplomatic_relations", (own, *s.codes[i]), (), s.starts[i], s.ends[i], status=status)
        for i in listed
        if s.codes[i][0] not in known | {own}
    ]


def _related(s: Sentence, i: int) -> bool:
    return s.noun[i] == "diplomatic relation"


def _entries(s: Sentence, ctx: Context) -> list[Draft] | None:
    """The ties of a line of the open list; None where the line is none and closes it."""
    assert ctx.ties is not None
    mode, other, sent_by, mark = ctx.ties
    if _heads_table(s) or _numbers(s):
        return []
    first = next((i for i in range(min(s.n, 5)) if s.kinds[i] == "P"), -1)
    noted = s.lowers[first + 1 : first + 2] in (["–"], ["—"], ["-"])  # "Niue – Established, date unknown"
    if s.n > _ENTRY or (not noted and any(g.finite for g in s.groups)):
        return None
    if first < 0 or any(s.kinds[i] not in ".Qw" or s.tags[i] & ~DET for i in range(first)):
        # "Sovereign Military Order of Malta 12 May 1991" stands between states
        return [] if s.n < _HEADER and s.kinds[-1] == "D" else None
    # "Holy See 1986" stands between "7 Belgium 1985" and "8 Austria 1987"
    dated = s.kinds[first + 1 : first + 2] == ["D"]
    if mark not in ("", _mark(s)) and not dated:
        return None
    ctx.ties = (mode, other, sent_by, mark if dated and mark else _mark(s))
    items = [i for i in enumerated(s, first) if s.codes[i][0] != other]
    after = next((i for i in range(first + 1, min(s.n, first + 6)) if s.kinds[i] == "D"), -1)
    date = s.refs[after].edtf if len(items) == 1 and after > 0 else None
    out = []
    for i in items:
        code = s.codes[i]
        last = after if date else i
        if mode == "diplomatic_relations":
            out.append(_draft(s, mode, (other, *code), (), s.starts[i], s.ends[last], date))
        else:
            actor, recipient = (code, (other,)) if sent_by else ((other,), code)
            out.append(_draft(s, mode, actor, recipient, s.starts[i], s.ends[last], date))
    return out


def _heads_table(s: Sentence) -> bool:
    """Whether a line only heads a list's columns: "# Country Date"."""
    return (
        s.n < _HEADER
        and not any(k in "PH" for k in s.kinds)
        and not s.forms.isdisjoint(words("tables", "countries"))
    )


def _numbers(s: Sentence) -> bool:
    """Whether a line only numbers the entry behind it or parts a table's head: "1.", "---|---"."""
    return 0 < s.n <= 4 and all(k in "Q." for k in s.kinds)


def _mark(s: Sentence) -> str:
    """What opens a line: a number, a bullet or a letter; a list's lines all open alike."""
    start = s.text.rfind("\n", 0, s.starts[0] + 1) + 1
    opening = s.text[start : s.starts[0] + 1].strip()[:1]
    return "1" if opening.isdigit() else "a" if opening.isalpha() else opening


def _draft(
    s: Sentence, mode: str, actor: tuple[str, ...], recipient: tuple[str, ...], start: int, end: int,
    date: str | None = None, status: str = "actual",
) -> Draft:  # fmt: skip
    because = {"actor": "a list of states", **({"date": "beside it in the list"} if date else {})}
    return Draft(
        kind="tie", mode=mode, actor=actor, recipient=recipient, status=status, start=start, end=end,
        rule="tie.listed.v1", date=date, because=because,
    )  # fmt: skip
