"""XLSX from the tables of a Paper: shared strings, numbers, formulas with cached values, date serials,
merged cells, pictures below the tables. Each table follows the last one on the same worksheet; other blocks have no
place here."""
from datetime import date
from functools import lru_cache
from xml.sax.saxutils import escape

from .blocks import Picture, Table, placed
from .package import pack

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CUSTOM_DATE = 164  # the number format of STYLES that is not built in
STYLES = (f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="{CUSTOM_DATE}" '
          'formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
          '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill/></fills>'
          '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">'
          f'<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="{CUSTOM_DATE}" '
          'applyNumberFormat="1"/></cellXfs></styleSheet>')


def cell_name(row, column):
    """Counted from 0: (0, 0) is A1. The tables here have no more than 26 columns."""
    return f"{chr(ord('A') + column)}{row + 1}"


def _cell(name, cell, strings):
    if cell.date:
        serial = (date.fromisoformat(cell.date) - date(1899, 12, 30)).days
        return f'<c r="{name}" s="{1 if cell.date_format == 14 else 2}"><v>{serial}</v></c>'
    if cell.number is not None:
        formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
        return f'<c r="{name}">{formula}<v>{cell.number:g}</v></c>'
    if not cell.text:
        return ""
    index = strings.setdefault(cell.text, len(strings))
    return f'<c r="{name}" t="s"><v>{index}</v></c>'


def _sheet(paper, strings):
    rows, merged, top = {}, [], 0
    for block in (b for b in paper.blocks if isinstance(b, Table)):
        for r, column, cell in placed(block):
            rows.setdefault(top + r, []).append(_cell(cell_name(top + r, column), cell, strings))
            if cell.across > 1 or cell.down > 1:
                last = cell_name(top + r + cell.down - 1, column + cell.across - 1)
                merged.append(f'<mergeCell ref="{cell_name(top + r, column)}:{last}"/>')
        top += len(block.rows)
    data = "".join(f'<row r="{r + 1}">{"".join(cells)}</row>' for r, cells in sorted(rows.items()))
    merges = f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells>' if merged else ""
    drawing = f'<drawing xmlns:r="{REL}" r:id="drawing"/>' if _pictures(paper) else ""
    return f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{merges}{drawing}</worksheet>'


def _pictures(paper):
    return [block for block in paper.blocks if isinstance(block, Picture)]


def _drawing_parts(n, paper):
    """The parts of the drawing of worksheet n; none where it has no pictures."""
    pictures = _pictures(paper)
    if not pictures:
        return []
    shown = "".join(
        f'<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{3 + 40 * i}</xdr:row>'
        f'<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="{round(p.width_mm * 36000)}" '
        f'cy="{round(p.height_mm * 36000)}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{i + 2}" name="图片{i + 1}"/>'
        f'<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="image{i + 1}"/></xdr:blipFill><xdr:spPr/>'
        f"</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>" for i, p in enumerate(pictures))
    names = f'xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main" xmlns:r="{REL}"'
    links = "".join(f'<Relationship Id="image{i}" Type="{REL}/image" Target="../media/sheet{n}-{i}.{p.format}"/>'
                    for i, p in enumerate(pictures, 1))
    relations = f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
    return [
        (f"xl/worksheets/_rels/sheet{n}.xml.rels", f'{relations}<Relationship Id="drawing" Type="{REL}/drawing" '
         f'Target="../drawings/drawing{n}.xml"/></Relationships>'),
        (f"xl/drawings/drawing{n}.xml", f"{DECLARATION}<xdr:wsDr {names}>{shown}</xdr:wsDr>"),
        (f"xl/drawings/_rels/drawing{n}.xml.rels", f"{relations}{links}</Relationships>"),
    ] + [(f"xl/media/sheet{n}-{i}.{p.format}", p.data) for i, p in enumerate(pictures, 1)]


@lru_cache(maxsize=None)
def write_xlsx(*papers):
    """A worksheet a paper."""
    strings, count = {}, range(1, len(papers) + 1)
    sheets = [_sheet(paper, strings) for paper in papers]
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    names = "".join(f'<sheet name="{escape(p.sheet)}" sheetId="{n}" r:id="sheet{n}"/>' for n, p in enumerate(papers, 1))
    links = "".join(f'<Relationship Id="sheet{n}" Type="{REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                    for n in count)
    types = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPE}.worksheet+xml"/>'
                    for n in count)
    drawings = "".join(f'<Override PartName="/xl/drawings/drawing{n}.xml" ContentType="application/vnd.openxmlformats-'
                       f'officedocument.drawing+xml"/>' for n, paper in enumerate(papers, 1) if _pictures(paper))
    return pack([
        ("[Content_Types].xml", f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
         f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
         f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
         f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/>{types}{drawings}</Types>'),
        ("_rels/.rels", f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
         f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{names}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{links}'
         f'<Relationship Id="styles" Type="{REL}/styles" Target="styles.xml"/>'
         f'<Relationship Id="strings" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", f'{DECLARATION}<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{items}</sst>'),
    ] + [(f"xl/worksheets/sheet{n}.xml", sheet) for n, sheet in enumerate(sheets, 1)]
      + [part for n, paper in enumerate(papers, 1) for part in _drawing_parts(n, paper)])
