"""What our driver for shares of Windows adds; `benchmarks/servers.py` tries the rest of it on a real one."""

from __future__ import annotations

import stat
from types import SimpleNamespace

import pytest
from smbprotocol.exceptions import AccessDenied, SMBException

from netjudge_plugin.publish import smb


def test_a_server_that_falls_silent_is_waited_for_once():
    waited = []

    def receive(request, *, timeout):
        waited.append((request, timeout))
        raise SMBException(f"Connection timeout of {timeout} seconds exceeded")

    received = smb._impatient(receive)
    for request in ("write", "remove", "disconnect"):
        with pytest.raises(TimeoutError):
            received(request)
    assert waited == [("write", smb._PATIENCE)]


def test_what_a_server_answers_is_passed_on():
    def receive(request, *, timeout):
        if request == "forbidden":
            raise AccessDenied(None)
        return request, timeout

    received = smb._impatient(receive)
    with pytest.raises(AccessDenied):
        received("forbidden")
    assert received("read", timeout=5) == ("read", 5)


def test_a_link_is_neither_file_nor_folder():
    folder, link = stat.FILE_ATTRIBUTE_DIRECTORY, stat.FILE_ATTRIBUTE_REPARSE_POINT
    kinds = [smb._kind(SimpleNamespace(file_attributes=one)) for one in (0, folder, link, folder | link)]
    assert kinds == ["file", "directory", "link", "link"]
