"""Which files a site has, by content: `netjudge-manifest.json` of a target.

    {"format": 1, "complete": true, "files": {"index.html": {"sha256": "…", "size": 5120}, …}}

Before the first change the manifest is written with `"complete": false` and every file that is there or will be: from
then on it vouches for no content, only for what is ours. So it never says of a half-changed target that it is whole.
It holds no path of a machine, no host and no time.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FORMAT = 1
_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A file's content: its SHA-256 ("" for one that is not known) and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Files by their names (with `/` between folders); `complete` if a target holds just these, with just that."""

    files: Mapping[str, Entry] = field(default_factory=dict)
    complete: bool = True

    def unfinished(self, others: Mapping[str, Entry]) -> Manifest:
        """The files of this manifest and other files of ours, vouching for nothing."""
        return Manifest({**others, **self.files}, complete=False)


def of_folder(folder: Path) -> Manifest:
    """The manifest of a built site."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return Manifest({path.relative_to(folder).as_posix(): of_file(path) for path in sorted(found)})


def of_file(path: Path) -> Entry:
    """A file's content."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Entry(digest, file.tell())


def of_chunks(chunks: Iterable[bytes]) -> Entry:
    """The content that comes in these pieces."""
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
    return Entry(digest.hexdigest(), size)


def written(manifest: Manifest) -> bytes:
    """The manifest as a file: the same for the same files."""
    files = {name: {"sha256": entry.sha256, "size": entry.size} for name, entry in sorted(manifest.files.items())}
    table = {"format": FORMAT, "complete": manifest.complete, "files": files}
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes) -> Manifest | None:
    """A manifest that was written; None for anything else: it lies where others may write, too."""
    try:
        table = json.loads(data)
        files = {name: Entry(one["sha256"], one["size"]) for name, one in table["files"].items()}
        usable = table["format"] == FORMAT and all(_is_sound(entry) for entry in files.values())
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return Manifest(files, complete=table.get("complete") is True) if usable else None


def _is_sound(entry: Entry) -> bool:
    return isinstance(entry.sha256, str) and len(entry.sha256) in (0, _DIGITS) and type(entry.size) is int
