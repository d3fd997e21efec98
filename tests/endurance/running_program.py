"""The built program as a process of ours: started, watched, shot at, and nothing of it left behind.

This process is the reaper of all that its children leave (PR_SET_CHILD_SUBREAPER): whatever a dead program forgot to end
becomes a child of ours and is found by `left_behind`.
"""
import ctypes
import os
import pathlib
import signal
import subprocess
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
AS_OF = "2024-08-31"
PATIENCE = 60  # seconds that anything may take on a busy machine
PR_SET_CHILD_SUBREAPER = 36


class Setting:
    """Set once by endurance_test.py."""
    build = None    # the folder with biaoshen, biaoshen-reader, fail_at.so, clock_jumps.so
    work = None     # scratch
    is_long = False  # the full numbers of issue 7
    seed = 1


def become_reaper():
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait_until(is_so, what, patience=PATIENCE, step=0.02):
    """Waits for a state, not for a time; gives what `is_so` gave."""
    end = time.monotonic() + patience
    while True:
        came = is_so()
        if came:
            return came
        if time.monotonic() > end:
            raise AssertionError(f"not within {patience} s: {what() if callable(what) else what}")
        time.sleep(step)


def stat_of(process):
    """(state, parent) of a process; nothing where it is gone."""
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            fields = file.read().rsplit(b")", 1)[1].split()
        return fields[0].decode(), int(fields[1])
    except (FileNotFoundError, ProcessLookupError):
        return None


def program_of(process):
    try:
        return os.path.basename(os.readlink(f"/proc/{process}/exe")).removesuffix(" (deleted)")
    except OSError:
        return ""


def descendants(of):
    """Living processes that came of one, nearest first."""
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit() and (state := stat_of(int(name))) and state[0] not in "ZX":
            children.setdefault(state[1], []).append(int(name))
    found, level = [], [of]
    while level:
        level = [child for parent in level for child in children.get(parent, [])]
        found += level
    return found


def memory_of(process, what="VmRSS"):
    """KiB; VmHWM is the most there ever was."""
    with open(f"/proc/{process}/status", encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.startswith(what + ":"):
                return int(line.split()[1])
    return 0


class Program:
    """biaoshen with these arguments. Its words go into files, so that no full pipe ever holds it up."""
    running = set()

    def __init__(self, *arguments, environment=None, program=None, user=None, name="run"):
        folder = Setting.work / "words"
        folder.mkdir(parents=True, exist_ok=True)
        self.words = folder / f"{name}-{time.monotonic_ns()}"
        self.arguments = [str(program or Setting.build / "biaoshen"), *(os.fspath(part) for part in arguments)]
        if user:
            self.arguments = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *self.arguments]
        variables = {**os.environ, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", **(environment or {})}
        with open(f"{self.words}.out", "wb") as out, open(f"{self.words}.err", "wb") as err:
            self.process = subprocess.Popen(self.arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=variables,
                                            start_new_session=True)
        Program.running.add(self)

    @property
    def pid(self):
        return self.process.pid

    def said(self):
        """What it wrote on stderr and stdout so far."""
        return b"\n".join(pathlib.Path(f"{self.words}.{end}").read_bytes() for end in ("err", "out")).decode(errors="replace")

    def is_running(self):
        return self.process.poll() is None

    def ended(self, patience=PATIENCE * 5):
        """Its exit status, waited for."""
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"still running after {patience} s: {self.arguments}\n{self.said()[-3000:]}") from None
        Program.running.discard(self)
        return status

    def jobs(self):
        """Its forked workers: children that run the same program."""
        return [child for child in descendants(self.pid) if program_of(child) == "biaoshen"]

    def readers(self):
        return [child for child in descendants(self.pid) if program_of(child) == "biaoshen-reader"]

    def kill(self):
        self.process.kill()
        return self.ended()

    def terminate(self, patience=PATIENCE):
        self.process.terminate()
        return self.ended(patience)


def end_all():
    """Whatever a failed test left running."""
    for program in list(Program.running):
        if program.is_running():
            program.process.kill()
        program.ended()
    for process in left_behind(0):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
    left_behind(1)


def left_behind(patience=PATIENCE):
    """Processes of ours that outlived the programs started here: they are given a moment to go."""
    known = {program.pid for program in Program.running}
    end = time.monotonic() + patience
    while True:
        left = [process for process in descendants(os.getpid())
                if process not in known and program_of(process).startswith("biaoshen")]
        bury_strays(known)
        if not left or time.monotonic() >= end:
            return left
        time.sleep(0.02)


def bury_strays(known):
    """Dead processes that fell to us because their parent was killed first."""
    for name in os.listdir("/proc"):
        if not name.isdigit() or int(name) in known or stat_of(int(name)) != ("Z", os.getpid()):
            continue
        try:
            with open(f"/proc/{name}/comm", encoding="utf-8", errors="replace") as file:
                if file.read().startswith("biaoshen"):
                    os.waitpid(int(name), os.WNOHANG)
        except (OSError, ChildProcessError):
            pass


class Reachable:
    """Lets another user go as far as this folder, for a while."""

    def __init__(self, folder):
        self.folders = [part for part in (folder, *folder.parents) if not part.stat().st_mode & 0o001]
        self.modes = [part.stat().st_mode & 0o7777 for part in self.folders]

    def __enter__(self):
        for part, mode in zip(self.folders, self.modes):
            part.chmod(mode | 0o111)

    def __exit__(self, *_):
        for part, mode in zip(self.folders, self.modes):
            part.chmod(mode)


def batch(inbox, out, *options, **more):
    return Program("batch", inbox, "--out", out, "--as-of", AS_OF, *options, name="batch", **more)


def watch(inbox, out, *options, **more):
    return Program("watch", inbox, "--out", out, "--as-of", AS_OF, *options, name="watch", **more)
