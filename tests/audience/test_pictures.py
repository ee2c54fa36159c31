"""What a picture tells of whoever took it is told by its kind; a picture that tells nothing is fine."""

from __future__ import annotations

import struct

import pytest
from planted import leaks_in, needles_of, png_with

from netjudge_plugin.audience.pictures import told


def exif(*fields: tuple[int, bytes], order: str = "<") -> bytes:
    """An Exif block with texts in these fields."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    at, entries, texts = 8 + 2 + 12 * len(fields) + 4, b"", b""
    for tag, text in fields:
        inside = text.ljust(4, b"\0") if len(text) <= 4 else struct.pack(f"{order}I", at + len(texts))
        entries += struct.pack(f"{order}HHI", tag, 2, len(text)) + inside
        texts += text if len(text) > 4 else b""
    return head + struct.pack(f"{order}H", len(fields)) + entries + b"\0\0\0\0" + texts


def jpeg(note: bytes, mark: int = 0xE1) -> bytes:
    return b"\xff\xd8\xff" + bytes([mark]) + struct.pack(">H", len(note) + 2) + note + b"\xff\xda\x00\x02\xff\xd9"


def webp(note: bytes) -> bytes:
    body = b"WEBPEXIF" + struct.pack("<I", len(note)) + note
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ([(0x013B, b"Himitsu Taro")], ("artist",)),
        ([(0x8825, b"\x1a\0\0\0")], ("gps",)),
        ([(0x0112, b"\1"), (0x8298, b"(c) me, myself"), (0x010E, b"at the door")], ("copyright", "description")),
        ([(0x013B, b"        ")], ()),
        ([(0x0112, b"\1")], ()),
    ],
)
def test_exif(fields, names, order):
    block = exif(*fields, order=order)
    assert told(jpeg(b"Exif\0\0" + block)) == names
    assert told(webp(block)) == names
    assert told(png_with(b"eXIf", block)) == names
    assert told(block) == names


def test_fields_of_the_inner_block():
    inner = struct.pack("<HHHI", 1, 0xA430, 2, 9) + struct.pack("<I", 60)
    block = (exif((0x8769, struct.pack("<I", 40))).ljust(40, b"\0") + inner).ljust(60, b"\0") + b"Himitsu T"
    assert told(jpeg(b"Exif\0\0" + block)) == ("owner",)


def test_other_notes():
    assert told(jpeg(b"a word of mine", 0xFE)) == ("text",)
    assert told(jpeg(b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator>T</dc:creator>")) == ("xmp",)
    assert told(jpeg(b"Photoshop 3.0\0 8BIM")) == ("iptc",)
    assert told(b"GIF89a" + b"\x21\xfe\x05hello\0;") == ("text",)
    assert told(png_with(b"tEXt", b"Author\0Taro")) == ("text",)


def test_what_a_program_writes_by_itself_is_fine():
    assert told(png_with(b"tEXt", b"Software\0Adobe ImageReady")) == ()
    assert told(jpeg(b"JFIF\0", 0xE0)) == ()


@pytest.mark.parametrize("cut", range(4, 60, 3))
def test_a_broken_picture_ends_nothing(cut):
    told(jpeg(b"Exif\0\0" + exif((0x013B, b"Himitsu Taro"), (0x8769, b"\x08\0\0\0")))[:cut])
    told(b"II*\0\xff\xff\xff\xff"[:cut])


def test_a_secret_in_a_picture_is_a_secret(tmp_path):
    data = jpeg(b"Exif\0\0" + exif((0x9C9B, "秘密 太郎".encode("utf-16-le"))))
    found = leaks_in(tmp_path, needles_of("秘密 太郎"), "p.jpg", data)
    assert {(leak.trouble.value, leak.disguise or leak.detail) for leak in found} == {
        ("secret", "picture utf-16"),
        ("picture", "title"),
    }
