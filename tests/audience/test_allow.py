"""The list of what may be seen, held against the schema: a field that is not on it leaves a journal nowhere."""

from __future__ import annotations

import datetime
import json
import typing

import pytest
import yaml
from shared import shared_by

from netjudge_plugin.audience import allow
from netjudge_plugin.interop import share_json
from netjudge_plugin.interop.judgement_json import written
from netjudge_plugin.model.audience import OTHERS
from netjudge_plugin.reader.schema import ContactFields, EventFields, PersonFields
from netjudge_plugin.reader.shares import ShareFile
from netjudge_plugin.reader.values import SHARES

#: Values that are no free text.
CHOSEN = {
    "date": "2026-05-05", "until": "2031-01-01", "by": "2031-02-02", "consent": "2026-04-04", "share": "partners",
    "kind": "勉強会", "direction": "out", "distance": "near", "decision": "連絡する", "done": "yes", "released": [],
    "reading": "あまのじゃく", "id": "canary-id", "impressions": ["話をよく聞く"], "unsure": ["心地よさ"],
    "contacts": None, "not_same_as": ["カナリア別人"], "aliases": ["カナリア別名"], "attending": ["カナリア参加"],
}  # fmt: skip


def filled(fields, at: str) -> dict[str, object]:
    """A table with every field of its schema, and a canary in each that takes a text."""
    found: dict[str, object] = {}
    for name in fields.model_fields:
        if name in fields.parts:
            part = filled(fields.parts[name], f"{at}/{name}")
            found[name] = [part] if name in fields.lists else part
        elif name in CHOSEN:
            found[name] = CHOSEN[name]
        else:
            found[name] = f"カナリア{at}/{name}"
    return found


@pytest.fixture(params=OTHERS)
def text(request, tmp_path):
    person = filled(PersonFields, "人")
    event = filled(EventFields, "会")
    met = filled(ContactFields, "相手") | {"person": person["person"], "id": person["id"], "reading": person["reading"]}
    event["contacts"] = [met]
    files = {
        "people/カナリアファイル.md": f"---\n{yaml.safe_dump(person, allow_unicode=True)}---\nカナリア本文\n",
        "カナリア会ファイル.md": f"---\n{yaml.safe_dump(event, allow_unicode=True)}---\nカナリア会本文\n",
    }
    share = shared_by(tmp_path, files, request.param)
    assert share.people
    assert share.events
    return written(share_json.report(share))


def test_of_every_field_of_the_schema_only_those_on_the_list_are_seen(text):
    canaries = {word.strip('"') for line in text.splitlines() for word in [line.split(": ", 1)[-1].strip().rstrip(",")]}
    seen = {word.removeprefix("カナリア") for word in canaries if "カナリア" in word}
    assert seen == {"人/person", "人/profession", "人/firm", "人/share_note", "会/title", "会/place"}


def test_no_private_value_of_another_kind_is_seen(text):
    for value in ("2031", "near", "canary-id", "よく聞く", "心地よさ", "contact", "連絡", "カナリアファイル", "本文"):
        assert value not in text


def test_there_is_one_list_of_audiences():
    """What a file may say, what a share may be for, and who may be looked at by a table of fields."""
    assert tuple(SHARES) == OTHERS
    assert typing.get_args(ShareFile.model_fields["audience"].annotation) == OTHERS
    assert {audience for who in (*allow.PERSON.values(), *allow.EVENT.values()) for audience in who} == set(OTHERS)


def test_every_name_on_the_list_is_a_field_or_derived():
    assert set(allow.PERSON) - allow.DERIVED <= set(PersonFields.model_fields)
    assert set(allow.EVENT) - allow.DERIVED <= set(EventFields.model_fields)
    assert not allow.DERIVED & {*PersonFields.model_fields, *EventFields.model_fields}


def test_a_field_that_is_taken_off_the_list_is_not_seen_any_more(tmp_path, monkeypatch):
    whole = {
        "share": "team",
        "person": "佐藤",
        "reading": "さとう",
        "profession": "税理士",
        "firm": "事務所",
        "share_note": "一言",
    }
    files = {"people/a.md": f"---\n{yaml.safe_dump(whole, allow_unicode=True)}---\n"}
    for field in ("reading", "profession", "firm", "share_note"):
        fewer = {name: who for name, who in allow.PERSON.items() if name != field}
        monkeypatch.setattr(allow, "PERSON", fewer)
        assert whole[field] not in json.dumps(share_json.report(shared_by(tmp_path, files)), ensure_ascii=False)
        monkeypatch.undo()


def test_the_shared_values_are_plain():
    """No field of theirs can hold a place, a path or a person of the journal."""
    from netjudge_plugin.model import team

    plain = {str, int, datetime.date, type(None)}
    own = {getattr(team, name) for name in ("Share", "TeamPerson", "TeamEvent")}
    for kind in own:
        hints = typing.get_type_hints(kind, {**vars(team), "datetime": datetime, "Profession": object})
        for hint in hints.values():
            inner = [part for part in typing.get_args(hint) if part is not Ellipsis] or [hint]
            assert set(inner) <= plain | own
