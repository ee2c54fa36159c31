"""What a publish costs beyond what nobody can avoid: reading the site's files once, and copying them once.

    pip install -e . && python benchmarks/publish.py

A site of 2,000 pages of 30 kB is drawn. Publishes to a folder of this computer are timed, each beside a plain piece of
work on the same files: a first one (`shutil.copytree`, and again with every file made to last, as a publish makes it),
one without changes and one with a changed page (hashing the site's files). The quickest of some runs counts, once by
the clock, which waits for the disk, and once by the time of the processor, which depends less on what else is done.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.publish import manifest, run
from netjudge_plugin.publish.folder import FolderTarget
from netjudge_plugin.publish.lock import Us

if TYPE_CHECKING:
    from collections.abc import Callable

US = Us("host", "user", os.getpid(), "benchmark", lambda: datetime.datetime.now(datetime.UTC))


def draw(folder: Path, pages: int, size: int) -> Path:
    """A site."""
    for nth in range(pages):
        path = folder / "people" / f"{nth}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((f"{nth:<16}" * (size // 16)).encode())
    (folder / "index.html").write_text("home", encoding="utf-8")
    return folder


def publish(site: Path, share: Path) -> int:
    """Publish, the site's own manifest included; how many files were written."""
    wish = run.Wish(site, manifest.of_folder(site), "private")
    return len(run.publish(wish, FolderTarget(share, "benchmark"), US).done)


def hashed(site: Path) -> None:
    """Read and hash every file."""
    for path in site.rglob("*"):
        if path.is_file():
            hashlib.sha256(path.read_bytes()).digest()


def lasting(site: Path, to: Path) -> None:
    """Copy every file and make it last."""
    shutil.copytree(site, to)
    for path in to.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def seconds(act: Callable[[], object]) -> tuple[float, float]:
    """How long it takes, by the clock and by the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - clock, time.process_time() - processor


def once(site: Path, folder: Path) -> dict[str, tuple[float, float]]:
    """Every piece of work, one after the other."""
    folder.mkdir()
    share, page = folder / "share", site / "people" / "1.html"
    found = {
        "copied": seconds(lambda: shutil.copytree(site, folder / "copy")),
        "copied to last": seconds(lambda: lasting(site, folder / "lasting")),
        "first publish": seconds(lambda: publish(site, share)),
        "hashed": seconds(lambda: hashed(site)),
        "publish without changes": seconds(lambda: publish(site, share)),
    }
    page.write_bytes(page.read_bytes()[::-1])
    found["publish of one page"] = seconds(lambda: publish(site, share))
    shutil.rmtree(folder)
    return found


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--size", type=int, default=30_000)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        site = draw(Path(name, "site"), chosen.pages, chosen.size)
        runs = [once(site, Path(name, f"run-{nth}")) for nth in range(chosen.runs)]
    for nth, by in enumerate(("clock", "processor")):
        best = {work: min(one[work][nth] for one in runs) for work in runs[0]}
        print(f"by the {by}: " + ", ".join(f"{work} {took:.2f} s" for work, took in best.items()))
        print(f"  first publish to a copy: {best['first publish'] / best['copied']:.1f}")
        print(f"  first publish to a copy that lasts: {best['first publish'] / best['copied to last']:.1f}")
        print(f"  without changes to hashing: {best['publish without changes'] / best['hashed']:.2f}")
        print(f"  one page to hashing: {best['publish of one page'] / best['hashed']:.2f}")


if __name__ == "__main__":
    main()
