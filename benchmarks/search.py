"""How long the search takes at 2,000 people: from the last key to the first result.

    pip install -e '.[test]' && python benchmarks/search.py

The journal is invented; into it go a few people whose names are hard to find. Each query is typed into a page that was
loaded a moment before, so that the index is loaded in the same time (`cold`), and once more into the same page
(`warm`); over HTTP on loopback, and from the folder. What must not be found is checked, too.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import journals
from playwright.sync_api import Page, sync_playwright

MKDOCS = """site_name: benchmark
use_directory_urls: false
theme: {name: material, language: ja, font: false}
plugins: [search, netjudge: {today: 2026-11-23, purpose: benchmark}]
"""
HARD = """---
件名: 京都府の勉強会
日付: 2026-11-20
相手:
  - {名前: 髙橋 涼香, 読み: たかはし りょうか, 士業: 社会保険労務士, 事務所: 東京都中央社労士事務所}
  - {名前: 左藤 蘭, 読み: さとう らん, 士業: 税理士, 事務所: 京都税理士事務所}
---
"""
#: What is typed, who must be among the results, and who must not.
TYPED = (
    ("髙橋 涼香", "髙橋 涼香", ""),
    ("高橋 涼香", "髙橋 涼香", ""),
    ("さとう らん", "左藤 蘭", ""),
    ("サトウ ラン", "左藤 蘭", ""),
    ("sato ran", "左藤 蘭", ""),
    ("京都", "左藤 蘭", "髙橋 涼香"),
    ("東京都", "髙橋 涼香", "左藤 蘭"),
    ("税理士", "", ""),
    ("社労士", "", ""),
    ("社会保険労務士", "", ""),
)
FIELD, RESULT = "input.md-search__input", ".md-search-result__item h1"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def typed(page: Page, words: str) -> float:
    """Type, and wait for a result; seconds from the last key."""
    field = page.locator(FIELD)
    field.fill(words)
    start = time.perf_counter()
    field.press("End")  # the theme listens to keys
    page.locator(RESULT).first.wait_for(timeout=60000)
    return time.perf_counter() - start


def measured(page: Page, url: str) -> list[tuple[str, float, float]]:
    """The cold and the warm time of each query."""
    times = []
    for words, wanted, unwanted in TYPED:
        page.goto(url)
        cold = typed(page, words)
        page.wait_for_timeout(300)
        titles = " ".join(page.locator(RESULT).all_inner_texts()).replace("\u200b", "")
        assert wanted in titles, f"{words}: {wanted} is not among {titles[:80]}"
        assert not unwanted or unwanted not in titles, f"{words} found {unwanted}"
        page.locator(FIELD).fill("")
        page.locator(FIELD).press("End")
        page.locator(RESULT).first.wait_for(state="detached")
        times.append((words, cold, typed(page, words)))
    return times


def main() -> None:
    """Build the site and print a line for each query."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=2000)
    chosen = parser.parse_args()
    browser = os.environ.get("NETJUDGE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        journals.write(folder / "journal", chosen.people // 4, 8, chosen.people)
        (folder / "journal" / "hard.md").write_text(HARD, encoding="utf-8")
        (folder / "docs").mkdir()
        (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True)
        site = folder / "site"
        handler = functools.partial(_Quiet, directory=str(site))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        index = site / "search" / "search_index.json"
        print(f"{len(list(site.rglob('*.html')))} pages, index of {index.stat().st_size / 1e6:.1f} MB")
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        addresses = {"http": f"http://127.0.0.1:{server.server_port}/", "file": f"{site.as_uri()}/"}
        for way, address in addresses.items():
            page = chromium.new_page()
            times = measured(page, f"{address}week.html")
            for words, cold, warm in times:
                print(f"{way}  cold {cold:5.2f} s  warm {warm:5.2f} s  {words}")
            print(f"{way}  slowest cold {max(t[1] for t in times):.2f} s, warm {max(t[2] for t in times):.2f} s")
        chromium.close()
        server.shutdown()


if __name__ == "__main__":
    main()
