"""`netjudge prove`: 0 for a site that may go out, 4 for one that may not, and never a word of what was found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

SAMPLE = Path(__file__).parents[2]


@pytest.fixture
def site(project):
    """The private site of the project."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return project / "site"


def test_a_private_site_is_refused_and_nothing_of_it_is_told(run, site):
    ran = run("prove", site)
    assert ran.code == 4
    assert "外に出せないものが" in ran.out
    for secret in ("佐藤 美咲", "さとう", "田中", "考え方が似ている"):
        assert secret not in ran.out
    assert "index.html: 日誌の「名前」が入っています（journal/2026/2026-11-20-aki.md:" in ran.out


def test_a_site_without_the_journal_is_clean(run, project, site):
    entry = project / "journal" / "2026" / "2026-11-20-aki.md"
    text = entry.read_text(encoding="utf-8")
    entry.unlink()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True, capture_output=True)
    entry.write_text(text, encoding="utf-8")
    ran = run("prove", "site")
    assert (ran.code, ran.err) == (0, "")
    assert "見つかりませんでした" in ran.out
    assert run("prove", site, "--journal", "journal", NETJUDGE_LANG="en").code == 0


def test_a_handwritten_page_that_quotes_the_journal_is_found_unless_it_is_public(run, project, site):
    for path in (project / "journal").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.unlink()
        (project / "docs" / "memo.md").write_text("# 覚え書き\n\n佐藤 美咲さんのこと\n", encoding="utf-8")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True, capture_output=True)
        path.write_text(text, encoding="utf-8")
    ran = run("prove", site)
    assert ran.code == 4
    assert "memo/index.html" in ran.out
    assert run("prove", site, "--public", project / "docs").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"), [(("nowhere",), "index.html"), (("site", "--public", "nowhere"), "nowhere がありません")]
)
def test_what_is_not_there_is_said(run, project, arguments, said):
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("x", encoding="utf-8")
    ran = run("prove", *arguments)
    assert ran.code == 2
    assert said in ran.err


def test_a_table_is_looked_into_and_where_that_cannot_be_it_is_said(run, project, monkeypatch):
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text('<a href="x.parquet">', encoding="utf-8")
    names = "unnest(['あ', '佐藤 美咲', '龍'])"  # the first and the last would be told in the footer as they are
    duckdb.sql(f"SELECT {names} AS name").write_parquet(str(site / "x.parquet"), compression="gzip")
    ran = run("prove", "site", "--journal", "journal")
    assert ran.code == 4
    assert "x.parquet: 日誌の「名前」が、形を変えて入っています（Parquet" in ran.out
    assert "佐藤" not in ran.out
    monkeypatch.setitem(sys.modules, "duckdb", None)
    ran = run("prove", "site", "--journal", "journal", NETJUDGE_LANG="en")
    assert ran.code == 4
    assert "x.parquet: is a Parquet table" in ran.out
    assert "netjudge[parquet]" in ran.out


def test_the_sample_office_is_clean_for_the_sample_journal_beside_its_shares(run, tmp_path):
    """Colleagues may know whom I keep to myself: what stands in their shares is no leak of mine."""
    shares, config = SAMPLE / "shares", SAMPLE / "mkdocs.yml"
    assert run("team", "--in", shares, "-d", tmp_path / "office").code == 0
    assert run("prove", tmp_path / "office", "-f", config).code == 4
    ran = run("prove", tmp_path / "office", "-f", config, "--public", shares)
    assert ran.code == 0, ran.out


def test_a_published_site_is_looked_through_where_it_lies(run, tmp_path, monkeypatch):
    monkeypatch.chdir(SAMPLE)
    assert run("publish", "team", "--to", tmp_path / "share").code == 0
    ran = run("prove", tmp_path / "share")
    assert ran.code == 0, ran.out
