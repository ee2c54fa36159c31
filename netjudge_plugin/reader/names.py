"""Japanese names as text: when two writings are one name, what is only a courtesy, and what is no name at all.

Kept apart from `identity`, which decides who is who: here are only the facts about writing, and no person is ever
merged by them. A name on a page is always the user's own spelling; everything below is for comparing. `kana`, `romaji`
and `gojuon` know its reading, `unseen` what nobody sees in it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from netjudge_plugin.model.people import COURTESIES
from netjudge_plugin.reader.unseen import without_invisible
from netjudge_plugin.reader.variants import STANDARD_FORMS

_VARIATION_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_NOT_IN_A_KEY = re.compile(rf"[\s{_VARIATION_SELECTORS}]")


def name_key(name: str) -> str:
    """The key under which the same name is one person: NFKC without any white space and variation selectors.

    So `田中　太郎` is `田中太郎`, macOS's decomposed が is が, and half-width kana are kana. Case and kanji variants
    still count: 髙橋 and 高橋 are two names.
    """
    key = _NOT_IN_A_KEY.sub("", unicodedata.normalize("NFKC", name))
    # taking out a space may leave a mark right behind the letter it then belongs to
    return unicodedata.normalize("NFKC", key)


_TITLES = """
弁護士 司法書士 認定司法書士 土地家屋調査士 調査士 税理士 弁理士 社会保険労務士 特定社会保険労務士 社労士 行政書士
特定行政書士 海事代理士 公認会計士 会計士 中小企業診断士 診断士 不動産鑑定士 鑑定士 宅地建物取引士 宅建士 建築士
一級建築士 二級建築士 技術士 ファイナンシャルプランナー FP技能士 社会福祉士 測量士 通関士 マンション管理士
キャリアコンサルタント 外国法事務弁護士
"""
_WRITTEN = tuple(sorted((*COURTESIES, *_TITLES.split()), key=len, reverse=True))
_HONORIFICS = tuple(ending.casefold() for ending in _WRITTEN)


def fold(name: str) -> str:
    """The name as far as search and the hint 「同じ方かもしれません」 can tell: never a reason to merge two people.

    On top of `name_key` it ignores case, folds the variants of kanji (髙橋 is 高橋) and drops honorifics and titles at
    the end (佐藤先生 is 佐藤), but never the whole name.
    """
    key = name_key(name_key(name).casefold()).translate(STANDARD_FORMS)
    while ending := _ending(key):
        key = key.removesuffix(ending)
    return key


def _ending(key: str) -> str:
    return next((ending for ending in _HONORIFICS if key.endswith(ending) and key != ending), "")


def without_honorifics(name: str) -> tuple[str, str]:
    """The name as written without courtesies at its end and titles at either end, and the courtesy that it bore."""
    text, courtesy = " ".join(without_invisible(name).split()), ""
    while ending := next((one for one in _WRITTEN if text.endswith(one) and text.removesuffix(one).strip()), ""):
        text = text.removesuffix(ending).strip()
        courtesy = courtesy or (ending if ending in COURTESIES else "")
    while title := next(
        (one for one in _TITLES.split() if text.startswith(one) and text.removeprefix(one).strip()), ""
    ):
        text = text.removeprefix(title).strip()
    return text, courtesy


def person_hash(key: str, length: int) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of a name's key."""
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:length]


_PLACEHOLDERS = frozenset("ー〇○◯●◎×✕✖△▲□■☆★*+=~^|<>$`")
_NO_NAMES = """
不明 氏名不明 名前不明 姓名不明 不詳 氏名不詳 未詳 名無し 名なし 名無しの権兵衛 無名 匿名 なし 無し 未定 未確認 未登録
未記入 空欄 誰か 某氏 unknown anonymous noname nameless nobody none n/a tbd
"""


def usable(name: str) -> bool:
    """Whether the text can be somebody's name: not empty, not only signs, no 不明 or `unknown`, no bare honorific."""
    key = fold(without_invisible(name))
    if key in _NO_NAMES.split() or key in _HONORIFICS:
        return False
    return any(sign not in _PLACEHOLDERS and unicodedata.category(sign)[0] not in "PZMC" for sign in key)


def no_names() -> tuple[str, ...]:
    """The words that `usable` takes for no name, though they are made of letters: 不明, unknown, a bare 先生."""
    return tuple(word for word in (*_NO_NAMES.split(), *_HONORIFICS) if not usable(word))
