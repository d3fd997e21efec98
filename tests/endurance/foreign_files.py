#!/usr/bin/python3
"""foreign_files.py BUILD FOLDER… [--jobs N] [--each SECONDS] [--sample N] [--limit NAME=VALUE]… [--option WORD]… [--report FILE.json]

Throws files that nobody here wrote at `biaoshen review`: other projects' regression samples, fuzzing corpora, whatever is at
hand. It is no test of `tests/run`, since such material is not ours to keep; who has some runs

    tests/endurance/foreign_files.py build ~/corpora/pdf.js ~/corpora/libzip --each 10 --limit pages=3 --report found.json

The files of each FOLDER are put into dossiers of 40 in scratch, under numbers; the folders themselves are never given to the
program. Every dossier is reviewed, every tenth one by `batch` as well, which has to say the same. What must hold
(foreign_run.py): exit status 0, no hang, one result, every file named with a status and, where it is not read, a reason; no
byte written outside OUT and TMPDIR, nothing and nobody left behind.

Printed: a table by folder and one by file name extension of statuses; problem kinds; the slowest files; files whose reader
crashed, lied, or hit a limit of time or memory; files said to be read in which there is nothing, to be looked at by a person.
Exit status 1: a promise was broken.

--each: seconds a file may take before pages and megabytes are added (the limit `seconds`). --sample: so many files of each
FOLDER, evenly taken. --option: one more word of the command line of `review` and `batch`. The same files are taken once.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

import jsonschema

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from foreign_run import SCHEMA, Run, is_silently_empty, record_of, wrongs_of  # noqa: E402

GROUP = 40
BATCH_EVERY = 10
BAD_KINDS = ("crash", "protocol", "time-limit", "memory-limit")
STATUSES = ("read", "partial", "refused", "unreadable", "ignored")


def files_of(folder, sample):
    """Different files below a folder, `sample` of them evenly taken (0: all)."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    different = list({hashlib.sha256(path.read_bytes()).digest(): path for path in reversed(paths)}.values())[::-1]
    if 0 < sample < len(different):
        different = [different[number * len(different) // sample] for number in range(sample)]
    return different


def lay_out(paths, folder):
    """A dossier of them. Gives {name in it: path}; the names are tame, since names are tested elsewhere."""
    folder.mkdir(parents=True)
    names = {}
    for number, path in enumerate(paths):
        name = f"{number:02}-" + re.sub(r"[^A-Za-z0-9.-]", "_", path.name)[-100:]
        shutil.copyfile(path, folder / name)
        names[name] = path
    return names


class Work:
    """All that is to be done, and how one dossier of it is."""

    def __init__(self, given, scratch, schema):
        self.given, self.scratch, self.schema = given, scratch, schema
        self.options = ["--jobs", "1", "--limit", f"seconds={given.each:g}",
                        *(word for limit in given.limit for word in ("--limit", limit)), *given.option]

    def groups(self):
        number = 0
        for folder in self.given.folders:
            paths = files_of(folder, self.given.sample)
            for start in range(0, len(paths), GROUP):
                yield number, folder, paths[start:start + GROUP]
                number += 1

    def review(self, number, folder, paths):
        """Gives the rows of its files and what was wrong."""
        scratch = self.scratch / f"{number:05}"
        inbox = scratch / "in"
        names = lay_out(paths, inbox / "dossier")
        deadline = self.given.deadline or 120 + len(paths) * 10 * self.given.each
        run = Run(self.given.build, scratch, "review", inbox / "dossier", self.options, deadline)
        record = record_of(run, "dossier", self.schema)
        if record is not None:
            run.wrongs += wrongs_of(record, inbox / "dossier")
            if number % BATCH_EVERY == 0:
                run.wrongs += self.batch(scratch, inbox, record, deadline)
        rows = list(self.rows(record, run, names, folder)) if record is not None else []
        wrongs = [{"folder": str(folder), "files": list(map(str, paths)), "wrong": wrong} for wrong in run.wrongs]
        shutil.rmtree(scratch)
        return rows, wrongs

    def batch(self, scratch, inbox, reviewed, deadline):
        run = Run(self.given.build, scratch, "batch", inbox, self.options, deadline)
        record = record_of(run, "dossier", self.schema)
        missing = [name for name in ("index.html", "batch.json", "register.xlsx") if not (run.out / name).is_file()]
        run.wrongs += [f"no {name}" for name in missing]
        if record is not None and not has_limits_of_time(reviewed) and not has_limits_of_time(record) and record["files"] != reviewed["files"]:
            differing = [file["path"] for file, other in zip(record["files"], reviewed["files"]) if file != other]
            run.wrongs.append(f"says something else than review: {differing[:5]}")
        return [f"batch: {wrong}" for wrong in run.wrongs]

    @staticmethod
    def rows(record, run, names, folder):
        for file in record["files"]:
            name = file["path"].split("/")[0]
            inner = "" if file["container"] is None else "!" + file["path"]
            yield {"folder": str(folder), "file": str(names.get(name, name)) + inner, "format": file["format"], "status": file["status"],
                   "pages": file["pages"], "sources": file["page_sources"], "kinds": [problem["kind"] for problem in file["problems"]],
                   "details": [problem["detail"][:200] for problem in file["problems"]], "is_inner": bool(inner),
                   "is_empty": is_silently_empty(file, record), "seconds": round(run.seconds.get(file["path"], 0), 2)}


def has_limits_of_time(record):
    """How far a reader came by its deadline depends on the machine."""
    return any(problem["kind"] in ("time-limit", "memory-limit") for file in record["files"] for problem in file["problems"])


def print_table(title, rows, key):
    counts = collections.defaultdict(collections.Counter)
    for row in rows:
        counts[key(row)][row["status"]] += 1
    print(f"\n{title:<34}{'files':>7}" + "".join(f"{status:>12}" for status in STATUSES))
    for name, found in sorted(counts.items()):
        print(f"{name[-33:]:<34}{found.total():>7}" + "".join(f"{found[status]:>12}" for status in STATUSES))


def print_findings(rows, wrongs):
    outer = [row for row in rows if not row["is_inner"]]
    print_table("folder", outer, lambda row: row["folder"])
    print_table("extension", outer, lambda row: pathlib.Path(row["file"]).suffix.lower() or "(none)")
    print_table("files found in files", [row for row in rows if row["is_inner"]], lambda row: row["folder"])
    kinds = collections.Counter(kind for row in rows for kind in set(row["kinds"]))
    print("\nproblems: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    print("\nslowest:")
    for row in sorted(rows, key=lambda row: -row["seconds"])[:15]:
        print(f"  {row['seconds']:7.1f} s  {row['status']:<10}  {row['file']}")
    for kind in BAD_KINDS:
        found = [row for row in rows if kind in row["kinds"]]
        print(f"\n{kind}: {len(found)}" + "".join(f"\n  {row['status']:<10}  {row['file']}" for row in found))
    empty = [row for row in rows if row["is_empty"]]
    print(f"\nread, and nothing in it: {len(empty)}" + "".join(f"\n  {row['format']:<6}{row['pages']:>5} pages  {row['file']}" for row in empty))
    print(f"\nbroken promises: {len(wrongs)}" + "".join(f"\n  {wrong['folder']}: {wrong['wrong']}" for wrong in wrongs))


def schema():
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run(given):
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="foreign-", dir=given.scratch))
    work, rows, wrongs = Work(given, scratch, schema()), [], []
    try:
        with concurrent.futures.ThreadPoolExecutor(given.jobs) as threads:
            for done in concurrent.futures.as_completed([threads.submit(work.review, *group) for group in work.groups()]):
                rows += done.result()[0]
                wrongs += done.result()[1]
                print(f"\r{len(rows)} files, {len(wrongs)} wrong ", end="", file=sys.stderr, flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    rows.sort(key=lambda row: (row["folder"], row["file"]))
    print_findings(rows, wrongs)
    if given.report:
        given.report.write_text(json.dumps({"files": rows, "wrongs": wrongs}, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if wrongs or not rows else 0


def arguments(words=None):
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build", type=lambda word: pathlib.Path(word).resolve())
    parser.add_argument("folders", type=lambda word: pathlib.Path(word).resolve(), nargs="+")
    parser.add_argument("--jobs", type=int, default=1, help="dossiers side by side")
    parser.add_argument("--each", type=float, default=20)
    parser.add_argument("--deadline", type=float, help="seconds of a dossier, after which it hangs; default: far more than it may take")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--limit", action="append", default=[])
    parser.add_argument("--option", action="append", default=[])
    parser.add_argument("--scratch", help="where to work; default: the folder for temporary files")
    parser.add_argument("--report", type=pathlib.Path)
    return parser.parse_args(words)


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(run(arguments()))
