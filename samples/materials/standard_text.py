"""标准文本: the cover, 前言 and the first chapters of an invented group standard."""
from render.blocks import Cover, Heading, PageBreak, Paper, para

CITING = ("下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本"
          "适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。")


def _foreword(f):
    return [
        Heading("前  言"),
        para("本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。", indent=True),
        para("请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。", indent=True),
        para(f"本文件由{f['organization']}提出并归口。", indent=True),
        para(f"本文件起草单位：{f['drafting_units']}。", indent=True),
        para(f"本文件主要起草人：{f['drafters']}。", indent=True),
        para("本文件为首次发布。", indent=True),
    ]


def _body(f):
    cited = [para(line, indent=True) for line in f["cited"]]
    return [
        Heading(f["title"]),
        Heading("1 范围", 2), para(f["scope"], indent=True),
        Heading("2 规范性引用文件", 2), para(CITING, indent=True), *cited,
        Heading("3 术语和定义", 2), para("本文件没有需要界定的术语和定义。", indent=True),
        Heading("4 一般要求", 2),
        para("4.1 监测点应覆盖库门、回风口和货物堆垛中部，每间库房不少于三个。", indent=True),
        para("4.2 数据上报间隔不应大于5 min，断网期间应在本地保存，恢复后补传。", indent=True),
        *([para(f["more_text"], indent=True)] if f["more_text"] else []),
        Heading("5 数据要求", 2),
        para("5.1 温度的测量误差不应大于±0.3 ℃，相对湿度的测量误差不应大于±3 %。", indent=True),
        para("5.2 每条数据应包含库房编码、监测点编码、采集时间、温度和相对湿度。", indent=True),
        Heading("6 检验", 2), para("按第4章、第5章的要求逐项检查，全部符合为合格。", indent=True),
    ]


def standard_text(facts):
    f = facts
    cover = Cover(f["ics"], f["ccs"], f["number"], f["title"], f["title_en"], f["published"], f["implemented"],
                  f["organization"], replaces=f["replaces"], draft=f["draft"])
    return Paper((cover, PageBreak(), *_foreword(f), PageBreak(), *_body(f)), header=("", f["number"]),
                 watermark=f["watermark"])
