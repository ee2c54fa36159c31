"""Every disguise of a text is seen through, alone and in one another; switched off, each of them hides something."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import quopri
import re
import sys
import unicodedata
import zipfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from urllib.parse import quote

import duckdb
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from planted import leaks_in, needles_of, png_with

from netjudge_plugin.audience import disguises, letters, report
from netjudge_plugin.audience.needles import Needles
from netjudge_plugin.audience.scan import prove
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.proof import Trouble

NAME = "髙橋 秘密太郎ガ"


def page(text: str) -> bytes:
    return f"<!doctype html><p>名簿の頁</p><p>{text}</p>\n".encode()


def zipped(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.xml", data)
    return file.getvalue()


def table(rows: str) -> bytes:
    """A Parquet table of rows of SQL, packed well enough that no text is left in its bytes as they stand."""
    with TemporaryDirectory() as folder, duckdb.connect() as engine:
        engine.execute(f"COPY ({rows}) TO '{folder}/t' (FORMAT parquet, COMPRESSION gzip)")
        return Path(folder, "t").read_bytes()


def column(cell: str) -> bytes:
    """A table with one cell like that among many others, so that statistics tell of others alone."""
    return table(f"SELECT unnest(['{'あ' * 90}', {cell}, '{'龍' * 90}']) AS x FROM range(9)")


#: How a text is written in disguise, as the bytes of a file.
DISGUISES = {
    "plain": page,
    "gz": lambda text: gzip.compress(page(text)),
    "gz in gz": lambda text: gzip.compress(gzip.compress(page(text))),
    "entities": lambda text: page("".join(f"&#{ord(sign)};" for sign in text)),
    "entities twice": lambda text: page(html.escape("".join(f"&#x{ord(sign):x};" for sign in text))),
    "tags": lambda text: page("<b>" + "</b><b>".join(text) + "</b>"),
    "readings over kanji": lambda text: page(f"<ruby>{text[:5]}<rp>(</rp><rt>よみ</rt><rp>)</rp></ruby>{text[5:]}"),
    "zero width": lambda text: page("\u200b".join(text)),
    "zero width in letters": lambda text: page("\u200b".join(unicodedata.normalize("NFD", text))),
    "soft hyphens": lambda text: page("&shy;".join(text)),
    "json": lambda text: json.dumps({"docs": [{"text": text}]}).encode(),
    "json in html in json": lambda text: json.dumps({"a": html.escape(json.dumps(text))}).encode(),
    "style sheet": lambda text: ("p::after{content:'" + "".join(f"\\{ord(c):x} " for c in text) + "'}").encode(),
    "script": lambda text: ("x = '" + "".join(f"\\u{{{ord(c):x}}}" for c in text) + "'").encode(),
    "percent": lambda text: page(f'<a href="x/{quote(text)}">x</a>'),
    "percent twice": lambda text: page(f'<a href="x/{quote(quote(text))}">x</a>'),
    "percent in CP932": lambda text: page(quote(text.encode("cp932"))),
    "decomposed": lambda text: page(unicodedata.normalize("NFD", text)),
    "composed": lambda text: page(unicodedata.normalize("NFC", text)),
    "other widths": lambda text: page(text.translate({0x20: 0x3000, 0x30AC: "ｶﾞ"})),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 inside": lambda text: b"\xff<p>x</p>" + text.encode("utf-16-be") + b"\xff",
    "cp932": lambda text: page(text).decode().encode("cp932"),
    "euc-jp": lambda text: page(text.replace("髙", "高")).decode().encode("euc_jp"),
    "iso-2022-jp": lambda text: text.replace("髙", "高").encode("iso2022_jp"),
    "base64": lambda text: page(base64.b64encode(text.encode()).decode()),
    "base64 behind one letter": lambda text: page("x" + base64.b64encode(b"12" + text.encode()).decode()),
    "base64 of addresses": lambda text: page(base64.urlsafe_b64encode(b"?>?" + text.encode()).decode().rstrip("=")),
    "base64 of gz": lambda text: page(base64.b64encode(gzip.compress(text.encode())).decode()),
    "base64 in lines": lambda text: base64.encodebytes(b"x" * 50 + text.encode() + b"y" * 80),
    "mail": lambda text: quopri.encodestring(text.encode()),
    "zip": lambda text: zipped(page(text)),
    "pdf": lambda text: b"%PDF-1.7\nstream\n" + zlib.compress(text.encode("utf-16-be")) + b"\nendstream\n",
    "png": lambda text: png_with(b"iTXt", b"Comment\0\0\0ja\0\0" + text.encode()),
    "png packed": lambda text: png_with(b"zTXt", b"Comment\0\0" + zlib.compress(text.encode() * 9)),
    "parquet": lambda text: column(f"'{text}'"),
    "parquet in lists": lambda text: table(f"SELECT [{{'a': ['{'あ' * 90}', '{text}']}}] AS x FROM range(9)"),
    "parquet as bytes": lambda text: table(f"SELECT encode('{'あ' * 90}{text}') AS x FROM range(9)"),
    "parquet over columns": lambda text: table(f"SELECT '{text[:5]}' AS sei, '{text[5:]}' AS mei"),
    "column of parquet": lambda text: table(f'SELECT 1 AS "{text}"'),
    "base64 of parquet": lambda text: page(base64.b64encode(column(f"'{text}'")).decode()),
    "gz in parquet": lambda text: table(f"SELECT unhex('{gzip.compress(text.encode() * 9).hex()}') AS x"),
    "jpeg comment": lambda text: b"\xff\xd8\xff\xfe" + (len(text.encode()) + 2).to_bytes(2, "big") + text.encode(),
}


TABLE = column("'い'")


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_name_is_found(tmp_path, disguise):
    text = NAME.replace("髙", "高") if disguise in {"euc-jp", "iso-2022-jp"} else NAME
    found = leaks_in(tmp_path, needles_of(text), "a/page.html", DISGUISES[disguise](text))
    assert Trouble.SECRET in {leak.trouble for leak in found}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_without_a_name_nothing_is_found(tmp_path, disguise):
    found = leaks_in(tmp_path, needles_of(NAME), "a/page.html", DISGUISES[disguise]("渡辺 花子ガ"))
    assert Trouble.SECRET not in {leak.trouble for leak in found}


@pytest.mark.parametrize("wanted", ["quoted part", "across lines"])
def test_a_note_is_found_also_in_part(tmp_path, wanted):
    note = "声が小さくて、鳥籠を三つ持っている。来月は旅に出るらしいので、それまでに一度だけ話を聞いておきたい。"
    part = {
        "quoted part": "と書いた。鳥籠を三つ持っている。来月は旅に出る、と",
        "across lines": note[:25].replace("、", "、<br>\n  "),
    }
    assert leaks_in(tmp_path, needles_of(note, kind="note"), "memo.html", page(part[wanted]))


#: What has to see through each disguise; with that part switched off, the file is taken for clean.
PARTS = {
    "escapes": ("json", "style sheet", "script"),
    "percent": ("percent", "percent in CP932"),
    "entities": ("entities", "soft hyphens"),
    "quoted": ("mail",),
    "gz": ("gz", "gz in gz"),
    "zip": ("zip",),
    "pdf": ("pdf",),
    "parquet": ("parquet", "parquet in lists", "parquet as bytes", "gz in parquet"),
    "picture": ("png packed",),
    "utf-16": ("utf-16", "utf-16 inside"),
    "cp932": ("cp932",),
    "euc-jp": ("euc-jp",),
    "iso-2022-jp": ("iso-2022-jp",),
    "base64": ("base64", "base64 behind one letter", "base64 of gz", "base64 in lines"),
    "untagged": ("tags",),
    "unannotated": ("readings over kanji",),
    "visible": ("zero width in letters",),
    "folded": ("other widths", "decomposed"),
}


@pytest.mark.parametrize(("part", "disguise"), [(part, one) for part, some in PARTS.items() for one in some])
def test_each_part_is_needed(tmp_path, monkeypatch, part, disguise):
    for module, table in ((letters, "SPELT"), (disguises, "PACKED"), (disguises, "CHARSETS")):
        left = {name: one for name, one in getattr(module, table).items() if name != part}
        monkeypatch.setattr(module, table, MappingProxyType(left))
    if part in {"untagged", "unannotated", "visible", "folded"}:
        monkeypatch.setattr(letters, part, lambda text: text.casefold() if part == "folded" else text)
    if part == "base64":
        monkeypatch.setattr(disguises, "debased", lambda _: [])
    text = NAME.replace("髙", "高") if disguise in {"euc-jp", "iso-2022-jp"} else NAME
    found = leaks_in(tmp_path, needles_of(text), "a/page.html", DISGUISES[disguise](text))
    assert Trouble.SECRET not in {leak.trouble for leak in found}


SIGNS = st.sampled_from("佐藤髙橋美咲健一恵花子さとうけんいちサトウabcxyz𠮷ーガぱ々")
LAYERS = ["gz", "entities", "json", "percent", "base64", "zip", "zero width", "plain", "decomposed"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(SIGNS, min_size=6, max_size=40), st.sampled_from(LAYERS), st.sampled_from(["x.html", "a/b.json", "c.bin"])
)
def test_any_text_in_any_disguise_in_any_file(tmp_path, text, disguise, name):
    needles = needles_of(text)
    assume(not needles.short)
    assert leaks_in(Path(tmp_path), needles, name, DISGUISES[disguise](text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["gz", "base64", "zip"]), min_size=1, max_size=4))
def test_wrapped_several_times(tmp_path, wraps):
    data = page(NAME)
    for wrap in wraps:
        data = {"gz": gzip.compress, "base64": base64.b64encode, "zip": zipped}[wrap](data)
    found = leaks_in(Path(tmp_path), needles_of(NAME), "x.bin", data)
    assert {leak.trouble for leak in found} <= {Trouble.SECRET, Trouble.UNPROVED}
    assert found


def test_a_bomb_is_refused_and_not_unpacked(tmp_path):
    bomb = gzip.compress(gzip.compress(b"\0" * (disguises.MAX_UNPACKED + 1)))
    found = leaks_in(tmp_path, needles_of(NAME), "x.gz", bomb)
    assert {leak.trouble for leak in found} == {Trouble.UNPROVED}


def test_a_locked_archive_is_refused(tmp_path):
    data = bytearray(zipped(page(NAME)))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert {leak.trouble for leak in leaks_in(tmp_path, needles_of(NAME), "x.zip", bytes(data))} == {Trouble.UNPROVED}


def test_a_table_without_the_library_for_it_is_refused_with_the_way_to_mend_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    (leak,) = leaks_in(tmp_path, needles_of(NAME), "x.parquet", TABLE)
    assert (leak.trouble, leak.detail) == (Trouble.UNPROVED, "parquet")
    assert "netjudge[parquet]" in report.finding(leak, catalogue("ja"))


@pytest.mark.parametrize("length", [6, 7, 8, 9, 10, 11])
def test_a_table_in_base64_of_any_length_is_read(tmp_path, length):
    data = page(base64.b64encode(table(f"SELECT '{'x' * length}' AS x, '{NAME}' AS name")).decode())
    found = leaks_in(tmp_path, needles_of(NAME), "x.html", data)
    assert {(leak.trouble, leak.disguise) for leak in found} == {(Trouble.SECRET, "base64 parquet")}


@pytest.mark.parametrize("data", [b"PAR1 no table PAR1", b"PARE", TABLE[:-40], TABLE[: len(TABLE) // 2] + b"PAR1"])
def test_a_table_that_cannot_be_read_is_refused(tmp_path, data):
    (leak,) = leaks_in(tmp_path, needles_of(NAME), "x.parquet", data)
    assert (leak.trouble, leak.detail) == (Trouble.UNPROVED, "")


def test_a_table_of_too_many_rows_is_refused(tmp_path):
    long = table(f"SELECT '{'い' * 1000}' AS x FROM range({disguises.MAX_UNPACKED // 3000 + 1000})")
    assert len(long) < 1_000_000
    assert {leak.trouble for leak in leaks_in(tmp_path, needles_of(NAME), "x.parquet", long)} == {Trouble.UNPROVED}


def test_values_of_every_kind_can_be_read(tmp_path):
    kinds = (
        "DATE '2026-11-20' AS a, TIMESTAMPTZ '9999-12-31 00:00:00+09' AS b, 1.5::DECIMAL(9, 2) AS c, "
        "INTERVAL 1 DAY AS d, NULL AS e, MAP {'k': TIME '10:00'} AS f, uuid() AS g, true AS h, "
        "'290000-01-01'::DATE AS i, {'a': encode('い'), 'b': TIMESTAMPTZ '2026-01-01 00:00:00+09'} AS j"
    )
    found = leaks_in(tmp_path, needles_of(NAME), "x.parquet", table(f"SELECT {kinds}, '{NAME}' AS name"))
    assert {leak.trouble for leak in found} == {Trouble.SECRET}
    assert "parquet" in {leak.disguise for leak in found}


def test_where_nothing_is_looked_for_files_are_told_of_as_ever(tmp_path, monkeypatch):
    """A site of others' shares: what a page loads, what a picture tells, and what cannot be opened."""
    files = {
        "bomb.gz": gzip.compress(b"\0" * (disguises.MAX_UNPACKED + 1)),
        "locked.parquet": b"PARE",
        "broken.zip": b"PK\x03\x04",
        "p.png": png_with(b"tEXt", b"Author\0x"),
    }
    files |= {f"{name}.html": write("<img src=https://img.example/x>") for name, write in DISGUISES.items()}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    quick = prove(tmp_path, Needles(()))
    monkeypatch.setattr(disguises, "opened", disguises.views)
    assert quick == prove(tmp_path, Needles(()))
    assert {leak.file for leak in quick.leaks} >= {"bomb.gz", "locked.parquet", "broken.zip", "p.png", "plain.html"}


ENDS = st.lists(st.sampled_from(["A" * 60, "b" * 59, "/", "-", "\n", "\n", "\r\n", "\r", " "]), max_size=9).map("".join)


@settings(max_examples=1000)
@given(ENDS)
def test_base64_is_put_together_where_its_lines_are_whole(text):
    plain = re.compile(r"(?<=[A-Za-z0-9+/]{60})\r?\n(?=[A-Za-z0-9+/])")
    assert disguises._WRAPPED.sub("", text) == plain.sub("", text)
