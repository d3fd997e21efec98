"""Samples of the rules of the 2023 call. A rule that several programmes share has its samples in one of them."""
from render.scan import Scan, Seal

from . import sac_demo, sac_pilot, sac_public, sac_service
from .cases import add, case, drop, rename, scan, set_all, set_in
from .credit_code import credit_code

SENT = ("recommendation-letter", "recommendation-list")
# Five seals on the page of consents, one a block.
SEALS = tuple(Seal(name, at=(105, 49 + 37.5 * n), diameter=33) for n, name in enumerate((
    sac_public.APPLICANT, sac_public.FACTS["member"], "示例市青砚区财政局", "示例市标准化研究院", "示例市市场监督管理局")))


def pilot(rule, name, findings, *changes, **more):
    return case(rule, name, findings, *changes, of=sac_pilot, **more)


def demo(rule, name, findings, *changes, **more):
    return case(rule, name, findings, *changes, of=sac_demo, **more)


def service(rule, name, findings, *changes, **more):
    return case(rule, name, findings, *changes, of=sac_service, **more)


def public(rule, name, findings, *changes, **more):
    return case(rule, name, findings, *changes, of=sac_public, **more)


def consents(**parties):
    return set_all(consent={**dict.fromkeys(sac_public.PARTIES, "同意"), **parties})


