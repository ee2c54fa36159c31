"""The texts to begin with: shipped in both languages, one's own beside or in place of them, mistakes at their place."""

from __future__ import annotations

import pytest
from drawn import draw, look, said, settings

from netjudge_plugin import in_force
from netjudge_plugin.model.messages import PLACEHOLDER, PLACEHOLDERS, WHENS
from netjudge_plugin.model.referral import speaks_of_fees
from netjudge_plugin.reader import messages

LAYERS = in_force.shipped("standard", "ja").plan.layers
LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


def written(*texts, me=""):
    """A file of those texts, given as YAML flow."""
    top = f"format: 1\n{f'me: {me}' if me else ''}\nmessages:\n"
    return {"messages.yml": top + "".join(f"  - {text}\n" for text in texts)}


def read(tmp_path, files):
    found, problems = messages.in_force(settings(draw(tmp_path, files)), LAYERS)
    return found, [f"{d.place} {d.name}".removeprefix("journal/") for d in problems]


def text(identifier="mine", body="おはようございます", **more):
    fields = {"id": identifier, "name": "ひとこと", "when": "thanks", "body": body} | more
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"


@LANGUAGES
def test_the_shipped_texts_are_there_for_every_occasion(language):
    texts = messages.shipped(language)
    assert {found.when for found in texts} == set(WHENS)
    for when in WHENS:  # the last one of each fits everybody
        last = [found for found in texts if found.when == when][-1]
        assert (last.professions, last.layers, last.met_at_least) == ((), (), 0)


def test_the_shipped_texts_are_the_same_in_both_languages():
    def form(language):
        return [
            (found.id, found.when, found.professions, found.layers, found.met_at_least, bool(found.subject))
            for found in messages.shipped(language)
        ]

    assert form("ja") == form("en")


@LANGUAGES
def test_the_shipped_texts_say_nothing_that_could_be_disliked(language):
    whole = messages.shipped_file(language).data.decode()
    assert not speaks_of_fees(whole)
    spoken = "\n".join(way for found in messages.shipped(language) for line in found.body for way in line)
    for word in "お待ちし 急ぎ 至急 ご返信ください ぜひ ご検討 印象 判断 評価 遅く urgent score asap sorry".split():
        assert word not in spoken.casefold(), word
    assert "?" not in spoken
    assert "？" not in spoken


@LANGUAGES
def test_the_shipped_texts_name_all_placeholders_in_their_head(language):
    head = messages.shipped_file(language).data.decode().partition("format: 1")[0]
    names = PLACEHOLDERS.values() if language == "ja" else PLACEHOLDERS
    assert [name for name in names if f"{{{name}}}" not in head] == []


def test_without_a_file_there_are_the_shipped_ones(tmp_path):
    found, problems = read(tmp_path, {})
    assert (found.texts, found.me, problems) == (messages.shipped("ja"), "", [])


def test_a_text_of_mine_replaces_that_of_its_id_or_is_added(tmp_path):
    found, problems = read(tmp_path, written(text("thanks"), text("mine"), me="行政書士の野村 理恵"))
    ids = [one.id for one in found.texts]
    assert problems == []
    assert found.me == "行政書士の野村 理恵"
    assert ids == ["mine", *(one.id for one in messages.shipped("ja"))]
    assert [one.id for one in found.texts if one.added] == ["mine"]
    assert found.texts[ids.index("thanks")].body == (("おはようございます",),)


def test_a_file_may_be_written_in_japanese_words(tmp_path):
    found, problems = read(
        tmp_path,
        {
            "messages.yml": """\
                形式: 1
                自分: 野村
                文:
                  - 識別子: mine
                    名前: ひとこと
                    場面: 再会
                    士業: [社労士, 花火師]
                    距離感: [近い, 年に一度]
                    会った日数: 3
                    件名: ["｛会｝", お礼]
                    本文: |
                      {名前}

                      { Ｄａｔｅ }は、ありがとうございました。
                """
        },
    )
    assert problems == []
    mine = found.texts[0]
    assert (mine.when, mine.professions, mine.layers) == ("again", ("sharoshi", "花火師"), ("near", "annual"))
    assert (mine.met_at_least, mine.subject) == (3, ("{event}", "お礼"))
    assert mine.body[:3] == (("{name}",), ("",), ("{date}は、ありがとうございました。",))


