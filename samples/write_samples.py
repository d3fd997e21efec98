"""Writes what spec/ describes: a folder and an expectation a case or batch, a file and an expectation a format or panel."""
import csv
import io
import json
import os
from dataclasses import replace

from materials import MAKERS
from render.blocks import Heading, Paper, table
from render.docx import docx_pages, write_docx
from render.pdf import FontMissing, write_pdf
from render.scan import scan_pdf
from render.xlsx import write_xlsx
from spec.cases import Batch, Case, Panel, dossier_of


def _paper(case, dossier, maker):
    facts = dossier.facts(maker)
    make = getattr(case.of, "MAKERS", {}).get(maker) or MAKERS[maker]
    return replace(make(facts), font=facts["font"])


def _render(case, dossier, maker, form):
    """Bytes of one paper and the number of its pages, a worksheet being a page."""
    paper = _paper(case, dossier, maker)
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


def _material(case, maker):
    """What the review must take the paper for."""
    default = maker if f"material.{maker}" in case.of.FINDINGS else "other"
    return getattr(case.of, "MATERIALS", {}).get(maker, default)


def dossier_files(case):
    """{path: bytes} and {path: [[material, [first, last]], …]} of a case, or of an entry of a batch."""
    dossier = dossier_of(case)
    if dossier.merged_as:
        papers = [_paper(case, dossier, maker) for maker, _, _ in dossier.documents]
        data, pages = write_pdf(*papers)
        if dossier.merged_scan:
            data = scan_pdf(data, dossier.merged_scan)
        parts = [[_material(case, maker), list(own)] for (maker, _, _), own in zip(dossier.documents, pages)]
        return {dossier.merged_as: data, **_made(dossier.files)}, {dossier.merged_as: parts}
    files, materials, made_by = _made(dossier.files), {}, {}
    for maker, stem, form in dossier.documents:
        number = dossier.facts(maker).get("number", "").replace("/", "_")
        path = f"{stem.format(number=number)}.{form}"
        data, pages = _render(case, dossier, maker, form)
        files[path] = dossier.damage.get(maker, lambda whole: whole)(data)
        materials[path] = [[_material(case, maker), [1, pages]]]
        made_by[path] = maker
    for path, archive, makers in dossier.packages:
        files, materials = _packed(path, archive, {p for p in files if not makers or made_by.get(p) in makers},
                                   files, materials)
    return files, materials


def _packed(package, archive, chosen, files, materials):
    """The chosen files in one archive, and the materials in them under its name."""
    inside = {path: data for path, data in files.items() if path in chosen}
    beside = {path: data for path, data in files.items() if path not in chosen}

    def moved(path):
        return f"{package}/{path}" if any(path == p or path.startswith(p + "/") for p in chosen) else path
    return {**beside, package: archive(inside)}, {moved(path): parts for path, parts in materials.items()}


def _write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data)


def _write_expected(path, expected):
    _write(path + ".expected.json", (json.dumps(expected, ensure_ascii=False, indent=2) + "\n").encode())


def _write_files(place, files):
    os.makedirs(place, exist_ok=True)  # an empty dossier is a folder too
    for path, data in files.items():
        _write(os.path.join(place, path), data)


def write_case(out, case):
    files, materials = dossier_files(case)
    place = os.path.join(out, case.place)
    _write_files(place, files)
    _write_expected(place, {**case.expected, **({"materials": materials} if case.says_materials else {})})


def write_batch(out, batch):
    place = os.path.join(out, batch.place)
    for entry in batch.entries:
        _write_files(os.path.join(place, entry.name), dossier_files(entry)[0])
    _write_expected(place, batch.expected)


def _expert_list(form, rows):
    if form == "xlsx":
        return write_xlsx(Paper((Heading("评价专家名单"), table(rows, (8, 16, 40, 20, 24))), sheet="专家名单"))
    assert form == "csv", form
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def write_panel(out, panel):
    place = os.path.join(out, panel.place)
    _write(place, _expert_list(panel.place.rsplit(".", 1)[1], panel.experts))
    _write_expected(place, panel.expected)


def write_format(out, sample):
    place = os.path.join(out, "formats", sample.path)
    _write(place, sample.make())
    if hasattr(sample, "twin"):
        _write(f"{place}.twin.pdf", sample.twin())
    _write_expected(place, sample.expected)


WRITERS = {Case: write_case, Batch: write_batch, Panel: write_panel}


def write_all(out, cases, formats, say):
    """Returns how many samples were written; those whose font is not installed are left out, and named."""
    written = 0
    for sample in (*cases, *formats):
        try:
            WRITERS.get(type(sample), write_format)(out, sample)
            written += 1
        except FontMissing as missing:
            say(f"left out {getattr(sample, 'place', None) or sample.path}: no font {missing}")
    return written
