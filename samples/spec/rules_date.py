"""Samples of date.* and platform.*: the calendar's edges first."""
from .cases import add, case, replace_by, set_all, set_in
from .rules_material import PLATFORM_UNREAD

IN_FORCE = "date.in-force-six-months"


def dated(published, implemented, number="T/BJQYWL 012—2023"):
    return set_all(published=published, implemented=implemented, number=number)


CASES = [
    case("date.order", "pass-same-day", {}, dated("2023-05-01", "2023-05-01")),
    case("date.order", "fail-implemented-first", {"date.order": "fail"}, dated("2023-05-01", "2023-03-20")),
    # 2024-08-31 less six months: 29 February is the last day that passes.
    case(IN_FORCE, "pass-last-day", {}, dated("2023-11-10", "2024-02-29")),
    case(IN_FORCE, "fail-one-day-late", {IN_FORCE: "fail"}, dated("2023-11-10", "2024-03-01")),
    case(IN_FORCE, "pass-to-the-day", {}, dated("2023-11-10", "2024-03-01"), as_of="2024-09-01"),
    # Six months after 31 August is the last day of February; after 31 December, 30 June.
    case(IN_FORCE, "pass-clamped-to-leap-day", {}, dated("2023-06-12", "2023-08-31"), as_of="2024-02-29"),
    case(IN_FORCE, "fail-before-leap-day", {IN_FORCE: "fail"}, dated("2023-06-12", "2023-08-31"),
         as_of="2024-02-28"),
    case(IN_FORCE, "pass-clamped-to-june", {}, dated("2022-11-18", "2022-12-31", "T/BJQYWL 012—2022"),
         set_all(credit="2022年度年检合格"), as_of="2023-06-30"),
    case("date.review-cycle", "pass-two-years", {}, set_all(review_cycle="两年")),
    case("date.review-cycle", "fail-five-years", {"date.review-cycle": "fail"}, set_all(review_cycle="五年")),
    case("date.review-cycle", "fail-four-in-digits", {"date.review-cycle": "fail"}, set_all(review_cycle="4年")),
    case("date.review-cycle", "review-old-and-not-reviewed", {"date.review-cycle": "review"},
         dated("2020-06-01", "2020-07-01", "T/BJQYWL 012—2020"), set_all(reviewed="", used_since="2020-08-01"),
         open=("form.required-fields",)),
    case("date.review-cycle", "pass-old-but-reviewed", {},
         dated("2020-06-01", "2020-07-01", "T/BJQYWL 012—2020"),
         set_all(reviewed="已于2023年6月15日复审，结论为继续有效", used_since="2020-08-01"),
         add("review-notice", "03 证明材料/3-7 复审公告", "pdf")),
    case("date.consistent", "pass-in-other-words", {},
         set_in("application-form", published="2023.3.20", implemented="二〇二三年五月一日")),
    case("date.consistent", "fail-platform-published-differs", {"date.consistent": "fail"},
         set_in("platform-screenshot", published="2023-03-21"), matrix_disagrees=["published"]),
    case("date.consistent", "fail-form-implemented-differs", {"date.consistent": "fail"},
         set_in("application-form", implemented="2023-06-01"), matrix_disagrees=["implemented"],
         open=("date.order", IN_FORCE)),
    case("platform.status-in-force", "pass-old-standard-replaced", {}, set_all(replaces="T/BJQYWL 003—2018")),
    case("platform.status-in-force", "fail-abolished", {"platform.status-in-force": "fail"},
         set_in("platform-screenshot", status="废止", abolished="2024-05-01")),
    case("platform.status-in-force", "review-picture", PLATFORM_UNREAD,
         replace_by("platform-screenshot", "platform-picture", "docx"), open=("file.readable",)),
    case("platform.disclosed", "pass-patents-named", {"patent.consistent": "review"},
         set_in("platform-screenshot", platform_patents="是"),
         open=("material.patent-disclosure",)),
    case("platform.disclosed", "review-main-content-empty", {"platform.disclosed": "review"},
         set_in("platform-screenshot", main_content="")),
    case("platform.disclosed", "review-scope-empty", {"platform.disclosed": "review"},
         set_in("platform-screenshot", platform_scope="")),
]
