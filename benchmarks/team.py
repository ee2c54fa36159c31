"""What an office's site costs, as a ratio to the host's own work on the same pages.

    pip install -e . markdownify && python benchmarks/team.py

50 members share 500 people each, drawn from 10,000; the shares lie in a folder as JSON, as they would in an office.
`netjudge team` reads, builds and proves them; the same is done once more without the proof. The same pages are then
written as Markdown, outside the navigation, for MkDocs with Material and its search alone. All run in fresh processes;
the time of the processor is taken, which depends little on what else a machine does, and the quickest run of each is
compared.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import journals
from markdownify import markdownify

from netjudge_plugin import pipeline
from netjudge_plugin.interop import share_json
from netjudge_plugin.interop.judgement_json import written
from netjudge_plugin.mkdocs import team as host
from netjudge_plugin.model.team import Share, TeamPerson
from netjudge_plugin.reader.disk import load_flat
from netjudge_plugin.reader.shares import MOST_BYTES, read_shares
from netjudge_plugin.settings import Settings

MKDOCS_YML = """site_name: benchmark
use_directory_urls: false
theme: {name: material, language: ja, font: false}
plugins: [search]
not_in_nav: |
  /people/*
  /professions/*
  /kana/*
  /members/m-*
"""


def shares(members: int, each: int, pool: int) -> list[Share]:
    """So many members with so many people each, the same for the same numbers."""
    draw = random.Random(20261123)  # noqa: S311 - a sample, no secret
    people = []
    for number in range(pool):
        name, reading, profession = journals.person(number)
        since = journals.TODAY - datetime.timedelta(days=draw.randrange(1000))
        people.append(
            TeamPerson(
                f"p{number}", name, reading, (profession,), f"{name}事務所", since, since, "ご相談は先にメールで。"
            )
        )
    return [
        Share("team", f"職員 {number + 1}", journals.TODAY, tuple(draw.sample(people, each)))
        for number in range(members)
    ]


def build_alone(folder: Path) -> None:
    """What `netjudge team` does, up to the proof."""
    sources, _ = load_flat(folder / "shares", "shares", ".json", MOST_BYTES)
    read, _ = read_shares(sources)
    settings = Settings(Path(), today=journals.TODAY, clock=journals.TODAY, language="ja")
    host.build(lambda final: pipeline.team_site(read, final), settings, folder / "alone")


def seconds(command: list[str], folder: Path) -> float:
    """How long a command works, from start to end of its process."""
    before = os.times()
    subprocess.run([sys.executable, *command], cwd=folder, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Build both in turn and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--members", type=int, default=50)
    parser.add_argument("--each", type=int, default=500)
    parser.add_argument("--pool", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.alone:
        build_alone(chosen.alone)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "shares").mkdir()
        made = shares(chosen.members, chosen.each, chosen.pool)
        for share in made:
            path = folder / "shares" / f"{share.member}.json"
            path.write_text(written(share_json.report(share)), encoding="utf-8")
        settings = Settings(folder, today=journals.TODAY, clock=journals.TODAY, directory_urls=False)
        pages = pipeline.team_site(made, settings).pages
        for page in pages:
            path = folder / "docs" / f"{page.uri}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(markdownify(page.html, heading_style="ATX").replace(".html", ".md"), encoding="utf-8")
        (folder / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
        commands = (
            ["-m", "netjudge_plugin", "team", "--in", "shares", "-d", "office"],
            [str(Path(__file__).resolve()), "--alone", str(folder)],
            ["-m", "mkdocs", "build", "-q"],
        )
        runs = [[seconds(command, folder) for command in commands] for _ in range(chosen.runs)]
    mine, alone, theirs = (min(run[nth] for run in runs) for nth in range(3))
    print(f"{len(pages)} pages of {chosen.members} shares: {mine:.1f} s, {alone:.1f} s without the proof")
    print(f"from Markdown: {theirs:.1f} s; all runs: {[[round(s, 1) for s in run] for run in runs]}")
    print(f"ratio {mine / theirs:.2f}, without the proof {alone / theirs:.2f}")


if __name__ == "__main__":
    main()
