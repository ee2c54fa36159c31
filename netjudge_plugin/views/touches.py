"""The people of the week as home and its own page show them: promises, and those whom it is natural to contact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views.cards import newest_first, open_promise
from netjudge_plugin.views.natural import free_to_choose, why_now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.views.cards import Card, OpenPromise
    from netjudge_plugin.views.lookup import Lookup


@dataclass(frozen=True, slots=True)
class PromiseView:
    """An open promise with the person whom I gave it; `free` is what there is to say where the verdict is another."""

    card: Card
    promise: OpenPromise
    free: str


@dataclass(frozen=True, slots=True)
class TouchView:
    """Someone whom it is natural to contact this week: why, and what we talked about last."""

    card: Card
    why: str
    topics: tuple[str, ...]


def promises(look: Lookup, cards: Mapping[str, Card]) -> list[PromiseView]:
    """All open promises in the order of their days."""
    found = ((cards[promised.person_id], promised.promise) for promised in look.outlook.week.promises)
    verdicts, texts = look.outlook.criteria.verdicts, look.catalogue
    return [
        PromiseView(card, open_promise(promise, look.today), free_to_choose(card.verdict, verdicts, texts))
        for card, promise in found
    ]


def touches(look: Lookup, cards: Mapping[str, Card]) -> list[TouchView]:
    """The natural touches of this week, in the order of lists: the place in a queue is nothing to be read on a page."""
    by_id = {touch.person_id: touch for touch in look.outlook.week.now}
    return [
        TouchView(card, why_now(by_id[card.id], look.people[card.id], look.catalogue), look.last_topics(card.id))
        for card in newest_first(cards[person_id] for person_id in by_id)
    ]
