"""Long histories of two states: years carried on, papers that took effect later, visits returned, what nobody did."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

_PAIR = "Latvia–Peru relations"


def told(text: str, title: str | None = _PAIR, date: str | None = None) -> set[tuple[str, str, str, str]]:
    """Kind and mode, parties (actor before recipient), date and status of each statement."""
    found = load_reader().read(Document("a", text, title=title, date=date))
    return {
        (
            f"{s.kind}/{s.mode}",
            ",".join(sorted(s.actor)) + (">" + ",".join(sorted(s.recipient)) if s.recipient else ""),
            s.date or "",
            s.status,
        )
        for s in found
    }


def of_kind(kind: str, text: str, title: str | None = _PAIR) -> set[tuple[str, str, str]]:
    return {t[1:] for t in told(text, title) if t[0] == kind}


@pytest.mark.parametrize(
    "next_sentence",
    [
        "He held talks with the Peruvian president.",
        "She met the Peruvian president.",
        "During the visit, she met the Peruvian president.",
        "Both ministers met the Peruvian president.",
    ],
)
def test_a_year_reaches_on_to_the_sentence_behind(next_sentence: str) -> None:
    text = f"In 2009 the Latvian foreign minister visited Peru. {next_sentence}"
    assert {d for _, d, _ in of_kind("contact/meeting", text)} == {"2009"}


def test_who_is_named_again_acts_in_the_year_told_before() -> None:
    text = "In 2009 the Latvian foreign minister, Ruta Kalna, visited Lima. Kalna signed a protocol on visas with Peru."
    assert of_kind("instrument/protocol", text) == {("LVA,PER", "2009", "actual")}


def test_a_year_reaches_no_sentence_with_a_time_of_its_own() -> None:
    text = "In 2009 the Latvian foreign minister visited Peru. She met the Peruvian president in 2011."
    assert of_kind("contact/meeting", text) == {("LVA,PER", "2011", "actual")}


def test_a_year_reaches_no_further_than_the_next_sentence() -> None:
    text = (
        "In 2009 the Latvian foreign minister visited Peru. Riga has a park with Peruvian plants. "
        "She met the Peruvian president."
    )
    assert {d for _, d, _ in of_kind("contact/meeting", text)} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in Riga in 1992 and entered into force on 1 May 1994.",
        "The treaty, signed in Riga in 1992, entered into force on 1 May 1994.",
        "A treaty signed in 1992 came into force on 1 May 1994.",
        "The treaty was signed in 1992. It took effect on 1 May 1994.",
        "Latvia and Peru signed a treaty in 1992; it was ratified on 1 May 1994.",
    ],
)
def test_a_paper_that_took_effect_later_is_told_twice(text: str) -> None:
    found = of_kind("instrument/treaty", text)
    assert found == {("LVA,PER", "1992", "actual"), ("LVA,PER", "1994-05-01", "actual")}


def test_a_paper_that_has_been_in_force_since_a_year_still_is() -> None:
    text = "Latvia and Peru concluded a trade agreement in 1992, which has been in force since 1994."
    assert ("LVA,PER", "1994/..", "actual") in of_kind("instrument/agreement", text)


def test_the_year_of_its_name_is_not_when_a_paper_took_effect() -> None:
    text = "The visa agreement of 1998 between Latvia and Peru entered into force in 1999."
    assert of_kind("instrument/agreement", text) == {("LVA,PER", "1999", "actual")}


@pytest.mark.parametrize("opening", ["", "To date, ", "As yet, "])
def test_what_nobody_did_is_denied(opening: str) -> None:
    text = f"{opening}no Latvian president has visited Peru."
    assert of_kind("contact/visit", text[0].upper() + text[1:]) == {("LVA>PER", "", "denied")}


def test_no_fewer_than_some_is_not_nobody() -> None:
    text = "No fewer than three Latvian ministers have visited Peru."
    assert {s for _, _, s in of_kind("contact/visit", text)} <= {"actual"}


def test_who_was_a_founder_was_so_in_no_year_told_of_another_body() -> None:
    text = "Peru joined the United Nations in 1945 and was a founding member of the Andean Community."
    dates = {(p, d) for k, p, d, _ in told(text, None) if k == "tie/membership"}
    assert dates == {("PER>UN", "1945"), ("PER>ANDEAN", "")}


def test_a_capital_that_others_share_their_name_with_is_the_titles() -> None:
    text = "Malta's foreign minister visited Kingston in 1984."
    assert told(text, "Jamaica–Malta relations") == {("contact/visit", "MLT>JAM", "1984", "actual")}
    assert not told(text, "Malta–Chad relations")


_FIRST = "In 1975 Latvian President Janis Ozols visited Peru"


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        (f"{_FIRST}. The visit was returned in 1978 by his Peruvian counterpart.", "PER>LVA"),
        (f"{_FIRST}, and the visit was reciprocated in 1978.", "PER>LVA"),
        (f"{_FIRST}. The Peruvian president reciprocated in 1978.", "PER>LVA"),
        (f"{_FIRST}, followed by his foreign minister in 1978.", "LVA>PER"),
        (f"{_FIRST}. He was followed by a parliamentary delegation in 1978.", "LVA>PER"),
        (f"{_FIRST}. His successor came in 1978.", "LVA>PER"),
        (f"{_FIRST}. He returned in 1978 for a conference.", "LVA>PER"),
    ],
)
def test_what_became_of_a_visit_is_a_visit_of_its_own(text: str, visit: str) -> None:
    assert of_kind("contact/visit", text) == {("LVA>PER", "1975", "actual"), (visit, "1978", "actual")}


@pytest.mark.parametrize(
    "text",
    [
        f"{_FIRST}. He returned to power in 1978.",
        f"{_FIRST}. He returned home in 1978.",
        f"{_FIRST}. The gesture was returned in 1978.",
        f"{_FIRST}. His son came of age in 1978.",
        f"{_FIRST}, followed by an earthquake in 1978.",
    ],
)
def test_not_all_that_returns_or_follows_is_a_visit(text: str) -> None:
    assert of_kind("contact/visit", text) == {("LVA>PER", "1975", "actual")}


def test_who_is_named_behind_a_visit_is_the_visitor() -> None:
    text = "The latest visit was in October 2017, when the Peruvian foreign minister opened the embassy."
    assert ("PER>LVA", "2017-10", "actual") in of_kind("contact/visit", text)


def test_not_only_denies_nothing() -> None:
    text = "Chad not only recognised Tonga in 1971 but also opened an embassy in Nuku'alofa."
    assert ("tie/recognition", "TCD>TON", "1971", "actual") in told(text, None)


def test_no_embassy_or_consulate_is_none_of_both() -> None:
    text = "Chad has no embassy or consulate in Tonga."
    assert told(text, None) == {
        ("tie/embassy", "TCD>TON", "", "denied"),
        ("tie/consulate", "TCD>TON", "", "denied"),
    }


@pytest.mark.parametrize("end", ["dissolution", "break-up", "gradual collapse"])
def test_a_union_that_fell_apart_is_not_recognised(end: str) -> None:
    text = f"Chad recognised the independence of Croatia after the {end} of Yugoslavia."
    assert {p for k, p, _, _ in told(text, None) if k == "tie/recognition"} == {"TCD>HRV"}


def test_agreements_with_several_countries_are_with_none_named_before() -> None:
    text = "Chad is a partner of Peru. Bilateral agreements with several countries of the region have helped."
    assert not of_kind("instrument/agreement", text, "Foreign relations of Chad")
    text = "Chad has good ties with Peru. It signed agreements with several neighbouring states in 2004."
    assert not of_kind("instrument/agreement", text, "Foreign relations of Chad")


def test_so_many_years_ago_on_a_day_is_that_day_of_the_year() -> None:
    for opening in ("Exactly 160 years ago on 21 May,", "On 21 May 160 years ago,"):
        found = told(f"{opening} Latvia and Peru signed a treaty.", _PAIR, "2018-05-21")
        assert {d for _, _, d, _ in found} == {"1858-05-21"}


def papers(text: str) -> list[tuple[str, str | None, str]]:
    """Mode, date and object of each paper in a text on Latvia and Peru."""
    found = load_reader().read(Document("a", text, title=_PAIR))
    told_of = [s for s in found if s.kind == "instrument"]
    return sorted(((s.mode, s.date, (s.object or "").split(" and ")[0]) for s in told_of), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "In 1974 the two countries signed a trade agreement, a fishing agreement and a treaty of friendship.",
        "In 1974 a trade agreement, a fishing agreement and a treaty of friendship were signed.",
    ],
)
def test_each_paper_that_one_verb_signs_is_told(text: str) -> None:
    assert papers(text) == [
        ("agreement", "1974", "fishing agreement"),
        ("agreement", "1974", "trade agreement"),
        ("treaty", "1974", "treaty of friendship"),
    ]


def test_papers_of_a_list_have_their_own_years_or_none() -> None:
    text = (
        "Both states have signed several agreements, such as an Agreement on Fish (1967); Agreement on Tea (1994), "
        "an Agreement on Visas (1994), and an Agreement on Ports."
    )
    assert {o: d for _, d, o in papers(text)} == {
        "several agreements": None,
        "Agreement on Fish": "1967",
        "Agreement on Tea": "1994",
        "Agreement on Visas": "1994",
        "Agreement on Ports": None,
    }


def test_one_paper_on_several_things_is_one() -> None:
    assert len(papers("In 1974 the two countries signed an agreement on trade, ports and fish.")) == 1
    assert (
        len(papers("In 1974 the two countries signed a protocol to the agreement on trade and ports.")) == 1
    )


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Peru left the Andean Community in 1992 but returned in 1997.", ("1997", "actual")),
        ("Peru joined the Andean Community in 1969. It withdrew in 1992.", ("1992", "ended")),
        ("Having joined the Andean Community in 1969, Peru withdrew from it in 1992.", ("1992", "ended")),
    ],
)
def test_what_became_of_a_membership_is_told(text: str, turn: tuple[str, str]) -> None:
    turns = {(d, st) for k, p, d, st in told(text, None) if (k, p) == ("tie/membership", "PER>ANDEAN")}
    assert turn in turns
    assert len(turns) == 2


def test_a_president_who_returned_is_no_membership() -> None:
    text = "Peru left the Andean Community in 1992. Its president returned in 1993."
    assert {t[2:] for t in told(text, None) if t[0] == "tie/membership"} == {("1992", "ended")}


@pytest.mark.parametrize(
    "denial", ["denied it had signed", "denied having signed", "denied that it had signed"]
)
def test_what_a_state_denies_is_denied(denial: str) -> None:
    found = told(f"Chad {denial} an agreement with Tonga.", None)
    assert {(k, st) for k, _, _, st in found if k == "instrument/agreement"} == {
        ("instrument/agreement", "denied")
    }


def test_construction_among_branches_is_no_work() -> None:
    text = "Both countries also cooperate in trade, energy, construction, transport and engineering."
    assert not {t for t in told(text) if t[0].startswith("project")}
    text = "Latvia took part in the construction of a dam in Peru."
    assert ("project/construction", "LVA>PER", "", "actual") in told(text)


def test_the_year_of_a_name_gives_way_to_the_day_of_the_meeting() -> None:
    text = "Latvia and Peru held Energy Consultation 2011 in Lima on 6 October 2011."
    assert {d for k, _, d, _ in told(text) if k.startswith("contact")} == {"2011-10-06"}


def test_relations_between_states_by_their_full_names_were_established() -> None:
    text = "Bilateral relations between the Republic of Latvia and the Republic of Peru were formally established in 1936."
    assert told(text) == {("tie/diplomatic_relations", "LVA,PER", "1936", "actual")}


def test_an_ambassador_who_presents_his_credentials_meets_the_other_of_two() -> None:
    text = "Peru's first ambassador, Juan Soto, presented his credentials on 3 May 1995."
    assert told(text) == {("contact/meeting", "LVA,PER", "1995-05-03", "actual")}
    assert not told("Peru's first ambassador, Juan Soto, presented his credentials on 3 May 1995.", None)


def test_what_ended_a_time_was_done_at_its_end() -> None:
    text = "The border of Peru and Chile stayed open until 1929, when the two countries signed a treaty."
    assert of_kind("instrument/treaty", text, None) == {("CHL,PER", "1929", "actual")}


def test_a_visit_on_which_something_was_promised_was_paid() -> None:
    text = "Latvia will carry out the projects that President Janis Ozols of Latvia promised on his visit to Peru in 2007."
    assert of_kind("contact/visit", text) == {("LVA>PER", "2007", "actual")}


def test_countries_that_recognised_an_independent_state_did_so() -> None:
    text = "Latvia was among the first countries that recognised independent Chad in 1960."
    assert told(text, None) == {("tie/recognition", "LVA>TCD", "1960", "actual")}


def test_a_bracketed_abbreviation_hides_no_time() -> None:
    text = "Latvia and Peru signed a memorandum of understanding (MoU) on fish in a ceremony held in Lima on 3 May 2011."
    assert of_kind("instrument/memorandum", text) == {("LVA,PER", "2011-05-03", "actual")}


def test_and_within_the_name_of_a_paper_makes_no_two() -> None:
    text = "In 1974 the two countries signed a trade accord and the Fish Promotion and Protection Agreement."
    assert [o for _, _, o in papers(text) if "Protection" in o or "Promotion" in o] == ["Fish Promotion"]
