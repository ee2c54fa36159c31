"""The `plan` of a criteria file to its rules: layers of distance and a week's limit, all of them optional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.plan import Layer, PlanRules

if TYPE_CHECKING:
    from netjudge_plugin.judge.drawer import Drawer
    from netjudge_plugin.model.criteria import Criteria

_TOP = (
    "first_good_within_days", "first_fine_until_days", "weekly_limit", "spread_days", "dormant_after_days", "layers",
)  # fmt: skip
_LAYER = (
    "layer", "name", "every_days", "limit", "by_me_only", "met_at_least", "replies_at_least",
    "met_or_replies_at_least", "all_ok",
)  # fmt: skip


def plan_rules(criteria: Drawer) -> PlanRules:
    """The rules that the criteria's `plan` gives; what it leaves out is the standard's."""
    drawer, usual = criteria.inner("plan"), PlanRules()
    drawer.only(_TOP)
    first_good = drawer.number("first_good_within_days", 0, 365, default=usual.first_good_within_days)
    return PlanRules(
        first_good_within_days=first_good,
        first_fine_until_days=drawer.number(
            "first_fine_until_days", first_good, 365, default=max(first_good, usual.first_fine_until_days)
        ),
        weekly_limit=drawer.number("weekly_limit", 0, 99, default=usual.weekly_limit),
        spread_days=drawer.number("spread_days", 0, 99, default=usual.spread_days),
        dormant_after_days=drawer.number("dormant_after_days", 1, 99999, default=usual.dormant_after_days),
        layers=tuple(_layer(item) for item in drawer.tables("layers")) or usual.layers,
        place=drawer.table.place,
    )


def _layer(drawer: Drawer) -> Layer:
    drawer.only(_LAYER)
    return Layer(
        id=drawer.text("layer", required=True),
        name=drawer.text("name", required=True),
        every_days=drawer.number("every_days", 1, 9999),
        limit=drawer.number("limit", 0, 9999),
        by_me_only=drawer.flag("by_me_only"),
        met_at_least=drawer.number("met_at_least", 0, 99, default=0),
        replies_at_least=drawer.number("replies_at_least", 0, 99, default=0),
        met_or_replies_at_least=drawer.number("met_or_replies_at_least", 0, 99, default=0),
        all_ok=drawer.texts("all_ok"),
        place=drawer.table.place,
    )


def layers_agree(criteria: Criteria, drawer: Drawer) -> None:
    """What holds between layers and criteria: ids are unique, axes exist, and the outermost takes everybody."""
    plan = drawer.inner("plan")
    layers = plan.tables("layers")
    if not layers:
        return
    axes = {axis.id for axis in criteria.axes}
    for layer, inner in zip(criteria.plan.layers, layers, strict=True):
        if not set(layer.all_ok) <= axes:
            inner.wrong(inner.place("all_ok"), "criteria-unknown-axis", choices="\n".join(sorted(axes)))
    if len({layer.id for layer in criteria.plan.layers}) < len(layers):
        plan.wrong(plan.place("layers"), "criteria-duplicate-word", field="layers")
    last = criteria.plan.layers[-1]
    if last.by_me_only or last.all_ok or last.met_at_least or last.replies_at_least or last.met_or_replies_at_least:
        plan.wrong(layers[-1].table.place, "criteria-layer-order")
