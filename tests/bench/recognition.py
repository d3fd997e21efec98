"""Rows of tests/bench/run for recognition: processor time, peak memory and errors a page of each engine, beside the
tesseract program (one thread, chi_sim) and ocrmypdf -j2 on the same scanned pages."""
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent.parent / "samples"))


def material(folder):
    """Scanned pages of the good dossier's papers as pictures, the truth beside them, and all as one PDF."""
    from materials import MAKERS
    from render.pdf import write_pdf
    from render.scan import Scan, bound, drawn_pages, jpeg_of, png_of, scanned
    from spec import good
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


def row(name, pages, figures, cer):
    cpu, wall, peak = figures
    print(f"{name:44} cpu {cpu / pages:6.2f} s a page   wall {wall / pages:6.2f} s a page   peak {peak:5.0f} MiB   CER {cer}")


def split_pages(text, pictures, folder):
    """The pages of a text file, named as their pictures."""
    folder.mkdir(exist_ok=True)
    for picture, page in zip(pictures, text.read_text(encoding="utf-8").split("\f")):
        (folder / picture.with_suffix(".txt").name).write_text(page, encoding="utf-8")
    return folder


def recognition(build, work, measure):
    """`measure(command)` gives processor seconds, wall seconds and peak MiB."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    work.mkdir()
    pictures, whole = material(work)
    pages = len(pictures)
    none = work / "no-models"
    none.mkdir()
    for name, models in (("PP-OCRv4, second readings by Tesseract HanS", build / "models"), ("Tesseract HanS alone", none)):
        read = work / "read.jsonl"
        figures = measure(["sh", "-c", '"$0" "$@" > ' + str(read), build / "bench-ocr", models, *pictures])
        row(name, pages, figures, errors_of(work, read))
    jobs = f'"$0" "$1" {" ".join(map(str, pictures[::2]))} & "$0" "$1" {" ".join(map(str, pictures[1::2]))}; wait'
    row("the same, two at a time", pages, measure(["sh", "-c", jobs, build / "bench-ocr", build / "models"]), "as above")
    languages = (subprocess.run(["tesseract", "--list-langs"], stdout=subprocess.PIPE, text=True).stdout
                 if shutil.which("tesseract") else "")
    if "chi_sim" not in languages.split():
        print("not compared with tesseract: apt-get install tesseract-ocr tesseract-ocr-chi-sim")
        return
    said = work / "tesseract"
    said.mkdir()
    each = " && ".join(f'tesseract {p} {said / p.stem} -l chi_sim 2> {os.devnull}' for p in pictures)
    row("tesseract program, chi_sim, one thread", pages, measure(["sh", "-c", each]), errors_of(work, said))
    if not shutil.which("ocrmypdf"):
        print("not compared with ocrmypdf: apt-get install ocrmypdf")
        return
    sidecar = work / "sidecar"
    figures = measure(["ocrmypdf", "-j2", "-l", "chi_sim", "--sidecar", sidecar, whole, work / "out.pdf"])
    row("ocrmypdf -j2, chi_sim", pages, figures, errors_of(work, split_pages(sidecar, pictures, work / "ocrmypdf")))
