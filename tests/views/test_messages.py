"""連絡のことば on a person's page: filled in without a hole, to copy or to open as mail, and for contact alone."""

from __future__ import annotations

import datetime
import html
import re
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import Event, PersonFile
from netjudge_plugin.model.messages import PLACEHOLDERS, Offer, Starter, Template
from netjudge_plugin.model.outlook import Outlook
from netjudge_plugin.model.people import Person
from netjudge_plugin.model.referral import speaks_of_fees
from netjudge_plugin.reader.messages import shipped
from netjudge_plugin.views import mail
from netjudge_plugin.views.messages import messages

FITS = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"
PLACE = Place("journal/x.md")


def event(date, *contacts):
    listed = "".join(f"  - {{{contact}}}\n" for contact in contacts)
    return f"---\n件名: 秋の交流会\n日付: {date}\n相手:\n{listed}---\n"


def contact(more="", words=FITS):
    extra = f", {more}" if more else ""
    return f"名前: 佐藤 美咲, 読み: さとう みさき, 士業: 弁護士, 印象: [{words}]{extra}"


def person_file(text):
    return {"people/sato-misaki.md": f"---\n名前: 佐藤 美咲\n読み: さとう みさき\n{text}\n---\n"}


def bodies(page):
    return [html.unescape(found) for found in re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page.html, re.DOTALL)]


def links(page):
    return [html.unescape(found) for found in re.findall(r'href="(mailto:[^"]*)"', page.html)]


# ---------------------------------------------------------------------------------------------------------------------
# The page
# ---------------------------------------------------------------------------------------------------------------------


def test_a_text_reads_as_it_would_be_sent(show):
    files = {"a.md": event("2026-11-20", contact("話題: [相続の期限の数え方, 年表]"))}
    page = show(files | person_file("メール: sato@example.com"))["people/sato-misaki"]
    assert bodies(page) == [
        (
            "佐藤先生\n\n"
            "11月20日の秋の交流会では、お話しする機会をいただき、ありがとうございました。\n"
            "相続の期限の数え方のお話ができ、うれしく思いました。\n\n"
            "まずは一言、お礼申し上げます。\n"
            "ご返信はどうぞお気遣いなく。"
        )
    ]
    link = urlsplit(next(one for one in links(page) if "body" in one))
    query = parse_qs(link.query, strict_parsing=True)
    assert link.path == "sato@example.com"
    assert query == {"subject": ["秋の交流会のお礼"], "body": [bodies(page)[0].replace("\n", "\r\n")]}
    assert "%0D%0A" in link.query
    assert "+" not in link.query


def test_what_is_missing_leaves_no_hole(show):
    page = show({"a.md": event("2026-11-20", contact()).replace("件名: 秋の交流会\n", "件名: 会\n種類: その他\n")})
    assert bodies(page["people/sato-misaki"]) == [
        (
            "佐藤先生\n\n11月20日は、お話しする機会をいただき、ありがとうございました。\n\n"
            "まずは一言、お礼申し上げます。\nご返信はどうぞお気遣いなく。"
        )
    ]


@pytest.mark.parametrize(("kind", "said"), [("面談", "11月20日のご面談では"), ("電話", "11月20日のお電話では")])
def test_a_talk_between_two_is_not_called_by_my_title_for_it(show, kind, said):
    page = show({"a.md": event("2026-11-20", contact()).replace("件名: 秋の交流会", f"件名: 覚え\n種類: {kind}")})
    (body,) = bodies(page["people/sato-misaki"])
    assert said in body
    assert "覚え" not in body


def test_a_promise_to_send_something_is_named_and_any_other_is_not(show):
    for promise, said in (
        ("許可業種の早見表を送る", "お約束した許可業種の早見表をお送りいたします。"),
        ("日程が決まったら知らせる", "お約束した件で、ご連絡いたしました。"),
    ):
        page = show({"a.md": event("2026-11-20", contact(f"約束: {promise}"))})["people/sato-misaki"]
        assert said in bodies(page)[0]
        assert "知らせる" not in bodies(page)[0]


