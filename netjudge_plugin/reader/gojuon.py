"""The order of the fifty sounds: how a Japanese dictionary sorts readings, and under which heading a person stands."""

from __future__ import annotations

import re
import unicodedata

from netjudge_plugin.reader.kana import SPACES, hiragana, is_kana

_LETTER = re.compile(r"(.)([\u3099\u309a]?)", re.DOTALL)
_ENLARGED = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_SOUNDS = (
    "あいうえお かきくけこ さしすせそ たちつてと なにぬねの はひふへほ まみむめも や・ゆ・よ らりるれろ わゐ・ゑを"
)
_ROW_OF = {kana: row[0] for row in _SOUNDS.split() for kana in row} | {"ん": "わ"}
_VOWEL_OF = {kana: vowel for row in _SOUNDS.split() for vowel, kana in zip("あいうえお", row, strict=True)}

#: The headings of an index of people, in their order; the last one is 読み未登録.
GOJUON_ROWS = ("あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ", "A-Z", "")


def gojuon_key(reading: str) -> tuple[str, str, str]:
    """The sort key of a reading in the order of a Japanese dictionary.

    First the plain letters count (no dakuten, small kana enlarged, ー as the vowel before it, a space before any
    letter, so that one surname stays together); then, from the left, clear sounds before が and ぱ; last, ー before
    small kana before plain ones: きって before きつて.
    """
    plain, voices, sizes = "", "", ""
    text = SPACES.sub(" ", hiragana(reading)).strip().casefold()
    for letter, mark in _LETTER.findall(unicodedata.normalize("NFD", text)):
        large = letter.translate(_ENLARGED)
        sizes += "0" if letter == "ー" else "2" if large == letter else "1"
        voices += mark or " "
        plain += _VOWEL_OF.get(plain[-1:], letter) if letter == "ー" else large
    return plain, voices, sizes


def gojuon_row(reading: str | None, name: str) -> str:
    """The heading of `GOJUON_ROWS` for a person: by the reading, else by a name in kana, else `A-Z` for a Latin name.

    ん stands under わ and ゔ under あ. Without any of these it is "", 読み未登録.
    """
    text = reading if reading and reading.strip() else name
    if is_kana(text):
        return _ROW_OF.get(gojuon_key(text)[0][:1], "")
    return "A-Z" if _is_latin(text) else ""


def _is_latin(text: str) -> bool:
    letters = [letter for letter in unicodedata.normalize("NFKC", text) if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(letter, "").startswith("LATIN ") for letter in letters)
