"""The scan: every byte and every name of a folder, in every disguise, for every secret.

What is found is told by its file, its disguise, its kind of field and its place in the journal, and never by its text:
a part of a file's name that is a secret itself is masked.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.audience import disguises, foreign, letters, pictures, served
from netjudge_plugin.audience.lines import Lines, forms
from netjudge_plugin.audience.manifest import Entry, entries
from netjudge_plugin.model.proof import Leak, Looked, Proof, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from netjudge_plugin.audience.needles import Found, Needles

_MASK = "***"
_PAGE, _WRITTEN_ANEW = ".html", (".html", ".json", ".xml")
#: How many lines make a row.
_ROW = 6
_NOT_KNOWN = re.compile(rb"\0+")
#: Endings of files whose texts can be read only in part.
_OPAQUE = frozenset(
    {".pdf", ".mp3", ".m4a", ".mp4", ".mov", ".webm", ".ogg", ".wav", ".avif", ".heic", ".heif", ".psd"}
)


@dataclass(frozen=True, slots=True)
class Control:
    """A site of the same theme without a journal: what stands in it cannot be a leak.

    `files` are the digests of its files by their paths; a file that is the same to the byte is not looked into. `texts`
    are those of the others: pages and indexes are written anew for every site.
    """

    files: Mapping[str, str]
    texts: tuple[str, ...] = ()


_STEPS: Mapping[str, Callable[[str], str]] = {"letters": str, **letters.SPELT, "tags": letters.untagged}


def control(folder: Path) -> Control:
    """The control that a folder makes."""
    files: dict[str, str] = {}
    texts: list[str] = []
    for entry in entries(folder):
        if entry.data is not None:
            files[entry.path] = _digest(entry.data)
            texts += forms(entry.data.decode("utf-8", "replace")) if entry.path.endswith(_WRITTEN_ANEW) else ()
    return Control(files, tuple(texts))


NO_CONTROL = Control({})


@dataclass(slots=True)
class Repeated:
    """The parts of pages that were found clean on another page: header, navigation and footer are on all of them.

    A line is passed over if every row of lines that it is part of was looked at before in that order, so that a text
    that runs over a few lines is not torn apart. `numbers` are those that the lines have been given.
    """

    clean: set[tuple[int, ...]] = field(default_factory=set)
    numbers: defaultdict[bytes, int] = field(default_factory=lambda: defaultdict(count().__next__))

    def fresh(self, data: bytes) -> tuple[bytes, list[tuple[int, ...]]]:
        """The page without what is known, and the rows to be remembered should the rest be clean as well."""
        lines = data.split(b"\n")
        numbered = list(map(self.numbers.__getitem__, lines))
        rows = list(zip(*(numbered[nth:] for nth in range(_ROW)), strict=False)) or [tuple(numbered)]
        left, unknown = [b""] * len(lines), list[tuple[int, ...]]()
        for run in _NOT_KNOWN.finditer(bytes(map(self.clean.__contains__, rows))):
            kept = slice(run.start(), run.end() + _ROW - 1)
            left[kept] = lines[kept]
            unknown += rows[run.start() : run.end()]
        return b"\n".join(left), unknown


def prove(folder: Path, needles: Needles, *, same: Control = NO_CONTROL, origin: str = "") -> Proof:
    """Everything in a built site that must not go out. `origin` is the site's own address, if it has one."""
    leaks: list[Leak] = []
    repeated, lines = Repeated(), Lines()
    endings: Counter[str] = Counter()
    size, opaque = 0, []
    for entry in entries(folder):
        told = shown(entry.path, needles)
        leaks += _in_name(entry.path, told, needles)
        if entry.data is None:  # the check of the manifest tells it
            continue
        ending = Path(entry.path).suffix.lower()
        endings[ending] += 1
        size += len(entry.data)
        if same.files.get(entry.path) == _digest(entry.data):
            continue
        if ending in _OPAQUE:
            opaque.append(told)
        plain = served.is_plain(entry.data)
        data, rows = repeated.fresh(entry.data) if ending == _PAGE and plain else (entry.data, [])
        found = list(_in_file(Entry(entry.path, data), told, needles, lines, origin))
        if not found:
            repeated.clean.update(rows)
        leaks += found
    looked = Looked(endings, size, needles.counts(), len(needles.dropped), len(needles.short), tuple(opaque))
    return Proof(tuple(dict.fromkeys(leaks)), looked)


