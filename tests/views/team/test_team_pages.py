"""The pages for a team: who is known, whom to ask, and not a word more."""

from __future__ import annotations

import datetime
import posixpath
import re
from xml.etree import ElementTree as ET

import pytest
from shared import DAY, knows, someone

from netjudge_plugin.audience.roster import roster
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.team import TeamEvent
from netjudge_plugin.views import team

NAKAMURA = someone(
    "中村 浩司",
    "司法書士",
    reading="なかむら こうじ",
    firm="中村事務所",
    since=datetime.date(2025, 1, 24),
    last_met=DAY,
    note="引き継ぎは一枚のメモで。",
)
SUZUKI = someone("鈴木 健一", "土地家屋調査士", "測量士", reading="すずき けんいち")
NAMELESS = someone("李", "相続の相談役")
ALSO = someone("中村　浩司", "司法書士", reading="ナカムラ ヒロシ", firm="みなと事務所")
EVENTS = (TeamEvent(DAY, "研究会", "横浜", "study", (NAKAMURA.id,)), TeamEvent(DAY, "", "", "call"))
OFFICE = (knows("大野 真", NAKAMURA, SUZUKI, NAMELESS, events=EVENTS), knows("林", ALSO))
#: Words of the private site that have no business here.
PRIVATE_WORDS = "連絡する人 見送 印象に 心地よさ 違和感 約束 スコア 件 verdict defer impression promise".split()


def shown(*shares, language="ja"):
    return {page.uri: page for page in team.pages(roster(shares), catalogue(language))}


def parsed(html: str) -> ET.Element:
    """The page as a tree; what a browser would have to mend is an error."""
    return ET.fromstring(f"<div>{html.replace('<p hidden>', '<p>').replace('<br>', '<br/>')}</div>")


def text(html: str) -> str:
    shown = re.sub(r"<p hidden>.*?</p>", "", re.sub(r"</?(?:a|span)\b[^>]*>", "", html))
    return " ".join(re.sub(r"<[^>]*>", " ", shown).split())


@pytest.fixture(params=["ja", "en"])
def pages(request):
    return shown(*OFFICE, language=request.param)


def test_the_fixed_pages_come_first_and_each_other_page_has_its_place(pages):
    fixed = team.fixed(roster(OFFICE))
    assert tuple(pages)[: len(fixed)] == fixed == ("index", "events/index", "members/index")
    assert all(page.parent in fixed for uri, page in pages.items() if uri not in fixed)
    assert all(page.source is None for page in pages.values())


def test_every_page_is_well_formed_and_every_link_leads_to_a_page(pages):
    for uri, page in pages.items():
        tree = parsed(page.html)
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert ids == ["top", *(heading.id for heading in page.headings)]
        for link in tree.iter("a"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), link.get("href")))
            assert target.removesuffix(".html") in pages


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_page_has_a_word_of_judgement(language):
    not_here = catalogue(language).text("team.index.holds_not")  # the sentence that says what there is not
    for page in shown(*OFFICE, language=language).values():
        seen = text(page.html).replace(not_here, "")
        assert [word for word in PRIVATE_WORDS if word in seen] == []


def test_the_page_of_a_person_says_whom_to_ask():
    page = text(shown(*OFFICE[:1])["people/nakamura-koji"].html)
    for said in (
        "大野 真さんに声をかける",
        "2025年1月24日",
        "2026年11月23日",
        "引き継ぎは一枚のメモで。",
        "研究会",
        "中村事務所",
    ):
        assert said in page


def test_two_colleagues_who_know_somebody_are_both_named_and_what_differs_stands_side_by_side():
    page = text(shown(*OFFICE)["people/nakamura-koji"].html)
    assert "同じ方かもしれません" in page
    assert "読み、事務所の書き方に違いがある" in page
    for said in (
        "大野 真さんに声をかける",
        "林さんに声をかける",
        "中村事務所",
        "みなと事務所",
        "なかむら こうじ",
        "ナカムラ ヒロシ",
    ):
        assert said in page


def test_what_the_search_shows_of_a_person_says_whom_to_ask():
    """It shows the paragraph in which it has found something; the rest of the page is not searched."""
    searched = shown(*OFFICE)["people/nakamura-koji"].html.partition("<section")[0]
    found = text(re.search(r"<p class=.*?</p>", searched, re.DOTALL)[0])
    assert found == "なかむら こうじ／ナカムラ ヒロシ 司法書士 中村事務所／みなと事務所 知っている人 大野 真、林"


def test_a_list_shows_all_that_was_written():
    page = text(shown(*OFFICE)["professions/shihoshoshi"].html)
    assert "なかむら こうじ／ナカムラ ヒロシ 司法書士 中村事務所／みなと事務所 知っている人 大野 真、林" in page


def test_the_link_of_a_colleague_is_the_name():
    """Where it leads is a list of people: it is no way to get in touch."""
    page = shown(*OFFICE)["people/nakamura-koji"].html
    assert re.findall(r'<p class="nj-who"><a [^>]*>([^<]*)</a>さんに声をかける</p>', page) == ["大野 真", "林"]


