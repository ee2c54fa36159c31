"""How a verdict moved, as a picture: one level band over time, its pattern telling the verdict, with marks beneath.

One band and not a stepped line, because no verdict is above another; patterns and words and no colours, because none
is an alarm. Places along the band are in parts of its width, so that the theme's letters keep their size on any screen;
labels are left out where they would meet on the narrowest one. All of it stands below the picture in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from netjudge_plugin.model.criteria import VERDICTS
from netjudge_plugin.views.pictures.letters import GAP, NARROWEST, WHOLE, percent, pixels, wide

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from netjudge_plugin.model.judgement import Judged, Judgement
    from netjudge_plugin.views.lookup import Lookup

#: Where today stands if a day for a fresh look lies behind it, out of scale: it may be a year away from a short past.
TODAY = 860

_KINDS = {"meeting": "meeting", "out": "message", "in": "message", "decision": "decision"}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the band; `label` is empty where it would not fit above it."""

    kind: str
    x: str
    width: str
    middle: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place; `anchor` is start, middle or end."""

    text: str
    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture.

    `spans` are of one verdict each, `mine` where my own decision held. `marks` are kinds (meeting, message, decision)
    and places. `today` is where the past ends; `revisit` the words for the day of a fresh look behind it, or empty.
    `keys` are the kinds of all that occurs, in words.
    """

    about: str
    spans: tuple[Span, ...]
    mine: tuple[Span, ...]
    marks: tuple[tuple[str, str], ...]
    labels: tuple[Label, ...]
    today: str
    revisit: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to places: from the first day to the end of today."""

    first: datetime.date
    today: datetime.date
    end: int

    def at(self, day: datetime.date) -> int:
        """Where a day begins."""
        return (day - self.first).days * self.end // ((self.today - self.first).days + 1)


def chart(judged: Judged, look: Lookup) -> Chart | None:
    """The picture of a person's timeline; None where nothing dated is written."""
    if not judged.timeline:
        return None
    now = judged.now
    scale = Scale(judged.timeline[0].date, now.as_of, TODAY if now.revisit else WHOLE)
    verdicts = {scale.at(move.date): move.after.verdict for move in judged.moves}
    mine = {scale.at(move.date): "mine" if move.after.override else "" for move in judged.moves}
    spans = tuple(_span(run, look.verdict(run[0])) for run in _runs(verdicts, scale.end))
    decided = tuple(_span(run) for run in _runs(mine, scale.end) if run[0])
    days = ((_KINDS[what], scale.at(turn.date)) for turn in judged.timeline for what in turn.occasions)
    marks = tuple((kind, percent(x)) for kind, x in dict.fromkeys(days))
    drawn = {*(span.kind for span in (*spans, *decided)), *(kind for kind, _ in marks), "beyond" if now.revisit else ""}
    return Chart(
        about=_about(scale, now, look),
        spans=spans,
        mine=decided,
        marks=marks,
        labels=tuple(_labels(judged, scale, look)),
        today=percent(scale.end),
        revisit=_text("revisit", look, date=look.day(now.revisit)) if now.revisit else "",
        keys=tuple((kind, text) for kind, text in _keys(look) if kind in drawn),
    )


def _text(key: str, look: Lookup, **facts: object) -> str:
    return look.catalogue.text(f"moves.chart.{key}", **facts)


def _about(scale: Scale, now: Judgement, look: Lookup) -> str:
    days = {"first": look.day(scale.first), "today": look.day(scale.today)}
    return _text("about", look, verdict=look.verdict(now.verdict), **days)


def _keys(look: Lookup) -> Iterator[tuple[str, str]]:
    """Everything that a picture may hold, in words."""
    yield from ((verdict, look.verdict(verdict)) for verdict in reversed(VERDICTS))
    yield from ((kind, _text(kind, look)) for kind in ("mine", "meeting", "message", "decision", "beyond"))


def _runs(starts: Mapping[int, str], end: int) -> Iterator[tuple[str, int, int]]:
    """What holds from each place on, as stretches (what, from, to); `starts` are in order."""
    begun = [(kind, next(same)[0]) for kind, same in groupby(starts.items(), key=lambda item: item[1])]
    ends = [*(x for _, x in begun[1:]), end]
    yield from ((kind, x, to) for (kind, x), to in zip(begun, ends, strict=True))


def _span(run: tuple[str, int, int], label: str = "") -> Span:
    kind, x, to = run
    fits = wide(label) + GAP <= pixels(to - x)
    return Span(kind, percent(x), percent(to - x), percent((x + to) // 2), label if fits else "")


def _labels(judged: Judged, scale: Scale, look: Lookup) -> Iterator[Label]:
    """Today and the days on which the verdict became another, as many as have room: the first, then the newest."""
    first, *later = [move.date for move in judged.moves if move.before is None or move.of_verdict]
    wanted = [(_text("today", look), scale.end), *((look.day(day), scale.at(day)) for day in (first, *reversed(later)))]
    taken: list[tuple[int, int]] = []
    for text, x in wanted:
        start, anchor = _placed(pixels(x), wide(text))
        if all(start >= right + GAP or start + wide(text) + GAP <= left for left, right in taken):
            taken.append((start, start + wide(text)))
            yield Label(text, percent(x), anchor)


def _placed(x: int, width: int) -> tuple[int, str]:
    """Where a label at a place begins, and how it is anchored so that it stays inside."""
    if x < width // 2:
        return x, "start"
    return (x - width, "end") if x + width // 2 > NARROWEST else (x - width // 2, "middle")
