"""The words in which a case is written: the good dossier plus a small change, and what the review must say then.

    case("date.order", "fail-implemented-first", {"date.order": "fail"},
         set_all(published="2023-05-01", implemented="2023-03-20"))

Whatever a case does not mention must come out as in the good dossier, unless it is named in `open`.

Each programme has a good dossier of its own: a module like good.py, which is Beijing's, with PROGRAMME, AS_OF, FACTS,
DOCUMENTS and FINDINGS, and where it needs them MAKERS (its own papers, by name) and MATERIALS (what its papers are to
be recognised as, where that is not their maker's name). A case says whose it is: `of=sac_service`.

    batch("batch.quota", "review-three-of-one-province", [found("review", "01", "02", "03")],
          entry("01", of=sac_service), entry("02", …), entry("03", …))
"""
from dataclasses import dataclass, field
from fnmatch import fnmatch

from render.scan import Scan

from . import good


@dataclass
class Dossier:
    """A dossier in the making: what its papers say, which papers there are, and what happens to the files."""
    everywhere: dict
    documents: list                                # (maker, path, format)
    somewhere: dict = field(default_factory=dict)  # maker -> facts of that paper alone
    files: dict = field(default_factory=dict)      # path -> bytes or their maker, beside the papers
    damage: dict = field(default_factory=dict)     # maker -> bytes to bytes
    password: dict = field(default_factory=dict)   # maker -> password of its PDF
    scans: dict = field(default_factory=dict)      # maker -> Scan: its PDF holds pictures only
    merged_as: str = ""                            # all papers in one PDF of this name
    merged_scan: Scan = None                       # and that PDF is a scan
    packages: list = field(default_factory=list)   # (path, files to bytes, makers), one after the other

    def facts(self, maker):
        return _overlaid(self.everywhere, self.somewhere.get(maker, {}))


@dataclass(frozen=True)
class Case:
    place: str         # dossiers/good, rules/date.order/fail-…
    changes: tuple     # functions of a Dossier
    expected: dict     # what stands in <folder>.expected.json, but materials
    says_materials: bool = False
    of: object = good  # the module of the good dossier


@dataclass(frozen=True)
class Entry:
    """One dossier of a batch: a folder of the inbox."""
    name: str
    changes: tuple
    of: object


@dataclass(frozen=True)
class Batch:
    """An inbox of dossiers: <place>/<name of the entry>/…"""
    place: str         # batches/batch.quota/review-…
    entries: tuple
    expected: dict


@dataclass(frozen=True)
class Panel:
    """A list of experts as a file, and the dossier that they are to judge."""
    place: str         # panels/panel.size/fail-six.xlsx
    experts: tuple     # rows of texts, the head first
    expected: dict


def dossier_of(case):
    """What a case or an entry makes of its good dossier."""
    made = Dossier(everywhere=dict(case.of.FACTS), documents=list(case.of.DOCUMENTS))
    for change in case.changes:
        change(made)
    return made


def _overlaid(facts, changes):
    """Dictionaries (points, subtotals) are overlaid key by key, everything else is replaced."""
    merged = {k: {**facts[k], **v} if isinstance(v, dict) else v for k, v in changes.items()}
    unknown = set(changes) - set(facts)
    assert not unknown, f"no such fact: {unknown}"
    return {**facts, **merged}


# --- changes ---

def set_all(**facts):
    def change(dossier):
        dossier.everywhere = _overlaid(dossier.everywhere, facts)
    return change


def set_in(maker, **facts):
    """As one paper prints it; the others keep theirs."""
    def change(dossier):
        assert any(m == maker for m, _, _ in dossier.documents), maker
        dossier.somewhere[maker] = {**dossier.somewhere.get(maker, {}), **facts}
    return change


def drop(*makers):
    def change(dossier):
        dossier.documents = [d for d in dossier.documents if d[0] not in makers]
    return change


def add(maker, path, form):
    def change(dossier):
        dossier.documents.append((maker, path, form))
    return change


