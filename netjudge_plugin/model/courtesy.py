"""What a message says by way of courtesy alone: a greeting, one's name, a close. Without more it is no message.

The list is short and read by people. What is not on it counts as said, so that no text is held back by mistake.
"""

from __future__ import annotations

import re
import unicodedata

_JA = """
    様|先生|さん|御中|殿|へ|より|です|でございます|と申します|と申す者です
    |こんにちは|こんばんは|おはようございます|(?:はじめ|初め)まして|ご?無沙汰(?:して|いたして)おります
    |(?:いつも|平素より?|大変)*お世話(?:になります|になっております|さまです|様です)
    |拝啓|敬具|前略|草々|謹啓|謹白|(?:どうぞ|今後とも|何卒)*(?:よろしく|宜しく)お願い(?:します|(?:いた|致|申し上げ)します|申し上げます)
"""
_EN = """
    dear|hello|hi|good(?:morning|afternoon|evening)|thisis|mynameis|iam|im|from|of|at|and|mr|mrs|ms|dr|san
    |(?:best|kind|warm)?(?:regards|wishes)|yours|sincerely|faithfully|allthebest
"""
_COURTESY = re.compile(f"(?:{_JA}|{_EN})*", re.VERBOSE)
_SIGNS = re.compile(r"[\W_]")


def only_courtesy(text: str) -> bool:
    """Whether a line says nothing besides courtesies, whatever signs stand between them."""
    return bool(_COURTESY.fullmatch(_SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())))
