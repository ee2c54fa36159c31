"""`judge`: which journal, which criteria, which day, which people; what it prints and how it ends."""

from __future__ import annotations

import datetime

import pytest
from one_axis import ONE_AXIS

BROKEN = "format: 1\nname: x\naxes: []\nunknown: 1\n"


def verdicts(ran) -> dict[str, tuple[str, str]]:
    return {person["id"]: (person["verdict"], person["step"]) for person in ran.json["people"]}


# ---------------------------------------------------------------------------------------------------------------------
# In words
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_people_by_verdict(run):
    ran = run("judge")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "2026-11-23 時点の判断\n\n"
        "連絡する\n  佐藤 美咲（税理士） — 無理なくやり取りできそう（いまの材料では）\n\n"
        "次の機会まで見送る\n  佐藤 花 — 印象だけで、判断材料がまだない（遅くとも 2027-11-23 に見直し）\n\n"
        "今回は連絡しない\n  田中 健 — 自分に無理が出る（確か）（遅くとも 2027-11-23 に見直し）\n"
    )


def test_the_language_of_the_site_counts_once_it_is_known(project, run):
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text(encoding="utf-8").replace("language: ja", "language: en"), encoding="utf-8"
    )
    out = run("judge").out
    assert out.startswith(
        "As of 2026-11-23\n\nContact\n  佐藤 美咲 (Certified Public Tax Accountant) — an easy exchange"
    )


def test_nobody_at_all(draw, run):
    folder = draw({"journal/.keep": ""})
    out = run("judge", "--journal", folder / "journal").out
    assert out.count("いまは、いません。") == 3


@pytest.mark.usefixtures("project")
def test_some_people_only(run):
    out = run("judge", "田中健").out
    assert "田中 健" in out
    assert "佐藤" not in out
    assert "連絡する\n" not in out.replace("連絡しない", "")


def test_a_decision_of_my_own_is_told_with_its_reason(draw, run):
    folder = draw(
        {
            "journal/a.md": """
            ---
            日付: 2026-11-20
            相手: [{名前: 田中 健, 読み: たなか けん, 印象: [返信を急かされそう], 判断: 連絡する, 理由: 恩師の紹介}]
            ---
            """
        }
    )
    out = run("judge", "--journal", folder / "journal", "--today", "2026-11-23").out
    assert "連絡する\n  田中 健 — 自分の判断：恩師の紹介\n" in out


def test_two_of_one_name_are_told_apart_by_their_ids(draw, run):
    person = "---\n名前: 鈴木 健一\n識別子: {id}\n読み: すずき けんいち\n---\n"
    folder = draw({f"journal/people/{name}.md": person.format(id=name) for name in ("suzuki-a", "suzuki-b")})
    out = run("judge", "--journal", folder / "journal").out
    assert "鈴木 健一 [suzuki-a]" in out
    assert "鈴木 健一 [suzuki-b]" in out


def test_errors_in_the_data_are_mentioned_and_do_not_end_it(project, run):
    (project / "journal" / "x.md").write_text("---\n日付: いつか\n---\n", encoding="utf-8")
    ran = run("judge")
    assert ran.code == 0
    assert "佐藤 美咲" in ran.out
    assert "誤りが 1 件" in ran.err
    assert "netjudge check" in ran.err


# ---------------------------------------------------------------------------------------------------------------------
# Which journal, which day, which criteria
# ---------------------------------------------------------------------------------------------------------------------


