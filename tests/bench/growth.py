#!/usr/bin/env python3
"""How the work of a review grows with what one file repeats: growth.py [PROGRAM]

Outsiders choose what a file says, and how often. Each text below is reviewed at one size and at twice that
size; work that grows with the text gives a ratio near 2, work that compares everything with everything
gives 4. Prints a line a text: CPU seconds of both (program and readers), and their ratio.
"""
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

CELL = "<td>标准编号</td><td>T/CAS {i}—2017</td><td>自评分</td><td>5</td>"
TEXTS = {
    "labels with values": lambda n: "".join(f"标准编号：T/CAS {i}—2017 标准名称：某某{i}\n" for i in range(n)),
    "labels alone": lambda n: "标准编号：\n" * n,
    "numbers": lambda n: "".join(f"GB/T {i}—2017 某某要求\n" for i in range(n)),
    "references": lambda n: "规范性引用文件\n" + "".join(f"GB/T {i}—2017\n" for i in range(n)),
    "dates": lambda n: "2020年1月1日" * n,
    "check boxes": lambda n: "□是 ☑否 标准名称\n" * n,
    "scores": lambda n: "自评得分 95分 " * n,
    "one long word": lambda n: "T/" * n,
    "opening brackets": lambda n: "(" * n,
    "letters with marks": lambda n: "e" + "\u0301" * n,
    "rows of a table": lambda n: "<table>" + "".join(f"<tr>{CELL.format(i=i)}</tr>" for i in range(n)) + "</table>",
    "tables": lambda n: "".join(f"<table><tr>{CELL.format(i=i)}</tr></table>" for i in range(n)),
}


def cpu_seconds(program, text, folder):
    dossier = folder / "dossier"
    dossier.mkdir(exist_ok=True)
    name = "申报书.html" if "<td>" in text else "申报书.txt"
    (dossier / name).write_text(text, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "review", dossier, "--out", folder / "out", "--jobs", "1"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    (dossier / name).unlink()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "build/biaoshen"
    os.environ["OMP_THREAD_LIMIT"] = "1"
    for name, text_of in TEXTS.items():
        n = 20_000 if name in ("rows of a table", "tables") else 40_000
        with tempfile.TemporaryDirectory() as scratch:
            one, two = (cpu_seconds(program, text_of(size), Path(scratch)) for size in (n, 2 * n))
        print(f"{name:20} {n:7} {one:6.2f} s {2 * n:7} {two:6.2f} s   {two / one:4.2f}", flush=True)


if __name__ == "__main__":
    main()
