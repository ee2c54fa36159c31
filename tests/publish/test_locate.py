"""Addresses become targets, and never one that lies where the journal or its site is."""

from __future__ import annotations

import pytest

from netjudge_plugin.publish.folder import FolderTarget
from netjudge_plugin.publish.locate import locate
from netjudge_plugin.publish.stopped import Stopped


def test_a_relative_path_starts_at_the_base(tmp_path):
    assert locate("../share", tmp_path / "project", "1").root == tmp_path / "share"
    assert locate(str(tmp_path / "share"), tmp_path / "project", "1").root == tmp_path / "share"


def test_a_link_to_a_folder_is_that_folder(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert locate("link", tmp_path, "1").root == tmp_path / "real"


def test_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    target = locate("~/share", tmp_path / "project", "1")
    assert isinstance(target, FolderTarget)
    assert target.root == tmp_path / "share"


@pytest.mark.parametrize("to", ["journal", "journal/site", ".", "..", "link", "link/deeper", "journal/../journal"])
def test_in_or_around_the_journal(tmp_path, to):
    base = tmp_path / "project"
    (base / "journal").mkdir(parents=True)
    (base / "link").symlink_to(base / "journal")
    with pytest.raises(Stopped) as end:
        locate(to, base, "1", [base / "docs", base / "journal"])
    assert end.value.reason == "overlap"


def test_in_a_folder_that_does_not_exist_yet(tmp_path):
    with pytest.raises(Stopped):
        locate("site/public", tmp_path, "1", [tmp_path / "site"])


def test_beside_them(tmp_path):
    (tmp_path / "journal").mkdir()
    assert locate("journal-site", tmp_path, "1", [tmp_path / "journal"]).root == tmp_path / "journal-site"


@pytest.mark.parametrize("path", ["\\\\server\\share", "Z:\\journal", "z:/journal"])
def test_a_path_of_windows_elsewhere(tmp_path, path):
    with pytest.raises(Stopped) as end:
        locate(path, tmp_path, "1")
    assert end.value.reason == "unc-elsewhere"
