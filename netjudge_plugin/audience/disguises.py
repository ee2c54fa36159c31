r"""What a file may hold besides the letters one sees: the texts that its bytes can be read as.

Packed bytes are unpacked, also packed ones in packed ones; bytes that are no UTF-8 are read in every encoding that
Japanese text comes in; runs of base64 and the texts that pictures carry are taken out. What is spelt in other letters
(`&#x4f50;`, `\u4f50`, `%E4`) is undone in `letters`. All of it within bounds: a file that unpacks to more than any
page needs is called unprovable and not opened to the end.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.audience import parquet, pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

#: How much all that is unpacked from one file may come to, and how deep it may be packed.
MAX_UNPACKED = 64 * 1024 * 1024
MAX_DEPTH = 4

GZ, _ZIP, _PDF = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06"), b"%PDF"
#: Bytes that are no text until they are unpacked, and those among which a text could at most be lying about.
_CLOSED = (GZ, *_ZIP)
_BINARY = (_PDF, parquet.BEGINNING, *pictures.BEGINNINGS, b"wOF2", b"wOFF", b"OTTO", b"\0\1\0\0")
#: What is looked into where base64 hides it: packed bytes, and UTF-16 that says so.
_OPENED = (*_CLOSED, parquet.BEGINNING, b"\xff\xfe", b"\xfe\xff")

_RUN = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
#: The end of a line within base64 (it stands first in the pattern, so that it is what is sought).
_WRAPPED = re.compile(r"[\r\n](?:(?<=[A-Za-z0-9+/]{60}\n)|(?<=[A-Za-z0-9+/]{60}\r)\n)(?=[A-Za-z0-9+/])")
_JAPANESE = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbe][\x80-\xbf]|\xf0[\xa0-\xaf][\x80-\xbf]{2}){2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
#: What may be left of a letter that is cut in two: up to three of its bytes.
_CONTINUED, _MOST_CUT = bytes(range(0x80, 0xC0)), 3
#: Shorter texts are not looked for in base64: almost any word could be read as one.
_LEAST = 6
_STREAM = re.compile(rb"stream\r?\n")


class Unprovable(Exception):  # noqa: N818 - no error of the program: the file is refused
    """A file that cannot be looked through to the end; `missing` names what would have to be installed for it."""

    def __init__(self, missing: str = "") -> None:
        """Say what is missing, if anything is."""
        super().__init__()
        self.missing = missing


@dataclass(frozen=True, slots=True)
class View:
    """A text that a file holds, and how it is wrapped up there (empty: it is the file itself, in UTF-8)."""

    text: str
    wraps: tuple[str, ...] = ()


@dataclass(slots=True)
class _Budget:
    left: int = MAX_UNPACKED

    def spend(self, data: bytes) -> bytes:
        self.left -= len(data)
        if self.left < 0:
            raise Unprovable
        return data


def views(data: bytes) -> Iterator[View]:
    """All texts of a file's bytes; raises Unprovable where there would be no end of them."""
    yield from _views(data, (), _Budget())


def opened(data: bytes) -> Iterator[View]:
    """The text of bytes in which nothing is looked for; what is packed is opened to its end all the same."""
    packed = any(data.startswith(begins) for begins, _ in PACKED.values())
    yield from views(data) if packed else [View(data.decode("utf-8", "replace"))]


def ungzipped(data: bytes) -> bytes:
    """What a gz file holds; raises Unprovable where there would be no end of it."""
    return b"".join(_gz(data, _Budget()))


def _views(data: bytes, wraps: tuple[str, ...], budget: _Budget) -> Iterator[View]:
    if len(wraps) > MAX_DEPTH:
        raise Unprovable
    for name, inner in _unpacked(data, budget):
        yield from _views(inner, (*wraps, name), budget)
    if data.startswith(_CLOSED):
        return
    for codec, text in _read(data):
        inside = (*wraps, codec) if codec else wraps
        yield View(text, inside)
        for inner in debased(text):
            yield from _views(budget.spend(inner), (*inside, "base64"), budget)


