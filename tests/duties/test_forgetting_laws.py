"""Laws of forgetting on drawn journals: nothing of the person is left, all else is as it was."""

from __future__ import annotations

import shutil

from drawn import draw, settings
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from netjudge_plugin import pipeline
from netjudge_plugin.duties import splice, verify
from netjudge_plugin.duties.forgetting import Forgetting
from netjudge_plugin.duties.left import left_but
from netjudge_plugin.reader import disk
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.professions import professions

ME = ("田中 健", "田中健", "田中　健", "髙橋 恵子", "タナケンさま")
OTHERS = ("佐藤 花", "田中 健一", "林 明子", "髙田 恵子")
PERSON = "---\nperson: 田中 健\nreading: たなか けん\naliases: [髙橋 恵子, タナケンさま]\nphone: 090-1234-5678\n---\n"
CALLED = st.sampled_from([*ME, "高橋恵子", "たなかけん", "TANAKA KEN", "田中先生", "(090)1234-5678", *OTHERS, "相続"])
SENTENCE = st.lists(st.one_of(CALLED, st.sampled_from(["と", "、", "。 ", " ", "…会った"])), max_size=6).map("".join)
QUOTE = st.sampled_from(["{}", "'{}'", '"{}"'])
BREAK, MARK = st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"])


@st.composite
def contacts(draw_):
    """Contacts in every way to write them; each name once."""
    names = draw_(
        st.lists(st.sampled_from([ME[0], ME[1], *OTHERS]), max_size=4, unique_by=lambda n: n.replace(" ", ""))
    )
    if draw_(st.booleans()):
        return "contacts: [" + ", ".join(f"{{person: {name}, firm: X}}" for name in names) + "]  # 会った方\n"
    lines = "contacts:\n" if names else "contacts: []\n"
    for name in names:
        dent = "  "
        lines += draw_(st.sampled_from(["", f"{dent}# {name}\n", "\n"]))
        if draw_(st.booleans()):
            lines += f"{dent}- {{person: {name}, topics: [相続]}}   # 一行\n"
        else:
            lines += f"{dent}- person: {draw_(QUOTE).format(name)}\n"
            note = draw_(SENTENCE).strip()
            lines += draw_(
                st.sampled_from([f"    note: '会 {note} …'\n", f"    note: |\n      会 {note} …\n\n      。\n", ""])
            )
            lines += draw_(st.sampled_from(["", f"    # {note}\n"]))
    return lines


@st.composite
def journals(draw_):
    files = {"people/t.md": PERSON} if draw_(st.booleans()) else {}
    for number in range(draw_(st.integers(1, 3))):
        people = draw_(st.lists(st.sampled_from([*ME, *OTHERS]), max_size=3))
        attending = draw_(st.sampled_from([f"attending: [{', '.join(people)}]\n", ""]))
        links = draw_(st.sampled_from(["", "[[田中 健]]\n", "[彼](people/t.md)\n", "[[田中 健一|健一さん]]\n"]))
        text = f"---\ndate: 2026-11-{20 + number}\n{draw_(contacts())}{attending}---\n{draw_(SENTENCE)}\n{links}"
        files[f"e{number}.md"] = draw_(MARK) + text.replace("\n", draw_(BREAK))
    return files


def read(folder):
    journal, problems = pipeline.read_journal(settings(folder))
    assert not [problem for problem in problems if problem.severity == "error"]
    return journal, identify(journal, professions())[0], disk.load(folder, "journal")[0]


@effort(max_examples=150, deadline=None)
@given(files=journals())
def test_nothing_of_the_person_is_left_and_all_else_is_as_it_was(tmp_path_factory, files):
    folder = draw(tmp_path_factory.mktemp("j"), files)
    journal, people, sources = read(folder)
    person = next((one for one in people.people if one.name.replace(" ", "").replace("　", "") == "田中健"), None)
    if person is None:
        return
    forgetting = Forgetting(person, people, "（削除）")
    plan = forgetting.plan(journal, sources)
    assert [change.source.path for change in plan.changes if verify.wrong(change, forgetting, frozenset())] == []
    before = {source.inside: source.data.decode() for source in sources}
    splice.write(folder, plan.changes)
    assert left_but(folder, forgetting.texts.sought.needles, forgetting.texts.without_doubtful) == ()
    _, others, now = read(folder)
    assert not [one for one in others.people if one.name == person.name]
    kept = {one.name: len(one.encounters) for one in people.people if one.id != person.id and one.encounters}
    assert {one.name: len(one.encounters) for one in others.people} == kept
    for source in now:
        cuts = next((change.cuts for change in plan.changes if change.source.inside == source.inside), ())
        assert source.data.decode() == _outside(before[source.inside], cuts)
    shutil.rmtree(folder.parent)


def _outside(text, cuts):
    """The text with the spans of the plan exchanged and nothing else."""
    for cut in sorted(cuts, key=lambda cut: cut.start, reverse=True):
        text = text[: cut.start] + cut.word + text[cut.end :]
    return text
