"""Bytes to text: which encoding, and what was damaged.

The order is that of §E3 of docs/design/evidence.md: byte order mark, UTF-8, the encoding that
the document declares, a guess. Every step is a function of the bytes alone.
"""

from __future__ import annotations

import codecs
import re

from dragoman.errors import UnreadableFile

__all__ = ["clean", "decode", "is_binary"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_CONTROL_BYTES = bytes([*range(8), *range(14, 27), *range(28, 32), 127])
_WHITE = b" \t\r\n"
# Letters in which Icelandic (cp1252) and Turkish (cp1254) share bytes; among states written
# about in English the Turkish reading is by far the likelier (assumed).
_TURKISH = re.compile("[ðþýÐÞÝ]")
_GUESSES = [
    "cp1251", "koi8_r", "cp866", "mac_cyrillic", "cp1250", "iso8859_2", "cp1252", "cp1254", "cp1253", "cp1255",
    "cp1256", "cp1257", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp874", "cp1258",
]  # fmt: skip


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: NUL or many control bytes.

    UTF-16 and UTF-32 hold NUL bytes too; they are told apart by their mark or their pattern.
    """
    if any(data.startswith(mark) for mark, _ in _MARKS) or _wide(data):
        return False
    sample = data[:65536]
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return b"\x00" in data or control * 50 > len(sample)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: one byte of nearly every pair is NUL, the other never."""
    sample = data[: 4096 - len(data) % 2] if len(data) > 4096 else data[: len(data) - len(data) % 2]
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 10 >= pairs * 7 and even == 0:
        return "utf-16-le"
    if even * 10 >= pairs * 7 and odd == 0:
        return "utf-16-be"
    return None


def clean(text: str) -> str:
    """Control characters become spaces and lone surrogates U+FFFD; the length stays (§E2)."""
    if not _CONTROL.search(text):
        return text
    return _CONTROL.sub(lambda m: "\ufffd" if m[0] >= "\ud800" else " ", text)


def decode(data: bytes, where: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Text of the bytes without byte order mark, and notices about damage.

    Parameters
    ----------
    data : bytes
        The whole input.
    where : str
        Its name, for the error.
    declared : str, optional
        Encoding that the document says it has; believed only where it decodes all bytes.

    Raises
    ------
    UnreadableFile
        The bytes are no text.
    """
    if is_binary(data):
        raise UnreadableFile(
            "binary data, not a text",
            where=where,
            remedy="give text, Markdown, HTML, PDF, DOCX, JSON Lines, Parquet or WARC",
        )
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_damage(data[len(mark) :], name)
    if wide := _wide(data):
        return _with_damage(data, wide)
    for known in ("utf-8", declared):
        if known:
            try:
                return clean(data.decode(known)), ()
            except (UnicodeDecodeError, LookupError):
                continue
    return _guess(data)


def _with_damage(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(name, "replace")
    lost = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if name == "utf-8" else 0)
    notices = (
        (f"damaged {name.upper()}: {lost} character{'s' * (lost > 1)} shown as \ufffd",) if lost > 0 else ()
    )
    return clean(text), notices


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    """An encoding that is not said anywhere; the notice names it."""
    text = data.decode("utf-8", "replace")
    foreign = sum(1 for c in text if c > "\x7f") - text.count("\ufffd")
    damaged = text.count("\ufffd")
    # UTF-8 with a flaw still has whole sequences, or breaks off inside the very last one.
    if foreign > 2 * damaged or (
        damaged == 1 and text.endswith("\ufffd") and data[-1] >= 0x80 and len(data) > 64
    ):
        return _with_damage(data, "utf-8")
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    name = "cp1252"
    if high * 4 > len(data.translate(None, _WHITE)):  # more than an accent here and there: another script
        from charset_normalizer import from_bytes

        best = from_bytes(data[:65536], cp_isolation=_GUESSES, preemptive_behaviour=False).best()
        name = best.encoding if best else name
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        name = "latin-1" if name == "cp1252" else name
        text = data.decode(name, "replace")
    if name == "cp1252" and _TURKISH.search(text):
        name, text = "cp1254", data.decode("cp1254", "replace")
    return clean(text), (f"not UTF-8; read as {name}",)
