"""Every text of the catalogue is asked for somewhere: what nobody says would be translated, and reviewed, in vain."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from netjudge_plugin.locale import catalogue
from netjudge_plugin.views.capture import SAID

PACKAGE = Path(__file__).parents[2] / "netjudge_plugin"
#: Told by name from tables: the sentences of the article, diagnostics, and what the command line asks for.
BY_TABLE = ("seed.", "diagnostics.", "cli.commands.", "cli.options.")
HOLE = "\0"
_KEY = re.compile(rf"[A-Za-z0-9_.{HOLE}-]+")
_BEGINNING = re.compile(rf"[\w.]+\.{HOLE}")


def of_program(text: str) -> set[str]:
    """All texts in a program, with a hole for each value in them."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            found.add("".join(part.value if isinstance(part, ast.Constant) else HOLE for part in node.values))
    return found


def of_template(text: str) -> set[str]:
    """All texts in a template, with a hole for each value in them."""
    tree = jinja2.Environment(autoescape=True).parse(text)
    found = {node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str)}
    for node in tree.find_all(nodes.Concat):
        found.add("".join(part.value if isinstance(part, nodes.Const) else HOLE for part in node.nodes))
    return found


def of_script(text: str) -> set[str]:
    """All texts in a script, with a hole for each value in them."""
    return {re.sub(r"\$\{[^}]*\}", HOLE, found) for _, found in re.findall(r"""(["'`])([^"'`\n]+)\1""", text)}


@cache
def texts() -> set[str]:
    """All texts of the package that may be keys or parts of them."""
    programs = (of_program(file.read_text("utf-8")) for file in PACKAGE.rglob("*.py"))
    templates = (of_template(file.read_text("utf-8")) for file in PACKAGE.rglob("*.html"))
    scripts = (of_script(file.read_text("utf-8")) for file in PACKAGE.rglob("*.js"))
    return {text for found in (*programs, *templates, *scripts) for text in found if _KEY.fullmatch(text)}


@cache
def open_keys() -> list[re.Pattern[str]]:
    """The keys with holes, each of which stands for one part of a key."""
    found = (text for text in texts() if HOLE in text and "." in text.strip(HOLE))
    return [re.compile(re.escape(text).replace(re.escape(HOLE), "[^.]+")) for text in found]


@pytest.mark.parametrize("key", [key for key in catalogue("ja").texts if not key.startswith(BY_TABLE)])
def test_it_is_asked_for(key):
    beginnings = [*(text.removesuffix(HOLE) for text in texts() if _BEGINNING.fullmatch(text)), "capture.", *SAID]
    rests = [key.removeprefix(beginning) for beginning in beginnings if key.startswith(beginning)]
    assert any(rest in texts() or any(known.fullmatch(rest) for known in open_keys()) for rest in (key, *rests))
