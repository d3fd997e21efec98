"""申报书: labels and values in a table with merged cells, the commitment to truth, the place for the seal."""
from render.blocks import Cell, Heading, Paper, para, table

from .self_score import total_of
from .wording import chinese


def _score(facts):
    score = total_of(facts) if facts["stated_score"] is None else facts["stated_score"]
    return "" if score == "" else f"{score:g}分"


def _pairs(facts, *pairs):
    return [(label_a, a, label_b, b) for (label_a, a), (label_b, b) in zip(pairs[::2], pairs[1::2])]


def _wide(label, value):
    return (label, Cell(value, across=3))


def _part(title):
    return (Cell(title, across=4),)


def application_form(facts):
    f = facts
    rows = [_part("一、标准基本信息"),
            _wide("标准名称（中文）", f["title"]), _wide("标准名称（英文）", f["title_en"])]
    rows += _pairs(f, ("标准编号", f["number"]), ("标准类别", f["kind"]),
                   ("发布日期", chinese(f["published"])), ("实施日期", chinese(f["implemented"])),
                   ("国际标准分类号（ICS）", f["ics"]), ("中国标准分类号（CCS）", f["ccs"]),
                   ("国民经济行业分类", f["industry"]), ("是否涉及专利", f["patents"]))
    rows += [_wide("发布团体", f["organization"]), _wide("复审情况", f["reviewed"]),
             _wide("重点领域", f["field"]),
             _part("二、申报单位信息"), _wide("申报单位", f["applicant"])]
    rows += _pairs(f, ("统一社会信用代码", f["uscc"]), ("法定代表人", f["representative"]),
                   ("通讯地址", f["address"]), ("邮政编码", f["postcode"]),
                   ("联系人", f["contact"]), ("职务", f["position"]),
                   ("联系电话", f["phone"]), ("电子邮箱", f["email"]))
    rows += [_wide("信用情况", f["credit"]),
             _part("三、标准情况"), _wide("主要起草单位", f["drafting_units"]), _wide("主要起草人", f["drafters"]),
             _wide("自评得分", _score(f)), _wide("与国家标准、行业标准、地方标准对比", f["compared"]),
             _wide("创新点", f["innovations"]), _wide("先进性", f["advanced"]),
             _wide("实施应用情况", f["applied"]), _wide("获奖情况", f["awards"])]
    commitment = [para("申报单位承诺：" + f["commitment"], indent=True)] if f["commitment"] else []
    return Paper((para("附件2"), Heading("高质量团体标准申报书"), para("（2024年度）", align="center"),
                  table(rows, (26, 34, 26, 34)), *commitment,
                  para(f"申报单位（盖章）：{f['applicant']}", align="right"),
                  para("法定代表人（签字）：              ", align="right"),
                  para(chinese(f["filled"]), align="right")))
