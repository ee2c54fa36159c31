r"""Where everything stands in a file, as it lies there: from which sign to which, with its own line ends and its mark.

`sheet` reads what a file says; here is only where, so that a part can be taken out and every other byte stays. Files
come here that `sheet` has read without an error: nothing is checked a second time.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from netjudge_plugin.reader import fences
from netjudge_plugin.reader.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.reader.schema import Fields

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text of the front matter, from its first sign (a quote is one) up to before `end`; `block` if after | or >."""

    value: str
    start: int
    end: int
    block: bool = False


@dataclass(slots=True)
class Group:
    """A list or a table; a table's `parts` are keys and values in turn."""

    start: int
    table: bool
    flow: bool
    end: int = 0
    parts: list[Part] = field(default_factory=list)

    @property
    def pairs(self) -> Iterator[tuple[Scalar, Part]]:
        """The keys of a table with their values."""
        for key, value in zip(self.parts[::2], self.parts[1::2], strict=True):
            if isinstance(key, Scalar):
                yield key, value


Part = Scalar | Group


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's text with its byte order mark, where its lines begin, its front matter and where its body begins."""

    text: str
    lines: tuple[int, ...]
    root: Group
    scalars: tuple[Scalar, ...]
    body: int

    @property
    def keys(self) -> frozenset[int]:
        """Where the names of fields begin; worked out at every asking."""
        found: set[int] = set()
        waiting: list[Part] = [self.root]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Group):
                waiting += part.parts
                found.update(key.start for key, _ in part.pairs) if part.table else None
        return frozenset(found)

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column of a sign, both from 1."""
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1

    def line_end(self, at: int) -> int:
        """Where the line of a sign ends, its line end included."""
        line = bisect_right(self.lines, at)
        return self.lines[line] if line < len(self.lines) else len(self.text)

    def line_start(self, at: int) -> int:
        """Where the line of a sign begins."""
        return self.lines[bisect_right(self.lines, at) - 1]


def read(source: SourceFile) -> Layout | None:
    """The layout of a file; None if it has none."""
    plain, _ = decode(source)
    cut, _ = fences.cut(plain, source.path) if plain is not None else (None, ())
    if cut is None:
        return None
    text, lines = _lines(source)
    start, end = lines[cut.front_line - 1], lines[cut.body_line - 2]
    body = lines[cut.body_line - 1] if cut.body_line <= len(lines) else len(text)
    root, scalars = _grown(text[start:end], start)
    return Layout(text, lines, root, tuple(scalars), body) if root else None


def read_yaml(source: SourceFile) -> Layout | None:
    """The layout of a file that is YAML as a whole; None if there is nothing in it. It has no body."""
    text, lines = _lines(source)
    root, scalars = _grown(text[lines[0] :], lines[0])
    return Layout(text, lines, root, tuple(scalars), len(text)) if root else None


def value_of(table: Part, name: str, fields: type[Fields]) -> tuple[Scalar, Part] | None:
    """A field of a table with its key, under whichever of its names it was written."""
    if isinstance(table, Group) and table.table:
        for key, value in table.pairs:
            if unicodedata.normalize("NFKC", key.value) in {name, fields.words[name]}:
                return key, value
    return None


def _lines(source: SourceFile) -> tuple[str, tuple[int, ...]]:
    """The text as it lies there, and where its lines begin; the first begins behind a byte order mark."""
    text = source.data.decode("utf-8")
    mark = len(text) - len(text.lstrip("\ufeff"))
    return text, (mark, *(found.end() for found in _BREAK.finditer(text)))


def _grown(text: str, start: int) -> tuple[Group | None, list[Scalar]]:
    stack: list[Group] = []
    scalars: list[Scalar] = []
    root: Group | None = None
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            first, last = _indices(event)
            scalar = Scalar(event.value, start + first, start + last, event.style in {"|", ">"})
            scalars.append(scalar)
            if stack:
                stack[-1].parts.append(scalar)
        elif isinstance(event, yaml.CollectionStartEvent):
            table = isinstance(event, yaml.MappingStartEvent)
            group = Group(start + _indices(event)[0], table, bool(event.flow_style))
            if stack:
                stack[-1].parts.append(group)
            root = root or group
            stack.append(group)
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop().end = start + _indices(event)[1]
    return root, scalars


def _indices(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
