"""Large files for the benchmark, made from sentences, the same on every run."""
import shutil
import subprocess
import zipfile
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SENTENCES = [
    "本文件规定了智能终端接入平台的总体要求、接口、数据格式和试验方法，适用于产品的设计、制造和检验。",
    "采样间隔应不大于一秒，时间误差应在正负零点五秒以内，断电后数据保存时间不少于三百六十天。",
    "试验按照GB/T 2423.1和GB/T 2423.2—2008规定的方法进行，结果应符合表3的要求。",
    "社会团体应当在标准发布之日起三十日内，将标准的编号、名称和主要技术内容向社会公布。",
]
UMING = Path("/usr/share/fonts/truetype/arphic/uming.ttc")


def pdf_of(path, pages, font, mark=""):
    """A PDF of running Chinese text, each line with the mark; None where the font is not on this machine."""
    if font == "STSong-Light":
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    elif UMING.exists():
        pdfmetrics.registerFont(TTFont(font, str(UMING)))
    else:
        return None
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.setFont(font, 10.5)
        for line in range(38):
            canvas.drawString(70, 780 - 18 * line, f"{mark}{page + 1}.{line + 1} " + SENTENCES[(page + line) % 4][:44])
        canvas.showPage()
    canvas.save()
    return path


# What Word writes at each paragraph and each run of letters.
PARAGRAPH_LOOK = '<w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/>{}</w:pPr>'
RUN_LOOK = '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:hint="eastAsia"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'


def docx_of(path, paragraphs=14000, looks=False, mark=""):
    """A DOCX of paragraphs, each with the mark, and a table row for every tenth of them; bare, or with the looks that Word writes."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    run, around = (RUN_LOOK, PARAGRAPH_LOOK.format(RUN_LOOK)) if looks else ("", "")
    para = lambda t: f"<w:p>{around}<w:r>{run}<w:t>{t}</w:t></w:r></w:p>"
    cell = lambda t: f"<w:tc>{para(t)}</w:tc>"
    body = []
    for i in range(paragraphs):
        text = f"{mark}{i} " + SENTENCES[i % 4]
        body.append(f"<w:tbl><w:tr>{cell('编号')}{cell(text)}</w:tr></w:tbl>" if i % 10 == 0 else para(text))
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {w}><w:body>{"".join(body)}</w:body></w:document>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return path


def dossier_of(work):
    """The good sample dossier, all with text layers."""
    root = Path(__file__).resolve().parent.parent.parent
    subprocess.run([str(root / "samples" / "make"), str(work / "samples")], check=True, stdout=subprocess.DEVNULL)
    target = work / "dossier"
    shutil.copytree(work / "samples" / "dossiers" / "good", target)
    return target
