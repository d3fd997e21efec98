"""foreign_files.py, looked at itself: a program that breaks a promise is told, one that keeps them all is not."""
import contextlib
import io
import json
import os
import shutil
import sys
import unittest

import foreign_files
from foreign_run import Run
from running_program import Setting, left_behind

# The program under another name, and then what it would never do.
LIAR = """#!{python}
import json, os, pathlib, subprocess, sys, time
status = subprocess.run([{program!r}, *sys.argv[1:]]).returncode
at = pathlib.Path(sys.argv[sys.argv.index("--out") + 1]) / "dossier/dossier.json"
given = pathlib.Path(sys.argv[2])
record = json.loads(at.read_text(encoding="utf-8"))
{lie}
at.write_text(json.dumps(record), encoding="utf-8")
sys.exit(status)
"""
LIES = {
    "01-damaged.pdf: not named": "record['files'].pop()",
    "01-damaged.pdf: unreadable, and no reason": "record['files'][1]['problems'].clear()",
    "00-plain.txt: 2 pages, but": "record['files'][0]['pages'] += 1",
    "00-plain.txt: other bytes": "record['files'][0]['bytes'] += 1",
    "is not one of": "record['files'][0]['status'] = 'fine'",
    "02-more.txt: not in the dossier": "record['files'].append({**record['files'][0], 'id': 'f03', 'path': '02-more.txt'})",
    "left in TMPDIR": "pathlib.Path(os.environ['TMPDIR'], 'left').touch()",
    "home/ was written to": "pathlib.Path(os.environ['HOME'], 'canary').write_text('gone')",
    "dossier/ was written to": "(given / '00-plain.txt').touch()",
    "ended with 3": "status = 3",
    "results: ['dossier', 'two']": "(at.parent.parent / 'two').mkdir()",
    "hangs": "time.sleep(600)",
}


class ForeignFiles(unittest.TestCase):
    def setUp(self):
        self.work = Setting.work / "foreign"
        shutil.rmtree(self.work, ignore_errors=True)
        self.given = self.work / "given"
        self.given.mkdir(parents=True)
        (self.given / "plain.txt").write_text("说明\n", encoding="utf-8")
        (self.given / "damaged.pdf").write_bytes(b"%PDF-1.7\nnothing of the kind\n")
        (self.given / "the same.txt").write_text("说明\n", encoding="utf-8")

    def build_with(self, lie):
        build = self.work / "build"
        build.mkdir(exist_ok=True)
        liar = build / "biaoshen"
        liar.write_text(LIAR.format(python=sys.executable, program=str(Setting.build / "biaoshen"), lie=lie), encoding="utf-8")
        liar.chmod(0o755)
        return build

    def wrongs_with(self, lie, deadline):
        given = foreign_files.arguments([str(self.build_with(lie)), str(self.given)])
        given.deadline = deadline
        work = foreign_files.Work(given, self.work, foreign_files.schema())
        paths = [self.given / "plain.txt", self.given / "damaged.pdf"]
        return [wrong["wrong"] for wrong in work.review(1, self.given, paths)[1]]

    def test_every_lie_is_told(self):
        for wrong, lie in LIES.items():
            with self.subTest(lie):
                self.assertIn(wrong, "\n".join(self.wrongs_with(lie, 5 if wrong == "hangs" else 60)))

    def test_a_process_left_behind_is_told_and_ended(self):
        inbox = self.work / "in/dossier"
        shutil.copytree(self.given, inbox)
        (self.work / "scratch").mkdir()
        lie = "subprocess.Popen(['sleep', '600'], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)"
        run = Run(self.build_with(lie), self.work / "scratch", "review", inbox, [], 60, moment=0.5)
        self.assertRegex("\n".join(run.wrongs), "processes left behind")
        self.assertEqual([], left_behind(0))

    def test_the_program_itself_keeps_its_promises_and_the_report_says_what_became_of_each_file(self):
        report = self.work / "report.json"
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
            status = foreign_files.run(foreign_files.arguments(
                [str(Setting.build), str(self.given), "--scratch", str(self.work), "--report", str(report)]))
        self.assertEqual(0, status, said.getvalue())
        found = json.loads(report.read_text(encoding="utf-8"))
        self.assertEqual([("damaged.pdf", "unreadable"), ("plain.txt", "read")],
                         [(os.path.basename(row["file"]), row["status"]) for row in found["files"]])
        self.assertIn("damaged-pdf 1", said.getvalue())
