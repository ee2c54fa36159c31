"""A real `mkdocs serve` on loopback: what is saved shows, a mistake shows on 要確認, nothing ends or hangs it."""

from __future__ import annotations

import shutil

import pytest

PROJECT = {
    "mkdocs.yml": """
        site_name: 記録
        theme: {name: material, language: ja, font: false}
        plugins: [search, netjudge: {today: 2026-11-23, purpose: 連絡のため}]
        """,
    "docs/guide.md": "# 手引き\n",
}
PERSON = "people/sato-misaki/"


def entry(title: str, extra: str = "") -> str:
    return f"""
        ---
        title: {title}
        date: 2026-04-01
        contacts:
          - id: sato-misaki
            person: '佐藤 美咲'
            reading: さとう みさき
            impressions: [対応が丁寧]
            {extra}
        ---
        """


@pytest.mark.parametrize("arguments", [(), ("--strict",), ("--clean", "--strict")])
def test_save_break_mend(draw, mkdocs_serve, arguments):
    folder = draw({**PROJECT, "journal/2026/spring.md": entry("春の交流会")})
    site = mkdocs_serve(folder, *arguments)
    assert "春の交流会" in site.get(PERSON)

    draw({"journal/2026/spring.md": entry("花見の会")})
    site.until(PERSON, lambda html: "花見の会" in html)

    draw({"journal/2026/spring.md": entry("花見の会", "impresion: [対応が丁寧]")})
    site.until("checkup/", lambda html: "journal/2026/spring.md" in html)
    assert "手引き" in site.get("guide/")

    draw({"journal/2026/spring.md": entry("紅葉の会")})
    site.until("checkup/", lambda html: "journal/2026/spring.md" not in html)
    assert "紅葉の会" in site.get(PERSON)
    assert site.alive()


def test_a_new_file_and_a_deleted_one(draw, mkdocs_serve):
    folder = draw({**PROJECT, "journal/2026/spring.md": entry("春の交流会")})
    site = mkdocs_serve(folder)
    draw({"journal/2027/deep/autumn.md": entry("秋の交流会")})
    site.until(PERSON, lambda html: "秋の交流会" in html)
    (folder / "journal/2026/spring.md").unlink()
    site.until(PERSON, lambda html: "春の交流会" not in html)


def test_starting_with_a_broken_journal(draw, mkdocs_serve):
    broken = entry("春の交流会").replace("contacts:", "contacts: [[[")
    folder = draw({**PROJECT, "journal/2026/spring.md": broken})
    (folder / "journal/2026/sjis.md").write_bytes("---\ntitle: 髙橋\n---".encode("cp932"))
    site = mkdocs_serve(folder, "--strict")
    assert "journal/2026/sjis.md" in site.get("checkup/")
    (folder / "journal/2026/sjis.md").unlink()
    draw({"journal/2026/spring.md": entry("春の交流会")})
    site.until(PERSON, lambda html: "春の交流会" in html)


def test_a_journal_that_is_not_there_yet(draw, mkdocs_serve):
    site = mkdocs_serve(draw(PROJECT), "--strict")
    assert "手引き" in site.get("guide/")
    draw({"journal/2026/spring.md": entry("春の交流会")})
    site.until(PERSON, lambda html: "春の交流会" in html)
    draw({"journal/2026/spring.md": entry("花見の会")})
    site.until(PERSON, lambda html: "花見の会" in html)


def test_a_journal_that_goes_away_and_comes_back(draw, mkdocs_serve):
    folder = draw({**PROJECT, "journal/2026/spring.md": entry("春の交流会")})
    site = mkdocs_serve(folder)
    (folder / "journal").rename(folder / "elsewhere")
    site.until(PERSON, lambda html: not html)
    shutil.rmtree(folder / "elsewhere")
    draw({"journal/2026/spring.md": entry("花見の会")})
    site.until(PERSON, lambda html: "花見の会" in html)
    draw({"journal/2026/spring.md": entry("紅葉の会")})
    site.until(PERSON, lambda html: "紅葉の会" in html)


def test_serve_writes_nothing_into_the_journal(draw, mkdocs_serve):
    folder = draw({**PROJECT, "journal/2026/spring.md": entry("春の交流会")})
    file = folder / "journal/2026/spring.md"
    before = (file.stat().st_mtime_ns, file.read_bytes())
    site = mkdocs_serve(folder)
    assert "春の交流会" in site.get(PERSON)
    draw({"docs/guide.md": "# 別の手引き\n"})
    site.until("guide/", lambda html: "別の手引き" in html)
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    assert [path.name for path in (folder / "journal").rglob("*.md")] == ["spring.md"]
    assert site.log.count("Detected file changes") == 1, "a build must not cause a build"


def test_a_page_in_the_browser_renews_itself_under_the_policy(draw, mkdocs_serve, browse):
    folder = draw({**PROJECT, "journal/2026/spring.md": entry("春の交流会")})
    site, seen = mkdocs_serve(folder), browse()
    seen.page.goto(site.url + PERSON)
    assert seen.page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1
    draw({"journal/2026/spring.md": entry("花見の会")})
    seen.page.get_by_text("花見の会").first.wait_for(timeout=40_000)
    assert seen.errors == []
    assert seen.strangers(site.url) == []
