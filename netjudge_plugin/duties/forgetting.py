"""The plan of forgetting somebody: every span of every file, found before the first byte is written.

What stays of a sentence is the sentence: the name in it becomes a neutral word. What belongs to another of the same
name is never touched, and what may be another's is a question.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from netjudge_plugin.duties import renaming
from netjudge_plugin.duties.called import called, key
from netjudge_plugin.duties.changing import Found, changed, cut, gone, overlaps, pieces
from netjudge_plugin.duties.entries import without
from netjudge_plugin.duties.texts import Texts
from netjudge_plugin.model.forgetting import Change, Cut, Kind, Plan
from netjudge_plugin.model.journal import PersonFile
from netjudge_plugin.reader import sheet, spans
from netjudge_plugin.reader.names import fold, name_key
from netjudge_plugin.reader.schema import ContactFields, EventFields, PersonFields
from netjudge_plugin.reader.spans import Group, Scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from netjudge_plugin.duties.mentions import Span
    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Contact, Event, Journal, SourceFile, Word
    from netjudge_plugin.model.people import People, Person
    from netjudge_plugin.reader.spans import Layout, Part


@dataclass(slots=True)
class Forgetting:
    """One person among all, and the word that stands for the name from now on.

    `ambiguous` says that places which may be another's count as this person's.
    """

    person: Person
    people: People
    word: str
    ambiguous: bool = False
    texts: Texts = field(init=False)
    _bearers: frozenset[str] = field(init=False)
    _owners: dict[Place, str] = field(init=False)
    _met: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look at who else there is."""
        self.texts = Texts(self.person, self.people, self.word, self.ambiguous)
        everyone = self.people.people
        others = (one for one in everyone if one.id != self.person.id)
        self._bearers = frozenset(
            one.id for one in others if self.texts.shared & {key(how.text) for how in called(one)}
        )
        self._met = frozenset(met.event.inside for met in self.person.encounters)
        self._owners = {met.contact.place: one.id for one in everyone for met in one.encounters}

    def plan(  # noqa: PLR0913 - one parameter a kind of file
        self,
        journal: Journal,
        sources: Iterable[SourceFile],
        *,
        settings: Iterable[SourceFile] = (),
        names: Collection[str] = (),
        fixed: Collection[str] = (),
        shown: str = "journal",
    ) -> Plan:
        """All changes in the order of the files, the questions, and what gets another name.

        `sources` are the entries, `settings` the journal's files that are YAML as a whole (criteria, messages), `names`
        the paths of all files and folders inside the journal, `fixed` those of them whose names have a meaning, and
        `shown` is how the journal's folder is named.
        """
        changes: list[Change] = []
        mine = self.person.file.inside if self.person.file else None
        free = set(names) - {mine, *fixed}
        asked = [path for path in names if path != mine and self._is_asked(path, free)]
        questions: list[Cut] = renaming.asked(asked, shown)
        renames = renaming.renames(names, free, shown, self._new_name)
        self.texts.rename(renames)
        events = {event.inside: event for event in journal.events}
        for source in sources:
            if source.inside == mine:
                changes.append(gone(source))
            elif self._concerns(source) and (layout := spans.read(source)):
                found = self._entries(events.get(source.inside), layout)
                self._collect(source, layout, found, changes, questions)
        for source in settings:
            if self._concerns(source) and sheet.read_yaml(source)[0] and (layout := spans.read_yaml(source)):
                self._collect(source, layout, ([], [], []), changes, questions)
        return Plan(self.person, tuple(changes), tuple(questions), renames)

    @property
    def has_namesakes(self) -> bool:
        """Whether others are called the same in some way: that is not sought as a trace of this person."""
        return bool(self._bearers)

    @property
    def names(self) -> tuple[str, ...]:
        """All names and aliases that the person is recorded by."""
        met = (one.contact.name for one in self.person.encounters)
        return tuple(dict.fromkeys((self.person.name, *met, *self.person.aliases)))

    @property
    def names_alone(self) -> tuple[str, ...]:
        """The person's names and aliases that nobody else goes by: those to be remembered as forgotten."""
        person = self.person
        others = {fold(one.name) for one in self.people.people if one.id != person.id}
        others |= {fold(name) for name, ids in self.people.names.items() if ids != (person.id,)}
        return tuple(name for name in self.names if fold(name) not in others and name != person.id)

    def left(self, entry: Event | PersonFile) -> Event | PersonFile:
        """An entry without the person's records; its texts are as they were."""
        if isinstance(entry, PersonFile):
            return replace(entry, not_same_as=self._kept(entry.not_same_as))
        own = {met.contact.place for met in self.person.encounters if met.event.inside == entry.inside}
        contacts = (one for one in entry.contacts if one.place not in own and not self._is_taken(one))
        return replace(entry, contacts=tuple(contacts), attending=self._kept(entry.attending))

    def _is_taken(self, contact: Contact) -> bool:
        return self.ambiguous and contact.place not in self._owners and self._may_be(contact)

    def _kept(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The names of a list that mean somebody else."""
        maybe = self.people.names
        return tuple(
            word
            for word in words
            if name_key(word.text) not in self.texts.names
            and not (self.ambiguous and self.person.id in maybe.get(name_key(word.text), ()))
        )

    def _concerns(self, source: SourceFile) -> bool:
        """Whether a file has something of the person, by what it says or by who was there."""
        return source.inside in self._met or self.texts.speak_of(source.data.decode("utf-8", "replace"))

    def _new_name(self, name: str) -> str:
        return self.texts.rewritten(name, "")

    def _is_asked(self, path: str, free: Collection[str]) -> bool:
        """Whether the name of a file may speak of the person, or does and has a meaning."""
        name = posixpath.basename(path)
        is_spoken_of = path not in free and self._new_name(name) != name
        return is_spoken_of or self.texts.is_doubtful(name, "")

    def _collect(
        self,
        source: SourceFile,
        layout: Layout,
        found: tuple[list[Found], list[Found], list[Span]],
        changes: list[Change],
        questions: list[Cut],
    ) -> None:
        """Add what changes in a file, and what is asked; `found` are the items of lists (see `_entries`)."""
        entries, asked, others = found
        if self._is_bearers_file(source):
            others = [(0, len(layout.text))]
        texts, doubtful = self._spoken(source, layout, [span for span, _, _ in entries], others)
        if self.ambiguous:
            texts, doubtful = [*texts, *doubtful], []
        asked += [one for one in doubtful if not overlaps(one[0], [span for span, _, _ in asked])]
        questions += [cut(source, layout, one) for one in asked]
        if entries or texts:
            changes.append(changed(source, layout, entries, texts))

    # what identity has found ------------------------------------------------------------------------------------------

    def _entries(self, event: Event | None, layout: Layout) -> tuple[list[Found], list[Found], list[Span]]:
        """The person's own items of lists; those that may be; and the contacts of others of that name."""
        own: list[Found] = []
        asked: list[Found] = []
        others: list[Span] = []
        field = spans.value_of(layout.root, "contacts", EventFields)
        if field and event and isinstance(field[1], Group):
            mine, maybe, others = self._contacts(event, layout, field[1])
            own += [(span, word, Kind.CONTACT) for span, word in without(layout, *field, mine)]
            asked += [((item.start, item.end), "", Kind.CONTACT) for item in maybe]
        for name, fields in (("attending", EventFields), ("not_same_as", PersonFields)):
            field = spans.value_of(layout.root, name, fields)
            if field:
                sure, unclear = self._named(field[1])
                own += [(span, word, Kind.LISTED) for span, word in without(layout, *field, sure)]
                asked += [((item.start, item.end), "", Kind.LISTED) for item in unclear]
        return own, asked, others

    def _contacts(self, event: Event, layout: Layout, field: Group) -> tuple[list[Part], list[Part], list[Span]]:
        places = {(contact.place.line, contact.place.column): contact for contact in event.contacts}
        mine: list[Part] = []
        maybe: list[Part] = []
        others: list[Span] = []
        for item in field.parts:
            named = spans.value_of(item, "person", ContactFields)
            contact = places.get(layout.place(named[1].start)) if named else None
            owner = self._owners.get(contact.place) if contact else None
            unclear = contact is not None and owner is None and self._may_be(contact)
            if owner == self.person.id or (unclear and self.ambiguous):
                mine.append(item)
            elif unclear:
                maybe.append(item)
            elif owner in self._bearers:
                others.append((item.start, item.end))
        return mine, maybe, others

    def _may_be(self, contact: Contact) -> bool:
        return self.person.id in self.people.names.get(name_key(contact.name), ())

    def _named(self, value: Part) -> tuple[list[Part], list[Part]]:
        """The items of a list of names that mean the person, and those that may."""
        items = [value] if isinstance(value, Scalar) else value.parts
        texts = [item for item in items if isinstance(item, Scalar)]
        sure: list[Part] = [item for item in texts if name_key(item.value) in self.texts.names]
        maybe: list[Part] = [
            item
            for item in texts
            if item not in sure and self.person.id in self.people.names.get(name_key(item.value), ())
        ]
        return ([*sure, *maybe], []) if self.ambiguous else (sure, maybe)

    # what stands in texts ---------------------------------------------------------------------------------------------

    def _spoken(
        self, source: SourceFile, layout: Layout, taken: list[Span], others: list[Span]
    ) -> tuple[list[Found], list[Found]]:
        """The mentions outside what is taken already, text by text; and those that may be another's."""
        sure: list[Found] = []
        maybe: list[Found] = []
        for start, end in pieces(layout):
            text = layout.text[start:end]
            here = self.texts.sure(text, source.inside)
            spots = self.texts.doubtful(text, [span for span, _, _ in here])
            sure += (_at(start, one) for one in here if not overlaps(_at(start, one)[0], taken))
            found = (_at(start, (span, self.word, Kind.MENTION)) for span in spots)
            maybe += (one for one in found if not overlaps(one[0], [*taken, *others]))
        return sure, maybe

    def _is_bearers_file(self, source: SourceFile) -> bool:
        """Whether it is the person file of another who is called the same."""
        return any(
            one.file and one.file.inside == source.inside for one in self.people.people if one.id in self._bearers
        )


def _at(start: int, found: Found) -> Found:
    """The same, counted from further in front."""
    (first, last), word, kind = found
    return (start + first, start + last), word, kind
