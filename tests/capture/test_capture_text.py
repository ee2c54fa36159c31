"""Whatever was typed is read back sign for sign: the script writes, the reader of the journal reads."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.reader import entries, sheet
from netjudge_plugin.reader.schema import ContactFields, EventFields, PromiseFields
from netjudge_plugin.reader.unseen import without_invisible

#: What no journal file may hold, and what is no character.
LAWLESS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

HOSTILE = [
    "", " ", "no", "Yes", "on", "NULL", "~", "y", "0312", "10:30", "1_000", "2026-11-23", "2026/11/23", "1e3", ".inf",
    "- 田中", "-　田中", "－田中", "ー田中", "? x", ": x", "x:", "x: y", "x：y", "：", "#x", "x #y", "x# y", "&a", "*a",
    "!a", "|", ">", "%", "@", "`", "[", "[[佐藤 美咲]]さん", "{a: b}", "'", "''", '"', '""', "\\", "\\n", '\\"',
    "'a' \"b\"", " 先頭", "末尾 ", "　全角　", "二　つ", "a  b", "\t", "a\tb", "行\n次", "\n", "行\n", "---",
    "一\n---\n二", "...", "--- x", "髙橋", "𠮷野家", "葛\U000e0100城", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f3f3\ufe0f\u200d\U0001f308", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "é",
    "e\u0301", "が", "か\u3099", "ﾀﾅｶ", "①", "〇", "◎ よい", "× ", "○", "？", "</script>", "<!--", "${x}", "{0}",
    "a\u200bb", "\ufeff", "\u202eabc", "\x00", "\x07", "\x85", "\u2028", "\ud83d", "a\r\nb", "a\rb", "a\x0bb", "<<",
    "田中、佐藤", "O'Brien", "Jean-Luc", "a - b", "終わり。", "（株）", "「引用」", "～",
]  # fmt: skip


def wanted(text):
    """The text as a file can hold it: without controls and what nobody can see, with one kind of line end."""
    return without_invisible(LAWLESS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


@pytest.fixture(scope="module")
def quoted(chromium, sites):
    """The script's own quoting, for many texts at once."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto((sites() / "capture.html").as_uri())
    yield lambda texts: page.evaluate(
        "texts => texts.map(text => netjudgeCapture.quoted(JSON.parse(text)))", [as_json(text) for text in texts]
    )
    context.close()


def as_json(text):
    """In ASCII, so that halves of characters get through to the browser as well."""
    return '"' + "".join(f"\\u{unit:04x}" for unit in units(text)) + '"'


def units(text):
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]


def read_back(scalars):
    """What the reader makes of them as values, as items and as keys."""
    front = "".join(f"v{n}: {one}\nl{n}:\n  - {one}\n  - {one}: {one}\n" for n, one in enumerate(scalars))
    file = SourceFile("journal/a.md", "a.md", f"---\n{front}---\n".encode())
    found, problems = sheet.read(file)
    assert problems == ()
    values = [entry.value for entry in found.front.entries]
    for plain, listed in zip(values[::2], values[1::2], strict=True):
        item, table = listed.items
        yield [plain.value, item.value, table.entries[0].key.value, table.entries[0].value.value]


def holds(quoted, texts):
    for text, found in zip(texts, read_back(quoted(texts)), strict=True):
        assert found == [wanted(text)] * 4, repr(text)


def test_hostile_texts_are_read_back(quoted):
    holds(quoted, HOSTILE)


LETTERS = st.characters(exclude_categories=["Cn"])  # what the browser's Unicode may know and Python's does not yet
AWKWARD = st.sampled_from(list(" \t\n\r-—ー－:：#\"'\\,、。[]{}&*!|>%@`~?？○×◎△<>=　\u200b\u200d\ufe0f👩👧🏳🌈yn0"))


