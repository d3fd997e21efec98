"""The good dossier of 团体标准应用示范, call of 2023, and the samples of the rules that only it has.

All names, numbers and persons are invented. FACTS, DOCUMENTS and FINDINGS are as in good.py.
"""
import sys

from materials import miit as papers
from render.scan import Scan, Seal

from . import good
from .cases import Case, add, as_format, batch, case, dossier, drop, entry, found, rename, scan, set_all, set_in
from .credit_code import credit_code

PROGRAMME = "miit-group-standard-demo"
AS_OF = "2023-06-30"
MAKERS = papers.MAKERS
MATERIALS = {"procedure": "procedure"}  # known, but asked for by no rule
ASSOCIATION = "江苏云岫工业传感技术协会"
CODE = credit_code("320000", "MJ58YX03")
USER = "示例重工（南京）有限公司"
RECOMMENDER = "江苏省工业和信息化厅"
THIS = sys.modules[__name__]

FACTS = {
    **good.FACTS,
    "number": "T/JSYXCG 008—2022",
    "title": "工业现场振动传感器在线校准数据接口规范",
    "title_en": "Data interface for online calibration of vibration sensors at industrial sites",
    "organization": ASSOCIATION,
    "published": "2022-03-15",
    "implemented": "2022-05-01",
    "ics": "17.160",
    "ccs": "N 65",
    "drafting_units": f"{ASSOCIATION}、{USER}、示例传感科技（苏州）有限公司",
    "drafters": "沈云起、顾长汀、陆星野",
    "scope": "本文件规定了工业现场振动传感器在线校准数据接口的一般要求、数据要求和检验。本文件适用于振动传感器的在线校准。",
    "cited": ("GB/T 20485.1—2008 振动与冲击传感器校准方法", "GB/T 33474—2016 物联网 参考体系结构"),
    "main_content": "规定了校准数据的内容、接口时序和检验方法。",
    "field": "工业传感器",
    "claim": "校准间隔和传输误差要求严于GB/T 20485.1—2008，已据此提出国际标准提案。",
    "applied": "自实施以来已在四家企业的九条产线应用，校准停机时间减少一半。",
    "converted": "无",
    "applicant": ASSOCIATION,
    "uscc": CODE,
    "representative": "沈云起",
    "address": "江苏省南京市示例区云岫路8号",
    "contact": "顾长汀",
    "phone": "025-00000000",
    "email": "standard@example.org",
    "filled": "2023-06-20",
    "commitment": "本会对所申报材料的真实性和准确性负责。",
    "recommender": RECOMMENDER,
    "recommended": "同意推荐。",
    "recommended_on": "2023-06-26",
    "form_title": "团体标准应用示范项目申报书",
    "form_year": "（2023年度）",
    "certificate_title": "社会团体法人登记证书",
    "certificate_code": CODE,
    "certificate_name": ASSOCIATION,
    "listed": (),  # (rank, number, title); empty: this standard alone
    "user": USER,
    "used": "2022年6月1日起",
    "effect": "校准停机时间由四小时减少到两小时，年节约费用约八十万元。",
    "procedure_public": "第二十条 本办法在全国团体标准信息平台公布，其中的专利处置规则同时向社会公开。",
}

DOCUMENTS = (
    ("registration-certificate", "1 社会团体法人登记证书", "pdf"),
    ("recommendation-list", "2 附件1 汇总表", "xlsx"),
    ("application-form", "3 附件2 申报书", "docx"),
    ("release-document", "4 发布文件", "pdf"),
    ("standard-text", "5 {number} 标准文本", "pdf"),
    ("implementation", "6 附件3 应用情况证明/（示例重工）应用情况证明", "docx"),
    ("procedure", "7 其他/团体标准管理办法", "pdf"),
)

