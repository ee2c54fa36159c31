"""The directions of imports: doors -> pipeline -> rooms -> model, and every foreign library behind one wall.

A room that reached around them would work today and tie the house together for good.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "netjudge_plugin"
FILES = sorted(PACKAGE.rglob("*.py"))

#: Which of our own rooms each room may import (besides itself).
MAY = {
    "model": set(),
    "locale": {"model"},
    "judge": {"model"},
    "settings": {"model"},
    "reader": {"model", "settings"},
    "audience": {"model", "locale", "reader"},
    "views": {"model", "locale"},
    "in_force": {"model", "settings", "reader", "judge"},
    "pipeline": {"model", "settings", "locale", "reader", "judge", "audience", "views", "in_force"},
    "proving": {"model", "settings", "locale", "reader", "audience", "in_force", "pipeline"},
    "duties": {"model", "settings", "locale", "reader", "audience", "in_force", "pipeline", "interop"},
    "mkdocs": {"model", "settings", "locale", "pipeline"},
    "interop": {"model"},
    "publish": {"model"},
    "cli": {
        "model",
        "settings",
        "locale",
        "pipeline",
        "in_force",
        "mkdocs",
        "reader",
        "views",
        "judge",
        "interop",
        "proving",
        "publish",
        "audience",
        "duties",
    },
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip
#: Rooms that live from the standard library alone.
PLAIN = {"model", "judge", "settings"}
#: Foreign libraries and the only places that may know them.
WALLS = {
    "mkdocs": ("mkdocs",),
    "material": (),
    "properdocs": (),
    "yaml": ("reader/sheet.py", "reader/spans.py"),
    "frontmatter": ("reader/fences.py",),
    "jinja2": ("views/render.py", "mkdocs/"),
    "markdown": ("views/markdown.py",),
    "watchdog": ("mkdocs/",),
    "fsspec": ("publish/opening.py", "publish/smb.py", "publish/sftp.py"),
    "smbclient": ("publish/smb.py",),
    "smbprotocol": ("publish/smb.py",),
    "paramiko": ("publish/sftp.py",),
    "pydantic": (
        "reader/values.py",
        "reader/schema.py",
        "reader/example_fields.py",
        "reader/message_fields.py",
        "reader/fields.py",
        "reader/shares.py",
    ),
    "pydantic_core": ("reader/values.py", "reader/fields.py"),
    "duckdb": ("interop/share_parquet.py", "audience/parquet.py"),
    "ahocorasick_rs": ("audience/needles.py",),
    "click": ("cli/", "mkdocs/", "__main__.py"),
}


def imports(file: Path) -> set[str]:
    """The full names of what a file imports, at run time or for types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide the direction"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(file: Path) -> str:
    inside = file.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(file):
    here, inside = room(file), file.relative_to(PACKAGE).as_posix()
    for name in imports(file):
        top, *rest = name.split(".")
        if top == "netjudge_plugin":
            there = rest[0] if rest and rest[0] in MAY else "__init__"
            assert there in {here, "__init__"} | MAY[here], f"{inside} must not import {name}"
        elif top in WALLS:
            assert inside.startswith(WALLS[top]) if WALLS[top] else False, f"{inside} must not know {top}"
        else:
            assert top in sys.stdlib_module_names or here not in PLAIN, f"{inside} must live without {top}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_every_file_says_why_it_exists(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{file} has no docstring"


def test_the_judge_knows_no_clock_and_no_disk():
    for file in (PACKAGE / "judge").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        for clock in ("today()", ".now(", "open(", "import time"):
            assert clock not in text, f"{file.name} uses {clock}"


def test_no_drawer_without_a_name():
    unsaying = {"utils", "helpers", "common", "misc", "manager"}
    assert not unsaying & {file.stem for file in FILES}
