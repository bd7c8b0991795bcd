"""What something later must share with a pledge to be what was pledged."""

from __future__ import annotations

import pytest

from dragoman.desk.fulfilments import fulfils
from dragoman.desk.pledges import pledges
from dragoman.desk.reconcile import Gathered
from dragoman.model.statements import Evidence, Person, Statement


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


@pytest.mark.parametrize(("when", "due"), [("2022-05", None), ("2014", "2014"), ("2019", "2019")])
def test_a_time_before_its_document_is_when_a_promise_was_made(when: str, due: str | None) -> None:
    told_in = {"2022-05": "soon22", "2014": "then", "2019": "then"}[when]
    promise = Statement(
        "st_p", "project", "venture", ("IND", "VNM"), (), when, "planned",
        evidence=Evidence(told_in, 0, 5, "a vow"), rule="r", confidence=0.9,
    )  # fmt: skip
    gathered = Gathered([promise], dates={"soon22": "2025-08-15", "then": "2014-10-27"})
    (pledge,) = pledges(gathered)
    assert pledge.due == due