def test_professions_come_in_the_order_of_the_table_and_lead_to_their_pages():
    names = "通関士 税理士 司法書士 弁護士".split()
    people = [someone(f"人{nth}", name, id=f"i{nth}") for nth, name in enumerate(["相続の相談役", *names])]
    pages = shown(knows("大野", *people, someone("人", id="x")))
    ways = re.findall(r'href="professions/[^"]*">([^<]*)</a>', pages["index"].html)
    assert ways == ["弁護士", "司法書士", "税理士", "通関士", "相続の相談役", "士業の記載なし"]
    assert "ここにない士業の方は、まだ共有されていません。" in text(pages["index"].html)
    of_scrivener = next(page for page in pages.values() if page.title == "人3")
    assert '<a href="../professions/shihoshoshi.html">司法書士</a>' in of_scrivener.html


def test_the_search_finds_the_japanese_profession_on_an_english_page():
    """On a Japanese page it stands there already, and is not said twice."""
    hidden = {}
    for language in ("en", "ja"):
        page = shown(knows("大野 真", NAKAMURA), language=language)["people/nakamura-koji"]
        hidden[language] = re.sub("<[^>]*>", "", page.html.split("<p hidden>")[1].split("</p>")[0]).split()
    assert "司法書士" in hidden["en"]
    assert "司法書士" not in hidden["ja"]
    assert "認定司法書士" in hidden["ja"]


def test_namesakes_point_to_each_other():
    other = knows("林", someone("鈴木 健一", "税理士", reading="すずき けんいち"))
    found = [page for uri, page in shown(*OFFICE[:1], other).items() if uri.startswith("people/suzuki")]
    assert len(found) == 2
    assert all("お名前が同じ方" in text(page.html) for page in found)


def test_somebody_is_found_by_profession_by_row_and_by_colleague():
    pages = shown(*OFFICE)
    for uri, name in {
        "professions/shihoshoshi": "中村 浩司", "professions/sokuryoshi": "鈴木 健一", "kana/na": "中村 浩司",
        "kana/sa": "鈴木 健一", "kana/unread": "李",
    }.items():  # fmt: skip
        assert name in text(pages[uri].html)
        assert f'href="{uri}.html"' in pages["index"].html
    mine = next(page for uri, page in pages.items() if uri.startswith("members/m-") and "林" in page.title)
    assert "中村 浩司" in text(mine.html)
    assert "鈴木 健一" not in text(mine.html)


def test_a_profession_of_ones_own_words_has_a_page_with_an_address_in_ascii():
    found = [uri for uri in shown(*OFFICE) if uri.startswith("professions/x")]
    assert len(found) == 1
    assert found[0].isascii()


def test_many_people_are_not_all_on_the_first_page():
    many = [someone(f"人{nth}", "税理士", id=f"i{nth}") for nth in range(61)]
    pages = shown(knows("大野", *many))
    assert "人7" not in text(pages["index"].html)
    assert text(pages["professions/zeirishi"].html).count("人") >= 61


def test_a_long_list_has_rows_to_go_to():
    many = [someone(f"人{nth}", "税理士", reading="さとう", id=f"i{nth}") for nth in range(60)]
    last = someone("和田", "税理士", reading="わだ", id="w")
    short, long = (shown(knows("大野", *some)) for some in (many, [*many, last]))
    assert short["professions/zeirishi"].headings == ()
    for uri in ("professions/zeirishi", next(uri for uri in long if uri.startswith("members/m-"))):
        assert [heading.text for heading in long[uri].headings] == ["さ行", "わ行"]
        assert '<a href="#wa">わ</a>' in long[uri].html
        assert text(long[uri].html).count("知っている人 大野") == 61


def test_who_we_are_has_days_and_no_counts():
    page = text(shown(*OFFICE)["members/index"].html)
    assert "大野 真" in page
    assert not re.search(r"\d", page.replace("2026年11月23日", ""))


def test_a_site_says_for_whom_it_is():
    assert "事務所の外には渡さないで" in text(shown(*OFFICE)["index"].html)
    assert "同意を得た方だけ" in text(shown(knows("大野", audience="partners"))["index"].html)


def test_a_site_of_nobody():
    pages = shown(knows("大野"))
    assert [uri for uri in pages if not uri.startswith("members/m-")] == ["index", "members/index"]
    assert "まだいません" in text(pages["index"].html)


HOSTILE = [
    "<img src=x onerror=alert(1)>", "</title><script>alert(2)</script>", '"><script>alert(3)</script>',
    "' onmouseover='alert(4)", "{{ 7*7 }}{% raw %}", "&lt;b&gt;", "{0} {name} %s",
]  # fmt: skip


@pytest.mark.parametrize("text_of_others", HOSTILE)
def test_whatever_a_colleague_sends_is_text(text_of_others):
    who = someone(text_of_others, text_of_others, firm=text_of_others, note=text_of_others, id="x1")
    event = TeamEvent(DAY, text_of_others, text_of_others, people=("x1",))
    plain = shown(
        knows(
            "林",
            someone("佐藤", "士業", firm="事務所", note="一言", id="x1"),
            events=(TeamEvent(DAY, "会", "場所", people=("x1",)),),
        )
    )
    tags = {tag for page in plain.values() for tag in re.findall(r"<[a-z]\w*", page.html)}
    for page in shown(knows(text_of_others, who, events=(event,))).values():
        parsed(page.html)
        assert set(re.findall(r"<[a-z]\w*", page.html)) <= tags
