"""Words and set phrases for visits, receptions, talks and agreements, in many voices; and what they do not tell."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

_VISITS = (
    "was given a red-carpet welcome in Hanoi", "was accorded a state welcome in Vietnam", "was a guest of the Vietnamese government",
    "was hosted by the Vietnamese president", "inspected a guard of honour in Hanoi", "set foot in Vietnam", "passed through Vietnam",
    "headed for Vietnam", "jetted to Vietnam", "swung through Vietnam", "is bound for Vietnam", "is on his way to Vietnam",
    "addressed the Vietnamese parliament", "landed at Hanoi airport", "was received in Hanoi by the foreign minister",
    "represented Chile at the inauguration of the Vietnamese president", "was chief guest at the independence parade in Vietnam",
)  # fmt: skip
_HOLDERS = (
    "chief of staff", "chief justice", "first lady", "royal couple", "ambassador-at-large", "grand mufti", "governor-general",
    "speaker of the National Assembly", "chief of the general staff", "prosecutor general",
)  # fmt: skip
_MEETINGS = (
    "held a tete-a-tete with", "had an exchange of views with", "conversed with", "deliberated with", "compared notes with",
    "came together with", "crossed paths with", "gave a state banquet for", "hosted a lunch in honour of", "had dinner with",
    "handed over a letter to", "paid a call on",
)  # fmt: skip
_INSTRUMENTS = (
    ("trade deal", "agreement"), ("concordat", "agreement"), ("SOFA", "agreement"), ("exchange of letters", "agreement"),
    ("letter of understanding", "memorandum"), ("joint vision statement", "declaration"), ("purchase contract", "contract"),
    ("joint action plan", "roadmap"), ("cultural exchange programme", "roadmap"), ("plan of consultations", "roadmap"),
)  # fmt: skip
_ENDS = (
    "became effective in 2015", "was put in place in 2015", "is in the pipeline", "was introduced in 2015", "governs trade",
    "entered in force in 2015", "was activated in 2015",
)  # fmt: skip
_SILENT = (
    "The Chilean president came face to face with reporters from Vietnam.",
    "Chile was guest of honour at the book fair in Vietnam.",
    "The plan of the Chilean president got a mixed reception in Vietnam.",
    "Chile's minister delivered a clear message to Vietnam.",
    "The Chilean ship passed through the waters off Vietnam.",
    "A film festival was held in Hanoi with films from Chile and Oman.",
    "Chile and Vietnam will meet in the final on Sunday.",
    "The visit of the Chilean swimmer to Vietnam was called off.",
    "The Chilean company has a deal with a Vietnamese supplier for fish meal.",
    "The Chilean artist exchanged letters with a Vietnamese poet.",
)


def _read(text: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    found = load_reader().read(Document("d", text, title=None, date="2024-01-01"))
    return [(s.kind, s.mode, tuple(s.actor), tuple(s.recipient)) for s in found]


@pytest.mark.parametrize("words", _VISITS)
def test_a_visit_is_told_in_many_words(words: str) -> None:
    assert ("contact", "visit", ("CHL",), ("VNM",)) in _read(
        f"President Ana Soto of Chile {words} in March 2015."
    )


@pytest.mark.parametrize("holder", _HOLDERS)
def test_whoever_holds_an_office_of_a_state_visits_for_it(holder: str) -> None:
    assert ("contact", "visit", ("CHL",), ("VNM",)) in _read(
        f"The {holder} of Chile visited Vietnam in 2015."
    )


def test_two_offices_joined_behind_a_time_are_the_subject() -> None:
    assert ("contact", "visit", ("NOR",), ("PER",)) in _read(
        "In 2011 the king and queen of Norway visited Peru."
    )


@pytest.mark.parametrize("words", _MEETINGS)
def test_a_meeting_is_told_in_many_words(words: str) -> None:
    found = _read(f"Chilean President Ana Soto {words} Vietnamese President Le Minh in Geneva in March 2015.")
    assert any(kind == "contact" and {*actor} == {"CHL", "VNM"} for kind, _, actor, _ in found)


@pytest.mark.parametrize(("name", "mode"), _INSTRUMENTS)
def test_an_instrument_has_many_names(name: str, mode: str) -> None:
    assert ("instrument", mode, ("CHL", "VNM"), ()) in _read(
        f"Chile and Vietnam signed the {name} in March 2015."
    )


@pytest.mark.parametrize("words", _ENDS)
def test_what_becomes_of_an_agreement_tells_of_it(words: str) -> None:
    found = _read(f"A trade agreement between Chile and Vietnam {words}.")
    assert ("instrument", "agreement", ("CHL", "VNM"), ()) in found


@pytest.mark.parametrize("text", _SILENT)
def test_the_same_words_of_other_matters_tell_no_contact(text: str) -> None:
    assert not [s for s in _read(text) if s[0] in ("contact", "instrument") and s[1] != "forum"]
