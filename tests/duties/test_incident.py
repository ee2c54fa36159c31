"""What went out: by the audience, or by the files themselves."""

from __future__ import annotations

import gzip

import pytest
from drawn import draw, settings

from netjudge_plugin import pipeline
from netjudge_plugin.duties.incident import of_audience, of_files
from netjudge_plugin.model.wording import labels

FILES = {
    "people/t.md": "---\nperson: 田中 健太\nreading: たなか けんた\nemail: ken@tanaka.example\nshare: team\n"
    "share_note: 登記のことなら何でも\n---\n",
    "a.md": "---\ndate: 2026-11-20\ncontacts:\n  - person: 田中 健太\n    impressions: [業務分野が近い]\n"
    "    note: 二次会で登記の順番について長く話した\n  - person: 佐藤 花子\n    impressions: [業務分野が近い]\n"
    "    topics: [相続]\n---\n",
}


@pytest.fixture
def outlook(tmp_path):
    return pipeline.look(settings(draw(tmp_path, FILES)))[0]


def told(found):
    return {one.person.name: set(one.kinds) for one in found}


def test_a_private_site_shows_all_fields_of_all(outlook):
    found = told(of_audience(outlook.people, "private"))
    assert found["田中 健太"] >= {"name", "reading", "email", "note", "share-note", "impression"}
    assert "email" not in found["佐藤 花子"]


def test_a_site_for_the_office_shows_what_is_shared(outlook):
    assert told(of_audience(outlook.people, "team")) == {"田中 健太": {"name", "reading", "share-note"}}


def test_files_are_looked_through_in_any_disguise(outlook, tmp_path):
    page = tmp_path / "page.gz"
    page.write_bytes(
        gzip.compress("<b>田中</b> 健太、二次会で登記の順番について長く話した。相続、業務分野が近い".encode())
    )
    found, unread = of_files(outlook.people, [page], labels(outlook.criteria).values())
    assert told(found) == {"田中 健太": {"name", "note"}}
    assert unread == ()


def test_a_topic_alone_points_at_nobody(outlook, tmp_path):
    (tmp_path / "x.txt").write_text("相続 業務分野が近い", encoding="utf-8")
    assert of_files(outlook.people, [tmp_path / "x.txt"]) == ((), ())
