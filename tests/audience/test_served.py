"""A page loads what a browser reads in it, however its letters are written down."""

from __future__ import annotations

import codecs
import gzip

import pytest
from planted import needles_of

from netjudge_plugin import proving
from netjudge_plugin.audience import scan, served
from netjudge_plugin.audience.needles import Needles
from netjudge_plugin.model.proof import Trouble

LOADS = '<p>佐藤です</p>\n<img alt="日本" src="https://evil.example/x.png">\n'
LE, BE = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE
WRITTEN = {
    "utf-16": LE + LOADS.encode("utf-16-le"),
    "utf-16 the other way round": BE + LOADS.encode("utf-16-be"),
    "utf-16 that XML begins": f"<?xml version='1.0'?>{LOADS}".encode("utf-16-be"),
    "gz": gzip.compress(LOADS.encode()),
    "gz of utf-16": gzip.compress(LE + LOADS.encode("utf-16-le")),
    "escapes": LOADS.encode("iso2022_jp").replace(b"src", b"s\x1b(Brc").replace(b"//", b"/\x1b(J/"),
    **{name: LOADS.encode(name) for name in ("cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "utf-8-sig")},
}


@pytest.fixture
def found(tmp_path):
    """The requests that are found in files by these names."""

    def find(needles=None, **files):
        for name, data in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        leaks = scan.prove(tmp_path, needles or Needles(())).leaks
        return {(leak.file, leak.detail) for leak in leaks if leak.trouble is Trouble.FOREIGN}

    return find


@pytest.mark.parametrize("data", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("needles", [(), ("秘密 太郎",)], ids=["others' shares", "a journal"])
def test_what_a_page_loads_is_found_in_whatever_it_is_written(found, data, needles):
    assert found(needles_of(*needles), p_html=data) == {("p.html", "https://evil.example/x.png")}


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_also_where_the_page_begins_like_another(found, codec):
    """Lines that were seen before are passed over; those of UTF-16 hang together."""
    begins = "\ufeff" + "<br>\n" * 20
    pages = {"a_html": begins.encode(codec), "b_html": (begins + LOADS).encode(codec)}
    assert {file for file, _ in found(**pages)} == {"b.html"}


def test_packed_beside_its_page_or_as_a_picture(found):
    packed = gzip.compress(b'<svg><image href="//evil.example/x.png"/></svg>')
    assert {file for file, _ in found(p_html_gz=packed, p_svgz=packed)} == {"p.html.gz", "p.svgz"}


def test_plain_pages_are_read_once():
    assert list(served.texts(LOADS.encode())) == []
    assert served.is_plain(LOADS.encode())


def test_a_link_in_utf_16_may_be_followed(found):
    assert found(p_html=LE + '<a href="https://fine.example/">x</a>'.encode("utf-16-le")) == set()


def test_such_a_page_does_not_go_to_an_office(tmp_path):
    (tmp_path / "p.html").write_bytes(WRITTEN["utf-16"])
    proof = proving.without_journal(tmp_path, expected={"p.html"})
    assert [leak.trouble for leak in proof.leaks] == [Trouble.FOREIGN]
