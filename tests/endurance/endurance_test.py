#!/usr/bin/python3
"""endurance_test.py BUILD [--long] [--seed N] [NAME…]: tries to break the promises of batch and watch from outside.

Each module beside this one with `_test` in its name is a way of breaking: kill -9 at any moment, errors of the disk at any
step, full and read-only disks, workers that hang, drops that come in pieces, ten thousand dossiers, hostile names. What must
hold is the same everywhere: one complete result for each dossier, the bytes of an undisturbed run, nothing half to be seen,
no process and no file left behind, and an inbox that nobody touched.

Without --long every test runs with fewer rounds. The seed is printed and may be given again. NAME: a test, as unittest names
it, or part of it (-k of unittest).
"""
import argparse
import os
import pathlib
import shutil
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from running_program import Setting, become_reaper, end_all  # noqa: E402

MODULES = ("tools_test", "kill_test", "failing_disk_test", "full_disk_test", "stuck_test", "together_test", "drop_test", "many_dossiers_test", "hostile_names_test",
           "foreign_files_test")


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--scratch", type=pathlib.Path, help="where to work; default: BUILD/endurance")
    parser.add_argument("names", nargs="*")
    return parser.parse_intermixed_args()


def main():
    given = arguments()
    Setting.build = given.build.resolve()
    Setting.work = (given.scratch or Setting.build / "endurance").resolve()
    Setting.is_long, Setting.seed = given.long, given.seed
    shutil.rmtree(Setting.work, ignore_errors=True)
    Setting.work.mkdir(parents=True)
    os.umask(0o022)
    become_reaper()
    print(f"seed {Setting.seed}", flush=True)
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{name}*" for name in given.names] or None
    suite = loader.loadTestsFromNames(MODULES)
    try:
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    finally:
        end_all()
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
