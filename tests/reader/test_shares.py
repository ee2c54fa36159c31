"""A colleague's share is read strictly: whole or not at all, and whatever is wrong with it is named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjudge_plugin.interop import share_json
from netjudge_plugin.interop.judgement_json import written
from netjudge_plugin.model.audience import OTHERS, PARTNERS
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.team import Share, TeamEvent, TeamPerson
from netjudge_plugin.reader.names import usable
from netjudge_plugin.reader.shares import MOST_PROBLEMS, json_schema, read_share, read_shares
from netjudge_plugin.reader.unseen import invisible

ROOT = Path(__file__).parents[2]

GOOD = {
    "format": 1,
    "kind": "netjudge-share",
    "audience": "team",
    "member": "大野 真",
    "as_of": "2026-11-23",
    "people": [
        {
            "id": "sato-misaki",
            "name": "佐藤 美咲",
            "reading": "さとう みさき",
            "professions": ["税理士"],
            "firm": None,
            "since": "2025-01-24",
            "last_met": None,
            "note": "相続の相談はメールで。",
        }
    ],
    "events": [{"date": "2026-05-01", "title": "研究会", "place": None, "kind": "study", "people": ["sato-misaki"]}],
}


def source(value: object, name: str = "a.json") -> SourceFile:
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
    return SourceFile(name, name, data)


def said(value: object) -> list[str]:
    share, problems = read_share(source(value))
    assert (share is None) == bool(problems)
    return [f"{problem.name} {problem.facts.get('field', '')}".strip() for problem in problems]


def changed(path: str, value: object) -> dict:
    """The good share with another value at a path such as `people.0.name`."""
    whole = json.loads(json.dumps(GOOD))
    holder = whole
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in steps:
        holder = holder[step]
    holder[last] = value
    return whole


def test_a_good_share():
    assert said(GOOD) == []
    share, _ = read_share(source(GOOD))
    assert share.people[0].firm == ""
    assert share.events[0].people == ("sato-misaki",)


def test_a_byte_order_mark_is_no_mistake():
    assert said(b"\xef\xbb\xbf" + json.dumps(GOOD).encode()) == []


WRONG = {
    "member": ["", "　", "不明", None, 3, "a\nb", "a\u202eb", "x" * 1001],
    "audience": ["private", "everyone", None],
    "as_of": ["2026-02-30", "2026-11-23T00:00", "23.11.2026", 20261123, None, "20261123", "2026-W48-1"],
    "people": [None, {}, "佐藤", [3], [None]],
    "people.0.id": ["", "../x", "a b", "index", "con", "佐藤", None, "a" * 81],
    "people.0.name": ["", "-", None, ["佐藤"], "佐\u200b藤", "佐\x00藤", "佐\ud800藤"],
    "people.0.reading": ["佐藤", "", 3],
    "people.0.professions": [None, "税理士", [None], [""], ["x"] * 21],
    "people.0.firm": ["", 3, ["x"], {"a": 1}],
    "people.0.since": ["", "yesterday", 0, "0000-00-00"],
    "people.0.note": ["", "a\nb", "x" * 10_001],
    "events.0.kind": ["party", None],
    "events.0.people": [["nobody"], None, "sato-misaki"],
    "events.0.date": [None, ""],
}


@pytest.mark.parametrize(("path", "value"), [(path, value) for path, some in WRONG.items() for value in some], ids=repr)
def test_a_value_that_no_journal_gives_is_named_by_its_path(path, value):
    found = said(json.dumps(changed(path, value)).encode())
    shown = path.replace(".0", "[0]")
    assert [one.split(" ")[0] for one in found] == ["share-value"] * len(found)
    assert all(one.removeprefix("share-value ").startswith(shown) for one in found)


@pytest.mark.parametrize("path", ["extra", "people.0.email", "people.0.impressions", "events.0.memo"])
def test_a_field_that_is_none_is_refused_and_its_name_is_not_repeated(path):
    found = said(changed(path, "x"))
    assert len(found) == 1
    assert found[0].startswith("share-value")
    assert path.rsplit(".", 1)[-1] not in found[0].replace("people[0].", "")


def test_a_field_that_is_missing_is_named():
    whole = changed("people.0.name", "x")
    del whole["people"][0]["firm"]
    assert said(whole) == ["share-value people[0].firm"]


def test_an_id_that_stands_twice():
    assert said(changed("people", GOOD["people"] * 2)) == ["share-value people[1].id"]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"3", b'"x"', b"{", b"\xff\xfe", "日誌".encode("cp932"), b"{}", b'{"kind": "other"}',
        b"[" * 100_000, b'{"a":' * 100_000, b'{"kind": "netjudge-share", "kind": "netjudge-share"}',
        b'{"kind": "netjudge-share", "format": NaN}', b'{"kind": "netjudge-share", "format": ' + b"1" * 5000 + b"}",
    ],
    ids=lambda data: repr(data[:30]),
)  # fmt: skip
def test_what_is_no_share_at_all(data):
    assert said(data) == ["share-unreadable"]


@pytest.mark.parametrize("version", [0, 2, "1", None, 1.5, True, [1]])
def test_a_share_of_another_version_is_not_guessed_at(version):
    assert said(changed("format", version)) == ["share-version"]


def test_many_mistakes_are_not_listed_without_end():
    broken = changed("people", [{} for _ in range(500)])
    assert len(said(broken)) == MOST_PROBLEMS


def test_no_value_of_the_file_is_repeated():
    for value in ("ひみつ\n", ["ひみつ"], "ひみつ" * 9999):
        for path in ("member", "people.0.name", "people.0.firm", "events.0.kind"):
            _, problems = read_share(source(changed(path, value)))
            assert problems
            assert "ひみつ" not in repr(problems)


def test_the_same_member_twice_is_a_mistake_at_the_second():
    other = changed("member", "大野　真")
    shares, problems = read_shares([source(GOOD, "a.json"), source(other, "b.json")])
    assert len(shares) == 1
    assert [(str(p.place), p.name, p.facts["other"]) for p in problems] == [
        ("b.json:1:1", "share-member-twice", "a.json")
    ]


def test_what_was_shared_with_the_office_does_not_come_to_others():
    shares, problems = read_shares([source(GOOD)], PARTNERS)
    assert (shares, [problem.name for problem in problems]) == ((), ["share-audience"])
    assert read_shares([source(changed("audience", "partners"))], PARTNERS)[1] == ()
    assert read_shares([source(changed("audience", "partners"))])[1] == ()


# ---------------------------------------------------------------------------------------------------------------------
# Written and read back
# ---------------------------------------------------------------------------------------------------------------------

plain = st.text(min_size=1, max_size=30).filter(lambda text: not invisible(text) and not set(text) & set("\t\n\r"))
lines = plain.filter(lambda text: text == text.strip())
persons = st.builds(
    TeamPerson,
    id=st.just(""),
    name=lines.filter(usable),
    reading=st.sampled_from(["", "さとう みさき", "ヤマダ"]),
    professions=st.lists(lines, max_size=3).map(tuple),
    firm=st.just("") | lines,
    since=st.none() | st.dates(),
    last_met=st.none() | st.dates(),
    note=st.just("") | lines,
)


@st.composite
def all_shares(draw):
    people = tuple(replace(one, id=f"p{n}") for n, one in enumerate(draw(st.lists(persons, max_size=4))))
    ids = st.lists(st.sampled_from([one.id for one in people]), unique=True).map(tuple) if people else st.just(())
    kinds = st.sampled_from("event study meeting call other".split())
    events = st.builds(TeamEvent, st.dates(), st.just("") | lines, st.just("") | lines, kinds, ids)
    return Share(
        draw(st.sampled_from(OTHERS)),
        draw(lines.filter(usable)),
        draw(st.dates()),
        people,
        tuple(draw(st.lists(events, max_size=3))),
    )


@given(all_shares())
@settings(deadline=None)
def test_what_is_written_reads_back_as_it_was(share):
    report = share_json.report(share)
    assert read_share(source(written(report).encode())) == (share, ())
    jsonschema.validate(report, json_schema())


@pytest.mark.parametrize(("path", "value"), [("people.0.email", "x"), ("audience", "private"), ("people.0.name", None)])
def test_the_published_schema_refuses_what_the_reader_refuses(path, value):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(changed(path, value), json_schema())
    jsonschema.validate(GOOD, json_schema())


def test_the_schema_is_published_as_it_is():
    published = (ROOT / "docs" / "manual" / "share-1.schema.json").read_text(encoding="utf-8")
    assert published == written(json_schema())
