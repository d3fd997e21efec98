"""Death or an error of the disk at every step that changes OUT, for a batch that has a revision to publish (fail_at.c)."""
import random
import shutil
import signal
import unittest

import small_dossiers
from out_tree import differences, record, stage_of, tree_of
from running_program import Setting, batch, end_all, left_behind

WAYS = ("kill", "power", "ENOSPC", "EIO", "EROFS")
# SQLite has words of its own, and says of a disk that is full when it syncs that it is broken.
REASON = "(?i)no space|is full|I/O error|input/output|read-?only|unable to open"


class FailingDisk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Setting.work / "failing-disk"
        cls.inbox, cls.before = cls.work / "inbox", cls.work / "before"
        for number, name in ((1, "a"), (3, "b"), (6, "c")):
            small_dossiers.write_dossier(cls.inbox / name, small_dossiers.dossier(number)[1])
        assert batch(cls.inbox, cls.before).ended() == 0
        # What is to be done: a revision, a duplicate of it, and a new dossier.
        shutil.rmtree(cls.inbox / "b")
        small_dossiers.write_dossier(cls.inbox / "b", small_dossiers.dossier(5)[1])
        shutil.copytree(cls.inbox / "b", cls.inbox / "d")
        small_dossiers.write_dossier(cls.inbox / "e", small_dossiers.dossier(9)[1])
        out = cls.work / "undisturbed"
        shutil.copytree(cls.before, out)
        program = batch(cls.inbox, out)
        assert program.ended() == 0, program.said()
        cls.expected = tree_of(out)

    def tearDown(self):
        end_all()

    def run_with(self, out, step, way, goes_on=False):
        counter = self.work / "counter"
        counter.unlink(missing_ok=True)
        environment = {"LD_PRELOAD": str(Setting.build / "fail_at.so"), "FAIL_AT_PROGRAM": "biaoshen", "FAIL_AT_UNDER": str(out),
                       "FAIL_AT_COUNTER": str(counter), "FAIL_AT_STEP": str(step), "FAIL_AT_WITH": way,
                       "FAIL_AT_LOG": str(self.work / "steps")}
        if goes_on:
            environment["FAIL_AT_ON"] = "1"
        (self.work / "steps").unlink(missing_ok=True)
        program = batch(self.inbox, out, "--jobs", "1", environment=environment)
        return program.ended(), program.said()

    def steps(self):
        lines = (self.work / "steps").read_text(errors="replace").splitlines()
        return lines

    def fresh(self):
        out = self.work / "out"
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.before, out)
        return out

    def test_the_second_run_has_a_revision_and_a_duplicate(self):
        out = self.work / "undisturbed"
        self.assertEqual(2, record(out, "b")["revision"])
        self.assertTrue((out / ".biaoshen/history/b/1/dossier.json").is_file())
        self.assertEqual("b", record(out, "d")["duplicate_of"])

    def test_killed_or_refused_at_any_step_the_next_run_ends_in_the_same_tree(self):
        status, said = self.run_with(self.fresh(), 0, "kill")
        self.assertEqual(0, status, said)
        self.assertEqual([], differences(self.expected, tree_of(self.work / "out")))
        last = len(self.steps())
        self.assertGreater(last, 50)
        rng = random.Random(Setting.seed)
        plan = [(step, way, goes_on) for step in range(1, last + 1) for way in WAYS for goes_on in (False, True)
                if not (goes_on and way in ("kill", "power"))]
        tried = plan if Setting.is_long else sorted(rng.sample(plan, min(12, len(plan))))
        ends = {}
        for step, way, goes_on in tried:
            out = self.fresh()
            status, said = self.run_with(out, step, way, goes_on)
            lines = self.steps()
            at = lines[step - 1] if step <= len(lines) else "not reached"
            with self.subTest(step=step, way=way, goes_on=goes_on, at=at):
                ends[way, status] = ends.get((way, status), 0) + 1
                if way in ("kill", "power"):
                    self.assertIn(status, (0, -signal.SIGKILL), said[-2000:])
                else:
                    self.assertIn(status, (0, 5), said[-2000:])
                    if status == 5:
                        self.assertRegex(said, REASON)
                        self.assertIn(str(out), said)
                if status == 0:
                    self.assertEqual([], differences(self.expected, tree_of(out)), "it said that all was well: " + said[-1000:])
                self.assertEqual([], left_behind())
                program = batch(self.inbox, out)
                self.assertEqual(0, program.ended(), program.said()[-2000:])
                self.assertEqual([], differences(self.expected, tree_of(out)), said[-1000:])
                self.assertEqual([], stage_of(out))
        print(f"\n  {len(tried)} of {len(plan)} failures at {last} steps: {ends}", flush=True)
