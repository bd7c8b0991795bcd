"""Who else gave, lent or invested where the text told before to whom: "Romania added 10 million euros", "Peru sent 5 tonnes of rice"."""

from __future__ import annotations

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.gifts import gift_mode
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.word_lists import words

__all__ = ["GIVEN_ON", "given_on"]

GIVEN_ON = ("one more who gives", "one more from where it is sent home")
_GIVEN = frozenset({"aid", "loan", "investment"})
# Money or goods told further back are of another passage (assumed).
_REACH = 420
_BACK = 5
# "Romania added some", "Spain followed with": so many items between a verb and its sum (assumed).
_NEAR = 4
_THE_SAME = (["the", "same"], ["likewise", "with"], ["so", "with"])
_LINKS = frozenset({"with", "at", "(", ":", "–", "—", ",", "by"})


def given_on(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """One more who gives, lends, invests or sends home, told in a clause that leaves out to whom."""
    s, q = scene.s, scene.s.refs[i]
    if q.kind not in ("money", "physical") or scene.ctx.previous is None:
        return None
    told = _told(scene, before)
    if told is None:
        return None
    clause = [j for j in range(s.n) if s.clause[j] == s.clause[i]]
    usual = {None, told.mode, "aid", "loan" if told.mode == "aid" else None}
    if any(scene.modes[j] not in usual for j in clause) or scene.domestic_near(i):
        return None
    return (
        _goes_with(scene, i, told)
        or _in_turn(scene, i, told, before)
        or _who_draws(scene, i, told)
        or _next_giver(scene, i, told)
    )


def _told(scene: Scene, before: Topic | None) -> Draft | None:
    """The last gift, loan, investment or remittance, if no other figure between countries came since."""
    if before is not None and before.mode not in _GIVEN and before.mode != "other":
        return None
    last = next(
        (d for d in reversed(scene.ctx.found[-_BACK:]) if d.kind == "figure" and d.measure == "level"), None
    )
    if last is None or scene.s.span[0] - last.start > _REACH or len(last.recipient) != 1 or not last.actor:
        return None
    given = last.mode in _GIVEN or "sent home" in last.because.get("mode", "")
    return last if given else None


def _in_turn(scene: Scene, i: int, told: Draft, before: Topic | None) -> Topic | None:
    """The party right before a sum in a ranking: "France came first with 830 million, Spain third with 340 million"."""
    s, j = scene.s, i - 1
    if scene.s.refs[i].kind != "money":
        return None
    turns = words("figures", "in_turn")
    seen = False
    while j > 0 and (s.lowers[j] in _LINKS or s.lowers[j] in turns or _is_rank(scene, j)):
        seen = seen or s.lowers[j] in turns or _is_rank(scene, j)
        j -= 1
    m = next((m for m in s.mentions if m.item == j and len(m.codes) == 1), None)
    if m is None or j >= i - 1 or (m.owner and m.head not in turns) or not (seen or _ranking(scene, i)):
        return None
    others = {c for o in s.mentions if o.item < j for c in o.codes} - {*told.actor, *told.recipient}
    if set(m.codes) & set(told.recipient) or (others and not _ranking(scene, i) and not seen):
        return None
    if before is not None and before.recipient and before.recipient != told.recipient:
        return None  # "Chad's largest donor to Mali, followed by"
    return _topic(scene, i, told, m.codes, _verb(scene, i))


def _is_rank(scene: Scene, j: int) -> bool:
    return scene.s.kinds[j] == "Q" and scene.s.refs[j].kind == "rank"


def _ranking(scene: Scene, i: int) -> bool:
    """Whether the sentence ranks parties before this sum: "first was Peru with 5 million, Chad with 4 million"."""
    s = scene.s
    return s.lowers[i - 1] in ("with", "(") and any(
        s.lowers[k] in words("figures", "in_turn") or _is_rank(scene, k) for k in range(i)
    )


def _goes_with(scene: Scene, i: int, told: Draft) -> Topic | None:
    """What the same giver gives besides: "It will be accompanied by a contribution of 2 million euros"."""
    s = scene.s
    g = next((g for g in s.groups if g.first < i and g.clause == s.clause[i]), None)
    if (
        g is None
        or not g.passive
        or _of_others(scene, told)
        or g.lemma not in words("figures", "accompanying")
    ):
        return None
    if told.mode not in ("aid", "loan") or s.lowers[g.main + 1 : g.main + 2] != ["by"]:
        return None
    mode = next((scene.modes[j] for j in range(g.main, s.n) if scene.modes[j] in ("aid", "loan")), told.mode)
    return _topic(scene, i, told, told.actor, g, mode)


def _of_others(scene: Scene, told: Draft) -> bool:
    return any(set(m.codes) - {*told.actor, *told.recipient} for m in scene.s.mentions)


def _who_draws(scene: Scene, i: int, told: Draft) -> Topic | None:
    """What the borrower has used of a loan: "Amman has drawn $1 billion so far"."""
    g = _verb(scene, i)
    if (
        g is None
        or g.passive
        or told.mode not in ("loan", "aid")
        or g.lemma not in words("figures", "drawing")
    ):
        return None
    who = _subject(scene, g)
    if who is None or {*who.codes} != {*told.recipient}:
        return None
    return Topic(told.mode, i, "what is drawn of it", told.actor, told.recipient, verb=g, carried=True)


def _next_giver(scene: Scene, i: int, told: Draft) -> Topic | None:
    """The subject of a verb of giving that names nobody it is given to."""
    s, q = scene.s, scene.s.refs[i]
    g = _verb(scene, i)
    if g is None or g.passive or g.negated:
        return None
    if told.mode == "investment" and g.lemma.partition(" ")[0] not in words("figures", "investing_on"):
        return None
    goods = q.kind == "physical"
    if goods and (told.mode != "aid" or g.lemma not in scene.words.handing_over):
        return None
    likewise = g.lemma == "follow" or (g.lemma == "do" and s.lowers[g.main + 1 : g.main + 3] in _THE_SAME)
    if not (goods or likewise or g.lemma.partition(" ")[0] in words("figures", "giving_on")):
        return None
    if likewise and s.lowers[i - 1] != "with":
        return None
    who = _subject(scene, g)
    if who is None or set(who.codes) & set(told.recipient):
        return None
    same = likewise or told.mode == "investment" or (not goods and told.actor == who.codes)
    mode = told.mode if same else gift_mode(scene, g, ())
    return _topic(scene, i, told, who.codes, g, mode)


def _topic(
    scene: Scene, i: int, told: Draft, who: tuple[str, ...], g: Group | None, mode: str | None = None
) -> Topic:
    home = "sent home" in told.because.get("mode", "")
    how = GIVEN_ON[home]
    date = None if scene.s.dates or not home else told.date
    return Topic(mode or _named(scene, i, told), i, how, who, told.recipient, verb=g, date=date)


def _named(scene: Scene, i: int, told: Draft) -> str:
    """What the clause itself calls what is given: "will also provide grant aid worth 4 million", behind a loan."""
    own = [scene.modes[j] for j in range(max(0, i - _NEAR), i) if scene.s.clause[j] == scene.s.clause[i]]
    return next(
        (m for m in reversed(own) if m in ("aid", "loan") and told.mode in ("aid", "loan")), told.mode
    )


def _verb(scene: Scene, i: int) -> Group | None:
    s = scene.s
    return next(
        (
            g
            for g in reversed(s.groups)
            if g.finite and g.main < i <= g.main + _NEAR and g.clause == s.clause[i]
        ),
        None,
    )


def _subject(scene: Scene, g: Group) -> Mention | None:
    """The one party of the verb's clause, if it is the subject and stands for its state."""
    s = scene.s
    here = [m for m in s.mentions if m.clause == g.clause and m.kind in "PL" and m.cue not in ("on", "since")]
    who = [m for m in here if m.item < g.first and m.cue == "subj" and len(m.codes) == 1]
    if len(who) != 1 or len(here) != 1 or who[0].kind != "P":
        return None
    m = who[0]
    free = not m.owner or m.head.rpartition(" ")[2] in scene.words.public_purses
    return m if free and g.first - m.item <= _NEAR else None
