"""Addresses: safe everywhere, relative, and dependent on nothing but the entry itself."""

from __future__ import annotations

import datetime
import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathvalidate import is_valid_filename

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import Event
from netjudge_plugin.views.addresses import Here, anchor, event_uris


def event(inside, date="2026-11-20"):
    return Event(datetime.date.fromisoformat(date), "交流会", Place(f"journal/{inside}"), inside)


def uri(inside):
    return event_uris([event(inside)])[inside]


@pytest.mark.parametrize(
    ("start", "target", "with_slash", "with_html"),
    [
        ("index", "index", "./", "index.html"),
        ("index", "people/index", "people/", "people/index.html"),
        ("index", "people/sato", "people/sato/", "people/sato.html"),
        ("home", "index", "../", "index.html"),
        ("home", "contact", "../contact/", "contact.html"),
        ("people/index", "index", "../", "../index.html"),
        ("people/index", "people/sato", "../people/sato/", "../people/sato.html"),
        ("people/sato", "index", "../../", "../index.html"),
        ("people/sato", "people/index", "../../people/", "../people/index.html"),
        ("people/sato", "events/2026", "../../events/2026/", "../events/2026.html"),
        ("events/2026", "home", "../../home/", "../home.html"),
    ],
)
def test_a_link_is_relative_to_the_page(start, target, with_slash, with_html):
    assert Here(start, directory_urls=True).link(target) == with_slash
    assert Here(start, directory_urls=False).link(target) == with_html


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("2026/2026-11-20-tokyo-aki.md", "events/2026-11-20-tokyo-aki"),
        ("Tokyo_Aki.md", "events/tokyo_aki"),
        ("v1.2.md", "events/v1-2"),
        ("con.txt.md", "events/con-txt"),
        ("search-party.md", "events/search-party"),
    ],
)
def test_a_plain_file_name_is_kept(inside, expected):
    assert uri(inside) == expected


@pytest.mark.parametrize(
    "inside",
    [
        "東京士業交流会.md", "a b.md", "-a.md", ".hidden.md", "x" * 81 + ".md", "index.md", "README.md", "404.md",
        "CON.md", "aux.md", "lpt1.md", "a%2fb.md", "a?b#c.md", "２０２６.md",
    ],
)  # fmt: skip
def test_any_other_file_name_becomes_the_date_and_a_hash(inside):
    assert re.fullmatch(r"events/2026-11-20-[0-9a-f]{8}", uri(inside))


def test_all_that_clash_give_way_alike_and_nobody_else():
    insides = ["2025/aki.md", "2026/AKI.md", "2026/haru.md"]
    found = event_uris([event(inside) for inside in insides])
    assert found == event_uris([event(inside) for inside in reversed(insides)])
    assert found["2026/haru.md"] == "events/haru"
    assert all(re.fullmatch(r"events/aki-[0-9a-f]{4}", found[inside]) for inside in insides[:2])
    assert found[insides[0]] != found[insides[1]]


@given(st.lists(st.text(min_size=1).map(lambda text: text.replace("\0", "") + ".md"), unique=True, max_size=6))
def test_every_address_is_safe_and_its_own(insides):
    found = event_uris([event(inside) for inside in insides])
    assert len({address.casefold() for address in found.values()}) == len(insides)
    for address in found.values():
        folder, name = posixpath.split(address)
        assert folder == "events"
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,100}", name)
        assert is_valid_filename(f"{name}.html", platform="universal")


def test_an_anchor_is_ascii():
    assert anchor("know-more") == "know-more"
    assert re.fullmatch(r"x[0-9a-f]{8}", anchor("自分の理由"))
    assert anchor("自分の理由") != anchor("別の理由")
