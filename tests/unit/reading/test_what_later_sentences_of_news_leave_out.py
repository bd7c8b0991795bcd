"""News told over sentences: the stations of a journey, meetings and signings told of again, who is meant by "him" and "it"."""

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader


def _read(text: str) -> list[Statement]:
    return list(load_reader().read(Document("doc", text, date="2031-05-10")))


def _told(text: str) -> list[str]:
    return [
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or '-'}" for s in _read(text)
    ]  # fmt: skip


def _modes(text: str, *modes: str) -> list[str]:
    return [line for line in _told(text) if line.split()[0].split("/")[1] in modes]


_TOUR = "Latvian Foreign Minister Ilze Berga visited Chad on Monday.\n"


@pytest.mark.parametrize("besides", ["Besides", "In addition to", "Apart from"])
def test_who_visits_one_besides_others_visited_all(besides: str) -> None:
    visits = _modes(f"{besides} Chad and Mali, the Latvian premier also visited Niger on Friday.", "visit")
    assert sorted(visits) == [
        "contact/visit LVA>MLI actual -",
        "contact/visit LVA>NER actual 2031-05-09",
        "contact/visit LVA>TCD actual -",
    ]


def test_officers_met_besides_are_not_visited() -> None:
    assert not any(
        "TCD" in v for v in _modes("Besides Chadian envoys, the Latvian premier visited Niger.", "visit")
    )


@pytest.mark.parametrize("stop", ["Her next stop is Mali", "The final leg of her tour will be in Mali"])
def test_the_next_station_of_a_journey_is_a_visit_to_come(stop: str) -> None:
    assert _modes(f"{_TOUR}{stop}.", "visit")[-1] == "contact/visit LVA>MLI planned -"


def test_a_stop_that_is_none_of_a_journey_is_no_visit() -> None:
    assert len(_modes(f"{_TOUR}The bus stop is in Mali.", "visit")) == 1


def test_who_travels_on_to_meet_somebody_meets_him_there() -> None:
    text = "After visiting Chad, Latvian Foreign Minister Ilze Berga will travel to Mali to meet with Premier Dr 'Ula Keo."
    assert "contact/meeting LVA+MLI> planned -" in _told(text)
    assert not any("LVA+TCD" in line for line in _told(text))


@pytest.mark.parametrize("who", ["She", "Berga"])
def test_who_was_introduced_needs_no_office_to_attend(who: str) -> None:
    assert _modes(f"{_TOUR}{who} attended a summit in Peru in April.", "visit")[-1].startswith(
        "contact/visit LVA>PER"
    )


@pytest.mark.parametrize(
    "again",
    [
        "Foreign Minister Ama Toure of Mali signed on behalf of her country.",
        "Ilze Berga, Foreign Minister of Latvia, signed for Latvia.",
        "The signing ceremony took place at the ministry in Riga.",
    ],
)
def test_a_signing_told_on_is_of_the_same_instrument(again: str) -> None:
    signed = _modes(f"Latvia signed a tax agreement with Mali on Monday.\n{again}", "agreement")
    assert signed == [
        "instrument/agreement LVA+MLI> actual 2031-05-05",
        "instrument/agreement LVA+MLI> actual -",
    ]


def test_a_signing_for_a_third_is_of_another_instrument() -> None:
    text = "Latvia signed a tax agreement with Mali on Monday.\nMinister Ana Rojas signed for Peru."
    assert len(_modes(text, "agreement")) == 1


_THREE = (
    "The first meeting of Latvian, Malian and Peruvian ministers was held in Lima, Peru on 8 June 2029.\n"
)


def test_meetings_of_a_series_are_of_all_who_met() -> None:
    text = (
        f"{_THREE}The second such meeting was held in Riga, Latvia on 3 March 2030, "
        "while the third one was held in Bamako, Mali in December 2030."
    )
    assert _modes(text, "meeting")[1:] == [
        "contact/meeting LVA+MLI+PER> actual 2030-03-03",
        "contact/meeting LVA+MLI+PER> actual 2030-12",
    ]


def test_a_meeting_of_others_is_none_of_the_series() -> None:
    text = f"{_THREE}The second summit of the African Union was held in Bamako in March 2030."
    assert not any("LVA" in line for line in _modes(text, "meeting", "forum")[1:])


def test_a_session_within_a_meeting_is_no_further_meeting() -> None:
    assert len(_modes(f"{_THREE}The first session was held on health.", "meeting")) == 1


def test_who_chairs_this_meets() -> None:
    text = "Latvia and Mali held consultations on Thursday.\nThis was co-chaired by Latvia's Foreign Secretary and Mali's envoy Ama Toure."
    assert len([line for line in _told(text) if "LVA+MLI" in line]) == 2


