"""One set of ids, two languages: labels of the other language are understood, and unchanged ones are shown in ours.

A journal written in Japanese also builds as an English site, whichever preset its criteria began from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netjudge_plugin.model.wording import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netjudge_plugin.model.criteria import Axis, Criteria, StopKind
    from netjudge_plugin.model.plan import PlanRules


def with_synonyms(criteria: Criteria, presets: Iterable[Criteria]) -> Criteria:
    """The criteria, understanding the labels that any shipped preset gives to the same ids."""
    own = set(labels(criteria)) | {axis.id for axis in criteria.axes}
    words: dict[str, str] = {}
    verdicts: dict[str, str] = {}
    whys: dict[str, str] = {}
    for preset in presets:
        named = labels(preset) | {axis.id: axis.name for axis in preset.axes}
        words |= {label: word for word, label in named.items() if word in own}
        verdicts |= {label: verdict for verdict, label in preset.verdicts.items()}
        whys |= {label: why for why, label in preset.whys.items() if why in criteria.whys}
    return replace(criteria, synonyms=words, verdict_synonyms=verdicts, why_synonyms=whys)


def in_language(criteria: Criteria, other: Criteria, ours: Criteria) -> Criteria:
    """The criteria with every text that still is the `other` preset's shown as in `ours` (the same ids throughout)."""
    axes = {axis.id: (axis, mine) for axis, mine in zip(other.axes, ours.axes, strict=True)}
    kinds = {kind.id: (kind, mine) for kind, mine in zip(other.stops, ours.stops, strict=True)}
    return replace(
        criteria,
        name=ours.name if criteria.name == other.name else criteria.name,
        axes=tuple(_axis(axis, *axes[axis.id]) if axis.id in axes else axis for axis in criteria.axes),
        stops=tuple(_stop(kind, *kinds[kind.id]) if kind.id in kinds else kind for kind in criteria.stops),
        notes_only=_same(criteria.notes_only, other.notes_only, ours.notes_only),
        verdicts=_same(criteria.verdicts, other.verdicts, ours.verdicts),
        whys=_same(criteria.whys, other.whys, ours.whys),
        plan=_plan(criteria.plan, other.plan, ours.plan),
    )


def _same(labels: Mapping[str, str], other: Mapping[str, str], ours: Mapping[str, str]) -> dict[str, str]:
    return {word: ours[word] if other.get(word) == label else label for word, label in labels.items()}


def _axis(axis: Axis, other: Axis, ours: Axis) -> Axis:
    return replace(
        axis,
        name=ours.name if axis.name == other.name else axis.name,
        question=ours.question if axis.question == other.question else axis.question,
        good=_same(axis.good, other.good, ours.good),
        concern=_same(axis.concern, other.concern, ours.concern),
        ask=ours.ask if axis.ask == other.ask else axis.ask,
        ask_if_concern=ours.ask_if_concern if axis.ask_if_concern == other.ask_if_concern else axis.ask_if_concern,
    )


def _plan(plan: PlanRules, other: PlanRules, ours: PlanRules) -> PlanRules:
    named = {(theirs.id, theirs.name): mine.name for theirs, mine in zip(other.layers, ours.layers, strict=True)}
    return replace(
        plan, layers=tuple(replace(layer, name=named.get((layer.id, layer.name), layer.name)) for layer in plan.layers)
    )


def _stop(kind: StopKind, other: StopKind, ours: StopKind) -> StopKind:
    return replace(kind, signs=_same(kind.signs, other.signs, ours.signs))
