"""`criteria test`: the examples beside the criteria, tried on the journal's own file as a user edits it."""

from __future__ import annotations

import pytest

from netjudge_plugin.reader import presets

STANDARD = presets.preset("standard", "ja").data.decode()
EXAMPLES = presets.preset_examples("standard", "ja").data.decode()
#: Two good facts were asked for on the first axis; now one is enough.
MILDER = STANDARD.replace("ok_needs: 2", "ok_needs: 1", 1)
BOTH = "「将来のやり取り」「無理のなさ」がどれも ○"
FIVE = "「会話の進め方」「線引きの明確さ」「心地よさ・違和感」「話題の共有しやすさ」「立場の尊重」"


@pytest.fixture
def own(journal):
    """The journal with its own criteria and their examples; a function that edits one of the two files."""
    (journal / "criteria.yml").write_text(STANDARD, encoding="utf-8")
    (journal / "criteria.examples.yml").write_text(EXAMPLES, encoding="utf-8")

    def edit(name, old, new):
        path = journal / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


@pytest.mark.usefixtures("own")
def test_all_come_out_as_written(run):
    ran = run("criteria", "test")
    assert (ran.code, ran.out, ran.err) == (0, "26の例は、すべて書いてあるとおりです。\n", "")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("arguments", [(), ("standard",), ("simple",)])
def test_a_preset_has_examples_of_its_own(run, arguments):
    ran = run("criteria", "test", *arguments)
    assert ran.code == 0
    assert ran.out.startswith("10" if arguments == ("simple",) else "26")


def test_what_comes_out_otherwise_with_its_place_and_the_step_that_decided(run, own):
    own("criteria.yml", "ok_needs: 2", "ok_needs: 1")
    ran = run("criteria", "test")
    assert ran.code == 1
    line = EXAMPLES.split("\n").index("  - 例: 材料が食い違う") + 1
    assert ran.out.split("\n\n")[1].split("\n") == [
        f"journal/criteria.examples.yml:{line}:8: 材料が食い違う",
        "  判断：例では「次の機会まで見送る」、いまの基準では「連絡する」",
        "  理由：例では「材料が食い違っている」、いまの基準では「無理なくやり取りできそう」",
        "  印（将来のやり取り）：例では「△」、いまの基準では「○」",
        f"  決めた順番：S10：{BOTH}、かつ{FIVE}のうち、2つ以上が ○ → 連絡する（無理なくやり取りできそう）",
    ]
    assert ran.out.endswith(
        "26の例のうち、書いてあるとおりなのは24です。基準のほうを変えたかったのなら、例を直してください。\n"
    )


def test_firmness_dates_and_the_verdict_beneath_a_decision_in_words(run, own):
    own("criteria.examples.yml", "確か: いいえ", "確か: はい")
    own("criteria.examples.yml", "見直し: 2027-03-16", "見直し: 2027-03-17")
    own("criteria.examples.yml", "理由: 自分に無理が出る}", "理由: 今はタイミングではない}")
    out = run("criteria", "test").out
    assert "確かさ：例では「確か」、いまの基準では「いまの材料では」" in out
    assert "見直し：例では「2027-03-17」、いまの基準では「2027-03-16」" in out
    assert "基準による判断の理由：例では「今はタイミングではない」、いまの基準では「自分に無理が出る」" in out


def test_where_no_step_applies_that_is_said(run, own):
    own("criteria.examples.yml", "理由: 印象だけで、判断材料がまだない", "理由: もう少し相手を知ってから")
    assert "決めた順番：どの順番にも当てはまらない「印象だけで、判断材料がまだない」" in run("criteria", "test").out


def test_a_mistake_in_the_examples_is_named_at_its_place_and_fails(run, own):
    own("criteria.examples.yml", "印象: [話が盛り上がった", "印象: [話がもりあがった")
    own("criteria.examples.yml", "    時点: 2026-11-23", "    時点: いつか")
    ran = run("criteria", "test")
    assert ran.code == 1
    assert "journal/criteria.examples.yml:13:9: date-unreadable" in ran.out
    assert ran.out.endswith("25の例は、すべて書いてあるとおりです。\n")


def test_criteria_in_the_making_are_tried_on_the_examples_of_the_journal(run, own, project):
    (project / "new.yml").write_text(MILDER, encoding="utf-8")
    ran = run("criteria", "test", "new.yml")
    assert ran.code == 1
    assert "journal/criteria.examples.yml:" in ran.out
    own("criteria.yml", "ok_needs: 2", "ok_needs: 9")  # not what is tried
    assert run("criteria", "test", "new.yml").out == ran.out


