"""Samples of how the issuing body makes standards: procedure.*, competition, network security, good practice, fees, and
of what only a person can decide of it."""
from .cases import add, as_format, case, set_all, set_in

OTHER = "03 证明材料/3-7 其他材料"
TRIAL = "《团体标准管理规定（试行）》（国质检标联〔2017〕536号）"
NETWORK = set_all(scope="本文件规定了冷链仓储监测系统的网络安全要求。本文件适用于冷链仓储监测系统的建设和运行。",
                  platform_scope="适用于冷链仓储监测系统的网络安全。")
CLAIMED = set_in("application-form", awards="2023年通过团体标准化良好行为评价，等级为AA级")


def _procedure(**said):
    return set_all(procedure=said)


def _person(rule, name, *changes):
    return case(rule, name, {}, *changes)


CASES = [
    case("procedure.steps", "pass-docx", {}, as_format("docx", "procedure")),
    case("procedure.steps", "review-no-technical-review", {"procedure.steps": "review"},
         _procedure(steps="团体标准制定程序包括提案、立项、起草、征求意见、批准、编号、发布、复审。", examination="")),
    case("implementation.evidence", "review-no-benefits", {"implementation.evidence": "review"},
         set_in("implementation", effects="系统运行正常。")),
    case("procedure.feedback", "pass-other-words", {},
         _procedure(feedback="标准发布后，本会每年收集标准应用情况的反馈，组织实施效果评价，据此开展复审，")),
    case("procedure.feedback", "review-only-the-cycle", {"procedure.feedback": "review"}, _procedure(feedback="复审")),
    case("procedure.staff", "pass-committee", {},
         _procedure(staff="本会设标准化技术委员会，由两名专职人员承担标准化日常工作。")),
    case("procedure.staff", "review-part-time", {"procedure.staff": "review"},
         _procedure(staff="本会由理事单位轮流承担团体标准的日常工作，人员均为兼职。")),
    case("procedure.rules", "pass-patent-policy-apart", {}, _procedure(copyright="", patents=""),
         add("patent-policy", OTHER, "docx")),
    case("procedure.rules", "review-nothing-on-property", {"procedure.rules": "review"},
         _procedure(copyright="", patents="")),
    case("procedure.legal-basis", "pass-both-cited", {},
         _procedure(basis=f"《团体标准管理规定》（国标委联〔2019〕1号，取代{TRIAL}）")),
    case("procedure.legal-basis", "review-trial-rules-only", {"procedure.legal-basis": "review"},
         _procedure(basis=TRIAL)),
    case("competition.words", "pass-performance-only", {}, set_all(more_text="4.3 传感器的性能应符合第5章的要求，品牌不限。")),
    case("competition.words", "review-named-brand", {"competition.words": "review"},
         set_all(more_text="4.3 传感器应从指定品牌中选用，用户必须采用会员单位的产品。")),
    case("fees.complaint", "pass-other-papers", {}, add("patent-policy", OTHER, "docx")),
    case("fees.complaint", "review-letter-attached", {"fees.complaint": "review"}, add("complaint", OTHER, "docx")),
    case("network.opinion", "pass-opinion-attached", {"network.opinion": "pass"}, NETWORK,
         add("network-opinion", OTHER, "pdf")),
    case("network.opinion", "review-no-opinion", {"network.opinion": "review"}, NETWORK),
    case("good-practice.proved", "pass-certificate-attached", {"good-practice.proved": "pass"}, CLAIMED,
         add("good-practice", OTHER, "pdf")),
    case("good-practice.proved", "review-claim-only", {"good-practice.proved": "review"}, CLAIMED),
    case("patent.consistent", "review-patent-disclosed", {"patent.consistent": "review"},
         set_all(patent_statement="本标准涉及一项必要专利，专利号：ZL202010000000.0，专利权人已作出许可声明。"),
         set_in("application-form", patents="是"), set_in("platform-screenshot", platform_patents="是")),
    case("patent.consistent", "review-platform-says-yes", {"patent.consistent": "review"},
         set_in("platform-screenshot", platform_patents="是")),
    _person("mandatory.standards", "review-mandatory-standard-cited"),
    _person("originality", "review-standards-cited"),
    _person("business.scope", "review-scope-on-the-platform"),
]
