"""What an article on one country's relations tells: its officers, its rows, memberships and refusals."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

_TITLE = "Foreign relations of Senegal"


def _read(text: str, title: str | None = _TITLE) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    found = load_reader().read(Document("a", text, title=title, date=None))
    return [(f"{s.kind}/{s.mode}", tuple(sorted(s.actor)), tuple(s.recipient), s.status) for s in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "France is a partner.\n\nPresident Ibra Fall visited Canada in 1990.",
            ("contact/visit", ("SEN",), ("CAN",), "actual"),
        ),
        (
            "Foreign minister Ibra Fall met Chinese Vice-Premier Li Wei.",
            ("contact/meeting", ("CHN", "SEN"), (), "actual"),
        ),
        (
            "See Malta–Senegal relations Both countries established diplomatic relations in 2007.",
            ("tie/diplomatic_relations", ("MLT", "SEN"), (), "actual"),
        ),
        (
            "See Oman–Senegal relations Relations with Oman began in 1992 and are good.",
            ("tie/diplomatic_relations", ("OMN", "SEN"), (), "actual"),
        ),
        (
            "Senegal refused a request to cut relations with Peru.",
            ("tie/diplomatic_relations", ("PER", "SEN"), (), "denied"),
        ),
        (
            "Senegal did not break off relations with Fiji.",
            ("tie/diplomatic_relations", ("FJI", "SEN"), (), "denied"),
        ),
        (
            "Senegal was suspended from the African Union in 2000. It rejoined in 2003.",
            ("tie/membership", ("SEN",), ("AU",), "actual"),
        ),
    ],
)
def test_a_page_on_one_country_tells_its_own(
    text: str, told: tuple[str, tuple[str, ...], tuple[str, ...], str]
) -> None:
    assert told in _read(text)


def test_an_officer_behind_another_state_is_not_the_pages() -> None:
    told = _read("The government of Norway agreed, but Prime Minister Ole Berg visited Peru in 1990.")
    assert not any(actor == ("SEN",) for kind, actor, _, _ in told if kind == "contact/visit")


def test_missions_to_bodies_lie_in_no_city() -> None:
    told = _read("Senegal keeps missions to the United Nations in Vienna, to the OSCE and NATO.")
    missions = {recipient for kind, _, recipient, _ in told if kind == "tie/mission"}
    assert missions == {("UN",), ("OSCE",), ("NATO",)}


def test_missions_abroad_are_in_no_state_named_before() -> None:
    told = _read("Peru is a partner of Senegal.\n\nSenegal has a small number of diplomatic missions abroad.")
    assert not any(kind == "tie/mission" for kind, *_ in told)


def test_what_a_name_ends_in_is_no_verb_of_having() -> None:
    told = _read("The relations of Chad are shaped by the desire for investment.\n\nMali is a neighbour.")
    assert not any(kind == "stance/interest" for kind, *_ in told)


def test_a_list_of_bodies_goes_on_behind_semicolons() -> None:
    told = _read(
        "Senegal is a member of the UN, including the World Bank; Organisation of African Unity (OAU); "
        "and the Non-Aligned Movement."
    )
    bodies = {recipient for kind, _, recipient, _ in told if kind == "tie/membership"}
    assert bodies == {("UN",), ("WB",), ("AU",), ("NONALIGNED",)}
