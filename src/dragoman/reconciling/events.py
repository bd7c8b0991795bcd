"""Contradictions that are not sums: two dates for one tie, two firsts, two counts of one thing (§R17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from dragoman.model.findings import Finding, Repair, Series, plain_number
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.model.statements import Statement
from dragoman.reconciling.lexicons import once_ties, words_of
from dragoman.reconciling.periods import Span, span_of
from dragoman.reconciling.precision import interval_of
from dragoman.reconciling.series import natures, scope_key
from dragoman.reconciling.spoken import is_or_are, party_words, period_words
from dragoman.reconciling.wording import amount, listing, series_words, told_at

__all__ = ["event_findings"]


def event_findings(statements: Iterable[Statement]) -> list[Finding]:
    """Findings about ties and counts; agreement of dates is told too."""
    actual = sorted((s for s in statements if s.status == "actual"), key=lambda s: s.id)
    return [*_dates(actual), *_firsts(actual), *_counts(actual), *_stocks(actual)]


def _quote(s: Statement) -> str:
    text = " ".join(s.evidence.text.split())
    return f"“{text if len(text) <= 140 else text[:137] + '…'}”"


def _key(s: Statement) -> tuple[str, str, str] | None:
    ties = once_ties()
    if s.kind != "tie" or s.mode not in ties.mutual:
        return None
    if s.count is not None and (s.count.low, s.count.high) != (1, 1):
        return None
    if ties.mutual[s.mode]:
        parties = sorted({*s.actor, *s.recipient})
        return (s.mode, parties[0], parties[1]) if len(parties) == 2 else None
    if len(s.actor) != 1 or len(s.recipient) != 1:
        return None
    return s.mode, s.actor[0], s.recipient[0]


def _dates(statements: Sequence[Statement]) -> Iterator[Finding]:
    """One tie, its dates: they agree where one lies within the other."""
    told: dict[tuple[str, str, str], list[tuple[Statement, Span]]] = {}
    for s in statements:
        key, span = _key(s), span_of(s.date)
        if key is not None and span is not None:
            told.setdefault(key, []).append((s, span))
    for key, dated in sorted(told.items()):
        groups: dict[Span, list[Statement]] = {}
        for s, span in dated:
            groups.setdefault(span, []).append(s)
        for (a, first), (b, second) in combinations(sorted(groups.items()), 2):
            if _restored(first[0]) != _restored(second[0]):
                continue  # established, and established again
            if a.overlaps(b):
                yield _agreeing(key, first[0], second[0])
            else:
                yield _two_dates(key, first[0], second[0])
        for span, same in sorted(groups.items()):
            if len({s.evidence.document for s in same}) > 1:
                yield _told_again(key, span, same)


def _restored(s: Statement) -> bool:
    return "re-opened" in words_of(s, once_ties().moments)


def _series(key: tuple[str, str, str]) -> Series:
    mode, actor, recipient = key
    return Series(mode, actor, recipient, None, "date")


def _between(key: tuple[str, str, str], what: str) -> str:
    """The tie in words: ``the embassy of Kazakhstan in Serbia``."""
    one, other = party_words(key[1]), party_words(key[2])
    if key[0] == "diplomatic_relations":
        return say("{what} between {one} and {other}", what=what, one=one, other=other)
    return (
        say("{what} of {other} by {one}", what=what, other=other, one=one)
        if key[0] == "recognition"
        else say("{what} of {one} in {other}", what=what, one=one, other=other)
    )


def _dated(key: tuple[str, str, str]) -> str:
    return say("are") if key[0] == "diplomatic_relations" else say("is")


def _when(s: Statement) -> str:
    return period_words(s.date) or say("no date")


def _two_dates(key: tuple[str, str, str], a: Statement, b: Statement) -> Finding:
    ties = once_ties()
    what = ties.what[key[0]]
    repairs = [
        Repair(b.id, "period", b.date, a.date, say("the other passage dates it {date}", date=a.date)),
        Repair(a.id, "period", a.date, b.date, say("the other passage dates it {date}", date=b.date)),
    ]
    left, right = words_of(a, ties.moments), words_of(b, ties.moments)
    apart = [say(word) for word in sorted(left ^ right)]
    if apart:
        why = say("the passages may mean different moments ({listed})", listed=listing(apart))
        repairs.insert(
            0,
            Repair(
                b.id,
                "reading",
                key[0],
                say("{mode}: {apart}", mode=say(key[0].replace("_", " ")), apart=listing(apart)),
                why,
            ),
        )
    return Finding(
        "same",
        "conflict",
        _series(key),
        b.date,
        say(
            "{between} {dated} dated {period} in {quote} ({document}) and {period2} in {quote2} ({document2}); that happens once (§R17).",
            between=_between(key, what),
            dated=_dated(key),
            period=period_words(a.date),
            quote=_quote(a),
            document=a.evidence.document,
            period2=period_words(b.date),
            quote2=_quote(b),
            document2=b.evidence.document,
        ),
        (a.id, b.id),
        repairs=tuple(repairs),
    )


def _agreeing(key: tuple[str, str, str], a: Statement, b: Statement) -> Finding:
    return Finding(
        "same",
        "holds",
        _series(key),
        b.date,
        say(
            "{between} {dated} dated {period} and {period2}, the same time at two precisions.",
            between=_between(key, once_ties().what[key[0]]),
            dated=_dated(key),
            period=period_words(a.date),
            period2=period_words(b.date),
        ),
        (a.id, b.id),
    )


def _told_again(key: tuple[str, str, str], span: Span, same: Sequence[Statement]) -> Finding:
    documents = sorted({s.evidence.document for s in same})
    return Finding(
        "same",
        "holds",
        _series(key),
        span.edtf,
        say(
            "{listed} date {between} alike: {period}.",
            listed=listing(documents),
            between=_between(key, once_ties().what[key[0]]),
            period=period_words(span),
        ),
        tuple(s.id for s in same),
    )


def _firsts(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Two countries that are each told to be the first to recognise a third."""
    ties = once_ties()
    first: dict[str, dict[str, Statement]] = {}
    for s in statements:
        if s.kind != "tie" or s.mode != "recognition" or len(s.actor) != 1 or len(s.recipient) != 1:
            continue
        text = s.evidence.text
        if ties.first.search(text) and not ties.first_unless.search(text):
            first.setdefault(s.recipient[0], {}).setdefault(s.actor[0], s)
    for recipient, told in sorted(first.items()):
        for (one, a), (two, b) in combinations(sorted(told.items()), 2):
            repairs = [
                Repair(
                    x.id,
                    "reading",
                    "first",
                    "among the first",
                    say("{quote} names {party} as the first", quote=_quote(y), party=party_words(who)),
                )
                for x, y, who in ((a, b, two), (b, a, one))
            ]
            for x, y in ((a, b), (b, a)):
                p, q = span_of(x.date), span_of(y.date)
                if p and q and p.last < q.first:
                    why = say("dated {date}, after {date2}", date=y.date, date2=x.date)
                    repairs.insert(0, Repair(y.id, "reading", "first", say("among the first"), why))
            yield Finding(
                "same",
                "conflict",
                Series("recognition", one, recipient, None, "1"),
                a.date or b.date,
                say(
                    "Both {party} ({when}, {quote}) and {party2} ({when2}, {quote2}) are told to be the first to recognise {party3}; only one can be (§R17).",
                    party=party_words(one),
                    when=_when(a),
                    quote=_quote(a),
                    party2=party_words(two),
                    when2=_when(b),
                    quote2=_quote(b),
                    party3=party_words(recipient),
                ),
                (a.id, b.id),
                repairs=tuple(dict.fromkeys(repairs)),
            )


