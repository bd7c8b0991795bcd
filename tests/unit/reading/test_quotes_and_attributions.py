"""Who says what about whom, and to whom a statement is credited."""

from __future__ import annotations

import pytest

from dragoman.errors import RuleError
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader
from dragoman.reading.discourse import speech

_LEAD = "Polish President Andrzej Duda met Kenyan President William Ruto in Nairobi. "


def _read(text: str, date: str | None = "2025-03-05") -> list[Statement]:
    return list(load_reader().read(Document("example", text, date=date)))


def _quotes(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (s.mode, "+".join(s.actor), "+".join(s.recipient), s.people[0].name)
        for s in _read(text)
        if s.kind == "quote"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('"We value our partnership with Kenya," Duda said.', ("direct", "POL", "KEN", "Andrzej Duda")),
        ('"Our two countries have a long history," said Ruto.', ("direct", "KEN", "POL", "William Ruto")),
        ('Speaking to reporters, Ruto said: "Poland is our gateway to Europe."', ("direct", "KEN", "POL", "William Ruto")),
        ('According to Duda, "trade with Kenya can double".', ("direct", "POL", "KEN", "Andrzej Duda")),
        ('"We want more flights to Warsaw," the Kenyan leader told a news conference.', ("direct", "KEN", "POL", "William Ruto")),
        ('Duda described Kenya as "a pillar of stability in East Africa".', ("direct", "POL", "KEN", "Andrzej Duda")),
        ("Duda said that Poland would open a trade office in Nairobi.", ("reported", "POL", "KEN", "Andrzej Duda")),
        ("Poland would open a trade office in Nairobi, Duda said.", ("reported", "POL", "KEN", "Andrzej Duda")),
        ("The new quay would be “a milestone”, Ruto said.", ("direct", "KEN", "POL", "William Ruto")),
        ("Ruto, for his part, said ties with Poland were growing.", ("reported", "KEN", "POL", "William Ruto")),
        ("Duda expressed his deep satisfaction with the ties of the two countries.", ("reported", "POL", "KEN", "Andrzej Duda")),
        ("The Kenyan president, who leaves tomorrow, said ties with Poland were good.", ("reported", "KEN", "POL", "William Ruto")),
        ("Ruto noted:\n\n“We buy our seeds from Poland.”", ("direct", "KEN", "POL", "William Ruto")),
        ("Ruto disclosed that Poland would build two dams.", ("reported", "KEN", "POL", "William Ruto")),
    ],
)  # fmt: skip
def test_the_speaker_is_found_on_either_side_of_the_verb(sentence: str, expected: tuple[str, ...]) -> None:
    assert _quotes(_LEAD + sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "speaker", "actor"),
    [
        ('"Kenya and Poland are natural partners in farming," the foreign ministry in Warsaw said.', "the foreign ministry in Warsaw", "POL"),
        ('"We have asked Poland to sell us more grain this year," Kenya said.', "Kenya", "KEN"),
    ],
)  # fmt: skip
def test_a_body_of_a_country_is_quoted_by_its_name(sentence: str, speaker: str, actor: str) -> None:
    found = [s for s in _read(_LEAD + sentence) if s.kind == "quote"]
    assert [(s.mode, s.actor, s.people, s.attribution and s.attribution.source) for s in found] == [
        ("direct", (actor,), (), speaker)
    ]


def test_the_country_of_a_speaker_is_read_from_the_words_beside_the_name() -> None:
    text = '"Relations with Kenya are excellent," said Pawel Nowak, deputy foreign minister of Poland.'
    assert _quotes(text) == [("direct", "POL", "KEN", "Pawel Nowak")]


def test_whoever_is_posted_abroad_is_quoted_behind_his_verb() -> None:
    text = '"Kenya is a natural host for such a fair," said Polish Ambassador to Kenya Ewa Nowak.'
    assert _quotes(text) == [("direct", "POL", "KEN", "Ewa Nowak")]


def test_a_split_quotation_is_one_quote() -> None:
    assert len(_quotes(_LEAD + '"We value this," Duda said, "and we want to build on it."')) == 1