FINDINGS = {
    # of submission and group-standard
    **{rule: "pass" for rule in (
        "material.application-form", "material.standard-text", "file.readable", "form.required-fields",
        "form.uscc-valid", "form.commitment", "number.format", "number.code-chars", "number.code-reserved",
        "number.year-matches-publication", "number.consistent", "number.one-standard", "title.consistent", "organization.consistent",
        "date.order", "date.consistent")},
    "form.sealed": "review",
    "copies.agree": "notApplicable",
    # of group-standard-conduct
    **{rule: "pass" for rule in (
        "procedure.steps", "procedure.feedback", "procedure.staff", "procedure.rules", "procedure.legal-basis",
        "competition.words", "fees.complaint")},
    **{rule: "notApplicable" for rule in ("network.opinion", "good-practice.proved")},
    **{rule: "review" for rule in ("mandatory.standards", "originality", "business.scope")},
    # of miit-list
    "material.registration-certificate": "pass",
    "material.recommendation-list": "pass",
    "material.release-document": "pass",
    "material.implementation": "pass",
    "material.conversion": "notApplicable",
    # of miit-demo
    "date.in-force-six-months": "pass",
    "applicant.kind": "pass",
    "applicant.is-issuer": "pass",
    "recommendation.given": "review",  # nothing in a text says that it is sealed
    "list.ranked": "notApplicable",
    "certificate.sealed": "review",
    "implementation.stated": "pass",
    "implementation.sealed": "review",
    "patent.policy-published": "pass",
    "procedure.published": "pass",
    "priority.claimed": "review",
    "policy.field": "review",
}

LETTER = "7 其他/推荐函"
OTHER = ("T/JSYXCG 009—2022", "工业现场温度传感器在线校准数据接口规范")
CLEAN = Scan()
# Recognised prose has no second reading: it may be left to a person, but never be wrong.
UNCONFIRMED = {"implementation.stated": "pass|review", "fees.complaint": "pass|review"}


def sample(rule, name, findings, *changes, **more):
    return case(rule, name, findings, *changes, of=THIS, **more)


def stamped(name, at=(150, 222)):
    return Scan(seals=(Seal(name, at=at),))


def registered_as(kind):
    code = credit_code("320000", "MJ58YX03", kind=kind)
    return set_all(uscc=code, certificate_code=code)


def ranked(*ranks):
    mine = (FACTS["number"], FACTS["title"])
    return set_all(listed=tuple((rank, *standard) for rank, standard in zip(ranks, (mine, OTHER, OTHER))))


def standard(name, number, title):
    """One of the two standards of this body; its list names both."""
    both = (("1", FACTS["number"], FACTS["title"]), ("2", *OTHER))
    return entry(name, set_all(number=number, title=title, listed=both), of=THIS)


def edge(year, published, implemented, status, name, **facts):
    """A call of some year, known from the form alone (no name holds the year); the profile's own cut-off counts."""
    changes = (set_all(published=published, implemented=implemented,
                       number=f"T/JSYXCG 008—{published[:4]}", form_year=f"（{year}年度）", **facts),)
    expected = {"findings": {"date.in-force-six-months": status}, "matrix_disagrees": []}
    return Case(f"rules/date.in-force-six-months/{status}-{name}", changes, expected, of=THIS)


def without_certificate(year, published, implemented):
    """A year whose list of materials was not seen: what is presumed to be missing is for a person."""
    changes = (set_all(published=published, implemented=implemented, number=f"T/JSYXCG 008—{published[:4]}",
                       form_year=f"（{year}年度）"), drop("registration-certificate"))
    expected = {"verdict": "review", "findings": {"material.registration-certificate": "review",
                                                  "material.release-document": "pass"}}
    return Case("rules/material.registration-certificate/review-list-presumed", changes, expected, of=THIS)


def missing(material, status, *without):
    return sample(f"material.{material}", f"{status}-missing-of-miit", {f"material.{material}": status}, drop(material),
                  open=without)


