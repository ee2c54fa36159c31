"""The only reader of the journal folder: what lies there becomes `SourceFile`s, what can't be read a diagnostic.

It never writes and follows no link, so neither a copied shortcut nor a hostile one brings foreign files into a site.
Whatever the disk answers, the other files are still read.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.journal import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The largest file that is read; an evening with 2,000 contacts is a third of it.
MAX_BYTES = 1024 * 1024

#: How files end that are YAML as a whole.
YAML = (".yml", ".yaml")

#: What editors leave behind, besides hidden files and everything that does not end in `.md`.
_LEFTOVER = re.compile(r"^(?:\.|~\$)|~$")

#: How sync services name the second version of a file: Dropbox and Nextcloud (also in Japanese), Syncthing, ownCloud,
#: Seafile, Google Drive and pCloud, Resilio, OneDrive with Windows' own computer names.
_CONFLICT = re.compile(
    r"""\(.*(?:conflicted\ copy|case\ conflict|競合コピー|競合したコピー|文字の競合).*\)
      | \.sync-conflict-\d{8} | _conflict-\d{8} | \(SFConflict\b | \[conflict(?:ed)?(?:\ \d+)?\] | \.conflict\.md$
      | -(?-i:DESKTOP|LAPTOP)-(?-i:[A-Z0-9]{7,8})(?:-\d+)?\.md$""",
    re.IGNORECASE | re.VERBOSE,
)

#: Signs in a file name that would break a line of the report in two, and halves of characters that can't be printed.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

# a link or a pipe put in the file's place between looking and opening is neither followed nor waited for
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def load(folder: Path, shown: str) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """All `*.md` files of the journal in the order of their path inside, and what can't or must not be read.

    `shown` is the name under which the folder appears in places (`journal`).
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises where a folder above is closed
        return (), (Diagnostic(Place(shown), "journal-missing"),)
    items = list(_walk(folder, shown))
    files = sorted((item for item in items if isinstance(item, SourceFile)), key=lambda file: _order(file.inside))
    found = sorted((item for item in items if isinstance(item, Diagnostic)), key=lambda item: _order(item.place.path))
    return tuple(files), tuple(found)


def load_one(path: Path, shown: str, most: int = MAX_BYTES) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """One file that the user named himself, such as the criteria, wherever it lies; links are followed here."""
    try:
        path = path.resolve(strict=True)
        item = _file(path, path.stat(), shown, path.name, most)
    except (OSError, RuntimeError, ValueError):  # a loop of links is a RuntimeError, a NUL in the name a ValueError
        item = Diagnostic(Place(shown), "file-unreadable")
    return (item, ()) if isinstance(item, SourceFile) else (None, (item,))


def load_all(folder: Path, shown: str, endings: tuple[str, ...]) -> tuple[SourceFile, ...]:
    """The files of the journal whose names end in one of `endings`, in the order of their path; no entries of it.

    What cannot be read is left out: whoever asks for these files has others look at them.
    """
    found = []
    for inside in names(folder):
        if inside.lower().endswith(endings) and not (folder / inside).is_symlink():
            source, _ = load_one(folder / inside, f"{shown}/{inside}")
            found += [replace(source, inside=inside)] if source else []
    return tuple(found)


def names(folder: Path) -> tuple[str, ...]:
    """Every file and folder below a folder by its path inside; nothing hidden, and no link is followed."""
    found, waiting = [], [""]
    while waiting:
        inside = waiting.pop()
        for entry in os.scandir(folder / inside):
            if entry.name.startswith("."):
                continue
            found.append(f"{inside}{entry.name}")
            if not _is_link(entry) and entry.is_dir(follow_symlinks=False):
                waiting.append(f"{inside}{entry.name}/")
    return tuple(sorted(found, key=_order))


def load_flat(
    folder: Path, shown: str, suffix: str, most: int = MAX_BYTES
) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """The files of one folder whose names end in `suffix`, in the order of their names; none if there is no folder.

    As in the journal no link is followed.
    """
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name.endswith(suffix)]
    except FileNotFoundError:
        return (), ()
    except OSError:
        return (), (Diagnostic(Place(shown), "file-unreadable"),)
    wanted = sorted((entry for entry in entries if not _LEFTOVER.search(entry.name)), key=lambda e: _order(e.name))
    items = [_entry_of(entry, f"{shown}/{printable(entry.name)}", printable(entry.name), most) for entry in wanted]
    files = tuple(item for item in items if isinstance(item, SourceFile))
    return files, tuple(item for item in items if isinstance(item, Diagnostic))


