"""Where a text may be cut for the search, which finds words by their beginnings and sees but one in 東京士業交流会.

No dictionary and no statistics: small segmenters of Japanese cut 士業|交流会 into 業交|流会. The words that matter are
few (professions, forms of firms and of meetings, prefectures), and between kinds of letters a word mostly ends.
"""

from __future__ import annotations

import re
from functools import cache

from netjudge_plugin.reader.professions import professions

#: A break that has no width (U+200B): the search ends a word there, a reader sees nothing.
BREAK = "\u200b"
_WORDS = """
税理士法人 弁護士法人 司法書士法人 行政書士法人 監査法人 特許業務法人 法律事務所 特許事務所 事務所 法人
株式会社 有限会社 異業種 士業 交流会 勉強会 研究会 研修会 懇親会 懇談会 忘年会 新年会 納涼会 朝会 例会 総会
支部 連合会 協会 商工会
北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県
石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県
岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県
"""
_KANJI, _HIRAGANA, _KATAKANA, _LATIN = r"[\u3400-\u9fff々〆]", r"[ぁ-ゖ]", r"[ァ-ヺー]", r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
_ENDS = re.compile(
    f"(?<={_HIRAGANA})(?={_KANJI}|{_KATAKANA}|{_LATIN})|(?<={_KANJI})(?={_KATAKANA}|{_LATIN})"
    f"|(?<={_KATAKANA})(?={_KANJI}|{_HIRAGANA}|{_LATIN})|(?<={_LATIN})(?={_KANJI}|{_HIRAGANA}|{_KATAKANA})"
)
_TAGS_AND_ENTITIES = re.compile(r"(<[^<>]*>|&[#\w]+;)")


def broken(html: str) -> str:
    """The HTML with a break wherever a word of its text begins or ends; tags and entities are left alone."""
    parts = _TAGS_AND_ENTITIES.split(html)
    return "".join(part if nth % 2 else _broken(part) for nth, part in enumerate(parts))


def _broken(text: str) -> str:
    known = _known().sub(rf"{BREAK}\g<0>{BREAK}", text)
    return re.sub(f"{BREAK}+", BREAK, _ENDS.sub(BREAK, known)).strip(BREAK)


@cache
def _known() -> re.Pattern[str]:
    """The words to cut out, the longest first (行政書士法人 before 行政書士)."""
    table = professions()
    names = [name for one in table.table for name in (one.ja, *table.aliases[one.id])]
    words = {*names, *_WORDS.split()}
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))
