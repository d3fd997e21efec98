"""The good dossier: everything there, everything agrees. All names, numbers and persons are invented.

FACTS are what the papers say, DOCUMENTS which papers there are and in which form, FINDINGS what the
review must say of it. A case (cases.py) is this plus a small change.
"""
from materials.side_papers import MAKERS  # noqa: F401

from .credit_code import credit_code

PROGRAMME = "bj-hq-group-standard"
AS_OF = "2024-08-31"
ASSOCIATION = "北京青砚数字物流行业协会"
DRAFTING_UNITS = f"{ASSOCIATION}、北京示例冷链仓储有限公司、北京某某标准技术研究院"

STANDARD = {
    "number": "T/BJQYWL 012—2023",
    "title": "冷链仓储温湿度监测数据接入技术规范",
    "title_en": "Technical specification for access of temperature and humidity monitoring data in cold chain storage",
    "organization": ASSOCIATION,
    "published": "2023-03-20",
    "implemented": "2023-05-01",
    "ics": "55.220",
    "ccs": "A 87",
    "kind": "技术类",
    "industry": "G5950 冷藏车道路运输与低温仓储",
    "replaces": "",
    "draft": "",
    "drafting_units": DRAFTING_UNITS,
    "drafters": "林远舟、沈一禾、陆知白",
    "scope": "本文件规定了冷链仓储温湿度监测数据的一般要求、数据要求和检验。本文件适用于冷库温湿度监测数据的采集与接入。",
    "cited": ("GB/T 18354—2021 物流术语", "GB/T 28577—2021 冷链物流分类与基本要求", "GB/T 30134 冷库管理规范",
              "GB 31605—2020 食品安全国家标准 食品冷链物流卫生规范"),
    "more_text": "",
    "watermark": "",
}

APPLICATION = {
    "applicant": ASSOCIATION,
    "uscc": credit_code("110000", "MJ09QY12"),
    "representative": "顾清和",
    "address": "北京市示例区青砚路1号",
    "postcode": "100000",
    "contact": "许未晞",
    "position": "标准化工作部主任",
    "phone": "010-00000000",
    "email": "standard@example.org",
    "filled": "2024-07-15",
    "reviewed": "发布未满三年，尚未到复审期",
    "reviewed_on": "2023-06-15",
    "field": "现代服务业（智慧物流）",
    "credit": "无不良信用记录和严重违法失信记录，2023年度年检结论为合格",
    "inspections": ("2022年度 年检合格", "2023年度 年检合格"),  # on the certificate, which is not in the good dossier
    "patents": "否",
    "patent_statement": "经核查，本标准不涉及必要专利，起草单位均未披露与本标准有关的必要专利。",
    "compared": "与GB/T 28577—2021、GB/T 30134—2013相比，本标准增加了数据接入要求；技术要求不低于GB 31605—2020。",
    "innovations": "首次统一了冷库监测点编码和断网补传的数据规则。",
    "advanced": "温度测量误差要求为±0.3 ℃，严于同类文件。",
    "applied": "自实施以来已在三家单位的十二座冷库应用。",
    "used_since": "2023-06-01",
    "effects": "实施效果：接入时间由每库五天缩短到一天，全年减少货损约十二万元，取得了较好的经济效益和社会效益。",
    "awards": "无",
    "commitment": "对所提交的自评结果及相关证明文件的真实性、合法性负责，如有不实，愿承担相应责任。",
}

PLATFORM = {
    "status": "现行",
    "abolished": "",
    "platform_scope": "适用于冷库温湿度监测数据的采集与接入。",
    "main_content": "规定了监测点布置、数据上报间隔、测量误差和数据内容。",
    "platform_patents": "否",
}

# (code, name, items of (code, name, maximum, points)); invented, see materials/self_score.py
INDICATORS = (
    ("1", "示例指标甲", (("1.1", "示例子项春", 8, 7), ("1.2", "示例子项夏", 12, 11))),
    ("2", "示例指标乙", (("2.1", "示例子项秋", 10, 9), ("2.2", "示例子项冬", 15, 13))),
    ("3", "示例指标丙", (("3.1", "示例子项东", 15, 13), ("3.2", "示例子项西", 10, 9))),
    ("4", "示例指标丁", (("4.1", "示例子项南", 20, 17), ("4.2", "示例子项北", 10, 9))),
)
SCORE = {"indicators": INDICATORS, "points": {}, "subtotals": {}, "total": None, "stated_score": None}

