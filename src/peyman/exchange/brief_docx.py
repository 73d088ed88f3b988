"""The brief as a Word document (Office Open XML), right to left where that is the language's direction."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

from docx import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from peyman.exchange import brief as words
from peyman.exchange.bidirectional import isolate
from peyman.exchange.brief import Brief, brief_of
from peyman.exchange.formats import ExportOptions

if TYPE_CHECKING:
    from peyman.record import Record

_SHADES = {"conflict": "FBE5E1", "missing": "FDF3D6", "unique": "E6EEF8", "confirmed": "E7F3EA"}
_ACCENT = RGBColor(0x1F, 0x5A, 0x8A)
_SOFT = RGBColor(0x5B, 0x66, 0x71)
#: In fonts that a system without them replaces by one of its own that has the letters.
_FONT, _FONT_OF_SCRIPTS = "Calibri", "Arial"
#: Characters that XML 1.0 cannot hold, even escaped.
_NOT_XML = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])
#: Widths of columns in millimetres; the page has room for 174.
_WIDTH, _WIDTH_OF_FACTS, _WIDTHS_OF_DUE = 174, 34, (34, 76, 42, 22)


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write the brief of a record.

    Args:
        record: The open record.
        stream: Where to.
        options: ``wording``, ``on``, ``since`` and ``title``.
    """
    _Layout(brief_of(record, options), options).save(stream)


