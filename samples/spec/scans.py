"""Papers of which only pictures were handed in: scans of whole dossiers, stamped forms, screenshots of the platform
in every container that people use.

A scan of a clean print says everything that the print says. At most 60 scanned pages in all: recognising one takes
about a second.
"""
from dataclasses import dataclass, replace

from materials.application_form import application_form
from materials.platform_page import platform_page
from materials.standard_text import standard_text
from render.blocks import Paper, Picture, para, table
from render.docx import write_docx
from render.html import write_html
from render.pdf import write_pdf
from render.scan import Scan, Seal, bound, jpeg_of, png_of, scan_pdf, screenshot
from render.xlsx import write_xlsx

from . import good
from .cases import case, dossier, drop, merge, put, scan, set_all, set_in
from .rules_material import UNSEARCHED

CLEAN = Scan()
PLACE = "03 证明材料/3-3 平台公示截图"
SEAL = Seal(good.ASSOCIATION, at=(150, 222))
MOST_ERRORS = 0.02  # of the characters, after NFKC and without blanks
# A recognised value decides alone only where two readings agree or something else confirms it; prose has no second
# reading. So these may be left to a person; what they must never be is wrong.
PAGE_UNCONFIRMED = {**UNSEARCHED, **{rule: "pass|review" for rule in ("platform.disclosed", "patent.consistent")}}
FORM_UNCONFIRMED = {**UNSEARCHED, "applicant.published-in-beijing": "notApplicable|review", **{
    rule: "pass|review" for rule in ("form.commitment", "form.uscc-valid", "applicant.kind",
                                     "applicant.annual-inspection", "score.right-sheet")}}
TEXT_UNCONFIRMED = {**UNSEARCHED, "patent.consistent": "pass|review"}
ALL_UNCONFIRMED = {**PAGE_UNCONFIRMED, **FORM_UNCONFIRMED, **{
    rule: "pass|review" for rule in ("date.review-cycle", "score.arithmetic", "implementation.evidence",
                                     "procedure.steps", "procedure.feedback", "procedure.staff", "procedure.rules",
                                     "procedure.legal-basis")}}


# --- the platform's page as people hand it in ---

def _page(**facts):
    return replace(platform_page({**good.FACTS, **facts}), font="uming", header=("", ""), footer=("", ""))


def _shot(**facts):
    return screenshot(write_pdf(_page(**facts))[0])


def _picture(**facts):
    shot = _shot(**facts)
    return Picture(png_of(shot), "png", 150, 150 * shot.height / shot.width)


def _in_pdf():
    shot = _shot()
    return bound([(jpeg_of(shot, 85), *shot.size)], 110)


CONTAINERS = {
    "png": lambda: png_of(_shot()),
    "jpg": lambda: jpeg_of(_shot(), 85),
    "docx": lambda: write_docx(Paper((para("平台公示截图如下："), _picture()))),
    "xlsx": lambda: write_xlsx(Paper((table([("平台公示截图",)], (1,)), _picture()), sheet="截图")),
    "pdf": _in_pdf,
    "html": lambda: write_html(_page()),
}


def _instead(ending, make):
    return drop("platform-screenshot"), put(f"{PLACE}.{ending}", make)


def _form(findings, name, how, *changes, **more):
    return case("form.sealed", name, {**FORM_UNCONFIRMED, **findings}, *changes, scan(how, "application-form"), **more)


CASES = [
    dossier("scanned", ALL_UNCONFIRMED, scan(CLEAN), verdict="review", subject=good.SUBJECT, says_materials=True,
            matrix_disagrees=[]),
    dossier("scanned-merged", ALL_UNCONFIRMED, set_all(font="uming"), merge("申报材料（扫描）.pdf", CLEAN), verdict="review",
            subject=good.SUBJECT, says_materials=True, matrix_disagrees=[]),
    *(case("material.platform-screenshot", f"pass-as-{ending}", PAGE_UNCONFIRMED, *_instead(ending, make))
      for ending, make in CONTAINERS.items()),
    case("platform.status-in-force", "fail-screenshot-abolished", {**PAGE_UNCONFIRMED, "platform.status-in-force": "fail"},
         *_instead("png", lambda: png_of(_shot(status="废止")))),
    _form({"form.sealed": "pass"}, "pass-stamped-scan", Scan(seals=(SEAL,))),
    _form({"form.sealed": "pass"}, "pass-stamped-and-skewed", Scan(seals=(SEAL,), skew=3)),
    _form({}, "review-grey-scan", Scan(seals=(SEAL,), grey=True)),
    case("number.consistent", "fail-scanned-standard-differs",
         {**TEXT_UNCONFIRMED, "number.consistent": "fail", "number.one-standard": "review"},
         set_in("standard-text", number="T/BJQYWL 021—2023"), scan(CLEAN, "standard-text"),
         matrix_disagrees=["number"]),
]


# --- single files ---

@dataclass(frozen=True)
class ScanSample:
    """A scan, and beside it the PDF that was scanned: the scan must read like it."""
    path: str
    paper: object  # () -> Paper
    scan: Scan
    inspect: dict

    def make(self):
        return scan_pdf(self.twin(), self.scan)

    def twin(self):
        return write_pdf(self.paper())[0]

    @property
    def expected(self):
        return {"inspect": self.inspect, "reads_like": {"twin": f"{self.path}.twin.pdf".rsplit("/", 1)[1],
                                                        "most_errors": MOST_ERRORS}}


def _standard():
    return replace(standard_text(good.FACTS), font="uming")


def _of_form():
    return replace(application_form(good.FACTS), font="uming")


COVER = {"number": good.STANDARD["number"], "published": "2023-03-20", "implemented": "2023-05-01"}
SAMPLES = [
    ScanSample("scan/standard.pdf", _standard, CLEAN, {"format": "pdf", "material": "standard-text", "cover": COVER,
                                                       "cited": ["GB/T 18354—2021", "GB/T 28577—2021", "GB/T 30134",
                                                                 "GB 31605—2020"]}),
    ScanSample("scan/dates-under-a-seal.pdf", _standard,
               Scan(seals=(Seal("北京青砚数字物流行业协会", at=(45, 247), page=0),)), {"format": "pdf", "cover": COVER}),
    ScanSample("scan/form-grey-skewed.pdf", _of_form, Scan(grey=True, skew=-3), {"format": "pdf"}),
]
