"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dragoman.documents.encodings import decode
from dragoman.documents.headers import KNOWN, split_header
from dragoman.documents.stamps import to_edtf
from dragoman.errors import UnreadableFile
from dragoman.model.documents import Document

__all__ = ["from_markdown", "from_text"]

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[ \t])", re.M)
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.M)
_RULE = re.compile(r"^ {0,3}(?:[-*_=][ \t]*){3,}$", re.M)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Inline marks: what goes is the mark, what stays is the group.
_INLINE = (
    re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)"),
    re.compile(r"\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)"),
    re.compile(r"\[([^\[\]\n^]{1,500})\]\[[^\[\]\n]{0,200}\]"),
    re.compile(r"\[\^[^\[\]\n]{1,50}\]:?"),
    re.compile(r"<(https?://[^<>\s]{1,2000})>"),
    re.compile(r"(?<![*\w\\])\*{1,3}(?=\S)([^*\n]{1,1000}?)(?<=\S)\*{1,3}(?![*])"),
    re.compile(r"(?<![_\w\\])_{1,3}(?=\S)([^_\n]{1,1000}?)(?<=\S)_{1,3}(?![_\w])"),
    re.compile(r"(?<!`)`{1,2}([^`\n]{1,1000})`{1,2}(?!`)"),
    re.compile(r"</?(?:b|i|em|strong|sup|sub|u|span|br)\b[^<>\n]{0,200}>", re.I),
    re.compile(r"\\([\\`*_{}\[\]()#+.!>$-])"),
)


def from_text(data: bytes, name: str, source: str) -> Document:
    """A document of plain text, kept as it is after byte order mark and header (§E1, §E4)."""
    text, notices = decode(data, source)
    fields, start = split_header(text)
    return _headed(text[start:], fields, name, source, notices)


def from_markdown(data: bytes, name: str, source: str) -> Document:
    """A document of Markdown: inline marks removed, block marks blanked (§E5)."""
    text, notices = decode(data, source)
    fields, start = split_header(text, front_matter=True)
    body = text[start:]
    heading = re.search(r"^ {0,3}#[ \t]+([^\r\n]+)", body, re.M)
    document = _headed(_unmarked(body), fields, name, source, notices)
    if document.title is None and heading:
        return replace(document, title=_unmarked(heading[1]).strip().rstrip("#").strip() or None)
    return document


def _unmarked(text: str) -> str:
    def blank(m: re.Match[str]) -> str:
        return re.sub(r"[^\r\n]", " ", m[0])

    text = _without_code(_without_comments(text))
    for pattern in (_HEADING, _QUOTE, _RULE):
        text = pattern.sub(blank, text)
    for pattern in _INLINE:
        text = pattern.sub(lambda m: (m[1] or "") if m.re.groups else "", text)
    return text


def _without_comments(text: str) -> str:
    """By searching, not by a pattern, which would be quadratic on comments that never close."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])


def _without_code(text: str) -> str:
    """Fenced blocks blanked, line by line; one that never closes goes to the end."""
    lines = text.splitlines(keepends=True)
    fence = ""
    for n, line in enumerate(lines):
        m = _FENCE.match(line)
        if fence or m:
            lines[n] = re.sub(r"[^\r\n]", " ", line)
        if m and not fence:
            fence = m[1]
        elif m and m[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
    return "".join(lines)


def _headed(text: str, head: Mapping[str, str], name: str, source: str, notices: tuple[str, ...]) -> Document:
    if not text.strip():
        raise UnreadableFile("no text in it", where=source, remedy="check that the right file was given")
    date = to_edtf(head.get("date"))
    if head.get("date") and date is None:
        notices = (*notices, f"its date {head['date']!r} is no date; write EDTF such as 2025-07-29")
    known = {key: head[key] or None for key in KNOWN if key in head and key != "date"}
    meta = {key: value for key, value in head.items() if key not in KNOWN}
    if head.get("date") and date is None:
        meta["date"] = head["date"]
    return Document(
        name=name,
        text=text,
        source=source,
        date=date,
        date_source="header" if date else None,
        meta=meta,
        notices=notices,
        **known,
    )
