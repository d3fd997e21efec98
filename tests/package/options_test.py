#!/usr/bin/python3
"""options_test.py BUILD: what `--help` says stands in the man page, the completion and the configuration, too.

Run by ctest (package-options).
"""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
PACKAGE = SOURCE / "pipeline/package"
# On the command line alone: they say what to do now, not how.
NOT_CONFIGURED = {"help", "config", "explain", "manifest", "shard", "shards"}


def help_of(*command):
    ended = subprocess.run([BUILD / "biaoshen", *command, "--help"], capture_output=True, text=True, timeout=60, check=True)
    return ended.stdout


def options_of(*command):
    # An option stands at the beginning of a line; what its description mentions does not count.
    return set(re.findall(r"^  (?:-\w,)?--([a-z-]+)", help_of(*command), re.M))


def commands():
    return re.findall(r"^  ([a-z-]+) ", help_of().split("Subcommands:")[1], re.M)


def page(name):
    # \(en and \&: how mdoc writes what it would otherwise take for its own.
    return (PACKAGE / name).read_text(encoding="utf-8").replace("\\&", "")


def completed(*words):
    """What bash would propose for the last word."""
    quoted = " ".join(f"'{word}'" for word in words)
    script = f"""
        _init_completion() {{ cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} words=("${{COMP_WORDS[@]}}") cword=$COMP_CWORD; }}
        _filedir() {{ COMPREPLY=(FILES); }}
        PATH={BUILD}:$PATH
        source {PACKAGE / "completion.bash"}
        COMP_WORDS=({quoted}) COMP_CWORD={len(words) - 1}
        _biaoshen
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    return set(subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, check=True).stdout.split())


def config_keys():
    source = (SOURCE / "pipeline/service/config_keys.cpp").read_text(encoding="utf-8")
    keys = {}
    for name, rest in re.findall(r'\{"([a-z-]+)", KeyKind::\w+((?:, (?:true|false))*)\}', source):
        of_watch, of_batch = re.findall("true|false", rest) or ("true", "true")
        keys[name] = {command for command, has in (("watch", of_watch), ("batch", of_batch)) if has == "true"}
    return keys


class Options(unittest.TestCase):
    def test_the_help_was_understood(self):
        self.assertLess({"review", "batch", "watch", "config", "doctor"}, set(commands()))
        self.assertLess({"out", "settle", "poll", "config", "jobs"}, options_of("watch"))

    def test_every_command_and_option_stands_in_the_man_page(self):
        text = page("biaoshen.1")
        told = set(re.findall(r"Fl -([a-z-]+)", text))
        for command in commands():
            self.assertRegex(text, rf"(?m)^\.(It )?Cm .*\b{command}\b", command)
            self.assertEqual(options_of(command) - told, set(), command)

    def test_the_man_page_names_no_option_that_is_not_there(self):
        known = {"version"}.union(*(options_of(command) for command in commands()))
        self.assertEqual(set(re.findall(r"^\.It Fl (?:h , Fl )?-([a-z-]+)", page("biaoshen.1"), re.M)) - known, set())

    def test_every_command_and_option_is_completed(self):
        self.assertEqual(set(commands()) - completed("biaoshen", ""), set())
        for command in commands():
            proposed = {word[2:] for word in completed("biaoshen", command, "--")}
            self.assertEqual(proposed, options_of(command), command)

    def test_programmes_languages_and_verdicts_are_completed(self):
        self.assertIn("miit-group-standard-demo@2024", completed("biaoshen", "batch", "--programme", "miit"))
        self.assertEqual(completed("biaoshen", "review", "--lang", ""), {"zh", "en"})
        self.assertEqual(completed("biaoshen", "review", "--fail-on", "ret"), {"return"})
        self.assertEqual(completed("biaoshen", "config", ""), {"check", "show"})
        self.assertEqual(completed("biaoshen", "watch", ""), {"FILES"})

    def test_every_option_of_a_service_can_be_configured_and_no_other(self):
        keys = config_keys()
        for command in ("watch", "batch"):
            configured = {name for name, of in keys.items() if command in of}
            self.assertEqual(configured, options_of(command) - NOT_CONFIGURED | {"inbox"}, command)

    def test_every_key_stands_in_the_man_page_of_the_configuration(self):
        told = set(re.findall(r"[a-z-]+", " ".join(re.findall(r"^\.It Ic (.*)", page("biaoshen.toml.5"), re.M))))
        self.assertEqual(told, set(config_keys()))

    def test_the_shipped_configuration_has_no_mistake_and_neither_have_its_comments(self):
        shipped = (PACKAGE / "biaoshen.toml").read_text(encoding="utf-8")
        opened = BUILD / "package-options.toml"  # every key that is commented out, set
        opened.write_text(re.sub(r"^# ([a-z-]+ = )", r"\1", shipped, flags=re.M), encoding="utf-8")
        for file in (PACKAGE / "biaoshen.toml", opened):
            ended = subprocess.run([BUILD / "biaoshen", "config", "check", file], capture_output=True, text=True, timeout=60)
            self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)


class Pages(unittest.TestCase):
    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is lacking")
    def test_man_pages_are_what_man_expects(self):
        for name in ("biaoshen.1", "biaoshen.toml.5", "biaoshen-profile.5"):
            ended = subprocess.run(["mandoc", "-Tlint", "-Wwarning", PACKAGE / name], capture_output=True, text=True, timeout=60)
            self.assertEqual(ended.stdout, "", name)


class Units(unittest.TestCase):
    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is lacking")
    def test_services_are_confined(self):
        for name in ("biaoshen-watch.service", "biaoshen-batch.service"):
            ended = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=30", "--no-pager", PACKAGE / name],
                                   capture_output=True, text=True, timeout=60)
            self.assertEqual(ended.returncode, 0, ended.stdout[-500:] + ended.stderr)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is lacking")
    def test_systemd_understands_every_line(self):
        # Where the package is not installed its programs lie elsewhere; all else is as shipped.
        folder = BUILD / "package-units"
        folder.mkdir(exist_ok=True)
        units = [folder / name for name in ("biaoshen-watch.service", "biaoshen-batch.service", "biaoshen-batch.timer")]
        for unit in units:
            text = (PACKAGE / unit.name).read_text(encoding="utf-8")
            unit.write_text(re.sub(r"(?m)^(Exec\w+)=/\S+", rf"\1={BUILD}/biaoshen", text), encoding="utf-8")
        ended = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, timeout=60)
        told = [line for line in ended.stderr.splitlines() if line.startswith("biaoshen") or str(folder) in line]
        self.assertEqual((ended.returncode, told), (0, []), ended.stderr)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is lacking")
    def test_readers_may_confine_themselves(self):
        listed = subprocess.run(["systemd-analyze", "syscall-filter", "--no-pager"], capture_output=True, text=True, timeout=60, check=True)
        sets, name = {}, ""
        for line in listed.stdout.splitlines():
            if line.startswith("@"):
                name = line
            elif line.startswith("    ") and not line.lstrip().startswith("#"):
                sets.setdefault(name, set()).add(line.strip())

        def calls(word):
            return set().union(*map(calls, sets[word])) if word.startswith("@") else {word}

        for unit in ("biaoshen-watch.service", "biaoshen-batch.service"):
            allowed = set()
            for words in re.findall(r"(?m)^SystemCallFilter=(.*)$", (PACKAGE / unit).read_text(encoding="utf-8")):
                some = set().union(*map(calls, words.lstrip("~").split()))
                allowed = allowed - some if words.startswith("~") else allowed | some
            for call in ("prctl", "prlimit64", "seccomp", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"):
                self.assertIn(call, allowed, unit)

    def test_both_are_confined_alike(self):
        def sandbox(name):
            text = (PACKAGE / name).read_text(encoding="utf-8")
            return re.findall(r"(?m)^[A-Z]\w+=.*$", text[text.index("NoNewPrivileges"):].split("[Install]")[0])
        self.assertEqual(sandbox("biaoshen-watch.service"), sandbox("biaoshen-batch.service"))


if __name__ == "__main__":
    unittest.main()
