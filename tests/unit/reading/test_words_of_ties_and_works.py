"""Ties and works in many words: what each says, and the same words where nothing is said between states."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

TITLE = "Kenya–Norway relations"

TIES = [
    ("diplomatic_relations", "Diplomatic relations came into being in 1963."),
    ("diplomatic_relations", "Diplomatic relations have been in place since 1963."),
    ("diplomatic_relations", "Formal ties between Kenya and Norway were forged in 1963."),
    ("diplomatic_relations", "Kenya downgraded its diplomatic relations with Norway in 1971."),
    ("diplomatic_relations", "Norway lacks diplomatic ties with Kenya."),
    ("diplomatic_relations", "Norway abrogated diplomatic relations with Kenya in 1971."),
    ("diplomatic_relations", "Relations were raised to the rank of embassies in 1965."),
    ("recognition", "Norway acknowledged the independence of Kenya in 1963."),
    ("recognition", "Kenya obtained recognition from Norway."),
    ("recognition", "Norway withheld recognition from Kenya."),
    ("recognition", "Kenya and Norway granted each other diplomatic recognition."),
    ("recognition", "Norway derecognised Kenya in 1971."),
    ("embassy", "Neither country has a resident ambassador."),
    ("embassy", "Both countries opened embassies in 1965."),
    ("embassy", "Ola Lie became the first Norwegian ambassador to Kenya."),
    ("embassy", "Norway's legation in Nairobi became an embassy in 1965."),
    ("embassy", "Embassy of Norway in Nairobi"),
    ("embassy", "Norway returned its ambassador to Nairobi in 1994."),
    ("mission", "Norway appointed a chargé d'affaires in Nairobi."),
    ("mission", "Norway has a diplomatic presence in Kenya."),
    ("mission", "Norway's embassy in Kampala handles relations with Kenya."),
    ("consulate", "Norway sent a consul to Nairobi in 1920."),
    ("consulate", "Norway maintains a consular agency in Mombasa, Kenya."),
    ("partnership", "Kenya and Norway cemented a strategic partnership."),
    ("body", "There is a joint commission between Kenya and Norway."),
    ("body", "Kenya and Norway set up a political consultation mechanism."),
    ("honour", "Norway issued a postage stamp in honour of Kenya."),
    ("honour", "The Norwegian Order of Merit was conferred on the Kenyan ambassador."),
    ("centre", "A Norwegian school operates in Nairobi."),
    ("centre", "There is a Norwegian cultural centre in Nairobi."),
    ("link", "Kenya and Norway have direct air links."),
    ("link", "Buses run between Nairobi and Oslo."),
    ("link", "Kenya and Norway are considering direct flights."),
]
BODIES = [
    ("UN", "Kenya took its seat at the United Nations in 1963."),
    ("UN", "Kenya is on good terms with the UN, of which it is a member."),
    ("AU", "The African Union admitted Kenya in 1963."),
    ("AU", "Kenya renounced its membership in the African Union."),
    ("AU", "The African Union suspended Kenya in 2031."),
    ("NATO", "Norway is a NATO ally."),
    ("EU", "Norway submitted its application for EU membership in 1992."),
    ("EU", "Norway opened accession negotiations with the European Union in 1993."),
]
WORKS = [
    ("construction", "Norway handed over a factory to Kenya."),
    ("modernisation", "Norway retrofitted a hospital in Kenya."),
    ("supply", "Norway loaned two helicopters to Kenya."),
    ("supply", "Norway rushed tents to Kenya."),
    ("venture", "Norway has a military base in Kenya."),
    ("transit", "Norway granted Kenya free access to its ports."),
]
SILENT = [
    "The striker from Kenya cut all ties with his coach in Norway.",
    "The bank of Norway ended its relationship with a client from Kenya.",
    "The singer from Kenya won recognition for her songs in Norway.",
    "Norway's youth choir became an ambassador for music in Kenya.",
    "The court of Norway has jurisdiction over the claim of a firm in Kenya.",
    "Norway's cabinet submitted its application for tickets to a match with Kenya.",
    "Norway issued stamps for the World Cup, as Kenya did.",
    "The council of elders in Kenya set up a committee on Norway's coach.",
    "The bank opened an office in Nairobi, said a client in Norway.",
]


def _read(text: str) -> list[tuple[str, str, frozenset[str]]]:
    document = Document("example", text, title=TITLE, date="2024-01-01")
    return [
        (s.kind, s.mode, frozenset(s.actor) | frozenset(s.recipient)) for s in load_reader().read(document)
    ]


@pytest.mark.parametrize(("mode", "text"), TIES)
def test_tie_is_read(mode: str, text: str) -> None:
    assert ("tie", mode, frozenset({"KEN", "NOR"})) in _read(text)


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_membership_is_read(body: str, text: str) -> None:
    state = "NOR" if "Norway" in text else "KEN"
    assert ("tie", "membership", frozenset({state, body})) in _read(text)


@pytest.mark.parametrize(("mode", "text"), WORKS)
def test_work_is_read(mode: str, text: str) -> None:
    assert ("project", mode, frozenset({"KEN", "NOR"})) in _read(text)


@pytest.mark.parametrize("text", SILENT)
def test_same_words_elsewhere_say_nothing(text: str) -> None:
    assert [s for s in _read(text) if s[0] in ("tie", "project")] == []


def test_relations_and_recognitions_of_several_are_told_one_by_one() -> None:
    told = _read("Kenya has diplomatic relations with several states, including Norway and Chile.")
    assert {p for _, m, p in told if m == "diplomatic_relations"} == {
        frozenset({"KEN", "NOR"}),
        frozenset({"KEN", "CHL"}),
    }
    told = _read("Kenya recognised the independence of Chile and Norway.")
    assert {p for _, m, p in told if m == "recognition"} == {
        frozenset({"KEN", "CHL"}),
        frozenset({"KEN", "NOR"}),
    }
