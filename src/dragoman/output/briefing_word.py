"""Briefings as Word documents, for who must edit them; the same briefing gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dragoman.model.periods import parse_period
from dragoman.output.briefings import Briefing, Grid, Items, Paragraph, Picture, Reference
from dragoman.output.citations import citation

__all__ = ["briefing_docx"]

_TONES = {"bad": "A83C00", "good": "00694D"}
_PAGE_MM = 170
# The first day that the format of a packed file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def briefing_docx(briefing: Briefing) -> bytes:
    """The briefing as a Word document (Office Open XML)."""
    import docx
    from docx.shared import Mm, Pt

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(18)
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    _properties(document, briefing)
    document.add_heading(briefing.title, level=0)
    document.add_paragraph(briefing.subtitle)
    for section in briefing.sections:
        document.add_heading(section.title, level=1)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                paragraph = document.add_paragraph()
                for s in block.sentences:
                    paragraph.add_run(f"{s.text}")
                    _cite(paragraph, s.sources)
                    paragraph.add_run(" ")
            elif isinstance(block, Items):
                for label, s in block.items:
                    paragraph = document.add_paragraph(style="List Bullet")
                    if label:
                        paragraph.add_run(f"{label}: ").bold = True
                    paragraph.add_run(s.text)
                    _cite(paragraph, s.sources)
            elif isinstance(block, Grid):
                _grid(document, block)
            else:
                _picture(document, block)
    _references(document, briefing.references)
    document.add_heading("About this briefing", level=1)
    for name, value in briefing.filters:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(value)
    return _packed(document)


def _properties(document: Any, briefing: Briefing) -> None:
    own = document.core_properties
    last = parse_period(briefing.date).last if briefing.date else None
    day = datetime(last.year, last.month, last.day) if last else datetime(*_EPOCH[:3])
    own.title, own.subject, own.author = briefing.title, briefing.subtitle, "Dragoman"
    own.comments = f"record SHA-256 {briefing.digest}"
    own.created = own.modified = own.last_printed = day
    own.last_modified_by, own.revision = "Dragoman", 1


def _cite(paragraph: Any, numbers: Sequence[int]) -> None:
    if numbers:
        run = paragraph.add_run(f" [{', '.join(map(str, numbers))}]")
        run.font.superscript = True


def _grid(document: Any, block: Grid) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt, RGBColor

    caption = document.add_paragraph()
    caption.add_run(block.caption).italic = True
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(block.head))
    table.style = "Light Grid Accent 1"
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, block.head):
        cell.text = name
    # The head is repeated on every page that the table runs over.
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in block.rows:
        for cell, value in zip(table.add_row().cells, row):
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(value.text)
            run.bold = value.tone == "bad"
            if value.tone:
                run.font.color.rgb = RGBColor.from_string(_TONES[value.tone])
            _cite(paragraph, value.sources)
    share = _PAGE_MM / sum(block.widths)
    for row in table.rows:
        # A row is read at once: it goes to the next page whole.
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, block.widths):
            cell.width = Mm(width * share)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = Pt(8)
    document.add_paragraph()


def _picture(document: Any, block: Picture) -> None:
    import vl_convert
    from docx.shared import Mm

    png = vl_convert.svg_to_png(block.svg, scale=2)
    shape = document.add_picture(io.BytesIO(png), width=Mm(_PAGE_MM * block.width / 100))
    # Alternative text, read out in place of the picture.
    shape._inline.docPr.set("descr", block.words)
    document.add_paragraph().add_run(block.caption).italic = True


def _references(document: Any, references: Sequence[Reference]) -> None:
    document.add_heading("Sources", level=1)
    for r in references:
        document.add_paragraph().add_run(citation(r)).bold = True
        for p in r.passages:
            told = f"“{p.text}” (characters {p.start} to {p.end})" if p.start is not None else p.text
            document.add_paragraph(f"[{p.number}] {told}")


def _packed(document: Any) -> bytes:
    """The file with its parts in order and without the hour of packing."""
    written = io.BytesIO()
    document.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        # The list of types is first, as readers of the format expect.
        for name in sorted(before.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            after.writestr(entry, before.read(name))
    return out.getvalue()
