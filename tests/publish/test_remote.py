"""Targets that fsspec opens: in memory, as a folder, and one where half a file may stay behind."""

from __future__ import annotations

import contextlib
import errno
import sys

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from published import NEW, OLD, contents, impatient, site, us, wish

from netjudge_plugin.publish import lock, run
from netjudge_plugin.publish.locate import locate
from netjudge_plugin.publish.remote import RemoteTarget
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import LOCK, MARKER, OURS
from netjudge_plugin.publish.verify import verify


@pytest.fixture(params=["memory", "local"])
def share(request, tmp_path):
    """The address of an empty target, and what is on it."""
    return "memory://site" if request.param == "memory" else f"local://{tmp_path}/share"


@pytest.fixture(autouse=True)
def memory():
    """Everything in memory is forgotten between two tests."""
    yield
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]


def remote(url, token="00000001"):
    return RemoteTarget(url, token, impatient())


def texts(url):
    files, root = fsspec.url_to_fs(url)
    found = {path[len(root) + 1 :]: files.cat_file(path).decode() for path in files.find(root)}
    return {name: text for name, text in found.items() if name not in OURS}


def test_a_site_and_another(tmp_path, share):
    for files in (OLD, NEW, OLD):
        report = run.publish(wish(site(tmp_path / f"{len(list(tmp_path.iterdir()))}", files)), remote(share), us())
        assert report.is_complete
        assert texts(share) == files
        assert verify(remote(share), "private").is_right


def test_twice_the_same_writes_nothing(tmp_path, share, monkeypatch):
    new = wish(site(tmp_path / "new", NEW))
    run.publish(new, remote(share), us())
    monkeypatch.setattr(RemoteTarget, "write", None)
    assert run.publish(new, remote(share), us()).kept == len(NEW)


def test_what_is_refused_on_a_folder_is_refused_here(tmp_path, share):
    files, root = fsspec.url_to_fs(share)
    files.makedirs(root, exist_ok=True)
    files.pipe_file(f"{root}/precious.txt", b"precious")
    with pytest.raises(Stopped) as end:
        run.publish(wish(site(tmp_path / "new", NEW)), remote(share), us())
    assert (end.value.reason, end.value.listed) == ("foreign", ("precious.txt",))
    assert texts(share) == {"precious.txt": "precious"}


def test_a_lock_is_made_once(share):
    remote(share).make()
    assert remote(share).create(LOCK, b"1")
    assert not remote(share).create(LOCK, b"2")
    assert remote(share).read(LOCK) == b"1"


