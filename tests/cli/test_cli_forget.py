"""`forget`: what it prints, writes and answers; and that nothing is left in the journal, the site and the exports."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest

import netjudge_plugin
from netjudge_plugin.mkdocs import building, team

PERSON = "---\n名前: 田中 健\n読み: たなか けん\n別名: [たなけん]\nメール: ken@tanaka.example\n---\n"

#: The files of a journal in which the person occurs in every way, and what they say afterwards.
BEFORE = {
    "people/tanaka.md": PERSON,
    "people/hayashi.md": "---\r\n名前: 林 明子   # たなけん先生の紹介\r\n"
    "メモ: '田中健さん、タナカ ケンさん、KEN@tanaka.example'\r\n---\r\n"
    "[田中さん](tanaka.md)と[[田中 健]]、[日](../2026/2026-11-21-田中健さんと.md)、![札](../名刺/田中%20健.png)\r\n",
    "2026/2026-11-21-田中健さんと.md": "---\n日付: 2026-11-21\n相手:\n  # 二人で\n  - 名前: たなけん\n"
    "    印象: [業務分野が近い]\n  - 名前: 林 明子\n    メモ: ken@tanaka.example に送る\n---\n本文  \n",
    "2026/2026-12-04-bounenkai.md": "---\n日付: 2026-12-04\n参加予定: [林 明子, 田中 健]  # 幹事は田中健さん\n---\n",
    "messages.yml": "# 田中 健さんの言い方を借りて\n形式: 1\n自分:   '大野 真' # x\n文:\n  - 識別子: thanks\n"
    "    名前: お礼\n    場面: お礼\n    件名: お礼\n    本文: |\n      {名前}\n\n      たなけんさんに倣って。\n",
    "名刺/田中 健.png": "png",
}
AFTER = {
    "people/hayashi.md": "---\r\n名前: 林 明子   # （削除）先生の紹介\r\n"
    "メモ: '（削除）さん、（削除）さん、（削除）'\r\n---\r\n"
    "（削除）さんと（削除）、[日](../2026/2026-11-21-（削除）さんと.md)、![札](../名刺/（削除）.png)\r\n",
    "2026/2026-11-21-（削除）さんと.md": "---\n日付: 2026-11-21\n相手:\n  # 二人で\n  - 名前: 林 明子\n"
    "    メモ: （削除） に送る\n---\n本文  \n",
    "2026/2026-12-04-bounenkai.md": "---\n日付: 2026-12-04\n参加予定: [林 明子]  # 幹事は（削除）さん\n---\n",
    "messages.yml": "# （削除）さんの言い方を借りて\n形式: 1\n自分:   '大野 真' # x\n文:\n  - 識別子: thanks\n"
    "    名前: お礼\n    場面: お礼\n    件名: お礼\n    本文: |\n      {名前}\n\n      （削除）さんに倣って。\n",
    "名刺/（削除）.png": "png",
}
FORMS = ("田中健", "田中 健", "たなけん", "たなか けん", "たなかけん", "タナカ ケン", "ken@tanaka", "tanaka-ken")
_CODED = re.compile(r"\\u([0-9a-f]{4})", re.IGNORECASE)


@pytest.fixture
def tanaka(project):
    (project / "journal" / "people").mkdir()
    path = project / "journal" / "people" / "tanaka.md"
    path.write_text(PERSON, encoding="utf-8")
    return path


pytestmark = pytest.mark.usefixtures("tanaka")


def read(folder):
    """Every file below a folder, as bytes by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def holding(folder):
    """The files in which one of the forms stands, found without the program's own scan."""
    found = []
    for name, data in read(folder).items():
        text = f"{name}\n{data.decode('utf-8', 'ignore')}"
        views = [text, html.unescape(text), unquote(text), _CODED.sub(lambda one: chr(int(one[1], 16)), text)]
        whole = unicodedata.normalize("NFKC", "\n".join(views)).lower()
        found += [name] if any(form.lower() in whole for form in FORMS) else []
    return sorted(found)


def build():
    """The project's own site."""
    assert building.renew(building.read(None)).is_usable


