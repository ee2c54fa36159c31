"""One publisher at a time; and what happens to a lock whose holder is gone."""

from __future__ import annotations

import datetime
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from published import NEW, NOON, OLD, contents, publish, site, to, us, wish

from netjudge_plugin.publish import lock, run
from netjudge_plugin.publish.stopped import Ending, Stopped
from netjudge_plugin.publish.target import LOCK


@pytest.fixture
def share(tmp_path):
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


def at(minutes):
    return lambda: NOON + datetime.timedelta(minutes=minutes)


def hold(share, **more):
    return lock.acquire(to(share), us("00000002", **more))


def test_a_lock_says_who_where_and_since_when(share):
    hold(share, host="office", user="佐藤", pid=77)
    assert json.loads((share / LOCK).read_text("utf-8")) == {
        "format": 1,
        "host": "office",
        "user": "佐藤",
        "pid": 77,
        "token": "00000002",
        "since": "2026-11-23T12:00:00+00:00",
        "seen": "2026-11-23T12:00:00+00:00",
    }


def test_the_second_is_told_and_changes_nothing(tmp_path, share):
    publish(site(tmp_path / "old", OLD), share)
    hold(share, host="office", user="佐藤", pid=77)
    with pytest.raises(Stopped) as end:
        publish(site(tmp_path / "new", NEW), share)
    assert (end.value.reason, end.value.ending) == ("locked", Ending.LOCKED)
    assert (end.value.facts["host"], end.value.facts["user"]) == ("office", "佐藤")
    assert end.value.facts["since"] == f"{NOON.astimezone():%Y-%m-%d %H:%M}"
    assert contents(share) == OLD


def test_even_where_there_is_nothing_to_do(tmp_path, share):
    publish(site(tmp_path / "old", OLD), share)
    hold(share, host="office")
    with pytest.raises(Stopped):
        publish(tmp_path / "old", share)


def test_a_released_lock_is_gone(share):
    hold(share).release()
    assert not (share / LOCK).exists()
    lock.acquire(to(share), us()).release()


def test_the_lock_of_a_process_that_has_ended_is_taken_over_at_once(tmp_path, share):
    hold(share, pid=77)
    report = publish(site(tmp_path / "new", NEW), share)
    assert report.is_complete
    assert (report.former.pid, report.former.host) == (77, "desk")
    assert not (share / LOCK).exists()


def test_that_of_one_that_is_running_is_not(share):
    hold(share, pid=77)
    with pytest.raises(Stopped):
        lock.acquire(to(share), us(is_running=lambda pid: pid == 77))


def test_one_with_our_own_number_cannot_be_running(share):
    """In a container every run may have the same number."""
    hold(share, pid=os.getpid())
    assert lock.acquire(to(share), us(is_running=lambda _: True)).former


@pytest.mark.parametrize(("minutes", "taken"), [(0, False), (29, False), (30, True), (-60, False)])
def test_the_lock_of_another_computer_counts_for_half_an_hour(share, minutes, taken):
    """A clock that is behind makes it count for longer, never for less."""
    hold(share, host="office")
    if taken:
        assert lock.acquire(to(share), us(now=at(minutes))).former.host == "office"
    else:
        with pytest.raises(Stopped):
            lock.acquire(to(share), us(now=at(minutes)))


def test_a_long_publish_gives_a_sign_of_life(share):
    clock = [0]
    held = hold(share, host="office", now=lambda: NOON + datetime.timedelta(minutes=clock[0]))
    for clock[0] in range(40):
        held.confirm()
    with pytest.raises(Stopped) as end:
        lock.acquire(to(share), us(now=at(60)))
    assert end.value.facts["since"] == f"{NOON.astimezone():%Y-%m-%d %H:%M}"
    lock.acquire(to(share), us(now=at(70)))


def test_by_force_the_user_knows_better(tmp_path, share):
    hold(share, host="office")
    assert publish(site(tmp_path / "new", NEW), share, by_force=True).former.host == "office"


def test_who_lost_the_lock_stops_before_the_next_file(tmp_path, share):
    publish(site(tmp_path / "old", OLD), share)

    def tell(what, done, _total):
        if (what, done) == ("publish", 3):
            lock.acquire(to(share), us("00000002", host="office"), by_force=True)

    with pytest.raises(Stopped) as end:
        run.publish(wish(site(tmp_path / "new", NEW)), to(share), us(), tell)
    assert (end.value.reason, end.value.facts["host"]) == ("lock-lost", "office")
    assert lock.read((share / LOCK).read_bytes()).token == "00000002"
    found = contents(share)
    assert {name for name in found if found[name] != OLD.get(name)} == {"assets/more.css"}  # the third step


@pytest.mark.parametrize("data", [b"", b"{", b'{"host": "office"}', b"[]", b"\xff"])
def test_a_lock_that_was_never_finished_holds_nobody(share, data):
    (share / LOCK).write_bytes(data)
    lock.acquire(to(share), us()).release()
    assert not (share / LOCK).exists()


