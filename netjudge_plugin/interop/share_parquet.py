"""Shares as one Parquet table, for engines that query more than one machine holds; the schema is published.

One row for each person that a member knows, in the order of the members and of their shares. DuckDB writes it (the
extra `parquet`): it is the engine of the manual's examples as well, so that there is one library and not two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from netjudge_plugin.model.team import Share

#: The columns in their order, with DuckDB's types. What is not known or not shared is NULL.
SCHEMA: Mapping[str, str] = {
    "member": "VARCHAR",
    "audience": "VARCHAR",
    "as_of": "DATE",
    "id": "VARCHAR",
    "name": "VARCHAR",
    "reading": "VARCHAR",
    "professions": "VARCHAR[]",
    "firm": "VARCHAR",
    "since": "DATE",
    "last_met": "DATE",
    "note": "VARCHAR",
}


def write(shares: Iterable[Share], path: Path) -> None:
    """Write the table to a file, over one that is there."""
    rows = [row for share in shares for row in _rows(share)]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in SCHEMA]
    lists = ", ".join(f"unnest(${nth}::{kind}[]) AS {name}" for nth, (name, kind) in enumerate(SCHEMA.items(), 1))
    # nothing is fetched, and one thread gives the same bytes each time
    quiet: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "threads": "1",
    }
    with duckdb.connect(config=quiet) as engine:
        engine.execute(f"CREATE TABLE known AS SELECT {lists}", columns)
        engine.table("known").write_parquet(str(path))


def _rows(share: Share) -> Iterable[tuple[object, ...]]:
    for one in share.people:
        yield (
            share.member,
            share.audience,
            share.as_of,
            one.id,
            one.name,
            one.reading or None,
            list(one.professions),
            one.firm or None,
            one.since,
            one.last_met,
            one.note or None,
        )
