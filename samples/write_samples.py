"""Writes what spec/ describes: a folder and an expectation a case, a file and an expectation a format."""
import json
import os
from dataclasses import replace

from materials import MAKERS
from render.docx import docx_pages, write_docx
from render.pdf import FontMissing, write_pdf
from render.scan import scan_pdf
from render.xlsx import write_xlsx
from spec.cases import Dossier
from spec.good import FINDINGS


def _paper(dossier, maker):
    facts = dossier.facts(maker)
    return replace(MAKERS[maker](facts), font=facts["font"])


def _render(dossier, maker, form):
    """Bytes of one paper and the number of its pages, a worksheet being a page."""
    paper = _paper(dossier, maker)
    if form == "docx":
        return write_docx(paper), docx_pages(paper)
    if form == "xlsx":
        return write_xlsx(paper), 1
    data, pages = write_pdf(paper, password=dossier.password.get(maker, ""))
    if maker in dossier.scans:
        data = scan_pdf(data, dossier.scans[maker])
    return data, pages[0][1]


def _made(files):
    return {path: data() if callable(data) else data for path, data in files.items()}


def _material(maker):
    return maker if f"material.{maker}" in FINDINGS else "other"


def dossier_files(case):
    """{path: bytes} and {path: [[material, [first, last]], …]} of a case."""
    dossier = Dossier()
    for change in case.changes:
        change(dossier)
    if dossier.merged_as:
        papers = [_paper(dossier, maker) for maker, _, _ in dossier.documents]
        data, pages = write_pdf(*papers)
        if dossier.merged_scan:
            data = scan_pdf(data, dossier.merged_scan)
        parts = [[_material(maker), list(own)] for (maker, _, _), own in zip(dossier.documents, pages)]
        return {dossier.merged_as: data, **_made(dossier.files)}, {dossier.merged_as: parts}
    files, materials = _made(dossier.files), {}
    for maker, stem, form in dossier.documents:
        number = dossier.facts(maker)["number"].replace("/", "_")
        path = f"{stem.format(number=number)}.{form}"
        data, pages = _render(dossier, maker, form)
        files[path] = dossier.damage.get(maker, lambda whole: whole)(data)
        materials[path] = [[_material(maker), [1, pages]]]
    return files, materials


def _write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data)


def _write_expected(path, expected):
    _write(path + ".expected.json", (json.dumps(expected, ensure_ascii=False, indent=2) + "\n").encode())


def write_case(out, case):
    files, materials = dossier_files(case)
    place = os.path.join(out, case.place)
    os.makedirs(place, exist_ok=True)  # an empty dossier is a folder too
    for path, data in files.items():
        _write(os.path.join(place, path), data)
    _write_expected(place, {**case.expected, **({"materials": materials} if case.says_materials else {})})


def write_format(out, sample):
    place = os.path.join(out, "formats", sample.path)
    _write(place, sample.make())
    if hasattr(sample, "twin"):
        _write(f"{place}.twin.pdf", sample.twin())
    _write_expected(place, sample.expected)


def write_all(out, cases, formats, say):
    """Returns how many samples were written; those whose font is not installed are left out, and named."""
    written = 0
    for write, samples in ((write_case, cases), (write_format, formats)):
        for sample in samples:
            try:
                write(out, sample)
                written += 1
            except FontMissing as missing:
                say(f"left out {getattr(sample, 'place', None) or sample.path}: no font {missing}")
    return written
