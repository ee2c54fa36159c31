"""Everything that can go wrong on a share: full, read-only, in use, taken away, interrupted. Nothing is half there."""

from __future__ import annotations

import errno
import os
import shutil

import pytest
from published import NEW, OLD, Faulty, contents, impatient, is_whole, publish, site, to, us, wish

from netjudge_plugin.publish import folder, run
from netjudge_plugin.publish.folder import FolderTarget
from netjudge_plugin.publish.plan import Rank
from netjudge_plugin.publish.stopped import Ending, Stopped
from netjudge_plugin.publish.target import LOCK, TEMPORARY
from netjudge_plugin.publish.trouble import Patience, Trouble, trouble


@pytest.fixture
def share(tmp_path):
    """A folder with the old site."""
    publish(site(tmp_path / "old", OLD), tmp_path / "share")
    return tmp_path / "share"


@pytest.fixture
def new(tmp_path):
    return site(tmp_path / "new", NEW)


def leftovers(path):
    return [file.name for file in path.rglob("*") if file.name.startswith(TEMPORARY) or file.name == LOCK]


def raising(error):
    def strike(_name, _arguments):
        raise error

    return strike


@pytest.mark.parametrize(
    ("error", "endings"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), {"full"}),
        (OSError(errno.EROFS, "Read-only file system"), {"read-only"}),
        (OSError(errno.ESTALE, "Stale file handle"), {"gone"}),
        (OSError(errno.EINVAL, "Invalid argument"), {"failed"}),
        (KeyboardInterrupt(), {"KeyboardInterrupt"}),
    ],
    ids=["full", "read-only", "gone", "odd", "ctrl-c"],
)
def test_a_failure_at_any_call_leaves_whole_files_no_lock_and_nothing_unfinished(
    *, tmp_path, share, new, monkeypatch, error, endings
):
    ended, nth, struck = set(), 0, True
    while struck:
        nth += 1
        path = tmp_path / f"{nth}"
        shutil.copytree(share, path)
        faulty = Faulty(nth, raising(error))
        monkeypatch.setattr(folder, "os", faulty)
        try:
            publish(new, path)
        except Stopped as end:
            ended.add(end.reason)
        except KeyboardInterrupt:
            ended.add("KeyboardInterrupt")
        struck = faulty.calls >= nth
        assert is_whole(path, OLD, NEW)
        # what cleans up may itself be what failed, and then the next run does it
        assert len(leftovers(path)) <= 1
        monkeypatch.setattr(folder, "os", Faulty(-1, lambda *_: None))
        assert publish(new, path).is_complete
        assert contents(path) == NEW
        assert leftovers(path) == []
    assert ended == endings


def test_a_share_that_is_too_full_is_seen_before_anything_is_written(share, new, monkeypatch):
    before = contents(share)
    monkeypatch.setattr(FolderTarget, "free", lambda _: 12_345)
    with pytest.raises(Stopped) as end:
        publish(new, share)
    assert (end.value.reason, end.value.ending) == ("full", Ending.AGAIN)
    assert end.value.facts["free"] == "0.0"
    assert end.value.facts["needed"] == "0.1"
    assert contents(share) == before
    assert leftovers(share) == []


def test_a_full_share_can_still_lose_pages(tmp_path, share, monkeypatch):
    """Taking pages away needs no room but for the manifest, so it is not refused."""
    fewer = site(tmp_path / "fewer", {name: text for name, text in OLD.items() if name != "people/tanaka.html"})
    monkeypatch.setattr(FolderTarget, "free", lambda _: 0)
    assert publish(fewer, share).is_complete
    assert "people/tanaka.html" not in contents(share)


@pytest.fixture
def in_use(monkeypatch):
    """Files that somebody has open: they are neither replaced nor deleted, as on a server of Windows."""
    names = set()
    tries = []

    class Held:
        def __getattr__(self, name):
            real = getattr(os, name)
            if name not in ("replace", "unlink"):
                return real

            def called(*paths):
                last = str(paths[-1])
                if any(last.endswith(one) for one in names):
                    tries.append(last)
                    raise PermissionError(errno.EACCES, "in use")
                return real(*paths)

            return called

    monkeypatch.setattr(folder, "os", Held())
    return names, tries


def test_a_first_page_that_is_open_is_waited_for_and_named_and_done_the_next_time(share, new, in_use):
    names, tries = in_use
    names.add("share/index.html")
    report = publish(new, share)
    assert [step.name for step in report.waiting] == ["index.html"]
    assert not report.is_complete
    assert len(tries) > 5
    assert contents(share) == {**NEW, "index.html": OLD["index.html"]}
    names.clear()
    again = publish(new, share)
    assert [step.name for step in again.done] == ["index.html"]
    assert contents(share) == NEW


def test_a_page_that_must_go_and_is_open_is_insisted_on(share, new, in_use):
    names, _ = in_use
    names.add("tanaka.html")
    report = publish(new, share)
    assert [(step.name, step.rank) for step in report.waiting] == [("people/tanaka.html", Rank.PAGE_GOES)]
    assert "people/tanaka.html" in contents(share)
    assert [step.name for step in publish(new, share).waiting] == ["people/tanaka.html"]
    names.clear()
    assert publish(new, share).is_complete
    assert contents(share) == NEW