CASES = [
    # what all five ask for
    pilot("date.by-deadline", "pass-on-the-day", {}, set_all(letter_date="2023-08-15")),
    pilot("date.by-deadline", "fail-one-day-late", {"date.by-deadline": "fail"}, set_all(letter_date="2023-08-16")),
    pilot("date.by-deadline", "pass-deadline-moved", {}, set_all(letter_date="2023-08-16"), as_of="2023-08-31"),
    pilot("letter.sealed", "pass-stamped-scan", {"letter.sealed": "pass"},
          scan(Scan(seals=(Seal("福建省市场监督管理局", at=(155, 90)),)), "recommendation-letter")),
    pilot("material.recommendation-letter", "review-sent-separately",
          {"material.recommendation-letter": "review", "letter.sealed": "notApplicable"}, drop("recommendation-letter")),
    pilot("material.recommendation-list", "review-sent-separately", {"material.recommendation-list": "review"},
          drop("recommendation-list")),
    pilot("conduct.stated", "pass-in-the-form-alone", {}, drop("statement"),
          set_all(conduct="申报单位近三年未发生过违法、失信、重大（质量、安全、环保等）责任事故。")),
    pilot("conduct.stated", "review-nothing-stated", {"conduct.stated": "review"}, drop("statement")),
    pilot("conduct.stated", "fail-admits-an-accident", {"conduct.stated": "fail"},
          set_all(statement_says="本单位2022年曾发生一起安全责任事故，已整改完毕。特此声明。")),
    pilot("credit.checked", "review-sac-statement-there", {}),

    # high-technology industries
    pilot("applicant.kind", "pass-development-zone",
          {"applicant.legal-person": "notApplicable", "applicant.performance": "notApplicable"},
          set_all(applicant="示例高新技术产业开发区管理委员会", applicant_kind="高新技术产业开发区",
                  uscc=credit_code("350000", "MB09QY12", kind="12"), certificate_title="关于设立高新技术产业开发区的认定证书",
                  certificate_says="认定为省级高新技术产业开发区。")),
    pilot("applicant.kind", "review-other-kind", {"applicant.kind": "review"}, set_all(applicant_kind="科研院所")),
    pilot("applicant.kind", "review-no-certificate", {"applicant.kind": "review"}, drop("certificate")),
    pilot("applicant.legal-person", "review-branch", {"applicant.legal-person": "review"},
          set_all(applicant="示例青砚传感科技有限公司南方分公司")),
    pilot("applicant.performance", "review-figures-given", {}),
    pilot("applicant.own-technology", "review-stated", {}),
    pilot("commitment.on-site", "pass-other-words", {},
          set_all(willing="我公司愿意配合有关部门做好现场考核、总结推广工作。")),
    pilot("commitment.on-site", "review-missing", {"commitment.on-site": "review"}, set_all(willing="")),
    pilot("form.word-and-scan", "review-no-scan", {"form.word-and-scan": "review", "copies.agree": "notApplicable"},
          drop("form-scan")),
    pilot("form.right-form", "fail-new-infrastructure-on-the-ordinary-form", {"form.right-form": "fail"},
          set_all(kind="新型基础设施领域试点"), programme="sac-hightech-pilot"),
    pilot("form.right-form", "pass-title-names-the-kind", {},
          set_all(form_title="国家高新技术产业标准化试点项目申报书", kind="")),
    demo("material.acceptance", "fail-missing", {"material.acceptance": "fail", "acceptance.excellent": "notApplicable"},
         drop("acceptance")),
    demo("material.acceptance", "pass-name-says-nothing", {}, rename("acceptance", "新建文件夹/扫描件1")),
    demo("acceptance.excellent", "fail-only-passed", {"acceptance.excellent": "fail"},
         set_all(acceptance_says="你单位承担的工业传感器标准化试点项目已通过验收，验收结论为良好。")),
    demo("acceptance.excellent", "review-excellent-said-of-whom", {"acceptance.excellent": "review"},
         set_all(acceptance_says="经专家验收，本批试点项目中3项为优秀，其余为合格，名单另行公布。")),

    # services
    service("material.acceptance", "review-services-without-the-notice",
            {"material.acceptance": "review", "acceptance.one-year": "review"}, drop("acceptance")),
    service("acceptance.one-year", "pass-to-the-day", {}, set_all(accepted="2022-08-15")),
    service("acceptance.one-year", "fail-one-day-short", {"acceptance.one-year": "fail"}, set_all(accepted="2022-08-16")),
    service("region.share", "pass-exactly-80-per-cent", {}, set_all(participants="40家")),
    service("region.share", "fail-78-per-cent", {"region.share": "fail"}, set_all(participants="39家")),
    service("region.share", "review-total-unknown", {"region.share": "review"},
            set_all(peers="无准确统计")),
    service("policy.included", "review-plan-there", {}),
    service("material.policy-support", "review-missing", {"material.policy-support": "review"}, drop("policy-support")),
    service("promise.cycle", "review-three-years", {"promise.cycle": "review"}, set_all(cycle="建设周期3年")),
    service("promise.yearly", "pass-more-than-asked", {},
            set_all(task_show="每年承担观摩、经验交流活动五次。", task_research="每年在国家级刊物发表论文两篇。")),
    service("promise.yearly", "fail-two-exchanges", {"promise.yearly": "fail"},
            set_all(task_show="公开执行的服务标准，每年承担服务业标准化经验交流、观摩等活动2次。")),
    service("promise.yearly", "review-low-past-figure", {"promise.yearly": "review"},
            set_all(task_show="近两年承担观摩、经验交流活动2次。")),
    service("promise.yearly", "review-not-quantified", {"promise.yearly": "review"},
            set_all(task_research="在国家级刊物上发表标准化实践或研究论文。")),
    service("promise.four-bases", "review-three-of-four",
            {"promise.four-bases": "review", "promise.yearly": "review"}, set_all(task_research=None)),

    # public administration and services
    public("applicant.public-body", "review-enterprise", {"applicant.public-body": "review"},
           set_all(uscc=credit_code("350000", "MA0RQY56", kind="91"))),
    public("applicant.office", "review-stated", {}),
    public("form.consents", "pass-five-seals", {"form.consents": "pass", "copies.agree": "pass"},
           add("form-scan", "01 申请书/试点申请书（盖章版）", "pdf"), scan(Scan(seals=SEALS), "form-scan"), open=("form.*",)),
    public("form.consents", "fail-no-block-for-the-guarantor", {"form.consents": "fail"}, consents(保证单位=None)),
    public("form.consents", "review-no-member", {}, consents(参加单位="无")),
    public("policy.field", "review-sac-field-named", {}),
]
