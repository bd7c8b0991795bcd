"""News as national agencies write it: whose rulers and officers speak, ties praised, envoys received, journeys, sums and papers."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

MET = "Chilean minister Ana Rojas met Kenya's premier Amos Were in Nairobi.\n\n"


def _statements(text: str, title: str | None = None) -> list[str]:
    read = load_reader().read(Document("doc", text, title=title, date="2023-05-10"))
    return [f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status}" for s in read]


def _told(text: str, title: str | None = None) -> list[str]:
    return [" ".join(line.split()[:2]) for line in _statements(text, title)]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Rojas hailed the strong ties between the two nations.", "stance/support CHL>KEN"),
        ("Kenya's premier applauded the steadily growing relations between the two countries.", "stance/support KEN>CHL"),
        ("Rojas spoke highly of the cooperation between the two countries.", "stance/support CHL>KEN"),
        ("The ministers noted with satisfaction the development of bilateral ties.", "stance/support CHL+KEN>"),
        ("Rojas hailed the depth of the two countries' ties.", "stance/support CHL>KEN"),
        ("Rojas praised the friendship and old ties between the two countries and called for calm.", "stance/support CHL>KEN"),
        ("Rojas laid emphasis on boosting trade with Kenya.", "stance/interest CHL>KEN"),
        ("Rojas put emphasis on collaboration with Kenya in mining.", "stance/interest CHL>KEN"),
        ("Rojas stressed the need to increase Chile's imports from Kenya.", "stance/interest CHL>KEN"),
        ("Kenya also plans to learn from Chile how to run its ports.", "stance/interest KEN>CHL"),
    ],
)  # fmt: skip
def test_what_a_minister_praises_or_stresses_is_told(sentence: str, stance: str) -> None:
    assert stance in _told(MET + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rojas hailed the signing of a partnership deal between Malta and Cyprus.",
        "The two sides agreed to create an atmosphere of dialogue.",
        "Rojas said that the balance of payments was in favour of Kenya.",
    ],
)
def test_what_only_sounds_like_praise_or_a_body_is_none(sentence: str) -> None:
    told = _told(MET + sentence)
    assert not any(line.startswith(("stance/support", "tie/body")) for line in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rojas thanked Kenya for its help, adding that the two countries share a long history.",
        "Rojas left early, noting that Kenya was a friend of Chile.",
        "Rojas hoped that Kenya would buy Chilean copper.",
    ],
)
def test_what_somebody_says_in_doing_something_is_reported(sentence: str) -> None:
    assert "quote/reported CHL>KEN" in _told(MET + sentence)


def test_a_premier_is_a_prime_minister_who_speaks() -> None:
    text = "Chilean Prime Minister Luis Paz met Kenyan minister Ana Were.\n\n“We are ready to work with Kenya on ports,” said the Chilean Premier."
    assert "quote/direct CHL>KEN" in _told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("KUWAIT, May 6 (KUNA) -- His Highness the Amir Sheikh Jaber Nasser met Malta's minister Ian Borg.", "contact/meeting KWT+MLT>"),
        ("MUSCAT: His Majesty the Sultan received the Maltese ambassador on Monday.", "contact/meeting OMN+MLT>"),
        ("AMMAN, May 6 (Petra) – His Royal Highness Crown Prince Zaid met Malta's premier Ian Borg.", "contact/meeting JOR+MLT>"),
        ("Custodian of the Two Holy Mosques King Fahd received Malta's premier Ian Borg.", "contact/visit MLT>SAU"),
    ],
)  # fmt: skip
def test_a_ruler_in_courtly_words_is_of_the_state_that_the_text_comes_from(text: str, told: str) -> None:
    assert told in _told(text)


def test_a_ruler_whose_visit_an_envoy_tells_of_goes_from_home() -> None:
    text = "KUWAIT, Feb 19 (KUNA) -- Qatar's ambassador in Kuwait said that the visit of the Amir His Highness Sheikh Jaber Nasser to Qatar helps both countries."
    assert "contact/visit KWT>QAT" in _told(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "They agreed to boost state support for increasing their energy tie-ups.",
        "The two sides reached a consensus on boosting trade.",
        "The sides confirmed their mutual interest in deepening cooperation.",
    ],
)
def test_what_two_agree_on_is_their_interest(sentence: str) -> None:
    assert "stance/interest CHL+KEN>" in _told(MET + sentence)


def test_what_two_agree_to_cut_is_no_interest() -> None:
    assert "stance/interest CHL+KEN>" not in _told(MET + "They agreed to cut cooperation in mining.")


def test_his_in_his_highness_stands_for_nobody_before() -> None:
    text = (
        "KUWAIT: His Highness the Amir Sheikh Jaber Nasser met the Maltese president, Ian Borg.\n\n"
        "His Highness the Amir thanked Borg for his kind words."
    )
    assert "stance/support KWT>MLT" in _told(text)


def test_a_ruler_abroad_is_not_of_the_place_of_filing() -> None:
    text = (
        "VALLETTA: Malta's president met King Zaid of Jordan. His Majesty the King of Jordan thanked Malta."
    )
    assert "stance/support JOR>MLT" in _told(text)


def test_a_letter_received_brings_nobody() -> None:
    text = "KUWAIT: His Highness the Amir Sheikh Jaber Nasser received a written letter yesterday from Maltese President Ian Borg."
    assert not _told(text)


@pytest.mark.parametrize(
    "deed",
    [
        "thanked Angolan president Rui Costa for his help to the people of Namibia",
        "congratulated Angolan president Rui Costa, and said Namibia would open a mission in Luanda",
    ],
)
def test_who_thanks_the_president_of_a_state_is_of_another(deed: str) -> None:
    text = f"President Ann Shilongo {deed}.\n\nAngola is near. Luanda is a port. Shilongo praised Costa."
    assert "stance/support NAM>AGO" in _told(text)
    assert not any(line.endswith("AGO>NAM") for line in _told(text))


def test_who_thanks_a_people_by_surname_alone_is_of_another_state() -> None:
    text = (
        "President Paul Habimana arrived in Maputo, Mozambique. Minister for Foreign Affairs, Louise Keza, said the visit was a chance for the two countries.\n\n"
        "Keza noted that it was also a chance to express gratitude to the people and government of Mozambique."
    )
    assert not any(
        line.startswith(("quote", "stance")) and " MOZ>" in line
        for line in _told(text, "Rwanda and Mozambique step up ties")
    )


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "During his visit to Peru, Chile, and Bolivia, the Kenyan premier plans to hold talks.",
            "PER CHL BOL",
        ),
        ("After visits to Peru, Chile and Bolivia, the Kenyan premier flew to Oman.", "PER CHL BOL OMN"),
    ],
)
def test_states_of_an_opening_phrase_are_each_visited(text: str, hosts: str) -> None:
    told = _told(text)
    assert {f"contact/visit KEN>{host}" for host in hosts.split()} <= {*told}
    assert not any(" PER" in line or " CHL" in line for line in told)


def test_two_who_act_behind_a_visit_to_one_are_no_hosts() -> None:
    assert "contact/visit CHL+BOL>PER" in _told("During a visit to Peru, Chile and Bolivia agreed to trade.")


def test_an_officer_behind_an_opening_phrase_without_a_comma_acts() -> None:
    text = (
        "President Amos Were of Kenya is in Peru.\n\nDuring the state visit President Were met Peru's premier Luis Paz. "
        "He also met Peruvian minister Ana Soto, where he underscored the value of trade between the two countries."
    )
    assert "quote/reported KEN>PER" in _told(text)
    assert "quote/reported PER>KEN" not in _told(text)


def test_who_welcomes_a_visit_has_paid_none() -> None:
    assert "contact/visit KEN>CHL" not in _told(MET + "Were welcomed the visit as historic.")


def test_help_from_a_state_beside_a_visit_does_not_make_it_the_visitor() -> None:
    text = "Peru and Kenya.\n\nPeru's president thanked Kenya for the visit of the Kenyan minister to Peru and the help provided by Kenya."
    assert "contact/visit PER>KEN" not in _told(text)


def test_envoys_who_presented_credentials_met_the_host_one_by_one() -> None:
    told = _told(
        "Italian President Pia Rossi received credentials from the ambassadors of Peru, Chile and Oman."
    )
    assert sorted(told) == [
        "contact/meeting ITA+CHL>",
        "contact/meeting ITA+OMN>",
        "contact/meeting ITA+PER>",
    ]


def test_envoys_listed_behind_have_presented_credentials_too() -> None:
    text = (
        "President Pia Rossi of Italy received the letters of credence of envoys from three countries. "
        "They are the Ambassador of Peru, Mr Luis Paz; the Kenyan High Commissioner, Ms Ann Were, and Oman's ambassador, Mr Said Ali."
    )
    told = _told(text)
    assert {"contact/meeting ITA+PER>", "contact/meeting ITA+KEN>", "contact/meeting ITA+OMN>"} <= {*told}
    assert not any(line.startswith("tie/mission") for line in told)


def test_envoys_posted_to_one_state_met_it_not_each_other() -> None:
    text = "The Peruvian ambassador to Italy, Luis Paz, and the Kenyan ambassador to Italy, Ann Were, presented their credentials to the president."
    assert sorted(_told(text)) == ["contact/meeting KEN+ITA>", "contact/meeting PER+ITA>"]


def test_a_call_on_him_is_a_meeting() -> None:
    text = "Malta's Foreign Minister Ian Borg spoke of a deal with Peru. He said so when ambassador of Peru Luis Paz called on him in Valletta."
    assert "contact/meeting PER+MLT>" in _told(text)


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("One of these is a protocol on the export of tea.", "protocol"),
        ("Among them was a memorandum on tourism.", "memorandum"),
        ("Another is a treaty on extradition.", "treaty"),
    ],
)
def test_one_of_the_papers_signed_is_told_of_its_own(sentence: str, mode: str) -> None:
    assert f"instrument/{mode} PER+KEN>" in _told(f"Peru and Kenya signed nine agreements. {sentence}")


def test_a_draft_is_still_to_be_signed() -> None:
    text = "Maltese minister Ian Borg laid emphasis on finalising the draft memorandum of understanding with Peru."
    assert "instrument/memorandum MLT+PER> planned" in _statements(text)


def test_papers_of_a_bid_are_no_agreement() -> None:
    assert not _told(
        "Oslo and Lima talked on Monday. Last week, Peru finalised the documents for its Expo bid.",
        "Norway and Peru",
    )[1:]


def test_a_session_of_two_cabinets_is_a_session() -> None:
    assert "contact/session PER+CHL>" in _told(
        "The governments of Peru and Chile hold the 1st Peru-Chile Binational Cabinet in Lima."
    )


def _figures(text: str) -> list[str]:
    read = load_reader().read(Document("doc", text, title=None, date="2023-05-10"))
    return [
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.measure} {s.value or s.low} {s.unit}"
        for s in read
        if s.kind == "figure"
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("In 2022, Peru and Kenya traded more than $39 million, up 57% on 2021.", "trade PER+KEN> level 39000000 USD"),
        ("In 2022, Peru and Kenya traded more than $39 million, up 57% on 2021.", "trade PER+KEN> growth 57 percent"),
        ("Peru and Kenya will sign an agreement on providing a grant of $7 million to Kenya.", "aid PER>KEN level 7000000 USD"),
        ("Nepal will provide 40mw of electricity to Bhutan.", "energy NPL>BTN level 40 MW"),
        ("Peru and Oman.\n\nPeruvian exports to the gulf country reached $1 billion.", "exports PER>OMN level 1000000000 USD"),
    ],
)  # fmt: skip
def test_sums_are_given_to_those_meant(text: str, figure: str) -> None:
    assert figure in _figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Kenya traded prisoners worth $3 million in ransom.",
        "On Monday, Acme Motors and Delta Works, two leading firms in Peru, signed contracts with Kenya.",
    ],
)
def test_what_is_no_trade_and_no_count_is_no_figure(text: str) -> None:
    assert not _figures(text)


def test_gas_comes_from_whose_terminal_it_leaves() -> None:
    text = "The ministers of Croatia and Malta discussed the possibility of supplying Malta with gas from Croatia's terminal."
    assert "project/supply HRV>MLT proposed" in _statements(text)


def test_a_state_outside_a_body_is_not_the_body() -> None:
    assert not any(
        "ASEAN" in line
        for line in _told("Peru's premier paid a visit to Oman, his first to a non-ASEAN country.")
    )


def test_an_envoy_calls_on_an_officer_of_the_state_where_the_text_was_filed() -> None:
    text = "ISLAMABAD, May 6 (APP): Ambassador of Turkmenistan Aman Orazov called on Federal Minister for Energy Tariq Khan here on Monday."
    told = _told(text)
    assert "contact/meeting TKM+PAK>" in told
    assert not any(line.startswith("stance/request") for line in told)


@pytest.mark.parametrize(
    ("sentence", "composition"),
    [
        ("Peru is among Oman's major sources of raw sugar, corn and fish.", "composition/imports OMN>PER"),
        ("Oman is a key market for Peruvian sugar and fish.", "composition/exports PER>OMN"),
    ],
)
def test_goods_of_a_source_or_market_are_listed(sentence: str, composition: str) -> None:
    assert composition in _told(sentence)


def _periods(text: str) -> list[tuple[str | None, str | None]]:
    read = load_reader().read(Document("doc", text, title=None, date="2023-05-10"))
    return [(s.measure, s.date) for s in read if s.kind == "figure"]


def test_a_growth_has_the_time_of_the_sum_that_it_led_to() -> None:
    text = "Last year, trade between Peru and Oman reached $18 million. Trade grew by 33% and amounted to $19 million in 2021."
    assert ("growth", "2021") in _periods(text)


def test_a_sum_over_some_months_of_a_year_is_of_those_months() -> None:
    assert _periods("Trade between Peru and Oman amounted to $6 million over nine months of 2019.") == [
        ("level", "2019-01/2019-09")
    ]


def test_a_change_over_a_year_is_still_compared_with_it() -> None:
    assert ("growth", "2019") not in _periods("In 2020, trade between Peru and Oman rose 8% over 2019.")


def test_greetings_that_somebody_is_asked_to_convey_are_no_request() -> None:
    told = _told(MET + "Were asked the minister to convey his greetings to the Chilean president.")
    assert "stance/support KEN>CHL" in told
    assert "stance/request KEN>CHL" not in told


def test_a_chair_of_a_national_assembly_is_an_officer_of_state() -> None:
    text = (
        "National Assembly (NA) Chairwoman Ana Pham arrived at Minsk International Airport on Monday, beginning a visit to Belarus.\n\n"
        "The Vietnamese delegation was met by officials of Belarus."
    )
    assert "contact/visit VNM>BLR" in _told(text)
