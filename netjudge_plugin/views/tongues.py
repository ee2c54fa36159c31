"""Which language a text on a page is in, where it is not the page's: to be read aloud and drawn as it should be.

What people write in this journal is Japanese as a rule, whatever the language of the site. On an English page every
stretch of Japanese (a name, a firm, a note, a word of the criteria) gets `lang="ja"`: by its script, which tells it
with certainty here, and on the finished page, so that no template has to think of it. Kanji without it may be drawn in
their Chinese forms.

The other way round nothing is marked: Latin letters on a Japanese page do not tell their language (a name may be
English, Vietnamese or German), and a wrong mark is worse than none.
"""

from __future__ import annotations

import re

#: Kana and kanji, with 々 and 〇.
JAPANESE = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
#: What belongs to a stretch of them without making one: Japanese and full-width signs, variation selectors.
_SIGNS = "\u3000-\u3004\u3008-\u303f\uff00-\uff65\ufe00-\ufe0f\U000e0100-\U000e01ef"
_STRETCH = re.compile(rf"[{JAPANESE}](?:[{JAPANESE}{_SIGNS}0-9]|[ \n](?=[{JAPANESE}]))*")
_SOME = re.compile(rf"[{JAPANESE}]")
_TAG = re.compile(r"(<[^<>]*>)")
_OPENING = re.compile(r"<(\w+)")
#: Elements that hold nothing but text: the mark can only stand on themselves.
_TEXT_ONLY = {"option", "textarea", "title", "desc", "text"}
_NO_TEXT = {"script", "style"}


def marked(html: str, language: str) -> str:
    """The page with its Japanese marked, if it is in another language."""
    if language == "ja" or not _SOME.search(html):
        return html
    parts = _TAG.split(html)  # text, tag, text, tag, … text
    for at in range(0, len(parts), 2):
        if not _SOME.search(parts[at]):
            continue
        opening = _OPENING.match(parts[at - 1]) if at else None
        element = opening[1] if opening else ""
        alone = bool(element) and at + 1 < len(parts) and parts[at + 1] == f"</{element}>"
        if alone and (element in _TEXT_ONLY or _STRETCH.fullmatch(parts[at].strip())):
            parts[at - 1] = f'{parts[at - 1][:-1]} lang="ja">'
        elif element not in _TEXT_ONLY | _NO_TEXT:
            parts[at] = _STRETCH.sub(r'<span lang="ja">\g<0></span>', parts[at])
    return "".join(parts)
