"""The page in use: choosing and taking back, the keyboard alone, what is asked before a file leaves, the ways out."""

from __future__ import annotations

import pytest
from waiting import redrawn, until

SHARING = """
    window.shared = [];
    navigator.canShare = ({ files }) => files.length === 1;
    navigator.share = async (data) => {
        const [file] = data.files ?? [];
        window.asked = true;
        if (file && window.refuses) throw new DOMException("no", window.refuses);
        window.shared.push(file ? [file.name, file.type, await file.text()] : [data.title, "", data.text]);
    };
"""
NO_CLIPBOARD = 'Object.defineProperty(navigator, "clipboard", { value: undefined });'


def test_a_word_pressed_again_is_not_chosen(write):
    writer = write()
    writer.write(writer.field("name", 1), "山田")
    writer.choose(1, "将来のやり取り", "業務分野が近い", "考え方が似ている", "まだわからない")
    word = writer.axis(1, "将来のやり取り").get_by_role("button", name="業務分野が近い")
    assert word.get_attribute("aria-pressed") == "true"
    writer.tap(word)
    assert word.get_attribute("aria-pressed") == "false"
    text = writer.text()
    assert "業務分野が近い" not in text
    assert "    印象:\n      - 考え方が似ている\n    未確認:\n      - 将来のやり取り\n" in text
    chosen = writer.axis(1, "将来のやり取り").locator("[data-part=chosen]")
    assert chosen.text_content() == "考え方が似ている、まだわからない"


def test_people_are_found_by_the_beginning_of_name_and_reading(write):
    writer = write()
    name, options = writer.field("name", 1), writer.suggestions(1)

    def found(typed):
        name.fill(typed)
        return [text.split("\n")[0].strip() for text in options.all_inner_texts()]

    assert found("佐") == found("さと") == found("サトウ") == found("ｻﾄ") == found("sato m") == ["佐藤 美咲"]
    assert sorted(found("たか")) == sorted(found("高橋")) == ["高橋 恵", "髙橋 恵"], "the usual kanji finds the other"
    assert found("みさき") == ["佐藤 美咲"], "a given name"
    assert found("鈴木") == ["鈴木 健一", "鈴木 健一"]
    assert found("藤") == found("　") == []
    assert options.count() == 0


def test_a_person_who_was_picked_is_shown_with_their_work_and_written_so_that_they_are_met(write):
    writer = write()
    writer.pick(1, "すず", "鈴木 健一", "測量士")
    assert writer.card(1).locator("[data-part=known]").inner_text() == "測量士"
    assert not writer.card(1).locator("[data-part=more]").is_visible()
    assert writer.page.evaluate("document.activeElement.closest('fieldset') !== null"), "the focus stays in the card"
    assert "  - 名前: 鈴木 健一\n    識別子: suzuki-b\n" in writer.text()
    writer.field("name", 1).press_sequentially("郎")
    assert "suzuki-b" not in writer.text(), "another name is another person"
    assert writer.card(1).locator("[data-part=more]").is_visible()


def test_a_suggestion_may_be_tapped_while_the_kanji_are_still_being_chosen(write):
    writer = write()
    writer.field("name", 1).focus()
    keyboard = writer.page.context.new_cdp_session(writer.page)
    keyboard.send("Input.imeSetComposition", {"text": "たか", "selectionStart": 2, "selectionEnd": 2})
    assert writer.suggestions(1).count() == 2
    writer.tap(writer.suggestions(1).filter(has_text="弁護士"))
    assert writer.field("name", 1).input_value() == "髙橋 恵"
    assert writer.card(1).locator("[data-part=known]").inner_text() == "弁護士"


