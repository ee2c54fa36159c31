"""How a person is addressed in a message: the surname with the honorific, where it can be told, and never two of them.

A surname can be told in a Japanese name with a space whose first part is not katakana alone: サトウ ミサキ and
ジョン スミス look alike. Any other name is used whole. In English the name stays as it is written, for Ms or Mr cannot
be known; a Japanese one becomes `Sato-san`, by its reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netjudge_plugin.reader.names import without_honorifics
from netjudge_plugin.reader.romaji import romaji

if TYPE_CHECKING:
    from netjudge_plugin.model.people import Person

_KATAKANA = "ァ-ヺー・ヽヾｦ-ﾟ"
_OTHERS = "ぁ-ゖゝゞ々〆〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"
_JAPANESE, _NO_KATAKANA = re.compile(f"[{_KATAKANA}{_OTHERS}]"), re.compile(f"[{_OTHERS}]")
_BETWEEN = re.compile(r"[\s・]+")
#: What follows a name in English, by the honorific that I chose.
_FOLLOWING = {"san": "san", "sensei": "sensei", "sama": "sama", "さん": "san", "先生": "sensei"}


def addressed(person: Person, language: str) -> str:
    """The person's name as a message begins with it."""
    bare, courtesy = without_honorifics(person.name)
    chosen = person.chosen_honorific
    if language == "en" and not _JAPANESE.search(bare):
        return _latin_name(bare, chosen)
    if language == "en" and (surname := _romanised(bare, person.reading or "")):
        return f"{surname}-{_following(chosen) or 'san'}"
    honorific = chosen or courtesy or person.honorific
    if not _JAPANESE.search(bare):
        return f"{bare} {honorific}"
    first, *others = bare.split()
    return f"{first if others and _NO_KATAKANA.search(first) else bare}{honorific}"


def _latin_name(name: str, chosen: str) -> str:
    """The name as it is written; with a title that I chose in Latin letters before it (Dr.), or after it (san)."""
    if following := _following(chosen):
        return f"{name}-{following}"
    return f"{chosen} {name}" if chosen and not _JAPANESE.search(chosen) else name


def _following(chosen: str) -> str:
    return _FOLLOWING.get(chosen.strip(" -").casefold(), "")


def _romanised(name: str, reading: str) -> str:
    """The surname in Latin letters, if the reading tells where it ends."""
    words = [word for word in _BETWEEN.split(reading) if word]
    known = words and (len(words) > 1 or len(name.split()) == 1)
    return romaji(words[0])[0].capitalize() if known else ""