def test_f_names_another_mkdocs_yml(project, run, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    ran = run("judge", "-f", project / "mkdocs.yml", "--json")
    assert ran.person("sato-misaki")["observations"][0]["path"] == "journal/2026/2026-11-20-aki.md"
    assert ran.json["today"] == "2026-11-23"


def test_with_journal_no_mkdocs_yml_is_read(project, run):
    (project / "mkdocs.yml").write_text("nonsense: [", encoding="utf-8")
    ran = run("judge", "--journal", "journal", "--json", "--today", "2026-11-23")
    assert ran.code == 0
    assert verdicts(ran)["sato-misaki"] == ("contact", "S10")
    assert ran.person("sato-misaki")["observations"][0]["path"] == "journal/2026/2026-11-20-aki.md"


@pytest.mark.parametrize(
    "written", ["2026-11-23", "2026/11/23", "2026年11月23日", "令和8年11月23日", "R8.11.23", "２０２６－１１－２３"]
)
def test_today_in_any_form_of_a_date(journal, run, written):
    assert run("judge", "--journal", journal, "--today", written, "--json").json["today"] == "2026-11-23"


def test_today_as_a_word(journal, run):
    now = datetime.datetime.now().astimezone().date().isoformat()
    assert run("judge", "--journal", journal, "--today", "latest_event", "--json").json["today"] == "2026-11-20"
    assert run("judge", "--journal", journal, "--today", "today", "--json").json["today"] == now
    assert run("judge", "--journal", journal, "--json").json["today"] == now


@pytest.mark.usefixtures("project")
def test_today_beats_mkdocs_yml(run):
    assert run("judge", "--today", "2026-12-24", "--json").json["today"] == "2026-12-24"


@pytest.mark.parametrize("written", ["yesterday", "2026-02-30", "20261123", "", "latest-event"])
def test_a_today_that_is_no_date(journal, run, written):
    ran = run("judge", "--journal", journal, "--today", written, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "--today: 日付として読めません" in ran.err
    assert "latest_event" in ran.err


def test_an_era_that_had_ended_is_corrected(journal, run):
    assert "令和元年5月1日のことでは" in run("judge", "--journal", journal, "--today", "平成31年5月1日").err


def test_criteria_are_those_named_else_the_journals_own_else_standard(journal, draw, run):
    judged = ("judge", "--journal", journal, "--today", "2026-11-23", "--json")
    assert verdicts(run(*judged))["sato-misaki"] == ("contact", "S10")
    assert verdicts(run(*judged, "--criteria", "simple"))["sato-misaki"] == ("defer", None)
    own = draw({"my.yml": ONE_AXIS}) / "my.yml"
    assert verdicts(run(*judged, "--criteria", own))["sato-misaki"] == ("contact", "A2")
    own.rename(journal / "criteria.yml")
    assert verdicts(run(*judged))["sato-misaki"] == ("contact", "A2")
    assert verdicts(run(*judged, "--criteria", "standard"))["sato-misaki"] == ("contact", "S10")


def test_criteria_are_named_from_the_current_folder(project, draw, run, monkeypatch):
    folder = draw({"elsewhere/my.yml": ONE_AXIS}) / "elsewhere"
    monkeypatch.chdir(folder)
    assert verdicts(run("judge", "-f", project / "mkdocs.yml", "--criteria", "my.yml", "--json"))["sato-misaki"] == (
        "contact",
        "A2",
    )


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("command", ["judge", "why"])
def test_criteria_with_errors_judge_nobody(journal, draw, run, own, command):
    path = draw({"journal/criteria.yml" if own else "my.yml": BROKEN}) / ("journal/criteria.yml" if own else "my.yml")
    named = () if own else ("--criteria", path)
    person = ("田中健",) if command == "why" else ()
    ran = run(command, *person, "--journal", journal, *named)
    assert (ran.code, ran.out) == (1, "")
    assert f"{path.as_posix()}:4:1: criteria-unknown-key " in ran.err
    assert "判断できませんでした" in ran.err
    ran = run(command, *person, "--journal", journal, *named, "--json")
    assert (ran.code, ran.json["people"]) == (1, [])
    assert "criteria-unknown-key" in {found["name"] for found in ran.json["diagnostics"]}


def test_criteria_that_are_not_there(journal, run):
    ran = run("judge", "--journal", journal, "--criteria", "none.yml")
    assert (ran.code, ran.out) == (2, "")
    assert "none.yml" in ran.err
    assert "standard, simple" in ran.err


def test_no_journal(run, tmp_path):
    ran = run("judge", "--journal", tmp_path / "none")
    assert (ran.code, ran.out) == (1, "")
    assert f"{(tmp_path / 'none').as_posix()}:1:1: journal-missing " in ran.err
    ran = run("judge", "--journal", tmp_path / "none", "--json")
    assert (ran.code, ran.json["people"]) == (1, [])
    assert [found["name"] for found in ran.json["diagnostics"]] == ["journal-missing"]


def test_no_mkdocs_yml(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for command in (["judge"], ["check"], ["why", "x"], ["new"]):
        ran = run(*command)
        assert (ran.code, ran.out) == (2, "")
        assert "mkdocs.yml がありません" in ran.err
        assert "There is no mkdocs.yml" in run(*command, NETJUDGE_LANG="en").err


@pytest.mark.parametrize("options", ["{criterea: x}", "{today: someday}", "[1]"])
def test_a_wrong_configuration(project, run, options):
    (project / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - netjudge: {options}\n", encoding="utf-8")
    ran = run("judge", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "netjudge" in ran.err
    assert "Traceback" not in ran.err


def test_journal_and_configuration_at_once(journal, run):
    ran = run("judge", "--journal", journal, "-f", "mkdocs.yml")
    assert ran.code == 2
    assert "--config-file と --journal" in ran.err


# ---------------------------------------------------------------------------------------------------------------------
# Which people
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("written", ["佐藤 美咲", "佐藤美咲", "佐藤　美咲", "sato-misaki", "田中", "美咲ちゃん"])
def test_ways_to_name_a_person(draw, run, written):
    draw({"journal/people/misaki.md": "---\n名前: 佐藤 美咲\n読み: さとう みさき\n別名: [美咲ちゃん]\n---\n"})
    (person,) = run("judge", written, "--json").json["people"]
    assert person["id"] == ("tanaka-ken" if written == "田中" else "sato-misaki")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "written",
    [
        "髙橋", "高橋", "高橋 恵美", "髙橋先生", "林", "林 恵美", "恵美", "たかはし", "タカハシ", "ﾀｶﾊｼ",
        "たかはしえみ", "takahashi", "Takahashi Emi", "emi", "青葉事務所", "行政書士",
    ],
)  # fmt: skip
def test_whatever_the_search_finds_somebody_by_names_a_person(draw, run, written):
    draw(
        {
            "journal/people/emi.md": "---\n名前: 髙橋 恵美\n読み: たかはし えみ\n識別子: emi-1\n別名: [林 恵美]\n"
            "士業: 行政書士\n事務所: 青葉事務所\n---\n"
        }
    )
    for command in ("judge", "why"):
        (person,) = run(command, written, "--json").json["people"]
        assert person["id"] == "emi-1"
    assert run("message", written).out.startswith("髙橋 恵美")


@pytest.mark.usefixtures("project")
def test_a_reading_of_several_is_a_question_and_a_name_of_one_is_none(draw, run):
    draw({"journal/people/x.md": "---\n名前: 佐東\n読み: さとう\n識別子: x\n---\n"})
    for written in ("さとう", "sato", "satou"):
        ran = run("why", written)
        assert (ran.code, ran.out) == (2, "")
        listed = "\n  sato-hana  佐藤 花\n  sato-misaki  佐藤 美咲（税理士）\n"
        assert listed in ran.err
        assert "\n  x  佐東" in ran.err
    assert run("why", "佐東").out.startswith("佐東")


@pytest.mark.usefixtures("project")
def test_a_surname_of_several_is_a_question(run):
    for command in ("judge", "why"):
        ran = run(command, "佐藤")
        assert (ran.code, ran.out) == (2, "")
        assert "\n  sato-hana  佐藤 花\n  sato-misaki  佐藤 美咲（税理士）\n" in ran.err


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("written", ["佐籐 美咲", "佐藤 美佐先生", "sato-misako", "SATO-MISAKI"])
def test_somebody_unknown_is_said_with_those_who_look_like_it(run, written):
    for command in ("judge", "why"):
        ran = run(command, written, "--json")
        assert (ran.code, ran.out) == (2, "")
        assert f"「{written}」という方は見つかりません" in ran.err
        assert "sato-misaki  佐藤 美咲（税理士）" in ran.err


@pytest.mark.usefixtures("project")
def test_nobody_like_that(run):
    ran = run("judge", "龍宮 乙姫")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "エラー: 「龍宮 乙姫」という方は見つかりません。\n"


@pytest.mark.usefixtures("project")
def test_somebody_of_a_coming_event_has_not_been_met_yet(draw, run):
    draw({"journal/2027.md": "---\n日付: 2027-01-10\n相手: [{名前: 未来 太郎, 読み: みらい たろう}]\n---\n"})
    ran = run("judge", "未来 太郎")
    assert ran.code == 2
    assert "まだお会いしていません" in ran.err


def test_nothing_is_written(project, run, fingerprint):
    before = fingerprint(project)
    for command in (["check"], ["check", "--json"], ["judge"], ["judge", "--json"], ["why", "田中"], ["schema"]):
        run(*command)
    assert fingerprint(project) == before


def test_any_day_may_be_asked_for(run, journal):
    for today in ("0001-01-01", "0010-01-01", "9999-12-31"):
        for command in ("judge", "week", "review"):
            assert run(command, "--journal", journal, "--today", today, "--json").code == 0, (command, today)