def holds(entry: Entry, needles: Needles) -> bool:
    """Whether a single file holds a secret, in its name or its bytes, or cannot be looked through to the end."""
    found = [*_in_name(entry.path, "", needles), *_in_file(entry, "", needles, Lines(), "")]
    return any(leak.trouble in {Trouble.SECRET, Trouble.UNPROVED} for leak in found)


def _in_file(entry: Entry, shown: str, needles: Needles, lines: Lines, origin: str) -> Iterator[Leak]:
    assert entry.data is not None
    seen: set[int] = set()
    try:
        for view in disguises.views(entry.data) if needles.secrets else disguises.opened(entry.data):
            yield from _in_view(view, shown, needles, lines, seen)
            if not view.wraps:
                yield from _loaded(entry.path, view.text, shown, needles, origin)
        for text in served.texts(entry.data):
            yield from _loaded(entry.path, text, shown, needles, origin)
    except disguises.Unprovable as closed:
        yield Leak(shown, Trouble.UNPROVED, detail=closed.missing)
    for what in pictures.told(entry.data):
        yield Leak(shown, Trouble.PICTURE, detail=what)


def _in_view(view: disguises.View, shown: str, needles: Needles, lines: Lines, seen: set[int]) -> Iterator[Leak]:
    """The secrets in one of the texts that a file can be read as, each once a file."""
    if not needles.secrets:  # a site of others' shares
        return
    spelling = _Spelling(view.text, needles)
    for words in lines.forms(view.text):
        for found, _ in needles.spots(words):
            if found.secret not in seen:
                seen.add(found.secret)
                secret = needles.secrets[found.secret]
                disguise = " ".join((*view.wraps, *spelling.of(found)))
                yield Leak(shown, Trouble.SECRET, disguise, secret.kind, secret.place)


def _loaded(path: str, text: str, shown: str, needles: Needles, origin: str) -> Iterator[Leak]:
    """What a browser that reads this text would ask other servers for."""
    for address in foreign.loads(path, text, origin):
        told = foreign.site_of(address) if _any(address, needles) else address
        yield Leak(shown, Trouble.FOREIGN, detail=told)


class _Spelling:
    """By which single step a secret of a text comes to light; looked up only where there is one."""

    def __init__(self, text: str, needles: Needles) -> None:
        self._text, self._needles = text, needles
        self._shown: dict[str, frozenset[str]] = {}

    def of(self, found: Found) -> list[str]:
        """The step (`mixed`: several are needed); none if the secret is there as it is."""
        if self._needles.secrets[found.secret].text in self._text:
            return []
        return [next((name for name in _STEPS if found.needle in self._after(name)), "mixed")]

    def _after(self, name: str) -> frozenset[str]:
        if name not in self._shown:
            self._shown[name] = frozenset(found.needle for found in self._needles.within(_STEPS[name](self._text)))
        return self._shown[name]


def _in_name(path: str, shown: str, needles: Needles) -> Iterator[Leak]:
    for found in needles.within(letters.decoded(path)):
        secret = needles.secrets[found.secret]
        yield Leak(shown, Trouble.SECRET, "path", secret.kind, secret.place)


def shown(path: str, needles: Needles) -> str:
    """A path without the parts that are secrets."""
    if not _any(path, needles):
        return path
    parts = [_masked(part, needles) for part in path.split("/")]
    return "/".join(parts) if _MASK in "".join(parts) else _MASK


def _masked(part: str, needles: Needles) -> str:
    return _MASK + os.path.splitext(part)[1][:6] if _any(part, needles) else part  # noqa: PTH122 - a part of a path


def _any(text: str, needles: Needles) -> bool:
    return any(True for _ in needles.within(letters.decoded(text)))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
