"""What has changed since I last looked: compared in the browser, under the site's own address, and never an alarm."""

from __future__ import annotations

import pytest

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"
SPRING = "---\ntitle: 春の会\ndate: 2026-03-10\ncontacts:\n{contacts}---\n"
SUMMER = "---\ntitle: 夏の会\ndate: 2026-07-10\ncontacts:\n{contacts}---\n"
NAMES = ("佐藤 美咲", "田中 健", "林 誠")
FIRST, NEXT = "2026-11-23T08:00:00+09:00", "2026-11-24T08:00:00+09:00"
SAME = "前回見たときから、変わった判断はありません。"


def journal(*changed, names=NAMES):
    """Everybody was met twice and deferred; the entry of July is mended for those who `changed`."""
    spring = "".join(f"  - {{person: {name}, impressions: [話をよく聞く]}}\n" for name in names)
    summer = "".join(
        f"  - {{person: {name}, impressions: [{GOOD if name in changed else '話をよく聞く'}]}}\n" for name in names
    )
    return {"spring.md": SPRING.format(contacts=spring), "summer.md": SUMMER.format(contacts=summer)}


class Reader:
    """Somebody who opens home now and then."""

    def __init__(self, seen, url):
        self.seen, self.page, self.url = seen, seen.page, url

    def look(self, when, path="index.html"):
        self.page.clock.set_fixed_time(when)
        # until nothing more is loaded: the site is built anew under the page, and what is asked for late would be gone
        self.page.goto(self.url + path, wait_until="networkidle")
        return self

    def part(self, name):
        return self.page.locator(f".nj-home [data-part={name}]")

    def new(self):
        """Whom home names as changed."""
        return self.part("new").locator("strong a").all_inner_texts() if self.part("since").is_visible() else []


@pytest.fixture
def reader(browse):
    readers = []

    def of(site, **options):
        before = options.pop("before", "")
        seen = browse(timezone_id="Asia/Tokyo", locale="ja-JP", **options)
        if before:
            seen.page.add_init_script(before)
        url = site if isinstance(site, str) else site.as_uri() + "/"
        readers.append(Reader(seen, url))
        return readers[-1]

    yield of
    for one in readers:
        assert one.seen.dialogs == []
        assert [error for error in one.seen.errors if "404" not in error] == []
        assert one.seen.strangers(one.url) == []


def test_at_first_there_is_nothing_to_compare_with(built, reader):
    home = reader(built(journal())).look(FIRST)
    assert not home.part("since").is_visible()
    assert not home.part("same").is_visible()
    assert home.part("none").is_visible()


def test_a_mended_entry_of_long_ago_is_named_the_next_morning(built, reader):
    home = reader(built(journal())).look(FIRST)
    built(journal("田中 健"))
    home.look(NEXT)
    assert home.new() == ["田中 健"]
    said = home.part("new").inner_text()
    assert "次の機会まで見送る（もう少し相手を知ってから） → 連絡する（無理なくやり取りできそう）" in said
    assert "夏の会" in said
    home.part("new").locator("strong a").click()
    assert home.page.inner_text("h1").startswith("田中 健")


def test_another_reason_for_the_same_verdict_is_told_as_it_is(built, reader):
    home = reader(built(journal())).look(FIRST)
    files = journal()
    mended = files["summer.md"].replace("健, impressions: [", "健, impressions: [小さな違和感, ")
    built({**files, "summer.md": mended})
    home.look(NEXT)
    assert home.new() == ["田中 健"]
    before, after = home.part("new").locator(".nj-turn").inner_text().split(" → ")
    assert before == "次の機会まで見送る（もう少し相手を知ってから）"
    assert after.startswith("次の機会まで見送る（")
    assert after != before


def test_nothing_new_is_said_to_be_so(built, reader):
    home = reader(built(journal("林 誠"))).look(FIRST).look(NEXT)
    assert home.part("same").inner_text() == SAME
    assert home.new() == []


