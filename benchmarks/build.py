"""What a build costs, as a ratio to the host's own work on the same pages.

    pip install -e . markdownify && python benchmarks/build.py

The journal (500 events of 8 contacts, 1,333 people) is built once to get its pages. The pages are then written as
Markdown, outside the navigation, for MkDocs with Material and its search alone. Both sites are built in turn in fresh
processes, and the cheapest run of each is compared, in time of the processor.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import journals
from markdownify import markdownify

from netjudge_plugin import pipeline
from netjudge_plugin.settings import Settings

THEME = """site_name: benchmark
use_directory_urls: false
theme: {{name: material, language: ja, font: false}}
docs_dir: docs
plugins:
  - search
{more}"""
OURS = """  - netjudge: {today: 2026-11-23, purpose: benchmark}
"""
THEIRS = """not_in_nav: |
  /people/*
  /events/*
  !/people/index.md
  !/events/index.md
"""


def ours(folder: Path, events: int, contacts: int, people: int) -> Path:
    """A site of the journal with the plugin."""
    journals.write(folder / "journal", events, contacts, people)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(THEME.format(more=OURS), encoding="utf-8")
    return folder


def theirs(folder: Path, journal: Path) -> Path:
    """The same pages as Markdown, for the host alone."""
    settings = Settings(
        journal_dir=journal, today=journals.TODAY, clock=journals.TODAY, purpose="benchmark", directory_urls=False
    )
    for page in pipeline.build_site(settings).pages:
        path = folder / "docs" / f"{page.uri}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = markdownify(page.html, heading_style="ATX").replace(".html", ".md")
        path.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(THEME.format(more=THEIRS), encoding="utf-8")
    return folder


def seconds(site: Path) -> float:
    """The processor's time that one build takes, from start to end of its process. (Windows does not tell it.)

    By the clock it would depend on what else the machine does.
    """
    before = os.times()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Build both in turn and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=500)
    parser.add_argument("--contacts", type=int, default=8)
    parser.add_argument("--people", type=int, default=1333)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        one = ours(Path(folder, "ours"), chosen.events, chosen.contacts, chosen.people)
        other = theirs(Path(folder, "theirs"), one / "journal")
        runs = [(seconds(one), seconds(other)) for _ in range(chosen.runs)]
        pages = len(list((one / "site").rglob("*.html")))
        same = len(list((other / "site").rglob("*.html")))
    mine, host = (min(run[nth] for run in runs) for nth in (0, 1))
    print(f"{pages} pages from the journal: {mine:.1f} s; {same} pages from Markdown: {host:.1f} s")
    print(
        f"ratio {mine / host:.2f} (at most 0.50 is wanted); all runs: {[tuple(round(s, 1) for s in r) for r in runs]}"
    )


if __name__ == "__main__":
    main()
