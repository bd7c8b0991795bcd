"""Sentences of the rules' own examples, joined, repeated, shuffled and cut: whatever comes of it, the reader reads on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

import dragoman
from dragoman.model.documents import Document
from dragoman.reading import load_reader

TEXTS = 1_500
_RULES = Path(dragoman.__file__).parent / "data" / "rules" / "en"
_JOINTS = (" and ", ", ", "; ", " while ", ", which ", ", of which ", " – ", " (", ": ", " but ")


@lru_cache(maxsize=1)
def _sentences() -> list[str]:
    rules = [r for f in sorted(_RULES.glob("*.yaml")) for r in yaml.safe_load(f.read_text("utf-8"))["rules"]]
    read = [e if isinstance(e, str) else e["text"] for r in rules for e in r.get("examples", ())]
    return read + [text for r in rules for text in r.get("not", ())]


def _recombined(seed: int) -> Iterator[str]:
    rnd, sentences = random.Random(seed), _sentences()
    for number in range(TEXTS):
        some = rnd.choices(sentences, k=rnd.choice((2, 3, 4, 6)))
        items = " ".join(some).split()
        match number % 4:
            case 0:
                yield rnd.choice(_JOINTS).join(s.rstrip(".") for s in some)
            case 1:
                items = some[0].rstrip(".").split()
                at = rnd.randrange(len(items))
                yield " ".join([*items[:at], " and ".join([" ".join(items[at:])] * 3)])
            case 2:
                rnd.shuffle(items)
                yield " ".join(items)
            case _:
                yield "\n\n".join(s[: rnd.randrange(1, len(s) + 1)] for s in some)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_text_made_of_sentences_stops_the_reader(seed: int) -> None:
    reader = load_reader()
    for text in _recombined(seed):
        for s in reader.read(Document("recombined", text, date="2024-05-10")):
            assert text[s.evidence.start : s.evidence.end] == s.evidence.text


@pytest.mark.parametrize(
    "text",
    [
        "Kenya built a school for Oman and a clinic for Peru and a bridge for Oman.",
        "The school was built by Turkey, the clinic by Japan and the bridge by Turkey.",
    ],
)
def test_a_party_told_twice_among_works_leads_to_an_end(text: str) -> None:
    found = load_reader().read(Document("works", text, date="2024-05-10"))
    assert {s.kind for s in found} == {"project"}


def test_a_request_of_an_embassy_cut_off_behind_its_verb_is_read_to_its_end() -> None:
    text = "The embassy of Fiji in Manila called on the\n\nKenya and Oman signed a treaty."
    found = load_reader().read(Document("cut", text, date="2024-05-10"))
    assert [s.actor for s in found if s.kind == "instrument"] == [("KEN", "OMN")]


def test_two_hundred_works_for_five_parties_in_turn_are_no_matter() -> None:
    takers = ("Oman", "Peru", "Chile", "Laos", "Mali")
    works = " and ".join(f"{n} schools for {takers[n % 5]}" for n in range(2, 202))
    found = load_reader().read(Document("many", f"Kenya built {works}.", date="2024-05-10"))
    assert {(s.actor, s.recipient[0]) for s in found} == {
        (("KEN",), c) for c in ("OMN", "PER", "CHL", "LAO", "MLI")
    }
