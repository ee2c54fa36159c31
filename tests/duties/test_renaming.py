"""New names for files and folders: every name stands once, links lead to it, and nothing of another is touched."""

from __future__ import annotations

from drawn import draw
from growth import EVENLY, growth
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from netjudge_plugin.duties import renaming, splice
from netjudge_plugin.model.forgetting import Kind
from netjudge_plugin.model.journal import Journal
from netjudge_plugin.reader import disk

EVENT = "---\ndate: 2026-11-20\ncontacts: [{person: 林 明}]\n---\n"
PERSON = "---\nperson: 田中 健\n---\n"
FOLDERS = ["a", "田中健", "田中 健-x", "（削除）", "林"]
PART = st.sampled_from([*FOLDERS, "田中健.md", "（削除）.md", "（削除）-2.md", "b.md"])


def rewritten(name):
    return name.replace("田中 健", "（削除）").replace("田中健", "（削除）")


@effort(max_examples=150, deadline=None)
@given(paths=st.sets(st.lists(PART, min_size=1, max_size=3).map("/".join), max_size=8))
def test_every_file_is_where_it_is_said_to_be_and_none_is_written_over(tmp_path_factory, paths):
    folder = tmp_path_factory.mktemp("j")
    for path in sorted(paths, key=len):
        if all(not (folder / above).is_file() for above in (path, *_above(path))) and not (folder / path).exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(path, encoding="utf-8")
    before = {name: (folder / name).read_text(encoding="utf-8") for name in _files(folder)}
    renames = renaming.renames(disk.names(folder), disk.names(folder), "journal", rewritten)
    splice.write(folder, [], renames)
    assert {renaming.moved(name, renames): text for name, text in before.items()} == {
        name: (folder / name).read_text(encoding="utf-8") for name in _files(folder)
    }
    assert not [name for name in disk.names(folder) if "田中" in name]


def _files(folder):
    return [name for name in disk.names(folder) if (folder / name).is_file()]


def _above(path):
    parts = path.split("/")
    return ["/".join(parts[:nth]) for nth in range(1, len(parts))]


def test_two_files_of_one_new_name_are_told_apart():
    names = ["田中健.png", "田中 健.png", "（削除）-2.png"]
    found = renaming.renames(names, names, "journal", rewritten)
    assert {one.inside: one.name for one in found} == {"田中 健.png": "（削除）.png", "田中健.png": "（削除）-3.png"}


def test_a_name_that_may_be_anothers_is_asked_about(journal):
    files = journal(
        {"people/t.md": PERSON, "田中とランチ.md": EVENT, "田中健一.md": EVENT.replace("林 明", "田中 健一")}
    )
    _, plan = files.planned("田中 健")
    assert (plan.renames, [(cut.kind, cut.place.path) for cut in plan.questions]) == (
        (),
        [(Kind.FILE_NAME, "journal/田中とランチ.md")],
    )
    files.forget("田中 健", ambiguous=True)
    assert set(disk.names(files.folder)) == {"people", "（削除）とランチ.md", "田中健一.md"}


def test_a_name_that_would_be_too_long_is_cut():
    (one,) = renaming.renames(["あ" * 78 + "田中健.txt"], ["あ" * 78 + "田中健.txt"], "journal", rewritten)
    assert (len(one.name.encode()) <= 240, one.name.endswith("あ.txt")) == (True, True)


def test_a_name_that_has_a_meaning_is_asked_about(journal):
    person = "---\nperson: 林 明\naliases: [people, kijun]\n---\n"
    files = journal({"people/h.md": person, "kijun.yml": "a: 1\n", "林明さん.md": EVENT.replace("林 明", "佐藤 花")})
    forgetting, _ = files.planned("林 明", ambiguous=True)
    names = disk.names(files.folder)
    plan = forgetting.plan(Journal(), [], names=names, fixed=(*renaming.MEANT, "kijun.yml"))
    assert [(one.inside, one.name) for one in plan.renames] == [("林明さん.md", "（削除）さん.md")]
    assert [cut.place.path for cut in plan.questions] == ["journal/kijun.yml", "journal/people"]


def test_hidden_folders_and_links_are_left_alone(tmp_path):
    folder = draw(tmp_path, {".git/田中健": "x", "a.md": EVENT})
    (tmp_path / "田中健.md").touch()
    (folder / "link").symlink_to(tmp_path)
    assert disk.names(folder) == ("a.md", "link")


def test_the_work_grows_with_the_files_of_a_journal(journal):
    forgetting, _ = journal({"people/t.md": PERSON}).planned("田中 健")

    def plan(count):
        return forgetting.plan(Journal(), [], names=[f"2026/a{nth}.md" for nth in range(count)])

    assert growth(plan, 2000, 8000) < EVENLY
