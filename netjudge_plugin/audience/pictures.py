"""What a picture says besides what it shows: who took it, where, with what, and any words in it.

Only containers are walked here, the picture itself is never opened: JPEG, PNG, WebP, GIF and TIFF keep their notes in
segments of their own.
"""

from __future__ import annotations

import struct
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_JPEG, _PNG, _RIFF, _GIF, _TIFF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8", (b"II*\0", b"MM\0*")
BEGINNINGS = (_JPEG, _PNG, _RIFF, _GIF, *_TIFF)

#: What of Exif speaks of a person, a place or a device: the name of it, by its number.
PERSONAL: Mapping[int, str] = MappingProxyType(
    {
        0x010E: "description",
        0x013B: "artist",
        0x8298: "copyright",
        0x8825: "gps",
        0x9286: "comment",
        0x9C9B: "title",
        0x9C9C: "comment",
        0x9C9D: "author",
        0x9C9E: "keywords",
        0x9C9F: "subject",
        0xA430: "owner",
        0xA431: "serial",
    }
)
_EXIF_BLOCK = 0x8769
_SIZES = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8)
_MOST_TAGS = 512
#: The chunks of PNG and WebP that are notes.
_PNG_NOTES, _WEBP_NOTES = (b"tEXt", b"zTXt", b"iTXt", b"eXIf"), (b"EXIF", b"XMP ")


def texts(data: bytes) -> Iterator[bytes]:
    """The notes of a picture, as bytes; a packed one (of PNG) as it is packed, and what stands before it."""
    for note in _notes(data):
        yield note
        if b"\0" in note:  # PNG: keyword, NUL, flags, text; the text may be packed
            yield from (part for part in note.split(b"\0", 5)[1:] if part[:1] == b"\x78")
            yield from (rest for start in (1, 2) if (rest := note.partition(b"\0")[2][start:])[:1] == b"\x78")


def told(data: bytes) -> tuple[str, ...]:
    """What a picture tells of whoever took it: names of Exif's fields, and `xmp`, `text` for notes of other kinds."""
    found: list[str] = []
    for note in _notes(data):
        exif = note.removeprefix(b"Exif\0\0")
        if exif[:4] in _TIFF:
            found += _tags(exif)
        elif b"<x:xmpmeta" in note or b"http://ns.adobe.com/xap/" in note[:40] or note.startswith(b"XML:com.adobe.xmp"):
            found += ["xmp"] if b"creator" in note or b"exif:GPS" in note or b"photoshop:" in note else []
        elif note.startswith(b"Photoshop 3.0"):
            found.append("iptc")
        elif note and not note.startswith((b"Software\0", b"ICC", b"date:", b"Creation Time\0")):
            found.append("text")
    return tuple(dict.fromkeys(found))


def _notes(data: bytes) -> Iterator[bytes]:
    if data.startswith(_JPEG):
        yield from _jpeg(data)
    elif data.startswith(_PNG):
        yield from (body for name, body in _chunks(data, 8, ">I", 4) if name in _PNG_NOTES)
    elif data.startswith(_RIFF):
        yield from (body for name, body in _chunks(data, 12, "<I", 0) if name in _WEBP_NOTES)
    elif data.startswith(_GIF):
        yield from _gif(data)
    elif data.startswith(_TIFF):
        yield data


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Exif, XMP (APP1), IPTC (APP13) and comments, up to where the picture begins."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:  # noqa: PLR2004 - marks of the format
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] in {0xE1, 0xED, 0xFE}:
            yield data[at + 4 : at + 2 + length]
        at += 2 + length


def _chunks(data: bytes, at: int, size: str, check: int) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of PNG (length, name, body, check) or RIFF (name, length, body, padded to an even length)."""
    while at + 8 <= len(data):
        first, second = data[at : at + 4], data[at + 4 : at + 8]
        name, length = (second, first) if check else (first, second)
        count = int(struct.unpack(size, length)[0])
        yield name, data[at + 8 : at + 8 + count]
        at += 8 + count + (check or count % 2)


def _gif(data: bytes) -> Iterator[bytes]:
    """The comments of a GIF."""
    at = data.find(b"\x21\xfe")
    while at >= 0:
        at += 2
        parts = []
        while at < len(data) and data[at]:
            parts.append(data[at + 1 : at + 1 + data[at]])
            at += 1 + data[at]
        yield b"".join(parts)
        at = data.find(b"\x21\xfe", at)


def _tags(exif: bytes) -> Iterator[str]:
    """The personal fields of an Exif block that are not empty."""
    order = "<" if exif.startswith(b"II") else ">"
    waiting, seen = [int.from_bytes(exif[4:8], "little" if order == "<" else "big")], set[int]()
    while waiting and len(seen) < _MOST_TAGS:
        at = waiting.pop()
        if at in seen or at + 2 > len(exif):
            continue
        seen.add(at)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for nth in range(min(count, _MOST_TAGS)):
            entry = at + 2 + 12 * nth
            if entry + 12 > len(exif):
                break
            tag, kind, many, value = struct.unpack_from(f"{order}HHII", exif, entry)
            if tag == _EXIF_BLOCK:
                waiting.append(value)
            elif tag in PERSONAL and _said(exif, order, entry, kind, many):
                yield PERSONAL[tag]


def _said(exif: bytes, order: str, entry: int, kind: int, many: int) -> bool:
    """Whether a field holds more than blanks."""
    size = many * (_SIZES[kind] if kind < len(_SIZES) else 1)
    at = entry + 8 if size <= 4 else struct.unpack_from(f"{order}I", exif, entry + 8)[0]  # noqa: PLR2004 - it fits in
    return bool(exif[at : at + size].strip(b"\0 "))