def _unpacked(data: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    """What is packed in the bytes, by the first of the packings that they begin like."""
    for name, (begins, unpack) in PACKED.items():
        if data.startswith(begins):
            yield from ((name, inner) for inner in unpack(data, budget))
            return


def _gz(data: bytes, budget: _Budget) -> Iterator[bytes]:
    """Every member of a gz file; what is broken off is read as far as it goes."""
    while data.startswith(GZ):
        inner, data = _inflated(data, budget, 31)
        yield inner


def _zip(data: bytes, budget: _Budget) -> Iterator[bytes]:
    """The files of an archive (also of Word and Excel), with their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.file_size > budget.left or info.flag_bits & 1:
                    raise Unprovable
                yield info.filename.encode()
                with archive.open(info) as file:
                    yield budget.spend(file.read(budget.left + 1))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, OSError, ValueError):
        raise Unprovable from None


def _pdf(data: bytes, budget: _Budget) -> Iterator[bytes]:
    """The streams of a PDF that are packed in the common way."""
    for found in _STREAM.finditer(data):
        inner, _ = _inflated(data[found.end() : data.find(b"endstream", found.end())], budget, 15)
        if inner:
            yield inner


def _picture(data: bytes, budget: _Budget) -> Iterator[bytes]:
    """The texts that a picture carries."""
    for text in pictures.texts(data):
        inner, _ = _inflated(text, budget, 15) if text[:1] == b"\x78" else (b"", b"")
        yield from (budget.spend(some) for some in (text, inner) if some)


def _parquet(data: bytes, budget: _Budget) -> Iterator[bytes]:
    """The rows of a table."""
    try:
        yield from (budget.spend(some) for some in parquet.texts(data))
    except parquet.UnreadableTable as closed:
        raise Unprovable("parquet" if closed.no_engine else "") from None


def _inflated(data: bytes, budget: _Budget, bits: int) -> tuple[bytes, bytes]:
    """What the bytes unpack to, and what lies behind them; raises Unprovable if that is more than is left."""
    unpacking = zlib.decompressobj(bits)
    try:
        inner = unpacking.decompress(data, budget.left + 1)
    except zlib.error:
        return b"", b""
    return budget.spend(inner), unpacking.unused_data


#: How bytes are packed: what they begin with, and how they are unpacked.
PACKED: Mapping[str, tuple[bytes | tuple[bytes, ...], Callable[[bytes, _Budget], Iterable[bytes]]]] = MappingProxyType(
    {
        "gz": (GZ, _gz),
        "zip": (_ZIP, _zip),
        "pdf": (_PDF, _pdf),
        "parquet": ((parquet.BEGINNING, parquet.LOCKED), _parquet),
        "picture": (pictures.BEGINNINGS, _picture),
    }
)


def _wide(data: bytes) -> Iterator[str]:
    """UTF-16 in both orders, from the first byte and from the second."""
    if len(data) > 1:
        for codec in ("utf-16-le", "utf-16-be"):
            yield from (data[start:].decode(codec, "ignore") for start in (0, 1))


def _in(codec: str) -> Callable[[bytes], Iterator[str]]:
    def read(data: bytes) -> Iterator[str]:
        yield data.decode(codec, "replace")

    return read


#: The encodings that bytes are read in where they are not plainly UTF-8.
CHARSETS: Mapping[str, Callable[[bytes], Iterator[str]]] = MappingProxyType(
    {"utf-16": _wide, "cp932": _in("cp932"), "euc-jp": _in("euc_jp"), "iso-2022-jp": _in("iso2022_jp")}
)


def _read(data: bytes) -> Iterator[tuple[str, str]]:
    """The bytes as text, each with the name of its encoding (empty for UTF-8)."""
    yield "", data.decode("utf-8", "replace")
    if data.startswith(_BINARY):
        return
    for codec, read in CHARSETS.items():
        if _may_be(codec, data):
            yield from ((codec, text) for text in read(data))


def _may_be(codec: str, data: bytes) -> bool:
    """Whether the bytes could be text of that encoding: no sound UTF-8, or nothing that speaks against it."""
    if codec == "iso-2022-jp":
        return b"\x1b$" in data
    if codec == "utf-16" and data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return b"\0" in data


def debased(text: str) -> Iterator[bytes]:
    """What runs of base64 hold that could be a text of somebody's (all in one), and what is packed in them."""
    runs = _RUN.findall(_WRAPPED.sub("", text))
    found = [data for some in map(_debased, runs) for data in some]
    yield from (data for data in found if data.startswith(_OPENED))
    if plain := b"\n".join(data for data in found if not data.startswith(_OPENED)):
        yield plain


@lru_cache(maxsize=50_000)
def _debased(run: str) -> tuple[bytes, ...]:
    """A run of base64, read from each of the four places in it where a letter may begin."""
    run = run.rstrip("=").replace("-", "+").replace("_", "/")
    found = []
    for start in range(4):
        part = run[start:]
        try:
            data = base64.b64decode(part + "A" * (-len(part) % 4))
        except binascii.Error:
            continue
        if _JAPANESE.search(data) or _is_text(data.rstrip(b"\0")) or data.startswith(_OPENED):
            found.append(data)
    return tuple(found)


def _is_text(data: bytes) -> bool:
    """Whether bytes are sound UTF-8 throughout, but for a letter cut at either end, and hold no sign of control."""
    whole = data.lstrip(_CONTINUED)
    if len(data) < _LEAST or len(data) - len(whole) > _MOST_CUT:
        return False
    try:
        return not _CONTROL.search(codecs.getincrementaldecoder("utf-8")().decode(whole))
    except UnicodeDecodeError:
        return False