def test_the_busy_season_is_minded(show):
    words = FITS + ", 連絡してほしいと言われた"
    files = {"a.md": event("2027-02-19", contact(words=words).replace("弁護士", "税理士"))}
    page = show(files, today=datetime.date(2027, 2, 20))["people/sato-misaki"]
    assert "ご繁忙の折と存じますので、ご返信はどうぞお気遣いなく。" in bodies(page)[0]


def test_a_first_message_after_a_month_is_left_to_the_next_meeting(show, seen):
    pages = show({"a.md": event("2026-09-20", contact())})
    assert "次に会ったとき自然に話すほうがよさそうです" in seen(pages["people/sato-misaki"].html)
    assert bodies(pages["people/sato-misaki"]) == []
    assert "netjudge-messages.js" not in pages["people/sato-misaki"].html


SECRET = "極秘のひとこと"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_impressions_notes_and_reasons_stay_out(show, language):
    told = f"メモ: {SECRET}一, 印象: [{FITS}, 心地よさ・違和感: ○ {SECRET}二], 判断: 連絡する, 理由: {SECRET}三"
    files = {"a.md": event("2026-11-20", f"名前: 佐藤 美咲, 読み: さとう みさき, {told}")}
    page = show(files | person_file(f"メモ: {SECRET}四"), language=language)["people/sato-misaki"]
    said = bodies(page) + [unquote(link) for link in links(page)]
    assert len(said) == 2
    assert page.html.count(SECRET) >= 4
    assert SECRET not in "".join(said)


@pytest.mark.parametrize("words", ["話が盛り上がった", f"{FITS}, 断っても勧誘が続く", f"{FITS}, 次に会ってからでよい"])
def test_where_i_do_not_contact_there_is_nothing_at_all(show, words):
    pages = show({"a.md": event("2026-11-20", contact("約束: 早見表を送る", words=words))})
    page = pages["people/sato-misaki"]
    for sign in ("連絡のことば", "nj-message", "mailto:", "netjudge-messages", "次に会ったとき自然に話す"):
        assert sign not in page.html
    assert "messages" not in [heading.id for heading in page.headings]
    assert "#messages" not in pages["week"].html
    chosen = show(
        {"a.md": event("2026-11-20", contact("約束: 早見表を送る, 判断: 連絡する, 理由: 恩師の縁", words=words))}
    )
    assert len(bodies(chosen["people/sato-misaki"])) == 2


def test_the_search_does_not_see_them(show):
    page = show({"a.md": event("2026-11-20", contact())})["people/sato-misaki"]
    section = page.html.index('<section class="nj" data-search-exclude="1">')
    assert section < page.html.index("nj-message") < page.html.index("</section>")
    assert re.search(r'<h2 id="messages" data-search-exclude="1">', page.html)


def test_the_week_leads_to_them(show):
    pages = show({"a.md": event("2026-11-20", contact("約束: 早見表を送る"))}, directory_urls=False)
    assert pages["week"].html.count('<a href="people/sato-misaki.html#messages">連絡のことばを見る</a>') == 2


def test_hostile_texts_are_text(show):
    bad = '<script>alert(1)</script> "%0D%0A&bcc=x@example.com#{name}'
    text = f"件名: '{bad}'\n日付: 2026-11-20\n相手:\n  - {{{contact()}}}"
    page = show({"a.md": f"---\n{text}\n---\n"})["people/sato-misaki"]
    assert "<script>alert" not in page.html
    assert bad in bodies(page)[0]
    (link,) = links(page)
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
    assert "#" not in link


