"""The good dossier of a national pilot in new infrastructure, which has a form of its own without a kind to choose."""
from . import sac_hightech
from .sac import AS_OF  # noqa: F401
from .sac_hightech import DOCUMENTS, FINDINGS, MAKERS, MATERIALS  # noqa: F401

PROGRAMME = "sac-new-infrastructure-pilot"
FACTS = {
    **sac_hightech.FACTS,
    "kind": "",
    "kind_name": "新型基础设施试点",
    "project": "边缘数据中心能效计量标准化项目",
    "applicant": "示例青砚数据中心有限公司",
    "form_title": "国家高新技术产业标准化（新型基础设施领域）试点项目申报书",
    "call_name": "国家高新技术产业标准化（新型基础设施领域）试点项目",
}
SUBJECT = {"title": FACTS["project"], "organization": FACTS["applicant"], "uscc": FACTS["uscc"]}
