"""One person: the verdict in a sentence with its facts, the questions, what happened, and how the verdict moved.

Written as if the person will read it: every sentence is about my choice and what I noted, on which day.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import PEOPLE, person_uri
from netjudge_plugin.views.axes import Fact, axes, facts, sign
from netjudge_plugin.views.history import history
from netjudge_plugin.views.mail import to_address
from netjudge_plugin.views.messages import SCRIPT, STYLE, messages
from netjudge_plugin.views.moves import moved
from netjudge_plugin.views.natural import going_on
from netjudge_plugin.views.notes import Html
from netjudge_plugin.views.pictures.axes import glance
from netjudge_plugin.views.pictures.network import of_person
from netjudge_plugin.views.pictures.timeline import chart
from netjudge_plugin.views.professions import values
from netjudge_plugin.views.reasons import open_questions, reasons
from netjudge_plugin.views.whatif import change, questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import EventLink, Lookup

_PHONE = re.compile(r"\+?[0-9][0-9\-() ]{4,20}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One line under the verdict: the mark and the axis with its facts (for stop signs both are empty)."""

    mark: str
    state: str
    axis: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the card: a label, a value, and an address where the value is one."""

    key: str
    value: str
    href: str = ""


def person(found: Person, shown: Card, look: Lookup) -> Page:
    """The page of one person."""
    here = look.here(person_uri(found.id))
    judged = look.judged(found.id)
    held = values(found.professions, look.catalogue.language)
    asked = axes(judged, look)
    return render.page(
        "person.html",
        here,
        look.catalogue,
        found.name,
        parent=PEOPLE,
        source=found.place.path,
        today=look.today,
        card=shown,
        professions=held,
        firm=found.firm or "",
        spellings=tuple(text for text in look.spellings.get(found.id, ()) if text not in {one.label for one in held}),
        topics=found.topics(look.today),
        aliases=found.aliases,
        now=judged.now,
        going_on=_going_on(found.id, look),
        words=messages(found, look.outlook, look.catalogue),
        style=STYLE,
        script=SCRIPT,
        by_criteria=look.told_as_computed(judged.now),
        by_me=look.verdict(judged.now.verdict),
        reasons=_reasons(judged.now, look),
        stops=tuple(sign(stop, look) for stop in judged.now.facts.stops),
        unknown=tuple(axis.name for axis in open_questions(judged.now, look.outlook.criteria)),
        may_change=_may_change(judged.now, look),
        change=change(judged, look.outlook.criteria, look.catalogue, look.day),
        next_time=questions(judged, look.outlook.criteria),
        glance=glance(judged.now, asked, look),
        axes=asked,
        notes_only=tuple(Fact(look.words.label(n.word), n.date) for n in judged.now.facts.notes),
        unknown_words=tuple(dict.fromkeys(text for text, _ in judged.unknown_words)),
        history=history(found, look, here),
        coming=_coming(found, look),
        network=of_person(found, look),
        drawn=chart(judged, look),
        moves=tuple(moved(move, found, look) for move in reversed(judged.moves)),
        lines=tuple(_lines(found, look)),
        note=look.notes.note(found.file.note, found.file.inside, here) if found.file else Html(),
        body=look.notes.body(found.file, here) if found.file else Html(),
        sources=_sources(found),
    )


def _going_on(person_id: str, look: Lookup) -> str:
    """How it goes on with somebody to be contacted."""
    seat = look.outlook.week.seats.get(person_id)
    return going_on(seat, look.places[person_id], look.outlook.criteria.plan, look.catalogue) if seat else ""


def _reasons(now: Judgement, look: Lookup) -> tuple[ReasonView, ...]:
    return tuple(
        ReasonView(
            mark=reason.state.mark if reason.state else "",
            state=reason.state.value if reason.state else "",
            axis=reason.axis.name if reason.axis else "",
            facts=(*(sign(stop, look) for stop in reason.stops), *facts(reason.observations, look)),
        )
        for reason in reasons(now, look.outlook.criteria)
    )


def _may_change(now: Judgement, look: Lookup) -> tuple[str, ...]:
    """The axes whose answer could still change a verdict that is not firm."""
    if now.computed.firm is not False:
        return ()
    return tuple(look.words.axis_name(axis) for axis in now.computed.open_axes)


def _coming(found: Person, look: Lookup) -> tuple[EventLink, ...]:
    events = [*found.expected, *(encounter.event for encounter in found.encounters)]
    coming = {event.inside: look.events[event.inside] for event in events if event.date > look.today}
    return tuple(sorted(coming.values(), key=lambda event: (event.date, event.uri)))


def _lines(found: Person, look: Lookup) -> Iterator[Line]:
    """The contact data and the rest of the person file's short fields, as written."""
    file = found.file
    if file is None:
        return
    if file.email:
        yield Line("email", file.email, to_address(file.email))
    if file.phone:
        yield Line("phone", file.phone, _tel(file.phone))
    if file.distance:
        yield Line("distance", look.term("distance", file.distance))
    if file.share:
        yield Line("share", look.term("share", file.share))
    if file.consent:
        yield Line("consent", look.day(file.consent))
    if file.share_note:
        yield Line("share_note", file.share_note)


def _tel(phone: str) -> str:
    number = unicodedata.normalize("NFKC", phone).strip()
    return f"tel:{re.sub('[^0-9+]', '', number)}" if _PHONE.fullmatch(number) else ""


def _sources(found: Person) -> tuple[str, ...]:
    """Where in the journal the person is written down, by path and line, the newest first."""
    places = [encounter.contact.place for encounter in reversed(found.encounters)]
    if found.file:
        places.insert(0, found.file.place)
    return tuple(f"{place.path}:{place.line}" for place in _each_once(places))


def _each_once(places: Iterable[Place]) -> Iterable[Place]:
    return dict.fromkeys(places)
