"""What stands on a paper, said once and rendered as DOCX, PDF or XLSX.

A material (samples/materials) makes a Paper from facts; a writer (docx, pdf, xlsx) makes bytes from a
Paper. Everything is frozen, so that the same paper is only rendered once. No fonts, no coordinates here.
Tested by tests/app: the program must read what is printed.
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Deleted:
    """Text that a tracked change removed: in the file, not in the document. DOCX only."""
    text: str


@dataclass(frozen=True)
class Inserted:
    """Text that a tracked change added. DOCX only."""
    text: str


@dataclass(frozen=True)
class Footnote:
    """A note that hangs on the text before it. DOCX only."""
    text: str


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1  # 1 a title in the middle, 2 a chapter, 3 a section


@dataclass(frozen=True)
class Para:
    runs: tuple  # of str, Deleted, Inserted, Footnote
    align: str = "left"
    indent: bool = False
    size: float = 10.5  # points


@dataclass(frozen=True)
class Cell:
    text: str = ""
    across: int = 1
    down: int = 1
    number: float = None  # a worksheet keeps a number, other papers print it
    formula: str = ""     # a worksheet keeps it beside its cached value `number`
    date: str = ""        # YYYY-MM-DD: a worksheet keeps a date serial
    date_format: int = 14

    @property
    def print(self):
        return f"{self.number:g}" if self.number is not None else self.date or self.text


@dataclass(frozen=True)
class Table:
    rows: tuple    # of tuples of the cells that begin in the row
    widths: tuple  # relative


@dataclass(frozen=True)
class TextBox:
    """A floating box; Word stores its text twice. DOCX only."""
    text: str


@dataclass(frozen=True)
class Picture:
    data: bytes
    format: str  # png, jpeg
    width_mm: float
    height_mm: float


@dataclass(frozen=True)
class Cover:
    """The cover of a standard as GB/T 1.1-2020 lays it out; it takes a page of its own."""
    ics: str
    ccs: str
    number: str
    title: str
    title_en: str
    published: str    # as printed, without the word
    implemented: str
    issuer: str
    replaces: str = ""
    draft: str = ""   # （征求意见稿）


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Paper:
    blocks: tuple
    header: tuple = ("", "")  # left, right; {page} is the page's number
    footer: tuple = ("", "{page}")
    watermark: str = ""
    font: str = ""            # PDF: "" for a font that is not embedded, else a name of pdf.FONT_FILES
    rotate: int = 0           # PDF: /Rotate of the pages; with 90 the text is turned too and stands upright,
    sideways: bool = False    # unless it is left lying
    sheet: str = "Sheet1"     # XLSX: name of the worksheet


def para(*runs, **more):
    return Para(tuple(runs), **more)


def table(rows, widths):
    cells = tuple(tuple(c if isinstance(c, Cell) else Cell(c) for c in row) for row in rows)
    return Table(cells, tuple(widths))


def placed(tab):
    """(row, column, cell) of each cell, counted from 0; spans push later cells to the right."""
    covered, out = set(), []
    for r, row in enumerate(tab.rows):
        column = 0
        for cell in row:
            while (r, column) in covered:
                column += 1
            covered.update((r + i, column + j) for i in range(cell.down) for j in range(cell.across))
            out.append((r, column, cell))
            column += cell.across
    return out
