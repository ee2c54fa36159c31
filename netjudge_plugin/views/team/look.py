"""What the pages for a team look things up in: a Roster, indexed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from netjudge_plugin.views.addresses import Here, hashed, person_uri
from netjudge_plugin.views.gojuon import ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.people import Profession
    from netjudge_plugin.model.team import Known, Member, Roster, SharedEvent

EVENTS, MEMBERS = "events/index", "members/index"
#: So many people fit on the first page; more are found by their profession, their reading and the search.
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
    """A page of people who have something in common; `short` is its name on the way there."""

    uri: str
    short: str
    title: str
    known: tuple[Known, ...]


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
        """The professions that somebody has, those of the table first; in the end people without any."""
        found: dict[str, list[Known]] = {}
        names: dict[str, str] = {}
        for known in self.roster.known:
            for held in known.professions:
                key = held.id or hashed(held.ja)
                names[key] = self.profession(held)
                found.setdefault(key, []).append(known)
        order = sorted(found, key=lambda key: (key.startswith("x"), names[key], key))
        groups = [Group(f"professions/{key}", names[key], names[key], tuple(found[key])) for key in order]
        without = tuple(known for known in self.roster.known if not known.professions)
        name = self.text("find.no_profession")
        return (*groups, *([Group("professions/unwritten", name, name, without)] if without else ()))

    @cached_property
    def rows(self) -> tuple[Group, ...]:
        """The rows of the 五十音 index in which there is somebody."""
        found: dict[str, list[Known]] = {label: [] for label in ROWS}
        for known in self.roster.known:
            found[known.row if known.row in ROWS else ""].append(known)
        names = {"A-Z": self.catalogue.text("pages.people.latin"), "": self.catalogue.text("pages.people.unread")}
        return tuple(
            Group(
                f"kana/{ROWS[label]}",
                names.get(label, label),
                names.get(label) or self.catalogue.text("pages.people.row", row=label),
                tuple(some),
            )
            for label, some in found.items()
            if some
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
        work = self.work(known.professions, known.firm)
        return Line(person_uri(known.id), known.name, known.reading, work, tuple(self.knowers(known)))

    def knowers(self, known: Known) -> list[str]:
        """The names of the members who know somebody."""
        return [one.member.name for one in known.acquaintances]

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


def member_uri(member: Member) -> str:
    """The address of the page of a member."""
    return f"members/{member.id}"
