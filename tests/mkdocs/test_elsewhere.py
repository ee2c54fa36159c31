"""What would be asked of another server is said, with its address and its place; following a link is not meant."""

from __future__ import annotations

import logging
from textwrap import dedent

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from netjudge_plugin.mkdocs.elsewhere import pages_ask
from netjudge_plugin.mkdocs.options import settings_from_file

EVENT = "---\ndate: 2026-11-20\ncontacts: []\n---\n"


@pytest.mark.parametrize(
    ("html", "asked"),
    [
        ('<script src="https://cdn.example/a.js?k=secret"></script>', ["https://cdn.example/a.js"]),
        ("<img alt=x src=//a.example/p.png>", ["https://a.example/p.png"]),
        ("<img srcset='p.png 1x, https://a.example/q.png 2x'>", ["https://a.example/q.png"]),
        ('<link rel="stylesheet" href="http://a.example/s.css">', ["http://a.example/s.css"]),
        ('<link rel="preconnect" href="https://fonts.example">', ["https://fonts.example"]),
        ('<iframe\nsrc="https://maps.example/?q=1"></iframe>', ["https://maps.example/"]),
        ('<link rel="canonical" href="https://a.example/p.html">', []),
        ('<a href="https://a.example/">a</a> <img src="p.png"> //no.example', []),
        ('<script src="https://own.example/a.js"></script>', []),
        ("&lt;img src=https://a.example/p.png&gt;", []),
    ],
)
def test_what_a_page_asks_of_others(html, asked):
    assert list(pages_ask(html, "https://own.example/journal/")) == asked


def project(draw, theme="font: false", more="", options="", page="# x"):
    yml = f"""
        site_name: x
        theme: {{name: material, {theme}}}
        plugins: [search, netjudge: {{today: 2026-11-23, purpose: y, {options}}}]
        """
    return draw({"mkdocs.yml": dedent(yml) + more, "docs/x.md": page, "journal/a.md": EVENT}) / "mkdocs.yml"


@pytest.mark.parametrize(
    ("theme", "more", "asked"),
    [
        ("font: false", "", ()),
        ("font: {text: Roboto}", "", (("theme.font", "https://fonts.googleapis.com/"),)),
        ("language: ja", "", (("theme.font", "https://fonts.googleapis.com/"),)),
        ("font: false", "extra_css: [a.css, //c.example/b.css]", (("extra_css", "https://c.example/b.css"),)),
        (
            "font: false",
            "extra_javascript: ['https://c.example/d.js']",
            (("extra_javascript", "https://c.example/d.js"),),
        ),
    ],
)
def test_the_settings_tell_before_anything_is_built(draw, theme, more, asked):
    assert settings_from_file(project(draw, theme, more)).asks_elsewhere == asked


def test_what_is_let_in_by_name_is_not_told(draw):
    options = "content_security_policy: {style-src: fonts.googleapis.com}"
    config = project(draw, "font: {text: Roboto}", options=options)
    assert settings_from_file(config).asks_elsewhere == ()


def built(config, caplog):
    with caplog.at_level(logging.WARNING, logger="mkdocs.plugins.netjudge"):
        build(load_config(str(config)))
    return [record.getMessage() for record in caplog.records if "asks-elsewhere" in record.getMessage()]


def test_a_hand_written_page_is_named_with_the_address_once(draw, caplog):
    page = "![x](https://a.example/p.png) ![x](https://a.example/p.png) [a link](https://b.example/)"
    said = built(project(draw, page=page), caplog)
    assert len(said) == 1
    assert said[0].startswith("docs/x.md:1:1: asks-elsewhere")
    assert "https://a.example/p.png" in said[0]


def test_a_setting_is_named_once_and_not_again_for_each_page(draw, caplog):
    said = built(project(draw, "font: {text: Roboto}", "extra_javascript: ['https://c.example/d.js']"), caplog)
    places = {line.partition(":")[0] for line in said if "c.example" in line or "theme.font" in line}
    assert places == {"mkdocs.yml"}
    assert len([line for line in said if "c.example" in line]) == 1
