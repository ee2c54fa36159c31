"""What the pages for a team look things up in: a Roster, indexed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from netjudge_plugin.views.addresses import Here, hashed, person_uri
from netjudge_plugin.views.gojuon import ROWS
from netjudge_plugin.views.professions import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.people import Profession
    from netjudge_plugin.model.team import Known, Member, Roster, SharedEvent

EVENTS, MEMBERS = "events/index", "members/index"
#: So many people are seen at once. More do not all stand on the first page, and a list of more has headings.
MOST_AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class Line:
    """Someone in a list: who it is, what he or she does, and who in the office knows them."""

    uri: str
    name: str
    reading: str
    work: str
    knowers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A page of people who have something in common; on the way there it is called `short`, and `lead` explains it."""

    uri: str
    short: str
    title: str
    lead: str
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A row of the 五十音 inside a long list."""

    id: str
    short: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class TeamLook:
    """Everything that is shown, and the words for it."""

    roster: Roster
    catalogue: Catalogue
    home_uri: str = "index"

    @cached_property
    def by_id(self) -> dict[str, Known]:
        """The people by the ids of their pages."""
        return {known.id: known for known in self.roster.known}

    @cached_property
    def events_of(self) -> dict[str, list[SharedEvent]]:
        """The shared events at which somebody was."""
        found: dict[str, list[SharedEvent]] = {}
        for shared in self.roster.events:
            for who in shared.people:
                found.setdefault(who, []).append(shared)
        return found

    @cached_property
    def professions(self) -> tuple[Group, ...]:
        """The professions that somebody has, those of the table first, in its order; in the end people without any."""
        found: dict[str, list[Known]] = {}
        written: dict[str, Profession] = {}
        for known in self.roster.known:
            for held in known.professions:
                uri = profession_uri(held)
                written[uri] = held
                found.setdefault(uri, []).append(known)
        table = list(names(self.catalogue.language))
        order = {uri: table.index(held.id) if held.id else len(table) for uri, held in written.items()}
        groups = [
            self._of_profession(written[uri], tuple(found[uri]))
            for uri in sorted(found, key=lambda uri: (order[uri], self.profession(written[uri]), uri))
        ]
        without = tuple(known for known in self.roster.known if not known.professions)
        name, lead = self.text("find.no_profession"), self.text("find.no_profession_lead")
        return (*groups, *([Group("professions/unwritten", name, name, lead, without)] if without else ()))

    def _of_profession(self, held: Profession, known: tuple[Known, ...]) -> Group:
        name = self.profession(held)
        return Group(profession_uri(held), name, name, self.text("find.profession_lead", profession=name), known)

    @cached_property
    def rows(self) -> tuple[Group, ...]:
        """The rows of the 五十音 index in which there is somebody."""
        found = {row.label: row.known for row in self.roster.rows}
        called = {"A-Z": self.catalogue.text("pages.people.latin"), "": self.catalogue.text("pages.people.unread")}
        return tuple(
            Group(
                f"kana/{ROWS[label]}",
                called.get(label, label),
                called.get(label) or self.catalogue.text("pages.people.row", row=label),
                self.text("find.row_lead"),
                found[label],
            )
            for label in ROWS
            if label in found
        )

    @cached_property
    def of_member(self) -> dict[str, tuple[Known, ...]]:
        """Whom each member knows, by the member's id."""
        found: dict[str, list[Known]] = {member.id: [] for member in self.roster.members}
        for known in self.roster.known:
            for one in known.acquaintances:
                found[one.member.id].append(known)
        return {member: tuple(some) for member, some in found.items()}

    def lines(self, some: Iterable[Known]) -> tuple[Line, ...]:
        """People as they stand in a list."""
        return tuple(self._line(known) for known in some)

    def _line(self, known: Known) -> Line:
        work = self.work(known.professions, self.either(known.firms))
        return Line(person_uri(known.id), known.name, self.either(known.readings), work, knowers(known))

    def parts(self, some: Iterable[Known]) -> tuple[Part, ...]:
        """People in the rows of the 五十音, for a list that is too long to be seen at once."""
        ids = {known.id for known in some}
        rows = ((row, [known for known in row.known if known.id in ids]) for row in self.rows)
        return tuple(
            Part(row.uri.rpartition("/")[2], row.short, row.title, self.lines(found)) for row, found in rows if found
        )

    def either(self, written: Iterable[str]) -> str:
        """What members have written differently, side by side."""
        return self.text("find.either").join(written)

    def profession(self, held: Profession) -> str:
        """A profession in the language of the site."""
        return held.en if self.catalogue.language == "en" else held.ja

    def work(self, held: Iterable[Profession], firm: str) -> str:
        """The professions and the firm in one line."""
        names = self.catalogue.text("pages.common.between").join(self.profession(one) for one in held)
        if not names or not firm:
            return names or firm
        return self.catalogue.text("pages.common.work", professions=names, firm=firm)

    def kind(self, kind: str) -> str:
        """The kind of an event in words."""
        return self.catalogue.text(f"pages.kind.{kind}")

    def here(self, uri: str) -> Here:
        """The page `uri` as the place from which links start; a team's site opens from a folder."""
        return Here(uri, directory_urls=False)

    def text(self, key: str, **facts: object) -> str:
        """A text of the catalogue for these pages."""
        return self.catalogue.text(f"team.{key}", **facts)


def knowers(known: Known) -> tuple[str, ...]:
    """The names of the members who know somebody."""
    return tuple(one.member.name for one in known.acquaintances)


def profession_uri(held: Profession) -> str:
    """The address of the page of a profession; one accepted as written has its hash."""
    return f"professions/{held.id or hashed(held.ja)}"


def member_uri(member: Member) -> str:
    """The address of the page of a member."""
    return f"members/{member.id}"
