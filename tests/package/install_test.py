#!/usr/bin/python3
"""install_test.py BUILD: the package, installed into a bare Debian and run there as its units would.

Makes the package by cpack and a minimal system by debootstrap from this machine's mirror (kept in BUILD/package-root until the
dependencies change), installs the one into a copy of the other, and starts the service with the command line, the user, the
read-only system and the notification socket of biaoshen-watch.service. Skipped without root or debootstrap, and where
BIAOSHEN_SKIP names "package". Run by ctest (package).
"""
import ctypes
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import unittest
import urllib.request

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
WORK = BUILD / "package-test"
ROOT = WORK / "root"
BASE = BUILD / "package-root"
STATE = ROOT / "var/lib/biaoshen"
PATIENCE = 120  # seconds for anything that is waited for


def run(*command, **more):
    ended = subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace",
                           **{"timeout": 900, **more})
    if ended.returncode:
        raise AssertionError(f"{command[0]} ended with {ended.returncode}: {(ended.stdout + ended.stderr)[-3000:]}")
    return ended.stdout


def in_root(root, command, before="true", proc="rw", after="true", flags=()):
    """The command line of `command` (arguments of chroot) inside `root`, in a mount namespace of its own: nothing stays mounted."""
    script = f'{before} && mount -t proc -o {proc} proc "$0/proc" && mount --rbind /dev "$0/dev" && {after} && exec chroot "$@"'
    return ["unshare", "--mount", "--propagation", "private", *flags, "sh", "-c", script, str(root), *command]


def inside(*command, root=ROOT, check=True):
    ended = subprocess.run(in_root(root, [str(root), *command]), capture_output=True, text=True, timeout=900,
                           env={**clean_environment(), "DEBIAN_FRONTEND": "noninteractive"})
    if check and ended.returncode:
        raise AssertionError(f"{command} ended with {ended.returncode}: {(ended.stdout + ended.stderr)[-3000:]}")
    return ended