def test_it_shows_first_and_changes_nothing(run, project, fingerprint):
    build()
    run("export", "--person", "田中 健")
    before = fingerprint(project)
    ran = run("forget", "田中 健")
    assert (ran.code, ran.err) == (0, "")
    assert "journal/2026/2026-11-20-aki.md:15–17  会での記録 → この方の分を消します" in ran.out
    assert "journal/people/tanaka.md:1–6  人のファイル → ファイルごと消します" in ran.out
    assert "  site  できあがったサイト → 作り直します" in ran.out
    assert ran.out.count("この方の書き出し → 消します") == 2
    assert "--yes" in ran.out
    assert fingerprint(project) == before


def test_nothing_is_left_in_journal_site_and_exports_and_the_rest_is_equal_to_the_byte(run, project, journal):
    for inside, text in BEFORE.items():
        (journal / inside).parent.mkdir(exist_ok=True)
        (journal / inside).write_bytes(text.encode())
    aki = (journal / "2026" / "2026-11-20-aki.md").read_text(encoding="utf-8")
    build()
    for name in ("田中 健", "林 明子"):
        assert run("export", "--person", name).code == 0
    kept = {name: data for name, data in read(project / "export").items() if name.startswith("p-")}
    assert len(kept) == 2
    assert len(holding(project / "site")) > 5
    assert len(holding(project / "export")) == 2

    ran = run("forget", "田中 健", "--yes")

    assert ran.code == 0, ran.out
    want = {inside: text.encode() for inside, text in AFTER.items()}
    gone = "  - 名前: 田中 健\n    読み: たなか けん\n    印象: [業務分野が近い, 返信を急かされそう]\n"
    assert gone in aki
    want["2026/2026-11-20-aki.md"] = aki.replace(gone, "").encode()
    found = read(journal)
    assert "田中" not in found.pop("forgotten.yml").decode()
    assert found == want
    assert read(project / "export") == kept
    for folder in ("journal", "site", "export"):
        assert holding(project / folder) == []
    assert (project / "site" / "index.html").is_file()
    assert run("check").code == 0


def test_what_is_asked_about_is_not_said_to_be_gone(run, journal):
    note = journal / "2026" / "2026-11-22.md"
    note.write_text("---\n日付: 2026-11-22\n相手: []\n---\n田中の紹介、たなけんの話\n", encoding="utf-8")
    ran = run("forget", "田中 健", "--yes")
    assert ran.code == 0
    assert "journal/2026/2026-11-22.md:5  文章の中の呼び名" in ran.out
    assert "上に挙げた、別の方のことかもしれない場所のほかには、残っていません" in ran.out
    assert "ひとつも残っていません" not in ran.out
    assert "田中の紹介、たなけんの話" in note.read_text(encoding="utf-8")
    assert run("forget", "田中 健", "--yes", "--also-ambiguous").code == 0


def test_a_hand_written_page_is_named_and_not_changed(run, project):
    page = project / "docs" / "memo.md"
    page.write_text("田中 健さんのこと\n", encoding="utf-8")
    build()
    ran = run("forget", "田中 健", "--yes")
    assert ran.code == 4
    assert "手書きのページ（docs）に残っています" in ran.out
    assert {"  memo.md", "  memo/index.html"} <= set(ran.out.splitlines())
    assert page.read_text(encoding="utf-8") == "田中 健さんのこと\n"
    page.unlink()
    again = run("forget", "田中 健", "--yes")  # the site is built anew
    assert (again.code, "すでに忘れています" in again.out) == (0, True)
    assert holding(project / "site") == []


def test_a_site_that_cannot_be_built_stays_and_is_named(run, project, monkeypatch):
    build()
    before = read(project / "site")
    monkeypatch.setattr(building, "build_host", lambda _: (_ for _ in ()).throw(OSError("no space")))
    ran = run("forget", "田中 健", "--yes")
    assert ran.code == 4
    assert "サイトを作り直せませんでした" in ran.err
    assert "no space" in ran.err
    assert "できあがったサイト（site）に残っています" in ran.out
    assert read(project / "site") == before


