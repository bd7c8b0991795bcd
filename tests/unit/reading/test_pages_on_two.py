"""Pages of encyclopedias on the relations of two: lists of visits, posts elsewhere, nations of a region."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

_TITLE = "Togo–Peru relations"


def _read(text: str) -> set[str]:
    read = load_reader().read(Document("doc", text, title=_TITLE, date="2031-06-21"))
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in read
    }


_BY_HOST = """Visits

To Peru
July 1996 Foreign Minister Kofi Ato
May 2004 Delegation of the Committee on Trade headed by Chairman Yao Mensah
June 2005 President Kofi Ato's official visit

To Togo
March 2002 Minister of Defence Ana Rojas

The two countries trade little. Minister Ana Rojas wrote a book (1999).
"""


def test_a_heading_of_visits_that_names_the_host_alone_lists_visits_of_the_other() -> None:
    assert _read(_BY_HOST) == {
        "contact/visit TGO>PER actual 1996-07",
        "contact/visit TGO>PER actual 2004-05",
        "contact/visit TGO>PER actual 2005-06",
        "contact/visit PER>TGO actual 2002-03",
    }


def test_state_visits_to_one_are_headed_with_a_noun_of_visiting() -> None:
    text = "State visits to Peru\n- President Kofi Ato (1996, 1998)\n\nPresidential visits to Togo\n- President Ana Rojas (2004)\n"
    assert _read(text) == {
        "contact/visit TGO>PER actual 1996",
        "contact/visit TGO>PER actual 1998",
        "contact/visit PER>TGO actual 2004",
    }


def test_a_heading_of_goods_to_one_lists_no_visits() -> None:
    assert _read("Exports\n\nTo Peru\nJuly 1996 Phosphates of the president's mine\n") == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Both tropical African nations are members of the United Nations.",
            "tie/membership TGO+PER>UN actual",
        ),
        ("Both African nations are members of the United Nations.", "tie/membership TGO+PER>UN actual"),
        (
            "The two South American countries are members of the United Nations.",
            "tie/membership TGO+PER>UN actual",
        ),
        ("Togo maintains relations through its embassy in Lusaka.", "tie/mission TGO>PER actual"),
        ("Togo handles its relations with Peru from its embassy in Lusaka.", "tie/mission TGO>PER actual"),
        (
            "Togo set up a consulate in Lima in March 1988, followed by an embassy on 9 August 1994.",
            "tie/embassy TGO>PER actual 1994-08-09",
        ),
        (
            "In 1961, President Kofi Ato was the first leader of Togo to visit Peru, followed by President Yao Mensah in 1974.",
            "contact/visit TGO>PER actual 1961",
        ),
        (
            "In 1961, President Kofi Ato was the first leader of Togo to visit Peru, followed by President Yao Mensah in 1974.",
            "contact/visit TGO>PER actual 1974",
        ),
        (
            "In May 2003, the Peruvian ministry approved the appointment of Yao Mensah as the Honorary Consul of Togo in Peru.",
            "tie/consulate TGO>PER actual 2003-05",
        ),
        ("Togo will train 15 Peruvians and Peru will offer training to Togo.", "stance/offer PER>TGO actual"),
        ("Over 1,000 Togolese live on Peruvian soil.", "figure/other TGO>PER actual"),
        ("Some 150 Peruvian citizens were registered in Togo.", "figure/other PER>TGO actual"),
    ],
)
def test_what_such_pages_say_is_read(text: str, told: str) -> None:
    assert told in _read(text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("African nations are members of the United Nations.", "tie/membership"),
        ("Togo maintains relations through its embassy in Lusaka.", "tie/embassy"),
        ("Togo called for the lifting of sanctions imposed on Peru.", "stance/criticism"),
        ("Courses in Spanish are offered by three universities of Peru in Togo.", "stance/offer"),
        ("The ambassador of Togo to Peru began his tour of duty in 2013.", "contact/visit"),
        ("Togo and Peru discussed urban planning, air transport and basic infrastructure.", "project/"),
    ],
)
def test_what_only_looks_like_an_act_is_passed_over(text: str, mode: str) -> None:
    assert not [line for line in _read(text) if line.startswith(mode)]


def test_the_post_of_the_one_stays_beside_relations_kept_from_elsewhere_by_the_other() -> None:
    text = "Togo has an embassy in Lima, while Peru maintains relations through its embassy in Lusaka."
    assert _read(text) == {"tie/embassy TGO>PER actual", "tie/mission PER>TGO actual"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trade between the two reached $16 million in 2030, down $2 million from 2029.", {16e6, -2e6}),
        ("Trade between the two stood at 16 million USD in 2030, up nearly 3 million USD.", {16e6, 3e6}),
        ("Togo's exports to Peru were $20 million (up $3 million).", {20e6, 3e6}),
        ("Togo's exports to Peru were up $3 million in 2030.", {3e6}),
        ("Togo's exports to Peru reached $20 million, up from $3 million in 2029.", {20e6}),
    ],
)
def test_a_sum_behind_up_or_down_is_a_change_unless_it_is_what_was_before(
    text: str, told: set[float]
) -> None:
    read = load_reader().read(Document("doc", text, title=_TITLE, date="2031-06-21"))
    figures = {(s.measure, float(s.value or 0)) for s in read if s.kind == "figure"}
    first = {("level", v) for v in told if v > 10e6}
    assert first | {("difference", v) for v in told if v < 10e6} <= figures
    assert ("level", 3e6) not in figures or "from $3 million" in text
