"""Marks of reference in an encyclopedia's text say nothing and separate nothing."""

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _told(text: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...], str | None]]:
    document = Document("x", text, title=None, date="2025-07-15")
    return [(s.kind, s.mode, s.actor, s.recipient, s.date) for s in load_reader().read(document)]


def test_a_sentence_reads_the_same_with_marks_of_reference() -> None:
    plain = (
        "Ghana's embassy opened in Peru in May 2009, followed by the opening of the embassy of Peru"
        " in Ghana four months later. Trade amounted to $12 million in 2020."
    )
    cited = (
        "[3] Ghana's embassy opened in Peru in May 2009, [4] followed by the opening of the embassy"
        " of Peru in Ghana four months later. [citation needed] Trade amounted to $12 million in 2020.[a]"
    )
    told = _told(plain)
    assert ("tie", "embassy", ("PER",), ("GHA",), "2009-09") in told
    assert len(told) == 3
    assert _told(cited) == told
