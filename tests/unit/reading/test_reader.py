"""The reader as a whole: offsets, determinism, silence, roles and statuses in own sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import PartlyRead
from dragoman.model.documents import Document
from dragoman.model.statements import KINDS, STATUSES, from_json, to_json
from dragoman.reading import load_reader
from dragoman.reading.syntax.sentences import sentence_spans

WORDS = (
    "Kenya Chile Norwegian the two countries signed visited an embassy in Oslo agreement exports rose to $5 million "
    "25% “we agree” said President Minister of and, with . ; ( ) 2019 opened will not between Peru’s it they"
).split(" ")


def _read(
    text: str, title: str | None = None, date: str | None = "2025-06-01"
) -> list[tuple[str, str, str, str]]:
    found = load_reader().read(Document("t", text, title=title, date=date))
    return [(f"{s.kind}/{s.mode}", "+".join(s.actor), "+".join(s.recipient), s.status) for s in found]


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_evidence_is_the_text_at_its_offsets(words: list[str]) -> None:
    text = " ".join(words)
    for s in load_reader().read(Document("t", text, date="2025")):
        assert s.evidence.text == text[s.evidence.start : s.evidence.end] != ""
        assert s.mode in KINDS[s.kind] and s.status in STATUSES and 0 <= s.confidence <= 1
        assert s.low is None or s.high is None or s.low <= s.high


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    load_reader().read(Document("t", text))


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_statements_survive_a_line_of_json(words: list[str]) -> None:
    import json

    for s in load_reader().read(Document("t", " ".join(words), date="2025")):
        assert from_json(json.dumps(to_json(s))) == s


@given(st.text(alphabet="ab .\n\t!?“”()-*", max_size=200))
def test_sentences_part_the_text_in_order_and_lose_no_letter(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a < b for a, b in spans) and all(b <= c for (_, b), (c, _) in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert sum(c.isalpha() for c in kept) == sum(c.isalpha() for c in text)


def test_the_same_document_gives_the_same_ids_and_another_name_others() -> None:
    text = "Chile opened an embassy in Kenya in 1996."
    first, again, other = (load_reader().read(Document(n, text, date="2025")) for n in ("a", "a", "b"))
    assert [s.id for s in first] == [s.id for s in again] != [s.id for s in other]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient", "status"),
    [
        ("Norwegian Prime Minister Jonas Gahr Støre visited Chile.", "contact/visit", "NOR", "CHL", "actual"),
        ("The president of Chile will visit Norway in September 2025.", "contact/visit", "CHL", "NOR", "planned"),
        ("Chile’s president was received in Oslo by the king of Norway.", "contact/visit", "CHL", "NOR", "actual"),
        ("Chile did not sign the treaty with Norway.", "instrument/treaty", "CHL+NOR", "", "denied"),
        ("Chile and Norway plan to sign a fisheries agreement.", "instrument/agreement", "CHL+NOR", "", "planned"),
        ("Norway has no embassy in Fiji.", "tie/embassy", "NOR", "FJI", "denied"),
        ("An embassy of Norway was opened in Nairobi by the minister.", "tie/embassy", "NOR", "KEN", "actual"),
        ("Chile severed diplomatic relations with Norway.", "tie/diplomatic_relations", "CHL+NOR", "", "ended"),
    ],
)  # fmt: skip
def test_roles_and_status_follow_the_grammar(
    text: str, kind: str, actor: str, recipient: str, status: str
) -> None:
    assert (kind, actor, recipient, status) in _read(text)


def test_pronouns_and_pairs_carry_the_parties_on() -> None:
    text = "Chile and Norway established diplomatic relations in 1919. The two countries signed a trade agreement in 1930. They exchanged ambassadors in 1950."
    assert [row[:2] for row in _read(text)] == [
        ("tie/diplomatic_relations", "CHL+NOR"), ("instrument/agreement", "CHL+NOR"), ("tie/embassy", "CHL+NOR"),
    ]  # fmt: skip


def test_the_title_names_the_pair_that_the_text_leaves_out() -> None:
    assert _read("Diplomatic relations were established in 1962.", title="Mongolia–Chad relations") == [
        ("tie/diplomatic_relations", "MNG+TCD", "", "actual")
    ]


def test_lines_broken_at_a_width_are_read_as_one_sentence() -> None:
    text = (
        "The president of Chile and the prime minister of Norway met in Geneva\n"
        "on 9 June and spoke about the sea. The foreign ministers of both the two\n"
        "countries signed a memorandum of understanding on fisheries research in\nOslo in May 2025.\n"
    )
    assert {row[0] for row in _read(text)} >= {"contact/meeting", "instrument/memorandum"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile beat Norway 2-1 in the final match of the tournament; the striker scored both goals before half-time.",
        "The court in Oslo sentenced a man from Chile to jail for fraud; the judge said the jury was right.",
        "Turkey with cranberry sauce is served on Thanksgiving in Georgia and Alabama.",
        "",
        "\x00\x00 \ufffd",
    ],
)
def test_texts_of_other_subjects_say_nothing(text: str) -> None:
    assert _read(text) == []


def test_a_fault_in_one_sentence_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.reading import reader

    ranks = reader.ranks.read

    def stumbling(s, ctx):  # type: ignore[no-untyped-def]
        if "Oslo" in s.text[slice(*s.span)]:
            raise ZeroDivisionError("planted")
        return ranks(s, ctx)

    monkeypatch.setattr(reader.ranks, "read", stumbling)
    text = "Kenya opened an embassy in Chile in 2019. Kenya opened an embassy in Oslo. Peru's president visited Kenya."
    with pytest.raises(
        PartlyRead, match=r"characters 42 to 74 could not be read .ZeroDivisionError: planted"
    ) as found:
        load_reader().read(Document("t", text, source="t.txt", date="2025"))
    assert [s.mode for s in found.value.statements] == ["embassy", "visit"]
    assert str(found.value).startswith("t.txt: ")
