"""The good dossier of a national demonstration in services: a regional project that promises what the call asks for."""
from materials import sac as papers

from . import sac
from .credit_code import credit_code

PROGRAMME = "sac-service-demo"
AS_OF = sac.AS_OF
APPLICANT = "示例市青砚养老服务协会"

FACTS = {
    **sac.FACTS,
    "project": "社区养老服务标准化示范项目",
    "applicant_label": "承担单位",
    "applicant": APPLICANT,
    "uscc": credit_code("350000", "MJ0PQY34"),
    "kind": "区域类",
    "kind_name": "示范",
    "cycle": "建设周期2年",
    "participants": "42家",
    "peers": "50家",
    "groundwork": "社区养老为本地特色产业，试点期间形成了可复制、可推广的经验。",
    "policy": "标准化工作要求已纳入示例市养老服务发展规划，出台了奖励办法。",
    "task_show": "公开执行的服务标准，每年承担服务业标准化经验交流、观摩等活动3次以上。",
    "task_practice": "每年提出标准项目需求或完成国家标准实施情况报告5项以上。",
    "task_research": "每年在国家级刊物上发表标准化实践或研究论文1篇以上。",
    "task_training": "每年培养标准化专业人才2名以上；每年提交示范项目工作动态4篇以上；在省级以上新闻媒体宣传标准化工作2次以上。",
    "call_name": "国家级服务业标准化示范项目",
    "acceptance_title": "关于公布国家级服务业标准化试点项目评估合格名单的通知",
    "acceptance_says": "你单位承担的社区养老服务标准化试点项目评估合格。",
    "accepted": "2022-05-12",
    "policy_title": "示例市养老服务发展规划",
    "policy_says": ("将养老服务标准化工作纳入本规划，建立督促考核机制。", "对承担国家级标准化项目的单位给予资金奖励。"),
    "statement_says": f"本单位{sac.CLEAN}未受到市级及以上有关部门的通报、处分和媒体曝光。特此声明。",
    "conduct": "",
}

MAKERS = {**papers.MAKERS, "application-form": papers.service_form}
MATERIALS = sac.MATERIALS

DOCUMENTS = (
    ("application-form", "01 申报书/示范项目申报书", "docx"),
    ("recommendation-letter", "02 推荐材料/推荐公函", "pdf"),
    ("acceptance", "03 证明材料/3-1 评估合格通知", "pdf"),
    ("policy-support", "03 证明材料/3-2 发展规划", "docx"),
    ("statement", "03 证明材料/3-3 声明", "docx"),
)

FINDINGS = {
    **sac.FINDINGS,
    "material.recommendation-letter": "pass",
    "material.acceptance": "pass",
    "material.policy-support": "pass",
    "acceptance.one-year": "pass",
    "region.share": "pass",
    "policy.included": "review",
    "promise.cycle": "pass",
    "promise.yearly": "pass",
    "promise.four-bases": "pass",
}
SUBJECT = {"title": FACTS["project"], "organization": APPLICANT, "uscc": FACTS["uscc"]}