def clean_environment():
    # The way to the mirror and nothing else of this machine.
    kept = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    return {**kept, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/root"}


def mirrors():
    """The machine's own sources of Debian: (address, suite), that of the release itself first."""
    told = run("apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)", "Created-By: Packages")
    codename = re.search(r"VERSION_CODENAME=(\w+)", pathlib.Path("/etc/os-release").read_text(encoding="utf-8"))[1]
    found = {tuple(line.split()[:2]) for line in told.splitlines() if line.split()[2:] == ["main", "Debian"]}
    return codename, sorted(found, key=lambda row: (row[1] != codename, row))


def make_package():
    for old in WORK.glob("*.deb"):
        old.unlink()
    run("cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", WORK)
    package, = WORK.glob("*.deb")
    return package


def make_base(depends):
    """A minimal system with what the package depends on."""
    key = hashlib.sha256(repr((depends, mirrors())).encode()).hexdigest()
    mark = BASE.with_suffix(".complete")
    if mark.exists() and mark.read_text(encoding="utf-8") == key:
        return
    mark.unlink(missing_ok=True)
    shutil.rmtree(BASE, ignore_errors=True)
    codename, sources = mirrors()
    try:
        urllib.request.urlopen(f"{sources[0][0].rstrip('/')}/dists/{codename}/Release", timeout=30).close()
    except OSError as error:
        raise unittest.SkipTest(f"the mirror of Debian does not answer: {error}")
    run("debootstrap", "--variant=minbase", codename, BASE, sources[0][0])
    (BASE / "etc/apt/sources.list").write_text("".join(f"deb {address} {suite} main\n" for address, suite in sources), encoding="utf-8")
    (BASE / "etc/apt/apt.conf.d/99here").write_text(run("apt-config", "dump", "--format", '%f "%v";%n', "Acquire"), encoding="utf-8")
    if pathlib.Path("/etc/resolv.conf").exists():
        shutil.copy("/etc/resolv.conf", BASE / "etc/resolv.conf")
    inside("apt-get", "update", "-qq", root=BASE)
    inside("apt-get", "satisfy", "-y", "-qq", "--no-install-recommends", depends, root=BASE)
    inside("apt-get", "clean", root=BASE)
    mark.write_text(key, encoding="utf-8")


def setUpModule():
    if "package" in os.environ.get("BIAOSHEN_SKIP", "").split(","):
        raise unittest.SkipTest("BIAOSHEN_SKIP names it")
    if os.geteuid() != 0:
        raise unittest.SkipTest("a system of its own can be made by root only")
    for needed in ("debootstrap", "unshare", "cpack"):
        if shutil.which(needed) is None:
            raise unittest.SkipTest(f"{needed} is lacking")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    # The system and what the package was made of are large. Whatever was mounted went with the command that mounted it.
    for large in (ROOT, WORK / "_CPack_Packages"):
        unittest.addModuleCleanup(shutil.rmtree, large, ignore_errors=True)
    run(SOURCE / "samples/make", WORK / "samples", "dossiers/good")
    package = make_package()
    make_base(run("dpkg-deb", "--field", package, "Depends").strip())
    run("cp", "-a", "--reflink=auto", BASE, ROOT)
    shutil.copy(package, ROOT / "biaoshen.deb")
    inside("apt-get", "install", "-y", "-qq", "--no-install-recommends", "/biaoshen.deb")


def exec_start(unit):
    text = (ROOT / "lib/systemd/system" / unit).read_text(encoding="utf-8")
    return re.search(r"^ExecStart=(.*)$", text, re.M)[1].split()


def settings(unit, name):
    text = (ROOT / "lib/systemd/system" / unit).read_text(encoding="utf-8")
    return [word for line in re.findall(rf"^{name}=(.*)$", text, re.M) for word in line.split()]


def as_unit(unit):
    """The command of a unit with its user, a system that it cannot write to, a /tmp and a /proc of its own, and no network."""
    writable = " && ".join(f'mount --bind "$0{path}" "$0{path}"' for path in settings(unit, "ReadWritePaths"))
    after = f'mount -t tmpfs -o mode=1777 tmp "$0/tmp" && {writable} && mount -o remount,bind,ro "$0"'
    user, = settings(unit, "User")
    command = [f"--userspec={user}:{user}", str(ROOT), "setpriv", "--no-new-privs", *exec_start(unit)]
    return in_root(ROOT, command, 'mount --bind "$0" "$0"', "subset=pid,hidepid=invisible", after, ["--net"])


def without_writable_code():
    """MemoryDenyWriteExecute=yes, where the kernel (6.3) has it as a call: PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN."""
    ctypes.CDLL(None).prctl(65, 1, 0, 0, 0)


def wait_for(what, condition):
    """The first answer of `condition` that is one."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := condition():
            return answer
        time.sleep(0.2)
    raise AssertionError(f"{what}: not within {PATIENCE} s")


class Installed(unittest.TestCase):
    def test_the_machine_has_what_is_needed(self):
        checks = json.loads(inside("biaoshen", "doctor", "--json").stdout)
        self.assertEqual([check["what"]["en"] for check in checks if check["needed"] and not check["fine"]], [])
        engines = " ".join(check["detail"]["en"] for check in checks if "engine" in check["what"]["en"])
        self.assertIn("PP-OCR", engines)
        self.assertIn("HanS", engines)

    def test_what_is_missing_of_it_comes_back_with_the_package(self):
        reader = ROOT / "usr/lib/biaoshen/biaoshen-reader"
        reader.rename(reader.with_suffix(".away"))
        try:
            checks = json.loads(inside("biaoshen", "doctor", "--json", check=False).stdout)
        finally:
            reader.with_suffix(".away").rename(reader)
        lacking = {check["mend"] for check in checks if not check["fine"]}
        self.assertIn("apt-get install --reinstall ./biaoshen_*.deb", lacking)
        self.assertEqual([mend for mend in lacking if "cmake" in mend], [])

    def test_the_configuration_is_checked(self):
        self.assertEqual(inside("biaoshen", "config", "check").returncode, 0)
        (ROOT / "tmp/wrong.toml").write_text("[watch]\nsettel = 20\n", encoding="utf-8")
        wrong = inside("biaoshen", "config", "check", "/tmp/wrong.toml", check=False)
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("/tmp/wrong.toml:2: ", wrong.stdout)

    def test_files_lie_where_they_belong(self):
        for path in ("usr/share/man/man1/biaoshen.1.gz", "usr/share/man/man5/biaoshen.toml.5.gz",
                     "usr/share/man/man5/biaoshen-profile.5.gz", "usr/share/bash-completion/completions/biaoshen",
                     "lib/systemd/system/biaoshen-watch.service", "lib/systemd/system/biaoshen-batch.service",
                     "lib/systemd/system/biaoshen-batch.timer", "usr/share/doc/biaoshen/copyright"):
            self.assertTrue((ROOT / path).is_file() and (ROOT / path).stat().st_size > 100, path)

    def test_its_user_may_not_log_in_and_its_group_hands_in(self):
        user = re.search(r"(?m)^biaoshen:.*$", (ROOT / "etc/passwd").read_text(encoding="utf-8"))[0].split(":")
        self.assertEqual(user[6], "/usr/sbin/nologin")
        inbox, out = (STATE / "inbox").stat(), (STATE / "out").stat()
        self.assertEqual((inbox.st_uid, inbox.st_gid, inbox.st_mode & 0o7777), (0, int(user[3]), 0o2775))
        self.assertEqual((out.st_uid, out.st_gid, out.st_mode & 0o7777), (int(user[2]), int(user[3]), 0o2750))

    def test_the_example_profile_has_no_mistake(self):
        example, = (ROOT / "usr/share/doc/biaoshen/examples").rglob("*.xml")
        inside("biaoshen", "check-profile", "/" + str(example.relative_to(ROOT)))


class Running(unittest.TestCase):
    """biaoshen-watch.service from start to stop."""

    def setUp(self):
        run("sed", "-i", "s/^settle = .*/settle = 1/", ROOT / "etc/biaoshen/biaoshen.toml")
        path = ROOT / "run/notify"
        path.unlink(missing_ok=True)
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.socket.close)
        # Below the limit of 108 bytes wherever the build folder lies.
        folder = os.open(path.parent, os.O_RDONLY)
        self.socket.bind(f"/proc/self/fd/{folder}/notify")
        os.close(folder)
        path.chmod(0o666)
        self.socket.setblocking(False)
        self.told = []
        environment = {**clean_environment(), "NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "4000000"}
        self.log = open(WORK / "service.log", "w+", encoding="utf-8")
        self.addCleanup(self.log.close)
        self.service = subprocess.Popen(as_unit("biaoshen-watch.service"), env=environment, stdout=self.log, stderr=self.log,
                                        preexec_fn=without_writable_code)
        self.addCleanup(self.end)

    def end(self):
        if self.service.poll() is None:
            self.service.kill()
            self.service.wait()

    def said(self):
        return (WORK / "service.log").read_text(encoding="utf-8", errors="replace")[-3000:]

    def runs_what_is_installed(self):
        return os.path.samefile(f"/proc/{self.service.pid}/exe", ROOT / "usr/lib/biaoshen/biaoshen")

    def is_running(self):
        self.assertIsNone(self.service.poll(), self.said())
        return True

    def hears(self, word, since=0):
        """Whether the service has told `word` after the first `since` things it told."""
        self.is_running()
        try:
            while message := self.socket.recv(4096):
                self.told += message.decode().split("\n")
        except BlockingIOError:
            pass
        return word in self.told[since:]

    def test_a_dossier_dropped_into_the_running_service_is_reviewed(self):
        wait_for("READY=1", lambda: self.hears("READY=1"))
        shutil.copytree(WORK / "samples/dossiers/good", STATE / "inbox/某协会")
        result = STATE / "out/某协会/dossier.json"
        wait_for("a result", lambda: self.is_running() and result.exists())
        self.assertIn("findings", json.loads(result.read_text(encoding="utf-8")))
        wait_for("the index", lambda: "某协会" in (STATE / "out/index.html").read_text(encoding="utf-8"))
        wait_for("WATCHDOG=1", lambda: self.hears("WATCHDOG=1"))
        log = map(json.loads, (STATE / "out/.biaoshen/log.jsonl").read_text(encoding="utf-8").splitlines())
        layers = next(line["sandbox"] for line in log if line["event"] == "done")
        self.assertTrue(layers.startswith("limits, no-new-privileges, ") and layers.endswith("call-filter"), layers)

        # Reloaded after an upgrade it is the new program.
        inside("dpkg", "--install", "/biaoshen.deb")
        self.assertFalse(self.runs_what_is_installed())
        seen = len(self.told)
        self.service.send_signal(signal.SIGHUP)
        wait_for("RELOADING=1", lambda: self.hears("RELOADING=1", seen))
        wait_for("READY=1 again", lambda: self.hears("READY=1", seen))
        self.assertTrue(self.runs_what_is_installed())

        begun = time.monotonic()
        self.service.send_signal(signal.SIGTERM)
        self.assertEqual(self.service.wait(PATIENCE), 0, self.said())
        self.assertLess(time.monotonic() - begun, 10)
        self.assertEqual(list((STATE / "out/.biaoshen/stage").glob("*")), [])
        self.assertEqual(sorted(path.name for path in (STATE / "inbox").iterdir()), ["某协会"])

        # The nightly unit finds that nothing is left to do.
        before = result.stat().st_mtime_ns
        batch = subprocess.run(as_unit("biaoshen-batch.service"), env=clean_environment(), capture_output=True, text=True, timeout=PATIENCE)
        self.assertIn(batch.returncode, [0, *map(int, settings("biaoshen-batch.service", "SuccessExitStatus"))], batch.stderr)
        self.assertEqual(result.stat().st_mtime_ns, before)


class Uninstalled(unittest.TestCase):
    def test_a_purge_leaves_results_and_nothing_else(self):
        (STATE / "out/kept").write_text("a result", encoding="utf-8")
        inside("apt-get", "purge", "-y", "biaoshen")
        self.assertTrue((STATE / "out/kept").exists())
        for gone in ("usr/bin/biaoshen", "usr/lib/biaoshen", "etc/biaoshen", "lib/systemd/system/biaoshen-watch.service"):
            self.assertFalse(os.path.lexists(ROOT / gone), gone)


if __name__ == "__main__":
    unittest.main(verbosity=2)
