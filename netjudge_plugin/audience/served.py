"""The text that a browser makes of a file where that is not plainly its bytes as UTF-8.

A browser reads UTF-16 by the first bytes, whatever a page declares, and unpacks gz where a server says so. Of all the
encodings that a page may declare only ISO-2022-JP can hide a letter of ASCII, and so an address, from whoever reads
the bytes as UTF-8: the others leave each of them in its place, and what they make of other bytes is never ASCII.
"""

from __future__ import annotations

import codecs
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.audience.disguises import GZ, ungzipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ESCAPE = b"\x1b"
#: By the first bytes: a mark of the order, or how XML begins.
_WIDE: Mapping[bytes, str] = MappingProxyType(
    {
        codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be",
        "<?x".encode("utf-16-le"): "utf-16-le",
        "<?x".encode("utf-16-be"): "utf-16-be",
    }
)


def is_plain(data: bytes) -> bool:
    """Whether a browser reads the bytes as they are, so that parts of them may be read by themselves."""
    return not data.startswith((GZ, *_WIDE)) and _ESCAPE not in data


def texts(data: bytes) -> Iterator[str]:
    """What a browser reads besides the bytes as UTF-8; nothing for plain ones."""
    if data.startswith(GZ):
        inner = ungzipped(data)
        yield inner.decode("utf-8", "replace")
        yield from _decoded(inner)
    else:
        yield from _decoded(data)


def _decoded(data: bytes) -> Iterator[str]:
    for begins, codec in _WIDE.items():
        if data.startswith(begins):
            yield data.decode(codec, "replace")
    if _ESCAPE in data:
        yield data.decode("iso2022_jp", "replace")
