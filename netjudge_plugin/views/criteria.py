"""The criteria in force, as sentences: vague criteria are a risk, so what decides is written down for everyone.

Generated from the file itself; nothing on this page can differ from what really decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import dates, render
from netjudge_plugin.views.addresses import anchor
from netjudge_plugin.views.professions import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.criteria import Axis, Step, StopKind
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.lookup import Lookup

URI = "criteria"


@dataclass(frozen=True, slots=True)
class AxisRule:
    """One axis in words; `anchor` is where the steps link to."""

    id: str
    axis: Axis
    rules: tuple[str, ...]
    clears: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step in words: its conditions (as HTML, with links to the axes), the verdict and the why."""

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
    return render.page(
        "criteria.html",
        look.here(URI),
        look.catalogue,
        look.text("criteria.title"),
        purpose=look.outlook.purpose,
        warnings=look.warnings,
        criteria=found,
        steps=tuple(_step(step, look) for step in found.steps),
        otherwise=look.verdict(found.otherwise),
        otherwise_why={key: look.why(f"{key}") for key in ("feeling_only", "conflicting", "know_more")},
        axes=tuple(_axis(axis, look) for axis in found.axes),
        stops=tuple(_stop(kind, look) for kind in found.stops),
        no_reply=look.words.labels.get("no_reply"),
        they_busy=look.words.labels.get("they_busy"),
        seasons=tuple(_seasons(look)),
    )


def _axis(axis: Axis, look: Lookup) -> AxisRule:
    return AxisRule(id=_anchor(axis.id), axis=axis, rules=tuple(_rules(axis, look)), clears=tuple(_clears(axis, look)))


def _rules(axis: Axis, look: Lookup) -> Iterator[str]:
    """How the axis comes to its mark, a sentence each."""
    guard = axis.style == "guard"
    yield look.text("criteria.guard" if guard else "criteria.balance")
    if guard:
        yield look.text("criteria.ok_guard", count=axis.ok_needs)
        yield look.text("criteria.no_guard", count=axis.no_needs)
        yield look.text("criteria.mixed_guard")
    else:
        yield _counted("criteria.ok_balance", axis.ok_needs, look)
        yield _counted("criteria.no_balance", axis.no_needs, look)
        yield look.text("criteria.mixed_balance")
    yield look.text("criteria.unknown")


def _counted(key: str, count: int, look: Lookup) -> str:
    return look.text(f"{key}_one") if count == 1 else look.text(key, count=count)


def _clears(axis: Axis, look: Lookup) -> Iterator[str]:
    for word, cleared in axis.clears.items():
        words = _quoted((look.words.label(other) for other in cleared), look)
        yield render.told(look.catalogue, "pages.criteria.clears", word=look.words.label(word), words=words)


def _stop(kind: StopKind, look: Lookup) -> StopRule:
    keeps = "criteria.stop_by_me" if kind.keeps is None else "criteria.stop_keeps"
    return StopRule(tuple(kind.signs.values()), look.text(keeps, months=kind.keeps))


def _step(step: Step, look: Lookup) -> StepRule:
    return StepRule(tuple(_conditions(step, look)), look.verdict(step.then), look.why(step.why))


def _conditions(step: Step, look: Lookup) -> Iterator[str]:
    if step.stop is not None:
        kinds = [kind for kind in look.outlook.criteria.stops if kind.id == step.stop]
        yield _condition("if_stop", [sign for kind in kinds for sign in kind.signs.values()], look)
    for key, axes in (("if_any_no", step.any_no), ("if_unsettled", step.unsettled), ("if_all_ok", step.all_ok)):
        if axes:
            yield _condition(key, [_link(axis, look) for axis in axes], look)
    for key, count in (("if_ok_at_least", step.ok_at_least), ("if_no_at_least", step.no_at_least)):
        if count is not None:
            axes_of = _quoted((_link(axis, look) for axis in step.of), look)
            yield render.told(look.catalogue, f"pages.criteria.{key}", items=axes_of, count=count)


def _condition(key: str, items: list[str], look: Lookup) -> str:
    """A condition on one or on several things, which may be HTML."""
    key = f"pages.criteria.{key}_one" if len(items) == 1 else f"pages.criteria.{key}"
    return render.told(look.catalogue, key, items=_quoted(items, look))


def _link(axis: str, look: Lookup) -> str:
    return render.leading(f"#{_anchor(axis)}", look.words.axis_name(axis))


def _anchor(axis: str) -> str:
    return anchor(f"axis-{axis}".replace("_", "-"))


def _quoted(items: Iterable[str], look: Lookup) -> str:
    """Several things in quotes, as HTML."""
    quoted = (render.told(look.catalogue, "judgement.facts.quoted", fact=item) for item in items)
    return render.told(look.catalogue, "judgement.facts.between").join(quoted)


def _seasons(look: Lookup) -> Iterator[str]:
    language = look.catalogue.language
    for season in look.outlook.criteria.busy_seasons:
        yield look.text(
            "criteria.busy_season",
            profession=names(language).get(season.profession, season.profession),
            start=dates.month_day(*season.start, language),
            end=dates.month_day(*season.end, language),
        )