#: A text with a mistake; the place that is named follows the mark §.
MISTAKES = [
    (text(body='§"{surname}さん"'), "message-unknown-placeholder"),
    (text(body='["ok", ["{topic}", §"{話だい}"]]'), "message-unknown-placeholder"),
    (text(body='§"a { b"'), "message-unknown-placeholder"),
    (text(body='§"紹介料をお支払いします"'), "message-referral-fee"),
    (text(body='[紹介, おはよう, §"we pay a referral fee"]'), "message-referral-fee"),
    (text(body="[§ご紹介, 料のこと]"), "message-referral-fee"),
    (text(subject="§キックバックの件"), "message-referral-fee"),
    (text(name="§謝礼"), "message-referral-fee"),
    (text(when="§someday"), "value-not-choice"),
    (text(layers="[§遠い]"), "value-not-choice"),
    (text(met_at_least="§many"), "value-not-choice"),
    (text(met_at_least="§1000"), "value-not-choice"),
    (text(**{"§colour": "red"}), "unknown-field"),
    (text(body="§{a: b}"), "value-not-text"),
    (text(body="§[[]]"), "value-not-text"),
    (text(subject="§[]"), "value-not-text"),
    ("§{id: mine, name: x, when: thanks}", "field-missing"),
    ('{id: mine, name: x, when: thanks, §body: " "}', "field-missing"),
    (text("§先日"), "invalid-id"),
]


@pytest.mark.parametrize(("wrong", "name"), MISTAKES)
def test_a_mistake_costs_one_text_and_the_shipped_one_stands_in(tmp_path, wrong, name):
    line = "  - " + wrong.replace("id: mine", "id: thanks")
    found, problems = read(tmp_path, written(line[4:].replace("§", ""), text("other")))
    assert problems == [f"messages.yml:4:{line.index('§') + 1} {name}"]
    assert [one.id for one in found.texts] == ["other", *(one.id for one in messages.shipped("ja"))]
    assert messages.shipped("ja")[2] in found.texts


def test_two_texts_of_one_id_the_first_counts(tmp_path):
    found, problems = read(tmp_path, written(text("mine", "一"), text("mine", "二")))
    assert problems == ["messages.yml:5:10 message-duplicate-id"]
    assert found.texts[0].body == (("一",),)


def test_what_i_call_myself_is_looked_at_too(tmp_path):
    for me, name in (("紹介料の野村", "referral-fee"), ('"{name}"', "unknown-placeholder")):
        found, problems = read(tmp_path, written(me=me))
        assert problems == [f"messages.yml:2:5 message-{name}"]
        assert found.me == ""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"format: 1\nmessages: [", "yaml-syntax"),
        (b"\xff\xfe\x00", "encoding-not-utf8"),
        (b"- a", "front-matter-not-table"),
        (b"format: 2", "value-not-choice"),
        (b"messages: []", "field-missing"),
        (b"format: 1\nmessages: &a []", "yaml-anchor"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_the_shipped_texts(tmp_path, content, expected):
    journal = draw(tmp_path, {})
    (journal / "messages.yml").write_bytes(content)
    found, problems = messages.in_force(settings(journal), LAYERS)
    assert expected in [problem.name for problem in problems]
    assert {problem.place.path for problem in problems} == {"journal/messages.yml"}
    assert found.texts == messages.shipped("ja")


def test_a_folder_of_that_name_is_no_file(tmp_path):
    journal = draw(tmp_path, {"messages.yml/x.txt": ""})
    found, (problem,) = messages.in_force(settings(journal), LAYERS)
    assert problem.name == "file-not-regular"
    assert found.texts == messages.shipped("ja")


def test_every_run_sees_its_mistakes(tmp_path):
    assert said(look(tmp_path, written(text(body='"{x}"')))) == ["messages.yml:4:48 message-unknown-placeholder"]


def test_every_placeholder_of_a_text_that_is_used_is_known():
    for language in ("ja", "en"):
        for found in messages.shipped(language):
            for way in (*found.subject, *(way for line in found.body for way in line)):
                assert set(PLACEHOLDER.findall(way)) <= set(PLACEHOLDERS)
