"""自评打分表 in the shape such sheets have: merged first-level cells, maxima inside the text, sub-totals, a total.

The indicators are invented and say so; the official table of DB11/T 2020-2022 is not imitated.
"""
from render.blocks import Cell, Paper, para, table

NOTE = "注：本表指标及分值均为软件测试虚构，不是任何标准的评价表。"


def points_of(facts, item):
    code, _, _, points = item
    return facts["points"].get(code, points)


def subtotal_of(facts, group):
    code, _, items = group
    stated = facts["subtotals"].get(code)
    return sum(points_of(facts, item) or 0 for item in items) if stated is None else stated


def total_of(facts):
    if facts["total"] is not None:
        return facts["total"]
    return sum(points_of(facts, item) or 0 for _, _, items in facts["indicators"] for item in items)


def _group_rows(facts, group, first_row):
    """Rows of one first-level indicator and its sub-total; `first_row` counts as worksheets do, from 1."""
    code, name, items = group
    most = sum(item[2] for item in items)
    rows = []
    for n, item in enumerate(items):
        item_code, item_name, maximum, _ = item
        points = points_of(facts, item)
        row = [f"{item_code} {item_name}({maximum:g}分)", Cell(number=maximum), f"查验{item_name}材料",
               Cell() if points is None else Cell(number=points), f"附件{item_code}"]
        rows.append([Cell(f"{code}.{name}({most:g}分)", down=len(items) + 1)] + row if n == 0 else row)
    last = first_row + len(items) - 1
    rows.append(["小计", Cell(number=most), "",
                 Cell(number=subtotal_of(facts, group), formula=f"SUM(E{first_row}:E{last})"), ""])
    return rows


def score_table(facts):
    rows = [[Cell(f"附件3 高质量团体标准自评打分表（{facts['kind']}）", across=6)],
            ["标准名称", Cell(facts["title"], across=5)],
            ["标准编号", Cell(facts["number"], across=2), "发布团体", Cell(facts["organization"], across=2)],
            ["一级指标", "二级指标", "分值", "评分要点", "自评得分", "证明材料"]]
    sums = []
    for group in facts["indicators"]:
        rows += _group_rows(facts, group, len(rows) + 1)
        sums.append(f"E{len(rows)}")
    most = sum(item[2] for _, _, items in facts["indicators"] for item in items)
    rows.append([Cell("合计", across=2), Cell(number=most), "",
                 Cell(number=total_of(facts), formula="+".join(sums)), ""])
    rows.append([Cell(NOTE, across=6)])
    return table(rows, (22, 34, 11, 24, 14, 15))


def self_score(facts):
    tab = score_table(facts)
    return Paper((tab, para(f"填表单位：{facts['applicant']}")), sheet="自评打分表")
