"""What the other tests look through, looked at itself: each must find what it is there to find."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import unittest

from out_tree import Poller, differences, state_of_inbox, tree_of
from running_program import Setting, left_behind, wait_until

WRITES = """
import os, sys
for number in range(3):
    with open(os.path.join(sys.argv[1], str(number)), "wb", buffering=0) as file:
        file.write(b"x")
os.rename(os.path.join(sys.argv[1], "0"), os.path.join(sys.argv[1], "one"))
"""


class Tools(unittest.TestCase):
    def setUp(self):
        self.work = Setting.work / "tools"
        shutil.rmtree(self.work, ignore_errors=True)
        self.out = self.work / "out"
        (self.out / "a/evidence").mkdir(parents=True)
        (self.out / "a/dossier.html").write_text("<html></html>\n")
        (self.out / "a/dossier.json").write_text(json.dumps({"findings": [{"image": "evidence/1.png"}]}))
        (self.out / "a/evidence/1.png").write_bytes(b"\x89PNG IEND\xaeB`\x82")

    def polled(self, change=None):
        poller = Poller(self.out)
        if change:
            change()
        return poller.stop()[0]

    def test_the_poller_finds_what_is_half_and_nothing_else(self):
        self.assertEqual([], self.polled())
        (self.out / "status.json").write_text('{"half": ')
        self.assertRegex(" ".join(self.polled()), "status.json")
        (self.out / "status.json").unlink()
        (self.out / "a/evidence/1.png").unlink()
        self.assertRegex(" ".join(self.polled()), "a: .*1.png")
        (self.out / "a/dossier.html").write_text("<html>")
        self.assertEqual(["a: dossier.html has no end"], self.polled())

    def test_trees_differ_by_every_file_that_counts(self):
        before = tree_of(self.out)
        (self.out / ".biaoshen").mkdir()
        (self.out / ".biaoshen/ledger.db-wal").write_text("x")
        (self.out / "status.json").write_text("{}")
        self.assertEqual([], differences(before, tree_of(self.out)))
        (self.out / ".biaoshen/history").mkdir()
        (self.out / ".biaoshen/history/x").write_text("x")
        (self.out / "a/dossier.html").write_text("y")
        (self.out / "a/dossier.json").unlink()
        self.assertEqual(["missing: a/dossier.json", "too many: .biaoshen/history/x", "other bytes: a/dossier.html"],
                         differences(before, tree_of(self.out)))

    def test_an_inbox_that_was_touched_is_not_the_same(self):
        before = state_of_inbox(self.out)
        self.assertEqual(before, state_of_inbox(self.out))
        os.utime(self.out / "a/dossier.json", (1, 1))
        self.assertNotEqual(before, state_of_inbox(self.out))

    def write_failing(self, step, way, **more):
        target = self.work / f"{way}-{step}"
        target.mkdir()
        environment = {**os.environ, "LD_PRELOAD": str(Setting.build / "fail_at.so"), "FAIL_AT_UNDER": str(target),
                       "FAIL_AT_PROGRAM": pathlib.Path(os.path.realpath(sys.executable)).name, "FAIL_AT_COUNTER": str(self.work / "counter"),
                       "FAIL_AT_STEP": str(step), "FAIL_AT_WITH": way, **more}
        (self.work / "counter").unlink(missing_ok=True)
        ended = subprocess.run([sys.executable, "-c", WRITES, target], env=environment, capture_output=True, text=True)
        return ended.returncode, ended.stderr, sorted(os.listdir(target))

    def test_the_chosen_step_fails_and_no_other(self):
        log = self.work / "steps"
        status, said, files = self.write_failing(0, "ENOSPC", FAIL_AT_LOG=str(log))
        self.assertEqual((0, ["1", "2", "one"]), (status, files), said)
        self.assertEqual(7, len(log.read_text().splitlines()))
        status, said, files = self.write_failing(4, "ENOSPC")
        self.assertIn("No space left", said)
        self.assertEqual((1, ["0", "1"]), (status, files))
        status, said, files = self.write_failing(5, "EROFS")  # of three files, the rename is only the fourth to be refused
        self.assertEqual((0, ["1", "2", "one"]), (status, files), said)
        status, said, files = self.write_failing(4, "EROFS")
        self.assertIn("Read-only", said)
        status, _, files = self.write_failing(5, "power")
        self.assertEqual((-signal.SIGKILL, ["0", "1"]), (status, files))

    def test_a_process_that_was_left_behind_is_found(self):
        sleeper = self.work / "biaoshen-sleeper"
        shutil.copy2("/bin/sleep", sleeper)
        subprocess.run(["sh", "-c", f"setsid '{sleeper}' 600 & exit 0"], check=True)
        left = wait_until(lambda: left_behind(0), "the process that was left behind")
        self.assertEqual(1, len(left))
        os.kill(left[0], signal.SIGKILL)
        self.assertEqual([], left_behind())
