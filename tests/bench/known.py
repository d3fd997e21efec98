"""Row of tests/bench/run for the recognition cache: scanned pages reviewed, and reviewed again under other rules."""


def known(build, scan, work, measure):
    """`scan` is a PDF of scanned pages; `measure(command)` gives processor seconds, wall seconds and peak MiB."""
    def review(name, day):
        return measure([build / "biaoshen", "review", scan, "--out", work / name, "--as-of", day, "--cache", work / "cache"])
    first = review("first", "2024-08-31")
    again = min(review("again", "2025-06-30"), review("again", "2025-07-31"))
    kept = sum(f.stat().st_size for f in (work / "cache").rglob("*") if f.is_file())
    print(f"{'scanned pages: reviewed again under other rules / first':58} cpu {again[0]:7.3f} / {first[0]:7.3f} s = {again[0] / first[0]:5.2f}   "
          f"wall {again[1]:7.3f} / {first[1]:7.3f} s = {again[1] / first[1]:5.2f}   (aim 0.10)   cache {kept / 1024:.0f} KiB")
