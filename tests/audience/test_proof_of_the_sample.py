"""The sample journal against real sites of the host: its own has everything, one without a journal has nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from netjudge_plugin import proving
from netjudge_plugin.mkdocs.control import control_site
from netjudge_plugin.mkdocs.options import settings_from_file
from netjudge_plugin.model.proof import Trouble

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def settings():
    return settings_from_file(ROOT / "mkdocs.yml")


def test_a_site_without_the_journal_is_clean_though_every_page_of_it_is_looked_at(settings):
    with control_site(ROOT / "mkdocs.yml") as (site, _):
        whole = proving.control(site)
        scripts = {path: digest for path, digest in whole.files.items() if path.startswith("assets/javascripts/")}
        assert len(scripts) < len(whole.files)  # in the theme's, words of a segmenter stand alone: 東京
        found = proving.prove(site, settings, shared=(), same=proving.Control(scripts)).leaks
        assert {leak.trouble for leak in found} <= {Trouble.STRANGER}  # style sheets that the whole control knows


def test_its_own_site_has_private_texts_of_each_kind_that_pages_show(settings, tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "site")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with control_site(ROOT / "mkdocs.yml") as (control, _):
        proof = proving.prove(tmp_path / "site", settings, shared=(), same=proving.control(control))
    kinds = {leak.kind for leak in proof.leaks if leak.trouble is Trouble.SECRET}
    shown = {"name", "reading", "address", "email", "firm", "title", "place", "tag", "impression", "topic"}
    assert kinds >= shown | {"note", "promise", "reason", "line", "file"}
    assert Trouble.FOREIGN not in {leak.trouble for leak in proof.leaks}
