"""count_cases.py LOG STATUS: sums the test cases over the programs of a `ctest --verbose` log and prints
"N passed, N failed". It knows how Catch2, node:test (TAP) and unittest count. A program that failed without counting (it crashed, hung or found no test) is one failure, and
so is a status of ctest other than 0 that nothing else explains. Ends with 1 if anything failed.
"""
import re
import sys


def count(log, status):
    passed, failed = {}, {}
    for line in log.splitlines():
        if match := re.match(r"(\d+): All tests passed \(.* in (\d+) test cases?\)", line):
            passed[match[1]] = int(match[2])
        elif match := re.match(r"(\d+): test cases: *\d+ \|(.*)", line):
            counts = dict((word, int(n)) for n, word in re.findall(r"(\d+) (passed|failed)(?! as)", match[2]))
            passed[match[1]], failed[match[1]] = counts.get("passed", 0), counts.get("failed", 0)
        elif match := re.match(r"(\d+): # (pass|fail|cancelled) (\d+)$", line):
            counts = passed if match[2] == "pass" else failed
            counts[match[1]] = counts.get(match[1], 0) + int(match[3])
        elif match := re.match(r"(\d+): Ran (\d+) tests? in ", line):
            passed[match[1]] = int(match[2])
        elif match := re.match(r"(\d+): (?:OK|FAILED) \((.*)\)$", line):
            counts = dict((word, int(n)) for word, n in re.findall(r"(\w+)=(\d+)", match[2]))
            failed[match[1]] = counts.get("failures", 0) + counts.get("errors", 0)
            passed[match[1]] = max(0, passed.get(match[1], 0) - failed[match[1]] - counts.get("skipped", 0))
        elif match := re.match(r" *\d+/\d+ Test +#(\d+): .*\*\*\*(?!Skipped)", line):
            failed[match[1]] = failed.get(match[1], 0) or 1
    total = sum(failed.values())
    return sum(passed.values()), total or (1 if status else 0)


def main(log_path, status):
    with open(log_path, encoding="utf-8", errors="replace") as file:
        passed, failed = count(file.read(), int(status))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(*sys.argv[1:]))
