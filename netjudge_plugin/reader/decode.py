"""From bytes to text: UTF-8 or a word of advice.

Japanese files come as CP932, EUC-JP, ISO-2022-JP or UTF-16 as well; guessing silently would put garbage on a page, so
the file is named together with what it probably is and the command that converts it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.reader.disk import MAX_BYTES

if TYPE_CHECKING:
    from netjudge_plugin.model.journal import SourceFile

#: Characters that no editor shows: NUL, BEL, ESC …, and the four line ends that only some programs believe in.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

_UNKNOWN = "unknown"
#: What `iconv` calls the encodings that are guessed.
_ICONV = {"CP932 (Shift_JIS)": "CP932", _UNKNOWN: "ENCODING"}
_ESCAPED = re.compile(rb"\x1b(?:\$[@B]|\$\([@-D]|\([BJI])")
_KANA = re.compile(r"[ぁ-ヶー、。]")
_HALF_KANA = re.compile(r"[｡-ﾟ]")
_STRAY = re.compile("[\uf8f0-\uf8f3]")  # what Python's cp932 makes of bytes that mean nothing
_MOST_REPORTED = 10


def decode(source: SourceFile) -> tuple[str | None, tuple[Diagnostic, ...]]:
    r"""The file's text without byte order mark and with `\n` as the only line end; None if it must not be read."""
    data = source.data
    if len(data) > MAX_BYTES:
        return None, (Diagnostic(Place(source.path), "file-too-large", {"limit": "1 MiB"}),)
    try:
        text = data.decode("utf-8").lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(source, _guess(data), data[: error.start]),)
    if CONTROL.search(text) is None:
        return text, ()
    wide = _ascii_disguise(data)
    return None, (_not_utf8(source, wide),) if wide else _controls(text, source.path)


def code_point(character: str) -> str:
    """`U+0007`: how a character that can't be shown is named."""
    return f"U+{ord(character):04X}"


def _not_utf8(source: SourceFile, encoding: str, sound: bytes = b"") -> Diagnostic:
    """At the first broken byte if the file is otherwise UTF-8; at its beginning if all of it is something else."""
    before = sound.decode("utf-8").lstrip("\ufeff") if encoding == _UNKNOWN else ""
    lines = re.split(r"\r\n|\r|\n", before)
    place = Place(source.path, len(lines), len(lines[-1]) + 1)
    if encoding == _UNKNOWN:
        return Diagnostic(place, "encoding-not-utf8")
    command = f"iconv -f {_ICONV.get(encoding, encoding)} -t UTF-8 IN > OUT"
    return Diagnostic(place, "encoding-not-utf8", {"encoding": encoding, "command": command})


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if _is_damaged_utf8(data):
        return _UNKNOWN
    scores = {label: _score(data, codec) for label, codec in (("EUC-JP", "euc_jp"), ("CP932 (Shift_JIS)", "cp932"))}
    best = max(scores, key=lambda label: scores[label])
    return _ascii_disguise(data) or (best if scores[best] > -len(data) else _UNKNOWN)


def _is_damaged_utf8(data: bytes) -> bool:
    """More sound characters than broken ones: CP932 would read such a file too, as garbage."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - broken > broken


def _score(data: bytes, codec: str) -> int:
    """How Japanese the text looks: kana speak for it, half-width kana (what EUC-JP looks like as CP932) against it."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return -len(data)
    if CONTROL.search(text) or _STRAY.search(text):
        return -len(data)
    return len(_KANA.findall(text)) - len(_HALF_KANA.findall(text))


def _ascii_disguise(data: bytes) -> str:
    """The encodings whose bytes may all be ASCII: ISO-2022-JP by its escapes, UTF-16 without a mark by its NULs."""
    if _ESCAPED.search(data):
        return "ISO-2022-JP"
    even, odd = data[::2].count(0), data[1::2].count(0)
    if (even + odd) * 10 < len(data) or len(data) % 2:
        return ""
    label = "UTF-16LE" if odd > even else "UTF-16BE"
    try:
        return label if CONTROL.search(data.decode(label)) is None else ""
    except UnicodeDecodeError:
        return ""


def _controls(text: str, path: str) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            Place(path, text.count("\n", 0, hit.start()) + 1, hit.start() - text.rfind("\n", 0, hit.start())),
            "control-character",
            {"code": code_point(hit.group())},
        )
        for hit in islice(CONTROL.finditer(text), _MOST_REPORTED)
    )
