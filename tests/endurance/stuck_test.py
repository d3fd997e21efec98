"""Workers and readers that hang, crash, flood, lie or fork; files that may not be opened; clocks that jump. In every case
a sound dossier beside it gets its result, and nothing is left running."""
import os
import shutil
import signal
import struct
import time
import unittest

import small_dossiers
from out_tree import counts, record, stage_of, status
from running_program import Reachable, Setting, batch, descendants, end_all, left_behind, program_of, wait_until, watch

# Stands in for biaoshen-reader; is the real one but for files that say so.
SABOTEUR = """#!/usr/bin/python3
import os, sys, time
ways = b""
for name in os.listdir("/proc/self/fd"):
    try:
        about = os.readlink(f"/proc/self/fd/{name}")
        if about.startswith(FOLDER):
            ways = os.pread(int(name), 200, 0)
            break
    except OSError:
        pass
def way(word):
    return word in ways
if way(b"please hang"):
    time.sleep(3600)
if way(b"please crash"):
    os.abort()
if way(b"please flood"):
    while True:
        os.write(1, b"x" * 65536)
if way(b"please lie"):
    os.write(1, os.urandom(5000))
    sys.exit(0)
if way(b"please fork"):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(3600)
        os._exit(0)
    sys.exit(0)
os.execv(READER, ["biaoshen-reader"])
"""


