"""`why`: one judgement in words, with all that speaks for it."""

from __future__ import annotations

import pytest

from netjudge_plugin import in_force

AHEAD = "あと3つの材料で「連絡する」になります：将来のやり取りに良い材料があと2つ、無理のなさに良い材料があと1つ。"
NEXT = (
    "次に会ったら：将来のやり取り＝どんな場面で他士業に相談しますか；"
    "無理のなさ＝ふだんの連絡手段とペースを聞く；心地よさ・違和感＝帰り道に、どう感じたかを一言だけ書く"
)


@pytest.fixture
def why(draw, run):
    """Tell about the person of a journal as of 2026-11-23."""

    def told(tree: dict[str, str], name: str = "見本 太郎", **environment: str) -> list[str]:
        folder = draw({f"journal/{path}": text for path, text in tree.items()})
        ran = run("why", name, "--journal", folder / "journal", "--today", "2026-11-23", **environment)
        assert (ran.code, ran.err) == (0, "")
        return ran.out.replace(f"{folder.as_posix()}/", "").splitlines()

    return told


def event(date: str, *impressions: str, more: str = "") -> str:
    lines = "\n".join(f"      - {impression}" for impression in impressions)
    return f"---\n日付: {date}\n相手:\n  - 名前: 見本 太郎\n    読み: みほん たろう\n    印象:\n{lines}\n{more}---\n"


def test_the_sample_of_the_model(why):
    words = ("話をよく聞く", "質問をしてくれる", "業務の線引きが明確", "連携の考え方が明確")
    assert why({"a.md": event("2026-11-20", *words)}) == [
        "見本 太郎 [mihon-taro]　2026-11-23 時点",
        "",
        "次の機会まで見送る — もう少し相手を知ってから",
        "  ○ 会話の進め方：質問をしてくれる(2026-11-20)、話をよく聞く(2026-11-20)",
        "  ○ 線引きの明確さ：業務の線引きが明確(2026-11-20)、連携の考え方が明確(2026-11-20)",
        "  ？ まだわからない：「将来のやり取り」「無理のなさ」「心地よさ・違和感」「話題の共有しやすさ」「立場の尊重」",
        f"  {AHEAD}",
        f"  {NEXT}",
        "  見直し：再会したとき。遅くとも 2027-11-23",
        "",
        "書いてあるところ",
        "  journal/a.md:7  話をよく聞く",
        "  journal/a.md:8  質問をしてくれる",
        "  journal/a.md:9  業務の線引きが明確",
        "  journal/a.md:10  連携の考え方が明確",
        "",
        f"判断基準：標準の判断基準（内容のしるし {in_force.shipped('standard', 'ja').digest}）",
    ]


def test_in_english(why):
    lines = why({"a.md": event("2026-11-20", "話をよく聞く", "質問をしてくれる")}, NETJUDGE_LANG="en")
    unknown = (
        "Future exchange",
        "Ease for me",
        "Clear boundaries",
        "Comfort or unease",
        "Shared topics",
        "Respect for each other's position",
    )
    axes = ", ".join(f"“{axis}”" for axis in unknown[2:])
    ahead = (
        "4 more good facts would make it “Contact”: "
        f"2 on “Future exchange”, one on “Ease for me”, and one on any of {axes}."
    )
    next_ = (
        "When we next meet: Future exchange — When do you turn to other professions?; "
        "Ease for me — Ask how, and how often, they usually keep in touch; "
        "Comfort or unease — On the way home, write one line about how it felt"
    )
    assert lines[2:8] == [
        "Deferred until we meet again — know a little more first",
        "  ○ How the conversation went: asks questions (2026-11-20), listens well (2026-11-20)",
        f"  ？ Not known yet: {', '.join(f'“{axis}”' for axis in unknown)}",
        f"  {ahead}",
        f"  {next_}",
        "  To be looked at again: when you meet, at the latest on 2027-11-23",
    ]
    assert lines[-1].startswith("Criteria: Standard criteria (content mark ")


def test_provisional_with_what_could_change_it(why):
    good = (
        "業務分野が近い、考え方が似ている、返信のペースが合いそう、話をよく聞く、質問をしてくれる、業務の線引きが明確"
    )
    lines = why({"a.md": event("2026-11-20", good)})
    assert lines[2:4] == [
        "連絡する — 無理なくやり取りできそう（いまの材料では）",
        "  変わりうる点：「心地よさ・違和感」「立場の尊重」",
    ]
    assert not any("見直し" in line for line in lines)


def test_firm_with_concerns_and_a_stop_sign(why):
    lines = why({"a.md": event("2026-11-20", "はっきりした違和感", "返信を急かされそう")})
    assert lines[2:5] == [
        "今回は連絡しない — 違和感を大切にする（確か）",
        "  ！ 即見送りのサイン：はっきりした違和感(2026-11-20)",
        "  × 無理のなさ：返信を急かされそう(2026-11-20)",
    ]
    assert "  journal/a.md:7  はっきりした違和感" in lines


