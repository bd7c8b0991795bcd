"""A sign at the head of a line does not keep its sentences together."""

import pytest

from dragoman.reading.syntax.sentences import sentence_spans

_BODY = (
    "Trade between Peru and Chile was worth $5 million in 2023.",
    "Exports of Peru rose to $3 million.",
    "The two signed a treaty.",
)


@pytest.mark.parametrize(
    "sign", ["", "• ", "  • ", "- ", "– ", "* ", "■ ", "► ", "➢ ", "(1) ", "(a) ", "§ 3 ", "> "]
)
def test_sentences_behind_a_sign_are_split_as_without_it(sign: str) -> None:
    text = sign + " ".join(_BODY)
    found = [text[a:b] for a, b in sentence_spans(text)]
    assert [f.removeprefix(sign.strip()).strip() for f in found] == list(_BODY)
