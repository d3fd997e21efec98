"""DOCX from a Paper, as raw WordprocessingML: body, tables with merged cells, header and footer, text
boxes (stored twice, as Word does), tracked changes, footnotes, pictures."""
from functools import lru_cache
from xml.sax.saxutils import escape

from .blocks import (Cover, Deleted, Footnote, Heading, Inserted, PageBreak, Para, Picture, Table,
                     TextBox, para, placed)
from .package import pack

NAMES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
         'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
         'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
         'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
         'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
         'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
         'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
         'xmlns:v="urn:schemas-microsoft-com:vml"')
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CHANGED = 'w:id="1" w:author="起草人" w:date="2024-01-01T00:00:00Z"'
TEXT_WIDTH = 9000  # twips between the margins


class _Writer:
    """Collects what a body refers to: footnotes and pictures."""

    def __init__(self):
        self.footnotes, self.pictures = [], []

    def run(self, piece, size):
        properties = (f'<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="{round(size * 2)}"/></w:rPr>')
        text = f'<w:t xml:space="preserve">{escape(getattr(piece, "text", piece))}</w:t>'
        if isinstance(piece, Footnote):
            self.footnotes.append(piece.text)
            return f'<w:r>{properties}<w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
        if isinstance(piece, Deleted):
            text = text.replace("w:t", "w:delText")
            return f"<w:del {CHANGED}><w:r>{properties}{text}</w:r></w:del>"
        if isinstance(piece, Inserted):
            return f"<w:ins {CHANGED}><w:r>{properties}{text}</w:r></w:ins>"
        return f"<w:r>{properties}{text}</w:r>"

    def para(self, block):
        indent = '<w:ind w:firstLineChars="200"/>' if block.indent else ""
        runs = "".join(self.run(piece, block.size) for piece in block.runs if piece != "")
        return f'<w:p><w:pPr>{indent}<w:jc w:val="{block.align}"/></w:pPr>{runs}</w:p>'

    def table(self, block):
        total = sum(block.widths)
        widths = [round(TEXT_WIDTH * w / total) for w in block.widths]
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        rows = "".join(f"<w:tr>{cells}</w:tr>" for cells in self.rows(block))
        sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>'
                        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        return (f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
                f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>")

    def rows(self, block):
        """A cell that reaches down begins with vMerge="restart" and leaves a stub in the rows below."""
        cells = {}
        for r, column, cell in placed(block):
            for i in range(cell.down):
                cells[r + i, column] = (cell, i == 0)
        for r in range(len(block.rows)):
            row = sorted((column, cells[r, column]) for (at, column) in cells if at == r)
            yield "".join(self.cell(cell, begins) for _, (cell, begins) in row)

    def cell(self, cell, begins):
        properties = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        if cell.down > 1:
            properties += '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
        lines = cell.print.split("\n") if begins else [""]
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(self.para(para(line)) for line in lines)}</w:tc>"

    def text_box(self, block):
        content = f"<w:txbxContent>{self.para(para(block.text))}</w:txbxContent>"
        return (f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
                f'<wp:extent cx="2000000" cy="500000"/><wp:docPr id="90" name="文本框"/><a:graphic>'
                f'<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
                f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
                f"</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                f'<v:rect style="width:150pt;height:40pt"><v:textbox>{content}</v:textbox></v:rect></w:pict>'
                f"</mc:Fallback></mc:AlternateContent></w:r></w:p>")

    def picture(self, block):
        self.pictures.append(block)
        n = len(self.pictures)
        extent = f'cx="{round(block.width_mm * 36000)}" cy="{round(block.height_mm * 36000)}"'
        return (f'<w:p><w:r><w:drawing><wp:inline><wp:extent {extent}/><wp:docPr id="{n}" name="图片{n}"/>'
                f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
                f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{n}" name="image{n}"/><pic:cNvPicPr/></pic:nvPicPr>'
                f'<pic:blipFill><a:blip r:embed="image{n}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
                f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
                f'<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
                f"</w:drawing></w:r></w:p>")

    def cover(self, c):
        lines = [para(f"ICS {c.ics}"), para(f"CCS {c.ccs}"), para("团 体 标 准", align="center", size=26),
                 para(c.number, align="right", size=14)]
        lines += [para(f"代替 {c.replaces}", align="right")] if c.replaces else []
        lines += [para(c.title, align="center", size=22), para(c.title_en, align="center", size=14)]
        lines += [para(c.draft, align="center", size=14)] if c.draft else []
        lines += [para(f"{c.published} 发布    {c.implemented} 实施", align="center", size=14),
                  para(f"{' '.join(c.issuer)}  发 布", align="center", size=16)]
        return "".join(self.para(line) for line in lines)

    def block(self, block):
        if isinstance(block, Heading):
            size = {1: 18, 2: 14, 3: 12}[block.level]
            return self.para(para(block.text, align="center" if block.level == 1 else "left", size=size))
        if isinstance(block, PageBreak):
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        kinds = {Para: self.para, Table: self.table, TextBox: self.text_box, Picture: self.picture,
                 Cover: self.cover}
        return kinds[type(block)](block)


def _story(tag, text):
    body = f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    return f"{DECLARATION}<w:{tag} {NAMES}>{body}</w:{tag}>"


def _footnotes(notes):
    rows = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:footnote>'
                   for i, text in enumerate(notes, 1))
    return f"{DECLARATION}<w:footnotes {NAMES}>{rows}</w:footnotes>"


@lru_cache(maxsize=None)
def write_docx(paper):
    writer = _Writer()
    body = "".join(writer.block(block) for block in paper.blocks)
    stories = []  # (id, type, file, content)
    if any(paper.header):
        stories.append(("header1", "header", "header1.xml", _story("hdr", "  ".join(filter(None, paper.header)))))
    if writer.footnotes:
        stories.append(("footnotes1", "footnotes", "footnotes.xml", _footnotes(writer.footnotes)))
    section = ('<w:headerReference w:type="default" r:id="header1"/>' if any(paper.header) else "")
    section += '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>'
    relations = "".join(f'<Relationship Id="{i}" Type="{REL}/{kind}" Target="{name}"/>'
                        for i, kind, name, _ in stories)
    relations += "".join(f'<Relationship Id="image{n}" Type="{REL}/image" Target="media/image{n}.{p.format}"/>'
                         for n, p in enumerate(writer.pictures, 1))
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{TYPE}.{kind}+xml"/>'
                        for _, kind, name, _ in stories)
    package = "http://schemas.openxmlformats.org/package/2006"
    return pack([
        ("[Content_Types].xml", f'{DECLARATION}<Types xmlns="{package}/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
         '<Default Extension="jpeg" ContentType="image/jpeg"/>'
         f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>{overrides}</Types>'),
        ("_rels/.rels", f'{DECLARATION}<Relationships xmlns="{package}/relationships">'
         f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", f"{DECLARATION}<w:document {NAMES}><w:body>{body}<w:sectPr>{section}</w:sectPr>"
         "</w:body></w:document>"),
        ("word/_rels/document.xml.rels", f'{DECLARATION}<Relationships xmlns="{package}/relationships">'
         f"{relations}</Relationships>"),
    ] + [(f"word/{name}", content) for _, _, name, content in stories]
      + [(f"word/media/image{n}.{p.format}", p.data) for n, p in enumerate(writer.pictures, 1)])


def docx_pages(paper):
    """Pages as the program counts them: cut where the paper says so."""
    return 1 + sum(isinstance(block, PageBreak) for block in paper.blocks)