def test_a_site_for_others_is_not_replaced_by_ones_own(run, project):
    (project / "site" / "assets").mkdir(parents=True)
    for name in ("netjudge.css", "netjudge-team.css"):
        (project / "site" / "assets" / name).touch()
    (project / "site" / "index.html").write_text("田中 健", encoding="utf-8")
    assert "作り直します" not in run("forget", "田中 健").out
    ran = run("forget", "田中 健", "--yes")
    assert ran.code == 4
    assert sorted(read(project / "site")) == ["assets/netjudge-team.css", "assets/netjudge.css", "index.html"]


def test_without_a_site_none_is_built(run, project):
    assert run("forget", "田中 健", "--yes").code == 0
    assert not (project / "site").exists()


def test_an_export_of_a_namesake_and_a_file_of_another_kind_stay(run, project):
    folder = project / "export"
    folder.mkdir()
    foreign = {"tanaka-ken-2026-11-20.json": '{"person": {"id": "tanaka-ken"}}', "list.json": '["田中 健"]'}
    for name, text in foreign.items():
        (folder / name).write_text(text, encoding="utf-8")
    ran = run("forget", "田中 健", "--yes")
    assert ran.code == 4
    assert "書き出したもの（export）に残っています" in ran.out
    assert {path.name for path in folder.iterdir()} == set(foreign)


def test_one_who_was_forgotten_and_is_written_again_is_warned_of(run, journal):
    run("forget", "田中 健", "--yes")
    assert "forgotten-person" not in run("check").out
    (journal / "new.md").write_text("---\n日付: 2026-11-22\n相手: [{名前: 田中　健}]\n---\n", encoding="utf-8")
    ran = run("check", "--strict")
    assert "journal/new.md:3:11: forgotten-person" in ran.out
    assert ran.code == 1


def test_it_refuses_a_journal_with_errors(run, journal, fingerprint):
    (journal / "broken.md").write_text("---\n名前： x\n", encoding="utf-8")
    before = fingerprint(journal)
    ran = run("forget", "田中 健", "--yes")
    assert ran.code == 1
    assert "先に直してください" in ran.err
    assert fingerprint(journal) == before


def test_it_says_what_was_done_when_a_write_fails(run, monkeypatch):
    from netjudge_plugin.duties import splice

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(splice.os, "replace", full)
        assert run("forget", "田中 健", "--yes").code == 2
    assert run("forget", "田中 健", "--yes").code == 0


def test_a_list_that_cannot_be_read_is_not_written_over(run, journal):
    (journal / "forgotten.yml").write_text("salt: [", encoding="utf-8")
    assert "forgotten-unusable" in run("check").out
    assert run("forget", "田中 健", "--yes").code == 1
    assert (journal / "forgotten.yml").read_text(encoding="utf-8") == "salt: ["


def test_a_second_run_does_not_claim_to_have_looked_for_what_is_no_longer_known(run, project):
    (project / "docs" / "memo.md").write_text("ken@tanaka.example\n", encoding="utf-8")
    assert run("forget", "田中 健", "--yes").code == 4
    again = run("forget", "田中 健")
    assert "「田中 健」という名前だけで探しました" in again.out
    assert "メール、電話、識別子で探しました" not in again.out


def test_a_run_that_was_stopped_before_the_site_goes_on_by_the_id(run, project, journal):
    build()
    run("forget", "tanaka-ken", "--yes", "--journal", journal)
    assert holding(project / "site")
    assert run("forget", "tanaka-ken", "--yes").code == 0
    assert holding(project / "site") == []


@pytest.mark.parametrize("name", ["判断", "印象", "date"])
def test_a_word_that_nobody_is_called_by_changes_nothing_without_being_asked(run, journal, fingerprint, name):
    before = fingerprint(journal)
    ran = run("forget", name, "--yes")
    assert fingerprint(journal) == before
    assert "次のものを書き換えます" not in ran.out


def test_whatever_a_plugin_raises_the_proof_comes(run, monkeypatch):
    build()

    def raising(_):
        raise ValueError("a hook")

    monkeypatch.setattr(building, "build_host", raising)
    ran = run("forget", "田中 健", "--yes")
    assert (ran.code, "ValueError: a hook" in ran.err) == (4, True)
    assert "ひとつも残っていません" in ran.out


