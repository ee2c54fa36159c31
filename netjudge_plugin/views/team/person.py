"""Someone we know: whom to ask, since when they know each other, and what was agreed for being shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import person_uri
from netjudge_plugin.views.team.events import shown
from netjudge_plugin.views.team.look import knowers, member_uri, profession_uri

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.team import Acquaintance, Known
    from netjudge_plugin.views.team.look import TeamLook


@dataclass(frozen=True, slots=True)
class Ask:
    """A member to ask; `written` is how he or she has written what others write differently."""

    member: str
    uri: str
    since: datetime.date | None
    last_met: datetime.date | None
    note: str
    written: tuple[tuple[str, str], ...]


def person(known: Known, look: TeamLook) -> Page:
    """The page of one person, or of those who may be the same."""
    alike = [look.by_id[other] for other in known.alike]
    held = [(look.profession(one), profession_uri(one)) for one in known.professions]
    return render.page(
        "team/person.html",
        look.here(person_uri(known.id)),
        look.catalogue,
        known.name,
        parent=look.home_uri,
        reading=look.either(known.readings),
        professions=held,
        firm=look.either(known.firms),
        knowers=knowers(known),
        spellings=tuple(text for text in known.spellings if text not in dict(held)),
        several=len(known.acquaintances) > 1,
        differs=tuple(look.text(f"person.{field}") for field in known.differs),
        asks=tuple(_ask(one, known, look) for one in known.acquaintances),
        events=tuple(shown(one, look) for one in look.events_of.get(known.id, ())),
        alike=look.lines(alike),
    )


def _ask(one: Acquaintance, known: Known, look: TeamLook) -> Ask:
    who = one.person
    held = [found for found in known.professions if found.ja in who.professions]
    values = {"reading": who.reading, "profession": look.work(held, ""), "firm": who.firm}
    written = ((look.text(f"person.{field}"), values[field]) for field in known.differs if values[field])
    return Ask(one.member.name, member_uri(one.member), who.since, who.last_met, who.note, tuple(written))
