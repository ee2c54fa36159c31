"""Pages among the user's: places, navigation, titles, edit links."""

from __future__ import annotations

import datetime
import html
import itertools
import re
import sys

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from netjudge_plugin.mkdocs.pages import place, with_fixed_pages
from netjudge_plugin.model.pages import Heading, Page

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(2)</script>",
    "\"><svg onload='alert(3)'>",
    "A&amp;B & <i>C</i>",
]


def theme(name: str, *features: str) -> str:
    return f"""
        site_name: 記録
        site_url: https://example.org/memo/
        repo_url: https://example.org/u/r
        edit_uri: edit/main/docs/
        theme:
          name: {name}
          features: [{", ".join(features)}]
        plugins: [search, {{netjudge: {{today: 2026-11-23, language: ja}}}}]
        """


ALL_FEATURES = (
    "navigation.path",
    "navigation.tabs",
    "navigation.footer",
    "navigation.indexes",
    "navigation.sections",
    "navigation.instant",
    "content.action.edit",
    "content.action.view",
    "toc.follow",
)


def named(hosted, name: str, *features: str):
    """A build with a person of each hostile name."""
    people = tuple(person(f"p{number}", title) for number, title in enumerate(HOSTILE))
    return hosted(people, tree={"mkdocs.yml": theme(name, *features)})


def person(uri: str, title: str) -> Page:
    escaped = html.escape(title)
    text = f'<h1 id="top">{escaped}</h1><h2 id="part">{escaped}</h2><h3 id="sub">{escaped}</h3><p>{escaped}</p>'
    headings = (Heading("part", title, 2), Heading("sub", title, 3))
    return Page(f"people/{uri}", title, text, headings, "people/index", f'journal/2026/{uri}"><b>?#%.md')


THEMES = [("material", *ALL_FEATURES), ("material", "toc.integrate"), ("mkdocs",), ("readthedocs",)]


@pytest.mark.parametrize("arguments", THEMES)
def test_a_name_is_text_in_every_theme(hosted, arguments):
    built = named(hosted, *arguments)
    for number, title in enumerate(HOSTILE):
        page = built.page(f"people/p{number}/index.html")
        shown = html.unescape(re.search("<title>(.*?)</title>", page, re.DOTALL)[1])
        assert shown == f"{title} - 記録"
    for page in built.pages().values():
        assert "<img src=x" not in page
        assert "<script>alert" not in page
        assert "<svg onload" not in page
        assert "<i>C" not in page
        assert "&amp;lt;" not in page, "escaped twice"


@pytest.mark.parametrize("arguments", [THEMES[0], *THEMES[2:]])
def test_an_edit_link_cannot_leave_its_attribute(hosted, arguments):
    page = named(hosted, *arguments).page("people/p0/index.html")
    assert "https://example.org/u/r/edit/main/journal/2026/p0%22%3E%3Cb%3E%3F%23%25.md" in page


def test_the_navigation_holds_the_fixed_pages_first(hosted):
    built = hosted((person("sato", "佐藤"),), tree={"docs/guide/a.md": "# A", "docs/b.md": "# B"})
    page = built.page("people/sato/index.html")
    titles = re.findall(r'class="md-nav__link[^"]*">\s*<span class="md-ellipsis">\s*(.*?)\s*</span>', page)
    assert titles[:9] == [
        "ホーム", "今週", "連絡する人", "次の機会まで見送る人", "今回は連絡しない人",
        "人", "交流会", "判断基準", "要確認",
    ]  # fmt: skip
    assert "A" in titles
    assert "B" in titles
    assert "佐藤" not in titles[:10]


def test_a_person_lies_below_the_list_of_people(hosted):
    built = hosted(
        (person("sato", "佐藤"),), tree={"mkdocs.yml": theme("material", "navigation.path", "navigation.tabs")}
    )
    page = built.page("people/sato/index.html")
    path = page[page.index('class="md-path"') : page.index("<article")]
    assert re.findall(r'href="([^"]*)" class="md-path__link">\s*<span class="md-ellipsis">\s*(.*?)\s*<', path) == [
        ("../..", "ホーム"),
        ("../", "人"),
    ]
    active = re.findall(r'md-tabs__item--active">\s*<a href="([^"]*)"', page)
    assert active == ["../"]
    assert re.search(r'md-nav__item--active">\s*<a href="\.\./" class="md-nav__link', page)
    # and only there: the mark is taken back after each page
    assert "md-tabs__item--active" in built.page("checkup/index.html")
    assert re.findall(r'md-tabs__item--active">\s*<a href="([^"]*)"', built.page("checkup/index.html")) == ["./"]


def test_previous_and_next_run_through_the_navigation(hosted):
    built = hosted((person("sato", "佐藤"),), tree={"docs/zz.md": "# Z"})
    links = {}
    for path, page in built.pages().items():
        links[path] = re.findall(r'<link rel="(prev|next)" href="([^"]*)"', page)
    assert links["index.html"] == [("next", "week/")]
    assert links["week/index.html"] == [("prev", ".."), ("next", "../contact/")]
    assert links["contact/index.html"] == [("prev", "../week/"), ("next", "../defer/")]
    assert links["checkup/index.html"] == [("prev", "../criteria/"), ("next", "../zz/")]
    assert links["zz/index.html"] == [("prev", "../checkup/")]
    assert links["people/sato/index.html"] == []