def test_the_keyboard_alone_is_enough(write):
    writer = write()
    keys, active = writer.page.keyboard, writer.page.evaluate

    def tab_to(selector):
        for _ in range(60):
            if active(f"document.activeElement.matches({selector!r})"):
                return
            keys.press("Tab")
        pytest.fail(f"the keyboard never gets to {selector}")

    writer.field("title").focus()
    keys.type("朝会")
    tab_to("[data-field=name]")
    keys.type("さと")
    keys.press("ArrowDown")
    name = writer.field("name", 1)
    assert name.get_attribute("aria-expanded") == "true"
    meant = active("document.activeElement.getAttribute('aria-activedescendant')")
    assert writer.page.locator(f"#{meant}").text_content() == "佐藤 美咲 さとう みさき 税理士　佐藤税理士事務所"
    keys.press("Enter")
    assert name.input_value() == "佐藤 美咲"
    assert name.get_attribute("aria-expanded") == "false"
    assert active("document.activeElement.dataset.field") == "name", "the focus stays where it is"
    tab_to("[data-axis='無理のなさ'] > summary")
    keys.press("Enter")
    tab_to("[data-word='自然体でいられる']")
    keys.press("Space")
    assert active("document.activeElement.getAttribute('aria-pressed')") == "true"
    assert active("getComputedStyle(document.activeElement).outlineStyle") == "solid", "the focus is seen"
    tab_to("[data-do=add]")
    keys.press("Enter")
    assert active("document.activeElement === document.querySelectorAll('[data-field=name]')[1]")
    keys.type("たか")
    keys.press("ArrowUp")
    assert writer.suggestions(2).last.get_attribute("aria-selected") == "true"
    keys.press("Escape")
    assert writer.suggestions(2).count() == 0
    tab_to("[data-do=download]")
    with writer.page.expect_download():
        keys.press("Enter")
    assert "  - 名前: 佐藤 美咲\n    印象:\n      - 自然体でいられる\n  - 名前: たか\n" in writer.text()


def test_enter_that_ends_the_writing_of_kanji_picks_nobody(write):
    writer = write()
    name = writer.field("name", 1)
    name.fill("たか")
    name.press("ArrowDown")
    name.evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))")
    assert name.input_value() == "たか"


def test_what_is_pressed_and_named_is_said_to_those_who_cannot_see_it(write):
    writer = write()
    for button in writer.page.locator(".nj-capture-word").all()[:3]:
        assert button.get_attribute("aria-pressed") == "false"
    unnamed = """[...document.querySelectorAll('.nj-capture :is(input, select, textarea, ul[role], div[role=group])')]
        .filter(one => !one.closest('label') && !one.getAttribute('aria-label')).map(one => one.outerHTML)"""
    assert writer.page.evaluate(unnamed) == []
    writer.pick(1, "佐", "佐藤 美咲")
    assert writer.part("status").text_content() == "佐藤 美咲さんを選びました。"
    writer.next()
    assert writer.part("status").text_content() == "2人目です。"


def test_what_is_tapped_is_large_enough_for_a_thumb(write):
    writer = write()
    writer.page.evaluate("document.querySelectorAll('.nj-capture details').forEach(box => (box.open = true))")
    small = """[...document.querySelectorAll('.nj-capture :is(button, summary, input, select, textarea)')]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.outerHTML)"""
    assert writer.page.evaluate(small) == []
    assert writer.page.evaluate("document.documentElement.scrollWidth") == 375
    writer.field("name", 1).fill("鈴")
    assert all(option.bounding_box()["height"] >= 44 for option in writer.suggestions(1).all())


def test_no_verdict_is_shown_while_one_writes(write):
    writer = write()
    writer.pick(1, "さと", "佐藤 美咲")
    writer.choose(1, "将来のやり取り", "業務分野が近い", "考え方が似ている")
    shown = writer.page.inner_text("article")
    assert not [word for word in ("連絡する", "見送", "連絡しない", "いまの材料では") if word in shown]