def _walk(folder: Path, shown: str) -> Iterator[SourceFile | Diagnostic]:
    home = os.path.realpath(folder)
    waiting = [("", os.fspath(folder))]
    while waiting:  # a list instead of recursion: no depth of folders ends the run
        inside, path = waiting.pop()
        try:
            entries = list(os.scandir(path))
        except OSError:
            yield Diagnostic(Place(printable(f"{shown}/{inside}").rstrip("/")), "file-unreadable")
            continue
        for entry in entries:
            name = f"{inside}{entry.name}"
            if _is_folder(entry):
                waiting.append((f"{name}/", entry.path))
            else:
                yield from _entry(entry, home, f"{shown}/{printable(name)}", printable(name))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether to look inside: a real folder, neither hidden nor named like a journal file."""
    if _LEFTOVER.search(entry.name) or _is_journal_name(entry.name) or _is_link(entry):
        return False
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _entry(entry: os.DirEntry[str], home: str, shown: str, inside: str) -> Iterator[SourceFile | Diagnostic]:
    """What one name in a folder gives: a file, a diagnostic, or nothing if it is no business of the journal."""
    if _LEFTOVER.search(entry.name):
        return
    name = _linked(entry, home) if _is_link(entry) else None
    if name is not None:
        yield Diagnostic(Place(shown), name)
    if entry.name.lower().endswith(".md.txt"):  # what Notepad makes of a name that ends in .md
        yield Diagnostic(Place(shown), "file-name-txt")
    if _is_link(entry) or not _is_journal_name(entry.name):
        return
    if _CONFLICT.search(unicodedata.normalize("NFC", entry.name)):
        yield Diagnostic(Place(shown), "file-conflict-copy")
        return
    yield _entry_of(entry, shown, inside)


def _entry_of(entry: os.DirEntry[str], shown: str, inside: str, most: int = MAX_BYTES) -> SourceFile | Diagnostic:
    try:
        return _file(Path(entry.path), entry.stat(follow_symlinks=False), shown, inside, most)
    except OSError:
        return Diagnostic(Place(shown), "file-unreadable")


def _linked(entry: os.DirEntry[str], home: str) -> str | None:
    """What is wrong with a link: it leads outside or nowhere; None for one inside, whose target is read anyway."""
    try:
        target = os.path.realpath(entry.path, strict=True)
        outside = os.path.commonpath([home, target]) != home
        return "file-outside" if outside and (_is_journal_name(entry.name) or Path(target).is_dir()) else None
    except (OSError, ValueError):  # ValueError: on another drive
        return "file-unreadable" if _is_journal_name(entry.name) else None


def _file(path: Path, status: os.stat_result, shown: str, inside: str, most: int) -> SourceFile | Diagnostic:
    if not stat.S_ISREG(status.st_mode):
        return Diagnostic(Place(shown), "file-not-regular")
    if status.st_size <= most:
        with open(path, "rb", opener=lambda name, _: os.open(name, _OPEN_FLAGS)) as file:
            data = file.read(most + 1)
        if len(data) <= most:  # it may have grown since
            return SourceFile(shown, inside, data)
    return Diagnostic(Place(shown), "file-too-large", {"limit": f"{most // MAX_BYTES} MiB"})


def _is_journal_name(name: str) -> bool:
    return name.lower().endswith(".md")


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Symbolic links, and Windows' junctions where Python knows them (3.12)."""
    return entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())


def printable(name: str) -> str:
    """A name without signs that would break a line of a report."""
    return _UNPRINTABLE.sub("\ufffd", name)


def _order(inside: str) -> tuple[str, str]:
    """The same on every system, although macOS writes ガ as two characters."""
    return unicodedata.normalize("NFC", inside), inside
