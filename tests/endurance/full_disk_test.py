"""Disks that are full or read-only, made of small file systems in memory: nothing is lost, the message names the disk and the
reason, and the work goes on when it is mended."""
import os
import shutil
import subprocess
import unittest

import small_dossiers
from out_tree import counts, differences, record, stage_of, status, tree_of
from running_program import PATIENCE, Reachable, Setting, batch, end_all, left_behind, wait_until, watch


class Disk:
    """A file system of its own at this place."""

    def __init__(self, at, size="4m"):
        self.at = at
        at.mkdir(parents=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=1777", "endurance", at], check=True, capture_output=True)

    def remount(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.at], check=True, capture_output=True)

    def fill(self, but):
        """Leaves only so many bytes."""
        room = os.statvfs(self.at)
        with open(self.at / "filling", "wb") as file:
            os.posix_fallocate(file.fileno(), 0, room.f_bavail * room.f_frsize - but)

    def empty(self):
        (self.at / "filling").unlink()

    def gone(self):
        subprocess.run(["umount", "-l", self.at], check=False, capture_output=True)


def can_mount():
    if os.geteuid() != 0:
        return False
    return subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0


@unittest.skipUnless(can_mount(), "only root can mount")
class FullDisk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Setting.work / "full-disk"
        cls.inbox = cls.work / "inbox"
        cls.names = small_dossiers.write_inbox(cls.inbox, 8)
        assert batch(cls.inbox, cls.work / "undisturbed").ended() == 0
        cls.expected = tree_of(cls.work / "undisturbed")

    def setUp(self):
        self.disk = Disk(self.work / self._testMethodName[5:25], "8g")
        self.out = self.disk.at / "out"

    def tearDown(self):
        end_all()
        self.disk.remount("rw")
        self.disk.gone()

    def mended(self):
        program = batch(self.inbox, self.out)
        self.assertEqual(0, program.ended(), program.said()[-2000:])
        self.assertEqual([], differences(self.expected, tree_of(self.out)))
        self.assertEqual([], stage_of(self.out))
        self.assertEqual([], left_behind())

    def test_a_batch_onto_a_disk_without_room_says_so_and_goes_on_later(self):
        for size in ("32k", "200k", "1m"):
            self.disk.remount(f"size={size}")
            program = batch(self.inbox, self.out)
            with self.subTest(size=size):
                self.assertEqual(5, program.ended(), program.said()[-2000:])
                self.assertRegex(program.said(), "(?i)space|full")
                for name in self.names:
                    if (self.out / name).exists():
                        record(self.out, name)
        self.disk.remount("size=8g")
        self.mended()

    def test_a_batch_onto_a_read_only_disk_says_so_and_goes_on_later(self):
        self.disk.remount("ro")
        program = batch(self.inbox, self.out)
        self.assertEqual(5, program.ended(), program.said()[-2000:])
        self.assertRegex(program.said(), "(?i)read-only")
        self.disk.remount("rw")
        self.mended()

    def test_a_spool_without_room_makes_no_result_and_it_goes_on_later(self):
        spool = Disk(self.work / "spool", "16k")
        try:
            for _ in range(2):
                program = batch(self.inbox, self.out, environment={"TMPDIR": str(spool.at)})
                ended = program.ended()
                self.assertIn(ended, (0, 5), program.said()[-2000:])
                if ended == 0:  # It did without: then rightly.
                    self.assertEqual([], differences(self.expected, tree_of(self.out)))
                else:
                    self.assertRegex(program.said(), "(?i)space|full")
                self.assertEqual([], os.listdir(spool.at))
        finally:
            spool.gone()
        self.mended()

    def test_a_watch_pauses_while_there_is_no_room_and_goes_on_by_itself(self):
        program = watch(self.inbox, self.out, "--settle", "1", "--poll", "1")
        wait_until(lambda: counts(self.out).get("done") == len(self.names), lambda: program.said()[-2000:], PATIENCE * 3)
        self.disk.remount("size=64m")
        self.disk.fill(but=600_000)
        small_dossiers.write_dossier(self.inbox / "later", small_dossiers.dossier(40)[1])
        try:
            paused = wait_until(lambda: (now := status(self.out))["state"] == "paused" and now, lambda: str(status(self.out))[:1500] + program.said()[-1500:])
            self.assertRegex(paused["paused_for"], "(?i)space|full|空间")
            self.assertFalse((self.out / "later").exists())
            self.disk.empty()
            wait_until(lambda: (self.out / "later/dossier.json").is_file(), lambda: str(status(self.out))[:1500] + program.said()[-1500:], 150)
            wait_until(lambda: status(self.out)["state"] == "running", "running again")
            self.assertEqual(0, program.terminate())
            self.assertEqual([], stage_of(self.out))
        finally:
            shutil.rmtree(self.inbox / "later")

    def test_a_watch_goes_on_by_itself_after_it_could_not_write(self):
        self.out.mkdir()
        os.chown(self.out, 65534, 65534)
        with Reachable(self.work):
            program = watch(self.inbox, self.out, "--settle", "1", "--poll", "1", user=65534)
            wait_until(lambda: counts(self.out).get("done") == len(self.names), lambda: program.said()[-2000:], PATIENCE * 3)
            self.out.chmod(0o555)
            small_dossiers.write_dossier(self.inbox / "later", small_dossiers.dossier(41)[1])
            try:
                wait_until(lambda: "permission denied" in program.said().lower(), lambda: program.said()[-2000:], PATIENCE * 2)
                self.assertTrue(program.is_running(), program.said()[-2000:])
                self.out.chmod(0o755)
                wait_until(lambda: (self.out / "later/dossier.json").is_file(), lambda: str(status(self.out))[:1500] + program.said()[-1500:], 150)
                self.assertEqual(0, program.terminate())
                self.assertEqual([], stage_of(self.out))
            finally:
                shutil.rmtree(self.inbox / "later")
