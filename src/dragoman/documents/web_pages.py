"""HTML: the article of a page, without its menus, with title, date, author and outlet."""

from __future__ import annotations

import re
from typing import Any

from dragoman.documents.encodings import clean, decode
from dragoman.documents.limits import Limits, refuse_size
from dragoman.documents.quiet import quiet
from dragoman.documents.stamps import to_edtf
from dragoman.errors import UnreadableFile
from dragoman.model.documents import Document

__all__ = ["from_html"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_OPEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
# Elements whose end tag may be left out never nest by themselves.
_OPTIONAL = frozenset(
    ["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "colgroup"]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "svg",
        "iframe",
        "head",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
        "br",
    ]
)
# libxml2 drops what lies deeper; only a page that loses all its text to that is refused.
_PARSED_DEPTH = 250
# Assumed: a page of an article has some hundreds to a few thousand tags.
_MOST_TAGS = 50_000
# Only what the page says of itself: no guesses, no "today", so that bytes decide alone (§E8).
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}


def from_html(data: bytes, name: str, source: str, limits: Limits, url: str | None = None) -> Document:
    """A document of a page's article; nothing that the page links to is fetched.

    Raises
    ------
    UnreadableFile
        No text, nested deeper than the limit, or too large.
    """
    declared = _CHARSET.search(data[:4096])
    text, notices = decode(data, source, declared[1].decode("ascii") if declared else None)
    if _too_deep(text, limits.depth):
        raise _deep(source, limits.depth)
    # The extractor's time grows faster than the page; one beyond any article is taken whole.
    found = _article(text, url) if text.count("<") <= _MOST_TAGS else None
    body = clean(_paragraphs(found.text)) if found is not None and found.text else ""
    if not body.strip():
        body = clean(_all_text(text))
    if not body.strip() and _too_deep(text, _PARSED_DEPTH):
        raise _deep(source, _PARSED_DEPTH)
    if not body.strip():
        raise UnreadableFile(
            "no text in the page",
            where=source,
            remedy="a page that a script fills must be saved after it has loaded",
        )
    if len(body) > limits.text:
        raise refuse_size(source, limits.text)
    date = to_edtf(found.date) if found is not None else None
    return Document(
        name=name,
        text=body,
        source=source,
        title=_line(found and found.title) or _line(_title(text)),
        date=date,
        date_source="metadata" if date else None,
        url=url or _line(found and found.url),
        outlet=_line(found and found.sitename),
        author=_line(found and found.author),
        language=_language(text),
        notices=notices,
    )


def _deep(source: str, levels: int) -> UnreadableFile:
    return UnreadableFile(
        f"elements nested more than {levels} deep",
        where=source,
        remedy="save the article from a browser's reading view",
    )


def _too_deep(text: str, limit: int) -> bool:
    depth = 0
    for m in _OPEN.finditer(text):
        tag = m[2].lower()
        if tag in _VOID or tag in _OPTIONAL or m[3]:
            continue
        depth = max(0, depth - 1) if m[1] else depth + 1
        if depth > limit:
            return True
    return False


def _article(text: str, url: str | None) -> Any:
    """The extractor's result or None; its own failures on broken markup count as nothing found."""
    with quiet("trafilatura", "htmldate", "courlan", "justext"):
        import trafilatura

        try:
            return trafilatura.bare_extraction(
                text,
                url=url,
                with_metadata=True,
                include_comments=False,
                include_tables=True,
                prune_xpath=["//nav", "//footer", "//aside"],
                date_extraction_params=dict(_DATES),
            )
        except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError):
            return None


def _paragraphs(text: str) -> str:
    """Blocks apart by a blank line, so that no sentence runs from one into the next (§E6)."""
    return re.sub(r"[ \t]*\n\s*", "\n\n", text.strip())


def _all_text(text: str) -> str:
    """All text of the body outside menus and scripts, for pages in which no article is found."""
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        root = html.document_fromstring(text)
    except (etree.LxmlError, ValueError):
        return ""
    pieces: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += tag in _SKIPPED
            pieces.append("\n" if tag in _BLOCKS else "")
            pieces.append("" if skipped else re.sub(r"\s+", " ", element.text or ""))
        else:
            skipped -= event == "end" and tag in _SKIPPED
            pieces.append("\n" if event == "end" and tag in _BLOCKS else "")
            pieces.append("" if skipped else re.sub(r"\s+", " ", element.tail or ""))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _title(text: str) -> str | None:
    from html import unescape

    m = re.search(r"<title[^<>]{0,200}>([^<]{1,1000})</title", text, re.I)
    return unescape(m[1]) if m else None


def _language(text: str) -> str | None:
    m = re.search(r"<html\b[^<>]{0,500}\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)", text, re.I)
    return m[1] if m else None


def _line(value: str | None) -> str | None:
    return (" ".join(clean(value).split()) or None) if value else None
