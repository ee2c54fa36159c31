"""What went out: by the audience, or by the files themselves."""

from __future__ import annotations

import dataclasses
import datetime
import gzip

import pytest
from drawn import draw, settings

from netjudge_plugin import pipeline
from netjudge_plugin.audience import allow
from netjudge_plugin.duties.incident import SHOWN, of_audience, of_files
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.audience import AUDIENCES, PARTNERS, PRIVATE, TEAM
from netjudge_plugin.model.team import TeamPerson
from netjudge_plugin.model.wording import labels

DAY = datetime.date(2026, 11, 24)

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
    found = told(of_audience(outlook.people, PRIVATE, DAY))
    assert found["田中 健太"] >= {"name", "reading", "email", "note", "share-note", "impression"}
    assert "email" not in found["佐藤 花子"]


def test_a_site_for_the_office_shows_what_is_shared(outlook):
    shown = {"name", "reading", "share-note", "since", "last-met"}
    assert told(of_audience(outlook.people, TEAM, DAY)) == {"田中 健太": shown}


def test_a_site_for_other_offices_shows_those_with_consent_from_its_day_on(tmp_path):
    """Whom the office may see, other offices may not yet; and they never see when one last met."""
    person = "---\nperson: {}\nprofession: 税理士\nfirm: 大野事務所\nshare: {}\n{}---\n"
    files = FILES | {
        "people/a.md": person.format("森 一郎", "partners", "consent: 2026-11-22\n"),
        "people/b.md": person.format("林 二郎", "partners", ""),
        "b.md": "---\ndate: 2026-11-21\ntitle: 会\nshare: partners\ncontacts:\n  - person: 森 一郎\n---\n",
    }
    people = pipeline.look(settings(draw(tmp_path, files)))[0].people
    shown = {"name", "profession", "firm", "since", "meeting"}
    assert told(of_audience(people, PARTNERS, DAY)) == {"森 一郎": shown}
    assert of_audience(people, PARTNERS, datetime.date(2026, 11, 21)) == ()
    assert told(of_audience(people, TEAM, DAY))["森 一郎"] == shown | {"last-met"}
    assert set(told(of_audience(people, TEAM, DAY))) == {"森 一郎", "林 二郎", "田中 健太"}


def test_an_audience_that_there_is_not_sees_nobody(outlook):
    assert of_audience(outlook.people, "everybody", DAY) == ()


def test_a_field_off_the_list_of_the_projection_is_not_told(outlook, monkeypatch):
    fewer = {name: who for name, who in allow.PERSON.items() if name != "reading"}
    monkeypatch.setattr(allow, "PERSON", fewer)
    assert told(of_audience(outlook.people, TEAM, DAY)) == {"田中 健太": {"name", "share-note", "since", "last-met"}}


def test_every_field_of_a_shared_person_has_a_kind():
    """So that no field that is added to the projection is left out of a report on it."""
    assert set(SHOWN) == {field.name for field in dataclasses.fields(TeamPerson)} - {"id"}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_audience_and_every_kind_has_its_words(language):
    words = catalogue(language)
    assert all(words.has(f"incident.what.{audience}") for audience in AUDIENCES)
    assert all(words.has(f"prove.kinds.{kind}") for kind in (*SHOWN.values(), "meeting"))


def test_files_are_looked_through_in_any_disguise(outlook, tmp_path):
    page = tmp_path / "page.gz"
    name = "<ruby>田<rt>た</rt></ruby><b>中</b> 健太"
    page.write_bytes(gzip.compress(f"{name}、二次会で登記の順番について長く話した。相続、業務分野が近い".encode()))
    found, unread = of_files(outlook.people, [page], labels(outlook.criteria).values())
    assert told(found) == {"田中 健太": {"name", "note"}}
    assert unread == ()


def test_a_topic_alone_points_at_nobody(outlook, tmp_path):
    (tmp_path / "x.txt").write_text("相続 業務分野が近い", encoding="utf-8")
    assert of_files(outlook.people, [tmp_path / "x.txt"]) == ((), ())
