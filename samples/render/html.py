"""A web page from a Paper, as a browser saves it: headings, paragraphs and tables, with the litter of scripts and
hidden menus around them."""
from html import escape

from .blocks import Heading, Para, Table

LITTER = ("<script>var status = '废止';</script>", '<div style="display: none">标准状态 废止</div>',
          "<!-- 废止日期 2019年1月1日 -->")


def _row(cells):
    spans = {1: ""}
    return "".join(f"<td{spans.get(c.across, f' colspan={c.across}')}{spans.get(c.down, f' rowspan={c.down}')}>"
                   f"{escape(c.print)}&nbsp;</td>" for c in cells)


def _element(block):
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Para):
        return f"<p>{escape(''.join(run for run in block.runs if isinstance(run, str)))}<br>"  # left open
    if isinstance(block, Table):
        return "<table><tbody>" + "\n".join(f"<tr>{_row(row)}</tr>" for row in block.rows) + "</tbody></table>"
    return ""


def write_html(paper, encoding="utf-8"):
    body = "\n".join(_element(block) for block in paper.blocks)
    return (f'<!DOCTYPE html>\n<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
            f"<title>{escape(paper.header[1])}</title></head>\n<body>{''.join(LITTER)}\n{body}\n</body></html>\n"
            ).encode(encoding)