def test_a_lock_that_is_just_being_written_is_waited_for(share):
    (share / LOCK).write_bytes(b"")
    there = lock.written(lock.Holder("office", "佐藤", 1, "00000002", NOON, NOON))
    with pytest.raises(Stopped):
        lock.acquire(to(share), us(sleep=lambda _: (share / LOCK).write_bytes(there)))


def test_interrupted_before_another_s_lock_it_stays(share):
    def interrupted(_):
        raise KeyboardInterrupt

    hold(share, pid=77)
    with pytest.raises(KeyboardInterrupt):
        lock.acquire(to(share), us("00000002", is_running=interrupted))
    assert lock.read((share / LOCK).read_bytes()).pid == 77


def interrupt(_):
    raise KeyboardInterrupt


def test_interrupted_while_another_s_lock_is_being_written_it_stays(share):
    (share / LOCK).write_bytes(b"")
    with pytest.raises(KeyboardInterrupt):
        lock.acquire(to(share), us(sleep=interrupt))
    assert (share / LOCK).read_bytes() == b""


def test_interrupted_just_after_taking_over_ours_does_not_stay(share):
    hold(share, pid=77)
    with pytest.raises(KeyboardInterrupt):
        lock.acquire(to(share), us(sleep=interrupt))
    assert not (share / LOCK).exists()


@pytest.mark.parametrize("theirs", [b"", b'{\n "format": 1,'])
def test_interrupted_while_another_takes_over_from_us_theirs_stays(share, theirs):
    def another_begins(_):
        (share / LOCK).write_bytes(theirs)
        raise KeyboardInterrupt

    hold(share, pid=77)
    with pytest.raises(KeyboardInterrupt):
        lock.acquire(to(share), us(sleep=another_begins))
    assert (share / LOCK).read_bytes() == theirs


def test_of_two_who_take_over_at_once_one_holds_it(share):
    """The other writes its lock while we wait: it was the later one."""
    hold(share, pid=77)
    theirs = lock.written(lock.Holder("office", "佐藤", 1, "00000003", NOON, NOON))
    with pytest.raises(Stopped) as end:
        lock.acquire(to(share), us(sleep=lambda _: (share / LOCK).write_bytes(theirs)))
    assert (end.value.reason, end.value.facts["host"]) == ("lock-lost", "office")
    assert (share / LOCK).read_bytes() == theirs


def test_processes_that_run_and_that_have_ended():
    assert lock.is_running(os.getpid())
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not lock.is_running(ended.pid)
    assert lock.is_running(1)


PUBLISHER = """
import pathlib, sys, time
sys.path.insert(0, {tests!r})
from published import site, to, us, wish
from netjudge_plugin.publish import run
from netjudge_plugin.publish.lock import is_running
from netjudge_plugin.publish.stopped import Stopped
source, share, token, pause = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], float(sys.argv[4])
def tell(*what):
    print(*what, flush=True)
    time.sleep(pause)
try:
    run.publish(wish(source), to(share, token), us(token, is_running=is_running, sleep=time.sleep), tell)
except Stopped as end:
    print(end.reason)
    sys.exit(5)
"""


@pytest.fixture
def process():
    """A publish in a process of its own."""
    tests = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    running = []

    def started(source, share, token, pause=0.0):
        command = [sys.executable, "-c", PUBLISHER.format(tests=tests), source, share, token, str(pause)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return running[-1]

    yield started
    for one in running:
        one.kill()
        one.wait()
        one.stdout.close()


def test_two_processes_at_once(tmp_path, share, process):
    old, new = site(tmp_path / "old", OLD), site(tmp_path / "new", NEW)
    first = process(new, share, "0000000a", 0.5)
    first.stdout.readline()
    second = process(old, share, "0000000b")
    assert second.wait(timeout=30) == 5
    assert second.stdout.read().endswith("locked\n")
    assert first.wait(timeout=60) == 0
    assert contents(share) == NEW


def test_eight_processes_in_a_race(tmp_path, share, process):
    """Whoever gets through, the target holds one of the two sites, whole."""
    old, new = site(tmp_path / "old", OLD), site(tmp_path / "new", NEW)
    racers = [process((old, new)[nth % 2], share, f"0000001{nth}") for nth in range(8)]
    codes = [one.wait(timeout=120) for one in racers]
    assert set(codes) <= {0, 5}
    assert 0 in codes
    assert contents(share) in (OLD, NEW)


def test_a_killed_process_leaves_a_lock_that_the_next_takes_over(tmp_path, share, process):
    new = site(tmp_path / "new", NEW)
    first = process(new, share, "0000000a", 0.3)
    first.stdout.readline()
    time.sleep(0.2)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert (share / LOCK).exists()
    report = run.publish(wish(new), to(share), us(is_running=lock.is_running))
    assert report.former.pid == first.pid
    assert contents(share) == NEW
