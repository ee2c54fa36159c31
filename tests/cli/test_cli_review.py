"""`review`: looking back, in words as the page has them and as JSON, an interface whose shape is kept."""

from __future__ import annotations

import jsonschema
import pytest
from one_axis import ONE_AXIS
from shapes import DAY, NUMBER, TEXT, VERDICT, YES, listing, table

FITS = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 業務の線引きが明確, 業務の考え方が近い"


def decided(name, words, verdict):
    return f"  - {{名前: 佐藤 {name}, 印象: [{words}], 判断: {verdict}, 理由: 自分で決めた}}\n"


WISH = (
    "---\n件名: 秋の会\n日付: 2026-10-01\n相手:\n"
    + "".join(decided(name, f"{FITS}, 心地よかった", "連絡する") for name in ("一郎", "二郎"))
    + "".join(decided(name, FITS, "次の機会まで見送る") for name in ("三郎", "四郎", "五郎"))
    + f"  - {{名前: 佐藤 六郎, 印象: [{FITS}]}}\n---\n"
)
CRITERIA = ONE_AXIS.replace("count: latest", "count: all")


COUNTS = {"cases": NUMBER, "wrote": NUMBER, "answered": NUMBER, "met_again": NUMBER}
LINES = table(
    section={"enum": ["axes", "steps"]},
    part=TEXT,
    path={"type": ["string", "null"]},
    line={"type": ["integer", "null"]},
    before=listing(TEXT),
    after=listing(TEXT),
    above={"type": ["string", "null"]},
)
SHAPE = table(
    format={"const": 1},
    today=DAY,
    decisions=listing(
        table(
            id=TEXT,
            date=DAY,
            verdict=VERDICT,
            computed=table(verdict=VERDICT, why=TEXT),
            agrees=YES,
            wrote=YES,
            answered=YES,
            met_again=YES,
        )
    ),
    choices=listing(table(mine=YES, computed=YES, **COUNTS)),
    first_meetings=listing(table(verdict=VERDICT, why=TEXT, **COUNTS)),
    axes=listing(table(axis=TEXT, state={"enum": ["ok", "no", "mixed", "unknown"]}, **COUNTS)),
    needed={"const": 5},
    proposals=listing(
        table(
            text=listing(TEXT),
            decisions=NUMBER,
            met_before=NUMBER,
            met_after=NUMBER,
            turned=listing(table(id=TEXT, before=VERDICT, after=VERDICT)),
            lines=listing(LINES),
        )
    ),
    diagnostics=listing({"type": "object"}),
)


@pytest.fixture
def wish(draw):
    """A journal of which the writer only contacts those with whom it felt comfortable."""
    return draw({"journal/a.md": WISH}) / "journal"


def test_looking_back_in_words(run, wish):
    ran = run("review", "--journal", wish, "--today", "2026-11-23")
    assert (ran.code, ran.err) == (0, "")
    for line in (
        "自分で決めた判断5件のうち、連絡するかしないかが基準と同じだったのは2件です。",
        "  自分は連絡しない、基準は連絡する  3件（連絡 0、便り 0、再会 0）",
        "  2026-10-01 佐藤 三郎  自分：次の機会まで見送る　基準：連絡する（無理なくやり取りできそう）",
        "  連絡する（無理なくやり取りできそう）  1人（連絡 0、便り 0、再会 0）",
        "    ○ 1人のうち0人とまた会った",
        "案1",
        "  「連絡する」（S10）に、「心地よさ・違和感」が ○ であることを加える。",
        "  自分の判断5件のうち、基準も同じ選び方になるのは、いまは2件、この案では5件です。",
        "    佐藤 六郎（連絡する → 次の機会まで見送る）",
        "  steps の S10",
        "    いま:",
        "      all_ok: [future, ease]",
        "    変えるなら:",
        "      all_ok: [future, ease, comfort]",
    ):
        assert line in ran.out.splitlines()


def test_the_english_words(run, wish):
    out = run("review", "--journal", wish, "--today", "2026-11-23", NETJUDGE_LANG="en").out
    assert out.startswith("Looking back\n")
    assert "  For “Contact” (S10), also ask that “Comfort or unease” be ○.\n" in out
    assert "Deferred until we meet again" in out


def test_a_journal_without_decisions(run, journal):
    ran = run("review", "--journal", journal, "--today", "2026-11-23")
    assert "自分で決めた判断は、まだ書かれていません。" in ran.out
    assert "連絡・便り・再会は" in ran.out
    assert "（いまは0件）" in ran.out


def test_the_json_has_the_shape_of_format_1(run, wish, project):
    for journal in (wish, project / "journal"):
        jsonschema.validate(run("review", "--journal", journal, "--today", "2026-11-23", "--json").json, SHAPE)


def test_the_json_of_a_proposal(run, wish):
    found = run("review", "--journal", wish, "--today", "2026-11-23", "--json").json
    assert found["decisions"][0]["agrees"] is True
    assert found["choices"][-1] == {
        "mine": False, "computed": True, "cases": 3, "wrote": 0, "answered": 0, "met_again": 0,
    }  # fmt: skip
    (proposal,) = found["proposals"]
    assert [proposal[key] for key in ("decisions", "met_before", "met_after")] == [5, 2, 5]
    assert [one["before"] for one in proposal["turned"]] == ["contact"]
    assert proposal["lines"] == [
        {
            "section": "steps", "part": "S10", "path": None, "line": None,
            "before": ["all_ok: [future, ease]"], "after": ["all_ok: [future, ease, comfort]"], "above": None,
        }
    ]  # fmt: skip


def test_criteria_of_ones_own_are_told_with_their_line(run, draw):
    text = "".join(decided(name, "返信のペースが合いそう", "次の機会まで見送る") for name in ("一", "二", "三"))
    text += "".join(
        decided(name, "返信のペースが合いそう, 返信のペースが合いそう", "次の機会まで見送る") for name in "四五"
    )
    folder = draw(
        {"journal/a.md": f"---\n件名: 会\n日付: 2026-10-01\n相手:\n{text}---\n", "journal/criteria.yml": CRITERIA}
    )
    ran = run("review", "--journal", folder / "journal", "--today", "2026-11-23", "--json")
    (proposal,) = ran.json["proposals"]
    (lines,) = proposal["lines"]
    assert (lines["section"], lines["part"], lines["line"]) == ("axes", "ease", 4)
    assert (lines["before"], lines["after"]) == (["ok_needs: 1"], ["ok_needs: 2"])
    assert lines["path"].endswith("journal/criteria.yml")


def test_without_usable_criteria_nothing_is_reviewed(run, wish):
    (wish / "criteria.yml").write_text("format: 9\n", encoding="utf-8")
    ran = run("review", "--journal", wish)
    assert (ran.code, ran.out) == (1, "")
    assert "criteria.yml:1" in ran.err
    ran = run("review", "--journal", wish, "--json")
    assert (ran.code, ran.json["decisions"], ran.json["proposals"]) == (1, [], [])
    assert any(found["path"].endswith("criteria.yml") for found in ran.json["diagnostics"])
