"""A table as written to a table of known fields: keys in either language, values typed, every mistake at its place.

One mistake costs as little as it can: the value that is wrong, or the contact that cannot do without it.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from netjudge_plugin.model.diagnostics import SEVERITIES, Diagnostic
from netjudge_plugin.model.journal import Word
from netjudge_plugin.model.written import Listing, Table, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.written import Node
    from netjudge_plugin.reader.schema import Fields

F = TypeVar("F", bound="Fields")
Loc = tuple[str | int, ...]

#: What pydantic calls the mistakes that it finds by itself.
_NAMES = {
    "missing": "field-missing",
    "string_type": "value-not-text",
    "list_type": "value-not-list",
    "model_type": "value-not-table",
    "model_attributes_type": "value-not-table",
}


@dataclass(slots=True)
class Known:
    """What is known of a table: plain data for the schema, and where everything stands (by pydantic's `loc`).

    `parts` holds, for each list of tables, every item that could be used with what is known of it. `wrong` are the
    places in the data that were left out.
    """

    nodes: dict[Loc, Node]
    extra_fields: frozenset[str]
    plain: dict[str, Any] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    parts: dict[str, list[tuple[Any, Known]]] = field(default_factory=dict)
    wrong: set[Loc] = field(default_factory=set)
    problems: list[Diagnostic] = field(default_factory=list)

    def words(self, name: str) -> tuple[Word, ...]:
        """The texts of a field, a list or a single one, each with its place; mistaken ones are left out."""
        node = self.nodes.get((name,))
        if node is None or (name,) in self.wrong:
            return ()
        items = node.items if isinstance(node, Listing) else (node,)
        texts = [(place, item) for place, item in enumerate(items) if (name, place) not in self.wrong]
        return tuple(Word(item.value.strip(), item.place) for _, item in texts if isinstance(item, Text) and item.value)


def read_fields(table: Table, kind: type[F], extra_fields: frozenset[str]) -> tuple[F | None, Known]:
    """The table typed as `kind`, with what was known of it and what was wrong; None if a field it needs is wrong."""
    known = Known({(): table}, extra_fields)
    known.plain = _fill(table, kind, (), known)
    while True:
        try:
            return kind.model_validate(known.plain), known
        except ValidationError as errors:
            found = [(_inside(e["loc"], known), e) for e in errors.errors(include_url=False, include_input=False)]
        # a field that was needed and has been left out for another mistake is not missing as well
        known.problems += [
            _diagnosed(e["type"], e.get("ctx", {}), loc, known) for loc, e in found if loc not in known.wrong
        ]
        missing = {loc for loc, error in found if error["type"] == "missing"}
        if any(len(loc) == 1 for loc in missing):
            return None, known
        # from the end, so that the places of the other items of a list stay true
        for loc in sorted({loc[:-1] if loc in missing else loc for loc, _ in found}, key=_from_the_end, reverse=True):
            _leave_out(loc, known)


def _from_the_end(loc: Loc) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in loc)


def _leave_out(loc: Loc, known: Known) -> None:
    """Take a mistaken value out of the plain data: an item of a list, or a whole field."""
    known.wrong.add(loc)
    holder: Any = known.plain
    for step in loc[:-1]:
        holder = holder[step]
    if isinstance(holder, dict):
        holder.pop(loc[-1], None)
    elif isinstance(holder, list) and isinstance(loc[-1], int):
        del holder[loc[-1]]
    else:
        known.plain.pop(str(loc[0]), None)


def _fill(table: Table, kind: type[Fields], loc: Loc, known: Known) -> dict[str, Any]:
    names = {name: name for name in kind.words} | {word: name for name, word in kind.words.items()}
    first: dict[str, Text] = {}
    plain: dict[str, Any] = {}
    for entry in table.entries:
        key = unicodedata.normalize("NFKC", entry.key.value).strip()
        name = names.get(key) or names.get(key.casefold())
        if name is None:
            if not {key, entry.key.value} & known.extra_fields:
                known.problems.append(Diagnostic(entry.key.place, "unknown-field", _nearest(key, kind)))
        elif name in first:
            facts = {"first": str(first[name].place.line), "field": _shown(name, kind)}
            known.problems.append(Diagnostic(entry.key.place, "field-twice", facts))
        else:
            first[name] = entry.key
            known.keys[*loc, name] = entry.key.place
            plain |= _value(name, entry.value, kind, loc, known)
    return plain


def _value(name: str, value: Node, kind: type[Fields], loc: Loc, known: Known) -> dict[str, Any]:
    """The plain data of one field under its name; nothing for an empty one and for a list of tables."""
    parts = kind.parts.get(name)
    if parts and name in kind.lists and isinstance(value, Listing):
        known.parts[name] = _parts(value, parts, known)
        return {}
    if parts and isinstance(value, Table):
        known.nodes[*loc, name] = value
        return {name: _fill(value, parts, (*loc, name), known)}
    return {} if _left_empty(value, name, kind) else {name: _plain(value, (*loc, name), known)}


def _parts(value: Listing, kind: type[Fields], known: Known) -> list[tuple[Any, Known]]:
    """Every table of a list, read by itself: a mistake in one costs the others nothing."""
    found: list[tuple[Any, Known]] = []
    for item in value.items:
        if not isinstance(item, Table):
            known.problems.append(_no_table(item))
            continue
        if _is_blank_form(item):
            continue
        part, inner = read_fields(item, kind, known.extra_fields)
        known.problems += inner.problems
        if part is not None:
            found.append((part, inner))
    return found


def _is_blank_form(item: Table) -> bool:
    """Whether nobody has filled in any of a table's several fields: as good as not there, like one empty field."""
    values = [entry.value for entry in item.entries]
    return len(values) > 1 and all(isinstance(v, Text) and v.plain and not v.value for v in values)


def _no_table(item: Node) -> Diagnostic:
    """A text or list where a table was expected; `名前：田中` is one written with a full-width colon."""
    colon = item.value.find("：") if isinstance(item, Text) and item.plain else -1
    if colon < 0:
        return Diagnostic(item.place, "value-not-table")
    return Diagnostic(replace(item.place, column=item.place.column + colon), "yaml-full-width-colon")


def _left_empty(value: Node, name: str, kind: type[Fields]) -> bool:
    return isinstance(value, Text) and not value.value.strip() and name not in kind.empty_counts


def _plain(node: Node, loc: Loc, known: Known) -> Any:  # noqa: ANN401 - what YAML can hold
    known.nodes[loc] = node
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Listing):
        return [_plain(item, (*loc, place), known) for place, item in enumerate(node.items)]
    return {entry.key.value: _plain(entry.value, (*loc, entry.key.value), known) for entry in node.entries}


