"""What becomes of one file: the spans that were found in it, put together to what it says before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.forgetting import Change, Cut, Kind
from netjudge_plugin.reader.disk import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netjudge_plugin.duties.mentions import Span
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.reader.spans import Layout

#: How much of a line is shown to either side of a name.
_NEAR = 20

Found = tuple["Span", str, Kind]
"""A span of a text, what comes into its place, and what it is."""


def changed(source: SourceFile, layout: Layout, entries: Sequence[Found], texts: Sequence[Found]) -> Change:
    """The file without the items of lists that go (`entries`) and with the words that come into texts."""
    everything = sorted((*entries, *texts), key=lambda one: one[0])
    early, after = applied(layout.text, texts), applied(layout.text, everything)
    return Change(source, tuple(cut(source, layout, one) for one in everything), early.encode(), after.encode())


def gone(source: SourceFile) -> Change:
    """The person's own file goes as a whole."""
    text = source.data.decode("utf-8")
    all_of_it = Cut(0, len(text), "", Kind.FILE, Place(source.path), text.count("\n") + (not text.endswith("\n")))
    return Change(source, (all_of_it,), source.data, None)


def pieces(layout: Layout) -> Iterator[Span]:
    """Every text of the front matter by itself, what lies between them, and the body: all but the names of fields."""
    at, keys = 0, layout.keys
    for scalar in layout.scalars:
        yield from [(at, scalar.start)] if scalar.start > at else []
        if scalar.start not in keys:
            yield scalar.start, scalar.end
        at = max(at, scalar.end)
    yield at, layout.body
    yield layout.body, len(layout.text)


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span has a sign in common with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def applied(text: str, found: Iterable[Found]) -> str:
    """The text with what comes into the place of each span; of spans that overlap the first counts."""
    parts: list[str] = []
    at = 0
    for (start, end), word, _ in sorted(found, key=lambda one: one[0]):
        if start >= at:
            parts += [text[at:start], word]
            at = end
    return "".join([*parts, text[at:]])


def cut(source: SourceFile, layout: Layout, found: Found) -> Cut:
    """What is found, as it is told."""
    (start, end), word, kind = found
    line, column = layout.place(start)
    last = layout.place(max(start, end - 1))[0]
    around = _around(layout, start, end) if kind in {Kind.MENTION, Kind.LINK} else ""
    return Cut(start, end, word, kind, Place(source.path, line, column), last, around)


def _around(layout: Layout, start: int, end: int) -> str:
    text = layout.text
    first, last = max(layout.line_start(start), start - _NEAR), min(layout.line_end(max(start, end - 1)), end + _NEAR)
    return printable(f"{text[first:start].lstrip()}【{text[start:end]}】{text[end:last].rstrip()}")
