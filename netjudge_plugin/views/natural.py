"""The week's plan in sentences, the same on pages and in the terminal: why a moment is natural, and what comes next.

A sentence names the day we met or were in touch, never a day by which; nothing here can be late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views import dates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.plan import Layer, PlanRules, Seat, Touch, Week


def why_now(touch: Touch, person: Person, texts: Catalogue) -> str:
    """Why it would be natural to get in touch with the person now."""
    if touch.kind == "cadence":
        return texts.text("week.natural.cadence", date=dates.day(touch.last, texts))
    kind = next(e.event.kind for e in reversed(person.encounters) if e.date == touch.last)
    date = dates.month_day(touch.last.month, touch.last.day, texts)
    return texts.text(f"week.natural.{touch.window}", met=texts.text(f"week.met.{kind}", date=date))


def going_on(seat: Seat, place: str, rules: PlanRules, texts: Catalogue) -> str:
    """How it goes on with a person to be contacted, in a line: the layer, and roughly when."""
    layers = {layer.id: layer_name(layer, texts) for layer in rules.layers}
    layer = texts.text("week.person.layer", layer=layers[seat.layer]) if seat.layer else ""
    month = dates.month(seat.next_on, texts) if seat.next_on else ""
    return layer + texts.text(f"week.person.{place}", month=month)


def none_now(week: Week, texts: Catalogue) -> str:
    """What to say where there is nobody to contact this week, which is fine."""
    key = "none" if not week.waiting else "full" if week.written else "resting"
    return texts.text(f"week.now.{key}")


def free_to_choose(verdict: str, labels: Mapping[str, str], texts: Catalogue) -> str:
    """What to add to a promise to somebody whom I do not contact at present: the choice stays mine."""
    return "" if verdict == "contact" else texts.text("week.promises.free", verdict=labels.get(verdict, verdict))


def layer_name(layer: Layer, texts: Catalogue) -> str:
    """What the criteria call a layer, else what it is usually called."""
    key = f"pages.distance.{layer.id}"
    return layer.name or (texts.text(key) if texts.has(key) else layer.id)


def pace(rules: PlanRules, texts: Catalogue) -> str:
    """How many people I chose to write to in a week."""
    key = {0: "limit_none", 1: "limit_one"}.get(rules.weekly_limit, "limit")
    return texts.text(f"week.{key}", limit=rules.weekly_limit)
