"""Papers of the 2023 call for national pilots and demonstrations: the forms of its programmes, what recommenders send
along, and the proofs. The official forms are not public: these say in our own words what such forms ask for."""
from render.blocks import Cell, Heading, PageBreak, Paper, para, table

from .wording import chinese

WIDTHS = (26, 34, 26, 34)
BASES = (("标准化精品展示", "task_show"), ("标准化实践验证", "task_practice"),
         ("标准化创新研究", "task_research"), ("标准化宣传培训", "task_training"))


def _part(title):
    return (Cell(title, across=4),)


def _wide(label, value):
    return (label, Cell(value, across=3))


def _cover(facts, title, *lines):
    f = facts
    return (Heading(title), *(para(line, align="center") for line in lines),
            para(f"项目名称：{f['project']}"), para(f"{f['applicant_label']}：{f['applicant']}"),
            para(f"推荐单位：{f['recommender']}"), para(f"申报日期：{chinese(f['filled'])}"))


def _about_applicant(facts):
    f = facts
    return [_part("一、基本信息"), _wide("项目名称", f["project"]),
            _wide(f["applicant_label"], f["applicant"]),
            ("统一社会信用代码", f["uscc"], "法定代表人", f["representative"]),
            ("通讯地址", f["address"], "联系人", f["contact"]),
            ("联系电话", f["phone"], "电子邮箱", f["email"])]


def _promised(facts):
    f = facts
    commitment = [para("承诺：" + f["commitment"], indent=True)] if f["commitment"] else []
    return (*commitment, para(f"{f['applicant_label']}（盖章）：{f['applicant']}", align="right"),
            para(chinese(f["filled"]), align="right"))


def hightech_form(facts):
    f = facts
    kind = [("申报类型", f["kind"], "申报主体类型", f["applicant_kind"])] if f["kind"] else \
           [_wide("申报主体类型", f["applicant_kind"])]
    rows = [*_about_applicant(f), *kind,
            _part("二、申报主体情况"), _wide("近三年经济效益", f["performance"]),
            _wide("知识产权和核心技术", f["technology"]), _wide("标准化团队", f["team"]),
            _wide("标准化工作基础", f["groundwork"]),
            _part("三、任务"), _wide("试点示范任务", f["tasks"]), _wide("预期成果", f["outcome"])]
    willing = [para(f["willing"], indent=True)] if f["willing"] else []
    conduct = [para(f["conduct"], indent=True)] if f["conduct"] else []
    return Paper((*_cover(f, f["form_title"], "（2023年度）"), PageBreak(), table(rows, WIDTHS),
                  *willing, *conduct, *_promised(f)))


def service_form(facts):
    f = facts
    rows = [*_about_applicant(f), ("项目类别", f["kind"], "建设周期", f["cycle"]),
            ("参与单位数量", f["participants"], "本区域同类型服务单位总数", f["peers"]),
            _part("二、基础条件"), _wide("典型特色", f["groundwork"]), _wide("政策保障情况", f["policy"]),
             _part("三、示范任务")]
    rows += [_wide(label, f[task]) for label, task in BASES if f[task] is not None]
    conduct = [para(f["conduct"], indent=True)] if f["conduct"] else []
    return Paper((*_cover(f, "国家级服务业标准化示范项目申报书", "（2023年度）"), PageBreak(), table(rows, WIDTHS),
                  *conduct, *_promised(f)))


def _consent(label, consent, day):
    day = chinese(day) if consent else "      年    月    日"
    text = f"{consent}\n\n\n\n\n（盖章）\n{day}"  # room for a seal
    return (label, Cell(text, across=3))


def public_form(facts):
    f = facts
    rows = [*_about_applicant(f), ("试点领域", f["field"], "参加单位", f["member"]),
            _part("二、工作基础"), _wide("标准化管理内设机构", f["office"]), _wide("标准化人员", f["staff"]),
            _wide("试点任务", f["tasks"])]
    opinions = [_consent(f"{party}意见", f["consent"].get(party, ""), f["filled"])
                for party in ("承担单位", "参加单位", "保证单位", "业务指导单位", "管理单位")
                if f["consent"].get(party) is not None]
    conduct = [para(f["conduct"], indent=True)] if f["conduct"] else []
    return Paper((*_cover(f, "社会管理和公共服务综合标准化试点申请书", "（第十批）"), PageBreak(), table(rows, WIDTHS),
                  *conduct, *_promised(f), PageBreak(), Heading("三、有关单位意见", 2), table(opinions, WIDTHS)))


# --- what the recommender sends along ---

def letter(facts):
    f = facts
    return Paper((Heading(f"关于推荐2023年度{f['call_name']}的函"),
                  para("国家标准化管理委员会："),
                  para(f"按照征集通知要求，经组织申报和初审，现推荐{f['project']}等项目，申报材料和推荐汇总表随函报送，请予审核。",
                       indent=True),
                  para(f["recommender"], align="right"), para("（盖章）", align="right"),
                  para(chinese(f["letter_date"]), align="right")))


def roster(facts):
    f = facts
    rows = f["roster"] or (("1", f["applicant"], f["project"], f["kind_name"]),)
    return Paper((table([(Cell(f"2023年度{f['call_name']}{f['list_name']}", across=4),),
                         ("推荐单位", f["recommender"], "报送日期", chinese(f["letter_date"])),
                         ("序号", f["applicant_label"], "项目名称", "项目类别"), *rows], (14, 45, 45, 24)),),
                 sheet="汇总表")


# --- proofs ---

def certificate(facts):
    f = facts
    return Paper((Heading(f["certificate_title"]), para(f"名称：{f['applicant']}"),
                  para(f"统一社会信用代码：{f['uscc']}"), para(f"法定代表人：{f['representative']}"),
                  para(f"住所：{f['address']}"), para(f["certificate_says"]), para("登记机关：示例市登记机关（示意）"),
                  para("二〇二一年三月五日", align="right")))


def acceptance(facts):
    f = facts
    return Paper((Heading(f["acceptance_title"]), para(f["applicant"] + "："),
                  para(f["acceptance_says"], indent=True), para("示例省标准化主管部门（示意）", align="right"),
                  para(chinese(f["accepted"]), align="right")))


def statement(facts):
    f = facts
    return Paper((Heading("无违法失信和责任事故声明"), para(f["statement_says"], indent=True),
                  para(f"声明单位（盖章）：{f['applicant']}", align="right"),
                  para(chinese(f["filled"]), align="right")))


def policy(facts):
    f = facts
    return Paper((Heading(f["policy_title"]),
                  *(para(text, indent=True) for text in f["policy_says"]),
                  para("示例市人民政府办公室（示意）", align="right"), para("2022年11月1日", align="right")))


MAKERS = {"recommendation-letter": letter, "recommendation-list": roster, "certificate": certificate,
          "acceptance": acceptance, "statement": statement, "policy-support": policy}
