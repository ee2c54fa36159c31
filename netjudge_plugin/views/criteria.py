"""The criteria in force, as sentences: vague criteria are a risk, so what decides is written down for everyone.

Generated from the file itself; nothing on this page can differ from what really decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import dates, render
from netjudge_plugin.views.professions import names
from netjudge_plugin.views.sentences import Sentences, axis_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.criteria import Axis, Step, StopKind
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.lookup import Lookup

URI = "criteria"


@dataclass(frozen=True, slots=True)
class AxisRule:
    """One axis in words; `id` is where the steps link to, `seed` the sentence of the article, if it stands for one."""

    id: str
    axis: Axis
    rules: tuple[str, ...]
    counting: tuple[str, ...]
    remarks: tuple[str, ...]
    seed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step in words: its conditions (as HTML, with links to the axes), the verdict and the why."""

    id: str
    conditions: tuple[str, ...]
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class StopRule:
    """A kind of stop signs and how long it counts."""

    signs: tuple[str, ...]
    keeps: str


def criteria(look: Lookup) -> Page:
    """The page of the criteria."""
    found = look.outlook.criteria
    told = Sentences(found, look.catalogue, linked=True)
    return render.page(
        "criteria.html",
        look.here(URI),
        look.catalogue,
        look.text("criteria.title"),
        purpose=look.outlook.purpose,
        warnings=look.warnings,
        criteria=found,
        steps=tuple(_step(step, told, look) for step in found.steps),
        otherwise=look.verdict(found.otherwise),
        otherwise_why={key: look.why(f"{key}") for key in ("feeling_only", "conflicting", "know_more")},
        axes=tuple(_axis(axis, told) for axis in found.axes),
        stops=tuple(_stop(kind, told) for kind in found.stops),
        no_reply=look.words.labels.get("no_reply"),
        they_busy=look.words.labels.get("they_busy"),
        seasons=tuple(_seasons(look)),
        versions=look.outlook.versions,
        not_kept=not (look.outlook.versions.in_use or look.outlook.stand_in),
    )


def _axis(axis: Axis, told: Sentences) -> AxisRule:
    return AxisRule(
        id=axis_anchor(axis.id),
        axis=axis,
        rules=tuple(told.rules(axis)),
        counting=tuple(told.counting(axis)),
        remarks=(*told.remarks(axis), *told.clears(axis)),
        seed=tuple(told.seed(f"axis.{axis.id}")),
    )


def _stop(kind: StopKind, told: Sentences) -> StopRule:
    return StopRule(tuple(kind.signs.values()), told.stop_keeps(kind))


def _step(step: Step, told: Sentences, look: Lookup) -> StepRule:
    return StepRule(step.id, tuple(told.conditions(step)), look.verdict(step.then), look.why(step.why))


def _seasons(look: Lookup) -> Iterator[str]:
    words = look.catalogue
    for season in look.outlook.criteria.busy_seasons:
        yield look.text(
            "criteria.busy_season",
            profession=names(words.language).get(season.profession, season.profession),
            start=dates.month_day(*season.start, words),
            end=dates.month_day(*season.end, words),
        )
