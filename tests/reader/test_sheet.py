"""Front matter with its places: what is kept, what is refused, and how a slip is found where it is."""

from __future__ import annotations

import json
import re
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import frontmatter
import pytest
import yaml
from growth import EVENLY, growth
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netjudge_plugin.model.diagnostics import Place, Severity
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.written import Entry, Listing, Node, Sheet, Table, Text
from netjudge_plugin.reader.sheet import read, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netjudge_plugin.model.diagnostics import Diagnostic

EVENING = """\
---
title: 東京士業交流会
date: 2026-11-20
place: 銀座 10:30
tags: [交流会, 相続]
# メモ
contacts:
  - person: 佐藤 美咲
    reading: さとう みさき
    impressions:
      - 業務分野が近い
      - 話をよく聞く
      - 無理のなさ：×
    topics:
      - 相続
      - 登記
    note: |
      話題: 相続、名前：田中

      　段落 # 印
    promise:
      what: 資料を送る
      by: 2026-12-01
  - person: 田中 健
    note: 話題：相続で
      結論：また会う
    decision: 連絡する
    promise: {what: 見積, by: 2026-12-01}
    reason: >-
      恩師の紹介: はい
      - 一
attending:
- 鈴木
- 高橋
share: team
---
本文: 名前：x
"""
#: Lines (from 0) of EVENING that continue a text: nothing in them is a key or an item.
CONTINUED = {17, 18, 19, 24, 29, 30}


def most_parsed(data: bytes) -> int:
    """For so many characters a file may be parsed: a few times as it is, and in search of slips within limits."""
    return 4 * len(data) + min(2_000_000, 300 * (len(data) + 10))


@dataclass
class Work:
    """What was asked of the YAML parser: characters handed to it, and events taken from it."""

    characters: int = 0
    events: int = 0


@contextmanager
def parsing() -> Iterator[Work]:
    """Count what is parsed meanwhile."""
    work, parse = Work(), yaml.parse

    def counted(text: str, Loader: type) -> Iterator[yaml.Event]:  # noqa: N803 - as the library calls it
        work.characters += len(text)
        for event in parse(text, Loader=Loader):
            work.events += 1
            yield event

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "parse", counted)
        yield work


def source(text: str | bytes) -> SourceFile:
    return SourceFile("journal/x.md", "x.md", text if isinstance(text, bytes) else text.encode("utf-8"))


def front(text: str) -> Table:
    """The front matter of a file that must be fine."""
    sheet, found = read(source(f"---\n{text}---\n"))
    assert found == ()
    assert sheet is not None
    return sheet.front


def names(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.name}" for d in found]


