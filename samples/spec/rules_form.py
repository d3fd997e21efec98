"""Samples of score.*, form.* and of Beijing's rules that only a person can decide."""
from .cases import as_format, case, set_all, set_in
from .credit_code import credit_code

EIGHTY = {"1.1": 6, "1.2": 10, "2.1": 8, "2.2": 12, "3.1": 12, "3.2": 8, "4.1": 16, "4.2": 8}
BODY = ("110000", "MJ09QY12")
WRONG_CODE = {"form.uscc-valid": "fail", "applicant.published-in-beijing": "review"}  # it says nothing of the body


def _person(rule, name, *changes):
    return case(rule, name, {}, *changes)


CASES = [
    case("score.threshold", "pass-exactly-80", {}, set_all(points=EIGHTY)),
    case("score.threshold", "fail-79.5", {"score.threshold": "fail"}, set_all(points={**EIGHTY, "1.1": 5.5})),
    case("score.arithmetic", "pass-decimals", {}, set_all(points={"1.1": 6.5, "2.1": 8.5, "3.2": 9.5})),
    case("score.arithmetic", "pass-decimals-in-docx", {}, set_all(points={"1.1": 6.5, "2.1": 8.5}),
         as_format("docx", "self-score")),
    case("score.arithmetic", "fail-item-over-maximum", {"score.arithmetic": "fail"}, set_all(points={"1.1": 9})),
    case("score.arithmetic", "fail-subtotal-wrong", {"score.arithmetic": "fail"}, set_all(subtotals={"2": 24})),
    case("score.arithmetic", "fail-total-wrong", {"score.arithmetic": "fail"}, set_all(total=90)),
    case("score.arithmetic", "fail-total-wrong-in-pdf", {"score.arithmetic": "fail"}, set_all(total=90),
         as_format("pdf", "self-score")),
    case("score.arithmetic", "fail-form-differs", {"score.arithmetic": "fail"},
         set_in("application-form", stated_score=91), matrix_disagrees=["score"]),
    case("form.required-fields", "pass-pdf", {}, as_format("pdf", "application-form")),
    case("form.required-fields", "fail-empty", {"form.required-fields": "fail"},
         set_in("application-form", phone="")),
    case("form.required-fields", "fail-empty-in-pdf", {"form.required-fields": "fail"},
         set_in("application-form", contact=""), as_format("pdf", "application-form")),
    case("form.required-fields", "fail-placeholder", {"form.required-fields": "fail"},
         set_in("application-form", contact="请填写")),
    case("form.uscc-valid", "pass-other-letters", {}, set_all(uscc=credit_code("110105", "MJ0TWXY8"))),
    case("form.uscc-valid", "fail-check-character", WRONG_CODE,
         set_all(uscc=credit_code(*BODY, wrong_check=True))),
    case("form.uscc-valid", "fail-body-check", WRONG_CODE,
         set_all(uscc=credit_code(*BODY, wrong_body=True))),
    case("form.commitment", "pass-other-words", {},
         set_all(commitment="本单位对申报材料的真实性、合法性负责，并承担由此产生的责任。")),
    case("form.commitment", "review-missing", {"form.commitment": "review"}, set_all(commitment="")),
    _person("form.sealed", "review-no-seal"),
    _person("credit.checked", "review-statement-in-form",
            set_all(credit="经国家企业信用信息公示系统查询，无违法失信记录，2023年度年检合格")),
    _person("policy.field", "review-field-named", set_all(field="资源节约与生态环境保护")),
    _person("technical.not-lower", "review-comparison-given"),
    _person("technical.not-obsolete", "review-text-given"),
    case("score.right-sheet", "pass-management-and-service", {}, set_all(kind="管理与服务类")),
    case("score.right-sheet", "pass-docx", {}, as_format("docx", "self-score")),
    case("score.right-sheet", "review-other-sheet", {"score.right-sheet": "review"},
         set_in("self-score", kind="管理与服务类")),
]
