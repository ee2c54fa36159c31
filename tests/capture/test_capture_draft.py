"""Nothing that was typed is lost: by a reload, by a storage that is full or forbidden, by a second tab."""

from __future__ import annotations

import pytest

FORBIDDEN = """
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""
FULL = """
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""
FILL_UP = """() => {
    for (let size = 1 << 20; size; size >>= 1) {
        try { for (let n = 0; ; n++) localStorage[`${size}-${n}`] = "x".repeat(size); } catch {}
    }
}"""
KEY = "netjudge-capture:/capture.html"
DRAFT = f"localStorage['{KEY}'] ?? ''"
TYPE = """
    const field = document.querySelector("[data-field=title]");
    field.value = "急いで";
    field.dispatchEvent(new Event("input", { bubbles: true }))
"""
HIDE = """
    Object.defineProperty(document, "hidden", { value: true });
    document.dispatchEvent(new Event("visibilitychange"))
"""
UNKEPT = "いまは、下書きをこの端末に残せません。"


def write_much(writer):
    """Something in every kind of field."""
    writer.write(writer.field("title"), '会 "一"')
    writer.field("date").fill("2026-11-20")
    writer.field("kind").select_option("勉強会")
    writer.write(writer.field("body"), "一行目\n---")
    writer.pick(1, "すず", "鈴木 健一", "測量士")
    writer.choose(1, "将来のやり取り", "業務分野が近い", "接点が浮かばない", "まだわからない")
    writer.say(1, "無理のなさ", "××", "急がれた")
    writer.choose(1, "ほかの印象", "失礼な言動", "専門性が高い")
    writer.next()
    writer.write(writer.field("name", 2), "<b>山田</b>")
    writer.opened(writer.card(2).locator("[data-part=more]"))
    writer.write(writer.field("reading", 2), "やまだ")
    writer.opened(writer.card(2).locator("[data-part=also]"))
    writer.write(writer.field("topics", 2), "相続、事業承継")
    writer.write(writer.field("promise", 2), "資料")
    writer.field("by", 2).fill("2026-12-01")
    writer.write(writer.field("note", 2), "甲\n\n乙 ")


@pytest.mark.parametrize("how", ["folder", "served"])
def test_a_reload_keeps_all_of_it(write, how):
    writer = write(how)
    write_much(writer)
    before = writer.text()
    assert 'メモ: "甲\\n\\n乙 "' in before
    assert "識別子: suzuki-b" in before
    writer.kept()
    writer.page.reload()
    assert writer.notices() == ["下書きが残っていました。続きから書けます。"]
    assert writer.text() == before
    assert writer.axis(1, "将来のやり取り").locator("[data-part=chosen]").text_content() == (
        "業務分野が近い、接点が浮かばない、まだわからない"
    )


def test_what_was_typed_just_before_leaving_is_kept_too(write):
    writer = write()
    writer.write(writer.field("title"), "会")
    writer.page.goto(writer.page.url.replace("capture", "index"))
    writer.page.go_back()
    assert writer.field("title").input_value() == "会"


@pytest.mark.parametrize("leaving", ["window.dispatchEvent(new Event('pagehide'))", HIDE], ids=["closed", "put away"])
def test_the_draft_is_kept_at_once_when_the_page_is_left(write, leaving):
    writer = write("served")
    writer.page.evaluate(f"{TYPE}; {leaving}")
    assert "急いで" in writer.page.evaluate(DRAFT)


def test_a_page_on_which_nothing_was_written_leaves_nothing(write):
    writer = write()
    writer.write(writer.field("title"), "会")
    writer.kept()
    writer.field("title").fill("")
    writer.kept()
    assert writer.page.evaluate("localStorage.length") == 0
    writer.page.reload()
    assert writer.notices() == []


def test_the_draft_lies_under_the_path_of_the_page(write):
    writer = write("served")
    writer.write(writer.field("title"), "会")
    writer.kept()
    assert writer.page.evaluate("Object.keys(localStorage)") == [KEY]