def _scopes(found: frozenset[str]) -> str:
    return listing([say(word) for word in sorted(found)]) if found else say("of any kind")


def _why(dated: bool, scopes: tuple[frozenset[str], frozenset[str]] | None) -> str:
    """What two counts that differ prove; where their words differ too, nothing."""
    if scopes is None:
        return (
            say("the two exclude each other")
            if dated
            else say("no date says whether they are told of one time (§R12)")
        )
    may = say(
        "the one may count those {scopes}, the other those {scopes2} (§R17)",
        scopes=_scopes(scopes[0]),
        scopes2=_scopes(scopes[1]),
    )
    return may if dated else say("{may}, and no date says whether they are told of one time (§R12)", may=may)


def _differ(
    series: Series, a: Statement, b: Statement, told: tuple[Interval, Interval], dated: bool
) -> Finding:
    """Two counts of what may be one thing, with what would reconcile them."""
    ties = once_ties()
    left, right = words_of(a, ties.scopes), words_of(b, ties.scopes)
    apart = [say(word) for word in sorted(left ^ right)]
    repairs = []
    if apart:
        why = say(
            "the passages may count different things ({scopes} and {scopes2}): then both can be true",
            scopes=_scopes(left),
            scopes2=_scopes(right),
        )
        repairs.append(
            Repair(
                b.id,
                "reading",
                series.indicator,
                say("{mode}: {apart}", mode=say(series.indicator.replace("_", " ")), apart=listing(apart)),
                why,
            )
        )
    if a.date != b.date or not dated:
        repairs.append(
            Repair(b.id, "period", b.date, None, say("told of another time it may be true as well"))
        )
    for x, other in ((b, told[0]), (a, told[1])):
        ends = [plain_number(other.low), plain_number(other.high)]
        before = plain_number(x.value) if x.value is not None else (x.count.low if x.count else None)
        repairs.append(
            Repair(
                x.id, "value", before, ends, say("the other passage has {amount}", amount=amount(other, "1"))
            )
        )
    return Finding(
        "same",
        "conflict" if dated and not apart else "unchecked",
        series,
        b.date,
        say(
            "{series} {verb} told {how} in {quote} ({document}, {when}) and {how2} in {quote2} ({document2}, {when2}): {tail}.",
            series=series_words(series),
            verb=is_or_are(series),
            how=told_at(amount(told[0], "1")),
            quote=_quote(a),
            document=a.evidence.document,
            when=_when(a),
            how2=told_at(amount(told[1], "1")),
            quote2=_quote(b),
            document2=b.evidence.document,
            when2=_when(b),
            tail=_why(dated, (left, right) if apart else None),
        ),
        (a.id, b.id),
        told[1],
        told[0],
        (),
        tuple(repairs),
    )


