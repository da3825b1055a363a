"""Compare two sets of pictures pixel by pixel, and judge the changes. Runs on the packages in .venv."""

import json
import sys
import tomllib
from pathlib import Path

from PIL import Image, ImageChops

from .console import say
from .photos import WIDTHS, file_of

LIMIT = 0.1  # percent
NOISE = 8  # of 255: smoothed edges vary by this much from one photo to the next
NOWHERE = (255, 0, 255)  # fills the space below the shorter picture


def changed_pixels(a: Image.Image, b: Image.Image) -> tuple[int, float]:
    """Count the pixels that differ; return the count, and its percentage of a canvas that holds both pictures."""
    size = (max(a.width, b.width), max(a.height, b.height))
    difference = ImageChops.difference(_on_canvas(a, size), _on_canvas(b, size))
    red, green, blue = difference.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    count = sum(most.histogram()[NOISE + 1 :])
    return count, 100 * count / (size[0] * size[1])


def _on_canvas(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    canvas = Image.new("RGB", size, NOWHERE)
    canvas.paste(picture.convert("RGB"), (0, 0))
    return canvas


def side_by_side(a: Image.Image, b: Image.Image) -> Image.Image:
    """Join both pictures, with a line between."""
    canvas = Image.new("RGB", (a.width + b.width + 8, max(a.height, b.height)), NOWHERE)
    canvas.paste(a.convert("RGB"), (0, 0))
    canvas.paste(b.convert("RGB"), (a.width + 8, 0))
    return canvas


def verdict(changed: dict[str, float], found: set[str], settings: dict) -> list[str]:
    """List the faults: pages that changed without permission, and pages in bilder.toml that were not found."""
    allowed = settings.get("tillatet", {})
    loud = sorted(name for name, percent in changed.items() if percent > LIMIT and not allowed.get(name))
    wrong = [f"{name}: {changed[name]:.2f} % är ändrat och sidan står inte i bilder.toml" for name in loud]
    wrong += [f"{name}: står i listan men finns inte" for name in settings["sidor"] if name not in found]
    return wrong


def main(scratch: Path, kept: Path, toml: Path) -> int:
    """Print the table and the faults; return 1 if there are any faults."""
    pages = json.loads((scratch / "sidor.json").read_text(encoding="utf-8"))
    settings = tomllib.loads(toml.read_text(encoding="utf-8"))
    changed: dict[str, float] = {}
    total = 0
    say(f"\n{'sida':<70}{'bredd':>6}{'punkter':>10}{'%':>9}")
    for page in sorted(pages, key=lambda page: page["name"]):
        for width in WIDTHS:
            name = file_of(page["name"], width)
            files = [scratch / side / "bilder" / name for side in "AB"]
            same = files[0].read_bytes() == files[1].read_bytes()
            a, b = (Image.open(file) for file in files)
            count, percent = (0, 0.0) if same else changed_pixels(a, b)
            say(f"{page['name']:<70}{width:>6}{count:>10}{percent:>9.3f}")
            changed[page["name"]] = max(percent, changed.get(page["name"], 0))
            total += count
            if count:
                kept.mkdir(parents=True, exist_ok=True)
                side_by_side(a, b).save(kept / name)
    wrong = verdict(changed, {page["name"] for page in pages}, settings)
    idle = sorted(name for name in settings.get("tillatet", {}) if changed.get(name, 0) <= LIMIT)
    say(f"\n{len(pages)} sidor, {len(pages) * len(WIDTHS)} bilder, {total} ändrade punkter.")
    for line in wrong:
        say(f"FEL  {line}")
    for name in idle:
        say(f"Tillåtet men inte ändrat: {name}")
    if total:
        say(f"Ändrade sidor bredvid varandra: {kept}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:4])))
