"""Samples of material.* and file.readable: what is in the dossier, under which name, in which form."""
from render.raster import jpeg, png

from .cases import add, as_format, case, damage, drop, encrypt, put, rename, replace_by, set_in
from .good import DOCUMENTS

BEIJING = "bj-hq-group-standard"
# What cannot be said once a paper is missing, and is not asked of these samples.
WITHOUT = {
    "application-form": ("form.*", "score.*", "*.consistent", "policy.field", "applicant.*"),
    "self-score": ("score.*",),
    "procedure": ("date.review-cycle", "procedure.*"),
    "standard-text": ("number.*", "date.*", "*.consistent", "applicant.kind", "competition.words"),
    "platform-screenshot": ("platform.*", "patent.consistent"),
    "innovation": (),
    "patent-disclosure": ("patent.consistent",),
    "implementation": ("implementation.evidence", "fees.complaint"),
}
# Words that must not be there are not known to be absent while a file is unread.
UNSEARCHED = {**{rule: "pass|review" for rule in ("competition.words", "fees.complaint")},
              **{rule: "notApplicable|review" for rule in ("network.opinion", "good-practice.proved")}}
UNREADABLE = {"file.readable": "fail", **UNSEARCHED}
# A picture that nobody has read may hold what is missing, and may disagree.
PLATFORM_UNREAD = {**UNSEARCHED, **{rule: "review" for rule in (
    "material.platform-screenshot", "platform.status-in-force", "platform.disclosed", "number.consistent",
    "date.consistent", "title.consistent", "organization.consistent", "patent.consistent")}}


def _missing(material):
    more = {"programme": BEIJING} if material == "application-form" else {}
    return case(f"material.{material}", "fail-missing", {f"material.{material}": "fail"}, drop(material),
                open=WITHOUT[material], **more)


def _nameless(n, material):
    return case(f"material.{material}", "pass-name-says-nothing", {}, rename(material, f"新建文件夹/扫描件{n}"))


CASES = [_missing(material) for material, _, _ in DOCUMENTS]
CASES += [_nameless(n, material) for n, (material, _, _) in enumerate(DOCUMENTS, 1)]
CASES += [
    case("material.application-form", "pass-pdf", {}, as_format("pdf", "application-form")),
    case("material.self-score", "pass-docx", {}, as_format("docx", "self-score")),
    case("material.self-score", "pass-pdf", {}, as_format("pdf", "self-score")),
    case("material.procedure", "pass-docx", {}, as_format("docx", "procedure")),
    case("material.patent-disclosure", "pass-docx", {}, as_format("docx", "patent-disclosure")),
    case("material.innovation", "pass-misleading-name", {}, rename("innovation", "03 证明材料/标准文本说明")),
    case("material.implementation", "pass-pdf", {}, as_format("pdf", "implementation")),
    case("material.standard-text", "fail-draft", {"material.standard-text": "fail"},
         set_in("standard-text", draft="（征求意见稿）")),
    case("material.standard-text", "fail-notice-is-no-standard", {"material.standard-text": "fail"},
         drop("standard-text"), add("review-notice", "03 证明材料/3-2 复审公告", "pdf"),
         open=WITHOUT["standard-text"]),
    # The words of the platform on every page of the standard do not make it the platform's page.
    case("material.platform-screenshot", "fail-watermark-is-no-screenshot",
         {"material.platform-screenshot": "fail"}, drop("platform-screenshot"),
         set_in("standard-text", watermark="全国团体标准信息平台"), open=WITHOUT["platform-screenshot"]),
    case("material.platform-screenshot", "fail-list-page-only", {"material.platform-screenshot": "fail"},
         replace_by("platform-screenshot", "platform-list", "pdf"),
         open=WITHOUT["platform-screenshot"]),
    case("material.platform-screenshot", "review-png", PLATFORM_UNREAD,
         drop("platform-screenshot"), put("03 证明材料/3-3 平台公示截图.png", png(1366, 900)), open=("file.readable",)),
    case("material.platform-screenshot", "review-jpeg", PLATFORM_UNREAD,
         drop("platform-screenshot"), put("03 证明材料/3-3 平台公示截图.jpg", jpeg(1366, 900)), open=("file.readable",)),
    case("material.platform-screenshot", "review-picture-in-docx", PLATFORM_UNREAD,
         replace_by("platform-screenshot", "platform-picture", "docx"),
         open=("file.readable",)),
    case("file.readable", "pass-litter", {}, put("Thumbs.db", b"\xd0\xcf\x11\xe0litter"),
         put("01 申报书/~$附件2 高质量团体标准申报书.docx", b"\0" * 162), put("__MACOSX/._x", b"\0\5\x16\7")),
    case("file.readable", "fail-encrypted", UNREADABLE,
         add("review-notice", "03 证明材料/3-7 其他证明", "pdf"), encrypt("review-notice")),
    case("file.readable", "fail-truncated", UNREADABLE,
         add("review-notice", "03 证明材料/3-7 其他证明", "pdf"),
         damage("review-notice", lambda data: data[:len(data) // 2])),
    case("file.readable", "fail-empty-file", UNREADABLE, put("03 证明材料/3-7 其他证明.pdf", b"")),
    case("file.readable", "fail-docx-is-not-one", UNREADABLE,
         put("03 证明材料/3-7 其他证明.docx", b"PK\3\4 this only begins like a package")),
    case("file.readable", "fail-unknown-format", UNREADABLE,
         put("03 证明材料/3-7 其他证明.dat", bytes(range(256)) * 4)),
]