def rename(maker, path):
    def change(dossier):
        dossier.documents = [(m, path if m == maker else p, f) for m, p, f in dossier.documents]
    return change


def as_format(form, *makers):
    """The same papers in another format; all of them where none is named."""
    def change(dossier):
        dossier.documents = [(m, p, form if m in makers or not makers else f) for m, p, f in dossier.documents]
    return change


def replace_by(maker, other, form):
    """Another paper in its place, under the same name."""
    def change(dossier):
        dossier.documents = [(other if m == maker else m, p, form if m == maker else f)
                             for m, p, f in dossier.documents]
    return change


def put(path, data):
    def change(dossier):
        dossier.files[path] = data
    return change


def damage(maker, break_bytes):
    def change(dossier):
        dossier.damage[maker] = break_bytes
    return change


def encrypt(maker):
    def change(dossier):
        dossier.password[maker] = "secret"
    return change


def merge(path, scan=None):
    def change(dossier):
        dossier.merged_as, dossier.merged_scan = path, scan
    return change


def pack(path, archive, *makers):
    """The files of these papers in one archive (render/archives.py); all files where none is named."""
    def change(dossier):
        dossier.packages.append((path, archive, makers))
    return change


def scan(how, *makers):
    """Printed with a font that every machine draws alike, and scanned; all papers where none is named."""
    def change(dossier):
        named = makers or [m for m, _, _ in dossier.documents]
        as_format("pdf", *named)(dossier)
        for maker in named:
            dossier.scans[maker] = how
            set_in(maker, font="uming")(dossier)
    return change


# --- cases ---

def expectation(findings, open=(), as_of=None, of=good, **more):
    """What the good dossier gives, as changed by `findings`, without the rules that match `open`."""
    unknown = set(findings) - set(of.FINDINGS)
    assert not unknown, f"no such rule: {unknown}"
    kept = {rule: status for rule, status in of.FINDINGS.items()
            if rule in findings or not any(fnmatch(rule, pattern) for pattern in open)}
    return {"as_of": as_of or of.AS_OF, "findings": {**kept, **findings}, **more}


def case(rule, name, findings, *changes, of=good, **more):
    """A sample of one rule: `name` begins with the status that it is a sample of."""
    status = name.split("-")[0]
    assert rule in of.FINDINGS, rule
    assert findings.get(rule, of.FINDINGS[rule]) == status, f"{rule}/{name}"
    return Case(f"rules/{rule}/{name}", changes, expectation(findings, of=of, **more), of=of)


def dossier(name, findings, *changes, says_materials=False, of=good, **more):
    return Case(f"dossiers/{name}", changes, expectation(findings, of=of, **more), says_materials, of)


def entry(name, *changes, of=good):
    return Entry(name, changes, of)


def batch(rule, name, found, *entries):
    """A sample of a rule over a batch: all that the rule must find there, each as found(…); [] if nothing."""
    status = name.split("-")[0]
    assert all(each["status"] == status for each in found), f"{rule}/{name}"
    names = [one.name for one in entries]
    assert len(set(names)) == len(names), f"{rule}/{name}: two entries of one name"
    assert all(set(each["dossiers"]) <= set(names) for each in found), f"{rule}/{name}: no such entry"
    findings = [{"rule": rule, **each} for each in found or [{"status": "pass", "dossiers": []}]]
    return Batch(f"batches/{rule}/{name}", entries, {"findings": findings})


def found(status, *dossiers):
    return {"status": status, "dossiers": sorted(dossiers)}


HEAD = ("序号", "姓名", "工作单位", "职称", "专业领域")


def panel(rule, name, *experts, of="dossiers/good", head=HEAD):
    """A sample of a rule over a panel of experts, judging the sample dossier `of`; `name` has the file's ending."""
    rows = tuple((str(n), *expert) for n, expert in enumerate(experts, 1))
    assert all(len(row) == len(head) for row in rows), f"{rule}/{name}"
    return Panel(f"panels/{rule}/{name}", (head, *rows),
                 {"of": of, "findings": [{"rule": rule, "status": name.split("-")[0]}]})
