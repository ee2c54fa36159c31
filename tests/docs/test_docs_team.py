"""The page on offices: its list is the program's, and its questions in SQL are answered."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from shared import DAY, knows, someone

from netjudge_plugin.audience import allow
from netjudge_plugin.interop import share_json, share_parquet
from netjudge_plugin.model.audience import PARTNERS, TEAM
from netjudge_plugin.model.team import TeamEvent

ROOT = Path(__file__).parents[2]
PAGES = {language: ROOT / "docs" / folder / "team.md" for language, folder in (("ja", "manual"), ("en", "en"))}
both_languages = pytest.mark.parametrize("language", PAGES)

SATO = someone("佐藤 美咲", "税理士", reading="さとう みさき", firm="佐藤事務所", since=DAY)
NAKAMURA = someone("中村 浩司", "司法書士", "行政書士", reading="なかむら こうじ", firm="中村事務所")
OFFICE = (
    knows("大野 真", SATO, NAKAMURA, events=(TeamEvent(DAY, "研究会", people=(SATO.id,)),)),
    knows("林 誠", replace(NAKAMURA, firm="みなと事務所")),
)
#: What the questions come to, in their order.
ANSWERS = [
    [("中村 浩司", "中村事務所", "大野 真"), ("中村 浩司", "みなと事務所", "林 誠")],
    [("中村 浩司", ["大野 真", "林 誠"])],
    [("中村 浩司", ["みなと事務所", "中村事務所"])],
    [("弁理士",), ("海事代理士",)],
]


def questions(language: str) -> list[str]:
    text = PAGES[language].read_text(encoding="utf-8")
    return re.findall(r"^```sql\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def rows(language: str, anchor: str) -> list[list[str]]:
    """The rows of the tables below a heading, without the heads."""
    part = PAGES[language].read_text(encoding="utf-8").split(f"{{#{anchor}}}")[1].split("\n## ")[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line] for line in lines]
    return [row for row, after in zip(cells, [*cells[1:], [""]], strict=True) if "---" not in (row[0], after[0])]


@both_languages
def test_every_question_is_answered_by_the_engine(language, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    share_parquet.write(OFFICE, tmp_path / "shares.parquet")
    assert [duckdb.sql(question).fetchall() for question in questions(language)] == ANSWERS


def test_both_manuals_ask_the_same():
    assert questions("ja") == questions("en")


@both_languages
def test_the_columns_are_those_that_are_written(language):
    told = {row[0].strip("`"): row[1] for row in rows(language, "parquet")}
    assert told == dict(share_parquet.SCHEMA)


@both_languages
def test_every_name_in_the_json_is_told(language):
    report = share_json.report(OFFICE[0])
    told = {name for row in rows(language, "share") for name in re.findall(r"`([a-z_]+)`", " ".join(row))}
    assert {*report, *report["people"][0], *report["events"][0]} <= told


@both_languages
def test_who_sees_what_is_told_as_it_is(language):
    """Days are marked for each audience; what is told there is what the list says."""
    shown = [row for row in rows(language, "what") if len(row) == 4]
    derived = {row[0]: (row[2] == "○", row[3] == "○") for row in shown}
    days = [marks for what, marks in derived.items() if "日" in what[-3:] or what.startswith("the day")]
    wanted = [(TEAM in allow.PERSON[name], PARTNERS in allow.PERSON[name]) for name in ("since", "last_met")]
    assert days == wanted
