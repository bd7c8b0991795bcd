"""When an act took place: the time of its clause, of the clause beside it or of the year that names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.acts.times_of_others import (
    in_relative,
    of_apposition,
    of_next_sentence,
    of_others,
    of_paper_signed,
    of_saying,
    row_head,
    saying_in,
    term_of_paper,
)
from dragoman.reading.syntax.lexicon import CONJ, DET, PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["date_for", "latest_time", "year_named"]

_WEAK = frozenset({"relative"})


def _distance(s: Sentence, i: int, trigger: int) -> int:
    """Items between a time and its act; a comma or another verb between them counts as six."""
    low, high = sorted((i, trigger))
    breaks = sum(1 for j in range(low + 1, high) if s.lowers[j] in (",", ";", ":") or j in s.verb_at)
    return high - low + 6 * breaks


_LATEST = words("acts.act_dates", "latest")


def latest_time(s: Sentence) -> int:
    """The item of the time behind "most recently" or "the latest", or -1."""
    if _LATEST.isdisjoint(s.forms):
        return -1
    for i in range(1, s.n):
        if (s.lowers[i] == "recently" and s.lowers[i - 1] == "most") or (
            s.lowers[i] in ("latest", "last") and s.lowers[i - 1] == "the"
        ):
            for j in range(i + 1, min(s.n, i + 4)):
                if s.kinds[j] == "D":
                    return j
    return -1


_LASTING = re.compile(r".*/\.\.|\d{4}/\d{4}")
_RIGHT = words("acts.act_dates", "right")


def _other_event(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is another event's: "met ahead of the visit next week", "discussed X after the war in 2020"."""
    told = s.verb_at.get(i - 2 if s.lowers[i - 1] in ("on", "in") else i - 1)
    if (
        told is not None
        and told.reduced
        and told.main != trigger
        and told.lemma in words("frames", "told_before")
    ):
        return True  # "The accord, announced on Friday, was signed"
    if i < trigger and _of_participle(s, i, trigger):
        return True
    if trigger in s.verb_at and _discussed(s, i, trigger):
        return True
    if of_next_sentence(s, i, trigger):
        return True
    if of_apposition(s, i, trigger):
        return True
    between = range(trigger + 1, i)
    ahead = next((j for j in between if s.lowers[j] in ("ahead of", "prior to")), -1)
    if ahead > 0 and "," not in s.lowers[ahead:i] and not any(s.kinds[j] == "D" for j in range(ahead, i)):
        return True
    after = next((j for j in between if s.lowers[j] in ("after", "following", "since")), -1)
    if after > 0 and trigger not in s.verb_at and _told_after(s, after, i):
        return True
    if after < 0 or s.lowers[i - 1] not in ("in", "of") or len(s.refs[i].edtf or "") > 7:
        return False
    if _lasts_since(s, i, trigger):
        return False  # "has had an embassy there since independence in 1963"
    if s.lowers[after - 1] in _RIGHT:
        return False  # "recognised it immediately after its independence in 1964"
    phrase = range(after + 1, i - 1)
    if _ahead(s, trigger) and any(s.noun[j] in words("clauses", "events") for j in phrase):
        return True  # "are expected to review relations following his visit in May"
    return (
        not any(s.kinds[j] in ".D" or j in s.verb_at for j in phrase)
        and i - 2 in phrase
        and any(s.noun[j] in words("frames", "upheavals") for j in phrase)
    )


def year_named(s: Sentence, noun: int) -> str | None:
    """The year that opens the name of a paper: "The 1999 Cooperation Agreement"."""
    before = range(noun - 1, max(-1, noun - _NAME), -1)
    year = next((k for k in before if s.kinds[k] == "D"), -1)
    return s.refs[year].edtf if year >= 0 and all(s.kinds[k] == "w" for k in range(year + 1, noun)) else None


_NAME = 6
"""Items of a paper's name before its noun: "Partnership and Cooperation". assumed"""


