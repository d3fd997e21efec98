"""Papers of 团体标准应用示范: certificate, list, form, release document, proofs, letter. The ministry's own annexes are not
public; these print what such forms usually ask for.

Makers that other programmes have too (the standard, the platform's page) are theirs; the procedure is the common one with
a chapter on what is made public.
"""
from dataclasses import replace

from render.blocks import Cell, Heading, Paper, para, table

from .notes import _signed
from .procedure import procedure
from .wording import chinese


def _wide(label, value):
    return (label, Cell(value, across=3))


def _part(title):
    return (Cell(title, across=4),)


def _opinion(label, text, name, day):
    """A block to sign: the words of the party, its name for the seal, the date."""
    return (label, Cell(f"{text}　　{name}（盖章）　　{chinese(day)}", across=3))


def application_form(facts):
    f = facts
    rows = [_part("一、标准基本情况"), _wide("标准名称", f["title"]),
            ("标准编号", f["number"], "所属领域", f["field"]),
            ("发布日期", chinese(f["published"]), "实施日期", chinese(f["implemented"])),
            _wide("发布团体", f["organization"]), _wide("主要起草单位", f["drafting_units"]), _wide("主要起草人", f["drafters"]),
            _wide("标准主要内容", f["main_content"]), _wide("标准的创新性、先进性、国际性", f["claim"]),
            _wide("实施推广情况", f["applied"]),
            _wide("转化为国际标准、国家标准、行业标准情况", f["converted"]),
            _part("二、申报单位情况"), _wide("申报单位", f["applicant"]),
            ("统一社会信用代码", f["uscc"], "法定代表人", f["representative"]),
            _wide("通讯地址", f["address"]),
            ("联系人", f["contact"], "联系电话", f["phone"]), _wide("电子邮箱", f["email"]),
            _wide("推荐单位", f["recommender"]),
            _opinion("申报单位意见", f["commitment"], f["applicant"], f["filled"])]
    if f["recommended"]:
        rows.append(_opinion("推荐单位意见", f["recommended"], f["recommender"], f["recommended_on"]))
    return Paper((para("附件2"), Heading(f["form_title"]), para(f["form_year"], align="center"),
                  table(rows, (26, 34, 26, 34))))


def registration_certificate(facts):
    f = facts
    return Paper((Heading(f["certificate_title"]),
                  table([("统一社会信用代码", f["certificate_code"]), ("名称", f["certificate_name"]),
                         ("业务范围", "标准制定、技术培训、咨询服务、行业交流"), ("住所", f["address"]),
                         ("法定代表人", f["representative"]), ("活动地域", "江苏省"), ("注册资金", "叁万元整"),
                         ("业务主管单位", "无"), ("有效期限", "自2021年6月1日至2026年5月31日"),
                         ("发证机关", "江苏省民政厅")], (36, 84))))


def recommendation_list(facts):
    f = facts
    head = ("序号", "申报单位", "标准编号", "标准名称", "发布日期", "实施日期", "联系人")
    rows = [(rank, f["applicant"], number, title, f["published"], f["implemented"], f["contact"])
            for rank, number, title in f["listed"] or (("1", f["number"], f["title"]),)]
    return Paper((Heading("团体标准应用示范项目汇总表"),
                  para(f"推荐单位：{f['recommender']}"), table([head, *rows], (8, 26, 24, 36, 18, 18, 12))),
                 sheet="汇总表")


def release_document(facts):
    f = facts
    return Paper((Heading(f["organization"]), Heading("关于发布团体标准的公告", 2),
                  para("2022年第3号", align="center"),
                  para(f"根据本会团体标准管理办法，现批准发布{f['number']}《{f['title']}》，"
                       f"自{chinese(f['implemented'])}起实施。现予公告。", indent=True),
                  *_signed(f["organization"], chinese(f["published"]))))


def implementation(facts):
    f = facts
    rows = [("标准编号", f["number"]), ("标准名称", f["title"])]
    rows += [(label, f[name]) for label, name in
             (("应用单位", "user"), ("应用时间", "used"), ("应用效果", "effect")) if f[name]]
    return Paper((para("附件3"), Heading("团体标准应用情况证明"), table(rows, (30, 90)),
                  para("特此证明。", indent=True), *_signed("", chinese(f["filled"]))))


def conversion(facts):
    f = facts
    return Paper((Heading("团体标准转化证明"),
                  para(f"{f['number']}《{f['title']}》已列入行业标准制修订计划，计划号为2023-0000T-SJ，"
                       "由本单位归口。", indent=True),
                  *_signed("示例电子工业标准化技术委员会", chinese(f["filled"]))))


def recommendation_letter(facts):
    f = facts
    return Paper((Heading("关于推荐团体标准应用示范项目的函"), para("工业和信息化部科技司："),
                  para(f"经审核，现推荐{f['applicant']}申报的{f['number']}《{f['title']}》。特此推荐。", indent=True),
                  *_signed(f["recommender"], chinese(f["recommended_on"]))))


def procedure_made_public(facts):
    paper = procedure(facts)
    if not facts["procedure_public"]:
        return paper
    return replace(paper, blocks=(*paper.blocks, para(facts["procedure_public"], indent=True)))


MAKERS = {
    "application-form": application_form,
    "registration-certificate": registration_certificate,
    "recommendation-list": recommendation_list,
    "release-document": release_document,
    "implementation": implementation,
    "conversion": conversion,
    "recommendation-letter": recommendation_letter,
    "procedure": procedure_made_public,
}