def test_a_disk_that_is_full_leaves_the_site_that_is_there(run, project, monkeypatch):
    build()
    before = read(project / "site")
    copytree = team.shutil.copytree

    def full(*arguments, **more):
        copytree(*arguments, **more)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(team.shutil, "copytree", full)
    assert run("forget", "田中 健", "--yes").code == 4
    assert read(project / "site") == before
    assert sorted(path.name for path in project.iterdir()) == ["docs", "journal", "mkdocs.yml", "site"]


def test_a_folder_that_holds_no_site_of_ours_is_named_and_left_alone(run, project):
    (project / "site").mkdir()
    (project / "site" / "list.txt").write_text("田中 健", encoding="utf-8")
    ran = run("forget", "田中 健", "--yes")
    assert (ran.code, "  list.txt" in ran.out.splitlines()) == (4, True)
    assert list(read(project / "site")) == ["list.txt"]


def test_the_export_of_one_who_had_the_address_before_stays(run, project, tanaka):
    run("export", "--person", "田中 健")
    tanaka.write_text(PERSON.replace("田中 健", "田中 賢").replace("たなけん", "けん先生"), encoding="utf-8")
    (project / "journal" / "2026" / "2026-11-20-aki.md").unlink()
    before = read(project / "export")
    run("forget", "田中 賢", "--yes")
    assert read(project / "export") == before


def test_a_linked_file_is_not_replaced(run, project, journal):
    (project / "shared.yml").write_text("# 田中 健\n", encoding="utf-8")
    (journal / "x.yml").symlink_to(project / "shared.yml")
    run("forget", "田中 健", "--yes")
    assert (journal / "x.yml").is_symlink()
    assert (project / "shared.yml").read_text(encoding="utf-8") == "# 田中 健\n"


def test_what_is_remembered_may_be_read_by_who_may_read_the_folder(run, journal):
    journal.chmod(0o750)
    run("forget", "田中 健", "--yes")
    assert (journal / "forgotten.yml").stat().st_mode & 0o777 == 0o640


def test_the_file_of_criteria_that_the_settings_name_keeps_its_name(run, project, journal):
    criteria = journal / "kijun-田中健.yml"
    criteria.write_bytes((Path(netjudge_plugin.__file__).parent / "presets" / "simple.ja.yml").read_bytes())
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("purpose:", "criteria: journal/kijun-田中健.yml, purpose:")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    ran = run("forget", "田中 健", "--yes")
    assert "journal/kijun-田中健.yml  ファイルやフォルダの名前の中の呼び名" in ran.out
    assert criteria.exists()
    assert "error" not in run("check").out


def test_a_change_that_would_be_a_mistake_is_not_made(run, journal, monkeypatch, fingerprint):
    from netjudge_plugin.duties import renaming

    monkeypatch.setattr(renaming, "MEANT", ())
    (journal / "people" / "tanaka.md").write_text(PERSON.replace("[たなけん]", "[people]"), encoding="utf-8")
    hayashi = journal / "people" / "hayashi.md"
    hayashi.write_text("---\n名前: 林 明子\n---\n", encoding="utf-8")
    before = fingerprint(journal)
    ran = run("forget", "田中 健", "--yes", "--also-ambiguous")
    assert (ran.code, "何も書き換えませんでした" in ran.err) == (2, True)
    assert fingerprint(journal) == before


def test_the_dry_run_lists_what_would_be_left_as_the_run_does(run, project, journal):
    (journal / "田中健").mkdir()
    (journal / "田中健" / "a.md").write_text("---\n日付: 2026-11-22\n相手: []\n---\n", encoding="utf-8")
    (journal / "memo.txt").write_text("田中 健\n", encoding="utf-8")
    (project / "docs" / "memo.txt").write_text("田中 健\n", encoding="utf-8")
    first, second = run("forget", "田中 健"), run("forget", "田中 健", "--yes")
    assert [line for line in first.out.splitlines() if line == "  memo.txt"] == ["  memo.txt"] * 2
    assert [line for line in second.out.splitlines() if line == "  memo.txt"] == ["  memo.txt"] * 2
    assert "/a.md" not in first.out + second.out
    assert "journal/田中健  名前 → （削除）" in first.out


