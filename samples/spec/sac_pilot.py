"""The good dossier of a national pilot in high-technology industries."""
from .sac import AS_OF  # noqa: F401
from .sac_hightech import DOCUMENTS, FACTS, FINDINGS, MAKERS, MATERIALS  # noqa: F401

PROGRAMME = "sac-hightech-pilot"
SUBJECT = {"title": FACTS["project"], "organization": FACTS["applicant"], "uscc": FACTS["uscc"]}