def _pairs(
    groups: dict[tuple[str, ...], list[tuple[Statement, Interval]]], arithmetic: bool
) -> Iterator[Finding]:
    for key, told in sorted(groups.items()):
        # A count that many repeat in the same words and time speaks once.
        once = {(i, s.date, words_of(s, once_ties().scopes)): (s, i) for s, i in reversed(told)}
        for (a, left), (b, right) in combinations(reversed(once.values()), 2):
            if left.meets(right):
                continue
            p, q = span_of(a.date), span_of(b.date)
            if p and q and not p.overlaps(q):
                continue  # another time
            if p and q and p == q and arithmetic and scope_key(a) == scope_key(b):
                continue  # one period and one thing counted: the arithmetic of levels speaks
            series = Series(key[0], key[1], key[2] or None, key[3] or None, "1")
            yield _differ(series, a, b, (left, right), bool(p and q))


def _stocks(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Companies, students and other stocks told for overlapping times, or for no time."""
    groups: dict[tuple[str, ...], list[tuple[Statement, Interval]]] = {}
    for s in statements:
        if s.kind != "figure" or s.measure != "level" or natures().get(s.mode) != "stock":
            continue
        if s.unit not in (None, "1") or not (s.actor and s.recipient):
            continue
        interval = interval_of(s)
        if interval.low is None and interval.high is None:
            continue
        key = (
            s.mode,
            "+".join(sorted(s.actor)),
            "+".join(sorted(s.recipient)),
            s.product.text if s.product else "",
        )
        groups.setdefault(key, []).append((s, interval))
    yield from _pairs(groups, True)


def _counts(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Ties and acts counted by two passages: "three cultural centres", "five cultural centres"."""
    groups: dict[tuple[str, ...], list[tuple[Statement, Interval]]] = {}
    for s in statements:
        if s.kind not in ("tie", "contact") or s.count is None or not (s.actor or s.recipient):
            continue
        parties = (
            ("+".join(sorted(s.actor)), "+".join(sorted(s.recipient)))
            if s.recipient
            else ("+".join(sorted(s.actor)), "")
        )
        low, high = s.count.low, s.count.high
        interval = Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))
        about = "" if s.kind == "tie" else (s.date or "") + (s.object or "")
        groups.setdefault((s.mode, *parties, about), []).append((s, interval))
    yield from _pairs(groups, False)
