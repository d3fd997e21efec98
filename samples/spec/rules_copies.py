"""What applicants enclose besides one clean copy of each paper: copies, a blank form, other standards, a file of several
papers; and names that promise something else."""
from dataclasses import replace

from materials.application_form import application_form
from materials.notes import implementation, innovation, patent_disclosure
from materials.self_score import self_score
from materials.standard_text import standard_text
from render.blocks import PageBreak, Paper, Picture
from render.docx import write_docx
from render.pdf import write_pdf
from render.scan import Scan, drawn_pages, png_of, scan_pdf
from render.xlsx import write_xlsx

from . import good
from .cases import case, dossier, drop, put, rename, set_in
from .scans import CLEAN, FORM_UNCONFIRMED, SEAL, TEXT_UNCONFIRMED

SCANNED_FORM = "01 申报书/申报书（盖章扫描件）.pdf"
OTHER = {"number": "T/BJQYWL 077—2020", "title": "冷库能耗计量与分级技术规范", "published": "2020-04-01",
         "implemented": "2020-06-01"}
OLD_EDITION = {"number": "T/BJQYWL 012—2018", "title": "冷链仓储温湿度监测数据接入规范", "published": "2018-04-01",
               "implemented": "2018-06-01"}
BLANK = {"number": "T/XXX XXX—XXXX", "published": "    年  月  日", "implemented": "    年  月  日", "filled": "    年  月  日",
         "stated_score": "", "commitment": good.FACTS["commitment"], "patents": "□是 □否", "kind": "□技术类 □管理与服务类"}


# --- copies ---

def _form(**facts):
    return replace(application_form({**good.FACTS, **facts}), font="uming")


def _scanned_form(**facts):
    """The printed, sealed and scanned form."""
    return put(SCANNED_FORM, lambda: scan_pdf(write_pdf(_form(**facts))[0], Scan(seals=(SEAL,))))


def _standard(**facts):
    return replace(standard_text({**good.FACTS, **facts}), font="uming")


def copies(name, findings, *changes, **more):
    return case("copies.agree", name, {"copies.agree": name.split("-")[0], **findings}, *changes, **more)


SEALED_COPY = {**FORM_UNCONFIRMED, "form.sealed": "pass"}

# --- other standards ---


def _enclosed(path, **facts):
    return put(path, lambda: write_pdf(standard_text({**good.FACTS, **facts}))[0])


# Said with the own standard, and for a person: what differs because another standard is there.
SAID = {rule: "review" for rule in ("number.consistent", "title.consistent", "date.consistent")}
DISAGREE = ["number", "title", "published", "implemented"]


def others(name, findings, *changes, **more):
    return case("number.one-standard", name, {"number.one-standard": name.split("-")[0], **SAID, **findings}, *changes,
                subject=good.SUBJECT, matrix_disagrees=DISAGREE, **more)


# --- several papers in one file ---

def _joined(*papers):
    blocks = []
    for paper in papers:
        blocks += [PageBreak(), *paper.blocks] if blocks else paper.blocks
    return Paper(tuple(blocks))


def _side_papers():
    return innovation(good.FACTS), patent_disclosure(good.FACTS), implementation(good.FACTS)


SIDE_FILE = "03 证明材料/证明材料.docx"
SIDE_PARTS = ("innovation", "patent-disclosure", "implementation")


def _form_as_pictures():
    pages = drawn_pages(write_pdf(_form())[0], 150)
    return write_docx(Paper(tuple(Picture(png_of(page), "png", 160, 226) for page in pages)))


CASES = [
    copies("pass-form-and-scan", SEALED_COPY, _scanned_form()),
    copies("pass-standard-twice", TEXT_UNCONFIRMED,
           put("03 证明材料/3-2 标准文本（扫描）.pdf", lambda: scan_pdf(write_pdf(_standard())[0], CLEAN))),
    copies("review-scan-has-another-number", {**SEALED_COPY, "number.consistent": "review"},
           _scanned_form(number="T/BJQYWL 021—2023"), matrix_disagrees=["number"]),
    copies("review-pdf-has-another-phone", {},
           put("01 申报书/申报书.pdf", lambda: write_pdf(_form(phone="010-11111111"))[0]), matrix_disagrees=[]),

    others("review-cited-standard-enclosed", {}, _enclosed("03 证明材料/3-0 参考标准.pdf", **OTHER)),
    others("pass-old-edition-enclosed", {}, _enclosed("03 证明材料/3-0 旧版.pdf", **OLD_EDITION)),
    others("review-two-standards-in-one-file", {}, drop("standard-text"),
           put("03 证明材料/标准文本.pdf", lambda: write_pdf(_standard(**OTHER), _standard())[0]),
           materials={"03 证明材料/标准文本.pdf": [["standard-text", [1, 3]], ["standard-text", [4, 6]]]}),

    case("form.required-fields", "pass-blank-form-enclosed", {},
         put("01 申报书/附件2 申报书（空白表）.docx", lambda: write_docx(application_form(
             {**{fact: "" if isinstance(value, str) else value for fact, value in good.FACTS.items()}, **BLANK}))),
         matrix_disagrees=[]),
    case("score.arithmetic", "pass-blank-sheet-enclosed", {},
         put("02 自评打分表/附件3（空白）.xlsx", lambda: write_xlsx(self_score(
             {**good.FACTS, "points": {item[0]: None for _, _, items in good.INDICATORS for item in items}}))),
         matrix_disagrees=[]),
    case("material.procedure", "pass-name-of-the-screenshot", {}, rename("procedure", "03 证明材料/附件3-3 平台公示截图（2）")),
    case("material.standard-text", "pass-name-of-the-form", {}, rename("standard-text", "03 证明材料/申报书")),
    case("material.standard-text", "fail-submitted-draft", {"material.standard-text": "fail"},
         set_in("standard-text", draft="（送审稿）")),
    case("material.standard-text", "fail-number-and-dates-left-open", {"material.standard-text": "fail"},
         set_in("standard-text", number="T/BJQYWL XXX—202X", published="202X-XX-XX", implemented="202X-XX-XX"),
         open=("number.*", "date.*")),

    dossier("several-papers-in-one-docx", {}, drop(*SIDE_PARTS), put(SIDE_FILE, lambda: write_docx(_joined(*_side_papers()))),
            verdict="review", subject=good.SUBJECT,
            materials={SIDE_FILE: [[part, [page, page]] for page, part in enumerate(SIDE_PARTS, 1)]}),
    dossier("several-papers-without-page-breaks", {}, drop(*SIDE_PARTS),
            put(SIDE_FILE, lambda: write_docx(Paper(sum((paper.blocks for paper in _side_papers()), ())))),
            verdict="review", subject=good.SUBJECT,
            materials={SIDE_FILE: [[part, [1, 1]] for part in SIDE_PARTS]}),
    dossier("form-as-pictures", FORM_UNCONFIRMED, drop("application-form"), put("01 申报书/申报书.docx", _form_as_pictures),
            verdict="review", subject=good.SUBJECT, materials={"01 申报书/申报书.docx": [["application-form", [1, 1]]]}),
]
