"""Samples of applicant.*: who may apply, and whether last year's inspection was passed."""
from . import good
from .cases import add, case, set_all, set_in
from .credit_code import credit_code

COMPANY, INSTITUTE = good.DRAFTING_UNITS.split("、")[1:]
OTHERS_DRAFT = set_all(drafting_units=f"{COMPANY}、{INSTITUTE}")
KIND, PUBLISHED, INSPECTED = "applicant.kind", "applicant.published-in-beijing", "applicant.annual-inspection"
CERTIFICATE = "03 证明材料/3-7 登记证书"


def _applies(name, code):
    """Somebody else than the issuing body applies, under a code of its own."""
    everywhere = set_all(applicant=name)
    return lambda dossier: (everywhere(dossier), set_in("application-form", uscc=code)(dossier))


COMPANY_FIRST = (set_all(drafting_units=f"{COMPANY}、{good.ASSOCIATION}"),
                 _applies(COMPANY, credit_code("110105", "MA09QY34", kind="91")))

CASES = [
    case(KIND, "pass-first-drafter", {PUBLISHED: "review"}, *COMPANY_FIRST, matrix_disagrees=["uscc"]),
    case(KIND, "pass-association-that-drafts-nothing", {}, OTHERS_DRAFT),
    case(KIND, "review-second-drafter", {KIND: "review", PUBLISHED: "review"},
         _applies(COMPANY, credit_code("110105", "MA09QY34", kind="91")), matrix_disagrees=["uscc"]),
    case(KIND, "review-association-of-another-province", {KIND: "review", PUBLISHED: "review"}, OTHERS_DRAFT,
         set_all(uscc=credit_code("330000", "MJ09QY12"))),
    case(KIND, "review-registered-with-the-ministry", {KIND: "review", PUBLISHED: "review"}, OTHERS_DRAFT,
         set_all(uscc=credit_code("100000", "MJ09QY12"))),
    case(PUBLISHED, "review-first-drafter-applies", {PUBLISHED: "review"}, *COMPANY_FIRST, matrix_disagrees=["uscc"]),
    case(INSPECTED, "pass-on-the-certificate", {}, set_all(credit="无不良信用记录和严重违法失信记录"),
         add("certificate", CERTIFICATE, "pdf")),
    case(INSPECTED, "pass-last-year-in-words", {}, set_all(credit="无不良信用记录和严重违法失信记录，上年度年检合格")),
    case(INSPECTED, "pass-denied-in-the-words-of-the-plan", {},
         set_all(credit="上年度不存在应参加而未参加年检以及年检不合格情况，2023年度年检合格")),
    case(INSPECTED, "fail-not-passed", {INSPECTED: "fail"},
         set_all(credit="无不良信用记录和严重违法失信记录", inspections=("2022年度 年检合格", "2023年度 年检不合格")),
         add("certificate", CERTIFICATE, "pdf")),
    case(INSPECTED, "review-year-not-named", {INSPECTED: "review"},
         set_all(credit="无不良信用记录和严重违法失信记录，年检合格")),
    case(INSPECTED, "review-year-before-last", {INSPECTED: "review"},
         set_all(credit="无不良信用记录和严重违法失信记录", inspections=("2022年度 年检合格",)),
         add("certificate", CERTIFICATE, "pdf")),
    case(INSPECTED, "review-nothing-said", {INSPECTED: "review"}, set_all(credit="无不良信用记录和严重违法失信记录")),
]
