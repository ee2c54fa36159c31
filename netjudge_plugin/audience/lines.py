r"""Texts made comparable line by line: the pages of a site have most of their lines in common.

`letters` works on whole texts, and is what this has to agree with. Where nothing reaches from one line into the next
(no escape that may take the end of a line along, none within another, no tag that ends on a later line, no reading over
kanji) the words of a text are those of its lines, one after the other, and each line needs to be worked out only once;
any other text goes the long way.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, cast

from netjudge_plugin.audience import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What begins any escape; those that may take the end of a line along, or an end of a line that came out of one.
_ESCAPED = re.compile(r"[\\&%]")
_REACHING = re.compile(rf"[\\\n]|{letters.LOOKS_QUOTED.pattern}")
_LEFT = re.compile(r"&|%[0-9A-Fa-f]{2}")
#: So many lines are remembered; a site that has more different ones begins anew.
_MOST = 200_000
_WHOLE, _BETWEEN = itemgetter(0), itemgetter(1)


class Lines:
    """The words of lines and texts, with the lines that were worked out so far."""

    def __init__(self) -> None:
        """Know no line yet."""
        self._known = _Known()

    def forms(self, text: str) -> Iterator[str]:
        """The words of a text, as `bounded` gives them, in each of its forms (see `forms`)."""
        found = list(map(self._known.__getitem__, filter(None, text.split("\n"))))
        if None in found:
            yield from map(letters.bounded, forms(text))
            return
        lines = cast("list[tuple[str, str]]", found)
        yield _joined(map(_WHOLE, lines))
        if "<" in text:
            yield _joined(map(_BETWEEN, lines))


class _Known(dict[str, tuple[str, str] | None]):
    """Lines, with their words."""

    def __missing__(self, line: str) -> tuple[str, str] | None:
        if len(self) >= _MOST:
            self.clear()
        self[line] = words = _words(line)
        return words


def forms(text: str) -> Iterator[str]:
    """A text with all that stands in its tags, and without; tags may themselves have been spelt otherwise."""
    whole = letters.decoded(text)
    yield whole
    if "<" in text:
        yield letters.decoded(letters.untagged(text))
    if "<rt" in text:
        yield letters.decoded(letters.untagged(letters.unannotated(text)))
    if whole.count("<") > text.count("<"):
        yield letters.untagged(whole)


def _words(line: str) -> tuple[str, str] | None:
    """The words of a line, with what stands in its tags and without; None where it does not stand for itself."""
    if "<rt" in line or line.rfind("<") > line.rfind(">"):  # readings, and a tag that is still open
        return None
    whole, between = _undone(line), _undone(letters.untagged(line))
    if whole is None or between is None or whole.count("<") > line.count("<"):
        return None
    words = letters.bounded(whole).strip()
    return words, letters.bounded(between).strip() if "<" in line else words


def _undone(line: str) -> str | None:
    """The line without its escapes; None unless all of them can be undone at once, whatever its neighbours are."""
    if not _ESCAPED.search(line):
        return None if letters.LOOKS_QUOTED.search(line) else line
    for undo in letters.SPELT.values():
        if _REACHING.search(line):
            return None
        line = undo(line)
    return None if _REACHING.search(line) or _LEFT.search(line) else line


def _joined(words: Iterable[str]) -> str:
    return f" {' '.join(filter(None, words))} "
