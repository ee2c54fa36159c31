"""The criteria proved over every state of their axes: no step in vain, no contact past a stop, always a way to contact.

Vague criteria are a risk of their own (基準が曖昧なリスク). Whoever edits them should learn at once what they now say.
Each rule has its exact definition at its function.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.judge.proof.finding import found
from netjudge_plugin.judge.proof.paths import no_contact, no_path, not_monotone
from netjudge_plugin.judge.proof.space import Space
from netjudge_plugin.judge.proof.steps import dead_steps, feeling_only, masked_stops
from netjudge_plugin.judge.proof.walk import Walk
from netjudge_plugin.model.diagnostics import Diagnostic, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from netjudge_plugin.model.criteria import Criteria


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found wrong with some criteria after looking at all of their `states` of the axes."""

    states: int
    findings: tuple[Diagnostic, ...]


def prove(criteria: Criteria) -> Proof:
    """Look at the criteria in every state of their axes."""
    walk = Walk.of(criteria, Space.of(criteria.axes))
    return Proof(walk.space.count, in_order(finding for rule in _RULES.values() for finding in rule(walk)))


def _overload(walk: Walk) -> Iterator[Diagnostic]:
    """All layers full, their cadence takes more messages a week than `weekly_limit`: sum(limit * 7 / every_days)."""
    plan = walk.criteria.plan
    weekly = sum((Fraction(layer.limit * 7, layer.every_days) for layer in plan.layers), Fraction())
    if weekly > plan.weekly_limit > 0:  # no message at all is a rest, which the page of the week says itself
        hundredths = -(-weekly * 100 // 1)  # rounded up, so that it never looks equal to the limit
        need = f"{hundredths // 100}.{hundredths % 100:02}"
        yield found("criteria-weekly-overload", walk.criteria, plan.place, need=need, limit=str(plan.weekly_limit))


#: Every rule, in the order in which it is told that they hold.
_RULES: Mapping[str, Callable[[Walk], Iterator[Diagnostic]]] = MappingProxyType(
    {
        "criteria-dead-step": dead_steps,
        "criteria-masked-stop": masked_stops,
        "criteria-no-path-to-contact": no_contact,
        "criteria-defer-without-path": no_path,
        "criteria-not-monotone": not_monotone,
        "criteria-feeling-only-contact": feeling_only,
        "criteria-weekly-overload": _overload,
    }
)
RULES = tuple(_RULES)
