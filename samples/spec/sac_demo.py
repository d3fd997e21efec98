"""The good dossier of a national demonstration in high-technology industries: an earlier pilot was excellent."""
from . import sac_hightech
from .sac import AS_OF  # noqa: F401
from .sac_hightech import MAKERS, MATERIALS  # noqa: F401

PROGRAMME = "sac-hightech-demo"
FACTS = {**sac_hightech.FACTS, "kind": "示范", "kind_name": "示范", "project": "工业传感器数据互通标准化示范项目"}
DOCUMENTS = (*sac_hightech.DOCUMENTS, ("acceptance", "03 证明材料/3-3 验收结果通知", "pdf"))
FINDINGS = {**sac_hightech.FINDINGS, "material.acceptance": "pass", "acceptance.excellent": "pass"}
SUBJECT = {"title": FACTS["project"], "organization": FACTS["applicant"], "uscc": FACTS["uscc"]}
