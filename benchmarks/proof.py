"""What the proof of a site costs, as a ratio to building it and to plainly reading its files.

    pip install -e . && python benchmarks/proof.py

The site is that of a journal of 500 events and 1,333 people. It is proved against a journal of as many people whose
names and notes are others: so all is looked through to the end and nothing is found. The time of the
processor is taken, which depends little on what else a machine does.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import journals

from netjudge_plugin import proving
from netjudge_plugin.mkdocs.control import control_site
from netjudge_plugin.settings import Settings

CONFIG = """site_name: benchmark
use_directory_urls: false
theme: {name: material, language: ja, font: false}
plugins:
  - search
  - netjudge: {today: 2026-11-23, purpose: benchmark}
"""


def other(text: str) -> str:
    """The text of an entry with other kanji in names and notes, and other readings."""
    lines = []
    for line in text.split("\n"):
        key, colon, value = line.partition(": ")
        if key.strip(" -") in {"名前", "件名", "メモ", "話題"}:
            lines.append(key + colon + re.sub("[一-龯]", lambda sign: chr(ord(sign[0]) + 1), value))
        elif key.strip() == "読み":
            lines.append(f"{key}: ぬむ{value}ゑ")
        else:
            lines.append(line)
    return (
        "\n".join(lines)
        .replace("落ち着いた会でした。", "")
        .replace("名刺は**八枚**。", "")
        .replace("次回も参加の予定。", "")
    )


def spent() -> float:
    """The time of the processor so far, that of processes that have ended included."""
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def main() -> None:
    """Build, read and prove."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=500)
    parser.add_argument("--contacts", type=int, default=8)
    parser.add_argument("--people", type=int, default=1333)
    parser.add_argument("--secret-people", type=int, default=None, help="people of the other journal")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journals.write(folder / "journal", chosen.events, chosen.contacts, chosen.people)
        secret_people = chosen.secret_people or chosen.people
        journals.write(folder / "secret", max(chosen.events, secret_people // 8), chosen.contacts, secret_people)
        for path in (folder / "secret").rglob("*.md"):
            path.write_text(other(path.read_text(encoding="utf-8")), encoding="utf-8")
        (folder / "docs").mkdir()
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        start = spent()
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True)
        built = spent() - start
        start = spent()
        size = sum(len(path.read_bytes()) for path in (folder / "site").rglob("*") if path.is_file())
        read = spent() - start
        day = datetime.date(2026, 11, 23)
        settings = Settings(folder / "secret", day, day, language="ja")
        start = spent()
        with control_site(folder / "mkdocs.yml") as (control, _):
            proof = proving.prove(folder / "site", settings, same=proving.control(control))
        proved = spent() - start
    for leak in proof.leaks[:5]:
        print(leak)
    looked = proof.looked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{sum(looked.files.values())} files, {size / 1e6:.0f} MB, {sum(looked.secrets.values())} secrets, {memory} MB"
    )
    print(f"build {built:.1f} s, reading {read:.2f} s, proof {proved:.1f} s with its control: {len(proof.leaks)} found")
    print(f"ratio to the build {proved / built:.2f}, to reading {proved / read:.0f}")


if __name__ == "__main__":
    main()
