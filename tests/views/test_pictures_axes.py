"""The axes at a glance: every axis once in its order, a way to its facts, and what the verdict hangs on."""

from __future__ import annotations

import re

import drawn
import pytest

FITS = "[業務分野が近い, 考え方が似ている, 自然体でいられる, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確]"


@pytest.fixture
def cells(show):
    """The cells of the one person met, as (axis, words that are unseen, whether it has a frame)."""

    def shown(contact, **more):
        html = show({"a.md": drawn.event("2026-11-20", contact)}, **more)["people/sato"].html
        html = re.search(r'<ul class="nj-cells">.*?</ul>', html, re.DOTALL)[0]
        found = re.findall(
            r'<li(?: class="nj-cell--([\w-]+)")?><a href="#axis-(\w+)">.*?nj-unseen">(.*?)</span></a></li>', html
        )
        return {axis: (role, words) for role, axis, words in found}

    return shown


def test_all_axes_stand_in_the_order_of_the_criteria(cells):
    found = cells(f"{{person: 佐藤 美咲, id: sato, impressions: {FITS}}}")
    assert list(found) == ["future", "ease", "dialogue", "boundary", "comfort", "topics", "respect", "timing"]
    assert found["topics"] == ("", "まだわからない")


def test_a_frame_says_in_words_too_where_the_verdict_came_from(cells):
    found = cells(f"{{person: 佐藤 美咲, id: sato, impressions: {FITS}}}")
    deciding = [axis for axis, (role, _) in found.items() if role == "decides"]
    assert deciding == ["future", "ease", "dialogue", "boundary"]
    assert found["ease"] == ("decides", "良い材料のほうが多い 判断の決め手になった軸")


def test_an_answer_that_could_change_the_verdict_has_a_frame_of_its_own(cells):
    found = cells("{person: 佐藤 美咲, id: sato, impressions: [返信を急かされそう]}")
    assert found["ease"][0] == "decides"
    assert {role for role, _ in found.values()} <= {"decides", ""}  # the verdict is firm
    found = cells(f"{{person: 佐藤 美咲, id: sato, impressions: {FITS}}}")
    assert found["comfort"] == ("may-change", "まだわからない わかると判断が変わりうる軸")


def test_a_decision_of_my_own_came_from_no_axis(cells):
    mine = f"{{person: 佐藤 美咲, id: sato, impressions: {FITS}, decision: 連絡する, reason: 恩師の紹介}}"
    assert "decides" not in {role for role, _ in cells(mine).values()}


def test_every_cell_leads_to_the_facts_of_its_axis(show):
    html = show({"a.md": drawn.event("2026-11-20", "{person: 佐藤 美咲, id: sato}")})["people/sato"].html
    ways = re.findall(r'href="#(axis-\w+)"', html)
    assert ways == re.findall(r'<li id="(axis-\w+)">', html)
    assert len(ways) == 8


def test_an_axis_whose_id_no_page_could_hold_has_an_address_as_well(show):
    criteria = """\
    format: 1
    name: 私の基準
    axes:
      - {id: 相性, name: 相性, question: 合うか, ok_needs: 1, no_needs: 1, keeps: 24, count: all, style: balance,
         good: {g: 合う}, concern: {c: 合わない}, ask: [話す]}
    """
    html = show({"a.md": drawn.event("2026-11-20", "{person: 佐藤 美咲, id: sato}"), "criteria.yml": criteria})
    ids = re.findall(r'<li id="(axis-\w+)">', html["people/sato"].html)
    assert ids
    assert all(found.isascii() for found in ids)
