"""Characters that nobody can see: they make twins of names and hide texts, so they are taken out and said."""

from __future__ import annotations

import re
import unicodedata

_PICTURE = "[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
_JOINED_PICTURES = re.compile(f"{_PICTURE}\ufe0f?(\u200d)(?={_PICTURE})")
# the flag of a part of a country is a black flag with its code in tags; any other tag would hide a text
_FLAG = re.compile("\U0001f3f4([\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f)")
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"

_BLANK = re.compile(f"[{_BLANK_LETTERS}]")


def invisible(text: str) -> tuple[int, ...]:
    """The indexes of characters that nobody can see: of zero width, for the direction of text, controls, hyphens to be.

    Not among them: line ends and tabs, variation selectors, and what holds an emoji together (its joiners and tags).
    """
    if text.isprintable() and not _BLANK.search(text):
        return ()  # nearly every text: spared the look at each of its characters
    wanted = {
        index for emoji in (*_JOINED_PICTURES.finditer(text), *_FLAG.finditer(text)) for index in range(*emoji.span(1))
    }
    return tuple(index for index, sign in enumerate(text) if _is_unseen(sign) and index not in wanted)


def without_invisible(text: str) -> str:
    """The text without its `invisible` characters."""
    unseen = set(invisible(text))
    return "".join(sign for index, sign in enumerate(text) if index not in unseen)


def _is_unseen(sign: str) -> bool:
    if sign in "\t\n\r":
        return False
    return unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} or sign in _BLANK_LETTERS