class Stuck(unittest.TestCase):
    def setUp(self):
        self.work = Setting.work / f"stuck-{self._testMethodName[5:25]}"
        shutil.rmtree(self.work, ignore_errors=True)
        self.inbox, self.out = self.work / "inbox", self.work / "out"
        self.inbox.mkdir(parents=True)
        small_dossiers.write_dossier(self.inbox / "sound", small_dossiers.dossier(0)[1])

    def tearDown(self):
        end_all()

    def slow_dossier(self, name, files=60):
        """One that takes a while, without being large."""
        (self.inbox / name).mkdir()
        for number in range(files):
            (self.inbox / name / f"{number:03}.docx").write_bytes(small_dossiers.form(small_dossiers.facts_of(number, 1)))

    def kinds(self, name):
        return {problem["kind"] for file in record(self.out, name)["files"] for problem in file["problems"]}

    def sound_result(self):
        return (self.out / "sound/dossier.json").is_file()

    def test_a_worker_that_stands_still_is_ended_and_its_dossier_tried_again(self):
        self.slow_dossier("slow")
        program = batch(self.inbox, self.out, "--jobs", "2", "--stall", "6")
        job = wait_until(lambda: [job for job in program.jobs() if self.is_at_work(job)], "a worker with a reader")[0]
        os.kill(job, signal.SIGSTOP)
        self.assertEqual(0, program.ended(), program.said()[-2000:])
        self.assertTrue(self.sound_result())
        self.assertNotIn("quarantined", self.kinds("slow"))
        self.assertEqual([], stage_of(self.out))
        self.assertEqual([], left_behind())

    @staticmethod
    def is_at_work(job):
        """Whether a worker has started a reader."""
        return any(program_of(child) == "biaoshen-reader" for child in descendants(job))

    def test_a_worker_that_stands_still_every_time_is_given_up_with_a_result_that_says_why(self):
        self.slow_dossier("slow")
        program = batch(self.inbox, self.out, "--jobs", "2", "--stall", "6")
        stopped = set()
        while program.is_running():
            for job in program.jobs():
                if job not in stopped and self.is_at_work(job) and self.sound_result():
                    try:
                        os.kill(job, signal.SIGSTOP)
                        stopped.add(job)
                    except ProcessLookupError:
                        pass
            time.sleep(0.01)
        self.assertIn(program.ended(), (0, 6), program.said()[-2000:])
        self.assertTrue(self.sound_result())
        given_up = record(self.out, "slow")
        self.assertEqual("review", given_up["verdict"])
        self.assertIn("quarantined", self.kinds("slow"))
        self.assertEqual([], left_behind())

    def test_readers_that_hang_crash_flood_lie_or_fork_spoil_their_own_dossier_alone(self):
        program = self.work / "program"
        program.mkdir()
        shutil.copy2(Setting.build / "biaoshen", program)
        if (Setting.build / "models").exists():
            os.symlink(Setting.build / "models", program / "models")
        saboteur = SABOTEUR.replace("FOLDER", repr(str(self.inbox))).replace("READER", repr(str(Setting.build / "biaoshen-reader")))
        (program / "biaoshen-reader").write_text(saboteur, encoding="utf-8")
        (program / "biaoshen-reader").chmod(0o755)
        for way in ("hang", "crash", "flood", "lie", "fork"):
            (self.inbox / way).mkdir()
            (self.inbox / way / "说明.txt").write_text(f"please {way}\n", encoding="utf-8")
        (self.inbox / "other").mkdir()
        (self.inbox / "other/说明.txt").write_text("好的\n", encoding="utf-8")
        ran = batch(self.inbox, self.out, "--limit", "seconds=3", "--limit", "seconds-per-page=0.5", program=program / "biaoshen")
        self.assertEqual(0, ran.ended(), ran.said()[-2000:])
        self.assertEqual([], left_behind(), "a reader's children outlived it")
        kinds = {way: self.kinds(way) for way in ("hang", "crash", "flood", "lie", "fork")}
        self.assertIn("time-limit", kinds["hang"])
        self.assertIn("crash", kinds["crash"])
        self.assertTrue(kinds["flood"] & {"protocol", "crash", "time-limit", "memory-limit"}, kinds)
        self.assertTrue(kinds["lie"] & {"protocol", "crash"}, kinds)
        self.assertTrue(kinds["fork"] & {"protocol", "crash"}, kinds)
        undisturbed = self.work / "undisturbed"
        self.assertEqual(0, batch(self.inbox, undisturbed).ended())
        for name in ("sound", "other"):
            self.assertEqual(record(undisturbed, name)["findings"], record(self.out, name)["findings"])

    @unittest.skipIf(os.geteuid() != 0, "only root can become another user")
    def test_what_may_not_be_opened_is_said_and_the_rest_goes_on(self):
        (self.inbox / "half").mkdir()
        (self.inbox / "half/a.txt").write_text("甲\n", encoding="utf-8")
        (self.inbox / "half/b.txt").write_text("乙\n", encoding="utf-8")
        (self.inbox / "half/b.txt").chmod(0)
        (self.inbox / "closed").mkdir()
        (self.inbox / "closed/a.txt").write_text("丙\n", encoding="utf-8")
        (self.inbox / "closed").chmod(0)
        (self.inbox / "partly/inner").mkdir(parents=True)
        (self.inbox / "partly/a.txt").write_text("丁\n", encoding="utf-8")
        (self.inbox / "partly/inner").chmod(0)
        self.out.mkdir()
        os.chown(self.out, 65534, 65534)
        with Reachable(self.work):
            program = batch(self.inbox, self.out, user=65534)
            self.assertEqual(6, program.ended(), program.said()[-2000:])
            self.assertIn("closed", program.said())
            self.assertTrue(self.sound_result())
            files = {file["path"]: file for file in record(self.out, "half")["files"]}
            self.assertEqual("read", files["a.txt"]["status"])
            self.assertEqual("unreadable", files["b.txt"]["status"])
            # Mended: it goes on.
            (self.inbox / "half/b.txt").chmod(0o644)
            (self.inbox / "closed").chmod(0o755)
            (self.inbox / "partly/inner").chmod(0o755)
            program = batch(self.inbox, self.out, user=65534)
            self.assertEqual(0, program.ended(), program.said()[-2000:])
        files = {file["path"]: file for file in record(self.out, "half")["files"]}
        self.assertEqual("read", files["b.txt"]["status"])
        self.assertTrue((self.out / "closed/dossier.json").is_file())

    def test_a_clock_that_jumps_neither_hurries_nor_stops_a_watch(self):
        shift = self.work / "shift"

        def jump(seconds):
            with open(shift, "r+b" if shift.exists() else "wb") as file:
                file.write(struct.pack("=q", seconds))
        jump(0)
        program = watch(self.inbox, self.out, "--settle", "2", "--poll", "1",
                        environment={"LD_PRELOAD": str(Setting.build / "clock_jumps.so"), "CLOCK_SHIFT": str(shift)})
        slow = self.inbox / "slow"
        slow.mkdir()
        for number, seconds in enumerate((86400, -86400 * 365, 3600, 86400 * 3650)):
            (slow / f"{number}.txt").write_text(f"第{number}份\n", encoding="utf-8")
            jump(seconds)
            time.sleep(1)
        self.assertFalse((self.out / "slow").exists(), "a jump of the clock was taken for stillness")
        wait_until(lambda: (self.out / "slow/dossier.json").is_file(), lambda: program.said()[-2000:])
        jump(-86400 * 365)
        wait_until(lambda: counts(self.out).get("done") == 2, lambda: str(status(self.out))[:1500])
        small_dossiers.write_dossier(self.inbox / "later", small_dossiers.dossier(1)[1])
        wait_until(lambda: (self.out / "later/dossier.json").is_file(), lambda: program.said()[-2000:])
        self.assertEqual(1, record(self.out, "slow")["revision"])
        self.assertEqual(4, len(record(self.out, "slow")["files"]))
        self.assertGreaterEqual(status(self.out)["last_scan"]["age_seconds"], 0)
        self.assertEqual(0, program.terminate(), program.said()[-2000:])
