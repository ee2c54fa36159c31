"""Words that do not belong in notes about people, or are better thought over: what needs special care by law, what is
confidential, what one would not show the person.

Looked for in the file as it stands, so that the place is exact and comments count too; fields that name things (a
name, a firm, a title) are passed over. It is advice, with the list to be read in `presets/careful.toml`: a machine
does not know what a sentence means, so a file whose writer has thought about it says so with `confirmed` and a reason.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.reader.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.journal import SourceFile

#: Letters of another width, and small ones for capitals: one for one, so that columns stay what they are.
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict(
    zip(
        map(ord, "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｰ"),
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンー",
        strict=True,
    )
)
_WIDTHS |= {first + nth: ord("a") + nth for first in (ord("A"), 0xFF21) for nth in range(26)}
#: Fields whose values are names of things, in both languages.
_NAMING = re.compile(
    r"\s*(?:-\s+)?(?:person|名前|id|識別子|reading|読み|profession|士業|firm|事務所|title|件名|place|場所|tags|タグ|"
    r"attending|参加予定|aliases|別名|not_same_as|別人|email|メール|phone|電話|honorific|敬称|confirmed|確認済み)\s*:"
)
#: A Latin word ends where its letters end, also before a kana.
_WORD = "(?<![a-z0-9]){}(?![a-z0-9])"
_CONFIRMED = re.compile(r"^(?:confirmed|確認済み):[ \t]*\S", re.MULTILINE)


def careful(source: SourceFile) -> Iterator[Diagnostic]:
    """One diagnostic at each such word of a file, unless the file says that it was thought over."""
    text, _ = decode(source)
    if text is None:
        return
    plain = text.translate(_WIDTHS)
    hits = [found for found in _pattern().finditer(plain) if found.lastgroup != "fine"]
    if not hits or _CONFIRMED.search(plain):
        return
    for found in hits:
        start = plain.rfind("\n", 0, found.start()) + 1
        if not _NAMING.match(plain, start):
            place = Place(source.path, plain.count("\n", 0, start) + 1, found.start() - start + 1)
            yield Diagnostic(place, (found.lastgroup or "").replace("_", "-"))


@cache
def _pattern() -> re.Pattern[str]:
    """All words in one pattern, what is harmless first; the group that matched is the name of the diagnostic."""
    lists = categories()
    fine = [word for words, harmless in lists.values() for word in harmless]
    groups = {"fine": fine, **{name.replace("-", "_"): words for name, (words, _) in lists.items()}}
    begins = "".join(sorted({re.escape(word[0].lower()) for words in groups.values() for word in words}))
    either = "|".join(f"(?P<{name}>{_any(words)})" for name, words in groups.items())
    return re.compile(f"(?=[{begins}])(?:{either})")  # most letters begin no word, and are told at once


@cache
def categories() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each diagnostic the words that call for it, and those in which they are harmless."""
    text = resources.files("netjudge_plugin").joinpath("presets", "careful.toml").read_text(encoding="utf-8")
    return {
        name: (tuple(table["words"].split()), _phrases(table["except"])) for name, table in tomllib.loads(text).items()
    }


def _phrases(text: str) -> tuple[str, ...]:
    """Words, one or several a line; a line of Latin letters is one phrase."""
    lines = [line.strip() for line in text.strip().split("\n")]
    return tuple(phrase for line in lines for phrase in ([line] if line.isascii() else line.split()))


def _any(words: Iterable[str]) -> str:
    longest = sorted((word.lower() for word in words), key=lambda word: (-len(word), word))
    return "|".join(_WORD.format(re.escape(word)) if word.isascii() else re.escape(word) for word in longest)