PROCEDURE = {
    "review_cycle": "三年",
    "procedure": {
        "basis": "《团体标准管理规定》（国标委联〔2019〕1号）",
        "staff": "本会设标准化工作部，配备专职标准化工作人员三名，负责团体标准的日常工作。",
        "steps": "团体标准制定程序包括提案、立项、起草、征求意见、技术审查、批准、编号、发布、复审。",
        "examination": "技术审查：审查组协商一致；需要表决的，不少于出席代表人数的四分之三同意方为通过。",
        "feedback": "本会建立实施信息反馈和评估机制，及时对团体标准进行复审，",
        "copyright": "团体标准的版权归本会所有。",
        "patents": "参与制定的单位应披露其知悉的必要专利，专利处置按照GB/T 20003.1的规定执行，取得许可声明后方可发布。",
    },
}

# Of PDFs: a font that is embedded (render/pdf.py), or none.
PRINTING = {"font": ""}

FACTS = {**STANDARD, **APPLICATION, **PLATFORM, **SCORE, **PROCEDURE, **PRINTING}

# (material, path without ending, format); {number} is the number as a file name can carry it
DOCUMENTS = (
    ("application-form", "01 申报书/附件2 高质量团体标准申报书", "docx"),
    ("self-score", "02 自评打分表/附件3 自评打分表（技术类）", "xlsx"),
    ("procedure", "03 证明材料/3-1 团体标准管理办法", "pdf"),
    ("standard-text", "03 证明材料/3-2 {number} 标准文本", "pdf"),
    ("platform-screenshot", "03 证明材料/3-3 平台公示截图", "pdf"),
    ("innovation", "03 证明材料/3-4 创新性先进性说明", "docx"),
    ("patent-disclosure", "03 证明材料/3-5 必要专利披露说明", "pdf"),
    ("implementation", "03 证明材料/3-6 应用证明/（北京示例冷链）应用证明", "docx"),
)

FINDINGS = {
    **{f"material.{material}": "pass" for material, _, _ in DOCUMENTS},
    "file.readable": "pass",
    "number.format": "pass",
    "number.code-chars": "pass",
    "number.code-reserved": "pass",
    "number.year-matches-publication": "pass",
    "number.consistent": "pass",
    "number.one-standard": "pass",
    "date.order": "pass",
    "date.in-force-six-months": "pass",
    "date.review-cycle": "pass",
    "date.consistent": "pass",
    "title.consistent": "pass",
    "organization.consistent": "pass",
    "platform.status-in-force": "pass",
    "platform.disclosed": "pass",
    "score.threshold": "pass",
    "score.arithmetic": "pass",
    "copies.agree": "notApplicable",
    "form.required-fields": "pass",
    "form.uscc-valid": "pass",
    "form.commitment": "pass",
    "applicant.kind": "pass",
    "applicant.published-in-beijing": "notApplicable",
    "applicant.annual-inspection": "pass",
    "score.right-sheet": "pass",
    "implementation.evidence": "pass",
    "procedure.steps": "pass",
    "procedure.feedback": "pass",
    "procedure.staff": "pass",
    "procedure.rules": "pass",
    "procedure.legal-basis": "pass",
    "patent.consistent": "pass",
    "competition.words": "pass",
    "fees.complaint": "pass",
    "network.opinion": "notApplicable",
    "good-practice.proved": "notApplicable",
    "form.sealed": "review",  # nothing in a text says it; a stamped scan does
    # Only a person can decide these, whatever the papers say.
    "credit.checked": "review",
    "policy.field": "review",
    "technical.not-lower": "review",
    "technical.not-obsolete": "review",
    "mandatory.standards": "review",
    "originality": "review",
    "business.scope": "review",
}

SUBJECT = {
    "number": "T/BJQYWL 012—2023",
    "key": "T/BJQYWL 012-2023",
    "title": STANDARD["title"],
    "organization": ASSOCIATION,
    "uscc": APPLICATION["uscc"],
    "published": "2023-03-20",
    "implemented": "2023-05-01",
    "self_score": 88,
}