def test_marks_with_my_own_words_and_facts_that_are_not_enough_yet(why):
    lines = why({"a.md": event("2026-11-20", "会話の進め方: ◎ よく聞いてくれた", "無理のなさ: △", "対応が丁寧")})
    assert lines[3:7] == [
        "  △ 無理のなさ：△(2026-11-20)",
        "  ○ 会話の進め方：◎ よく聞いてくれた(2026-11-20)",
        "  ？ 将来のやり取り：対応が丁寧(2026-11-20)",
        "  ？ まだわからない：「線引きの明確さ」「心地よさ・違和感」「話題の共有しやすさ」「立場の尊重」",
    ]
    assert lines.count("  journal/a.md:7  ◎ よく聞いてくれた") == 1


def test_what_counts_for_nothing(why):
    lines = why({"a.md": event("2026-11-20", "話が盛り上がった", "なんとなく")})
    assert "  ・ 記録だけ：話が盛り上がった(2026-11-20)" in lines
    assert "  ・ 基準にないことば（数えません）：「なんとなく」" in lines


def test_derived_facts_are_told_as_such(why):
    file = (
        "---\n名前: 見本 太郎\n読み: みほん たろう\nやり取り:\n"
        "  - {日付: 2026-09-01, 向き: out}\n  - {日付: 2026-09-05, 向き: out}\n---\n"
    )
    lines = why({"people/a.md": file})
    assert "  × タイミング：返事がない(2026-10-05)（記録から自動）" in lines
    assert "  見直し：再会したとき。遅くとも 2027-01-05" in lines
    assert "書いてあるところ" not in lines


def test_my_own_decision_beside_the_computed_one(why):
    more = "    判断: 連絡する\n    理由: 恩師の紹介\n    期限: 2027-05-31\n"
    first = event("2026-10-01", "返信を急かされそう", "はっきりした違和感", more=more)
    lines = why({"a.md": first, "b.md": event("2026-11-20", "対応が丁寧")})
    assert lines[2:8] == [
        "連絡する — 自分の判断",
        "  理由（2026-10-01）：恩師の紹介",
        "  期限：2027-05-31（この日から、基準による判断に戻ります）",
        "  即見送りのサインがあるうえでの判断です。",
        "  判断のあとに材料が1つ増えています。",
        "  基準による判断：今回は連絡しない — 違和感を大切にする（確か）",
    ]
    assert "  journal/a.md:9  自分の判断" in lines


def test_my_own_decision_that_the_criteria_share_by_now(why):
    more = "    判断: 見送る\n    理由: 急がない\n".replace("見送る", "次の機会まで見送る")
    lines = why({"a.md": event("2026-10-01", "対応が丁寧", more=more)})
    assert "  いまは、基準による判断も同じです。" in lines


def test_somebody_of_whom_nothing_is_known(why):
    lines = why({"people/a.md": "---\n名前: 見本 太郎\n読み: みほん たろう\n---\n"})
    assert lines[2] == "次の機会まで見送る — もう少し相手を知ってから"
    assert lines[-3:-1] == ["  見直し：再会したとき。遅くとも 2027-11-23", ""]


def test_what_only_i_can_change(why):
    lines = why({"a.md": event("2026-11-20", "紹介料や名義貸しを持ちかける", "業務分野が近い")})
    assert "  変わるのは、自分で解除したときだけです。" in lines
    assert not any("次に会ったら" in line for line in lines)


def test_what_time_alone_will_change(why):
    fits = ("業務分野が近い", "考え方が似ている", "自然体でいられる", "業務の線引きが明確", "共通の話題がある")
    lines = why({"a.md": event("2026-11-20", *fits, "自分が手一杯")})
    assert "  このままでも、2027-02-20から「連絡する」になります。" in lines


def test_under_a_decision_of_my_own_what_would_change_the_criteria(why):
    more = "    判断: 連絡する\n    理由: 恩師の紹介\n"
    fits = ("業務分野が近い", "考え方が似ている", "業務の線引きが明確", "共通の話題がある", "返信を急かされそう")
    lines = why({"a.md": event("2026-11-20", *fits, more=more)})
    assert "  基準による判断が変わるとしたら：無理のなさに良い材料が1つ。" in lines


@pytest.mark.usefixtures("project")
def test_as_json_it_is_the_report_on_that_person(run):
    one, all_of_them = run("why", "田中", "--json"), run("judge", "--json")
    assert one.json["people"] == [all_of_them.person("tanaka-ken")]


def test_marks_of_both_sides_on_one_day_are_told_side_by_side(why):
    text = "\n".join(
        why(
            {"a.md": event("2026-11-20", "無理のなさ: ◎", "無理のなさ: ×", "会話の進め方: ○ 声", "会話の進め方: ×× 声")}
        )
    )
    assert "◎× (2026-11-20)" in text or "◎×(2026-11-20)" in text
    assert "○×× 声" in text
