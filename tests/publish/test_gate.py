"""Whoever opens a page asks nobody else for anything: found before it is sent, file by file, with the server's name."""

from __future__ import annotations

import pytest
from published import site

from netjudge_plugin.publish import manifest
from netjudge_plugin.publish.gate import Leak, private


def found(folder, **files):
    source = site(folder, {name.replace("_", "."): text for name, text in files.items()})
    return private(source, manifest.of_folder(source))


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/a.js"></script>',
        "<script async src='//cdn.example/a.js'></script>",
        "<img alt=x src=https://cdn.example/a.png>",
        '<img src="a.png" srcset="b.png 1x, https://cdn.example/a.png 2x">',
        '<link rel="stylesheet" href="https://cdn.example/a.css">',
        '<link href="https://cdn.example" rel="preconnect" crossorigin>',
        "<link rel=icon href=http://cdn.example/a.ico>",
        '<iframe title="a > b" src="https://cdn.example/"></iframe>',
        '<video poster="https://cdn.example/a.png"></video>',
        '<object data="https://cdn.example/a.svg"></object>',
        '<svg><use href="https://cdn.example/a.svg#b"/></svg>',
        '<p style="background: url(https://cdn.example/a.png)"></p>',
        '<p style="background: url(&quot;https://cdn.example/a.png&quot;)"></p>',
        "<style>@import 'https://cdn.example/a.css';</style>",
        '<IMG SRC="HTTPS://CDN.EXAMPLE/a.png">',
        '<img src=" https://cdn.example/a.png?person=%E7%A7%98">',
    ],
)
def test_what_a_page_would_load(tmp_path, html):
    assert found(tmp_path, index_html=html) == (Leak("index.html", "foreign-request", "cdn.example"),)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://elsewhere.example/">a link that one may follow</a>',
        '<link rel="canonical" href="https://my.example/index.html">',
        '<script src="assets/a.js"></script><img src="../b.png"><link rel="stylesheet" href="a.css">',
        '<img src="data:image/png;base64,//8A,//9B">',
        "&lt;script src=&quot;https://cdn.example/&quot;&gt;",
        "<code>@import url(https://cdn.example/a.css)</code>",
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        '<img data-src="https://cdn.example/a.png" src="a.png">',
    ],
)
def test_what_is_no_loading(tmp_path, html):
    assert found(tmp_path, index_html=html) == ()


def test_style_sheets_and_pictures(tmp_path):
    css, svg = "a { src: url('https://font.example/a.woff') }", '<svg><image href="http://cdn.example/a.png"/></svg>'
    assert found(tmp_path, a_css=css, b_svg=svg, c_txt=css) == (
        Leak("a.css", "foreign-request", "font.example"),
        Leak("b.svg", "foreign-request", "cdn.example"),
    )


def test_each_server_once_a_file(tmp_path):
    twice = '<img src="https://b.example/1"><img src="https://a.example/2"><img src="https://b.example/3">'
    assert [leak.about for leak in found(tmp_path, index_html=twice)] == ["a.example", "b.example"]
