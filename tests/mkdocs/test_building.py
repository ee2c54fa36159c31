"""A site built elsewhere, to be published: as the host's own command builds it, or not at all."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys

import pytest

from netjudge_plugin.mkdocs import building
from netjudge_plugin.mkdocs.loading import ConfigProblem
from netjudge_plugin.settings import NamedTarget

MKDOCS_YML = """
    site_name: 記録
    theme: {name: material, language: ja, font: false}
    plugins: [search, netjudge: {today: 2026-11-23, purpose: 連絡のため%s}]
    """
HOOK = """
    from mkdocs.exceptions import PluginError


    def on_post_build(config):
        raise PluginError("late")
    """
EVENT = "---\ndate: 2026-11-20\ncontacts: [{person: 佐藤 美咲, reading: さとう みさき}]\n---\n"


@pytest.fixture
def project(draw):
    def drawn(more="", files=()):
        return draw({"mkdocs.yml": MKDOCS_YML % more, "docs/.keep": "", "journal/a.md": EVENT, **dict(files)})

    return drawn


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_it_is_the_site_that_the_host_s_own_command_builds(project, tmp_path):
    folder = project()
    built = building.build(building.read(folder / "mkdocs.yml"), tmp_path / "one", audience="private")
    assert built.is_usable
    assert built.said == ()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", folder / "mkdocs.yml", "-d", tmp_path / "two"]
    subprocess.run(command, check=True, env=environment)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert not (folder / "site").exists()


def test_another_day(project, tmp_path):
    read = building.read(project() / "mkdocs.yml")
    building.build(read, tmp_path / "site", audience="private", today=datetime.date(2027, 2, 3))
    assert "2027年2月3日" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_an_error_of_the_journal_makes_it_unusable(project, tmp_path):
    folder = project(files={"journal/b.md": "---\ndate: 2026-11-21\nnonsense: x\n---\n"})
    built = building.build(building.read(folder / "mkdocs.yml"), tmp_path / "site", audience="private")
    assert not built.is_usable
    assert not built.failed
    assert "unknown-field" in [found.name for found in built.diagnostics]
    assert built.said == ()  # the plugin's own lines are in the diagnostics


def test_a_host_that_gives_up(project, tmp_path):
    folder = project(files={"hook.py": HOOK})
    config = (folder / "mkdocs.yml").read_text("utf-8") + "\nhooks: [hook.py]\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    built = building.build(building.read(folder / "mkdocs.yml"), tmp_path / "site", audience="private")
    assert built.failed
    assert not built.is_usable
    assert "late" in "".join(built.said)


def test_the_folders_that_nothing_may_be_published_into(project):
    folder = project()
    read = building.read(folder / "mkdocs.yml")
    assert set(read.folders) == {folder / "journal", folder / "docs", folder / "site"}
    assert read.root == folder


@pytest.mark.parametrize("audience", ["team", "partners"])
def test_for_others_the_site_is_another_one(project, tmp_path, audience):
    read = building.read(project() / "mkdocs.yml")
    built = building.build(read, tmp_path / "site", audience=audience, today=datetime.date(2026, 12, 1))
    assert built.is_usable
    assert (built.settings.audience, built.settings.today) == (audience, datetime.date(2026, 12, 1))
    assert "members/index.html" in built.files
    assert "佐藤" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_with_an_error_in_the_journal_nothing_is_built_for_others(project, tmp_path):
    folder = project(files={"journal/b.md": "---\ndate: 2026-02-30\n---\n"})
    built = building.build(building.read(folder / "mkdocs.yml"), tmp_path / "site", audience="team")
    assert not built.is_usable
    assert not (tmp_path / "site").exists()


def test_targets_have_a_name_an_audience_and_an_address(project):
    more = ", targets: {自分用: {audience: private, to: ../share}, 事務所: {audience: team, to: 'smb://mori@server/a'}}"
    assert building.read(project(more) / "mkdocs.yml").settings.targets == (
        NamedTarget("自分用", "private", "../share"),
        NamedTarget("事務所", "team", "smb://mori@server/a"),
    )


@pytest.mark.parametrize(
    "targets",
    ["x", "[x]", "{a: x}", "{a: {to: x}}", "{a: {audience: private}}", "{a: {audience: all, to: x}}",
     "{a: {audience: private, to: ''}}", "{a: {audience: private, to: x, password: y}}",
     "{a: {audience: private, to: 'smb://mori:secret@server/a'}}", "{a: {audience: [], to: x}}",
     "{a: {audience: private, to: 'smb://mori:se/cret@server/a'}}"],
)  # fmt: skip
def test_targets_that_cannot_be_used(project, targets):
    with pytest.raises(ConfigProblem, match="targets") as problem:
        building.read(project(f", targets: {targets}") / "mkdocs.yml")
    assert "cret" not in str(problem.value)
