"""Readouts and communiques of ministries: courtesy titles, impersonal sentences, listed papers, whose speech it is."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None) -> list[Statement]:
    return list(load_reader().read(Document("readout", text, title=title, date="2023-03-14")))


def _told(text: str, title: str | None = None) -> set[tuple[str, str, str]]:
    return {(f"{s.kind}/{s.mode}", "+".join(s.actor), "+".join(s.recipient)) for s in _read(text, title)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Foreign Minister of Togo H. E. Ms. Afi Lawson called Peru's minister. Minister Lawson said Peru was welcome.", "Afi Lawson", "TGO"),
        ("Poland's minister met Rosa Diaz MP, Minister of Trade of Peru. Minister Diaz said Peru would buy Polish buses.", "Rosa Diaz", "PER"),
        ("Ann Reed, M.P., Minister of Health of Malta, met Chad's envoy. Minister Reed said Chad would get help.", "Ann Reed", "MLT"),
    ],
)  # fmt: skip
def test_courtesy_titles_and_letters_hide_no_office(text: str, name: str, country: str) -> None:
    quotes = [s for s in _read(text) if s.kind == "quote"]
    assert [(q.people[0].name, q.actor) for q in quotes] == [(name, (country,))]


def test_a_title_with_a_point_ends_no_sentence() -> None:
    text = "Malta's Minister Ann Reed met Chad's minister. Minister Reed said that the case of Ms. Diallo was open for Chad."
    assert ("quote/reported", "MLT", "TCD") in _told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Croatia's initiative was warmly welcomed by Lebanon.", ("stance/support", "LBN", "HRV")),
        ("Thanks were conveyed by Chad for Oman's help.", ("stance/support", "TCD", "OMN")),
        ("The ministers of Fiji and Malta agreed that aid to Haiti must be increased.", ("stance/support", "FJI+MLT", "HTI")),
        ("Fiji and Malta called for tougher sanctions against Belarus.", ("stance/criticism", "FJI+MLT", "BLR")),
        ("Laos would keep cooperating with Nepal on vaccines.", ("stance/interest", "LAO", "NPL")),
        ("Peru and Togo agreed to expand their trade and investment.", ("stance/interest", "PER+TGO", "")),
        ("Ghana called for a peaceful settlement of the dispute between Togo and Benin.", ("stance/request", "GHA", "TGO+BEN")),
        ("Ireland reaffirmed its commitment to Moldova's accession process.", ("stance/support", "IRL", "MDA")),
        ("The king of Jordan renewed his invitation to the president of Peru.", ("stance/invitation", "JOR", "PER")),
        ("The Emir of Kuwait received this morning at Bayan Palace the Prime Minister of Jordan.", ("contact/visit", "JOR", "KWT")),
        ("President Reed of Malta thanked his Libyan counterpart and invited him to pay a visit.", ("stance/invitation", "MLT", "LBY")),
        ("The town of Cobh hosted a seminar of the foreign ministries of Ireland and Malta.", ("contact/forum", "IRL+MLT", "")),
    ],
)  # fmt: skip
def test_acts_in_the_voices_of_a_readout(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Readiness was expressed to deepen coordination at the United Nations.", ("stance/interest", "FJI+PER", "")),
        ("The importance of closer trade ties was underlined.", ("stance/interest", "FJI+PER", "")),
        ("It was agreed to continue the dialogue on fisheries.", ("stance/interest", "FJI+PER", "")),
        ("Satisfaction was noted with the state of relations.", ("stance/support", "FJI+PER", "")),
    ],
)  # fmt: skip
def test_what_nobody_by_name_expressed_both_did(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _told(f"The ministers met in Suva. {text}", "Fiji and Peru hold talks")


@pytest.mark.parametrize(
    "text",
    [
        "The president of Kenya was welcomed by the mayor of Oslo in Norway.",
        "Malta and Cyprus agreed that trade with Lebanon must continue.",
        "Chile and Kenya agreed to suspend their trade.",
        "The importance of rain was stressed in Chile and Kenya.",
    ],
)
def test_no_stance_is_made_of_it(text: str) -> None:
    assert not [s for s in _read(text) if s.kind == "stance"]


def _papers(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return sorted((s.mode, "+".join(s.actor)) for s in _read(text, title) if s.kind == "instrument")


def test_papers_listed_in_the_next_sentence_are_what_was_signed() -> None:
    text = (
        "Peru and Ghana signed three pacts on Monday. They include an agreement on air services, "
        "a memorandum of understanding on mining and a protocol on visas."
    )
    modes = ["agreement", "agreement", "memorandum", "protocol"]
    assert _papers(text) == [(mode, "PER+GHA") for mode in modes]


def test_papers_listed_on_lines_go_on() -> None:
    text = (
        "Peru and Ghana signed three pacts on Monday.\n\nMemorandum of Understanding on Trade; Protocol on Visas.\n\n"
        "Memorandum of Understanding on Culture; and, Declaration on Youth."
    )
    modes = ["agreement", "declaration", "memorandum", "memorandum", "protocol"]
    assert _papers(text) == [(mode, "PER+GHA") for mode in modes]


def test_papers_that_were_signed_are_told_by_their_list() -> None:
    text = "The documents signed were an Agreement on Air Services and a Declaration of Intent on Forests."
    assert _papers(text, "Peru and Ghana") == [("agreement", "PER+GHA"), ("declaration", "PER+GHA")]


def test_papers_only_talked_of_are_not_signed() -> None:
    assert (
        _papers("The talks of Peru and Ghana covered a trade agreement, a protocol on visas, and tea.") == []
    )
    assert _papers("Faults include a protocol of errors and a treaty for no one.", "Peru and Ghana") == []


SPEECH = "I thank the Government of Kenya for its welcome. My country backs Kenya's candidacy. I met President Ruto."


def test_a_speech_is_of_the_state_whose_office_its_title_names() -> None:
    told = _told(SPEECH, "Remarks by Foreign Minister Anna Berg of Norway at the business forum")
    assert ("stance/support", "NOR", "KEN") in told
    assert ("contact/meeting", "NOR+KEN", "") in told


def test_a_speech_about_a_state_is_not_that_state_s() -> None:
    for title in ("Remarks by the minister on Norway", "Remarks by Ann Reed during a visit to Norway"):
        assert ("stance/support", "NOR", "KEN") not in _told(SPEECH, title)


def test_a_call_for_the_end_of_sanctions_is_no_criticism() -> None:
    assert not any(
        kind == "stance/criticism" for kind, *_ in _told("Malta called for an end of sanctions on Chad.")
    )


def test_nobody_does_it_to_himself() -> None:
    text = "Norwegian Foreign Minister Anna Berg met Kenyan Foreign Minister Peter Otieno. Berg invited the minister to visit Oslo."
    assert ("stance/invitation", "NOR", "KEN") in _told(text)
