"""What a command costs, and two commands beside each other; the table of the benchmark and its JSON.

Machines are noisy, so only ratios mean anything, and only those of commands that ran in turn: A B A B …, the median of
each. Processor time is user + system with all children; peak memory is that of the largest process.
"""
import json
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass


@dataclass
class Cost:
    cpu: float   # seconds
    wall: float  # seconds
    peak: float  # MiB


# In a process of its own, a small one: what a program takes at most is at least what its parent had when it began.
RUN = """import os, resource, subprocess, sys, time
begun = time.monotonic()
code = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
wall, used = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)"""


def measure(command):
    """One run; a string is a line for sh."""
    words = ["sh", "-c", command] if isinstance(command, str) else [str(word) for word in command]
    said = subprocess.run([sys.executable, "-S", "-c", RUN, *words], stdout=subprocess.PIPE, check=True).stdout.split()
    if said[0] != b"0":
        raise SystemExit(f"failed with {said[0].decode()}: {' '.join(words)}")
    return Cost(*map(float, said[1:]))


def in_turn(commands, rounds):
    """The median cost of each command, the commands taken in turn."""
    seen = [[] for _ in commands]
    for _ in range(rounds):
        for costs, command in zip(seen, commands):
            costs.append(measure(command))
    middle = lambda costs, what: statistics.median(getattr(cost, what) for cost in costs)
    return [Cost(*(middle(costs, what) for what in ("cpu", "wall", "peak"))) for costs in seen]


class Table:
    """Rows as they are measured: printed at once, and kept for the JSON."""

    def __init__(self):
        self.rows = []
        self.rest = {}

    def heading(self, text):
        print(f"\n{text}\n{'':58} {'ours':>10} {'theirs':>10} {'ratio':>6}  goal", flush=True)

    def row(self, name, unit, ours, theirs, goal=None, at_least=False, **more):
        """`ratio` is ours / theirs; the goal is its most, or its least."""
        ratio = ours / theirs if theirs else float("nan")
        met = None if goal is None else (ratio >= goal if at_least else ratio <= goal)
        self.rows.append({"name": name, "unit": unit, "ours": ours, "theirs": theirs, "ratio": round(ratio, 4), "goal": goal,
                          "at_least": at_least, "met": met, **{k: asdict(v) if isinstance(v, Cost) else v for k, v in more.items()}})
        said = "" if goal is None else f"{'≥' if at_least else '≤'} {goal:g}{'' if met else ' MISSED'}"
        note = "   " + more["note"] if "note" in more else ""
        print(f"{name[:58]:58} {ours:10.3f} {theirs:10.3f} {ratio:6.2f}  {said}{note}   [{unit}]", flush=True)

    def pair(self, name, ours, theirs, rounds, goal=None, what="cpu", **more):
        """Two commands in turn."""
        a, b = in_turn([ours, theirs], rounds)
        self.row(name, f"{what} s", getattr(a, what), getattr(b, what), goal, ours_cost=a, theirs_cost=b, rounds=rounds, **more)
        return a, b

    def write(self, path):
        path.write_text(json.dumps({"rows": self.rows, **self.rest}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
