"""Papers that no call asks for and that lie in dossiers all the same: the association's certificate, its patent policy,
an authority's opinion, a certificate of good practice, a letter of complaint."""
from render.blocks import Heading, Paper, para, table

from .wording import chinese


def _sent(name, day):
    return (para(name, align="right"), para(chinese(day), align="right"))


def certificate(facts):
    """社会团体法人登记证书 with the page of the yearly inspections."""
    f = facts
    return Paper((Heading("社会团体法人登记证书（副本）"),
                  table([("名称", f["organization"]), ("统一社会信用代码", f["uscc"]),
                         ("业务范围", "行业研究、标准制定、技术培训、咨询服务"), ("住所", f["address"]),
                         ("法定代表人", f["representative"]), ("发证机关", "北京市民政局")], (36, 84)),
                  Heading("年检记录", 2), table([(line,) for line in f["inspections"]], (120,))))


def patent_policy(facts):
    f = facts
    return Paper((Heading(f"{f['organization']}专利政策"),
                  para("本会团体标准中的必要专利由参与者及时披露，由专利权人作出许可声明后方可纳入标准。", indent=True),
                  *_sent(f["organization"], f["published"])))


def network_opinion(facts):
    f = facts
    return Paper((Heading("关于征求意见的复函"),
                  para(f"{f['organization']}：", indent=False),
                  para(f"你会《{f['title']}》收悉。经研究，我办作为网信部门对该标准没有不同意见。", indent=True),
                  *_sent("示例市互联网信息办公室", f["published"])))


def good_practice(facts):
    f = facts
    return Paper((Heading("团体标准化良好行为评价证书"),
                  para(f"兹证明{f['organization']}符合GB/T 20004.1的要求，等级为AA级，有效期三年。", indent=True),
                  *_sent("北京示例标准化评价中心", f["published"])))


def complaint(facts):
    f = facts
    return Paper((Heading("关于收费问题的投诉信"),
                  para(f"来信反映{f['organization']}以参编单位排名为名向会员违规收费，请核实。", indent=True),
                  *_sent("示例市市民", f["filled"])))


MAKERS = {
    "certificate": certificate,
    "patent-policy": patent_policy,
    "network-opinion": network_opinion,
    "good-practice": good_practice,
    "complaint": complaint,
}
