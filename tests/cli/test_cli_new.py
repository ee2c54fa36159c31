"""`new`: a file to fill in by deleting, correct as it stands, and never over another."""

from __future__ import annotations

import datetime
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from netjudge_plugin.in_force import shipped
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.wording import labels
from netjudge_plugin.reader import entries, sheet

OWN = """
    format: 1
    name: 私の基準
    axes:
      - {id: ease, name: "楽: さ", question: "無理が #ないか", ok_needs: 1, no_needs: 1, keeps: 24, count: latest,
         style: balance, good: {fine: "よい: とても"}, concern: {hard: "無理 #1"}, ask: []}
    stops: {}
    notes_only: {}
    steps:
      - {step: A1, any_no: [ease], then: not_this_time, why: strain}
      - {step: A2, all_ok: [ease], then: contact, why: fits}
    otherwise: defer
    verdicts: {contact: 連絡する, defer: 次の機会まで見送る, not_this_time: 今回は連絡しない}
    whys: {fits: 合う, strain: 無理が出る, know_more: 知ってから, conflicting: 食い違い, feeling_only: 印象だけ}
    revisit: {at_next_meeting: true, latest_after_months: 12}
    decision_keeps: 12
    """


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "event"),
        ("東京士業交流会", "event"),
        ("第3回 秋の交流会", "event"),
        ("Lunch at Zoom", "lunch-at-zoom"),
        ("ランチ こうりゅう", "ranchi-koryu"),
        ("Zoom ランチ", "zoom-ranchi"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-x"),
        ("🙂", "event"),
        ("---", "event"),
        ("a" * 300, "a" * 80 + "-" + "98ea6e4f"),
    ],
)
def test_where_the_file_goes(project, run, title, name):
    ran = run("new", "--date", "2026-11-22", "--", title)
    assert (ran.code, ran.err) == (0, "")
    path = ran.out.removesuffix("\n").replace("\\", "/")
    assert path.startswith(f"journal/2026/2026-11-22-{name[:80]}")
    assert (project / path).is_file()
    assert run("check", "--strict").out == "誤りは見つかりませんでした。\n"


@pytest.mark.usefixtures("project")
def test_today_without_a_date(run):
    now = datetime.datetime.now().astimezone().date().isoformat()
    assert run("new").out == f"journal/{now[:4]}/{now}-event.md\n"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("criteria", ["standard", "simple"])
def test_it_is_correct_as_it_stands_and_offers_every_word(project, run, language, criteria):
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text(encoding="utf-8").replace("purpose:", f"criteria: {criteria}, purpose:"),
        encoding="utf-8",
    )
    (project / "journal" / "2026" / "2026-11-20-aki.md").unlink()
    path = project / run("new", "交流会", "--date", "2026-11-20", "--language", language).out.strip()
    text = path.read_text(encoding="utf-8")
    assert run("check", "--strict").out == "誤りは見つかりませんでした。\n"
    known = labels(shipped(criteria, language))
    assert [line for line in text.splitlines() if line.startswith("      # - ")] == [
        f"      # - {label}" for label in known.values()
    ]
    assert run("judge", "--json").json["people"] == []


def test_a_name_and_the_words_one_means_are_all_there_is_to_do(project, run):
    path = project / run("new", "秋の会", "--date", "2026-11-21").out.strip()
    text = (
        path.read_text(encoding="utf-8").replace("- 名前:", "- 名前: 新田 新").replace("読み:", "読み: にった あらた")
    )
    for word in ("業務分野が近い", "話をよく聞く"):
        text = text.replace(f"# - {word}\n", f"- {word}\n")
    path.write_text(text, encoding="utf-8")
    assert run("check", "--strict").out == "誤りは見つかりませんでした。\n"
    person = run("judge", "--json").person("nitta-arata")
    assert [fact["word"] for fact in person["observations"]] == ["listens", "near_field"]


@pytest.mark.parametrize(
    "title",
    [
        "東京: 秋 #2",
        '"引用"',
        "[[佐藤]]",
        "- x",
        "&a *b",
        "!tag",
        "no",
        "2026-11-20",
        "a\nb",
        "　全角　",
        "{{ x }}",
        "%",
    ],
)
def test_any_title_is_read_back_as_it_was(project, run, title):
    path = project / run("new", "--date", "2026-11-21", "--", title).out.strip()
    assert run("check", "--strict").out == "誤りは見つかりませんでした。\n"
    read, _ = sheet.read(SourceFile("x.md", "x.md", path.read_bytes()))
    event, _ = entries.check(read, inside="x.md")
    assert event.title == " ".join(title.split())
    assert event.date == datetime.date(2026, 11, 21)


def test_words_of_ones_own_criteria_are_written_so_that_they_can_be_read(project, run, draw):
    draw({"journal/criteria.yml": OWN})
    path = project / run("new", "--date", "2026-11-21").out.strip()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert '      # - "よい: とても"' in lines
    assert '      # - "無理 #1"' in lines
    assert not any("業務分野が近い" in line for line in lines)


def test_criteria_that_cannot_be_used_are_mentioned(project, run):
    (project / "journal" / "criteria.yml").write_text("format: 1\nunknown: 1\n", encoding="utf-8")
    ran = run("new", "--date", "2026-11-21")
    assert ran.code == 0
    assert "criteria-unknown-key" in ran.err
    assert (project / ran.out.strip()).is_file()


def test_a_taken_name_gets_a_number(project, run, fingerprint):
    made = []
    for _ in range(3):
        before = fingerprint(project)
        made.append(run("new", "--date", "2026-11-21").out.strip())
        after = fingerprint(project)
        assert {name: after[name] for name in before} == before
    assert made == [f"journal/2026/2026-11-21-event{end}.md" for end in ("", "-2", "-3")]


def test_many_at_once_never_meet(project):
    command = [sys.executable, "-m", "netjudge_plugin", "new", "--date", "2026-11-21"]

    def made(_: int) -> str:
        return (
            subprocess.run(command, cwd=project, capture_output=True, check=True, timeout=120).stdout.decode().strip()
        )

    with ThreadPoolExecutor(6) as pool:
        paths = list(pool.map(made, range(6)))
    assert len(set(paths)) == 6
    assert len({(project / path).read_bytes() for path in paths}) == 1


def test_a_folder_without_a_site(journal, run, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    ran = run("new", "--journal", journal, "--date", "2026-11-21", NETJUDGE_LANG="en")
    path = journal / "2026" / "2026-11-21-event.md"
    assert ran.out.strip() == str(path)
    assert path.read_text(encoding="utf-8").startswith("---\ntitle: Event\ndate: 2026-11-21\n")


def test_no_journal(run, tmp_path):
    ran = run("new", "--journal", tmp_path / "none")
    assert (ran.code, ran.out) == (2, "")
    assert "none" in ran.err
    assert not (tmp_path / "none").exists()


def test_a_file_where_the_folder_of_the_year_belongs(journal, run):
    (journal / "2025").write_text("", encoding="utf-8")
    ran = run("new", "--journal", journal, "--date", "2025-11-21")
    assert (ran.code, ran.out) == (2, "")
    assert "2025" in ran.err