def test_a_navigation_of_the_users_is_kept(hosted, caplog):
    caplog.set_level("INFO", logger="mkdocs")
    nav = """
        nav:
          - はじめに: start.md
          - 名簿:
            - <b>全員</b>: people/index.md
            - people/sato.md
          - リンク: https://example.org/
        """
    built = hosted((person("sato", "佐藤"), person("kato", "加藤")), tree={
        "mkdocs.yml": theme("material", "navigation.path") + nav, "docs/start.md": "# S", "docs/orphan.md": "# O",
    })  # fmt: skip
    page = built.page("people/kato/index.html")
    titles = re.findall(r'class="md-nav__link[^"]*"[^>]*>\s*<span class="md-ellipsis">\s*(.*?)\s*</span>', page)
    assert titles[:13] == [
        "ホーム", "今週", "連絡する人", "次の機会まで見送る人", "今回は連絡しない人", "交流会", "判断基準", "要確認",
        "はじめに", "名簿", "<b>全員</b>", "佐藤", "リンク",
    ]  # fmt: skip
    path = page[page.index('class="md-path"') : page.index("<article")]
    assert re.findall(r'class="md-ellipsis">\s*(.*?)\s*</span>', path) == ["ホーム", "名簿", "<b>全員</b>"]
    left_out = [record.getMessage() for record in caplog.records if "not included in the" in record.getMessage()]
    assert left_out
    assert "orphan.md" in left_out[0]
    assert "people" not in left_out[0]


def test_nothing_of_ours_is_missed_in_the_navigation(hosted, caplog):
    caplog.set_level("DEBUG")
    tree = {
        "mkdocs.yml": theme("material") + "\n        nav: [start.md]\n        validation: {nav: {omitted_files: warn}}"
    }
    hosted((person("sato", "佐藤"),), tree={**tree, "docs/start.md": "# S"})
    assert "not included in the" not in caplog.text


def test_the_users_index_stays_and_home_moves(hosted):
    built = hosted(tree={"docs/index.md": "# 手引き\n\n[連絡](contact.md)"})
    assert "手引き" in built.page("index.html")
    assert 'href="contact/"' in built.page("index.html")
    assert "ホーム" in built.page("home/index.html")
    assert "<title>ホーム - 記録</title>" in built.page("home/index.html")


def test_without_one_home_is_the_homepage(hosted):
    assert "<title>記録</title>" in hosted().page("index.html")


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("contact.md", "# 私の頁", "contact/index.html"),
        ("contact/index.md", "# 私の頁", "contact/index.html"),
        ("contact/README.md", "# 私の頁", "contact/index.html"),
        ("contact/index.html", "<p>私の頁</p>", "contact/index.html"),
        ("people/README.md", "# 私の頁", "people/index.html"),
        ("people/sato.md", "# 私の頁", "people/sato/index.html"),
    ],
)
def test_a_page_of_the_users_is_never_replaced(hosted, caplog, name, text, ours):
    caplog.set_level("INFO", logger="mkdocs.plugins.netjudge")
    built = hosted((person("sato", "佐藤"),), tree={f"docs/{name}": text}, strict=True)
    assert "私の頁" in built.page(ours)
    notices = [record for record in caplog.records if record.name == "mkdocs.plugins.netjudge"]
    assert [record.levelname for record in notices] == ["INFO"]
    assert f"docs/{name}" in notices[0].getMessage()
    assert "page-exists" in notices[0].getMessage()


def test_a_source_of_the_users_is_never_replaced_either(hosted):
    """The host makes people/README.md the index of people, and our page of that name would lie elsewhere."""
    built = hosted((person("README", "README"),), tree={"docs/people/README.md": "# 私の頁"})
    assert "私の頁" in built.page("people/index.html")
    assert not (built.folder / "people/README/index.html").exists()


def test_a_list_of_people_by_the_user_is_their_parent(hosted):
    tree = {"mkdocs.yml": theme("material", "navigation.path"), "docs/people/README.md": "# 私の名簿"}
    page = hosted((person("sato", "佐藤"),), tree=tree).page("people/sato/index.html")
    path = page[page.index('class="md-path"') : page.index("<article")]
    assert "私の名簿" in path


def test_markdown_never_sees_a_page(hosted):
    hooks = """
        seen = []
        def on_page_markdown(markdown, page, config, files):
            seen.append((page.file.src_uri, markdown, dict(page.meta)))
            return markdown + "# 付け足し"
        def on_post_build(config):
            import json, pathlib
            pathlib.Path(config.docs_dir, "..", "seen.json").write_text(json.dumps(seen), encoding="utf-8")
        """
    yml = theme("material") + "\n        hooks: [hooks.py]"
    text = '<h1 id="top">佐藤</h1><p>{{ config }} --8&lt;-- "mkdocs.yml" [x](y.md) **a**</p>'
    page = Page("people/sato", "佐藤", text, (), "people/index", "journal/x.md")
    built = hosted((page,), tree={"mkdocs.yml": yml, "hooks.py": hooks})
    assert text in built.page("people/sato/index.html")
    import json

    seen = json.loads((built.folder.parent / "seen.json").read_text(encoding="utf-8"))
    assert {markdown for _, markdown, _ in seen} == {""}
    assert all(set(meta) <= {"title"} for _, _, meta in seen)


