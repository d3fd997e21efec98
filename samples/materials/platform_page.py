"""平台公示截图: the detail page of the national platform printed from a browser to PDF, a page of its list, and a
picture of either (grey, without words: what is in it cannot be read).

The labels are those that the platform prints; addresses and identifiers are invented."""
from render.blocks import Heading, Paper, Picture, para, table
from render.raster import png

from .wording import chinese_padded

PLATFORM = "全国团体标准信息平台"
MENU = "首页 标准化活动 社会团体 团体标准 良好行为评价 教育与培训 出版物 专家库 常见问题"
FOOT = ("关于我们---联系我们", "Copyright © 2016 中国标准化研究院", "京ICP备10046988号-26")
PRINTED = ("2024/7/10 09:31", PLATFORM)


def _association(f):
    return table([("团体名称", f["organization"]), ("登记证号", f["uscc"]), ("发证机关", "北京市民政局"),
                  ("业务范围", "行业研究、标准制定、技术培训、咨询服务"), ("法定代表人/负责人", f["representative"]),
                  ("依托单位名称", "无"), ("通讯地址", f"{f['address']} 邮编 : {f['postcode']}")], (30, 90))


def _standard(f):
    rows = [("标准状态", f["status"]), ("标准编号", f["number"]), ("中文标题", f["title"]), ("英文标题", f["title_en"]),
            ("国际标准分类号", f["ics"]), ("中国标准分类号", f["ccs"]), ("国民经济分类", f["industry"]),
            ("发布日期", chinese_padded(f["published"])), ("实施日期", chinese_padded(f["implemented"]))]
    if f["abolished"]:
        rows.append(("废止日期", chinese_padded(f["abolished"])))
    rows += [("起草人", f["drafters"]), ("起草单位", f["drafting_units"]), ("范围", f["platform_scope"]),
             ("主要技术内容", f["main_content"]), ("是否包含专利信息", f["platform_patents"]), ("标准文本", "查看")]
    return table(rows, (30, 90))


def platform_page(facts):
    f = facts
    commitment = (f"{f['organization']}自我承诺：遵循开放、公平、透明、协商一致的原则，按照在本平台公布的"
                  "《标准制定程序文件》制定本标准，符合国家有关法律法规和强制性标准的要求，没有侵犯他人合法权益。")
    disclosed = f"*由{f['organization']}于2023-3-22 10:05:41在团体标准信息平台公布，最后修改时间：2023-3-22 10:05:41"
    return Paper((Heading(PLATFORM), para("注册 | 个人登录 | 团体登录", align="right", size=9), para(MENU, size=9),
                  para(commitment), Heading("团体详细信息", 3), _association(f), Heading("标准详细信息", 3),
                  _standard(f), para(disclosed, size=9), *(para(line, align="center", size=8) for line in FOOT)),
                 header=PRINTED, footer=("https://www.ttbz.org.cn/StandardManage/Detail/000000/", "{page}"))


def platform_list(facts):
    f = facts
    rows = [("序号", "团体名称", "标准编号", "标准名称", "公布日期", "状态", "详细", "购买信息"),
            ("1", f["organization"], f["number"], f["title"], "2023-3-22", f["status"], "查看", "")]
    return Paper((Heading(PLATFORM), para(MENU, size=9),
                  para("标准编号 标准名称 团体编号 团体名称 英文标题 标准状态(所有/现行/废止) 可出售标准 是否公开", size=9),
                  table(rows, (8, 22, 24, 30, 16, 9, 9, 10)), para("共计1条标准", size=9),
                  *(para(line, align="center", size=8) for line in FOOT)),
                 header=PRINTED, footer=("https://www.ttbz.org.cn/Home/Standard", "{page}"))


def platform_picture(facts):
    """A screenshot pasted into a document: nothing of it is text but the line above."""
    return Paper((para("全国团体标准信息平台公示截图"), Picture(png(640, 480), "png", 150, 112)))
