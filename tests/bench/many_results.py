#!/usr/bin/python3
"""many_results.py RESULTS INBOX OUT COUNT: COUNT dossiers and their results, made of the few in RESULTS (an OUT of `review`).

What laying results side by side costs can be measured without reviewing a hundred thousand dossiers: each copy has another
name, number, title and organization, other files, and an entry in INBOX with the digest that it tells. Every 1000th has the number of
the one before, and every 1400th a file of it, so that there is something to find. dossier.html is a link to that of the first, for a
disk of an ordinary size; its pictures are left out.
"""
import hashlib
import json
import os
import pathlib
import re
import sys

MOST_LINKS = 30_000  # ext4 takes 65000


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def own_words(record):
    """What tells a dossier apart, longest first: to be other words in each copy."""
    subject = record["subject"]
    words = {subject[name] for name in ("number", "key", "title", "organization") if subject[name]}
    return sorted(words, key=len, reverse=True)


def other_word(word, number):
    """T/BJQYWL 012—2023 -> T/BJQYWL 912—2023 with another number, 冷链规范 -> 912 号冷链规范之912."""
    changed, count = re.subn(r"(?<=[A-Z] )\d+(?=[—-])", f"{number:06}", word)
    return changed if count else f"{number} 号{word}之{number}"


class Model:
    def __init__(self, folder):
        self.folder, self.text = folder, (folder / "dossier.json").read_text(encoding="utf-8")
        record = json.loads(self.text)
        self.record, self.words = record, own_words(record)
        self.digests = sorted({file["sha256"] for file in record["files"] if file["sha256"]})
        self.pages, self.links = None, MOST_LINKS

    def json_of(self, name, number, clashing, shared, input_sha256):
        text = self.text
        for word in self.words:
            text = text.replace(word, other_word(word, number - 1 if clashing else number))
        for one in self.digests:
            text = text.replace(one, digest(f"{one} {number - 1 if shared else number}"))
        text = text.replace(f'\n  "name": {json.dumps(self.record["name"], ensure_ascii=False)}', f'\n  "name": "{name}"', 1)
        return text.replace(f'"input_sha256": "{self.record["input_sha256"]}"', f'"input_sha256": "{input_sha256}"', 1)

    def link_page(self, to):
        if self.links == MOST_LINKS:
            to.write_bytes((self.folder / "dossier.html").read_bytes())
            self.pages, self.links = to, 1
        else:
            os.link(self.pages, to)
            self.links += 1


def write(results, inbox, out, count):
    models = [Model(folder) for folder in sorted(results.iterdir()) if (folder / "dossier.json").is_file()]
    if not models:
        sys.exit(f"many_results.py: {results}: no results in it; make some with `biaoshen review … --out {results}`")
    for number in range(count):
        name = f"d{number:06}"
        words = f"第 {number} 份材料\n"
        (inbox / name).mkdir(parents=True)
        (inbox / name / "说明.txt").write_text(words, encoding="utf-8")
        path = "说明.txt"
        lines = f"{len(path.encode())} {path} {len(words.encode())} {digest(words)}\n"
        model = models[number // 2 % len(models)]
        (out / name).mkdir(parents=True)
        is_second = number % 2 == 1
        text = model.json_of(name, number, is_second and number % 1000 == 499, is_second and number % 1400 == 699, digest(lines))
        (out / name / "dossier.json").write_text(text, encoding="utf-8")
        model.link_page(out / name / "dossier.html")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    write(*(pathlib.Path(one) for one in sys.argv[1:4]), int(sys.argv[4]))
