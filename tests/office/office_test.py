#!/usr/bin/python3
"""office_test.py BUILD: what the built program writes for Office programs, opened by LibreOffice.

The demo dossier's notice, a batch's register and a casebook are converted to text, CSV and PDF in a profile of its own,
and what comes out is compared with dossier.json and batch.json. Run by ctest (.ci/test-packages installs LibreOffice).
"""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
WORK = BUILD / "office"
AS_OF = "2024-08-31"


def run(*command):
    ended = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=240)
    if ended.returncode:
        raise AssertionError(f"{command[0]} ended with {ended.returncode}: {ended.stderr[-2000:]}")
    return ended.stdout


def converted(file, to, out):
    """Converts by LibreOffice; the files that came of it."""
    folder = WORK / "converted" / out
    run("soffice", "--headless", "--norestore", f"-env:UserInstallation={(WORK / 'profile').as_uri()}", "--convert-to", to,
        "--outdir", folder, file)
    return sorted(folder.iterdir())


def text_of(docx, out):
    pdf, = converted(docx, "pdf", out)
    return run("pdftotext", "-layout", pdf, "-")


def plain(text):
    return re.sub(r"\s+", "", text)


def setUpModule():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    run(SOURCE / "samples/make", WORK / "samples", "dossiers/demo", "dossiers/good")
    run(BUILD / "biaoshen", "batch", WORK / "samples/dossiers", "--as-of", AS_OF, "--out", WORK / "results")


class Notice(unittest.TestCase):
    def test_it_names_every_defect_with_remedy(self):
        text = plain(text_of(WORK / "results/demo/notice.docx", "notice"))
        record = json.loads((WORK / "results/demo/dossier.json").read_text(encoding="utf-8"))
        for word in (record["subject"]["organization"], record["subject"]["title"], "补正"):
            self.assertIn(plain(word), text)
        failures = [finding for finding in record["findings"] if finding["status"] == "fail"]
        self.assertGreater(len(failures), 3)
        for finding in failures:
            self.assertIn(plain(finding["remedy"])[:12], text, finding["rule"])
            for cite in finding["cites"][:1]:
                self.assertIn(plain(cite["instrument"]), text, finding["rule"])

    def test_no_placeholder_is_left(self):
        self.assertNotIn("{{", text_of(WORK / "results/demo/notice.docx", "placeholders"))

    def test_what_has_no_defect_gets_none(self):
        self.assertFalse((WORK / "results/good/notice.docx").exists())


class Register(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # Each sheet a file; separated by commas, quoted, UTF-8, as shown.
        files = converted(WORK / "results/register.xlsx", 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', "register")
        cls.sheets = [list(csv.reader(file.read_text(encoding="utf-8").splitlines())) for file in files]
        cls.batch = json.loads((WORK / "results/batch.json").read_text(encoding="utf-8"))

    def rows_with(self, text):
        return [row for sheet in self.sheets for row in sheet if any(text in cell for cell in row)]

    def test_it_has_a_row_for_each_dossier(self):
        for name in ("demo", "good"):
            subject = json.loads((WORK / f"results/{name}/dossier.json").read_text(encoding="utf-8"))["subject"]
            rows = [row for row in self.rows_with(subject["number"]) if subject["organization"] in row]
            self.assertTrue(rows, name)
            self.assertIn(subject["title"], rows[0])

    def test_dates_are_dates_and_scores_are_numbers(self):
        with zipfile.ZipFile(WORK / "results/register.xlsx") as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        cells = re.findall(r'<c r="[A-Z]+\d+"([^>]*)><v>([\d.]+)</v>', sheet)
        numbers = [float(value) for attributes, value in cells if 't="s"' not in attributes]
        self.assertIn(45535.0, numbers)  # 2024-08-31
        self.assertIn(91.0, numbers)
        shown = [cell for row in self.rows_with("demo") for cell in row]
        self.assertIn(AS_OF, [cell.replace("/", "-") for cell in shown])

    def test_every_open_finding_has_a_row(self):
        record = json.loads((WORK / "results/demo/dossier.json").read_text(encoding="utf-8"))
        for finding in record["findings"]:
            if finding["status"] in ("fail", "review"):
                self.assertTrue(self.rows_with(finding["title"]), finding["rule"])

    def test_no_cell_is_an_error_of_the_program(self):
        for sheet in self.sheets:
            for row in sheet:
                for cell in row:
                    self.assertNotRegex(cell, r"^(#(NAME|REF|VALUE|N/A|DIV)|Err:\d)")


class Casebook(unittest.TestCase):
    def test_it_has_a_section_for_the_standard_that_was_accepted(self):
        # Reviewed alone: in the batch it is one of two dossiers of the same standard, which is for a person to settle.
        result = WORK / "accepted/good"
        run(BUILD / "biaoshen", "review", WORK / "samples/dossiers/good", "--as-of", AS_OF, "--out", WORK / "accepted")
        record = json.loads((result / "dossier.json").read_text(encoding="utf-8"))
        decisions = [{"rule": finding["rule"], "decision": "accept", "note": "", "evidence_sha256": finding["evidence_sha256"]}
                     for finding in record["findings"] if finding["status"] in ("fail", "review")]
        sheet = WORK / "accepted/decisions.json"
        sheet.write_text(json.dumps({"schema": "biaoshen/decisions/1", "dossier": record["name"], "input_sha256": record["input_sha256"],
                                     "revision": record["revision"], "by": "王审查", "on": "2024-09-02", "decisions": decisions}))
        run(BUILD / "biaoshen", "decide", result, sheet)
        casebook = WORK / "accepted/casebook.docx"
        run(BUILD / "biaoshen", "casebook", result, "--out", casebook)
        text = plain(text_of(casebook, "casebook"))
        for word in (record["subject"]["number"], record["subject"]["title"], record["subject"]["organization"]):
            self.assertIn(plain(word), text)
        self.assertNotIn("{{", text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
