"""A briefing as a file, its form told by the suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.errors import UsageError
from dragoman.output.briefings import Briefing

__all__ = ["SUFFIXES", "briefing_file"]


def _markdown(b: Briefing) -> bytes:
    from dragoman.output.briefing_text import briefing_markdown

    return briefing_markdown(b).encode()


def _html(b: Briefing) -> bytes:
    from dragoman.output.briefing_text import briefing_html

    return briefing_html(b).encode()


def _pdf(b: Briefing) -> bytes:
    from dragoman.output.briefing_print import briefing_pdf

    return briefing_pdf(b)


def _docx(b: Briefing) -> bytes:
    from dragoman.output.briefing_word import briefing_docx

    return briefing_docx(b)


def _bibtex(b: Briefing) -> bytes:
    from dragoman.output.citations import bibtex

    return bibtex(b.references).encode()


def _csl(b: Briefing) -> bytes:
    from dragoman.output.citations import csl_json

    return csl_json(b.references).encode()


_FORMS: Mapping[str, tuple[Callable[[Briefing], bytes], str]] = {
    ".pdf": (_pdf, "application/pdf"),
    ".docx": (_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".md": (_markdown, "text/markdown; charset=utf-8"),
    ".html": (_html, "text/html; charset=utf-8"),
    ".bib": (_bibtex, "application/x-bibtex; charset=utf-8"),
    ".json": (_csl, "application/vnd.citationstyles.csl+json"),
}
SUFFIXES = tuple(_FORMS)
"""What a briefing can be written as; ``.bib`` and ``.json`` (CSL-JSON) are its sources alone."""


def briefing_file(briefing: Briefing, suffix: str) -> tuple[bytes, str]:
    """The bytes of a briefing and their media type.

    Raises
    ------
    UsageError
        Another suffix.
    """
    if suffix not in _FORMS:
        raise UsageError(
            f"no briefing as {suffix or 'a file without suffix'}", remedy=f"use one of {', '.join(SUFFIXES)}"
        )
    form, media = _FORMS[suffix]
    return form(briefing), media
