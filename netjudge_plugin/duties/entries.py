"""Taking one item out of a list as it is written: which signs go, so that what stays is still the same list.

A contact goes with its dash, its lines and the comments inside it; a comment above it at the depth of the dash stays.
Of a list in brackets the item goes with one comma. A list without items is written `[]`, since a field left empty
would be a mistake.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netjudge_plugin.reader.spans import Group, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netjudge_plugin.duties.mentions import Span
    from netjudge_plugin.reader.spans import Layout, Part

_ALONE = re.compile(r"[ \t]*(-)[ \t]*(?:#[^\r\n]*)?(?=[\r\n])")
_COMMA = re.compile(r"(?:[^\S\r\n]|#[^\r\n]*|[\r\n])*,")
_PLAIN = re.compile(r"[^#\r\n]*")
_WITHIN = re.compile(r"([ \t]*)(#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")

Exchanged = tuple["Span", str]
"""A span of a text, and what comes into its place."""


def without(layout: Layout, key: Scalar, value: Part, gone: Sequence[Part]) -> list[Exchanged]:
    """The changes that take these items out of a field; a single text stands for a list of one."""
    if not gone:
        return []
    if isinstance(value, Scalar):
        return [((value.start, value.end), "[]")]
    if value.flow:
        return [(span, "") for span in _from_brackets(layout.text, value, gone)]
    changes: list[Exchanged] = [(_lines_of(layout, item), "") for item in gone]
    if len(gone) == len(value.parts):
        colon = layout.text.index(":", key.end) + 1
        changes.append(((colon, colon), " []"))
    return changes


def _lines_of(layout: Layout, item: Part) -> Span:
    """An item of a list with dashes: from the start of its first line to the end of its last."""
    start, depth = _dash(layout, item)
    end = layout.line_end(_last(layout.text, item))
    inside = end
    while (line := _WITHIN.match(layout.text, inside)) and line.end() > inside:
        inside = line.end()
        if line[2] and len(line[1]) > depth:  # a comment among the fields of the item
            end = inside
        elif line[2]:
            break
    return start, end


def _dash(layout: Layout, item: Part) -> Span:
    """Where the line of an item's dash begins, and how deep the dash stands; it may have a line of its own."""
    start = layout.line_start(item.start)
    dash = layout.text.rfind("-", start, item.start + 1)
    while dash < 0:
        start = layout.line_start(start - 1)
        alone = _ALONE.match(layout.text, start)
        dash = alone.start(1) if alone else -1
    return start, dash - start


def _last(text: str, item: Part) -> int:
    """The last sign of an item that is more than white space."""
    while isinstance(item, Group) and not item.flow and item.parts:
        item = next((part for part in reversed(item.parts) if _length(part)), item.parts[0])
    end = item.end
    while end > item.start and text[end - 1].isspace():
        end -= 1
    return max(end - 1, item.start)


def _length(part: Part) -> int:
    return part.end - part.start


def _from_brackets(text: str, value: Group, gone: Sequence[Part]) -> Iterator[Span]:
    stays = [nth for nth, item in enumerate(value.parts) if item not in gone]
    if not stays and _PLAIN.fullmatch(text, value.start + 1, value.end - 1):
        yield value.start + 1, value.end - 1
        return
    for nth, item in enumerate(value.parts):
        if nth in stays:
            continue
        before = value.parts[nth - 1].end if nth else value.start
        after = value.parts[nth + 1].start if nth + 1 < len(value.parts) else value.end
        comma = _COMMA.match(text, item.end, after)
        if any(other > nth for other in stays) and _PLAIN.fullmatch(text, item.end, after):
            yield item.start, after
        elif stays and stays[-1] < nth and _PLAIN.fullmatch(text, before, item.start):
            yield before, item.end
        else:
            yield item.start, item.end
            if comma:
                yield comma.end() - 1, comma.end()
