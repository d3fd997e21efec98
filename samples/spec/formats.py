"""One small file a format and a damage, with what `inspect` must say of it.

`inspect` is compared as a subset: members that are not stated do not matter; a list must hold what is stated, in
order. `says` and `says_not` are looked for in the text of all pages without blanks, `says_once` must stand there
exactly once.
"""
from dataclasses import dataclass, replace

from materials.standard_text import standard_text
from render.blocks import Cell, Deleted, Footnote, Inserted, PageBreak, Paper, Picture, TextBox, para, table
from render.docx import write_docx
from render.pdf import write_pdf
from render.raster import jpeg, png
from render.xlsx import CUSTOM_DATE, write_xlsx

from . import good

NUMBER = good.STANDARD["number"]
OWN = {"display": NUMBER, "key": "T/BJQYWL 012-2023", "kind": "group"}
COVER = {"number": NUMBER, "title": good.STANDARD["title"], "title_en": good.STANDARD["title_en"],
         "published": "2023-03-20", "implemented": "2023-05-01", "issuer": good.ASSOCIATION}
CITED = ["GB/T 18354—2021", "GB/T 28577—2021", "GB/T 30134", "GB 31605—2020"]


@dataclass(frozen=True)
class FormatSample:
    path: str
    make: object  # () -> bytes
    inspect: dict
    says: tuple = ()
    says_not: tuple = ()
    says_once: tuple = ()

    @property
    def expected(self):
        words = {k: list(v) for k in ("says", "says_not", "says_once") if (v := getattr(self, k))}
        return {"inspect": self.inspect, **words}


def _founder(text):
    """Capital letters and full-width signs as fonts of typesetting shops give them: 犌犅／犜 for GB/T."""
    def one(c):
        if "A" <= c <= "Z":
            return bytes([0xA0, ord(c) + 0x80]).decode("gb18030")
        return {"/": "／", ".": "．"}.get(c) or (chr(ord(c) + 0xFEE0) if c.isdigit() else c)
    return "".join(one(c) for c in text)


def _standard(**facts):
    return standard_text({**good.FACTS, **facts})


def _lines(*lines):
    return Paper(tuple(para(line) for line in lines))


def _pdf(paper, **options):
    return lambda: write_pdf(paper, **options)[0]


TEXT = f"标准编号：{NUMBER}\n代替 T/BJQYWL 003—2018\n自2023年5月1日起实施。\n"
TEXT_SAYS = {"format": "txt", "standard_numbers": [
    OWN, {"display": "T/BJQYWL 003—2018", "role": "replaced"}], "dates": [{"value": "2023-05-01", "role": "implemented"}]}

PDF = [
    FormatSample("pdf/standard.pdf", _pdf(_standard(replaces="T/BJQYWL 003—2018")), {
        "format": "pdf", "material": "standard-text", "problems": [],
        "cover": {**COVER, "replaces": ["T/BJQYWL 003—2018"], "ics": ["55.220"], "ccs": "A87"}, "cited": CITED,
        "pages": [{"page": 1, "source": "text"}, {"page": 2, "source": "text"}, {"page": 3, "source": "text"}]}),
    FormatSample("pdf/founder-letters.pdf", _pdf(_standard(number=_founder(NUMBER), cited=(
        _founder("GB/T 18354—2021"), _founder("GB 31605—2020")))), {
        "format": "pdf", "cover": COVER, "cited": ["GB/T 18354—2021", "GB 31605—2020"]}),
    FormatSample("pdf/full-width.pdf", _pdf(_standard(number="Ｔ／ＢＪＱＹＷＬ　０１２－２０２３")), {
        "format": "pdf", "cover": {"number": NUMBER}}),
    FormatSample("pdf/rotated.pdf", _pdf(replace(_standard(), rotate=90)), {
        "format": "pdf", "pages": [{"page": 1, "width": 595.3, "height": 841.9, "source": "text"}],
        "cover": COVER, "cited": CITED}),
    FormatSample("pdf/sideways.pdf", _pdf(replace(_standard(), rotate=90, sideways=True)), {
        "format": "pdf", "pages": [{"page": 1, "width": 841.9, "height": 595.3, "source": "text"}], "cover": {"number": NUMBER}}),
    FormatSample("pdf/line-broken.pdf", _pdf(_lines("本标准编号为T/BJQYWL 012—", "2023，引用GB/T", "28577—2021和LY / T 1960—",
                                                     "2017，自2023年5月", "1日起实施。")), {
        "format": "pdf", "standard_numbers": [OWN, {"display": "GB/T 28577—2021"}, {"display": "LY/T 1960—2017"}],
        "dates": [{"value": "2023-05-01", "role": "implemented"}]}),
    FormatSample("pdf/embedded-song.pdf", _pdf(replace(_standard(), font="uming")), {
        "format": "pdf", "cover": COVER, "cited": CITED}),
    FormatSample("pdf/embedded-hei.pdf", _pdf(replace(_standard(), font="zenhei")), {
        "format": "pdf", "cover": COVER, "cited": CITED}),
    FormatSample("pdf/picture-only.pdf", _pdf(Paper((Picture(png(400, 560), "png", 150, 210),), footer=("", ""))), {
        "format": "pdf", "problems": [{"kind": "blank-page", "page": 1}], "pages": [{"page": 1, "source": "blank"}]}),
    FormatSample("pdf/blank-page-between.pdf", _pdf(Paper((para("第一页"), PageBreak(), para(" "), PageBreak(),
                                                           para("第三页")), footer=("", ""))), {
        "format": "pdf", "pages": [{"page": 1, "source": "text"}, {"page": 2, "source": "blank"},
                                   {"page": 3, "source": "text"}]}, says=("第一页", "第三页")),
    FormatSample("pdf/encrypted.pdf", _pdf(_lines("打不开"), password="secret"), {
        "format": "pdf", "problems": [{"kind": "encrypted"}]}, says_not=("打不开",)),
    FormatSample("pdf/truncated.pdf", lambda: write_pdf(_lines("只剩开头"))[0][:300], {
        "format": "pdf", "problems": [{"kind": "damaged-pdf"}]}),
]

