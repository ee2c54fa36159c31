"""Take the pictures of README and manual from the sample journal: `python scripts/screenshots.py` (needs Chromium)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
#: The day of the sample, for pages that ask the device for it.
TODAY = "2026-11-23T12:00:00"
#: Name of the picture, page, width, height, colour scheme.
PICTURES = (
    ("home-ja", "index", 1280, 880, "light"),
    ("person-ja", "people/murakami-saori", 1280, 960, "light"),
    ("week-ja", "week", 1280, 960, "light"),
    ("criteria-ja", "criteria", 1280, 880, "light"),
    ("capture-ja", "capture", 375, 780, "light"),
    ("brief-ja", "brief/2026-12-04-bonen", 1280, 880, "light"),
    ("connections-ja", "connections", 1280, 880, "light"),
    ("phone-ja", "index", 375, 780, "dark"),
)


def main() -> None:
    """Build the sample and photograph it."""
    IMAGES.mkdir(exist_ok=True)
    browser = os.environ.get("NETJUDGE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as site, sync_playwright() as play:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", site], cwd=ROOT, check=True)  # noqa: S603
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name, page, width, height, scheme in PICTURES:
            size = {"width": width, "height": height}
            view = chromium.new_page(viewport=size, color_scheme=scheme, locale="ja-JP")
            view.clock.set_fixed_time(TODAY)
            view.goto(Path(site, f"{page}.html").as_uri())
            view.wait_for_load_state("networkidle")
            view.screenshot(path=IMAGES / f"{name}.png")
            view.close()
        chromium.close()


if __name__ == "__main__":
    main()
