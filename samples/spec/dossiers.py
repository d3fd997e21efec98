"""Whole dossiers: the good one, the demo, one merged PDF, other forms of the same papers, bad files, none at all."""
from render.archives import encrypted_zip, tar_gz, utf8_zip, windows_zip

from . import good
from .cases import Case, as_format, damage, dossier, drop, encrypt, merge, pack, put, set_all, set_in
from .rules_material import BEIJING, UNREADABLE, WITHOUT

NOTHING = {f"material.{material}": "fail" for material, _, _ in good.DOCUMENTS}
LITTER = (put("Thumbs.db", b"\xd0\xcf\x11\xe0litter"), put(".DS_Store", b"\0\0\0\1Bud1"),
          put("~$申报书.docx", b"\0" * 162))
# One file cannot be opened: what it could have held is open, everything else must still be said.
UNREADABLE_PATENTS = {**UNREADABLE, "patent.consistent": "review",
                      "material.patent-disclosure": "pass|review"}  # by its name, or not
ENCRYPTED_PATENTS = "专利.zip/03 证明材料/3-5 必要专利披露说明.pdf"


def _without_papers(name, *changes):
    expected = {"as_of": good.AS_OF, "programme": BEIJING, "verdict": "return", "findings": NOTHING}
    return Case(f"dossiers/{name}", (drop(*(m for m, _, _ in good.DOCUMENTS)), *changes), expected)


def _same(name, *changes, **more):
    """The good dossier in another dress: the same verdict, findings and subject."""
    return dossier(name, {}, *changes, verdict="review", subject=good.SUBJECT, says_materials=True,
                   matrix_disagrees=[], **more)


CASES = [
    _same("good"),
    _same("merged-pdf", as_format("pdf"), merge("申报材料（合并）.pdf")),
    _same("all-docx", as_format("docx", "application-form", "self-score", "procedure", "innovation",
                                "patent-disclosure", "implementation")),
    _same("all-pdf", as_format("pdf")),
    _same("watermarked-standard", set_in("standard-text", watermark="全国团体标准信息平台")),
    _same("embedded-font-song", set_all(font="uming")),
    _same("embedded-font-hei", set_in("standard-text", font="zenhei")),
    _same("with-litter", *LITTER, files={"Thumbs.db": "ignored", ".DS_Store": "ignored", "~$申报书.docx": "ignored"}),
    _same("windows-zip", *LITTER, pack("申报材料.zip", windows_zip),
          files={"申报材料.zip": "read", "申报材料.zip/Thumbs.db": "ignored"}),
    _same("zip-in-tar-gz", pack("证明材料.zip", utf8_zip, "innovation", "patent-disclosure", "implementation"),
          pack("申报材料.tar.gz", tar_gz),
          files={"申报材料.tar.gz": "read", "申报材料.tar.gz/证明材料.zip": "read"}),
    dossier("encrypted-zip", UNREADABLE_PATENTS, pack("专利.zip", encrypted_zip, "patent-disclosure"),
            verdict="return", files={ENCRYPTED_PATENTS: "unreadable"}, problems={ENCRYPTED_PATENTS: "encrypted"}),
    dossier("demo",
            {"number.consistent": "fail", "date.consistent": "fail", "score.arithmetic": "fail",
             "form.required-fields": "fail", "material.patent-disclosure": "fail",
             "patent.consistent": "review"},
            set_in("application-form", number="T/BJQYWL 021—2023", phone=""),
            set_in("platform-screenshot", published="2023-03-22"),
            set_all(total=91, points={"1.1": 9}),
            drop("patent-disclosure"), set_all(font="uming"),
            verdict="return", matrix_disagrees=["number", "published"]),
    # The demo handed in again: the patents are there, the score adds up, the form is complete; the number is as it was,
    # the date is another wrong one, and the title has come to differ.
    dossier("demo-corrected",
            {"number.consistent": "fail", "date.consistent": "fail", "title.consistent": "fail"},
            set_in("application-form", number="T/BJQYWL 021—2023", title="冷链仓储温湿度监测技术规范"),
            set_in("platform-screenshot", published="2023-03-23"), set_all(font="uming"),
            verdict="return", matrix_disagrees=["number", "published", "title"]),
    dossier("encrypted-pdf", UNREADABLE_PATENTS, encrypt("patent-disclosure"), verdict="return",
            files={"03 证明材料/3-5 必要专利披露说明.pdf": "unreadable"},
            problems={"03 证明材料/3-5 必要专利披露说明.pdf": "encrypted"}),
    dossier("truncated-pdf", UNREADABLE_PATENTS,
            damage("patent-disclosure", lambda data: data[:300]), verdict="return",
            problems={"03 证明材料/3-5 必要专利披露说明.pdf": "damaged-pdf"}),
    dossier("docx-is-not-one", {**UNREADABLE, "material.innovation": "review"},
            damage("innovation", lambda data: b"\x01\x02\x03 not a package"), verdict="return",
            files={"03 证明材料/3-4 创新性先进性说明.docx": "unreadable"}),
    dossier("truncated-standard", {**UNREADABLE, "material.standard-text": "review"},
            damage("standard-text", lambda data: data[:300]), verdict="return",
            open=WITHOUT["standard-text"]),
    _without_papers("empty"),
    _without_papers("litter-only", *LITTER),
]
