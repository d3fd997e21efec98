"""What happens to pages before they reach us, beyond a clean scan: each function takes a picture and a random.Random and
gives a picture. Drawn with Pillow alone.
"""
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from .scan import font_of, grained


def _slope(size, dark, light, angle):
    """A grey ramp over the picture."""
    side = max(size) * 2
    ramp = Image.linear_gradient("L").resize((side, side)).rotate(angle)
    left, top = (side - size[0]) // 2, (side - size[1]) // 2
    return ramp.crop((left, top, left + size[0], top + size[1])).point(lambda v: dark + (light - dark) * v // 255)


def _shaded(page, dark, angle):
    shade = _slope(page.size, dark, 255, angle)
    return ImageChops.multiply(page, Image.merge("RGB", (shade,) * 3))


def _solved(rows):
    """Gauss, for the eight numbers of a projective map."""
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for r in range(len(rows)):
            if r != i:
                rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
    return [row[-1] for row in rows]


def perspective(page, rng):
    """Photographed from the side, on a dark table."""
    width, height = page.size
    room = Image.new("RGB", (width * 5 // 4, height * 5 // 4), (70, 62, 55))
    lean = [rng.uniform(0.02, 0.08) for _ in range(8)]
    corners = [(width * lean[0], height * lean[1]), (room.width - width * lean[2], height * lean[3]),
               (room.width - width * lean[4], room.height - height * lean[5]),
               (width * lean[6], room.height - height * lean[7])]
    rows = []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height))):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
    numbers = _solved(rows)
    turned = page.transform(room.size, Image.PERSPECTIVE, numbers, Image.BICUBIC)
    covers = Image.new("L", page.size, 255).transform(room.size, Image.PERSPECTIVE, numbers)
    room.paste(turned, (0, 0), covers)
    return _shaded(grained(room, 0.03, rng.random()), 170, rng.uniform(0, 360))


def moire(page, rng):
    """A screen photographed: two grids that beat, and a blue cast."""
    period, angle = rng.uniform(2.6, 3.6), rng.uniform(2, 9)
    lines = Image.new("L", (page.width * 2, page.height * 2), 255)
    draw = ImageDraw.Draw(lines)
    for i in range(int(lines.width / period)):
        draw.line((i * period, 0, i * period, lines.height), fill=205)
    grid = lines.rotate(angle, Image.BICUBIC, fillcolor=255).crop(
        (page.width // 2, page.height // 2, page.width // 2 + page.width, page.height // 2 + page.height))
    cast = Image.merge("RGB", (grid.point(lambda v: v * 92 // 100), grid, grid))
    return grained(ImageChops.multiply(page, cast).filter(ImageFilter.GaussianBlur(0.6)), 0.03, rng.random())


def phone(page, rng):
    """A screenshot of a telephone: narrow, a bar with the time above."""
    scale = rng.uniform(0.95, 1.1)
    page = page.resize((round(page.width * scale), round(page.height * scale)), Image.LANCZOS)
    screen = Image.new("RGB", (page.width, page.height + 140), "white")
    draw = ImageDraw.Draw(screen)
    draw.text((30, 14), f"{rng.randint(8, 21)}:{rng.randint(10, 59)}", font=font_of(30, "zenhei"), fill="black")
    draw.text((page.width - 150, 14), f"5G  {rng.randint(20, 99)}%", font=font_of(30, "zenhei"), fill="black")
    draw.rounded_rectangle((30, 70, page.width - 30, 125), 24, fill=(238, 238, 238))
    draw.text((60, 82), "ttbz.org.cn", font=font_of(28, "zenhei"), fill=(90, 90, 90))
    screen.paste(page, (0, 140))
    return screen


def watermark(page, rng):
    """Grey words in rows all over."""
    sheet = Image.new("RGB", (page.width * 2, page.height * 2), "white")
    draw = ImageDraw.Draw(sheet)
    for y in range(0, sheet.height, 190):
        for x in range(-200, sheet.width, 420):
            draw.text((x + y % 3 * 90, y), "内部资料 请勿外传", font=font_of(42, "zenhei"), fill=(205, 205, 205))
    sheet = sheet.rotate(rng.uniform(20, 35), fillcolor="white").crop(
        (page.width // 2, page.height // 2, page.width // 2 + page.width, page.height // 2 + page.height))
    return ImageChops.multiply(page, sheet)


def skewed(page, rng):
    turned = page.rotate(rng.choice((-1, 1)) * rng.uniform(3.5, 5), Image.BICUBIC, expand=True, fillcolor="white")
    return grained(turned, 0.03, rng.random())


def coarse(page, rng):
    """A scan at 120 dots to the inch of a page drawn at 200."""
    small = page.resize((page.width * 3 // 5, page.height * 3 // 5), Image.BICUBIC)
    return grained(small.convert("L"), 0.03, rng.random())


def fax(page, rng):
    """Black and white, speckled, wider than high."""
    small = page.convert("L").resize((page.width * 4 // 5, page.height * 4 // 5), Image.BICUBIC)
    noisy = grained(small, 0.12, rng.random())
    return noisy.point(lambda v: 255 if v > 150 else 0).convert("1")


def shadow(page, rng):
    """A hand and the fold of a book."""
    page = _shaded(page, 110, rng.uniform(0, 360))
    fold = Image.new("L", page.size, 255)
    ImageDraw.Draw(fold).ellipse((-page.width // 4, page.height // 3, page.width // 3, page.height * 2), fill=140)
    fold = fold.filter(ImageFilter.GaussianBlur(page.width / 14))
    return grained(ImageChops.multiply(page, Image.merge("RGB", (fold,) * 3)), 0.03, rng.random())


def dark(page, _):
    """Light letters on a dark ground."""
    return ImageOps.invert(page).point(lambda v: 24 + v * 200 // 255)


def browser(page, rng):
    """Inside the window of a browser, with what lies around it."""
    around = rng.randint(60, 160)
    desk = Image.new("RGB", (page.width + around * 2, page.height + 170 + around), (58, 110, 165))
    draw = ImageDraw.Draw(desk)
    draw.rectangle((around, 30, around + page.width, 170), fill=(222, 225, 230))
    draw.rounded_rectangle((around + 20, 40, around + 360, 90), 10, fill="white")
    draw.text((around + 40, 52), "团体标准详细信息", font=font_of(22, "zenhei"), fill="black")
    draw.rounded_rectangle((around + 120, 104, around + page.width - 60, 156), 20, fill="white")
    draw.text((around + 150, 116), "https://www.ttbz.org.cn/StandardManage/Detail/", font=font_of(22, "zenhei"),
              fill=(70, 70, 70))
    desk.paste(page, (around, 170))
    return desk


KINDS = {"perspective": perspective, "moire": moire, "phone": phone, "watermark": watermark, "skew-5": skewed,
         "120-dpi": coarse, "fax": fax, "shadow": shadow, "dark": dark, "browser": browser}
# What happens to papers, and what to screens.
OF_PAPER = ("perspective", "watermark", "skew-5", "120-dpi", "fax", "shadow")
OF_SCREEN = ("perspective", "moire", "phone", "watermark", "dark", "browser")
