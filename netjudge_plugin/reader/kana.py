"""Readings: what is written in kana, and when two writings of it are the same reading."""

from __future__ import annotations

import re
import unicodedata

_KANA = re.compile(r"[ぁ-ゖァ-ヺㇰ-ㇿ]")
_ONLY_KANA = re.compile(r"[ぁ-ゖァ-ヺㇰ-ㇿゝゞヽヾ\u3099\u309aー・\s]+")
_TO_HIRAGANA = str.maketrans(
    {
        **{code: code - 0x60 for code in (*range(ord("ァ"), ord("ヶ") + 1), ord("ヽ"))},
        **dict(zip(map(ord, "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"), "くしすとぬはひふへほむらりるれろ", strict=True)),
    }
)
_TO_KATAKANA = {ord(kana): ord(kana) + 0x60 for kana in map(chr, range(ord("ぁ"), ord("ゖ") + 1))}
_STANDING_MARKS = str.maketrans("゛゜", "\u3099\u309a")
_REPEATED = re.compile(r"([ぁ-ゖ])([\u3099\u309a]?)ゝ")
#: What stands between the words of a reading.
SPACES = re.compile(r"[\s・·]+")


def is_kana(text: str) -> bool:
    """Whether the text is a reading: hiragana and katakana of either width with ー, ・ and spaces, and nothing else."""
    text = unicodedata.normalize("NFKC", text)
    return bool(_ONLY_KANA.fullmatch(text) and _KANA.search(text))


def reading_key(reading: str) -> str:
    """The key under which two readings are equal: hiragana, without spaces and ・ (サトウ・ミサキ is さとう みさき)."""
    return SPACES.sub("", hiragana(reading))


def katakana(reading: str) -> str:
    """The reading in katakana (さとう みさき is サトウ ミサキ)."""
    return hiragana(reading).translate(_TO_KATAKANA)


def hiragana(text: str) -> str:
    """The text with its kana as full-width hiragana; repetition marks are written out (みすゞ is みすず)."""
    parts = unicodedata.normalize("NFKD", text.translate(_STANDING_MARKS)).translate(_TO_HIRAGANA)
    return unicodedata.normalize("NFC", _REPEATED.sub(r"\1\2\1", parts))