def _discussed(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is that of an event that is only talked about: "discussed preparations for the summit in May"."""
    if s.verb_at[trigger].lemma not in words("acts.act_dates", "discussing"):
        return False
    events = words("clauses", "events") | words("acts.act_dates", "gatherings")
    noun = next((k for k in range(i - 1, trigger, -1) if s.noun[k].rpartition(" ")[2] in events), -1)
    if noun < 0 or any(s.lowers[k] in (",", ";") or k in s.verb_at for k in range(noun, i)):
        return False
    prep = next((k for k in range(noun - 1, trigger, -1) if s.tags[k] & PREP), -1)
    return prep < 0 or s.lowers[prep] not in _AT | {"on the sidelines of", "on the margins of"}


def _of_its_matter(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is that of a participle behind a stance: "asked Italy to lift the sanctions imposed in 2020"."""
    told = next((o for o in reversed(s.groups) if o.main < i), None)
    if told is None or not (told.reduced or told.gerund) or told.main <= trigger:
        return False
    return not any(s.lowers[k] in (",", ";") for k in range(told.main + 1, i))


def _of_participle(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is that of a participle in the subject: "An accord signed in 2003 took effect in 2004"."""
    verb = s.verb_at.get(trigger)
    if verb is None or not verb.finite:
        return False
    told = next((o for o in reversed(s.groups) if o.main < i), None)
    if told is None or not told.reduced or told.clause != verb.clause:
        return False
    return any(trigger < j <= trigger + 6 and s.clause[j] == verb.clause for j in s.dates)


def _lasts_since(s: Sentence, i: int, trigger: int) -> bool:
    """Whether what a verb tells has lasted since an event at that time: "has kept a mission there since independence in 1963"."""
    g = s.verb_at.get(trigger)
    if g is None or not g.perfect or s.lowers[i - 1] not in ("in", "on", "of"):
        return False
    since = next((k for k in range(i - 2, max(g.main, i - _EVENT), -1) if s.lowers[k] == "since"), -1)
    return since > 0 and not any(s.kinds[k] in ".D" or k in s.verb_at for k in range(since + 1, i))


_EVENT = 9
"""Items from "since" to the time that ends the event it names. assumed"""


# "seven months after the premier's trip in February"
_LAPSE = re.compile(r"(?:^| )(?:days?|weeks?|months?|years?)$")


def _told_after(s: Sentence, after: int, i: int) -> bool:
    """Whether a time ends the phrase of the event before an act: "her trip is a success following his tour last year"."""
    phrase = range(after + 1, i)
    later = after > 0 and s.lowers[after] == "after" and _LAPSE.search(s.lowers[after - 1]) is not None
    if not (later or s.lowers[after] == "following") or any(
        s.kinds[j] in ".D" or j in s.verb_at for j in phrase
    ):
        return False
    return any(s.noun[j].rpartition(" ")[2] in words("clauses", "events") for j in phrase)


_YEAR_LONG = 4


def _still_is(s: Sentence, clause: int, trigger: int, *, year: bool) -> bool:
    """Whether what is so now goes with an act set before: "after the vote of 3 May it joined X and is in Y".

    "In 2003, A and B signed a treaty and they are negotiating an accord": the year is the treaty's.
    """
    verb = next((g for g in s.groups if g.clause == clause and g.finite and g.main <= trigger), None)
    if verb is None or verb.past or verb.perfect or verb.modal or verb.passive:
        return False
    if year and (s.lowers[verb.first] in ("is", "are") if verb.progressive else verb.lemma != "be"):
        return any(g.finite and g.past and g.main < verb.first for g in s.groups)
    return s.lowers[0] in ("after", "following") and verb.lemma == "be"


def _titles(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time only says which thing is meant: "ended the 2003 treaty in 2016", "praised the April 24 vote".

    What was signed or agreed has the year of its title, and whoever "met at the 2019 summit" met then.
    """
    if i > 2 and s.lowers[i - 1] in words("acts.act_dates", "terms") and "for" in s.lowers[i - 4 : i - 1]:
        return True  # "its candidacy for the term 2023-2025"
    if term_of_paper(s, i):
        return True
    verb = s.verb_at.get(trigger)
    if not i or (verb is None and not _behind_another(s, i, trigger)):
        return False
    if _numbers_event(s, i):
        return True  # "on the sidelines of the Economic Summit 2025 in Lima on June 21"
    documents = words("clauses", "documents")
    signs = verb is not None and verb.lemma in words("clauses", "documented") and verb.lemma != "ratify"
    if s.lowers[i - 1] == "of":
        year = len(s.refs[i].edtf or "") <= 7
        named = s.noun[i - 2].rpartition(" ")[2] if i > 1 else ""
        if year and named in documents and _told_behind(s, i, trigger):
            return True
        return (
            not signs
            and year
            and i > 1
            and s.noun[i - 2] in documents
            and s.kinds[i - 2] == "w"
            and trigger < i - 2
        )
    opens = next((k for k in range(i - 1, max(-1, i - 4), -1) if not _qualifies(s, k)), i)
    if opens == i or not (s.tags[opens] & DET or s.lowers[opens] in ("'s", "’s", "’", "'")):
        return False
    head = i
    while head + 1 < min(s.n, i + 6) and (s.noun[head + 1] or s.kinds[head + 1] == "P"):
        if head + 1 in s.verb_at or s.tags[head + 1] & (PREP | CONJ) or head + 1 == trigger:
            break
        head += 1
    if head == i or s.kinds[head] != "w" or head + 1 == trigger:
        return False
    if s.lowers[head + 1 : head + 2] in (["where"], ["when"]) or s.lowers[head + 1 : head + 3] == [
        "in",
        "which",
    ]:
        return False  # "a 2018 ceremony in which a street was named"
    noun = s.noun[head].rpartition(" ")[2]
    then = s.lowers[opens - 1] in _AT and noun in words("clauses", "events") if opens else False
    year = len(s.refs[i].edtf or "") == 4  # "sent aid after the 2009 earthquake": in that year
    then = then or (year and opens > 0 and s.lowers[opens - 1] in ("after", "following"))
    return not then and not (signs and (noun in documents or s.noun[head] in documents))


def _told_behind(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a subject's year is followed by its verb, which has a time of its own: "the accord of 1998 took effect in 1999"."""
    if trigger < i or any(k in s.verb_at and s.verb_at[k].main != trigger for k in range(i + 1, trigger)):
        return False
    return any(trigger < j <= trigger + 6 and s.clause[j] == s.clause[trigger] for j in s.dates)


def _numbers_event(s: Sentence, i: int) -> bool:
    """Whether a year right behind the name of an event is part of it: "Expo 2025", "the Africa Summit 2024"."""
    year = len(s.refs[i].edtf or "") == _YEAR_LONG and s.refs[i].text.isdigit()
    named = year and i > 0 and s.kinds[i - 1] == "w" and s.text[s.starts[i - 1]].isupper()
    return named and s.lowers[i - 1].rpartition(" ")[2] in words("acts.act_dates", "numbered_events")


def _behind_another(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time stands in a phrase behind "after" or "since", not in that of the noun: "her first visit after the April vote"."""
    if i < trigger:
        return False
    return any(
        s.lowers[k] in ("after", "since", "before", "following") for k in range(max(trigger + 1, i - 4), i)
    )


_AT = frozenset({"at", "during", "in", "on", "since", "of"})


def _qualifies(s: Sentence, k: int) -> bool:
    """Whether an item is a word between an article and a time: "the devastating June floods"."""
    return (
        s.kinds[k] == "w"
        and not s.tags[k] & (DET | PREP | CONJ)
        and k not in s.verb_at
        and s.lowers[k] not in ("'s", "’s")
    )


def _ahead(s: Sentence, trigger: int) -> bool:
    """Whether the verb of an act speaks of what is still to come."""
    g = s.verb_at.get(trigger)
    return g is not None and (g.infinitive or g.modal in ("will", "shall", "would"))


def _halted(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is when something was broken off, told in an aside: "talks, suspended in 2018, are to restart"."""
    told = next((o for o in reversed(s.groups) if o.main < i), None)
    if told is None or told.main == trigger or not told.reduced or s.lowers[told.first - 1] != ",":
        return False
    return told.lemma in words("acts.act_dates", "halting") and "," not in s.lowers[told.main : i]


def _of_what_follows(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time to come is that of what an act leads to: "is to grow next year following the signing of a pact"."""
    at = next((k for k in range(i + 1, trigger) if s.lowers[k] in words("acts.act_dates", "led_by")), -1)
    if at < 0 or any(at < k < trigger for k in s.verb_at):
        return False
    told = next((o for o in reversed(s.groups) if o.main < i), None)
    ahead = next((o for o in (told, told.governor if told else None) if o is not None and o.finite), told)
    return ahead is not None and (ahead.modal in _AHEAD or (told is not None and told.infinitive))


_AHEAD = frozenset({"will", "shall", "would", "may", "could", "should"})


def date_for(
    s: Sentence,
    clause: int,
    trigger: int,
    skip: int = -1,
    *,
    ongoing: bool = True,
    table: bool = False,
    named: int = -1,
    stance: bool = False,
) -> tuple[str | None, str]:
    """The time of an act: in its clause, else set before the sentence's first verb, else none.

    ``named`` is the item of what the act is told of, where that may stand far behind its verb; with ``stance``
    the times of what it is about are passed over.
    """
    dates = [
        i for i in s.dates
        if i != skip and not _renames(s, i) and not _other_event(s, i, trigger) and not _titles(s, i, trigger)
        and not _halted(s, i, trigger) and not _of_what_follows(s, i, trigger)
        and not of_others(s, i, trigger)
    ]  # fmt: skip
    if dates and (table or len(dates) > 1) and row_head(s, dates[0]):
        dates = dates[
            1:
        ]  # "Russia | 1943 | Iceland closed its embassy on 1 August": the row's date is another's
    if stance:
        dates = [i for i in dates if not _of_its_matter(s, i, trigger)]
    dates = _on_its_side(s, max(trigger, named), dates)
    inside = [i for i in dates if i and s.lowers[i - 1] == "(" and s.lowers[i + 1 : i + 2] == [")"]]
    if len(inside) > 1:  # each is the date of the title before it
        dates = [i for i in dates if i not in inside]
    if dates and not ongoing:
        dates = [
            i
            for i in dates
            if not (
                _of_strife_before(s, i) or _of_office_before(s, i, trigger) or of_paper_signed(s, i, trigger)
            )
        ]
    if dates and not ongoing:  # "the first visit since 2011", "in 17 years" did not last since 2011
        dates = [i for i in dates if _begins(s, i) or not _LASTING.fullmatch(s.refs[i].edtf or "")]
    if not dates:
        return None, "no time in the sentence"
    same = [i for i in dates if s.clause[i] == clause and not _of_another(s, trigger, i)]
    if same:
        after = [i for i in same if i > trigger]
        before = [i for i in same if i < trigger]
        verb = s.verb_at.get(trigger)
        if after and verb is not None and verb.reduced and after[0] - trigger < 10:
            best = after[0]  # "an article of Sunday on the agreement signed by Chile and Peru on Friday"
        elif (
            after
            and before
            and _joined(s, before[-1], trigger)
            and (not _joined(s, trigger, after[0]) or s.lowers[before[-1] + 1] == "and")
        ):
            best = after[0]  # "in 1996 and the opening of its embassy in Ankara in 1997"
        elif after and before:
            best = min(same, key=lambda i: (_distance(s, i, trigger), i))
        else:
            best = after[0] if after else before[-1]
        best = _finer(s, best, same)
        edtf = _told(s, best, ongoing) or ""
        if _lasts_since(s, best, trigger) and "/" not in edtf:
            edtf += "/.."
        return edtf, f"{s.refs[best].text!r} in the clause"
    if of_saying(s, clause, trigger):
        dates = [i for i in dates if i > s.groups[0].main]
    begun = -1 if ongoing else _begun_behind(s, clause, trigger, dates)
    if begun >= 0:
        return _told(s, begun, ongoing), f"{s.refs[begun].text!r} when it began"
    opening = [
        i for i in dates
        if s.groups and i < s.groups[0].first and s.clause[i] == 0 and s.lowers[max(0, i - 1)] != "of"
    ]  # fmt: skip  # "a convention of 1998 remains in force, and": the convention's year
    if opening and _still_is(s, clause, trigger, year=len(s.refs[opening[0]].edtf or "") == _YEAR_LONG):
        opening, dates = [], [i for i in dates if i not in opening]
    if opening and all(not g.finite or g.clause <= clause for g in s.groups[:1]):
        return s.refs[opening[0]].edtf, f"{s.refs[opening[0]].text!r} opens the sentence"
    beside = _beside(s, clause, dates) or _and_then(s, clause, dates)
    if beside is not None:
        return beside
    lead = [
        i for i in dates if i <= 2 and (i + 1 < s.n and s.lowers[i + 1] in (":", "|", "–", "—", ",", "-"))
    ]
    if lead:
        return s.refs[lead[0]].edtf, f"{s.refs[lead[0]].text!r} heads the entry"
    return None, "no time in the clause"


def _finer(s: Sentence, best: int, same: Sequence[int]) -> int:
    """A day of the year that names a thing, where the clause gives one: "The Energy Forum 2011 met on 6 October 2011"."""
    year = s.refs[best].edtf or ""
    if len(year) != 4 or not best or not s.noun[best - 1] or s.lowers[best - 1] in ("of", "in"):
        return best
    days = [i for i in same if (s.refs[i].edtf or "").startswith(f"{year}-")]
    return days[0] if len(days) == 1 else best


def _of_strife_before(s: Sentence, i: int) -> bool:
    """Whether a time is that of a fight that a meeting came after: "following the strikes in January, he visited A"."""
    low = next((k for k in range(min(i, _OPENS)) if s.lowers[k] in ("after", "following", "since")), -1)
    if low < 0 or any(k in s.verb_at for k in range(low + 1, i)) or s.lowers[i + 1 : i + 2] != [","]:
        return False
    return any(s.noun[k] in words("acts.act_dates", "strife") for k in range(low + 1, i))


def _of_office_before(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is when somebody came to office: "his first visit since taking office in 2020"."""
    low = next((k for k in range(i - 1, max(-1, i - _OFFICE), -1) if s.lowers[k] in ("since", "after")), -1)
    if low < 0 or low < trigger < i or any(s.kinds[k] in ".D" for k in range(low + 1, i)):
        return False
    phrase = " ".join(s.lowers[low + 1 : i]).split()
    return not words("acts.act_dates", "offices").isdisjoint(phrase) and (
        not words("acts.act_dates", "coming_to").isdisjoint(phrase)
        or not words("acts.act_dates", "comings").isdisjoint(phrase)
    )


_OFFICE = 9
"""Items from "since" to when somebody came to office: "since being named Crown Prince". assumed"""
_OPENS = 3
"""Items within which a sentence opens with what went before: "Moreover, following". assumed"""


def _begins(s: Sentence, i: int) -> bool:
    """Whether a time says when an act begins: "a visit starting on 3 May"."""
    return s.lowers[i].partition(" ")[0] in words("acts.act_dates", "beginning")


def _told(s: Sentence, i: int, ongoing: bool) -> str | None:
    """A time as it is told; of an act that does not last only its beginning."""
    edtf: str | None = s.refs[i].edtf
    return edtf.removesuffix("/..") if edtf and not ongoing and _begins(s, i) else edtf


def _begun_behind(s: Sentence, clause: int, trigger: int, dates: Sequence[int]) -> int:
    """The time of when an act began or ended, told in the clause behind its noun: "a visit to A that started on Sunday"."""
    g = next((g for g in s.groups if g.finite and g.clause == clause + 1), None)
    if g is None or trigger in s.verb_at or g.lemma not in words("acts.act_dates", "begins"):
        return -1
    first = s.clause.index(clause + 1)
    if s.lowers[first] not in ("which", "that") or g.first - first > 1:
        return -1
    if any(k in s.verb_at for k in range(trigger + 1, first)):
        return -1
    behind = [i for i in dates if s.clause[i] == clause + 1 and i > g.main]
    return behind[0] if len(behind) == 1 else -1


def _on_its_side(s: Sentence, trigger: int, dates: list[int]) -> list[int]:
    """The times that go with an act where a second, with its own time, "followed": "visited in 1960, followed by B in 1974"."""
    if len(dates) < 2 or "followed" not in s.forms:
        return dates
    at = next((i for i in range(1, s.n - 1) if s.lowers[i : i + 2] == ["followed", "by"]), -1)
    ahead, behind = [i for i in dates if i < at], [i for i in dates if i > at]
    if at < 0 or not ahead or not behind:
        return dates
    return ahead if trigger < at else behind


def _of_another(s: Sentence, trigger: int, i: int) -> bool:
    """Whether a time is the deadline of another verb: "signed an agreement to raise deliveries by 2024"."""
    for o in s.groups:  # "concluded the accord, prepared at the meeting in March"
        prior = o.reduced and o.lemma in words("frames", "prior_participles")
        if (
            prior
            and trigger < o.main < i
            and s.lowers[o.first - 1] == ","
            and "," not in s.lowers[o.main : i]
        ):
            return True
    # "signed a roadmap to raise trade from $2 million in 2024"
    start = i > 2 and s.kinds[i - 2] == "Q" and s.lowers[i - 1] == "in" and "from" in s.lowers[i - 5 : i - 2]
    if s.lowers[i - 1] not in _DEADLINES and s.lowers[i].partition(" ")[0] not in _DEADLINES and not start:
        return False
    return any(o.infinitive and trigger < o.main < i for o in s.groups)


_DEADLINES = frozenset({"by", "until", "till", "through", "over", "from"})


def _renames(s: Sentence, i: int) -> bool:
    """Whether "now" only gives a later name: "a member of the CSCE (now OSCE)"."""
    return s.lowers[i] == "now" and i > 0 and s.lowers[i - 1] == "("


_WHICH_IS = (["which", "is"], ["which", "was"])


def _beside(s: Sentence, clause: int, same_time: Sequence[int]) -> tuple[str | None, str] | None:
    """The time of the clause that a clause hangs on: "in 2020, where they launched", "when B took office in May"."""
    first = s.clause.index(clause)
    last = max(i for i in range(s.n) if s.clause[i] == clause)
    opener = s.lowers[first] if s.kinds[first] == "w" else s.lowers[first + 1] if first + 1 < s.n else ""
    if opener == "and" and clause > 1 and s.lowers[s.clause.index(clause - 1)] == "when":
        clause, opener = clause - 1, "when"  # "in 1940, when A was occupied and ties were severed"
        first = s.clause.index(clause)
    if clause and (named := _year_named(s, first, same_time)) is not None:
        return named
    if (held := _while_it_lasted(s, first, same_time)) is not None:
        return held
    if opener == "which" and first > 1 and s.lowers[first - 1] in ("during", "at", "in"):
        first, opener = first - 1, "when"  # "visited Lima in May, during which they signed"
    if opener in ("where", "when") and clause:
        back = first - 2 if s.lowers[first - 2 : first] in _WHICH_IS else first  # "in 1964, which is when"
        before = [i for i in same_time if s.clause[i] == s.clause[back - 1] and 0 < back - i <= 2]
        if before:
            # "since 2004, when Chile recognised it", "until 1929, when they signed"
            edtf = (s.refs[before[-1]].edtf or "").removesuffix("/..").removeprefix("../")
            return edtf, f"{s.refs[before[-1]].text!r} right before the clause"
    if clause and first > 2 and s.lowers[first] == "," and first - 1 in same_time and saying_in(s, first - 1):
        edtf = s.refs[first - 1].edtf  # "The ministry said in September 2011, the two renewed"
        return edtf, f"{s.refs[first - 1].text!r} opens what is said"
    opened = s.lowers[s.clause.index(clause - 1)] if clause else ""
    if opened == "when" or (opened == "as" and any(g.past for g in s.groups if g.clause == clause - 1)):
        before = [i for i in same_time if s.clause[i] == clause - 1]
        if len(before) == 1:  # "When Namibia became independent in 1990, Germany opened an embassy"
            return s.refs[before[0]].edtf, f"{s.refs[before[0]].text!r} in the clause with 'when'"
    if last + 1 < s.n and s.lowers[last + 1] == "when":
        after = [i for i in same_time if s.clause[i] == clause + 1]
        if len(after) == 1:
            return s.refs[after[0]].edtf, f"{s.refs[after[0]].text!r} in the clause with 'when'"
    return None


_DURING = frozenset(
    {"during", "in the course of", "within the framework of", "in the framework of", "as part of"}
)
_THEN = frozenset({"time", "occasion", "day", "year", "meeting", "visit"})


def _while_it_lasted(s: Sentence, first: int, times: Sequence[int]) -> tuple[str, str] | None:
    """The one time of a contact during which something is told: "visited Peru in May, the first to do so, during which"."""
    which = next((k for k in range(first, min(s.n - 1, first + 7)) if s.lowers[k] in ("which", "whom")), -1)
    comma = next((k for k in range(which - 1, max(0, which - 7), -1) if s.lowers[k] == ","), -1)
    if which < 0 or comma < 0:
        return None
    phrase = " ".join(s.lowers[comma + 1 : which])
    if phrase not in _DURING and not (phrase in ("on", "at", "in") and s.lowers[which + 1] in _THEN):
        return None
    held = [i for i in times if s.clause[i] == s.clause[comma - 1] and i < comma]
    if len(held) != 1 or "/.." in (s.refs[held[0]].edtf or "/.."):
        return None
    return s.refs[held[0]].edtf or "", f"{s.refs[held[0]].text!r} of the contact it was during"


def _year_named(s: Sentence, first: int, times: Sequence[int]) -> tuple[str, str] | None:
    """The time that "the year in which" or "the day" speaks of: "since 2004, the year in which it joined the union"."""
    at = next((i for i in range(first, min(s.n, first + 5)) if s.noun[i] in ("year", "month", "day")), -1)
    at = (
        at
        if at > 0
        else next((i for i in range(first - 1, max(0, first - 4), -1) if s.noun[i] in ("year", "day")), -1)
    )
    if at < 3 or s.lowers[at - 2 : at] != [",", "the"] or at - 3 not in times:
        return None
    if s.lowers[at + 1 : at + 2] not in (["in"], ["when"], ["that"], ["on"]) and s.kinds[at + 1 : at + 2] != [
        "P"
    ]:
        return None
    edtf = (s.refs[at - 3].edtf or "").removesuffix("/..")
    return edtf, f"{s.refs[at - 3].text!r}, told again as 'the {s.noun[at]}'"


def _and_then(s: Sentence, clause: int, times: Sequence[int]) -> tuple[str | None, str] | None:
    """The time of the clause before, where the same go on in one breath: "visited Lima in May and held talks"."""
    if not clause:
        return None
    first = s.clause.index(clause)
    verbs = {g.first: g for g in s.groups if g.finite}
    again = verbs.get(first + 1)
    before = next((g for g in s.groups if g.finite and g.clause == clause - 1), None)
    if s.lowers[first] != "and" or again is None or before is None:
        return None
    if s.lowers[first - 1] == "," and in_relative(s, clause - 1):
        return None  # "agreed on a line, whose study was completed in May, and opened a post"
    if again.lemma == "be" and not again.passive:
        return None  # "joined the UN in 1960 and was a founder of the African Union"
    if not all(g.past and not g.perfect and not g.modal and not g.negated for g in (again, before)):
        return None
    inside = [i for i in times if s.clause[i] == clause - 1]
    if len(inside) != 1 or ".." in (s.refs[inside[0]].edtf or ".."):
        return None
    return s.refs[inside[0]].edtf, f"{s.refs[inside[0]].text!r} in the clause that goes on"


def _joined(s: Sentence, a: int, b: int) -> bool:
    """Whether "and" or a verb stands between two items."""
    return any(s.tags[i] & CONJ or i in s.verb_at for i in range(a + 1, b))
