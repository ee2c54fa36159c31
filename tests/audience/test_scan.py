"""A site is proved against a journal: each private text is found wherever it lies, and none is ever shown."""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import unicodedata
from urllib.parse import quote

import pytest
from canaries import CANARIES, JOURNAL, PAGE
from hypothesis import given
from hypothesis import strategies as st
from planted import leaks_in, needles_of

from netjudge_plugin import proving
from netjudge_plugin.audience.scan import Repeated
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.proof import Trouble


def told(proof) -> str:
    return "\n".join(line for language in ("ja", "en") for line in proving.report.lines(proof, catalogue(language)))


def test_a_site_of_what_is_shared_is_clean(proof):
    assert proof().leaks == ()


@pytest.mark.parametrize("field", CANARIES)
def test_each_private_text_is_found(proof, site, field):
    for text in CANARIES[field].split("\n"):
        page = PAGE.replace("</body>", f"<p>{text}</p></body>")
        (site / "index.html").write_text(page, encoding="utf-8")
        found = proof()
        assert {leak.trouble for leak in found.leaks} == {Trouble.SECRET}
        assert {leak.file for leak in found.leaks} == {"index.html"}


@pytest.mark.parametrize("field", CANARIES)
def test_no_private_text_is_told(proof, site, field):
    secret = CANARIES[field].split("\n")[0]
    (site / "index.html").write_text(PAGE + secret, encoding="utf-8")
    name = secret.replace("/", "-")
    (site / f"{name}.html").write_text("x", encoding="utf-8")
    found = proof()
    assert found.leaks
    report = told(found) + repr(found)
    if field == "file":  # it is the name of the journal's own file, which is the place that is told
        report = report.replace(f"journal/2026/{secret}.md", "")
    assert secret not in report


def test_the_place_of_the_secret_is_told(proof, site):
    (site / "index.html").write_text(PAGE + CANARIES["reason"], encoding="utf-8")
    (leak,) = proof().leaks
    lines = JOURNAL["2026/2026-11-20-kanaria-no-yoru.md"].split("\n")
    assert leak.kind == "reason"
    assert "decision:" in lines[leak.place.line - 1]
    assert "日誌の「理由」が入っています（journal/2026/2026-11-20-kanaria-no-yoru.md:" in told(proof())


def test_a_name_in_the_name_of_a_file_is_found_and_masked(proof, site):
    (site / "people").mkdir()
    (site / "people" / "himitsu-taro-x.html").write_text("x", encoding="utf-8")
    found = proof().leaks
    assert {leak.file for leak in found} == {"people/***.html"}
    assert "path" in {leak.disguise for leak in found}


def test_seven_of_seven_where_grep_finds_three(tmp_path):
    name = "秘密太郎"
    files = {
        "index.html": f"<p>{name}</p>".encode(),
        "notes.txt": f"memo: {name}".encode(),
        "assets/app.js": f"const who = '{name}'".encode(),
        "search/search_index.json": json.dumps({"docs": [{"text": name}]}).encode(),
        "sitemap.xml": f"<loc>https://example.jp/{quote(name)}/</loc>".encode(),
        "sitemap.xml.gz": gzip.compress(f"<loc>{name}</loc>".encode()),
        "mail.html": f"<p>{''.join(f'&#{ord(c)};' for c in name)}</p>".encode(),
    }
    for path, data in files.items():
        leaks_in(tmp_path, needles_of(name), path, data)
    found = leaks_in(tmp_path, needles_of("秘密 太郎"), "index.html", files["index.html"])
    assert {leak.file for leak in found} == set(files)
    grep = subprocess.run(["grep", "-rl", name, tmp_path], capture_output=True, check=True, text=True)
    assert len(grep.stdout.split()) == 3


