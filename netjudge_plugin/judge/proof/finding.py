"""How a rule says what it has found: the place, how often it is so, and the criteria's own labels.

No sentence is made here; the words around these facts are the catalogue's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.criteria import VERDICTS
from netjudge_plugin.model.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria

NOT_THIS_TIME, DEFER, CONTACT = VERDICTS


def found(name: str, criteria: Criteria, place: Place | None, **facts: str) -> Diagnostic:
    """A finding at its place, or where the criteria begin."""
    return Diagnostic(place or criteria.place or Place(criteria.source), name, facts)


def counted(name: str, criteria: Criteria, place: Place | None, count: int, **facts: str) -> Diagnostic:
    """A finding with how often it is so, and the labels of the verdicts it speaks of."""
    labels = {
        "yes": criteria.verdicts[CONTACT],
        "wait": criteria.verdicts[DEFER],
        "no": criteria.verdicts[NOT_THIS_TIME],
    }
    return found(name, criteria, place, states=f"{count:,}", **labels, **facts)


def sign(criteria: Criteria, kind: str | None) -> str:
    """A sign of a kind as it is called, or nothing for no kind."""
    return next((label for stop in criteria.stops if stop.id == kind for label in stop.signs.values()), "")
