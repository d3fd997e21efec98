"""Rows of tests/bench/run for whole dossiers: a review beside by_hand, which recognises every page and greps.

Pages per processor second, and the fields of the standard that each has right. A review has a field where it names it
as such; by_hand has it where it stands anywhere among the numbers found, however many others stand beside it.
"""
import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

from measured import in_turn

here = Path(__file__).resolve().parent
FIELDS = ("number", "uscc", "published", "implemented")


def dossiers(work):
    """(kind, folder, truth) of the generated dossiers; all say the same."""
    made = work / "samples"
    names = ("good", "all-pdf", "scanned", "scanned-merged")
    subprocess.run([here.parent.parent / "samples" / "make", made, *(f"dossiers/{name}" for name in names)], check=True,
                   stdout=subprocess.DEVNULL)
    folder = made / "dossiers"
    truth = json.loads((folder / "good.expected.json").read_text(encoding="utf-8"))["subject"]
    mixed = work / "mixed"
    shutil.copytree(folder / "good", mixed)
    for paper in mixed.rglob("*.pdf"):  # what is printed and sealed comes as a scan, what is filled in does not
        shutil.copy(folder / "scanned" / paper.relative_to(mixed), paper)
    return [("text layer", folder / "all-pdf", truth), ("scans", folder / "scanned", truth),
            ("scans in one PDF", folder / "scanned-merged", truth), ("mixed", mixed, truth)]


def plain(text):
    """Numbers and dates as they compare: a day as 2024-08-31, dashes as one sign, without blanks."""
    text = "".join(unicodedata.normalize("NFKC", text).split())
    day = re.fullmatch(r"(\d{4})[-年/](\d{1,2})[-月/](\d{1,2})", text)
    if day:
        return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return re.sub("[-—–―一]+", "-", text)


def right_fields(said, truth):
    return sum(plain(str(said.get(field) or "")) == plain(truth[field]) for field in FIELDS)


def whole_dossiers(bench, made):
    bench.table.heading("Whole dossiers: review / by_hand (text and OCR of every page, grep)")
    for kind, folder, truth in made[: 2 if bench.quick else None]:
        out, hand = bench.work / "out" / kind, bench.work / "by_hand" / kind
        review = [bench.build / "biaoshen", "review", folder, "--out", out, "--as-of", "2024-08-31", "--jobs", "1",
                  "--limit", "seconds=600"]  # of the clock: a busy machine must not make it read less
        ours, theirs = in_turn([review, [here / "by_hand", folder, hand]], bench.long_rounds)
        record = json.loads((out / folder.name / "dossier.json").read_text(encoding="utf-8"))
        pages = sum(file["pages"] or 0 for file in record["files"])
        found = {plain(line) for line in (hand / "numbers").read_text(encoding="utf-8").splitlines()}
        right = right_fields(record["subject"], truth), sum(plain(truth[field]) in found for field in FIELDS)
        bench.table.row(f"{kind}, {pages} pages", "pages per CPU s", pages / ours.cpu, pages / theirs.cpu, goal=3, at_least=True,
                        note=f"fields right {right[0]}/{len(FIELDS)} : {right[1]}/{len(FIELDS)} (among {len(found)} found)",
                        ours_cost=ours, theirs_cost=theirs, fields=len(FIELDS), ours_right=right[0], theirs_right=right[1],
                        theirs_candidates=len(found))
