"""Which addresses hold a password; a port or an at sign in a path is none."""

from __future__ import annotations

import pytest

from netjudge_plugin.model.passwords import has_password


@pytest.mark.parametrize("secret", ["secret", "se/cret", "s:e@c/ret", "se#cret?", "12345", "445cret/x", "合い/言葉"])
@pytest.mark.parametrize("who", ["mori", "office;mori", "mori@office.example", ""])
def test_a_password_is_seen_whatever_it_is_made_of(who, secret):
    assert has_password(f"smb://{who}:{secret}@server/share")
    assert has_password(f"smb://{who}:{secret}@server:445/share")


@pytest.mark.parametrize(
    "address",
    ["smb://server/share", "smb://mori@server/share", "smb://host:445/share/x@y", "smb://mori@host:445/share/x@y",
     "smb://host:445", "sftp://mori@office.example@host/a:b@c", "../share/a:b@c", "Z:\\share\\x@y", "s3://bucket/a@b:c"],
)  # fmt: skip
def test_an_address_without_one_is_left_alone(address):
    assert not has_password(address)
