"""A table of a criteria file with typed access to its values: a mistake is noted at its place, and reading goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.written import Listing, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.written import Node

YES = {"true", "yes", "はい"}
NO = {"false", "no", "いいえ"}


@dataclass(slots=True)
class Drawer:
    """A table of the file with typed access to its values; what is wrong is noted in `problems` at its place."""

    table: Table
    problems: list[Diagnostic]
    at: dict[str, Node] = field(init=False)

    def __post_init__(self) -> None:
        self.at = {entry.key.value: entry.value for entry in self.table.entries}

    def wrong(self, place: Place, name: str, **facts: str) -> None:
        """Note what is wrong at that place."""
        self.problems.append(Diagnostic(place, name, facts))

    def place(self, key: str) -> Place:
        """Where the value of a key stands, or the table itself."""
        return self.at[key].place if key in self.at else self.table.place

    def only(self, known: Iterable[str]) -> None:
        """Note every key that is not among the known."""
        for entry in self.table.entries:
            if entry.key.value not in known:
                self.wrong(entry.key.place, "criteria-unknown-key", choices="\n".join(known))

    def text(self, key: str, *, required: bool = False, default: str = "") -> str:
        """One text."""
        node = self.at.get(key)
        if isinstance(node, Text) and (node.value.strip() or not required):
            return node.value.strip()
        if node is not None:
            self.wrong(node.place, "criteria-value", field=key)
        elif required:
            self.wrong(self.table.place, "criteria-missing", field=key)
        return default

    def choice(self, key: str, known: tuple[str, ...], *, required: bool = False) -> str:
        """One of the known texts; the first where there is none."""
        found = self.text(key, required=required, default=known[0])
        if found not in known:
            self.wrong(self.place(key), "criteria-value", field=key, choices="\n".join(known))
            return known[0]
        return found

    def number(self, key: str, least: int, most: int, *, default: int | None = None) -> int:
        """A whole number in that range; required unless there is a default."""
        if default is not None and key not in self.at:
            return default
        found = self.text(key, required=True, default=str(least))
        if not (found.isascii() and found.isdigit() and len(found) < 7 and least <= int(found) <= most):  # noqa: PLR2004
            self.wrong(self.place(key), "criteria-value", field=key, choices=f"{least}–{most}")
            return least
        return int(found)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Yes or no."""
        found = self.text(key).casefold()
        if found and found not in YES | NO:
            self.wrong(self.place(key), "criteria-value", field=key, choices="true\nfalse")
        return found in YES if found else default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; an absent or empty one is empty."""
        node = self.at.get(key)
        if node is None or (isinstance(node, Text) and not node.value):
            return ()
        if isinstance(node, Listing) and all(isinstance(item, Text) for item in node.items):
            return tuple(item.value.strip() for item in node.items if isinstance(item, Text))
        self.wrong(node.place, "criteria-value", field=key)
        return ()

    def inner(self, key: str, *, required: bool = False) -> Drawer:
        """A table inside this one; an absent one is empty."""
        node = self.at.get(key)
        if isinstance(node, Table):
            return Drawer(node, self.problems)
        if node is not None and not (isinstance(node, Text) and not node.value):
            self.wrong(node.place, "criteria-value", field=key)
        elif required:
            self.wrong(self.table.place, "criteria-missing", field=key)
        return Drawer(Table((), self.place(key)), self.problems)

    def labels(self, key: str, *, required: bool = False) -> dict[str, str]:
        """A table of texts by their ids, in the order of the file."""
        drawer = self.inner(key, required=required)
        return {word: drawer.text(word, required=True) for word in drawer.at}

    def tables(self, key: str, *, required: bool = False) -> list[Drawer]:
        """A list of tables."""
        node = self.at.get(key)
        if isinstance(node, Listing) and all(isinstance(item, Table) for item in node.items):
            return [Drawer(item, self.problems) for item in node.items if isinstance(item, Table)]
        if node is not None:
            self.wrong(node.place, "criteria-value", field=key)
        elif required:
            self.wrong(self.table.place, "criteria-missing", field=key)
        return []