def _inside(loc: Loc, known: Known) -> Loc:
    """The part of pydantic's `loc` that exists in the file (or is missing there): a union's members are not in it."""
    inside: Loc = ()
    for step in loc[:-1]:
        if (*inside, step) in known.nodes:
            inside = (*inside, step)
    return (*inside, loc[-1])


def _diagnosed(kind: str, context: Mapping[str, Any], loc: Loc, known: Known) -> Diagnostic:
    name = kind if kind in SEVERITIES else _NAMES.get(kind, "value-not-text")
    facts = {key: str(value) for key, value in context.items() if key in {"hint", "choices"}}
    if name == "field-missing":
        facts["field"] = str(loc[-1])
    return Diagnostic(_place(loc, known), name, facts)


def _place(loc: Loc, known: Known) -> Place:
    """Where a mistake stands: at the value, else at its key, else at the table that lacks it."""
    while loc not in known.nodes:
        if loc in known.keys:
            return known.keys[loc]
        loc = loc[:-1]
    return known.nodes[loc].place


def _nearest(key: str, kind: type[Fields]) -> dict[str, str]:
    names = {name: name for name in kind.words} | {word: name for name, word in kind.words.items()}
    near = difflib.get_close_matches(key.casefold()[:80], list(names), n=1, cutoff=0.5)
    return {"nearest": _shown(names[near[0]], kind)} if near else {}


def _shown(name: str, kind: type[Fields]) -> str:
    return f"{name}（{kind.words[name]}）"