@pytest.mark.parametrize("broken", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_without_a_storage_the_page_says_so_once_and_loses_nothing(write, broken):
    # (Material's own script cannot do without the storage; this theme can)
    writer = write("served", before=broken, theme="{name: mkdocs, highlightjs: false}")
    write_much(writer)
    writer.kept()
    assert [notice[: len(UNKEPT)] for notice in writer.notices()] == [UNKEPT]
    text = writer.text()
    assert "<b>山田</b>" in text
    assert writer.download()[1] == text
    assert leaving_is_asked(writer)


def test_a_storage_that_gets_full_midway_and_free_again(write):
    writer = write("served")
    writer.write(writer.field("title"), "会")
    writer.kept()
    assert not leaving_is_asked(writer)
    writer.page.evaluate(FILL_UP)
    writer.write(writer.field("body"), "長い文章。" * 20)
    writer.kept()
    assert [notice[: len(UNKEPT)] for notice in writer.notices()] == [UNKEPT]
    assert leaving_is_asked(writer)
    assert "長い文章。" * 20 in writer.text()
    writer.page.evaluate("localStorage.clear()")
    writer.write(writer.field("place"), "神田")
    writer.kept()
    assert writer.notices() == ["また、下書きを残せるようになりました。"]
    assert not leaving_is_asked(writer)
    writer.page.reload()
    assert writer.field("place").input_value() == "神田"
    assert writer.field("body").input_value() == "長い文章。" * 20


def leaving_is_asked(writer):
    """Whether the browser would ask before it closes the page."""
    return writer.page.evaluate("() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def test_of_two_tabs_the_newer_wins_and_the_older_keeps_what_it_shows(write):
    older = write("served")
    older.write(older.field("title"), "一つ目")
    older.kept()
    page = older.page.context.new_page()
    newer = type(older)(page)
    page.goto(older.page.url)
    newer.field("title").fill("二つ目")
    newer.kept()
    assert [notice[:8] for notice in older.notices()] == ["別のタブで、新し"]
    assert older.field("title").input_value() == "一つ目"
    older.page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert "二つ目" in older.page.evaluate(DRAFT)

    older.write(older.field("place"), "神田")  # now this one is the newer
    older.kept()
    assert "一つ目" in older.page.evaluate(DRAFT)
    assert [notice[:8] for notice in newer.notices()] == ["下書きが残って", "別のタブで、新し"][1:]
    newer.tap(newer.page.locator("[data-do=reload]"))
    newer.part("form").wait_for()
    assert newer.field("title").input_value() == "一つ目"


def test_the_newer_draft_is_not_overwritten_by_what_had_not_been_kept_yet(write):
    writer = write("served")
    writer.page.evaluate(
        f"{TYPE}; window.dispatchEvent(new StorageEvent('storage', {{ key: '{KEY}', newValue: '{{}}' }}))"
    )
    writer.kept()
    assert writer.page.evaluate(DRAFT) == ""
    assert writer.field("title").input_value() == "急いで"


def test_a_file_that_has_left_removes_nothing_until_its_writer_says_so(write):
    writer = write()
    write_much(writer)
    writer.download()
    writer.kept()
    writer.page.reload()
    assert writer.field("title").input_value() == '会 "一"'

    writer.tap(writer.page.locator("[data-do=done]"))
    writer.answer("no")
    assert writer.field("title").input_value() == '会 "一"'
    writer.tap(writer.page.locator("[data-do=done]"))
    writer.answer("yes")
    assert writer.notices() == ["下書きを消しました。お疲れさまでした。"]
    assert writer.field("title").input_value() == ""
    assert writer.page.evaluate("document.activeElement.dataset.part") == "notices"
    assert writer.page.locator(".nj-capture-person").count() == 1
    assert writer.field("date").input_value() == "2026-11-23"
    assert writer.page.evaluate("localStorage.length") == 0
    writer.page.reload()
    assert writer.field("title").input_value() == ""


def test_to_start_anew_is_asked_first(write):
    writer = write()
    write_much(writer)
    writer.kept()
    writer.page.reload()
    writer.tap(writer.page.locator("[data-do=anew]"))
    writer.answer("no")
    assert writer.field("name", 2).input_value() == "<b>山田</b>"
    writer.tap(writer.page.locator("[data-do=anew]"))
    writer.answer("yes")
    assert writer.notices() == []
    assert writer.page.locator(".nj-capture-person").count() == 1
    assert writer.field("name", 1).input_value() == ""


def test_words_that_the_criteria_no_longer_have_go_to_the_note(write):
    writer = write("served")
    writer.choose(1, "将来のやり取り", "業務分野が近い")
    writer.write(writer.field("name", 1), "山田")
    writer.kept()
    writer.page.evaluate(
        """() => {
            const key = Object.keys(localStorage)[0], draft = JSON.parse(localStorage[key]);
            draft.entry.people[0].words.push("昔のことば");
            draft.entry.people[0].unsure = ["昔の軸"];
            draft.entry.people[0].marks = [{ axis: "昔の軸", mark: "○", text: "よい" }];
            localStorage[key] = JSON.stringify(draft);
        }"""
    )
    writer.page.reload()
    assert writer.notices()[1] == "前に選んだことばのうち、いまの判断基準にないものは、メモに移しました。"
    assert writer.field("note", 1).input_value() == "昔のことば\n昔の軸\n昔の軸 ○ よい"
    assert "業務分野が近い" in writer.text()


@pytest.mark.parametrize(
    "draft",
    [
        "{",
        "null",
        "5",
        '{"version": 0, "entry": {"title": "x"}}',
        '{"version": 1}',
        '{"version": 1, "entry": {"people": [0, null]}}',
    ],
)
def test_a_draft_that_cannot_be_read_is_none(write, draft):
    before = f"if (!localStorage.length) localStorage['{KEY}'] = {draft!r};"
    writer = write("served", before=before)
    assert writer.notices() == []
    assert writer.field("date").input_value() == "2026-11-23"
