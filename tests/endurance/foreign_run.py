"""One dossier of files that nobody here wrote, reviewed, and everything looked at that must hold whatever is in them.

The program runs with a TMPDIR, a HOME and a working folder of its own. `wrongs` are broken promises in a sentence each: of
the program's end, of what it left behind, of dossier.json. That a file could not be read is no wrong; that it is not said is.
Used by foreign_files.py; tested by foreign_files_test.py.
"""
import hashlib
import json
import os
import pathlib
import re
import selectors
import shutil
import signal
import subprocess
import time

from out_tree import state_of_inbox
from running_program import AS_OF, SOURCE, stat_of

SCHEMA = SOURCE / "templates/json/dossier.schema.json"
READING = re.compile(rb"reading \d+/\d+  (.*)")
MOMENT = 10  # seconds for what was ended to be gone


class Run:
    """biaoshen COMMAND INPUT --out OUT, in `scratch`, which nobody else uses."""

    def __init__(self, build, scratch, command, given, options, deadline, moment=MOMENT):
        self.moment = moment
        self.out, self.temporary, self.home = (scratch / name for name in ("out", "tmp", "home"))
        for folder in (self.out, self.temporary, self.home):
            shutil.rmtree(folder, ignore_errors=True)
        for folder in (self.temporary, self.home):
            folder.mkdir(parents=True)
        (self.home / "canary").write_text("still here")
        self.arguments = ["setpriv", "--pdeathsig", "KILL", str(build / "biaoshen"), command, str(given), "--out", str(self.out), "--as-of", AS_OF, *options]
        self.seconds = {}  # of each file, by the path that the program says it is reading
        self.said = b""
        self.wrongs = []
        before = {folder: state_of_inbox(folder) for folder in (given, self.home)}
        self._run(deadline)
        for folder, state in before.items():
            if state_of_inbox(folder) != state:
                self.wrongs.append(f"{folder.name}/ was written to: {os.listdir(folder)[:5]}")
        if left := sorted(os.listdir(self.temporary)):
            self.wrongs.append(f"left in TMPDIR: {left[:5]}")

    def _run(self, deadline):
        variables = {**os.environ, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "TMPDIR": str(self.temporary), "HOME": str(self.home)}
        process = subprocess.Popen(self.arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   env=variables, cwd=self.home, start_new_session=True)
        if not self._listen(process.stderr, deadline):
            self.wrongs.append(f"hangs: not done after {deadline:.0f} s, while it read {list(self.seconds)[-1:]}")
            process.kill()
        process.stderr.close()
        status = process.wait()
        if status and not self.wrongs:
            self.wrongs.append(f"ended with {status}: {self.said[-300:].decode(errors='replace')}")
        if left := self._left_behind(process.pid):
            self.wrongs.append(f"processes left behind: {left}")

    def _listen(self, stream, deadline):
        """Times the files by the lines the program says; False where it is not done in time."""
        end, current, since, rest = time.monotonic() + deadline, None, time.monotonic(), b""
        with selectors.DefaultSelector() as waiting:
            waiting.register(stream, selectors.EVENT_READ)
            while (left := end - time.monotonic()) > 0:
                if not waiting.select(left):
                    continue
                piece = os.read(stream.fileno(), 1 << 16)
                *lines, rest = (rest + piece).split(b"\n")
                self.said = (self.said + piece)[-10000:]
                for line in lines or ([b""] if not piece else []):
                    now = time.monotonic()
                    if current is not None:
                        self.seconds[current] = self.seconds.get(current, 0) + now - since
                    found = READING.fullmatch(line)
                    current, since = (found[1].decode(errors="replace") if found else None), now
                if not piece:
                    return True
        return False

    def _left_behind(self, session):
        """Living processes of the program's session, ended here; they are given a moment to go by themselves."""
        end = time.monotonic() + self.moment
        while left := [process for process in map(int, filter(str.isdigit, os.listdir("/proc"))) if _is_of(process, session)]:
            if time.monotonic() > end:
                for process in left:
                    os.kill(process, signal.SIGKILL)
                return left
            time.sleep(0.05)
        return []


def _is_of(process, session):
    try:
        return os.getsid(process) == session and (state := stat_of(process)) is not None and state[0] not in "ZX"
    except ProcessLookupError:
        return False


def record_of(run, name, schema):
    """dossier.json of the one result there must be; None, and a wrong, where it is not one."""
    results = sorted(entry.name for entry in run.out.iterdir() if entry.is_dir() and entry.name != ".biaoshen") if run.out.is_dir() else []
    if results != [name]:
        run.wrongs.append(f"results: {results} instead of {[name]}")
        return None
    try:
        record = json.loads((run.out / name / "dossier.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        run.wrongs.append(f"dossier.json: {error}")
        return None
    if error := next(schema.iter_errors(record), None):
        run.wrongs.append(f"dossier.json: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        return None
    return record


def wrongs_of(record, folder):
    """What dossier.json does not say truly of the files that lie in `folder`."""
    wrongs, ids = [], {file["id"] for file in record["files"]}
    outer = {}
    for file in record["files"]:
        at = f"{file['path']}: "
        if file["pages"] != sum(file["page_sources"].values()):
            wrongs.append(at + f"{file['pages']} pages, but {file['page_sources']}")
        if file["status"] not in ("read", "ignored") and not file["problems"]:
            wrongs.append(at + f"{file['status']}, and no reason")
        if file["container"] not in ids | {None}:
            wrongs.append(at + f"lies in {file['container']}, which is not there")
        if file["container"] is None and outer.setdefault(file["path"], file) is not file:
            wrongs.append(at + "named twice")
    for path in sorted(pathlib.Path(folder).iterdir()):
        file = outer.get(path.name)
        data = path.read_bytes()
        if file is None:
            wrongs.append(f"{path.name}: not named")
        elif (file["bytes"], file["sha256"]) != (len(data), hashlib.sha256(data).hexdigest()):
            wrongs.append(f"{path.name}: other bytes than {file['bytes']}, {file['sha256']}")
    return wrongs + [f"{path}: not in the dossier" for path in sorted(outer.keys() - set(os.listdir(folder)))]


def is_silently_empty(file, record):
    """Said to be read, with nothing to show for it: no word on any page, no file in it, no problem. For a person to look at."""
    sources = file["page_sources"]
    return (file["status"] == "read" and not file["problems"] and sources["text"] + sources["ocr"] + sources["mixed"] == 0
            and all(other["container"] != file["id"] for other in record["files"]))
