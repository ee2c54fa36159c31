"""`share`: one's own file for colleagues, and nothing in it by mistake."""

from __future__ import annotations

import json
import sys

import duckdb
import pytest

from netjudge_plugin import interop
from netjudge_plugin.interop import share_parquet

SATO = """
    ---
    名前: 佐藤 美咲
    読み: さとう みさき
    士業: 税理士
    メモ: ひみつのメモ
    共有: 事務所内
    共有メモ: 相続の相談はメールで。
    ---
    """
PARTNER = """
    ---
    名前: 中村 浩司
    読み: なかむら こうじ
    共有: 事務所外
    ---
    """


@pytest.fixture
def office(project, draw):
    """The project with a shared person, in the name of its owner."""
    draw({"journal/people/sato.md": SATO})
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(text.replace("purpose: 連絡のため", "purpose: 連絡のため, member: 大野 真"))
    return project


@pytest.mark.usefixtures("office")
def test_it_prints_exact_json_and_says_whom_it_shows(run):
    done = run("share")
    assert done.code == 0
    assert (done.json["format"], done.json["member"], done.json["as_of"]) == (1, "大野 真", "2026-11-23")
    assert [person["name"] for person in done.json["people"]] == ["佐藤 美咲"]
    assert "ひみつ" not in done.out
    assert "田中" not in done.out
    assert "載る方：佐藤 美咲" in done.err
    assert "同じ事務所" in done.err
    assert run("share").out == done.out


def test_the_journal_is_untouched(office, run, fingerprint):
    before = fingerprint(office / "journal")
    assert run("share", "-o", "mine.json").code == 0
    assert fingerprint(office / "journal") == before
    assert json.loads((office / "mine.json").read_text(encoding="utf-8"))["member"] == "大野 真"


@pytest.mark.parametrize("option", ["-o", "--parquet"])
def test_it_never_writes_into_the_journal(option, office, run, fingerprint):
    before = fingerprint(office)
    done = run("share", option, "journal/mine.json")
    assert done.code == 2
    assert "書き込みません" in done.err
    assert fingerprint(office) == before


@pytest.mark.usefixtures("project")
def test_without_a_name_there_is_nobody_to_ask(run):
    done = run("share")
    assert (done.code, done.out) == (2, "")
    assert "member" in done.err
    assert run("share", "--member", " ").code == 2
    assert run("share", "--member", "林 誠").json["member"] == "林 誠"


@pytest.mark.usefixtures("office")
def test_a_folder_can_be_shared_from_wherever_it_lies(run):
    done = run("share", "--journal", "journal", "--member", "林 誠", "--today", "2026-11-01", LANG="ja_JP.UTF-8")
    assert (done.json["as_of"], len(done.json["people"])) == ("2026-11-01", 1)


@pytest.mark.usefixtures("office")
def test_other_offices_get_only_whom_they_may_see(run, draw):
    draw({"journal/people/nakamura.md": PARTNER})
    done = run("share", "--audience", "partners")
    assert done.json["people"] == []
    assert "consent-missing" in done.err
    assert "journal/people/nakamura.md:4:5" in done.err
    assert "載る方：なし" in done.err
    draw({"journal/people/nakamura.md": PARTNER.replace("事務所外", "事務所外\n    同意: 2026-04-01")})
    done = run("share", "--audience", "partners")
    assert [person["name"] for person in done.json["people"]] == ["中村 浩司"]
    assert "consent" not in done.err


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("audience", ["private", "everyone", ""])
def test_an_audience_that_there_is_not(audience, run):
    assert run("share", "--audience", audience).code == 2


def test_a_journal_with_an_error_shares_nothing(office, run, draw):
    """What cannot be read may be what tells two people of one name apart."""
    draw({"journal/people/other.md": "---\n名前：誤り\n"})
    done = run("share", "-o", "mine.json")
    assert (done.code, done.out) == (1, "")
    assert "other.md:1:1" in done.err
    assert not (office / "mine.json").exists()


def test_a_value_that_nobody_could_read_is_named_instead_of_written(office, run, draw):
    draw({"journal/people/sato.md": SATO.replace("相続の相談", "あ" * 10_001)})
    done = run("share", "-o", "mine.json")
    assert done.code == 1
    assert "people[0].note" in done.err
    assert not (office / "mine.json").exists()


def test_parquet_has_the_published_columns(office, run):
    assert run("share", "--parquet", "mine.parquet").code == 0
    rows = duckdb.sql(f"DESCRIBE SELECT * FROM '{office / 'mine.parquet'}'").fetchall()
    assert {row[0]: row[1] for row in rows} == dict(share_parquet.SCHEMA)
    found = duckdb.sql(f"SELECT member, name, professions, firm, note FROM '{office / 'mine.parquet'}'").fetchall()
    assert found == [("大野 真", "佐藤 美咲", ["税理士"], None, "相続の相談はメールで。")]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_table_with_something_private_in_it_is_not_written(office, run, monkeypatch, language):
    """Should a writer ever take more than it was given, what it wrote is looked into, packed as it is."""
    rows = share_parquet._rows
    monkeypatch.setattr(share_parquet, "_rows", lambda share: [(*row[:-1], "ひみつのメモ") for row in rows(share)])
    done = run("share", "--parquet", "mine.parquet", "-o", "mine.json", NETJUDGE_LANG=language)
    assert done.code == 4
    assert "share.parquet" in done.err
    assert "Parquet" in done.err
    assert "ひみつ" not in done.out + done.err
    assert not (office / "mine.parquet").exists()
    assert not (office / "mine.json").exists()


def test_the_same_share_gives_the_same_parquet(office, run):
    for name in ("a.parquet", "b.parquet"):
        assert run("share", "--parquet", name).code == 0
    assert (office / "a.parquet").read_bytes() == (office / "b.parquet").read_bytes()


@pytest.mark.usefixtures("office")
def test_without_the_engine_parquet_is_a_sentence_and_no_traceback(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.delitem(sys.modules, "netjudge_plugin.interop.share_parquet")
    monkeypatch.delattr(interop, "share_parquet")
    done = run("share", "--parquet", "mine.parquet")
    assert done.code == 2
    assert "netjudge[parquet]" in done.err
