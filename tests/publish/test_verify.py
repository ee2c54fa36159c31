"""A published site is read byte by byte, and what is not as it was is named."""

from __future__ import annotations

import pytest
from published import NEW, OLD, contents, publish, site, to

from netjudge_plugin.publish.manifest import Manifest, written
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import MANIFEST
from netjudge_plugin.publish.verify import verify


@pytest.fixture
def share(tmp_path):
    publish(site(tmp_path / "new", NEW), tmp_path / "share", "team")
    return tmp_path / "share"


def test_all_is_right(share):
    found = verify(to(share), "team")
    assert found.is_right
    assert found.right == len(NEW)
    assert not found.unfinished


def test_one_flipped_bit(share):
    page = share / "people" / "kato.html"
    data = bytearray(page.read_bytes())
    data[3] ^= 1
    page.write_bytes(data)
    before = contents(share)
    found = verify(to(share), "team")
    assert (found.is_right, found.changed) == (False, ("people/kato.html",))
    assert contents(share) == before


def test_a_page_too_few_and_a_file_too_many(share):
    (share / "people" / "kato.html").rename(share / "people" / "kato.html.bak")
    found = verify(to(share), "team")
    assert (found.missing, found.strangers) == (("people/kato.html",), ("people/kato.html.bak",))
    assert not found.is_right


def test_an_unfinished_publish_is_said_to_be_one(share):
    (share / MANIFEST).write_bytes(written(Manifest({}, complete=False)))
    assert verify(to(share), "team").unfinished


@pytest.mark.parametrize("there", [None, {}, OLD])
def test_what_is_no_target(tmp_path, there):
    if there is not None:
        (tmp_path / "other").mkdir()
        site(tmp_path / "other", there)
    with pytest.raises(Stopped) as end:
        verify(to(tmp_path / "other"), "team")
    assert end.value.reason == "unmarked"


def test_a_target_of_another_audience(share):
    with pytest.raises(Stopped) as end:
        verify(to(share), "private")
    assert end.value.reason == "other-audience"