def test_a_long_text_leaves_the_letter_its_subject(show, seen):
    files = {"a.md": event("2026-11-20", contact()), "messages.yml": "format: 1\nmessages:\n" + "".join(
        f"  - {{id: {name}, name: x, when: thanks, subject: お礼, body: {'あ' * count}}}\n"
        for name, count in (("short", 190), ("long", 250))
    )}  # fmt: skip
    page = show(files)["people/sato-misaki"]
    short, long = [link for link in links(page) if "%E3%81%8A%E7%A4%BC" in link][:2]
    assert ("body=" in short, "body=" in long) == (True, False)
    assert all(len(link) <= mail.LONGEST for link in links(page))
    assert seen(page.html).count("メールには件名だけが入ります") == 1


def test_a_long_subject_is_left_out_too(show):
    own = f"format: 1\nmessages:\n  - {{id: x, name: x, when: thanks, subject: {'あ' * 300}, body: 一言}}\n"
    page = show({"a.md": event("2026-11-20", contact()), "messages.yml": own})["people/sato-misaki"]
    assert links(page)[0] == "mailto:"


@pytest.mark.parametrize(("topic", "shown"), [("料理", 2), ("料の考え方", 1), ("紹介料の考え方", 1)])
def test_a_word_on_fees_does_not_come_in_with_what_is_filled_in(show, topic, shown):
    own = "format: 1\nmessages:\n  - {id: x, name: x, when: thanks, body: 'ご紹介{topic}'}\n"
    files = {"a.md": event("2026-11-20", contact(f"話題: [{topic}]")), "messages.yml": own}
    said = bodies(show(files)["people/sato-misaki"])
    assert len(said) == shown
    assert not any(speaks_of_fees(body) for body in said)


def test_mine_are_shown_with_the_shipped_ones(show):
    own = "format: 1\nme: 行政書士の野村\nmessages:\n  - {id: mine, name: ひとこと, when: thanks, body: '{me}です。'}\n"
    page = show({"a.md": event("2026-11-20", contact()), "messages.yml": own})["people/sato-misaki"]
    assert bodies(page)[0] == "行政書士の野村です。"
    assert bodies(page)[1].startswith("佐藤先生\n\n行政書士の野村です。\n11月20日の")


#: Texts of my own of which only a greeting is left without a topic and a name for myself.
ONLY_GREETINGS = (
    "['{name}', '', '{topic}のお話、うれしく伺いました。']",
    "['{名前}', いつもお世話になっております。, '{自分}です。', '{話題}のお話、うれしく伺いました。', 草々]",
    "'{topic}のお話、うれしく伺いました。'",
    "['Dear {name},', 'I enjoyed hearing about {topic}.', 'Kind regards', '{me}']",
)


@pytest.mark.parametrize("body", ONLY_GREETINGS)
@pytest.mark.parametrize(
    ("language", "said"), [("ja", "「ひとこと」は出していません"), ("en", "is left out: the journal has no")]
)
def test_a_text_of_which_only_a_greeting_would_be_left_is_not_offered_and_says_what_it_lacks(
    show, seen, body, language, said
):
    own = f"format: 1\nmessages:\n  - {{id: thanks, name: ひとこと, when: thanks, body: {body}}}\n"
    files = {"a.md": event("2026-11-20", contact()), "messages.yml": own}
    page = show(files, language=language)["people/sato-misaki"]
    assert bodies(page) == []
    assert said in seen(page.html)
    assert ("{話題}" if language == "ja" else "{topic}") in seen(page.html)
    with_topic = show(files | {"a.md": event("2026-11-20", contact("話題: [年表]"))})["people/sato-misaki"]
    assert len(bodies(with_topic)) == 1
    assert "出していません" not in with_topic.html


