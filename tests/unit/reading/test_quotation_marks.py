"""Quotation marks that do not pair cost no sentence, and passages keep the document's own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.documents import Document
from dragoman.reading import load_reader
from dragoman.reading.quotation_marks import paired

LOST = (
    '"Such efforts raise tension," Togo\'s ministry said. "We will answer in kind. "We will close our port." '
    "Fijian Foreign Minister Musa Bako announced sanctions against Togo. Togolese ships would be turned away, he said."
)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('"We regret it. "We will go," she said.', '"We regret it.  We will go," she said.'),
        ("“We regret it. “We will go,” she said.", "“We regret it.  We will go,” she said."),
        ('He called it "a step" and "a start".', 'He called it "a step" and "a start".'),
        ('A step." They left.', "A step.  They left."),
        ('He said "a "joint" plan" was ready.', 'He said "a  joint" plan  was ready.'),
        ("„We will go“, she said, „and stay.”", "“We will go”, she said, “and stay.”"),
        ("”We will go,” she said.", "“We will go,” she said."),
        (
            "– We will go to Chad soon. We will – said Borg.",
            "“ We will go to Chad soon. We will ” said Borg.",
        ),
        ("- We thank our friends in Chad, he said.", "“ We thank our friends in Chad” he said."),
        ("- They thanked their friends in Chad, he said.", "- They thanked their friends in Chad, he said."),
        ("“She said ‘no’ and “never” again,” he said.", "“She said ‘no’ and “never” again,” he said."),
        ('"It began here\n"and ended there," he said.', '"It began here\n"and ended there," he said.'),
    ],
)
def test_marks_that_open_again_or_close_nothing_are_passed_over(text: str, mended: str) -> None:
    assert paired(text) == mended


@given(st.text(alphabet='ab .,"“”„\n', max_size=60))
def test_only_marks_change_and_nothing_moves(text: str) -> None:
    mended = paired(text)
    assert len(mended) == len(text)
    assert all(a == b or (a in '"“”„' and b in " “”") for a, b in zip(text, mended, strict=True))


def test_a_mark_left_out_does_not_make_the_rest_of_a_paragraph_somebodys_words() -> None:
    told = load_reader().read(Document("a", LOST, date="2024-05-10"))
    assert ("quote", "reported", ("FJI",), ("TGO",)) in {(s.kind, s.mode, s.actor, s.recipient) for s in told}
    assert all(LOST[s.evidence.start : s.evidence.end] == s.evidence.text for s in told)
