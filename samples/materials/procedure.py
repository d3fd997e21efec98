"""制定程序文件: an association's own rules for making group standards, chapter by chapter."""
from render.blocks import Heading, Paper, para


def _chapters(facts):
    code = facts["number"].split(" ")[0].removeprefix("T/")
    said = facts["procedure"]
    return (
        ("第一章 总则", (
            f"为规范{facts['organization']}（以下简称本会）团体标准的制定、实施和监督，依据《中华人民共和国标准化法》和"
            f"{said['basis']}，制定本办法。",
            said["staff"])),
        ("第二章 制定程序", (
            said["steps"],
            "提案与立项：会员单位提出提案，标准化工作部组织论证，通过后立项。",
            "起草与征求意见：起草组编写标准草案和编制说明，公开征求意见的期限不少于三十日。",
            said["examination"],
            "批准、编号与发布：由本会理事会批准，统一编号后以公告发布，并在全国团体标准信息平台公开。",
            f"编号：由团体标准代号T、社会团体代号{code}、顺序号和年代号组成。")),
        ("第三章 复审与反馈", (
            f"{said['feedback']}复审周期不超过{facts['review_cycle']}。",
            "复审结论分为继续有效、修订、废止。")),
        ("第四章 知识产权", (said["copyright"], said["patents"])),
        ("第五章 附则", ("本办法由标准化工作部负责解释，自印发之日起施行。",)),
    )


def procedure(facts):
    blocks = [Heading(f"{facts['organization']}团体标准管理办法")]
    article = 0
    for title, paragraphs in _chapters(facts):
        said = [text for text in paragraphs if text]
        if said:
            blocks.append(Heading(title, 2))
        for text in said:
            article += 1
            blocks.append(para(f"第{_chinese_number(article)}条 {text}", indent=True))
    return Paper(tuple(blocks))


def _chinese_number(n):
    digits = "零一二三四五六七八九"
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones or not n else "")
