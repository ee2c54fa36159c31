"""Writing: every file is whole at every moment, a changed file is left alone, and the next run goes on."""

from __future__ import annotations

from itertools import product

import pytest

from netjudge_plugin.duties import splice
from netjudge_plugin.duties.left import left_in
from netjudge_plugin.reader import disk

WORD = "（削除）"

FILES = {
    "people/t.md": "---\nperson: 田中 健\nreading: たなか けん\nemail: ken@tanaka.example\n---\n",
    "a.md": "---\ndate: 2026-11-20\ncontacts:\n  - person: 田中 健\n"
    "  - {person: 佐藤 花, note: ken@tanaka.example}\n---\n",
    "b.md": "---\ndate: 2026-11-21\nattending: [田中 健]\n---\nタナカ ケンさんへ\n",
    "c.md": "---\ndate: 2026-11-22\ncontacts: [{person: 田中健}]\n---\n",
    "田中健さん/d-田中健.md": "---\ndate: 2026-11-23\ncontacts: [{person: 田中健, note: 田中健}]\n---\n",
}
GONE = {"a.md", "b.md", "c.md", "（削除）さん", "（削除）さん/d-（削除）.md"}


def ways(inside):
    """Where a file may lie in the middle of a run: under the old name of each part, or the new."""
    return {"/".join(parts) for parts in product(*((part, part.replace("田中健", WORD)) for part in inside.split("/")))}


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
@pytest.mark.parametrize(
    ("name", "stop_at"),
    [*product(["fsync", "replace", "fdopen"], range(5)), *product(["rename"], range(2))],
)
def test_a_run_that_is_stopped_leaves_whole_files_and_the_next_completes(journal, monkeypatch, name, stop_at, error):
    files = journal(FILES)
    forgetting, plan = files.planned("田中 健")
    whole = {change.source.inside: {change.source.data, change.early, change.after} for change in plan.changes}
    calls(monkeypatch, name, stop_at, error)
    with pytest.raises((Killed, splice.Stopped)) as stopped:
        splice.write(files.folder, plan.changes, plan.renames)
    monkeypatch.undo()
    for inside, states in whole.items():
        there = [files.folder / way for way in ways(inside) if (files.folder / way).exists()]
        assert len(there) < 2
        assert (there[0].read_bytes() if there else None) in states
    if isinstance(stopped.value, splice.Stopped):
        assert stopped.value.why == "full"
    files.forget("田中 健")
    assert left_in(files.folder, forgetting.texts.sought.needles) == ()
    assert set(disk.names(files.folder)) == GONE | {"people"}


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


def test_a_name_that_is_taken_meanwhile_is_not_written_over(journal):
    files = journal(FILES)
    _, plan = files.planned("田中 健")
    taken = files.folder / "（削除）さん"
    taken.mkdir()
    with pytest.raises(splice.Stopped) as stopped:
        splice.write(files.folder, plan.changes, plan.renames)
    assert stopped.value.path == "journal/田中健さん"
    assert (list(taken.iterdir()), (files.folder / "people" / "t.md").exists()) == ([], True)


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