def test_a_person_with_something_written_is_removed_only_after_a_question(write):
    writer = write()
    writer.write(writer.field("name", 1), "一")
    writer.next()
    writer.next()
    remove = [writer.card(n).locator("[data-do=remove]") for n in (1, 2, 3)]
    writer.tap(remove[2])
    assert writer.page.locator(".nj-capture-person").count() == 2, "nothing was written there"
    writer.tap(remove[0])
    writer.answer("no")
    assert writer.field("name", 1).input_value() == "一"
    writer.tap(remove[0])
    writer.answer("yes")
    assert writer.page.locator(".nj-capture-person").count() == 1
    assert writer.card(1).locator("legend").inner_text() == "1人目"
    assert writer.field("name", 1).input_value() == ""


# ---------------------------------------------------------------------------------------------------------------------
# What is missing
# ---------------------------------------------------------------------------------------------------------------------

COPY = "[data-do=copy]"


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        ({"date": ""}, "日付を入れてください。"),
        ({"name": "", "note": "何か"}, "1人目の名前がまだです。姓だけでも、覚えている呼び名でもかまいません。"),
        ({"name": "不明"}, "1人目の「不明」は、名前として読めません。姓だけでも、覚えている呼び名でもかまいません。"),
        ({"name": "？"}, "1人目の「？」は、名前として読めません。姓だけでも、覚えている呼び名でもかまいません。"),
        (
            {"name": "鈴木健一"},
            "「鈴木健一」という名前の方は、ほかにもいます。名前の下の候補から選ぶか、「もっと書く」で読みを添えてください。",
        ),
        ({"name": "山田", "reading": "yamada"}, "1人目の読みは、ひらがなかカタカナで書いてください。"),
        ({"name": "山田", "promise": "", "by": "2026-12-01"}, "1人目の約束の内容を書いてください。"),
    ],
)
def test_a_file_waits_for_what_it_needs(write, fill, said):
    writer = write()
    fill_in(writer, {"name": "山田", **fill})
    for _ in range(2):  # pressing again does not help
        writer.tap(writer.page.locator(COPY))
        assert writer.problems() == [said]
    writer.tap(writer.part("problems").locator("button"))
    assert writer.page.evaluate("document.activeElement.dataset.field") in fill, "it leads to the place"


def fill_in(writer, values):
    writer.page.evaluate("document.querySelectorAll('.nj-capture details').forEach(box => (box.open = true))")
    for name, value in values.items():
        writer.field(name).fill(value)
    writer.page.evaluate("document.querySelectorAll('.nj-capture details').forEach(box => (box.open = false))")


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        ({"date": "2026-11-24"}, "日付が、これから先の日になっています。その日が来るまで、印象は判断に数えません。"),
        ({"date": "2006-11-22"}, "日付が、二十年より前の日になっています。"),
        ({"name": ""}, "会った人がまだいません。だれとも話さなかった会として書きます。"),
    ],
)
def test_what_may_be_meant_is_asked_once(write, fill, said):
    writer = write()
    fill_in(writer, {"name": "山田", **fill})
    writer.tap(writer.page.locator(COPY))
    assert writer.problems() == [said]
    assert writer.part("problems").locator("p").last.inner_text() == "このままでよければ、もう一度押してください。"
    writer.tap(writer.page.locator(COPY))
    assert writer.problems() == []
    assert writer.outcome() != ""
    writer.write(writer.field("place"), "神田")
    writer.tap(writer.page.locator(COPY))
    assert writer.problems() == [said], "the text is another one now"


def test_the_same_name_twice_is_asked_and_people_told_apart_are_two(write):
    writer = write()
    writer.write(writer.field("name", 1), "山田 花")
    writer.next()
    writer.write(writer.field("name", 2), "山田花")
    writer.tap(writer.page.locator(COPY))
    assert [text[:14] for text in writer.problems()] == ["「山田花」さんが二度書かれて"]
    fill_in(writer, {"title": "会"})
    writer.field("name", 1).fill("鈴木")
    writer.tap(writer.suggestions(1).filter(has_text="測量士"))
    writer.field("name", 2).fill("鈴木")
    writer.tap(writer.suggestions(2).filter(has_text="税理士"))
    writer.tap(writer.page.locator(COPY))
    assert writer.problems() == []


