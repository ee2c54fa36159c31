"""Before you meet: one sheet for a coming event, which may lie on a table."""

from __future__ import annotations

import re

import pytest

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"

MET = f"""\
    ---
    title: 秋の会
    date: 2026-10-02
    contacts:
      - person: 佐藤 美咲
        reading: さとう みさき
        profession: 税理士
        firm: 佐藤税理士事務所
        impressions: [{GOOD}]
        topics: [相続, 測量]
        promise: {{what: 資料を送る, by: 2026-11-01}}
      - person: 田中 健
        reading: たなか けん
        impressions: [話をよく聞く, 小さな違和感, CANARY一, {{話題の共有しやすさ: △ CANARY二}}]
        unsure: [無理のなさ]
        note: CANARY三
      - person: 林 誠
        reading: はやし まこと
        profession: 弁護士
        impressions: [話をよく聞く, 返信を急かされそう, 紹介料や名義貸しを持ちかける,
                      {{話題の共有しやすさ: × CANARY四}}]
        topics: [CANARY五]
        note: CANARY六
        promise: {{what: 名簿を渡す}}
      - person: 森 健
        reading: もり けん
        impressions: [{GOOD}]
        decision: 今回は連絡しない
        reason: CANARY七
        topics: [CANARY八]
    ---

    CANARY九
    """

COMING = """\
    ---
    title: 忘年会
    date: 2026-12-04
    place: 横浜
    attending: [佐藤 美咲, 田中 健, 林 誠, 森 健, 小野寺 蓮]
    ---

    CANARY十
    """

PERSON = "---\nperson: 田中 健\nnote: CANARY百\n---\nCANARY千\n"
FILES = {"2026/aki.md": MET, "2026/bonen.md": COMING, "people/tanaka.md": PERSON}
#: What may not be read on a sheet on a table: verdicts, whys, concerns and signs.
NEVER = """
    CANARY 今回は連絡しない 見送る 連絡する 判断 違和感 急かされ 紹介料 名義貸し 気になる 未確認 × △ サイン 理由 無理
    not_this_time defer
""".split()


@pytest.fixture
def pages(show):
    return show(FILES)


@pytest.fixture
def sheet(pages):
    return pages["brief/bonen"]


def person(sheet, name):
    return next(one for one in re.findall(r"<li>.*?</li>", sheet.html, re.DOTALL) if name in one)


def test_it_belongs_to_the_events_and_says_when_and_where(sheet, seen):
    assert (sheet.title, sheet.parent, sheet.source) == ("会う前に：忘年会", "events/index", "journal/2026/bonen.md")
    assert "会う前に：忘年会 2026年12月4日（金） ・横浜" in seen(sheet.html)


def test_who_it_is_when_we_met_and_what_we_go_on_with(sheet, seen):
    assert seen(person(sheet, "佐藤 美咲")) == (
        "佐藤 美咲 先生 さとう みさき 税理士 佐藤税理士事務所 前回 2026年10月2日 秋の会 "
        "約束 資料を送る（今週なら、いつでも） "
        "よいと感じたことが日誌にあります。その続きから、自然に話せます。 前回の話題 相続、測量 "
        "よかったこと 考え方が似ている、返信のペースが合いそう、業務分野が近い "
        "ひとつだけ 他士業と組んでよかった経験を聞く"
    )


def test_of_whom_i_chose_not_to_contact_name_meeting_and_promise_alone(sheet, seen):
    assert seen(person(sheet, "林 誠")) == "林 誠 先生 はやし まこと 弁護士 前回 2026年10月2日 秋の会 約束 名簿を渡す"
    assert seen(person(sheet, "森 健")) == "森 健 様 もり けん 前回 2026年10月2日 秋の会"


def test_nothing_of_a_judgement_can_be_read_or_found_in_it(pages, show):
    for language in ("ja", "en"):
        for uri, page in (pages if language == "ja" else show(FILES, language="en")).items():
            if uri.startswith("brief/"):
                assert [word for word in NEVER if word in page.html] == [], (uri, language)


def test_the_canaries_live(pages):
    everywhere = "".join(page.html for page in pages.values())
    assert [word for word in NEVER[1:12] if word not in everywhere] == []
    assert {f"CANARY{n}" for n in "一二三四五六七八九十百千"} <= set(re.findall(r"CANARY.", everywhere))


def test_with_whom_it_is_a_good_occasion(sheet, part, seen):
    occasion = seen(part(sheet.html, "occasion"))
    assert "佐藤 美咲先生" in occasion  # met too long ago for a first message
    assert "田中 健様" in occasion  # deferred, and nothing tells the two apart
    assert "林 誠" not in occasion
    assert "森 健" not in occasion


def test_those_whom_i_do_not_know_yet_have_room_to_be_written_about(sheet, part):
    unknown = part(sheet.html, "unknown")
    assert "小野寺 蓮" in unknown
    assert "nj-brief-room" in unknown


def test_two_of_one_name_are_not_taken_for_strangers(show, part, seen):
    twins = {f"people/{i}.md": f"---\nperson: 鈴木 健一\nid: suzuki-{i}\nreading: すずき\n---\n" for i in "ab"}
    coming = "---\ntitle: 忘年会\ndate: 2026-12-04\nattending: [鈴木 健一]\n---\n"
    said = seen(part(show({**twins, "bonen.md": coming})["brief/bonen"].html, "unknown"))
    assert "同じ名前の方が何人かいるため" in said
    assert "はじめての方です" not in said


def test_the_event_leads_to_it(pages):
    for uri in ("index", "week", "events/bonen"):
        assert 'brief/bonen/"' in pages[uri].html, uri


def test_without_names_there_is_a_hint_instead(show, seen):
    pages = show({"bonen.md": "---\ntitle: 忘年会\ndate: 2026-12-04\n---\n"})
    assert "brief/bonen" not in pages
    assert "「参加予定」として名前を書き足すと、会う前に読む一枚ができます" in seen(pages["events/bonen"].html)
    assert "「参加予定」として名前を書き足すと" in seen(pages["index"].html)


def test_its_address_is_as_unique_as_the_events(show):
    names = {f"{year}/{name}.md": COMING for year in (2026, 2027) for name in ("bonen", "bonen-brief", "Bonen")}
    uris = [uri for uri in show(names) if uri.startswith("brief/")]
    assert len(uris) == len(set(uris)) == 6
    assert {f"events/{uri.removeprefix('brief/')}" for uri in uris} <= set(show(names))


def test_in_english_nobody_is_given_a_title_that_i_did_not_write(show, seen):
    chosen = "---\nperson: 田中 健\nhonorific: 先生\n---\n"
    sheet = show({**FILES, "people/tanaka.md": chosen}, language="en")["brief/bonen"]
    assert seen(person(sheet, "佐藤 美咲")).startswith("佐藤 美咲 さとう みさき Certified Public Tax Accountant")
    assert seen(person(sheet, "田中 健")).startswith("田中 健 先生 たなか けん")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_name_that_is_written_with_an_honorific_gets_no_second(show, language):
    files = {
        "a.md": "---\ntitle: 会\ndate: 2026-10-02\ncontacts: [{person: 佐藤先生, profession: 税理士}]\n---\n",
        "b.md": "---\ntitle: 次の会\ndate: 2026-12-04\nattending: [佐藤先生]\n---\n",
        "people/sato.md": "---\nperson: 佐藤先生\nhonorific: 先生\n---\n",
    }
    pages = show(files, language=language)
    for page in (pages["brief/b"], pages["people/index"]):
        assert "佐藤先生" in page.html
        assert "nj-honorific" not in page.html
