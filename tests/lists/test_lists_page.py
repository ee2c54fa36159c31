"""Lists in a browser: filters, orders, the address and the way back, the keyboard, the phone, and no script at all."""

from __future__ import annotations

import pytest
from waiting import until

PEOPLE = "people/index.html"
INSTANT = {"features": "navigation.instant", "url": "http://127.0.0.1:1/"}


TICKED = [("ja", "税理士", "6人を表示"), ("en", "Certified Public Tax Accountant", "6 people are")]


@pytest.mark.parametrize("how", ["folder", "served"])
@pytest.mark.parametrize(("language", "label", "said"), TICKED)
def test_ticking_shows_whom_it_is_true_of_and_says_how_many(read, how, language, label, said):
    people = read(PEOPLE, how, site={"language": language})
    everyone = people.names()
    people.tick("profession", label)
    assert people.names() == ["井上 涼介", "久保 正樹", "近藤 聡", "佐藤 美咲", "鈴木 健一", "三浦 彩"]
    assert said in people.said()
    assert label in people.applied()
    assert people.query() == "?profession=zeirishi"
    people.form.locator("[data-part=reset]").click()
    assert people.names() == everyone
    assert people.query() == ""
    assert people.applied() == ""


def test_values_of_one_filter_widen_and_further_filters_narrow(read):
    people = read(PEOPLE)
    people.tick("profession", "税理士", "弁護士")
    both = people.names()
    assert {"佐藤 美咲", "岡田 俊介"} <= set(both)
    people.tick("year", "2024年")
    assert 0 < len(people.names()) < len(both)
    assert people.query() == "?profession=bengoshi&profession=zeirishi&year=2024"


def test_whom_i_met_somewhere_in_a_year_was_met_there_in_that_year(read):
    """佐藤さん was met in Tokyo in 2025 and elsewhere in 2026."""
    people = read(f"{PEOPLE}?place=東京・神田&year=2026")
    assert "佐藤 美咲" not in people.names()
    assert "佐藤 美咲" in read(f"{PEOPLE}?place=東京・神田").names()
    assert "佐藤 美咲" in read(f"{PEOPLE}?year=2026").names()


@pytest.mark.parametrize("typed", ["さとう み", "サトウ", "ｻﾄｳ", "sato m", "SATO MI", "佐藤", "佐藤　美咲"])
def test_a_name_is_found_however_it_is_typed(read, typed):
    people = read(PEOPLE)
    people.type(typed)
    assert people.names() == ["佐藤 美咲"]


def test_the_usual_kanji_finds_the_other_and_a_profession_its_short_name(read):
    people = read(PEOPLE)
    people.type("高橋")
    assert people.names() == ["髙橋 恵", "高橋 恵"] or people.names() == ["高橋 恵", "髙橋 恵"]
    people.type("社労士")
    assert "千葉 睦" not in people.names()
    assert "林 千尋" in people.names()


def test_the_orders_of_people(read):
    people = read(PEOPLE)
    first = people.names()
    people.sort("last")
    newest = people.names()
    assert people.headings() == [], "no rows where the order is another"
    days = people.page.locator("[data-part=entries] > li").evaluate_all(
        "all => all.map(one => one.querySelector('.nj-last time')?.dateTime ?? '')"
    )
    assert [day for day in days if day] == sorted((day for day in days if day), reverse=True)
    people.sort("oldest")
    assert sorted(people.names()) == sorted(newest)
    assert people.query() == "?sort=oldest"
    people.sort("profession")
    work = people.page.locator("[data-part=entries] > li .nj-work").all_inner_texts()
    assert work[0].startswith("弁護士")
    people.sort("gojuon")
    assert people.names() == first
    assert people.query() == ""


@pytest.mark.parametrize("page", ["contact.html", "defer.html", "not-this-time.html"])
def test_the_groups_of_a_verdict_stay_in_any_order(read, page):
    listing = read(page)
    headings, names = listing.headings(), listing.names()
    listing.sort("gojuon")
    assert listing.headings() == headings
    assert sorted(listing.names()) == sorted(names)
    assert listing.form.locator("[data-filter=verdict]").count() == 0
    listing.type("見つからない名前")
    listing.page.get_by_text("この条件に合う人はいません。").wait_for()
    assert listing.headings() == []


