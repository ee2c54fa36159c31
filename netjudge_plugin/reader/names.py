"""Japanese names as text: when two writings are one name, how a name is sorted, and what it becomes in an address.

Kept apart from `identity`, which decides who is who: here are only the facts about writing, and no person is ever
merged by them. A name on a page is always the user's own spelling; everything below is for comparing and for addresses.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from netjudge_plugin.model.people import COURTESIES
from netjudge_plugin.reader.variants import STANDARD_FORMS

# ---------------------------------------------------------------------------------------------------------------------
# Equality
# ---------------------------------------------------------------------------------------------------------------------

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


# ---------------------------------------------------------------------------------------------------------------------
# Kana
# ---------------------------------------------------------------------------------------------------------------------

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
_SPACES = re.compile(r"[\s・·]+")


def is_kana(text: str) -> bool:
    """Whether the text is a reading: hiragana and katakana of either width with ー, ・ and spaces, and nothing else."""
    text = unicodedata.normalize("NFKC", text)
    return bool(_ONLY_KANA.fullmatch(text) and _KANA.search(text))


def reading_key(reading: str) -> str:
    """The key under which two readings are equal: hiragana, without spaces and ・ (サトウ・ミサキ is さとう みさき)."""
    return _SPACES.sub("", _hiragana(reading))


def katakana(reading: str) -> str:
    """The reading in katakana (さとう みさき is サトウ ミサキ)."""
    return _hiragana(reading).translate(_TO_KATAKANA)


def _hiragana(text: str) -> str:
    """The text with its kana as full-width hiragana; repetition marks are written out (みすゞ is みすず)."""
    parts = unicodedata.normalize("NFKD", text.translate(_STANDING_MARKS)).translate(_TO_HIRAGANA)
    return unicodedata.normalize("NFC", _REPEATED.sub(r"\1\2\1", parts))


# ---------------------------------------------------------------------------------------------------------------------
# Addresses
# ---------------------------------------------------------------------------------------------------------------------

_HEPBURN = """
あ a い i う u え e お o  か ka き ki く ku け ke こ ko  さ sa し shi す su せ se そ so  た ta ち chi つ tsu て te と to
な na に ni ぬ nu ね ne の no  は ha ひ hi ふ fu へ he ほ ho  ま ma み mi む mu め me も mo  や ya ゆ yu よ yo
ら ra り ri る ru れ re ろ ro  わ wa ゐ i ゑ e を o ん n  が ga ぎ gi ぐ gu げ ge ご go  ざ za じ ji ず zu ぜ ze ぞ zo
だ da ぢ ji づ zu で de ど do  ば ba び bi ぶ bu べ be ぼ bo  ぱ pa ぴ pi ぷ pu ぺ pe ぽ po
ゔ vu わ゙ va ゐ゙ vi ゑ゙ ve を゙ vo
きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho ちゃ cha ちゅ chu ちょ cho にゃ nya にゅ nyu にょ nyo
ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo
じゃ ja じゅ ju じょ jo ぢゃ ja ぢゅ ju ぢょ jo びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo
いぇ ye うぃ wi うぇ we うぉ wo ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo ゔゅ vyu しぇ she じぇ je ちぇ che
つぁ tsa つぃ tsi つぇ tse つぉ tso てぃ ti でぃ di てゅ tyu でゅ dyu とぅ tu どぅ du すぃ si ずぃ zi
ふぁ fa ふぃ fi ふぇ fe ふぉ fo ふゅ fyu くぁ kwa くぃ kwi くぇ kwe くぉ kwo くゎ kwa ぐぁ gwa ぐゎ gwa
ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo ゎ wa ゕ ka ゖ ke
"""
_ROMAJI = dict(zip(_HEPBURN.split()[::2], _HEPBURN.split()[1::2], strict=True))
_MORA = re.compile("|".join(sorted(_ROMAJI, key=len, reverse=True)))
_LONG = re.compile(
    r"(?!の(?=う[えちら])|[つずづ]う|ろお)"  # two words meet here: いの・うえ, やまの・うち, まつ・うら, ひろ・おか
    r"(?:([おこそとのほもよろごぞどぼぽょぉを])[うお]|([うくすつぬふむゆるぐずづぶぷゔゅぅ])う)"
)
_BETWEEN_WORDS = re.compile(r"[\s・·=\u30a0_.,/‐-―-]+")
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9-]")
_HYPHENS = re.compile(r"-{2,}")
_SLUG_BYTES = 80

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
#: Names that Windows keeps for devices, whatever their case, and pages that a site has of its own.
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index|readme|404", re.IGNORECASE)


def slug(reading: str) -> str:
    """The reading in ASCII, for an address: Hepburn, words joined by hyphens (`さとう みさき` is `sato-misaki`).

    Long vowels are written short (こうの is `kono`), ん is always `n`, っ doubles the consonant (`tch` before ち).
    Latin letters and digits stay; whatever else is not kana, such as kanji, is dropped, and nothing left is "". Past 80
    bytes it is cut and takes a hyphen and eight digits of the hash of the whole; a name that Windows or the site
    reserves takes `-x`.
    """
    words = unicodedata.normalize("NFKD", _romaji(_hiragana(reading)).casefold())
    text = _NOT_IN_A_SLUG.sub("", _BETWEEN_WORDS.sub("-", words))
    text = _HYPHENS.sub("-", text).strip("-")
    if len(text) > _SLUG_BYTES:
        return f"{text[:_SLUG_BYTES].rstrip('-')}-{person_hash(text, 8)}"
    return f"{text}-x" if _RESERVED.fullmatch(text) else text


def romaji(reading: str) -> tuple[str, ...]:
    """The reading in Latin letters as one may type it: long vowels short, and as they are written (`ono`, `oono`)."""
    hiragana = _hiragana(reading)
    return tuple(dict.fromkeys(text.casefold() for text in (_romaji(hiragana), _latin(hiragana))))


def _romaji(hiragana: str) -> str:
    return _latin(_LONG.sub(r"\1\2", hiragana))


def _latin(hiragana: str) -> str:
    text = _MORA.sub(lambda mora: _ROMAJI[mora[0]], hiragana)
    return re.sub(r"っ+([b-df-hj-np-tv-z])", r"\1\1", re.sub("っ+(?=ch)", "t", text))


def valid_id(text: str) -> bool:
    """Whether the text can be an explicit id: an ASCII letter or digit, then up to 79 of those, `_` and `-`.

    Names that Windows or the site reserves (`con`, `index`) cannot.
    """
    return bool(_ID.fullmatch(text)) and not _RESERVED.fullmatch(text)


# ---------------------------------------------------------------------------------------------------------------------
# The order of the fifty sounds
# ---------------------------------------------------------------------------------------------------------------------

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
    text = _SPACES.sub(" ", _hiragana(reading)).strip().casefold()
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


# ---------------------------------------------------------------------------------------------------------------------
# What cannot be seen, and what is no name
# ---------------------------------------------------------------------------------------------------------------------

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
