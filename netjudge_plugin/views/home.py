"""Home: what one opens in the morning, read in a minute: this week, promises, the next event, what changed, what waits.

What has changed since I last looked cannot be known when the site is built: the build keeps nothing of its own, and
the same journal gives the same bytes. So the page carries an unseen digest of everybody's verdict, and the browser
compares.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import brief_uri
from netjudge_plugin.views.cards import newest_first
from netjudge_plugin.views.moves import moved
from netjudge_plugin.views.natural import none_now
from netjudge_plugin.views.touches import promises, touches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from netjudge_plugin.model.moves import Move
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import EventLink, Lookup, Name
    from netjudge_plugin.views.moves import MoveView

STYLE, SCRIPT = "assets/netjudge-home.css", "assets/netjudge-home.js"
ASSETS: Mapping[str, tuple[str, ...]] = {STYLE: (STYLE,), SCRIPT: (SCRIPT,)}
#: What "lately" and "soon" mean here.
LATELY = datetime.timedelta(days=90)
SOON = datetime.timedelta(days=60)
#: A home page is looked over, not worked through: so many of each; the rest is on the lists.
MOST = 12
#: So many last moves of any age stand in the page unseen, to be shown if they are new to the reader: an entry of long
#: ago that is mended today moves a verdict on the day of the entry.
MOST_UNSEEN = 60
#: A digest is so many letters for the person and as many for the verdict (24 bits each).
LETTERS = 4


@dataclass(frozen=True, slots=True)
class Changed:
    """Someone of whom the verdict or its why became another, with the day and the facts that moved it last."""

    who: Name
    date: datetime.date
    move: MoveView
    digest: str


@dataclass(frozen=True, slots=True)
class Coming:
    """A coming event with who will be there; `brief` is the address of its briefing, or empty without anybody."""

    event: EventLink
    venue: str
    people: tuple[Name, ...]
    brief: str


def home(look: Lookup, cards: Mapping[str, Card]) -> Page:
    """The page that one sees first."""
    week, coming = look.outlook.week, _coming(look)
    verdicts = _changes(look, cards, lambda move: move.of_verdict)
    lately = [change for change in verdicts if change.date > look.today - LATELY][:MOST]
    return render.page(
        "home.html",
        look.here(look.home_uri),
        look.catalogue,
        look.text("home.nav"),
        style=STYLE,
        script=SCRIPT,
        today=look.today,
        warnings=look.warnings,
        empty=not look.outlook.people,
        touches=touches(look, cards)[:MOST],
        nobody=none_now(week, look.catalogue),
        anybody=any(card.verdict == "contact" for card in cards.values()),
        written=newest_first(cards[person_id] for person_id in week.written)[:MOST],
        promises=promises(look, cards)[:MOST],
        next=coming[0] if coming else None,
        later=coming[1:][:MOST],
        lately=lately,
        unseen=[
            change for change in _changes(look, cards, lambda move: move.before is not None) if change not in lately
        ],
        digests="".join(digest(card) for card in cards.values()),
        other_criteria=look.outlook.versions.since_decision is not None,
        waiting=newest_first(cards[touch.person_id] for touch in week.waiting)[:MOST],
        revisits=_revisits(look, cards.values())[:MOST],
        to_check=_to_check(look),
    )


def digest(card: Card) -> str:
    """Which person it is, and what the verdict is, in letters that tell neither."""
    return _letters(card.id) + _letters(f"{card.id}\0{card.verdict}\0{card.why}")


def _letters(text: str) -> str:
    found = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.urlsafe_b64encode(found).decode("ascii")[:LETTERS]


def _changes(look: Lookup, cards: Mapping[str, Card], wanted: Callable[[Move], bool]) -> list[Changed]:
    """Everybody's last move that is wanted, the newest first, as many as are kept."""
    moves = ((next(filter(wanted, reversed(look.judged(i).moves)), None), i) for i in cards)
    last = sorted(((move, i) for move, i in moves if move), key=lambda one: (-one[0].date.toordinal(), one[1]))
    return [
        Changed(look.name(person), move.date, moved(move, person, look), digest(cards[person.id]))
        for move, person in ((move, look.people[i]) for move, i in last[:MOST_UNSEEN])
    ]


def _coming(look: Lookup) -> list[Coming]:
    return [
        Coming(
            look.events[event.inside],
            event.venue or "",
            look.expected(event),
            brief_uri(look.events[event.inside].uri) if event.attending or event.contacts else "",
        )
        for event in look.outlook.events
        if event.date > look.today
    ]


def _to_check(look: Lookup) -> bool:
    """Whether the check-up page is worth a look, and nothing above leads there already."""
    return not look.warnings and any(found.severity is not Severity.NOTICE for found in look.outlook.diagnostics)


def _revisits(look: Lookup, cards: Iterable[Card]) -> list[Card]:
    soon = [(c.revisit, c.id, c) for c in cards if c.revisit and c.revisit <= look.today + SOON]
    return [found for _, _, found in sorted(soon, key=lambda item: item[:2])]
