"""Publishes a small site under strace, which kills the process at every system call that changes something, one by one.

    pip install -e '.[test]' && python benchmarks/kills.py

After each kill every file on the target must be wholly old or wholly new and the first page there; then a second
publish must bring the target to hold the new site and nothing else. (The tests do the same from inside the process.)
It prints the number of kills and how many of them broke anything, and ends with 1 if one did.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from published import NEW, OLD, contents, is_whole, publish, site, to  # noqa: E402 - found above

from netjudge_plugin.publish.verify import verify  # noqa: E402

CALLS = (
    "openat", "write", "pwrite64", "fsync", "fdatasync", "close", "rename", "renameat", "renameat2", "link", "unlink",
    "unlinkat", "mkdir", "mkdirat", "rmdir", "ftruncate", "stat", "newfstatat",
)  # fmt: skip
PUBLISH = """
import pathlib, sys
sys.path.insert(0, {tests!r})
from published import publish, to, us, wish
from netjudge_plugin.publish import run
source, share = map(pathlib.Path, sys.argv[1:])
files = wish(source)
pathlib.Path("/begin").exists()
run.publish(files, to(share, "000000ff"), us("000000ff"))
"""


def command(source: Path, share: Path) -> list[str]:
    """The process that publishes."""
    return [sys.executable, "-B", "-c", PUBLISH.format(tests=str(TESTS)), str(source), str(share)]


def calls(source: Path, share: Path, log: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each system call is made before the publish begins, and altogether."""
    trace = ["strace", "-qq", "-e", f"trace={','.join(CALLS)}", "-o", str(log)]
    subprocess.run([*trace, *command(source, share)], check=True)
    before: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if found := re.match(r"(\w+)\(", line):
            total[found[1]] += 1
            if '"/begin"' in line:
                before = total.copy()
    return before, total


def killed(source: Path, share: Path, call: str, nth: int) -> bool:
    """Publish, killed at the n-th call of a kind; whether it was."""
    inject = ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={nth}"]
    return subprocess.run([*inject, *command(source, share)], check=False).returncode != 0


def main() -> None:
    """Kill at every call, over an old site."""
    kills: Counter[str] = Counter()
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old, new = site(folder / "old", OLD), site(folder / "new", NEW)
        publish(old, folder / "start")
        shutil.copytree(folder / "start", folder / "counted")
        before, total = calls(new, folder / "counted", folder / "log")
        for call in total:
            for nth in range(before[call] + 1, total[call] + 1):
                share = folder / f"{call}-{nth}"
                shutil.copytree(folder / "start", share)
                kills[call] += killed(new, share, call, nth)
                right = is_whole(share, OLD, NEW)
                right &= (
                    publish(new, share).is_complete and contents(share) == NEW and verify(to(share), "private").is_right
                )
                if not right:
                    broken.append(share.name)
                shutil.rmtree(share)
    print(f"{kills.total()} kills ({', '.join(f'{call} {count}' for call, count in sorted(kills.items()))})")
    print(f"{len(broken)} of them broke something: {broken}")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
