"""Samples of panel.*: lists of experts against the good dossier. All names are invented."""
from . import good
from .cases import panel

COMPANY = good.DRAFTING_UNITS.split("、")[1]
STRANGERS = (
    ("江映月", "某某大学物流工程学院", "教授", "物流工程"),
    ("石敬之", "示例市计量检测研究院", "正高级工程师", "温度计量"),
    ("温如玉", "示例标准化研究院", "研究员", "标准化"),
    ("陶然亭", "示例省消费者权益保护协会", "高级经济师", "公共利益"),
    ("白鹿鸣", "示例制冷学会", "高级工程师", "制冷"),
    ("夏知秋", "示例冷链研究中心", "副研究员", "冷链"),
    ("季无忧", "某某职业技术学院", "副教授", "仓储管理"),
)
EIGHTH = ("钟离远", "示例食品检验所", "主任技师（正高）", "食品检验")
SIZE, TITLES, NO_LINK = "panel.size", "panel.senior-titles", "panel.no-link"


def _with(name="季无忧", employer="某某职业技术学院", title="副教授"):
    """The last of the seven replaced by somebody else."""
    return (*STRANGERS[:6], (name, employer, title, "仓储管理"))


CASES = [
    panel(SIZE, "pass-seven.xlsx", *STRANGERS),
    panel(SIZE, "fail-six.csv", *STRANGERS[:6]),
    panel(SIZE, "fail-ten.xlsx", *STRANGERS, EIGHTH, ("简书白", "示例包装研究所", "高级工程师", "包装"),
          ("安若素", "某某大学", "教授", "信息技术")),
    panel(SIZE, "review-eight.csv", *STRANGERS, EIGHTH),
    panel(TITLES, "pass-all-senior.csv", *STRANGERS),
    panel(TITLES, "review-engineer.xlsx", *_with(title="工程师")),
    panel(TITLES, "review-assistant-researcher.csv", *_with(title="助理研究员")),
    panel(TITLES, "review-no-title.xlsx", *_with(title="")),
    panel(NO_LINK, "pass-strangers.xlsx", *STRANGERS),
    panel(NO_LINK, "fail-employer-drafts.xlsx", *_with(employer=COMPANY)),
    panel(NO_LINK, "fail-employer-in-other-words.csv", *_with(employer=COMPANY.replace("有限公司", "有限责任公司"))),
    panel(NO_LINK, "fail-drafter.csv", *_with(name="沈一禾")),
    panel(NO_LINK, "fail-issuing-body.xlsx", *_with(employer=good.ASSOCIATION)),
    panel(NO_LINK, "review-part-of-the-employer.xlsx", *_with(employer=f"{COMPANY}技术中心")),
]