DOCX = [
    FormatSample("docx/text-box.docx", lambda: write_docx(Paper((para("正文"), TextBox(f"编号 {NUMBER}")))), {
        "format": "docx", "standard_numbers": [OWN]}, says=("正文",), says_once=("编号T/BJQYWL",)),
    FormatSample("docx/deleted-revision.docx", lambda: write_docx(Paper((para(
        "实施日期：", Deleted("2022年5月1日"), Inserted("2023年5月1日")),))), {
        "format": "docx", "dates": [{"value": "2023-05-01", "role": "implemented"}]},
        says=("2023年5月1日",), says_not=("2022年5月1日",)),
    FormatSample("docx/footnote.docx", lambda: write_docx(Paper((para(
        "按现行标准执行", Footnote("见GB/T 28577—2021。"), "。"),))), {
        "format": "docx", "standard_numbers": [{"display": "GB/T 28577—2021"}]}, says=("按现行标准执行",)),
    FormatSample("docx/header.docx", lambda: write_docx(Paper((para("正文"),), header=("", NUMBER))), {
        "format": "docx", "standard_numbers": [OWN]}),
    FormatSample("docx/merged-cells.docx", lambda: write_docx(Paper((table([
        (Cell("标准信息", down=2), "标准编号", NUMBER), ("实施日期", "2023年5月1日")], (20, 30, 50)),))), {
        "format": "docx", "standard_numbers": [OWN], "dates": [{"value": "2023-05-01", "role": "implemented"}]},
        says_once=("标准信息",)),
    FormatSample("docx/page-break.docx", lambda: write_docx(Paper((para("甲"), PageBreak(), para("乙")))), {
        "format": "docx", "pages": [{"page": 1}, {"page": 2}]}, says=("甲", "乙")),
    FormatSample("docx/standard.docx", lambda: write_docx(_standard()), {
        "format": "docx", "material": "standard-text", "cover": COVER, "cited": CITED}),
    FormatSample("docx/html-inside.docx", lambda: "<html><body>网页</body></html>".encode(), {
        "format": "html", "problems": [{"kind": "wrong-extension"}]}, says=("网页",)),
]

XLSX = [
    FormatSample("xlsx/dates.xlsx", lambda: write_xlsx(Paper((table([
        ("发布日期", Cell(date="2023-03-20")), ("实施日期", Cell(date="2023-05-01", date_format=CUSTOM_DATE)),
        ("份数", Cell(number=3))], (1, 1)),), sheet="日期")), {
        "format": "xlsx", "dates": [{"value": "2023-03-20", "role": "published"},
                                    {"value": "2023-05-01", "role": "implemented"}]}, says=("2023-05-01",)),
    FormatSample("xlsx/formula.xlsx", lambda: write_xlsx(Paper((table([
        ("甲", Cell(number=41.5)), ("合计", Cell(number=88.5, formula="B1+47"))], (1, 1)),))), {
        "format": "xlsx", "problems": []}, says=("88.5",), says_not=("B1+47",)),
    FormatSample("xlsx/two-sheets.xlsx", lambda: write_xlsx(
        Paper((table([("标准编号", NUMBER)], (1, 1)),), sheet="自评"),
        Paper((table([("第二页",)], (1,)),), sheet="说明")), {
        "format": "xlsx", "pages": [{"page": 1}, {"page": 2}], "standard_numbers": [OWN]}, says=("第二页",)),
]

OTHER = [
    FormatSample("text/utf-8.txt", lambda: TEXT.encode(), TEXT_SAYS),
    FormatSample("text/utf-8-with-mark.txt", lambda: TEXT.encode("utf-8-sig"), TEXT_SAYS),
    FormatSample("text/gb18030.txt", lambda: TEXT.encode("gb18030"), TEXT_SAYS),
    FormatSample("text/utf-16-little.txt", lambda: b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT_SAYS),
    FormatSample("text/utf-16-big.txt", lambda: b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT_SAYS),
    FormatSample("image/grey.png", lambda: png(320, 240), {"format": "png", "problems": [{"kind": "blank-page"}]}),
    FormatSample("image/grey.jpg", lambda: jpeg(320, 240), {"format": "jpeg", "problems": [{"kind": "blank-page"}]}),
    FormatSample("image/truncated.png", lambda: png(320, 240)[:-40], {
        "format": "png", "problems": [{"kind": "damaged-image"}]}),
    FormatSample("other/empty.pdf", lambda: b"", {"problems": [{"kind": "empty-file"}]}),
    FormatSample("other/unknown.dat", lambda: bytes(range(256)) * 4, {"problems": [{"kind": "format-unknown"}]}),
]

SAMPLES = PDF + DOCX + XLSX + OTHER
