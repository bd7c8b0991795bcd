"""Whose a speaker is by the body in his name, by the side that he leads or speaks to, and where a text was filed."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _quotes(text: str, title: str | None = None) -> list[tuple[str, str]]:
    read = load_reader().read(Document("doc", text, title=title, date="2023-05-10"))
    return [("+".join(s.actor), s.people[0].name) for s in read if s.kind == "quote" and s.people]


def _read(text: str, title: str | None = None) -> set[str]:
    read = load_reader().read(Document("doc", text, title=title, date="2023-05-10"))
    return {f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)}" for s in read}


def test_an_office_of_a_body_named_for_a_state_is_that_states() -> None:
    text = (
        "Peru plans direct flights to Japan, Peruvian Tourist Board Chairman Luis Quispe said on Thursday. "
        "He noted that Peru and Japan had good trade relations. “Tourism is a bridge to Japan,” Quispe said."
    )
    assert _quotes(text) == [("PER", "Luis Quispe")] * 3


def test_somebody_in_an_apposition_of_a_states_region_is_that_states() -> None:
    text = (
        "Kenya and Uganda held talks. Mrs. Ama Were, the Deputy Administrator of Uganda’s Karamoja Region, was there. "
        "Were noted that the ties between Kenya and Uganda were old."
    )
    assert ("UGA", "Ama Were") in _quotes(text)


def test_a_stranger_who_leads_a_delegation_speaks_for_its_state() -> None:
    text = "Zambia and Malawi met in Lusaka. Tadala Mwale, leading the Malawian delegation, said the cooperation with Zambia was exemplary."
    assert _quotes(text) == [("MWI", "Tadala Mwale")]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("“We will supply power to Togo for ten years and need new lines,” he said.", "GHA"),
        ("“We will hold talks with the Ghanaian delegation on new lines,” he said.", "TGO"),
        ("“Power is a right of everybody who lives in West Africa,” he said.", None),
    ],
)
def test_who_says_we_to_one_side_is_of_the_other(words: str, side: str | None) -> None:
    text = (
        f"Ghana and Togo want a power line. Energy Minister Kojo Asante said the talks had gone well. {words}"
    )
    read = _quotes(text, "Ghana, Togo talk of power")
    assert all(by == side for by, _ in read)
    assert bool(read) == (side is not None)


def test_a_dateline_abroad_does_not_make_a_minister_of_that_state() -> None:
    text = "TOKYO, May 2 (Bernama) -- Indonesia's nickel exports to Japan may grow, said Trade Minister Agus Harto."
    assert _quotes(text) == [("IDN", "Agus Harto")]


def test_a_minister_behind_a_sentence_on_his_government_is_its_own() -> None:
    text = "Ghana and Kenya trade cloth. The Irish government follows the cloth talks of Kenya and Ghana, Industry Minister Niall Reid said."
    assert _quotes(text) == [("IRL", "Niall Reid")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kenya's dispute with Somalia, which joined the East African Community in 2023, is over.", "tie/membership SOM>EAC"),
        ("Malta's quarrel with Slovenia – which recognised Kosovo in 2008 – is over.", "tie/recognition SVN>XKX"),
        ("The president of Chile, which exports copper to Japan, visited Peru in May 2020.", "contact/visit CHL>PER"),
        ("The accord, announced on 7 May by Kenya, was signed in Lome by Kenya and Togo.", "instrument/agreement KEN+TGO>"),
        ("The 4th Kenya - Uganda joint commission met in Kampala in June 2018.", "contact/session KEN+UGA>"),
        ("Chad and Niger have agreed to lift duties on cattle.", "instrument/agreement TCD+NER>"),
        ("Niger ordered the departure of four Chadian diplomats.", "stance/criticism NER>TCD"),
    ],
)  # fmt: skip
def test_wordings_of_news(text: str, said: str) -> None:
    assert said in _read(text)


def test_a_title_with_two_partners_is_no_pair_of_a_text_on_a_third() -> None:
    text = (
        "Rwanda sells tea to Kenya. Rwanda's exports to Kenya reached $20 million in 2022. Rwanda also sent Kenya milk, Rwanda said. "
        "Trade between the two countries amounted to $90 million."
    )
    assert "figure/trade RWA+KEN>" in _read(text, "Ties with Kenya and Uganda grow")
    assert "figure/trade KEN+UGA>" in _read(
        "Kenya and Uganda trade. Trade between the two countries was $90 million.", "Kenya, Uganda trade"
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("India granted KSh20 billion ($150 million) in loans to Kenya.", {("loan", "level", "KES"), ("loan", "level", "USD")}),
        ("China pledged RM17 billion ($4 billion) in investments in Malaysia.", {("investment", "level", "MYR"), ("investment", "level", "USD")}),
        ("India's exports to Kenya rose by 2 billion rupees ($24 million) in 2022.", {("exports", "difference", "INR"), ("exports", "difference", "USD")}),
        ("India's exports to Kenya reached 2 billion rupees ($24 million) in 2022.", {("exports", "level", "INR"), ("exports", "level", "USD")}),
    ],
)  # fmt: skip
def test_a_sum_and_its_equivalent_in_brackets_measure_the_same(
    text: str, read: set[tuple[str, str, str]]
) -> None:
    found = load_reader().read(Document("doc", text, date="2023-05-10"))
    assert {(s.mode, s.measure, s.unit) for s in found if s.kind == "figure"} == read


def test_a_visiting_head_of_state_is_the_guest() -> None:
    read = _read("The Kenyan president met visiting Tanzania Head of State Amina Juma in Nairobi.")
    assert "contact/meeting KEN+TZA>" in read
    assert "contact/visit KEN>TZA" not in read


def test_a_plan_announced_on_a_day_is_not_dated_by_it() -> None:
    read = load_reader().read(
        Document(
            "doc", "The accord, proposed in 2019, was signed in Lome by Kenya and Togo.", date="2023-05-10"
        )
    )
    assert [s.date for s in read] == [None]


def test_sums_with_their_currency_before_a_number_in_words() -> None:
    read = load_reader().read(
        Document("doc", "Kuwait gave Togo a loan of KD eleven million (USD 36 million).", date="2023-05-10")
    )
    assert {(s.unit, int(s.value)) for s in read if s.kind == "figure"} == {
        ("KWD", 11_000_000),
        ("USD", 36_000_000),
    }
