"""Rows of tests/bench/run for single files: text with its places, page pictures of scans, DOCX and XLSX, each beside
the tool that gives the same; and how much of what that tool says we have, too."""
import csv
import io
import json
import re
import shutil
import subprocess

from material import docx_of, pdf_of
from office_material import xlsx_of


def our_text(bench, file):
    said = subprocess.run([bench.build / "biaoshen", "inspect", file], stdout=subprocess.PIPE, check=True).stdout
    return "\n".join(page["text"] for page in json.loads(said)["pages"])


STRETCH = 12  # letters


def share(theirs, ours):
    """The share of their text, in stretches of letters without blanks, that stands in ours; a dash is a dash."""
    theirs, ours = (re.sub("-+", "-", "".join(text.split()).replace("—", "-")) for text in (theirs, ours))
    known = {ours[at:at + STRETCH] for at in range(max(1, len(ours) - STRETCH + 1))}
    stretches = [theirs[at:at + STRETCH] for at in range(0, len(theirs) - STRETCH + 1, STRETCH)]
    return sum(stretch in known for stretch in stretches) / max(1, len(stretches))


def text_and_boxes(bench, read):
    bench.table.heading("Text with boxes, 300 pages: reader and client / pdftotext -bbox")
    for font in ("STSong-Light", "uming"):
        pdf = pdf_of(bench.work / f"300-{font}.pdf", 300, font)
        if not pdf:
            continue
        peer = ["pdftotext", "-bbox", pdf, "/dev/null"]
        bench.table.pair(f"300 pages, {font}", [*read, pdf], peer, bench.rounds, goal=1.15)
        bench.table.pair(f"300 pages, {font} / mutool draw -F stext", [*read, pdf],
                         ["mutool", "draw", "-q", "-F", "stext", "-o", "/dev/null", pdf], bench.rounds)
    halves = [pdf_of(bench.work / f"150-{part}.pdf", 150, "STSong-Light") for part in "ab"]
    whole = bench.work / "300-STSong-Light.pdf"
    program = " ".join(map(str, read))
    bench.table.pair("the same as two files of 150 pages, two at a time", f"{program} {halves[0]} & {program} {halves[1]} & wait",
                     ["pdftotext", "-bbox", whole, "/dev/null"], bench.rounds, goal=0.6, what="wall", note=bench.load())


def scans(bench, whole):
    bench.table.heading("Page pictures of scans, decoded: our reader / pdftoppm -gray -r 200")
    bench.table.pair("scanned PDF", [bench.build / "bench-images", whole], f"pdftoppm -gray -r 200 '{whole}' > /dev/null",
                     bench.rounds, goal=0.15)


def docx(bench, read):
    bench.table.heading("DOCX of 14,000 paragraphs and tables: reader and client / the tool")
    bare = docx_of(bench.work / "bare.docx")
    file = docx_of(bench.work / "word.docx", looks=True)
    theirs = subprocess.run(["docx2txt", file, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    kept = share(theirs, our_text(bench, file))
    bench.table.pair("as Word writes it / docx2txt", [*read, file], ["docx2txt", file, "/dev/null"], bench.rounds, goal=0.4,
                     note=f"{kept:.2%} of its letters in ours", kept=kept)
    bench.table.pair("without any looks / docx2txt", [*read, bare], ["docx2txt", bare, "/dev/null"], bench.rounds, goal=0.4)
    bench.table.pair("as Word writes it / pandoc -t plain", [*read, file], ["pandoc", "-t", "plain", "-o", "/dev/null", file],
                     bench.long_rounds)
    if not bench.quick and shutil.which("soffice"):
        office = ["soffice", f"-env:UserInstallation=file://{bench.work}/office", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                  "--outdir", bench.work / "converted", file]
        bench.table.pair("as Word writes it / LibreOffice --convert-to txt", [*read, file], office, 1)


def xlsx(bench, read):
    bench.table.heading("XLSX of 20,000 rows: reader and client / xlsx2csv")
    file = xlsx_of(bench.work / "big.xlsx")
    theirs = subprocess.run(["xlsx2csv", "-f", "%Y-%m-%d", file], stdout=subprocess.PIPE, check=True).stdout.decode()
    kept = share("".join(cell for row in csv.reader(io.StringIO(theirs)) for cell in row), our_text(bench, file))
    bench.table.pair("5 columns / xlsx2csv", [*read, file], ["xlsx2csv", file, "/dev/null"], bench.rounds, goal=0.15,
                     note=f"{kept:.2%} of its letters in ours", kept=kept)


def reading(bench, scanned):
    read = [bench.build / "bench-read", bench.build / "biaoshen-reader"]
    text_and_boxes(bench, read)
    scans(bench, scanned)
    docx(bench, read)
    xlsx(bench, read)
