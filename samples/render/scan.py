"""Papers as pictures: the pages of a PDF drawn by pdftoppm, then skewed, stamped and made noisy as a scanner would,
or clean as a screenshot; and pictures bound to a PDF again. The same bytes each run.
"""
import io
import math
import os
import random
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from .pdf import FONT_FILES, FontMissing

RED = (208, 34, 40)


@dataclass(frozen=True)
class Seal:
    """A round seal: a ring, a star, the name on the arc. `at` is its middle in mm from the top left of the page."""
    name: str
    at: tuple = (150, 225)
    page: int = -1         # of the paper, from 0; -1 the last
    diameter: float = 40   # mm


@dataclass(frozen=True)
class Scan:
    dpi: int = 200
    skew: float = 0.4      # degrees, clockwise
    grey: bool = False
    noise: float = 0.02    # share of the scanner's own grain
    quality: int = 80      # of the JPEG
    seals: tuple = ()


def font_of(size, name="uming"):
    if not os.path.exists(FONT_FILES[name]):
        raise FontMissing(FONT_FILES[name])
    return ImageFont.truetype(FONT_FILES[name], size)


@lru_cache(maxsize=None)
def drawn_pages(pdf, dpi):
    """Pictures of all pages of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "in.pdf")
        with open(source, "wb") as out:
            out.write(pdf)
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", source, os.path.join(folder, "page")], check=True)
        names = sorted(name for name in os.listdir(folder) if name.endswith(".png"))
        return tuple(Image.open(os.path.join(folder, name)).convert("RGB") for name in names)


def stamp(page, seal, dpi):
    """The page with the seal printed over it: ink on ink is darker, never lighter."""
    scale = dpi / 25.4
    size = round(seal.diameter * scale)
    ink = Image.new("RGB", page.size, "white")
    print_ = Image.new("RGB", (size, size), "white")
    draw = ImageDraw.Draw(print_)
    draw.ellipse((2, 2, size - 3, size - 3), outline=RED, width=max(2, size // 40))
    star = [(size / 2 + r * math.sin(i * math.pi / 5), size / 2 - r * math.cos(i * math.pi / 5))
            for i in range(10) for r in (size * (0.16 if i % 2 == 0 else 0.064),)]
    draw.polygon(star, fill=RED)
    letter = round(size * 0.115)
    font = font_of(letter, "zenhei")
    span = math.radians(250)
    for i, character in enumerate(seal.name):
        angle = -span / 2 + span * (i / max(1, len(seal.name) - 1))
        one = Image.new("RGB", (letter * 2, letter * 2), "white")
        ImageDraw.Draw(one).text((letter, letter), character, font=font, fill=RED, anchor="mm")
        one = one.rotate(-math.degrees(angle), Image.BICUBIC, fillcolor="white")
        middle = (size / 2 + 0.39 * size * math.sin(angle), size / 2 - 0.39 * size * math.cos(angle))
        corner = (round(middle[0] - letter), round(middle[1] - letter))
        under = print_.crop((*corner, corner[0] + letter * 2, corner[1] + letter * 2))
        print_.paste(ImageChops.multiply(under, one), corner)
    ink.paste(print_, (round(seal.at[0] * scale - size / 2), round(seal.at[1] * scale - size / 2)))
    return ImageChops.multiply(page, ink)


def grained(page, share, seed):
    noise = Image.frombytes("L", page.size, random.Random(seed).randbytes(page.width * page.height))
    return Image.blend(page, noise.convert(page.mode), share)


def scanned(page, number, last, scan):
    """One page as the scanner gives it; `number` and `last` from 0."""
    for seal in scan.seals:
        if seal.page in (number, number - last - 1):
            page = stamp(page, seal, scan.dpi)
    if scan.grey:
        page = page.convert("L")
    if scan.skew:
        page = page.rotate(-scan.skew, Image.BICUBIC, fillcolor="white" if page.mode == "RGB" else 255)
    return grained(page, scan.noise, f"{number} {scan.dpi}") if scan.noise else page


def jpeg_of(page, quality=80):
    out = io.BytesIO()
    page.save(out, "JPEG", quality=quality)
    return out.getvalue()


def png_of(page):
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def bound(pictures, dpi):
    """A PDF of (bytes, width, height), each a page of its own."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, invariant=1)
    for data, width, height in pictures:
        size = (width * 72 / dpi, height * 72 / dpi)
        paper.setPageSize(size)
        paper.drawImage(ImageReader(io.BytesIO(data)), 0, 0, *size)
        paper.showPage()
    paper.save()
    return out.getvalue()


@lru_cache(maxsize=None)
def scan_pdf(pdf, scan):
    """The same pages as a PDF without text."""
    pages = drawn_pages(pdf, scan.dpi)
    pictures = [scanned(page, number, len(pages) - 1, scan) for number, page in enumerate(pages)]
    return bound([(jpeg_of(picture, scan.quality), *picture.size) for picture in pictures], scan.dpi)


def screenshot(pdf, dpi=110):
    """The first page of a paper as a screen shows it, without the margins."""
    page = drawn_pages(pdf, dpi)[0]
    box = ImageChops.invert(page.convert("L")).getbbox()
    return page.crop((max(0, box[0] - 20), max(0, box[1] - 20), box[2] + 20, box[3] + 20))
