"""The short papers: 创新性先进性说明, 必要专利披露说明, 应用证明, and a notice of review."""
from render.blocks import Heading, Paper, para, table

from .wording import chinese


def _signed(name, day):
    return (para(f"{name}（盖章）", align="right"), para(day, align="right"))


def innovation(facts):
    f = facts
    return Paper((Heading("创新性、先进性说明"),
                  para(f"标准：{f['number']}《{f['title']}》"),
                  Heading("一、创新性", 2), para(f["innovations"], indent=True),
                  Heading("二、先进性", 2), para(f["advanced"], indent=True),
                  Heading("三、与现行标准的对比", 2), para(f["compared"], indent=True),
                  table([("对比项目", "本标准", "现行标准"),
                         ("温度测量误差", "±0.3 ℃", "GB/T 30134—2013：未规定"),
                         ("上报间隔", "不大于5 min", "GB 31605—2020：未规定")], (30, 40, 50)),
                  *_signed(f["applicant"], chinese(f["filled"]))))


def patent_disclosure(facts):
    f = facts
    return Paper((Heading("必要专利披露说明"),
                  para(f"标准：{f['number']}《{f['title']}》"),
                  para(f["patent_statement"], indent=True),
                  para("如今后发现涉及必要专利，本会将按照国家有关规定及时披露并处置。", indent=True),
                  *_signed(f["applicant"], chinese(f["filled"]))))


def implementation(facts):
    f = facts
    return Paper((Heading("团体标准应用证明"),
                  para(f"我单位自{chinese(f['used_since'])}起采用{f['number']}《{f['title']}》，"
                       "用于三座冷库的温湿度监测系统改造。", indent=True),
                  para(f["effects"], indent=True),
                  *_signed("北京示例冷链仓储有限公司", chinese(f["filled"]))))


def review_notice(facts):
    f = facts
    return Paper((Heading("关于公布团体标准复审结果的公告"),
                  para(f"{f['organization']}按照复审周期组织了专家审查。经复审，下列团体标准继续有效：", indent=True),
                  table([("标准编号", "标准名称", "复审日期", "复审结论"),
                         (f["number"], f["title"], chinese(f["reviewed_on"]), "继续有效")], (30, 45, 25, 20)),
                  *_signed(f["organization"], chinese(f["reviewed_on"]))))
