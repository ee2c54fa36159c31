"""Words that better stay out of notes: found at their place, and not where they mean something else."""

from __future__ import annotations

import pytest
from drawn import look, said

from netjudge_plugin import in_force
from netjudge_plugin.model.diagnostics import SEVERITIES
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.wording import labels
from netjudge_plugin.reader.careful import careful, categories


def found(text: str) -> list[tuple[int, int, str]]:
    return [(d.place.line, d.place.column, d.name) for d in careful(SourceFile("x.md", "x.md", text.encode()))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("メモ: うつ病で休んでいた", "sensitive-health"),
        ("note: he has DEPRESSION", "sensitive-health"),
        ("メモ: ｈｉｖのこと", "sensitive-health"),
        ("メモ: 宗教の話", "sensitive-belief"),
        ("メモ: 前科がある", "sensitive-crime"),
        ("メモ: 被差別部落", "sensitive-origin"),
        ("メモ: A社の相続", "client-matter"),
        ("メモ: Ａ社の相続", "client-matter"),
        ("note: her client's estate", "client-matter"),
        ("メモ: バカにされた", "hurtful-wording"),
    ],
)
def test_a_word_is_found(text, name):
    assert found(text)[0][2] == name


def test_the_place_is_that_of_the_word():
    assert found("---\nメモ: |\n  一行目\n  ＝うつ病と\n---\n\n本文に、前科と。\n") == [
        (4, 4, "sensitive-health"),
        (7, 5, "sensitive-crime"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "メモ: 障害年金の話",
        "話題: [障害福祉, 宗教法人の会計, 国籍法]",
        "事務所: 障害者手帳サポート行政書士事務所",
        "person: ADHD",
        "メモ: 馬鹿にできない額",
        "メモ: アスペクト比",
        "note: cancerous, jerky",
        "メモ: 執行猶予の制度について",
    ],
)
def test_what_means_something_else_is_passed_over(text):
    assert found(text) == []


def test_a_comment_counts_too():
    assert found("---\n# 前科のうわさ\n---\n") == [(2, 3, "sensitive-crime")]


def test_confirmed_with_a_reason_says_that_it_was_thought_over():
    assert found("---\n確認済み: 公に話していること\nメモ: 入院していた\n---\n") == []
    assert found("---\nconfirmed: spoken of in public\nnote: cancer\n---\n") == []
    assert found("---\n確認済み:\nメモ: 入院していた\n---\n") != []


def test_the_journal_is_read_all_the_same(tmp_path):
    text = "---\n日付: 2026-11-20\n相手:\n  - 名前: 佐藤 美咲\n    読み: さとう みさき\n    メモ: 入院していた\n---\n"
    outlook = look(tmp_path, {"a.md": text})
    assert said(outlook) == ["a.md:6:9 sensitive-health"]
    assert len(outlook.people) == 1


def test_a_file_that_cannot_be_read_says_nothing_more():
    assert list(careful(SourceFile("x.md", "x.md", "前科".encode("cp932")))) == []


def test_every_list_is_a_diagnostic_and_no_word_stands_twice():
    words = [word for some, _ in categories().values() for word in some]
    assert set(categories()) <= set(SEVERITIES)
    assert len(words) == len(set(words))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("preset", ["standard", "simple"])
def test_no_word_of_the_criteria_calls_for_it(preset, language):
    for label in labels(in_force.shipped(preset, language)).values():
        assert found(f"- {label}") == []
