"""The events of the host: strict builds, the log, the style sheet, the other host."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from netjudge_plugin.mkdocs import plugin
from netjudge_plugin.mkdocs.report import MOST_LINES
from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.pages import Page

if TYPE_CHECKING:
    from pathlib import Path

ERROR = Diagnostic(Place("journal/a.md", 3, 1), "journal-missing")
WARNING = Diagnostic(Place("journal/a.md", 4, 1), "file-conflict-copy")
NOTICE = Diagnostic(Place("journal/a.md", 5, 1), "missing-purpose")


STYLE = "assets/netjudge.css"


def lines(caplog, *levels: str) -> list[str]:
    found = [record for record in caplog.records if record.name == "mkdocs.plugins.netjudge"]
    return [record.getMessage() for record in found if not levels or record.levelname in levels]


def test_a_strict_build_with_an_error_changes_nothing(hosted, caplog, tmp_path):
    before = hosted().bytes()
    with pytest.raises(Abort) as caught:
        hosted(diagnostics=(ERROR, WARNING), strict=True)
    assert caught.value.code == 1
    assert {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")} == {
        path for path in before if path.endswith(".html")
    }
    assert [line.split(": ")[0] for line in lines(caplog, "ERROR")] == ["journal/a.md:3:1"]
    assert [line.split(": ")[0] for line in lines(caplog, "WARNING")] == ["journal/a.md:4:1"]


def test_a_strict_build_with_an_error_lists_everything(hosted, caplog):
    many = tuple(Diagnostic(Place("journal/a.md", line), "journal-missing") for line in range(1, 200))
    with pytest.raises(Abort):
        hosted(diagnostics=many, strict=True)
    assert len(lines(caplog, "ERROR")) == 199


def test_a_plain_build_delivers_with_an_error(hosted, caplog):
    assert "要確認" in hosted(diagnostics=(ERROR,)).page("checkup/index.html")
    assert len(lines(caplog, "ERROR")) == 1


def test_a_strict_build_fails_at_its_end_for_a_warning(hosted):
    with pytest.raises(Abort):
        hosted(diagnostics=(WARNING,), strict=True)


def test_a_strict_build_with_notices_passes_without_a_loud_line(hosted, caplog):
    caplog.set_level("INFO")
    hosted(diagnostics=(NOTICE,), strict=True)
    assert len(lines(caplog, "INFO")) == 1
    assert [record for record in caplog.records if record.levelno > 20] == []


def test_serve_goes_on_whatever_the_journal_holds(hosted, caplog):
    caplog.set_level("INFO", logger="mkdocs.plugins.netjudge")
    hosted(diagnostics=(ERROR, WARNING, NOTICE), strict=True, command="serve")
    assert [line.partition(":")[0] for line in lines(caplog)] == ["エラー", "警告", "お知らせ"]
    assert lines(caplog, "ERROR", "WARNING") == []


def test_under_serve_an_error_of_our_own_keeps_the_last_good_pages(hosted, caplog, monkeypatch, tmp_path):
    caplog.set_level("INFO", logger="mkdocs.plugins.netjudge")
    hosted((Page("people/sato", "佐藤", "<h1>佐藤</h1>", (), "people/index"),), command="serve", strict=True)
    config = load_config(config_file=str(tmp_path / "mkdocs.yml"), strict=True)  # the host keeps the plugin

    def broken(_settings):
        raise RecursionError("秘密")

    monkeypatch.setattr(plugin.pipeline, "build_site", broken)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert "佐藤" in (tmp_path / "site/people/sato/index.html").read_text(encoding="utf-8")
    assert lines(caplog, "INFO")
    config.plugins["netjudge"].site = None
    build(config)
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "記録を表示できません" in page
    assert "秘密" not in page
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(RecursionError):
        build(config)


def test_the_log_stays_readable(hosted, caplog):
    caplog.set_level("INFO", logger="mkdocs.plugins.netjudge")
    many = tuple(Diagnostic(Place("journal/a.md", line), "missing-purpose") for line in range(1, 200))
    hosted(diagnostics=(*many, WARNING, ERROR))
    found = lines(caplog)
    assert len(found) == MOST_LINES + 1
    assert found[0].startswith("journal/a.md:3:1"), "the gravest first"
    assert found[1].startswith("journal/a.md:4:1")
    assert "ほか 151 件" in found[-1]
    assert "netjudge check" in found[-1]


def test_the_style_sheet_comes_before_the_users(hosted):
    yml = "site_name: x\ntheme: material\nplugins: [netjudge]\nextra_css: [mine.css]"
    built = hosted(tree={"mkdocs.yml": yml, "docs/mine.css": ""})
    ours = [(resources.files("netjudge_plugin") / part).read_text(encoding="utf-8") for part in plugin.STYLES[STYLE]]
    assert len(ours) > 1
    assert built.page(STYLE) == "\n".join(ours)
    page = built.page("people/index.html")
    assert page.count("netjudge.css") == 1
    assert page.index('href="../assets/netjudge.css"') < page.index('href="../mine.css"')


def test_a_style_sheet_of_the_users_is_kept(hosted):
    assert hosted(tree={"docs/assets/netjudge.css": "/* mine */"}).page("assets/netjudge.css") == "/* mine */"


def test_the_journal_is_watched_if_it_is_there(hosted, tmp_path):
    assert hosted().config.watch == [str(tmp_path / "journal")]
    yml = "site_name: x\nplugins: [netjudge: {journal_dir: nowhere}]"
    assert hosted(tree={"mkdocs.yml": yml}).config.watch == []


def command(host: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    run = [sys.executable, "-m", host, "build", "-f", "mkdocs.yml", *arguments]
    return subprocess.run(run, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


ENTRY = """
    ---
    title: 春の交流会
    date: 2026-04-01
    contacts:
      - id: sato-misaki
        person: '佐藤 美咲'
        reading: さとう みさき
        impressions: [対応が丁寧]
    ---
    """

PROJECT = {
    "mkdocs.yml": """
        site_name: 記録
        theme: {name: material, language: ja, font: false}
        plugins: [search, netjudge: {today: 2026-11-23, purpose: 連絡のため}]
        """,
    "docs/guide.md": "# 手引き\n\n[連絡](contact.md)\n",
    "journal/2026/spring.md": ENTRY,
}


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_command_line_of_both_hosts(draw, host):
    folder = draw(PROJECT)
    done = command(host, folder, "--strict")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout
    assert "ERROR" not in done.stderr + done.stdout
    assert "佐藤 美咲" in (folder / "site/people/sato-misaki/index.html").read_text(encoding="utf-8")
    assert 'href="../contact/"' in (folder / "site/guide/index.html").read_text(encoding="utf-8")
    draw({"journal/2026/spring.md": ENTRY.replace("impressions:", "impresion:")})
    done = command(host, folder, "--strict")
    assert done.returncode == 1
    assert "journal/2026/spring.md:8" in done.stderr
    assert "--strict" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert "佐藤 美咲" in (folder / "site/people/sato-misaki/index.html").read_text(encoding="utf-8")
    assert command(host, folder).returncode == 0


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_wrong_option_on_the_command_line(draw, host):
    folder = draw({**PROJECT, "mkdocs.yml": PROJECT["mkdocs.yml"].replace("today:", "tody:")})
    done = command(host, folder)
    assert done.returncode == 1
    assert "tody" in done.stderr
    assert "today のことではありませんか" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_leaves_the_journal_alone(draw):
    folder = draw(PROJECT)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (folder / "journal").rglob("*.md")}
    assert command("mkdocs", folder).returncode == 0
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (folder / "journal").rglob("*.md")}
    assert sorted(path.name for path in (folder / "journal").rglob("*")) == ["2026", "spring.md"]
