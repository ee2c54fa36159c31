"""A real server over SSH on this computer, as small as the library allows, and the driver that signs in to it."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import threading
from contextlib import suppress
from pathlib import Path

import paramiko
import pytest
from published import NEW, OLD, contents, impatient, is_whole, site, us, wish

from netjudge_plugin.publish import run
from netjudge_plugin.publish.locate import locate
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import LOCK
from netjudge_plugin.publish.verify import verify

PASSWORD = "Himitsu-9pw"
#: One of a server's few answers to what went wrong.
_codes = paramiko.SFTPServer.convert_errno


class Folder(paramiko.SFTPServerInterface):
    """A server of the folder that the test has; `limit` is after how many changes it hangs up."""

    root = Path()
    limit: int | None = None

    def __init__(self, server, *arguments):
        super().__init__(server, *arguments)
        self._transport = server.transport

    def _real(self, path):
        return self.root / path.lstrip("/")

    def _change(self):
        if Folder.limit is not None:
            Folder.limit -= 1
            if Folder.limit < 0:
                self._transport.close()
                raise ConnectionResetError(errno.ECONNRESET, "hung up")

    def list_folder(self, path):
        try:
            with os.scandir(self._real(path)) as entries:
                return [
                    paramiko.SFTPAttributes.from_stat(entry.stat(follow_symlinks=False), entry.name)
                    for entry in entries
                ]
        except OSError as error:
            return _codes(error.errno)

    def stat(self, path):
        try:
            return paramiko.SFTPAttributes.from_stat(self._real(path).stat())
        except OSError as error:
            return _codes(error.errno)

    lstat = stat

    def open(self, path, flags, attr):  # noqa: ARG002 - as the library asks
        try:
            self._change() if flags & os.O_CREAT else None
            handle = paramiko.SFTPHandle(flags)
            mode = "wb" if flags & os.O_WRONLY else "r+b" if flags & os.O_RDWR else "rb"
            file = os.fdopen(os.open(self._real(path), flags, 0o644), mode)
        except OSError as error:
            return _codes(error.errno)
        handle.readfile = handle.writefile = file
        return handle

    def _done(self, act, *arguments):
        try:
            self._change()
            act(*arguments)
        except OSError as error:
            return _codes(error.errno)
        return paramiko.SFTP_OK

    def posix_rename(self, oldpath, newpath):
        return self._done(os.replace, self._real(oldpath), self._real(newpath))

    def remove(self, path):
        return self._done(os.remove, self._real(path))

    def mkdir(self, path, attr):  # noqa: ARG002
        return self._done(os.mkdir, self._real(path))

    def rmdir(self, path):
        return self._done(os.rmdir, self._real(path))


class Door(paramiko.ServerInterface):
    """Who may come in."""

    def __init__(self, transport):
        self.transport = transport

    def check_auth_password(self, username, password):
        right = (username, password) == ("mori", PASSWORD)
        return paramiko.AUTH_SUCCESSFUL if right else paramiko.AUTH_FAILED

    def check_channel_request(self, kind, chanid):  # noqa: ARG002
        return paramiko.OPEN_SUCCEEDED


@pytest.fixture(scope="module")
def key():
    return paramiko.ECDSAKey.generate()


@pytest.fixture
def server(tmp_path, monkeypatch, key):
    """The address of an empty target on a server that is known; what is there lies in `share`."""
    (tmp_path / "share").mkdir()
    monkeypatch.setattr(Folder, "root", tmp_path / "share")
    monkeypatch.setattr(Folder, "limit", None)
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    transports = []

    def serve():
        with suppress(OSError):
            while True:
                connection = listening.accept()[0]
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or it waits to fill its packets
                transport = paramiko.Transport(connection)
                transport.add_server_key(key)
                transport.set_subsystem_handler("sftp", paramiko.SFTPServer, Folder)
                transports.append(transport)
                with suppress(EOFError, paramiko.SSHException):
                    transport.start_server(server=Door(transport))

    threading.Thread(target=serve, daemon=True).start()
    home = tmp_path / "home"
    (home / ".ssh").mkdir(parents=True)
    (home / ".ssh" / "known_hosts").write_text(f"[127.0.0.1]:{port} {key.get_name()} {key.get_base64()}\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    yield f"sftp://mori:{PASSWORD}@127.0.0.1:{port}/site"
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    for transport in transports:
        transport.close()


def target(url, token="00000001"):
    return locate(url, Path(), token, patience=impatient())


def ending(act):
    try:
        act()
    except Stopped as end:
        return end
    return None


def test_a_site_another_and_the_same_again(tmp_path, server):
    for files in (OLD, NEW):
        new = wish(site(tmp_path / f"{len(list(tmp_path.iterdir()))}", files))
        assert run.publish(new, target(server), us()).is_complete
        assert contents(tmp_path / "share" / "site") == files
        assert verify(target(server), "private").is_right
        assert run.publish(new, target(server), us()).done == ()
    (tmp_path / "share" / "site" / "index.html").write_text("flipped")
    assert verify(target(server), "private").changed == ("index.html",)


def test_hung_up_at_any_change_the_files_are_whole_and_the_next_run_is_done(tmp_path, server):
    old, new = wish(site(tmp_path / "old", OLD)), wish(site(tmp_path / "new", NEW))
    share, hung_up = tmp_path / "share" / "site", 0
    run.publish(old, target(server), us())
    shutil.copytree(share, tmp_path / "start")
    for nth in range(0, 200, 3):  # (every moment is benchmarks/servers.py's)
        shutil.rmtree(share)
        shutil.copytree(tmp_path / "start", share)
        Folder.limit = nth
        end = ending(lambda: run.publish(new, target(server), us()))
        Folder.limit = None
        assert is_whole(share, OLD, NEW)
        if end is None:
            break
        hung_up += 1
        assert (end.reason, PASSWORD in str(end.facts)) == ("gone", False)
        assert run.publish(new, target(server), us()).is_complete
        assert contents(share) == NEW
    assert hung_up > 6


def test_a_lock_is_made_once(server):
    target(server).make()
    assert target(server).create(LOCK, b"1")
    assert not target(server).create(LOCK, b"2")
    assert target(server).read(LOCK) == b"1"


def refused(url):
    with pytest.raises(Stopped) as end:
        target(url)
    assert "9pw" not in str(end.value.facts)
    return end.value.reason


def test_a_wrong_password_and_none(server):
    assert refused(server.replace(PASSWORD, "false-9pw")) == "denied"
    assert refused(server.replace(f":{PASSWORD}", "")) == "denied"


def test_a_server_that_is_not_known_is_told_nothing(tmp_path, server, key):
    known = tmp_path / "home" / ".ssh" / "known_hosts"
    other = known.read_text("utf-8").replace(key.get_base64(), paramiko.ECDSAKey.generate().get_base64())
    known.write_text(other)
    assert refused(server) == "other-server"
    known.unlink()
    assert refused(server) == "unknown-server"


def test_a_server_that_is_not_there(server):
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        port = server.rpartition(":")[2].partition("/")[0]
        assert refused(server.replace(port, str(taken.getsockname()[1]))) == "unreachable"
