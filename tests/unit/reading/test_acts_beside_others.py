"""Acts told beside others: what came before or after them, who met whom, posts that became others, lists of visits, bodies that met."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(text: str, title: str | None = None) -> set[str]:
    found = load_reader().read(Document("a", text, title=title, date="2024-05-08"))
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in found
        if s.kind != "quote"
    }


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Togo's minister met Fiji's premier on Wednesday, a day before talks with Omani premier Ali Saleh in Muscat.",
         {"contact/meeting TGO+FJI> actual 2024-05-08", "contact/meeting TGO+OMN> actual 2024-05-09"}),
        ("Togo's president met Fiji's president on Monday, two weeks after a meeting with Oman's premier.",
         {"contact/meeting TGO+FJI> actual 2024-05-06", "contact/meeting TGO+OMN> actual 2024-04-22"}),
        ("Togo's president met Fiji's president after a meeting with Oman's premier.",
         {"contact/meeting TGO+FJI> actual", "contact/meeting TGO+OMN> actual"}),
        ("Togo and Fiji signed the treaty in May 2020, six months after Togo opened an embassy in Suva.",
         {"instrument/treaty TGO+FJI> actual 2020-05", "tie/embassy TGO>FJI actual 2019-11"}),
        ("Togo and Fiji signed the treaty in 2020, six months after Togo opened an embassy in Suva.",
         {"instrument/treaty TGO+FJI> actual 2020", "tie/embassy TGO>FJI actual"}),
        ("Togo and Fiji signed the treaty in 2020, two years after Togo opened an embassy in Suva.",
         {"instrument/treaty TGO+FJI> actual 2020", "tie/embassy TGO>FJI actual 2018"}),
    ],
)  # fmt: skip
def test_what_stands_before_or_after_an_act_has_its_own_parties_and_time(
    sentence: str, told: set[str]
) -> None:
    assert _told(sentence) == told


def test_only_those_of_its_parties_are_named_with_a_meeting() -> None:
    text = "Togolese minister Ana Dossou met Fijian premier Sitiveni Rara ahead of talks with Omani premier Ali Saleh."
    found = load_reader().read(Document("a", text, date="2024-05-08"))
    named = {s.actor: [p.name for p in s.people] for s in found if s.kind == "contact"}
    assert named == {
        ("TGO", "FJI"): ["Ana Dossou", "Sitiveni Rara"],
        ("TGO", "OMN"): ["Ana Dossou", "Ali Saleh"],
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Oman asked Togo for the resumption of aid frozen in 2020.",
        "Oman urged Togo to lift the sanctions imposed in 2020.",
        "Oman criticised Togo for its decision taken in 2020.",
    ],
)
def test_a_stance_has_not_the_time_of_what_it_is_about(sentence: str) -> None:
    found = load_reader().read(Document("a", sentence, date="2024-05-08"))
    assert [s.date for s in found if s.kind == "stance"] == [None]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Togolese presidents Ato Dossou (1995, 1999) and Faure Amegan (2011) have made state visits to Fiji.",
         {"contact/visit TGO>FJI actual 1995", "contact/visit TGO>FJI actual 1999", "contact/visit TGO>FJI actual 2011"}),
        ("The Malian premier (2001), the speaker of Mali's parliament (2003) and Minister Abou Ba (May 2006) have visited Peru.",
         {"contact/visit MLI>PER actual 2001", "contact/visit MLI>PER actual 2003", "contact/visit MLI>PER actual 2006-05"}),
        ("President Ato Dossou (1994-2000) of Togo visited Fiji in 1995.", {"contact/visit TGO>FJI actual 1995"}),
    ],
)  # fmt: skip
def test_each_year_in_brackets_behind_a_visitor_is_a_visit(sentence: str, told: set[str]) -> None:
    assert _told(sentence) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Togo upgraded its liaison office in Suva to an embassy in 1990.", {"tie/embassy TGO>FJI actual 1990"}),
        ("Togo raised its consulate in Suva to an embassy in 1990.", {"tie/embassy TGO>FJI actual 1990"}),
        ("The Togolese liaison office in Suva was upgraded to an embassy in 1990.", {"tie/embassy TGO>FJI actual 1990"}),
        ("Togo opened a liaison office in Suva in 1985, which was upgraded to an embassy in 1990.",
         {"tie/mission TGO>FJI actual 1985", "tie/embassy TGO>FJI actual 1990"}),
    ],
)  # fmt: skip
def test_a_post_that_became_another_is_told_as_that(sentence: str, told: set[str]) -> None:
    assert _told(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo has an embassy in Helsinki, also accredited to Estonia and Latvia.",
        "Togo opened an embassy in Helsinki, which also covers Estonia and Latvia.",
        "Togo has an embassy in Helsinki covering Estonia and Latvia.",
    ],
)
def test_what_else_a_post_covers_is_told(sentence: str) -> None:
    assert {"tie/mission TGO>EST actual", "tie/mission TGO>LVA actual"} <= _told(sentence)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- Queen Ana II to Togo (November 2009)", "contact/visit FJI>TGO actual 2009-11"),
        ("- From Togo: President Ato Dossou (September 2013)", "contact/visit TGO>FJI actual 2013-09"),
        ("- Togolese Minister Abla Ama (May 2014)", "contact/visit TGO>FJI actual 2014-05"),
    ],
)
def test_below_a_heading_of_visits_each_line_says_who_went_where(line: str, told: str) -> None:
    assert told in _told(f"High-level visits:\n{line}\n", "Fiji and Togo: facts")


def test_a_line_of_visits_that_says_no_way_goes_on_with_that_before() -> None:
    text = "High-level visits:\n- Queen Ana II to Togo (November 2009)\n- Prime Minister Seru Vula (November 2012)\n"
    assert "contact/visit FJI>TGO actual 2012-11" in _told(text, "Fiji and Togo: facts")


def test_a_line_of_status_tells_partnerships_with_their_years() -> None:
    line = "Status: Comprehensive Partnership (2013); Green Strategic Partnership (2023)"
    told = {"tie/partnership FJI+TGO> actual 2013", "tie/partnership FJI+TGO> actual 2023"}
    assert told <= _told(f"Facts\n{line}\n", "Fiji and Togo")


def test_a_body_that_met_in_a_relative_clause_held_a_session() -> None:
    told = _told("Fiji and Togo revived the joint economic commission, which last met in 1998.")
    assert told == {"contact/session FJI+TGO> actual 1998", "tie/body FJI+TGO> actual"}


@pytest.mark.parametrize(
    "opening",
    [
        "Togo has an embassy in Suva. It is also accredited to Samoa and Tonga.",
        "Togo has an embassy in Suva, also accredited to Samoa and Tonga.",
    ],
)
def test_the_two_countries_of_a_page_on_two_are_not_those_that_one_of_them_dealt_with_last(
    opening: str,
) -> None:
    text = f"{opening} The two countries signed a treaty in 2009."
    assert "instrument/treaty TGO+FJI> actual 2009" in _told(text, "Togo–Fiji relations")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Paraguay is the only country in South America that maintains diplomatic relations with Taiwan.",
         "tie/diplomatic_relations PRY+TWN> actual"),
        ("Kenya is a country in East Africa that exports coffee to Peru.", "composition/exports KEN>PER actual"),
    ],
)  # fmt: skip
def test_a_word_in_s_behind_that_is_the_verb_of_what_stands_before(sentence: str, told: str) -> None:
    assert told in _told(sentence)


def test_nothing_is_sold_where_only_hope_is_told() -> None:
    assert not _told("Kenya voiced hope that exports rise to Peru.")


def test_a_month_may_be_a_forename() -> None:
    text = "Foreign Minister January Mwita of Tanzania met Hungarian Foreign Minister Peter Nagy."
    (meeting,) = (
        s for s in load_reader().read(Document("a", text, date="2024-05-08")) if s.kind == "contact"
    )
    assert [p.name for p in meeting.people] == ["January Mwita", "Peter Nagy"]


def test_an_energy_major_is_no_officer() -> None:
    text = "Lebanon called on Italian energy major ENI to begin drilling."
    assert all(not s.people for s in load_reader().read(Document("a", text, date="2024-05-08")))


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 200 companies attended the business forum of Peru and Kenya.",
        "60 Kenyan companies participated in the fair in Lima.",
        "The fair in Lima brought together 60 Kenyan companies.",
    ],
)
def test_firms_at_an_event_are_no_firms_at_work_abroad(sentence: str) -> None:
    assert not any(t.startswith("figure") for t in _told(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Two-way trade in 2023 was $756 million: Togo's exports $377 million (fish, garments), imports $379 million.",
        "Two-way turnover in 2023 was $756 million; Togo's exports $377 million, imports $379 million.",
        "Bilateral trade was $756 million in 2023, with Togo's exports at $377 million and imports at $379 million.",
    ],
)
def test_imports_beside_a_sides_exports_are_its_own(sentence: str) -> None:
    assert "figure/imports TGO>FJI actual 2023" in _told(sentence, "Fiji and Togo: facts")


def test_a_time_of_what_is_discussed_is_of_that() -> None:
    text = "Togo's and Fiji's ministers discussed preparations for the summit in Lima on 21 June 2024"
    assert _told(f"{text}.") == {"contact/meeting TGO+FJI> actual"}
    assert "contact/visit TGO>PER planned 2024-06-21" in _told(
        f"{text}, in which Togo's minister will take part."
    )


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("President Ana Rojas of Fiji will fly on to Seoul on Saturday after concluding a three-day visit to Togo.",
         {"contact/visit FJI>TGO actual", "contact/visit FJI>KOR planned 2024-05-11"}),
        ("After completing her visit to Togo, Fiji's president will travel to Oman on Monday.",
         {"contact/visit FJI>TGO actual", "contact/visit FJI>OMN planned 2024-05-13"}),
        ("Fiji's president arrives in Oman on Monday following a two-day visit to Togo.",
         {"contact/visit FJI>TGO actual", "contact/visit FJI>OMN planned 2024-05-13"}),
    ],
)  # fmt: skip
def test_a_visit_that_went_before_is_not_planned_with_what_comes(sentence: str, told: set[str]) -> None:
    assert _told(sentence) == told


def test_whoever_returned_the_visit_went_the_other_way() -> None:
    text = "Fiji's president visited Togo in 2010. The firm Rua sold rice there. In 2013 Togo's president returned the visit."
    assert "contact/visit TGO>FJI actual 2013" in _told(text)


def test_a_post_that_is_only_compared_with_is_not_told() -> None:
    text = "The Russian embassy will operate with 10 diplomats, on a par with the Moldovan embassy in Moscow."
    assert not _told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Togo's exports to Fiji: $9 million\nMain products: plastics, cement, electricity.", "composition/exports TGO>FJI actual"),
        ("Togo's imports from Fiji: $9 million\nTop products: sugar, cement and glass", "composition/imports TGO>FJI actual"),
        ("Togo's exports to Fiji were $9 million. These include plastics, cement and glass.", "composition/exports TGO>FJI actual"),
        ("Fiji ranked as Togo's third African trading partner.", "figure/trade FJI+TGO> actual"),
    ],
)  # fmt: skip
def test_lines_of_a_trade_brief_go_on_about_the_flow_before(text: str, told: str) -> None:
    assert told in _told(text, "Togo and Fiji: trade brief")
