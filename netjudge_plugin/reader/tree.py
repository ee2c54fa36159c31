"""Written nodes, grown from a parser's events, with everything noticed on the way.

What a journal has no use for (merge keys, deep nesting, keys that are lists) is refused at the first event that shows
it, before anything is built from it. What YAML accepts but the writer did not mean is kept as a slip or a diagnostic.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.written import Entry, Listing, Node, Table, Text
from netjudge_plugin.reader import slips
from netjudge_plugin.reader.decode import CONTROL, code_point

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.reader.slips import Slip

Spot = tuple[int, int]
"""A line and a column of the text that is read, both from 0."""

_MOST_DEEP = 20
_WATCHED = slips.SUSPECT | {"<"}
_CUT = re.compile(r"[ \t]+(?=#)")


@dataclass
class Refused(Exception):  # noqa: N818 - no error of the program: the file is not read on
    """Something that ends the reading of a file: the name of its diagnostic, its spot and facts."""

    name: str
    spot: Spot
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A list or table not yet at its end. A table's nodes are keys and values in turn; None is a dropped value."""

    place: Place
    table: bool
    flow: bool
    nodes: list[Node | None] = field(default_factory=list)

    @property
    def wants_key(self) -> bool:
        return self.table and len(self.nodes) % 2 == 0


@dataclass
class Tree:
    """One text's nodes. `first` is the line of the file `path` on which the text starts.

    `notes` says whether texts are a user's notes, in which a lost comment or a link without quotes is a mishap; in
    the criteria comments are welcome. After the last event `root` is the tree, `found` what is wrong with single
    fields, `slips` what makes the tree as a whole worthless.
    """

    text: InitVar[str]
    path: str
    first: int
    notes: bool
    root: Node | None = None
    found: list[Diagnostic] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    lines: list[str] = field(init=False)
    _open: list[_Open] = field(default_factory=list)

    def __post_init__(self, text: str) -> None:
        self.lines = text.split("\n")
        watched = self.notes and "#" in text
        self._commented = {number for number, line in enumerate(self.lines) if "#" in line} if watched else set()

    def start(self, spot: Spot, *, table: bool, flow: bool) -> None:
        """A list or table begins; `flow` if it is written in brackets."""
        if len(self._open) == _MOST_DEEP:
            raise Refused("yaml-too-deep", spot, {"limit": str(_MOST_DEEP)})
        if self._open and self._open[-1].wants_key:
            link = self.lines[spot[0]].startswith("[[", spot[1])
            raise Refused("yaml-unquoted-link" if link else "yaml-syntax", spot)
        self._open.append(_Open(self.place(spot), table, flow))

    def end(self) -> None:
        """The innermost list or table ends."""
        closed = self._open.pop()
        if closed.table:
            self._put(Table(self._entries(closed), closed.place))
        elif self.notes and _is_link(closed):
            self.found.append(Diagnostic(closed.place, "yaml-unquoted-link"))
            self._put(None)
        else:
            self._put(Listing(tuple(node for node in closed.nodes if node is not None), closed.place))

    def scalar(self, value: str, style: str | None, spot: Spot, end: Spot) -> None:
        """A text, with the quote or block mark that begins it, or None without one."""
        if style is None:
            # asked for every text of a journal: most need no closer look
            if value[:1] in _WATCHED or end[0] > spot[0] or end[0] in self._commented:
                self._plain(value, spot, end)
        elif style == '"' and (control := CONTROL.search(value)):  # written as an escape
            raise Refused("control-character", spot, {"code": code_point(control.group())})
        self._put(Text(value, self.place(spot), style is None))

    def place(self, spot: Spot) -> Place:
        """Where a spot of the text is in its file."""
        return Place(self.path, self.first + spot[0], spot[1] + 1)

    def _put(self, node: Node | None) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _entries(self, closed: _Open) -> tuple[Entry, ...]:
        """Keys with their values: the first of equal keys stays, entries whose value was dropped go."""
        lines: dict[str, int] = {}
        entries = []
        pairs = iter(closed.nodes)
        for key, value in zip(pairs, pairs, strict=True):
            assert isinstance(key, Text)  # other keys were refused at their start
            name = unicodedata.normalize("NFKC", key.value)
            if name in lines:
                self.found.append(Diagnostic(key.place, "yaml-duplicate-key", {"first": str(lines[name])}))
                continue
            lines[name] = key.place.line
            if value is not None:
                entries.append(Entry(key, value))
            if key.plain and ("：" in key.value or ":　" in key.value):
                self._run_together(key, value)
        return tuple(entries)

    def _run_together(self, key: Text, value: Node | None) -> None:
        """`{内容：資料}` is a key without a value to YAML; so is `名前：` with what follows it up to the next colon."""
        empty = isinstance(value, Text) and value.plain and not value.value
        slip = slips.in_long_key(key.value, key.place.line - self.first, key.place.column - 1, empty=empty)
        if slip:
            self.slips.append(slip)

    def _plain(self, value: str, spot: Spot, end: Spot) -> None:
        """What may be wrong with a text without quotes."""
        wants_key = bool(self._open) and self._open[-1].wants_key
        if wants_key and value == "<<":
            raise Refused("yaml-anchor", spot)
        if value[:1] in slips.SUSPECT:
            self.slips += self._suspect(value, spot, end, wants_key=wants_key)
        if end[0] in self._commented and (cut := _CUT.match(self.lines[end[0]], end[1])):
            self.found.append(Diagnostic(self.place((end[0], cut.end())), "yaml-comment-cut"))

    def _suspect(self, value: str, spot: Spot, end: Spot, *, wants_key: bool) -> list[Slip]:
        """Marks of a list or an indentation that became a text; `-　佐藤` below `-　田中` goes on with that text."""
        if wants_key:
            return [slip for slip in [slips.in_key(value, *spot)] if slip]
        if self.lines[spot[0]][: spot[1]].strip(" "):
            return []
        return slips.in_text(self.lines[spot[0] : end[0] + 1], spot[0])


def _is_link(closed: _Open) -> bool:
    """Whether a list is `[[佐藤 美咲]]` without quotes."""
    inner = closed.nodes[0] if len(closed.nodes) == 1 else None
    if not closed.flow or not isinstance(inner, Listing):
        return False
    adjacent = (inner.place.line, inner.place.column) == (closed.place.line, closed.place.column + 1)
    return adjacent and bool(inner.items) and all(isinstance(item, Text) for item in inner.items)
