"""What a list can be filtered by: values that occur, each once in the page, and entries that name them by number."""

from __future__ import annotations

import html
import json
from html.parser import HTMLParser

import pytest

from netjudge_plugin.views.filters import plain, unseen

JOURNAL = {
    "a.md": """\
        ---
        title: 春の会
        date: 2025-04-01
        place: 大阪
        tags: [定例]
        contacts:
          - {person: 佐藤 美咲, reading: さとう みさき, profession: 税理士}
          - {person: 髙橋 恵, reading: たかはし めぐみ, profession: [弁護士, 税理士]}
        ---
        """,
    "b.md": """\
        ---
        title: 秋の会
        date: 2026-10-01
        place: 東京
        tags: [定例, 相続]
        contacts:
          - {person: 佐藤 美咲, reading: さとう みさき}
          - {person: 魔法使い 一, profession: 魔法士}
        ---
        """,
    "c.md": "---\ntitle: 新年会\ndate: 2027-01-10\nplace: 京都\ncontacts: [{person: 佐藤 美咲}]\n---\n",
}


class Listed(HTMLParser):
    """The boxes of a page by filter, the attributes of its entries, and those of meetings."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.boxes, self.entries, self.meetings, self.labels = {}, {}, [], {}
        self._of, self._label = {}, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        own = {name.removeprefix("data-"): value for name, value in attrs if name.startswith("data-")}
        given = dict(attrs)
        if tag == "input" and given["type"] == "checkbox":
            self._label = (given["name"], given["value"])
            self.boxes.setdefault(given["name"], []).append(given["value"])
        elif tag == "li":
            self._of = own
        elif tag == "i":
            self.meetings.append(own)
        elif tag == "a" and given.get("class") == "nj-name":
            self._label = "name"

    def handle_data(self, data):
        if self._label == "name":
            self.entries[data] = self._of
        elif self._label and data.strip():
            self.labels[self._label] = data
        if data.strip():
            self._label = None

    def values(self, name, numbers):
        """Values by their numbers, as the script takes them."""
        return [self.boxes[name][int(number)] for number in numbers.split()]


def test_a_filter_offers_the_values_that_occur_each_once_and_in_a_plain_order(show):
    found = Listed(show(JOURNAL)["people/index"].html)
    assert found.boxes == {
        "verdict": ["defer"],
        "profession": ["bengoshi", "zeirishi", "魔法士"],
        "row": ["sa", "ta", "unread"],
        "year": ["2026", "2025"],
        "place": ["大阪", "東京"],
        "tag": ["定例", "相続"],
    }
    assert found.labels["profession", "zeirishi"] == "税理士"
    assert found.labels["row", "sa"] == "さ行"


def test_the_ids_of_an_address_are_the_same_in_both_languages(show):
    ja, en = (Listed(show(JOURNAL, language=language)["people/index"].html) for language in ("ja", "en"))
    assert {name: sorted(values) for name, values in ja.boxes.items()} == {
        name: sorted(values) for name, values in en.boxes.items()
    }
    assert en.labels["profession", "zeirishi"] == "Certified Public Tax Accountant"
    assert ja.entries.keys() == en.entries.keys()


def test_an_entry_says_what_the_journal_says_of_the_person(show):
    found = Listed(show(JOURNAL)["people/index"].html)
    takahashi, sato = found.entries["髙橋 恵"], found.entries["佐藤 美咲"]
    assert found.values("profession", takahashi["profession"]) == ["bengoshi", "zeirishi"]
    assert found.values("row", takahashi["row"]) == ["ta"]
    assert [found.meetings[int(number)]["date"] for number in sato["met"].split()] == ["2025-04-01", "2026-10-01"]
    osaka, tokyo = (found.meetings[int(number)] for number in sato["met"].split())
    assert (found.values("place", osaka["place"]), found.values("tag", osaka["tag"])) == (["大阪"], ["定例"])
    assert (found.values("place", tokyo["place"]), found.values("tag", tokyo["tag"])) == (["東京"], ["定例", "相続"])
    assert "京都" not in found.boxes["place"], "a meeting that is still to come is none"


def test_a_list_of_one_verdict_needs_no_filter_by_verdict_and_knows_the_order_of_the_readings(show):
    page = show(JOURNAL)["defer"].html
    found = Listed(page)
    assert "verdict" not in found.boxes
    order = sorted(found.entries, key=lambda name: int(found.entries[name]["gojuon"]))
    assert order == ["佐藤 美咲", "髙橋 恵", "魔法使い 一"]
    assert 'data-groups="stay"' in page


def test_events_are_filtered_by_their_own_year_kind_place_and_tag(show):
    found = Listed(show(JOURNAL)["events/index"].html)
    assert found.boxes == {
        "year": ["2027", "2026", "2025"],
        "kind": ["event"],
        "place": ["京都", "大阪", "東京"],
        "tag": ["定例", "相続"],
    }


def test_one_place_written_in_two_ways_is_one_value(show):
    found = Listed(
        show(
            {
                "a.md": "---\ndate: 2026-04-01\nplace: Ｔokyo\ncontacts: [{person: 佐藤 一}]\n---\n",
                "b.md": "---\ndate: 2026-05-01\nplace: 'TOKYO '\ncontacts: [{person: 佐藤 一}]\n---\n",
            }
        )["events/index"].html
    )
    assert found.boxes["place"] == ["tokyo"]


@pytest.mark.parametrize("page", ["people/index", "contact", "defer", "not-this-time", "events/index"])
def test_an_empty_journal_has_nothing_to_filter(show, page):
    assert "<script" not in show({})[page].html


HOSTILE = ["a,b c", '"><script>alert(1)</script>', "' onclick='x", "🎍{{ 7*7 }}", "長" * 2000, "a&amp;b=c?d#e%20+"]


@pytest.mark.parametrize("evil", HOSTILE)
def test_any_value_is_a_box_and_comes_back_from_the_address(show, evil):
    told = json.dumps(evil, ensure_ascii=False)
    entry = f"---\ndate: 2026-10-01\nplace: {told}\ntags:\n  - {told}\n  - 定例\ncontacts: [{{person: 佐藤 一}}]\n---\n"
    page = show({"a.md": entry})["people/index"].html
    found = Listed(page)
    for name in ("place", "tag"):
        assert evil.casefold() in found.boxes[name]
        assert found.labels[name, evil.casefold()] == evil
    assert found.values("place", found.meetings[0]["place"]) == [evil.casefold()]
    assert "<script>alert" not in page


def test_people_and_events_lead_to_the_lists_of_all_like_them(show):
    pages = show(JOURNAL)
    person = html.unescape(pages["people/takahashi-megumi"].html)
    assert (
        '<a href="../../people/?profession=bengoshi">弁護士</a>・<a href="../../people/?profession=zeirishi">' in person
    )
    event = html.unescape(pages["events/b"].html)
    assert '<a href="../../events/?place=%E6%9D%B1%E4%BA%AC">東京</a>' in event
    assert '<a href="../../events/?tag=%E7%9B%B8%E7%B6%9A">相続</a>' in event
    assert '<a href="../../events/?kind=event">交流会</a>' in event


def test_only_spellings_that_nobody_could_find_on_the_page_are_sent_along():
    assert plain("サトウ　ﾐｻｷ ABC") == "さとうみさきabc"
    given = ("高橋恵", "たかはしめぐみ", "タカハシ メグミ", "takahashi megumi", "弁護士法人")
    assert unseen(given, "髙橋 恵", "たかはし めぐみ", "弁護士法人 甲") == "高橋恵 takahashimegumi"
