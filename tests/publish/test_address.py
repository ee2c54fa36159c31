"""A password in an address is never shown, however it looks, and whoever repeats it."""

from __future__ import annotations

import pytest

from netjudge_plugin.publish.address import has_password, hushed, without_password


@pytest.mark.parametrize("password", ["secret", "p@ss", "pa/ss", "pa:ss", "pa#ss?", "p@a/s:s", "%40x", "合い言葉"])
def test_a_password_is_hidden(password):
    assert without_password(f"smb://mori:{password}@server/share") == "smb://mori:…@server/share"
    assert without_password(f"smb://office;mori:{password}@server:445/s") == "smb://office;mori:…@server:445/s"
    assert without_password(f"sftp://mori@office:{password}@server/s") == "sftp://mori@office:…@server/s"


@pytest.mark.parametrize(
    "url",
    [
        "smb://mori@server/share",
        "smb://server:445/share",
        "smb://mori@server:445/share/x@y",
        "s3://bucket/site",
        "/share/a:b@c",
    ],
)
def test_an_address_without_one_stays_as_it_is(url):
    assert without_password(url) == url


def test_what_a_library_says_does_not_hold_it_either():
    url = "smb://mori:p%40ss/word@server/share"
    for said in ("no p@ss/word here", "no p%40ss/word here", "port 'p%40ss'", "host word"):
        assert "ss" not in hushed(said, url)
        assert "word" not in hushed(said, url)
    assert hushed("Connection refused", url) == "Connection refused"
    assert hushed("Connection refused", "smb://mori@server/share") == "Connection refused"


def test_a_path_that_still_holds_one():
    assert has_password("key:secret@bucket/site")
    assert not has_password("bucket/site")
    assert not has_password("/share/a@b")