def test_him_whom_he_invites_is_the_other_who_met() -> None:
    text = "Malian Foreign Minister Ama Toure met her Latvian counterpart Ilze Berga on Monday.\nShe invited her to visit Bamako."
    assert "stance/invitation MLI>LVA actual -" in _told(text)


def test_it_that_somebody_says_has_done_something_is_who_says_so() -> None:
    told = _told("The announcement by Chad came shortly after Lima said it had severed ties with Riga.")
    assert told == ["tie/diplomatic_relations PER+LVA> ended -"]


def test_who_objects_meanwhile_takes_no_part() -> None:
    told = _read(
        "Chad and Mali began formal diplomatic relations on Sunday, with Peru accusing Bamako of “haste”, AFP reported."
    )
    assert [(s.mode, s.actor) for s in told if s.kind == "tie"] == [("diplomatic_relations", ("TCD", "MLI"))]
    assert {s.attribution.source for s in told if s.attribution} == {"AFP"}


def test_what_somebody_stresses_meanwhile_is_said_by_him() -> None:
    text = "The presidents of Chad and Mali met in Lima, with Chadian President Idris Bako stressing that trade with Mali must grow."
    assert _modes(text, "reported") == ["quote/reported TCD>MLI actual -"]


def test_what_is_declared_has_no_source_in_who_declares_it() -> None:
    told = _read("Lima declared Chad's ambassador persona non grata after Mali recognised Kosovo.")
    assert told and not any(s.attribution for s in told)


def test_a_chance_that_one_is_thanked_for_was_had() -> None:
    told = _told(
        "The Latvian president expressed gratitude for the opportunity to meet the President of Mali."
    )
    assert "contact/meeting LVA+MLI> actual -" in told


def test_people_in_that_country_are_in_the_other_of_the_two() -> None:
    text = "Mali and Latvia signed a labour agreement.\nMore than 4,000 Malian workers live in that country."
    assert [(s.actor, s.recipient) for s in _read(text) if s.kind == "figure"] == [(("MLI",), ("LVA",))]


@pytest.mark.parametrize("name", ["al-Mansouri", "Al-Mansouri", "Al Mansouri"])
def test_a_family_name_with_an_article_is_known_however_written(name: str) -> None:
    text = f"Foreign Minister Omar al-Mansouri of Qatar met his Malian counterpart.\nThe meeting shows the depth of both countries' ties, {name} said."
    assert _modes(text, "reported") == ["quote/reported QAT>MLI actual -"]


def test_who_is_welcome_to_visit_is_invited() -> None:
    told = _told(
        "“Peru welcomes President Idris Bako of Chad to visit Lima at an early date,” said Peruvian Foreign Minister Ana Rojas."
    )
    assert "stance/invitation PER>TCD actual -" in told
    assert not any("visit" in line.split()[0] for line in told)


def test_negotiations_completed_on_a_line_build_nothing() -> None:
    assert not _told("Chad and Mali have completed negotiations on the delimitation of their economic zones.")


def test_what_one_denies_is_answered_to_all_who_accused() -> None:
    text = "Chad and Mali accused Latvia of supporting terrorism.\nRiga has vehemently denied the charges."
    assert _modes(text, "criticism")[-1] == "stance/criticism LVA>TCD+MLI actual -"


def test_charges_that_were_not_laid_before_are_answered_to_nobody() -> None:
    text = "Chad and Mali praised Latvia for its support.\nRiga has vehemently denied the charges."
    assert not _modes(text, "criticism")


@pytest.mark.parametrize("there", ["participated in the inauguration of", "attended the opening of"])
def test_who_attends_the_opening_of_a_post_tells_of_it_again(there: str) -> None:
    text = f"Latvia opened an embassy in Chad.\nThe foreign ministers of Chad and Latvia {there} the embassy on Sunday."
    assert _modes(text, "embassy")[-1] == "tie/embassy LVA>TCD actual 2031-05-04"


def test_the_opening_of_an_embassy_of_others_is_another_tie() -> None:
    text = "Latvia opened an embassy in Chad.\nThe foreign ministers of Mali and Peru attended the opening of the embassy on Sunday."
    assert len(_modes(text, "embassy")) == 1


def test_whom_one_leaves_for_the_last_stop_of_a_tour_is_not_visited_then() -> None:
    text = f"{_TOUR}Berga will leave Chad on Friday for Mali, the last stop on her African tour."
    assert _modes(text, "visit")[1:] == ["contact/visit LVA>MLI planned 2031-05-16"]
