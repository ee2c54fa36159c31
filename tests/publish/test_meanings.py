"""Errors of other libraries, told by what they say, as those of Python's that mean the same."""

from __future__ import annotations

import errno
import socket

import paramiko
import pytest
import smbprotocol.exceptions as smb

from netjudge_plugin.publish.meanings import as_oserror, translated
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.trouble import Trouble, trouble


def after(error, cause):
    error.__cause__ = cause
    return error


class AnsweredError(Exception):
    def __init__(self, status):
        super().__init__("the server said so")
        self.response = type("Response", (), {"status_code": status})


class ServerError(Exception):
    pass


@pytest.mark.parametrize(
    ("error", "means"),
    [
        (smb.SMBOSError(0xC0000022, "x"), Trouble.IN_USE),  # access denied
        (smb.SMBOSError(0xC0000043, "x"), Trouble.IN_USE),  # sharing violation
        (smb.SMBOSError(0xC0000056, "x"), Trouble.IN_USE),  # delete pending
        (smb.SMBOSError(0xC000007F, "x"), Trouble.FULL),
        (smb.SMBOSError(0xC00000A2, "x"), Trouble.READ_ONLY),
        (smb.SMBOSError(0xC00000C9, "x"), Trouble.GONE),  # network name deleted
        (smb.SMBConnectionClosed("closed"), Trouble.GONE),
        (smb.SMBAuthenticationError("no"), Trouble.IN_USE),
        (paramiko.AuthenticationException("no"), Trouble.IN_USE),
        (paramiko.SSHException("dropped"), Trouble.GONE),
        (EOFError(), Trouble.GONE),
        (OSError("Socket is closed"), Trouble.GONE),
        (socket.gaierror(-2, "Name or service not known"), Trouble.GONE),
        (after(ValueError("Failed to connect"), ConnectionRefusedError(errno.ECONNREFUSED, "")), Trouble.GONE),
        (after(ServerError("put failed"), FileNotFoundError(errno.ENOENT, "")), Trouble.OTHER),
        (AnsweredError(401), Trouble.IN_USE),
        (AnsweredError(423), Trouble.IN_USE),
        (AnsweredError(500), Trouble.OTHER),
        (PermissionError("without a number"), Trouble.IN_USE),
        (TimeoutError(), Trouble.GONE),
        (OSError("Failure"), Trouble.OTHER),
        (ServerError("500"), Trouble.OTHER),
    ],
    ids=repr,
)
def test_what_it_means(error, means):
    assert trouble(translated(error)) is means


def test_what_is_not_there_is_python_s_own_error():
    """Or else a folder that is yet to be made would be taken for a server that is gone."""
    assert isinstance(translated(smb.SMBOSError(0xC0000034, "x")), FileNotFoundError)
    assert isinstance(translated(smb.SMBOSError(0xC0000035, "x")), FileExistsError)
    assert isinstance(translated(FileNotFoundError("x")), FileNotFoundError)


def test_the_words():
    assert str(translated(ServerError("500\nand a page of HTML"))) == "ServerError: 500"
    assert str(translated(ServerError())) == "ServerError"
    assert translated(TimeoutError()).strerror == "Connection timed out"
    assert translated(smb.SMBOSError(0xC0000022, "x")).strerror == "Permission denied"
    assert len(str(translated(ServerError("x" * 1000)))) < 200


def test_a_password_is_not_among_them():
    with pytest.raises(OSError, match=r"cast '…'"), as_oserror("smb://mori:pa/ss@server/share"):
        raise ValueError("cast 'pa'")


def test_what_ends_a_publish_passes():
    with pytest.raises(Stopped), as_oserror():
        raise Stopped("no-index")
    with pytest.raises(KeyboardInterrupt), as_oserror():
        raise KeyboardInterrupt