def test_cards_stay_cards(read):
    """The theme lays out what stands right below its grid."""
    contact = read("contact.html?sort=gojuon")
    cards = contact.page.locator(".grid.nj-cards > ul > li")
    assert cards.count() == len(contact.names())
    left, right = cards.nth(0).bounding_box(), cards.nth(1).bounding_box()
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]


def test_events_by_year_kind_place_and_tag_and_from_the_oldest(read):
    events = read("events/index.html")
    newest = events.names()
    events.tick("kind", "勉強会")
    assert set(events.names()) < set(newest)
    assert "件を表示しています。" in events.said()
    events.sort("oldest")
    assert events.query() == "?sort=oldest&kind=study"
    days = events.page.locator("[data-part=entries] > li time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days)


# ---------------------------------------------------------------------------------------------------------------------
# The address
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["folder", "served"])
def test_an_address_comes_back_as_it_was_left_and_so_does_the_way(read, how):
    people = read(f"{PEOPLE}?sort=last&profession=zeirishi&year=2026&h=mark", how)
    shown = people.names()
    assert shown[0] == "佐藤 美咲"
    assert people.form.locator("[name=sort]").input_value() == "last"
    people.tick("profession", "弁護士")
    assert people.query() == "?h=mark&sort=last&profession=bengoshi&profession=zeirishi&year=2026"
    people.page.reload()
    assert len(people.names()) > len(shown)
    people.page.go_back()
    assert people.names() == shown
    people.page.go_forward()
    assert len(people.names()) > len(shown)


def test_what_an_address_asks_for_and_nobody_knows_is_left_alone(read):
    everyone = read(PEOPLE).names()
    people = read(f"{PEOPLE}?profession=alchemist&sort=worth&place=<b>&verdict=&x=1")
    assert people.names() == everyone
    people = read(f"{PEOPLE}?profession=alchemist&profession=zeirishi")
    assert len(people.names()) == 6


@pytest.mark.parametrize("how", ["folder", "served"])
def test_a_link_of_a_person_or_event_leads_to_the_list_of_all_like_it(read, how):
    person = read("people/sato-misaki.html", how)
    person.page.locator(".nj-work a").first.click()
    person.page.wait_for_url("**/people/index.html?profession=zeirishi")
    assert len(person.names()) == 6
    event = read("events/index.html", how)
    event.page.locator(".nj-days strong > a").last.click()
    event.page.locator(".nj-facts-of a").last.click()
    event.page.wait_for_url("**/events/index.html?tag=*")
    assert "絞り込み — タグ" in event.applied()


#: The theme changes pages itself once it knows which there are.
HAS_SITEMAP = (
    "performance.getEntriesByType('resource').some((one) => one.name.endsWith('/sitemap.xml') && one.responseEnd)"
)


def test_with_the_themes_own_changing_of_pages(read):
    people = read("people/sato-misaki.html", "served", site=INSTANT)
    people.page.evaluate("window.same = true")
    until(people.page, HAS_SITEMAP)
    people.page.locator(".nj-work a").first.click()
    people.page.wait_for_url("**/people/index.html?profession=zeirishi")
    people.form.wait_for()
    assert people.page.evaluate("window.same"), "the page was not loaded anew"
    assert len(people.names()) == 6
    people.tick("year", "2026年")
    few = people.names()
    assert len(few) < 6
    people.page.go_back()
    until(people.page, "document.querySelectorAll('[data-part=entries] > li').length === 6")
    people.page.locator("[data-part=entries] a.nj-name").first.click()
    people.page.wait_for_url("**/people/inoue-ryosuke.html")
    people.page.go_back()
    people.form.wait_for()
    until(people.page, "document.querySelectorAll('[data-part=entries] > li').length === 6")
    assert people.page.evaluate("window.same")


# ---------------------------------------------------------------------------------------------------------------------
# Hands and ears
# ---------------------------------------------------------------------------------------------------------------------