NAMESAKES = {
    "people/a.md": "---\n名前: 鈴木 健\n識別子: suzuki-a\n---\n",
    "people/b.md": "---\n名前: 鈴木 健\n識別子: suzuki-b\n別人: [suzuki-a]\n---\n",
    "2026/2026-11-22-yoru.md": "---\n日付: 2026-11-22\n相手: [{名前: 鈴木 健, 印象: [話をよく聞く]}]\n---\n",
}


def test_a_record_that_may_be_a_namesakes_is_decided_first(run, journal, fingerprint):
    for inside, text in NAMESAKES.items():
        (journal / inside).write_text(text, encoding="utf-8")
    before = fingerprint(journal)
    ran = run("forget", "suzuki-a", "--yes")
    assert (ran.code, "決まっていない記録があります" in ran.err) == (1, True)
    assert fingerprint(journal) == before
    assert "決まっていない記録があります" in run("forget", "suzuki-a").out
    assert run("forget", "suzuki-a", "--yes", "--also-ambiguous").code == 0
    assert "鈴木" not in (journal / "2026" / "2026-11-22-yoru.md").read_text(encoding="utf-8")


def test_a_mistake_that_was_there_before_is_none_of_a_file_that_is_renamed(run, journal):
    for inside in ("people/a.md", "people/b.md"):
        (journal / inside).write_text(NAMESAKES[inside], encoding="utf-8")
    text = NAMESAKES["2026/2026-11-22-yoru.md"].replace("相手: [", "相手: [{名前: 田中 健}, ")
    (journal / "2026" / "2026-11-22-田中健と.md").write_text(text, encoding="utf-8")
    assert run("forget", "田中 健").code == 0
    assert run("forget", "田中 健", "--yes").code == 0
    assert "鈴木 健" in (journal / "2026" / "2026-11-22-（削除）と.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("written", ["たなかけん", "田中", "tanaka", "KEN@tanaka.example"])
@pytest.mark.parametrize("command", [["forget"], ["export", "--person"]])
def test_by_less_than_a_name_nobody_is_chosen(run, command, written):
    ran = run(*command, written)
    assert (ran.code, "tanaka-ken  田中 健" in ran.err) == (2, True)


def test_hidden_files_are_looked_at_in_the_dry_run_too(run, journal):
    (journal / ".obsidian").mkdir()
    (journal / ".obsidian" / "w.json").write_text('{"last": "田中 健"}', encoding="utf-8")
    for really in ([], ["--yes"]):
        assert "  .obsidian/w.json" in run("forget", "田中 健", *really).out.splitlines()


def test_a_name_of_a_file_that_is_asked_about_is_no_trace(run, journal):
    (journal / "2026" / "小田中健さんと.md").write_text("---\n日付: 2026-11-22\n相手: []\n---\n", encoding="utf-8")
    ran = run("forget", "田中 健", "--yes")
    assert ran.code == 0
    assert "journal/2026/小田中健さんと.md  ファイルやフォルダの名前の中の呼び名" in ran.out


def test_pages_that_were_written_for_others_are_searched_too(run, project):
    (project / "shown").mkdir()
    (project / "shown" / "p.md").write_text("田中 健さん\n", encoding="utf-8")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config.replace("purpose:", "share_docs: shown, purpose:"), encoding="utf-8")
    ran = run("forget", "田中 健", "--yes")
    assert (ran.code, "手書きのページ（shown）に残っています" in ran.out) == (4, True)


def test_the_export_of_one_who_has_a_namesake_goes_by_the_id(run, project, journal):
    for inside in ("people/a.md", "people/b.md"):
        (journal / inside).write_text(NAMESAKES[inside], encoding="utf-8")
    for one in ("suzuki-a", "suzuki-b"):
        run("export", "--person", one)
    run("forget", "suzuki-a", "--yes")
    assert {path.name[:8] for path in (project / "export").iterdir()} == {"suzuki-b"}


def test_what_is_written_besides_is_told_and_in_the_language_of_the_journal(run, journal):
    assert "  forgotten.yml  名前から計算した値と日付を残します" in run("forget", "田中 健").out
    run("forget", "田中 健", "--yes")
    assert (journal / "forgotten.yml").read_text(encoding="utf-8").startswith("# netjudge forget が書くファイルです。")
