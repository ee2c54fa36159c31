"""Letters as they are compared: two texts that a reader would take for the same become the same.

A secret and the bytes of a site go through the same functions, so that an entity, an escape, another width or a sign
without width hides nothing. `bounded` keeps where words end (for texts too short to be looked for anywhere), `dense`
is the same without the spaces.
"""

from __future__ import annotations

import html
import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: How often escapes may lie in escapes: JSON in an attribute of HTML in JSON.
_ROUNDS = 4

_ESCAPES = re.compile(
    r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([0-9A-Fa-f]{2,6})[ \t\n]?|\\([nrtbf])"
    r"|\\U([0-9A-Fa-f]{8})"
)
#: With the letters between them: the second byte of a sign of CP932 is often one.
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:[@-~]?%[0-9A-Fa-f]{2})*[@-~]?")
_QUOTED = re.compile(r"=(?:\r?\n)|(?:=[0-9A-Fa-f]{2}(?:=\r?\n)?)+")
#: Only a text in which this stands is taken for a quoted one.
LOOKS_QUOTED = re.compile(r"=[0-9A-F]{2}=[0-9A-F]{2}=[0-9A-F]{2}")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_RUBY = re.compile(r"<(r[tp])\b[^<>]*>[^<>]*(?:</\1>)?", re.IGNORECASE)
#: Signs without a width: soft hyphens, joiners, marks of direction, variation selectors, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_NO_WORD = re.compile(r"[\W_]+")


def entities(text: str) -> str:
    """`&#x4f50;` and `&amp;` as the signs they stand for."""
    return html.unescape(text) if "&" in text else text


def escapes(text: str) -> str:
    r"""`\u4f50` of JSON (two halves of a pair as one sign), `\u{4f50}` of scripts, `\4f50` of styles, `\U00004f50`."""
    if "\\" not in text:
        return text
    return _ESCAPES.sub(_unescaped, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def percent(text: str) -> str:
    """`%E4%BD%90` of addresses, in UTF-8 or else in CP932."""
    return _PERCENT.sub(lambda run: _text_of(unquote_to_bytes(run.group())), text) if "%" in text else text


def quoted(text: str) -> str:
    """`=E4=BD=90` of mails and address cards."""
    return _QUOTED.sub(_unquoted, text) if "=" in text and LOOKS_QUOTED.search(text) else text


#: The ways in which letters are written as other letters.
SPELT: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"escapes": escapes, "percent": percent, "entities": entities, "quoted": quoted}
)


def decoded(text: str) -> str:
    """The text with all its escapes undone, also those that come to light by it."""
    for _ in range(_ROUNDS):
        before = text
        for undo in SPELT.values():
            text = undo(text)
        if text == before:
            break
    return text


def untagged(text: str) -> str:
    """The text between the tags."""
    return _TAG.sub(" ", text) if "<" in text else text


def unannotated(text: str) -> str:
    """The text without the readings that are printed over its kanji."""
    return _RUBY.sub("", text)


def visible(text: str) -> str:
    """The text without signs that have no width."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def folded(text: str) -> str:
    """One form for letters of other widths, composed or not, capital or small."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", text)


def bounded(text: str) -> str:
    """The words of a text with one space before, between and after them."""
    return f" {_NO_WORD.sub(' ', folded(visible(text)))} ".replace("  ", " ")


def dense(words: str) -> str:
    """What `bounded` gave, without the spaces."""
    return words.replace(" ", "")


def _unescaped(found: re.Match[str]) -> str:
    if found[5]:
        return " "
    code = int(found[found.lastindex or 0], 16)
    return chr(code) if code <= 0x10FFFF else found.group()  # noqa: PLR2004 - the last sign there is


def _unquoted(found: re.Match[str]) -> str:
    run = re.sub(r"=\r?\n", "", found.group())
    return _text_of(bytes.fromhex(run.replace("=", ""))) if run else ""


def _text_of(data: bytes) -> str:
    """Bytes that were spelt out, as text; what makes no text becomes a space."""
    for codec in ("utf-8", "cp932"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")
