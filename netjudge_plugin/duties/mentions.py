"""Where people are mentioned in a text, sign by sign: the scan's own search, led back to the letters as they stand.

The scan compares letters without width, case, spaces and escapes. Here every compared letter remembers which signs of
the text it came from, so that exactly those can be replaced.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netjudge_plugin.audience import letters
from netjudge_plugin.audience.needles import COURTESIES, Needles
from netjudge_plugin.duties.standing import stands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netjudge_plugin.model.proof import Secret

Span = tuple[int, int]
"""From a sign of a text up to before another."""

#: What is compared as one: a run of escapes, or a sign with the marks that belong to it.
_TOKEN = re.compile(
    r"(?:%[0-9A-Fa-f]{2})+|&#?\w{1,31};|(?:\\u[0-9A-Fa-f]{4})+|(?:\\U[0-9A-Fa-f]{8})+|\\u\{[0-9A-Fa-f]{1,6}\}"
    r"|\\x[0-9A-Fa-f]{2}|\\[nrtbf]"
    r"|.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*",
    re.DOTALL,
)
_NO_WORD = re.compile(r"[\W_]")


class Finder:
    """Finds the ways in which somebody is called, unless they stand as a part of what `others` are called."""

    def __init__(
        self, secrets: Sequence[Secret], others: Iterable[str] = (), titles: Iterable[str] = (), *, strict: bool = False
    ) -> None:
        """`titles` stay where they stand behind a name, as 先生 does; `strict` finds what stands by itself alone."""
        self.needles = Needles(secrets, others)
        self._strict = strict
        self._titles = sorted({*COURTESIES, *titles}, key=len, reverse=True)
        self._names = {letters.dense(letters.bounded(one.text)) for one in secrets if len(one.text.split()) > 1}

    def spots(self, text: str, taken: Iterable[Span] = ()) -> list[Span]:
        """Every mention, in order and apart from one another and from what is taken already.

        A short name is found where it stands alone, as it may once its neighbour is gone: so the search is repeated.
        """
        found: list[Span] = []
        text = _blanked(text, taken)
        while more := list(joined(self._once(text))):
            found += more
            text = _blanked(text, more)
        return sorted(found)

    def _once(self, text: str) -> Iterator[Span]:
        if not any(True for _ in self.needles.within(letters.decoded(text))):
            return
        words, where = _mapped(text)
        dense = [place for sign, place in zip(words, where, strict=True) if sign != " "]
        for one, at in self.needles.spots(words):
            core = one.needle.strip()
            places = where[at + 1 :] if one.needle.startswith(" ") else dense[at:]
            length = len(core) - self._title(core)
            start, end = places[0][0], max(end for _, end in places[:length])
            kind = self.needles.secrets[one.secret].kind
            if not self._strict or stands(text, start, end, kind, self._titles):
                yield start, end

    def _title(self, core: str) -> int:
        """How many letters of a needle are a title behind a name."""
        if core in self._names:
            return 0
        return next((len(title) for title in self._titles if core.endswith(title) and core != title), 0)


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap made one."""
    last: Span | None = None
    for start, end in sorted(spans):
        if last and start < last[1]:
            last = (last[0], max(last[1], end))
        else:
            if last:
                yield last
            last = (start, end)
    if last:
        yield last


def replaced(text: str, spans: Iterable[Span], word: str) -> str:
    """The text with a word in the place of each span."""
    pieces, at = [], 0
    for start, end in joined(spans):
        pieces += [text[at:start], word]
        at = end
    return "".join([*pieces, text[at:]])


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with signs that are no letters in the place of what is found."""
    for start, end in spans:
        text = text[:start] + "、" * (end - start) + text[end:]
    return text


def _mapped(text: str) -> tuple[str, list[Span]]:
    """The words of a text as they are compared, and for each of their letters the signs that it came from."""
    signs, places = [" "], [(0, 0)]
    for token in _TOKEN.finditer(text):
        written = token.group()
        plain = letters.decoded(written) if written[0] in "%&\\" else written
        for sign in letters.folded(letters.visible(plain)):
            blank = bool(_NO_WORD.match(sign))
            if not blank or signs[-1] != " ":
                signs.append(" " if blank else sign)
                places.append(token.span())
    if signs[-1] != " ":
        signs.append(" ")
        places.append((len(text), len(text)))
    return "".join(signs), places
