"""What else a post serves, who shares a host, whose help made up a quarrel, and who comes behind an opening phrase."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

TITLE = "Norway–Peru relations"


def _read(text: str, mode: str, title: str | None = TITLE) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = load_reader().read(Document("a", text, title=title, date="2031-05-01"))
    return {(s.actor, s.recipient) for s in found if s.mode == mode}


@pytest.mark.parametrize(
    ("text", "served"),
    [
        (
            "Norway opened an embassy in Lima in 1965 which is also accredited to Chile and Bolivia.",
            {"CHL", "BOL"},
        ),
        ("Norway has an embassy in Lima, the ambassador being concurrent to Ecuador.", {"ECU"}),
        ("Norway has an embassy in Lima, whose ambassador is also accredited to Bolivia.", {"BOL"}),
        ("Norway has an embassy in Lima, and Peru is accredited to Bolivia from Quito.", set()),
    ],
)
def test_what_a_post_also_serves_is_of_whose_post_it_is(text: str, served: set[str]) -> None:
    assert {r for a, (r, *_) in _read(text, "mission") if a == ("NOR",)} == served


def test_a_consulate_beside_the_embassy_abroad_is_in_the_state_served() -> None:
    text = "Norway covers Peru from its embassy in Santiago (Chile) and an honorary consulate in Lima."
    assert _read(text, "consulate") == {(("NOR",), ("PER",))}
    assert _read("Norway covers Peru from its embassy in Santiago.", "consulate") == set()


def test_a_list_of_states_with_posts_in_one_is_told_state_by_state() -> None:
    three = _read("Chile, Malta and Oman have embassies in Lima.", "embassy")
    assert three == {(("CHL",), ("PER",)), (("MLT",), ("PER",)), (("OMN",), ("PER",))}


def test_both_served_from_a_third_state_serve_each_other() -> None:
    text = "Both countries are represented in each other through their embassies in Rome (Italy)."
    (found,) = _read(text, "mission")
    assert (set(found[0]), found[1]) == ({"NOR", "PER"}, ())


@pytest.mark.parametrize(
    "how", ["with the help of Chile", "through the mediation of Chile", "with the support of Chile"]
)
def test_who_helped_to_restore_relations_takes_no_part(how: str) -> None:
    ((actor, _),) = _read(f"After eleven months relations were resumed {how}.", "diplomatic_relations")
    assert set(actor) == {"NOR", "PER"}


def test_a_tie_is_told_again_behind_as_is() -> None:
    found = _read("Norway is a member of the Nordic Council, as is Finland.", "membership", None)
    assert (("FIN",), ("NORDIC",)) in found
    found = _read("Malta is a member of the Commonwealth, as are Ghana, Kenya and Fiji.", "membership", None)
    assert (("GHA", "KEN", "FJI"), ("COMMONWEALTH",)) in found
    assert not _read("Norway is a member of the Nordic Council, as is known.", "membership", None) - {
        (("NOR",), ("NORDIC",))
    }


def test_a_name_with_an_apposition_acts_behind_an_opening_phrase() -> None:
    text = "After a visit to Chile, Ana Soto, the second President of Peru, visited Norway in 1990."
    assert (("PER",), ("NOR",)) in _read(text, "visit")
    text = "After talks with Chile's envoy, and with Ana Soto, the president of Peru, Norway signed."
    assert (("PER",), ("NOR",)) not in _read(text, "visit")


def test_students_sent_and_days_given_are_no_supply() -> None:
    assert not _read("In 1927 a first batch of 50 Peruvian students were sent to Norway.", "supply")
    assert not _read("Peru's envoy was given five days to leave Norway.", "supply")
    assert not _read("A coup in Peru brought to power a general who disliked Norway.", "supply")


@pytest.mark.parametrize(
    "line",
    [
        "1996: Cultural cooperation agreement",
        "Agreement on fisheries, 1996",
        "Agreement on wool – 4 May 1996",
    ],
)
def test_an_entry_of_a_list_is_an_agreement_of_its_time(line: str) -> None:
    text = f"Norway and Peru are far apart.\n\nBilateral agreements\n\n- {line}\n"
    assert {frozenset(actor) for actor, _ in _read(text, "agreement")} == {frozenset({"NOR", "PER"})}
    assert not _read(text, "agreement", "Wool")
