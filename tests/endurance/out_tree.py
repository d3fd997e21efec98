"""What stands in an OUT: compared with another byte for byte, and looked at all the time for something half.

What tells how the work went (ledger, lock, log, cache, status.json) is not compared; every result, the pages over them and
the history of earlier revisions is.
"""
import hashlib
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import time

RUNNING_WORDS = {".biaoshen/lock", ".biaoshen/log.jsonl", "status.json"}
RUNNING_FOLDERS = (".biaoshen/ledger", ".biaoshen/cache", ".biaoshen/stage", ".biaoshen/log")


def tree_of(out):
    """{path: digest} of what counts in an OUT."""
    found = {}
    for folder, names, files in os.walk(os.fsencode(out)):
        for name in files:
            path = os.path.join(folder, name)
            shown = os.fsdecode(os.path.relpath(path, os.fsencode(out)))
            if shown not in RUNNING_WORDS and not shown.startswith(RUNNING_FOLDERS):
                found[shown] = hashlib.sha256(pathlib.Path(os.fsdecode(path)).read_bytes()).hexdigest()
    return found


def differences(expected, found):
    """What differs between two trees, in a few lines; empty where nothing does."""
    lines = [f"missing: {path}" for path in sorted(expected.keys() - found.keys())]
    lines += [f"too many: {path}" for path in sorted(found.keys() - expected.keys())]
    lines += [f"other bytes: {path}" for path in sorted(expected.keys() & found.keys()) if expected[path] != found[path]]
    return lines[:20]


def state_of_inbox(inbox):
    """{path: (kind, size, times, digest)}: whatever would show that somebody touched it."""
    found, root = {}, os.fsencode(inbox)
    for folder, names, files in os.walk(root):
        for name in names + files + [b"."]:
            path = os.path.normpath(os.path.join(folder, name))
            about = os.lstat(path)
            data = b""
            if stat.S_ISREG(about.st_mode):
                with open(path, "rb") as file:
                    data = file.read()
            found[path] = (about.st_mode, about.st_size, about.st_mtime_ns, about.st_ctime_ns, hashlib.sha256(data).hexdigest())
    return found


def stage_of(out):
    """What is left on the way."""
    stage = pathlib.Path(out, ".biaoshen/stage")
    return sorted(os.listdir(stage)) if stage.is_dir() else []


def record(out, name):
    return json.loads(pathlib.Path(out, name, "dossier.json").read_text(encoding="utf-8"))


def status(out):
    """status.json; nothing where there is none yet."""
    try:
        return json.loads(pathlib.Path(out, "status.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def counts(out):
    """How many entries are waiting, queued, done …; nothing where there is no status yet."""
    return status(out).get("counts", {})


# --- a reader who looks all the time ---

def _read_at(folder, name):
    file = os.open(name, os.O_RDONLY, dir_fd=folder)
    try:
        parts = []
        while part := os.read(file, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(file)


def _is_whole(folder):
    """Why what stands in this open folder is not a complete result; empty: it is."""
    try:
        dossier = json.loads(_read_at(folder, "dossier.json"))
        if not _read_at(folder, "dossier.html").rstrip().endswith(b"</html>"):
            return "dossier.html has no end"
        for image in sorted(set(re.findall(r'"(evidence/[^"]+\.png)"', json.dumps(dossier)))):
            if not _read_at(folder, image).endswith(b"IEND\xaeB`\x82"):
                return f"{image} is not whole"
        if "notice.docx" in os.listdir(folder) and b"PK\x05\x06" not in _read_at(folder, "notice.docx")[-64:]:
            return "notice.docx is not whole"
    except (OSError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _look_at(out, name):
    """Opens a result and reads it through the open folder. One that was replaced meanwhile is no longer to be seen."""
    try:
        folder = os.open(os.path.join(out, name), os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return "gone"
    try:
        wrong = _is_whole(folder)
        if not wrong:
            return ""
        opened = os.fstat(folder)
        try:
            now = os.stat(os.path.join(out, name))
        except FileNotFoundError:
            return "gone"
        return wrong if (now.st_ino, now.st_dev) == (opened.st_ino, opened.st_dev) else "replaced"
    finally:
        os.close(folder)


def _look_at_pages(out):
    for name, whole in (("index.html", lambda data: data.rstrip().endswith(b"</html>")),
                        ("batch.json", json.loads), ("status.json", json.loads), ("register.xlsx", lambda data: b"PK\x05\x06" in data)):
        try:
            data = pathlib.Path(os.fsdecode(out), name).read_bytes()
            if not whole(data):
                yield f"{name} is not whole"
        except FileNotFoundError:
            pass
        except ValueError as error:
            yield f"{name}: {error}"


def poll(out, stop_file):
    """Looks until `stop_file` is there; prints what was half, and last how many results were looked at."""
    out, looked, seen = os.fsencode(out), 0, set()
    while True:
        is_last = os.path.exists(stop_file)
        names = {name for name in os.listdir(out) if not name.startswith(b".")} if os.path.isdir(out) else set()
        for name in sorted(names):
            if not os.path.isdir(os.path.join(out, name)):
                continue
            wrong = _look_at(out, name)
            looked += 1
            if wrong == "gone" and name in seen:
                # It was there once, so it has to be there always.
                if not os.path.exists(os.path.join(out, name)):
                    print(f"{os.fsdecode(name)}: was there and is gone", flush=True)
            elif wrong not in ("", "gone", "replaced"):
                print(f"{os.fsdecode(name)}: {wrong}", flush=True)
            elif not wrong:
                seen.add(name)
        for gone in seen - names:
            if not os.path.exists(os.path.join(out, gone)):
                print(f"{os.fsdecode(gone)}: was there and is gone", flush=True)
        for wrong in _look_at_pages(out):
            print(wrong, flush=True)
        if is_last:
            print(f"looked {looked}", flush=True)
            return
        time.sleep(0.005)


class Poller:
    """The same in a process of its own, beside the program."""

    def __init__(self, out):
        self.stop_file = pathlib.Path(f"{out}.stop")
        self.stop_file.unlink(missing_ok=True)
        self.process = subprocess.Popen([sys.executable, __file__, os.fspath(out), os.fspath(self.stop_file)],
                                        stdout=subprocess.PIPE, text=True, errors="replace")

    def stop(self):
        """(what was half, how many results it looked at)"""
        self.stop_file.touch()
        lines = self.process.communicate(timeout=60)[0].splitlines()
        self.stop_file.unlink()
        if self.process.returncode or not lines or not lines[-1].startswith("looked "):
            raise AssertionError("the poller failed: " + "\n".join(lines[-5:]))
        return sorted(set(lines[:-1])), int(lines[-1].split()[1])


if __name__ == "__main__":
    poll(*sys.argv[1:3])
