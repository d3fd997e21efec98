"""The high-technology programmes: what their good dossiers share."""
from materials import sac as papers

from . import sac
from .credit_code import credit_code

FACTS = {
    **sac.FACTS,
    "project": "工业传感器数据互通标准化项目",
    "applicant": "示例青砚传感科技有限公司",
    "uscc": credit_code("350000", "MA09QY12", kind="91"),
    "applicant_kind": "高新技术企业",
    "kind": "试点",
    "kind_name": "试点",
    "form_title": "国家高新技术产业标准化试点示范项目申报书",
    "call_name": "国家高新技术产业标准化试点示范项目",
    "performance": "近三年营业收入分别为3200万元、4100万元、5300万元，均为盈利。",
    "technology": "拥有传感器校准、断网补传等自主知识产权12项，核心技术自主研发。",
    "team": "设标准化部，专职标准化人员5名。",
    "groundwork": "主持和参与制定标准9项，建有企业标准体系。",
    "tasks": "建立传感器数据互通标准体系，研制标准6项，开展标准实施验证和宣贯培训。",
    "outcome": "形成可复制的标准实施模式，带动上下游企业30家。",
    "willing": "本单位愿意主动配合开展现场评估和宣传总结，积极推广标准试点示范经验。",
    "certificate_title": "高新技术企业证书",
    "certificate_says": "经认定为高新技术企业，有效期三年。",
    "acceptance_title": "关于公布国家级标准化试点项目验收结果的通知",
    "acceptance_says": "你单位承担的工业传感器标准化试点项目已通过验收，验收结论为优秀。",
    "accepted": "2021-12-20",
}

# The form comes twice, for Word and as a scan: the second one has a maker of its own name.
MAKERS = {**papers.MAKERS, "application-form": papers.hightech_form, "form-scan": papers.hightech_form}
MATERIALS = {**sac.MATERIALS, "form-scan": "application-form"}

DOCUMENTS = (
    ("application-form", "01 申报书/项目申报书", "docx"),
    ("form-scan", "01 申报书/项目申报书（盖章版）", "pdf"),
    *sac.SENT_ALONG,
    ("certificate", "03 证明材料/3-1 高新技术企业证书", "pdf"),
    ("statement", "03 证明材料/3-2 声明", "docx"),
)

FINDINGS = {
    **sac.FINDINGS,
    "copies.agree": "pass",  # the form is there twice
    "material.recommendation-letter": "pass",
    "material.recommendation-list": "pass",
    "applicant.kind": "pass",
    "applicant.legal-person": "pass",
    "applicant.performance": "review",
    "applicant.own-technology": "review",
    "commitment.on-site": "pass",
    "form.word-and-scan": "pass",
    "form.right-form": "pass",
}