@pytest.mark.parametrize(
    ("before", "nth"), [*((OLD, nth) for nth in range(1, 14)), *((None, nth) for nth in range(1, 18))]
)
def test_torn_off_in_the_middle_of_an_upload_the_next_run_is_done(tmp_path, monkeypatch, nth, before):
    """A server that keeps half a file, of the manifest or the marker too: nothing vouches for it, and it is mended."""
    url, uploads = "memory://torn", []
    if before:
        run.publish(wish(site(tmp_path / "old", before)), remote(url), us())
    put = MemoryFileSystem.pipe_file

    def torn(files, path, value, **more):
        uploads.append(path)
        if len(uploads) == nth:
            put(files, path, value[: len(value) // 2], **more)
            raise ConnectionResetError
        put(files, path, value, **more)

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", torn)
    new = wish(site(tmp_path / "new", NEW))
    with contextlib.suppress(Stopped):  # (what only failed to be tidied up does not end it)
        run.publish(new, remote(url), us())
    monkeypatch.undo()
    assert len(uploads) >= nth
    assert run.publish(new, remote(url), us()).is_complete
    assert texts(url) == NEW


@pytest.mark.parametrize("written", [0, 30, None], ids=["nothing", "some", "all"])
def test_interrupted_just_when_the_lock_was_made_it_does_not_stay(share, monkeypatch, written):
    """The server has made it, and the answer is still on its way."""
    target = remote(share)
    put = type(target._files).pipe_file

    def interrupted(files, path, value, **more):
        put(files, path, value[:written], **more)
        if path.endswith(LOCK):
            raise KeyboardInterrupt

    target.make()
    monkeypatch.setattr(type(target._files), "pipe_file", interrupted)
    with pytest.raises(KeyboardInterrupt):
        lock.acquire(target, us())
    assert target.read(LOCK) is None


def test_a_marker_that_is_torn_while_it_is_written_anew_is_read_from_its_copy(tmp_path, monkeypatch):
    url, put = "memory://torn", MemoryFileSystem.pipe_file
    source = site(tmp_path / "old", OLD)
    run.publish(wish(source), remote(url), us())

    def torn(files, path, value, **more):
        if path.endswith(MARKER):
            put(files, path, value[:9], **more)
            raise ConnectionResetError
        put(files, path, value, **more)

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", torn)
    with pytest.raises(Stopped):
        run.publish(wish(source, member="大野 真"), remote(url), us())
    monkeypatch.undo()
    assert run.publish(wish(source, member="大野 真"), remote(url), us()).is_complete
    assert b"\xe5\xa4\xa7" in remote(url).read(MARKER)


def test_an_error_of_a_server_s_own_ends_in_a_sentence(tmp_path, monkeypatch):
    class ServerError(Exception):
        pass

    def broken(*_, **__):
        raise ServerError("500")

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", broken)
    with pytest.raises(Stopped) as end:
        run.publish(wish(site(tmp_path / "new", NEW)), remote("memory://broken"), us())
    assert (end.value.reason, end.value.facts["why"]) == ("failed", "ServerError: 500")


def test_a_server_that_nothing_here_speaks_to(tmp_path):
    for url, reason in (("nonsense://server/share", "no-such-kind"), ("wandb://share", "driver-unknown")):
        with pytest.raises(Stopped) as end:
            locate(url, tmp_path, "1")
        assert end.value.reason == reason
    assert (end.value.facts["kind"], end.value.facts["missing"]) == ("wandb", "wandbfs")


@pytest.mark.parametrize(
    ("url", "package"),
    [("gcs://bucket/share", "gcsfs"), ("az://box/share", "adlfs"), ("hdfs://server/share", "pyarrow")],
)
def test_of_other_kinds_the_package_is_named(tmp_path, url, package):
    with pytest.raises(Stopped) as end:
        locate(url, tmp_path, "1")
    assert (end.value.reason, end.value.facts["how"]) == ("no-driver", f"pip install {package}")


def test_what_is_not_installed_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "smbclient", None)
    monkeypatch.delitem(sys.modules, "netjudge_plugin.publish.smb", raising=False)
    with pytest.raises(Stopped) as end:
        locate("smb://server/share", tmp_path, "1")
    assert (end.value.reason, end.value.facts["how"]) == ("no-driver", "pip install 'netjudge[smb]'")


def test_a_kind_of_server_that_takes_no_password_from_the_address_gets_no_folder_of_that_name():
    with pytest.raises(Stopped) as end:
        RemoteTarget("memory://mori:secret@share", "1")
    assert end.value.reason == "password-elsewhere"
    assert "secret" not in str(end.value.facts)


def test_the_marker_is_the_same_as_on_a_folder(tmp_path, share):
    run.publish(wish(site(tmp_path / "new", NEW), "team"), remote(share), us())
    assert remote(share).read(MARKER) == b'{"format": 1, "audience": "team"}\n'


def test_an_address_of_a_folder_is_a_folder(tmp_path):
    target = locate(f"file://{tmp_path}/share%20one", tmp_path, "1")
    run.publish(wish(site(tmp_path / "new", NEW)), target, us())
    assert contents(tmp_path / "share one") == NEW


def test_a_server_that_does_not_answer_is_not_an_empty_one(tmp_path, monkeypatch):
    def silent(*_, **__):
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(MemoryFileSystem, "info", silent)
    target = remote("memory://silent")
    for act in (lambda: verify(target, "private"), lambda: run.preview(wish(site(tmp_path / "new", NEW)), target)):
        with pytest.raises(Stopped) as end:
            act()
        assert end.value.reason == "unreachable"


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(tmp_path, monkeypatch):
    """Or else a page that has to go would be passed over, and the target said to be right."""
    run.publish(wish(site(tmp_path / "old", OLD)), remote("memory://site"), us())
    listed = MemoryFileSystem.ls

    def closed(files, path, *, detail=True, **more):
        if path.endswith("people"):
            raise PermissionError("people")
        return listed(files, path, detail=detail, **more)

    monkeypatch.setattr(MemoryFileSystem, "ls", closed)
    with pytest.raises(Stopped) as end:
        run.publish(wish(site(tmp_path / "new", NEW)), remote("memory://site"), us())
    assert end.value.reason == "denied"
    assert texts("memory://site") == OLD


def test_the_folder_of_a_page_that_went_does_not_stay(tmp_path, share):
    """Its name may be somebody's; the run that removed the page may have been killed just then."""
    old = wish(site(tmp_path / "old", {**OLD, "people/himitsu-taro/index.html": "secret"}))
    run.publish(old, remote(share), us())
    files, root = fsspec.url_to_fs(share)
    files.rm_file(f"{root}/people/himitsu-taro/index.html")
    assert files.exists(f"{root}/people/himitsu-taro")
    run.publish(wish(site(tmp_path / "new", OLD)), remote(share), us())
    assert not files.exists(f"{root}/people/himitsu-taro")
    assert files.exists(f"{root}/people")


def test_folders_above_are_not_made():
    with pytest.raises(Stopped) as end:
        run.ensure_open_to(remote("memory://missing/site"), "private")
    assert (end.value.reason, end.value.facts["folder"]) == ("no-folder-above", "/missing")


def test_a_file_that_nobody_else_may_read_waits(tmp_path, monkeypatch):
    """Somebody has it open for himself alone, as programs on Windows do."""
    run.publish(wish(site(tmp_path / "old", OLD)), remote("memory://site"), us())
    opened, put = MemoryFileSystem._open, MemoryFileSystem.pipe_file

    def held(real):
        def called(files, path, *arguments, **more):
            if path.endswith("sato.html"):
                raise PermissionError(errno.EBUSY, "in use")
            return real(files, path, *arguments, **more)

        return called

    monkeypatch.setattr(MemoryFileSystem, "_open", held(opened))
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", held(put))
    found = verify(remote("memory://site"), "private")
    assert (found.unread, found.changed, found.is_right, found.is_known) == (("people/sato.html",), (), False, True)
    report = run.publish(wish(site(tmp_path / "new", NEW), recheck=True), remote("memory://site"), us())
    assert [step.name for step in report.waiting] == ["people/sato.html"]
    monkeypatch.undo()
    assert run.publish(wish(site(tmp_path / "again", NEW)), remote("memory://site"), us()).is_complete
    assert texts("memory://site") == NEW