def test_a_quotation_that_fills_the_next_sentence_is_of_the_same_speaker() -> None:
    found = _quotes(
        _LEAD + "“Kenya is a friend,” Duda said. “We will not forget its help in those hard years.”"
    )
    assert [q[3] for q in found] == ["Andrzej Duda", "Andrzej Duda"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Duda said the food was good.",
        '"Kenya and Poland are partners," the Kenyan newspaper said.',
        '"Kenya and Poland are partners," Polish experts said.',
        '"We have asked Poland to sell us more grain this year," a Kenyan official said.',
        '"Our talks with those in charge went on for days," Kenya and Poland said.',
        'The Kenyan ministry said it was "a good basis" for talks.',
        'The "Poland in Kenya" festival opened on Friday.',
        "Duda did not say that Poland would open an office in Nairobi.",
    ],
)
def test_what_tells_nothing_of_relations_or_has_no_person_is_no_quote(sentence: str) -> None:
    assert _quotes(_LEAD + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "source", "kind"),
    [
        ("Trade between Poland and Kenya reached $200 million in 2024, according to the customs service.",
         "the customs service", "institution"),
        ("Figures of the Kenyan planning ministry put the number of Polish projects in Kenya at 41.",
         "the Kenyan planning ministry", "institution"),
        ("The Polish trade ministry said that trade with Kenya reached $200 million in 2024.",
         "The Polish trade ministry", "institution"),
        ("Trade between Poland and Kenya reached $200 million in 2024, the Kenyan cabinet said in a statement.",
         "the Kenyan cabinet", "institution"),
        ("According to data from the central bank, trade between Poland and Kenya reached $200 million in 2024.",
         "the central bank", "institution"),
        ("Ruto said that trade between Poland and Kenya reached $200 million in 2024.", "William Ruto", "person"),
    ],
)  # fmt: skip
def test_a_figure_is_credited_to_its_source(sentence: str, source: str, kind: str) -> None:
    (figure,) = [s for s in _read(_LEAD + sentence) if s.kind == "figure"]
    assert figure.attribution is not None
    assert (figure.attribution.source, figure.attribution.type) == (source, kind)


def test_experts_and_media_are_no_source() -> None:
    found = _read("According to experts, trade between Poland and Kenya reached $200 million in 2024.")
    assert [s.attribution for s in found] == [None]


def test_words_of_speech_with_a_section_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        speech, "parse_yaml", lambda text: {"source": "", "licence": "", "verbs": {}, "gestures": []}
    )
    speech.load_speech.cache_clear()
    with pytest.raises(RuleError, match=r"speech\.yaml"):
        speech.load_speech()
    speech.load_speech.cache_clear()


def test_he_is_whom_the_office_before_named() -> None:
    text = (
        "Omani Foreign Minister Badr Al Busaidi received Chile's newly-appointed ambassador Pedro Rojas. "
        "The ambassador noted the growth of trade. He stressed that Chile supports Oman's accession."
    )
    read = load_reader().read(Document("a", text, date="2022-05-03"))
    assert {s.people[0].name for s in read if s.kind == "quote"} == {"Pedro Rojas"}


def test_who_said_it_behind_the_words_said_is_he_of_the_next_sentence() -> None:
    text = (
        "Chilean President Ana Silva wants Malaysia to train her nurses, said Prime Minister Datuk Seri Anwar Ibrahim."
        ' "We shall take the first this year," he added. Anwar said Chile had also asked for teachers.'
    )
    read = load_reader().read(Document("a", text, date="2023-11-17"))
    assert {s.people[0].name for s in read if s.kind == "quote"} == {"Anwar Ibrahim"}
    assert {s.people[0].role for s in read if s.kind == "quote"} == {"Prime Minister"}


def test_it_said_is_the_institution_that_spoke_last() -> None:
    text = (
        "Oman has recalled its ambassador to Chile after comments by President Gabriel Boric, Oman's presidency said."
        ' "Faced with these remarks, Oman decided to recall the ambassador in Chile," it said.'
    )
    read = load_reader().read(Document("a", text, date="2022-05-03"))
    assert {s.attribution.source for s in read if s.attribution} == {"Oman's presidency"}


def test_who_said_it_at_the_end_cuts_no_list_in_two() -> None:
    found = _read("Peru is keen on investing in mining and farming in Ghana, Trade Minister Ana Rojas said.")
    assert [(s.mode, s.actor, s.recipient) for s in found if s.kind == "stance"] == [
        ("interest", ("PER",), ("GHA",))
    ]


def test_what_follows_said_and_a_country_is_what_the_country_did() -> None:
    found = _read(_LEAD + "Duda said Kenya wanted to maintain strong links with Poland.")
    assert ("interest", ("KEN",), ("POL",)) in [(s.mode, s.actor, s.recipient) for s in found]


def test_an_ambassador_named_behind_his_post_is_the_source_of_what_goes_before() -> None:
    text = "Trade between Ghana and Peru reached $30 million in 2020, the Peruvian Ambassador to Ghana Luis Vega said."
    assert [s.attribution and s.attribution.source for s in _read(text) if s.kind == "figure"] == [
        "Luis Vega"
    ]
