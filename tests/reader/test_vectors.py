"""Every file of `tests/vectors` says on its own lines what must be found in it; its README explains the marks."""

from __future__ import annotations

import datetime
import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from netjudge_plugin.model.diagnostics import SEVERITIES, Diagnostic, Severity
from netjudge_plugin.model.journal import Event, Journal, SourceFile
from netjudge_plugin.reader import entries, sheet

FOLDER = Path(__file__).parent.parent / "vectors"
VECTORS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
TODAY = datetime.date(2026, 11, 23)

#: Errors that may cost no more than a value.
LOCAL = {"yaml-duplicate-key", "yaml-unquoted-link"}

_MARK = re.compile(r"«([^«»]*)»")
_EXPECTATION = re.compile(r"([a-z0-9-]+) @(\d+)((?: \w+=\S+)*)")
_CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")
_LINE_ENDS = {"crlf": ["\r\n"], "cr": ["\r"], "mixed": ["\r\n", "\n", "\r"]}


@dataclass
class Vector:
    """What a vector's marks say, and the bytes that remain without them."""

    expected: list[tuple[int, int, str]] = field(default_factory=list)
    facts: dict[tuple[int, int, str], dict[str, str]] = field(default_factory=dict)
    encoding: str = "utf-8"
    line_ends: str = ""
    level: str = "sheet"
    data: bytes = b""

    def source(self, name: str) -> SourceFile:
        return SourceFile(f"journal/{name}", name, self.data)


def unmarked(text: str) -> Vector:
    vector = Vector()
    lines = [_unmarked_line(vector, number, line) for number, line in enumerate(text.split("\n"), 1)]
    if vector.line_ends == "unfinished":
        lines = lines[:-1]
    ends = itertools.cycle(_LINE_ENDS.get(vector.line_ends, ["\n"]))
    joined = lines[0] + "".join(next(ends) + line for line in lines[1:])
    vector.data = joined.encode(vector.encoding, "surrogateescape" if vector.encoding == "utf-8" else "strict")
    return vector


def _unmarked_line(vector: Vector, number: int, line: str) -> str:
    def replaced(mark: re.Match[str]) -> str:
        kind, _, rest = mark[1].partition(" ")
        if expectation := _EXPECTATION.fullmatch(mark[1]):
            key = (number, int(expectation[2]), expectation[1])
            vector.expected.append(key)
            vector.facts[key] = dict(fact.split("=", 1) for fact in expectation[3].split())
        elif kind == "encode":
            vector.encoding = rest
        elif kind == "lines":
            vector.line_ends = rest
        elif kind == "level":
            vector.level = rest
        else:
            return _replacement(kind, rest)
        return ""

    return _MARK.sub(replaced, line)


def _replacement(kind: str, rest: str) -> str:
    if code := _CODE_POINT.fullmatch(kind):
        return chr(int(code[1], 16))
    if kind == "byte":
        return chr(0xDC00 + int(rest, 16))
    assert kind == "repeat", kind
    count, _, unit = rest.partition(" ")
    return unit * int(count)


def found_in(vector: Vector, name: str) -> tuple[Diagnostic, ...]:
    read, found = sheet.read(vector.source(name))
    if vector.level == "sheet":
        return found
    assert read is not None
    entry, more = entries.check(read, extra_fields=frozenset())
    journal = Journal(events=(entry,) if isinstance(entry, Event) else ())
    return (*found, *more, *entries.far_dates(journal, TODAY), *entries.unpeopled(journal, TODAY))


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_a_vector_gives_exactly_the_diagnostics_marked_in_it(path: Path) -> None:
    vector = unmarked(path.read_text(encoding="utf-8"))
    found = {(d.place.line, d.place.column, d.name): d for d in found_in(vector, path.name)}
    assert sorted(found) == sorted(vector.expected)
    for key, facts in vector.facts.items():
        assert facts.items() <= dict(found[key].facts).items()


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_no_diagnostic_of_a_vector_quotes_the_file(path: Path) -> None:
    vector = unmarked(path.read_text(encoding="utf-8"))
    for diagnostic in found_in(vector, path.name):
        for name, value in diagnostic.facts.items():
            assert name in {"first", "code", "encoding", "command", "limit"} or vector.level == "fields"
            assert not any(secret in value for secret in ("佐藤", "相続", "銀座"))


def test_every_diagnostic_of_bytes_lines_and_yaml_has_a_vector_or_a_test_of_the_disk() -> None:
    marked = {name for path in VECTORS for _, _, name in unmarked(path.read_text(encoding="utf-8")).expected}
    reading = {name for name in SEVERITIES if name.startswith(("yaml-", "front-matter-", "encoding-", "control-"))}
    assert reading <= marked


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_an_error_of_the_file_lets_nothing_of_it_through(path: Path) -> None:
    read, found = sheet.read(unmarked(path.read_text(encoding="utf-8")).source(path.name))
    errors = {diagnostic.name for diagnostic in found if diagnostic.severity is Severity.ERROR}
    if errors - LOCAL:
        assert read is None
    if not errors:
        assert read is not None
