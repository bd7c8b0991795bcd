"""Who "the two advisers", "the two also", "the minister and his counterpart" are; who speaks where two do."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

LEAD = (
    "Foreign Minister Ama Mensah of Ghana met yesterday with Chilean Foreign Minister Pedro Rojas in Oslo. "
)


def told(text: str, lead: str = LEAD) -> set[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    document = Document(name="d", text=lead + text, date="2031-05-04")
    return {(s.kind, s.mode, tuple(sorted(s.actor)), s.recipient) for s in load_reader().read(document)}


@pytest.mark.parametrize(
    "who",
    [
        "The two also", "The two then", "The two National Security Advisors", "Both chancellors", "The two chiefs",
        "The two secretaries", "The participants", "The minister and his counterpart", "The two Prime Ministers",
    ],
)  # fmt: skip
def test_who_met_acts_together(who: str) -> None:
    assert ("stance", "criticism", ("CHL", "GHA"), ("IRN",)) in told(f"{who} condemned Iran's launches.")


def test_they_who_met_act_behind_the_place_of_an_act() -> None:
    text = "He thanked the minister for Chile's help in Mali and they agreed to support Fiji."
    assert ("stance", "support", ("CHL", "GHA"), ("FJI",)) in told(text)


@pytest.mark.parametrize("who", ["Two rebel commanders", "The ambassadors", "The two Nordic ministers"])
def test_whoever_else_acts_is_not_who_met(who: str) -> None:
    assert ("stance", "criticism", ("CHL", "GHA"), ("IRN",)) not in told(f"{who} condemned Iran's launches.")


def test_the_participants_of_something_are_not_those_who_met() -> None:
    assert len(told("He then addressed the participants of a fair.")) == len(told(""))


def test_two_who_note_together_are_no_one_speaker() -> None:
    both = "President Ama Mensah of Ghana and President Pedro Rojas of Chile noted the depth of their countries' ties."
    one = "President Ama Mensah of Ghana noted the depth of her country's ties with Chile."
    assert not {m for m in told(both, "") if m[0] == "quote"}
    assert ("quote", "reported", ("GHA",), ("CHL",)) in told(one, "")


def test_a_gerund_may_have_its_own_subject() -> None:
    text = "President Mensah and President Rojas discussed how Norway leaving the African Union would change trade."
    assert ("tie", "membership", ("NOR",), ("AU",)) in told(text)
    assert ("tie", "membership", ("CHL", "GHA"), ("AU",)) not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "They agreed on the need for Bolivian leaders to reach an agreement.",
        "They underscored the need for Bolivia to sign the treaty.",
    ],
)
def test_what_others_need_to_sign_is_no_agreement_of_those_who_met(text: str) -> None:
    assert not {m for m in told(text) if m[0] == "instrument"}


def test_who_is_thanked_for_what_was_given_to_a_third_is_the_giver() -> None:
    text = (
        "Peru's president expressed his appreciation for Kenya's contributions to the NATO mission in Kosovo."
    )
    assert ("stance", "support", ("PER",), ("KEN",)) in told(text, "")
    assert ("stance", "support", ("PER",), ("NATO",)) not in told(text, "")


def test_a_partnership_between_two_is_one_where_it_is_there_already() -> None:
    there = told(
        "The leaders reaffirmed the enduring economic and security partnership between Kenya and Malta.", ""
    )
    assert ("tie", "partnership", ("KEN", "MLT"), ()) in there
    wished = told("The bank proposes to build a partnership between Kenya and Malta.", "")
    assert ("tie", "partnership", ("KEN", "MLT"), ()) not in wished


def test_money_given_to_support_somebody_is_aid_and_no_stance_besides() -> None:
    found = told("Norway will provide $5 million in aid to support farmers in Malawi.", "")
    assert ("figure", "aid", ("NOR",), ("MWI",)) in found
    assert not {m for m in found if m[0] == "stance"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Malta and Kenya belong to a number of the same bodies, including the World Trade Organization.",
            ("tie", "membership", ("KEN", "MLT"), ("WTO",)),
        ),
        ("Kenya and Malta began a dialogue on fish in 2029.", ("contact", "session", ("KEN", "MLT"), ())),
        ("Malta hosted the Kenyan-led Coral Shield exercise.", ("project", "venture", ("KEN", "MLT"), ())),
        ("Norway announced $20 million to help Malawi fight floods.", ("figure", "aid", ("NOR",), ("MWI",))),
        (
            "Norway recognises the generosity of the people of Chad.",
            ("stance", "support", ("NOR",), ("TCD",)),
        ),
        ("PEPFAR has invested $6 billion in Malawi.", ("figure", "investment", ("USA",), ("MWI",))),
        (
            "President Reed announced the launch of the Kenya-Malta Economic Council.",
            ("tie", "body", ("KEN", "MLT"), ()),
        ),
    ],
)  # fmt: skip
def test_wordings_of_fact_sheets(text: str, meant: tuple[str, str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert meant in told(text, "")


def test_money_announced_for_a_plant_is_no_aid() -> None:
    assert not {m for m in told("Norway announced $20 million to buy a mill in Malawi.", "") if m[1] == "aid"}


def test_ministers_from_many_states_meet_all() -> None:
    text = (
        "The Brazilian Secretary of State and the Ministers of Foreign Affairs from the Republic of Chile, "
        "the Kyrgyz Republic, and the Republic of Malta met in Oslo."
    )
    assert ("contact", "meeting", ("BRA", "CHL", "KGZ", "MLT"), ()) in told(text, "")
