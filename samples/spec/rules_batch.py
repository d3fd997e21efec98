"""Samples of the rules over a batch of group standards: the same standard twice, a series, one proof for two applicants."""
from . import good, miit
from .cases import as_format, batch, entry, found, set_all, set_in
from .rules_applicant import COMPANY, COMPANY_FIRST

OTHER_ASSOCIATION = "北京青砚供应链与冷链促进会"


def standard(number, title, drafting_units=good.DRAFTING_UNITS):
    return set_all(number=number, title=title, drafting_units=drafting_units)


def by_another(number, title):
    """Another association's standard, drafted by others."""
    return set_all(number=number, title=title, organization=OTHER_ASSOCIATION, applicant=OTHER_ASSOCIATION,
                   drafting_units=f"{OTHER_ASSOCIATION}、北京示例包装材料有限公司", drafters="周听澜、苏问渠")


SECOND = standard("T/BJQYWL 019—2023", "冷库能耗计量与分级技术规范")
PART_1 = standard("T/BJQYWL 021.1—2023", "冷链仓储数据接口 第1部分：通用要求")
PART_2 = standard("T/BJQYWL 021.2—2023", "冷链仓储数据接口 第2部分：报文格式")
OTHERS_PART_2 = by_another("T/BJQYCX 021.2—2023", "冷链包装数据接口 第2部分：标签")
OTHERS = by_another("T/BJQYCX 003—2023", "冷链包装循环使用管理规范")
OWN_PROOF = set_in("implementation", used_since="2023-09-01")

CASES = [
    batch("batch.same-standard", "pass-different-standards", [], entry("甲"), entry("乙", SECOND)),
    batch("batch.same-standard", "pass-different-parts", [], entry("甲", PART_1), entry("乙", PART_2)),
    batch("batch.same-standard", "review-issuer-and-first-drafter", [found("review", "甲", "乙")],
          entry("甲", set_all(drafting_units=f"{COMPANY}、{good.ASSOCIATION}")), entry("乙", *COMPANY_FIRST),
          entry("丙", SECOND)),
    batch("batch.same-standard", "review-handed-in-again", [found("review", "甲", "甲（补正）")],
          entry("甲"), entry("甲（补正）", as_format("pdf", "application-form"))),
    batch("batch.same-standard", "review-under-two-calls", [found("review", "甲", "乙")],
          entry("甲", of=miit), entry("乙", set_all(form_year="（2024年度）"), of=miit)),
    batch("batch.series", "pass-different-standards", [], entry("甲"), entry("乙", SECOND)),
    batch("batch.series", "pass-parts-of-different-drafters", [], entry("甲", PART_1), entry("乙", OTHERS_PART_2)),
    batch("batch.series", "review-two-parts", [found("review", "甲", "乙")], entry("甲", PART_1), entry("乙", PART_2),
          entry("丙", OTHERS)),
    batch("batch.same-proof", "pass-each-its-own", [], entry("甲"), entry("乙", OTHERS, OWN_PROOF)),
    batch("batch.same-proof", "review-one-proof-for-two", [found("review", "甲", "乙")], entry("甲"),
          entry("乙", OTHERS, set_in("implementation", number=good.STANDARD["number"], title=good.STANDARD["title"]))),
]
