"""A site holds the files that its build made, and nothing that lay about."""

from __future__ import annotations

import pytest

from netjudge_plugin.audience.manifest import reachable, strangers
from netjudge_plugin.model.proof import Trouble

SITE = {
    "index.html": '<link href="assets/a.css"><img src="p.png"><a href="sub/">x</a><a href="doc.pdf#page=2">y</a>',
    "404.html": "",
    "assets/a.css": "@font-face { src: url('f.woff2') }",
    "assets/f.woff2": "",
    "p.png": "",
    "doc.pdf": "",
    "sub/index.html": '<img src="../%E7%94%BB.png">',
    "画.png": "",
    "search/search_index.json": "{}",
}


def put(folder, files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def names(folder, expected=None) -> list[str]:
    return [leak.file for leak in strangers(folder, reachable(folder) if expected is None else expected)]


def test_what_pages_name_is_expected(tmp_path):
    put(tmp_path, SITE)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    ["memo.txt", "p.md.bak", "Thumbs.db", ".DS_Store", "sub/~$plan.docx", "old.png", ".git/HEAD", "a.md", "b.html~"],
)
def test_what_lies_about_is_a_stranger(tmp_path, name):
    put(tmp_path, SITE | {name: "x"})
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("name", ["p.md.bak", "Thumbs.db", ".hidden"])
def test_leftovers_are_strangers_even_if_a_page_or_a_build_names_them(tmp_path, name):
    put(tmp_path, {"index.html": f'<a href="{name}">x</a>', name: "x"})
    assert names(tmp_path) == names(tmp_path, {"index.html", name}) == [name]


def test_a_link_is_a_stranger_and_is_not_followed(tmp_path):
    (tmp_path / "secret").mkdir()
    put(tmp_path, {"site/index.html": '<a href="in.html">', "secret/x.html": "x"})
    (tmp_path / "site" / "in.html").symlink_to(tmp_path / "secret" / "x.html")
    (tmp_path / "site" / "folder").symlink_to(tmp_path / "secret")
    assert names(tmp_path / "site") == ["folder", "in.html"]


def test_a_page_that_the_sitemap_does_not_list_is_a_stranger(tmp_path):
    put(tmp_path, {"index.html": "", "draft.html": "", "a b/index.html": ""})
    put(tmp_path, {"sitemap.xml": "<loc>https://x.example/site/</loc><loc>https://x.example/site/a%20b/</loc>"})
    assert names(tmp_path) == ["draft.html"]


def test_a_build_that_knows_its_files_is_believed(tmp_path):
    put(tmp_path, {"index.html": '<img src="p.png">', "p.png": "", "q.png": ""})
    assert names(tmp_path, {"index.html", "q.png"}) == ["p.png"]
    assert {leak.trouble for leak in strangers(tmp_path, ())} == {Trouble.STRANGER}
