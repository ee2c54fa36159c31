"""The worked examples of the model, each written into journal files and judged through the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from drawn import write_front

_SHARED = Path(__file__).parents[3] / "shared" / "cases" / "judgement.yml"
_MARKS = {"ok": "○", "no": "×", "mixed": "△", "unknown": "？"}
_NAME = "見本 太郎"
_KNOWN = {
    *("case", "title", "as_of", "profession", "encounters", "exchanges", "decisions"),
    *("signs", "verdict", "why", "firm", "revisit", "computed"),
}

CASES = yaml.safe_load(_SHARED.read_text(encoding="utf-8")) if _SHARED.is_file() else []
needs_cases = pytest.mark.skipif(not CASES, reason=f"{_SHARED} is not there: the worked examples are kept outside")


def _journal(case: dict, folder: Path) -> Path:
    profession = {"profession": case["profession"]} if "profession" in case else {}
    for met in case["encounters"]:
        contact = {"person": _NAME, **profession, "impressions": met["impressions"]}
        write_front(folder / f"{met['date'].year}" / f"{met['date']}.md", {"date": met["date"], "contacts": [contact]})
    written = {key: case[key] for key in ("exchanges", "decisions") if key in case}
    if written:
        write_front(folder / "people" / "taro.md", {"person": _NAME, **written})
    return folder


def _told(person: dict) -> dict:
    """The judgement in the words of the cases."""
    return {
        "signs": "".join(_MARKS[state] for state in person["axes"].values()),
        "verdict": person["verdict"],
        "why": person["why"],
        "firm": person["firm"],
        "revisit": person["revisit"]["date"] if person["revisit"] else None,
        "computed": person["computed"],
    }


@needs_cases
def test_all_cases_are_here_and_every_key_of_them_is_known():
    assert [case["case"] for case in CASES] == list(range(1, 27))
    assert {key for case in CASES for key in case} <= _KNOWN


@needs_cases
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["case"]))
def test_case(case, language, run, tmp_path):
    folder = _journal(case, tmp_path / "journal")
    ran = run("judge", "--journal", folder, "--today", case["as_of"], "--json", NETJUDGE_LANG=language)
    assert ran.code == 0
    assert [found for found in ran.json["diagnostics"] if found["severity"] != "notice"] == []
    (person,) = ran.json["people"]
    told = _told(person)
    wanted = {key: case[key] for key in told if key in case}
    if "revisit" in wanted:
        wanted["revisit"] = case["revisit"].isoformat()
    assert {key: told[key] for key in wanted} == wanted
    if "decisions" in case:
        assert (told["why"], told["firm"], person["reason"]) == ("decision", None, case["decisions"][0]["reason"])
