"""A reading in Latin letters: as one may type it, and as it becomes an address that every system can store.

Long vowels cannot be heard out of kana for certain (いのうえ is two words), so the rule is one of spelling, and a few
surnames in which two words meet are known to it.
"""

from __future__ import annotations

import re
import unicodedata

from netjudge_plugin.reader.kana import hiragana
from netjudge_plugin.reader.names import person_hash

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
    words = unicodedata.normalize("NFKD", _romaji(hiragana(reading)).casefold())
    text = _NOT_IN_A_SLUG.sub("", _BETWEEN_WORDS.sub("-", words))
    text = _HYPHENS.sub("-", text).strip("-")
    if len(text) > _SLUG_BYTES:
        return f"{text[:_SLUG_BYTES].rstrip('-')}-{person_hash(text, 8)}"
    return f"{text}-x" if _RESERVED.fullmatch(text) else text


def romaji(reading: str) -> tuple[str, ...]:
    """The reading in Latin letters as one may type it: long vowels short, and as they are written (`ono`, `oono`)."""
    plain = hiragana(reading)
    return tuple(dict.fromkeys(text.casefold() for text in (_romaji(plain), _latin(plain))))


def _romaji(kana: str) -> str:
    return _latin(_LONG.sub(r"\1\2", kana))


def _latin(kana: str) -> str:
    text = _MORA.sub(lambda mora: _ROMAJI[mora[0]], kana)
    return re.sub(r"っ+([b-df-hj-np-tv-z])", r"\1\1", re.sub("っ+(?=ch)", "t", text))


def valid_id(text: str) -> bool:
    """Whether the text can be an explicit id: an ASCII letter or digit, then up to 79 of those, `_` and `-`.

    Names that Windows or the site reserves (`con`, `index`) cannot.
    """
    return bool(_ID.fullmatch(text)) and not _RESERVED.fullmatch(text)
