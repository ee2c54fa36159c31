"""Take the pictures of README and manual from the sample journal and the sample office's shares:
`python scripts/screenshots.py` (needs Chromium).
"""

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
#: How each site is made; the folder follows.
SITES = {
    "journal": ("mkdocs", "build", "-q", "-d"),
    "office": ("netjudge_plugin", "team", "--in", "shares", "--name", "みなと坂事務所", "--language", "ja", "-d"),
}
#: Name of the picture, site, page, width, height, colour scheme.
PICTURES = (
    ("home-ja", "journal", "index", 1280, 880, "light"),
    ("person-ja", "journal", "people/murakami-saori", 1280, 960, "light"),
    ("week-ja", "journal", "week", 1280, 960, "light"),
    ("criteria-ja", "journal", "criteria", 1280, 880, "light"),
    ("capture-ja", "journal", "capture", 375, 780, "light"),
    ("brief-ja", "journal", "brief/2026-12-04-bonen", 1280, 880, "light"),
    ("connections-ja", "journal", "connections", 1280, 880, "light"),
    ("phone-ja", "journal", "index", 375, 780, "dark"),
    ("team-ja", "office", "professions/shihoshoshi", 1280, 560, "light"),
    ("team-person-ja", "office", "people/nakamura-koji", 1280, 960, "light"),
)


def main() -> None:
    """Build the samples and photograph them."""
    IMAGES.mkdir(exist_ok=True)
    browser = os.environ.get("NETJUDGE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        for site, command in SITES.items():
            subprocess.run([sys.executable, "-m", *command, f"{folder}/{site}"], cwd=ROOT, check=True)  # noqa: S603
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name, site, page, width, height, scheme in PICTURES:
            size = {"width": width, "height": height}
            view = chromium.new_page(viewport=size, color_scheme=scheme, locale="ja-JP")
            view.clock.set_fixed_time(TODAY)
            view.goto(Path(folder, site, f"{page}.html").as_uri())
            view.wait_for_load_state("networkidle")
            view.screenshot(path=IMAGES / f"{name}.png")
            view.close()
        chromium.close()


if __name__ == "__main__":
    main()
