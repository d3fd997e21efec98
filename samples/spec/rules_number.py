"""Samples of number.*, title.consistent and organization.consistent."""
from .cases import case, replace_by, set_all, set_in
from .rules_material import PLATFORM_UNREAD


def numbered(number):
    """The same number everywhere, so that nothing differs and only the number itself is judged."""
    return set_all(number=number)


CASES = [
    case("number.format", "pass-part", {}, numbered("T/BJQYWL 012.1—2023")),
    case("number.format", "pass-hyphen-typed", {}, numbered("T/BJQYWL 12-2023")),
    case("number.format", "fail-two-digit-year", {"number.format": "fail"}, numbered("T/BJQYWL 012—23"),
         open=("number.*",)),
    case("number.format", "fail-no-year", {"number.format": "fail"}, numbered("T/BJQYWL 012"), open=("number.*",)),
    case("number.code-chars", "pass-digit-in-code", {}, numbered("T/BJ2QY 012—2023")),
    case("number.code-chars", "review-hyphen-in-code", {"number.code-chars": "review"},
         numbered("T/BJQY-W 012—2023"), open=("number.format",)),
    case("number.code-chars", "fail-lower-case", {"number.code-chars": "fail"}, numbered("T/bjqywl 012—2023"),
         open=("number.*", "platform.disclosed")),
    case("number.code-reserved", "pass-begins-like-one", {}, numbered("T/GBQY 012—2023")),
    case("number.code-reserved", "fail-industry-code", {"number.code-reserved": "fail"}, numbered("T/JB 012—2023")),
    case("number.code-reserved", "fail-national-code", {"number.code-reserved": "fail"}, numbered("T/GB 012—2023")),
    case("number.year-matches-publication", "pass-same-year", {}, numbered("T/BJQYWL 007—2023")),
    case("number.year-matches-publication", "review-year-before", {"number.year-matches-publication": "review"},
         numbered("T/BJQYWL 012—2022")),
    case("number.consistent", "pass-printed-differently", {},
         set_in("application-form", number="Ｔ／ＢＪＱＹＷＬ　０１２－２０２３"),
         set_in("platform-screenshot", number="T/BJQYWL012—2023"), set_in("self-score", number="T/BJQYWL 012-2023")),
    case("number.consistent", "fail-form-differs", {"number.consistent": "fail"},
         set_in("application-form", number="T/BJQYWL 021—2023"), matrix_disagrees=["number"]),
    case("number.consistent", "fail-leading-zero", {"number.consistent": "fail"},
         set_in("application-form", number="T/BJQYWL 12—2023"), matrix_disagrees=["number"]),
    case("number.consistent", "fail-score-sheet-differs", {"number.consistent": "fail"},
         set_in("self-score", number="T/BJQYWL 011—2023"), matrix_disagrees=["number"]),
    case("number.consistent", "fail-platform-differs", {"number.consistent": "fail"},
         set_in("platform-screenshot", number="T/BJQYWL 012—2022"), matrix_disagrees=["number"],
         open=("number.year-*",)),
    case("number.consistent", "review-screenshot-is-a-picture",
         PLATFORM_UNREAD,
         replace_by("platform-screenshot", "platform-picture", "docx"), open=("file.readable",)),
    case("title.consistent", "pass-blank-inside", {},
         set_in("application-form", title="冷链仓储 温湿度监测数据 接入技术规范")),
    case("title.consistent", "review-one-character", {"title.consistent": "review"},
         set_in("application-form", title="冷链仓贮温湿度监测数据接入技术规范"), matrix_disagrees=["title"]),
    case("title.consistent", "fail-words-missing", {"title.consistent": "fail"},
         set_in("application-form", title="冷链仓储温湿度监测技术规范"), matrix_disagrees=["title"]),
    case("organization.consistent", "pass-blank-inside", {},
         set_in("application-form", organization="北京青砚数字物流 行业协会")),
    case("organization.consistent", "fail-platform-differs", {"organization.consistent": "fail"},
         set_in("platform-screenshot", organization="北京青砚供应链与冷链促进会"),
         matrix_disagrees=["organization"]),
]