def test_a_person_called_readme_is_no_index(hosted):
    built = hosted((person("README", "README"), person(".hidden", "x"), person("CON", "y")))
    assert (built.folder / "people/README/index.html").is_file()
    assert (built.folder / "people/.hidden/index.html").is_file()
    assert "人" in built.page("people/index.html")


def test_flat_addresses(hosted):
    built = hosted((person("README", "README"),), use_directory_urls=False)
    assert (built.folder / "people/README.html").is_file()
    assert (built.folder / "people/index.html").is_file()
    assert (built.folder / "contact.html").is_file()


def test_the_table_of_contents_is_nested(hosted):
    page = named(hosted, "material").page("people/p3/index.html")
    assert page.count('href="#part"') == 1
    assert page.count('href="#sub"') == 1
    assert 'aria-label="A&amp;amp;B &amp; &lt;i&gt;C&lt;/i&gt;"' in page, "read aloud as it is written"


def test_the_theme_that_skips_a_level_shows_all_headings(hosted):
    assert named(hosted, "readthedocs").page("contact/index.html").count('href="#part"') == 1


def test_the_sitemap_dates_the_judgement_and_not_the_build(hosted):
    sitemap = named(hosted, "material").page("sitemap.xml")
    assert set(re.findall("<lastmod>(.*?)<", sitemap)) == {"2026-11-23"}
    assert "https://example.org/memo/people/p0/" in sitemap


def test_two_builds_give_the_same_bytes(hosted):
    first = named(hosted, "material", *ALL_FEATURES).bytes()
    assert first == named(hosted, "material", *ALL_FEATURES).bytes()


def test_a_source_outside_the_project_has_no_edit_link(hosted):
    yml = theme("material", "content.action.edit")
    outside = Page("people/a", "a", "<h1>a</h1>", (), "people/index", "../notes/a.md")
    fixed = Page("people/b", "b", "<h1>b</h1>", (), "people/index", None)
    built = hosted((outside, fixed), tree={"mkdocs.yml": yml})
    assert 'rel="edit"' not in built.page("people/a/index.html")
    assert 'rel="edit"' not in built.page("people/b/index.html")


@pytest.mark.parametrize(
    ("template", "link"),
    [
        ("https://example.org/?p={path}", "https://example.org/?p=../journal/%E4%BA%A4.md"),
        ("https://example.org/?p={path!q}", "https://example.org/?p=..%2Fjournal%2F%E4%BA%A4.md"),
    ],
)
def test_edit_links_from_a_template(hosted, template, link):
    yml = f"""
        site_name: x
        edit_uri_template: {template}
        theme: {{name: material, features: [content.action.edit]}}
        plugins: [netjudge]
        """
    page = Page("people/a", "a", "<h1>a</h1>", (), "people/index", "journal/交.md")
    assert link in hosted((page,), tree={"mkdocs.yml": yml}).page("people/a/index.html")


def test_a_path_too_long_for_windows_is_a_warning(hosted, caplog, tmp_path):
    room = 240 - len(str(tmp_path / "site" / "people")) - len("//index.html")
    fits, too_long = "a" * room, "b" * (room + 1)
    hosted((person(fits, "佐藤"), person(too_long, "加藤")))
    warnings = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(warnings) == 1
    assert "path-too-long" in warnings[0]


def test_the_length_of_a_path_counts_as_windows_does(hosted, caplog, tmp_path):
    folder = tmp_path / ("𠮷" * 55)  # two units each
    room = 240 - len(str(folder / "people")) - 55 - len("//index.html")
    hosted((person("a" * room, "佐藤"), person("b" * (room + 1), "加藤")), site_dir=str(folder))
    assert [record.getMessage() for record in caplog.records if "path-too-long" in record.getMessage()][1:] == []
    assert "path-too-long" in caplog.text


def test_each_page_costs_as_much_among_many_as_among_few(draw):
    folder = draw({"mkdocs.yml": theme("material"), "docs/.keep": ""})
    config = load_config(config_file=str(folder / "mkdocs.yml"))
    config.plugins._current_plugin = "netjudge"  # as within an event

    def work(count: int) -> int:
        """The calls that it takes to place some pages."""
        pages = [Page("people/index", "人", ""), *(person(f"p{number}", f"佐藤{number}") for number in range(count))]
        calls = itertools.count()
        sys.setprofile(lambda _frame, event, _arg: event.endswith("call") and next(calls))
        try:
            placed = place(pages, Files([]), config, datetime.date(2026, 11, 23))
            with_fixed_pages(Navigation([], []), placed, ["people/index"])
        finally:
            sys.setprofile(None)
        assert len(placed.pages) == count + 1
        return next(calls)

    few, many = work(200), work(2000)
    assert many < 10.5 * few
