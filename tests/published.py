"""Sites and folders to publish from and to, and an `os` in which the n-th call that changes something goes wrong."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING

from netjudge_plugin.publish import folder, manifest, run
from netjudge_plugin.publish.lock import Us
from netjudge_plugin.publish.target import OURS
from netjudge_plugin.publish.trouble import Patience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOON = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
#: All calls of folder.py's that change something.
CHANGING = ("open", "write", "fsync", "close", "replace", "mkdir", "rmdir", "unlink")

OLD = {
    "index.html": "old home",
    "404.html": "nothing here",
    "assets/style.css": "old style",
    "people/sato.html": "old sato",
    "people/tanaka.html": "tanaka, who goes",
    "people/kato.html": "kato stays",
    "events/one.html": "an event that goes, and its folder",
    "search/search_index.json": "old words",
    "notes": "a file that is in the way of a folder",
    "Logo.svg": "the same name but for its case",
}
NEW = {
    "index.html": "new home " * 40,
    "404.html": "nothing here",
    "assets/style.css": "new style",
    "assets/more.css": "more style",
    "people/sato.html": "new sato",
    "people/kato.html": "kato stays",
    "people/watanabe.html": "watanabe comes",
    "search/search_index.json": "new words",
    "notes/one.html": "a page where a file was",
    "logo.svg": "the same name but for its case",
}


def site(path: Path, files: dict[str, str]) -> Path:
    """A built site."""
    for name, text in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def wish(path: Path, audience: str = "private", **more: bool) -> run.Wish:
    """The wish to publish a site."""
    return run.Wish(path, manifest.of_folder(path), audience, **more)


def us(token: str = "00000001", *, host: str = "desk", user: str = "mori", pid: int | None = None, **more) -> Us:
    """Somebody who publishes, at noon, without ever waiting."""
    default = {"now": lambda: NOON, "sleep": lambda _: None, "is_running": lambda _: False}
    return Us(host, user, os.getpid() if pid is None else pid, token, **{**default, **more})


def impatient() -> Patience:
    """Tries as often as anybody, in no time."""
    return Patience(sleep=lambda _: None)


def to(path: Path, token: str = "00000001") -> folder.FolderTarget:
    """A folder as a target."""
    return folder.FolderTarget(path, token, impatient())


def publish(source: Path, path: Path, audience: str = "private", **more: bool) -> run.Report:
    """Publish a site to a folder."""
    return run.publish(wish(source, audience, **more), to(path), us())


def contents(path: Path) -> dict[str, str]:
    """The text of every file but the target's own."""
    found = (file for file in path.rglob("*") if file.is_file())
    texts = {file.relative_to(path).as_posix(): file.read_text(encoding="utf-8") for file in found}
    return {name: text for name, text in texts.items() if name not in OURS}


class Faulty:
    """`os`, but before the n-th call of some kinds `strike` is called with the call's name and arguments."""

    def __init__(
        self, nth: int, strike: Callable[[str, tuple[object, ...]], object], only: tuple[str, ...] = CHANGING
    ) -> None:
        self.nth = nth
        self.only = only
        self.calls = 0
        self._strike = strike

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        if name not in (*self.only, "fsync"):
            return real

        def called(*arguments: object, **more: object) -> object:
            self.calls += name in self.only
            if self.calls == self.nth and name in self.only:
                self._strike(name, arguments)
            return None if name == "fsync" else real(*arguments, **more)

        return called


def is_whole(path: Path, old: dict[str, str], new: dict[str, str]) -> bool:
    """Whether every file is all of the old one or all of the new one, and there still is a first page."""
    texts = contents(path) if path.exists() else {}
    finished = {name: text for name, text in texts.items() if "netjudge-tmp" not in name}
    assert ("index.html" in finished) or "index.html" not in old
    return all(text in (old.get(name), new.get(name)) for name, text in finished.items())