def test_a_file_in_use_is_tried_for_five_seconds_and_all_of_them_for_half_a_minute():
    slept = []

    def held():
        raise PermissionError(errno.EACCES, "in use")

    patience = Patience(sleep=slept.append)
    with pytest.raises(PermissionError):
        patience.insist(held)
    assert 5 <= sum(slept) < 6
    for _ in range(100):
        with pytest.raises(PermissionError):
            patience.insist(held)
    assert 30 <= sum(slept) < 31


def test_a_server_that_takes_its_time_to_say_no_is_not_asked_more_often_for_it():
    """Samba thinks for a second before it says that a file is in use."""
    seconds, tries = [0.0], []

    def held():
        tries.append(seconds[0])
        seconds[0] += 1
        raise PermissionError(errno.EACCES, "in use")

    def sleep(pause):
        seconds[0] += pause

    with pytest.raises(PermissionError):
        Patience(sleep=sleep, clock=lambda: seconds[0]).insist(held)
    assert 5 <= tries[-1] < 7


def test_a_file_that_is_closed_in_time_is_no_trouble(share, new, in_use):
    names, _ = in_use
    names.add("index.html")
    patience = Patience(sleep=lambda _: names.clear())
    report = run.publish(wish(new), FolderTarget(share, "1", patience), us())
    assert report.is_complete
    assert contents(share) == NEW


def test_a_share_taken_away_and_put_back(tmp_path, share, new):
    """The folder is renamed in the middle: nothing is written where it was, and the next run goes on."""

    def tell(what, done, _total):
        if (what, done) == ("publish", 4):
            share.rename(tmp_path / "elsewhere")

    with pytest.raises(Stopped) as end:
        run.publish(wish(new), to(share), us(), tell)
    assert (end.value.reason, end.value.ending) == ("gone", Ending.AGAIN)
    assert not share.exists()
    (tmp_path / "elsewhere").rename(share)
    assert is_whole(share, OLD, NEW)
    assert publish(new, share).is_complete
    assert contents(share) == NEW


def test_a_share_that_was_disconnected_leaves_no_files_at_the_place_where_it_was(share, new):
    """A mounted share that is gone leaves an empty folder of this computer: another device."""
    target = to(share)

    def tell(what, done, _total):
        if (what, done) == ("publish", 4):
            target._device += 1

    before = contents(share)
    with pytest.raises(Stopped) as end:
        run.publish(wish(new), target, us(), tell)
    assert end.value.reason == "gone"
    assert contents(share) != before  # of the first four steps


def test_ctrl_c_between_two_files(share, new):
    def tell(what, done, _total):
        if (what, done) == ("publish", 5):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.publish(wish(new), to(share), us(), tell)
    assert leftovers(share) == []
    assert is_whole(share, OLD, NEW)
    assert publish(new, share).is_complete


def test_a_folder_that_cannot_be_written_to(tmp_path, new, monkeypatch):
    def denied(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "share").mkdir()
    monkeypatch.setattr(folder, "os", Faulty(1, denied))
    with pytest.raises(Stopped) as end:
        publish(new, tmp_path / "share")
    assert (end.value.reason, end.value.ending) == ("read-only", Ending.MEND)
    assert list((tmp_path / "share").iterdir()) == []


def test_a_share_that_is_not_connected_does_not_become_a_folder_of_this_computer(tmp_path, new):
    with pytest.raises(Stopped) as end:
        publish(new, tmp_path / "mnt" / "share" / "site")
    assert end.value.reason == "no-folder-above"
    assert not (tmp_path / "mnt").exists()


def test_a_file_is_no_target(tmp_path, new):
    (tmp_path / "share").write_text("a file", encoding="utf-8")
    with pytest.raises(Stopped) as end:
        publish(new, tmp_path / "share")
    assert end.value.reason == "not-a-folder"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.EACCES, ""), Trouble.IN_USE),
        (OSError(errno.EDQUOT, ""), Trouble.FULL),
        (OSError(errno.EHOSTDOWN, ""), Trouble.GONE),
        (TimeoutError(), Trouble.GONE),
        (PermissionError("without a number"), Trouble.IN_USE),
        (OSError("anything"), Trouble.OTHER),
    ],
)
def test_what_an_error_comes_down_to(error, kind):
    assert trouble(error) is kind


@pytest.mark.parametrize(
    ("number", "kind"), [(32, Trouble.IN_USE), (112, Trouble.FULL), (19, Trouble.READ_ONLY), (53, Trouble.GONE)]
)
def test_what_windows_numbers_come_down_to(number, kind):
    """Sharing violation, disk full, write-protected, network path not found."""
    error = OSError(errno.EACCES, "")
    error.winerror = number
    assert trouble(error) is kind


def test_only_a_file_in_use_is_worth_waiting_for():
    tries = []

    def gone():
        tries.append(1)
        raise OSError(errno.EIO, "broken")

    with pytest.raises(OSError, match="broken"):
        impatient().insist(gone)
    assert len(tries) == 1