@given(st.lists(st.text(AWKWARD, max_size=8) | st.text(LETTERS, max_size=8), min_size=1, max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_text_is_read_back(quoted, texts):
    holds(quoted, texts)


def test_plain_words_need_no_quotes(quoted):
    plain = [
        "佐藤 美咲",
        "業務分野が近い",
        "次に困りそうなところを、必ず置く。",
        "listens well",
        "○ 同じ研修",
        "××",
        "O'Brien",
    ]
    assert quoted(plain) == plain


def test_what_other_programs_take_for_something_else_is_in_quotes(quoted):
    assert quoted(["no", "On", "2026-11-23", "0312", "null", "y"]) == [
        '"no"', '"On"', '"2026-11-23"', '"0312"', '"null"', '"y"',
    ]  # fmt: skip


PERSON = {
    "name": "", "told": None, "reading": "", "profession": "", "firm": "", "words": [], "marks": [], "unsure": [],
    "topics": "", "promise": "", "by": "", "note": "",
}  # fmt: skip
FIELDS = {name: name for table in (EventFields, ContactFields, PromiseFields) for name in table.words}


@pytest.fixture(scope="module")
def written(chromium, sites):
    """A whole file as the script writes it, with English words for the fields."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto((sites() / "capture.html").as_uri())

    def text(people, **event):
        entry = {"title": "", "date": "2026-11-23", "place": "", "kind": "", "body": "", **event}
        entry["people"] = [{**PERSON, **person} for person in people]
        return page.evaluate("given => netjudgeCapture.text(...given)", [entry, FIELDS])

    yield text
    context.close()


def event_of(text):
    found, problems = sheet.read(SourceFile("journal/a.md", "a.md", text.encode("utf-8")))
    assert problems == ()
    event, more = entries.check(found, inside="a.md")
    assert more == ()
    return event


def test_a_whole_entry_is_the_event_that_was_meant(written):
    event = event_of(
        written(
            [
                {
                    "name": ' 田中 "太郎": #1 ',
                    "reading": "たなか たろう",
                    "profession": "税理士、行政書士",
                    "firm": "- 事務所",
                    "words": ["話をよく聞く", "yes"],
                    "marks": [{"axis": "無理のなさ: x", "mark": "○", "text": " ×ではない "}],
                    "unsure": ["立場の尊重"],
                    "topics": "相続、 #1, no",
                    "promise": "資料: 甲",
                    "by": "2026-11-30",
                    "note": "一行目\n---\n 三行目 ",
                },
                {"name": "二人目", "promise": "乙"},
                {},
                {"name": "鈴木 健一", "told": {"person": "鈴木 健一", "id": "suzuki-a"}, "firm": "書かない"},
            ],
            title="会: 一",
            place="#2",
            kind="study",
            body="本文\n---\n続き\n",
        )
    )
    assert (event.title, event.date, event.venue, event.kind) == ("会: 一", datetime.date(2026, 11, 23), "#2", "study")
    assert event.body.strip() == "本文\n---\n続き"
    first, second, third = event.contacts
    assert (first.name, first.reading, first.firm) == ('田中 "太郎": #1', "たなか たろう", "- 事務所")
    assert first.professions == ("税理士", "行政書士")
    assert [(i.axis, i.text) for i in first.impressions] == [
        (None, "話をよく聞く"), (None, "yes"), ("無理のなさ: x", "○ ×ではない"),
    ]  # fmt: skip
    assert [word.text for word in first.unsure] == ["立場の尊重"]
    assert first.topics == ("相続", "#1", "no")
    assert (first.promise.what, first.promise.by) == ("資料: 甲", datetime.date(2026, 11, 30))
    assert first.note.text == "一行目\n---\n 三行目 "
    assert (second.name, second.promise.what, second.promise.by) == ("二人目", "乙", None)
    assert (third.name, third.id, third.firm) == ("鈴木 健一", "suzuki-a", None)


def test_an_event_with_nobody_is_an_event(written):
    event = event_of(written([{}], title="会"))
    assert event.contacts == ()


@given(note=st.text(AWKWARD, max_size=30), name=st.text(AWKWARD, max_size=12), body=st.text(AWKWARD, max_size=30))
@example(note="\n", name="x", body="---\n")
@example(note=" ", name="-", body="　---")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_text_changes_the_shape_of_the_file(written, note, name, body):
    event = event_of(written([{"name": f"田{name}", "note": note}, {"name": "次"}], title="会", body=body))
    first, second = event.contacts
    assert first.name == " ".join(wanted(f"田{name}").split("\n")).strip()
    assert (first.note.text if first.note else "").strip() == wanted(note).strip()
    assert second.name == "次"
    assert event.body.strip() == LAWLESS.sub("", body.replace("\r\n", "\n").replace("\r", "\n")).strip()