@pytest.mark.parametrize(
    ("written", "disguise"),
    [
        ("秘密 太郎", ""),
        ("秘密太郎", "letters"),
        (unicodedata.normalize("NFD", "ピミツ 太郎"), "letters"),
        ("".join(f"&#{ord(c)};" for c in "秘密太郎"), "entities"),
        ("<b>秘密</b> 太<i>郎</i>", "tags"),
        (quote("秘密太郎"), "percent"),
        (base64.b64encode("秘密 太郎".encode()).decode(), "base64"),
        ("<b>&#31192;密</b>太郎", "mixed"),
    ],
)
def test_the_disguise_is_told(tmp_path, written, disguise):
    found = leaks_in(tmp_path, needles_of("秘密 太郎", "ピミツ 太郎"), "x.html", written.encode())
    assert disguise in {leak.disguise for leak in found}


def test_a_file_that_the_theme_brings_is_not_looked_into(proof, site, tmp_path):
    (tmp_path / "control").mkdir()
    (tmp_path / "control" / "theme.js").write_text("load('https://cdn.example/x.js'); src='//cdn.example/y.js'")
    (site / "theme.js").write_bytes((tmp_path / "control" / "theme.js").read_bytes())
    same = proving.control(tmp_path / "control")
    assert proof(same=same).leaks == ()
    (site / "theme.js").write_text("src='//cdn.example/z.js'")
    assert [leak.trouble for leak in proof(same=same).leaks] == [Trouble.FOREIGN]


def test_what_all_pages_have_is_read_once_and_a_leak_there_is_told_for_every_page(tmp_path):
    chrome = "\n".join(f"<li>menu {number}</li>" for number in range(50))
    for number in range(3):
        leaks_in(tmp_path, needles_of("秘密 太郎"), f"{number}.html", f"{chrome}\n<p>page {number}</p>".encode())
    assert not leaks_in(tmp_path, needles_of("秘密 太郎"), "0.html", chrome.encode())
    for number in range(3):
        text = f"{chrome}\n<td>秘密</td>\n<td>太郎</td>\n<p>page {number}</p>"
        found = leaks_in(tmp_path, needles_of("秘密 太郎"), f"{number}.html", text.encode())
    assert {leak.file for leak in found} == {"0.html", "1.html", "2.html"}


def test_lines_seen_before_in_another_order_are_looked_at(tmp_path):
    leaks_in(tmp_path, needles_of("秘密 太郎"), "0.html", b"\n".join([*[b"<i>"] * 9, "太郎".encode(), "秘密".encode()]))
    found = leaks_in(
        tmp_path, needles_of("秘密 太郎"), "1.html", b"\n".join(["秘密".encode(), "太郎".encode()] + [b"<i>"] * 9)
    )
    assert [leak.file for leak in found] == ["1.html"]


@given(st.lists(st.lists(st.sampled_from([b"a", b"b", b"<p>", b""]), max_size=14), max_size=4))
def test_a_line_is_passed_over_if_all_rows_around_it_were_seen(pages):
    repeated, seen = Repeated(), set()
    for lines in pages:
        rows = [tuple(lines[start : start + 6]) for start in range(max(1, len(lines) - 5))]
        keep = {start + nth for start, row in enumerate(rows) if row not in seen for nth in range(6)}
        data, unknown = repeated.fresh(b"\n".join(lines))
        assert data == b"\n".join(line if nth in keep else b"" for nth, line in enumerate(lines))
        seen.update(rows)
        repeated.clean.update(unknown)


def test_the_report_says_what_was_looked_through(proof, site):
    report = "\n".join(proving.report.lines(proof(), catalogue("ja")))
    assert "調べたファイル：3 個" in report
    assert "名前" in report
    assert "外に出せないものは見つかりませんでした" in report
    (site / "leaflet.pdf").write_bytes(b"%PDF-1.7")
    (site / "index.html").write_text(PAGE + '<a href="leaflet.pdf">', encoding="utf-8")
    assert "目で確かめてください）：leaflet.pdf" in "\n".join(proving.report.lines(proof(), catalogue("ja")))


def test_a_surname_with_a_title_points_at_somebody_unless_a_shared_person_bears_it(proof, site):
    (site / "index.html").write_text(PAGE.replace("相続の", "秘密先生と佐藤先生の"), encoding="utf-8")
    assert {leak.kind for leak in proof().leaks} == {"name"}
    (site / "index.html").write_text(PAGE.replace("相続の", "佐藤先生の"), encoding="utf-8")
    assert proof().leaks == ()