CASES = [
    dossier(PROGRAMME, {}, of=THIS, verdict="review", says_materials=True, matrix_disagrees=[],
            subject={"number": FACTS["number"], "title": FACTS["title"], "organization": ASSOCIATION, "uscc": CODE}),

    # 51 is an association; 52 an alliance that is registered as something else; 91 a company.
    sample("applicant.kind", "review-no-association", {"applicant.kind": "review"}, registered_as("52")),
    sample("applicant.kind", "fail-company", {"applicant.kind": "fail"}, registered_as("91")),
    sample("applicant.is-issuer", "review-another-body", {"applicant.is-issuer": "review"},
           set_all(applicant="示例省传感器产业联合会", certificate_name="示例省传感器产业联合会")),
    sample("applicant.is-issuer", "pass-blank-inside", {}, set_in("application-form", applicant="江苏云岫工业传感 技术协会")),

    sample("recommendation.given", "review-no-opinion", {"recommendation.given": "review"}, set_all(recommended="")),
    sample("recommendation.given", "pass-sealed-letter", {"recommendation.given": "pass"},
           add("recommendation-letter", LETTER, "pdf"),
           scan(stamped(RECOMMENDER, at=(150, 80)), "recommendation-letter")),

    sample("list.ranked", "pass-two", {"list.ranked": "pass"}, ranked("1", "2")),
    sample("list.ranked", "fail-double", {"list.ranked": "fail"}, ranked("1", "1")),
    sample("list.ranked", "fail-gap", {"list.ranked": "fail"}, ranked("1", "3")),
    sample("list.ranked", "review-no-ranks", {"list.ranked": "review"}, ranked("", "")),

    sample("certificate.sealed", "pass-stamped", {"certificate.sealed": "pass"},
           scan(stamped(ASSOCIATION, at=(150, 180)), "registration-certificate")),
    sample("implementation.sealed", "pass-stamped", {**UNCONFIRMED, "implementation.sealed": "pass"},
           scan(stamped(USER, at=(150, 150)), "implementation")),
    sample("implementation.stated", "review-no-effect", {"implementation.stated": "review"}, set_all(effect="")),
    sample("implementation.stated", "review-no-period", {"implementation.stated": "review"}, set_all(used="")),
    sample("implementation.stated", "review-no-user", {"implementation.stated": "review"}, set_all(user="")),

    sample("patent.policy-published", "review-no-rules",
           {"patent.policy-published": "review", "procedure.published": "review"}, drop("procedure"),
           open=("procedure.*",)),
    sample("procedure.published", "review-not-said",
           {"procedure.published": "review", "patent.policy-published": "review"}, set_all(procedure_public="")),
    sample("procedure.published", "pass-on-the-platform", {"patent.policy-published": "review"},
           set_all(procedure_public=""), add("platform-screenshot", "7 其他/平台截图", "pdf"),
           open=("business.*",)),

    missing("registration-certificate", "fail", "certificate.*", "business.*"),
    without_certificate("2019", "2018-11-10", "2018-12-01"),
    missing("recommendation-list", "review", "list.*"),
    missing("release-document", "fail"),
    missing("implementation", "fail", "implementation.*", "fees.*"),
    sample("material.registration-certificate", "pass-name-says-nothing", {}, rename("registration-certificate", "扫描件1")),
    sample("material.recommendation-list", "pass-docx", {}, as_format("docx", "recommendation-list")),
    sample("material.release-document", "pass-name-says-nothing", {}, rename("release-document", "扫描件2")),
    sample("material.implementation", "pass-pdf-of-miit", {}, as_format("pdf", "implementation")),
    sample("material.conversion", "pass-proved", {"material.conversion": "pass"},
           set_all(converted="已列入行业标准制修订计划"), add("conversion", "7 其他/转化证明", "pdf")),
    sample("material.conversion", "fail-not-proved", {"material.conversion": "fail"},
           set_all(converted="已转化为行业标准SJ/T 00000—2023"), open=("number.*",)),

    batch("batch.listed", "pass-two-of-one-body", [], standard("甲", FACTS["number"], FACTS["title"]),
          standard("乙", *OTHER)),
    batch("batch.listed", "review-second-standard-not-there", [found("review", "甲")],
          standard("甲", FACTS["number"], FACTS["title"])),

    # Each year's cut-off, which the form's year chooses: on the last day that is early enough, and a day later.
    # 28 or 29 February and six months are in August, 1 March and six months are 1 September; from 31 December they
    # end with June.
    edge("2019", "2019-01-10", "2019-02-28", "pass", "last-day-of-first-call"),
    edge("2019", "2019-01-10", "2019-03-01", "fail", "a-day-late-in-first-call"),
    edge("2020", "2020-01-10", "2020-02-29", "pass", "last-day-of-second-call"),
    edge("2020", "2020-01-10", "2020-03-01", "fail", "a-day-late-in-second-call"),
    edge("2021", "2021-01-11", "2021-02-28", "pass", "last-day-of-third-call"),
    edge("2021", "2021-01-11", "2021-03-01", "fail", "a-day-late-in-third-call"),
    edge("2023", "2022-11-10", "2022-12-31", "pass", "last-day-of-fourth-call"),
    edge("2023", "2022-11-10", "2023-01-01", "fail", "a-day-late-in-fourth-call"),
    edge("2024", "2023-11-10", "2023-12-31", "pass", "last-day-of-renamed-call", form_title="团体标准应用推广典型案例申报书"),
    edge("2024", "2023-11-10", "2024-01-01", "fail", "a-day-late-in-renamed-call", form_title="团体标准应用推广典型案例申报书"),
]
