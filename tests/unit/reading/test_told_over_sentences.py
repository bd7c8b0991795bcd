"""What a later sentence means by what an earlier one said: people, documents, circles of states."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader


def read(text: str, title: str | None = None, date: str | None = None) -> list[Statement]:
    return load_reader().read(Document("x", text, title=title, date=date))


def quotes(text: str) -> list[tuple[str, str | None]]:
    return [(s.people[0].name, s.people[0].country) for s in read(text) if s.kind == "quote"]


def test_the_office_that_a_text_gives_goes_before_lists_of_leaders() -> None:
    text = (
        "Norwegian Prime Minister Jens Stoltenberg met the president of Chile in Oslo. "
        "Stoltenberg said that Norway wanted closer ties with Chile."
    )
    assert quotes(text) == [("Jens Stoltenberg", "NOR")]


def test_whoever_is_named_as_an_ambassador_speaks_for_the_country() -> None:
    text = (
        "The day brought the appointment of Ruta Kalna as Latvia's new ambassador to Ghana. "
        "Ambassador Kalna said that Latvia and Ghana would trade more."
    )
    assert quotes(text) == [("Ruta Kalna", "LVA")]


def test_the_diplomat_is_the_envoy_spoken_of() -> None:
    text = (
        "Special Representative of Latvia for Africa Ruta Kalna visited Ghana on 3 May 2031. "
        "“We thank Ghana for its steady help,” stressed the Latvian diplomat."
    )
    assert quotes(text) == [("Ruta Kalna", "LVA")]


def test_a_nickname_is_part_of_a_name() -> None:
    text = "Chilean President Ana Soto accepted an invitation by Indonesian President Budi “Bud” Santoso to visit Bandung."
    found = {(s.kind, s.mode, s.actor, s.recipient) for s in read(text)}
    assert ("stance", "invitation", ("IDN",), ("CHL",)) in found


def test_a_visit_to_which_somebody_accepted_an_invitation_is_planned() -> None:
    text = "The president of Chile has accepted the invitation of the president of Peru to visit Lima."
    assert [s.status for s in read(text) if s.mode == "visit"] in ([], ["planned"])


def test_the_baltic_states_are_three() -> None:
    found = read("The leaders of the Baltic states met the president of Moldova in Chisinau.")
    assert [set(s.actor) for s in found if s.mode == "meeting"] == [{"EST", "LVA", "LTU", "MDA"}]


def test_no_country_of_a_format_spoken_of_in_passing_is_one_of_the_two() -> None:
    text = (
        "Ana Lepp, prime minister of Estonia, and Levan Kiria, prime minister of Georgia, met in Tallinn. "
        "They turned to trade, culture and the Eastern Partnership. "
        "The two countries signed a treaty on taxes."
    )
    assert [set(s.actor) for s in read(text) if s.kind == "instrument"] == [{"EST", "GEO"}]


def test_a_national_day_gives_no_date() -> None:
    text = "Estonia and Latvia signed a declaration on Moldova's Independence Day."
    assert [s.date for s in read(text, date="2031-09-01") if s.kind == "instrument"] == [None]


def test_the_document_is_of_the_kind_told_before() -> None:
    text = "Chile and Peru signed a joint declaration. The document was signed by the presidents of Chile and Peru."
    assert {s.mode for s in read(text) if s.kind == "instrument"} == {"declaration"}


def test_a_signing_that_was_told_is_no_second_one() -> None:
    text = (
        "The presidents of Chile and Peru signed a joint declaration in Lima. "
        "After the signing of the declaration, the two presidents met the prime minister of Bolivia."
    )
    assert [set(s.actor) for s in read(text) if s.kind == "instrument"] == [{"CHL", "PER"}]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "A speaker for Malta said the meeting of the transport ministers of Chile, Malta and Oman dealt with ports.",
            {"CHL", "MLT", "OMN"},
        ),
        ("The talks between the ministers of Chad, Niger and Mali ended on Friday.", {"TCD", "NER", "MLI"}),
    ],
)
def test_a_list_of_those_who_met_is_not_broken_off(text: str, parties: set[str]) -> None:
    assert parties in [{*s.actor, *s.recipient} for s in read(text) if s.kind == "contact"]


def test_relations_broken_with_three_are_three() -> None:
    found = read("Paraguay broke diplomatic relations with Japan, Germany and Italy on January 28, 1942.")
    assert sorted(s.actor for s in found if s.kind == "tie") == [
        ("PRY", "DEU"),
        ("PRY", "ITA"),
        ("PRY", "JPN"),
    ]


def test_the_first_of_two_family_names_is_enough() -> None:
    text = (
        "The minister of Japan met Dr. Rosa Aceval Ortiz, Minister for Foreign Affairs of Paraguay, in Tokyo. "
        "Minister Aceval said that Japan was a friend of Paraguay."
    )
    assert quotes(text) == [("Rosa Aceval Ortiz", "PRY")]


def test_two_offices_in_a_row_are_of_two_people() -> None:
    text = (
        "The president of Latvia will visit Ghana at the invitation of the Ghanaian President, Ato Mensah, "
        "the Head of the Foreign Policy Department of Latvia, Ruta Kalna, said."
    )
    assert quotes(text) == [("Ruta Kalna", "LVA")]


def test_the_year_of_an_agenda_dates_nothing() -> None:
    found = read("The talks of the African Union with China turned on Agenda 2063.", date="2031-02-09")
    assert all(s.date is None for s in found)


def test_a_name_in_quotation_marks_is_no_quote() -> None:
    text = "President Ana Soto of Chile told Peru that she backed the plan “Free and Open Ocean Route”."
    assert [s for s in read(text) if s.mode == "direct"] == []


def test_who_asks_behind_a_quotation_asks_nothing_of_himself() -> None:
    text = "“What else can we bring to Jordan?” asked Prime Minister Jan Kos of Slovenia in Amman."
    assert [s for s in read(text) if s.kind == "stance"] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chile's president visited Peru in May 2018 and signed an agreement with Peru.", "2018-05"),
        ("Chile and Peru will sign a treaty in September; Bolivia welcomed it.", "2016-09"),
        ("Chile and Peru signed the treaty on Tuesday, drafted at a session in March.", "2016-05-10"),
    ],
)
def test_a_time_is_that_of_its_own_act(text: str, date: str) -> None:
    assert [s.date for s in read(text, date="2016-05-13") if s.kind == "instrument"] == [date]


def test_the_jewish_state_is_the_other_one() -> None:
    text = "Envoys of Morocco prepared the opening of a liaison office in the Jewish state."
    assert [(s.mode, s.actor, s.recipient, s.status) for s in read(text) if s.kind == "tie"] == [
        ("mission", ("MAR",), ("ISR",), "planned")
    ]


def test_who_sponsored_an_accord_signed_none() -> None:
    found = read("Morocco and Israel signed a US-sponsored normalisation agreement in Rabat.")
    assert [set(s.actor) for s in found if s.kind == "instrument"] == [{"MAR", "ISR"}]


def test_the_two_parties_named_in_one_word() -> None:
    text = "CARICOM-India cooperation rests on a joint commission which was established by ministers of the two parties."
    found = read(text, title="Modi's visit to Guyana")
    assert [set(s.actor) for s in found if s.mode == "body"] == [{"CARICOM", "IND"}]


def test_teasers_of_other_articles_are_not_read() -> None:
    text = (
        "Chile and Peru signed a treaty in Lima.\n"
        "Bolivia and Brazil sign accord on gas that will...\n"
        "Cuba opens embassy in Ghana, its minister...\n"
    )
    assert {c for s in read(text) for c in s.actor} == {"CHL", "PER"}


def test_one_line_that_breaks_off_is_read() -> None:
    assert read("Chile and Peru signed a treaty in Lima...\nThe weather was fine.") != []


def test_keys_conferred_are_no_talks() -> None:
    text = "The king of Tonga was conferred with the keys of Valletta in Malta."
    assert [s for s in read(text) if s.kind == "contact"] == []


def test_a_president_by_surname_alone_is_of_the_country_that_the_text_names() -> None:
    text = (
        "The United States recognised Botswana in 1966. President Bush visited Gaborone in 2003. "
        "Bush told Botswana's president, “You have done your people proud.”"
    )
    assert [(s.actor, s.recipient) for s in read(text) if s.mode == "visit"] == [(("USA",), ("BWA",))]


def test_nobody_is_asked_in_a_condition() -> None:
    assert [
        s for s in read("If you ask Vietnam's ambassador to Denmark, trade is fine.") if s.kind == "stance"
    ] == []


def test_a_spokesman_s_words_are_not_his_president_s() -> None:
    text = "Chile and Peru agreed to open talks at a summit of Chile's President Ana Soto with Peru, Soto's spokesman said."
    assert quotes(text) == []


def test_a_stranger_s_words_are_nobody_else_s() -> None:
    text = (
        "President Ana Soto of Chile said that she wanted closer ties with Peru. "
        "“She and her guest from Peru met in Lima and agreed on trade,” Ho Tran-seon said in a briefing. "
        "“Both leaders also held that trade matters,” he said."
    )
    assert quotes(text) == [("Ana Soto", "CHL")]


def test_the_envoy_who_went_on_is_the_one_named_before() -> None:
    text = (
        "Ambassador of Ghana to Nepal Ama Osei said that Ghana would buy power from Nepal. "
        "The Ambassador said that the two countries were close. "
        "“We are also ready to fly to Nepal every day of the week,” she added."
    )
    assert quotes(text) == [("Ama Osei", "GHA")] * 3


def test_a_description_that_names_its_country_is_of_that() -> None:
    text = "Peru and South Korea met. The South American country of Chile and South Korea signed a treaty in 2004."
    assert [set(s.actor) for s in read(text) if s.kind == "instrument"] == [{"CHL", "KOR"}]


TWO_BLOCS = "Mercosur and EFTA have met in Buenos Aires. "


@pytest.mark.parametrize(
    "rest",
    [
        "Brazil spoke first. The two blocs signed a trade agreement in 2029.",
        "Chile looked on. Both blocs signed a trade agreement in 2029.",
    ],
)
def test_two_blocs_are_the_two_of_their_text(rest: str) -> None:
    found = read(TWO_BLOCS + rest, title="Mercosur, EFTA close trade talks")
    assert {"MERCOSUR", "EFTA"} in [set(s.actor) for s in found if s.kind == "instrument"]


def test_a_minister_of_a_member_speaks_of_the_other_bloc() -> None:
    text = TWO_BLOCS + "Swiss President Lea Roth said that the agreement was fair to both blocs."
    found = [s for s in read(text, title="Mercosur, EFTA close trade talks") if s.kind == "quote"]
    assert [(s.actor, s.recipient) for s in found] == [(("CHE",), ("MERCOSUR",))]


def test_members_join_the_bloc_that_a_text_is_about() -> None:
    found = read("Norway joined EFTA in 1960.", title="Mercosur, EFTA close trade talks")
    assert [(s.actor, s.recipient) for s in found if s.mode == "membership"] == [(("NOR",), ("EFTA",))]


def test_she_who_gave_her_papers_to_a_president_goes_on() -> None:
    text = (
        "This was told by Turkey's new ambassador Sebnem Inan, when she gave her papers to Malawi's President Peter Phiri. "
        "“Malawi and Turkey have had good ties for many years,” she said."
    )
    assert ("Sebnem Inan", "TUR") in quotes(text)


def test_not_yet_joined_is_not_joined() -> None:
    found = read("Sweden has not yet joined NATO.")
    assert [s.status for s in found if s.mode == "membership"] == ["denied"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The king of Belgium and the queen are leaving for a visit to Chad on Tuesday.", "2022-06-07"),
        ("The ministers of Chad and Mali were asked to sign a treaty in September.", "2022-09"),
    ],
)
def test_what_people_leave_for_or_are_asked_to_do_is_still_to_come(text: str, date: str) -> None:
    assert date in [s.date for s in read(text, date="2022-06-06")]


def test_an_opening_that_is_celebrated_is_done() -> None:
    found = read("Guests in Valletta celebrate the opening of the Peruvian consulate on May 12, 2016.")
    assert [s.status for s in found if s.kind == "tie"] == ["actual"]


def test_an_invasion_is_no_trip() -> None:
    text = "The king of Belgium planned to go to Chad. The trip was postponed because of the Russian invasion of Ukraine."
    assert [s for s in read(text) if {*s.actor, *s.recipient} & {"RUS", "UKR"}] == []


def test_the_country_s_envoy_to_another_is_the_other_s() -> None:
    text = (
        "Omar Sayegh, speaker of the parliament of the United Arab Emirates, met the president of Uruguay in Montevideo. "
        "His host welcomed him; the country's non-resident ambassador to Uruguay was there."
    )
    found = [(s.actor, s.recipient) for s in read(text, title="UAE, Uruguay talk") if s.mode == "mission"]
    assert found == [(("ARE",), ("URY",))]


def test_a_list_behind_a_line_that_only_opens_it() -> None:
    text = (
        "Chile and Peru signed five cooperation documents in Lima.\n\nThese include:\n\n"
        "Protocol of Intentions between the ministries of trade of Chile and Peru\n\n"
        "Roadmap for Tourism Development between the tourism boards of Chile and Peru\n"
    )
    assert {s.mode for s in read(text) if s.kind == "instrument"} >= {"protocol", "roadmap"}


def test_a_ministry_s_own_site_need_not_say_whose_secretary_it_is() -> None:
    text = "Secretary Ana Reyes thanked Spain for its support. Spain's ambassador was there."
    document = Document("x", text, title=None, date="2016-04-11", url="https://dfa.gov.ph/news/1")
    found = [(s.actor, s.recipient) for s in load_reader().read(document) if s.kind == "stance"]
    assert (("PHL",), ("ESP",)) in found


def test_a_visit_that_dates_an_accord_is_told_by_whom_it_was() -> None:
    text = "Namibia and Botswana set up a commission through an agreement signed during the visit by Botswana's President Pitso Seme on 29 January in Windhoek."
    assert [(s.actor, s.recipient) for s in read(text, date="2022-09-02") if s.mode == "visit"] == [
        (("BWA",), ("NAM",))
    ]
