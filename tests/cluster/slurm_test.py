#!/usr/bin/python3
"""tests/cluster/slurm_test.py BUILD: a night on a real Slurm, with what goes wrong in one.

300 dossiers, 8 shards on two nodes; one node is gone in mid-run as in a power cut, a task is told to stop and queues
itself again (exit 75), a shard is submitted twice. Then the merged tree is, byte for byte, what one process makes of the
same inbox. Where Slurm cannot be had all of it is skipped, and says why.
"""
import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from slurm_on_one_machine import Slurm, why_not

DOSSIERS, SHARDS = 300, 8
FORM = """团体标准应用示范项目申报书
标准编号：T/XYZ {0}—2022
标准名称：测试标准{0}
申报单位：测试协会
"""


def write_inbox(folder):
    for i in range(DOSSIERS):
        dossier = os.path.join(folder, f"材料{i:03d}")
        os.makedirs(dossier)
        with open(os.path.join(dossier, "申报书.txt"), "w", encoding="utf-8") as out:
            out.write(FORM.format(i if i % 10 else 0))  # every tenth is a copy of the first


def files_of(folder):
    found = {}
    for at, folders, names in os.walk(folder):
        if ".biaoshen" in folders:
            folders.remove(".biaoshen")
        for name in names:
            path = os.path.join(at, name)
            found[os.path.relpath(path, folder)] = path
    return found


def differences(one, other):
    a, b = files_of(one), files_of(other)
    return sorted(set(a) ^ set(b)) + sorted(name for name in set(a) & set(b)
                                            if not filecmp.cmp(a[name], b[name], shallow=False))


class Night:
    def __init__(self, build, folder):
        self.program = os.path.join(build, "biaoshen")
        self.folder = folder
        self.inbox, self.out = os.path.join(folder, "in"), os.path.join(folder, "out")
        self.manifest = os.path.join(folder, "manifest.tsv")
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", OMP_THREAD_LIMIT="1")

    def biaoshen(self, *arguments, slurm=None):
        return subprocess.run([self.program, *arguments], env=slurm.environment if slurm else self.environment,
                              capture_output=True, text=True, check=False)

    def done(self):
        return sum(os.path.exists(os.path.join(self.out, f"材料{i:03d}", "dossier.json")) for i in range(DOSSIERS))

    def submit(self, slurm):
        ended = self.biaoshen("submit", "--engine", "slurm", "--manifest", self.manifest, "--out", self.out, "--shards",
                              str(SHARDS), slurm=slurm)
        assert ended.returncode == 0, ended.stderr
        array, merge = re.match(r"array (\d+) \(8\), merge (\d+)", ended.stdout).groups()
        return array, merge


def running(night, slurm, array):
    """Task -> node, of the tasks of an array that have reviewed something and are not done."""
    def is_at_work(task):
        log = os.path.join(night.out, ".biaoshen/submitted", f"{array}_{task}.log")
        return os.path.exists(log) and os.path.getsize(log) > 0
    return {task: node for _, task, name, state, node, *_ in slurm.tasks()
            if name == "biaoshen" and state == "RUNNING" and task.isdigit() and is_at_work(task)}


def stop_a_task(night, slurm, array):
    """Tells the program of one that runs to stop: it ends with 75."""
    task = next(iter(running(night, slurm, array)))
    subprocess.run(["pkill", "-TERM", "-f", f"{re.escape(night.program)} batch .* --shard {task} .*{re.escape(night.out)}"],
                   check=True)
    return task


def is_over(slurm, merge):
    slurm.hurry()
    states = {job: state for job, _, _, state, *_ in slurm.tasks()}
    return states.get(merge) in ("COMPLETED", "FAILED", "CANCELLED")


def run_night(night, slurm):
    array, merge = night.submit(slurm)
    slurm.wait_for(lambda: len(running(night, slurm, array)) == 2, 60, "two shards at work")
    again = slurm.said("sbatch", "--parsable", f"--array={next(iter(running(night, slurm, array)))}", "--requeue",
                       f"--output={night.folder}/again.log", os.path.join(night.out, ".biaoshen/submitted/shard.sh"))
    assert again.isdigit(), "a shard is submitted a second time"
    stopped = stop_a_task(night, slurm, array)
    at_work = {}
    slurm.wait_for(lambda: at_work.update(running(night, slurm, array)) or set(at_work) - {stopped}, 60,
                   "another shard at work")
    node = next(at_work[task] for task in at_work if task != stopped)
    lost = {task for task, where in running(night, slurm, array).items() if where == node}
    slurm.kill_node(node)
    assert night.done() < DOSSIERS, "the node was lost in mid-run"
    slurm.wait_for(lambda: is_over(slurm, merge), 240, "the merge")
    return merge, stopped, lost


@unittest.skipIf(why_not(), why_not())
class NightOnSlurm(unittest.TestCase):
    """One night, looked at from several sides."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="night-")
        os.chmod(folder, 0o755)
        cls.night = night = Night(BUILD, folder)
        write_inbox(night.inbox)
        try:
            assert night.biaoshen("plan", night.inbox, "--out", night.manifest).returncode == 0
            with Slurm(os.path.join(folder, "slurm")) as slurm:
                cls.merge, cls.stopped, cls.lost = run_night(night, slurm)
                cls.tasks = slurm.tasks()
        except BaseException:
            print_logs(night)
            raise

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.night.folder)

    def restarts(self, task):
        return next(count for _, of, name, _, _, count, _ in self.tasks if name == "biaoshen" and of == task)

    def test_the_task_that_ended_with_75_was_queued_again(self):
        self.assertGreaterEqual(self.restarts(self.stopped), 1)

    def test_what_ran_on_the_lost_node_was_queued_again(self):
        self.assertTrue(self.lost)
        for task in self.lost:
            self.assertGreaterEqual(self.restarts(task), 1)

    def test_the_merge_came_last_and_found_every_dossier(self):
        self.assertIn((self.merge, "COMPLETED", "0:0"), [(job, state, code) for job, _, _, state, _, _, code in self.tasks])

    def test_the_merged_tree_is_that_of_one_process(self):
        whole = os.path.join(self.night.folder, "whole")
        self.assertEqual(self.night.biaoshen("batch", self.night.inbox, "--out", whole).returncode, 0)
        self.assertEqual(differences(self.night.out, whole), [])
        self.assertGreater(len(files_of(whole)), 3 * DOSSIERS)


def print_logs(night):
    logs = os.path.join(night.out, ".biaoshen/submitted")
    for name in sorted(os.listdir(logs)) if os.path.isdir(logs) else []:
        if name.endswith(".log"):
            with open(os.path.join(logs, name), encoding="utf-8", errors="replace") as log:
                print(f"== {name}\n{log.read()[-2000:]}", file=sys.stderr)
    print(f"all of it is in {night.folder}", file=sys.stderr)


if __name__ == "__main__":
    BUILD = os.path.abspath(sys.argv.pop(1))
    unittest.main()
