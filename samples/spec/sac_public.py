"""The good dossier of a pilot in public administration and services: five parties have written their consent."""
from materials import sac as papers

from . import sac
from .credit_code import credit_code

PROGRAMME = "sac-public-service-pilot"
AS_OF = sac.AS_OF
APPLICANT = "示例市青砚区政务服务中心"
PARTIES = ("承担单位", "参加单位", "保证单位", "业务指导单位", "管理单位")

FACTS = {
    **sac.FACTS,
    "project": "基层政务服务综合标准化试点",
    "applicant_label": "试点承担单位",
    "applicant": APPLICANT,
    "uscc": credit_code("350000", "MB0RQY56", kind="12"),
    "kind_name": "试点",
    "field": "政务服务",
    "member": "示例市青砚区行政审批局",
    "office": "设标准化办公室，负责标准体系建设。",
    "staff": "专职人员2名，兼职人员6名。",
    "tasks": "建立政务服务标准体系，开展标准实施和评价。",
    "consent": dict.fromkeys(PARTIES, "同意"),
    "call_name": "社会管理和公共服务综合标准化试点",
    "list_name": "试点项目清单",
    "certificate_title": "事业单位法人证书",
    "certificate_says": "宗旨和业务范围：为企业和群众提供政务服务。举办单位：示例市青砚区人民政府（示意）",
    "policy_title": "关于支持青砚区政务服务标准化试点的若干政策",
    "policy_says": ("区财政每年安排专项资金支持试点建设。", "将试点工作纳入年度督促考核。"),
    "statement_says": "本单位三年内未出现重大服务质量、安全、环境保护等事故，未受到有关部门的通报、行政处分，"
                      "未列入国家企业信用信息公示系统经营异常名录及严重违法失信名单。特此声明。",
}

# A sealed scan of the form may lie beside it.
MAKERS = {**papers.MAKERS, "application-form": papers.public_form, "form-scan": papers.public_form}
MATERIALS = {**sac.MATERIALS, "form-scan": "application-form"}

DOCUMENTS = (
    ("application-form", "01 申请书/试点申请书", "docx"),
    ("recommendation-list", "02 推荐材料/试点项目清单", "xlsx"),
    ("certificate", "03 证明材料/3-1 事业单位法人证书", "pdf"),
    ("policy-support", "03 证明材料/3-2 支持政策", "docx"),
    ("statement", "03 证明材料/3-3 声明", "docx"),
)

FINDINGS = {
    **sac.FINDINGS,
    "letter.sealed": "notApplicable",
    "material.recommendation-list": "pass",
    "material.policy-support": "pass",
    "applicant.public-body": "pass",
    "applicant.office": "review",
    "form.consents": "review",  # nothing in a text says that they are sealed
    "policy.field": "review",
}
SUBJECT = {"title": FACTS["project"], "organization": APPLICANT, "uscc": FACTS["uscc"]}
