"""What something later must share with a pledge to be what was pledged."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from dragoman.desk.fulfilments import fulfils
from dragoman.desk.pledges import pledges
from dragoman.desk.reconcile import Gathered
from dragoman.model.statements import Evidence, Person, Statement
from dragoman.reconciling.lexicons import read_lexicon


def told(
    text: str, document: str, kind: str = "instrument", mode: str = "agreement", people: str = ""
) -> Statement:
    return Statement(
        f"st_{document}", kind, mode, ("IND", "VNM"), (), None, "actual",
        evidence=Evidence(document, 0, len(text), text), rule="r", confidence=0.9,
        people=tuple(Person(name, None, None) for name in people.split(", ") if name),
    )  # fmt: skip


DATES = {"then": "2014-10-27", "soon": "2015-03-01", "late": "2024-08-01"}


def test_names_of_the_parties_and_small_words_make_no_act_the_one_pledged() -> None:
    pledge = told("Vietnam will sign an agreement with India on flights between Hanoi and Delhi", "then")
    other = told("India and Vietnam reached an agreement on payments between their banks with India", "soon")
    same = told("The agreement on flights from Hanoi to Delhi was signed", "soon")
    assert not fulfils(pledge, other, DATES)
    assert fulfils(pledge, same, DATES)


@pytest.mark.parametrize(
    ("document", "people", "kept"),
    [
        ("soon", "Nguyen Tan Dung, Narendra Modi", True),
        ("soon", "Tran Dai Quang, Narendra Modi", False),  # another guest of the same host
        ("soon", "Narendra Modi", True),
        ("late", "Nguyen Tan Dung, Narendra Modi", False),  # ten years later
    ],
)
def test_an_undated_meeting_is_kept_by_the_same_people_and_soon(
    document: str, people: str, kept: bool
) -> None:
    pledge = told("They will hold talks", "then", "contact", "meeting", "Nguyen Tan Dung, Narendra Modi")
    assert fulfils(pledge, told("They held talks", document, "contact", "meeting", people), DATES) is kept


@pytest.mark.parametrize(
    ("when", "due"), [("2022-05", None), ("2014", "2014"), ("2019", "2019"), ("2014-10-27", None)]
)
def test_a_time_before_its_document_is_when_a_promise_was_made(when: str, due: str | None) -> None:
    told_in = {"2022-05": "soon22"}.get(when, "then")
    promise = Statement(
        "st_p", "project", "venture", ("IND", "VNM"), (), when, "planned",
        evidence=Evidence(told_in, 0, 5, "a vow"), rule="r", confidence=0.9,
    )  # fmt: skip
    gathered = Gathered([promise], dates={"soon22": "2025-08-15", "then": "2014-10-27"})
    (pledge,) = pledges(gathered)
    assert pledge.due == due


def _promise(text: str, status: str = "planned", **slots: object) -> Statement:
    return replace(told(text, "then", "tie", "body"), id="st_p", status=status, **slots)  # type: ignore[arg-type]


def test_a_target_keeps_its_year_though_its_document_is_later() -> None:
    target = replace(
        _promise("wanted ten billion by 2012", "target"),
        kind="figure", mode="trade", date="2012", measure="level", value=Decimal(10), unit="USD",
    )  # fmt: skip
    (pledge,) = pledges(Gathered([target], dates=DATES))
    assert (pledge.due, pledge.outcome) == ("2012", "overdue")


def test_a_document_without_a_date_is_no_older_than_what_it_tells_as_done() -> None:
    promise = _promise("agreed in August 1971 to hold talks", date="1971-08")
    later = replace(told("met in 1985", "then", "contact", "meeting"), date="1985")
    (pledge,) = pledges(Gathered([promise, later]))
    assert (pledge.due, pledge.outcome) == (None, "unknown")
    assert "Made August 1971" in pledge.because


def test_a_year_told_of_does_not_say_that_its_last_day_has_come() -> None:
    promise = _promise("a joint group will be formed", date="2015-09")
    fact = replace(told("trade was counted", "soon", "contact", "meeting"), date="2015")
    (pledge,) = pledges(Gathered([promise, fact], dates={"then": "2014-10-27"}))
    assert pledge.outcome == "unknown"


def test_a_body_that_holds_a_session_has_been_formed() -> None:
    promise = _promise("A joint working group on transport will be formed")
    act = told("the joint working group on transport held its first session", "soon", "contact", "session")
    (pledge,) = pledges(Gathered([promise, act], dates=DATES))
    assert pledge.outcome == "kept" and pledge.fulfilled_by == (act.id,)


def test_what_a_later_text_says_was_not_done_is_told_beside_the_promise() -> None:
    promise = _promise("Vietnam intends to open a trade house in Mumbai")
    act = replace(
        told("The trade house in Mumbai has not been opened", "soon", "tie", "body"), status="denied"
    )
    (pledge,) = pledges(Gathered([promise, act], dates=DATES))
    assert (pledge.outcome, pledge.denied_by) == ("unknown", (act.id,))
    assert "soon tells it as not done (1 March 2015)" in pledge.because


def test_what_is_told_in_the_year_of_the_promise_can_keep_it() -> None:
    promise = _promise("a joint working group on transport will be formed")
    act = replace(told("the joint working group on transport met", "soon", "tie", "body"), date="2015-03")
    (pledge,) = pledges(Gathered([promise, act], dates={"then": "2015", "soon": "2015-04-01"}))
    assert pledge.outcome == "kept"


@pytest.mark.parametrize(
    ("text", "deadline"),
    [(t, True) for t in read_lexicon("deadlines.yaml")["examples"]]
    + [(t, False) for t in read_lexicon("deadlines.yaml")["not"]],
)
def test_a_year_that_a_promise_is_due_by_stays_its_due_date_though_it_is_over(
    text: str, deadline: bool
) -> None:
    year = re.findall(r"\d{4}", text)[-1]
    (pledge,) = pledges(Gathered([_promise(text, date=year)], dates={"then": "2025-08-15"}))
    assert (pledge.due == year) is deadline