def test_it_stays_for_the_day_and_is_old_on_the_next(built, reader):
    home = reader(built(journal())).look(FIRST)
    built(journal("田中 健"))
    home.look(NEXT)
    home.page.reload()
    assert home.new() == ["田中 健"]
    assert home.look("2026-11-25T08:00:00+09:00").new() == []
    assert home.part("same").is_visible()


def test_a_change_back_to_no_earlier_one_is_told_by_a_sentence(built, reader):
    home = reader(built(journal("田中 健"))).look(FIRST)
    built(journal())  # he never changed: no row of the page can be about it
    home.look(NEXT)
    assert home.new() == []
    assert home.part("more").inner_text() == "このほかにも、判断の変わった方がいます。 人の一覧へ"


def test_somebody_new_is_no_change(built, reader):
    home = reader(built(journal())).look(FIRST)
    built(journal(names=(*NAMES, "森 健")))
    home.look(NEXT)
    assert home.part("same").is_visible()


def test_no_more_names_than_can_be_read(built, reader):
    names = [f"佐藤 {number}" for number in range(30)]
    home = reader(built(journal(names=names))).look(FIRST)
    built(journal(*names, names=names))
    home.look(NEXT)
    assert len(home.new()) == 12
    assert home.part("more").is_visible()


#: The theme complains itself where nothing may be kept, so only what is ours is refused.
REFUSED = """
    for (const way of [%s]) {
        const usual = Storage.prototype[way];
        Storage.prototype[way] = function (key, ...rest) {
            if (key.startsWith("netjudge-home:")) throw new DOMException("refused", "SecurityError");
            return usual.call(this, key, ...rest);
        };
    }
"""
FORBIDDEN, FULL = REFUSED % "'getItem', 'setItem'", REFUSED % "'setItem'"
SPOILT = """
    const site = location.pathname.replace("index.html", "");
    localStorage.setItem(`netjudge-home:${site}`, '{"version": 1, "la');
"""


@pytest.mark.parametrize("storage", [FORBIDDEN, FULL, SPOILT], ids=["forbidden", "full", "spoilt"])
def test_without_storage_the_page_stays_as_it_was_built(built, reader, storage):
    home = reader(built(journal("田中 健")), before=storage).look(FIRST).look(NEXT)
    assert not home.part("since").is_visible()
    assert not home.part("same").is_visible()
    assert home.part("none").is_visible()


def test_without_scripts_too(built, browse):
    seen = browse(java_script_enabled=False)
    seen.page.goto(built(journal("田中 健")).as_uri() + "/index.html")
    assert not seen.page.locator("[data-part=since]").is_visible()
    assert seen.page.locator("[data-part=none]").is_visible()


def test_two_sites_in_folders_keep_apart_and_no_name_is_kept(built, reader):
    site = built(journal())
    home = reader(site).look(FIRST)
    kept = home.page.evaluate("JSON.stringify(localStorage)")
    assert f"netjudge-home:{site.as_uri().removeprefix('file://')}/" in kept
    assert [word for word in (*NAMES, "contact", "defer", "連絡") if word in kept] == []


def test_with_pages_that_the_theme_changes_itself(built, reader, serve_folder):
    site = built(journal())
    url = serve_folder(site)
    instant = {"features": "navigation.instant", "url": url}
    built(journal(), **instant)
    home = reader(url).look(FIRST)
    built(journal("田中 健"), **instant)
    home.look(NEXT, "week.html")
    home.page.evaluate("window.stayed = true")
    home.page.locator(".md-nav--primary a:has-text('ホーム')").first.click()
    home.part("since").wait_for()
    assert home.new() == ["田中 健"]
    home.page.go_back()
    home.page.locator("h1:has-text('今週')").wait_for()
    home.page.go_forward()
    home.part("since").wait_for()
    assert home.new() == ["田中 健"]
    assert home.page.evaluate("window.stayed")
