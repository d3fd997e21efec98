"""Rows of tests/bench/run for what is kept: dossiers reviewed again after their profile changed, and how long a small one takes.

The profile of the second review is another version, with another text in one rule: what is read of the files is the same, all
that follows from it is done anew.
"""
import shutil
import statistics
from pathlib import Path

from measured import Cost, measure

PROFILE = "bj-hq-group-standard"


def changed_profile(bench):
    root = Path(__file__).resolve().parent.parent.parent
    folder = bench.work / "profiles"
    folder.mkdir(exist_ok=True)
    text = (root / "checkers" / "profiles" / PROFILE / "2024.xml").read_text(encoding="utf-8")
    head, rules, rest = text.replace('version="2024"', 'version="2024-changed"', 1).partition("<rules>")
    changed = head + rules + rest.replace("<zh>", "<zh>改：", 1)
    if changed.count("2024-changed") != 1 or "改：" not in changed:
        raise SystemExit(f"{PROFILE} 2024 is written otherwise than this bench knows")
    (folder / "changed.xml").write_text(changed, encoding="utf-8")
    return ["--profiles", folder, "--programme", f"{PROFILE}@2024-changed"]


def middle(costs):
    return Cost(*(statistics.median(getattr(cost, what) for cost in costs) for what in ("cpu", "wall", "peak")))


def again_after_change(bench, name, dossier, rules):
    """Each round begins without anything kept."""
    cache = bench.work / "cache"
    review = [bench.build / "biaoshen", "review", dossier, "--as-of", "2024-08-31", "--jobs", "1", "--cache", cache,
              "--limit", "seconds=600", "--out", bench.work / "again"]
    first, again = [], []
    for _ in range(bench.long_rounds):
        shutil.rmtree(cache, ignore_errors=True)
        first.append(measure(review))
        kept = sum(file.stat().st_size for file in cache.rglob("*") if file.is_file())
        again += [measure([*review, *rules]) for _ in range(2)]
    ours, theirs = middle(again), middle(first)
    bench.table.row(name, "cpu s", ours.cpu, theirs.cpu, goal=0.05, note=f"cache {kept / 1024:.0f} KiB", ours_cost=ours,
                    theirs_cost=theirs)


def small_dossier(bench):
    dossier = bench.work / "small"
    dossier.mkdir()
    for number in range(1, 6):
        (dossier / f"{number}.txt").write_text(f"标准编号：T/CAS {number}—2024\n标准名称：某某{number}\n", encoding="utf-8")
    review = [bench.build / "biaoshen", "review", dossier, "--out", bench.work / "small-out", "--as-of", "2024-08-31"]
    cost = middle([measure(review) for _ in range(2 * bench.rounds)])
    bench.table.row("5 small text files, sandbox on: wall ms / 150 ms", "ms", 1000 * cost.wall, 150, goal=1,
                    note=f"cpu {1000 * cost.cpu:.0f} ms; {bench.load()}", ours_cost=cost)


def known(bench, scan):
    """`scan` is a PDF of scanned pages; the dossiers are those of whole_dossiers."""
    bench.table.heading("What is kept: reviewed again after a profile change / the first time")
    rules = changed_profile(bench)
    dossiers = bench.work / "samples" / "dossiers"
    for name, dossier in (("scanned PDF", scan), ("dossier of scans", dossiers / "scanned"), ("dossier with text layers", dossiers / "all-pdf")):
        again_after_change(bench, name, dossier, rules)
    small_dossier(bench)