class _Layout:
    def __init__(self, brief: Brief, options: ExportOptions) -> None:
        self._brief = brief
        self._rtl = brief.wording.direction == "rtl"
        self._document = Document()
        # The same record gives the same bytes: the file says the day that it speaks of, not the second it was made.
        made = dt.datetime.combine(options.today, dt.time())
        properties = self._document.core_properties
        properties.title = brief.title.translate(_NOT_XML)[:255]
        properties.author, properties.created, properties.modified = "Peyman", made, made
        properties.language = brief.wording.code
        self._page()
        self._head()
        self._round()
        self._accounts()
        self._due()
        self._news()
        self._notes()

    def save(self, stream: IO[bytes]) -> None:
        """Write the document, its parts without the time at which they were written."""
        packed = io.BytesIO()
        self._document.save(packed)
        with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
            for name in parts.namelist():
                part = zipfile.ZipInfo(name)
                part.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(part, parts.read(name))

    def _page(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(16)
        style: Any = self._document.styles["Normal"]
        style.font.name, style.font.size = _FONT, Pt(10)
        style.paragraph_format.space_after = Pt(2)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:cs"), _FONT_OF_SCRIPTS)

    def _paragraph(self, style: str | None = None, where: Any = None) -> Any:
        paragraph = (where or self._document).add_paragraph(style=style)
        return self._directed(paragraph)

    def _directed(self, paragraph: Any) -> Any:
        if self._rtl:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(OxmlElement("w:bidi"))
        return paragraph

    def _run(
        self,
        paragraph: Any,
        text: str,
        *,
        size: float = 10,
        bold: bool = False,
        soft: bool = False,
        rtl: bool | None = None,
    ) -> Any:
        run = paragraph.add_run(text.translate(_NOT_XML))
        run.font.name, run.font.size, run.bold = _FONT, Pt(size), bold
        properties = run._r.get_or_add_rPr()
        properties.rFonts.set(qn("w:cs"), _FONT_OF_SCRIPTS)
        if soft:
            run.font.color.rgb = _SOFT
        if self._rtl if rtl is None else rtl:
            run.font.rtl = True
        # Letters of Arabic script have a size and a weight of their own, each beside its like.
        size_of_scripts = OxmlElement("w:szCs")
        size_of_scripts.set(qn("w:val"), str(int(size * 2)))
        properties.find(qn("w:sz")).addnext(size_of_scripts)
        if bold:
            properties.find(qn("w:b")).addnext(OxmlElement("w:bCs"))
        return run

    def _references(self, paragraph: Any, notes: tuple[int, ...]) -> None:
        if notes:
            numbers = self._brief.wording.text(", ").join(self._brief.wording.number(note) for note in notes)
            run = self._run(paragraph, numbers, size=8)
            run.font.superscript = True

    def _heading(self, text: str) -> None:
        paragraph = self._paragraph("Heading 2")
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(8), Pt(3)
        run = self._run(paragraph, text, size=12, bold=True)
        run.font.color.rgb = _ACCENT
        run.font.name = _FONT

    def _head(self) -> None:
        title = self._paragraph("Title")
        title.paragraph_format.space_after = Pt(2)
        run = self._run(title, self._brief.title, size=18, bold=True)
        run.font.name = _FONT
        self._run(self._paragraph(), self._brief.as_of, bold=True)
        self._run(self._paragraph(), self._brief.basis, size=9, soft=True)

    def _table(self, widths: Sequence[float]) -> Any:
        table = self._document.add_table(rows=0, cols=len(widths))
        table.style, table.autofit = "Table Grid", False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        if self._rtl:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        return table

    def _cell(
        self, cell: Any, text: str, notes: tuple[int, ...] = (), *, bold: bool = False, shade: str | None = None
    ) -> None:
        paragraph = self._directed(cell.paragraphs[0])
        paragraph.paragraph_format.space_after = Pt(0)
        self._run(paragraph, text, size=8.5, bold=bold)
        self._references(paragraph, notes)
        if shade:
            shading = OxmlElement("w:shd")
            shading.set(qn("w:val"), "clear")
            shading.set(qn("w:fill"), shade)
            cell._tc.get_or_add_tcPr().append(shading)

    def _nothing(self, message: str = words.NOTHING) -> None:
        self._run(self._paragraph(), self._brief.wording.text(message), soft=True)

    def _round(self) -> None:
        self._heading(self._brief.wording.text(words.LAST_ROUND))
        if not self._brief.round_:
            self._nothing()
        for line in self._brief.round_:
            paragraph = self._paragraph()
            self._run(paragraph, f"{line.label}: ", soft=True)
            self._run(paragraph, line.text)
            self._references(paragraph, line.notes)

    def _accounts(self) -> None:
        brief = self._brief
        if len(brief.accounts) < 2:
            return
        self._heading(brief.wording.text(words.ACCOUNTS))
        if not brief.facts:
            self._nothing(words.AGREE)
            return
        rest = (_WIDTH - _WIDTH_OF_FACTS) / len(brief.accounts)
        table = self._table([_WIDTH_OF_FACTS, *[rest] * len(brief.accounts)])
        head = table.add_row().cells
        for cell, text in zip(head, ["", *brief.accounts], strict=True):
            self._cell(cell, text, bold=True)
        for fact in brief.facts:
            cells = table.add_row().cells
            self._cell(cells[0], fact.fact, bold=True)
            for cell, said in zip(cells[1:], fact.cells, strict=True):
                self._cell(cell, f"{said.sign} {said.text}".strip(), said.notes, shade=_SHADES.get(said.mark))
        for line in filter(None, (brief.wording.text(words.LEGEND), brief.further)):
            self._run(self._paragraph(), line, size=8, soft=True)

    def _due(self) -> None:
        self._heading(self._brief.wording.text(words.DUE))
        if not self._brief.due:
            self._nothing()
            return
        table = self._table(_WIDTHS_OF_DUE)
        for row in self._brief.due:
            cells = table.add_row().cells
            self._cell(cells[0], row.who or "–", bold=True)
            self._cell(cells[1], row.what, row.notes)
            self._cell(cells[2], row.by_when)
            self._cell(cells[3], row.status, bold=row.urgent, shade=_SHADES["conflict"] if row.urgent else None)

    def _news(self) -> None:
        if self._brief.since is None:
            return
        self._heading(self._brief.since)
        if not self._brief.news:
            self._nothing()
        for line in self._brief.news:
            paragraph = self._paragraph("List Bullet")
            self._run(paragraph, f"{line.label} · {line.text}", size=9)
            self._references(paragraph, line.notes)

    def _notes(self) -> None:
        if not self._brief.notes:
            return
        self._heading(self._brief.wording.text(words.NOTES))
        for note in self._brief.notes:
            paragraph = self._paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            self._run(paragraph, f"{self._brief.wording.number(note.number)}. ", size=7, bold=True)
            if note.source:
                self._run(paragraph, f"{note.source}: ", size=7, soft=True)
            quoted = isolate(self._brief.wording.text(words.QUOTED, words=note.words))
            self._run(paragraph, quoted, size=7, rtl=note.right_to_left)
