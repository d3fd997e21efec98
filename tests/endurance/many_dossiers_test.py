"""Ten thousand tiny dossiers: what each costs, that cost and the memory of a watch stay flat, and how soon a watch is ready again."""
import os
import socket
import time
import unittest

import small_dossiers
from out_tree import status
from running_program import PATIENCE, Setting, batch, end_all, memory_of, wait_until, watch


def measured(program, patience):
    """(status, seconds, the most memory of the supervisor in MiB)"""
    start, most = time.monotonic(), 0
    while program.is_running() and time.monotonic() - start < patience:
        try:
            most = max(most, memory_of(program.pid, "VmHWM"))
        except (FileNotFoundError, ProcessLookupError):
            pass
        time.sleep(0.02)
    return program.ended(1), time.monotonic() - start, most / 1024


class ManyDossiers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Setting.work / "many"
        cls.inbox, cls.out = cls.work / "inbox", cls.work / "out"
        cls.few, cls.many = (1000, 10000) if Setting.is_long else (40, 200)
        cls.figures = {}

    def tearDown(self):
        end_all()

    def note(self, what, count, seconds, memory):
        self.figures[what, count] = (seconds, memory)
        print(f"\n  {what}, {count} dossiers: {seconds:.2f} s, {seconds / count * 1000:.2f} ms each, supervisor {memory:.1f} MiB", flush=True)

    def test_1_the_cost_of_each_stays_flat_and_the_memory_of_a_batch_bounded(self):
        done = 0
        for count in (self.few, self.many):
            small_dossiers.write_tiny(self.inbox, done, count)
            ended, seconds, memory = measured(batch(self.inbox, self.out), 3600)
            self.assertEqual(0, ended)
            self.note("reviewed", count - done, seconds, memory)
            ended, seconds, memory = measured(batch(self.inbox, self.out), 3600)
            self.assertEqual(0, ended)
            self.note("nothing to do", count, seconds, memory)
            done = count
        fewer, more = self.figures["nothing to do", self.few], self.figures["nothing to do", self.many]
        # The comparison at the end of a batch holds what every dossier's findings say; its register takes most.
        self.assertLess(more[1], fewer[1] + 2 + 0.5 * self.many, "memory grows with the dossiers by more than half a MiB each")
        self.assertLess(more[0] / self.many, 3 * (fewer[0] + 1) / self.few, "the cost of a dossier grows with their number")

    def test_2_a_watch_with_all_of_them_done_is_ready_within_seconds(self):
        address = self.work / "notify"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bell:
            here = os.getcwd()
            os.chdir(self.work)
            try:
                bell.bind("notify")
            finally:
                os.chdir(here)
            bell.settimeout(PATIENCE)
            start = time.monotonic()
            program = watch(self.inbox, self.out, "--settle", "1", environment={"NOTIFY_SOCKET": str(address)})
            while b"READY=1" not in bell.recv(4096):
                pass
            seconds = time.monotonic() - start
        self.note("ready again", self.many, seconds, memory_of(program.pid) / 1024)
        self.assertLess(seconds, 5)
        now = wait_until(lambda: (now := status(self.out)).get("state") == "running" and now["command"] == "watch" and now["last_scan"] and now,
                         lambda: str(status(self.out))[:500] + program.said()[-1000:])
        self.note("scan", self.many, now["last_scan"]["seconds"], memory_of(program.pid) / 1024)
        self.assertLess(memory_of(program.pid) / 1024, 40 + 0.004 * self.many, "a watch's memory grows with the dossiers")
        (self.inbox / "one-more").mkdir()
        (self.inbox / "one-more/说明.txt").write_text("又一份\n", encoding="utf-8")
        start = time.monotonic()
        wait_until(lambda: (self.out / "one-more/dossier.json").is_file(), lambda: program.said()[-1000:])
        print(f"\n  one more among {self.many}, with 1 s to settle: {time.monotonic() - start:.1f} s", flush=True)
        self.assertEqual(0, program.terminate(), program.said()[-1000:])
