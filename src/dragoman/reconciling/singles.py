"""Single acts and amounts told again: one loan in two documents (§R9, §R10).

Two figures of such a mode may be two things, so that they never contradict; but where parties,
time, goods and figure agree and one telling copies the other, they are shown as one claim.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.findings import Finding, Series
from dragoman.model.messages import say
from dragoman.model.statements import Statement
from dragoman.reconciling.copies import copied, copied_words
from dragoman.reconciling.precision import interval_of
from dragoman.reconciling.series import natures, product_key
from dragoman.reconciling.spoken import is_or_are
from dragoman.reconciling.wording import amount, listing, series_words, span_words, told_at

__all__ = ["single_findings"]


def single_findings(statements: Iterable[Statement]) -> list[Finding]:
    """A finding for each single figure that several documents tell alike."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for s in sorted(statements, key=lambda s: s.id):
        if s.kind != "figure" or s.measure != "level" or s.status != "actual" or s.value is None:
            continue
        if natures().get(s.mode, "single") != "single" or s.mode == "duration" or not s.actor:
            continue
        parties = tuple(sorted(s.actor)), tuple(sorted(s.recipient))
        key = (s.mode, *parties, s.date, s.unit, product_key(s.product), interval_of(s))
        groups.setdefault(key, []).append(s)
    out = []
    for told in groups.values():
        documents = sorted({s.evidence.document for s in told})
        if len(documents) < 2 or not any(copied(told[0], other) for other in told[1:]):
            continue
        s = told[0]
        interval = interval_of(s)
        product = s.product.text if s.product else None
        partner = "+".join(sorted(s.recipient)) or None
        series = Series(s.mode, "+".join(sorted(s.actor)), partner, product, s.unit or "1")
        out.append(
            Finding(
                "same",
                "holds",
                series,
                s.date,
                say(
                    "{series}{span} {verb} told {how} in {listed}: {copied}.",
                    series=series_words(series),
                    span=span_words(s.date),
                    verb=is_or_are(series),
                    how=told_at(amount(interval, series.unit)),
                    listed=listing(documents),
                    copied=copied_words(told),
                ),
                tuple(t.id for t in told),
                interval,
                interval,
            )
        )
    return out