def test_own_words_need_a_mark(write):
    writer = write()
    writer.write(writer.field("name", 1), "山田")
    writer.say(1, "無理のなさ", "", "沈黙が気にならなかった")
    writer.tap(writer.page.locator(COPY))
    assert writer.problems() == ["1人目の「無理のなさ」に添えたことばの、印を選んでください。"]
    writer.tap(writer.part("problems").locator("button"))
    writer.page.keyboard.press("ArrowDown")
    writer.tap(writer.page.locator(COPY))
    assert writer.problems() == []
    assert "      - 無理のなさ: ○ 沈黙が気にならなかった\n" in writer.text()


def test_an_impossible_date_is_told_from_a_missing_one(write):
    writer = write()
    fill_in(writer, {"name": "山田"})
    day = writer.field("date")
    day.fill("2026-02-01")
    day.focus()
    # whichever order the browser writes dates in, a 31 February comes of one of them
    for parts in (("02", "31", "2026"), ("2026", "02", "31")):
        if not day.evaluate("field => field.validity.badInput"):
            day.fill("2026-02-01")
            day.focus()
            writer.page.keyboard.type("".join(parts))
    assert day.evaluate("field => field.validity.badInput")
    writer.tap(writer.page.locator(COPY))
    assert writer.problems() == ["その日付は、暦にないようです。"]


# ---------------------------------------------------------------------------------------------------------------------
# The ways out
# ---------------------------------------------------------------------------------------------------------------------


def test_sharing_is_offered_where_the_device_can(write):
    assert not write().page.locator("[data-do=share]").is_visible()
    writer = write(before=SHARING)
    fill_in(writer, {"title": "Tokyo Evening, 2nd", "name": "山田"})
    writer.tap(writer.page.locator("[data-do=share]"))
    until(writer.page, "shared.length")  # the device reads the file in its own time
    ((name, kind, text),) = writer.page.evaluate("shared")
    assert (name, kind) == ("2026-11-23-tokyo-evening-2nd.md", "text/markdown")
    assert text == writer.text()
    assert writer.outcome() == "共有しました。日誌に置けたら「書き終えた」を押してください。"


def test_a_device_that_takes_no_such_file_is_given_the_text_at_the_next_press(write):
    writer = write(before=SHARING)
    fill_in(writer, {"name": "山田"})
    writer.page.evaluate("refuses = 'NotAllowedError'")
    writer.tap(writer.page.locator("[data-do=share]"))
    assert writer.page.evaluate("shared") == []
    assert "文章として共有します" in writer.outcome()
    writer.tap(writer.page.locator("[data-do=share]"))
    until(writer.page, "shared.length")
    assert writer.page.evaluate("shared") == [["2026-11-23-kai.md", "", writer.text()]]


def test_thinking_better_of_sharing_is_nothing_to_speak_of(write):
    writer = write(before=SHARING)
    fill_in(writer, {"name": "山田"})
    writer.page.evaluate("refuses = 'AbortError'")
    writer.tap(writer.page.locator("[data-do=share]"))
    until(writer.page, "window.asked")
    redrawn(writer.page)
    assert writer.part("outcome").inner_text() == ""


def test_copying_uses_the_clipboard(write):
    writer = write("served")
    writer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill_in(writer, {"name": "山田"})
    writer.tap(writer.page.locator(COPY))
    writer.outcome()
    assert writer.page.evaluate("navigator.clipboard.readText()") == writer.text()


def test_without_a_clipboard_the_text_is_selected(write):
    writer = write(before=NO_CLIPBOARD)
    fill_in(writer, {"name": "山田"})
    writer.tap(writer.page.locator(COPY))
    assert "端末の「コピー」" in writer.outcome()
    selected = "field => field === document.activeElement && [field.selectionStart, field.selectionEnd]"
    assert writer.part("text").evaluate(selected) == [0, len(writer.text())]
