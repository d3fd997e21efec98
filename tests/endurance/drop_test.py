"""Drops into a watched inbox by every way there is: whole, in pieces, under temporary names, in storms; changed, doubled and
taken away again. All of them at once, into one inbox that two watchers watch for two OUTs."""
import hashlib
import json
import os
import shutil
import signal
import subprocess
import threading
import time
import unittest

import small_dossiers
from out_tree import Poller, counts, differences, record, stage_of, state_of_inbox, status, tree_of
from running_program import PATIENCE, Setting, end_all, left_behind, wait_until, watch

SETTLE = 2


def policy(day):
    return (f'<policy by="秘书处"><for programme="bj-hq-group-standard"><cut-off date="{day}">补充通知</cut-off></for></policy>')


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Drops:
    """The ways; each is a method that takes the inbox and ends when the drop is completely there."""

    def __init__(self, inbox, beside):
        self.inbox, self.beside = inbox, beside
        beside.mkdir(parents=True)

    def made(self, name, number):
        small_dossiers.write_dossier(self.beside / name, small_dossiers.dossier(number)[1])
        return self.beside / name

    def copied(self):
        subprocess.run(["cp", "-r", self.made("copied", 0), self.inbox], check=True)

    def moved(self):
        os.rename(self.made("moved", 8), self.inbox / "moved")

    def synced(self):
        if shutil.which("rsync"):
            subprocess.run(["rsync", "-a", self.made("synced", 16), self.inbox], check=True)

    def moved_file(self):
        os.rename(self.made("moved-file.docx", 4), self.inbox / "moved-file.docx")

    def _written_slowly(self, name, pause):
        folder = self.inbox / name
        folder.mkdir()
        for number in range(4):
            with open(folder / f"{number}.txt", "wb") as file:
                file.write(f"{name} {number} Anfang\n".encode())
                file.flush()
                time.sleep(pause / 2)
                file.write(b"und Ende\n")
            time.sleep(pause / 2)

    def slow_half(self):
        self._written_slowly("slow-half", 0.5 * SETTLE)

    def slow_just(self):
        self._written_slowly("slow-just", 1.0 * SETTLE)

    def slow_over(self):
        self._written_slowly("slow-over", 1.5 * SETTLE * 2)  # each of the two pauses is longer than the settle time

    def part_in_folder(self):
        folder = self.inbox / "part-in-folder"
        folder.mkdir()
        (folder / "a.txt").write_text("完整\n", encoding="utf-8")
        (folder / "b.docx.part").write_bytes(small_dossiers.form(small_dossiers.facts_of(31, 1))[:1000])
        time.sleep(2.5 * SETTLE)
        (folder / "b.docx.part").write_bytes(small_dossiers.form(small_dossiers.facts_of(31, 1)))
        os.rename(folder / "b.docx.part", folder / "b.docx")

    def download(self):
        data = small_dossiers.zipped({"申报书.docx": small_dossiers.form(small_dossiers.facts_of(32, 1))})
        (self.inbox / "download.zip.crdownload").write_bytes(data[: len(data) // 2])
        time.sleep(2.5 * SETTLE)
        (self.inbox / "download.zip.crdownload").write_bytes(data)
        os.rename(self.inbox / "download.zip.crdownload", self.inbox / "download.zip")

    def zip_in_pieces(self):
        data = small_dossiers.zipped({"申报书.docx": small_dossiers.form(small_dossiers.facts_of(33, 1)), "说明.txt": os.urandom(4000)})
        with open(self.inbox / "pieces.zip", "wb") as file:
            for start in range(0, len(data), len(data) // 3 + 1):
                file.write(data[start:start + len(data) // 3 + 1])
                file.flush()
                time.sleep(1.5 * SETTLE)

    def thousand(self):
        folder = self.beside / "thousand"
        for number in range(1000 if Setting.is_long else 200):
            small_dossiers.write_dossier(folder / f"{number % 20:02}", {f"{number:04}.txt": f"第{number}页\n".encode()})
        os.rename(folder, self.inbox / "thousand")

    def nested_storm(self):
        for burst in range(30):
            folder = self.inbox / "nested-storm" / "/".join(f"{burst}-{level}" for level in range(6))
            folder.mkdir(parents=True)
            (folder / "a.txt").write_text(f"{burst}\n", encoding="utf-8")
            (folder.parent / "b.txt").write_text(f"b {burst}\n", encoding="utf-8")

    def rename_storm(self):
        folder = self.inbox / "storm-0"
        folder.mkdir()
        (folder / "a.txt").write_text("风暴\n", encoding="utf-8")
        for number in range(1, 200):
            os.rename(folder, folder := self.inbox / f"storm-{number}")
            time.sleep(0.02)
        os.rename(folder, self.inbox / "storm-end")

    def doubled(self):
        shutil.copytree(self.made("doubled-first", 24), self.inbox / "doubled-first")
        time.sleep(0.3)
        shutil.copytree(self.inbox / "doubled-first", self.inbox / "doubled-second")

    ALL = ("copied", "moved", "synced", "moved_file", "slow_half", "slow_just", "slow_over", "part_in_folder", "download",
           "zip_in_pieces", "thousand", "nested_storm", "rename_storm", "doubled")


class Watch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Setting.work / "drops"
        cls.inbox, cls.out, cls.second_out = cls.work / "inbox", cls.work / "out", cls.work / "second"
        cls.inbox.mkdir(parents=True)
        cls.pollers = [Poller(cls.out), Poller(cls.second_out)]
        (cls.work / "policy.xml").write_text(policy("2024-08-31"), encoding="utf-8")
        cls.watchers = [watch(cls.inbox, out, "--settle", str(SETTLE), "--poll", "3", "--jobs", "2", "--policy", cls.work / "policy.xml")
                        for out in (cls.out, cls.second_out)]
        wait_until(lambda: status(cls.out) and status(cls.second_out), lambda: cls.watchers[0].said())
        drops, failed = Drops(cls.inbox, cls.work / "beside"), []

        def run(name):
            try:
                getattr(drops, name)()
            except Exception as error:  # shown below, in the main thread
                failed.append((name, error))
        threads = [threading.Thread(target=run, args=(name,)) for name in Drops.ALL]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failed:
            raise AssertionError(failed)
        cls.names = sorted(os.listdir(cls.inbox))
        cls.tree = state_of_inbox(cls.inbox)
        for out in (cls.out, cls.second_out):
            wait_until(lambda: cls.is_through(out), lambda: cls.where(out), PATIENCE * 3)

    @classmethod
    def is_through(cls, out):
        now = status(out)
        return now["counts"]["done"] == len(cls.names) and not (now["running"] or now["queued"] or now["waiting"])

    @classmethod
    def where(cls, out):
        now = status(out)
        return json.dumps({key: now.get(key) for key in ("state", "paused_for", "counts", "waiting", "queued", "running", "quarantined")},
                          ensure_ascii=False)[:2500] + "\n" + "\n".join(w.said()[-1000:] for w in cls.watchers)

    @classmethod
    def tearDownClass(cls):
        for poller in cls.pollers:
            if poller.process.poll() is None:
                poller.stop()
        end_all()

    def assert_complete(self, name, revisions=(1,)):
        for out in (self.out, self.second_out):
            with self.subTest(name=name, out=out.name):
                found = record(out, name)
                self.assertIn(found["revision"], revisions)
                there = self.inbox / name
                if there.is_dir():
                    files = {str(path.relative_to(there)): digest(path) for path in there.rglob("*") if path.is_file()}
                    shown = {file["path"]: file["sha256"] for file in found["files"]}
                    for path, sha256 in files.items():
                        self.assertEqual(sha256, shown.get(path), path)
                else:
                    self.assertIn(digest(there), {file["sha256"] for file in found["files"]})
                history = out / ".biaoshen/history" / name
                kept = sorted(os.listdir(history)) if history.is_dir() else []
                self.assertEqual([str(n) for n in range(1, found["revision"])], kept)

    def test_01_whole_drops_are_picked_up_once(self):
        for name in ("copied", "moved", "moved-file.docx", "synced", "thousand", "nested-storm", "storm-end", "doubled-first"):
            if name != "synced" or shutil.which("rsync"):
                self.assert_complete(name)

    def test_02_a_writer_that_pauses_is_waited_for_or_reviewed_again_when_it_goes_on(self):
        self.assert_complete("slow-half")
        self.assert_complete("slow-just", range(1, 9))
        self.assert_complete("slow-over", range(1, 9))

    def test_03_temporary_names_and_archives_without_end_hold_a_drop_back(self):
        for name in ("part-in-folder", "download.zip", "pieces.zip"):
            self.assert_complete(name)
        for out in (self.out, self.second_out):
            results = [name for name in os.listdir(out) if (out / name / "dossier.json").is_file()]
            self.assertEqual(self.names, sorted(results), "something else was reviewed")

    def test_04_the_same_contents_under_another_name_are_linked(self):
        for out in (self.out, self.second_out):
            one, other = record(out, "doubled-first"), record(out, "doubled-second")
            links = {one.get("duplicate_of"), other.get("duplicate_of")} - {None}
            self.assertEqual(1, len(links))
            self.assertTrue(links <= {"doubled-first", "doubled-second"})

    def test_05_status_and_index_say_within_seconds_what_is_going_on(self):
        (self.inbox / "shown.txt.part").write_text("半\n", encoding="utf-8")
        waiting = wait_until(lambda: [one for one in status(self.out)["waiting"] if one["name"] == "shown.txt.part"], lambda: self.where(self.out), 15)
        self.assertEqual("upload", waiting[0]["waits_for"])
        wait_until(lambda: "shown.txt.part" in (self.out / "index.html").read_text("utf-8"), "the page shows it", 15)
        os.rename(self.inbox / "shown.txt.part", self.inbox / "shown.txt")
        wait_until(lambda: (self.out / "shown.txt/dossier.json").is_file(), lambda: self.where(self.out))
        wait_until(lambda: not status(self.out)["waiting"], lambda: self.where(self.out))
        self.assertLess(status(self.out)["last_scan"]["age_seconds"], 60)

    def test_06_changed_contents_are_the_next_revision(self):
        (self.inbox / "copied/附件2 申报书.docx").write_bytes(small_dossiers.form(small_dossiers.facts_of(77, 1)))
        for out in (self.out, self.second_out):
            wait_until(lambda: record(out, "copied")["revision"] == 2, lambda: self.where(out))
        self.assert_complete("copied", (2,))
        states = {finding.get("baseline") or finding.get("baselineState") for finding in record(self.out, "copied")["findings"]}
        self.assertTrue(states & {"unchanged", "updated", "new"}, states)
        earlier = json.loads((self.out / ".biaoshen/history/copied/1/dossier.json").read_text("utf-8"))
        self.assertEqual(1, earlier["revision"])

    def test_07_what_changes_while_it_is_reviewed_is_reviewed_again(self):
        name = "changing"
        folder = self.work / "beside" / name
        for number in range(80):
            small_dossiers.write_dossier(folder, {f"{number:03}.txt": f"段{number}\n".encode()})
        os.rename(folder, self.inbox / name)
        wait_until(lambda: any(one["name"] == name for one in status(self.out)["running"]), lambda: self.where(self.out), step=0.005)
        (self.inbox / name / "079.txt").write_text("改了\n", encoding="utf-8")
        (self.inbox / name / "080.txt").write_text("多了\n", encoding="utf-8")

        def is_last_state(out):
            try:
                return {file["path"]: file["sha256"] for file in record(out, name)["files"]}.get("079.txt") == digest(self.inbox / name / "079.txt")
            except FileNotFoundError:
                return False
        for out in (self.out, self.second_out):
            wait_until(lambda: is_last_state(out), lambda: self.where(out))
        self.assert_complete(name, (1, 2))

    def test_08_a_dossier_taken_away_keeps_its_result(self):
        shutil.rmtree(self.inbox / "moved")
        wait_until(lambda: counts(self.out)["entries"] == len(os.listdir(self.inbox)), lambda: self.where(self.out))
        self.assertTrue((self.out / "moved/dossier.json").is_file())

    def test_09_a_second_instance_is_refused(self):
        second = watch(self.inbox, self.out, "--settle", "2")
        self.assertEqual(5, second.ended())
        self.assertIn(str(self.watchers[0].pid), second.said())

    def test_10_two_watchers_on_two_outs_come_to_the_same(self):
        def same():
            return not differences(self.results(self.out), self.results(self.second_out))
        wait_until(same, lambda: str(differences(self.results(self.out), self.results(self.second_out))))

    @staticmethod
    def results(out):
        """What does not depend on who saw which state in between: those that were never half."""
        skip = ("slow-just", "slow-over", "changing", "doubled", "index.html", "batch.json", "register.xlsx", ".biaoshen/")
        return {path: sha for path, sha in tree_of(out).items() if not path.startswith(skip)}

    def test_11_a_reload_takes_a_changed_policy_up(self):
        deviations = record(self.out, "moved-file.docx")["policy"]["deviations"]
        (self.work / "policy.xml").write_text(policy("2024-09-15"), encoding="utf-8")
        pid = status(self.out)["pid"]
        self.watchers[0].process.send_signal(signal.SIGHUP)
        wait_until(lambda: record(self.out, "moved-file.docx")["policy"]["deviations"] != deviations,
                   lambda: self.where(self.out), PATIENCE * 3)
        small_dossiers.write_dossier(self.inbox / "after-reload", small_dossiers.dossier(40)[1])
        wait_until(lambda: (self.out / "after-reload/dossier.json").is_file(), lambda: self.where(self.out), PATIENCE * 3)
        self.assertEqual(pid, status(self.out)["pid"])
        self.assertEqual(1, record(self.out, "moved-file.docx")["revision"])
        # A policy with a mistake is not taken up, and the watch goes on with the one it has.
        (self.work / "policy.xml").write_text("<policy", encoding="utf-8")
        self.watchers[0].process.send_signal(signal.SIGHUP)
        wait_until(lambda: "policy.xml" in self.watchers[0].said(), lambda: self.watchers[0].said()[-2000:])
        self.assertTrue(self.watchers[0].is_running())
        (self.work / "policy.xml").write_text(policy("2024-09-15"), encoding="utf-8")

    def test_12_told_to_stop_in_the_middle_it_leaves_nothing_half(self):
        folder = self.work / "beside/long"
        for number in range(60):
            small_dossiers.write_dossier(folder, {f"{number:03}.txt": f"长{number}\n".encode()})
        os.rename(folder, self.inbox / "long")
        wait_until(lambda: any(one["name"] == "long" for one in status(self.out)["running"]), lambda: self.where(self.out), step=0.005)
        start = time.monotonic()
        self.assertEqual(0, self.watchers[0].terminate(), self.watchers[0].said()[-2000:])
        self.assertLess(time.monotonic() - start, 10)
        self.assertEqual([], stage_of(self.out))
        self.assertFalse((self.out / "long").exists())
        self.assertEqual("stopped", status(self.out)["state"])
        self.watchers[1].terminate()
        self.assertEqual([], left_behind())
        # And goes on where it was.
        program = watch(self.inbox, self.out, "--settle", "1", "--poll", "3")
        wait_until(lambda: (self.out / "long/dossier.json").is_file(), lambda: program.said()[-2000:])
        self.assertEqual(1, record(self.out, "long")["revision"])
        self.assertEqual(0, program.terminate())

    def test_13_nothing_half_was_ever_to_be_seen(self):
        for poller in self.pollers:
            half, looked = poller.stop()
            self.assertEqual([], half)
            self.assertGreater(looked, 100)
