"""Where copies of a journal lie, as mkdocs.yml says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjudge_plugin.mkdocs.whereabouts import Whereabouts, whereabouts

MKDOCS_YML = """
site_name: 日誌
plugins: [{netjudge: {language: ja, targets: {自分用: {audience: private, to: ../share}}}}]
"""


def test_the_folders_and_the_targets_of_mkdocs_yml(draw):
    folder = draw({"mkdocs.yml": MKDOCS_YML, "docs/.keep": ""})
    assert whereabouts(folder / "mkdocs.yml") == Whereabouts(folder, folder / "site", folder / "docs", ("自分用",))


def test_seen_from_another_folder_they_are_the_same(draw, monkeypatch):
    folder = draw({"mkdocs.yml": MKDOCS_YML, "docs/.keep": ""})
    monkeypatch.chdir(folder.parent)
    assert whereabouts(Path(folder.name) / "mkdocs.yml").root == folder


@pytest.mark.parametrize("text", [None, "- no settings\n", "site_name: 2026-02-30\n"], ids=["none", "wrong", "no date"])
def test_without_one_that_can_be_read_there_are_none(tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert whereabouts(None) == whereabouts(Path("mkdocs.yml")) == Whereabouts(Path())
