"""Writing: every file is whole at every moment, a changed file is left alone, and the next run goes on."""

from __future__ import annotations

import pytest

from netjudge_plugin.duties import splice
from netjudge_plugin.duties.left import left_in

FILES = {
    "people/t.md": "---\nperson: 田中 健\nreading: たなか けん\nemail: ken@tanaka.example\n---\n",
    "a.md": "---\ndate: 2026-11-20\ncontacts:\n  - person: 田中 健\n"
    "  - {person: 佐藤 花, note: ken@tanaka.example}\n---\n",
    "b.md": "---\ndate: 2026-11-21\nattending: [田中 健]\n---\nタナカ ケンさんへ\n",
    "c.md": "---\ndate: 2026-11-22\ncontacts: [{person: 田中健}]\n---\n",
}


class Killed(BaseException):
    """The power goes."""


def calls(monkeypatch, name, stop_at, error):
    """Let the call number `stop_at` of a function of `os` fail."""
    real, count = getattr(splice.os, name), iter(range(1000))

    def failing(*arguments, **more):
        if next(count) == stop_at:
            raise error
        return real(*arguments, **more)

    monkeypatch.setattr(splice.os, name, failing)


@pytest.mark.parametrize("error", [Killed(), OSError(28, "full")], ids=["killed", "full"])
@pytest.mark.parametrize("name", ["fsync", "replace", "fdopen"])
@pytest.mark.parametrize("stop_at", range(5))
def test_a_run_that_is_stopped_leaves_whole_files_and_the_next_completes(journal, monkeypatch, name, stop_at, error):
    files = journal(FILES)
    forgetting, plan = files.planned("田中 健")
    whole = {change.source.inside: {change.source.data, change.early, change.after} for change in plan.changes}
    calls(monkeypatch, name, stop_at, error)
    with pytest.raises((Killed, splice.Stopped)) as stopped:
        splice.write(files.folder, plan.changes)
    monkeypatch.undo()
    for inside, states in whole.items():
        path = files.folder / inside
        assert (path.read_bytes() if path.exists() else None) in states
    if isinstance(stopped.value, splice.Stopped):
        assert stopped.value.why == "full"
    files.forget("田中 健")
    assert left_in(files.folder, forgetting.found.needles) == ()
    assert [path.name for path in sorted(files.folder.rglob("*.*"))] == ["a.md", "b.md", "c.md"]


def test_a_file_that_was_changed_meanwhile_is_left_alone(journal):
    files = journal(FILES)
    _, plan = files.planned("田中 健")
    changed = FILES["b.md"] + "追記\n"
    (files.folder / "b.md").write_text(changed, encoding="utf-8")
    with pytest.raises(splice.Stopped) as stopped:
        splice.unchanged(files.folder, plan.changes)
    assert (stopped.value.path, stopped.value.why, stopped.value.done) == ("journal/b.md", "", ())
    with pytest.raises(splice.Stopped):
        splice.write(files.folder, plan.changes)
    assert files.text("b.md") == changed


def test_what_a_killed_run_left_is_taken_away(journal):
    files = journal(FILES)
    left = files.folder / "people" / f"{splice.PREFIX}x1{splice.SUFFIX}"
    left.write_bytes(b"half")
    splice.tidy(files.folder)
    assert not left.exists()


def test_rights_stay_as_they_are(journal):
    files = journal(FILES)
    path = files.folder / "a.md"
    path.chmod(0o640)
    splice.replace(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
