"""People of one verdict, gathered under the whys that led to it, in the order in which the criteria ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import anchor
from netjudge_plugin.views.cards import newest_first
from netjudge_plugin.views.people_bar import people_bar

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup

#: By what the people of each why can be sorted; first the order of the page.
SORTS = ("last", "oldest", "gojuon", "profession")
#: The whys that no step names: they are found when no step was true; my own decision stands last.
_NOT_OF_A_STEP = ("conflicting", "feeling_only", "know_more", "decision")


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one why, with a sentence on what it means (empty for a why of the user's own)."""

    id: str
    title: str
    about: str
    cards: tuple[Card, ...]


def groups(look: Lookup, cards: list[Card], verdict: str) -> tuple[Group, ...]:
    """The groups of a verdict that have anybody in them."""
    by_why: dict[str, list[Card]] = {}
    for found in cards:
        if found.verdict == verdict:
            by_why.setdefault(found.why, []).append(found)
    order = dict.fromkeys((*_whys(look.outlook.criteria), *_NOT_OF_A_STEP, *by_why))
    return tuple(_group(why, by_why[why], look) for why in order if why in by_why)


def listing(uri: str, verdict: str, look: Lookup, cards: list[Card]) -> Page:
    """The page of a verdict; its texts stand in the catalogue under its uri."""
    found = [card for card in cards if card.verdict == verdict]
    return render.page(
        "verdict.html",
        look.here(uri),
        look.catalogue,
        look.text(f"{uri}.title"),
        lead=look.text(f"{uri}.lead"),
        nobody=look.text(f"{uri}.none"),
        verdict=verdict,
        today=look.today,
        warnings=look.warnings,
        groups=groups(look, found, verdict),
        bar=people_bar(look, found, SORTS, by_verdict=False),
    )


def _whys(criteria: Criteria) -> list[str]:
    return [step.why for step in criteria.steps]


def _group(why: str, cards: list[Card], look: Lookup) -> Group:
    key = f"judgement.why.{why}"
    about = look.catalogue.text(key) if look.catalogue.has(key) else ""
    return Group(anchor(why.replace("_", "-")), look.why(why), about, tuple(newest_first(cards)))
