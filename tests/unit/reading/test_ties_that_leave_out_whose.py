"""Ties and papers whose parties, post or time the sentence before tells."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(title: str, text: str, kinds: tuple[str, ...] = ("tie", "instrument")) -> set[str]:
    found = load_reader().read(Document("a", text, title=title, date="2031-07-15"))
    return {
        f"{s.mode} {','.join(s.actor)}>{','.join(s.recipient)} {s.date or '-'} {s.status}"
        for s in found
        if s.kind in kinds
    }


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Gabon–Finland relations", "Gabon recognised Finland in 1960. Relations followed in 1968.", "diplomatic_relations GAB,FIN> 1968 actual"),
        ("Gabon–Finland relations", "Finland recognised Gabon on 3 May 1960. Formal diplomatic ties followed three years later.", "diplomatic_relations FIN,GAB> 1963 actual"),
        ("Gabon–Finland relations", "A trade agreement was signed in 1961, and an embassy in Libreville followed in 1975.", "embassy FIN>GAB 1975 actual"),
        ("Ghana–Latvia relations", "Latvia opened an embassy in Accra in 2005; a Ghanaian one in Riga followed in 2011.", "embassy GHA>LVA 2011 actual"),
        ("Ghana–Latvia relations", "Ghana's embassy in Riga opened in 2010. Latvia answered with a consulate in Accra.", "consulate LVA>GHA - actual"),
        ("Panama opens embassy", "Panama opened an embassy in Accra in 2029. A second is to follow in Dakar.", "embassy PAN>SEN - planned"),
        ("Panama opens embassy", "Panama opened an embassy in Accra in 2029 and intends to open another in Dakar in 2036.", "embassy PAN>SEN 2036 planned"),
        ("Bhutan and Peru", "Peru has kept an embassy in Thimphu since 1990, and Bhutan reopened its own in the Peruvian capital in 2012.", "embassy BTN>PER 2012 actual"),
        ("Peru and Malta", "Malta's embassy in Lima remains open, the minister said.", "embassy MLT>PER - actual"),
    ],
)  # fmt: skip
def test_posts_and_relations_added_by_a_verb_of_following(title: str, text: str, told: str) -> None:
    assert told in _told(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ghana–Latvia relations", "Trade relations followed in 1992."),
        ("Latvia firm", "Latvia's biggest bank opened a branch in Accra in 2010 and another in Lagos."),
        ("Ghana–Latvia relations", "Talks in Riga were followed by others in Accra in 2010."),
    ],
)
def test_what_follows_without_being_a_tie(title: str, text: str) -> None:
    assert _told(title, text) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Iraq and Laos signed a trade agreement in 1981. That was two years after the establishment of diplomatic relations.", "diplomatic_relations IRQ,LAO> 1979 actual"),
        ("In 1981, a decade after diplomatic relations were established, Iraq and Laos signed a trade agreement.", "diplomatic_relations IRQ,LAO> 1971 actual"),
        ("Iraq and Laos exchanged ambassadors in 1972, one year after establishing relations.", "diplomatic_relations IRQ,LAO> 1971 actual"),
        ("Iraq recognised Laos in 1955, three years before it opened an embassy in Vientiane.", "embassy IRQ>LAO 1958 actual"),
        ("Iraq closed its embassy in Vientiane in 2003, two months after the war began.", "embassy IRQ>LAO 2003 ended"),
    ],
)  # fmt: skip
def test_times_counted_from_another_act(text: str, told: str) -> None:
    assert told in _told("Iraq and Laos", text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru's foreign minister paid a visit to Valletta in May 2018, where he was decorated with the National Order of Merit.", {"honour MLT>PER"}),
        ("Malta's president visited Lima in 2019. She received the Grand Cross of the Order of the Sun.", {"honour PER>MLT"}),
        ("After talks with the premier of Malta, Minister Luis Rojas of Peru was awarded the Order of Valour.", {"honour MLT>PER"}),
        ("The minister of Peru visited Malta. The company was awarded an order for six trains.", set()),
        ("The minister of Peru visited Malta. He received an order from the president to return.", set()),
    ],
)  # fmt: skip
def test_guests_are_decorated_by_their_hosts(text: str, told: set[str]) -> None:
    assert {t.rsplit(" ", 2)[0] for t in _told("Peru and Malta", text, ("tie",))} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Togo and Nepal agreed on a new crossing. The border was first set by a treaty of 1909 between France and Germany. A memorandum on markers is to be signed in 2033.", "memorandum TGO,NPL> 2033 planned"),
        ("A protocol on fishing, renewed every two years, has governed access to the lagoon since 2002.", "protocol TGO,NPL> 2002/.. actual"),
        ("A memorandum on forestry, renewed last March, remains in force.", "memorandum TGO,NPL> 2030-03 actual"),
        ("Togo and Nepal raised their relations to a strategic partnership in Lome on 9 May 2022. President Adoum Idriss and Premier Salem Hadi signed a declaration to that effect.", "declaration TGO,NPL> 2022-05-09 actual"),
    ],
)  # fmt: skip
def test_papers_of_the_two(text: str, told: str) -> None:
    assert told in _told("Togo and Nepal", text)


def test_consultations_in_a_title_of_a_paper_are_no_session() -> None:
    text = "• Memorandum of Understanding on Political Consultations (2010)\n• Protocol on Visits of Experts (2018)"
    assert _told("Fiji–Oman: agreements", text, ("contact",)) == set()
