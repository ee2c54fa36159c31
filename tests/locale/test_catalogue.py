"""One catalogue in two languages: the same keys, the same facts, and nothing that is asked for is missing."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from netjudge_plugin.locale import catalogue
from netjudge_plugin.locale.messages import message
from netjudge_plugin.model.criteria import VERDICTS
from netjudge_plugin.model.diagnostics import SEVERITIES, Diagnostic, Place
from netjudge_plugin.model.judgement import AxisState

PACKAGE = Path(__file__).parents[2] / "netjudge_plugin"
JA, EN = catalogue("ja"), catalogue("en")
FACTS = """
    code encoding command suggestions nearest first other field choices limit hint id page path
    states example rest by step kind sign axis marks before after need yes wait no verdict setting url
""".split()
#: Every text that code or a template names outright; keys put together from parts are tested by showing pages.
NAMED = re.compile(r"""["']((?:(?:pages|judgement|diagnostics)(?:\.[a-z0-9_-]+){2,}|whatif(?:\.[a-z0-9_-]+)+))["']""")


def facts(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts_with_the_same_facts():
    assert sorted(JA.texts) == sorted(EN.texts)
    for key, text in JA.texts.items():
        assert facts(text) == facts(EN.texts[key]), key


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
@pytest.mark.parametrize("name", SEVERITIES)
def test_every_diagnostic_says_what_is_wrong_and_how_to_mend_it(name, words):
    for given in ({}, dict.fromkeys(FACTS, "X1"), {"first": ""}):
        found, mend = message(Diagnostic(Place("journal/a.md"), name, given), words)
        assert found
        assert mend
        assert not re.search(r"[{}]|「」|“”|: *$|\( *\)|（ *）", found + " " + mend), (name, given)


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_no_text_is_there_for_a_diagnostic_that_is_not(words):
    assert {key.split(".")[1] for key in words.texts if key.startswith("diagnostics.")} == set(SEVERITIES)


def test_a_message_takes_the_text_made_for_a_fact_that_is_there():
    place = Place("journal/a.md", 4)
    assert "「印象」" in message(Diagnostic(place, "unknown-field", {"nearest": "印象"}), JA)[1]
    assert "でしょうか" not in message(Diagnostic(place, "unknown-field"), JA)[1]
    assert "3行目" in message(Diagnostic(place, "yaml-duplicate-key", {"first": "3"}), JA)[0]


def test_a_fact_may_hold_braces_and_anything_else():
    said = message(Diagnostic(Place("a"), "criteria-value", {"field": "{0} {x}", "choices": "{}"}), JA)
    assert "{0} {x}" in said[0]
    assert "{}" in said[1]


@pytest.mark.parametrize("file", [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")], ids=lambda file: file.name)
def test_every_text_that_is_named_exists(file):
    for key in NAMED.findall(file.read_text(encoding="utf-8")):
        assert JA.has(key), key


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_what_the_model_can_hold_has_a_word(words):
    for state in AxisState:
        assert words.has(f"judgement.state.{state}")
    for occasion in ("meeting", "out", "in", "decision"):
        assert words.has(f"judgement.occasion.{occasion}")
    for table, ids in (
        ("kind", "event study meeting call other"),
        ("distance", "near steady light annual"),
        ("share", "team partners"),
    ):
        assert all(words.has(f"pages.{table}.{identifier}") for identifier in ids.split())
    assert len(VERDICTS) == 3
