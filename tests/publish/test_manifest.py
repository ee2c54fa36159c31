"""The manifest of a target: exact, the same for the same files, and not believed when it is anything else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import OLD, publish, site

from netjudge_plugin.publish import manifest
from netjudge_plugin.publish.manifest import Entry, Manifest

HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def test_the_format(tmp_path):
    written = manifest.written(manifest.of_folder(site(tmp_path, {"index.html": "hello"})))
    assert json.loads(written) == {
        "format": 1,
        "complete": True,
        "files": {"index.html": {"sha256": HELLO, "size": 5}},
    }


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.integers(0).map(lambda size: Entry(HELLO, size))), st.booleans())
def test_what_was_written_is_read(files, complete):
    assert manifest.read(manifest.written(Manifest(files, complete=complete))) == Manifest(files, complete=complete)


@settings(deadline=None)
@given(st.binary())
def test_anything_else_is_none(data):
    assert manifest.read(data) is None


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", '{"format": 2, "complete": true, "files": {}}', '{"format": 1, "files": []}',
     '{"format": 1, "files": {"a": {"sha256": "short", "size": 1}}}',
     '{"format": 1, "files": {"a": {"sha256": "", "size": true}}}', '{"format": 1, "files": {"a": 1}}'],
)  # fmt: skip
def test_what_looks_like_one_is_none(text):
    assert manifest.read(text.encode()) is None


def test_complete_is_only_what_says_so():
    assert manifest.read(b'{"format": 1, "files": {}, "complete": "yes"}') == Manifest({}, complete=False)


def test_neither_file_names_a_path_a_host_or_a_time(tmp_path):
    """Two targets of the same site, in other places and made at other times, are the same to the byte."""
    one, two = tmp_path / "one", tmp_path / "elsewhere"
    for share in (one, two):
        publish(site(tmp_path / "site", OLD), share)
    names = sorted(path.name for path in one.iterdir() if path.is_file())
    assert {"netjudge-manifest.json", "netjudge-target.json"} < set(names)
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes()
    told = (one / "netjudge-manifest.json").read_text() + (one / "netjudge-target.json").read_text()
    assert str(tmp_path) not in told
    assert "2026" not in told


def test_pieces_and_files_have_the_same_content(tmp_path):
    site(tmp_path, {"a": "hello"})
    assert manifest.of_chunks([b"he", b"llo"]) == manifest.of_file(tmp_path / "a") == Entry(HELLO, 5)
