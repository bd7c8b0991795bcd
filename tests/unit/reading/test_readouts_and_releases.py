"""What governments' and bodies' own texts leave to the reader: offices alone, signed quotations, occasions, legs."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(text: str, title: str | None = None) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    read = load_reader().read(Document("a", text, title=title, date="2024-01-10"))
    return {(f"{s.kind}/{s.mode}", s.actor, s.recipient) for s in read}


def test_the_secretary_general_is_of_the_body_named_last_that_has_one() -> None:
    alone = _read("The Secretary-General met the president of Peru. Chile was not mentioned.")
    assert ("contact/meeting", ("UN", "PER"), ()) in alone
    nato = _read("NATO and Georgia held talks. The Secretary-General met the president of Georgia on Monday.")
    assert not any("UN" in actor for _, actor, _ in nato)


def test_a_secretary_general_of_something_is_not_that_of_the_un() -> None:
    read = _read("The Secretary-General of the Peruvian party met the president of Chile.")
    assert not any("UN" in actor for _, actor, _ in read)


def test_two_visits_either_way_are_two() -> None:
    text = (
        "The ministers recalled the state visit to Peru by Polish President Duda in 2016 and the official visit "
        "to Poland by Peruvian Prime Minister Rosa Diaz in 2018."
    )
    visits = {v for v in _read(text) if v[0] == "contact/visit"}
    assert visits == {("contact/visit", ("POL",), ("PER",)), ("contact/visit", ("PER",), ("POL",))}


@pytest.mark.parametrize(
    ("text", "guests", "host"),
    [
        (
            "At the invitation of Xi Jinping, Ghana's President Akufo-Addo and President Ruto of Kenya will visit China.",
            ("GHA", "KEN"),
            "CHN",
        ),
        (
            "At the invitation of Polish President Duda and Prime Minister Orban, Serbian President Vucic visited Warsaw.",
            ("SRB",),
            "POL",
        ),
    ],
)
def test_who_invites_ends_where_the_subjects_begin(text: str, guests: tuple[str, ...], host: str) -> None:
    assert ("contact/visit", guests, (host,)) in _read(text)


def test_who_takes_up_an_invitation_has_not_made_it() -> None:
    text = "The Ghanaian president accepted the invitation during talks with the president of Togo."
    stances = {v for v in _read(text, "Ghana and Togo") if v[0] == "stance/invitation"}
    assert stances == {("stance/invitation", ("TGO",), ("GHA",))}


def test_a_guest_met_on_a_visit_is_the_visitor() -> None:
    text = (
        "The Indian foreign minister visited Mozambique on Monday.\n\n"
        "The president of Chile met the Bolivian foreign minister on a visit to Santiago."
    )
    visits = {v for v in _read(text) if v[0] == "contact/visit"}
    assert ("contact/visit", ("BOL",), ("CHL",)) in visits
    assert ("contact/visit", ("IND",), ("CHL",)) not in visits


def test_a_trip_takes_in_each_country_it_lists() -> None:
    text = (
        "Norwegian Foreign Minister Espen Eide begins a week-long trip to Africa. "
        "The trip takes in three countries – Senegal, Ghana and Kenya."
    )
    visits = {v for v in _read(text) if v[0] == "contact/visit"}
    assert visits == {("contact/visit", ("NOR",), (c,)) for c in ("SEN", "GHA", "KEN")}


def test_a_time_behind_the_auxiliary_hides_no_verb() -> None:
    assert ("contact/visit", ("KEN",), ("RWA",)) in _read(
        "Kenyan President Ruto will this week travel to Rwanda."
    )
    assert ("contact/visit", ("KEN",), ("RWA",)) in _read(
        "Kenyan President Ruto will on Monday travel to Rwanda."
    )


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("Canada announced $20 million to help refugees from Venezuela in Colombia.", "CAN", "COL"),
        ("Japan gave $5 million in food aid for people fleeing from Myanmar to Bangladesh.", "JPN", "BGD"),
        ("Germany allocated €5 million for refugees from Ukraine in Moldova.", "DEU", "MDA"),
        ("Kenya received $5 million in aid from Norway for schools.", "NOR", "KEN"),
    ],
)
def test_where_people_in_need_come_from_gives_no_money(text: str, giver: str, taker: str) -> None:
    aid = {v for v in _read(text) if v[0] == "figure/aid"}
    assert aid == {("figure/aid", (giver,), (taker,))}


@pytest.mark.parametrize(
    "signature",
    ["—The Rt. Hon. Mary Okoro, Prime Minister of Canada", "- Canadian Prime Minister Mary Okoro"],
)
def test_a_quotation_is_of_who_signs_it(signature: str) -> None:
    text = f"Canada and Mexico signed an agreement.\n“Canada and Mexico are old friends and good partners.”\n{signature}"
    assert ("quote/direct", ("CAN",), ("MEX",)) in _read(text, "Canada and Mexico")


def test_a_line_that_tells_something_signs_nothing() -> None:
    text = (
        '"Norway and Ghana will sign an agreement on oil in May."\n'
        "- Kenyan President William Ruto visited Oslo in 2020."
    )
    assert not any(kind == "quote/direct" for kind, _, _ in _read(text, "Norway and Ghana"))


def test_a_commission_through_which_relations_are_conducted_is_a_body() -> None:
    text = "Our relations with Egypt are conducted through a Joint Ministerial Commission (JMC)."
    assert any(kind == "tie/body" for kind, _, _ in _read(text, "South Africa and Egypt"))


def test_agreements_counted_are_told() -> None:
    told = _read("More than 30 agreements have been negotiated.", "Nigeria and South Africa")
    assert ("instrument/agreement", ("NGA", "ZAF"), ()) in told


def test_an_officer_speaks_for_the_state_whose_wish_or_embassy_he_tells() -> None:
    wish = (
        "Foreign Minister Ana Kask stated that Latvia would like to widen trade with Peru. "
        "“Peru is our gateway to the region,” Kask said."
    )
    assert ("quote/direct", ("LVA",), ("PER",)) in _read(wish, "Ministers meet in Lima")
    attack = (
        "Foreign Minister Ana Kask stated that Russia will attack Ukraine. "
        "“Ukraine is our friend in the region,” Kask said."
    )
    assert not any(kind == "quote/direct" for kind, _, _ in _read(attack, "Ministers meet in Lima"))
