"""PDF from one Paper or several behind one another (a merged PDF), on reportlab in its invariant mode.

The usual font is a CJK font that every viewer brings and the file does not embed; FONT_FILES are free
fonts of Debian of which a subset is embedded. Where such a font is not installed, FontMissing says so.
"""
import io
import os
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (BaseDocTemplate, Flowable, Frame, Image, NextPageTemplate, PageTemplate,
                                Paragraph, Spacer)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as PdfTable

from . import blocks

PLAIN = "STSong-Light"
FONT_FILES = {"uming": "/usr/share/fonts/truetype/arphic/uming.ttc",
              "zenhei": "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"}
ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
MARGIN = 25 * mm
TEXT_WIDTH = A4[0] - 2 * MARGIN


class FontMissing(Exception):
    pass


def _font(name):
    if not name:
        if PLAIN not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(UnicodeCIDFont(PLAIN))
        return PLAIN
    if name not in pdfmetrics.getRegisteredFontNames():
        if not os.path.exists(FONT_FILES[name]):
            raise FontMissing(FONT_FILES[name])
        pdfmetrics.registerFont(TTFont(name, FONT_FILES[name], subfontIndex=0))
    return name


class _CoverPage(Flowable):
    """Drawn at fixed places of the page, as the covers of standards are."""

    def __init__(self, cover, font):
        super().__init__()
        self.cover, self.font = cover, font

    def wrap(self, *_):
        return (0, 0)

    def drawOn(self, canvas, x, y, _sW=0):
        c, font = self.cover, self.font
        width = A4[0]

        def say(where, text, height, size):
            canvas.setFont(font, size)
            {"left": lambda: canvas.drawString(MARGIN, height * mm, text),
             "right": lambda: canvas.drawRightString(width - MARGIN, height * mm, text),
             "center": lambda: canvas.drawCentredString(width / 2, height * mm, text)}[where]()

        say("left", f"ICS {c.ics}", 275, 10.5)
        say("left", f"CCS {c.ccs}", 269, 10.5)
        say("center", "团 体 标 准", 240, 34)
        say("right", c.number, 222, 14)
        if c.replaces:
            say("right", f"代替 {c.replaces}", 215, 10.5)
        canvas.line(MARGIN, 211 * mm, width - MARGIN, 211 * mm)
        rows = [c.title[i:i + 20] for i in range(0, len(c.title), 20)]
        for i, row in enumerate(rows):
            say("center", row, 170 - 11 * i, 22)
        for i, row in enumerate(_wrapped(c.title_en, 62)):
            say("center", row, 148 - 7 * i, 12)
        if c.draft:
            say("center", c.draft, 128, 14)
        say("left", f"{c.published} 发布", 50, 14)
        say("right", f"{c.implemented} 实施", 50, 14)
        canvas.line(MARGIN, 46 * mm, width - MARGIN, 46 * mm)
        say("center", f"{' '.join(c.issuer)}   发 布", 33, 16)


def _wrapped(text, limit):
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + len(word) >= limit:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def _paragraph(text, font, size=10.5, align="left", indent=False):
    style = ParagraphStyle("x", fontName=font, fontSize=size, leading=size * 1.5, alignment=ALIGN[align],
                           wordWrap="CJK", firstLineIndent=2 * size if indent else 0)
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def _table(block, font):
    columns = len(block.widths)
    data = [[""] * columns for _ in block.rows]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for r, column, cell in blocks.placed(block):
        data[r][column] = _paragraph(cell.print, font, 9.5)
        if cell.across > 1 or cell.down > 1:
            style.append(("SPAN", (column, r), (column + cell.across - 1, r + cell.down - 1)))
    widths = [TEXT_WIDTH * w / sum(block.widths) for w in block.widths]
    return PdfTable(data, colWidths=widths, style=style)


def _flowables(block, font):
    if isinstance(block, blocks.Heading):
        size = {1: 16, 2: 12, 3: 11}[block.level]
        align = "center" if block.level == 1 else "left"
        return [_paragraph(block.text, font, size, align), Spacer(0, 2 * mm)]
    if isinstance(block, blocks.Para):
        text = "".join(run for run in block.runs if isinstance(run, str))
        return [_paragraph(text, font, block.size, block.align, block.indent)]
    if isinstance(block, blocks.Table):
        return [_table(block, font), Spacer(0, 3 * mm)]
    if isinstance(block, blocks.Picture):
        return [Image(io.BytesIO(block.data), block.width_mm * mm, block.height_mm * mm)]
    if isinstance(block, blocks.Cover):
        return [_CoverPage(block, font)]
    return [NewPage()]


def _dress(paper, font, pages):
    """Draws what each page of the paper has beside its blocks, and counts the page as the paper's."""
    def on_page(canvas, document):
        number = document.page
        pages.append(number)
        if paper.rotate == 90 and not paper.sideways:
            canvas.transform(0, 1, -1, 0, A4[1], 0)
        canvas.setFont(font, 9)
        has_cover = paper.blocks and isinstance(paper.blocks[0], blocks.Cover)
        if not (has_cover and len(pages) == 1):
            own = {"page": len(pages) - has_cover}
            for (left, right), y in ((paper.header, A4[1] - 15 * mm), (paper.footer, 12 * mm)):
                canvas.drawString(MARGIN, y, left.format(**own))
                canvas.drawRightString(A4[0] - MARGIN, y, right.format(**own))
        if paper.watermark:
            canvas.saveState()
            canvas.setFillGray(0.8)
            canvas.translate(A4[0] / 2, A4[1] / 2)
            canvas.rotate(45)
            canvas.setFont(font, 36)
            canvas.drawCentredString(0, 0, paper.watermark)
            canvas.restoreState()
    return on_page


@lru_cache(maxsize=None)
def write_pdf(*papers, password=""):
    """The bytes, and for each paper its first and last page."""
    out = io.BytesIO()
    frame = Frame(MARGIN, 20 * mm, TEXT_WIDTH, A4[1] - 40 * mm, id="text")
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, title="", author="",
                               encrypt=StandardEncryption(password) if password else None)
    story, pages = [], []
    for n, paper in enumerate(papers):
        font, own = _font(paper.font), []
        pages.append(own)
        template = PageTemplate(id=f"paper{n}", frames=[frame], onPage=_dress(paper, font, own))
        template.rotation = paper.rotate
        if paper.sideways:  # reportlab exchanges the sides of a page that it rotates; this one keeps them
            template.pagesize = (A4[1], A4[0])
        document.addPageTemplates(template)
        story += [NextPageTemplate(f"paper{n}"), NewPage()] if n else []
        for block in paper.blocks:
            story += _flowables(block, font)
    document.build(story)
    return out.getvalue(), tuple((own[0], own[-1]) for own in pages)
