"""What was written: front matter and YAML as a tree of texts, lists and tables, every node with its place.

Scalars stay the strings they were (`0312`, `no`, `10:30`): only the schema gives them a type.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.model.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Text:
    """One scalar, verbatim (after YAML's own unquoting and line folding); an empty value is the empty string."""

    value: str
    place: Place
    plain: bool = True  # written without quotes or block marks


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a table with its value."""

    key: Text
    value: Node


@dataclass(frozen=True, slots=True)
class Table:
    """A YAML mapping in the order of the file; keys are unique (the reader refuses duplicates)."""

    entries: tuple[Entry, ...]
    place: Place


Node = Text | Listing | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """One journal file, taken apart: its front matter and the Markdown text below it.

    `body_line` is the line of the file (from 1) on which the body starts, `remarks` those of comments that stand in the
    front matter without being indented.
    """

    path: str
    front: Table
    body: str
    body_line: int
    remarks: tuple[int, ...] = ()
