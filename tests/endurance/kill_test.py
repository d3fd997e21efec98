"""kill -9 of the supervisor, of one of its workers or readers, or of everything at once, at seeded random moments over a batch of 40
(12 without --long)."""
import os
import random
import shutil
import signal
import time
import unittest

import small_dossiers
from out_tree import Poller, differences, record, stage_of, state_of_inbox, tree_of
from running_program import Setting, batch, descendants, end_all, left_behind



def undisturbed(inbox, out, *options):
    """The tree that an undisturbed run leaves, and how long it took."""
    start = time.monotonic()
    program = batch(inbox, out, *options)
    status = program.ended()
    if status:
        raise AssertionError(f"an undisturbed run ended with {status}: {program.said()[-2000:]}")
    return tree_of(out), time.monotonic() - start


def is_quarantined(out, name):
    return any(problem["kind"] == "quarantined" for file in record(out, name)["files"] for problem in file.get("problems", []))


class Kill(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Setting.work / "kill"
        cls.inbox = cls.work / "inbox"
        cls.names = small_dossiers.write_inbox(cls.inbox, 40 if Setting.is_long else 12, Setting.seed)
        cls.before = state_of_inbox(cls.inbox)
        cls.expected, cls.seconds = undisturbed(cls.inbox, cls.work / "undisturbed")
        print(f"\n  {len(cls.names)} dossiers undisturbed: {cls.seconds:.1f} s, {len(cls.expected)} files", flush=True)

    def tearDown(self):
        end_all()

    def shoot(self, program, rng):
        """Kills one of them; gives whom."""
        victim = rng.choices(("supervisor", "worker", "reader", "all"), (5, 4, 2, 1))[0]
        chosen = {"worker": program.jobs, "reader": program.readers}.get(victim, list)()
        if chosen:
            try:
                os.kill(rng.choice(chosen), signal.SIGKILL)
            except ProcessLookupError:
                pass
            return victim
        targets = [program.pid] + (descendants(program.pid) if victim == "all" else [])
        for target in targets:
            try:
                os.kill(target, signal.SIGKILL)
            except ProcessLookupError:
                pass
        program.ended()
        self.assertEqual([], left_behind(), "processes outlived their supervisor")
        return "all" if victim == "all" else "supervisor"

    def one_round(self, out, kills, rng):
        """One batch under fire until it is through. Gives the kills that were done."""
        done, program = {}, None
        while True:
            if program is None:
                program = batch(self.inbox, out)
            end = time.monotonic() + rng.uniform(0, self.seconds / 8)
            while time.monotonic() < end and program.is_running():
                time.sleep(0.005)
            if not program.is_running():
                self.assertEqual(0, program.ended(), program.said()[-3000:])
                return done
            if sum(done.values()) < kills:
                victim = self.shoot(program, rng)
                done[victim] = done.get(victim, 0) + 1
            else:
                self.assertEqual(0, program.ended(), program.said()[-3000:])
            if not program.is_running() and program.process.returncode == -signal.SIGKILL:
                program = None

    def test_every_dossier_ends_in_one_complete_result_whoever_is_killed_and_when(self):
        wanted, total, number = (200 if Setting.is_long else 20), {}, 0
        while sum(total.values()) < wanted:
            rng = random.Random(f"{Setting.seed} {number}")
            out = self.work / f"shot-{number}"
            poller = Poller(out)
            done = self.one_round(out, min(25, wanted - sum(total.values())), rng)
            for victim, times in done.items():
                total[victim] = total.get(victim, 0) + times
            half, looked = poller.stop()
            with self.subTest(seed=Setting.seed, round=number, kills=done):
                self.assertEqual([], half)
                self.assertGreater(looked, 0)
                self.assertEqual([], stage_of(out))
                self.assertEqual([], left_behind())
                # A dossier whose worker we shot again and again may have been given up: it says so, and is set free.
                given_up = [name for name in self.names if is_quarantined(out, name)]
                if given_up:
                    self.assertGreaterEqual(done.get("worker", 0) + done.get("all", 0), 4 * len(given_up))
                    (out / "batch.json").unlink()  # else the pages tell what has changed since they were given up
                    self.assertEqual(0, batch(self.inbox, out, "--force").ended())
                self.assertEqual([], differences(self.expected, tree_of(out)))
                self.assertEqual({1}, {record(out, name)["revision"] for name in self.names})
            shutil.rmtree(out)
            number += 1
        print(f"\n  kills in {number} rounds: {total}", flush=True)
        self.assertEqual(self.before, state_of_inbox(self.inbox), "the inbox was touched")

    def test_a_batch_run_again_changes_nothing(self):
        out = self.work / "undisturbed"
        program = batch(self.inbox, out)
        self.assertEqual(0, program.ended(), program.said())
        self.assertEqual([], differences(self.expected, tree_of(out)))

    def test_without_its_ledger_a_batch_finds_everything_out_again(self):
        out = self.work / "undisturbed"
        inode = os.stat(out / self.names[0] / "dossier.json").st_ino
        for file in (out / ".biaoshen").glob("ledger*"):
            file.unlink()
        program = batch(self.inbox, out)
        self.assertEqual(0, program.ended(), program.said())
        self.assertEqual([], differences(self.expected, tree_of(out)))
        self.assertEqual(inode, os.stat(out / self.names[0] / "dossier.json").st_ino, "a result was made again")

    def test_one_worker_or_many_make_the_same_tree(self):
        tree, _ = undisturbed(self.inbox, self.work / "alone", "--jobs", "1")
        self.assertEqual([], differences(self.expected, tree))
