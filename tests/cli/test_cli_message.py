"""`netjudge message`: the texts of a person's page in the terminal, and the shipped texts as a file."""

from __future__ import annotations

import pytest
from drawn import draw, event

from netjudge_plugin.reader.messages import shipped_file

FITS = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"
SATO = f"{{person: 佐藤 美咲, id: sato, profession: 弁護士, impressions: [{FITS}], promise: 早見表を送る}}"
ITO = "{person: 伊藤 環, id: ito, impressions: [話が盛り上がった], promise: 地図を送る}"


@pytest.fixture
def told(run, tmp_path):
    """What the program says of somebody."""
    journal = draw(tmp_path, {"a.md": event("2026-11-20", SATO, ITO, title="秋の会")})

    def ask(*words, today="2026-11-23"):
        return run("message", *words, "--journal", str(journal), "--today", today)

    return ask


def test_the_texts_of_today(told):
    answer = told("佐藤")
    assert answer.code == 0
    assert answer.out.startswith("佐藤 美咲 [sato]")
    assert (
        "約束の便り　[promise]\n件名：お約束した早見表\n\n佐藤先生\n\nお約束した早見表をお送りいたします。"
        in answer.out
    )
    assert "[thanks]\n件名：秋の会のお礼" in answer.out


def test_a_first_message_after_a_month(told):
    answer = told("佐藤", today="2027-01-20")
    assert "次に会ったとき自然に話すほうがよさそうです。" in answer.out
    assert "[thanks]" not in answer.out
    assert "[promise]" in answer.out


def test_a_text_of_which_only_a_greeting_would_be_left_says_what_it_lacks(told, tmp_path):
    own = "format: 1\nmessages:\n  - {id: thanks, name: ひとこと, when: thanks, body: ['{名前}', '{話題}のお話。']}\n"
    draw(tmp_path, {"messages.yml": own})
    answer = told("佐藤")
    assert "「ひとこと」は出していません。日誌に {話題} がなく、あいさつだけになるためです。" in answer.out
    assert "[thanks]" not in answer.out


def test_a_mistake_in_my_texts_is_told_beside_the_answer(told, tmp_path):
    draw(tmp_path, {"messages.yml": "format: 1\nmessages:\n  - {id: thanks, name: x, when: thanks, body: '{x}'}\n"})
    answer = told("佐藤")
    assert answer.code == 0
    assert "messages.yml:3:47: message-unknown-placeholder" in answer.err
    assert "判断に入っていません" not in answer.err


def test_nothing_for_another_verdict(told):
    answer = told("伊藤")
    assert answer.code == 0
    assert "いまの判断は「次の機会まで見送る」です。" in answer.out
    assert "地図" not in answer.out


def test_the_shipped_texts_as_they_are(run):
    assert run("message", "--templates").out == shipped_file("ja").data.decode()


def test_somebody_must_be_named(run):
    answer = run("message")
    assert answer.code == 2
    assert "--templates" in answer.err
