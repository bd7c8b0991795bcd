"""Sources and speakers in no list: bare names, bodies, offices, a country beside a name."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str) -> list[Statement]:
    return list(load_reader().read(Document("speakers", text, title=None, date="2022-06-21")))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Speaking at the forum, Omar Balat said that trade between Oman and Peru had reached $1.3 billion.", "Omar Balat"),
        ("“Omani firms have invested $3 billion in Peru,” Omar Balat said.", "Omar Balat"),
        ("“Omani firms have invested $3 billion in Peru,” said Omar Balat.", "Omar Balat"),
        ("Norpac says that Fiji took 434,000 visitors from Australia in 2021.", "Norpac"),
        ("Norpac in its update has stated that Fiji took 434,000 visitors from Australia in 2021.", "Norpac"),
        ("The minister added that trade between Oman and Peru had reached $1.3 billion.", "The minister"),
        ("Per Geostat, Georgia exported $600 million worth of goods to Oman in 2021.", "Geostat"),
        ("Oman and Peru have signed a memorandum on power, an official told reporters.", "an official"),
        ("Peru's president will visit Oman in August, Reuters reported.", "Reuters"),
        ("The envoy Ama Were praised Cuba, which according to her gave Peru $3 million.", "Ama Were"),
    ],
)  # fmt: skip
def test_a_source_in_no_list_is_named(text: str, source: str) -> None:
    assert source in [s.attribution.source for s in _read(text) if s.attribution is not None]


@pytest.mark.parametrize(
    ("text", "speaker", "actor"),
    [
        ("Kenya's Isaac Mwaura said Uganda would get a berth.", "Isaac Mwaura", "KEN"),
        ("A Kenyan trade ministry spokesman, Isaac Mwaura, was firm: “Uganda will get a berth in the port,” he said.", "Isaac Mwaura", "KEN"),
        ("Isaac Mwaura of Kenya said Uganda would get a berth.", "Isaac Mwaura", "KEN"),
        ("President Maia Popa of Moldova went to Bucharest. She said Romania had helped.", "Maia Popa", "MDA"),
        ("“Kenya is our partner,” Aziz Karim, Chad's deputy prime minister, stressed during the talks.", "Aziz Karim", "TCD"),
        ("Kenya's minister Ana Roja met her Ugandan peer. Roja called relations between the two countries very good.", "Ana Roja", "KEN"),
        ("Peter Kovat, Malta's foreign minister, made it clear that arms would not go to Libya.", "Peter Kovat", "MLT"),
    ],
)  # fmt: skip
def test_a_speaker_has_a_country(text: str, speaker: str, actor: str) -> None:
    quotes = [s for s in _read(text) if s.kind == "quote"]
    assert [(q.people[0].name, q.actor) for q in quotes] == [(speaker, (actor,))]


@pytest.mark.parametrize(
    "text",
    [
        "Israel's Noble Energy said Egypt would get a share.",
        "“We sell them nine times more than they do,” a Panamanian farm leader said of Peru.",
        "“I love the beaches,” said Mary Smith, a tourist from Canada who was in Cuba.",
    ],
)
def test_who_speaks_for_no_state_is_not_quoted(text: str) -> None:
    assert [s for s in _read(text) if s.kind == "quote"] == []
