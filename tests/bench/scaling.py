"""Rows of tests/bench/run for how the cost grows: two processes beside one, and the memory of more pages and dossiers."""
from material import docx_of, pdf_of
from measured import in_turn, measure


def inbox_of(folder, count):
    """Dossiers of a form, a standard of 30 pages and a report as Word writes it; none has a file of another."""
    for number in range(count):
        dossier = folder / f"{number:04}"
        dossier.mkdir(parents=True)
        (dossier / "申报书.txt").write_text(f"标准编号：T/CAS {100 + number}—2017\n标准名称：第{number}种装置\n", encoding="utf-8")
        pdf_of(dossier / "标准文本.pdf", 30, "STSong-Light", mark=f"{number}-")
        docx_of(dossier / "编制说明.docx", 1000, looks=True, mark=f"{number}-")
    return folder


def small_inbox(folder, count):
    """Dossiers of one small text file each."""
    for number in range(count):
        (folder / f"{number:04}").mkdir(parents=True)
        (folder / f"{number:04}" / "申报书.txt").write_text(f"标准编号：T/CAS {number}—2017\n标准名称：某某{number}\n", encoding="utf-8")
    return folder


def batch(bench, inbox, jobs):
    out = bench.work / "out" / f"{inbox.name}-{jobs}"
    return f"rm -rf '{out}' && '{bench.build}/biaoshen' batch '{inbox}' --out '{out}' --as-of 2024-08-31 --jobs {jobs} --limit seconds=600"


def scaling(bench):
    bench.table.heading("More processes, pages, dossiers")
    count = 16 if bench.quick else 40
    inbox = inbox_of(bench.work / "inbox", count)
    one, two = in_turn([batch(bench, inbox, 1), batch(bench, inbox, 2)], bench.long_rounds)
    bench.table.row(f"batch of {count} dossiers, dossiers a wall second: 2 processes / 1", "dossiers per wall s", count / two.wall, count / one.wall,
                    goal=1.8, at_least=True, note=bench.load(), ours_cost=two, theirs_cost=one)
    pages = 300 if bench.quick else 1000
    small, large = (pdf_of(bench.work / f"{n}-pages.pdf", n, "STSong-Light") for n in (20, pages))
    for name, command in (("reader and client", [bench.build / "bench-read", bench.build / "biaoshen-reader"]),
                          ("review", [bench.build / "biaoshen", "review", "--out", bench.work / "out" / "pages", "--jobs", "1"])):
        a, b = measure([*command, large]), measure([*command, small])
        bench.table.row(f"peak memory, {name}: {pages} pages / 20", "MiB", a.peak, b.peak)
    few, many = (small_inbox(bench.work / f"small-{n}", n) for n in ((20, 80) if bench.quick else (20, 200)))
    a, b = measure(batch(bench, many, 1)), measure(batch(bench, few, 1))
    count = len(list(many.iterdir()))
    bench.table.row(f"peak memory, batch: {count} dossiers / 20", "MiB", a.peak, b.peak, goal=1.1)
    bench.table.row(f"CPU a dossier, batch: {count} dossiers / 20", "cpu s", a.cpu / count, b.cpu / 20)
