"""Everything a page has to look up, indexed once, so that no page has to search the whole journal."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.views import dates
from netjudge_plugin.views.addresses import Here, event_uris, person_uri
from netjudge_plugin.views.meetings import Meetings, meetings
from netjudge_plugin.views.words import Words

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Contact, Event
    from netjudge_plugin.model.judgement import Judged, Judgement, Turn
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.plan import Promised
    from netjudge_plugin.views.notes import Notes


@dataclass(frozen=True, slots=True)
class EventLink:
    """An event as it is mentioned on other pages."""

    title: str
    uri: str
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Name:
    """Someone who is mentioned: with the address of the page, or None for a name that leads to none."""

    name: str
    uri: str | None
    id: str = ""


@dataclass(frozen=True)
class Lookup:
    """What is shown, and the ways into it.

    `rows` gives each person's row and place in the 五十音 order, `spellings` what else the search should find one by.
    """

    outlook: Outlook
    catalogue: Catalogue
    notes: Notes
    rows: Mapping[str, tuple[str, Any]]
    spellings: Mapping[str, tuple[str, ...]]
    directory_urls: bool = True
    home_uri: str = "index"

    @property
    def today(self) -> datetime.date:
        """The day as of which everything is shown."""
        return self.outlook.today

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """What a reader must know before trusting a list: what could not be read, and how sound the criteria are."""
        unsound = any(found.severity is Severity.ERROR for found in self.outlook.criteria_findings)
        found = ["unread"] if self.outlook.unread else []
        found += ["stand_in"] if self.outlook.stand_in else []
        found += ["unsound"] if unsound else []
        return tuple(self.text(f"common.{name}") for name in found)

    @cached_property
    def words(self) -> Words:
        """The words of the criteria."""
        return Words(self.outlook.criteria)

    @cached_property
    def people(self) -> dict[str, Person]:
        """Those who have a page, by id."""
        return {person.id: person for person in self.outlook.people}

    @cached_property
    def events(self) -> dict[str, EventLink]:
        """All events by their path inside the journal."""
        uris = event_uris(self.outlook.events)
        return {e.inside: EventLink(e.title, uris[e.inside], e.date) for e in self.outlook.events}

    @cached_property
    def in_file(self) -> dict[str, EventLink]:
        """All events by the path of their file as shown to the user."""
        return {event.place.path: self.events[event.inside] for event in self.outlook.events}

    @cached_property
    def _met(self) -> dict[Place, str]:
        everyone = self.outlook.everyone.people
        return {encounter.contact.place: person.id for person in everyone for encounter in person.encounters}

    def who(self, contact: Contact) -> Person | None:
        """The person with a page whom a contact of an event is."""
        return self.people.get(self._met.get(contact.place, ""))

    @cached_property
    def meetings(self) -> Meetings:
        """Whom I met where, up to today."""
        return meetings(self)

    def judged(self, person_id: str) -> Judged:
        """A person's judgement, with its timeline."""
        return self.outlook.judged[person_id]

    @cached_property
    def promises(self) -> dict[str, list[Promised]]:
        """My open promises by person, in the order of their days."""
        found: dict[str, list[Promised]] = {}
        for promised in self.outlook.week.promises:
            found.setdefault(promised.person_id, []).append(promised)
        return found

    @cached_property
    def places(self) -> dict[str, str]:
        """Where in the week's plan each person with the verdict contact is found."""
        return self.outlook.week.places

    def last_topics(self, person_id: str) -> tuple[str, ...]:
        """What we talked about when we last did, as far as it was noted."""
        return self.people[person_id].last_topics(self.today) if person_id in self.people else ()

    def turn(self, person_id: str, date: datetime.date) -> Turn | None:
        """What the timeline has of a day."""
        turns = self.judged(person_id).timeline
        at = bisect_left(turns, date, key=lambda turn: turn.date)
        return turns[at] if at < len(turns) and turns[at].date == date else None

    def then(self, person_id: str, date: datetime.date) -> Judgement | None:
        """The judgement as of a day on which something happened."""
        turn = self.turn(person_id, date)
        return turn.judgement if turn else None

    def expected(self, event: Event) -> tuple[Name, ...]:
        """Who will be at a coming event: those who said so, and those written down for it already."""
        said = ((word.text, self.people.get(self.notes.person(word.text) or "")) for word in event.attending)
        written = ((contact.name, self.who(contact)) for contact in event.contacts)
        names = [self.name(person) if person else Name(name, None) for name, person in (*said, *written)]
        return tuple({name.uri or name.name: name for name in names}.values())

    def here(self, uri: str) -> Here:
        """The page `uri` as the place from which links start."""
        return Here(uri, self.directory_urls)

    def text(self, key: str, **facts: object) -> str:
        """A text of the catalogue for pages."""
        return self.catalogue.text(f"pages.{key}", **facts)

    def day(self, date: datetime.date) -> str:
        """A date inside a sentence."""
        return dates.day(date, self.catalogue)

    def listed(self, items: list[str] | tuple[str, ...]) -> str:
        """Several things in a sentence."""
        return self.catalogue.text("lists.between").join(items)

    def verdict(self, verdict: str) -> str:
        """A verdict's label in the criteria."""
        return self.outlook.criteria.verdicts.get(verdict, verdict)

    def why(self, why: str) -> str:
        """A why's label in the criteria, or the words for a decision of my own."""
        if why == "decision":
            return self.text("common.mine")
        return self.outlook.criteria.whys.get(why, why)

    def name(self, person: Person) -> Name:
        """A person as mentioned on other pages."""
        return Name(person.name, person_uri(person.id), person.id)

    def event_of(self, person: Person, date: datetime.date) -> EventLink | None:
        """The event at which a person was met on a day, if there was one."""
        met = [encounter for encounter in person.encounters if encounter.date == date]
        return self.events[met[0].event.inside] if met else None

    def told(self, judgement: Judgement) -> str:
        """A judgement in few words: the verdict and its why."""
        return self.text("common.verdict", verdict=self.verdict(judgement.verdict), why=self.why(judgement.why))

    def told_as_computed(self, judgement: Judgement) -> str:
        """What the steps say, in few words."""
        computed = judgement.computed
        return self.text("common.verdict", verdict=self.verdict(computed.verdict), why=self.why(computed.why))

    def term(self, table: str, value: str) -> str:
        """A value that is chosen from a list, in words; anything else as it is."""
        key = f"pages.{table}.{value}"
        return self.catalogue.text(key) if self.catalogue.has(key) else value

    def names(self, event: Event) -> tuple[Name, ...]:
        """Who was met at an event, in the order of its file."""
        met = ((contact, self.who(contact)) for contact in event.contacts)
        return tuple(self.name(person) if person else Name(contact.name, None) for contact, person in met)