def plain(node: Node) -> object:
    """The tree as Python's own lists and dicts."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {entry.key.value: plain(entry.value) for entry in node.entries}


class TestWhatIsRead:
    def test_every_scalar_stays_the_text_it_was(self) -> None:
        texts = ["0312", "017", "0o17", "1_000", "no", "on", "10:30", "2026-11-20", "~", "null", "1e3", ".inf", "C#"]
        table = front("".join(f"k{number}: {text}\n" for number, text in enumerate(texts)))
        assert list(plain(table).values()) == texts

    def test_every_node_knows_its_line_and_column_in_characters(self) -> None:
        table = front("𠮷: 髙橋\ncontacts:\n  - person: 'x'\n")
        key, value = table.entries[0].key, table.entries[0].value
        assert key == Text("𠮷", Place("journal/x.md", 2, 1))
        assert value == Text("髙橋", Place("journal/x.md", 2, 4))
        listing = table.entries[1].value
        assert isinstance(listing, Listing)
        assert listing.place == Place("journal/x.md", 4, 3)
        inner = listing.items[0]
        assert isinstance(inner, Table)
        assert inner.entries[0].value == Text("x", Place("journal/x.md", 4, 13), plain=False)

    def test_an_empty_value_is_the_empty_text(self) -> None:
        assert plain(front("note:\ncontacts: []\n")) == {"note": "", "contacts": []}

    def test_only_a_text_without_marks_is_plain(self) -> None:
        table = front("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >-\n  x\n")
        assert [entry.value.plain for entry in table.entries if isinstance(entry.value, Text)] == [True] + [False] * 4

    def test_the_body_starts_below_the_closing_fence(self) -> None:
        sheet, _ = read(source("\r\n---\r\na: b\r\n...  \r\n一\r\n二\r二の二"))
        assert sheet is not None
        assert (sheet.body, sheet.body_line) == ("一\n二\n二の二", 5)

    def test_a_file_may_end_with_its_closing_fence(self) -> None:
        sheet, _ = read(source("---\na: b\n---"))
        assert sheet is not None
        assert (sheet.body, sheet.body_line) == ("", 4)

    def test_8000_contacts_are_read_with_the_work_of_four_times_2000(self) -> None:
        some, many = (
            "date: 2026-11-20\ncontacts:\n"
            + "".join(f"  - person: 佐藤 {n}\n    impressions: [話をよく聞く]\n    note: x\n" for n in range(count))
            for count in (2000, 8000)
        )
        assert growth(front, some, many) < EVENLY
        contacts = front(many).entries[1].value
        assert isinstance(contacts, Listing)
        assert len(contacts.items) == 8000


class TestWhatIsLeftOut:
    def test_of_equal_keys_the_first_stays(self) -> None:
        sheet, found = read(source("---\nid: a\nｉｄ: b\nid: c\nx: y\n---\n"))
        assert sheet is not None
        assert plain(sheet.front) == {"id": "a", "x": "y"}
        assert [(d.place.line, d.name, d.facts["first"]) for d in found] == [
            (3, "yaml-duplicate-key", "2"),
            (4, "yaml-duplicate-key", "2"),
        ]

    def test_a_link_without_quotes_takes_its_field_along_and_no_more(self) -> None:
        sheet, found = read(source("---\nnote: [[佐藤 美咲]]\nl: [[[a]], b]\nx: [[a, b], [c]]\ny: [ [a] ]\n---\n"))
        assert sheet is not None
        assert plain(sheet.front) == {"l": ["b"], "x": [["a", "b"], ["c"]], "y": [["a"]]}
        assert names(found) == ["2:7 yaml-unquoted-link", "3:5 yaml-unquoted-link"]


class TestLimits:
    BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )

    EXPLOSIVE = (
        (BOMB, "yaml-anchor"),
        ("a: &a {x: 1}\nb:\n  <<: [*a, *a]\n", "yaml-anchor"),
        ("<<: {}\n", "yaml-anchor"),
        ("a: [*a]\n", "yaml-anchor"),
        ("a: !!str x\n", "yaml-tag"),
        ("a: ! x\n", "yaml-tag"),
        ("a: !<tag:x> x\n", "yaml-tag"),
        ("a: !e!x x\n", "yaml-tag"),
        ("a: " + "[" * 5000, "yaml-too-deep"),
        ("a: " + "{b: " * 5000, "yaml-too-deep"),
        ("- " * 5000, "yaml-too-deep"),
        ("".join(" " * depth + "a:\n" for depth in range(900)), "yaml-too-deep"),
        ("x" * 10_000_000, "file-too-large"),
        ("a: b\n" * 250_000, "file-too-large"),
    )

    @pytest.mark.parametrize(("text", "name"), EXPLOSIVE)
    def test_what_could_explode_is_refused_at_once(self, text: str, name: str) -> None:
        for reading, file in ((read, source(f"---\n{text}\n---\n")), (read_yaml, source(text))):
            value, found = reading(file)
            assert value is None
            assert [d.name for d in found] == [name]

    @pytest.mark.parametrize("name", ["yaml-anchor", "yaml-tag", "yaml-too-deep", "file-too-large"])
    def test_refused_at_once_means_that_nearly_nothing_is_built(self, name: str) -> None:
        for text in [text for text, expected in self.EXPLOSIVE if expected == name]:
            for reading, file in ((read, source(f"---\n{text}\n---\n")), (read_yaml, source(text))):
                with parsing() as work:
                    reading(file)
                assert work.events <= (0 if name == "file-too-large" else 60)
                assert work.characters <= 3 * len(file.data)

    def test_twenty_levels_are_not_too_deep(self) -> None:
        front("a: " + "[x, " * 19 + "]" * 19 + "\n")

    def test_a_megabyte_in_one_line_is_no_trouble(self) -> None:
        assert growth(front, f"a: {'あ' * 75_000}\n", f"a: {'あ' * 300_000}\n") < EVENLY

    def test_a_megabyte_of_slips_is_not_mended_for_ever(self) -> None:
        some, many = (source("---\n" + "名前：田中\n" * count + "x: y\n---\n") for count in (15_000, 60_000))
        assert growth(read, some, many) < EVENLY
        with parsing() as work:
            assert read(many)[0] is None
        assert work.characters <= most_parsed(many.data)


class TestWholeFileYaml:
    def test_comments_behind_values_are_welcome(self) -> None:
        table, found = read_yaml(source("# 判断基準\n---\nformat: 1 # 版\naxes:\n  - id: a # 軸\n"))
        assert found == ()
        assert table is not None
        assert plain(table) == {"format": "1", "axes": [{"id": "a"}]}

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", "1:1 front-matter-not-table"),
            ("- a\n", "1:1 front-matter-not-table"),
            ("a: b\n---\nc: d\n", "2:1 yaml-syntax"),
            ("a: b: c\n", "1:5 yaml-unquoted-colon"),
            ("a：b\nc: d\n", "1:2 yaml-full-width-colon"),
            ("a: !x b\n", "1:4 yaml-tag"),
            ("a: b\x07\n", "1:5 control-character"),
        ],
    )
    def test_the_same_mistakes_are_found(self, text: str, expected: str) -> None:
        table, found = read_yaml(source(text))
        assert table is None
        assert names(found) == [expected]

    def test_equal_keys_are_reported(self) -> None:
        table, found = read_yaml(source("a: b\na: c\n"))
        assert table is not None
        assert names(found) == ["2:1 yaml-duplicate-key"]


def _key(line: str) -> re.Match[str] | None:
    return re.match(r"^(\s*(?:- )?)([^\s:：\"\-][^:\"]*): ?(.*)$", line)


def wide_colon(line: str) -> Iterator[tuple[str, int]]:
    if key := _key(line):
        yield f"{key[1]}{key[2]}：{key[3]}", key.end(2) + 1


def wide_space_after_colon(line: str) -> Iterator[tuple[str, int]]:
    if (key := _key(line)) and key[3]:
        yield f"{key[1]}{key[2]}:　{key[3]}", key.end(2) + 2


def wide_indent(line: str) -> Iterator[tuple[str, int]]:
    indent = len(line) - len(line.lstrip(" "))
    if indent:
        yield "　" + line[indent:], 1
        yield "　" * (indent // 2) + line[indent:], 1


def tab_indent(line: str) -> Iterator[tuple[str, int]]:
    if line.startswith(" "):
        yield "\t" + line.lstrip(" "), 1


def wide_space_after_dash(line: str) -> Iterator[tuple[str, int]]:
    if item := re.match(r"^( *)- (.*)", line):
        yield f"{item[1]}-　{item[2]}", item.end(1) + 2


def wide_dash(line: str) -> Iterator[tuple[str, int]]:
    if item := re.match(r"^( *)- (.*)", line):
        yield from ((f"{item[1]}{dash}{item[2]}", item.end(1) + 1) for dash in ("－ ", "ー ", "—　", "－　", "－"))


def second_colon(line: str) -> Iterator[tuple[str, int]]:
    if (key := _key(line)) and key[3] and key[3][0] not in '"|>[{':
        yield f"{key[1]}{key[2]}: 話題: {key[3]}", key.end(2) + 5


def bare_link(line: str) -> Iterator[tuple[str, int]]:
    if (key := _key(line)) and key[3] and key[3][0] not in '"|>[{':
        yield f"{key[1]}{key[2]}: [[佐藤]] と{key[3]}", key.end(2) + 3


class TestSlips:
    @pytest.mark.parametrize(
        ("name", "slip", "least"),
        [
            ("yaml-full-width-colon", wide_colon, 18),
            ("yaml-full-width-space", wide_space_after_colon, 12),
            ("yaml-full-width-space", wide_indent, 30),
            ("yaml-tab", tab_indent, 15),
            ("yaml-full-width-space", wide_space_after_dash, 9),
            ("yaml-full-width-dash", wide_dash, 45),
            ("yaml-unquoted-colon", second_colon, 9),
            ("yaml-unquoted-link", bare_link, 9),
        ],
    )
    def test_a_slip_on_any_line_of_an_evening_is_found_on_that_line(
        self, name: str, slip: Callable[[str], Iterator[tuple[str, int]]], least: int
    ) -> None:
        lines = EVENING.split("\n")
        closing = lines.index("---", 1)
        tried = 0
        for number in sorted(set(range(1, closing)) - CONTINUED - {5}):
            for spoilt, column in slip(lines[number]):
                tried += 1
                sheet, found = read(source("\n".join([*lines[:number], spoilt, *lines[number + 1 :]])))
                assert (sheet, names(found)) == (None, [f"{number + 1}:{column} {name}"]), spoilt
        assert tried >= least

    def test_an_evening_without_slips_says_nothing(self) -> None:
        sheet, found = read(source(EVENING))
        assert sheet is not None
        assert found == ()

    def test_several_slips_are_all_found_each_where_it_is(self) -> None:
        spoilt = (
            EVENING.replace("title: ", "title：")
            .replace("      - 相続\n", "      －　相続\n")
            .replace("    decision: 連絡する", "    decision: 連絡: する")
        )
        assert names(read(source(spoilt))[1]) == [
            "2:6 yaml-full-width-colon",
            "15:7 yaml-full-width-dash",
            "27:17 yaml-unquoted-colon",
        ]

    @pytest.mark.parametrize(
        ("begun", "again", "end"), [("", "－", "a"), ("- " * 15, "－ ", "a: b: c"), ("", "名：", ""), ("", "　", "a")]
    )
    def test_one_slip_a_thousand_times_ends_no_run(self, begun: str, again: str, end: str) -> None:
        lines = [begun + again * count + end for count in (9_000, 36_000)]
        some, many = (source(f"---\nx: y\n{line}\n{line}\nz: x\n---\n") for line in lines)
        assert read(many)[0] is None
        assert growth(read, some, many) < EVENLY

    @pytest.mark.parametrize("count", [1, 9, 40])
    def test_many_lines_with_one_slip_are_all_named(self, count: int) -> None:
        contacts = "".join(f"  - person：田中{n}\n    士業：税理士\n    note: x\n" for n in range(count))
        found = names(read(source(f"---\ncontacts:\n{contacts}---\n"))[1])
        assert found[:2] == ["3:11 yaml-full-width-colon", "4:7 yaml-full-width-colon"]
        assert len(found) >= min(10, 2 * count)

    @pytest.mark.parametrize(
        "text",
        [
            "note: 話題：相続\n",
            "note:\n  話題：相続\n  結論：保留\n",
            "note: |\n  　- 名前：田中\n\n  -　x: y # z\n",
            "note: '－ x'\nplace: －\ntags: [－, ー, 　]\n",
            "note: 一\n  二：三\n\n  　四\n",
            "note: 話したこと\n  － 相続\n  － 登記\n",
            "note:\n  －5度だった\n",
            "a: \"x: y #z\" # よい\nb: 'x # y'\n",
            "topics: # よい\n  # よい\n  - 'x' # よい\n",
            "url: https://example.com/#a\ntime: 10:30\nc: C#, F#\n",
            "l:\n  - 話題: x\n  - 名前：y\n",
            "? a\n: b\n",
            "a: -　x\nアー: ー\n",
        ],
    )
    def test_correct_yaml_raises_no_false_alarm(self, text: str) -> None:
        front(text)


def _texts() -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"])
    return st.text(st.one_of(letters, st.sampled_from("\n\t：　－# :-[]{}\"'\\")), max_size=30)


def _trees() -> st.SearchStrategy[object]:
    def unique(keys: dict[str, object]) -> bool:
        return len({unicodedata.normalize("NFKC", key) for key in keys}) == len(keys)

    inner = st.recursive(
        _texts(),
        lambda deeper: (
            st.lists(deeper, max_size=4).filter(lambda items: not (len(items) == 1 and isinstance(items[0], list)))
            | st.dictionaries(_texts(), deeper, max_size=4).filter(unique)
        ),
        max_leaves=12,
    )
    return st.dictionaries(_texts(), inner, min_size=1, max_size=5).filter(unique)


def _moved(sheet: Sheet | None) -> object:
    return sheet and (plain(sheet.front), list(_places(sheet.front)), sheet.body, sheet.body_line)


def _places(node: Node | Entry) -> Iterator[Place]:
    if isinstance(node, Entry):
        yield node.key.place
        yield from _places(node.value)
        return
    yield node.place
    parts = node.entries if isinstance(node, Table) else node.items if isinstance(node, Listing) else ()
    for part in parts:
        yield from _places(part)


#: What a journal is made of, and what can be typed by mistake in it.
PIECES = st.one_of(
    st.sampled_from(
        ["--- \n", "...\n", "－－－\n", "\n  - ", "\n    ", "  ", "\n", ": ", " # ", "\t", "\r", "\r\n", "　"]
    ),
    st.sampled_from(["person:", "名前：", "-　", "[[佐藤]]", "田中", "𠮷", "<<:", "&a", "*a", "!t", "%TAG", '"\\x07"']),
    st.sampled_from("：[]{}&*!|>'\"%@`?,<~=\\#-－\ufeff\x00\u2028"),
)


class TestLaws:
    @given(st.binary(max_size=400))
    @example(b"\xff\xfe")
    @example(b"---\n" + "髙橋".encode("cp932"))
    @example(b"\x1b$B")
    @settings(max_examples=300)
    def test_any_bytes_are_read_or_refused_with_measured_work(self, data: bytes) -> None:
        self._reads_or_refuses(data)

    @given(st.lists(PIECES, max_size=60).map("".join))
    @settings(max_examples=500)
    def test_any_journal_is_read_or_refused_with_measured_work(self, text: str) -> None:
        self._reads_or_refuses(f"---\n{text}\n---\n".encode())

    @given(_trees())
    def test_a_table_of_quoted_texts_reads_back_verbatim(self, tree: object) -> None:
        assert plain(front(json.dumps(tree, ensure_ascii=False) + "\n")) == tree

    @given(
        # NUL apart: by its places in a file UTF-16 is told from a stray control character
        st.lists(PIECES.filter(lambda piece: not {"\r", "\0"} & set(piece)), max_size=40).map("".join),
        st.sampled_from(["\r\n", "\r"]),
    )
    @example(EVENING.removeprefix("---\n"), "\r\n")
    def test_line_ends_and_a_byte_order_mark_make_no_difference(self, text: str, line_end: str) -> None:
        text = f"---\n{text}\n---\n本文\n"
        sheet, found = read(source(text))
        for variant in (text.replace("\n", line_end), "\ufeff" + text):
            other, others = read(source(variant))
            assert _moved(other) == _moved(sheet)
            assert others == found

    @staticmethod
    def _reads_or_refuses(data: bytes) -> None:
        for reading in (read, read_yaml):
            with parsing() as work:
                value, found = reading(source(data))
            assert work.characters <= most_parsed(data)
            assert value is not None or any(d.severity is Severity.ERROR for d in found)
            assert all(d.place.line >= 1 and d.place.column >= 1 for d in found)


class TestEncodings:
    TEXT = "---\ntitle: 士業の会です\ndate: 2026-11-20\ncontacts: []\n---\n本文をここに書きます。\n"

    @pytest.mark.parametrize(
        ("codec", "encoding"),
        [
            ("cp932", "CP932 (Shift_JIS)"),
            ("euc_jp", "EUC-JP"),
            ("iso2022_jp", "ISO-2022-JP"),
            ("utf-16", "UTF-16"),
            ("utf-16-le", "UTF-16LE"),
            ("utf-16-be", "UTF-16BE"),
            ("utf-32", "UTF-32"),
        ],
    )
    def test_what_a_file_probably_is_is_named_with_the_command_that_converts_it(
        self, codec: str, encoding: str
    ) -> None:
        sheet, found = read(source(self.TEXT.encode(codec)))
        assert sheet is None
        assert names(found) == ["1:1 encoding-not-utf8"]
        assert found[0].facts["encoding"] == encoding
        name = found[0].facts["command"].split()[2]
        assert self.TEXT.encode(codec).decode(name).lstrip("\ufeff") == self.TEXT

    def test_signs_that_only_windows_knows_are_cp932(self) -> None:
        _, found = read(source("---\ntitle: 髙橋①㈱\n---\n".encode("cp932")))
        assert found[0].facts["encoding"] == "CP932 (Shift_JIS)"

    @pytest.mark.parametrize("broken", [b"\xff", b"\xe3\x81", b"\x80"])
    def test_a_broken_byte_in_utf8_is_named_where_it_is(self, broken: bytes) -> None:
        _, found = read(source("\ufeff---\r\n名前: 髙".encode() + broken + "橋\n---\n".encode()))
        assert names(found) == ["2:6 encoding-not-utf8"]
        assert found[0].facts == {}

    def test_at_most_ten_control_characters_are_listed(self) -> None:
        _, found = read(source("---\na: " + "\x07" * 50 + "\n---\n"))
        assert len(found) == 10
        assert names(found)[:2] == ["2:4 control-character", "2:5 control-character"]


@pytest.mark.parametrize("inside", sorted(p.name for p in (Path(__file__).parents[2] / "journal").rglob("2026-1*.md")))
def test_on_ordinary_files_python_frontmatter_agrees(inside: str) -> None:
    """An independent reading of the sample's files: the same keys, the same body."""
    (path,) = (Path(__file__).parents[2] / "journal").rglob(inside)
    found, _ = read(SourceFile(inside, inside, path.read_bytes()))
    assert found is not None
    post = frontmatter.loads(path.read_text(encoding="utf-8"))
    assert [entry.key.value for entry in found.front.entries] == list(post.metadata)
    assert found.body.strip() == post.content.strip()
