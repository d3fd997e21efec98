"""Where the time of a review goes: samples of perf, by process and by library, as shares of the whole."""
import re
import shutil
import subprocess
from collections import defaultdict

# What each library does for us; what is not named here stands under its own name.
WORK = (("libpoppler", "Poppler (PDF)"), ("libfreetype", "FreeType (crops)"), ("libonnxruntime", "ONNX Runtime (recognition)"), ("libtesseract", "Tesseract (second readings)"),
        ("libgomp", "Tesseract (second readings)"), ("liblept", "Leptonica (pictures)"), ("libjpeg", "image codecs"), ("libtiff", "image codecs"),
        ("libpng", "image codecs"), ("libheif", "image codecs"), ("libicu", "ICU (text)"), ("libxml2", "libxml2 (XML)"), ("libz.", "zlib"),
        ("ld-linux", "starting programs"), ("kernel", "kernel"), ("libc.", "C library"), ("libstdc++", "C++ library"), ("libm.", "C library"),
        ("libprotobuf", "protobuf (the wire)"), ("libcrypto", "OpenSSL (digests)"), ("biaoshen", "our own code"))


def work_of(library):
    return next((name for part, name in WORK if part in library), library)


def shares(work, command):
    """{(process, work): share of the samples}; None where perf may not look."""
    data = work / "perf.data"
    run = subprocess.run(["perf", "record", "-q", "-F", "499", "-o", data, *map(str, command)], stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL)
    if run.returncode != 0:
        return None
    said = subprocess.run(["perf", "report", "-i", data, "--sort", "comm,dso", "--stdio"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True).stdout
    sums = defaultdict(float)
    for share, process, library in re.findall(r"^ *([\d.]+)% +(\S+) +(\S+)", said, re.M):
        sums[process, work_of(library)] += float(share) / 100
    return dict(sorted(sums.items(), key=lambda item: -item[1]))


def breakdown(bench, dossiers):
    """`dossiers`: (kind, folder, …) as whole_dossiers has them."""
    print("\nWhere the time of a review goes, shares of processor time (2 % and more)")
    if not shutil.which("perf"):
        print("not measured: perf is not installed")
        return
    kept = bench.table.rest.setdefault("breakdown", {})
    for kind, folder, _ in dossiers:
        found = shares(bench.work, [bench.build / "biaoshen", "review", folder, "--out", bench.work / "out" / "perf", "--jobs", "1",
                                    "--limit", "seconds=600"])
        if not found:
            print("not measured: perf is not permitted here (sysctl kernel.perf_event_paranoid)")
            return
        kept[kind] = {f"{process}: {work}": round(share, 4) for (process, work), share in found.items()}
        print(f"  {kind}: " + ", ".join(f"{process} {work} {share:.0%}" for (process, work), share in found.items() if share >= 0.02))
