"""Several programs on one OUT at a time: reviewers who decide while batches run, a second batch, folders of somebody else."""
import json
import random
import shutil
import threading
import time
import unittest

import small_dossiers
from out_tree import Poller, record, stage_of, tree_of
from running_program import Program, Setting, batch, end_all, left_behind, wait_until

NAMES = ("a", "b", "c")


class Together(unittest.TestCase):
    def setUp(self):
        self.work = Setting.work / f"together-{self._testMethodName[5:20]}"
        shutil.rmtree(self.work, ignore_errors=True)
        self.inbox, self.out = self.work / "inbox", self.work / "out"
        for number, name in zip((0, 1, 3), NAMES):
            small_dossiers.write_dossier(self.inbox / name, small_dossiers.dossier(number)[1])

    def tearDown(self):
        end_all()

    def sheet(self, name, round_number):
        found = record(self.out, name)
        decisions = [{"rule": finding["rule"], "decision": "return", "note": f"第{round_number}次",
                      "evidence_sha256": finding["evidence_sha256"]}
                     for finding in found["findings"] if finding["status"] in ("fail", "review")]
        file = self.work / f"{name}-{round_number}.json"
        file.write_text(json.dumps({"schema": "biaoshen/decisions/1", "dossier": found["name"], "input_sha256": found["input_sha256"],
                                    "revision": found["revision"], "by": "张三", "on": f"2024-09-{round_number + 1:02}",
                                    "decisions": decisions}, ensure_ascii=False), encoding="utf-8")
        return file

    def test_what_reviewers_decide_while_batches_start_and_end_is_neither_lost_nor_half(self):
        self.assertEqual(0, batch(self.inbox, self.out).ended())
        poller, stop, wrong, rng = Poller(self.out), threading.Event(), [], random.Random(Setting.seed)

        def batches():
            while not stop.is_set():
                program = batch(self.inbox, self.out, "--force")
                if program.ended() != 0:
                    wrong.append(program.said()[-2000:])
        running = threading.Thread(target=batches)
        running.start()
        decided = dict.fromkeys(NAMES, 0)
        rounds = 25 if Setting.is_long else 4
        for round_number in range(rounds):
            name = rng.choice(NAMES)
            program = Program("decide", self.out / name, self.sheet(name, round_number), name="decide")
            if program.ended() != 0:
                wrong.append(program.said()[-2000:])
            decided[name] += 1
        stop.set()
        running.join()
        half, _ = poller.stop()
        self.assertEqual(([], []), (wrong, half))
        for name, times in decided.items():
            self.assertEqual(times, len(record(self.out, name).get("decisions", [])), name)
        self.assertEqual([], stage_of(self.out))

    def test_of_two_batches_on_one_out_one_is_refused(self):
        first, second = batch(self.inbox, self.out), batch(self.inbox, self.out)
        ends = sorted((first.ended(), second.ended()))
        self.assertIn(ends, ([0, 5], [0, 0]))  # both, where one was through before the other began
        if ends == [0, 5]:
            refused = first if first.process.returncode else second
            self.assertIn(str((second if refused is first else first).pid), refused.said())

    def test_a_folder_of_somebody_else_stays_and_its_neighbours_get_their_results(self):
        (self.out / "b").mkdir(parents=True)
        (self.out / "b/重要.txt").write_text("别动\n", encoding="utf-8")
        (self.out / "c").write_text("一个文件\n", encoding="utf-8")
        program = batch(self.inbox, self.out)
        self.assertEqual(6, program.ended(), program.said()[-2000:])
        self.assertIn("b", program.said())
        self.assertEqual("return", record(self.out, "a")["verdict"])
        self.assertEqual("别动\n", (self.out / "b/重要.txt").read_text("utf-8"))
        self.assertEqual("一个文件\n", (self.out / "c").read_text("utf-8"))
        shutil.rmtree(self.out / "b")
        (self.out / "c").unlink()
        self.assertEqual(0, batch(self.inbox, self.out).ended())

    def test_a_result_that_was_damaged_or_taken_away_is_made_again(self):
        self.assertEqual(0, batch(self.inbox, self.out).ended())
        expected = tree_of(self.out)
        shutil.rmtree(self.out / "a")
        (self.out / "b/dossier.json").write_text("{", encoding="utf-8")
        (self.out / "index.html").unlink()
        program = batch(self.inbox, self.out)
        self.assertEqual(0, program.ended(), program.said()[-2000:])
        self.assertEqual(expected, tree_of(self.out))

    def test_a_damaged_ledger_is_put_aside_and_found_out_again(self):
        self.assertEqual(0, batch(self.inbox, self.out).ended())
        expected = tree_of(self.out)
        for file in (self.out / ".biaoshen").glob("ledger.db*"):
            file.write_bytes(b"no database at all" * 1000)
        program = batch(self.inbox, self.out)
        self.assertEqual(0, program.ended(), program.said()[-2000:])
        self.assertEqual(expected, tree_of(self.out))

    def test_stopped_in_the_middle_it_says_75_and_the_next_one_goes_on(self):
        for number in range(4, 14):
            small_dossiers.write_dossier(self.inbox / f"d{number}", small_dossiers.dossier(8 * number)[1])
        undisturbed = self.work / "undisturbed"
        self.assertEqual(0, batch(self.inbox, undisturbed).ended())
        program = batch(self.inbox, self.out, "--jobs", "1")
        wait_until(lambda: list(self.out.glob("*/dossier.json")), lambda: program.said()[-2000:], step=0.005)
        start = time.monotonic()
        self.assertEqual(75, program.terminate(), program.said()[-2000:])
        self.assertLess(time.monotonic() - start, 10)
        self.assertEqual([], stage_of(self.out))
        self.assertEqual([], left_behind())
        self.assertEqual(0, batch(self.inbox, self.out).ended())
        self.assertEqual(tree_of(undisturbed), tree_of(self.out))