@pytest.mark.usefixtures("own")
def test_examples_beside_the_file_or_named_come_first(run, project):
    (project / "new.yml").write_text(MILDER, encoding="utf-8")
    few = "format: 1\nexamples:\n  - {example: nobody, as_of: 2026-11-23, verdict: defer}\n"
    (project / "new.examples.yml").write_text(few, encoding="utf-8")
    assert run("criteria", "test", "new.yml").out == "1の例は、すべて書いてあるとおりです。\n"
    assert run("criteria", "test", "--examples", "new.examples.yml").out == "1の例は、すべて書いてあるとおりです。\n"
    assert run("criteria", "test", "new.yml", "--examples", "journal/criteria.examples.yml").code == 1


@pytest.mark.usefixtures("own")
def test_examples_may_be_named_in_place_of_the_criteria(run, project):
    assert run("criteria", "test", "journal/criteria.examples.yml").code == 0
    (project / "more.examples.yml").write_text(EXAMPLES, encoding="utf-8")
    assert run("criteria", "test", "more.examples.yml").code == 0
    (project / "more.yml").write_text(MILDER, encoding="utf-8")
    ran = run("criteria", "test", "more.examples.yml")
    assert (ran.code, "more.examples.yml:192:8: 材料が食い違う" in ran.out) == (1, True)


def test_without_a_journal_a_file_needs_examples_of_its_own(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.yml").write_text(MILDER, encoding="utf-8")
    ran = run("criteria", "test", "new.yml")
    assert (ran.code, ran.out) == (2, "")
    assert "new.examples.yml がありません" in ran.err
    assert run("criteria", "test", "standard").code == 0


@pytest.mark.usefixtures("own")
def test_without_examples_it_says_so(run, journal):
    (journal / "criteria.examples.yml").unlink()
    ran = run("criteria", "test")
    assert (ran.code, ran.out) == (2, "")
    assert "journal/criteria.examples.yml がありません" in ran.err
    (journal / "criteria.examples.yml").write_text("format: 1\nexamples: []\n", encoding="utf-8")
    assert run("criteria", "test").out == "例が一つも書かれていません。\n"


def test_criteria_with_a_mistake_try_nothing(run, own):
    own("criteria.yml", "then: contact", "then: call")
    ran = run("criteria", "test")
    assert (ran.code, ran.out) == (1, "")
    assert "journal/criteria.yml:" in ran.err
    assert "criteria-unknown-verdict" in ran.err


def test_in_english(run, own):
    own("criteria.yml", "ok_needs: 2", "ok_needs: 1")
    ran = run("criteria", "test", "--journal", "journal", NETJUDGE_LANG="en")
    assert "verdict: “Deferred until we meet again” in the example, “Contact” by these criteria" in ran.out
    assert "→ Contact (an easy exchange seems likely)" in ran.out
    assert ran.out.endswith(
        "Of 26 examples 24 come out as written. If you meant to change the criteria, mend the examples.\n"
    )


def test_as_json(run, own):
    own("criteria.yml", "ok_needs: 2", "ok_needs: 1")
    ran = run("criteria", "test", "--json")
    assert ran.code == 1
    assert list(ran.json) == ["format", "criteria", "examples", "diagnostics"]
    assert ran.json["criteria"]["name"] == "標準の判断基準"
    off = [example for example in ran.json["examples"] if not example["as_written"]]
    assert [example["example"] for example in off] == ["同じ人の1回目の時点", "材料が食い違う"]
    assert off[1] | {"line": 0} == {
        "example": "材料が食い違う",
        "path": "journal/criteria.examples.yml",
        "line": 0,
        "column": 8,
        "as_written": False,
        "verdict": "contact",
        "why": "fits",
        "step": "S10",
        "differences": [
            {"what": "verdict", "axis": None, "wanted": "defer", "found": "contact"},
            {"what": "why", "axis": None, "wanted": "conflicting", "found": "fits"},
            {"what": "sign", "axis": "future", "wanted": "△", "found": "○"},
        ],
    }


def test_the_examples_are_no_part_of_a_check(run, own):
    own("criteria.examples.yml", "形式: 1", "形式: 9")
    assert run("check", "--strict").code == 0
    assert run("criteria", "test").code == 1
