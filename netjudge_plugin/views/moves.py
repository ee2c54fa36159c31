"""How a verdict moved, in words: the day, what it was and what it became, and the facts that moved it.

Every verdict can change at the next meeting, or with time alone; here one sees that it did, and by what.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import Observation, Override, StopSign
from netjudge_plugin.model.moves import Change
from netjudge_plugin.views.cards import fact_label, quoted

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.moves import Fact, Move
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.lookup import EventLink, Lookup

#: My own choice comes first, then what I wrote, then what followed from it, then what time did.
_ORDER = (
    "decided", "ended", "noted", "again", "newer", "cleared", "released", "answered", "met", "wrote",
    "silence", "season", "over", "expired",
)  # fmt: skip
#: The word for a busy season.
BUSY = "they_busy"


@dataclass(frozen=True, slots=True)
class MoveView:
    """One change in words; `date` is None for somebody of whom nothing dated is written.

    `before` and `because` are empty at the beginning. `event` is where it came from, `occasions` are the messages (in,
    out) that it may have come from instead.
    """

    date: datetime.date | None
    before: str
    after: str
    because: str
    event: EventLink | None = None
    occasions: tuple[str, ...] = ()


def moved(move: Move, person: Person, look: Lookup) -> MoveView:
    """One move of a person's verdict in words."""
    turn = look.turn(person.id, move.date)
    event = None if move.by_time else look.event_of(person, move.date)
    messages = {"in", "out"} if not (event or move.by_time) else set()
    return MoveView(
        date=turn.date if turn else None,
        before=look.told(move.before) if move.before else "",
        after=look.told(move.after),
        because=because(move, look),
        event=event,
        occasions=tuple(o for o in (turn.occasions if turn else ()) if o in messages),
    )


def because(move: Move, look: Lookup) -> str:
    """By which facts the verdict moved, in a sentence for each way in which they came or went."""
    # what took the place of a fact is told as well, also where the fact's end alone was enough
    instead = (Change(o, "noted" if o.place else "silence") for change in move.changes for o in change.by)
    facts: dict[str, list[Fact | Override]] = {how: [] for how in _ORDER}
    for change in (*move.changes, *instead):
        facts[change.how].append(change.fact)
    sentences = (sentence for how in _ORDER if facts[how] for sentence in _told(how, facts[how], look))
    return look.catalogue.text("moves.by.between").join(sentences)


def _told(how: str, facts: list[Fact | Override], look: Lookup) -> Iterator[str]:
    """What came or went in one way."""
    if how == "expired":
        yield from _expired(facts, look)
    elif how == "newer":
        yield from _newer(facts, look)
    else:
        reasons = look.catalogue.text("lists.between").join(fact.reason for fact in facts if isinstance(fact, Override))
        days = look.outlook.criteria.no_reply_days
        yield look.catalogue.text(f"moves.by.{how}", facts=_labels(facts, look), days=days, reason=reasons)


def _expired(facts: list[Fact | Override], look: Lookup) -> Iterator[str]:
    """The facts whose months are over, together where they are as many."""
    by_months: dict[int | None, list[Fact | Override]] = {}
    for fact in facts:
        by_months.setdefault(_months(fact, look), []).append(fact)
    for months, alike in by_months.items():
        key = "moves.by.expired_one" if months == 1 else "moves.by.expired"
        yield look.catalogue.text(key, facts=_labels(alike, look), months=months)


def _newer(facts: list[Fact | Override], look: Lookup) -> Iterator[str]:
    season = [fact for fact in facts if isinstance(fact, Observation) and fact.place is None and fact.word == BUSY]
    others = [fact for fact in facts if fact not in season]
    if others:
        yield look.catalogue.text("moves.by.newer", facts=_labels(others, look))
    if season:
        yield look.catalogue.text("moves.by.newer_season")


def _months(fact: Fact | Override, look: Lookup) -> int | None:
    """For how many months a fact counts by the criteria."""
    if isinstance(fact, StopSign):
        return next(kind.keeps for kind in look.outlook.criteria.stops if kind.id == fact.kind)
    assert isinstance(fact, Observation)
    return look.words.axes[fact.axis].keeps


def _labels(facts: Iterable[Fact | Override], look: Lookup) -> str:
    """The facts by their labels, each once."""
    return quoted(dict.fromkeys(_label(fact, look) for fact in facts if not isinstance(fact, Override)), look)


def _label(fact: Fact, look: Lookup) -> str:
    if isinstance(fact, Observation):
        return fact_label(fact, look)
    return look.words.label(fact.sign if isinstance(fact, StopSign) else fact.word)
