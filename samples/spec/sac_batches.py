"""Inboxes of the 2023 call: quotas of a province, lists against dossiers, one project or one proof twice."""
from . import sac_demo, sac_infrastructure, sac_pilot, sac_public, sac_service
from .cases import batch, drop, entry, found, set_all, set_in

PAPERS = {maker for good in (sac_pilot, sac_demo, sac_service, sac_public) for maker, _, _ in good.DOCUMENTS}


def only(*makers):
    return drop(*(PAPERS - set(makers)))


def form(name, of=sac_pilot, **facts):
    """A dossier of the form alone, of a project and an applicant of its own."""
    return entry(name, set_all(**{"project": f"第{name}号标准化项目", "applicant": f"示例青砚第{name}有限公司", **facts}),
                 only("application-form"), of=of)


def sent(name, rows, of=sac_pilot, **facts):
    """A letter and a list without an application."""
    return entry(name, set_all(roster=rows, **facts), only("recommendation-letter", "recommendation-list"), of=of)


def numbered(count):
    return [f"{n:02}" for n in range(1, count + 1)]


def row(rank, name, kind="试点"):
    return (str(rank), f"示例青砚第{name}有限公司", f"第{name}号标准化项目", kind)


ELEVEN, THREE = numbered(11), numbered(3)
CASES = [
    batch("batch.quota", "review-eleven-pilots-of-one-province", [found("review", *ELEVEN)],
          *(form(name) for name in ELEVEN)),
    batch("batch.quota", "pass-eleven-pilots-of-two-provinces", [],
          *(form(name) for name in ELEVEN[:10]), form("11", recommender="江西省市场监督管理局")),
    batch("batch.quota", "review-three-demonstrations", [found("review", *THREE)],
          *(form(name, sac_demo) for name in THREE)),
    batch("batch.quota", "fail-three-services", [found("fail", *THREE)],
          *(form(name, sac_service) for name in THREE)),
    batch("batch.quota", "pass-two-services-named-differently", [],
          form("01", sac_service), form("02", sac_service, recommender="福建省市场监管局")),
    batch("batch.listed", "pass-one-to-one", [],
          form("01"), form("02"), sent("推荐材料", (row(1, "01"), row(2, "02")))),
    batch("batch.listed", "review-dossier-not-listed", [found("review", "02")],
          form("01"), form("02"), sent("推荐材料", (row(1, "01"),))),
    batch("batch.same-project", "review-handed-in-twice", [found("review", "01", "02")],
          form("01"), form("02", project="第01号标准化项目")),
    batch("batch.same-project", "pass-two-projects", [], form("01"), form("02")),
    # The second applicant handed in the statement that the first one signed.
    batch("batch.same-proof", "review-statement-of-another", [found("review", "01", "02")],
          entry("01", of=sac_infrastructure),
          entry("02", *(set_in(paper, applicant="示例青砚边缘计算有限公司") for paper in ("application-form", "form-scan")),
                of=sac_infrastructure)),
    batch("batch.same-proof", "pass-a-statement-each", [],
          entry("01", of=sac_infrastructure),
          entry("02", set_all(applicant="示例青砚边缘计算有限公司"), of=sac_infrastructure)),
]
