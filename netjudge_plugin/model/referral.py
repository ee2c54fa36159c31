"""What no message ever speaks of: fees for referrals, and the lending of a name.

弁護士職務基本規程13条 forbids attorneys to pay or to take them, and other professions have rules of the kind. The list
is short and read by people; an office's ordinary fees (手数料, commission) are not in it.
"""

from __future__ import annotations

import re
import unicodedata

_JA = re.compile(
    r"""(?:紹介|斡旋|あっせん|送客|取次)の?(?:お礼金|礼金|謝金|手数料|報酬|対価|見返り|フィー|マージン|料(?!理|亭))
      | (?<!感)謝礼(?!拝) | 紹介インセンティブ | キックバック | バックマージン | バックリベート | リベート(?!ラ)
      | 名義(?:を|の)?(?:お?貸|お?借) """,
    re.VERBOSE,
)
_PAID = r"(?:fees?|commissions?|bonus(?:es)?|rewards?|payments?|rebates?|cuts?)"
_FOR = r"(?:referrals?|referring|introductions?|introducing)"
_EN = re.compile(
    rf"""(?<![a-z])(?: (?:referrals?|introductions?|introducer'?s?|finder'?s?) [\s-]+ {_PAID}
      | {_PAID} \s+ (?:for|on|per|from) \s+ (?:each\s+|every\s+|any\s+|your\s+|the\s+|a\s+|all\s+)? {_FOR}
      | kick-?backs? | name[\s-]?lending
      | (?:lend|rent|borrow) (?:ing)? \s+ (?:\w+\s+){{0,2}} (?:name|licen[cs]e)s? )(?![a-z])""",
    re.VERBOSE,
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")


def speaks_of_fees(text: str) -> bool:
    """Whether a text speaks of them, in either language, however wide its letters are or however it is spaced."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold().replace("’", "'")
    return bool(_JA.search(re.sub(r"\s", "", plain)) or _EN.search(plain))
