"""Rows of tests/bench/run for recognition: processor time, peak memory and errors a page of each engine, beside the
tesseract program (one thread, the same model, and Debian's chi_sim) and ocrmypdf -j2 on the same scanned pages."""
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from measured import in_turn

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent.parent / "samples"))


def material(folder):
    """Scanned pages of the good dossier's papers as pictures, the truth beside them, and all as one PDF."""
    from materials import MAKERS
    from render.pdf import write_pdf
    from render.scan import Scan, bound, drawn_pages, jpeg_of, png_of, scanned
    from spec import good
    from reportlab import rl_config
    rl_config.useA85 = 0  # scanners write bytes, not letters
    pictures, scan = [], Scan()
    for maker in ("application-form", "standard-text", "procedure", "platform-screenshot"):
        pdf = write_pdf(replace(MAKERS[maker](good.FACTS), font="uming"))[0]
        pages = drawn_pages(pdf, scan.dpi)
        source = folder / f"{maker}.pdf"
        source.write_bytes(pdf)
        for n, page in enumerate(pages):
            picture = scanned(page, n, len(pages) - 1, scan)
            path = folder / f"{maker}-{n}.png"
            path.write_bytes(png_of(picture))
            subprocess.run(["pdftotext", "-f", str(n + 1), "-l", str(n + 1), source, path.with_suffix(".txt")], check=True)
            pictures.append((path, picture))
    whole = folder / "all.pdf"
    whole.write_bytes(bound([(jpeg_of(p), *p.size) for _, p in pictures], scan.dpi))
    return [path for path, _ in pictures], whole


def errors_of(folder, read):
    said = subprocess.run([here / "ocr_error", folder, read], stdout=subprocess.PIPE, text=True, check=True).stdout
    return re.search(r"CER of lines ([\d.]+)", said)[1]


def split_pages(text, pictures, folder):
    """The pages of a text file, named as their pictures."""
    folder.mkdir(exist_ok=True)
    for picture, page in zip(pictures, text.read_text(encoding="utf-8").split("\f")):
        (folder / picture.with_suffix(".txt").name).write_text(page, encoding="utf-8")
    return folder


def by_tesseract(pictures, said, model):
    said.mkdir(exist_ok=True)
    return " && ".join(f"tesseract '{picture}' '{said / picture.stem}' -l {model}" for picture in pictures)


def recognition(bench, work):
    """Gives the scanned pages as one PDF."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    pictures, whole = material(work)
    pages, read, none = len(pictures), work / "read.jsonl", work / "no-models"
    none.mkdir()
    own = lambda models: f"'{bench.build}/bench-ocr' '{models}' {' '.join(map(str, pictures))} > '{read}'"
    bench.table.heading(f"Recognition of the same {pages} pictures of pages: bench-ocr / the tool")

    def beside(name, models, theirs, their_errors, goal=None):
        ours, costs = in_turn([own(models), theirs], bench.long_rounds)
        errors = errors_of(work, read), their_errors()
        bench.table.row(name, "cpu s a page", ours.cpu / pages, costs.cpu / pages, goal, note=f"CER {errors[0]} : {errors[1]}",
                        ours_cost=ours, theirs_cost=costs, ours_cer=float(errors[0]), theirs_cer=float(errors[1]))

    models = bench.build / "models"
    for model, goal in (("HanS", 1.0), ("chi_sim", None))[: 1 if bench.quick else None]:
        said = work / model
        beside(f"PP-OCRv4 and Tesseract / tesseract {model}", models, by_tesseract(pictures, said, model),
               lambda: errors_of(work, said), goal)
    if bench.quick:
        return whole
    said = work / "HanS"
    beside("Tesseract alone (no models) / tesseract HanS", none, by_tesseract(pictures, said, "HanS"), lambda: errors_of(work, said))
    sidecar, ocr = work / "sidecar", work / "ocrmypdf"
    beside("PP-OCRv4 and Tesseract / ocrmypdf -j2 chi_sim", models,
           ["ocrmypdf", "-j2", "-l", "chi_sim", "--sidecar", sidecar, whole, work / "out.pdf"],
           lambda: errors_of(work, split_pages(sidecar, pictures, ocr)))
    return whole