@pytest.mark.parametrize(
    "body",
    [
        "'{name}、こんにちは。'",  # nothing drops out: it is what I wrote
        "['{name}', お元気でお過ごしのことと存じます。, '{topic}のお話、うれしく伺いました。']",
        "['{name}、先日はありがとうございました。', '{topic}のお話、うれしく伺いました。']",
        "['{name}', '{date}はありがとうございました。', '{topic}のお話、うれしく伺いました。']",
    ],
)
def test_a_text_that_still_says_something_is_offered(show, body):
    own = f"format: 1\nmessages:\n  - {{id: thanks, name: ひとこと, when: thanks, body: {body}}}\n"
    page = show({"a.md": event("2026-11-20", contact()), "messages.yml": own})["people/sato-misaki"]
    assert len(bodies(page)) == 1
    assert "出していません" not in page.html


def test_an_english_site_writes_in_english(show):
    files = {"a.md": event("2026-11-20", contact("話題: [年表]"))}
    page = show(files, language="en")["people/sato-misaki"]
    assert bodies(page) == [
        (
            "Dear Sato-san,\n\nThank you for talking with me at 秋の交流会 on 20 Nov.\n"
            "I enjoyed our conversation about 年表.\n\nThere is no need to reply.\n\nKind regards"
        )
    ]


# ---------------------------------------------------------------------------------------------------------------------
# Laws
# ---------------------------------------------------------------------------------------------------------------------

#: Without the word that Python prints for nothing: where it comes out, it must not have been put in.
odd = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}｛｝"), max_size=12).filter(
    lambda text: "None" not in text
)
phrases = st.sampled_from(["紹介料", "リベート", "referral fee", "kickback", "料", "謝礼", ""]) | odd
lines = st.lists(
    st.sampled_from([f"{{{name}}}" for name in PLACEHOLDERS] + ["紹介{topic}", "料", "{topic}{firm}", "ことば", ""]),
    min_size=1,
    max_size=3,
).map(tuple)
templates = st.sampled_from([*shipped("ja"), *shipped("en")]) | st.builds(
    Template, st.just("x"), st.just("x"), st.just("thanks"), st.lists(lines, max_size=5).map(tuple), lines
)


@given(templates, st.tuples(odd, phrases, phrases, phrases), st.booleans(), st.sampled_from(["ja", "en"]))
def test_nothing_comes_out_with_a_hole_a_placeholder_or_a_word_on_fees(template, texts, busy, language):
    name, title, topic, promise = texts
    meeting = Event(datetime.date(2026, 11, 20), title, PLACE, "x")
    file = PersonFile(name, PLACE, "x.md", email="x@example.com")
    offer = Offer((Starter(template, meeting, topic, promise, busy),))
    outlook = replace(EMPTY, offers={"x": offer}, addressed={"x": name}, me=promise)
    page = messages(Person("x", name, PLACE, firm=topic, file=file), outlook, catalogue(language))
    for one in page.messages if page else ():
        whole = f"{one.subject}\n{one.body}"
        assert not re.search(r"[{}]|None", whole)
        assert not speaks_of_fees(whole)
        assert "\n\n\n" not in one.body
        assert len(one.href) <= mail.LONGEST


EMPTY = Outlook(*[None] * 8)


@given(odd, st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_letter_reads_back_as_it_was_written(subject, body):
    link = mail.letter("sato+x@example.com", subject, body.replace("\r", ""))
    assert link.isascii()
    parts = dict(part.split("=") for part in link.partition("?")[2].split("&") if part)
    assert unquote(parts.get("subject", "")) == subject
    assert unquote(parts.get("body", "")).replace("\r\n", "\n") == body.replace("\r", "")


@pytest.mark.parametrize(
    ("email", "to"),
    [
        ("sato@example.com", "mailto:sato@example.com"),
        ("ｓａｔｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "mailto:sato@example.com"),
        ("sato@example.com?bcc=x@example.com", "mailto:"),
        ("a@example.com,b@example.com", "mailto:"),
        ("", "mailto:"),
    ],
)
def test_a_letter_goes_to_one_address_or_to_nobody(email, to):
    assert mail.letter(email, "お礼") == f"{to}?subject=%E3%81%8A%E7%A4%BC"
