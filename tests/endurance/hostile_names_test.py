"""Names and things in an inbox that are meant to break out, to break pages and terminals, or to hold a program up."""
import json
import os
import pathlib
import shutil
import socket
import stat
import unittest

import small_dossiers
from out_tree import counts, state_of_inbox, stage_of, status
from running_program import PATIENCE, Setting, batch, end_all, left_behind, wait_until, watch

SECRET = "外面的秘密-8d1c"
NAMES = (b"new\nline", b"quo\"te'`$(touch broken-out)", b"..x", b"...", b"x" * 255, "长".encode() * 85, b"\xff\xfe\xc3(",
         "bidi-\u202efdp.exe".encode(), b"-rf", b"--out=elsewhere", b"<script>alert(1)<", b"&amp;%00%s%n", b" space ", b"\x1b[2Jcleared",
         b"back\\slash", b".hidden", "e\u0301".encode(), "\u00e9".encode(), b"CON", b"a:b", b"tab\tbed", b"~tilde")
OUTPUTS = (b"index.html", b"status.json", b"batch.json", b"register.xlsx", b".biaoshen")


def write_hostile_inbox(inbox, outside):
    """Gives the names of those that are dossiers all the same."""
    root = os.fsencode(inbox)
    outside.mkdir(parents=True)
    (outside / "secret.txt").write_text(SECRET, encoding="utf-8")
    inbox.mkdir()
    for number, name in enumerate((*NAMES, *OUTPUTS)):
        folder = os.path.join(root, name)
        os.mkdir(folder)
        with open(os.path.join(folder, b"a.txt"), "wb") as file:
            file.write(b"dossier %d\n" % number)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"inside %d\n" % number)
    small_dossiers.write_dossier(inbox / "sound", small_dossiers.dossier(0)[1])
    # At the top: what is no dossier.
    os.symlink(outside, inbox / "link-out")
    os.symlink("nowhere", inbox / "link-nowhere")
    os.symlink("link-self", inbox / "link-self")
    os.mkfifo(inbox / "pipe")
    _bind(inbox / "socket")
    # Inside a dossier: the same beside a sound file.
    odd = inbox / "odd"
    odd.mkdir()
    (odd / "说明.txt").write_text("正常\n", encoding="utf-8")
    os.symlink(outside / "secret.txt", odd / "link.txt")
    os.symlink(outside, odd / "folder-link")
    os.symlink("..", odd / "up")
    os.mkfifo(odd / "pipe.pdf")
    _bind(odd / "socket.docx")
    shared = outside / "shared.txt"
    shared.write_text("一处两名\n", encoding="utf-8")
    os.link(shared, odd / "hard-link.txt")
    deep = odd
    for _ in range(60):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text("深\n", encoding="utf-8")
    if os.geteuid() == 0:
        os.mknod(inbox / "device", stat.S_IFCHR | 0o666, os.makedev(1, 5))
        os.mknod(odd / "device.docx", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    return [*NAMES, b"sound", b"odd"]


def _bind(path):
    here = os.getcwd()
    with socket.socket(socket.AF_UNIX) as made:  # the path of a socket is short
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


def neighbours(work, out):
    return sorted(name for name in os.listdir(work) if name not in (os.path.basename(out), "inbox") and not name.startswith("words"))


class HostileNames(unittest.TestCase):
    def setUp(self):
        self.work = Setting.work / f"hostile-{self._testMethodName[5:20]}"
        shutil.rmtree(self.work, ignore_errors=True)
        self.inbox, self.out = self.work / "inbox", self.work / "out"
        self.work.mkdir()
        self.dossiers = write_hostile_inbox(self.inbox, self.work / "outside")
        self.before = state_of_inbox(self.inbox), state_of_inbox(self.work / "outside"), neighbours(self.work, self.out)

    def tearDown(self):
        end_all()

    def check(self, said):
        out = os.fsencode(self.out)
        for name in self.dossiers:
            with self.subTest(dossier=name):
                with open(os.path.join(out, name, b"dossier.json"), encoding="utf-8") as file:
                    json.load(file)
        self.assertEqual(self.before, (state_of_inbox(self.inbox), state_of_inbox(self.work / "outside"), neighbours(self.work, self.out)))
        for page in ("index.html", "status.json"):  # batch.json has paths, as they are
            if page == "status.json" and not (self.out / page).exists():
                continue  # a batch that is through has none
            with self.subTest(page=page):
                text = (self.out / page).read_bytes().decode("utf-8")  # strict
                self.assertFalse("\u202e" in text or "\x1b" in text, "a name as it is")
                self.assertFalse(page == "index.html" and "<script>alert" in text, "a name that is markup")
        for folder, _, files in os.walk(out):
            for file in files:
                path = pathlib.Path(os.fsdecode(os.path.join(folder, file)))
                self.assertNotIn(SECRET.encode(), path.read_bytes(), path)
                self.assertFalse(path.is_symlink(), path)
        for unreadable in ("\x1b", "\u202e", "\ufffd"):
            self.assertNotIn(unreadable, said)
        for line in said.splitlines():
            self.assertNotEqual("line", line[:4], "a name broke a line of the terminal")
        self.assertEqual([], stage_of(self.out))
        self.assertEqual([], left_behind())

    def test_a_batch_carries_them_or_refuses_them_and_goes_on(self):
        program = batch(self.inbox, self.out)
        self.assertEqual(6, program.ended(), program.said()[-3000:])
        said = program.said()
        for refused in ("link-out", "link-nowhere", "link-self", "pipe", "socket", "index.html", "status.json", "batch.json"):
            self.assertIn(refused, said)
        self.check(said)
        again = batch(self.inbox, self.out)
        self.assertEqual(6, again.ended(), again.said()[-3000:])

    def test_a_watch_carries_them_or_refuses_them_and_goes_on(self):
        program = watch(self.inbox, self.out, "--settle", "0.5", "--poll", "1")
        wait_until(lambda: counts(self.out).get("done") == len(self.dossiers),
                   lambda: json.dumps(status(self.out), ensure_ascii=False)[:2000] + program.said()[-2000:], PATIENCE * 2)
        waiting = {one["name"]: one for one in status(self.out)["waiting"]}
        self.assertEqual("refused", waiting["pipe"]["waits_for"])
        page = wait_until(lambda: (self.out / "index.html").is_file() and (self.out / "index.html").read_text("utf-8"), "a page")
        self.assertIn("link-out", page)
        self.assertEqual(0, program.terminate(), program.said()[-2000:])
        self.check(program.said())
