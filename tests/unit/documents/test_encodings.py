"""Which encoding some bytes are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.encodings import clean, decode, is_binary
from dragoman.errors import UnreadableFile

RUSSIAN = "Президент Казахстана прибыл в Софию с официальным визитом, сообщили в министерстве. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        ("The “Erdoğan” visit to İzmir – in brief, with words enough to be English.", "cp1254"),
        ("The café’s guests – among them the président – met in Côte d’Ivoire.", "cp1252"),
        ("The President met in Astana.", "utf-16-le"),
        ("The President met in Astana.", "utf-16-be"),
    ],
)
def test_an_encoding_nobody_declares_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a")[0] == text


def test_a_guess_is_said() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "a")[1] == ("not UTF-8; read as cp1251",)


def test_a_text_cut_inside_a_letter_keeps_the_rest() -> None:
    data = ("Türkiye’s trade. " * 9).encode() + "ü".encode()[:1]
    text, notices = decode(data, "a")
    assert text == "Türkiye’s trade. " * 9 + "\ufffd"
    assert notices == ("damaged UTF-8: 1 character shown as \ufffd",)


def test_a_wrong_declaration_is_not_believed() -> None:
    assert decode("Türkiye".encode(), "a", "ascii")[0] == "Türkiye"
    assert decode(b"plain", "a", "no-such-codec")[0] == "plain"


@pytest.mark.parametrize("data", [b"MZ\x90\x00\x03" * 50, bytes(range(256)) * 4, b"\x01\x02\x03" * 9])
def test_binary_data_is_refused(data: bytes) -> None:
    assert is_binary(data)
    with pytest.raises(UnreadableFile, match=r"f\.bin: binary data"):
        decode(data, "f.bin")


@given(st.text())
def test_cleaning_keeps_length_and_leaves_what_utf8_and_databases_take(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert "\x00" not in cleaned
    cleaned.encode()


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "a")
    except UnreadableFile:
        return
    text.encode()
    assert "\x00" not in text
