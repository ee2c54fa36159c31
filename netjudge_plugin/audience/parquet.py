"""What a Parquet table says: it lies packed, column by column, so that its bytes alone tell little of it.

It is read by DuckDB, which also writes it (the extra `parquet`), row by row, as the lines of the CSV that it could be.
Without the library, and where it can make nothing of a file, nobody can say what is in there.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

BEGINNING, LOCKED = b"PAR1", b"PARE"

_BATCH = 1_000


class UnreadableTable(Exception):  # noqa: N818 - no error of the program: the file is refused
    """A table that cannot be read; `no_engine` if the library for it is not installed."""

    def __init__(self, *, no_engine: bool) -> None:
        """Say why."""
        super().__init__()
        self.no_engine = no_engine


def texts(data: bytes) -> Iterator[bytes]:
    """The names of the columns, then the rows, a batch at a time, and each cell of bytes that is no text."""
    try:
        import duckdb
    except ImportError:
        raise UnreadableTable(no_engine=True) from None
    with tempfile.TemporaryDirectory(prefix="netjudge-") as folder:
        path = Path(folder, "table")
        path.write_bytes(data.rstrip(b"\0"))  # where it comes out of base64 the last of its letters may be made up
        # nothing is fetched, and no more is taken than a page needs
        quiet: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": "512MB",
            "temp_directory": folder,
            "threads": "1",
        }
        try:
            with duckdb.connect(config=quiet) as engine:
                yield from _texts(engine, path)
        except (duckdb.Error, ValueError, OverflowError):
            raise UnreadableTable(no_engine=False) from None


def _texts(engine: DuckDBPyConnection, path: Path) -> Iterator[bytes]:
    table = "read_parquet($file, hive_partitioning = false)"
    file = {"file": path.as_posix()}
    columns = engine.execute(f"DESCRIBE FROM {table}", file).fetchall()
    yield "\t".join(str(name) for name, *_ in columns).encode("utf-8", "replace")
    # cells of bytes are taken as they are; all others as the engine writes them, so that no kind of value is missing
    chosen = ", ".join(
        f"#{nth}" if "BLOB" in str(kind) else f"#{nth}::VARCHAR" for nth, (_, kind, *_) in enumerate(columns, 1)
    )
    engine.execute(f"SELECT {chosen} FROM {table}", file)  # noqa: S608 - numbers of columns alone
    while rows := engine.fetchmany(_BATCH):
        closed: list[bytes] = []
        yield "\n".join("\t".join(_cell(cell, closed) for cell in row) for row in rows).encode("utf-8", "replace")
        yield from closed


def _cell(value: object, closed: list[bytes]) -> str:
    """A value as text; bytes that are none join the `closed` ones."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            closed.append(value)
            return ""
    if isinstance(value, dict):
        return " ".join(_cell(part, closed) for pair in value.items() for part in pair)
    if isinstance(value, list | tuple):
        return " ".join(_cell(part, closed) for part in value)
    return str(value)
