"""A publish killed at every call that changes something: whole files, always a first page, and the next run is done.

The process is a real one and so is SIGKILL: it is forked, and kills itself before its n-th call, for every n there is;
and once more in the middle of every write. (`benchmarks/kills.py` does the same from outside, at the system's calls.)
"""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import CHANGING, NEW, OLD, Faulty, contents, is_whole, publish, site, to, us, wish

from netjudge_plugin.publish import folder, run
from netjudge_plugin.publish.verify import verify


def killed(source, path, nth, *, torn=False) -> bool:
    """Publish in a process that kills itself at its n-th call; False if it ended before."""

    def strike(_, arguments):
        if torn:
            os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        folder.os = Faulty(nth, strike, ("write",) if torn else CHANGING)
        try:
            run.publish(wish(source), to(path, "000000ff"), us("000000ff"))
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.fixture(autouse=True)
def without_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(folder, "os", Faulty(-1, lambda *_: None))


@pytest.mark.parametrize("torn", [False, True], ids=["before-the-call", "in-the-middle-of-a-write"])
@pytest.mark.parametrize("before", [OLD, None], ids=["a-new-site-over-an-old-one", "a-first-site"])
def test_wherever_it_is_killed_files_are_whole_and_the_next_run_is_done(tmp_path, before, torn):
    kills, nth, alive = 0, 0, True
    while alive:
        nth += 1
        folder_ = tmp_path / str(nth)
        target, new = folder_ / "share", site(folder_ / "new", NEW)
        if before:
            publish(site(folder_ / "old", before), target)
        alive = killed(new, target, nth, torn=torn)
        kills += alive
        assert is_whole(target, before or {}, NEW)
        assert publish(new, target).is_complete
        assert contents(target) == NEW
        assert verify(to(target), "private").is_right
        assert not (target / "events").exists()
        assert publish(new, target).done == ()
    assert kills > (10 if torn else 80)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 140), min_size=2, max_size=5))
def test_killed_again_and_again(tmp_path_factory, moments):
    folder_ = tmp_path_factory.mktemp("again")
    target, new = folder_ / "share", site(folder_ / "new", NEW)
    publish(site(folder_ / "old", OLD), target)
    for nth in moments:
        killed(new, target, nth)
        assert is_whole(target, OLD, NEW)
    assert publish(new, target).is_complete
    assert contents(target) == NEW


def test_killed_on_the_way_to_a_site_that_is_not_wanted_any_more(tmp_path):
    """A page that only the unfinished publish brought is known as ours, and goes."""
    target, old = tmp_path / "share", site(tmp_path / "old", OLD)
    publish(old, target)
    assert killed(site(tmp_path / "new", NEW), target, 60)
    assert (target / "people" / "watanabe.html").exists()
    assert publish(old, target).is_complete
    assert contents(target) == OLD
