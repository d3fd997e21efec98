"""A large worksheet for the benchmark: numbers, dates, shared strings and formulas with their values, the same on every run."""
import zipfile

from material import SENTENCES

CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def row_of(i):
    """A number of the row, a sentence, a share, a day (style 1), a sum."""
    cells = (f'<c r="A{i}"><v>{i}</v></c>', f'<c r="B{i}" t="s"><v>{i % 400}</v></c>', f'<c r="C{i}"><v>{(2 * i + 1) / 16}</v></c>',
             f'<c r="D{i}" s="1"><v>{44000 + i % 900}</v></c>', f'<c r="E{i}"><f>A{i}+1</f><v>{i + 1}</v></c>')
    return f'<row r="{i}">{"".join(cells)}</row>'


def xlsx_of(path, rows=20000):
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    strings = "".join(f"<si><t>{i} {SENTENCES[i % 4]}</t></si>" for i in range(400))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{CONTENT}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPES}sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{TYPES}styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}"><sheets><sheet name="登记表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEETS}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEETS}" count="{rows}" uniqueCount="400">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEETS}"><sheetData>{"".join(row_of(i) for i in range(1, rows + 1))}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), head + content, compress_type=zipfile.ZIP_DEFLATED)
    return path
