"""`forget`: what it prints, writes and answers; and that nothing is left in the journal, the site and the exports."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

import pytest

from netjudge_plugin.mkdocs import building

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
