"""Inboxes made for this: few small dossiers of every kind, cheap to review, and very many tiny ones.

The papers are those of samples/; every dossier says something else, so that no two have the same contents but those that
are meant to. The same seed makes the same bytes.
"""
import io
import pathlib
import random
import sys
import zipfile

from running_program import SOURCE

sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / "samples"))

from materials import MAKERS  # noqa: E402
from render.docx import write_docx  # noqa: E402
from render.pdf import write_pdf  # noqa: E402
from render.raster import png  # noqa: E402
from render.xlsx import write_xlsx  # noqa: E402
from spec import good  # noqa: E402


def facts_of(number, seed):
    return {**good.FACTS, "number": f"T/BJQYWL {number:03}—2023", "title": f"冷链仓储第{number}号监测数据接入规范",
            "phone": "" if (number + seed) % 3 == 0 else good.FACTS["phone"]}


def form(facts):
    return write_docx(MAKERS["application-form"](facts))


def score(facts):
    return write_xlsx(MAKERS["self-score"](facts))


def proof(facts):
    return write_pdf(MAKERS["innovation"](facts))[0]


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 7, 15, 8, 0, 0)), data)
    return packed.getvalue()


def _kinds(number, seed, rng):
    """What one dossier consists of: {path: bytes}; a single file has the empty path and says its ending."""
    facts = facts_of(number, seed)
    paper, words = form(facts), f"材料 {number} {rng.random()}\n".encode()
    return (
        lambda: {"附件2 申报书.docx": paper, "附件3 自评打分表.xlsx": score(facts)},
        lambda: {"附件2 申报书.docx": paper, "创新性说明.pdf": proof(facts)},
        lambda: {".zip": zipped({"申报书.docx": paper, "说明.txt": words})},
        lambda: {"附件2 申报书.docx": paper, "坏的.pdf": proof(facts)[:400]},
        lambda: {".docx": paper},
        lambda: {"附件2 申报书.docx": paper, "图/无字.png": png(20 + number, 16)},
        lambda: {"说明.txt": words, "空的.docx": b""},
        lambda: {"深/更深/附件2 申报书.docx": paper, "深/包.zip": zipped({"自评.xlsx": score(facts)}), "Thumbs.db": b"\xd0\xcf"},
    )[number % 8]()


def dossier(number, seed=1):
    """(ending, {path: bytes}) of the dossier of this number; an ending: it is a single file."""
    files = _kinds(number, seed, random.Random(f"{seed} {number}"))
    (first, data), *rest = files.items()
    return (first, {"": data}) if first.startswith(".") and not rest else ("", files)


def write_dossier(at, files):
    for path, data in files.items():
        file = at / path if path else at
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def write_inbox(inbox, count, seed=1):
    """`count` dossiers, every tenth a copy of the one before the last under another name. Gives their names."""
    inbox.mkdir(parents=True)
    names = []
    for number in range(count):
        ending, files = dossier(number - 2 if number % 10 == 9 else number, seed)
        names.append(f"d{number:02}{ending}")
        write_dossier(inbox / names[-1], files)
    return names


def write_tiny(inbox, first, last):
    """Dossiers of one or two text files."""
    inbox.mkdir(parents=True, exist_ok=True)
    for number in range(first, last):
        folder = pathlib.Path(inbox, f"t{number:05}")
        folder.mkdir()
        (folder / "说明.txt").write_text(f"第{number}份材料\n", encoding="utf-8")
        if number % 2:
            (folder / "附.txt").write_text(f"附件 {number}\n", encoding="utf-8")