def test_the_keyboard_alone_is_enough_and_never_lost(read):
    people = read(PEOPLE)
    keys, active = people.page.keyboard, people.page.evaluate
    people.form.locator("[name=words]").focus()
    keys.type("さとう")
    assert people.names() == ["佐藤 美咲"]
    keys.press("Escape")
    assert len(people.names()) > 6
    assert active("document.activeElement.name") == "words"
    keys.press("Tab")
    assert active("document.activeElement.name") == "sort"
    keys.press("Tab")
    assert active("document.activeElement.matches('[data-filter=verdict] summary')")
    keys.press("Tab")
    keys.press("Enter")  # 士業
    keys.press("Tab")
    keys.press("Space")
    assert active("document.activeElement.checked")
    assert active("getComputedStyle(document.activeElement).outlineStyle") != "none", "the focus is seen"
    assert people.query() == "?profession=bengoshi"
    keys.press("Escape")
    assert active("document.activeElement.matches('[data-filter=profession] summary')")
    assert not people.form.locator("[data-filter=profession] details").evaluate("one => one.open")
    for _ in range(20):
        keys.press("Tab")
        if active("document.activeElement.dataset.part === 'reset'"):
            break
    keys.press("Enter")
    assert active("document.activeElement.dataset.part === 'reset'"), "the focus stays"
    assert people.query() == ""


def test_the_focus_of_an_entry_that_vanishes_goes_to_what_is_said(read):
    people = read(f"{PEOPLE}?words=さとう")
    people.form.locator("[data-part=reset]").click()
    people.page.locator(".nj-name", has_text="青木 礼子").focus()
    people.page.go_back()
    assert people.names() == ["佐藤 美咲"]
    assert people.page.evaluate("document.activeElement.dataset.part") == "count"
    people.page.locator(".nj-name", has_text="佐藤 美咲").focus()
    people.page.go_forward()
    assert people.page.evaluate("document.activeElement.textContent") == "佐藤 美咲", "who stays keeps it"


def test_what_a_screen_reader_hears(read):
    people = read(PEOPLE)
    assert people.page.get_by_role("searchbox", name="名前・読み・士業・事務所").is_visible()
    assert people.page.get_by_role("combobox", name="並べ順").is_visible()
    people.summary("profession").click()
    group = people.page.get_by_role("group", name="士業", exact=True).first
    assert group.get_by_role("checkbox", name="税理士", exact=True).is_visible()
    status = people.page.get_by_role("status").and_(people.form.locator("[data-part=count]"))
    assert status.get_attribute("aria-live") == "polite"
    people.type("さとう")
    until(people.page, "document.querySelector('[data-part=count]').textContent === '1人を表示しています。'")


def test_kana_may_still_be_written(read):
    people = read(PEOPLE)
    people.form.locator("[name=words]").focus()
    keyboard = people.page.context.new_cdp_session(people.page)
    keyboard.send("Input.imeSetComposition", {"text": "さｔ", "selectionStart": 2, "selectionEnd": 2})
    assert "佐藤 美咲" in people.names()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", [PEOPLE, "defer.html", "events/index.html"])
def test_on_a_phone_the_bar_is_folded_and_made_for_a_thumb(read, page, scheme):
    listing = read(f"{page}?year=2026", width=375, has_touch=True, color_scheme=scheme)
    fold = listing.form.locator("[data-part=fold]")
    assert not fold.evaluate("one => one.open")
    assert "2026年" in listing.applied(), "what is filtered is said with the bar folded, too"
    listing.opened("year")
    targets = listing.form.locator("summary, button, select, [type=search], .nj-filter__values > label")
    boxes = [box for box in (target.bounding_box() for target in targets.all()) if box and box["height"]]
    assert min(box["height"] for box in boxes) >= 44
    assert listing.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("page", [PEOPLE, "contact.html", "events/index.html"])
def test_without_a_script_the_page_is_complete(read, page):
    with_script = read(page).names()
    plain = read(f"{page}?year=2026&words=x", java_script_enabled=False)
    assert plain.page.locator("[data-part=filter]").is_hidden()
    shown = plain.page.locator(".nj [data-part=entries] > li :is(.nj-name, strong > a)").all_text_contents()
    assert shown == with_script


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_under_another_theme(read, theme):
    people = read(f"{PEOPLE}?profession=zeirishi&sort=last", "served", site={"theme": theme})
    assert len(people.names()) == 6
    people.tick("year", "2026年")
    assert len(people.names()) < 6
