"""From bytes to front matter: a tree of texts, lists and tables in which every node knows its line and column.

YAML is parsed here and nowhere else, once a file and as a stream of events: anchors, aliases and tags are refused
before anything is built from them, and every scalar stays the string it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import yaml

from netjudge_plugin.model.diagnostics import Diagnostic, Place, in_order
from netjudge_plugin.model.written import Sheet, Table, Text
from netjudge_plugin.reader import fences, slips
from netjudge_plugin.reader.decode import decode
from netjudge_plugin.reader.slips import Fault, Slip
from netjudge_plugin.reader.tree import Refused, Spot, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.model.journal import SourceFile

#: What the parser was doing when the beginning of it is to blame, not the place where it noticed.
_UNFINISHED = ("a simple key", "a quoted scalar", "a flow sequence", "a flow mapping")

#: What the parser says of the second colon in `{内容: 資料: 送る}`.
_STRAY_IN_FLOW = ("did not find expected ',' or '}'", "did not find expected ',' or ']'")

#: What newer versions say of a thousand brackets in a row.
_NESTED = "exceeded maximum nesting depth"


def read(source: SourceFile) -> tuple[Sheet | None, tuple[Diagnostic, ...]]:
    """A journal file taken apart, or None if it has no front matter that can be read; and everything found in it."""
    text, found = decode(source)
    if text is None:
        return None, found
    parts, found = fences.cut(text, source.path)
    if parts is None:
        return None, found
    front, found = _table(parts.front, Tree(parts.front, source.path, parts.front_line, notes=True))
    if front is None:
        return None, found
    lines = enumerate(parts.front.split("\n"), parts.front_line)
    remarks = tuple(number for number, line in lines if line.startswith("#"))
    return Sheet(source.path, front, parts.body, parts.body_line, remarks), found


def read_yaml(source: SourceFile) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """A file that is YAML as a whole, such as the criteria, read as safely; comments behind values are welcome."""
    text, found = decode(source)
    if text is None:
        return None, found
    return _table(text, Tree(text, source.path, 1, notes=False))


class _Mark(Protocol):
    """What libyaml's marks and PyYAML's have in common."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def _table(text: str, tree: Tree) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """The text's one table, or None and why there is none."""
    try:
        _grow(text, tree)
    except Refused as refused:
        return None, (Diagnostic(tree.place(refused.spot), refused.name, refused.facts),)
    except yaml.YAMLError as error:
        if (end := _nested_until(error)) is not None:
            return _table(text[:end], Tree(text[:end], tree.path, tree.first, notes=tree.notes))
        return None, _reported(_causes(text, tree), tree)
    found = tree.slips
    if isinstance(tree.root, Text) and tree.root.plain:
        found = [*found, *slips.in_loose_lines(tree.lines)]
    if found:
        return None, _reported(found, tree)
    if isinstance(tree.root, Table):
        return tree.root, in_order(tree.found) if tree.found else ()
    place = tree.root.place if tree.root else Place(tree.path, max(1, tree.first - 1))
    return None, (Diagnostic(place, "front-matter-not-table"),)


def _nested_until(error: yaml.YAMLError) -> int | None:
    """The index at which libyaml gave up on nesting, if that is why it did: it reads ahead, so no event may be out yet.

    What stands before is far deeper than we allow, so that reading it alone tells where our own limit is passed.
    """
    if isinstance(error, yaml.MarkedYAMLError) and error.problem == _NESTED and error.problem_mark:
        return error.problem_mark.index
    return None


def _grow(text: str, tree: Tree) -> None:
    """Hand all of a text's events to the tree."""
    documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            spot = _unmarked(event)
            tree.scalar(event.value, event.style or None, spot, _spot(event.end_mark))
        elif isinstance(event, yaml.CollectionStartEvent):
            spot = _unmarked(event)
            tree.start(spot, table=isinstance(event, yaml.MappingStartEvent), flow=bool(event.flow_style))
        elif isinstance(event, yaml.CollectionEndEvent):
            tree.end()
        elif isinstance(event, yaml.AliasEvent):
            raise Refused("yaml-anchor", _spot(event.start_mark))
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Refused("yaml-syntax", _spot(event.start_mark))


def _unmarked(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> Spot:
    """Where a node starts, if it is a plain one without anchor and tag."""
    spot = _spot(event.start_mark)
    if event.anchor is not None:
        raise Refused("yaml-anchor", spot)
    if event.tag is not None:
        raise Refused("yaml-tag", spot)
    return spot


def _spot(mark: _Mark | None) -> Spot:
    assert mark is not None  # libyaml always knows where it is
    return mark.line, mark.column


def _causes(text: str, tree: Tree) -> list[Slip]:
    """Why a text is no YAML: the slips that surely are some, else what the parser says."""
    fault = _fault(text)
    assert fault is not None  # it has just failed
    found, mended = slips.diagnose(text, fault, _fault) if fault.name == "yaml-syntax" else ([], None)
    if mended is not None:
        found += _silent_slips(mended, tree)
    return found or [Slip(fault.name, fault.line, fault.column)]


def _silent_slips(mended: str, tree: Tree) -> list[Slip]:
    again = Tree(mended, tree.path, tree.first, notes=False)
    try:
        _grow(mended, again)
    except Refused:
        return []
    return again.slips


def _reported(found: Iterable[Slip], tree: Tree) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic(tree.place((slip.line, slip.column)), slip.name) for slip in slips.without_runs(found))


def _fault(text: str) -> Fault | None:
    """Where a text stops being YAML; None if it doesn't."""
    last = None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            last = event
    except yaml.MarkedYAMLError as error:
        stuck = _spot(error.problem_mark)
        name, (line, column) = _blamed(error, stuck, last)
        in_flow = error.problem in _STRAY_IN_FLOW and _spot(error.context_mark)[0] == stuck[0]
        if in_flow and text.split("\n")[stuck[0]].startswith(":", stuck[1]):
            name, line, column = "yaml-unquoted-colon", *stuck
        return Fault(stuck[0], name, line, column)
    except yaml.YAMLError:
        return Fault(0, "yaml-syntax", 0, 0)
    return None


def _blamed(error: yaml.MarkedYAMLError, stuck: Spot, last: yaml.Event | None) -> tuple[str, Spot]:
    """What to report for an error if nothing better is found, and where: at the beginning of what was not finished."""
    doing = error.context or ""
    begun = _spot(error.context_mark) if error.context_mark else stuck
    if doing.endswith(("an alias", "an anchor")):
        return "yaml-anchor", begun
    if doing.endswith("a tag") or error.problem == "found undefined tag handle":
        return "yaml-tag", begun
    if isinstance(last, yaml.ScalarEvent) and last.style in {'"', "'"}:
        quote, end = _spot(last.start_mark), _spot(last.end_mark)
        if quote[0] < end[0] == stuck[0]:  # it was not closed on its line and ran on to the next quote
            return "yaml-syntax", quote
    return "yaml-syntax", begun if begun[0] < stuck[0] and doing.endswith(_UNFINISHED) else stuck
